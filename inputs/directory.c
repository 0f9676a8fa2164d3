/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"

#include <string.h>

#include "cells.h"
#include "cohorte/text.h"
#include "numbers.h"
#include "place.h"
#include "tables.h"

enum {
    UAI,
    NAME,
    TYPE,
    NATURE,
    NATURE_LABEL,
    ADDRESS,
    POST_CODE,
    COMMUNE_CODE,
    COMMUNE,
    ACADEMY,
    LATITUDE,
    LONGITUDE,
    POSITION,
    STATE,
    MOTHER
};

/* The annuaire, the "adresse et geolocalisation" set, the compact table. */
static const CoColumn columns[] = {
    [UAI] = {"identifiant_de_l_etablissement|numero_uai|uai|code_uai", CO_REQUIRED},
    [NAME] = {"nom_etablissement|appellation_officielle|nom", CO_OPTIONAL},
    [TYPE] = {"type_etablissement|type", CO_OPTIONAL},
    [NATURE] = {"code_nature|nature_uai", CO_OPTIONAL},
    [NATURE_LABEL] = {"libelle_nature|nature_uai_libe", CO_OPTIONAL},
    [ADDRESS] = {"adresse_1|adresse_uai|adresse", CO_OPTIONAL},
    [POST_CODE] = {"code_postal|code_postal_uai", CO_OPTIONAL},
    [COMMUNE_CODE] = {"code_commune", CO_OPTIONAL},
    [COMMUNE] = {"nom_commune|libelle_commune|commune", CO_OPTIONAL},
    [ACADEMY] = {"libelle_academie|academie", CO_OPTIONAL},
    [LATITUDE] = {"latitude", CO_OPTIONAL},
    [LONGITUDE] = {"longitude", CO_OPTIONAL},
    [POSITION] = {"position", CO_OPTIONAL},
    [STATE] = {"etat|etat_etablissement_libe", CO_OPTIONAL},
    [MOTHER] = {"etablissement_mere", CO_OPTIONAL},
};

typedef struct Line {
    const CoTable *table;
    int row;
    int next; /* another row with the same UAI, -1 = none */
    int last; /* of the first row of a UAI: the last one */
} Line;

struct CoDirectory {
    GPtrArray *tables; /* of CoTable */
    GArray *lines;     /* of Line */
    GHashTable *first; /* UAI -> first line + 1 */
    GStringChunk *repaired;
    GHashTable *reported; /* UAIs whose rows were said to differ */
};

CoDirectory *co_directory_new(void)
{
    CoDirectory *directory = g_new0(CoDirectory, 1);
    directory->tables = g_ptr_array_new_with_free_func(g_free);
    directory->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    directory->first = g_hash_table_new(g_str_hash, g_str_equal);
    directory->repaired = g_string_chunk_new(1024);
    directory->reported = g_hash_table_new(g_str_hash, g_str_equal);
    return directory;
}

void co_directory_free(CoDirectory *directory)
{
    if (directory == NULL)
        return;
    g_hash_table_unref(directory->reported);
    g_hash_table_unref(directory->first);
    g_string_chunk_free(directory->repaired);
    g_array_unref(directory->lines);
    g_ptr_array_unref(directory->tables);
    g_free(directory);
}

static Line *line_at(const CoDirectory *directory, int index)
{
    return &g_array_index(directory->lines, Line, index);
}

/* @return the UAI of a cell, in the sheet or in the directory; NULL when it holds none */
static const char *uai_of(CoDirectory *directory, const char *raw)
{
    if (co_uai_is_valid(raw))
        return raw;
    g_autofree char *repaired = co_uai_repair(raw);
    return repaired != NULL ? g_string_chunk_insert(directory->repaired, repaired) : NULL;
}

