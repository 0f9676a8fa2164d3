/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/wording.h"

#include <string.h>

static void assert_says(const CoQuestion *question, const char *expected)
{
    g_autofree char *said = co_wording_question(question);
    g_assert_cmpstr(said, ==, expected);
}

static void test_a_question_says_what_stands_and_what_to_write(void)
{
    CoQuestion question = {.kind = CO_QUESTION_ROLE,
                           .label = "",
                           .value = "Secrétaire générale",
                           .proposal = "SG",
                           .choices = "",
                           .followed = true,
                           .decision = "",
                           .n_rows = 2,
                           .where = "enquete.csv:3"};
    assert_says(&question, "Lu « SG » tant que rien n'est décidé. Répondez oui, non, ou écrivez la "
                           "fonction (code ou libellé). Vu 2 fois, d'abord dans enquete.csv, "
                           "ligne\u00A03.");
    question.kind = CO_QUESTION_UAI;
    question.followed = false;
    question.proposal = "";
    question.choices = "0389002D|0389003E";
    question.where = "";
    assert_says(&question, "Laissé de côté tant que rien n'est décidé. Ce peut être 0389002D ou "
                           "0389003E. Écrivez l'UAI, ou non.");
    question.n_rows = 0;
    assert_says(&question, "Ne s'est pas posée au dernier import.");
    question.kind = CO_QUESTION_FOREIGN;
    assert_says(&question, "Cette question n'est pas de Cohorte ; elle est gardée telle quelle.");
}

static void test_the_file_of_decisions_is_safe_to_open(void)
{
    g_autoptr(CoQuestionList) list = co_question_list_new();
    CoQuestion rows[] = {
        {.kind = CO_QUESTION_ROLE, .value = "=1+1; \"x\"", .decision = "-"},
        {.kind = CO_QUESTION_FOREIGN, .label = "couleur", .value = "bleu", .decision = "@oui"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        co_question_list_add(list, &rows[i]);
    g_autofree char *text = co_wording_decisions(list);
    g_assert_true(
        g_str_has_prefix(text, "\xEF\xBB\xBFquestion;valeur;proposition;decision;explication\n"));
    g_assert_nonnull(strstr(text, "\nrole;\"'=1+1; \"\"x\"\"\";;-;"));
    g_assert_nonnull(strstr(text, "\ncouleur;bleu;;'@oui;"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wording/question", test_a_question_says_what_stands_and_what_to_write);
    g_test_add_func("/wording/decisions", test_the_file_of_decisions_is_safe_to_open);
    return g_test_run();
}
