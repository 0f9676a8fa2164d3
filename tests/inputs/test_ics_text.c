/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/calendars/ics_text.h"

#include <string.h>

#include "problems.h"

static CoIcsText *cut(const char *bytes, CoIcsContent content, CoProblemList *problems)
{
    return co_ics_text_read(bytes, strlen(bytes), "essai.ics", content, problems);
}

static const CoIcsPart *part_at(const CoIcsText *text, guint index)
{
    g_assert_cmpuint(index, <, text->parts->len);
    return text->parts->pdata[index];
}

static const char titled[] = "\xEF\xBB\xBF"
                             "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Jours\r\n  fériés\r\n"
                             "BEGIN:VEVENT\r\nsummary;LANGUAGE=fr:Médecin\\, \r\n puis dentiste\r\n"
                             "DESCRIPTION:secret\r\nLOCATION:Clinique\r\nATTENDEE:mailto:a@b.fr\r\n"
                             "DTSTART;X=\"a:b\":20241105T09\r\n 0000\r\n"
                             "BEGIN:VALARM\r\nDTSTART:19990101\r\nEND:VALARM\r\nEND:VEVENT\r\n"
                             "END:VCALENDAR\r\n";

static void test_of_a_private_file_only_times_are_kept(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text = cut(titled, CO_ICS_PRIVATE, problems);
    const CoIcsPart *part = part_at(text, 0);
    g_assert_cmpstr(part->text, ==,
                    "BEGIN:VEVENT\r\nDTSTART;X=\"a:b\":20241105T090000\r\nEND:VEVENT\r\n");
    g_assert_cmpint(part->line, ==, 4);
    g_assert_cmpint(part->kind, ==, CO_ICS_EVENT);
    g_assert_cmpstr(text->name, ==, "");
    g_autofree char *start = co_ics_part_value(part, "DTSTART");
    g_assert_cmpstr(start, ==, "20241105T090000");
    g_assert_null(co_ics_part_value(part, "SUMMARY"));
    g_assert_cmpuint(co_problem_list_size(problems), ==, 0);
}

static void test_of_a_published_file_titles_are_kept_too(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text = cut(titled, CO_ICS_PUBLISHED, problems);
    g_assert_cmpstr(text->name, ==, "Jours fériés");
    g_autofree char *summary = co_ics_part_value(part_at(text, 0), "SUMMARY");
    g_assert_cmpstr(summary, ==, "Médecin, puis dentiste");
    g_assert_null(co_ics_part_value(part_at(text, 0), "DESCRIPTION"));
}

static void test_every_line_end_is_understood(void)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_auto(GStrv) lines =
            g_strsplit("BEGIN:VCALENDAR|BEGIN:VEVENT|DTSTART:2024|\t1105|END:VEVENT", "|", -1);
        g_autofree char *bytes = g_strjoinv(ends[i], lines);
        g_autoptr(CoProblemList) problems = co_problem_list_new();
        g_autoptr(CoIcsText) text = cut(bytes, CO_ICS_PRIVATE, problems);
        g_autofree char *start = co_ics_part_value(part_at(text, 0), "DTSTART");
        g_assert_cmpstr(start, ==, "20241105");
        g_assert_cmpint(part_at(text, 0)->line, ==, 2);
    }
}

static void test_a_file_that_is_no_calendar_is_left_out(void)
{
    static const char *const files[] = {"", "nom;prenom\n", "BEGIN:VEVENT\nEND:VEVENT\n",
                                        "PK\3\4\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autoptr(CoProblemList) problems = co_problem_list_new();
        g_assert_null(cut(files[i], CO_ICS_PRIVATE, problems));
        const CoProblem *problem = problems_get(problems, CO_PROBLEM_ICS_INVALID);
        g_assert_cmpint(problem->action, ==, CO_ACTION_FILE_OUT);
        g_assert_cmpstr(problem->file, ==, "essai.ics");
    }
}

static void test_an_event_cut_short_costs_itself_only(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text = cut("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\n"
                                    "BEGIN:VEVENT\nDTSTART:20241105\nEND:VEVENT\nBEGIN:VEVENT\n",
                                    CO_ICS_PRIVATE, problems);
    g_assert_cmpuint(text->parts->len, ==, 1);
    g_assert_cmpint(part_at(text, 0)->line, ==, 4);
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_ICS_CUT), ==, 2);
    g_assert_cmpint(problems_get(problems, CO_PROBLEM_ICS_CUT)->line, ==, 2);
}

/* Found by fuzzing: an END without its BEGIN made the library speak on standard error. */
static void test_what_is_kept_begins_and_ends_as_it_should(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text =
        cut("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\nBEGIN:VALARM\nTZID:Y\nEND:VALARM\n"
            "begin: standard\nDTSTART:16010101T000000\nX:1\nEND:DAYLIGHT\nEND:VEVENT\n",
            CO_ICS_PRIVATE, problems);
    g_assert_cmpstr(part_at(text, 0)->text, ==,
                    "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
                    "END:STANDARD\r\nEND:VTIMEZONE\r\n");
}

static void test_components_within_components_go_no_deeper(void)
{
    g_autoptr(GString) bytes = g_string_new("BEGIN:VCALENDAR\n");
    for (int i = 0; i < 100000; i++)
        g_string_append(bytes, "BEGIN:VTODO\n");
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text = cut(bytes->str, CO_ICS_PRIVATE, problems);
    g_assert_cmpuint(text->parts->len, ==, 0);
}

static void test_sizes_have_limits(void)
{
    g_autoptr(GString) bytes = g_string_new("BEGIN:VCALENDAR\n");
    for (int i = 0; i < CO_ICS_MAX_PARTS + 2; i++)
        g_string_append(bytes, "BEGIN:VEVENT\nEND:VEVENT\n");
    g_string_append(bytes, "BEGIN:VEVENT\nDTSTART:");
    for (int i = 0; i < 100000; i++)
        g_string_append_c(bytes, '1');
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text = cut(bytes->str, CO_ICS_PRIVATE, problems);
    g_assert_cmpuint(text->parts->len, ==, CO_ICS_MAX_PARTS);
    g_assert_cmpint(problems_get(problems, CO_PROBLEM_ICS_LIMIT)->number, ==, CO_ICS_MAX_PARTS);
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_ICS_LIMIT), ==, 1);
}

static void test_a_part_has_limits_too(void)
{
    g_autoptr(GString) bytes = g_string_new("BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
    for (int i = 0; i < 100000; i++)
        g_string_append(bytes, "EXDATE:20241105T090000\n");
    g_string_append(bytes, "END:VEVENT\n");
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text = cut(bytes->str, CO_ICS_PRIVATE, problems);
    g_assert_cmpuint(strlen(part_at(text, 0)->text), <, CO_ICS_MAX_PART_BYTES + 100);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ics_text/private", test_of_a_private_file_only_times_are_kept);
    g_test_add_func("/ics_text/published", test_of_a_published_file_titles_are_kept_too);
    g_test_add_func("/ics_text/line_ends", test_every_line_end_is_understood);
    g_test_add_func("/ics_text/invalid", test_a_file_that_is_no_calendar_is_left_out);
    g_test_add_func("/ics_text/cut", test_an_event_cut_short_costs_itself_only);
    g_test_add_func("/ics_text/bounds", test_what_is_kept_begins_and_ends_as_it_should);
    g_test_add_func("/ics_text/depth", test_components_within_components_go_no_deeper);
    g_test_add_func("/ics_text/limits", test_sizes_have_limits);
    g_test_add_func("/ics_text/limits/part", test_a_part_has_limits_too);
    return g_test_run();
}
