/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agendas to busy half-days: what iCalendar says, over November and December 2024, and October
 * where clocks change. Meetings are held 09:00-12:00 and 13:30-16:30. */
#include "inputs/calendars/ics_busy.h"

#include <string.h>

#include "problems.h"

typedef struct Agenda {
    CoCampaign *campaign;
    CoProblemList *problems;
    int n_half_days;
    int n_spans;
    CoSpan *spans;
} Agenda;

static void agenda_clear(Agenda *agenda)
{
    co_campaign_free(agenda->campaign);
    co_problem_list_free(agenda->problems);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Agenda, agenda_clear)

/* Lines may end with LF only: real files end them with CRLF, which other tests show. */
static Agenda read_at(const char *lines, const char *place)
{
    g_autofree char *bytes =
        g_strconcat("BEGIN:VCALENDAR\nVERSION:2.0\n", lines, "END:VCALENDAR\n", NULL);
    Agenda agenda = {.campaign = co_campaign_new(), .problems = co_problem_list_new()};
    CoParameters *parameters = &agenda.campaign->parameters;
    parameters->first_day = co_day_from_ymd(2024, 10, 14);
    parameters->last_day = co_day_from_ymd(2024, 12, 20);
    g_autoptr(CoHalfDays) half_days = co_half_days_new(parameters);
    g_autoptr(CoIcsText) text =
        co_ics_text_read(bytes, strlen(bytes), "essai.ics", CO_ICS_PRIVATE, agenda.problems);
    g_assert_nonnull(text);
    co_ics_busy_read(text, parameters, place, half_days, agenda.problems);
    agenda.n_half_days = co_half_days_count(half_days);
    co_half_days_append(half_days, agenda.campaign, &agenda.spans, &agenda.n_spans);
    return agenda;
}

static Agenda read_lines(const char *lines)
{
    return read_at(lines, "Europe/Paris");
}

static Agenda read_event(const char *properties)
{
    g_autofree char *lines = g_strconcat("BEGIN:VEVENT\nUID:1\n", properties, "END:VEVENT\n", NULL);
    return read_lines(lines);
}

/* What is taken, as a "plages" cell would say it. */
static void assert_taken(const Agenda *agenda, const char *wanted)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < agenda->n_spans; i++) {
        const CoSpan *span = &agenda->spans[i];
        char first[CO_DAY_ISO_SIZE], last[CO_DAY_ISO_SIZE];
        co_day_to_iso(span->first_day, first);
        co_day_to_iso(span->last_day, last);
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", first + 5);
        if (span->last_day != span->first_day)
            g_string_append_printf(text, "..%s", last + 5);
        if (span->halves != CO_HALF_BOTH)
            g_string_append(text, span->halves == CO_HALF_AM ? "-am" : "-pm");
    }
    if (g_strcmp0(text->str, wanted) != 0)
        problems_print(agenda->problems);
    g_assert_cmpstr(text->str, ==, wanted);
}

static void assert_event(const char *properties, const char *wanted)
{
    g_auto(Agenda) agenda = read_event(properties);
    assert_taken(&agenda, wanted);
    g_assert_cmpuint(co_problem_list_size(agenda.problems), ==, 0);
}

static void assert_event_with(const char *properties, const char *wanted, CoProblemCode code,
                              const char *column)
{
    g_auto(Agenda) agenda = read_event(properties);
    assert_taken(&agenda, wanted);
    const CoProblem *problem = problems_get(agenda.problems, code);
    g_assert_cmpstr(problem->column, ==, column);
    g_assert_cmpstr(problem->file, ==, "essai.ics");
    g_assert_cmpint(problem->line, ==, 3);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
}

static void test_an_event_takes_the_halves_whose_hours_it_overlaps(void)
{
    assert_event("DTSTART:20241105T080000\nDTEND:20241105T100000\n", "11-05-am");
    assert_event("DTSTART:20241105T120000\nDTEND:20241105T133000\n", "");
    assert_event("DTSTART:20241105T115900\nDTEND:20241105T133000\n", "11-05-am");
    assert_event("DTSTART:20241105T120000\nDTEND:20241105T133100\n", "11-05-pm");
    assert_event("DTSTART:20241105T163000\nDTEND:20241105T200000\n", "");
    assert_event("DTSTART:20241105T100000\nDTEND:20241106T100000\n", "11-05 11-06-am");
    assert_event("DTSTART:20241105T100000\nDURATION:PT5H\n", "11-05");
    assert_event("DTSTART:20241105T100000\n", "");
    assert_event("DTSTART:20241105T100000\nDURATION:PT0S\n", "");
}

