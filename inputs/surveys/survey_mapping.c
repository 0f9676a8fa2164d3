/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_mapping.h"

#include <string.h>

#include "cohorte/text.h"
#include "survey_headers.h"
#include "inputs/tables/table.h"
#include "survey_words.h"

static const char *const answer_keys[CO_ANSWER_N_COLUMNS] = {
    [CO_ANSWER_UAI] = "uai",
    [CO_ANSWER_SUBMITTED] = "soumis",
    [CO_ANSWER_STAFF] = "effectif_service",
    [CO_ANSWER_ID] = "reponse",
    [CO_ANSWER_NAME] = "etablissement",
    [CO_ANSWER_COMMUNE] = "commune",
};

/* A person's UAI is the answer's, and a head-count is no person: it has a group of its own. */
static const char *const person_keys[CO_PERSON_N_COLUMNS] = {
    [CO_PERSON_LAST_NAME] = "nom",
    [CO_PERSON_FIRST_NAME] = "prenom",
    [CO_PERSON_ROLE] = "role",
    [CO_PERSON_EMAIL] = "courriel",
    [CO_PERSON_SPANS] = "indisponibilites",
    [CO_PERSON_WEIGHT] = "priorite",
    [CO_PERSON_TRAINED] = "deja_forme",
    [CO_PERSON_ACCESS] = "amenagement",
    [CO_PERSON_OTP] = "otp",
    [CO_PERSON_RIGHT] = "habilitation",
    [CO_PERSON_ROLE_OTHER] = "role_autre",
};

static const char *const formats[] = {
    [CO_FORMAT_TABLE] = "tableur",       [CO_FORMAT_LIMESURVEY] = "limesurvey",
    [CO_FORMAT_MSFORMS] = "msforms",     [CO_FORMAT_DEMARCHES] = "demarches-simplifiees",
    [CO_FORMAT_GOOGLE] = "google-forms", [CO_FORMAT_FRAMAFORMS] = "framaforms",
    [CO_FORMAT_SPHINX] = "sphinx",       NULL,
};
static const char *const units[] = {"etablissement", "personne", NULL};
static const char *const duplicate_rules[] = {"derniere_reponse_complete",
                                              "premiere_reponse_complete", "toutes", NULL};
static const char *const incomplete_rules[] = {"signaler", "garder", NULL};

const char *co_mapping_answer_key(int field)
{
    g_return_val_if_fail(field >= 0 && field < CO_ANSWER_N_COLUMNS, NULL);
    return answer_keys[field];
}

const char *co_mapping_person_key(int field)
{
    g_return_val_if_fail(field >= 0 && field < CO_PERSON_N_COLUMNS, NULL);
    return person_keys[field];
}

const char *co_mapping_format_key(CoSurveyFormat format)
{
    return formats[format];
}

static void count_clear(gpointer data)
{
    g_free(((CoCountColumn *)data)->role);
    g_free(((CoCountColumn *)data)->header);
}

CoMapping *co_mapping_new(void)
{
    CoMapping *mapping = g_new0(CoMapping, 1);
    mapping->counts = g_array_new(FALSE, FALSE, sizeof(CoCountColumn));
    g_array_set_clear_func(mapping->counts, count_clear);
    return mapping;
}

void co_mapping_add_count(CoMapping *mapping, const char *role, const char *header)
{
    g_return_if_fail(mapping != NULL && role != NULL && header != NULL);
    CoCountColumn count = {g_strdup(role), g_strdup(header)};
    for (guint i = 0; i < mapping->counts->len; i++)
        if (strcmp(g_array_index(mapping->counts, CoCountColumn, i).role, role) == 0) {
            g_array_remove_index(mapping->counts, i);
            break;
        }
    g_array_append_val(mapping->counts, count);
}

void co_mapping_free(CoMapping *mapping)
{
    if (mapping == NULL)
        return;
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        g_free(mapping->answer[i]);
    for (int i = 0; i < CO_PERSON_N_COLUMNS; i++)
        g_free(mapping->person[i]);
    g_array_unref(mapping->counts);
    g_strfreev(mapping->headers);
    g_free(mapping);
}

