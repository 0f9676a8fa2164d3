/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readiness report in words and files. The facts are made by hand: how they are found is the
 * engine's affair. */
#include <string.h>

#include "cohorte/readiness_report.h"
#include "sample_campaign.h"
#include "xlsx_file.h"

/* A report of one shortage, one person never free, one silent school, over the sample campaign. */
typedef struct Facts {
    CoSample sample;
    CoFinding findings[3];
    CoAnswerRate rates[2];
    CoNeedProfile profiles[1];
    CoSilent silent[1];
    int expected[8];
    CoCapacityWeek weeks[1];
    CoCapacity capacities[1];
    CoReadiness readiness;
    CoReadinessContext context;
} Facts;

static CoFinding nothing(CoFindingKind kind, CoSeverity severity)
{
    return (CoFinding){kind, severity, -1, -1, -1, -1, -1, -1, CO_LIMIT_NONE,
                       0,    0,        0,  0,  0,  0,  0,  0};
}

static void facts_findings(Facts *facts)
{
    facts->findings[0] = nothing(CO_FINDING_GROUPS_SHORT, CO_SEVERITY_ERROR);
    facts->findings[0].path_idx = facts->findings[0].academy_idx = 0;
    facts->findings[0].limit = CO_LIMIT_TEAMS;
    facts->findings[0].found = 4;
    facts->findings[0].allowed = 3;
    facts->findings[0].n_persons = 8;
    facts->findings[1] = nothing(CO_FINDING_PERSON_NEVER_FREE, CO_SEVERITY_ERROR);
    facts->findings[1].person_idx = SAMPLE_SECRETARY;
    facts->findings[1].establishment_idx = SAMPLE_SCHOOL_A;
    facts->findings[1].path_idx = 1;
    facts->findings[1].rule = CO_R03;
    facts->findings[2] = nothing(CO_FINDING_ANSWER_MISSING, CO_SEVERITY_WARNING);
    facts->findings[2].establishment_idx = SAMPLE_SCHOOL_SILENT;
}

static void facts_init(Facts *facts)
{
    memset(facts, 0, sizeof *facts);
    co_sample_init(&facts->sample);
    facts_findings(facts);
    facts->rates[0] = (CoAnswerRate){0, "Collège", 2, 2};
    facts->rates[1] = (CoAnswerRate){-1, "", 1, 0};
    facts->profiles[0] = (CoNeedProfile){"Collège", CO_SIZE_SMALL, 1, 3, 0, 2, 3, 4};
    facts->expected[0] = 1;
    facts->expected[1] = 2;
    facts->silent[0] = (CoSilent){SAMPLE_SCHOOL_SILENT, 7, false, facts->expected, 3};
    facts->weeks[0] =
        (CoCapacityWeek){facts->sample.campaign->parameters.first_day, 5, 2, 4, 3, 2, 20};
    facts->capacities[0] = (CoCapacity){.n_persons = 68,
                                        .group_size = 20,
                                        .half_days = 4,
                                        .needed = 4,
                                        .possible = 3,
                                        .limit = CO_LIMIT_TEAMS,
                                        .by_count = -1,
                                        .by_fm1 = -1,
                                        .by_rooms = 9,
                                        .by_teams = 3,
                                        .by_load = 5,
                                        .n_left = 8,
                                        .n_weeks = 1,
                                        .weeks = facts->weeks};
    facts->readiness = (CoReadiness){.n_findings = 3,
                                     .findings = facts->findings,
                                     .n_of_severity = {0, 1, 2},
                                     .n_rates = 2,
                                     .rates = facts->rates,
                                     .n_profiles = 1,
                                     .profiles = facts->profiles,
                                     .n_silent = 1,
                                     .silent = facts->silent,
                                     .n_capacities = 1,
                                     .capacities = facts->capacities};
    facts->context =
        (CoReadinessContext){facts->sample.campaign, &facts->readiness, co_day_parse("2024-10-11")};
}

