/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match_establishment.h"

#include <string.h>

#include "cohorte/family.h"
#include "cohorte/text.h"
#include "inputs/import_context.h"

enum { MAX_BYTES = 300 };

/* Words that tell the kind, or nothing. */
static const char *const stop_words[] = {
    "college",
    "clg",
    "lycee",
    "lyc",
    "lpo",
    "lp",
    "lgt",
    "lg",
    "lt",
    "lptg",
    "polyvalent",
    "general",
    "prive",
    "public",
    "erea",
    "segpa",
    "cite",
    "scolaire",
    "professionnel",
    "technologique",
    "et",
    "de",
    "du",
    "des",
    "d",
    "la",
    "le",
    "les",
    "l",
    "a",
    "au",
    "aux",
    "en",
    "sur",
    "sous",
    "metiers",
    "etablissement",
    "regional",
    "national",
    NULL,
};

/* One name, ready to be compared. */
typedef struct Name {
    char **words;         /* without stop words; of a known name, without its commune's too */
    char *commune;        /* folded, "" unknown */
    char **commune_words; /* the same in words */
    CoFamily family;
} Name;

static void name_clear(gpointer data)
{
    Name *name = data;
    g_strfreev(name->words);
    g_strfreev(name->commune_words);
    g_free(name->commune);
}

struct CoNameIndex {
    GArray *names; /* of Name, one per establishment of the campaign */
};

void co_name_index_free(CoNameIndex *index)
{
    if (index == NULL)
        return;
    g_array_unref(index->names);
    g_free(index);
}

/* @return (transfer full) the words of a text, abbreviations of saints written out */
static char **words_of(const char *text)
{
    g_autofree char *key = co_text_key(text);
    char **words = g_strsplit(key, " ", -1);
    for (int i = 0; words[i] != NULL; i++) {
        bool saint = strcmp(words[i], "st") == 0, sainte = strcmp(words[i], "ste") == 0;
        if (!saint && !sainte)
            continue;
        g_free(words[i]);
        words[i] = g_strdup(saint ? "saint" : "sainte");
    }
    return words;
}

static bool is_number(const char *word)
{
    return *word != '\0' && word[strspn(word, "0123456789")] == '\0';
}

/* "GRENOBLE CEDEX 9" and "Lyon 3e" are Grenoble and Lyon. */
static char *fold_commune(const char *text)
{
    g_auto(GStrv) words = words_of(text);
    g_autoptr(GString) commune = g_string_new(NULL);
    for (int i = 0; words[i] != NULL; i++) {
        bool counts = !is_number(words[i]) && strcmp(words[i], "cedex") != 0 &&
                      !(g_ascii_isdigit(words[i][0]) && strlen(words[i]) <= 4);
        if (counts && *words[i] != '\0')
            g_string_append_printf(commune, "%s%s", commune->len > 0 ? " " : "", words[i]);
    }
    return g_strdup(commune->str);
}

static bool holds(char *const *words, const char *word)
{
    return g_strv_contains((const char *const *)words, word);
}

