/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan tables: for other programs, hence codes and no formatting. Columns are a contract. */
#include "cohorte/documents.h"

#include <string.h>

#include "outputs/agenda/agenda.h"
#include "outputs/kit/csv.h"
#include "outputs/kit/delivery.h"
#include "cohorte/wording.h"

#define NOT_PROVEN "non prouvé"

static const char *const table_names[] = {"groupes.csv",    "seances.csv", "affectations.csv",
                                          "non_places.csv", "bilan.csv",   NULL};

static const char *modalite_word(CoMode mode)
{
    switch (mode) {
    case CO_MODE_IN_PERSON:
        return "presentiel";
    case CO_MODE_VIRTUAL_CLASS:
        return "classe_virtuelle";
    case CO_MODE_SELF_STUDY:
        return "autoformation";
    case CO_MODE_WEBINAR:
        return "webinaire";
    }
    return "";
}

static int compare_groups(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const CoGroup *const *)a)->code, (*(const CoGroup *const *)b)->code);
}

/* @return (transfer full) the groups by code, whatever the order of the paths */
static GPtrArray *groups_by_code(const CoPlan *plan)
{
    GPtrArray *groups = g_ptr_array_sized_new((guint)plan->n_groups);
    for (int i = 0; i < plan->n_groups; i++)
        g_ptr_array_add(groups, &plan->groups[i]);
    g_ptr_array_sort(groups, compare_groups);
    return groups;
}

static const char *trainer_code(const CoCampaign *campaign, int trainer_idx)
{
    return trainer_idx < 0 ? "" : campaign->trainers[trainer_idx].code;
}

static void append_group(GString *text, const CoCampaign *campaign, const CoGroup *group)
{
    g_autofree char *size = g_strdup_printf("%d", group->n_members);
    const char *const cells[] = {
        group->code,
        campaign->paths[group->path_idx].code,
        group->room_idx < 0 ? "" : campaign->rooms[group->room_idx].code,
        trainer_code(campaign, group->trainer_idx[0]),
        trainer_code(campaign, group->trainer_idx[1]),
        size,
    };
    co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
}

static void append_meeting(GString *text, const CoCampaign *campaign, const CoGroup *group,
                           const CoMeeting *meeting)
{
    const CoModule *module = &campaign->modules[meeting->module_idx];
    char day[CO_DAY_ISO_SIZE];
    g_autofree char *order = g_strdup_printf("%d", module->order);
    g_autofree char *start =
        co_agenda_clock(co_agenda_start_min(&campaign->parameters, meeting->halves));
    g_autofree char *end =
        co_agenda_clock(co_agenda_end_min(&campaign->parameters, meeting->halves));
    bool has_room = module->mode == CO_MODE_IN_PERSON && group->room_idx >= 0;
    const char *const cells[] = {
        group->code,
        module->code,
        order,
        modalite_word(module->mode),
        co_day_to_iso(meeting->day, day),
        co_wording_halves_key(meeting->halves),
        start,
        end,
        has_room ? campaign->rooms[group->room_idx].code : "",
    };
    co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
}

/* @return (transfer full) role codes, "|" between */
static char *role_codes(const CoCampaign *campaign, const CoPerson *person)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < person->n_roles; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "|" : "",
                               campaign->roles[person->role_idx[i]].code);
    return g_string_free(text, FALSE);
}

static void append_member(GString *text, const CoCampaign *campaign, const CoGroup *group,
                          int person_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    g_autofree char *roles = role_codes(campaign, person);
    const char *const cells[] = {
        group->code,   person->id,        campaign->establishments[person->establishment_idx].uai,
        roles,         person->last_name, person->first_name,
        person->email,
    };
    co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
}

/* @return (transfer full) rule ids, the main one first, "|" between */
static char *rule_ids(const CoUnplaced *unplaced)
{
    GString *text = g_string_new(NULL);
    if (unplaced->rules & CO_RULE_BIT(unplaced->main_rule))
        g_string_append(text, co_rule_id(unplaced->main_rule));
    for (CoRule rule = CO_R01; rule < CO_RULE_END; rule++)
        if (rule != unplaced->main_rule && (unplaced->rules & CO_RULE_BIT(rule)))
            g_string_append_printf(text, "%s%s", text->len > 0 ? "|" : "", co_rule_id(rule));
    return g_string_free(text, FALSE);
}

static void append_unplaced(GString *text, const CoOutputContext *context,
                            const CoUnplaced *unplaced)
{
    const CoCampaign *campaign = context->campaign;
    const CoPerson *person = &campaign->people[unplaced->person_idx];
    g_autofree char *roles = role_codes(campaign, person);
    g_autofree char *rules = rule_ids(unplaced);
    g_autofree char *reason = co_wording_unplaced_reason(campaign, context->plan, unplaced);
    g_autofree char *remedy = co_wording_unplaced_remedy(campaign, context->plan, unplaced);
    const char *const cells[] = {
        person->id,
        campaign->establishments[person->establishment_idx].uai,
        roles,
        person->last_name,
        person->first_name,
        person->email,
        rules,
        reason,
        remedy,
    };
    co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
}

