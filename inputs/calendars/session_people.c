/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session_people.h"

#include <string.h>

#include "cohorte/text.h"

struct CoSessionPeople {
    const CoCampaign *campaign;
    GHashTable *by_key; /* address, or key of a name -> GArray of CoSomebody */
};

static void free_array(gpointer data)
{
    g_array_unref(data);
}

/* @param key  (transfer full) */
static void add(CoSessionPeople *people, char *key, CoSomebody somebody)
{
    GArray *found = g_hash_table_lookup(people->by_key, key);
    if (*key == '\0') {
        g_free(key);
        return;
    }
    if (found == NULL) {
        found = g_array_new(FALSE, FALSE, sizeof(CoSomebody));
        g_hash_table_insert(people->by_key, g_strdup(key), found);
    }
    bool known = found->len > 0 && g_array_index(found, CoSomebody, found->len - 1) == somebody;
    if (!known)
        g_array_append_val(found, somebody);
    g_free(key);
}

static char *name_key(const char *first, const char *second)
{
    g_autofree char *whole = g_strconcat(first, " ", second, NULL);
    return co_text_key(whole);
}

static void add_human(CoSessionPeople *people, const char *email, const char *last,
                      const char *first, CoSomebody somebody)
{
    add(people, g_strdup(email), somebody);
    if (*last == '\0' || *first == '\0')
        return;
    add(people, name_key(last, first), somebody);
    add(people, name_key(first, last), somebody);
}

CoSessionPeople *co_session_people_new(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    CoSessionPeople *people = g_new0(CoSessionPeople, 1);
    people->campaign = campaign;
    people->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_array);
    for (int i = 0; i < campaign->n_trainers; i++) {
        const CoTrainer *trainer = &campaign->trainers[i];
        add_human(people, trainer->email, trainer->last_name, trainer->first_name, i);
    }
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        add_human(people, person->email, person->last_name, person->first_name,
                  campaign->n_trainers + i);
    }
    return people;
}

void co_session_people_free(CoSessionPeople *people)
{
    if (people == NULL)
        return;
    g_hash_table_unref(people->by_key);
    g_free(people);
}

const GArray *co_session_people_find(const CoSessionPeople *people, const char *text)
{
    g_return_val_if_fail(people != NULL && text != NULL, NULL);
    g_autofree char *key = strchr(text, '@') != NULL ? g_utf8_strdown(text, -1) : co_text_key(text);
    return g_hash_table_lookup(people->by_key, key);
}

static const char *email_of(const CoSessionPeople *people, CoSomebody somebody)
{
    const CoCampaign *campaign = people->campaign;
    return somebody < campaign->n_trainers
               ? campaign->trainers[somebody].email
               : campaign->people[somebody - campaign->n_trainers].email;
}

bool co_session_people_are_one(const CoSessionPeople *people, const GArray *found)
{
    g_return_val_if_fail(people != NULL && found != NULL && found->len > 0, false);
    const char *email = email_of(people, g_array_index(found, CoSomebody, 0));
    for (guint i = 1; i < found->len; i++)
        if (*email == '\0' ||
            strcmp(email_of(people, g_array_index(found, CoSomebody, i)), email) != 0)
            return false;
    return true;
}
