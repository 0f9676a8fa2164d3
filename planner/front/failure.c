/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "failure.h"

#include <glib.h>

#include <errno.h>
#include <string.h>

#include "cohorte/documents.h"
#include "cohorte/engine.h"
#include "cohorte/import.h"
#include "cohorte/store.h"

G_DEFINE_QUARK(co_front_error, co_front_error)

void co_fail(GError **error, CoExit code, const char *what, const char *remedy)
{
    g_return_if_fail(what != NULL);
    if (remedy == NULL || *remedy == '\0')
        g_set_error_literal(error, CO_FRONT_ERROR, (int)code, what);
    else
        g_set_error(error, CO_FRONT_ERROR, (int)code, "%s\n%s", what, remedy);
}

char *co_failure_what(const GError *error)
{
    g_return_val_if_fail(error != NULL, NULL);
    return g_strndup(error->message, strcspn(error->message, "\n"));
}

char *co_failure_remedy(const GError *error)
{
    g_return_val_if_fail(error != NULL, NULL);
    const char *line_break = strchr(error->message, '\n');
    return g_strdup(line_break != NULL ? line_break + 1 : "");
}

/* System errors that a planner may meet; others keep their English words. */
static const struct {
    int number;
    const char *french;
} system_words[] = {
    {EACCES, "accès refusé"},
    {EPERM, "opération non autorisée"},
    {ENOENT, "ce fichier ou ce dossier n'existe pas"},
    {ENOTDIR, "ce n'est pas un dossier"},
    {EISDIR, "c'est un dossier"},
    {EEXIST, "ce nom est déjà pris"},
    {ENOTEMPTY, "le dossier n'est pas vide"},
    {ENOSPC, "il n'y a plus de place sur le disque"},
    {EDQUOT, "le quota du disque est atteint"},
    {EFBIG, "le fichier dépasse la taille permise"},
    {EROFS, "le disque est en lecture seule"},
    {ENAMETOOLONG, "le nom est trop long"},
    {ELOOP, "les liens tournent en rond"},
    {EMFILE, "trop de fichiers sont ouverts"},
    {ENFILE, "trop de fichiers sont ouverts sur cette machine"},
    {EBUSY, "le fichier est occupé"},
    {ETXTBSY, "le fichier est occupé"},
    {EIO, "le disque ou le réseau a fait défaut"},
    {ESTALE, "le dossier réseau ne répond plus"},
    {ENOMEM, "la mémoire manque"},
    {EINVAL, "le nom ou l'opération n'est pas valable ici"},
    {EXDEV, "les deux dossiers sont sur des disques différents"},
};

static const char *french_of(int number)
{
    for (size_t i = 0; i < G_N_ELEMENTS(system_words); i++)
        if (system_words[i].number == number)
            return system_words[i].french;
    return g_strerror(number);
}

char *co_failure_french(const char *text)
{
    g_return_val_if_fail(text != NULL, NULL);
    GString *french = g_string_new(text);
    for (size_t i = 0; i < G_N_ELEMENTS(system_words); i++)
        g_string_replace(french, g_strerror(system_words[i].number), system_words[i].french, 1);
    return g_string_free(french, FALSE);
}

typedef struct {
    CoExit code;
    const char *what; /* names the path by "%s" */
    const char *remedy;
    bool with_detail; /* the other folder's message says more */
} Wording;

/* Of an English message, a reader needs what the system said; other messages are shown whole. */
static char *detail_of(const char *message)
{
    for (size_t i = 0; i < G_N_ELEMENTS(system_words); i++)
        if (strstr(message, g_strerror(system_words[i].number)) != NULL)
            return g_strdup(system_words[i].french);
    g_autofree char *detail = g_strdup(message);
    if (g_str_has_suffix(detail, "."))
        detail[strlen(detail) - 1] = '\0';
    return g_strdelimit(g_steal_pointer(&detail), "\n", ' ');
}

static void replace(GError **error, const Wording *wording, const char *path)
{
    g_autoptr(GError) old = g_steal_pointer(error);
    g_autofree char *shown = g_filename_display_name(path);
    g_auto(GStrv) parts = g_strsplit(wording->what, "%s", -1);
    g_autofree char *what = g_strjoinv(shown, parts);
    g_autofree char *detail = detail_of(old->message);
    g_autofree char *full =
        wording->with_detail ? g_strdup_printf("%s Détail : %s.", what, detail) : g_strdup(what);
    co_fail(error, wording->code, full, wording->remedy);
}

