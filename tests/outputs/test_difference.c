/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders of differences: whose files, what is said and to whom. */
#include <glib.h>
#include <glib/gstdio.h>

#include <string.h>

#include "cohorte/wording.h"
#include "outputs/kit/folder.h"
#include "sample_campaign.h"
#include "xlsx_file.h"

/* Changes the plan of a sample into the one that follows. */
typedef void (*Change)(CoSample *sample);

/* The sample and what became of it, in three folders under one. */
typedef struct Publications {
    CoSample before, after;
    CoDifference *difference;
    char *folder, *old, *whole, *changes;
} Publications;

static void more_of_everything(CoSample *sample)
{
    CoRoom *room = co_campaign_add_room(sample->campaign);
    room->code = "S3";
    room->place.uai = "0800003C";
    room->place.name = "Collège des Saules";
    room->place.commune = "Aubercy";
    room->academy_idx = 0;
    CoTrainer *trainer = co_campaign_add_trainer(sample->campaign);
    trainer->code = "F3";
    trainer->last_name = "Tiers";
    trainer->first_name = "Omar";
    trainer->email = "f3@ac-exemple.fr";
    trainer->establishment_idx = SAMPLE_SCHOOL_B;
    trainer->academy_idx = 0;
}

static char *publish(const CoSample *sample, const CoDifference *difference, const char *folder,
                     const char *name)
{
    g_autoptr(GError) error = NULL;
    char *target = g_build_filename(folder, name, NULL);
    CoDocumentOptions options = CO_DOCUMENT_OPTIONS_INIT;
    options.difference = difference;
    co_output_documents_with(&sample->context, &options, target, &error);
    g_assert_no_error(error);
    return target;
}

/* Both plans bear one number, so that files differ by what they tell alone. */
static void start(Publications *publications, Change change)
{
    CoSample *samples[] = {&publications->before, &publications->after};
    for (int i = 0; i < 2; i++) {
        co_sample_init(samples[i]);
        more_of_everything(samples[i]);
    }
    if (change != NULL)
        change(&publications->after);
    co_plan_sort(publications->after.plan, publications->after.campaign);
    publications->difference = co_difference_new(
        publications->after.campaign, publications->before.plan, publications->after.plan);
    publications->folder = co_sample_folder();
    publications->old = publish(&publications->before, NULL, publications->folder, "avant");
    publications->whole = publish(&publications->after, NULL, publications->folder, "apres");
    publications->changes =
        publish(&publications->after, publications->difference, publications->folder, "difference");
}

