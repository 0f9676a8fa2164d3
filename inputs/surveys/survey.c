/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey.h"

#include <string.h>

#include "inputs/tables/cells.h"
#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "inputs/formats/csv_reader.h"
#include "inputs/identity/person_row.h"
#include "inputs/identity/row_establishment.h"
#include "survey_changes.h"
#include "survey_confidence.h"
#include "survey_counts.h"
#include "survey_mapping.h"
#include "survey_moment.h"
#include "survey_preview.h"
#include "survey_shape.h"
#include "inputs/tables/tables.h"

static const CoColumn answer_columns[CO_ANSWER_N_COLUMNS] = {
    [CO_ANSWER_UAI] = {"uai", CO_OPTIONAL},
    [CO_ANSWER_SUBMITTED] = {"soumis", CO_OPTIONAL},
    [CO_ANSWER_STAFF] = {"effectif_service", CO_OPTIONAL},
    [CO_ANSWER_ID] = {"reponse", CO_OPTIONAL},
    [CO_ANSWER_NAME] = {"etablissement", CO_OPTIONAL},
    [CO_ANSWER_COMMUNE] = {"commune", CO_OPTIONAL},
};

/* One sheet seen through its mapping. */
typedef struct Source {
    CoMapping *mapping;
    CoTable answers;
    GArray *persons;  /* of CoTable, one per block */
    GArray *counts;   /* of CoCountTable */
    bool month_first; /* in the dates of submission */
    int state_column; /* of a file of Démarches simplifiées; -1 = none */
} Source;

typedef struct Answer {
    const Source *source;
    int row;
    int establishment;
    bool submitted;
    int64_t moment; /* of submission; the order of the file when it is not told */
    char *key;      /* answers with the same key are of the same school, or person */
    bool kept;
} Answer;

typedef struct Survey {
    CoImport *import;
    CoShapes *shapes; /* outlives the sources, which read it */
    GPtrArray *sources;
    GArray *answers;
    GHashTable *standing; /* key -> answer + 1 that stands for it */
    GHashTable *repeated; /* keys that answered more than once */
} Survey;

static void source_free(gpointer data)
{
    Source *source = data;
    g_array_unref(source->persons);
    g_array_unref(source->counts);
    co_mapping_free(source->mapping);
    g_free(source);
}

static void answer_clear(gpointer data)
{
    g_free(((Answer *)data)->key);
}

static CoRow answer_row(const Answer *answer)
{
    return (CoRow){.table = &answer->source->answers, .row = answer->row};
}

/* @return (transfer full) the base name of the mapping of a sheet: that of the file, else the
 * common one when only that is there */
static char *mapping_name(const CoImport *import, const CoSheet *sheet)
{
    g_autofree char *stem = g_strdup(co_sheet_file(sheet));
    char *dot = strrchr(stem, '.');
    if (dot != NULL)
        *dot = '\0';
    g_autofree char *own = g_strconcat(stem, ".correspondance", NULL);
    g_autofree char *own_path = g_build_filename(import->folder, own, NULL);
    g_autofree char *common_path = g_build_filename(import->folder, "enquete.correspondance", NULL);
    bool use_common =
        !g_file_test(own_path, G_FILE_TEST_EXISTS) && g_file_test(common_path, G_FILE_TEST_EXISTS);
    return use_common ? g_strdup("enquete.correspondance") : g_steal_pointer(&own);
}

static void write_mapping(CoImport *import, const CoMapping *mapping, const CoSheet *sheet,
                          const char *name)
{
    g_autoptr(GError) error = NULL;
    if (import->write_mapping) {
        g_autofree char *path = g_build_filename(import->folder, name, NULL);
        g_autofree char *text = co_mapping_to_text(mapping);
        /* A folder that cannot be written to (read-only share) is no reason not to import. */
        if (!g_file_set_contents(path, text, -1, &error))
            co_sheet_report(sheet, import->problems,
                            (CoProblem){.severity = CO_SEVERITY_WARNING,
                                        .code = CO_PROBLEM_MAPPING_NOT_WRITTEN,
                                        .value = name,
                                        .detail = error->message});
    }
    bool written = import->write_mapping && error == NULL;
    co_sheet_report(sheet, import->problems,
                    (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                .code = CO_PROBLEM_MAPPING_GUESSED,
                                .value = written ? name : NULL});
}

