/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anomalies.xlsx, for the planner: a summary, then one sheet a part. */
#include "committee.h"

#include "anomalies.h"
#include "outputs/kit/table.h"
#include "outputs/words/names.h"
#include "cohorte/readiness_report.h"
#include "cohorte/wording.h"

typedef struct Book {
    const CoOutputContext *context;
    const CoHeading *heading;
    const CoAnomalyList *list;
    CoBook *book;
    bool has_academies; /* a column tells which */
} Book;

/* Marks the severities in a column, wherever sorting takes them. */
static void mark_severities(CoPage *page, int head_row, int last_row, int col)
{
    static const struct {
        CoSeverity severity;
        CoMark mark;
    } marks[] = {{CO_SEVERITY_ERROR, CO_MARK_STRONG}, {CO_SEVERITY_WARNING, CO_MARK_LIGHT}};
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        g_autofree char *value =
            g_strdup_printf("\"%s\"", co_wording_finding_severity(marks[i].severity));
        lxw_conditional_format rule = {
            .type = LXW_CONDITIONAL_TYPE_CELL,
            .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
            .value_string = value,
            .format = workbook_add_format(co_book_handle(co_page_book(page))),
        };
        co_style_mark(rule.format, marks[i].mark);
        worksheet_conditional_format_range(co_page_sheet(page), (lxw_row_t)head_row + 1,
                                           (lxw_col_t)col, (lxw_row_t)last_row, (lxw_col_t)col,
                                           &rule);
    }
}

/* ---- summary ---- */

static const CoColumn summary_columns[] = {
    {"Rubrique", CO_STYLE_CELL_STRONG, 150, 260, 0},
    {"Sujet", CO_STYLE_CELL, 190, 420, 0},
    {"Gravité", CO_STYLE_CELL_CENTER, 80, 150, 0},
    {"Nombre", CO_STYLE_CELL_NUMBER, 70, 150, 0},
};
enum { SUMMARY_SEVERITY = 2 };

/* The unplaced by the rule that keeps most of them out. */
static void add_unplaced_rules(CoTable *table, const CoAnomalyList *list)
{
    int n_of_rule[CO_RULE_END] = {0};
    for (int i = 0; i < list->n_anomalies; i++)
        if (list->anomalies[i].kind == CO_ANOMALY_UNPLACED)
            n_of_rule[list->anomalies[i].rule]++;
    for (int rule = 0; rule < CO_RULE_END; rule++) {
        if (n_of_rule[rule] == 0)
            continue;
        co_table_add_text(table, co_wording_anomaly_part(CO_ANOMALY_PART_UNPLACED));
        co_table_take_text(table, rule == 0 ? g_strdup("Motif inconnu")
                                            : g_strdup_printf("%s %s", co_rule_id((CoRule)rule),
                                                              co_wording_rule((CoRule)rule)));
        co_table_add_text(table, co_wording_finding_severity(CO_SEVERITY_ERROR));
        co_table_add_number(table, n_of_rule[rule]);
    }
}

static void add_kinds(CoTable *table, const CoAnomalyList *list)
{
    add_unplaced_rules(table, list);
    for (int k = CO_ANOMALY_UNPLACED + 1; k < CO_ANOMALY_N_KINDS; k++) {
        if (list->n_of_kind[k] == 0)
            continue;
        int i = 0;
        while ((int)list->anomalies[i].kind != k)
            i++;
        CoSeverity severity = list->anomalies[i].severity;
        co_table_add_text(table, co_wording_anomaly_part(co_anomaly_part((CoAnomalyKind)k)));
        co_table_add_text(table, co_wording_anomaly_kind((CoAnomalyKind)k));
        co_table_add_text(table, co_wording_finding_severity(severity));
        co_table_add_number(table, list->n_of_kind[k]);
    }
}