/* A mapping being read, with where to complain. */
typedef struct Reading {
    GKeyFile *keys;
    const char *file;
    CoProblemList *problems;
} Reading;

static void complain(const Reading *reading, CoSeverity severity, const char *value,
                     const char *detail)
{
    CoProblem problem = {
        .severity = severity,
        .code = CO_PROBLEM_MAPPING_INVALID,
        .action = severity == CO_SEVERITY_ERROR ? CO_ACTION_FILE_OUT : CO_ACTION_CELL_OUT,
        .file = reading->file,
        .value = value,
        .detail = detail,
    };
    co_problem_list_add(reading->problems, &problem);
}

static int position_of(const char *const *words, int n, const char *word)
{
    for (int i = 0; i < n; i++)
        if (words[i] != NULL && strcmp(words[i], word) == 0)
            return i;
    return -1;
}

/* Undoes the escapes of key files; what is no escape stands as typed. GLib's own reader would put a
 * warning on the terminal for a backslash at the end of a line. */
static char *unescape(const char *value)
{
    static const char letters[] = "sntr\\", meanings[] = " \n\t\r\\";
    GString *text = g_string_new(NULL);
    for (const char *at = value; *at != '\0'; at++) {
        const char *letter = *at == '\\' && at[1] != '\0' ? strchr(letters, at[1]) : NULL;
        g_string_append_c(text, letter != NULL ? meanings[letter - letters] : *at);
        at += letter != NULL;
    }
    return g_string_free(text, FALSE);
}

/* @return (transfer full) what a key holds, "" when it is not there */
static char *value_of(const Reading *reading, const char *group, const char *key)
{
    g_autofree char *raw = g_key_file_get_value(reading->keys, group, key, NULL);
    return raw != NULL ? unescape(raw) : g_strdup("");
}

/* @return the position of the word a key holds, 0 (the default) when it holds none that is known */
static int read_word(const Reading *reading, const char *group, const char *key,
                     const char *const *words)
{
    g_autofree char *typed = value_of(reading, group, key);
    if (*typed == '\0')
        return 0;
    g_autofree char *folded = co_text_fold(typed);
    int position = position_of(words, (int)g_strv_length((char **)words), folded);
    if (position >= 0)
        return position;
    g_autofree char *allowed = g_strjoinv("|", (char **)words);
    complain(reading, CO_SEVERITY_WARNING, typed, allowed);
    return 0;
}

static void read_headers(const Reading *reading, const char *group, const char *const *names, int n,
                         char **headers)
{
    g_auto(GStrv) keys = g_key_file_get_keys(reading->keys, group, NULL, NULL);
    for (int i = 0; keys != NULL && keys[i] != NULL; i++) {
        int position = position_of(names, n, keys[i]);
        if (position < 0) {
            complain(reading, CO_SEVERITY_WARNING, keys[i], NULL);
            continue;
        }
        g_autofree char *header = value_of(reading, group, keys[i]);
        if (*header == '\0')
            continue;
        g_free(headers[position]);
        headers[position] = g_steal_pointer(&header);
    }
}

static void read_counts(const Reading *reading, CoMapping *mapping)
{
    g_auto(GStrv) roles = g_key_file_get_keys(reading->keys, "effectifs", NULL, NULL);
    for (int i = 0; roles != NULL && roles[i] != NULL; i++) {
        g_autofree char *header = value_of(reading, "effectifs", roles[i]);
        if (*header != '\0')
            co_mapping_add_count(mapping, roles[i], header);
    }
}

static void judge_groups(const Reading *reading)
{
    static const char *const known[] = {"fichier",   "colonnes", "personnes",
                                        "effectifs", "regles",   "questionnaire"};
    g_auto(GStrv) groups = g_key_file_get_groups(reading->keys, NULL);
    for (int i = 0; groups[i] != NULL; i++)
        if (position_of(known, G_N_ELEMENTS(known), groups[i]) < 0)
            complain(reading, CO_SEVERITY_WARNING, groups[i], NULL);
}