/* @return (transfer full) one written file of the report */
static char *written(const CoReadinessContext *context, const char *name)
{
    g_autoptr(GError) error = NULL;
    char *folder = co_sample_folder(), *text = NULL;
    g_autofree char *target = g_build_filename(folder, "qualite", NULL);
    g_autofree char *path = g_build_filename(target, name, NULL);
    bool done = co_output_readiness(context, target, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    co_sample_remove_folder(folder);
    return text;
}

/* ---- words ---- */

static void test_a_shortage_says_need_means_and_what_to_do(void)
{
    Facts facts;
    facts_init(&facts);
    const CoFinding *finding = &facts.findings[0];
    g_autofree char *subject = co_wording_finding_subject(facts.context.campaign, finding);
    g_autofree char *sentence =
        co_wording_finding(facts.context.campaign, &facts.readiness, finding);
    g_autofree char *remedy =
        co_wording_finding_remedy(facts.context.campaign, &facts.readiness, finding);
    g_assert_cmpstr(subject, ==, facts.context.campaign->paths[0].code);
    g_assert_cmpstr(sentence, ==,
                    "68 personnes, 4 groupes nécessaires (20 places au plus par groupe), 3 au "
                    "mieux : il en manque 1. Ce qui limite : les formateurs disponibles. Au moins "
                    "8 personnes sans place.");
    g_assert_nonnull(strstr(remedy, "Ajoutez un"));
    co_sample_clear(&facts.sample);
}

static void test_a_silent_school_is_told_its_estimate(void)
{
    Facts facts;
    facts_init(&facts);
    const CoCampaign *campaign = facts.context.campaign;
    g_autofree char *expected = g_strdup_printf(
        "N'a pas répondu ; besoin estimé d'après 7 établissements semblables : 1 %s, 2 %s.",
        campaign->roles[0].code, campaign->roles[1].code);
    g_autofree char *sentence = co_wording_finding(campaign, &facts.readiness, &facts.findings[2]);
    g_assert_cmpstr(sentence, ==, expected);
    facts.silent[0].n_similar = 0;
    g_autofree char *unknown = co_wording_finding(campaign, &facts.readiness, &facts.findings[2]);
    g_assert_cmpstr(unknown, ==, "N'a pas répondu ; son besoin n'est pas connu.");
    facts.silent[0].is_reserved = true;
    g_autofree char *kept = co_wording_finding(campaign, &facts.readiness, &facts.findings[2]);
    g_assert_nonnull(strstr(kept, "places gardées : 1 "));
    co_sample_clear(&facts.sample);
}

static void assert_sentence(char *text)
{
    g_assert_true(g_utf8_validate(text, -1, NULL));
    g_assert_true(g_str_has_suffix(text, "."));
    g_assert_null(strstr(text, "(null)"));
    g_assert_null(strstr(text, "  "));
    g_free(text);
}

/* Every kind with every limit and rule it may bear. */
static void test_every_finding_is_worded_with_its_remedy(void)
{
    Facts facts;
    facts_init(&facts);
    static const CoRule rules[] = {0, CO_R01, CO_R03, CO_R04, CO_R08, CO_R09, CO_R10, CO_R18};
    for (int kind = 0; kind < CO_FINDING_KIND_END; kind++) {
        for (int variant = 0; variant < 8; variant++) {
            CoFinding finding = {.kind = (CoFindingKind)kind,
                                 .limit = (CoLimit)variant,
                                 .rule = rules[variant],
                                 .found = variant,
                                 .allowed = 2,
                                 .n_persons = 1};
            finding.establishment_idx = SAMPLE_SCHOOL_SILENT;
            g_autofree char *subject = co_wording_finding_subject(facts.context.campaign, &finding);
            g_assert_cmpstr(subject, !=, "");
            assert_sentence(co_wording_finding(facts.context.campaign, &facts.readiness, &finding));
            assert_sentence(
                co_wording_finding_remedy(facts.context.campaign, &facts.readiness, &finding));
        }
    }
    co_sample_clear(&facts.sample);
}

static void test_halves_and_sizes(void)
{
    g_autofree char *one = co_wording_half(2), *more = co_wording_half(3);
    g_assert_cmpstr(one, ==, "1");
    g_assert_cmpstr(more, ==, "1,5");
    g_assert_cmpstr(co_wording_size(CO_SIZE_LARGE), ==, "5 agents et plus");
    g_assert_cmpstr(co_wording_size(CO_SIZE_UNKNOWN), ==, "effectif inconnu");
    g_assert_cmpstr(co_wording_type(""), ==, "Type inconnu");
}

/* ---- reminders ---- */

static void test_reminders_are_ready_for_mail_merge(void)
{
    Facts facts;
    facts_init(&facts);
    CoEstablishment *school = &facts.sample.campaign->establishments[SAMPLE_SCHOOL_SILENT];
    school->place.name = "Collège \"du Lac\"; annexe";
    school->place.type = "Collège";
    school->place.commune = "=SOMME(A1)";
    school->place.post_code = "80000";
    school->respondent = "ce.test@ac-exemple.fr";
    g_autofree char *text = written(&facts.context, "relances.csv");
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_assert_cmpint(g_strv_length(lines), ==, 3);
    g_assert_cmpstr(lines[0], ==,
                    "\xef\xbb\xbfuai;nom;type;code_postal;commune;courriel;contact;vague;bascule;"
                    "date_limite;besoin_estime;personnes_estimees");
    g_autofree char *start = g_strdup_printf(
        "%s;\"Collège \"\"du Lac\"\"; annexe\";Collège;80000;'=SOMME(A1);ce.test@ac-exemple.fr;;",
        school->uai);
    g_assert_true(g_str_has_prefix(lines[1], start));
    g_autofree char *end =
        g_strdup_printf(";11/10/2024;1 %s, 2 %s;3", facts.sample.campaign->roles[0].code,
                        facts.sample.campaign->roles[1].code);
    g_assert_true(g_str_has_suffix(lines[1], end));
    g_assert_cmpstr(lines[2], ==, "");
    co_sample_clear(&facts.sample);
}

static void test_a_respondent_without_address_is_a_contact(void)
{
    Facts facts;
    facts_init(&facts);
    facts.sample.campaign->establishments[SAMPLE_SCHOOL_SILENT].respondent = "Mme Proviseur";
    facts.context.answer_by = CO_DAY_NONE;
    facts.silent[0].n_similar = 0;
    g_autofree char *text = written(&facts.context, "relances.csv");
    g_assert_nonnull(strstr(text, ";;Mme Proviseur;"));
    g_assert_nonnull(strstr(text, ";;non estimé;\n"));
    co_sample_clear(&facts.sample);
}

static void test_nobody_to_remind_leaves_the_header(void)
{
    Facts facts;
    facts_init(&facts);
    facts.readiness.n_silent = 0;
    facts.readiness.n_findings = 2;
    g_autofree char *text = written(&facts.context, "relances.csv");
    g_assert_true(g_str_has_suffix(text, "personnes_estimees\n"));
    g_autofree char *page = written(&facts.context, "qualite.html");
    g_assert_nonnull(strstr(page, "Aucun : tous ont répondu."));
    co_sample_clear(&facts.sample);
}

/* ---- page ---- */

static void assert_well_formed(const char *page)
{
    static const GMarkupParser silent = {0};
    g_autoptr(GError) error = NULL;
    GMarkupParseContext *parser = g_markup_parse_context_new(&silent, 0, NULL, NULL);
    bool parsed = g_markup_parse_context_parse(parser, page, -1, &error) &&
                  g_markup_parse_context_end_parse(parser, &error);
    g_assert_no_error(error);
    g_assert_true(parsed);
    g_markup_parse_context_free(parser);
}

static void test_the_page_stands_alone(void)
{
    Facts facts;
    facts_init(&facts);
    g_autofree char *page = written(&facts.context, "qualite.html");
    assert_well_formed(page);
    g_assert_true(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"fr\">"));
    static const char *const outside[] = {
        "<script", "http:", "https:", "src=", "<link", "@import", "url(", " on"};
    for (size_t i = 0; i < G_N_ELEMENTS(outside) - 1; i++)
        g_assert_null(strstr(page, outside[i]));
    g_assert_null(strstr(page, " onclick"));
    static const char *const inside[] = {"<title>Qualité des données – Op@le vague 8 &amp; essais",
                                         "scope=\"col\"",
                                         "scope=\"row\"",
                                         "<caption>",
                                         "@media print",
                                         "il en manque 1",
                                         "66,67"};
    for (size_t i = 0; i < G_N_ELEMENTS(inside); i++)
        if (strstr(page, inside[i]) == NULL)
            g_error("\"%s\" is missing", inside[i]);
    co_sample_clear(&facts.sample);
}

