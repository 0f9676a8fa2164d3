/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of plans that are wrong, empty or missing. The engine of this program is the one
 * below: the real one never makes such plans. */
#include "planner/front/front.h"

#include <glib/gstdio.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cohorte/engine.h"
#include "cohorte/store.h"
#include "planner/front/failure.h"

static const char campaign_name[] = "campagne.cohorte";

typedef enum { SOUND, LIAR, BROKEN, FORGETFUL, NOTHING, INFEASIBLE, FAILING } Kind;
static Kind kind;

static void leave_out(CoPlan *plan, int person_idx)
{
    CoUnplaced *unplaced = co_plan_add_unplaced(plan);
    unplaced->person_idx = person_idx;
    unplaced->rules = CO_RULE_BIT(CO_R06);
    unplaced->main_rule = CO_R06;
    unplaced->remedy = CO_REMEDY_ADD_TRAINER;
    unplaced->group_idx = -1;
}

/* Nobody is placed: a plan that keeps every rule and costs nothing. */
static CoPlan *empty_plan(const CoCampaign *campaign)
{
    CoPlan *plan = co_plan_new();
    g_autofree char *digest = co_campaign_digest(campaign);
    g_strlcpy(plan->digest, digest, sizeof plan->digest);
    plan->quality = CO_QUALITY_FEASIBLE;
    for (int i = 0; i < campaign->n_people; i++) {
        if (!co_campaign_person_is_planned(campaign, i))
            continue;
        leave_out(plan, i);
        plan->tiers[0].value += campaign->people[i].weight;
    }
    return plan;
}

static void spoil(CoPlan *plan)
{
    if (kind == LIAR)
        plan->tiers[1].value = 1;
    if (kind == FORGETFUL)
        plan->n_unplaced--;
    if (kind == NOTHING)
        plan->quality = CO_QUALITY_NOTHING;
    if (kind == INFEASIBLE)
        plan->quality = CO_QUALITY_INFEASIBLE;
    if (kind == BROKEN) {
        CoGroup *group = co_plan_add_group(plan);
        g_free(group->code);
        group->code = g_strdup("ORD-01");
        group->path_idx = 0;
        group->academy_idx = 0;
        co_group_add_member(group, plan->unplaced[plan->n_unplaced - 1].person_idx);
    }
}

CoPlan *co_engine_plan(const CoCampaign *campaign, const CoEngineOptions *options, GError **error)
{
    g_assert_nonnull(options->cancel);
    if (kind == FAILING) {
        g_set_error_literal(error, CO_ENGINE_ERROR, CO_ENGINE_ERROR_SOLVER, "singular basis");
        return NULL;
    }
    CoPlan *plan = empty_plan(campaign);
    spoil(plan);
    return plan;
}

/* Runs the program, its words caught in @p said (transfer full). @return the exit code */
static int run_words(char *const *words, char **said)
{
    fflush(NULL);
    FILE *sink = tmpfile();
    int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
    dup2(fileno(sink), STDOUT_FILENO);
    dup2(fileno(sink), STDERR_FILENO);
    int code = co_front_main(words);
    fflush(NULL);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    long size = ftell(sink);
    rewind(sink);
    *said = g_malloc0((size_t)size + 1);
    g_assert_cmpuint(fread(*said, 1, (size_t)size, sink), ==, (size_t)size);
    fclose(sink);
    return code;
}

static int run(const char *line, char **said)
{
    g_auto(GStrv) words = g_strsplit(line, "|", -1);
    return run_words(words, said);
}

static int n_versions(void)
{
    g_autoptr(CoStore) store = co_store_open(campaign_name, CO_STORE_READ, NULL);
    g_assert_nonnull(store);
    return co_store_latest_version(store, NULL);
}

/* The demonstration campaign, copied and imported into a folder of its own. */
typedef struct {
    char *folder;
} Fixture;

static void copy_tables(void)
{
    g_autofree char *demo =
        g_build_filename(g_getenv("COHORTE_SOURCE_DIR"), "examples", "campagne-demo", NULL);
    g_autoptr(GDir) folder = g_dir_open(demo, 0, NULL);
    g_assert_nonnull(folder);
    g_assert_cmpint(g_mkdir("donnees", 0777), ==, 0);
    const char *name;
    while ((name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *from = g_build_filename(demo, name, NULL);
        g_autofree char *to = g_build_filename("donnees", name, NULL);
        g_autofree char *content = NULL;
        gsize size;
        if (g_str_has_suffix(name, ".csv")) {
            g_assert_true(g_file_get_contents(from, &content, &size, NULL));
            g_assert_true(g_file_set_contents(to, content, (gssize)size, NULL));
        }
    }
}

static void remove_all(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        remove_all(inner);
    }
    g_remove(path);
}

