/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/agenda/appointments.h"

#include <string.h>

#include "published.h"

static CoAppointments invitation(const CoSample *sample)
{
    return (CoAppointments){.context = &sample->context,
                            .method = CO_APPOINTMENTS_REQUEST,
                            .version = sample->plan->version,
                            .title = "",
                            .reader = "",
                            .name = "Aline Formule",
                            .email = "p1@ac-exemple.fr"};
}

static const CoEntry head_entry = {SAMPLE_ORD_01, 0, 0, CO_HALF_AM};

static CoEntry entry_on(const char *iso)
{
    CoEntry entry = head_entry;
    entry.day = co_day_parse(iso);
    return entry;
}

/* @return (transfer full) without the folds of long lines */
static char *unfolded(const CoAppointments *appointments, const CoEntry *entry)
{
    g_autofree char *text = co_appointments_text(appointments, entry, 1);
    g_auto(GStrv) lines = g_strsplit(text, "\r\n ", -1);
    return g_strjoinv("", lines);
}

static void assert_holds(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        g_error("\"%s\" is missing of\n%s", part, text);
}

static void test_a_meeting_that_moves_keeps_its_uid(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoAppointments appointments = invitation(&sample);
    CoEntry before = entry_on("2024-11-14"), after = entry_on("2024-11-15");
    g_autofree char *first = co_appointments_uid(&appointments, &before);
    appointments.version++;
    g_autofree char *second = co_appointments_uid(&appointments, &after);
    g_assert_cmpstr(first, ==, second);
    after.module_idx = 3;
    after.group_idx = SAMPLE_SG_01;
    g_autofree char *other = co_appointments_uid(&appointments, &after);
    g_assert_cmpstr(first, !=, other);
    appointments.reader = "0800001A";
    g_autofree char *school = co_appointments_uid(&appointments, &before);
    g_assert_cmpstr(first, !=, school);
}

static void test_sequence_and_stamp_grow_with_the_version(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoAppointments appointments = invitation(&sample);
    CoEntry entry = entry_on("2024-11-14");
    g_autofree char *third = unfolded(&appointments, &entry);
    assert_holds(third, "\r\nSEQUENCE:3\r\n");
    assert_holds(third, "\r\nDTSTAMP:20241018T000300Z\r\n");
    appointments.version = 4;
    g_autofree char *fourth = unfolded(&appointments, &entry);
    assert_holds(fourth, "\r\nSEQUENCE:4\r\n");
    assert_holds(fourth, "\r\nDTSTAMP:20241018T000400Z\r\n");
}

static void test_an_invitation_has_an_organizer_and_one_attendee(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.campaign->parameters.organizer_email = "eafc@ac-exemple.fr";
    CoAppointments appointments = invitation(&sample);
    CoEntry entry = entry_on("2024-11-14");
    g_autofree char *text = unfolded(&appointments, &entry);
    assert_holds(text, "\r\nMETHOD:REQUEST\r\n");
    assert_holds(text, "mailto:eafc@ac-exemple.fr\r\n");
    assert_holds(text, "mailto:p1@ac-exemple.fr\r\n");
    g_assert_cmpstr(strstr(text, "\nATTENDEE"), ==, g_strrstr(text, "\nATTENDEE"));
    appointments.method = CO_APPOINTMENTS_CANCEL;
    g_autofree char *cancelled = unfolded(&appointments, &entry);
    assert_holds(cancelled, "\r\nMETHOD:CANCEL\r\n");
    assert_holds(cancelled, "\r\nSTATUS:CANCELLED\r\n");
}

static void test_a_file_names_no_attendee(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoAppointments appointments = invitation(&sample);
    appointments.method = CO_APPOINTMENTS_PUBLISH;
    CoEntry entry = entry_on("2024-11-14");
    g_autofree char *text = unfolded(&appointments, &entry);
    assert_holds(text, "\r\nMETHOD:PUBLISH\r\n");
    g_assert_null(strstr(text, "ATTENDEE"));
    g_assert_null(strstr(text, "ORGANIZER"));
}

static void test_line_breaks_in_names_add_no_line(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoAppointments appointments = invitation(&sample);
    appointments.name = "Aline\r\nATTENDEE:mailto:pirate@exemple.fr \"x\"";
    sample.campaign->modules[0].title = "Titre\r\nATTENDEE:mailto:pirate@exemple.fr";
    CoEntry entry = entry_on("2024-11-14");
    g_autofree char *text = unfolded(&appointments, &entry);
    g_assert_cmpstr(strstr(text, "\nATTENDEE"), ==, g_strrstr(text, "\nATTENDEE"));
    for (const char *p = text; (p = strchr(p, '\n')) != NULL; p++)
        g_assert_true(p[-1] == '\r');
}

static void test_an_overseas_academy_has_its_own_clock(void)
{
    static const char *const zones[][2] = {
        {"La Réunion", "Indian/Reunion"},
        {"Académie de la Guadeloupe", "America/Guadeloupe"},
        {"Saint-Pierre-et-Miquelon", "America/Miquelon"},
        {"Mayotte", "Indian/Mayotte"},
        {"Nouvelle-Calédonie", "Pacific/Noumea"},
        {"Amiens", "Europe/Paris"},
    };
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoAppointments appointments = invitation(&sample);
    CoEntry entry = entry_on("2024-11-14");
    for (size_t i = 0; i < G_N_ELEMENTS(zones); i++) {
        sample.campaign->academies[0].name = zones[i][0];
        g_autofree char *text = unfolded(&appointments, &entry);
        g_autofree char *start =
            g_strdup_printf("\r\nDTSTART;TZID=%s:20241114T090000\r\n", zones[i][1]);
        g_autofree char *zone = g_strdup_printf("\r\nTZID:%s\r\n", zones[i][1]);
        assert_holds(text, start);
        assert_holds(text, zone);
    }
}

static void test_self_study_is_no_event(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(sample.campaign, sample.plan, SAMPLE_SG_01);
    int n_events = 0;
    for (int i = 0; i < agenda->n_entries; i++)
        n_events += co_appointments_has_event(sample.campaign, &agenda->entries[i]);
    g_assert_cmpint(agenda->n_entries, ==, 5);
    g_assert_cmpint(n_events, ==, 4);
}

static void test_a_school_sees_who_of_its_own_is_taught_and_who_teaches(void)
{
    g_auto(CoPublished) published = {0};
    co_published_init(&published, NULL);
    g_autofree char *path =
        g_build_filename(published.target, "etablissements", "0800001A.ics", NULL);
    g_autofree char *folded = NULL;
    g_assert_true(g_file_get_contents(path, &folded, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(folded, "\r\n ", -1);
    g_autofree char *text = g_strjoinv("", lines);
    assert_holds(text, "Inès Premier (formation donnée)");
    g_assert_null(strstr(text, "Second (formation donnée)"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/appointments/uid", test_a_meeting_that_moves_keeps_its_uid);
    g_test_add_func("/appointments/version", test_sequence_and_stamp_grow_with_the_version);
    g_test_add_func("/appointments/invitation",
                    test_an_invitation_has_an_organizer_and_one_attendee);
    g_test_add_func("/appointments/file", test_a_file_names_no_attendee);
    g_test_add_func("/appointments/injection", test_line_breaks_in_names_add_no_line);
    g_test_add_func("/appointments/overseas", test_an_overseas_academy_has_its_own_clock);
    g_test_add_func("/appointments/self_study", test_self_study_is_no_event);
    g_test_add_func("/appointments/school",
                    test_a_school_sees_who_of_its_own_is_taught_and_who_teaches);
    return g_test_run();
}
