/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First guess of a mapping: from the words of the headers, then, where they are codes, from what
 * the cells hold. It is written down for a planner to read and correct, so it would rather leave a
 * gap than fill it with something unlikely. */
#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "survey_content.h"
#include "survey_counts.h"
#include "survey_mapping.h"
#include "survey_templates.h"
#include "survey_words.h"

typedef struct Guess {
    const CoSheet *sheet;
    CoKeys *roles;
    GPtrArray *templates;
    CoMapping *mapping;
} Guess;

static bool ends_with_options(const char *header)
{
    return g_str_has_suffix(header, "[*]");
}

/* ---- persons, by words ---- */

/* Of the columns of a question's options, the one that joins them is meant. */
static bool is_better(const CoTemplate *template, const CoTemplate *best)
{
    if (best == NULL)
        return true;
    if (ends_with_options(template->end) != ends_with_options(best->end))
        return ends_with_options(template->end);
    return template->n_seen > best->n_seen;
}

static char *best_template(const Guess *guess, int field)
{
    const CoTemplate *best = NULL;
    for (guint i = 0; i < guess->templates->len; i++) {
        const CoTemplate *template = guess->templates->pdata[i];
        if (template->field == field && (template->numbering.offset == 0 || template->after_own) &&
            is_better(template, best))
            best = template;
    }
    return best != NULL ? co_template_text(best) : NULL;
}

/* @return whether the headers number their persons */
static bool guess_blocks(const Guess *guess)
{
    g_autofree char *role = best_template(guess, CO_PERSON_ROLE);
    if (role == NULL)
        return false;
    for (int field = 0; field < CO_PERSON_N_COLUMNS; field++)
        guess->mapping->person[field] = best_template(guess, field);
    return true;
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

/* @return whether a header "Question [Option]" has a column that joins its options */
static bool is_joined(const CoSheet *sheet, const char *header)
{
    const char *open = strrchr(header, '[');
    if (open == NULL || ends_with_options(header))
        return false;
    g_autofree char *question = g_strndup(header, (gsize)(open - header));
    g_autofree char *joined = g_strconcat(question, "[*]", NULL);
    for (int i = co_sheet_n_columns(sheet); i-- > 0;)
        if (strcmp(co_sheet_header(sheet, i), joined) == 0)
            return true;
    return false;
}

static int likelihood_of(const CoSheet *sheet, const char *header, const char *key)
{
    if (co_survey_is_service_header(header) || is_joined(sheet, header))
        return 0;
    int likelihood = 2 * co_words_likelihood(key);
    return likelihood > 0 && ends_with_options(header) ? likelihood + 1 : likelihood;
}

/* @return (transfer full) the key of a header, without the "2" that tells a question from the
 * tool's own column of the same words */
static char *question_key(const CoSheet *sheet, const char *header)
{
    char *key = co_text_key(header);
    size_t length = strlen(key);
    if (length < 2 || key[length - 1] != '2')
        return key;
    g_autofree char *bare = g_strndup(key, length - 1);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *other = co_text_key(co_sheet_header(sheet, i));
        if (strcmp(other, bare) == 0 && co_survey_is_respondent(sheet, i)) {
            g_free(key);
            return g_steal_pointer(&bare);
        }
    }
    return key;
}

/* Words count first; who filled in the form comes after whoever is asked about, and a column that
 * nobody filled in comes last. */
static int rank_of(const CoSheet *sheet, int column, int likelihood)
{
    enum { NOBODY = 1, RESPONDENT = 2, LEAST = 3 };
    CoContent content = co_content_of(sheet, &column, 1, NULL);
    if (likelihood == 0)
        return 0;
    if (content.n_filled == 0 && co_sheet_n_rows(sheet) > 0)
        return NOBODY;
    return co_survey_is_respondent(sheet, column) ? RESPONDENT : LEAST + likelihood;
}

/* One person an answer, or the same headers again and again for each. */
static void guess_plain(const Guess *guess)
{
    const CoSheet *sheet = guess->sheet;
    CoMapping *mapping = guess->mapping;
    int best[CO_PERSON_N_COLUMNS] = {0};
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *header = co_clean_text(co_sheet_header(sheet, i));
        g_autofree char *key = question_key(sheet, header);
        int field = co_words_person(key);
        int rank = field < 0 ? 0 : rank_of(sheet, i, likelihood_of(sheet, header, key));
        if (field < 0 || rank <= best[field])
            continue;
        best[field] = rank;
        g_free(mapping->person[field]);
        mapping->person[field] = g_steal_pointer(&header);
    }
    g_autofree char *role = co_text_key(mapping->person[CO_PERSON_ROLE]);
    mapping->per_person = count_header(sheet, role) <= 1;
}

/* A list that allows another answer has its text in a column of its own. */
static void guess_other_role(const Guess *guess)
{
    static const char *const suffixes[] = {" [Autre]", " [Other]"};
    const char *role = guess->mapping->person[CO_PERSON_ROLE];
    g_autoptr(CoHeaders) headers = co_headers_new(guess->sheet);
    for (size_t i = 0; role != NULL && i < G_N_ELEMENTS(suffixes); i++) {
        g_autofree char *header = g_strconcat(role, suffixes[i], NULL);
        if (co_headers_find_person(headers, header, 1) < 0)
            continue;
        guess->mapping->person[CO_PERSON_ROLE_OTHER] = g_steal_pointer(&header);
        return;
    }
}

