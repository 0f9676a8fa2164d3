/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_counts.h"

#include <string.h>

#include "inputs/tables/cells.h"
#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "inputs/identity/people.h"
#include "survey_content.h"
#include "survey_words.h"

/* ---- guessing ---- */

/* A question that may ask for a head-count. */
typedef struct Candidate {
    int role_idx;
    char *role; /* as spelt in the header */
    char *header;
    bool says_train; /* those to train, not those there are */
    bool ruled_out;
} Candidate;

static void candidate_clear(gpointer data)
{
    g_free(((Candidate *)data)->role);
    g_free(((Candidate *)data)->header);
}

/* @return (transfer full) "n" words from one on, without their plural when @p singular */
static char *words_from(char *const *words, int n, bool singular)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < n; i++) {
        size_t length = strlen(words[i]);
        bool plural = singular && length > 3 && words[i][length - 1] == 's';
        g_string_append_printf(text, "%s%.*s", i > 0 ? " " : "", (int)(length - (plural ? 1 : 0)),
                               words[i]);
    }
    return g_strdup(text->str);
}

/* @return (transfer full) the role that these words spell, NULL when they spell none */
static char *spelt_role(CoKeys *roles, char *const *words, int n)
{
    for (int singular = 0; singular <= 1; singular++) {
        g_autofree char *text = words_from(words, n, singular);
        if (strlen(text) > 1 && co_keys_find(roles, text) >= 0)
            return g_steal_pointer(&text);
    }
    return NULL;
}

/* The one role that a header speaks of, by its longest spelling. @return false when it speaks of
 * none, or of several */
static bool find_role(const char *key, CoKeys *roles, Candidate *candidate)
{
    enum { MAX_WORDS = 7 };
    g_auto(GStrv) words = g_strsplit(key, " ", -1);
    int n_words = (int)g_strv_length(words);
    candidate->role_idx = -1;
    for (int at = 0; at < n_words; at++) {
        char *role = NULL;
        int n = MIN(MAX_WORDS, n_words - at);
        while (n > 0 && (role = spelt_role(roles, words + at, n)) == NULL)
            n--;
        if (role == NULL)
            continue;
        at += n - 1;
        int index = co_keys_find(roles, role);
        if (candidate->role_idx >= 0 && candidate->role_idx != index) {
            g_free(role);
            return false;
        }
        candidate->role_idx = index;
        g_free(candidate->role);
        candidate->role = role;
    }
    return candidate->role_idx >= 0;
}

/* A number of persons, and of no others than those to train. */
static bool asks_for_a_number(const char *key)
{
    return co_words_says(key, "nombre|combien|nb") &&
           !co_words_says(key, "compris|service|deja|absent|indisponib|autre|eleve|classe|jour");
}

static bool is_answer(const CoMapping *mapping, const char *header)
{
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        if (g_strcmp0(mapping->answer[i], header) == 0)
            return true;
    return false;
}

static bool holds_numbers(const CoSheet *sheet, int column)
{
    enum { MOST = 80 };
    CoContent content = co_content_of(sheet, &column, 1, NULL);
    return content.n_filled > 0 && content.count >= MOST;
}

static GArray *find_candidates(const CoSheet *sheet, CoKeys *roles, const CoMapping *mapping)
{
    enum { MAX_BYTES = 400 };
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_array_set_clear_func(candidates, candidate_clear);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *header = co_clean_text(co_sheet_header(sheet, i));
        g_autofree char *key = strlen(header) <= MAX_BYTES ? co_text_key(header) : g_strdup("");
        Candidate candidate = {.says_train = co_words_says(key, "a former|a inscrire|stagiaire")};
        if (!asks_for_a_number(key) || is_answer(mapping, header) || !holds_numbers(sheet, i) ||
            !find_role(key, roles, &candidate)) {
            g_free(candidate.role);
            continue;
        }
        candidate.header = g_steal_pointer(&header);
        g_array_append_val(candidates, candidate);
    }
    return candidates;
}

/* Of two questions on one role, the one that says "to train"; none when that does not tell. */
static void rule_out_twins(GArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = &g_array_index(candidates, Candidate, i);
        for (guint j = 0; j < candidates->len; j++) {
            const Candidate *other = &g_array_index(candidates, Candidate, j);
            bool loses = !candidate->says_train || other->says_train;
            if (i != j && other->role_idx == candidate->role_idx && loses)
                candidate->ruled_out = true;
        }
    }
}

