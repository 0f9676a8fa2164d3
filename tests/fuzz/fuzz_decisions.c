/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of decisions, then a line "%%", then a survey it answers: no decision leads anybody where
 * nobody works or to a role nobody has, and every question asked can be written down and read
 * again. Without "%%" the survey is a fixed one. */
#include <glib.h>

#include <stdint.h>
#include <string.h>

#include "inputs/formats/csv_reader.h"
#include "inputs/identity/decisions.h"
#include "inputs/import_context.h"
#include "inputs/surveys/survey.h"
#include "inputs/tables/tables.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const fixed_survey =
    "UAI;Nom de l'établissement;Commune;Nom;Prénom;Fonction;Courriel\n"
    "0389002X;;;A;B;Secrétaire générale;a@ac-exemple.fr\n"
    ";Collège du Bief;Voiron;C;D;A1;\n"
    "inconnu;;;E;F;SG;\n";

static void add_establishment(CoImport *import, const char *uai, const char *name)
{
    int index = import->campaign->n_establishments;
    CoEstablishment *establishment = co_campaign_add_establishment(import->campaign);
    establishment->uai = uai;
    establishment->place.name = name;
    establishment->place.commune = "Voiron";
    establishment->academy_idx = 0;
    co_keys_add(import->establishments, uai, index, 0);
}

static void add_role(CoImport *import, const char *code, const char *label)
{
    CoRole *role = co_campaign_add_role(import->campaign);
    role->code = code;
    role->label = label;
}

static void add_sheet(CoImport *import, const char *table, const char *text)
{
    g_autofree char *file = g_strconcat(table, ".csv", NULL);
    CoSheet *sheet = co_csv_read_bytes(text, strlen(text), file, import->problems);
    if (sheet != NULL)
        co_sheet_store_add(import->sheets, table, file, sheet, import->problems);
}

static CoImport *import_of(const char *decisions, const char *survey, CoProblemList *problems)
{
    CoImportOptions options = {.write_mapping = false};
    CoImport *import = co_import_new("/nowhere/at/all", &options, problems);
    co_academies_ensure(import);
    add_establishment(import, "0389002D", "Collège du Bief");
    add_establishment(import, "0389003E", "Collège des Combes");
    add_role(import, "SG", "Secrétaire général");
    add_role(import, "ORD", "Ordonnateur");
    co_roles_index(import);
    import->sheets = co_sheet_store_new();
    add_sheet(import, "decisions", decisions);
    add_sheet(import, "enquete", survey);
    return import;
}

static void check_people(const CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        g_assert_cmpint(person->establishment_idx, >=, 0);
        g_assert_cmpint(person->establishment_idx, <, campaign->n_establishments);
        g_assert_cmpint(person->n_roles, >, 0);
        for (int j = 0; j < person->n_roles; j++)
            g_assert_cmpint(person->role_idx[j], <, campaign->n_roles);
    }
}

static void check_questions(const CoQuestionList *questions)
{
    g_assert_cmpuint(co_question_list_size(questions), <=, CO_QUESTION_MAX);
    for (size_t i = 0; i < co_question_list_size(questions); i++) {
        const CoQuestion *question = co_question_list_at(questions, i);
        g_assert_true(g_utf8_validate(question->value, -1, NULL));
        g_assert_true(*question->proposal != '\0' || !question->followed);
        g_assert_true(*question->where != '\0' || question->n_rows == 0);
        if (question->kind != CO_QUESTION_FOREIGN)
            g_assert_true(co_question_list_find(questions, question->kind, question->value) ==
                          question);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *bytes = size > 0 ? g_strndup((const char *)data, size) : g_strdup("");
    g_autofree char *text = g_utf8_make_valid(bytes, -1);
    char *cut = strstr(text, "\n%%\n");
    if (cut != NULL)
        *cut = '\0';
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoImport) import =
        import_of(text, cut != NULL ? cut + strlen("\n%%\n") : fixed_survey, problems);
    co_decisions_read(import);
    if (co_sheet_store_count(import->sheets, "enquete") > 0)
        co_survey_read(import);
    co_people_finish(import, true);
    check_people(import->campaign);
    check_questions(import->questions);
    return 0;
}