static void stop(Publications *publications)
{
    co_difference_free(publications->difference);
    co_sample_clear(&publications->before);
    co_sample_clear(&publications->after);
    co_sample_remove_folder(publications->folder);
    g_free(publications->old);
    g_free(publications->whole);
    g_free(publications->changes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Publications, stop)

static char *read_file(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    return text;
}

/* @return (transfer full) file name -> SHA-256, of the manifest */
static GHashTable *digests_of(const char *folder)
{
    GHashTable *digests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autofree char *text = read_file(folder, "MANIFESTE.csv");
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
        g_hash_table_insert(digests, g_strndup(lines[i], strcspn(lines[i], ";")),
                            g_strdup(strrchr(lines[i], ';') + 1));
    return digests;
}

static bool is_list_of_changes(const char *name)
{
    return g_str_has_prefix(name, "changements.");
}

/* What is written is what the whole publication would have, and what is not written is what people
 * hold already. */
static void assert_only_changes(const Publications *publications)
{
    g_autoptr(GHashTable) old = digests_of(publications->old);
    g_autoptr(GHashTable) whole = digests_of(publications->whole);
    g_autoptr(GHashTable) changes = digests_of(publications->changes);
    GHashTableIter iter;
    gpointer name, digest;
    g_hash_table_iter_init(&iter, whole);
    while (g_hash_table_iter_next(&iter, &name, &digest)) {
        const char *written = g_hash_table_lookup(changes, name);
        const char *held = g_hash_table_lookup(old, name);
        if (written == NULL && g_strcmp0(held, digest) != 0)
            g_error("%s changed and is not written", (const char *)name);
        if (written != NULL)
            g_assert_cmpstr(written, ==, digest);
    }
    g_hash_table_iter_init(&iter, changes);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_assert_true(is_list_of_changes(name) || g_hash_table_contains(whole, name));
}

static bool is_written(const Publications *publications, const char *name)
{
    g_autofree char *path = g_build_filename(publications->changes, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static CoGroup *group_of(CoSample *sample, int group_idx)
{
    return &sample->plan->groups[group_idx];
}

static void assert_row(const Publications *publications, const char *row)
{
    g_autofree char *table = read_file(publications->changes, "changements.csv");
    if (strstr(table, row) == NULL)
        g_error("no \"%s\" in\n%s", row, table);
}

static void assert_no_row(const Publications *publications, const char *row)
{
    g_autofree char *table = read_file(publications->changes, "changements.csv");
    g_assert_null(strstr(table, row));
}

/* ---- one change at a time ---- */

static void move_meeting(CoSample *sample)
{
    group_of(sample, SAMPLE_SG_01)->meetings[1].day += 1;
}

static void test_a_moved_meeting_is_told_to_those_who_hold_its_date(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, move_meeting);
    assert_only_changes(&publications);
    assert_row(&publications,
               "participant;P0004;Denis @Ailleurs;p4@ac-exemple.fr;seance_deplacee;;SG-01;SG-01;"
               "SG-P2;2024-11-20;journee;2024-11-21;journee;La séance SG-P2 du mercredi 20 "
               "novembre 2024 (SG-01) passe au jeudi 21 novembre 2024, mêmes horaires, même salle;"
               "convocations/0800002B.pdf, groupes/SG-01.ics\n");
    assert_row(&publications, "etablissement;0800002B;Collège du Pré;");
    assert_row(&publications, "formateur;F1;Inès Premier;F1@ac-exemple.fr;seance_deplacee;");
    assert_row(&publications, "site;S1;Lycée des Tilleuls, Valmont;;seance_deplacee;");
    g_assert_true(is_written(&publications, "groupes/SG-01.xlsx"));
    g_assert_true(is_written(&publications, "calendrier.xlsx"));
    g_assert_false(is_written(&publications, "groupes/ORD-01.xlsx"));
    g_assert_false(is_written(&publications, "etablissements/0800004D.xlsx"));
    assert_no_row(&publications, "P0001"); /* Aline, ORD-01 */
}

static void test_a_seat_without_a_name_is_told_to_its_school_alone(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, move_meeting);
    assert_no_row(&publications, "\nparticipant;P0008;");
    assert_row(&publications, "etablissement;0800003C;Collège des Saules;;seance_deplacee;"
                              "P0008;");
    assert_row(&publications, ";Personnel à nommer (P0008) : la séance SG-P2 du mercredi 20 ");
}

static void swap_trainer(CoSample *sample)
{
    group_of(sample, SAMPLE_SG_01)->trainer_idx[1] = 2;
}

static void test_a_swapped_trainer_is_told_to_both_and_to_the_group(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, swap_trainer);
    assert_only_changes(&publications);
    assert_row(&publications, "formateur;F3;Omar Tiers;f3@ac-exemple.fr;animation;;SG-01;SG-01;;;;;"
                              ";Animation du groupe SG-01 : 3 séances à partir du mercredi 13 "
                              "novembre 2024;");
    assert_row(&publications, "formateur;F2;Inès Second;F2@ac-exemple.fr;fin_animation;;SG-01;");
    assert_row(&publications, "formateur;F1;Inès Premier;F1@ac-exemple.fr;formateurs;");
    assert_row(&publications, "Le groupe SG-01 change de formateurs : Inès Premier et Omar Tiers "
                              "(avant : Inès Premier et Inès Second)");
    assert_row(&publications, "etablissement;0800002B;Collège du Pré;;animation;F3;");
    g_assert_true(is_written(&publications, "formateurs/F3.ics"));
}

static void change_room(CoSample *sample)
{
    group_of(sample, SAMPLE_SG_01)->room_idx = 2;
}