/* The headers in the order of the file, whatever their keys are called. */
static char **read_questionnaire(const Reading *reading)
{
    g_auto(GStrv) keys = g_key_file_get_keys(reading->keys, "questionnaire", NULL, NULL);
    if (keys == NULL)
        return NULL;
    g_autoptr(GStrvBuilder) headers = g_strv_builder_new();
    for (int i = 0; keys[i] != NULL && i < CO_SHEET_MAX_COLUMNS; i++) {
        g_autofree char *header = value_of(reading, "questionnaire", keys[i]);
        g_strv_builder_add(headers, header);
    }
    return g_strv_builder_end(headers);
}

CoMapping *co_mapping_parse(const char *text, const char *file, CoProblemList *problems)
{
    g_return_val_if_fail(text != NULL && file != NULL && problems != NULL, NULL);
    g_autoptr(GKeyFile) keys = g_key_file_new();
    g_autoptr(GError) error = NULL;
    Reading reading = {keys, file, problems};
    if (!g_key_file_load_from_data(keys, text, strlen(text), G_KEY_FILE_NONE, &error)) {
        complain(&reading, CO_SEVERITY_ERROR, NULL, error->message);
        return NULL;
    }
    CoMapping *mapping = co_mapping_new();
    judge_groups(&reading);
    mapping->format = (CoSurveyFormat)read_word(&reading, "fichier", "format", formats);
    mapping->per_person = read_word(&reading, "fichier", "une_ligne_par", units) == 1;
    read_headers(&reading, "colonnes", answer_keys, CO_ANSWER_N_COLUMNS, mapping->answer);
    read_headers(&reading, "personnes", person_keys, CO_PERSON_N_COLUMNS, mapping->person);
    read_counts(&reading, mapping);
    mapping->duplicates = (CoDuplicates)read_word(&reading, "regles", "doublons", duplicate_rules);
    mapping->incomplete =
        (CoIncomplete)read_word(&reading, "regles", "incompletes", incomplete_rules);
    mapping->headers = read_questionnaire(&reading);
    return mapping;
}

static void write_headers(GKeyFile *keys, const char *group, const char *const *names, int n,
                          char *const *headers)
{
    for (int i = 0; i < n; i++)
        if (names[i] != NULL && headers[i] != NULL)
            g_key_file_set_string(keys, group, names[i], headers[i]);
}

/* What could not be guessed stands there with nothing, to be filled in. */
static void write_gap(GKeyFile *keys, const char *group, const char *key, const char *header)
{
    if (header == NULL)
        g_key_file_set_string(keys, group, key, "");
}

static void write_counts(GKeyFile *keys, const GArray *counts)
{
    for (guint i = 0; i < counts->len; i++) {
        const CoCountColumn *count = &g_array_index(counts, CoCountColumn, i);
        g_key_file_set_string(keys, "effectifs", count->role, count->header);
    }
    if (counts->len > 0)
        g_key_file_set_comment(keys, "effectifs", NULL,
                               " personnes sans nom : fonction=en-t\u00eate du nombre", NULL);
}

static void write_questionnaire(GKeyFile *keys, char *const *headers)
{
    for (int i = 0; headers[i] != NULL; i++) {
        g_autofree char *key = g_strdup_printf("colonne_%d", i + 1);
        g_key_file_set_string(keys, "questionnaire", key, headers[i]);
    }
    if (headers[0] != NULL)
        g_key_file_set_comment(keys, "questionnaire", NULL,
                               " en-t\u00eates au moment de cette correspondance : un changement "
                               "sera signal\u00e9",
                               NULL);
}

char *co_mapping_questionnaire_text(char *const *headers)
{
    g_return_val_if_fail(headers != NULL, NULL);
    g_autoptr(GKeyFile) keys = g_key_file_new();
    write_questionnaire(keys, headers);
    return g_key_file_to_data(keys, NULL, NULL);
}

