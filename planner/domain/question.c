/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/question.h"

#include "cohorte/text.h"

struct CoQuestionList {
    GPtrArray *questions; /* of CoQuestion */
    GHashTable *by_key;   /* kind and folded value -> CoQuestion */
    GStringChunk *texts;
};

const char *co_question_key(CoQuestionKind kind)
{
    static const char *const keys[] = {
        [CO_QUESTION_UAI] = "uai",
        [CO_QUESTION_ESTABLISHMENT] = "etablissement",
        [CO_QUESTION_ROLE] = "role",
        [CO_QUESTION_FOREIGN] = NULL,
    };
    return keys[kind];
}

CoQuestionList *co_question_list_new(void)
{
    CoQuestionList *list = g_new(CoQuestionList, 1);
    *list = (CoQuestionList){g_ptr_array_new_with_free_func(g_free),
                             g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                             g_string_chunk_new(1024)};
    return list;
}

void co_question_list_free(CoQuestionList *list)
{
    if (list == NULL)
        return;
    g_ptr_array_unref(list->questions);
    g_hash_table_unref(list->by_key);
    g_string_chunk_free(list->texts);
    g_free(list);
}

/* A value of signs alone has no letters to be known by. */
static char *key_of(CoQuestionKind kind, const char *label, const char *value)
{
    g_autofree char *letters = co_text_key(value);
    g_autofree char *folded = *letters == '\0' ? co_text_fold(value) : NULL;
    return g_strdup_printf("%d/%s/%s", (int)kind, label, folded != NULL ? folded : letters);
}

static const char *keep(CoQuestionList *list, const char *text)
{
    return text == NULL || *text == '\0' ? "" : g_string_chunk_insert_const(list->texts, text);
}

static CoQuestion *find(const CoQuestionList *list, CoQuestionKind kind, const char *label,
                        const char *value)
{
    g_autofree char *key = key_of(kind, label, value);
    return g_hash_table_lookup(list->by_key, key);
}

static CoQuestion *append(CoQuestionList *list, const CoQuestion *question)
{
    if (list->questions->len >= CO_QUESTION_MAX)
        return NULL;
    CoQuestion *copy = g_new(CoQuestion, 1);
    *copy = *question;
    copy->label = keep(list, question->label);
    copy->value = keep(list, question->value);
    copy->proposal = keep(list, question->proposal);
    copy->choices = keep(list, question->choices);
    copy->decision = keep(list, question->decision);
    copy->where = keep(list, question->where);
    g_ptr_array_add(list->questions, copy);
    g_hash_table_insert(list->by_key, key_of(copy->kind, copy->label, copy->value), copy);
    return copy;
}

const CoQuestion *co_question_list_add(CoQuestionList *list, const CoQuestion *question)
{
    g_return_val_if_fail(list != NULL && question != NULL && question->value != NULL, NULL);
    CoQuestion *known =
        find(list, question->kind, question->label != NULL ? question->label : "", question->value);
    return known != NULL ? known : append(list, question);
}

bool co_question_is_settled(const CoQuestion *question)
{
    g_return_val_if_fail(question != NULL, false);
    return *question->decision != '\0' || (question->followed && *question->proposal != '\0');
}

void co_question_list_recall(CoQuestionList *list, const CoQuestion *earlier)
{
    g_return_if_fail(list != NULL && earlier != NULL);
    CoQuestion *known = find(list, earlier->kind, earlier->label, earlier->value);
    if (known == NULL)
        known = append(list, &(CoQuestion){.kind = earlier->kind,
                                           .label = earlier->label,
                                           .value = earlier->value,
                                           .decision = earlier->decision,
                                           .remembered = true});
    if (known == NULL || *known->decision != '\0' || !co_question_is_settled(earlier) ||
        *earlier->decision != '\0')
        return;
    known->proposal = keep(list, earlier->proposal);
    known->followed = true;
}

const CoQuestion *co_question_list_find(const CoQuestionList *list, CoQuestionKind kind,
                                        const char *value)
{
    g_return_val_if_fail(list != NULL && value != NULL, NULL);
    return find(list, kind, "", value);
}

const CoQuestion *co_question_list_ask(CoQuestionList *list, const CoQuestion *asked)
{
    g_return_val_if_fail(list != NULL && asked != NULL && asked->value != NULL, NULL);
    CoQuestion *question = find(list, asked->kind, "", asked->value);
    if (question == NULL)
        question = append(list, asked);
    if (question == NULL)
        return NULL;
    if (question->n_rows++ > 0)
        return question;
    question->where = keep(list, asked->where);
    /* Only what is recalled is followed before anything asks. */
    bool recalled = question->followed && *question->decision == '\0';
    if (recalled)
        return question;
    question->proposal = keep(list, asked->proposal);
    question->choices = keep(list, asked->choices);
    question->followed = asked->followed;
    return question;
}

size_t co_question_list_size(const CoQuestionList *list)
{
    g_return_val_if_fail(list != NULL, 0);
    return list->questions->len;
}

const CoQuestion *co_question_list_at(const CoQuestionList *list, size_t index)
{
    g_return_val_if_fail(list != NULL && index < list->questions->len, NULL);
    return list->questions->pdata[index];
}

size_t co_question_list_n_open(const CoQuestionList *list)
{
    g_return_val_if_fail(list != NULL, 0);
    size_t n = 0;
    for (guint i = 0; i < list->questions->len; i++) {
        const CoQuestion *question = list->questions->pdata[i];
        n += question->n_rows > 0 && *question->decision == '\0';
    }
    return n;
}

size_t co_question_list_n_remembered(const CoQuestionList *list)
{
    g_return_val_if_fail(list != NULL, 0);
    size_t n = 0;
    for (guint i = 0; i < list->questions->len; i++) {
        const CoQuestion *question = list->questions->pdata[i];
        n += question->n_rows > 0 && question->remembered && co_question_is_settled(question);
    }
    return n;
}