static void test_whole_days_end_before_their_end(void)
{
    assert_event("DTSTART;VALUE=DATE:20241105\nDTEND;VALUE=DATE:20241107\n", "11-05..11-06");
    assert_event("DTSTART;VALUE=DATE:20241105\nDTEND;VALUE=DATE:20241105\n", "11-05");
    assert_event("DTSTART;VALUE=DATE:20241105\n", "11-05");
    assert_event("DTSTART;VALUE=DATE:20241105\nDURATION:P2W\n", "11-05..11-18");
}

static void test_only_the_horizon_counts(void)
{
    assert_event("DTSTART;VALUE=DATE:20240901\nDTEND;VALUE=DATE:20241016\n", "10-14..10-15");
    assert_event("DTSTART;VALUE=DATE:20241219\nDTEND;VALUE=DATE:20250110\n", "12-19..12-20");
    assert_event("DTSTART;VALUE=DATE:20241221\nDTEND;VALUE=DATE:20250110\n", "");
    assert_event("DTSTART;VALUE=DATE:19000101\nDTEND;VALUE=DATE:99990101\n", "10-14..12-20");
}

static void test_free_and_cancelled_events_take_nothing(void)
{
    assert_event("DTSTART;VALUE=DATE:20241105\nTRANSP:TRANSPARENT\n", "");
    assert_event("DTSTART;VALUE=DATE:20241105\nSTATUS:CANCELLED\n", "");
    assert_event("DTSTART;VALUE=DATE:20241105\nTRANSP:OPAQUE\nSTATUS:TENTATIVE\n", "11-05");
}

static void test_utc_is_brought_to_paris_on_either_side_of_the_change(void)
{
    /* 11:30Z is 13:30 on the Friday before the clocks go back, 12:30 on the Monday after. */
    assert_event("DTSTART:20241025T113000Z\nDTEND:20241025T120000Z\n", "10-25-pm");
    assert_event("DTSTART:20241028T113000Z\nDTEND:20241028T120000Z\n", "");
    assert_event("DTSTART:20241028T123000Z\nDTEND:20241028T130000Z\n", "10-28-pm");
    /* Midnight in Paris, as programs that know no whole days write it. */
    assert_event("DTSTART:20241026T220000Z\nDTEND:20241027T230000Z\n", "10-27");
}

static void test_a_local_meeting_keeps_its_hour_across_the_change(void)
{
    assert_event("DTSTART;TZID=Europe/Paris:20241018T140000\nDTEND;TZID=Europe/Paris:"
                 "20241018T150000\nRRULE:FREQ=WEEKLY;COUNT=3\n",
                 "10-18-pm 10-25-pm 11-01-pm");
    /* In UTC, which stays where it is: 13:30 in Paris in summer, 12:30 in winter. */
    assert_event("DTSTART:20241018T113000Z\nDTEND:20241018T115900Z\nRRULE:FREQ=WEEKLY;COUNT=3\n",
                 "10-18-pm 10-25-pm");
}

static void test_rules_run_to_their_end_or_that_of_the_horizon(void)
{
    assert_event("DTSTART:20241203T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH\n",
                 "12-03-am 12-05-am 12-10-am 12-12-am 12-17-am 12-19-am");
    assert_event("DTSTART:20200107T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=4;"
                 "UNTIL=20241105T080000Z\n",
                 "11-05-am");
    assert_event("DTSTART:20241105T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20241107\n",
                 "11-05..11-07-am");
    assert_event("DTSTART;VALUE=DATE:16041205\nRRULE:FREQ=YEARLY\n", "12-05");
    assert_event("DTSTART:20241106T140000\nDURATION:PT2H\nRRULE:FREQ=MONTHLY;BYDAY=1WE\n",
                 "11-06-pm 12-04-pm");
    assert_event("DTSTART:20241106T140000\nDURATION:PT2H\nRRULE:FREQ=MONTHLY;BYDAY=MO,WE;"
                 "BYSETPOS=2,-1\n",
                 "11-06-pm 11-27-pm 12-04-pm");
}

