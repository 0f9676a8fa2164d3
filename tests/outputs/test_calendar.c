/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "published.h"

static CoXlsxFile *calendar_of(CoSampleAmend amend)
{
    return co_published_file(amend, "calendrier.xlsx");
}

static void test_the_sheets_are_those_announced(void)
{
    static const char *const sheets[] = {"Calendrier",          "Liste",
                                         "Par salle",           "Par binôme",
                                         "Charge par semaine",  "Charge par formateur",
                                         "Parcours et modules", NULL};
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
}

static void test_the_title_block_says_whose_plan_and_when(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    static const char *const sheets[] = {"Calendrier", "Liste", "Par salle"};
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        g_assert_cmpstr(co_xlsx_file_cell(file, sheets[i], "A1"), ==, "Académie d'Amiens");
        g_assert_cmpstr(co_xlsx_file_cell(file, sheets[i], "A2"), ==,
                        "École académique de la formation continue (EAFC)");
        g_autofree char *version = co_xlsx_file_find(file, sheets[i], "Plan n° 3");
        g_autofree char *issue =
            co_xlsx_file_find(file, sheets[i], "Établi le vendredi 18 octobre 2024");
        g_autofree char *subtitle = co_xlsx_file_find(
            file, sheets[i], "Op@le vague 8 & essais  ·  Année scolaire 2024-2025  ·  Vague V8");
        g_assert_nonnull(version);
        g_assert_nonnull(issue);
        g_assert_nonnull(subtitle);
    }
}

/* Column D is the first Monday, 4 November; the grid begins under two head rows and the lanes. */
static void test_the_wall_shows_each_meeting_on_its_day_and_half(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    const char *sheet = "Calendrier";
    /* Labels: group, room and trainers, half; then 4 November is 3 columns right. */
    g_assert_cmpstr(co_published_near(file, sheet, "ORD-01", 3 + 8, 0), ==, "ORD-P1");
    g_assert_cmpstr(co_published_near(file, sheet, "ORD-01", 3 + 8, 1), ==, "");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 3 + 7, 0), ==, "SG-P1");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 3 + 12, 0), ==, "SG-P2");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 3 + 15, 0), ==, "");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 3 + 15, 1), ==, "SG-V1");
    g_assert_cmpstr(co_published_near(file, sheet, "DIST-01", 3 + 18, 0), ==, "DIS-V1");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 1, 0), ==, "S1 Valmont");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 1, 1), ==, "Premier, Second");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 2, 0), ==, "matin");
    g_assert_cmpstr(co_published_near(file, sheet, "DIST-01", 1, 0), ==, "à distance");
}

static void test_a_whole_day_is_one_merged_cell(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    g_autofree char *group = co_xlsx_file_find(file, "Calendrier", "SG-01");
    int row = (int)g_ascii_strtoll(group + 1, NULL, 10);
    g_autofree char *merge = g_strdup_printf("<mergeCell ref=\"K%d:K%d\"/>", row, row + 1);
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, "Calendrier"), merge));
}

static void test_the_wall_shows_what_lies_over_the_days(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    const char *sheet = "Calendrier";
    g_assert_cmpstr(co_published_near(file, sheet, "Plateforme FM1", 3 + 6, 0), ==,
                    "FM1 ouverte, 2 groupes à la fois");
    g_assert_cmpstr(co_published_near(file, sheet, "Jours fermés", 3 + 4, 0), ==, "Pont local");
    g_assert_cmpstr(co_published_near(file, sheet, "Jours fermés", 3 + 5, 0), ==, "Armistice");
    g_assert_cmpstr(co_published_near(file, sheet, "Échéances", 3 + 10, 0), ==,
                    "Vote du budget (SG : à éviter)");
    g_autofree char *week =
        co_xlsx_file_find(file, sheet, "Semaine 46 – du 11 au 15 novembre 2024");
    g_assert_nonnull(week);
    /* The days under the weeks are dates. */
    g_assert_cmpstr(co_xlsx_file_near(file, sheet, week, 0, 1), ==, "45607");
}

static void end_in_january(CoSample *sample)
{
    sample->campaign->parameters.last_day = co_day_parse("2025-01-03");
}

static void test_a_week_over_two_months_names_both(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(end_in_january);
    g_autofree char *new_year =
        co_xlsx_file_find(file, "Calendrier", "Semaine 1 – 30 déc. au 3 janv. 2025");
    g_autofree char *inside =
        co_xlsx_file_find(file, "Calendrier", "Semaine 49 – du 2 au 6 décembre 2024");
    g_assert_nonnull(new_year);
    g_assert_nonnull(inside);
}

/* @return (transfer full) the number of the style of a cell */
static char *style_of(const CoXlsxFile *file, const char *sheet, const char *cell)
{
    g_autofree char *begin = g_strdup_printf("<c r=\"%s\" s=\"", cell);
    const char *found = strstr(co_xlsx_file_sheet(file, sheet), begin);
    g_assert_nonnull(found);
    found += strlen(begin);
    return g_strndup(found, strspn(found, "0123456789"));
}