static void test_another_room_is_told_to_both_sites(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, change_room);
    assert_only_changes(&publications);
    assert_row(&publications, "site;S1;Lycée des Tilleuls, Valmont;;seance_annulee;;SG-01;"
                              "SG-01;SG-P1;2024-11-13;journee;;;");
    assert_row(&publications, "site;0800003C;Collège des Saules, Aubercy;;seance_ajoutee;;"
                              "SG-01;SG-01;SG-P2;;;2024-11-20;journee;");
    assert_row(&publications, ";lieu;;SG-01;SG-01;;;;;;Le groupe SG-01 change de lieu : salle "
                              "S3, Collège des Saules (avant : salle S1, Lycée des Tilleuls)");
    assert_no_row(&publications, "SG-V1"); /* a virtual class is in no room */
}

static void drop_person(CoSample *sample)
{
    CoGroup *group = group_of(sample, SAMPLE_SG_01);
    group->members[2] = group->members[3];
    group->n_members = 3;
    CoUnplaced *unplaced = co_plan_add_unplaced(sample->plan);
    *unplaced = sample->plan->unplaced[0];
    unplaced->person_idx = SAMPLE_OTHER;
}

static void test_a_dropped_person_and_their_group_are_told(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, drop_person);
    assert_only_changes(&publications);
    assert_row(&publications, "participant;P0004;Denis @Ailleurs;p4@ac-exemple.fr;fin_convocation;;"
                              "SG-01;;;;;;;Convocation dans le groupe SG-01 annulée;\n");
    assert_row(&publications, "formateur;F2;Inès Second;F2@ac-exemple.fr;depart;P0004;");
    assert_row(&publications,
               ";effectif;;SG-01;SG-01;;;;;;Groupe SG-01 : 3 personnes au lieu de 4;");
    assert_no_row(&publications, "participant;P0002");
    g_assert_false(is_written(&publications, "etablissements/0800001A.xlsx"));
}

static void add_person(CoSample *sample)
{
    co_group_add_member(group_of(sample, SAMPLE_SG_01), SAMPLE_UNPLACED);
    sample->plan->n_unplaced = 0;
}

static void test_an_added_person_is_told_with_the_letter_to_send(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, add_person);
    assert_only_changes(&publications);
    assert_row(&publications,
               "participant;P0006;Fanny Sansgroupe;p6@ac-exemple.fr;convocation;;;SG-01;;;;;;"
               "Convocation dans le groupe SG-01 : 3 séances à partir du mercredi 13 novembre "
               "2024;convocations/0800002B.pdf, groupes/SG-01.ics\n");
    assert_row(&publications, ";arrivee;P0006;SG-01;SG-01;;;;;;Fanny Sansgroupe rejoint le groupe");
}

static void change_reason(CoSample *sample)
{
    sample->plan->unplaced[0].main_rule = CO_R03;
}

static void test_another_reason_is_told_to_the_school(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, change_reason);
    assert_only_changes(&publications);
    assert_row(&publications, "etablissement;0800002B;Collège du Pré;;motif;P0006;");
    assert_no_row(&publications, "participant;");
    g_assert_true(is_written(&publications, "etablissements/0800002B.xlsx"));
    g_assert_false(is_written(&publications, "groupes/SG-01.xlsx"));
}

static void change_remedy(CoSample *sample)
{
    sample->plan->unplaced[0].remedy = CO_REMEDY_ADD_ROOM;
}

static void test_what_only_the_planner_sees_is_told_to_nobody(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, change_remedy);
    assert_only_changes(&publications);
    assert_no_row(&publications, "\netablissement;");
    g_autofree char *path = g_build_filename(publications.changes, "changements.xlsx", NULL);
    g_autoptr(CoXlsxFile) file = co_xlsx_file_open(path);
    g_assert_true(co_xlsx_file_holds(file, "personne n'est à prévenir : seuls changent les "
                                           "documents de l'EAFC"));
}

