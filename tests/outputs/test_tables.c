/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "sample_campaign.h"

static char *read_table(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    return text;
}

static void assert_table(const CoSample *sample, const char *name, const char *expected)
{
    char *folder = co_sample_folder();
    g_autoptr(GError) error = NULL;
    bool done = co_output_plan_tables(&sample->context, folder, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    g_autofree char *text = read_table(folder, name);
    g_assert_cmpstr(text, ==, expected);
    co_sample_remove_folder(folder);
}

static void test_groups_come_by_code_with_codes_only(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    assert_table(&sample, "groupes.csv",
                 "groupe;parcours;salle;formateur_1;formateur_2;effectif\n"
                 "DIST-01;DIST;;F1;;1\n"
                 "ORD-01;ORD;S1;F2;;1\n"
                 "SG-01;SG;S1;F1;F2;4\n");
}

static void test_meetings_have_hours_and_rooms_only_in_person(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    assert_table(&sample, "seances.csv",
                 "groupe;module;ordre;modalite;date;demi;debut;fin;salle\n"
                 "DIST-01;DIS-V1;7;classe_virtuelle;2024-11-28;am;09:00;12:00;\n"
                 "ORD-01;ORD-P1;1;presentiel;2024-11-14;am;09:00;12:00;S1\n"
                 "SG-01;SG-P1;3;presentiel;2024-11-13;journee;09:00;16:30;S1\n"
                 "SG-01;SG-P2;4;presentiel;2024-11-20;journee;09:00;16:30;S1\n"
                 "SG-01;SG-V1;5;classe_virtuelle;2024-11-25;pm;13:30;16:30;\n");
}

static void test_members_are_named_as_given(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    assert_table(&sample, "affectations.csv",
                 "groupe;personne;uai;role;nom;prenom;courriel\n"
                 "DIST-01;P0005;0800002B;ASG;\"Point;Virgule\";Élise;p5@ac-exemple.fr\n"
                 "ORD-01;P0001;0800001A;ORD;=Formule;Aline;p1@ac-exemple.fr\n"
                 "SG-01;P0002;0800001A;SG;\"<Tag> & \"\"Fils\"\"\";Bruno;p2@ac-exemple.fr\n"
                 "SG-01;P0003;0800001A;SG;-Tiret;Chloé;p3@ac-exemple.fr\n"
                 "SG-01;P0004;0800002B;SG;@Ailleurs;Denis;p4@ac-exemple.fr\n"
                 "SG-01;P0008;0800003C;SG;;;\n");
}

static void test_unplaced_persons_have_rules_reason_and_remedy(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    assert_table(
        &sample, "non_places.csv",
        "personne;uai;role;nom;prenom;courriel;regles;motif;remede\n"
        "P0006;0800002B;SG;Sansgroupe;Fanny;p6@ac-exemple.fr;R08|R03;\"le service de gestion "
        "serait vidé à une date au moins de chaque groupe possible ; jouent aussi : jours ouverts "
        "et disponibilités\";accepter un absent de plus au service de gestion (groupe SG-01)\n");
}

static void test_the_balance_tells_values_bounds_and_gaps(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    assert_table(&sample, "bilan.csv",
                 "cle;valeur\n"
                 "statut;realisable\n"
                 "personnes;7\n"
                 "placees;6\n"
                 "groupes;3\n"
                 "palier1_valeur;1\n"
                 "palier1_borne;1\n"
                 "palier1_ecart;0.000000\n"
                 "palier2_valeur;300000\n"
                 "palier2_borne;299000\n"
                 "palier2_ecart;0.003333\n"
                 "palier3_valeur;40\n"
                 "palier3_borne;non prouvé\n"
                 "palier3_ecart;non prouvé\n"
                 "changements;0\n"
                 "etape1_valeur;800000\n"
                 "etape1_borne;799000\n"
                 "etape1_ecart;0.001250\n"
                 "penalite_non_place;500000\n"
                 "graine;7\n"
                 "travail;1234\n"
                 "arret;ecart\n"
                 "version;3\n"
                 "empreinte;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
}

static void test_a_gap_is_told_only_when_it_is_proven(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.plan->tiers[1].gap_proven = false;
    char *folder = co_sample_folder();
    g_assert_true(co_output_plan_tables(&sample.context, folder, NULL));
    g_autofree char *text = read_table(folder, "bilan.csv");
    g_assert_nonnull(strstr(text, "\npalier2_borne;299000\npalier2_ecart;non prouvé\n"));
    co_sample_remove_folder(folder);
}

static void test_every_status_and_stop_has_its_word(void)
{
    static const char *const statuts[] = {"optimal", "realisable", "irrealisable", "rien"};
    static const char *const arrets[] = {"termine", "temps", "travail", "ecart", "interrompu"};
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    for (int i = 0; i < (int)G_N_ELEMENTS(arrets); i++) {
        sample.plan->stop = (CoStop)i;
        sample.plan->quality = (CoQuality)(i % 4);
        g_assert_true(co_output_plan_tables(&sample.context, folder, NULL));
        g_autofree char *text = read_table(folder, "bilan.csv");
        g_autofree char *statut = g_strdup_printf("\nstatut;%s\n", statuts[i % 4]);
        g_autofree char *arret = g_strdup_printf("\narret;%s\n", arrets[i]);
        g_assert_nonnull(strstr(text, statut));
        g_assert_nonnull(strstr(text, arret));
    }
    co_sample_remove_folder(folder);
}

static void test_a_plan_of_nothing_gives_headers(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autoptr(CoPlan) empty = co_plan_new();
    sample.context.plan = empty;
    assert_table(&sample, "groupes.csv",
                 "groupe;parcours;salle;formateur_1;formateur_2;effectif\n");
}

static void test_a_person_of_two_roles_shows_both(void)
{
    static const int two_roles[] = {1, 2};
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoPerson *person = &sample.campaign->people[SAMPLE_REMOTE];
    person->n_roles = 2;
    person->role_idx = co_campaign_array(sample.campaign, two_roles, 2, sizeof *two_roles);
    char *folder = co_sample_folder();
    g_assert_true(co_output_plan_tables(&sample.context, folder, NULL));
    g_autofree char *text = read_table(folder, "affectations.csv");
    g_assert_nonnull(strstr(text, "DIST-01;P0005;0800002B;SG|ASG;"));
    co_sample_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tables/groups", test_groups_come_by_code_with_codes_only);
    g_test_add_func("/tables/meetings", test_meetings_have_hours_and_rooms_only_in_person);
    g_test_add_func("/tables/members", test_members_are_named_as_given);
    g_test_add_func("/tables/unplaced", test_unplaced_persons_have_rules_reason_and_remedy);
    g_test_add_func("/tables/balance", test_the_balance_tells_values_bounds_and_gaps);
    g_test_add_func("/tables/gap", test_a_gap_is_told_only_when_it_is_proven);
    g_test_add_func("/tables/words", test_every_status_and_stop_has_its_word);
    g_test_add_func("/tables/empty", test_a_plan_of_nothing_gives_headers);
    g_test_add_func("/tables/roles", test_a_person_of_two_roles_shows_both);
    return g_test_run();
}
