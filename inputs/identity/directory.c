/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/family.h"
#include "cohorte/text.h"
#include "inputs/formats/csv_stream.h"
#include "inputs/tables/numbers.h"
#include "place.h"
#include "inputs/tables/tables.h"

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

/* What is kept of a row: texts as published, in the directory's own store. Those that many rows
 * share (communes, academies, types) are there once. */
typedef struct Line {
    const char *uai, *name, *type, *nature, *nature_label, *address, *post_code, *commune_code,
        *commune, *academy, *state, *mother;
    double latitude, longitude;
    int source; /* index of the file or sheet it is from */
    int number; /* line in it */
    int next;   /* another row with the same UAI, -1 = none */
    int last;   /* of the first row of a UAI: the last one */
    bool located;
} Line;

/* A file or sheet, for the problems of its rows. */
typedef struct Source {
    char *file, *sheet;
    char *headers[G_N_ELEMENTS(columns)];
} Source;

struct CoDirectory {
    GArray *sources;      /* of Source */
    GArray *lines;        /* of Line */
    GHashTable *first;    /* UAI -> first line + 1 */
    GHashTable *communes; /* key of a commune -> GArray of first lines; made when first asked */
    GStringChunk *texts;
    GHashTable *reported; /* UAIs whose rows were said to differ */
};

static void source_clear(gpointer data)
{
    Source *source = data;
    g_free(source->file);
    g_free(source->sheet);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        g_free(source->headers[i]);
}

CoDirectory *co_directory_new(void)
{
    CoDirectory *directory = g_new0(CoDirectory, 1);
    directory->sources = g_array_new(FALSE, FALSE, sizeof(Source));
    g_array_set_clear_func(directory->sources, source_clear);
    directory->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    directory->first = g_hash_table_new(g_str_hash, g_str_equal);
    directory->texts = g_string_chunk_new(1 << 16);
    directory->reported = g_hash_table_new(g_str_hash, g_str_equal);
    return directory;
}

void co_directory_free(CoDirectory *directory)
{
    if (directory == NULL)
        return;
    g_hash_table_unref(directory->reported);
    if (directory->communes != NULL)
        g_hash_table_unref(directory->communes);
    g_hash_table_unref(directory->first);
    g_string_chunk_free(directory->texts);
    g_array_unref(directory->lines);
    g_array_unref(directory->sources);
    g_free(directory);
}

static Line *line_at(const CoDirectory *directory, int index)
{
    return &g_array_index(directory->lines, Line, index);
}

/* @return the UAI of a cell, in the directory; NULL when it holds none */
static const char *uai_of(CoDirectory *directory, const char *raw)
{
    if (co_uai_is_valid(raw))
        return g_string_chunk_insert(directory->texts, raw);
    g_autofree char *repaired = co_uai_repair(raw);
    return repaired != NULL ? g_string_chunk_insert(directory->texts, repaired) : NULL;
}

/* @return the cell in the directory; @p shared: many rows say the same */
static const char *keep(CoDirectory *directory, const CoRow *row, int column, bool shared)
{
    const char *cell = co_row_cell(row, column);
    if (*cell == '\0')
        return "";
    return shared ? g_string_chunk_insert_const(directory->texts, cell)
                  : g_string_chunk_insert(directory->texts, cell);
}

static void read_position(const CoRow *row, Line *line)
{
    CoPlace place = co_place_unknown();
    if (!co_place_set_position(&place, co_row_cell(row, LATITUDE), co_row_cell(row, LONGITUDE))) {
        g_auto(GStrv) parts = g_strsplit(co_row_cell(row, POSITION), ", ", 2);
        if (parts[0] != NULL && parts[1] != NULL)
            co_place_set_position(&place, parts[0], parts[1]);
    }
    line->located = place.located;
    line->latitude = place.latitude;
    line->longitude = place.longitude;
}

static Line read_line(CoDirectory *directory, const CoRow *row)
{
    Line line = {
        .name = keep(directory, row, NAME, false),
        .type = keep(directory, row, TYPE, true),
        .nature = keep(directory, row, NATURE, true),
        .nature_label = keep(directory, row, NATURE_LABEL, true),
        .address = keep(directory, row, ADDRESS, false),
        .post_code = keep(directory, row, POST_CODE, true),
        .commune_code = keep(directory, row, COMMUNE_CODE, true),
        .commune = keep(directory, row, COMMUNE, true),
        .academy = keep(directory, row, ACADEMY, true),
        .state = keep(directory, row, STATE, true),
        .mother = keep(directory, row, MOTHER, false),
        .source = (int)directory->sources->len - 1,
        .number = co_row_line(row),
        .next = -1,
        .last = (int)directory->lines->len,
    };
    read_position(row, &line);
    return line;
}

