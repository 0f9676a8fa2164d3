/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include "cohorte/text.h"
#include "sql.h"
#include "store_private.h"

/* Kinds of `known_people`. */
typedef enum { KIND_NAMED, KIND_COUNTED, KIND_RESERVED } Kind;

/* One row of `known_people`, with what `identities` says of it. */
typedef struct Known {
    char *id;
    char *email;   /* folded, "" when unknown */
    bool is_taken; /* by somebody of the campaign being saved */
} Known;

/* Everybody who ever got an id, by the ways in which a human is met again. */
typedef struct Registry {
    GPtrArray *known;     /* of Known, owned, oldest first */
    GHashTable *by_email; /* folded e-mail -> Known */
    GHashTable *by_key;   /* name_key() or rank_key() -> GPtrArray of Known, oldest first */
} Registry;

static void free_known(gpointer data)
{
    Known *known = data;
    g_free(known->id);
    g_free(known->email);
    g_free(known);
}

static void free_registry(Registry *registry)
{
    g_hash_table_unref(registry->by_email);
    g_hash_table_unref(registry->by_key);
    g_ptr_array_unref(registry->known);
    g_free(registry);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Registry, free_registry)

static Registry *new_registry(void)
{
    Registry *registry = g_new(Registry, 1);
    registry->known = g_ptr_array_new_with_free_func(free_known);
    registry->by_email = g_hash_table_new(g_str_hash, g_str_equal);
    registry->by_key =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    return registry;
}

/* @return (transfer full) NULL when there is no name to go by */
static char *name_key(const char *last_name, const char *first_name, const char *uai)
{
    g_autofree char *last = co_text_fold(last_name);
    g_autofree char *first = co_text_fold(first_name);
    if (*last == '\0' && *first == '\0')
        return NULL;
    return g_strjoin("\x1f", "n", last, first, uai, NULL);
}

static char *rank_key(Kind kind, const char *uai, const char *roles, int rank)
{
    return g_strdup_printf("%d\x1f%s\x1f%s\x1f%d", (int)kind, uai, roles, rank);
}

/* Takes @p key over. */
static void index_known(Registry *registry, Known *known, char *key)
{
    if (*known->email != '\0' && !g_hash_table_contains(registry->by_email, known->email))
        g_hash_table_insert(registry->by_email, known->email, known);
    if (key == NULL)
        return;
    GPtrArray *likes = g_hash_table_lookup(registry->by_key, key);
    if (likes == NULL) {
        likes = g_ptr_array_new();
        g_hash_table_insert(registry->by_key, g_steal_pointer(&key), likes);
    }
    g_ptr_array_add(likes, known);
    g_free(key);
}

/* Whoever was erased has no identity left and is never met again. */
static void add_row(Registry *registry, CoSql *sql)
{
    Known *known = g_new0(Known, 1);
    known->id = g_strdup(co_sql_text(sql, 0));
    known->email = co_text_fold(co_sql_text(sql, 7));
    Kind kind = (Kind)co_sql_int(sql, 1);
    const char *uai = co_sql_text(sql, 2);
    char *key = kind == KIND_NAMED ? name_key(co_sql_text(sql, 5), co_sql_text(sql, 6), uai)
                                   : rank_key(kind, uai, co_sql_text(sql, 3), co_sql_int(sql, 4));
    g_ptr_array_add(registry->known, known);
    index_known(registry, known, key);
}

static Registry *load_registry(sqlite3 *db, GError **error)
{
    g_autoptr(CoSql) sql = co_sql_new(
        db,
        "SELECT k.id, k.kind, k.uai, k.roles, k.rank, i.last_name, i.first_name, i.email"
        " FROM known_people AS k LEFT JOIN identities AS i ON i.kind = 'person' AND i.ref = k.id"
        " ORDER BY length(k.id), k.id",
        error);
    if (sql == NULL)
        return NULL;
    g_autoptr(Registry) registry = new_registry();
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW)
        add_row(registry, sql);
    return step == CO_SQL_DONE ? g_steal_pointer(&registry) : NULL;
}

/* One person of the campaign, as the registry would know them. */
typedef struct Candidate {
    Kind kind;
    const char *uai;
    char *roles; /* codes in order; "" when named */
    int rank;    /* among unnamed likes, from 1; 0 when named */
    char *email; /* folded */
    char *key;   /* NULL: nothing to go by */
    Known *known;
} Candidate;

static void clear_candidate(gpointer data)
{
    Candidate *candidate = data;
    g_free(candidate->roles);
    g_free(candidate->email);
    g_free(candidate->key);
}

static int compare_texts(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

static char *roles_text(const CoCampaign *campaign, const CoPerson *person)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (int i = 0; i < person->n_roles; i++)
        g_ptr_array_add(codes, (gpointer)campaign->roles[person->role_idx[i]].code);
    g_ptr_array_sort(codes, compare_texts);
    g_ptr_array_add(codes, NULL);
    return g_strjoinv("|", (char **)codes->pdata);
}

/* @param ranks  uai and roles -> how many were met so far */
static void rank_candidate(Candidate *candidate, GHashTable *ranks)
{
    char *likes = rank_key(candidate->kind, candidate->uai, candidate->roles, 0);
    candidate->rank = GPOINTER_TO_INT(g_hash_table_lookup(ranks, likes)) + 1;
    g_hash_table_replace(ranks, likes, GINT_TO_POINTER(candidate->rank));
    candidate->key = rank_key(candidate->kind, candidate->uai, candidate->roles, candidate->rank);
}

