/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/question.h"

static void test_a_question_is_asked_once_however_many_rows_raise_it(void)
{
    g_autoptr(CoQuestionList) list = co_question_list_new();
    CoQuestion asked = {.kind = CO_QUESTION_ROLE,
                        .value = "Secrétaire générale",
                        .proposal = "SG",
                        .followed = true,
                        .where = "enquete.csv:3"};
    co_question_list_ask(list, &asked);
    asked.value = "SECRETAIRE  GENERALE";
    asked.where = "enquete.csv:9";
    const CoQuestion *question = co_question_list_ask(list, &asked);
    g_assert_cmpuint(co_question_list_size(list), ==, 1);
    g_assert_cmpint(question->n_rows, ==, 2);
    g_assert_cmpstr(question->value, ==, "Secrétaire générale");
    g_assert_cmpstr(question->where, ==, "enquete.csv:3");
    g_assert_cmpuint(co_question_list_n_open(list), ==, 1);
}

static void test_a_decision_read_first_answers_and_the_proposal_is_todays(void)
{
    g_autoptr(CoQuestionList) list = co_question_list_new();
    CoQuestion decided = {
        .kind = CO_QUESTION_ROLE, .value = "A1", .proposal = "AC", .decision = "ORD"};
    g_assert_nonnull(co_question_list_add(list, &decided));
    CoQuestion asked = {.kind = CO_QUESTION_ROLE, .value = "a1", .proposal = "SG"};
    const CoQuestion *question = co_question_list_ask(list, &asked);
    g_assert_cmpstr(question->decision, ==, "ORD");
    g_assert_cmpstr(question->proposal, ==, "SG");
    g_assert_cmpuint(co_question_list_n_open(list), ==, 0);
}

static void test_kinds_and_foreign_words_are_told_apart(void)
{
    g_autoptr(CoQuestionList) list = co_question_list_new();
    CoQuestion rows[] = {
        {.kind = CO_QUESTION_ROLE, .value = "x"},
        {.kind = CO_QUESTION_UAI, .value = "x"},
        {.kind = CO_QUESTION_FOREIGN, .label = "couleur", .value = "x"},
        {.kind = CO_QUESTION_FOREIGN, .label = "taille", .value = "x"},
        {.kind = CO_QUESTION_UAI, .value = "?"},
        {.kind = CO_QUESTION_UAI, .value = "!"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        co_question_list_add(list, &rows[i]);
    g_assert_cmpuint(co_question_list_size(list), ==, G_N_ELEMENTS(rows));
    g_assert_true(co_question_list_find(list, CO_QUESTION_UAI, "X") ==
                  co_question_list_at(list, 1));
    g_assert_null(co_question_list_find(list, CO_QUESTION_ESTABLISHMENT, "x"));
    g_assert_cmpstr(co_question_key(CO_QUESTION_ESTABLISHMENT), ==, "etablissement");
    g_assert_null(co_question_key(CO_QUESTION_FOREIGN));
}

static void test_what_was_settled_once_is_settled_again(void)
{
    g_autoptr(CoQuestionList) list = co_question_list_new();
    co_question_list_recall(list, &(CoQuestion){.kind = CO_QUESTION_ROLE,
                                                .label = "",
                                                .value = "A1",
                                                .proposal = "",
                                                .decision = "ORD"});
    co_question_list_recall(list, &(CoQuestion){.kind = CO_QUESTION_ROLE,
                                                .label = "",
                                                .value = "B2",
                                                .proposal = "SG",
                                                .followed = true,
                                                .decision = ""});
    g_assert_cmpuint(co_question_list_n_remembered(list), ==, 0);
    const CoQuestion *decided = co_question_list_ask(
        list, &(CoQuestion){.kind = CO_QUESTION_ROLE, .value = "a1", .proposal = "AC"});
    g_assert_cmpstr(decided->decision, ==, "ORD");
    g_assert_cmpstr(decided->proposal, ==, "AC");
    const CoQuestion *followed = co_question_list_ask(
        list, &(CoQuestion){.kind = CO_QUESTION_ROLE, .value = "b2", .proposal = "AC"});
    g_assert_cmpstr(followed->proposal, ==, "SG");
    g_assert_true(followed->followed && co_question_is_settled(followed));
    g_assert_cmpuint(co_question_list_n_remembered(list), ==, 2);
}

static void test_a_row_of_the_decisions_wins_over_what_is_remembered(void)
{
    g_autoptr(CoQuestionList) list = co_question_list_new();
    CoQuestion rows[] = {
        {.kind = CO_QUESTION_ROLE, .value = "A1", .decision = "ORD"},
        {.kind = CO_QUESTION_ROLE, .value = "B2"},
        {.kind = CO_QUESTION_ROLE, .value = "C3"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        co_question_list_add(list, &rows[i]);
    CoQuestion earlier[] = {
        {.kind = CO_QUESTION_ROLE, .label = "", .value = "a1", .proposal = "", .decision = "SG"},
        {.kind = CO_QUESTION_ROLE, .label = "", .value = "b2", .proposal = "", .decision = "SG"},
        {.kind = CO_QUESTION_ROLE,
         .label = "",
         .value = "c3",
         .proposal = "SG",
         .followed = true,
         .decision = ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(earlier); i++)
        co_question_list_recall(list, &earlier[i]);
    g_assert_cmpuint(co_question_list_size(list), ==, 3);
    g_assert_cmpstr(co_question_list_at(list, 0)->decision, ==, "ORD");
    g_assert_false(co_question_is_settled(co_question_list_at(list, 1)));
    g_assert_true(co_question_is_settled(co_question_list_at(list, 2)));
    g_assert_false(co_question_list_at(list, 2)->remembered);
}

static void test_a_full_list_takes_no_more(void)
{
    g_autoptr(CoQuestionList) list = co_question_list_new();
    for (int i = 0; i <= CO_QUESTION_MAX; i++) {
        g_autofree char *value = g_strdup_printf("valeur %d", i);
        CoQuestion asked = {.kind = CO_QUESTION_ROLE, .value = value};
        const CoQuestion *question = co_question_list_ask(list, &asked);
        g_assert_true((question != NULL) == (i < CO_QUESTION_MAX));
    }
    g_assert_cmpuint(co_question_list_size(list), ==, CO_QUESTION_MAX);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/question/once", test_a_question_is_asked_once_however_many_rows_raise_it);
    g_test_add_func("/question/decided",
                    test_a_decision_read_first_answers_and_the_proposal_is_todays);
    g_test_add_func("/question/kinds", test_kinds_and_foreign_words_are_told_apart);
    g_test_add_func("/question/recalled", test_what_was_settled_once_is_settled_again);
    g_test_add_func("/question/row wins", test_a_row_of_the_decisions_wins_over_what_is_remembered);
    g_test_add_func("/question/full", test_a_full_list_takes_no_more);
    return g_test_run();
}
