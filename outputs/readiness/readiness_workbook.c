/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readiness report as a workbook: what to settle, answers, needs, means, weeks, reminders. */
#include "outputs/heading.h"
#include "outputs/words/names.h"
#include "readiness_files.h"
#include "outputs/kit/table.h"
#include "cohorte/wording.h"

/* As in the page: vermilion, yellow and sky of the common palette, in light tones. */
enum { FILL_ERROR = 0xFAD5C0, FILL_WARNING = 0xFDF0C4, FILL_NOTICE = 0xD3ECFA };

typedef struct Report {
    const CoReadinessContext *context;
    const CoCampaign *campaign;
    const CoReadiness *readiness;
    const CoHeading *heading;
    CoBook *book;
} Report;

/* A sheet with one table, and a remark under it. */
typedef struct Sheet {
    const char *name, *title, *remark;
    int n_columns;
} Sheet;

static uint32_t fill_of(CoSeverity severity)
{
    switch (severity) {
    case CO_SEVERITY_ERROR:
        return FILL_ERROR;
    case CO_SEVERITY_WARNING:
        return FILL_WARNING;
    case CO_SEVERITY_NOTICE:
        break;
    }
    return FILL_NOTICE;
}

static void write_sheet(const Report *report, const Sheet *sheet, const CoTable *table)
{
    const CoPageSetup setup = {sheet->name, report->heading->footer, true};
    CoPage *page = co_page_new(report->book, &setup);
    co_table_set_widths(table, page);
    int row = co_heading_draw(report->heading, page, sheet->n_columns, sheet->title);
    row = co_table_fill_page(table, page, row);
    co_page_area(page, (CoArea){row + 1, 0, 1, sheet->n_columns}, sheet->remark,
                 (CoLook){.style = CO_STYLE_SMALL});
}

static const char *wave_code(const CoCampaign *campaign, int wave_idx)
{
    return wave_idx < 0 ? "" : campaign->waves[wave_idx].code;
}

/* ---- findings ---- */

static const CoColumn finding_columns[] = {
    {"Gravité", CO_STYLE_CELL_CENTER, 64, 80, 0},
    {"Sujet", CO_STYLE_CELL_STRONG, 120, 220, 0},
    {"Constat", CO_STYLE_CELL, 220, 420, 0},
    {"À faire", CO_STYLE_CELL, 180, 340, 0},
};

static void add_findings(const Report *report)
{
    g_autoptr(CoTable) table = co_table_new(finding_columns, G_N_ELEMENTS(finding_columns));
    for (int i = 0; i < report->readiness->n_findings; i++) {
        const CoFinding *finding = &report->readiness->findings[i];
        co_table_fill_row(table, fill_of(finding->severity));
        co_table_add_text(table, co_wording_finding_severity(finding->severity));
        co_table_take_text(table, co_wording_finding_subject(report->campaign, finding));
        co_table_take_text(table, co_wording_finding(report->campaign, report->readiness, finding));
        co_table_take_text(table,
                           co_wording_finding_remedy(report->campaign, report->readiness, finding));
    }
    static const Sheet sheet = {
        "À régler", "Points à régler avant de planifier",
        "Bloquant : quelqu'un reste sans place dans tout plan. Les capacités sont calculées "
        "au mieux : un manque annoncé est certain, l'absence de manque ne promet pas un "
        "plan.",
        G_N_ELEMENTS(finding_columns)};
    write_sheet(report, &sheet, table);
}

/* ---- answers ---- */

static const CoColumn answer_columns[] = {
    {"Vague", CO_STYLE_CELL_CENTER, 70, 140, 0},
    {"Type", CO_STYLE_CELL, 160, 320, 0},
    {"Ont répondu", CO_STYLE_CELL_NUMBER, 90, 140, 0},
    {"Attendus", CO_STYLE_CELL_NUMBER, 90, 140, 0},
    {"Taux", CO_STYLE_CELL_CENTER, 80, 140, 0},
};

static void add_answer(CoTable *table, const CoCampaign *campaign, const CoAnswerRate *rate)
{
    co_table_add_text(table, wave_code(campaign, rate->wave_idx));
    co_table_add_text(table, co_wording_type(rate->type));
    co_table_add_number(table, rate->n_answered);
    co_table_add_number(table, rate->n_expected);
    co_table_take_text(table,
                       co_wording_percent((double)rate->n_answered / MAX(rate->n_expected, 1)));
}

static void add_answers(const Report *report)
{
    g_autoptr(CoTable) table = co_table_new(answer_columns, G_N_ELEMENTS(answer_columns));
    CoAnswerRate all = {.wave_idx = -1, .type = "Ensemble"};
    for (int i = 0; i < report->readiness->n_rates; i++) {
        const CoAnswerRate *rate = &report->readiness->rates[i];
        add_answer(table, report->campaign, rate);
        all.n_answered += rate->n_answered;
        all.n_expected += rate->n_expected;
    }
    co_table_fill_row(table, FILL_NOTICE);
    add_answer(table, report->campaign, &all);
    static const Sheet sheet = {
        "Réponses", "Taux de réponse par vague et par type",
        "A répondu : un établissement dont une réponse est retenue, ou que la table besoins "
        "nomme.",
        G_N_ELEMENTS(answer_columns)};
    write_sheet(report, &sheet, table);
}

