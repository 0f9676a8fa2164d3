/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First guess of a mapping, from the words of the headers. It is written down for a planner to read
 * and correct, so it would rather leave a gap than fill it with something unlikely. */
#include <string.h>

#include "clean.h"
#include "cohorte/text.h"
#include "survey_mapping.h"

/* @return whether a key holds one of the words ('|' between), each at the beginning of a word */
static bool says(const char *key, const char *words)
{
    g_autofree char *padded = g_strconcat(" ", key, NULL);
    g_auto(GStrv) parts = g_strsplit(words, "|", -1);
    for (int i = 0; parts[i] != NULL; i++) {
        g_autofree char *start = g_strconcat(" ", parts[i], NULL);
        if (strstr(padded, start) != NULL)
            return true;
    }
    return false;
}

static bool is_exactly(const char *key, const char *names)
{
    g_auto(GStrv) parts = g_strsplit(names, "|", -1);
    return g_strv_contains((const char *const *)parts, key);
}

/* @return the person column a header speaks of, or -1; what may be two things is the first */
static int field_of(const char *key)
{
    static const struct {
        int field;
        const char *words;
    } fields[] = {
        {CO_PERSON_SPANS, "indisponib|absence|empechement"},
        {CO_PERSON_EMAIL, "courriel|mail|email|e mail|mel|messagerie|adresse electronique|"
                          "adresse professionnelle"},
        {CO_PERSON_ROLE, "fonction|role|profil|poste|metier|qualite"},
        {CO_PERSON_ACCESS, "amenagement|handicap|rqth"},
        {CO_PERSON_OTP, "otp|cle otp"},
        {CO_PERSON_RIGHT, "habilitation"},
        {CO_PERSON_TRAINED, "deja forme"},
        {CO_PERSON_LAST_NAME, "nom |noms|patronyme|nom de famille"},
        {CO_PERSON_FIRST_NAME, "prenom"},
    };
    g_autofree char *open_ended = g_strconcat(key, " ", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (says(open_ended, fields[i].words))
            return fields[i].field;
    return -1;
}

/* A header whose number is made {n}, with how many numbers it was seen with. */
typedef struct Template {
    char *text;   /* as in the header numbered 1 */
    char *folded; /* for comparing */
    int field;
    int n_seen;
    bool starts_at_one;
} Template;

static void template_clear(gpointer data)
{
    Template *template = data;
    g_free(template->text);
    g_free(template->folded);
}

static void note_template(GArray *templates, const char *text, int number)
{
    g_autofree char *folded = co_text_fold(text);
    Template *found = NULL;
    for (guint i = 0; found == NULL && i < templates->len; i++) {
        Template *template = &g_array_index(templates, Template, i);
        if (strcmp(template->folded, folded) == 0)
            found = template;
    }
    if (found == NULL) {
        g_auto(GStrv) parts = g_strsplit(text, "{n}", 2);
        g_autofree char *words = g_strjoinv(" ", parts);
        g_autofree char *key = co_text_key(words);
        Template template = {g_strdup(text), g_steal_pointer(&folded), field_of(key), 0, false};
        g_array_append_val(templates, template);
        found = &g_array_index(templates, Template, templates->len - 1);
    }
    found->n_seen++;
    found->starts_at_one = found->starts_at_one || number == 1;
}

/* Every number of a header may be the one that counts the persons. */
static void note_templates(GArray *templates, const char *header)
{
    enum { MAX_NUMBER = 500 };
    g_autofree char *text = co_clean_text(header);
    for (const char *at = text; *at != '\0';) {
        if (!g_ascii_isdigit(*at)) {
            at++;
            continue;
        }
        const char *end = at;
        int number = 0;
        for (; g_ascii_isdigit(*end) && number <= MAX_NUMBER; end++)
            number = 10 * number + g_ascii_digit_value(*end);
        if (number >= 1 && number <= MAX_NUMBER) {
            g_autofree char *start = g_strndup(text, (gsize)(at - text));
            g_autofree char *whole = g_strconcat(start, "{n}", end, NULL);
            note_template(templates, whole, number);
        }
        at = end;
    }
}

static const char *best_template(const GArray *templates, int field)
{
    const Template *best = NULL;
    for (guint i = 0; i < templates->len; i++) {
        const Template *template = &g_array_index(templates, Template, i);
        if (template->field == field && template->starts_at_one &&
            (best == NULL || template->n_seen > best->n_seen))
            best = template;
    }
    return best != NULL ? best->text : NULL;
}

/* @return whether the headers number their persons */
static bool guess_blocks(const CoSheet *sheet, CoMapping *mapping)
{
    g_autoptr(GArray) templates = g_array_new(FALSE, FALSE, sizeof(Template));
    g_array_set_clear_func(templates, template_clear);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        note_templates(templates, co_sheet_header(sheet, i));
    if (best_template(templates, CO_PERSON_ROLE) == NULL)
        return false;
    for (int field = 0; field < CO_PERSON_N_COLUMNS; field++)
        mapping->person[field] = g_strdup(best_template(templates, field));
    return true;
}

/* How likely an unnumbered header speaks of the person to train rather than of somebody else. */
static int likelihood(const char *key)
{
    if (says(key, "etablissement|chef|responsable|repondant|college|lycee|directeur|agence"))
        return 0;
    return says(key, "stagiaire|personnel|agent|participant|personne") ? 2 : 1;
}

static int count_header(const CoSheet *sheet, const char *key)
{
    int n = 0;
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *other = co_text_key(co_sheet_header(sheet, i));
        n += strcmp(key, other) == 0;
    }
    return n;
}