static Candidate describe(const CoCampaign *campaign, const CoPerson *person, GHashTable *ranks)
{
    int establishment_idx = person->establishment_idx;
    Candidate candidate = {
        .kind = person->reserved ? KIND_RESERVED
                : person->named  ? KIND_NAMED
                                 : KIND_COUNTED,
        .uai = establishment_idx < 0 ? "" : campaign->establishments[establishment_idx].uai,
        .email = co_text_fold(person->named ? person->email : NULL),
    };
    if (candidate.kind == KIND_NAMED) {
        candidate.roles = g_strdup("");
        candidate.key = name_key(person->last_name, person->first_name, candidate.uai);
    } else {
        candidate.roles = roles_text(campaign, person);
        rank_candidate(&candidate, ranks);
    }
    return candidate;
}

static GArray *describe_all(const CoCampaign *campaign)
{
    GArray *candidates =
        g_array_sized_new(FALSE, TRUE, sizeof(Candidate), (guint)campaign->n_people);
    g_array_set_clear_func(candidates, clear_candidate);
    g_autoptr(GHashTable) ranks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < campaign->n_people; i++) {
        Candidate candidate = describe(campaign, &campaign->people[i], ranks);
        g_array_append_val(candidates, candidate);
    }
    return candidates;
}

static void take(Candidate *candidate, Known *known)
{
    candidate->known = known;
    known->is_taken = true;
}

static void match_email(const Registry *registry, Candidate *candidate)
{
    Known *known = *candidate->email == '\0'
                       ? NULL
                       : g_hash_table_lookup(registry->by_email, candidate->email);
    if (known != NULL && !known->is_taken)
        take(candidate, known);
}

/* Two e-mails make two homonyms; one that is missing on one side does not.
 * @param exact  only somebody with the very same e-mail, or none on both sides */
static void match_key(const Registry *registry, Candidate *candidate, bool exact)
{
    if (candidate->known != NULL || candidate->key == NULL)
        return;
    GPtrArray *likes = g_hash_table_lookup(registry->by_key, candidate->key);
    for (guint i = 0; likes != NULL && i < likes->len; i++) {
        Known *known = g_ptr_array_index(likes, i);
        bool same = g_str_equal(known->email, candidate->email);
        bool either_unknown = *known->email == '\0' || *candidate->email == '\0';
        if (!known->is_taken && (same || (!exact && either_unknown))) {
            take(candidate, known);
            return;
        }
    }
}

/* The surest sign first, for everybody, before the next is looked at. */
static void match_all(const Registry *registry, GArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++)
        match_email(registry, &g_array_index(candidates, Candidate, i));
    for (guint i = 0; i < candidates->len; i++)
        match_key(registry, &g_array_index(candidates, Candidate, i), true);
    for (guint i = 0; i < candidates->len; i++)
        match_key(registry, &g_array_index(candidates, Candidate, i), false);
}

static bool next_number(sqlite3 *db, const char *prefix, int64_t *number, GError **error)
{
    g_autoptr(CoSql) sql = co_sql_new(db,
                                      "INSERT INTO counters (name, last) VALUES (?, 1)"
                                      " ON CONFLICT (name) DO UPDATE SET last = last + 1"
                                      " RETURNING last",
                                      error);
    if (sql == NULL)
        return false;
    co_sql_bind_text(sql, prefix);
    if (co_sql_step(sql, error) != CO_SQL_ROW)
        return false;
    *number = co_sql_int64(sql, 0);
    return co_sql_step(sql, error) == CO_SQL_DONE;
}

/* @return (transfer full) an id that nobody ever had, or NULL */
static char *new_id(sqlite3 *db, Kind kind, GError **error)
{
    const char *prefix = kind == KIND_RESERVED ? "R" : "P";
    int64_t number = 0;
    if (!next_number(db, prefix, &number, error))
        return NULL;
    return g_strdup_printf("%s%04" G_GINT64_FORMAT, prefix, number);
}

/* A human met again may have moved to another establishment. */
static bool save_known(CoSql *sql, const Candidate *candidate, const char *id, GError **error)
{
    co_sql_bind_text(sql, id);
    co_sql_bind_int(sql, (int)candidate->kind);
    co_sql_bind_text(sql, candidate->uai);
    co_sql_bind_text(sql, candidate->roles);
    co_sql_bind_int(sql, candidate->rank);
    return co_sql_run(sql, error);
}

static bool save_ids(sqlite3 *db, GArray *candidates, GPtrArray *ids, GError **error)
{
    g_autoptr(CoSql) sql =
        co_sql_new(db,
                   "INSERT INTO known_people (id, kind, uai, roles, rank) VALUES (?, ?, ?, ?, ?)"
                   " ON CONFLICT (id) DO UPDATE SET uai = excluded.uai",
                   error);
    if (sql == NULL)
        return false;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        char *id = candidate->known != NULL ? g_strdup(candidate->known->id)
                                            : new_id(db, candidate->kind, error);
        g_ptr_array_add(ids, id);
        if (id == NULL || !save_known(sql, candidate, id, error))
            return false;
    }
    return true;
}

char **co_store_allot_ids(sqlite3 *db, const CoCampaign *campaign, GError **error)
{
    g_autoptr(Registry) registry = load_registry(db, error);
    if (registry == NULL)
        return NULL;
    g_autoptr(GArray) candidates = describe_all(campaign);
    match_all(registry, candidates);
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    if (!save_ids(db, candidates, ids, error))
        return NULL;
    g_ptr_array_add(ids, NULL);
    return (char **)g_ptr_array_steal(ids, NULL);
}
