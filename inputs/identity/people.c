/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"

#include <string.h>

#include "cohorte/text.h"
#include "inputs/import_context.h"

typedef struct Human {
    CoPerson person;
    int rank; /* of the naming that stands, in the order added */
} Human;

struct CoPeople {
    GArray *humans;
    GHashTable *by_email; /* address, and "address / name" -> human + 1 */
    GHashTable *by_name;  /* "establishment / name" -> human + 1 */
    GHashTable *homonyms; /* "academy / name" -> human + 1 */
    GStringChunk *keys;
    int n_added;
    int n_twice;
    int n_two_places;
};

CoPeople *co_people_new(void)
{
    CoPeople *people = g_new0(CoPeople, 1);
    people->humans = g_array_new(FALSE, FALSE, sizeof(Human));
    people->by_email = g_hash_table_new(g_str_hash, g_str_equal);
    people->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    people->homonyms = g_hash_table_new(g_str_hash, g_str_equal);
    people->keys = g_string_chunk_new(4096);
    return people;
}

void co_people_free(CoPeople *people)
{
    if (people == NULL)
        return;
    g_string_chunk_free(people->keys);
    g_hash_table_unref(people->homonyms);
    g_hash_table_unref(people->by_name);
    g_hash_table_unref(people->by_email);
    g_array_unref(people->humans);
    g_free(people);
}

int co_people_count(const CoPeople *people)
{
    return (int)people->humans->len;
}

int co_people_n_twice(const CoPeople *people)
{
    return people->n_twice;
}

int co_people_n_two_places(const CoPeople *people)
{
    return people->n_two_places;
}

static Human *human_at(const CoPeople *people, int index)
{
    return &g_array_index(people->humans, Human, index);
}

static int look_up(GHashTable *table, const char *key)
{
    return *key == '\0' ? -1 : GPOINTER_TO_INT(g_hash_table_lookup(table, key)) - 1;
}

static void note(CoPeople *people, GHashTable *table, const char *key, int index)
{
    if (*key != '\0' && !g_hash_table_contains(table, key))
        g_hash_table_insert(table, g_string_chunk_insert(people->keys, key),
                            GINT_TO_POINTER(index + 1));
}

/* One naming being added. Folding a name costs more than all else here, so it is done once. */
typedef struct Naming {
    const CoPerson *person;
    const char *column;
    const char *name; /* folded, "" for somebody without one */
} Naming;

/* @return (transfer full) the folded whole name, "" for somebody without one */
static char *fold_name(const char *last_name, const char *first_name)
{
    if (*last_name == '\0' && *first_name == '\0')
        return g_strdup("");
    g_autofree char *last = co_text_key(last_name);
    g_autofree char *first = co_text_key(first_name);
    return g_strconcat(last, "/", first, NULL);
}

/* @return (transfer full) a name within an establishment or an academy, "" for no name */
static char *scoped(const char *name, int scope)
{
    return *name == '\0' ? g_strdup("") : g_strdup_printf("%d/%s", scope, name);
}

/* @return (transfer full) somebody at an address, "" where either is not told */
static char *at_address(const char *email, const char *name)
{
    return *email == '\0' || *name == '\0' ? g_strdup("") : g_strconcat(email, " ", name, NULL);
}

/* Whether two namings with one address may be of one human: a name left out is no other name. */
static bool same_name(const CoPerson *a, const CoPerson *b)
{
    g_autofree char *name = fold_name(a->last_name, a->first_name);
    g_autofree char *other = fold_name(b->last_name, b->first_name);
    g_autofree char *swapped = fold_name(b->first_name, b->last_name);
    return *name == '\0' || *other == '\0' || strcmp(name, other) == 0 ||
           strcmp(name, swapped) == 0;
}

/* A mailbox of a whole school has several humans. @return the one this naming is of, or -1 */
static int find_at_address(const CoPeople *people, const Naming *naming)
{
    const CoPerson *person = naming->person;
    int index = look_up(people->by_email, person->email);
    if (index < 0 || same_name(&human_at(people, index)->person, person))
        return index;
    g_autofree char *key = at_address(person->email, naming->name);
    g_autofree char *swapped_name = fold_name(person->first_name, person->last_name);
    g_autofree char *swapped = at_address(person->email, swapped_name);
    index = look_up(people->by_email, key);
    return index >= 0 ? index : look_up(people->by_email, swapped);
}