static void test_exceptions_and_added_dates(void)
{
    static const char weekly[] = "DTSTART;TZID=Europe/Paris:20241105T090000\nDURATION:PT1H\n"
                                 "RRULE:FREQ=WEEKLY;COUNT=4\n";
    g_autofree char *local =
        g_strconcat(weekly, "EXDATE;TZID=Europe/Paris:20241112T090000,20241119T090000\n", NULL);
    assert_event(local, "11-05-am 11-26-am");
    g_autofree char *utc = g_strconcat(weekly, "EXDATE:20241105T080000Z\n", NULL);
    assert_event(utc, "11-12-am 11-19-am 11-26-am");
    g_autofree char *day = g_strconcat(weekly, "EXDATE;VALUE=DATE:20241126\n", NULL);
    assert_event(day, "11-05-am 11-12-am 11-19-am");
    g_autofree char *added = g_strconcat(
        weekly,
        "RDATE;TZID=Europe/Paris:20241202T140000\nRDATE;VALUE=PERIOD:20241203T130000Z/PT1H\n",
        NULL);
    assert_event(added, "11-05-am 11-12-am 11-19-am 11-26-am 12-02..12-03-pm");
}

static void test_a_whole_day_series_loses_the_day_an_exception_names(void)
{
    assert_event("DTSTART;VALUE=DATE:20241106\nRRULE:FREQ=WEEKLY;COUNT=3\n"
                 "EXDATE:20241113T000000\n",
                 "11-06 11-20");
}

static void test_a_moved_or_cancelled_occurrence_is_told_by_its_own_event(void)
{
    g_auto(Agenda) agenda =
        read_lines("BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;TZID=Europe/Paris:20241112T090000\n"
                   "DTSTART;TZID=Europe/Paris:20241113T140000\nDURATION:PT1H\nEND:VEVENT\n"
                   "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Paris:20241105T090000\n"
                   "DURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\n"
                   "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20241119T080000Z\nSTATUS:CANCELLED\n"
                   "DTSTART:20241119T080000Z\nDURATION:PT1H\nEND:VEVENT\n"
                   "BEGIN:VEVENT\nUID:b\nRECURRENCE-ID:20241126T080000Z\nTRANSP:TRANSPARENT\n"
                   "DTSTART:20241126T080000Z\nDURATION:PT1H\nEND:VEVENT\n");
    assert_taken(&agenda, "11-05-am 11-13-pm 11-26-am");
    g_assert_cmpuint(co_problem_list_size(agenda.problems), ==, 0);
}

#define VTIMEZONE(tzid, winter, summer)                                                            \
    "BEGIN:VTIMEZONE\nTZID:" tzid "\n"                                                             \
    "BEGIN:STANDARD\nDTSTART:16011028T030000\nTZOFFSETFROM:" summer "\nTZOFFSETTO:" winter         \
    "\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"                                    \
    "BEGIN:DAYLIGHT\nDTSTART:16010325T020000\nTZOFFSETFROM:" winter "\nTZOFFSETTO:" summer         \
    "\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n"

static void test_zones_are_those_of_the_file_or_known_by_name(void)
{
    /* 11:30 somewhere two hours ahead of Paris is 09:30. */
    g_auto(Agenda) described = read_lines(VTIMEZONE(
        "Chez nous", "+0300",
        "+0400") "BEGIN:VEVENT\nUID:1\n"
                 "DTSTART;TZID=Chez nous:20241105T140000\nDTEND;TZID=Chez nous:20241105T143000\n"
                 "END:VEVENT\n");
    assert_taken(&described, "");
    g_auto(Agenda) quoted = read_lines(
        VTIMEZONE("(UTC+03:00) Ailleurs, là", "+0300",
                  "+0400") "BEGIN:VEVENT\nUID:1\n"
                           "DTSTART;TZID=\"(UTC+03:00) Ailleurs, là\":20241105T153000\n"
                           "DTEND;TZID=\"(UTC+03:00) Ailleurs, là\":20241105T160000\nEND:VEVENT\n");
    assert_taken(&quoted, "11-05-pm");
    assert_event("DTSTART;TZID=Romance Standard Time:20241105T133000\nDURATION:PT1H\n", "11-05-pm");
    assert_event("DTSTART;TZID=/citadel.org/20190914_1/Europe/Paris:20241105T133000\n"
                 "DURATION:PT1H\n",
                 "11-05-pm");
    g_assert_cmpuint(co_problem_list_size(described.problems), ==, 0);
    g_assert_cmpuint(co_problem_list_size(quoted.problems), ==, 0);
}