static void forget_persons(CoMapping *mapping)
{
    for (int i = 0; i < CO_PERSON_N_COLUMNS; i++)
        g_clear_pointer(&mapping->person[i], g_free);
    mapping->per_person = false;
}

static int n_standing(const GArray *candidates)
{
    int n = 0;
    for (guint i = 0; i < candidates->len; i++)
        n += !g_array_index(candidates, Candidate, i).ruled_out;
    return n;
}

void co_counts_guess(const CoSheet *sheet, CoKeys *roles, CoMapping *mapping)
{
    enum { TELLING = 2 };
    g_return_if_fail(sheet != NULL && mapping != NULL);
    if (roles == NULL)
        return;
    g_autoptr(GArray) candidates = find_candidates(sheet, roles, mapping);
    rule_out_twins(candidates);
    int n = n_standing(candidates);
    const char *role = mapping->person[CO_PERSON_ROLE];
    for (guint i = 0; i < candidates->len && role != NULL; i++)
        if (strcmp(g_array_index(candidates, Candidate, i).header, role) == 0)
            role = NULL;
    /* One number beside one person may be about anything; several are of an establishment, and the
     * person is who answered. */
    if (n == 0 || (role != NULL && mapping->per_person && n < TELLING))
        return;
    if (role == NULL || mapping->per_person)
        forget_persons(mapping);
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (!candidate->ruled_out)
            co_mapping_add_count(mapping, candidate->role, candidate->header);
    }
}

/* ---- reading ---- */

static const CoColumn columns[] = {{"nombre", CO_OPTIONAL}};

GArray *co_counts_open(const CoTable *answers, const CoLayout *layout, const char *mapping_file)
{
    g_return_val_if_fail(answers != NULL && layout != NULL && mapping_file != NULL, NULL);
    GArray *tables = g_array_new(FALSE, FALSE, sizeof(CoCountTable));
    for (guint i = 0; layout->counts != NULL && i < layout->counts->len; i++) {
        const CoCountPlace *place = &g_array_index(layout->counts, CoCountPlace, i);
        CoCountTable count = {.role_idx = co_keys_find(answers->import->roles, place->role),
                              .table = *answers};
        count.table.columns = columns;
        count.table.n_columns = G_N_ELEMENTS(columns);
        count.table.position[0] = place->column;
        if (count.role_idx >= 0)
            g_array_append_val(tables, count);
        else
            co_problem_list_add(answers->import->problems,
                                &(CoProblem){.severity = CO_SEVERITY_WARNING,
                                             .code = CO_PROBLEM_MAPPING_INVALID,
                                             .action = CO_ACTION_CELL_OUT,
                                             .file = mapping_file,
                                             .value = place->role});
    }
    return tables;
}

static void add_unnamed(const CoCountTable *count, const CoRow *row, int establishment_idx, int n)
{
    CoImport *import = count->table.import;
    CoPerson person = {
        .id = "",
        .last_name = "",
        .first_name = "",
        .email = "",
        .establishment_idx = establishment_idx,
        .path_idx = -1,
        .weight = 1,
        .n_roles = 1,
        .origin = co_row_origin(row),
    };
    person.role_idx = co_campaign_array(import->campaign, &count->role_idx, 1, sizeof(int));
    for (int i = 0; i < n; i++)
        co_people_add(import, &person, co_table_header(&count->table, 0));
}

int co_counts_read(const GArray *tables, int row, int establishment_idx, const int *n_named)
{
    enum { MAX_COUNT = 1000 };
    g_return_val_if_fail(tables != NULL && n_named != NULL, 0);
    int n_told = 0;
    for (guint i = 0; i < tables->len; i++) {
        const CoCountTable *count = &g_array_index(tables, CoCountTable, i);
        CoRow counted = {.table = &count->table, .row = row};
        int n = 0;
        if (!co_cell_int(&counted, 0, 0, MAX_COUNT, &n))
            continue;
        n_told++;
        add_unnamed(count, &counted, establishment_idx, n - n_named[count->role_idx]);
    }
    return n_told;
}