static void append_pair(GString *text, const char *key, const char *value)
{
    const char *const cells[] = {key, value};
    co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
}

static void append_number(GString *text, const char *key, int64_t value)
{
    g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, value);
    append_pair(text, key, number);
}

static void append_tier(GString *text, const char *name, const CoTier *tier)
{
    g_autofree char *value_key = g_strconcat(name, "_valeur", NULL);
    g_autofree char *bound_key = g_strconcat(name, "_borne", NULL);
    g_autofree char *gap_key = g_strconcat(name, "_ecart", NULL);
    char gap[G_ASCII_DTOSTR_BUF_SIZE] = NOT_PROVEN;
    append_number(text, value_key, tier->value);
    if (tier->has_bound)
        append_number(text, bound_key, tier->bound);
    else
        append_pair(text, bound_key, NOT_PROVEN);
    if (tier->has_bound && tier->gap_proven)
        g_ascii_formatd(gap, sizeof gap, "%.6f", co_tier_gap(tier));
    append_pair(text, gap_key, gap);
}

static char *groups_table(const CoOutputContext *context)
{
    GString *text = g_string_new("groupe;parcours;salle;formateur_1;formateur_2;effectif\n");
    g_autoptr(GPtrArray) groups = groups_by_code(context->plan);
    for (guint i = 0; i < groups->len; i++)
        append_group(text, context->campaign, g_ptr_array_index(groups, i));
    return g_string_free(text, FALSE);
}

static char *meetings_table(const CoOutputContext *context)
{
    GString *text = g_string_new("groupe;module;ordre;modalite;date;demi;debut;fin;salle\n");
    g_autoptr(GPtrArray) groups = groups_by_code(context->plan);
    for (guint i = 0; i < groups->len; i++) {
        const CoGroup *group = g_ptr_array_index(groups, i);
        for (int m = 0; m < group->n_meetings; m++)
            append_meeting(text, context->campaign, group, &group->meetings[m]);
    }
    return g_string_free(text, FALSE);
}

static char *members_table(const CoOutputContext *context)
{
    GString *text = g_string_new("groupe;personne;uai;role;nom;prenom;courriel\n");
    g_autoptr(GPtrArray) groups = groups_by_code(context->plan);
    for (guint i = 0; i < groups->len; i++) {
        const CoGroup *group = g_ptr_array_index(groups, i);
        for (int m = 0; m < group->n_members; m++)
            append_member(text, context->campaign, group, group->members[m]);
    }
    return g_string_free(text, FALSE);
}

static char *unplaced_table(const CoOutputContext *context)
{
    GString *text = g_string_new("personne;uai;role;nom;prenom;courriel;regles;motif;remede\n");
    for (int i = 0; i < context->plan->n_unplaced; i++)
        append_unplaced(text, context, &context->plan->unplaced[i]);
    return g_string_free(text, FALSE);
}

static char *balance_table(const CoOutputContext *context)
{
    const CoPlan *plan = context->plan;
    int n_placed = co_plan_n_placed(plan);
    GString *text = g_string_new("cle;valeur\n");
    append_pair(text, "statut", co_wording_quality_key(plan->quality));
    append_number(text, "personnes", n_placed + plan->n_unplaced);
    append_number(text, "placees", n_placed);
    append_number(text, "groupes", plan->n_groups);
    append_tier(text, "palier1", &plan->tiers[0]);
    append_tier(text, "palier2", &plan->tiers[1]);
    append_tier(text, "palier3", &plan->tiers[2]);
    append_number(text, "changements", plan->changes);
    append_tier(text, "etape1", &plan->stage1);
    append_number(text, "penalite_non_place", plan->unplaced_penalty);
    append_number(text, "graine", plan->seed);
    append_number(text, "travail", plan->work);
    append_pair(text, "arret", co_wording_stop_key(plan->stop));
    append_number(text, "version", plan->version);
    append_pair(text, "empreinte", plan->digest);
    return g_string_free(text, FALSE);
}

bool co_output_plan_tables(const CoOutputContext *context, const char *folder, GError **error)
{
    g_return_val_if_fail(context != NULL && context->campaign != NULL, false);
    g_return_val_if_fail(context->plan != NULL, false);
    g_return_val_if_fail(folder != NULL && *folder != '\0', false);
    static char *(*const writers[])(const CoOutputContext *) = {
        groups_table, meetings_table, members_table, unplaced_table, balance_table};
    static const CoDeliveryKind kind = {.names = table_names};
    g_autoptr(CoDelivery) delivery = co_delivery_new(folder, &kind, error);
    if (delivery == NULL)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(writers); i++) {
        g_autofree char *text = writers[i](context);
        if (!co_delivery_write(delivery, table_names[i], text, strlen(text), error))
            return false;
    }
    return co_delivery_commit(delivery, error);
}