/* A mapping made by hand, or before questionnaires were remembered, remembers from now on. What is
 * there already is not touched. */
static void remember(CoImport *import, const CoSheet *sheet, const char *path, const char *text)
{
    g_auto(GStrv) headers = co_survey_headers(sheet);
    g_autofree char *more = co_mapping_questionnaire_text(headers);
    g_autofree char *whole =
        g_strconcat(text, g_str_has_suffix(text, "\n") ? "" : "\n", more, NULL);
    if (import->write_mapping)
        g_file_set_contents(path, whole, -1, NULL);
}

/* The common mapping serves surveys that may differ, so it remembers none of them. */
static bool is_own(const CoSheet *sheet, const char *name)
{
    g_autofree char *stem = g_strdup(co_sheet_file(sheet));
    char *dot = strrchr(stem, '.');
    if (dot != NULL)
        *dot = '\0';
    g_autofree char *own = g_strconcat(stem, ".correspondance", NULL);
    return strcmp(own, name) == 0;
}

static CoMapping *read_mapping(CoImport *import, const CoSheet *sheet, const char *path,
                               const char *name)
{
    g_autofree char *text = co_csv_read_text(path, name, import->problems);
    CoMapping *mapping = text == NULL ? NULL : co_mapping_parse(text, name, import->problems);
    if (mapping == NULL || !is_own(sheet, name))
        return mapping;
    co_survey_compare(mapping, sheet, import->problems);
    if (mapping->headers == NULL)
        remember(import, sheet, path, text);
    return mapping;
}

/* @return (transfer full) the mapping of a sheet, NULL when the file of it is unusable */
static CoMapping *find_mapping(CoImport *import, const CoSheet *sheet, const char *name,
                               bool *is_guess)
{
    g_autofree char *path = g_build_filename(import->folder, name, NULL);
    *is_guess = !g_file_test(path, G_FILE_TEST_EXISTS);
    if (!*is_guess)
        return read_mapping(import, sheet, path, name);
    CoMapping *mapping = co_mapping_guess(sheet, import->roles);
    mapping->headers = co_survey_headers(sheet);
    write_mapping(import, mapping, sheet, name);
    return mapping;
}

/* Of a guess, what is not sure; a mapping that was read is its author's. */
static void report_doubts(CoImport *import, const CoMapping *mapping, const CoSheet *sheet,
                          const CoLayout *layout)
{
    CoConfidence confidence = co_confidence_of(mapping, sheet, layout, import->roles);
    for (int i = 0; i < CO_ANSWER_N_COLUMNS + CO_PERSON_N_COLUMNS; i++) {
        bool is_answer = i < CO_ANSWER_N_COLUMNS;
        int field = is_answer ? i : i - CO_ANSWER_N_COLUMNS;
        int sure = is_answer ? confidence.answer[field] : confidence.person[field];
        if (sure == 0 || sure >= CO_CONFIDENCE_DOUBT)
            continue;
        co_sheet_report(
            sheet, import->problems,
            (CoProblem){.severity = CO_SEVERITY_NOTICE,
                        .code = CO_PROBLEM_MAPPING_DOUBTFUL,
                        .line = co_sheet_header_line(sheet),
                        .value = is_answer ? mapping->answer[field] : mapping->person[field],
                        .detail =
                            is_answer ? co_mapping_answer_key(field) : co_mapping_person_key(field),
                        .number = sure});
    }
}

static CoTable table_of(CoImport *import, const CoSheet *sheet, const CoColumn *columns,
                        int n_columns, const int *positions)
{
    CoTable table = {
        .import = import,
        .sheet = sheet,
        .columns = columns,
        .n_columns = n_columns,
        .is_survey = true,
    };
    for (int i = 0; i < n_columns; i++)
        table.position[i] = positions[i];
    return table;
}

