/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attendance certificates: for whom, what they say, and nothing of anybody else. The files are read
 * with pdftotext and pdfinfo (Debian package poppler-utils). */
#include <glib.h>
#include <glib/gstdio.h>

#include <string.h>

#include "cohorte/certificates.h"
#include "sample_campaign.h"

/* What the trainers of the sample told, and the folder that certificates go to. */
typedef struct Award {
    CoSample sample;
    CoAttendanceList *list;
    CoRegister *book;
    char *folder, *target;
    int minutes; /* told beside every state, -1 = none */
} Award;

static void award_init(Award *award)
{
    co_sample_init(&award->sample);
    award->list = co_attendance_list_new();
    award->book = NULL;
    award->minutes = -1;
    award->folder = co_sample_folder();
    award->target = g_build_filename(award->folder, "attestations", NULL);
}

static void award_clear(Award *award)
{
    co_register_free(award->book);
    co_attendance_list_free(award->list);
    co_sample_clear(&award->sample);
    co_sample_remove_folder(award->folder);
    g_free(award->target);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Award, award_clear)

static const CoGroup *group_at(const Award *award, int group_idx)
{
    return &award->sample.plan->groups[group_idx];
}

/* One half-day of a meeting, when it takes place in that half. */
static void tell_half(Award *award, const CoAttendance *of_meeting, const CoMeeting *held,
                      CoHalves half)
{
    CoAttendance row = *of_meeting;
    row.half = half;
    if (held->halves & half)
        co_attendance_list_add(award->list, &row);
}

static void tell_meeting(Award *award, int group_idx, int meeting, int person_idx, CoPresence state)
{
    const CoCampaign *campaign = award->sample.campaign;
    const CoGroup *group = group_at(award, group_idx);
    const CoMeeting *held = &group->meetings[meeting];
    const CoAttendance row = {.group = group->code,
                              .path = campaign->paths[group->path_idx].code,
                              .module = campaign->modules[held->module_idx].code,
                              .day = held->day,
                              .person_id = campaign->people[person_idx].id,
                              .state = state,
                              .minutes = award->minutes,
                              .version = 3};
    tell_half(award, &row, held, CO_HALF_AM);
    tell_half(award, &row, held, CO_HALF_PM);
}

static void tell(Award *award, int person_idx, CoPresence state)
{
    for (int m = 0; m < group_at(award, SAMPLE_SG_01)->n_meetings; m++)
        tell_meeting(award, SAMPLE_SG_01, m, person_idx, state);
}

/* One came to all, one to the first day only, one never, and a person without a name came. */
static void tell_everybody(Award *award)
{
    tell(award, SAMPLE_SECRETARY, CO_PRESENCE_PRESENT);
    tell_meeting(award, SAMPLE_SG_01, 0, SAMPLE_ASSISTANT, CO_PRESENCE_PRESENT);
    tell_meeting(award, SAMPLE_SG_01, 1, SAMPLE_ASSISTANT, CO_PRESENCE_EXCUSED);
    tell_meeting(award, SAMPLE_SG_01, 2, SAMPLE_ASSISTANT, CO_PRESENCE_ABSENT);
    tell(award, SAMPLE_OTHER, CO_PRESENCE_ABSENT);
    tell(award, SAMPLE_UNNAMED, CO_PRESENCE_PRESENT);
}

/* The same, with everybody told. */
static void award_init_told(Award *award)
{
    award_init(award);
    tell_everybody(award);
}

static bool try_write(Award *award, const char *day, const CoTexts *texts, GError **error)
{
    co_attendance_list_sort(award->list);
    g_clear_pointer(&award->book, co_register_free);
    award->book = co_register_new(award->sample.campaign, award->sample.plan, award->list);
    const CoOutputContext context = {award->sample.campaign, award->sample.plan, NULL};
    const CoCertificateOptions options = {award->book, co_day_parse(day), texts};
    return co_output_certificates(&context, &options, award->target, error);
}

static void write_on(Award *award, const char *day)
{
    g_autoptr(GError) error = NULL;
    try_write(award, day, NULL, &error);
    g_assert_no_error(error);
}

static char *file_of(const Award *award, const char *name)
{
    return g_build_filename(award->target, "attestations", name, NULL);
}