/* ---- needs ---- */

static const CoColumn need_columns[] = {
    {"Type", CO_STYLE_CELL, 140, 260, 0},
    {"Service", CO_STYLE_CELL, 100, 160, 0},
    {"Fonction", CO_STYLE_CELL_CENTER, 80, 140, 0},
    {"Établissements", CO_STYLE_CELL_NUMBER, 96, 120, 0},
    {"Personnes", CO_STYLE_CELL_NUMBER, 76, 100, 0},
    {"Le moins", CO_STYLE_CELL_NUMBER, 66, 90, 0},
    {"Médiane", CO_STYLE_CELL_CENTER, 66, 90, 0},
    {"Le plus", CO_STYLE_CELL_NUMBER, 66, 90, 0},
};

static void add_needs(const Report *report)
{
    g_autoptr(CoTable) table = co_table_new(need_columns, G_N_ELEMENTS(need_columns));
    for (int i = 0; i < report->readiness->n_profiles; i++) {
        const CoNeedProfile *profile = &report->readiness->profiles[i];
        co_table_add_text(table, co_wording_type(profile->type));
        co_table_add_text(table, co_wording_size(profile->size));
        co_table_add_text(table, report->campaign->roles[profile->role_idx].code);
        co_table_add_number(table, profile->n_establishments);
        co_table_add_number(table, profile->total);
        co_table_add_number(table, profile->least);
        co_table_take_text(table, co_wording_half(profile->median_x2));
        co_table_add_number(table, profile->most);
    }
    static const Sheet sheet = {
        "Besoins", "Besoins déclarés par type et taille d'établissement",
        "Par établissement ayant répondu, personnes déjà formées et places réservées non "
        "comprises ; une personne à deux fonctions compte pour la première.",
        G_N_ELEMENTS(need_columns)};
    write_sheet(report, &sheet, table);
}

/* ---- means ---- */

static const CoColumn capacity_columns[] = {
    {"Parcours", CO_STYLE_CELL_STRONG, 80, 200, 0},
    {"Académie", CO_STYLE_CELL, 70, 140, 0},
    {"Personnes", CO_STYLE_CELL_NUMBER, 68, 80, 0},
    {"Places par groupe", CO_STYLE_CELL_NUMBER, 64, 80, 0},
    {"Groupes nécessaires", CO_STYLE_CELL_NUMBER, 80, 90, 0},
    {"Groupes au mieux", CO_STYLE_CELL_NUMBER, 66, 80, 0},
    {"par salles", CO_STYLE_CELL_CENTER, 56, 70, 0},
    {"par formateurs", CO_STYLE_CELL_CENTER, 76, 90, 0},
    {"par charge", CO_STYLE_CELL_CENTER, 58, 70, 0},
    {"par FM1", CO_STYLE_CELL_CENTER, 50, 70, 0},
    {"groupes_max", CO_STYLE_CELL_CENTER, 84, 90, 0},
    {"Ce qui limite", CO_STYLE_CELL, 100, 180, 0},
    {"Sans place, au moins", CO_STYLE_CELL_NUMBER, 72, 90, 0},
};

static void add_bound(CoTable *table, int bound)
{
    co_table_take_text(table, bound < 0 ? g_strdup("–") : g_strdup_printf("%d", bound));
}

static const char *academy_name(const CoCampaign *campaign, int academy_idx)
{
    return academy_idx < 0 ? "" : campaign->academies[academy_idx].name;
}

static void add_capacity(CoTable *table, const CoCampaign *campaign, const CoCapacity *capacity)
{
    if (capacity->needed > capacity->possible)
        co_table_fill_row(table, FILL_ERROR);
    co_table_add_text(table, campaign->paths[capacity->path_idx].code);
    co_table_add_text(table, academy_name(campaign, capacity->academy_idx));
    co_table_add_number(table, capacity->n_persons);
    co_table_add_number(table, capacity->group_size);
    co_table_add_number(table, capacity->needed);
    co_table_add_number(table, capacity->possible);
    add_bound(table, capacity->by_rooms);
    add_bound(table, capacity->by_teams);
    add_bound(table, capacity->by_load);
    add_bound(table, capacity->by_fm1);
    add_bound(table, capacity->by_count);
    co_table_add_text(table, co_wording_limit(capacity->limit));
    co_table_add_number(table, capacity->n_left);
}

static void add_capacities(const Report *report)
{
    g_autoptr(CoTable) table = co_table_new(capacity_columns, G_N_ELEMENTS(capacity_columns));
    for (int i = 0; i < report->readiness->n_capacities; i++)
        add_capacity(table, report->campaign, &report->readiness->capacities[i]);
    static const Sheet sheet = {
        "Moyens", "Groupes nécessaires et groupes possibles au mieux",
        "Chaque colonne « par » donne le plus grand nombre de groupes que ce moyen porterait "
        "s'il était seul à compter et si aucun autre parcours n'en voulait ; un tiret : il "
        "ne limite pas.",
        G_N_ELEMENTS(capacity_columns)};
    write_sheet(report, &sheet, table);
}

