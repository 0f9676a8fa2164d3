/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_tables.h"

#include <string.h>

#include "csv_rows.h"

G_DEFINE_QUARK(co_plan_tables_error, co_plan_tables_error)

typedef struct Reader {
    const CoCampaign *campaign;
    const char *folder;
    CoPlan *plan;
    GHashTable *people; /* "uai;roles;name;first name" -> GQueue of index + 1 */
} Reader;

static bool fail(GError **error, CoPlanTablesError code, const char *where, const char *value)
{
    g_set_error(error, CO_PLAN_TABLES_ERROR, (int)code, "%s: \"%s\"", where, value);
    return false;
}

static char *roles_of(const CoCampaign *campaign, const CoPerson *person)
{
    GString *roles = g_string_new(NULL);
    for (int i = 0; i < person->n_roles; i++) {
        if (i > 0)
            g_string_append_c(roles, '|');
        g_string_append(roles, campaign->roles[person->role_idx[i]].code);
    }
    return g_string_free(roles, FALSE);
}

static char *key_of(const CoCampaign *campaign, const CoPerson *person)
{
    g_autofree char *roles = roles_of(campaign, person);
    const char *uai = campaign->establishments[person->establishment_idx].uai;
    return g_strjoin(";", uai, roles, person->last_name, person->first_name, NULL);
}

static GHashTable *index_people(const CoCampaign *campaign)
{
    GHashTable *people =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_queue_free);
    for (int i = 0; i < campaign->n_people; i++) {
        g_autofree char *key = key_of(campaign, &campaign->people[i]);
        GQueue *queue = g_hash_table_lookup(people, key);
        if (queue == NULL) {
            queue = g_queue_new();
            g_hash_table_insert(people, g_steal_pointer(&key), queue);
        }
        g_queue_push_tail(queue, GINT_TO_POINTER(i + 1));
    }
    return people;
}

/* Each person is found once: by id when the id is that of a person so described, else namesakes and
 * unnamed ones in the order of the campaign.
 * @return the person of that row, or -1 */
static int take_person(const Reader *reader, const CoCsvRows *rows, guint row)
{
    g_autofree char *key =
        g_strjoin(";", co_csv_rows_cell(rows, row, "uai"), co_csv_rows_cell(rows, row, "role"),
                  co_csv_rows_cell(rows, row, "nom"), co_csv_rows_cell(rows, row, "prenom"), NULL);
    GQueue *queue = g_hash_table_lookup(reader->people, key);
    if (queue == NULL)
        return -1;
    const char *id = co_csv_rows_cell(rows, row, "personne");
    int person_idx = *id != '\0' ? co_campaign_find_person(reader->campaign, id) : -1;
    if (person_idx >= 0 && g_queue_remove(queue, GINT_TO_POINTER(person_idx + 1)))
        return person_idx;
    return GPOINTER_TO_INT(g_queue_pop_head(queue)) - 1;
}

static CoCsvRows *read_rows(const Reader *reader, const char *table, const char *const *columns,
                            GError **error)
{
    g_autoptr(CoCsvRows) rows = co_csv_rows_read(reader->folder, table, error);
    for (int i = 0; rows != NULL && columns[i] != NULL; i++) {
        if (!co_csv_rows_has_column(rows, columns[i])) {
            fail(error, CO_PLAN_TABLES_ERROR_FORM, table, columns[i]);
            return NULL;
        }
    }
    return g_steal_pointer(&rows);
}

static bool read_trainers(const Reader *reader, const CoCsvRows *rows, guint row, CoGroup *group,
                          GError **error)
{
    static const char *const columns[2] = {"formateur_1", "formateur_2"};
    for (int i = 0; i < 2; i++) {
        const char *code = co_csv_rows_cell(rows, row, columns[i]);
        group->trainer_idx[i] = co_campaign_find_trainer(reader->campaign, code);
        if (*code != '\0' && group->trainer_idx[i] < 0)
            return fail(error, CO_PLAN_TABLES_ERROR_UNKNOWN, columns[i], code);
    }
    return true;
}