static void add_source(Survey *survey, const CoShape *shape)
{
    CoImport *import = survey->import;
    const CoSheet *sheet = shape->sheet;
    bool is_guess = false;
    g_autofree char *name = mapping_name(import, sheet);
    g_autoptr(CoMapping) mapping = find_mapping(import, sheet, name, &is_guess);
    g_auto(CoLayout) layout = {0};
    if (mapping == NULL)
        return;
    bool complete = co_mapping_resolve(mapping, name, sheet, import->problems, &layout);
    if (is_guess)
        report_doubts(import, mapping, sheet, &layout);
    if (import->previews != NULL) {
        CoPreviewSource seen = {shape, mapping, is_guess ? NULL : name, &layout, complete};
        co_preview_list_add(import->previews, &seen, import->roles);
    }
    if (!complete)
        return;
    co_survey_report_unused_days(sheet, &layout, import->problems);
    Source *source = g_new0(Source, 1);
    source->mapping = g_steal_pointer(&mapping);
    source->answers = table_of(import, sheet, answer_columns, CO_ANSWER_N_COLUMNS, layout.answer);
    source->persons = g_array_new(FALSE, FALSE, sizeof(CoTable));
    for (guint i = 0; i < layout.blocks->len; i++) {
        const CoBlock *block = &g_array_index(layout.blocks, CoBlock, i);
        CoTable table =
            table_of(import, sheet, co_person_columns, CO_PERSON_N_COLUMNS, block->position);
        g_array_append_val(source->persons, table);
    }
    /* Unnamed persons are nobody's row. */
    source->mapping->per_person = source->mapping->per_person && source->persons->len > 0;
    source->counts = co_counts_open(&source->answers, &layout, name);
    source->month_first =
        co_survey_moments_are_month_first(sheet, layout.answer[CO_ANSWER_SUBMITTED]);
    source->state_column = co_survey_state_column(sheet);
    g_ptr_array_add(survey->sources, source);
}

static void report_answer(const Answer *answer, int column, CoProblem problem)
{
    CoRow row = answer_row(answer);
    int64_t id;
    g_autofree char *text = g_strdup(co_row_cell(&row, CO_ANSWER_ID));
    if (g_ascii_string_to_signed(g_strstrip(text), 10, 0, G_MAXINT64, &id, NULL))
        problem.number = id;
    co_row_report(&row, column, problem);
}

/* @return the establishment of an answer; -1, reported, when it is none of the campaign */
static int find_establishment(CoImport *import, CoRow *row, const Answer *answer)
{
    static const CoPlaceColumns place = {CO_ANSWER_UAI, CO_ANSWER_NAME, CO_ANSWER_COMMUNE};
    const char *uai = co_row_establishment(row, &place);
    if (uai == NULL)
        return -1;
    CoSurveyStats *stats = &import->campaign->survey;
    stats->n_uai_mended +=
        !co_cell_is_blank(row, CO_ANSWER_UAI) && strcmp(uai, co_row_cell(row, CO_ANSWER_UAI)) != 0;
    int establishment = co_keys_find(import->establishments, uai);
    if (establishment >= 0)
        return establishment;
    stats->n_outside++;
    /* Surveys travel: an answer from elsewhere is no fault of the campaign's tables. */
    report_answer(answer, CO_ANSWER_UAI,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_UAI_UNKNOWN,
                              .action = CO_ACTION_ROW_OUT,
                              .value = uai});
    return -1;
}

/* @return (transfer full) the role of an answer of one person, by its letters */
static char *role_of(const Answer *answer)
{
    CoRow row = {.table = &g_array_index(answer->source->persons, CoTable, 0), .row = answer->row};
    return co_text_key(co_row_cell(&row, co_person_row_role_column(&row)));
}