static void test_the_page_escapes_and_names_only_whom_a_finding_names(void)
{
    Facts facts;
    facts_init(&facts);
    const CoCampaign *campaign = facts.sample.campaign;
    g_autofree char *page = written(&facts.context, "qualite.html");
    g_assert_null(strstr(page, "<Tag>"));
    g_assert_nonnull(strstr(page, "&lt;Tag&gt;"));
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        if (i != SAMPLE_SECRETARY && *person->last_name != '\0')
            g_assert_null(strstr(page, person->last_name));
        if (*person->email != '\0')
            g_assert_null(strstr(page, person->email));
    }
    for (int t = 0; t < campaign->n_trainers; t++)
        g_assert_null(strstr(page, campaign->trainers[t].last_name));
    co_sample_clear(&facts.sample);
}

/* ---- workbook ---- */

static CoXlsxFile *workbook(const Facts *facts)
{
    g_autoptr(GError) error = NULL;
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "qualite", NULL);
    g_autofree char *path = g_build_filename(target, "qualite.xlsx", NULL);
    bool done = co_output_readiness(&facts->context, target, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    CoXlsxFile *file = co_xlsx_file_open(path);
    co_sample_remove_folder(folder);
    return file;
}

static void test_the_workbook_holds_every_part(void)
{
    Facts facts;
    facts_init(&facts);
    g_autoptr(CoXlsxFile) file = workbook(&facts);
    static const char *const sheets[] = {"À régler", "Réponses", "Besoins",
                                         "Moyens",   "Semaines", "Relances"};
    g_assert_cmpint(g_strv_length(co_xlsx_file_sheets(file)), ==, G_N_ELEMENTS(sheets));
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        g_assert_cmpstr(co_xlsx_file_sheets(file)[i], ==, sheets[i]);
    g_autofree char *all = co_xlsx_file_find(file, "Réponses", "Ensemble");
    g_assert_cmpstr(co_xlsx_file_near(file, "Réponses", all, 1, 0), ==, "2");
    g_assert_cmpstr(co_xlsx_file_near(file, "Réponses", all, 2, 0), ==, "3");
    g_autofree char *persons = co_xlsx_file_find(file, "Moyens", "68");
    g_assert_cmpstr(co_xlsx_file_near(file, "Moyens", persons, 2, 0), ==, "4");
    g_assert_cmpstr(co_xlsx_file_near(file, "Moyens", persons, 3, 0), ==, "3");
    g_autofree char *grave = co_xlsx_file_find(file, "À régler", "bloquant");
    g_assert_nonnull(strstr(co_xlsx_file_near(file, "À régler", grave, 2, 0), "il en manque 1"));
    g_assert_true(co_xlsx_file_holds(file, "Avant planification"));
    g_assert_true(co_xlsx_file_is_undated(file));
    co_sample_clear(&facts.sample);
}