static bool read_groups(const Reader *reader, GError **error)
{
    static const char *const columns[] = {"groupe",      "parcours", "salle", "formateur_1",
                                          "formateur_2", "effectif", NULL};
    g_autoptr(CoCsvRows) rows = read_rows(reader, "groupes", columns, error);
    for (guint i = 0; rows != NULL && i < co_csv_rows_size(rows); i++) {
        CoGroup *group = co_plan_add_group(reader->plan);
        const char *path = co_csv_rows_cell(rows, i, "parcours");
        const char *room = co_csv_rows_cell(rows, i, "salle");
        g_free(group->code);
        group->code = g_strdup(co_csv_rows_cell(rows, i, "groupe"));
        group->path_idx = co_campaign_find_path(reader->campaign, path);
        group->room_idx = co_campaign_find_room(reader->campaign, room);
        if (group->path_idx < 0)
            return fail(error, CO_PLAN_TABLES_ERROR_UNKNOWN, "groupes.parcours", path);
        if (*room != '\0' && group->room_idx < 0)
            return fail(error, CO_PLAN_TABLES_ERROR_UNKNOWN, "groupes.salle", room);
        if (!read_trainers(reader, rows, i, group, error))
            return false;
    }
    return rows != NULL;
}

static CoGroup *find_group(const Reader *reader, const CoCsvRows *rows, guint row, GError **error)
{
    const char *code = co_csv_rows_cell(rows, row, "groupe");
    int group_idx = co_plan_find_group(reader->plan, code);
    if (group_idx < 0)
        fail(error, CO_PLAN_TABLES_ERROR_UNKNOWN, "groupe", code);
    return group_idx >= 0 ? &reader->plan->groups[group_idx] : NULL;
}

static CoHalves halves_of(const char *word)
{
    if (g_str_equal(word, "am"))
        return CO_HALF_AM;
    if (g_str_equal(word, "pm"))
        return CO_HALF_PM;
    return g_str_equal(word, "journee") ? CO_HALF_BOTH : 0;
}

/* A plan keeps one room per group: a meeting elsewhere could not be told. */
static bool is_room_of(const Reader *reader, const CoGroup *group, const char *mode,
                       const char *room)
{
    if (!g_str_equal(mode, "presentiel"))
        return *room == '\0';
    return group->room_idx >= 0 && g_str_equal(room, reader->campaign->rooms[group->room_idx].code);
}

static bool read_meeting(const Reader *reader, const CoCsvRows *rows, guint row, GError **error)
{
    CoGroup *group = find_group(reader, rows, row, error);
    if (group == NULL)
        return false;
    const char *module = co_csv_rows_cell(rows, row, "module");
    const char *room = co_csv_rows_cell(rows, row, "salle");
    CoMeeting meeting = {
        .module_idx = co_campaign_find_module(reader->campaign, group->path_idx, module),
        .day = co_day_parse(co_csv_rows_cell(rows, row, "date")),
        .halves = halves_of(co_csv_rows_cell(rows, row, "demi")),
    };
    if (meeting.module_idx < 0)
        return fail(error, CO_PLAN_TABLES_ERROR_UNKNOWN, "seances.module", module);
    if (meeting.day == CO_DAY_NONE || meeting.halves == 0)
        return fail(error, CO_PLAN_TABLES_ERROR_FORM, "seances: date, demi", module);
    if (!is_room_of(reader, group, co_csv_rows_cell(rows, row, "modalite"), room))
        return fail(error, CO_PLAN_TABLES_ERROR_FORM, "seances.salle", room);
    co_group_add_meeting(group, &meeting);
    return true;
}

static bool read_meetings(const Reader *reader, GError **error)
{
    static const char *const columns[] = {"groupe", "module", "ordre", "modalite", "date",
                                          "demi",   "debut",  "fin",   "salle",    NULL};
    g_autoptr(CoCsvRows) rows = read_rows(reader, "seances", columns, error);
    for (guint i = 0; rows != NULL && i < co_csv_rows_size(rows); i++) {
        if (!read_meeting(reader, rows, i, error))
            return false;
    }
    return rows != NULL;
}