static void set_up(Fixture *fixture, const void *data)
{
    kind = *(const Kind *)data;
    fixture->folder = g_dir_make_tmp("cohorte-judgement-XXXXXX", NULL);
    g_assert_cmpint(g_chdir(fixture->folder), ==, 0);
    copy_tables();
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    g_assert_cmpint(run("creer", &first), ==, CO_EXIT_OK);
    g_assert_cmpint(run("importer|donnees", &second), <=, CO_EXIT_PROBLEMS);
}

static void tear_down(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(g_chdir("/"), ==, 0);
    remove_all(fixture->folder);
    g_free(fixture->folder);
}

static void assert_said(const char *said, const char *words)
{
    if (strstr(said, words) == NULL)
        g_error("\"%s\" is not in:\n%s", words, said);
}

static void test_a_sound_plan_is_stored_and_its_gaps_are_told(Fixture *fixture, const void *data)
{
    (void)fixture;
    (void)data;
    g_autofree char *said = NULL;
    g_assert_cmpint(run("planifier", &said), ==, CO_EXIT_PROBLEMS);
    assert_said(said, "Plan 1 : 0 personne placée sur 233");
    assert_said(said, "233 personnes non placées\n");
    assert_said(said, "écart non prouvé");
    g_assert_cmpint(n_versions(), ==, 1);
}

static void test_a_refused_plan_is_shown_and_not_stored(Fixture *fixture, const void *data)
{
    (void)fixture;
    static const char *const told[] = {
        [LIAR] = "le plan annonce",
        [BROKEN] = "R02",
        [FORGETFUL] = "La liste des personnes non placées",
    };
    g_autofree char *said = NULL;
    g_assert_cmpint(run("planifier", &said), ==, CO_EXIT_INTERNAL);
    assert_said(said, "Le vérificateur indépendant refuse le plan");
    assert_said(said, told[*(const Kind *)data]);
    g_assert_cmpint(n_versions(), ==, 0);
    g_autofree char *json = NULL;
    g_assert_cmpint(run("planifier|--json", &json), ==, CO_EXIT_INTERNAL);
    assert_said(json, "\"valable\": false");
    g_assert_cmpint(n_versions(), ==, 0);
}

static void test_no_plan_has_a_code_of_its_own(Fixture *fixture, const void *data)
{
    (void)fixture;
    g_autofree char *said = NULL;
    g_assert_cmpint(run("planifier", &said), ==, CO_EXIT_NO_PLAN);
    assert_said(said, *(const Kind *)data == NOTHING ? "Aucun plan n'a été trouvé."
                                                     : "il est prouvé que ces données");
    assert_said(said, "Motif : ");
    g_assert_cmpint(n_versions(), ==, 0);
}

static void test_a_failing_engine_is_an_internal_error(Fixture *fixture, const void *data)
{
    (void)fixture;
    (void)data;
    g_autofree char *said = NULL;
    g_assert_cmpint(run("planifier", &said), ==, CO_EXIT_INTERNAL);
    assert_said(said, "singular basis");
    g_assert_cmpint(n_versions(), ==, 0);
}

/* tout keeps the import when no plan comes of it. */
static void test_tout_keeps_what_is_complete(Fixture *fixture, const void *data)
{
    (void)fixture;
    (void)data;
    g_autofree char *said = NULL;
    g_assert_cmpint(run("tout|donnees|sortie", &said), ==, CO_EXIT_NO_PLAN);
    assert_said(said, "Dans « sortie » :\n  campagne.cohorte");
    g_autofree char *state = NULL;
    g_assert_cmpint(run("etat|--campagne|sortie/campagne.cohorte", &state), ==, CO_EXIT_OK);
    g_autoptr(GDir) folder = g_dir_open("sortie", 0, NULL);
    g_assert_cmpstr(g_dir_read_name(folder), ==, campaign_name);
    g_assert_null(g_dir_read_name(folder));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *name;
        Kind kind;
        void (*run)(Fixture *fixture, const void *data);
    } cases[] = {
        {"/judgement/sound", SOUND, test_a_sound_plan_is_stored_and_its_gaps_are_told},
        {"/judgement/liar", LIAR, test_a_refused_plan_is_shown_and_not_stored},
        {"/judgement/broken", BROKEN, test_a_refused_plan_is_shown_and_not_stored},
        {"/judgement/forgetful", FORGETFUL, test_a_refused_plan_is_shown_and_not_stored},
        {"/judgement/nothing", NOTHING, test_no_plan_has_a_code_of_its_own},
        {"/judgement/infeasible", INFEASIBLE, test_no_plan_has_a_code_of_its_own},
        {"/judgement/failing", FAILING, test_a_failing_engine_is_an_internal_error},
        {"/judgement/tout", NOTHING, test_tout_keeps_what_is_complete},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_test_add(cases[i].name, Fixture, &cases[i].kind, set_up, cases[i].run, tear_down);
    return g_test_run();
}