/* @return (transfer full) what makes two answers answers of the same: the school, or the person */
static char *key_of(const Answer *answer)
{
    const Source *source = answer->source;
    if (!source->mapping->per_person)
        return g_strdup_printf("%d", answer->establishment);
    CoRow row = {.table = &g_array_index(source->persons, CoTable, 0), .row = answer->row};
    g_autofree char *email = co_text_fold(co_row_cell(&row, CO_PERSON_EMAIL));
    g_autofree char *last = co_text_key(co_row_cell(&row, CO_PERSON_LAST_NAME));
    g_autofree char *first = co_text_key(co_row_cell(&row, CO_PERSON_FIRST_NAME));
    bool swap = strcmp(last, first) > 0;
    const char *one = swap ? first : last, *other = swap ? last : first;
    /* A mailbox may be the school's: it takes the name to tell who answered again. */
    if (strchr(email, '@') != NULL)
        return g_strdup_printf("%s/%s/%s", email, one, other);
    g_autofree char *role = role_of(answer);
    return g_strdup_printf("%d/%s/%s/%s", answer->establishment, one, other, role);
}

/* What was refused, or never sent, asks for nothing. @return whether it was, reported */
static bool is_refused(const Answer *answer)
{
    int column = answer->source->state_column;
    const char *state =
        column < 0 ? "" : co_sheet_cell(answer->source->answers.sheet, answer->row, column);
    if (!co_survey_state_is_void(state))
        return false;
    CoRow row = answer_row(answer);
    report_answer(answer, -1,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_ANSWER_REFUSED,
                              .action = CO_ACTION_ROW_OUT,
                              .value = state,
                              .used = co_row_cell(&row, CO_ANSWER_UAI)});
    return true;
}

static void add_answer(Survey *survey, const Source *source, int index)
{
    Answer answer = {.source = source, .row = index, .submitted = true};
    CoRow row = answer_row(&answer);
    survey->import->campaign->survey.n_rows++;
    if (is_refused(&answer))
        return;
    answer.establishment = find_establishment(survey->import, &row, &answer);
    if (answer.establishment < 0)
        return;
    if (co_table_has(&source->answers, CO_ANSWER_SUBMITTED)) {
        const char *stamp = co_row_cell(&row, CO_ANSWER_SUBMITTED);
        answer.submitted = !co_clean_is_blank(stamp);
        co_survey_moment(stamp, source->month_first, &answer.moment);
    }
    answer.key = key_of(&answer);
    g_array_append_val(survey->answers, answer);
}

static Answer *answer_at(const Survey *survey, int index)
{
    return &g_array_index(survey->answers, Answer, index);
}

static Answer *standing_answer(const Survey *survey, const char *key)
{
    int index = GPOINTER_TO_INT(g_hash_table_lookup(survey->standing, key)) - 1;
    return index < 0 ? NULL : answer_at(survey, index);
}

static void stand(Survey *survey, int index)
{
    g_hash_table_insert(survey->standing, answer_at(survey, index)->key,
                        GINT_TO_POINTER(index + 1));
}

/* @return whether an answer stands in the place of another one that came before it in the file */
static bool outdoes(const Answer *answer, const Answer *other)
{
    if (answer->submitted != other->submitted)
        return answer->submitted;
    if (answer->source->mapping->duplicates == CO_DUPLICATES_FIRST)
        return answer->moment < other->moment;
    return answer->moment >= other->moment;
}

static bool may_stand(const Answer *answer)
{
    return answer->submitted || answer->source->mapping->incomplete == CO_INCOMPLETE_KEEP;
}

static void choose(Survey *survey)
{
    for (guint i = 0; i < survey->answers->len; i++) {
        const Answer *answer = answer_at(survey, (int)i);
        const Answer *other = standing_answer(survey, answer->key);
        if (!may_stand(answer))
            continue;
        if (other != NULL && answer->submitted && other->submitted)
            g_hash_table_add(survey->repeated, answer->key);
        if (other == NULL || outdoes(answer, other))
            stand(survey, (int)i);
    }
}