static const CoColumn week_columns[] = {
    {"Parcours", CO_STYLE_CELL_STRONG, 90, 200, 0},
    {"Académie", CO_STYLE_CELL, 80, 160, 0},
    {"Semaine du", CO_STYLE_CELL_DAY, 100, 120, 0},
    {"Jours possibles", CO_STYLE_CELL_NUMBER, 72, 90, 0},
    {"Groupes en FM1", CO_STYLE_CELL_CENTER, 72, 90, 0},
    {"Salles libres", CO_STYLE_CELL_NUMBER, 66, 90, 0},
    {"Équipes de formateurs", CO_STYLE_CELL_NUMBER, 84, 110, 0},
    {"Groupes à la fois", CO_STYLE_CELL_NUMBER, 72, 90, 0},
};

static void add_weeks(const Report *report)
{
    g_autoptr(CoTable) table = co_table_new(week_columns, G_N_ELEMENTS(week_columns));
    for (int i = 0; i < report->readiness->n_capacities; i++) {
        const CoCapacity *capacity = &report->readiness->capacities[i];
        for (int w = 0; w < capacity->n_weeks; w++) {
            const CoCapacityWeek *week = &capacity->weeks[w];
            co_table_add_text(table, report->campaign->paths[capacity->path_idx].code);
            co_table_add_text(table, academy_name(report->campaign, capacity->academy_idx));
            co_table_add_day(table, week->monday);
            co_table_add_number(table, week->n_days);
            add_bound(table, week->fm1);
            co_table_add_number(table, week->rooms);
            co_table_add_number(table, week->teams);
            co_table_add_number(table, week->at_once);
        }
    }
    static const Sheet sheet = {"Semaines", "Moyens au mieux, semaine par semaine",
                                "La meilleure demi-journée de la semaine, pour ce parcours seul.",
                                G_N_ELEMENTS(week_columns)};
    write_sheet(report, &sheet, table);
}

/* ---- reminders ---- */

static const CoColumn reminder_columns[] = {
    {"UAI", CO_STYLE_CELL_CENTER, 76, 84, 0},
    {"Établissement", CO_STYLE_CELL_STRONG, 150, 260, 0},
    {"Type", CO_STYLE_CELL, 70, 130, 0},
    {"Commune", CO_STYLE_CELL, 90, 150, 0},
    {"Courriel", CO_STYLE_CELL, 150, 230, 0},
    {"Contact", CO_STYLE_CELL, 80, 150, 0},
    {"Vague", CO_STYLE_CELL_CENTER, 50, 70, 0},
    {"Répondre avant le", CO_STYLE_CELL_DAY, 100, 116, 0},
    {"Besoin estimé", CO_STYLE_CELL, 100, 180, 0},
};

static void add_reminders(const Report *report)
{
    g_autoptr(CoTable) table = co_table_new(reminder_columns, G_N_ELEMENTS(reminder_columns));
    for (int i = 0; i < report->readiness->n_silent; i++) {
        g_autoptr(CoReminder) reminder =
            co_reminder_new(report->campaign, &report->readiness->silent[i]);
        co_table_add_text(table, reminder->uai);
        co_table_add_text(table, reminder->name);
        co_table_add_text(table, reminder->type);
        co_table_add_text(table, reminder->commune);
        co_table_add_text(table, reminder->email);
        co_table_add_text(table, reminder->contact);
        co_table_add_text(table, reminder->wave);
        co_table_add_day(table, report->context->answer_by);
        co_table_add_text(table, reminder->expected);
    }
    static const Sheet sheet = {
        "Relances", "Établissements à relancer",
        "Le besoin est une estimation : la moyenne, arrondie, d'établissements semblables "
        "qui ont répondu. relances.csv porte la même liste pour un publipostage.",
        G_N_ELEMENTS(reminder_columns)};
    write_sheet(report, &sheet, table);
}

/* ---- the file ---- */

bool co_readiness_workbook(const CoReadinessContext *context, const char *path, const char *scratch,
                           GError **error)
{
    g_return_val_if_fail(context != NULL && path != NULL && scratch != NULL, false);
    const CoOutputContext before_any_plan = {.campaign = context->campaign};
    g_autoptr(CoHeading) heading = co_heading_new(
        &before_any_plan, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Qualité des données");
    g_autoptr(CoBook) book = co_heading_book(heading, &before_any_plan, path, scratch);
    const Report report = {context, context->campaign, context->readiness, heading, book};
    add_findings(&report);
    add_answers(&report);
    add_needs(&report);
    add_capacities(&report);
    add_weeks(&report);
    add_reminders(&report);
    g_autoptr(GBytes) data = co_book_close(book, error);
    return data != NULL;
}