char *co_mapping_to_text(const CoMapping *mapping)
{
    g_return_val_if_fail(mapping != NULL, NULL);
    g_autoptr(GKeyFile) keys = g_key_file_new();
    g_key_file_set_string(keys, "fichier", "format", formats[mapping->format]);
    g_key_file_set_string(keys, "fichier", "une_ligne_par", units[mapping->per_person]);
    write_gap(keys, "colonnes", "uai", mapping->answer[CO_ANSWER_UAI]);
    write_headers(keys, "colonnes", answer_keys, CO_ANSWER_N_COLUMNS, mapping->answer);
    write_gap(keys, "personnes", "nom", mapping->person[CO_PERSON_LAST_NAME]);
    write_gap(keys, "personnes", "role", mapping->person[CO_PERSON_ROLE]);
    write_headers(keys, "personnes", person_keys, CO_PERSON_N_COLUMNS, mapping->person);
    write_counts(keys, mapping->counts);
    g_key_file_set_string(keys, "regles", "doublons", duplicate_rules[mapping->duplicates]);
    g_key_file_set_string(keys, "regles", "incompletes", incomplete_rules[mapping->incomplete]);

    g_key_file_set_comment(keys, NULL, NULL,
                           " \u00e9crit par cohorte importer, \u00e0 corriger librement", NULL);
    g_key_file_set_comment(keys, "fichier", "format",
                           " limesurvey, msforms, google-forms, demarches-simplifiees, framaforms,"
                           " sphinx, tableur",
                           NULL);
    g_key_file_set_comment(keys, "fichier", "une_ligne_par", " etablissement ou personne", NULL);
    g_key_file_set_comment(keys, "personnes", NULL,
                           " blocs r\u00e9p\u00e9t\u00e9s : {n} = 1, 2, 3...", NULL);
    g_key_file_set_comment(keys, "regles", "doublons",
                           " derniere_reponse_complete, premiere_reponse_complete ou toutes", NULL);
    g_key_file_set_comment(keys, "regles", "incompletes", " signaler ou garder", NULL);
    if (mapping->headers != NULL)
        write_questionnaire(keys, mapping->headers);
    return g_key_file_to_data(keys, NULL, NULL);
}

static bool append_block(const CoMapping *mapping, const CoHeaders *headers, int n, GArray *blocks)
{
    CoBlock block;
    for (int i = 0; i < CO_PERSON_N_COLUMNS; i++)
        block.position[i] = mapping->person[i] == NULL
                                ? -1
                                : co_headers_find_person(headers, mapping->person[i], n);
    if (block.position[CO_PERSON_ROLE] < 0)
        return false;
    g_array_append_val(blocks, block);
    return true;
}

/* @return (transfer none) the header that most likely took the place of one: the nearest, else the
 * only one that asks for the same; or NULL */
static const char *find_successor(const CoSheet *sheet, const char *header)
{
    const char *successor = co_table_closest_header(sheet, header);
    if (successor != NULL)
        return successor;
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        const char *other = co_sheet_header(sheet, i);
        if (co_survey_is_service_header(other) || !co_words_ask_alike(header, other))
            continue;
        if (successor != NULL)
            return NULL;
        successor = other;
    }
    return successor;
}

static void report_column(const CoSheet *sheet, CoProblemList *problems, const char *mapping_file,
                          const char *header, bool needed)
{
    co_sheet_report(sheet, problems,
                    (CoProblem){.severity = needed ? CO_SEVERITY_ERROR : CO_SEVERITY_WARNING,
                                .code = CO_PROBLEM_MAPPING_COLUMN,
                                .action = needed ? CO_ACTION_FILE_OUT : CO_ACTION_CELL_OUT,
                                .line = co_sheet_header_line(sheet),
                                .value = header,
                                .used = mapping_file,
                                .detail = find_successor(sheet, header)});
}