/* What identifies a rejected answer to its reader: the school, or the person. */
static void report_rejected(const Survey *survey, const Answer *answer, CoProblem problem)
{
    const CoCampaign *campaign = survey->import->campaign;
    const char *uai = campaign->establishments[answer->establishment].uai;
    g_autofree char *person = NULL;
    g_autofree char *name = NULL;
    if (answer->source->mapping->per_person) {
        CoRow row = {.table = &g_array_index(answer->source->persons, CoTable, 0),
                     .row = answer->row};
        g_autofree char *whole = g_strjoin(" ", co_row_cell(&row, CO_PERSON_FIRST_NAME),
                                           co_row_cell(&row, CO_PERSON_LAST_NAME), NULL);
        name = co_clean_text(whole);
        person = co_clean_text(co_row_cell(&row, CO_PERSON_EMAIL));
        if (*person == '\0') {
            g_free(person);
            person = g_strdup(name);
        }
    }
    problem.value = person != NULL ? person : uai;
    problem.used = name != NULL && *name != '\0' && g_strcmp0(name, person) != 0 ? name : NULL;
    report_answer(answer, person != NULL ? -1 : CO_ANSWER_UAI, problem);
}

static void reject_unsubmitted(Survey *survey, const Answer *answer, const char *where)
{
    report_rejected(
        survey, answer,
        (CoProblem){.severity = where != NULL ? CO_SEVERITY_NOTICE : CO_SEVERITY_WARNING,
                    .code = CO_PROBLEM_ANSWER_NOT_SUBMITTED,
                    .action = CO_ACTION_ROW_OUT,
                    .detail = where});
}

/* One person an answer: a role that changed may have been a correction, or a second role. */
static bool changes_role(const Answer *answer, const Answer *standing)
{
    if (!answer->source->mapping->per_person || !standing->source->mapping->per_person)
        return false;
    g_autofree char *role = role_of(answer), *other = role_of(standing);
    return strcmp(role, other) != 0;
}

static void judge_answer(Survey *survey, Answer *answer)
{
    const Answer *standing = standing_answer(survey, answer->key);
    bool all = answer->source->mapping->duplicates == CO_DUPLICATES_ALL;
    answer->kept = standing == answer || (all && answer->submitted);
    survey->import->campaign->survey.n_unsubmitted += !answer->submitted;
    if (answer->kept && answer->submitted)
        return;
    if (answer->kept) {
        report_rejected(survey, answer,
                        (CoProblem){.severity = CO_SEVERITY_WARNING,
                                    .code = CO_PROBLEM_ANSWER_NOT_SUBMITTED,
                                    .action = CO_ACTION_NONE});
        return;
    }
    CoRow row = standing != NULL ? answer_row(standing) : (CoRow){0};
    g_autofree char *where =
        standing == NULL ? NULL
                         : co_sheet_where(co_sheet_file(row.table->sheet),
                                          co_sheet_name(row.table->sheet), co_row_line(&row));
    if (answer->submitted)
        report_rejected(survey, answer,
                        (CoProblem){.severity = changes_role(answer, standing) ? CO_SEVERITY_WARNING
                                                                               : CO_SEVERITY_NOTICE,
                                    .code = CO_PROBLEM_ANSWER_REPLACED,
                                    .action = CO_ACTION_ROW_OUT,
                                    .detail = where});
    else
        reject_unsubmitted(survey, answer, where);
}

/* The table of establishments wins over the survey, with a notice when they differ. */
static void read_staff(Survey *survey, const Answer *answer)
{
    CoEstablishment *establishment =
        &survey->import->campaign->establishments[answer->establishment];
    CoRow row = answer_row(answer);
    int staff;
    if (!co_cell_int(&row, CO_ANSWER_STAFF, 0, 9999, &staff))
        return;
    if (establishment->staff < 0) {
        establishment->staff = staff;
        return;
    }
    if (establishment->staff == staff)
        return;
    g_autofree char *used = g_strdup_printf("%d", establishment->staff);
    const char *answered = co_row_cell(&row, CO_ANSWER_STAFF);
    co_row_report(&row, CO_ANSWER_STAFF,
                  (CoProblem){.severity = CO_SEVERITY_NOTICE,
                              .code = CO_PROBLEM_VALUE_DIFFERS,
                              .value = answered,
                              .used = used,
                              .detail = answered});
}