static void test_the_zone_database_serves_zones_the_file_does_not_describe(void)
{
    /* 12:00 in London is 13:00 in Paris: nobody's half-day; 12:45 to 13:00 touches the afternoon.
     */
    assert_event("DTSTART;TZID=Europe/London:20241105T120000\nDURATION:PT25M\n", "");
    assert_event("DTSTART;TZID=Europe/London:20241105T123000\nDURATION:PT15M\n", "11-05-pm");
}

static void test_the_clock_is_that_of_the_place(void)
{
    g_auto(Agenda) agenda = read_at("BEGIN:VEVENT\nUID:1\nDTSTART:20241105T053000Z\n"
                                    "DURATION:PT30M\nEND:VEVENT\n"
                                    "BEGIN:VEVENT\nUID:2\nDTSTART;TZID=Europe/Paris:"
                                    "20241106T103000\nDURATION:PT30M\nEND:VEVENT\n",
                                    "Indian/Reunion");
    assert_taken(&agenda, "11-05-am 11-06-pm");
}

static void test_an_unknown_zone_is_local_time_and_a_doubt_said_once(void)
{
    g_auto(Agenda) agenda =
        read_lines("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Lune:20241105T090000\nDURATION:PT1H\n"
                   "END:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;TZID=Lune:20241106T090000\n"
                   "DURATION:PT1H\nEND:VEVENT\n");
    assert_taken(&agenda, "11-05..11-06-am");
    const CoProblem *problem = problems_get(agenda.problems, CO_PROBLEM_ICS_ZONE);
    g_assert_cmpstr(problem->value, ==, "Lune");
    g_assert_cmpint(problems_count(agenda.problems, CO_PROBLEM_ICS_ZONE), ==, 1);
}

static void test_published_free_busy_periods_are_read(void)
{
    g_auto(Agenda) agenda =
        read_lines("BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=BUSY:20241105T080000Z/20241105T090000Z\n"
                   "FREEBUSY:20241106T130000Z/PT1H,20241107T080000Z/PT1H\n"
                   "FREEBUSY;FBTYPE=FREE:20241108T080000Z/PT1H\nEND:VFREEBUSY\n");
    assert_taken(&agenda, "11-05-am 11-06-pm 11-07-am");
    g_assert_cmpint(agenda.n_half_days, ==, 3);
}

static void test_what_cannot_be_used_is_told_by_line_and_property(void)
{
    assert_event_with("DTEND:20241105T090000\n", "", CO_PROBLEM_ICS_VALUE, "DTSTART");
    assert_event_with("DTSTART:bientôt\n", "", CO_PROBLEM_ICS_VALUE, "DTSTART");
    assert_event_with("DTSTART:20241345T090000\nDURATION:PT1H\n", "", CO_PROBLEM_ICS_VALUE,
                      "DTSTART");
    assert_event_with("DTSTART:20241105T100000\nDTEND:20241105T090000\n", "", CO_PROBLEM_ICS_VALUE,
                      "DTEND");
    assert_event_with("DTSTART:20241105T100000\nDURATION:-PT1H\n", "", CO_PROBLEM_ICS_VALUE,
                      "DTEND");
    assert_event_with("DTSTART:20241105T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2\n"
                      "EXDATE:20241399\n",
                      "11-05-am 11-12-am", CO_PROBLEM_ICS_VALUE, "EXDATE");
}

static void test_no_title_and_no_doubtful_value_is_ever_shown(void)
{
    g_auto(Agenda) agenda = read_event("SUMMARY:Rendez-vous médical\nLOCATION:Clinique\n"
                                       "DTSTART:Rendez-vous médical\nRRULE:FREQ=Clinique\n");
    for (size_t i = 0; i < co_problem_list_size(agenda.problems); i++) {
        const CoProblem *problem = co_problem_list_at(agenda.problems, i);
        const char *texts[] = {problem->value, problem->used, problem->detail, problem->column};
        for (size_t j = 0; j < G_N_ELEMENTS(texts); j++)
            g_assert_true(texts[j] == NULL || (strstr(texts[j], "médical") == NULL &&
                                               strstr(texts[j], "Clinique") == NULL));
    }
    g_assert_cmpint(problems_count(agenda.problems, CO_PROBLEM_ICS_VALUE), ==, 1);
}