static void add_line(CoDirectory *directory, const CoRow *row)
{
    const char *uai = uai_of(directory, co_row_cell(row, UAI));
    if (uai == NULL)
        return; /* no key, no question can lead here */
    int index = (int)directory->lines->len;
    Line line = read_line(directory, row);
    int first = GPOINTER_TO_INT(g_hash_table_lookup(directory->first, uai)) - 1;
    line.uai = first < 0 ? uai : line_at(directory, first)->uai;
    g_array_append_val(directory->lines, line);
    if (first < 0) {
        g_hash_table_insert(directory->first, (gpointer)uai, GINT_TO_POINTER(index + 1));
        return;
    }
    line_at(directory, line_at(directory, first)->last)->next = index;
    line_at(directory, first)->last = index;
}

static void add_source(CoDirectory *directory, const CoTable *table)
{
    Source source = {
        .file = g_strdup(co_sheet_file(table->sheet)),
        .sheet = g_strdup(co_sheet_name(table->sheet)),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        source.headers[i] = g_strdup(co_table_header(table, (int)i));
    g_array_append_val(directory->sources, source);
}

/* @return whether it is a directory at all */
static bool read_sheet(CoImport *import, const CoSheet *sheet, bool goes_on)
{
    static const CoColumnSet set = {columns, G_N_ELEMENTS(columns), true};
    CoTable table;
    if (!co_table_open(&table, import, sheet, &set))
        return false;
    if (!goes_on)
        add_source(import->directory, &table);
    for (int i = 0; i < co_sheet_n_rows(sheet); i++) {
        CoRow row = {.table = &table, .row = i};
        add_line(import->directory, &row);
    }
    return true;
}

static void read_stream(CoImport *import, const char *path, const char *file)
{
    g_autoptr(CoCsvStream) stream = co_csv_stream_open(path, file, import->problems);
    bool goes_on = false;
    while (stream != NULL) {
        g_autoptr(CoSheet) sheet = co_csv_stream_next(stream);
        if (sheet == NULL || !read_sheet(import, sheet, goes_on))
            return;
        goes_on = true;
    }
}

void co_directory_read(CoImport *import)
{
    int n_sheets = co_sheet_store_count(import->sheets, "annuaire");
    for (int i = 0; i < n_sheets; i++) {
        const char *path = co_sheet_store_path(import->sheets, "annuaire", i);
        if (path != NULL)
            read_stream(import, path, co_sheet_store_file(import->sheets, "annuaire", i));
        else
            read_sheet(import, co_sheet_store_get(import->sheets, "annuaire", i), false);
    }
}

bool co_directory_is_empty(const CoDirectory *directory)
{
    return directory->lines->len == 0;
}

bool co_directory_knows(const CoDirectory *directory, const char *uai)
{
    g_return_val_if_fail(directory != NULL && uai != NULL, false);
    return g_hash_table_contains(directory->first, uai);
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

/* @return (transfer none) a text of the directory with its blanks tidied, in the campaign */
static const char *publish(CoCampaign *campaign, const char *text)
{
    g_autofree char *clean = co_clean_text(text);
    return co_campaign_text(campaign, clean);
}

static const char *type_of(CoCampaign *campaign, const Line *line)
{
    const char *published = publish(campaign, line->type);
    if (*published == '\0')
        published = publish(campaign, line->nature_label);
    CoFamily family = family_of_nature(line->nature);
    if (family == CO_FAMILY_OTHER)
        family = co_place_family(published);
    const char *label = co_place_family_label(family);
    return label != NULL ? co_campaign_text(campaign, label) : published;
}

static CoDirectoryEntry read_entry(CoCampaign *campaign, const Line *line)
{
    CoDirectoryEntry entry = {
        .place =
            {
                .uai = co_campaign_text(campaign, line->uai),
                .name = publish(campaign, line->name),
                .type = type_of(campaign, line),
                .address = publish(campaign, line->address),
                .post_code = co_place_five_digits(campaign, publish(campaign, line->post_code)),
                .commune = publish(campaign, line->commune),
                .commune_code =
                    co_place_five_digits(campaign, publish(campaign, line->commune_code)),
                .located = line->located,
                .latitude = line->latitude,
                .longitude = line->longitude,
            },
        .academy = publish(campaign, line->academy),
    };
    entry.place.department = co_place_department(campaign, &entry.place);
    return entry;
}

static bool is_open(const Line *line)
{
    g_autofree char *state = co_text_key(line->state);
    return *state == '\0' || strcmp(state, "ouvert") == 0;
}

static void report(CoImport *import, const Line *line, int column, CoProblem problem)
{
    const Source *source = &g_array_index(import->directory->sources, Source, line->source);
    problem.file = source->file;
    problem.sheet = source->sheet;
    problem.line = line->number;
    problem.column = source->headers[column];
    co_problem_list_add(import->problems, &problem);
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
    const Source *source = &g_array_index(directory->sources, Source, kept->source);
    g_autofree char *where = co_sheet_where(source->file, source->sheet, kept->number);
    report(import, other, UAI,
           (CoProblem){.severity = CO_SEVERITY_NOTICE,
                       .code = CO_PROBLEM_DIRECTORY_TWICE,
                       .action = CO_ACTION_ROW_OUT,
                       .value = uai,
                       .detail = where});
}

/* @return the line that stands for a UAI, or NULL */
static const Line *best_line(const CoDirectory *directory, const char *uai)
{
    const Line *best = NULL;
    int best_rank = -1;
    int at = GPOINTER_TO_INT(g_hash_table_lookup(directory->first, uai)) - 1;
    if (at >= 0 && line_at(directory, at)->next < 0)
        return line_at(directory, at);
    for (; at >= 0; at = line_at(directory, at)->next) {
        const Line *line = line_at(directory, at);
        int rank = 2 * is_open(line) + line->located;
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
        CoDirectoryEntry other = read_entry(import->campaign, line);
        if (!entries_agree(entry, &other))
            report_twins(import, uai, kept, line);
    }
}

bool co_directory_find(CoImport *import, const char *uai, CoDirectoryEntry *entry)
{
    const Line *line = best_line(import->directory, uai);
    if (line == NULL) {
        *entry = (CoDirectoryEntry){.place = co_place_unknown(), .academy = ""};
        return false;
    }
    *entry = read_entry(import->campaign, line);
    judge_twins(import, uai, line, entry);
    return true;
}

void co_directory_judge(CoImport *import, const char *uai)
{
    const Line *line = best_line(import->directory, uai);
    if (line == NULL)
        return;
    if (!is_open(line))
        report(import, line, STATE,
               (CoProblem){.severity = CO_SEVERITY_WARNING,
                           .code = CO_PROBLEM_DIRECTORY_CLOSED,
                           .value = uai,
                           .detail = line->state});
    if (!co_clean_is_blank(line->mother))
        report(import, line, MOTHER,
               (CoProblem){.severity = CO_SEVERITY_NOTICE,
                           .code = CO_PROBLEM_DIRECTORY_ATTACHED,
                           .value = uai,
                           .detail = line->mother});
}

/* "LYON 3E ARRONDISSEMENT", "Grenoble cedex 9" and "Saint-Égrève" as people would name them. */
static char *commune_key(const char *commune)
{
    g_autofree char *key = co_text_key(commune);
    g_auto(GStrv) words = g_strsplit(key, " ", -1);
    guint n = 0;
    while (words[n] != NULL && strcmp(words[n], "cedex") != 0 &&
           (n == 0 || !g_ascii_isdigit(*words[n])))
        n++;
    for (guint i = n; words[i] != NULL; i++)
        *words[i] = '\0';
    return g_strchomp(g_strjoinv(" ", words));
}

static void free_lines(gpointer data)
{
    g_array_unref(data);
}

static void index_communes(CoDirectory *directory)
{
    /* Texts of communes are shared, so that each is folded once. */
    g_autoptr(GHashTable) keys = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    directory->communes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_lines);
    for (guint i = 0; i < directory->lines->len; i++) {
        const Line *line = line_at(directory, (int)i);
        char *key = g_hash_table_lookup(keys, line->commune);
        if (key == NULL) {
            key = commune_key(line->commune);
            g_hash_table_insert(keys, (gpointer)line->commune, key);
        }
        GArray *lines = g_hash_table_lookup(directory->communes, key);
        if (lines == NULL) {
            lines = g_array_new(FALSE, FALSE, sizeof(guint));
            g_hash_table_insert(directory->communes, g_strdup(key), lines);
        }
        g_array_append_val(lines, i);
    }
}

void co_directory_visit_commune(CoDirectory *directory, const char *commune, CoDirectoryVisit visit,
                                gpointer data)
{
    g_return_if_fail(directory != NULL && commune != NULL && visit != NULL);
    if (directory->communes == NULL)
        index_communes(directory);
    g_autofree char *key = commune_key(commune);
    const GArray *lines = *key != '\0' ? g_hash_table_lookup(directory->communes, key) : NULL;
    for (guint i = 0; lines != NULL && i < lines->len; i++) {
        const Line *line = line_at(directory, (int)g_array_index(lines, guint, i));
        if (line == best_line(directory, line->uai) && is_open(line))
            visit(line->uai, line->name, data);
    }
}