static void test_closed_days_are_shaded_down_the_grid(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    g_autofree char *group = co_xlsx_file_find(file, "Calendrier", "DIST-01");
    /* H is Friday 8 November, closed; I is Monday 11, a public holiday; G and J are open. */
    g_autofree char *open_cell = g_strdup_printf("G%s", group + 1);
    g_autofree char *closed_cell = g_strdup_printf("H%s", group + 1);
    g_autofree char *again_cell = g_strdup_printf("J%s", group + 1);
    g_autofree char *open_style = style_of(file, "Calendrier", open_cell);
    g_autofree char *closed_style = style_of(file, "Calendrier", closed_cell);
    g_autofree char *again_style = style_of(file, "Calendrier", again_cell);
    g_assert_cmpstr(open_style, !=, closed_style);
    g_assert_cmpstr(open_style, ==, again_style);
    g_assert_nonnull(strstr(co_xlsx_file_part(file, "xl/styles.xml"), "FFBDBDBD"));
}

static void overlap(CoSample *sample)
{
    CoMilestone *first = &sample->campaign->milestones[0];
    CoMilestone *second = co_campaign_add_milestone(sample->campaign);
    *second = *first;
    second->label = "Autre échéance";
    second->forbidden = true;
    second->first_day = sample->campaign->milestones[0].first_day + 1;
}

static void test_milestones_that_overlap_have_lanes_of_their_own(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(overlap);
    g_assert_cmpstr(co_published_near(file, "Calendrier", "Échéances", 3 + 10, 0), ==,
                    "Vote du budget (SG : à éviter)");
    g_assert_cmpstr(co_published_near(file, "Calendrier", "Échéances", 3 + 11, 1), ==,
                    "Autre échéance (SG : interdit)");
}

static void test_a_webinar_has_a_line_for_its_path(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    g_autofree char *label = co_xlsx_file_find(file, "Calendrier", "webinaire, à distance");
    g_assert_nonnull(label);
    g_assert_cmpstr(co_xlsx_file_near(file, "Calendrier", label, -1, 0), ==, "SG");
    g_assert_cmpstr(co_xlsx_file_near(file, "Calendrier", label, 2 + 3, 0), ==, "");
    g_assert_cmpstr(co_xlsx_file_near(file, "Calendrier", label, 2 + 3, 1), ==, "SG-W");
}

static void test_paper_repeats_heads_and_labels(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    const char *workbook = co_xlsx_file_part(file, "xl/workbook.xml");
    g_assert_nonnull(strstr(workbook, "_xlnm.Print_Titles"));
    g_assert_nonnull(strstr(workbook, "Calendrier!$A:$C,Calendrier!$6:$"));
    g_assert_nonnull(strstr(workbook, "_xlnm.Print_Area"));
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, "Calendrier"), "orientation=\"landscape\""));
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, "Calendrier"), "state=\"frozen\""));
}

static void lengthen(CoSample *sample)
{
    sample->campaign->parameters.last_day += 70;
}

static void test_a_long_horizon_is_cut_between_weeks(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(lengthen);
    const char *breaks = strstr(co_xlsx_file_sheet(file, "Calendrier"), "<colBreaks ");
    g_assert_nonnull(breaks);
    for (const char *id = breaks; (id = strstr(id, "<brk id=\"")) != NULL; id++)
        g_assert_cmpint((g_ascii_strtoll(id + strlen("<brk id=\""), NULL, 10) - 3) % 5, ==, 0);
}

static void test_the_list_has_one_line_a_meeting_with_real_dates(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    const char *sheet = "Liste";
    g_autofree char *head = co_xlsx_file_find(file, sheet, "Date");
    g_assert_cmpstr(head, ==, "A6");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "A7"), ==, "45603");
    g_assert_false(co_xlsx_file_is_text(file, sheet, "A7"));
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "E7"), ==, "SG (tous)");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "M7"), ==, "5");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "B8"), ==, "journée");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "C8"), ==, "0.375");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "D8"), ==, "0.6875");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "E8"), ==, "SG-01");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "J8"), ==, "S1");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "K8"), ==, "Lycée des Tilleuls, Valmont");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "L8"), ==, "Inès Premier, Inès Second");
    g_assert_cmpstr(co_xlsx_file_cell(file, sheet, "A13"), ==, "");
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, sheet), "<autoFilter ref=\"A6:M12\"/>"));
}

static void test_a_title_that_looks_like_a_formula_is_text(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    g_autofree char *title = co_xlsx_file_find(file, "Liste", "=Préparation budgétaire");
    g_assert_nonnull(title);
    g_assert_true(co_xlsx_file_is_text(file, "Liste", title));
}

