/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#include <glib/gstdio.h>

#include <string.h>

static const struct {
    const char *name, *text;
} base[] = {
    {"parametres.csv", "cle;valeur;commentaire\n"
                       "campagne;Essai;\n"
                       "academie;Grenoble;\n"
                       "zone;A;\n"
                       "debut;04/11/2024;\n"
                       "fin;20/12/2024;\n"
                       "date_convocation;18/10/2024;\n"
                       "taux_horaire_formateur;40;\n"},
    {"vagues.csv", "vague;bascule;libelle\nV8;01/01/2025;bascule\n"},
    {"agences.csv", "agence;libelle;ac_pourvu\n0389001C;Agence;oui\n"},
    {"roles.csv", "role;libelle;sphere;fonction;service;alias\n"
                  "ORD;Ordonnateur;ordo;direction;non;proviseur|chef d'établissement\n"
                  "SG;Secrétaire général;ordo;secretariat_general;oui;adjoint gestionnaire\n"
                  "ASG;Assistant;ordo;autre;oui;intendance\n"
                  "AC;Agent comptable;compta;agence;oui;agente comptable\n"},
    {"parcours.csv", "parcours;libelle;roles;effectif_min;effectif_cible;effectif_max;"
                     "formateurs_par_groupe;regle_binome;groupes_min;groupes_max\n"
                     "DIR;Direction;ORD;1;4;8;1;libre;;\n"
                     "GEST;Gestion;SG|ASG;1;6;10;2;un_confirme;;\n"
                     "COMPTA;Agence;AC;1;2;8;1;libre;;\n"},
    {"modules.csv", "parcours;ordre;module;titre;modalite;demi_journees;moment;fm1;"
                    "ecart_min_jours;ecart_max_jours;au_plus_tot;au_plus_tard;avant_bascule;lien\n"
                    "DIR;1;D-1;Le rôle;presentiel;1;am;non;;;;;oui;\n"
                    "GEST;1;G-1;Dépense;presentiel;2;;oui;;;;;oui;\n"
                    "GEST;2;G-2;Recette;classe_virtuelle;1;libre;non;;;;;non;\n"
                    "COMPTA;1;C-1;Visa;presentiel;2;;oui;;;;;oui;\n"},
    {"annuaire.csv", "uai,nom,type,commune,code_postal,departement,academie,latitude,longitude\n"
                     "0389001C,Lycée des Essarts,LPO,Grenoble,38000,038,Grenoble,45.18,5.72\n"
                     "0389002D,Collège du Bief,CLG,Voiron,38500,038,Grenoble,45.36,5.59\n"
                     "0389003E,Collège des Combes,CLG,Vizille,38220,038,Grenoble,45.07,5.77\n"
                     "0389004F,Lycée du Plateau,LGT,Grenoble,38000,038,Grenoble,45.17,5.73\n"
                     "0389005G,Collège du Lac,CLG,Annecy,74000,074,Grenoble,45.90,6.12\n"},
    {"etablissements.csv", "uai;vague;agence;effectif_service\n"
                           "0389001C;V8;0389001C;4\n"
                           "0389002D;V8;0389001C;2\n"
                           "0389003E;V8;0389001C;2\n"},
    {"besoins.csv", "uai;role;nom;prenom;courriel;nombre;indisponibilites\n"
                    "0389001C;ORD;Valbertin;Odile;odile.valbertin@ac-exemple.fr;;mercredi\n"
                    "0389001C;AC;Tourneaud;Basile;basile.tourneaud@ac-exemple.fr;;\n"
                    "0389002D;SG;Mornavel;Inès;ines.mornavel@ac-exemple.fr;;\n"
                    "0389003E;SG;Perlogeat;Luc;luc.perlogeat@ac-exemple.fr;;\n"
                    "0389003E;ASG;Grandisel;Zoé;zoe.grandisel@ac-exemple.fr;;\n"},
    {"formateurs.csv", "formateur;nom;prenom;courriel;uai;role;sphere;confirme;parcours\n"
                       "F1;Charvolin;Hugo;hugo.charvolin@ac-exemple.fr;0389004F;SG;ordo;oui;"
                       "GEST|DIR\n"
                       "F2;Sauvernay;Lise;lise.sauvernay@ac-exemple.fr;0389005G;AC;compta;non;"
                       "GEST|COMPTA\n"},
    {"salles.csv", "salle;site;commune;latitude;longitude;places;postes\n"
                   "S1;Lycée du Plateau;Grenoble;45.17;5.73;20;18\n"},
    {"fm1.csv", "debut;fin;groupes_max\n12/11/2024;29/11/2024;2\n"},
    {"calendrier-vacances.csv",
     "description;population;start_date;end_date;location;zones;annee_scolaire\n"
     "Vacances de la Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Grenoble;"
     "Zone A;2024-2025\n"
     "Vacances de Noël;-;2024-12-20T23:00:00+00:00;2025-01-05T23:00:00+00:00;Grenoble;Zone A;"
     "2024-2025\n"},
    {"calendrier-feries.csv", "date,annee,zone,nom_jour_ferie\n"
                              "2024-11-11,2024,Métropole,11 novembre\n"
                              "2024-12-25,2024,Métropole,Jour de Noël\n"},
};