static void test_text_that_looks_like_a_formula_stays_text(void)
{
    Facts facts;
    facts_init(&facts);
    facts.sample.campaign->establishments[SAMPLE_SCHOOL_SILENT].place.name = "=1+1";
    g_autoptr(CoXlsxFile) file = workbook(&facts);
    g_autofree char *cell = co_xlsx_file_find(file, "Relances", "=1+1");
    g_assert_nonnull(cell);
    g_assert_true(co_xlsx_file_is_text(file, "Relances", cell));
    co_sample_clear(&facts.sample);
}

/* ---- folder ---- */

static void test_the_same_facts_give_the_same_bytes(void)
{
    static const char *const names[] = {"qualite.html", "relances.csv", "qualite.xlsx"};
    Facts facts;
    facts_init(&facts);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *first = written(&facts.context, names[i]);
        g_autofree char *second = written(&facts.context, names[i]);
        g_assert_cmpstr(first, ==, second);
    }
    co_sample_clear(&facts.sample);
}

static void test_a_folder_of_something_else_is_refused(void)
{
    Facts facts;
    facts_init(&facts);
    g_autoptr(GError) error = NULL;
    char *folder = co_sample_folder();
    g_autofree char *stranger = g_build_filename(folder, "lettre.txt", NULL);
    g_file_set_contents(stranger, "x", 1, &error);
    g_assert_no_error(error);
    bool done = co_output_readiness(&facts.context, folder, &error);
    g_assert_false(done);
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET);
    g_assert_true(g_file_test(stranger, G_FILE_TEST_EXISTS));
    co_sample_remove_folder(folder);
    co_sample_clear(&facts.sample);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/readiness/words/shortage", test_a_shortage_says_need_means_and_what_to_do);
    g_test_add_func("/readiness/words/silent", test_a_silent_school_is_told_its_estimate);
    g_test_add_func("/readiness/words/every", test_every_finding_is_worded_with_its_remedy);
    g_test_add_func("/readiness/words/halves", test_halves_and_sizes);
    g_test_add_func("/readiness/reminders/row", test_reminders_are_ready_for_mail_merge);
    g_test_add_func("/readiness/reminders/contact", test_a_respondent_without_address_is_a_contact);
    g_test_add_func("/readiness/reminders/none", test_nobody_to_remind_leaves_the_header);
    g_test_add_func("/readiness/page/alone", test_the_page_stands_alone);
    g_test_add_func("/readiness/page/names",
                    test_the_page_escapes_and_names_only_whom_a_finding_names);
    g_test_add_func("/readiness/workbook/parts", test_the_workbook_holds_every_part);
    g_test_add_func("/readiness/workbook/formula", test_text_that_looks_like_a_formula_stays_text);
    g_test_add_func("/readiness/folder/bytes", test_the_same_facts_give_the_same_bytes);
    g_test_add_func("/readiness/folder/foreign", test_a_folder_of_something_else_is_refused);
    return g_test_run();
}
