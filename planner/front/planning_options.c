/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning.h"

#include <glib.h>

#include <string.h>

#include "failure.h"

enum { MAX_GAP_PERCENT = 100, MAX_THREADS = 256 };

/* More than any machine does: with it, time is what ends the search. */
static const double work_per_s = 100000;
static const double max_work = 1e15;

const CoOption co_planning_options[] = {
    {"temps", "SECONDES",
     "Cherche pendant ce temps. Sans --temps ni --travail : un travail fixe, et 60 secondes au "
     "plus.",
     0},
    {"travail", "NOMBRE",
     "Cherche pendant ce travail, compté de la même façon sur toute machine : mêmes données, même "
     "graine et même travail donnent le même plan. Sans --temps, aucune limite de temps.",
     0},
    {"ecart", "POURCENT", "Arrête dès qu'il est prouvé que le coût n'est pas plus loin du minimum.",
     0},
    {"graine", "NOMBRE", "Départ du tirage (1 par défaut) ; une autre graine, un autre chemin.", 0},
    {"fils", "NOMBRE",
     "Cherche avec autant de fils d'exécution (par défaut, un par processeur) ; le plan n'en "
     "dépend "
     "pas, sauf si le temps arrête la recherche.",
     0},
    {"export-model", "FICHIER",
     "Écrit aussi le modèle mathématique complet, en MPS libre (.mps) ou en CPLEX LP (.lp).", 0},
    {"forme", "FORME", "Forme du modèle écrit : « paquets » (par défaut) ou « groupes ».", 0},
    {"sans-plan", NULL, "Avec --export-model : écrit le modèle et s'arrête là.", 0},
    {"suivi", "FICHIER",
     "Écrit une ligne CSV à chaque meilleur plan et à chaque meilleure borne : quand, à quel coût, "
     "avec quel écart.",
     0},
    {NULL, NULL, NULL, 0},
};

static bool read_gap(const CoArguments *arguments, double *fraction, GError **error)
{
    double percent = 0;
    if (!co_arguments_number(arguments, "ecart", "%", &percent, error))
        return false;
    if (percent >= MAX_GAP_PERCENT) {
        co_fail(error, CO_EXIT_USAGE, "L'option --ecart attend moins de 100 %.",
                "Par exemple --ecart 2 pour 2 %.");
        return false;
    }
    *fraction = percent / MAX_GAP_PERCENT;
    return true;
}

static bool read_form(const CoArguments *arguments, CoExportForm *form, GError **error)
{
    const char *name = co_arguments_value(arguments, "forme");
    *form = name != NULL && strcmp(name, "groupes") == 0 ? CO_EXPORT_GROUPS : CO_EXPORT_BUNDLES;
    if (name == NULL || *form == CO_EXPORT_GROUPS || strcmp(name, "paquets") == 0)
        return true;
    g_autofree char *shown = g_filename_display_name(name);
    g_autofree char *what = g_strdup_printf("La forme « %s » n'existe pas.", shown);
    co_fail(error, CO_EXIT_USAGE, what, "Écrivez --forme paquets ou --forme groupes.");
    return false;
}

static bool read_export(const CoArguments *arguments, CoPlanningOptions *options, GError **error)
{
    options->export_path = co_arguments_value(arguments, "export-model");
    options->export_only = co_arguments_has(arguments, "sans-plan");
    if (!read_form(arguments, &options->export_form, error))
        return false;
    if (options->export_path == NULL) {
        if (!options->export_only && !co_arguments_has(arguments, "forme"))
            return true;
        co_fail(error, CO_EXIT_USAGE, "--forme et --sans-plan vont avec --export-model.",
                "Par exemple --export-model modele.mps --forme paquets.");
        return false;
    }
    bool is_lp = g_str_has_suffix(options->export_path, ".lp");
    options->export_format = is_lp ? CO_EXPORT_LP : CO_EXPORT_MPS;
    if (is_lp || g_str_has_suffix(options->export_path, ".mps"))
        return true;
    co_fail(error, CO_EXIT_USAGE, "Le nom donné à --export-model doit finir par .mps ou .lp.",
            "La fin du nom dit dans quel format écrire.");
    return false;
}

static bool read_log(const CoArguments *arguments, CoPlanningOptions *options, GError **error)
{
    options->log_path = co_arguments_value(arguments, "suivi");
    if (options->log_path == NULL || !options->export_only)
        return true;
    co_fail(error, CO_EXIT_USAGE, "L'option --suivi ne va pas avec --sans-plan.",
            "Sans recherche, il n'y a rien à suivre.");
    return false;
}

/* A budget of work is there to be spent, and so is one of time: what was not asked for must not
 * end the search first. */
static bool read_budget(const CoArguments *arguments, CoPlanningOptions *options, GError **error)
{
    bool has_time = co_arguments_has(arguments, "temps");
    bool has_work = co_arguments_has(arguments, "travail");
    if (has_work)
        options->time_limit_s = 0;
    if (!co_arguments_number(arguments, "temps", "s", &options->time_limit_s, error) ||
        !co_arguments_integer(arguments, "travail", 1, &options->work_limit, error))
        return false;
    if (has_time && options->time_limit_s <= 0) {
        co_fail(error, CO_EXIT_USAGE, "L'option --temps attend plus de 0 seconde.",
                "Par exemple --temps 60.");
        return false;
    }
    if (has_time && !has_work)
        options->work_limit = (int64_t)MIN(options->time_limit_s * work_per_s + 1, max_work);
    return true;
}

static bool read_threads(const CoArguments *arguments, int *n_threads, GError **error)
{
    int64_t asked = 0;
    if (!co_arguments_integer(arguments, "fils", 1, &asked, error))
        return false;
    if (asked > MAX_THREADS) {
        co_fail(error, CO_EXIT_USAGE, "L'option --fils attend 256 au plus.",
                "Sans elle, la recherche prend un fil par processeur.");
        return false;
    }
    *n_threads = (int)asked;
    return true;
}

bool co_planning_read_options(const CoArguments *arguments, CoPlanningOptions *options,
                              GError **error)
{
    g_return_val_if_fail(arguments != NULL && options != NULL, false);
    const CoEngineOptions usual = CO_ENGINE_OPTIONS_INIT;
    *options = (CoPlanningOptions){.time_limit_s = usual.time_limit_s, .seed = usual.seed};
    return read_budget(arguments, options, error) &&
           co_arguments_integer(arguments, "graine", G_MININT64, &options->seed, error) &&
           read_gap(arguments, &options->gap_target, error) &&
           read_threads(arguments, &options->n_threads, error) &&
           read_export(arguments, options, error) && read_log(arguments, options, error);
}