static Wording store_wording(int code)
{
    switch ((CoStoreError)code) {
    case CO_STORE_ERROR_MISSING:
        return (Wording){CO_EXIT_DATA, "Le fichier de campagne « %s » n'existe pas.",
                         "Créez-le par « cohorte creer », ou indiquez le bon fichier avec "
                         "l'option --campagne.",
                         false};
    case CO_STORE_ERROR_EXISTS:
        return (Wording){CO_EXIT_DATA, "Le fichier « %s » existe déjà ; il n'a pas été touché.",
                         "Choisissez un autre nom avec l'option --campagne, ou continuez avec "
                         "cette campagne par « cohorte importer ».",
                         false};
    case CO_STORE_ERROR_FOREIGN:
        return (Wording){CO_EXIT_DATA, "« %s » n'est pas un fichier de campagne de Cohorte.",
                         "Indiquez un fichier fait par « cohorte creer » ou par « cohorte tout ».",
                         false};
    case CO_STORE_ERROR_NEWER:
        return (Wording){CO_EXIT_DATA,
                         "« %s » vient d'une version plus récente de Cohorte ; il n'a pas été "
                         "touché.",
                         "Mettez Cohorte à jour sur ce poste.", false};
    case CO_STORE_ERROR_DAMAGED:
        return (Wording){CO_EXIT_DATA, "Le fichier de campagne « %s » est abîmé.",
                         "Reprenez une copie de sauvegarde ; celui-ci n'a pas été modifié.", true};
    case CO_STORE_ERROR_BUSY:
        return (Wording){CO_EXIT_DATA,
                         "Le fichier de campagne « %s » est ouvert par quelqu'un d'autre, ou par "
                         "une autre commande.",
                         "Attendez qu'elle ait fini, puis recommencez.", false};
    case CO_STORE_ERROR_READ_ONLY:
        return (Wording){CO_EXIT_DATA,
                         "On ne peut pas écrire dans le fichier de campagne « %s », ou dans son "
                         "dossier.",
                         "Vérifiez vos droits, ou copiez la campagne dans un dossier à vous.",
                         false};
    case CO_STORE_ERROR_FULL:
        return (Wording){CO_EXIT_DATA,
                         "Il n'y a plus de place sur le disque pour « %s » ; le fichier est resté "
                         "comme avant.",
                         "Libérez de la place, ou travaillez sur un autre disque.", false};
    case CO_STORE_ERROR_NO_PLAN:
        return (Wording){
            CO_EXIT_DATA, "La campagne « %s » n'a pas ce plan.",
            "« cohorte etat » montre les versions enregistrées ; « cohorte planifier » "
            "en calcule une.",
            false};
    case CO_STORE_ERROR_NO_CAMPAIGN:
        return (Wording){CO_EXIT_DATA, "Rien n'a encore été importé dans « %s ».",
                         "Importez les tables par « cohorte importer DOSSIER ».", false};
    case CO_STORE_ERROR_STALE:
        return (Wording){CO_EXIT_DATA,
                         "Ce plan de « %s » a été fait pour d'autres données : il cite des "
                         "personnes, des salles ou des modules qui n'y sont plus.",
                         "Calculez un nouveau plan par « cohorte planifier ».", false};
    case CO_STORE_ERROR_IO:
        break;
    }
    return (Wording){CO_EXIT_DATA, "Le fichier de campagne « %s » n'a pas pu être lu ou écrit.",
                     "Vérifiez le disque ou le réseau, puis recommencez.", true};
}

void co_failure_from_store(GError **error, const char *path)
{
    g_return_if_fail(error != NULL && *error != NULL && path != NULL);
    Wording wording = store_wording((*error)->code);
    replace(error, &wording, path);
}

/* @return what to do when the import found no campaign at all */
static const char *unusable_remedy(const char *path)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    bool is_file = g_file_test(path, G_FILE_TEST_IS_REGULAR);
    if (is_file && (g_str_has_suffix(lower, ".csv") || g_str_has_suffix(lower, ".ics")))
        return "Ce fichier n'est qu'une table de la campagne : donnez le dossier qui le contient "
               "(cohorte importer DOSSIER), ou un classeur .xlsx ou .ods.";
    g_autoptr(GDir) dir = is_file ? NULL : g_dir_open(path, 0, NULL);
    if (dir != NULL && g_dir_read_name(dir) == NULL)
        return "Ce dossier est vide. « cohorte modele campagne.xlsx » écrit un classeur à remplir, "
               "à enregistrer en .xlsx ou en .ods ; examples/campagne-demo montre une campagne "
               "complète.";
    return "Corrigez les erreurs montrées ci-dessus, puis recommencez.";
}