static void read_persons(Survey *survey, const Answer *answer)
{
    CoImport *import = survey->import;
    const GArray *persons = answer->source->persons;
    g_autofree int *n_by_role = g_new0(int, (gsize)import->campaign->n_roles + 1);
    int n_told = 0;
    for (guint i = 0; i < persons->len; i++) {
        CoRow row = {.table = &g_array_index(persons, CoTable, i), .row = answer->row};
        if (co_person_row_is_blank(&row))
            continue;
        n_told++;
        CoPerson person = {0};
        /* The UAI is the answer's and was checked with it. */
        if (co_row_check_filled(&row, co_person_row_role_column(&row)))
            co_person_row_add(import, &row, answer->establishment, &person);
        for (int role = 0; role < person.n_roles; role++)
            n_by_role[person.role_idx[role]]++;
    }
    n_told += co_counts_read(answer->source->counts, answer->row, answer->establishment, n_by_role);
    if (n_told == 0)
        report_answer(
            answer, CO_ANSWER_UAI,
            (CoProblem){.severity = CO_SEVERITY_WARNING,
                        .code = CO_PROBLEM_ANSWER_EMPTY,
                        .value = import->campaign->establishments[answer->establishment].uai});
}

static void read_kept(Survey *survey)
{
    CoCampaign *campaign = survey->import->campaign;
    for (guint i = 0; i < survey->answers->len; i++) {
        const Answer *answer = answer_at(survey, (int)i);
        if (!answer->kept)
            continue;
        campaign->establishments[answer->establishment].answered = true;
        campaign->survey.n_kept++;
        read_staff(survey, answer);
        read_persons(survey, answer);
    }
}

static void read_sources(Survey *survey)
{
    CoImport *import = survey->import;
    int n_sheets = co_sheet_store_count(import->sheets, "enquete");
    g_autoptr(GPtrArray) sheets = g_ptr_array_new();
    for (int i = 0; i < n_sheets; i++)
        g_ptr_array_add(sheets, (gpointer)co_sheet_store_get(import->sheets, "enquete", i));
    survey->shapes = co_shapes_new(sheets, import->problems);
    for (int i = 0; i < co_shapes_count(survey->shapes); i++)
        add_source(survey, co_shapes_at(survey->shapes, i));
    for (guint i = 0; i < survey->sources->len; i++) {
        const Source *source = survey->sources->pdata[i];
        for (int row = 0; row < co_sheet_n_rows(source->answers.sheet); row++)
            add_answer(survey, source, row);
    }
}

/* A survey that gives nobody was misread, or is not the survey: never a campaign of nobody. */
static void report_nobody(const Survey *survey)
{
    CoImport *import = survey->import;
    if (survey->sources->len == 0 || co_people_count(import->people) > 0)
        return;
    const Source *source = survey->sources->pdata[0];
    co_sheet_report(source->answers.sheet, import->problems,
                    (CoProblem){.severity = CO_SEVERITY_ERROR,
                                .code = CO_PROBLEM_SURVEY_NOBODY,
                                .number = import->campaign->survey.n_rows});
}

void co_survey_read(CoImport *import)
{
    g_return_if_fail(import != NULL);
    g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func(source_free);
    g_autoptr(GArray) answers = g_array_new(FALSE, FALSE, sizeof(Answer));
    g_autoptr(GHashTable) standing = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) repeated = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_set_clear_func(answers, answer_clear);
    Survey survey = {import, NULL, sources, answers, standing, repeated};
    read_sources(&survey);
    choose(&survey);
    for (guint i = 0; i < answers->len; i++)
        judge_answer(&survey, answer_at(&survey, (int)i));
    read_kept(&survey);
    report_nobody(&survey);
    CoSurveyStats *stats = &import->campaign->survey;
    stats->n_replaced = (int)g_hash_table_size(repeated);
    stats->n_person_twice = co_people_n_twice(import->people);
    stats->n_person_two_places = co_people_n_two_places(import->people);
    import->unusable = import->unusable || sources->len == 0;
    co_shapes_free(survey.shapes);
}
