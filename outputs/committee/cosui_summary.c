/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key figures, each with what it is a part of; the survey; establishments; needs. */
#include "cosui.h"

#include "outputs/words/names.h"
#include "cohorte/attendance.h"

#define CHART_HEIGHT_PX 310
#define ANSWERED_INK 0x8DBFE2
#define SILENT_INK 0xD55E00
#define NEED_INK 0x7F7F7F

static const CoColumn figure_columns[] = {
    {"Indicateur", CO_STYLE_CELL_STRONG, 200, 620, 4},
    {"Nombre", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Sur", CO_STYLE_CELL_CENTER, 90, 114, 0},
    {"Taux", CO_STYLE_CELL_PERCENT, 90, 114, 0},
};

/* @param whole  what the figure is a part of; -1 = of nothing */
static void add_figure(CoTable *table, const char *label, int part, int whole)
{
    co_table_add_text(table, label);
    co_table_add_number(table, part);
    if (whole < 0) {
        co_table_add_text(table, "–");
        co_table_add_text(table, "–");
        return;
    }
    co_table_add_number(table, whole);
    co_table_add_percent(table, part, whole);
}

/* ---- key figures ---- */

static int n_schools_called(const CoCosui *cosui)
{
    const CoCampaign *campaign = cosui->context->campaign;
    int n = 0;
    for (int e = 0; e < campaign->n_establishments; e++) {
        int n_people;
        const int *people = co_publication_staff(cosui->publication, e, &n_people);
        bool called = false;
        for (int i = 0; i < n_people; i++)
            called = called || cosui->publication->group_of_person[people[i]] >= 0;
        n += called;
    }
    return n;
}

static int n_trainers_busy(const CoOutputContext *context)
{
    g_autofree bool *busy = g_new0(bool, (gsize)context->campaign->n_trainers + 1);
    int n = 0;
    for (int g = 0; g < context->plan->n_groups; g++)
        for (int i = 0; i < 2; i++) {
            int trainer = context->plan->groups[g].trainer_idx[i];
            n += trainer >= 0 && !busy[trainer];
            if (trainer >= 0)
                busy[trainer] = true;
        }
    return n;
}

static void add_groups(CoTable *table, const CoOutputContext *context)
{
    int n_members = 0, n_seats = 0;
    for (int g = 0; g < context->plan->n_groups; g++) {
        CoFill fill = co_fill_of(context->campaign, &context->plan->groups[g]);
        n_members += fill.n_members;
        n_seats += fill.max_size;
    }
    add_figure(table, "Groupes constitués", context->plan->n_groups, -1);
    add_figure(table, "Places occupées, réservées comprises, sur le maximum des groupes", n_members,
               n_seats);
}

static CoTable *key_figures(const CoCosui *cosui, const CoCoverage *all)
{
    const CoCampaign *campaign = cosui->context->campaign;
    CoVolume volume = co_volume_of(campaign, CO_ANY, CO_ANY);
    CoTable *table = co_table_new(figure_columns, G_N_ELEMENTS(figure_columns));
    add_figure(table,
               campaign->survey.n_rows > 0 ? "Établissements ayant répondu à l'enquête"
                                           : "Établissements dont le besoin est connu",
               volume.n_answered, volume.n_establishments);
    add_figure(table, "Personnes placées, sur le besoin déclaré", all->n_placed, all->n_declared);
    add_figure(table, "Couverture : placées et déjà formées, sur le besoin et les déjà formées",
               all->n_placed + all->n_trained, all->n_declared + all->n_trained);
    add_figure(table, "Personnes déjà formées (à part)", all->n_trained, -1);
    add_figure(table, "Places réservées (à part)", all->n_reserved, -1);
    add_figure(table, "Établissements dont quelqu'un est convoqué", n_schools_called(cosui),
               volume.n_establishments);
    add_groups(table, cosui->context);
    add_figure(table, "Formateurs qui animent un groupe", n_trainers_busy(cosui->context),
               campaign->n_trainers);
    return table;
}

/* ---- survey ---- */

static int write_survey(const CoCosui *cosui, CoPage *page, int row)
{
    const CoSurveyStats *survey = &cosui->context->campaign->survey;
    if (survey->n_rows == 0) {
        co_page_area(page, (CoArea){row, 0, 1, CO_COSUI_COLUMNS},
                     "Aucune enquête n'a été importée : les besoins viennent de la table besoins.",
                     (CoLook){.style = CO_STYLE_NOTICE});
        return row + 2;
    }
    g_autoptr(CoTable) table = co_table_new(figure_columns, G_N_ELEMENTS(figure_columns));
    add_figure(table, "Réponses reçues", survey->n_rows, -1);
    add_figure(table, "Réponses retenues", survey->n_kept, survey->n_rows);
    add_figure(table, "Réponses non envoyées (brouillons)", survey->n_unsubmitted, survey->n_rows);
    add_figure(table, "Réponses d'établissements hors campagne", survey->n_outside, survey->n_rows);
    add_figure(table, "Établissements qui ont répondu plusieurs fois", survey->n_replaced, -1);
    add_figure(table, "UAI corrigés", survey->n_uai_mended, -1);
    add_figure(table, "Personnes citées deux fois dans une réponse", survey->n_person_twice, -1);
    add_figure(table, "Personnes citées dans deux établissements", survey->n_person_two_places, -1);
    return co_cosui_part(page, row, "Réponses à l'enquête", table);
}

/* ---- attendance ---- */

static CoTable *attendance_table(const CoAttendanceTotals *totals, int n_members)
{
    CoTable *table = co_table_new(figure_columns, G_N_ELEMENTS(figure_columns));
    add_figure(table, "Groupes dont toutes les présences sont connues", totals->n_closed_groups,
               totals->n_groups);
    add_figure(table, "Demi-journées suivies, sur les demi-journées prévues des participants",
               totals->n_present, totals->n_expected);
    add_figure(table, "Demi-journées d'absence", totals->n_absent, totals->n_expected);
    add_figure(table, "Demi-journées d'absence excusée", totals->n_excused, totals->n_expected);
    add_figure(table, "Demi-journées rattrapées dans un autre groupe", totals->n_catch_ups, -1);
    add_figure(table, "Personnes venues une fois au moins", totals->n_people, n_members);
    add_figure(table, "Personnes ayant suivi toutes les heures prévues", totals->n_trained,
               n_members);
    return table;
}

/* Nothing before the first sheet has come back: the committee may meet before any training. */
static int write_attendance(const CoCosui *cosui, CoPage *page, int row)
{
    const CoAttendanceList *told = cosui->publication->attendance;
    if (told == NULL || co_attendance_list_size(told) == 0)
        return row;
    CoAttendanceTotals totals;
    g_autoptr(CoRegister) book =
        co_register_new(cosui->context->campaign, cosui->context->plan, told);
    co_register_totals(book, &totals);
    g_autoptr(CoTable) table = attendance_table(&totals, co_plan_n_placed(cosui->context->plan));
    return co_cosui_part(page, row, "Présences connues à ce jour", table);
}

/* ---- establishments ---- */

static const CoColumn volume_columns[CO_COSUI_COLUMNS] = {
    {"Vague", CO_STYLE_CELL_STRONG, 200, 290, 0},
    {"Collège", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Lycée", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Lycée professionnel", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"EREA", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Autre", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Total", CO_STYLE_CELL_NUMBER, 90, 114, 0},
};
static const CoFamily family_order[CO_N_FAMILIES] = {
    CO_FAMILY_COLLEGE, CO_FAMILY_LYCEE, CO_FAMILY_VOCATIONAL, CO_FAMILY_EREA, CO_FAMILY_OTHER};

static void add_volume(CoTable *table, const CoVolume *volume)
{
    for (int i = 0; i < CO_N_FAMILIES; i++)
        co_table_add_number(table, volume->n_of_family[family_order[i]]);
    co_table_add_number(table, volume->n_establishments);
}

static int write_volumes(const CoCosui *cosui, CoPage *page, int row)
{
    const CoCampaign *campaign = cosui->context->campaign;
    g_autoptr(CoTable) table = co_table_new(volume_columns, CO_COSUI_COLUMNS);
    for (int w = 0; w < campaign->n_waves; w++) {
        CoVolume volume = co_volume_of(campaign, w, CO_ANY);
        co_table_take_text(table, co_name_wave(campaign, w));
        add_volume(table, &volume);
    }
    CoVolume none = co_volume_of(campaign, -1, CO_ANY),
             all = co_volume_of(campaign, CO_ANY, CO_ANY);
    if (none.n_establishments > 0) {
        co_table_add_text(table, "Sans vague");
        add_volume(table, &none);
    }
    co_table_fill_row(table, CO_FILL_TOTAL);
    co_table_add_text(table, "Total");
    add_volume(table, &all);
    return co_cosui_part(page, row, "Établissements par vague et par type", table);
}

static const CoColumn answer_columns[] = {
    {"Type", CO_STYLE_CELL_STRONG, 200, 290, 0},
    {"Établissements", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Ont répondu", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Sans réponse", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Taux de réponse", CO_STYLE_CELL_PERCENT, 90, 114, 0},
};

static void add_answers(CoTable *table, const char *label, int n, int n_answered)
{
    co_table_add_text(table, label);
    co_table_add_number(table, n);
    co_table_add_number(table, n_answered);
    co_table_add_number(table, n - n_answered);
    co_table_add_percent(table, n_answered, n);
}

/* @param range  (out) the rows of the types */
static int write_answers(const CoCosui *cosui, CoPage *page, int row, CoChartRange *range)
{
    CoVolume all = co_volume_of(cosui->context->campaign, CO_ANY, CO_ANY);
    g_autoptr(CoTable) table = co_table_new(answer_columns, G_N_ELEMENTS(answer_columns));
    for (int i = 0; i < CO_N_FAMILIES; i++) {
        CoFamily family = family_order[i];
        if (all.n_of_family[family] > 0)
            add_answers(table, co_family_word(family), all.n_of_family[family],
                        all.n_answered_of_family[family]);
    }
    *range = (CoChartRange){page, row + 1, co_table_n_rows(table), 0};
    co_table_fill_row(table, CO_FILL_TOTAL);
    add_answers(table, "Total", all.n_establishments, all.n_answered);
    return co_cosui_part(page, row, "Réponses par type d'établissement", table);
}

/* ---- several academies ---- */

static const CoColumn academy_columns[CO_COSUI_COLUMNS] = {
    {"Académie", CO_STYLE_CELL_STRONG, 200, 290, 0},
    {"Établissements", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Ont répondu", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Taux de réponse", CO_STYLE_CELL_PERCENT, 90, 114, 0},
    {"Besoin déclaré", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Personnes placées", CO_STYLE_CELL_NUMBER, 90, 114, 0},
    {"Groupes", CO_STYLE_CELL_NUMBER, 90, 114, 0},
};

static int n_groups_of(const CoPlan *plan, int academy_idx)
{
    int n = 0;
    for (int g = 0; g < plan->n_groups; g++)
        n += academy_idx == CO_ANY || plan->groups[g].academy_idx == academy_idx;
    return n;
}

static void add_academy(CoTable *table, const CoCosui *cosui, const CoCoverage *people,
                        int academy_idx)
{
    CoVolume volume = co_volume_of(cosui->context->campaign, CO_ANY, academy_idx);
    co_table_add_text(table, people->label);
    co_table_add_number(table, volume.n_establishments);
    co_table_add_number(table, volume.n_answered);
    co_table_add_percent(table, volume.n_answered, volume.n_establishments);
    co_table_add_number(table, people->n_declared);
    co_table_add_number(table, people->n_placed);
    co_table_add_number(table, n_groups_of(cosui->context->plan, academy_idx));
}

static int write_academies(const CoCosui *cosui, CoPage *page, int row)
{
    const CoCampaign *campaign = cosui->context->campaign;
    if (campaign->n_academies < 2)
        return row;
    g_autoptr(CoBreakdown) breakdown = co_breakdown_new(cosui->context, CO_BY_ACADEMY);
    g_autoptr(CoTable) table = co_table_new(academy_columns, CO_COSUI_COLUMNS);
    for (int a = 0; a < campaign->n_academies; a++) {
        CoCoverage none = {.label = (char *)campaign->academies[a].name};
        const CoCoverage *people = &none;
        for (int i = 0; i < breakdown->n_rows; i++)
            if (g_str_equal(breakdown->rows[i].label, none.label))
                people = &breakdown->rows[i];
        add_academy(table, cosui, people, a);
    }
    co_table_fill_row(table, CO_FILL_TOTAL);
    add_academy(table, cosui, &breakdown->total, CO_ANY);
    return co_cosui_part(page, row, "Par académie", table);
}

/* ---- charts ---- */

static int chart_answers(CoPage *page, const CoChartRange *range, int row)
{
    enum { ANSWERED = 2, SILENT = 3 };
    lxw_chart *chart =
        workbook_add_chart(co_book_handle(co_page_book(page)), LXW_CHART_COLUMN_STACKED);
    co_chart_label_values(
        co_chart_add_series(chart, range, ANSWERED, (CoChartInk){ANSWERED_INK, 0}));
    co_chart_label_values(co_chart_add_series(
        chart, range, SILENT, (CoChartInk){SILENT_INK, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL}));
    chart_title_set_name(chart, "Réponses par type d'établissement");
    chart_axis_set_name(chart->x_axis, "type d'établissement");
    co_chart_count_axis(chart->y_axis, "établissements");
    const CoChartPlace place = {row, co_page_width_px(page, 0, CO_COSUI_COLUMNS) - 8,
                                CHART_HEIGHT_PX};
    return co_chart_insert(
        page, chart, &place,
        "Histogramme empilé : établissements ayant répondu et sans réponse, par type.");
}

static int chart_needs(CoPage *page, const CoChartRange *range, int row)
{
    enum { NEED = 1, PLACED = 2 };
    lxw_chart *chart = workbook_add_chart(co_book_handle(co_page_book(page)), LXW_CHART_BAR);
    co_chart_label_values(co_chart_add_series(
        chart, range, NEED, (CoChartInk){NEED_INK, LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL}));
    co_chart_label_values(co_chart_add_series(chart, range, PLACED, (CoChartInk){ANSWERED_INK, 0}));
    chart_title_set_name(chart, "Besoin et places par fonction");
    co_chart_bar_axes(chart, "fonction", "personnes");
    const CoChartPlace place = {row, co_page_width_px(page, 0, CO_COSUI_COLUMNS) - 8,
                                CHART_HEIGHT_PX};
    return co_chart_insert(page, chart, &place,
                           "Barres : besoin déclaré et personnes placées, par fonction.");
}

static void write_charts(CoPage *page, const CoChartRange *answers, const CoChartRange *needs,
                         int row)
{
    if (answers->n_rows == 0 && needs->n_rows == 0)
        return;
    co_page_break_row(page, row);
    if (answers->n_rows > 0)
        row = chart_answers(page, answers, row);
    if (needs->n_rows > 0)
        chart_needs(page, needs, row);
}

void co_cosui_summary(const CoCosui *cosui)
{
    g_return_if_fail(cosui != NULL);
    g_autoptr(CoBreakdown) roles = co_breakdown_new(cosui->context, CO_BY_ROLE);
    g_autoptr(CoBreakdown) spheres = co_breakdown_new(cosui->context, CO_BY_SPHERE);
    g_autoptr(CoTable) figures = key_figures(cosui, &roles->total);
    g_autoptr(CoTable) role_table = co_cosui_coverage_table(roles, "Fonction");
    g_autoptr(CoTable) sphere_table = co_cosui_coverage_table(spheres, "Sphère");
    CoPage *page = co_cosui_page(cosui, "Synthèse");
    int row = co_heading_draw(cosui->heading, page, CO_COSUI_COLUMNS, NULL);
    row = co_cosui_part(page, row, "Chiffres clés", figures);
    row = write_attendance(cosui, page, row);
    row = write_survey(cosui, page, row);
    row = write_volumes(cosui, page, row);
    CoChartRange answers;
    row = write_answers(cosui, page, row, &answers);
    row = write_academies(cosui, page, row);
    const CoChartRange needs = {page, row + 1, roles->n_rows, 0};
    row = co_cosui_part(page, row, "Besoins par fonction", role_table);
    row = co_cosui_part(page, row, "Besoins par sphère", sphere_table);
    row =
        co_cosui_remark(page, row,
                        "Une personne à deux fonctions compte une fois, pour la première. Les "
                        "personnes déjà formées et les places réservées ne sont dans aucun chiffre "
                        "de l'enquête.");
    write_charts(page, &answers, &needs, row + 1);
}