/* ---- persons, by what the cells hold ---- */

/* One question that may be part of a person: a header asked again, or asked once. */
typedef struct Candidate {
    char *text;
    const int *columns;
    int n_columns;
    CoContent content;
} Candidate;

static void candidate_clear(gpointer data)
{
    g_free(((Candidate *)data)->text);
}

static void add_candidate(const Guess *guess, GArray *candidates, const char *text,
                          const GArray *columns)
{
    Candidate candidate = {.text = g_strdup(text),
                           .columns = (const int *)(const void *)columns->data,
                           .n_columns = (int)columns->len};
    candidate.content =
        co_content_of(guess->sheet, candidate.columns, candidate.n_columns, guess->roles);
    g_array_append_val(candidates, candidate);
}

/* A question numbered like the role, though the same words may have been asked before the first
 * person. @return (transfer full) its columns, as many as there are persons; NULL when it is none
 */
static GArray *columns_like(const CoTemplate *template, const CoTemplate *role)
{
    if (strcmp(template->start, role->start) != 0 ||
        template->numbering.width != role->numbering.width ||
        template->numbering.first_is_blank != role->numbering.first_is_blank)
        return NULL;
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(int));
    bool has_first = false;
    for (guint i = 0; i < template->columns->len; i++) {
        int number = g_array_index(template->numbers, int, i);
        has_first = has_first || number == role->numbering.offset + 1;
        if (number > role->numbering.offset)
            g_array_append_val(columns, g_array_index(template->columns, int, i));
    }
    if (has_first)
        return columns;
    g_array_unref(columns);
    return NULL;
}

static char *text_like(const CoTemplate *template, const CoTemplate *role)
{
    CoTemplate renumbered = *template;
    renumbered.numbering = role->numbering;
    return co_template_text(&renumbered);
}

/* The question asked most often whose cells are roles. */
static const CoTemplate *find_role_template(const Guess *guess)
{
    enum { MOST = 60 };
    const CoTemplate *best = NULL;
    for (guint i = 0; i < guess->templates->len; i++) {
        const CoTemplate *template = guess->templates->pdata[i];
        if (template->n_seen < 2 || (best != NULL && template->n_seen <= best->n_seen))
            continue;
        CoContent content =
            co_content_of(guess->sheet, (const int *)(const void *)template->columns->data,
                          (int)template->columns->len, guess->roles);
        if (content.n_filled > 0 && content.role >= MOST)
            best = template;
    }
    return best;
}

/* @return (transfer full) the questions of one person: those numbered like the role, else every one
 * that no tool asked by itself. @p kept owns their columns */
static GArray *find_candidates(const Guess *guess, const CoTemplate *role, GPtrArray *kept)
{
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_array_set_clear_func(candidates, candidate_clear);
    for (guint i = 0; role != NULL && i < guess->templates->len; i++) {
        const CoTemplate *template = guess->templates->pdata[i];
        GArray *columns = columns_like(template, role);
        if (columns == NULL)
            continue;
        g_ptr_array_add(kept, columns);
        g_autofree char *text = text_like(template, role);
        add_candidate(guess, candidates, text, columns);
    }
    for (int i = 0; role == NULL && i < co_sheet_n_columns(guess->sheet); i++) {
        const char *header = co_sheet_header(guess->sheet, i);
        if (co_survey_is_service_header(header) || co_clean_is_blank(header))
            continue;
        GArray *column = g_array_new(FALSE, FALSE, sizeof(int));
        g_array_append_val(column, i);
        g_ptr_array_add(kept, column);
        g_autofree char *text = co_clean_text(header);
        add_candidate(guess, candidates, text, column);
    }
    return candidates;
}

static bool is_taken(const Guess *guess, const char *text)
{
    for (int i = 0; i < CO_PERSON_N_COLUMNS; i++)
        if (g_strcmp0(guess->mapping->person[i], text) == 0)
            return true;
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        if (g_strcmp0(guess->mapping->answer[i], text) == 0)
            return true;
    return false;
}

/* The candidate with the largest share of cells of a kind. @return NULL when none has enough */
static const Candidate *fill_kind(const Guess *guess, const GArray *candidates, int field,
                                  size_t share_offset)
{
    int most = 59;
    const Candidate *best = NULL;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        int share = G_STRUCT_MEMBER(int, &candidate->content, share_offset);
        if (share <= most || is_taken(guess, candidate->text))
            continue;
        most = share;
        best = candidate;
    }
    if (best != NULL && guess->mapping->person[field] == NULL)
        guess->mapping->person[field] = g_strdup(best->text);
    return best;
}

static void fill_name(const Guess *guess, int field, const Candidate *candidate)
{
    if (candidate != NULL && guess->mapping->person[field] == NULL)
        guess->mapping->person[field] = g_strdup(candidate->text);
}