static void add_facts(CoPage *page, const Book *book, int *row)
{
    const CoArea line = {*row, 0, 1, G_N_ELEMENTS(summary_columns)};
    const CoAnomalyList *list = book->list;
    int n_placed = co_plan_n_placed(book->context->plan);
    g_autofree char *placed = g_strdup_printf("%d sur %d", n_placed,
                                              n_placed + list->n_of_part[CO_ANOMALY_PART_UNPLACED]);
    g_autofree char *errors =
        co_name_count(list->n_of_severity[CO_SEVERITY_ERROR], "bloquant", "bloquants");
    g_autofree char *counts = g_strdup_printf("%s, %d à régler, %d à savoir", errors,
                                              list->n_of_severity[CO_SEVERITY_WARNING],
                                              list->n_of_severity[CO_SEVERITY_NOTICE]);
    *row = co_heading_fact(page, line, "Personnes placées", placed);
    *row = co_heading_fact(page, (CoArea){*row, 0, 1, line.n_cols}, "Points relevés", counts);
}

static void write_summary(const Book *book)
{
    const CoPageSetup setup = {"Résumé", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    int n_columns = G_N_ELEMENTS(summary_columns);
    g_autoptr(CoTable) table = co_table_new(summary_columns, n_columns);
    add_kinds(table, book->list);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, n_columns, NULL);
    add_facts(page, book, &row);
    co_page_raise_row(page, row++, 10);
    int head = row;
    if (book->list->n_anomalies > 0) {
        row = co_table_fill_page(table, page, row);
        mark_severities(page, head, row - 1, SUMMARY_SEVERITY);
    } else
        co_page_area(page, (CoArea){row++, 0, 1, n_columns},
                     "Rien à signaler : tout le monde a une place, le contrôle ne relève rien et "
                     "les données sont complètes.",
                     (CoLook){.style = CO_STYLE_NOTICE});
    co_page_area(page, (CoArea){row + 1, 0, 1, n_columns},
                 "Document réservé au planificateur : il nomme des personnes. Bloquant : quelqu'un "
                 "reste sans place, ou le plan n'est pas sûr. À régler : avant l'envoi des "
                 "convocations.",
                 (CoLook){.style = CO_STYLE_SMALL});
}

/* ---- one sheet a part ---- */

static const CoColumn unplaced_columns[] = {
    {"Personne", CO_STYLE_CELL_STRONG, 110, 180, 0}, {"Fonction", CO_STYLE_CELL_CENTER, 66, 110, 0},
    {"Parcours", CO_STYLE_CELL_CENTER, 70, 100, 0},  {"Établissement", CO_STYLE_CELL, 140, 220, 0},
    {"Vague", CO_STYLE_CELL_CENTER, 52, 70, 0},      {"Règles", CO_STYLE_CELL_SMALL, 130, 210, 0},
    {"Motif principal", CO_STYLE_CELL, 180, 300, 0}, {"Remède", CO_STYLE_CELL, 160, 280, 0},
};

static const CoColumn part_columns[] = {
    {"Gravité", CO_STYLE_CELL_CENTER, 66, 80, 0},     {"Sujet", CO_STYLE_CELL_STRONG, 110, 170, 0},
    {"Règle", CO_STYLE_CELL_SMALL, 80, 130, 0},       {"Objet", CO_STYLE_CELL_STRONG, 120, 240, 0},
    {"Lieu ou parcours", CO_STYLE_CELL, 100, 190, 0}, {"Constat", CO_STYLE_CELL, 200, 360, 0},
    {"Remède", CO_STYLE_CELL, 170, 300, 0},
};

static const CoColumn academy_column = {"Académie", CO_STYLE_CELL, 80, 130, 0};

static void add_academy(CoTable *table, const Book *book, int academy_idx)
{
    if (book->has_academies)
        co_table_add_text(table, academy_idx < 0
                                     ? "Toutes"
                                     : book->context->campaign->academies[academy_idx].name);
}