static void add_line(CoDirectory *directory, const CoTable *table, int row)
{
    const char *uai = uai_of(directory, co_sheet_cell(table->sheet, row, table->position[UAI]));
    if (uai == NULL)
        return; /* no key, no question can lead here */
    int index = (int)directory->lines->len;
    Line line = {.table = table, .row = row, .next = -1, .last = index};
    g_array_append_val(directory->lines, line);
    int first = GPOINTER_TO_INT(g_hash_table_lookup(directory->first, uai)) - 1;
    if (first < 0) {
        g_hash_table_insert(directory->first, (gpointer)uai, GINT_TO_POINTER(index + 1));
        return;
    }
    line_at(directory, line_at(directory, first)->last)->next = index;
    line_at(directory, first)->last = index;
}

void co_directory_read(CoImport *import)
{
    static const CoColumnSet set = {columns, G_N_ELEMENTS(columns), true};
    int n_sheets = co_sheet_store_count(import->sheets, "annuaire");
    for (int i = 0; i < n_sheets; i++) {
        const CoSheet *sheet = co_sheet_store_get(import->sheets, "annuaire", i);
        g_autofree CoTable *table = g_new(CoTable, 1);
        if (!co_table_open(table, import, sheet, &set))
            continue;
        for (int row = 0; row < co_sheet_n_rows(sheet); row++)
            add_line(import->directory, table, row);
        g_ptr_array_add(import->directory->tables, g_steal_pointer(&table));
    }
}

bool co_directory_is_empty(const CoDirectory *directory)
{
    return directory->lines->len == 0;
}

/* The nature code is what the two layouts share and what does not change with the years; the
 * published type calls sections, annexes and more than one kind "Lycee". */
static CoFamily family_of_nature(const char *nature)
{
    int64_t code;
    if (!co_number_parse_whole(nature, &code))
        return CO_FAMILY_OTHER;
    switch (code) {
    case 300:
    case 301:
    case 302:
    case 306:
    case 307:
    case 310:
    case 315:
        return CO_FAMILY_LYCEE;
    case 320:
        return CO_FAMILY_VOCATIONAL;
    case 340:
    case 350:
    case 352:
        return CO_FAMILY_COLLEGE;
    case 370:
        return CO_FAMILY_EREA;
    default:
        return CO_FAMILY_OTHER;
    }
}

static const char *type_of(const CoRow *row)
{
    const char *published = co_cell_published(row, TYPE);
    if (*published == '\0')
        published = co_cell_published(row, NATURE_LABEL);
    CoFamily family = family_of_nature(co_row_cell(row, NATURE));
    if (family == CO_FAMILY_OTHER)
        family = co_place_family(published);
    const char *label = co_place_family_label(family);
    return label != NULL ? label : published;
}

static void read_position(const CoRow *row, CoPlace *place)
{
    if (co_place_set_position(place, co_row_cell(row, LATITUDE), co_row_cell(row, LONGITUDE)))
        return;
    g_auto(GStrv) parts = g_strsplit(co_row_cell(row, POSITION), ", ", 2);
    if (parts[0] != NULL && parts[1] != NULL)
        co_place_set_position(place, parts[0], parts[1]);
}

static CoDirectoryEntry read_entry(CoCampaign *campaign, const Line *line, const char *uai)
{
    CoRow row = {.table = line->table, .row = line->row};
    CoDirectoryEntry entry = {
        .place =
            {
                .uai = co_campaign_text(campaign, uai),
                .name = co_cell_published(&row, NAME),
                .type = co_campaign_text(campaign, type_of(&row)),
                .address = co_cell_published(&row, ADDRESS),
                .post_code = co_place_five_digits(campaign, co_cell_published(&row, POST_CODE)),
                .commune = co_cell_published(&row, COMMUNE),
                .commune_code =
                    co_place_five_digits(campaign, co_cell_published(&row, COMMUNE_CODE)),
            },
        .academy = co_cell_published(&row, ACADEMY),
    };
    read_position(&row, &entry.place);
    entry.place.department = co_place_department(campaign, &entry.place);
    return entry;
}

static bool is_open(const Line *line)
{
    CoRow row = {.table = line->table, .row = line->row};
    g_autofree char *state = co_text_key(co_row_cell(&row, STATE));
    return *state == '\0' || strcmp(state, "ouvert") == 0;
}