static void test_nothing_changed_leaves_the_list_alone(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, NULL);
    g_assert_true(co_difference_is_empty(publications.difference));
    g_autoptr(GHashTable) changes = digests_of(publications.changes);
    g_assert_cmpuint(g_hash_table_size(changes), ==, 2);
    g_autofree char *path = g_build_filename(publications.changes, "changements.xlsx", NULL);
    g_autoptr(CoXlsxFile) file = co_xlsx_file_open(path);
    g_assert_true(co_xlsx_file_holds(file, "Rien ne change du plan n° 3 au plan n° 3 : personne "
                                           "n'est à prévenir, aucun document n'est à renvoyer."));
    g_assert_cmpuint(g_strv_length(co_xlsx_file_sheets(file)), ==, 1);
    g_autofree char *table = read_file(publications.changes, "changements.csv");
    g_assert_true(g_str_has_suffix(table, "demi_avant;date;demi;phrase;fichiers\n"));
}

/* ---- the workbook ---- */

static void test_the_workbook_lists_readers_and_their_changes(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, move_meeting);
    g_autofree char *path = g_build_filename(publications.changes, "changements.xlsx", NULL);
    g_autoptr(CoXlsxFile) file = co_xlsx_file_open(path);
    static const char *const sheets[] = {"À prévenir",     "Personnes", "Formateurs",
                                         "Établissements", "Sites",     NULL};
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
    g_autofree char *name = co_xlsx_file_find(file, "À prévenir", "Denis @Ailleurs");
    g_assert_nonnull(name);
    g_assert_true(co_xlsx_file_is_text(file, "À prévenir", name));
    g_assert_cmpstr(co_xlsx_file_near(file, "À prévenir", name, 3, 0), ==, "1");
    g_assert_cmpstr(co_xlsx_file_near(file, "À prévenir", name, 4, 0), ==,
                    "convocations/0800002B.pdf, groupes/SG-01.ics");
    const char *list = co_xlsx_file_sheet(file, "Personnes");
    g_assert_nonnull(strstr(list, "<autoFilter"));
    g_assert_true(co_xlsx_file_holds(
        file, "Du plan n° 3 au plan n° 3, à prévenir : 3 participants, 2 formateurs, 3 "
              "établissements et 1 lieu d'accueil."));
    g_assert_true(co_xlsx_file_is_undated(file));
}

/* ---- where it may go ---- */

static void assert_refused(const CoSample *sample, const CoDifference *difference,
                           const char *target)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = read_file(target, "MANIFESTE.csv");
    CoDocumentOptions options = CO_DOCUMENT_OPTIONS_INIT;
    options.difference = difference;
    g_assert_false(co_output_documents_with(&sample->context, &options, target, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET);
    g_assert_nonnull(strstr(error->message, "vient d'une autre sorte de publication"));
    g_autofree char *after = read_file(target, "MANIFESTE.csv");
    g_assert_cmpstr(before, ==, after);
}

static void test_whole_and_difference_do_not_replace_one_another(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, move_meeting);
    assert_refused(&publications.after, publications.difference, publications.whole);
    assert_refused(&publications.after, NULL, publications.changes);
}

static void test_a_difference_replaces_a_difference_with_the_same_bytes(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, move_meeting);
    g_autofree char *first = read_file(publications.changes, "MANIFESTE.csv");
    g_autofree char *again =
        publish(&publications.after, publications.difference, publications.folder, "difference");
    g_autofree char *second = read_file(again, "MANIFESTE.csv");
    g_assert_cmpstr(first, ==, second);
}

/* ---- any two plans ---- */