static void test_rules_nobody_means_count_once(void)
{
    static const char start[] = "DTSTART:20241105T090000\nDURATION:PT1H\n";
    static const char *const rules[] = {
        "FREQ=SECONDLY",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31",
        "FREQ=DAILY;BYSETPOS=5",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20",
        "FREQ=MONTHLY;BYDAY=-1WE;BYSETPOS=9;COUNT=9",
        "FREQ=DAILY;BYSECOND=1,2,3",
        "RSCALE=CHINESE;FREQ=YEARLY",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=PARFOIS",
        "n'importe quoi",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_autofree char *event = g_strdup_printf("%sRRULE:%s\n", start, rules[i]);
        assert_event_with(event, "11-05-am", CO_PROBLEM_ICS_RULE, "RRULE");
    }
    assert_event_with("DTSTART:20241105T090000\nDURATION:PT1H\n"
                      "RECURRENCE-ID;RANGE=THISANDPRIOR:20241105T090000\n",
                      "11-05-am", CO_PROBLEM_ICS_RULE, "RECURRENCE-ID");
    assert_event_with("DTSTART:20241105T090000\nDURATION:PT1H\n"
                      "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20241105\n",
                      "11-05-am", CO_PROBLEM_ICS_RULE, "RECURRENCE-ID");
}

/* Tuesdays at nine from the 5th to the 26th of November, as changed by other events. */
static void assert_series_with(const char *changes, const char *wanted)
{
    g_autofree char *lines = g_strconcat(changes,
                                         "BEGIN:VEVENT\nUID:1\nDTSTART:20241105T090000\n"
                                         "DURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\n",
                                         NULL);
    g_auto(Agenda) agenda = read_lines(lines);
    assert_taken(&agenda, wanted);
    g_assert_cmpint(problems_count(agenda.problems, CO_PROBLEM_ICS_RULE), ==, 0);
}

#define FROM(moment, properties)                                                                   \
    "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:" moment "\n" properties "END:"        \
    "VEVENT\n"

static void test_an_occurrence_and_those_after_it_move_together(void)
{
    assert_series_with("", "11-05-am 11-12-am 11-19-am 11-26-am");
    assert_series_with(FROM("20241112T090000", "DTSTART:20241114T140000\nDURATION:PT1H\n"),
                       "11-05-am 11-14-pm 11-21-pm 11-28-pm");
    assert_series_with(FROM("20241112T090000", "DTSTART:20241112T090000\nDURATION:PT6H\n"),
                       "11-05-am 11-12 11-19 11-26");
    assert_series_with(FROM("20241119T090000", "DTSTART:20241119T140000\nDURATION:PT1H\n")
                           FROM("20241112T090000", "DTSTART:20241113T090000\nDURATION:PT1H\n"),
                       "11-05-am 11-13-am 11-19-pm 11-26-pm");
    assert_series_with(
        FROM("20241119T090000", "DTSTART:20241119T090000\nDURATION:PT1H\nSTATUS:CANCELLED\n"),
        "11-05-am 11-12-am");
    assert_series_with(
        FROM("20241112T090000",
             "DTSTART:20241114T140000\nDURATION:PT1H\n") "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:"
                                                         "20241119T090000\n"
                                                         "DTSTART:20241120T090000\nDURATION:"
                                                         "PT1H\nEND:VEVENT\n",
        "11-05-am 11-14-pm 11-20-am 11-28-pm");
}

static void test_what_moves_another_series_or_comes_back_before_the_end_is_followed(void)
{
    assert_series_with("BEGIN:VEVENT\nUID:2\nRECURRENCE-ID;RANGE=THISANDFUTURE:20241105T090000\n"
                       "DTSTART:20241205T090000\nDURATION:PT1H\nEND:VEVENT\n",
                       "11-05-am 11-12-am 11-19-am 11-26-am 12-05-am");
    g_auto(Agenda) agenda =
        read_lines("BEGIN:VEVENT\nUID:1\nDTSTART:20241105T090000\nDURATION:PT1H\n"
                   "RRULE:FREQ=MONTHLY;COUNT=4\nEND:VEVENT\n" FROM(
                       "20241205T090000", "DTSTART:20241115T090000\nDURATION:PT1H\n"));
    assert_taken(&agenda, "11-05-am 11-15-am 12-16-am");
}

/* Found by fuzzing: a moment in UTC that does not exist was turned into local time. */
static void test_an_until_that_is_no_date_is_refused(void)
{
    assert_event_with("DTSTART:20241105T090000\nDURATION:PT1H\n"
                      "RRULE:FREQ=DAILY;UNTIL=20249999T999999Z\n",
                      "11-05-am", CO_PROBLEM_ICS_RULE, "RRULE");
}

