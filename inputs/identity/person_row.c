/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "person_row.h"

#include <string.h>

#include "inputs/tables/cells.h"
#include "cohorte/text.h"
#include "row_establishment.h"
#include "inputs/tables/tables.h"

const CoColumn co_person_columns[CO_PERSON_N_COLUMNS] = {
    [CO_PERSON_UAI] = {"uai", CO_REQUIRED},
    [CO_PERSON_ROLE] = {"role", CO_REQUIRED},
    [CO_PERSON_LAST_NAME] = {"nom", CO_OPTIONAL},
    [CO_PERSON_FIRST_NAME] = {"prenom", CO_OPTIONAL},
    [CO_PERSON_EMAIL] = {"courriel", CO_OPTIONAL},
    [CO_PERSON_COUNT] = {"nombre", CO_OPTIONAL},
    [CO_PERSON_SPANS] = {"indisponibilites", CO_OPTIONAL},
    [CO_PERSON_WEIGHT] = {"priorite", CO_OPTIONAL},
    [CO_PERSON_TRAINED] = {"deja_forme", CO_OPTIONAL},
    [CO_PERSON_ACCESS] = {"amenagement", CO_OPTIONAL},
    [CO_PERSON_OTP] = {"otp", CO_OPTIONAL},
    [CO_PERSON_RIGHT] = {"habilitation", CO_OPTIONAL},
    [CO_PERSON_ROLE_OTHER] = {"role_autre", CO_OPTIONAL},
};

/* `besoins` does not have the column of roles in one's own words. */
static bool has_own_words(const CoRow *row)
{
    return row->table->n_columns > CO_PERSON_ROLE_OTHER &&
           !co_cell_is_blank(row, CO_PERSON_ROLE_OTHER);
}

bool co_person_row_is_blank(const CoRow *row)
{
    static const int naming[] = {CO_PERSON_ROLE, CO_PERSON_LAST_NAME, CO_PERSON_FIRST_NAME,
                                 CO_PERSON_EMAIL, CO_PERSON_COUNT};
    for (size_t i = 0; i < G_N_ELEMENTS(naming); i++)
        if (!co_cell_is_blank(row, naming[i]))
            return false;
    return !has_own_words(row);
}

int co_person_row_role_column(const CoRow *row)
{
    static const char *const others[] = {"autre", "autres", "other", "oth", "autre precisez"};
    if (!has_own_words(row))
        return CO_PERSON_ROLE;
    g_autofree char *key = co_text_key(co_row_cell(row, CO_PERSON_ROLE));
    bool is_other = *key == '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        is_other = is_other || strcmp(key, others[i]) == 0;
    return is_other ? CO_PERSON_ROLE_OTHER : CO_PERSON_ROLE;
}

static CoPerson read_person(CoRow *row, int establishment_idx)
{
    CoPerson person = {
        .id = "",
        .establishment_idx = establishment_idx,
        .path_idx = -1,
        .last_name = co_cell_text(row, CO_PERSON_LAST_NAME),
        .first_name = co_cell_text(row, CO_PERSON_FIRST_NAME),
        .email = co_cell_email(row, CO_PERSON_EMAIL),
        .weight = 1,
        .origin = co_row_origin(row),
    };
    person.role_idx = co_cell_roles(row, co_person_row_role_column(row), &person.n_roles);
    person.named = *person.last_name != '\0' || *person.first_name != '\0' || *person.email != '\0';
    row->fallback = "1";
    co_cell_int(row, CO_PERSON_WEIGHT, 1, 9, &person.weight);
    row->fallback = NULL;
    co_cell_bool(row, CO_PERSON_TRAINED, &person.already_trained);
    co_cell_bool(row, CO_PERSON_ACCESS, &person.needs_access);
    co_cell_tristate(row, CO_PERSON_OTP, &person.otp);
    co_cell_tristate(row, CO_PERSON_RIGHT, &person.access_right);
    person.spans = co_cell_spans(row, CO_PERSON_SPANS, &person.n_spans);
    return person;
}

/* How many persons a row stands for: one when it names somebody, else its head-count. */
static int read_count(CoRow *row, bool named)
{
    enum { MAX_COUNT = 1000 };
    int count = named ? 1 : 0;
    if (co_cell_int(row, CO_PERSON_COUNT, 0, MAX_COUNT, &count) && named && count != 1) {
        co_row_report(row, CO_PERSON_COUNT,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_VALUE_RANGE,
                                  .action = CO_ACTION_CELL_OUT,
                                  .value = co_row_cell(row, CO_PERSON_COUNT),
                                  .used = "1",
                                  .detail = "1..1"});
        count = 1;
    }
    if (count == 0)
        co_row_report(row, CO_PERSON_LAST_NAME,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_PERSON_UNNAMED,
                                  .action = CO_ACTION_ROW_OUT});
    return count;
}

bool co_person_row_add(CoImport *import, CoRow *row, int establishment_idx, CoPerson *read)
{
    CoPerson person = read_person(row, establishment_idx);
    if (row->out)
        return false;
    int count = read_count(row, person.named);
    const char *column =
        co_table_header(row->table, *person.email != '\0' ? CO_PERSON_EMAIL : CO_PERSON_LAST_NAME);
    for (int i = 0; i < count; i++)
        co_people_add(import, &person, column);
    if (read != NULL)
        *read = person;
    return count > 0;
}

static void read_row(CoImport *import, CoRow *row)
{
    static const CoPlaceColumns place = {CO_PERSON_UAI, -1, -1};
    const char *uai = co_row_establishment(row, &place);
    if (uai == NULL)
        return;
    int establishment = co_keys_find(import->establishments, uai);
    if (establishment < 0) {
        co_cell_refuse(row, CO_PERSON_UAI, CO_PROBLEM_UAI_UNKNOWN, NULL);
        return;
    }
    /* Its needs are told even when this row turns out to be unusable. */
    import->campaign->establishments[establishment].answered = true;
    co_person_row_add(import, row, establishment, NULL);
}

const CoTableKind co_table_besoins = {
    "besoins", co_person_columns, CO_PERSON_ROLE_OTHER, true, read_row,
};