/* @return the human this naming is of, or -1 */
static int find_human(const CoPeople *people, const Naming *naming)
{
    const CoPerson *person = naming->person;
    int index = find_at_address(people, naming);
    if (index >= 0)
        return index;
    g_autofree char *key = scoped(naming->name, person->establishment_idx);
    index = look_up(people->by_name, key);
    bool both_addressed =
        index >= 0 && *person->email != '\0' && *human_at(people, index)->person.email != '\0';
    return both_addressed ? -1 : index;
}

static void note_keys(CoPeople *people, const Naming *naming, int index)
{
    g_autofree char *key = scoped(naming->name, naming->person->establishment_idx);
    g_autofree char *named = at_address(naming->person->email, naming->name);
    note(people, people->by_email, naming->person->email, index);
    note(people, people->by_email, named, index);
    note(people, people->by_name, key, index);
}

/* @return (transfer full) "file:line" of a naming */
static char *where(const CoPerson *person)
{
    return co_sheet_where(person->origin.file, person->origin.sheet, person->origin.row);
}

/* @return (transfer full) */
static char *whole_name(const CoPerson *person)
{
    return g_strstrip(g_strjoin(" ", person->first_name, person->last_name, NULL));
}

/* @return (transfer full) what a reader knows somebody by */
static char *known_as(const CoPerson *person)
{
    if (*person->email != '\0')
        return g_strdup(person->email);
    return whole_name(person);
}

static void report(CoImport *import, const CoPerson *person, const char *column, CoProblem problem)
{
    g_autofree char *name = known_as(person);
    problem.column = column;
    problem.value = name;
    co_import_report_at(import, &person->origin, problem);
}

/* Two persons of one academy with the same name are most often two; a planner may know better. */
static void judge_homonym(CoImport *import, const Naming *naming, int index)
{
    CoPeople *people = import->people;
    int establishment = naming->person->establishment_idx;
    int academy = import->campaign->establishments[establishment].academy_idx;
    g_autofree char *key = scoped(naming->name, academy);
    int other = look_up(people->homonyms, key);
    note(people, people->homonyms, key, index);
    if (other < 0)
        return;
    g_autofree char *first = where(&human_at(people, other)->person);
    report(
        import, naming->person, naming->column,
        (CoProblem){.severity = CO_SEVERITY_NOTICE, .code = CO_PROBLEM_HOMONYM, .detail = first});
}

/* Two names at one address are two persons: nobody may get lost without anybody noticing. */
static void judge_shared_address(CoImport *import, const Naming *naming)
{
    const CoPerson *person = naming->person;
    int index = look_up(import->people->by_email, person->email);
    if (index < 0)
        return;
    const CoPerson *other = &human_at(import->people, index)->person;
    g_autofree char *first = where(other), *name = whole_name(person),
                    *other_name = whole_name(other);
    g_autofree char *both = g_strdup_printf("%s|%s", other_name, name);
    co_import_report_at(import, &person->origin,
                        (CoProblem){.severity = CO_SEVERITY_WARNING,
                                    .code = CO_PROBLEM_ADDRESS_SHARED,
                                    .column = naming->column,
                                    .value = both,
                                    .used = person->email,
                                    .detail = first});
}

static void add_human(CoImport *import, const Naming *naming)
{
    CoPeople *people = import->people;
    int index = (int)people->humans->len;
    Human human = {.person = *naming->person, .rank = people->n_added};
    if (naming->person->named) {
        judge_homonym(import, naming, index);
        judge_shared_address(import, naming);
    }
    g_array_append_val(people->humans, human);
    if (naming->person->named)
        note_keys(people, naming, index);
}

/* @return (transfer none) a copy of an array in the campaign with one more element */
static void *append(CoCampaign *campaign, const void *elements, int n, const void *element,
                    size_t size)
{
    g_autofree char *longer = g_malloc_n((gsize)n + 1, size);
    if (n > 0)
        memcpy(longer, elements, (size_t)n * size);
    memcpy(longer + (size_t)n * size, element, size);
    return co_campaign_array(campaign, longer, n + 1, size);
}

static bool holds_role(const CoPerson *person, int role_idx)
{
    for (int i = 0; i < person->n_roles; i++)
        if (person->role_idx[i] == role_idx)
            return true;
    return false;
}