static bool read_members(const Reader *reader, GError **error)
{
    static const char *const columns[] = {"groupe", "personne", "uai",      "role",
                                          "nom",    "prenom",   "courriel", NULL};
    g_autoptr(CoCsvRows) rows = read_rows(reader, "affectations", columns, error);
    for (guint i = 0; rows != NULL && i < co_csv_rows_size(rows); i++) {
        CoGroup *group = find_group(reader, rows, i, error);
        if (group == NULL)
            return false;
        int person_idx = take_person(reader, rows, i);
        if (person_idx < 0)
            return fail(error, CO_PLAN_TABLES_ERROR_UNKNOWN, "affectations.personne",
                        co_csv_rows_cell(rows, i, "personne"));
        if (group->n_members == 0)
            group->academy_idx = co_campaign_person_academy(reader->campaign, person_idx);
        co_group_add_member(group, person_idx);
    }
    return rows != NULL;
}

/* Every "R01".."R18" in a cell, whatever stands between. */
static CoRuleSet rules_in(const char *text)
{
    CoRuleSet set = 0;
    for (CoRule rule = CO_R01; rule < CO_RULE_END; rule++) {
        if (strstr(text, co_rule_id(rule)) != NULL)
            set |= CO_RULE_BIT(rule);
    }
    return set;
}

static bool read_unplaced(const Reader *reader, GError **error)
{
    static const char *const columns[] = {"personne", "uai",    "role",  "nom",    "prenom",
                                          "courriel", "regles", "motif", "remede", NULL};
    g_autoptr(CoCsvRows) rows = read_rows(reader, "non_places", columns, error);
    for (guint i = 0; rows != NULL && i < co_csv_rows_size(rows); i++) {
        int person_idx = take_person(reader, rows, i);
        if (person_idx < 0)
            return fail(error, CO_PLAN_TABLES_ERROR_UNKNOWN, "non_places.personne",
                        co_csv_rows_cell(rows, i, "personne"));
        CoUnplaced *unplaced = co_plan_add_unplaced(reader->plan);
        unplaced->person_idx = person_idx;
        unplaced->rules = rules_in(co_csv_rows_cell(rows, i, "regles"));
    }
    return rows != NULL;
}

/* @return the value of a key of `bilan`, "" when there is none */
static const char *figure(const CoCsvRows *rows, const char *key)
{
    for (guint i = 0; i < co_csv_rows_size(rows); i++) {
        if (g_str_equal(co_csv_rows_cell(rows, i, "cle"), key))
            return co_csv_rows_cell(rows, i, "valeur");
    }
    return "";
}

static int64_t whole_figure(const CoCsvRows *rows, const char *key)
{
    return g_ascii_strtoll(figure(rows, key), NULL, 10);
}

static CoTier tier_of(const CoCsvRows *rows, const char *name)
{
    g_autofree char *value = g_strconcat(name, "_valeur", NULL);
    g_autofree char *bound = g_strconcat(name, "_borne", NULL);
    g_autofree char *gap = g_strconcat(name, "_ecart", NULL);
    const char *gap_text = figure(rows, gap);
    return (CoTier){
        .value = whole_figure(rows, value),
        .has_bound = *figure(rows, bound) != '\0',
        .bound = whole_figure(rows, bound),
        .gap_proven = g_ascii_isdigit(*gap_text),
    };
}

static bool read_figures(const Reader *reader, GError **error)
{
    static const char *const columns[] = {"cle", "valeur", NULL};
    static const char *const tiers[3] = {"palier1", "palier2", "palier3"};
    g_autoptr(CoCsvRows) rows = read_rows(reader, "bilan", columns, error);
    if (rows == NULL)
        return false;
    for (int i = 0; i < 3; i++)
        reader->plan->tiers[i] = tier_of(rows, tiers[i]);
    reader->plan->stage1 = tier_of(rows, "etape1");
    reader->plan->unplaced_penalty = whole_figure(rows, "penalite_non_place");
    reader->plan->changes = whole_figure(rows, "changements");
    reader->plan->seed = whole_figure(rows, "graine");
    reader->plan->work = whole_figure(rows, "travail");
    return true;
}

CoPlan *co_plan_read_tables(const CoCampaign *campaign, const char *folder, GError **error)
{
    g_autoptr(CoPlan) plan = co_plan_new();
    g_autoptr(GHashTable) people = index_people(campaign);
    Reader reader = {campaign, folder, plan, people};
    bool done = read_groups(&reader, error) && read_meetings(&reader, error) &&
                read_members(&reader, error) && read_unplaced(&reader, error) &&
                read_figures(&reader, error);
    if (!done)
        return NULL;
    co_plan_sort(plan, campaign);
    return g_steal_pointer(&plan);
}