static Name said_name(const CoSpokenName *spoken)
{
    Name name = {.commune = fold_commune(spoken->commune), .family = co_place_family(spoken->name)};
    name.commune_words = g_strsplit(name.commune, " ", -1);
    g_auto(GStrv) words = words_of(spoken->name);
    g_autoptr(GStrvBuilder) kept = g_strv_builder_new();
    for (int i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0' && !g_strv_contains(stop_words, words[i]))
            g_strv_builder_add(kept, words[i]);
    name.words = g_strv_builder_end(kept);
    return name;
}

/* A commune named within a name says where, not who. */
static char **without(char **words, char *const *others)
{
    g_autoptr(GStrvBuilder) kept = g_strv_builder_new();
    for (int i = 0; words[i] != NULL; i++)
        if (!holds(others, words[i]))
            g_strv_builder_add(kept, words[i]);
    g_strfreev(words);
    return g_strv_builder_end(kept);
}

static Name known_name(const CoPlace *place)
{
    CoSpokenName spoken = {place->name, place->commune};
    Name name = said_name(&spoken);
    name.words = without(name.words, name.commune_words);
    if (*place->type != '\0')
        name.family = co_place_family(place->type);
    return name;
}

/* How many words of the first are no words of the others; *n is how many there are. */
static int count_foreign(const Name *name, const Name *other, char *const *ignored, int *n)
{
    int n_foreign = 0;
    *n = 0;
    for (int i = 0; name->words[i] != NULL; i++) {
        if (holds(ignored, name->words[i]))
            continue;
        (*n)++;
        n_foreign += !holds(other->words, name->words[i]);
    }
    return n_foreign;
}

static bool families_agree(CoFamily a, CoFamily b)
{
    bool a_lycee = a == CO_FAMILY_LYCEE || a == CO_FAMILY_VOCATIONAL;
    bool b_lycee = b == CO_FAMILY_LYCEE || b == CO_FAMILY_VOCATIONAL;
    return a == b || a == CO_FAMILY_OTHER || b == CO_FAMILY_OTHER || (a_lycee && b_lycee);
}

typedef enum { NO_MATCH, PARTIAL, EXACT } Likeness;

/* "Collège de Vif" is all that some establishments are called. */
static Likeness compare_kinds(const Name *said, const Name *known)
{
    bool told = *known->commune != '\0' && said->family != CO_FAMILY_OTHER;
    return told && said->family == known->family ? EXACT : NO_MATCH;
}

static Likeness compare(const Name *said, const Name *known, bool is_named)
{
    if (*said->commune != '\0' && strcmp(said->commune, known->commune) != 0)
        return NO_MATCH;
    if (!families_agree(said->family, known->family))
        return NO_MATCH;
    if (!is_named)
        return *said->commune != '\0' ? PARTIAL : NO_MATCH;
    int n_said, n_known;
    int n_more = count_foreign(said, known, known->commune_words, &n_said);
    int n_less = count_foreign(known, said, known->commune_words, &n_known);
    if (n_said == 0 || n_known == 0)
        return n_said == n_known ? compare_kinds(said, known) : NO_MATCH;
    if (n_more > 0 && n_less > 0)
        return NO_MATCH;
    bool same_kind = said->family == known->family || said->family == CO_FAMILY_OTHER;
    return n_more == 0 && n_less == 0 && same_kind ? EXACT : PARTIAL;
}

typedef struct Search {
    Name said;
    bool is_named;
    const char *commune;
    GPtrArray *exact, *partial;
} Search;

static void look_at(Search *search, const char *uai, const Name *known)
{
    Likeness likeness = compare(&search->said, known, search->is_named);
    if (likeness == EXACT)
        g_ptr_array_add(search->exact, g_strdup(uai));
    else if (likeness == PARTIAL)
        g_ptr_array_add(search->partial, g_strdup(uai));
}

static void visit(const char *uai, const char *name, gpointer data)
{
    Search *search = data;
    CoPlace place = co_place_unknown();
    place.name = name;
    place.commune = search->commune;
    Name known = known_name(&place);
    look_at(search, uai, &known);
    name_clear(&known);
}

static const CoNameIndex *index_of(CoImport *import)
{
    if (import->names != NULL)
        return import->names;
    import->names = g_new(CoNameIndex, 1);
    import->names->names = g_array_new(FALSE, FALSE, sizeof(Name));
    g_array_set_clear_func(import->names->names, name_clear);
    for (int i = 0; i < import->campaign->n_establishments; i++) {
        Name name = known_name(&import->campaign->establishments[i].place);
        g_array_append_val(import->names->names, name);
    }
    return import->names;
}

GPtrArray *co_match_establishment(CoImport *import, const CoSpokenName *spoken)
{
    g_return_val_if_fail(import != NULL && spoken != NULL, NULL);
    g_autoptr(GPtrArray) exact = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) partial = g_ptr_array_new_with_free_func(g_free);
    if (*spoken->name == '\0' || strlen(spoken->name) > MAX_BYTES)
        return g_steal_pointer(&partial);
    Search search = {said_name(spoken), true, spoken->commune, exact, partial};
    const GArray *names = index_of(import)->names;
    for (guint i = 0; i < names->len; i++)
        look_at(&search, import->campaign->establishments[i].uai, &g_array_index(names, Name, i));
    if (exact->len == 0 && partial->len == 0 && *spoken->commune != '\0')
        co_directory_visit_commune(import->directory, spoken->commune, visit, &search);
    name_clear(&search.said);
    return exact->len > 0 ? g_steal_pointer(&exact) : g_steal_pointer(&partial);
}

bool co_match_agrees(CoImport *import, const CoSpokenName *spoken, const char *uai)
{
    g_return_val_if_fail(import != NULL && spoken != NULL && uai != NULL, false);
    int index = co_keys_find(import->establishments, uai);
    CoDirectoryEntry entry;
    if (strlen(spoken->name) > MAX_BYTES || (index < 0 && !co_directory_find(import, uai, &entry)))
        return false;
    Name said = said_name(spoken);
    Name known =
        known_name(index >= 0 ? &import->campaign->establishments[index].place : &entry.place);
    bool agrees = compare(&said, &known, *spoken->name != '\0') != NO_MATCH;
    name_clear(&said);
    name_clear(&known);
    return agrees;
}