static void test_rules_without_end_stop_at_the_limits(void)
{
    g_auto(Agenda) long_rule = read_event("DTSTART:18000101T090000\nDURATION:PT1H\n"
                                          "RRULE:FREQ=DAILY;COUNT=1000000\n");
    g_assert_cmpint(problems_get(long_rule.problems, CO_PROBLEM_ICS_LIMIT)->number, ==,
                    CO_ICS_MAX_STEPS_PER_EVENT);
    g_autoptr(GString) events = g_string_new(NULL);
    for (int i = 0; i < CO_ICS_MAX_EMPTY_RULES + 3; i++)
        g_string_append_printf(events,
                               "BEGIN:VEVENT\nUID:%d\nDTSTART:20240105T090000\nDURATION:PT1H\n"
                               "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=WE\nEND:VEVENT\n",
                               i);
    g_auto(Agenda) empty_rules = read_lines(events->str);
    g_assert_cmpint(problems_count(empty_rules.problems, CO_PROBLEM_ICS_LIMIT), ==, 3);
}

static void test_a_zone_made_to_keep_the_reader_busy_is_not_followed(void)
{
    g_auto(Agenda) agenda = read_lines(
        "BEGIN:VTIMEZONE\nTZID:Piège\nBEGIN:STANDARD\nDTSTART:19000101T000000\n"
        "TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD\n"
        "END:VTIMEZONE\n"
        "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Piège:20241105T090000\nDURATION:PT1H\nEND:VEVENT\n");
    assert_taken(&agenda, "11-05-am");
    g_assert_cmpint(problems_count(agenda.problems, CO_PROBLEM_ICS_ZONE), ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ics_busy/halves", test_an_event_takes_the_halves_whose_hours_it_overlaps);
    g_test_add_func("/ics_busy/days", test_whole_days_end_before_their_end);
    g_test_add_func("/ics_busy/horizon", test_only_the_horizon_counts);
    g_test_add_func("/ics_busy/free", test_free_and_cancelled_events_take_nothing);
    g_test_add_func("/ics_busy/utc", test_utc_is_brought_to_paris_on_either_side_of_the_change);
    g_test_add_func("/ics_busy/october", test_a_local_meeting_keeps_its_hour_across_the_change);
    g_test_add_func("/ics_busy/rules", test_rules_run_to_their_end_or_that_of_the_horizon);
    g_test_add_func("/ics_busy/exceptions", test_exceptions_and_added_dates);
    g_test_add_func("/ics_busy/exceptions/days",
                    test_a_whole_day_series_loses_the_day_an_exception_names);
    g_test_add_func("/ics_busy/moved",
                    test_a_moved_or_cancelled_occurrence_is_told_by_its_own_event);
    g_test_add_func("/ics_busy/zones", test_zones_are_those_of_the_file_or_known_by_name);
    g_test_add_func("/ics_busy/zones/database",
                    test_the_zone_database_serves_zones_the_file_does_not_describe);
    g_test_add_func("/ics_busy/zones/place", test_the_clock_is_that_of_the_place);
    g_test_add_func("/ics_busy/zones/unknown",
                    test_an_unknown_zone_is_local_time_and_a_doubt_said_once);
    g_test_add_func("/ics_busy/free_busy", test_published_free_busy_periods_are_read);
    g_test_add_func("/ics_busy/values", test_what_cannot_be_used_is_told_by_line_and_property);
    g_test_add_func("/ics_busy/private", test_no_title_and_no_doubtful_value_is_ever_shown);
    g_test_add_func("/ics_busy/rules/refused", test_rules_nobody_means_count_once);
    g_test_add_func("/ics_busy/rules/until", test_an_until_that_is_no_date_is_refused);
    g_test_add_func("/ics_busy/rules/limits", test_rules_without_end_stop_at_the_limits);
    g_test_add_func("/ics_busy/zones/hostile",
                    test_a_zone_made_to_keep_the_reader_busy_is_not_followed);
    g_test_add_func("/ics_busy/future", test_an_occurrence_and_those_after_it_move_together);
    g_test_add_func("/ics_busy/future/other",
                    test_what_moves_another_series_or_comes_back_before_the_end_is_followed);
    return g_test_run();
}