/* One person an answer, or the same headers again and again for each. */
static void guess_plain(const CoSheet *sheet, CoMapping *mapping)
{
    int best[CO_PERSON_N_COLUMNS] = {0};
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *key = co_text_key(co_sheet_header(sheet, i));
        int field = field_of(key);
        if (field < 0 || likelihood(key) <= best[field])
            continue;
        best[field] = likelihood(key);
        g_free(mapping->person[field]);
        mapping->person[field] = co_clean_text(co_sheet_header(sheet, i));
    }
    g_autofree char *role = co_text_key(mapping->person[CO_PERSON_ROLE]);
    mapping->per_person = count_header(sheet, role) <= 1;
}

/* Share of the filled cells at the top of a column that are UAIs, in percent. */
static int share_of_uais(const CoSheet *sheet, int column)
{
    enum { N_SAMPLED = 60 };
    int n_filled = 0, n_uais = 0;
    for (int row = 0; row < MIN(co_sheet_n_rows(sheet), N_SAMPLED); row++) {
        const char *cell = co_sheet_cell(sheet, row, column);
        if (co_clean_is_blank(cell))
            continue;
        g_autofree char *uai = co_uai_repair(cell);
        n_filled++;
        n_uais += uai != NULL;
    }
    return n_filled == 0 ? 0 : 100 * n_uais / n_filled;
}

static void guess_uai(const CoSheet *sheet, CoMapping *mapping)
{
    int best = 50; /* less than half of the cells and no word for it: not this column */
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *key = co_text_key(co_sheet_header(sheet, i));
        int score = share_of_uais(sheet, i) + (says(key, "uai|rne") ? 60 : 0);
        if (score <= best)
            continue;
        best = score;
        g_free(mapping->answer[CO_ANSWER_UAI]);
        mapping->answer[CO_ANSWER_UAI] = co_clean_text(co_sheet_header(sheet, i));
    }
}

/* The first header that is, or else says, one of the words. */
static void guess_header(const CoSheet *sheet, const char *names, const char *words, char **header)
{
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
            g_autofree char *key = co_text_key(co_sheet_header(sheet, i));
            bool fits = pass == 0 ? is_exactly(key, names) : words != NULL && says(key, words);
            if (!fits)
                continue;
            *header = co_clean_text(co_sheet_header(sheet, i));
            return;
        }
    }
}

static bool has_header(const CoSheet *sheet, const char *names)
{
    g_autofree char *header = NULL;
    guess_header(sheet, names, NULL, &header);
    return header != NULL;
}

static CoSurveyFormat guess_format(const CoSheet *sheet)
{
    if (has_header(sheet, "date de soumission|submitdate|date submitted") &&
        has_header(sheet, "id de la reponse|response id|id"))
        return CO_FORMAT_LIMESURVEY;
    if (has_header(sheet, "heure de debut|start time") &&
        has_header(sheet, "heure de fin|completion time"))
        return CO_FORMAT_MSFORMS;
    if (has_header(sheet, "etat du dossier"))
        return CO_FORMAT_DEMARCHES;
    return CO_FORMAT_TABLE;
}

CoMapping *co_mapping_guess(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, NULL);
    CoMapping *mapping = co_mapping_new();
    mapping->format = guess_format(sheet);
    guess_uai(sheet, mapping);
    guess_header(sheet,
                 "date de soumission|submitdate|date submitted|heure de fin|completion time|"
                 "depose le|horodateur|timestamp",
                 NULL, &mapping->answer[CO_ANSWER_SUBMITTED]);
    guess_header(sheet, "effectif service", "effectif du service|effectif",
                 &mapping->answer[CO_ANSWER_STAFF]);
    guess_header(sheet, "id de la reponse|response id|id", NULL, &mapping->answer[CO_ANSWER_ID]);
    if (!guess_blocks(sheet, mapping))
        guess_plain(sheet, mapping);
    return mapping;
}