static bool holds_span(const CoPerson *person, const CoSpan *span)
{
    for (int i = 0; i < person->n_spans; i++) {
        const CoSpan *other = &person->spans[i];
        if (other->first_day == span->first_day && other->last_day == span->last_day &&
            other->weekday == span->weekday && other->halves == span->halves)
            return true;
    }
    return false;
}

static void fill(const char **text, const char *other)
{
    if (**text == '\0')
        *text = other;
}

/* What either naming tells of a human is true of them. */
static void merge(CoCampaign *campaign, CoPerson *kept, const CoPerson *other)
{
    for (int i = 0; i < other->n_roles; i++) {
        if (holds_role(kept, other->role_idx[i]))
            continue;
        kept->role_idx =
            append(campaign, kept->role_idx, kept->n_roles, &other->role_idx[i], sizeof(int));
        kept->n_roles++;
    }
    for (int i = 0; i < other->n_spans; i++) {
        if (holds_span(kept, &other->spans[i]))
            continue;
        kept->spans =
            append(campaign, kept->spans, kept->n_spans, &other->spans[i], sizeof(CoSpan));
        kept->n_spans++;
    }
    fill(&kept->last_name, other->last_name);
    fill(&kept->first_name, other->first_name);
    fill(&kept->email, other->email);
    kept->weight = MAX(kept->weight, other->weight);
    kept->needs_access = kept->needs_access || other->needs_access;
    if (kept->otp == CO_TRISTATE_UNKNOWN)
        kept->otp = other->otp;
    if (kept->access_right == CO_TRISTATE_UNKNOWN)
        kept->access_right = other->access_right;
}

static bool is_seat(const CoImport *import, int establishment_idx)
{
    const char *uai = import->campaign->establishments[establishment_idx].uai;
    return co_keys_find(import->agencies, uai) >= 0;
}

static void report_again(CoImport *import, const CoPerson *kept, const CoPerson *left,
                         const char *column)
{
    bool two_places = kept->establishment_idx != left->establishment_idx;
    bool by_email = *left->email != '\0' && strcmp(kept->email, left->email) == 0;
    g_autofree char *first = where(kept);
    report(import, left, column,
           (CoProblem){.severity = CO_SEVERITY_NOTICE,
                       .code = two_places ? CO_PROBLEM_PERSON_TWO_PLACES : CO_PROBLEM_PERSON_TWICE,
                       .action = CO_ACTION_MERGED,
                       .used = two_places
                                   ? import->campaign->establishments[kept->establishment_idx].uai
                                   : (by_email ? "courriel" : "nom"),
                       .detail = first});
}

/* Counts a human once more named; the naming that stands decides where they are counted. */
static void name_again(CoImport *import, int index, const Naming *naming)
{
    CoPeople *people = import->people;
    Human *human = human_at(people, index);
    const CoPerson *person = naming->person;
    bool two_places = human->person.establishment_idx != person->establishment_idx;
    people->n_twice += !two_places;
    people->n_two_places += two_places;
    CoPerson left = *person;
    if (two_places && is_seat(import, person->establishment_idx) &&
        !is_seat(import, human->person.establishment_idx)) {
        left = human->person;
        human->person = *person;
        human->rank = people->n_added;
    }
    report_again(import, &human->person, &left, naming->column);
    merge(import->campaign, &human->person, &left);
    note_keys(people, naming, index);
}

void co_people_add(CoImport *import, const CoPerson *person, const char *column)
{
    g_return_if_fail(import != NULL && person != NULL);
    g_autofree char *name = fold_name(person->last_name, person->first_name);
    Naming naming = {person, column, name};
    int index = person->named ? find_human(import->people, &naming) : -1;
    if (index < 0)
        add_human(import, &naming);
    else
        name_again(import, index, &naming);
    import->people->n_added++;
}

static int compare_ranks(gconstpointer left, gconstpointer right)
{
    const Human *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static int compare_establishments(gconstpointer left, gconstpointer right)
{
    const Human *a = left, *b = right;
    int first = a->person.establishment_idx, second = b->person.establishment_idx;
    return first != second ? (first > second) - (first < second) : compare_ranks(left, right);
}

void co_people_finish(CoImport *import, bool by_establishment)
{
    g_return_if_fail(import != NULL);
    GArray *humans = import->people->humans;
    g_array_sort(humans, by_establishment ? compare_establishments : compare_ranks);
    for (guint i = 0; i < humans->len; i++)
        *co_campaign_add_person(import->campaign) = human_at(import->people, (int)i)->person;
}