static void report_gap(const CoSheet *sheet, CoProblemList *problems, const char *mapping_file,
                       const char *key)
{
    co_sheet_report(sheet, problems,
                    (CoProblem){.severity = CO_SEVERITY_ERROR,
                                .code = CO_PROBLEM_MAPPING_GAP,
                                .action = CO_ACTION_FILE_OUT,
                                .value = key,
                                .used = mapping_file});
}

/* An answer is placed by its UAI, or by the name of the establishment. */
static bool resolve_answer(const CoMapping *mapping, const char *mapping_file,
                           const CoHeaders *headers, CoProblemList *problems, CoLayout *layout)
{
    const CoSheet *sheet = co_headers_sheet(headers);
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        layout->answer[i] =
            mapping->answer[i] == NULL ? -1 : co_headers_find(headers, mapping->answer[i], 0);
    bool placed = layout->answer[CO_ANSWER_UAI] >= 0 || layout->answer[CO_ANSWER_NAME] >= 0;
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        if (mapping->answer[i] != NULL && layout->answer[i] < 0)
            report_column(sheet, problems, mapping_file, mapping->answer[i],
                          i == CO_ANSWER_UAI && !placed);
    if (mapping->answer[CO_ANSWER_UAI] == NULL && !placed)
        report_gap(sheet, problems, mapping_file, answer_keys[CO_ANSWER_UAI]);
    return placed;
}

static void resolve_counts(const CoMapping *mapping, const char *mapping_file,
                           const CoHeaders *headers, CoProblemList *problems, CoLayout *layout)
{
    for (guint i = 0; i < mapping->counts->len; i++) {
        const CoCountColumn *count = &g_array_index(mapping->counts, CoCountColumn, i);
        CoCountPlace place = {count->role, co_headers_find(headers, count->header, 0)};
        if (place.column >= 0)
            g_array_append_val(layout->counts, place);
        else
            report_column(co_headers_sheet(headers), problems, mapping_file, count->header, false);
    }
}

/* Blocks are read while their numbers follow one another; what the first one lacks is missing. */
static bool resolve_persons(const CoMapping *mapping, const char *mapping_file,
                            const CoHeaders *headers, CoProblemList *problems, CoLayout *layout)
{
    enum { MAX_BLOCKS = CO_SHEET_MAX_COLUMNS };
    if (mapping->person[CO_PERSON_ROLE] == NULL && layout->counts->len > 0)
        return true;
    if (mapping->person[CO_PERSON_ROLE] == NULL) {
        report_gap(co_headers_sheet(headers), problems, mapping_file, person_keys[CO_PERSON_ROLE]);
        return false;
    }
    int max_blocks = mapping->per_person ? 1 : MAX_BLOCKS;
    for (int n = 1; n <= max_blocks; n++)
        if (!append_block(mapping, headers, n, layout->blocks))
            break;
    for (int i = 0; i < CO_PERSON_N_COLUMNS; i++) {
        const char *header = mapping->person[i];
        if (header != NULL && co_headers_find_person(headers, header, 1) < 0)
            report_column(co_headers_sheet(headers), problems, mapping_file, header,
                          i == CO_PERSON_ROLE);
    }
    return layout->blocks->len > 0;
}

bool co_mapping_resolve(const CoMapping *mapping, const char *mapping_file, const CoSheet *sheet,
                        CoProblemList *problems, CoLayout *layout)
{
    g_return_val_if_fail(mapping != NULL && sheet != NULL && layout != NULL, false);
    layout->blocks = g_array_new(FALSE, FALSE, sizeof(CoBlock));
    layout->counts = g_array_new(FALSE, FALSE, sizeof(CoCountPlace));
    g_autoptr(CoHeaders) headers = co_headers_new(sheet);
    bool answer = resolve_answer(mapping, mapping_file, headers, problems, layout);
    resolve_counts(mapping, mapping_file, headers, problems, layout);
    bool persons = resolve_persons(mapping, mapping_file, headers, problems, layout);
    return answer && persons;
}

void co_layout_clear(CoLayout *layout)
{
    g_clear_pointer(&layout->blocks, g_array_unref);
    g_clear_pointer(&layout->counts, g_array_unref);
}