static bool same_text(const char *a, const char *b)
{
    g_autofree char *key_a = co_text_key(a), *key_b = co_text_key(b);
    return strcmp(key_a, key_b) == 0;
}

static bool entries_agree(const CoDirectoryEntry *a, const CoDirectoryEntry *b)
{
    return same_text(a->place.name, b->place.name) &&
           same_text(a->place.commune, b->place.commune) &&
           strcmp(a->place.post_code, b->place.post_code) == 0 &&
           strcmp(a->place.commune_code, b->place.commune_code) == 0 &&
           co_place_same_position(&a->place, &b->place);
}

static void report_twins(CoImport *import, const char *uai, const Line *kept, const Line *other)
{
    CoDirectory *directory = import->directory;
    if (!g_hash_table_add(directory->reported, (gpointer)co_campaign_text(import->campaign, uai)))
        return;
    const CoSheet *sheet = kept->table->sheet;
    g_autofree char *where =
        g_strdup_printf("%s:%d", co_sheet_file(sheet), co_sheet_line(sheet, kept->row));
    CoRow row = {.table = other->table, .row = other->row};
    co_row_report(&row, UAI,
                  (CoProblem){.severity = CO_SEVERITY_NOTICE,
                              .code = CO_PROBLEM_DIRECTORY_TWICE,
                              .action = CO_ACTION_ROW_OUT,
                              .value = uai,
                              .detail = where});
}

/* @return the line that stands for a UAI, or NULL */
static const Line *best_line(const CoDirectory *directory, CoCampaign *campaign, const char *uai)
{
    const Line *best = NULL;
    int best_rank = -1;
    int at = GPOINTER_TO_INT(g_hash_table_lookup(directory->first, uai)) - 1;
    if (at >= 0 && line_at(directory, at)->next < 0)
        return line_at(directory, at);
    for (; at >= 0; at = line_at(directory, at)->next) {
        const Line *line = line_at(directory, at);
        CoDirectoryEntry entry = read_entry(campaign, line, uai);
        int rank = 2 * is_open(line) + entry.place.located;
        if (rank <= best_rank)
            continue;
        best = line;
        best_rank = rank;
    }
    return best;
}

static void judge_twins(CoImport *import, const char *uai, const Line *kept,
                        const CoDirectoryEntry *entry)
{
    const CoDirectory *directory = import->directory;
    int at = GPOINTER_TO_INT(g_hash_table_lookup(directory->first, uai)) - 1;
    for (; at >= 0; at = line_at(directory, at)->next) {
        const Line *line = line_at(directory, at);
        if (line == kept)
            continue;
        CoDirectoryEntry other = read_entry(import->campaign, line, uai);
        if (!entries_agree(entry, &other))
            report_twins(import, uai, kept, line);
    }
}

bool co_directory_find(CoImport *import, const char *uai, CoDirectoryEntry *entry)
{
    const Line *line = best_line(import->directory, import->campaign, uai);
    if (line == NULL) {
        *entry = (CoDirectoryEntry){.place = co_place_unknown(), .academy = ""};
        return false;
    }
    *entry = read_entry(import->campaign, line, uai);
    judge_twins(import, uai, line, entry);
    return true;
}

void co_directory_judge(CoImport *import, const char *uai)
{
    const Line *line = best_line(import->directory, import->campaign, uai);
    if (line == NULL)
        return;
    CoRow row = {.table = line->table, .row = line->row};
    if (!is_open(line))
        co_row_report(&row, STATE,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_DIRECTORY_CLOSED,
                                  .value = uai,
                                  .detail = co_row_cell(&row, STATE)});
    if (!co_cell_is_blank(&row, MOTHER))
        co_row_report(&row, MOTHER,
                      (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                  .code = CO_PROBLEM_DIRECTORY_ATTACHED,
                                  .value = uai,
                                  .detail = co_row_cell(&row, MOTHER)});
}