static void test_rooms_and_teams_count_their_half_days(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    g_autofree char *room = co_xlsx_file_find(
        file, "Par salle",
        "S1 – Lycée des Tilleuls, Valmont – 12 places, 12 postes, restauration sur place – 5 "
        "demi-journées");
    g_autofree char *unused = co_xlsx_file_find(file, "Par salle", "Sans séance : S2");
    g_assert_nonnull(room);
    g_assert_nonnull(unused);
    g_autofree char *pair =
        co_xlsx_file_find(file, "Par binôme", "Inès Premier et Inès Second – 5 demi-journées");
    g_autofree char *alone = co_xlsx_file_find(file, "Par binôme", "Inès Second – 1 demi-journée");
    g_assert_nonnull(pair);
    g_assert_nonnull(alone);
}

static void test_the_load_is_a_table_and_a_chart(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    const char *sheet = "Charge par semaine";
    /* Week 46: ORD one half, SG two, nothing at a distance. */
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 3, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 4, 0), ==, "2");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 6, 0), ==, "0");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 7, 0), ==, "3");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 8, 0), ==, "9");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 9, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, sheet, "S45", 6, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, sheet, "S48", 6, 0), ==, "2");
    g_assert_nonnull(co_xlsx_file_part(file, "xl/charts/chart1.xml"));
    g_assert_nonnull(strstr(co_xlsx_file_part(file, "xl/charts/chart1.xml"),
                            "Demi-journées de formation par semaine"));
    g_assert_cmpstr(co_published_near(file, "Charge par formateur", "Inès Premier", 3, 0), ==, "4");
    g_assert_cmpstr(co_published_near(file, "Charge par formateur", "Inès Premier", 4, 0), ==, "2");
    g_assert_cmpstr(co_published_near(file, "Charge par formateur", "Inès Premier", 7, 0), ==,
                    "18");
    g_assert_nonnull(co_xlsx_file_part(file, "xl/charts/chart2.xml"));
}

static void test_module_codes_are_explained(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(NULL);
    const char *sheet = "Parcours et modules";
    g_assert_cmpstr(co_published_near(file, sheet, "SG-P1", 1, 0), ==, "Budget et structure");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-P1", 3, 0), ==, "2 demi-journées");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-P1", 5, 0), ==, "avant la bascule");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-0", 5, 0), ==,
                    "au plus tard le lun. 11 nov.");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-W", 5, 0), ==, "le jeu. 7 nov.");
}

static void collide(CoSample *sample)
{
    CoGroup *group = &sample->plan->groups[SAMPLE_SG_01];
    group->meetings[2].day = group->meetings[1].day;
}

static void test_two_meetings_on_one_half_day_are_both_shown(void)
{
    /* No rule allows it, but a file with overlapping merged cells would not open at all. */
    g_autoptr(CoXlsxFile) file = calendar_of(collide);
    g_assert_cmpstr(co_published_near(file, "Calendrier", "SG-01", 3 + 12, 0), ==, "SG-P2");
    g_assert_cmpstr(co_published_near(file, "Calendrier", "SG-01", 3 + 12, 1), ==, "SG-P2 + SG-V1");
}

static void empty(CoSample *sample)
{
    co_plan_free(sample->plan);
    sample->plan = co_plan_new();
    sample->context.plan = sample->plan;
}

static void test_a_plan_of_nothing_still_has_a_calendar(void)
{
    g_autoptr(CoXlsxFile) file = calendar_of(empty);
    g_autofree char *version = co_xlsx_file_find(file, "Calendrier", "Plan provisoire");
    g_assert_nonnull(version);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/calendar/sheets", test_the_sheets_are_those_announced);
    g_test_add_func("/calendar/title", test_the_title_block_says_whose_plan_and_when);
    g_test_add_func("/calendar/wall/meetings",
                    test_the_wall_shows_each_meeting_on_its_day_and_half);
    g_test_add_func("/calendar/wall/whole-day", test_a_whole_day_is_one_merged_cell);
    g_test_add_func("/calendar/wall/lanes", test_the_wall_shows_what_lies_over_the_days);
    g_test_add_func("/calendar/wall/closed", test_closed_days_are_shaded_down_the_grid);
    g_test_add_func("/calendar/wall/months", test_a_week_over_two_months_names_both);
    g_test_add_func("/calendar/wall/overlap", test_milestones_that_overlap_have_lanes_of_their_own);
    g_test_add_func("/calendar/wall/webinar", test_a_webinar_has_a_line_for_its_path);
    g_test_add_func("/calendar/wall/paper", test_paper_repeats_heads_and_labels);
    g_test_add_func("/calendar/wall/weeks", test_a_long_horizon_is_cut_between_weeks);
    g_test_add_func("/calendar/wall/collision", test_two_meetings_on_one_half_day_are_both_shown);
    g_test_add_func("/calendar/list", test_the_list_has_one_line_a_meeting_with_real_dates);
    g_test_add_func("/calendar/formula", test_a_title_that_looks_like_a_formula_is_text);
    g_test_add_func("/calendar/rooms", test_rooms_and_teams_count_their_half_days);
    g_test_add_func("/calendar/load", test_the_load_is_a_table_and_a_chart);
    g_test_add_func("/calendar/modules", test_module_codes_are_explained);
    g_test_add_func("/calendar/empty", test_a_plan_of_nothing_still_has_a_calendar);
    return g_test_run();
}