static void shuffle_people(CoSample *sample)
{
    static const int movable[] = {SAMPLE_SECRETARY, SAMPLE_ASSISTANT, SAMPLE_OTHER, SAMPLE_UNPLACED,
                                  SAMPLE_UNNAMED};
    CoGroup *first = group_of(sample, SAMPLE_SG_01);
    CoGroup *second = co_plan_add_group(sample->plan);
    first = group_of(sample, SAMPLE_SG_01); /* the array has moved */
    g_free(second->code);
    second->code = g_strdup("SG-02");
    second->path_idx = first->path_idx;
    second->academy_idx = 0;
    second->room_idx = g_test_rand_int_range(0, 3);
    second->trainer_idx[0] = g_test_rand_int_range(0, 3);
    for (int i = 0; i < first->n_meetings; i++)
        co_group_add_meeting(second, &first->meetings[i]);
    first->n_members = 0;
    sample->plan->n_unplaced = 0;
    CoRule rule = g_test_rand_bit() ? CO_R03 : CO_R08;
    for (gsize i = 0; i < G_N_ELEMENTS(movable); i++) {
        int where = g_test_rand_int_range(0, 5);
        if (where == 4) {
            CoUnplaced *unplaced = co_plan_add_unplaced(sample->plan);
            unplaced->person_idx = movable[i];
            unplaced->main_rule = rule;
            unplaced->rules = CO_RULE_BIT(rule);
        } else {
            co_group_add_member(where == 3 ? second : first, movable[i]);
        }
    }
}

static void shuffle_groups(CoSample *sample)
{
    for (int g = 0; g < sample->plan->n_groups; g++) {
        CoGroup *group = group_of(sample, g);
        if (group->room_idx >= 0 && g_test_rand_int_range(0, 3) == 0)
            group->room_idx = g_test_rand_int_range(0, 3);
        if (g_test_rand_int_range(0, 3) == 0) {
            group->trainer_idx[0] = g_test_rand_int_range(0, 2);
            group->trainer_idx[1] = g_test_rand_bit() ? 2 : -1;
        }
        for (int m = 0; m < group->n_meetings; m++) {
            if (g_test_rand_int_range(0, 4) == 0)
                group->meetings[m].day += g_test_rand_int_range(0, 3);
            if (g_test_rand_int_range(0, 6) == 0)
                group->meetings[m].halves = g_test_rand_bit() ? CO_HALF_AM : CO_HALF_PM;
        }
    }
}

/* Few changes as a rule, so that most readers have none. */
static void shuffle(CoSample *sample)
{
    if (g_test_rand_bit())
        shuffle_people(sample);
    if (g_test_rand_bit())
        shuffle_groups(sample);
    else
        group_of(sample, g_test_rand_int_range(0, 3))->meetings[0].day +=
            g_test_rand_int_range(0, 2);
    int n = sample->plan->n_groups;
    if (n == 4 && group_of(sample, 3)->n_members == 0 && g_test_rand_bit()) {
        g_free(group_of(sample, 3)->code);
        g_free(group_of(sample, 3)->members);
        g_free(group_of(sample, 3)->meetings);
        sample->plan->n_groups = 3;
    }
}

/* Everybody who is told has something that changed for them, and a sentence for each change. */
static void assert_everybody_is_told_something(const Publications *publications)
{
    g_autofree char *table = read_file(publications->changes, "changements.csv");
    g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
    const CoDifference *difference = publications->difference;
    int n_rows = (int)g_strv_length(lines) - 2, n_facts = 0;
    for (int p = 0; p < difference->campaign->n_people; p++)
        n_facts += difference->campaign->people[p].named ? difference->people[p].n_facts : 0;
    for (int t = 0; t < difference->campaign->n_trainers; t++)
        n_facts += difference->trainers[t].n_facts;
    for (int e = 0; e < difference->campaign->n_establishments; e++)
        n_facts += difference->schools[e].n_facts;
    for (int r = 0; r < difference->campaign->n_rooms; r++)
        n_facts += difference->rooms[r].n_facts;
    g_assert_cmpint(n_rows, ==, n_facts);
}

/* @return whether a text names a person of another school; of -1, of any */
static bool names_others(const CoCampaign *campaign, const char *text, int establishment_idx)
{
    for (int p = 0; p < campaign->n_people; p++)
        if (campaign->people[p].named &&
            campaign->people[p].establishment_idx != establishment_idx &&
            strstr(text, campaign->people[p].last_name) != NULL)
            return true;
    return false;
}

static void assert_facts_name_nobody_else(const CoDifference *difference, const CoFacts *facts,
                                          int establishment_idx)
{
    for (int i = 0; i < facts->n_facts; i++) {
        g_autofree char *sentence = co_wording_fact(difference, &facts->facts[i]);
        g_assert_false(names_others(difference->campaign, sentence, establishment_idx));
    }
}

