/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/changes.h"

#include <string.h>

typedef struct Search {
    const CoCampaign *before, *after;
    GArray *people, *answers;
    GHashTable *touched; /* UAIs of the establishments of people who changed */
} Search;

static const char *uai_of(const CoCampaign *campaign, const CoPerson *person)
{
    int index = person->establishment_idx;
    return index < 0 ? "" : campaign->establishments[index].uai;
}

static bool same_roles(const Search *search, const CoPerson *a, const CoPerson *b)
{
    if (a->n_roles != b->n_roles)
        return false;
    for (int i = 0; i < a->n_roles; i++)
        if (strcmp(search->before->roles[a->role_idx[i]].code,
                   search->after->roles[b->role_idx[i]].code) != 0)
            return false;
    return true;
}

static bool same_spans(const CoPerson *a, const CoPerson *b)
{
    if (a->n_spans != b->n_spans)
        return false;
    for (int i = 0; i < a->n_spans; i++) {
        const CoSpan *x = &a->spans[i], *y = &b->spans[i];
        if (x->first_day != y->first_day || x->last_day != y->last_day ||
            x->weekday != y->weekday || x->halves != y->halves)
            return false;
    }
    return true;
}

static unsigned compare(const Search *search, const CoPerson *a, const CoPerson *b)
{
    unsigned fields = 0;
    if (strcmp(a->last_name, b->last_name) != 0 || strcmp(a->first_name, b->first_name) != 0)
        fields |= CO_FIELD_NAME;
    if (strcmp(a->email, b->email) != 0)
        fields |= CO_FIELD_EMAIL;
    if (!same_roles(search, a, b))
        fields |= CO_FIELD_ROLES;
    if (strcmp(uai_of(search->before, a), uai_of(search->after, b)) != 0)
        fields |= CO_FIELD_ESTABLISHMENT;
    if (!same_spans(a, b))
        fields |= CO_FIELD_SPANS;
    if (a->weight != b->weight || a->already_trained != b->already_trained ||
        a->needs_access != b->needs_access || a->otp != b->otp ||
        a->access_right != b->access_right)
        fields |= CO_FIELD_OTHER;
    return fields;
}

static void add_person(Search *search, CoPersonChange change)
{
    g_array_append_val(search->people, change);
    if (change.before_idx >= 0)
        g_hash_table_add(
            search->touched,
            (gpointer)uai_of(search->before, &search->before->people[change.before_idx]));
    if (change.after_idx >= 0)
        g_hash_table_add(search->touched,
                         (gpointer)uai_of(search->after, &search->after->people[change.after_idx]));
}

static void find_people(Search *search)
{
    const CoCampaign *before = search->before, *after = search->after;
    for (int i = 0; i < after->n_people; i++) {
        const CoPerson *person = &after->people[i];
        int known = person->reserved ? -1 : co_campaign_find_person(before, person->id);
        if (person->reserved)
            continue;
        unsigned fields = known < 0 ? 0 : compare(search, &before->people[known], person);
        if (known < 0)
            add_person(search, (CoPersonChange){CO_CHANGE_NEW, -1, i, 0});
        else if (fields != 0)
            add_person(search, (CoPersonChange){CO_CHANGE_MODIFIED, known, i, fields});
    }
    for (int i = 0; i < before->n_people; i++)
        if (!before->people[i].reserved && co_campaign_find_person(after, before->people[i].id) < 0)
            add_person(search, (CoPersonChange){CO_CHANGE_GONE, i, -1, 0});
}

static bool answered(const CoCampaign *campaign, int index)
{
    return index >= 0 && campaign->establishments[index].answered;
}

static void compare_answers(Search *search, int before_idx, int after_idx)
{
    const CoCampaign *before = search->before, *after = search->after;
    bool was = answered(before, before_idx), is = answered(after, after_idx);
    CoAnswerChange change = {CO_CHANGE_NEW, before_idx, after_idx};
    if (was && !is)
        change.kind = CO_CHANGE_GONE;
    else if (was &&
             (g_hash_table_contains(search->touched, after->establishments[after_idx].uai) ||
              before->establishments[before_idx].staff != after->establishments[after_idx].staff))
        change.kind = CO_CHANGE_MODIFIED;
    else if (was == is)
        return;
    g_array_append_val(search->answers, change);
}

static void find_answers(Search *search)
{
    const CoCampaign *before = search->before, *after = search->after;
    for (int i = 0; i < after->n_establishments; i++)
        compare_answers(search,
                        co_campaign_find_establishment(before, after->establishments[i].uai), i);
    for (int i = 0; i < before->n_establishments; i++)
        if (co_campaign_find_establishment(after, before->establishments[i].uai) < 0)
            compare_answers(search, i, -1);
}

CoChanges *co_changes_find(const CoCampaign *before, const CoCampaign *after)
{
    g_return_val_if_fail(before != NULL && after != NULL, NULL);
    g_autoptr(GHashTable) touched = g_hash_table_new(g_str_hash, g_str_equal);
    Search search = {before, after, g_array_new(FALSE, FALSE, sizeof(CoPersonChange)),
                     g_array_new(FALSE, FALSE, sizeof(CoAnswerChange)), touched};
    find_people(&search);
    find_answers(&search);
    CoChanges *changes = g_new(CoChanges, 1);
    changes->n_people = (int)search.people->len;
    changes->n_answers = (int)search.answers->len;
    changes->people = (CoPersonChange *)(void *)g_array_free(search.people, FALSE);
    changes->answers = (CoAnswerChange *)(void *)g_array_free(search.answers, FALSE);
    return changes;
}

void co_changes_free(CoChanges *changes)
{
    if (changes == NULL)
        return;
    g_free(changes->people);
    g_free(changes->answers);
    g_free(changes);
}

int co_changes_count_people(const CoChanges *changes, CoChangeKind kind)
{
    g_return_val_if_fail(changes != NULL, 0);
    int n = 0;
    for (int i = 0; i < changes->n_people; i++)
        n += changes->people[i].kind == kind;
    return n;
}

int co_changes_count_answers(const CoChanges *changes, CoChangeKind kind)
{
    g_return_val_if_fail(changes != NULL, 0);
    int n = 0;
    for (int i = 0; i < changes->n_answers; i++)
        n += changes->answers[i].kind == kind;
    return n;
}