/* An address begins by the first name; without one, French forms ask for the surname first. */
static void fill_names(const Guess *guess, const GArray *candidates, const Candidate *email)
{
    const Candidate *names[2] = {NULL, NULL};
    for (guint i = 0; i < candidates->len && names[1] == NULL; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (candidate->content.name < 70 || candidate->content.role >= 30 ||
            candidate->content.truth >= 30 || candidate->content.spans >= 30 ||
            is_taken(guess, candidate->text))
            continue;
        names[names[0] != NULL] = candidate;
    }
    bool swapped = false;
    if (names[1] != NULL && email != NULL)
        swapped = co_content_begins_address(guess->sheet, names[0]->columns[0], email->columns[0]) >
                  co_content_begins_address(guess->sheet, names[1]->columns[0], email->columns[0]);
    else if (names[1] != NULL)
        swapped = names[1]->content.capitals >= 60 && names[0]->content.capitals < 60;
    fill_name(guess, CO_PERSON_LAST_NAME, names[swapped]);
    fill_name(guess, CO_PERSON_FIRST_NAME, names[!swapped]);
}

/* Without roles among the cells nothing tells what the other cells are about. */
static void guess_by_content(const Guess *guess)
{
    const CoTemplate *role = find_role_template(guess);
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autoptr(GArray) candidates = find_candidates(guess, role, kept);
    if (fill_kind(guess, candidates, CO_PERSON_ROLE, offsetof(CoContent, role)) == NULL)
        return;
    guess->mapping->per_person = role == NULL;
    const Candidate *email =
        fill_kind(guess, candidates, CO_PERSON_EMAIL, offsetof(CoContent, email));
    fill_kind(guess, candidates, CO_PERSON_SPANS, offsetof(CoContent, spans));
    fill_names(guess, candidates, email);
}

/* ---- the answer ---- */

static void guess_uai(const Guess *guess)
{
    int best = 50; /* less than half of the cells and no word for it: not this column */
    for (int i = 0; i < co_sheet_n_columns(guess->sheet); i++) {
        g_autofree char *key = co_text_key(co_sheet_header(guess->sheet, i));
        CoContent content = co_content_of(guess->sheet, &i, 1, NULL);
        int score = content.uai + (co_words_says(key, "uai|rne") ? 60 : 0);
        if (score <= best)
            continue;
        best = score;
        g_free(guess->mapping->answer[CO_ANSWER_UAI]);
        guess->mapping->answer[CO_ANSWER_UAI] = co_clean_text(co_sheet_header(guess->sheet, i));
    }
}

static bool is_one_of(const char *header, char *const *names)
{
    for (int i = 0; names[i] != NULL; i++)
        if (co_survey_header_is(header, names[i]))
            return true;
    return false;
}

/* The first header that is one of the names, else that says one of the words. */
static void guess_header(const Guess *guess, int field, const char *names, const char *words)
{
    g_auto(GStrv) exact = g_strsplit(names, "|", -1);
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < co_sheet_n_columns(guess->sheet); i++) {
            g_autofree char *header = co_clean_text(co_sheet_header(guess->sheet, i));
            g_autofree char *key = co_text_key(header);
            bool fits =
                pass == 0 ? is_one_of(header, exact) : words != NULL && co_words_says(key, words);
            if (!fits || is_taken(guess, header))
                continue;
            guess->mapping->answer[field] = g_steal_pointer(&header);
            return;
        }
    }
}

static void guess_answer(const Guess *guess)
{
    guess_uai(guess);
    guess_header(guess, CO_ANSWER_SUBMITTED,
                 "date de soumission|submitdate|date submitted|heure de fin|completion time|"
                 "depose le|horodateur|timestamp|heure d achevement|completed time|"
                 "heure de soumission|submitted time|date enreg|date saisie",
                 NULL);
    guess_header(guess, CO_ANSWER_STAFF, "effectif service", "effectif du service|effectif");
    guess_header(guess, CO_ANSWER_ID, "id de la reponse|response id|id|sid|serie|serial|cle", NULL);
    guess_header(guess, CO_ANSWER_NAME, "nom de l etablissement|etablissement|nom etablissement",
                 "nom de l etablissement|nom du college|nom du lycee|nom de votre etablissement|"
                 "nom etablissement|intitule de l etablissement");
    guess_header(guess, CO_ANSWER_COMMUNE, "commune|ville|commune de l etablissement",
                 "commune de l etablissement|ville de l etablissement|commune de votre "
                 "etablissement");
}

CoMapping *co_mapping_guess(const CoSheet *sheet, CoKeys *roles)
{
    g_return_val_if_fail(sheet != NULL, NULL);
    CoMapping *mapping = co_mapping_new();
    mapping->format = co_survey_format(sheet);
    g_autoptr(GPtrArray) templates = co_templates_find(sheet);
    Guess guess = {sheet, roles, templates, mapping};
    guess_answer(&guess);
    if (!guess_blocks(&guess))
        guess_plain(&guess);
    if (mapping->person[CO_PERSON_ROLE] == NULL)
        guess_by_content(&guess);
    guess_other_role(&guess);
    co_counts_guess(sheet, roles, mapping);
    return mapping;
}