static bool has_file(const Award *award, const char *name)
{
    g_autofree char *path = file_of(award, name);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static bool has_reader(void)
{
    g_autofree char *text = g_find_program_in_path("pdftotext");
    if (text == NULL)
        g_test_skip("pdftotext (poppler-utils) is not installed");
    return text != NULL;
}

/* @return (transfer full) what a program prints, each run of blanks made one */
static char *printed(const char *const *command)
{
    g_autofree char *out = NULL;
    g_autoptr(GError) error = NULL;
    g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL,
                 &error);
    g_assert_no_error(error);
    g_auto(GStrv) words = g_strsplit_set(out, " \n\f", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", *word);
    return g_strdup(text->str);
}

/* Everybody told and the certificates written. @return whether they can be read */
static bool award_start(Award *award)
{
    award_init_told(award);
    write_on(award, "2025-01-10");
    return has_reader();
}

static char *page_of(const Award *award, const char *page)
{
    g_autofree char *path = file_of(award, "SG-01.pdf");
    const char *const command[] = {"pdftotext", "-raw", "-f", page, "-l", page, path, "-", NULL};
    return printed(command);
}

static void assert_says(const char *page, const char *text)
{
    if (strstr(page, text) == NULL)
        g_error("no \"%s\" in: %s", text, page);
}

static void assert_silent(const char *page, const char *text)
{
    if (strstr(page, text) != NULL)
        g_error("\"%s\" in: %s", text, page);
}

static void test_nothing_is_written_before_everybody_is_told(void)
{
    g_auto(Award) award;
    award_init(&award);
    tell(&award, SAMPLE_SECRETARY, CO_PRESENCE_PRESENT);
    write_on(&award, "2025-01-10");
    g_assert_false(has_file(&award, "SG-01.pdf"));
    tell_everybody(&award);
    write_on(&award, "2025-01-10");
    g_assert_true(has_file(&award, "SG-01.pdf"));
    g_assert_false(has_file(&award, "ORD-01.pdf"));
}

static void test_nothing_is_issued_before_the_last_meeting(void)
{
    g_auto(Award) award;
    award_init_told(&award);
    write_on(&award, "2024-11-24");
    g_assert_false(has_file(&award, "SG-01.pdf"));
    write_on(&award, "2024-11-25");
    g_assert_true(has_file(&award, "SG-01.pdf"));
}

static void test_a_certificate_says_hours_by_modality_and_dates(void)
{
    g_auto(Award) award;
    if (!award_start(&award))
        return;
    g_autofree char *page = page_of(&award, "1");
    assert_says(page, "Établi le vendredi 10 janvier 2025");
    assert_says(page, "ATTESTATION DE SUIVI DE FORMATION");
    assert_says(page, "Bruno <Tag> & \"Fils\"");
    assert_says(page, "Secrétaire général d'EPLE");
    assert_says(page, "a suivi la totalité des séances prévues, soit 15 h");
    assert_says(page, "du mercredi 13 novembre 2024 au lundi 25 novembre 2024");
    assert_says(page, "Présentiel 12 h 12 h");
    assert_says(page, "Classe virtuelle 3 h 3 h");
    assert_says(page, "Autoformation 3 h non vérifiée");
    assert_says(page, "Total des séances vérifiées 15 h 15 h");
    assert_says(page, "mercredi 20 novembre 2024 après-midi SG-P2");
    assert_says(page, "Inès Premier, Inès Second");
    assert_says(page, "Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont");
    assert_says(page, "Réf. Plan n° 3 / SG-01 / P0002");
    assert_says(page, "page 1/1");
    g_autofree char *part = page_of(&award, "2");
    assert_says(part, "a suivi 6 h des 15 h de séances prévues");
    assert_says(part, "Présentiel 12 h 6 h");
    assert_says(part, "le mercredi 13 novembre 2024");
    assert_silent(part, "20 novembre");
}

static void test_who_never_came_or_has_no_name_has_no_certificate(void)
{
    g_auto(Award) award;
    if (!award_start(&award))
        return;
    g_autofree char *path = file_of(&award, "SG-01.pdf");
    const char *const command[] = {"pdfinfo", path, NULL};
    g_autofree char *info = printed(command);
    assert_says(info, "Pages: 2");
    assert_says(info, "Tagged: yes");
    assert_says(info, "Title: Attestations, groupe SG-01");
    int n;
    g_autofree int *nameless = co_register_nameless(award.book, &n);
    g_assert_cmpint(n, ==, 1);
    g_assert_cmpint(nameless[0], ==, SAMPLE_UNNAMED);
}

static void test_a_certificate_names_nobody_else_but_trainers(void)
{
    g_auto(Award) award;
    if (!award_start(&award))
        return;
    const CoCampaign *campaign = award.sample.campaign;
    g_autofree char *page = page_of(&award, "1");
    assert_silent(page, "exemple.fr"); /* anybody's address */
    assert_silent(page, "excusé");
    for (int i = 0; i < campaign->n_people; i++)
        if (i != SAMPLE_SECRETARY) {
            assert_silent(page, campaign->people[i].id);
            if (*campaign->people[i].last_name != '\0')
                assert_silent(page, campaign->people[i].last_name);
        }
}

static void test_catching_up_counts_and_is_said(void)
{
    if (!has_reader())
        return;
    g_auto(Award) award;
    award_init(&award);
    CoGroup *other = co_plan_add_group(award.sample.plan);
    g_free(other->code);
    other->code = g_strdup("SG-02");
    other->path_idx = group_at(&award, SAMPLE_SG_01)->path_idx;
    const CoMeeting meeting = {group_at(&award, SAMPLE_SG_01)->meetings[1].module_idx,
                               co_day_parse("2024-11-27"), CO_HALF_BOTH};
    co_group_add_meeting(other, &meeting);
    tell_everybody(&award);
    tell_meeting(&award, award.sample.plan->n_groups - 1, 0, SAMPLE_ASSISTANT, CO_PRESENCE_PRESENT);
    write_on(&award, "2025-01-10");
    g_autofree char *page = page_of(&award, "2");
    assert_says(page, "Présentiel 12 h 12 h");
    assert_says(page, "(rattrapage, groupe SG-02)");
    assert_says(page, "du mercredi 13 novembre 2024 au mercredi 27 novembre 2024");
}

static void test_minutes_are_those_of_classes_at_a_distance_alone(void)
{
    if (!has_reader())
        return;
    g_auto(Award) award;
    award_init(&award);
    award.minutes = 100;
    tell_everybody(&award);
    write_on(&award, "2025-01-10");
    g_autofree char *page = page_of(&award, "1");
    assert_says(page, "Présentiel 12 h 12 h");
    assert_says(page, "présentiel 3 h");
    assert_silent(page, "présentiel 1 h 40");
    assert_says(page, "classe virtuelle 1 h 40");
}

static char *digest_of(const Award *award)
{
    g_autofree char *path = file_of(award, "SG-01.pdf");
    g_autofree char *bytes = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
}

static void test_the_same_attendance_gives_the_same_bytes(void)
{
    g_auto(Award) award;
    award_init_told(&award);
    write_on(&award, "2025-01-10");
    g_autofree char *digest = digest_of(&award);
    write_on(&award, "2025-01-10");
    g_autofree char *again = digest_of(&award);
    g_assert_cmpstr(digest, ==, again);
}

static void test_a_folder_of_something_else_is_left_alone(void)
{
    g_auto(Award) award;
    award_init_told(&award);
    g_autofree char *other = g_build_filename(award.target, "MANIFESTE.csv", NULL);
    g_assert_cmpint(g_mkdir(award.target, 0700), ==, 0);
    g_assert_true(g_file_set_contents(other, "chemin;destinataire;sha256\n", -1, NULL));
    g_autoptr(GError) error = NULL;
    g_assert_false(try_write(&award, "2025-01-10", NULL, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET);
    g_assert_true(g_file_test(other, G_FILE_TEST_EXISTS));
}

static void test_the_text_is_that_of_the_academy(void)
{
    if (!has_reader())
        return;
    g_auto(Award) award;
    award_init_told(&award);
    g_autofree char *models = g_build_filename(award.folder, "modeles", NULL);
    g_autofree char *path = g_build_filename(models, "attestation.txt", NULL);
    g_assert_cmpint(g_mkdir(models, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path,
                                      "# CERTIFICAT\n\n[destinataire]\n\nReste"
                                      " {{autoformation}}.\n\n[heures]\n[seances]\n[signatures]\n",
                                      -1, NULL));
    g_autoptr(GError) error = NULL;
    g_autoptr(CoTexts) texts = co_texts_load(models, &error);
    g_assert_no_error(error);
    g_assert_true(try_write(&award, "2025-01-10", texts, &error));
    g_autofree char *page = page_of(&award, "2");
    assert_says(page, "CERTIFICAT");
    assert_says(page, "Reste 3 h.");
    assert_silent(page, "ATTESTATION");
}

static void test_a_text_without_its_hours_is_refused(void)
{
    g_auto(Award) award;
    award_init(&award);
    g_autofree char *path = g_build_filename(award.folder, "attestation.txt", NULL);
    g_assert_true(g_file_set_contents(
        path, "# CERTIFICAT\n\n[destinataire]\n\n[seances]\n\n[signatures]\n", -1, NULL));
    g_autoptr(GError) error = NULL;
    g_assert_null(co_texts_load(award.folder, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
    assert_says(error->message, "[heures]");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/certificates/closed", test_nothing_is_written_before_everybody_is_told);
    g_test_add_func("/certificates/date", test_nothing_is_issued_before_the_last_meeting);
    g_test_add_func("/certificates/content", test_a_certificate_says_hours_by_modality_and_dates);
    g_test_add_func("/certificates/none", test_who_never_came_or_has_no_name_has_no_certificate);
    g_test_add_func("/certificates/privacy", test_a_certificate_names_nobody_else_but_trainers);
    g_test_add_func("/certificates/catch-up", test_catching_up_counts_and_is_said);
    g_test_add_func("/certificates/minutes", test_minutes_are_those_of_classes_at_a_distance_alone);
    g_test_add_func("/certificates/bytes", test_the_same_attendance_gives_the_same_bytes);
    g_test_add_func("/certificates/folder", test_a_folder_of_something_else_is_left_alone);
    g_test_add_func("/certificates/text", test_the_text_is_that_of_the_academy);
    g_test_add_func("/certificates/text-refused", test_a_text_without_its_hours_is_refused);
    return g_test_run();
}