Folder folder_new(void)
{
    g_autoptr(GError) error = NULL;
    Folder folder = {
        .path = g_dir_make_tmp("cohorte-inputs-XXXXXX", &error),
        .problems = co_problem_list_new(),
    };
    g_assert_no_error(error);
    for (size_t i = 0; i < G_N_ELEMENTS(base); i++)
        folder_write(&folder, base[i].name, base[i].text);
    return folder;
}

static void remove_all(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            remove_all(path);
        else
            g_remove(path);
    }
    g_rmdir(folder);
}

void folder_clear(Folder *folder)
{
    remove_all(folder->path);
    g_clear_pointer(&folder->path, g_free);
    g_clear_pointer(&folder->problems, co_problem_list_free);
    g_clear_pointer(&folder->campaign, co_campaign_free);
    g_clear_pointer(&folder->questions, co_question_list_free);
    g_clear_pointer(&folder->remembered, co_question_list_free);
    g_clear_error(&folder->error);
}

void folder_write(const Folder *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder->path, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
    if (text == NULL)
        g_assert_cmpint(g_remove(path), ==, 0);
    else
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

char *folder_read(const Folder *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder->path, name, NULL);
    char *text = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

void folder_append(const Folder *folder, const char *name, const char *text)
{
    g_autofree char *before = folder_read(folder, name);
    g_assert_nonnull(before);
    g_autofree char *whole = g_strconcat(before, text, NULL);
    folder_write(folder, name, whole);
}

void folder_replace(const Folder *folder, const char *name, const char *from, const char *to)
{
    g_autofree char *before = folder_read(folder, name);
    char *at = before != NULL ? strstr(before, from) : NULL;
    g_assert_nonnull(at);
    g_autofree char *start = g_strndup(before, (gsize)(at - before));
    g_autofree char *whole = g_strconcat(start, to, at + strlen(from), NULL);
    folder_write(folder, name, whole);
}

static void import(Folder *folder)
{
    g_clear_pointer(&folder->questions, co_question_list_free);
    folder->questions = co_question_list_new();
    CoImportOptions options = {.write_mapping = folder->write_mapping,
                               .questions = folder->questions,
                               .remembered = folder->remembered};
    g_clear_pointer(&folder->campaign, co_campaign_free);
    g_clear_error(&folder->error);
    co_problem_list_free(folder->problems);
    folder->problems = co_problem_list_new();
    folder->campaign = co_import_folder(folder->path, &options, folder->problems, &folder->error);
}

void folder_import(Folder *folder)
{
    import(folder);
    if (folder->campaign == NULL)
        problems_print(folder->problems);
    g_assert_no_error(folder->error);
    g_assert_nonnull(folder->campaign);
}

void folder_import_fails(Folder *folder, int code)
{
    import(folder);
    g_assert_null(folder->campaign);
    g_assert_error(folder->error, CO_IMPORT_ERROR, code);
}