void co_failure_from_import(GError **error, const char *folder)
{
    g_return_if_fail(error != NULL && *error != NULL && folder != NULL);
    Wording unreadable = {
        CO_EXIT_DATA, "« %s » ne peut pas être lu.",
        "Donnez un dossier qui contient les tables de la campagne, un fichier par "
        "table, ou un classeur .xlsx ou .ods ; vérifiez son nom et vos droits.",
        true};
    Wording unusable = {CO_EXIT_DATA,
                        "Les données de « %s » ne permettent pas de faire une campagne ; rien n'a "
                        "été enregistré.",
                        unusable_remedy(folder), false};
    Wording mapping = {CO_EXIT_DATA,
                       "Le fichier de correspondance de l'enquête n'a pas pu être écrit dans "
                       "« %s ».",
                       "Vérifiez vos droits sur ce dossier et la place sur le disque.", true};
    switch ((CoImportError)(*error)->code) {
    case CO_IMPORT_ERROR_UNREADABLE:
        replace(error, &unreadable, folder);
        return;
    case CO_IMPORT_ERROR_UNUSABLE:
        replace(error, &unusable, folder);
        return;
    case CO_IMPORT_ERROR_WRITE:
        break;
    }
    replace(error, &mapping, folder);
}

void co_failure_from_output(GError **error, const char *target)
{
    g_return_if_fail(error != NULL && *error != NULL && target != NULL);
    bool refused = (*error)->code == CO_OUTPUT_ERROR_TARGET;
    Wording texts = {CO_EXIT_DATA, "Les modèles de « %s » ne vont pas : rien n'a été écrit.",
                     "Corrigez le fichier nommé, ou retirez-le : le texte fourni le remplace.",
                     true};
    if ((*error)->code == CO_OUTPUT_ERROR_TEXTS) {
        replace(error, &texts, target);
        return;
    }
    Wording wording = {CO_EXIT_DATA, "Rien n'a été écrit dans « %s ».",
                       refused ? "Choisissez un dossier vide, ou un nouveau nom de dossier."
                               : "Vérifiez la place sur le disque et vos droits, puis recommencez.",
                       true};
    replace(error, &wording, target);
}

void co_failure_from_engine(GError **error, const char *model)
{
    g_return_if_fail(error != NULL && *error != NULL);
    Wording too_large = {CO_EXIT_DATA, "Cette campagne dépasse ce que le calcul sait traiter.",
                         "Séparez les académies ou réduisez l'horizon de la campagne.", true};
    Wording export = {CO_EXIT_DATA, "Le modèle n'a pas pu être écrit dans « %s ».",
                      "Vérifiez le dossier, vos droits et la place sur le disque.", true};
    Wording solver = {CO_EXIT_INTERNAL, "Le calcul s'est arrêté sans plan sur une erreur interne.",
                      "Signalez ce défaut avec le dossier de la campagne, sans les noms.", true};
    switch ((CoEngineError)(*error)->code) {
    case CO_ENGINE_ERROR_TOO_LARGE:
        replace(error, &too_large, "");
        return;
    case CO_ENGINE_ERROR_EXPORT:
        replace(error, &export, model != NULL ? model : "");
        return;
    case CO_ENGINE_ERROR_SOLVER:
        break;
    }
    replace(error, &solver, "");
}

void co_failure_from_file(GError **error, const char *path)
{
    g_return_if_fail(error != NULL && *error != NULL && path != NULL);
    Wording wording = {CO_EXIT_DATA, "Le fichier « %s » n'a pas pu être écrit.",
                       "Vérifiez le nom, vos droits et la place sur le disque, puis recommencez.",
                       true};
    replace(error, &wording, path);
}

void co_failure_from_system(GError **error, const char *doing, const char *path, int number)
{
    g_return_if_fail(doing != NULL && path != NULL);
    g_autofree char *shown = g_filename_display_name(path);
    g_autofree char *what =
        g_strdup_printf("Impossible de %s « %s » : %s.", doing, shown, french_of(number));
    co_fail(error, CO_EXIT_DATA, what,
            "Vérifiez le nom, vos droits et la place sur le disque, puis recommencez.");
}