/* Sentences go out in messages: a participant reads of nobody, a school of its own staff, a host
 * of no participant. */
static void assert_discreet(const CoDifference *difference)
{
    const CoCampaign *campaign = difference->campaign;
    for (int p = 0; p < campaign->n_people; p++)
        assert_facts_name_nobody_else(difference, &difference->people[p], -1);
    for (int e = 0; e < campaign->n_establishments; e++)
        assert_facts_name_nobody_else(difference, &difference->schools[e], e);
    for (int r = 0; r < campaign->n_rooms; r++)
        assert_facts_name_nobody_else(difference, &difference->rooms[r], -1);
}

static void test_the_list_of_changes_is_for_the_eafc_and_tells_no_unavailability(void)
{
    g_auto(Publications) publications = {0};
    start(&publications, move_meeting);
    g_autofree char *manifest = read_file(publications.changes, "MANIFESTE.csv");
    g_assert_nonnull(strstr(manifest, "\nchangements.xlsx;EAFC;"));
    g_assert_nonnull(strstr(manifest, "\nchangements.csv;EAFC;"));
    g_autofree char *table = read_file(publications.changes, "changements.csv");
    g_autofree char *path = g_build_filename(publications.changes, "changements.xlsx", NULL);
    g_autoptr(CoXlsxFile) file = co_xlsx_file_open(path);
    g_assert_null(strstr(table, "mardi")); /* Chloé's day away; nothing is held on a Tuesday */
    g_assert_false(co_xlsx_file_holds(file, "mardi"));
    g_assert_false(co_xlsx_file_holds(file, "Dejaforme"));
}

static void test_readers_not_told_hold_what_would_be_written_anew(void)
{
    const int n_pairs = g_test_slow() ? 200 : 8;
    for (int i = 0; i < n_pairs; i++) {
        g_auto(Publications) publications = {0};
        start(&publications, shuffle);
        assert_only_changes(&publications);
        assert_everybody_is_told_something(&publications);
        assert_discreet(publications.difference);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/outputs/difference/a moved meeting is told to those who hold its date",
                    test_a_moved_meeting_is_told_to_those_who_hold_its_date);
    g_test_add_func("/outputs/difference/a seat without a name is told to its school alone",
                    test_a_seat_without_a_name_is_told_to_its_school_alone);
    g_test_add_func("/outputs/difference/a swapped trainer is told to both and to the group",
                    test_a_swapped_trainer_is_told_to_both_and_to_the_group);
    g_test_add_func("/outputs/difference/another room is told to both sites",
                    test_another_room_is_told_to_both_sites);
    g_test_add_func("/outputs/difference/a dropped person and their group are told",
                    test_a_dropped_person_and_their_group_are_told);
    g_test_add_func("/outputs/difference/an added person is told, with the letter to send",
                    test_an_added_person_is_told_with_the_letter_to_send);
    g_test_add_func("/outputs/difference/another reason is told to the school",
                    test_another_reason_is_told_to_the_school);
    g_test_add_func("/outputs/difference/what only the planner sees is told to nobody",
                    test_what_only_the_planner_sees_is_told_to_nobody);
    g_test_add_func("/outputs/difference/nothing changed leaves the list alone",
                    test_nothing_changed_leaves_the_list_alone);
    g_test_add_func("/outputs/difference/the workbook lists readers and their changes",
                    test_the_workbook_lists_readers_and_their_changes);
    g_test_add_func("/outputs/difference/whole and difference do not replace one another",
                    test_whole_and_difference_do_not_replace_one_another);
    g_test_add_func("/outputs/difference/a difference replaces a difference with the same bytes",
                    test_a_difference_replaces_a_difference_with_the_same_bytes);
    g_test_add_func("/outputs/difference/the list of changes is for the EAFC",
                    test_the_list_of_changes_is_for_the_eafc_and_tells_no_unavailability);
    g_test_add_func("/outputs/difference/readers not told hold what would be written anew",
                    test_readers_not_told_hold_what_would_be_written_anew);
    return g_test_run();
}