static void add_unplaced(CoTable *table, const Book *book, const CoAnomaly *anomaly)
{
    const CoCampaign *campaign = book->context->campaign;
    const CoPerson *person = &campaign->people[anomaly->person_idx];
    int wave_idx = anomaly->establishment_idx < 0
                       ? -1
                       : campaign->establishments[anomaly->establishment_idx].wave_idx;
    add_academy(table, book, anomaly->academy_idx);
    co_table_add_text(table, anomaly->object);
    co_table_take_text(table, co_name_role_codes(campaign, person));
    co_table_add_text(table, person->path_idx < 0 ? "" : campaign->paths[person->path_idx].code);
    co_table_add_text(table, anomaly->where);
    co_table_add_text(table, wave_idx < 0 ? "" : campaign->waves[wave_idx].code);
    co_table_take_text(table, co_wording_anomaly_rules(anomaly));
    co_table_add_text(table, anomaly->sentence);
    co_table_add_text(table, anomaly->remedy);
}

static void add_line(CoTable *table, const Book *book, const CoAnomaly *anomaly)
{
    add_academy(table, book, anomaly->academy_idx);
    co_table_add_text(table, co_wording_finding_severity(anomaly->severity));
    co_table_add_text(table, co_wording_anomaly_kind(anomaly->kind));
    co_table_take_text(table, co_wording_anomaly_rules(anomaly));
    co_table_add_text(table, anomaly->object);
    co_table_add_text(table, anomaly->where);
    co_table_add_text(table, anomaly->sentence);
    co_table_add_text(table, anomaly->remedy);
}

/* @return (transfer full) of CoColumn: those of the part, the academy before them */
static GArray *columns_of(const Book *book, CoAnomalyPart part)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(CoColumn));
    if (book->has_academies)
        g_array_append_val(columns, academy_column);
    if (part == CO_ANOMALY_PART_UNPLACED)
        g_array_append_vals(columns, unplaced_columns, G_N_ELEMENTS(unplaced_columns));
    else
        g_array_append_vals(columns, part_columns, G_N_ELEMENTS(part_columns));
    return columns;
}

static void write_part(const Book *book, CoAnomalyPart part)
{
    const CoPageSetup setup = {co_wording_anomaly_part(part), book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(GArray) columns = columns_of(book, part);
    int n_columns = (int)columns->len;
    g_autoptr(CoTable) table = co_table_new((const CoColumn *)(void *)columns->data, n_columns);
    for (int i = 0; i < book->list->n_anomalies; i++) {
        const CoAnomaly *anomaly = &book->list->anomalies[i];
        if (co_anomaly_part(anomaly->kind) != part)
            continue;
        if (part == CO_ANOMALY_PART_UNPLACED)
            add_unplaced(table, book, anomaly);
        else
            add_line(table, book, anomaly);
    }
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, n_columns, co_wording_anomaly_part(part));
    int head = row;
    if (co_table_n_rows(table) > 0) {
        row = co_table_fill_page(table, page, row);
        if (part != CO_ANOMALY_PART_UNPLACED)
            mark_severities(page, head, row - 1, book->has_academies ? 1 : 0);
    } else
        co_page_area(page, (CoArea){row, 0, 1, n_columns}, co_wording_anomaly_nothing(part),
                     (CoLook){.style = CO_STYLE_NOTICE});
}

bool co_anomalies_publish(const CoPublication *publication, GError **error)
{
    static const char name[] = "anomalies.xlsx";
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    g_autoptr(CoHeading) heading =
        co_heading_new(publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT,
                       "Points à traiter avant les convocations");
    g_autoptr(CoBook) book = co_publication_open(publication, heading, name, error);
    if (book == NULL)
        return false;
    g_autoptr(CoAnomalyList) list = co_anomalies_find(publication->context);
    const Book made = {publication->context, heading, list, book,
                       publication->context->campaign->n_academies > 1};
    write_summary(&made);
    for (int part = 0; part < CO_ANOMALY_N_PARTS; part++)
        write_part(&made, (CoAnomalyPart)part);
    return co_publication_close(publication, book, name, "EAFC, planificateur", error);
}
