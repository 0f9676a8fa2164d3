/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model_groups.h"

#include "bits.h"

int co_groups_model_n_sites(const CoGrpClass *cls)
{
    return co_model_n_places(cls) * cls->n_profiles;
}

static int n_groups_of(const CoGrouping *g, int class_idx)
{
    int locks = co_model_n_locks(g, class_idx);
    return MAX(co_model_most_groups(g, class_idx), locks);
}

int64_t co_groups_model_n_cols(const CoGrouping *g)
{
    int64_t n = (int64_t)g->n_items * (1 + g->n_slots);
    for (int c = 0; c < g->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[c];
        CoModelTeaching *teaching = co_model_teaching_new(g, c);
        int64_t sites = co_groups_model_n_sites(cls);
        int64_t by_slot = 1 + co_model_n_places(cls) + 2 * (int64_t)teaching->n;
        n += n_groups_of(g, c) * (1 + cls->n_patterns + sites * (1 + cls->n_items + teaching->n) +
                                  g->n_slots * by_slot);
        co_model_teaching_free(teaching);
    }
    return n;
}

/* ---- columns ---- */

static int *no_columns(int64_t n)
{
    int *columns = g_new(int, (gsize)n + 1);
    for (int64_t k = 0; k < n; k++)
        columns[k] = -1;
    return columns;
}

static const CoGrpClass *class_of(const CoGroupsModel *m, const CoNumberedGroup *group)
{
    return &m->grouping->classes[group->class_idx];
}

static void add_date_columns(CoGroupsModel *m, CoNumberedGroup *group, int number)
{
    const CoGrpClass *cls = class_of(m, group);
    group->date = no_columns(cls->n_patterns);
    for (int p = 0; p < cls->n_patterns; p++)
        if (co_model_pattern_is_allowed(m->grouping, group->class_idx, p, group->lock))
            group->date[p] =
                co_model_add_col(&m->base, 1, 0, co_model_name(&m->base, "d_g%d_p%d", number, p));
}

static void add_site_columns(CoGroupsModel *m, CoNumberedGroup *group, int number)
{
    const CoGrpClass *cls = class_of(m, group);
    group->site = no_columns(co_groups_model_n_sites(cls));
    for (int site = 0; site < co_groups_model_n_sites(cls); site++) {
        int place = site / cls->n_profiles;
        if (co_model_seats(cls, place) >= cls->min_size &&
            co_model_room_is_allowed(m->grouping, co_model_room(cls, place), group->lock))
            group->site[site] = co_model_add_col(
                &m->base, 1, 0, co_model_name(&m->base, "r_g%d_r%d", number, site));
    }
}

static void add_item_columns(CoGroupsModel *m, CoNumberedGroup *group, int number)
{
    const CoGrouping *g = m->grouping;
    const CoGrpClass *cls = class_of(m, group);
    int n_sites = co_groups_model_n_sites(cls);
    group->item = no_columns((int64_t)cls->n_items * n_sites);
    for (int k = 0; k < cls->n_items * n_sites; k++) {
        int i = cls->items[k / n_sites], site = k % n_sites;
        int place = site / cls->n_profiles, profile = site % cls->n_profiles;
        if (group->site[site] < 0 || !co_model_item_may_join(g, i, group->lock) ||
            !co_model_item_can_sit(g, i, place))
            continue;
        const char *name = co_model_name(&m->base, "x_i%d_g%d_r%d", i, number, site);
        group->item[k] =
            co_model_add_col(&m->base, 1, co_model_item_cost(g, i, place, profile), name);
    }
}

static void add_teaching_columns(CoGroupsModel *m, CoNumberedGroup *group, int number)
{
    const CoGrouping *g = m->grouping;
    const CoGrpClass *cls = class_of(m, group);
    const CoModelTeaching *teaching = m->teaching[group->class_idx];
    int n_sites = co_groups_model_n_sites(cls);
    group->teach = no_columns((int64_t)teaching->n * n_sites);
    for (int k = 0; k < teaching->n * n_sites; k++) {
        int choice = k / n_sites, site = k % n_sites;
        if (group->site[site] < 0 || !co_model_choice_is_allowed(g, teaching, choice, group->lock))
            continue;
        int who = teaching->by_team ? teaching->team[choice] : teaching->trainer[choice][0];
        const char *name =
            co_model_name(&m->base, teaching->by_team ? "z_team%d_g%d_r%d" : "z_trainer%d_g%d_r%d",
                          who, number, site);
        int64_t cost = co_model_choice_cost(g, teaching, choice, site / cls->n_profiles,
                                            site % cls->n_profiles);
        group->teach[k] = co_model_add_col(&m->base, 1, cost, name);
    }
}

static int *twins_of(const CoGrouping *g, const CoGrpClass *cls)
{
    int *twin = g_new(int, (gsize)g->n_slots + 1);
    for (int slot = 0; slot < g->n_slots; slot++) {
        bool together = slot % 2 == 1;
        for (int p = 0; together && p < cls->n_patterns; p++)
            together = co_bits_test(cls->patterns[p].slots, slot) ==
                       co_bits_test(cls->patterns[p].slots, slot - 1);
        twin[slot] = together ? slot - 1 : slot;
    }
    return twin;
}

/* Whether the set has the slot or one that its columns speak for. */
static bool is_blocked(const CoGroupsModel *m, int class_idx, const CoSlotWord *set, int slot)
{
    const int *twin = m->twin[class_idx];
    return co_bits_test(set, slot) || (slot + 1 < m->grouping->n_slots && twin[slot + 1] == slot &&
                                       co_bits_test(set, slot + 1));
}

/* Slots that some dates of the group fill, twins once. */
static void add_slot_columns(CoGroupsModel *m, CoNumberedGroup *group, int number)
{
    const CoGrpClass *cls = class_of(m, group);
    group->slot = no_columns(m->grouping->n_slots);
    for (int p = 0; p < cls->n_patterns; p++) {
        if (group->date[p] < 0)
            continue;
        CO_BITS_EACH(slot, cls->patterns[p].slots, m->grouping->n_words)
        {
            if (group->slot[slot] < 0 && m->twin[group->class_idx][slot] == slot)
                group->slot[slot] = co_model_add_share(
                    &m->base, co_model_name(&m->base, "o_g%d_s%d", number, slot));
        }
    }
}

static bool place_has_site(const CoGrpClass *cls, const CoNumberedGroup *group, int place)
{
    for (int f = 0; f < cls->n_profiles; f++)
        if (group->site[place * cls->n_profiles + f] >= 0)
            return true;
    return false;
}

static void add_room_columns(CoGroupsModel *m, CoNumberedGroup *group, int number)
{
    const CoGrouping *g = m->grouping;
    const CoGrpClass *cls = class_of(m, group);
    int n_places = co_model_n_places(cls);
    group->room = no_columns((int64_t)n_places * g->n_slots);
    for (int place = 0; place < n_places; place++) {
        if (!place_has_site(cls, group, place))
            continue;
        for (int slot = 0; slot < g->n_slots; slot++)
            if (group->slot[slot] >= 0 &&
                !is_blocked(m, group->class_idx, g->room_busy[cls->rooms[place]], slot))
                group->room[place * g->n_slots + slot] = co_model_add_share(
                    &m->base, co_model_name(&m->base, "q_g%d_r%d_s%d", number, place, slot));
    }
}

static bool may_teach(const CoModelTeaching *teaching, const CoNumberedGroup *group, int n_sites,
                      int trainer)
{
    for (int k = 0; k < teaching->n * n_sites; k++)
        if (group->teach[k] >= 0 && co_model_teaches(teaching, k / n_sites, trainer))
            return true;
    return false;
}

static void add_trainer_columns(CoGroupsModel *m, CoNumberedGroup *group, int number)
{
    const CoGrouping *g = m->grouping;
    const CoModelTeaching *teaching = m->teaching[group->class_idx];
    int n_sites = co_groups_model_n_sites(class_of(m, group));
    group->trainer = no_columns((int64_t)g->n_trainers * g->n_slots);
    for (int t = 0; t < g->n_trainers; t++) {
        if (!may_teach(teaching, group, n_sites, t))
            continue;
        for (int slot = 0; slot < g->n_slots; slot++)
            if (group->slot[slot] >= 0 &&
                !is_blocked(m, group->class_idx, g->trainers[t].busy_away, slot))
                group->trainer[t * g->n_slots + slot] = co_model_add_share(
                    &m->base, co_model_name(&m->base, "a_t%d_g%d_s%d", t, number, slot));
    }
}

static void add_group(CoGroupsModel *m, int class_idx, int lock)
{
    int number = m->n_groups++;
    CoNumberedGroup *group = &m->groups[number];
    const CoGrpClass *cls = &m->grouping->classes[class_idx];
    group->class_idx = class_idx;
    group->lock = lock;
    group->open = co_model_add_col(&m->base, 1, cls->group_cents,
                                   co_model_name(&m->base, "v_g%d_c%d", number, class_idx));
    add_date_columns(m, group, number);
    add_site_columns(m, group, number);
    add_item_columns(m, group, number);
    add_teaching_columns(m, group, number);
    add_slot_columns(m, group, number);
    if (cls->n_in_person > 0)
        add_room_columns(m, group, number);
    add_trainer_columns(m, group, number);
}

static void add_groups(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    int most = 0;
    for (int c = 0; c < g->n_classes; c++)
        most += n_groups_of(g, c);
    m->groups = g_new0(CoNumberedGroup, (gsize)most + 1);
    for (int c = 0; c < g->n_classes; c++) {
        for (int lock = 0; lock < g->n_locks; lock++)
            if (g->locks[lock].class_idx == c)
                add_group(m, c, lock);
        for (int k = co_model_n_locks(g, c); k < n_groups_of(g, c); k++)
            add_group(m, c, -1);
    }
}

static void add_unplaced_columns(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    m->unplaced = no_columns(g->n_items);
    for (int i = 0; i < g->n_items; i++)
        if (g->items[i].lock < 0)
            m->unplaced[i] = co_model_add_col(&m->base, 1, 0, co_model_name(&m->base, "u_i%d", i));
}

static bool class_meets(const CoGroupsModel *m, int class_idx, int slot)
{
    for (int k = 0; k < m->n_groups; k++)
        if (m->groups[k].class_idx == class_idx && m->groups[k].slot[slot] >= 0)
            return true;
    return false;
}

/* Items whose absence counts in R01 (they teach), R08 or R09. */
static void add_away_columns(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    m->away = no_columns((int64_t)g->n_items * g->n_slots);
    for (int i = 0; i < g->n_items; i++) {
        const CoGrpItem *item = &g->items[i];
        bool counts =
            item->trainer >= 0 ||
            (item->heads >= 0 && item->n_heads > 0 && co_model_heads_bind(g, item->heads)) ||
            (item->office >= 0 && item->n_service > 0 && co_model_office_binds(g, item->office));
        for (int slot = 0; counts && slot < g->n_slots; slot++)
            if (class_meets(m, item->class_idx, slot) &&
                !is_blocked(m, item->class_idx, item->busy_away, slot))
                m->away[i * g->n_slots + slot] =
                    co_model_add_share(&m->base, co_model_name(&m->base, "w_i%d_s%d", i, slot));
    }
}

CoGroupsModel *co_groups_model_new(const CoGrouping *grouping, bool named)
{
    CoGroupsModel *m = g_new0(CoGroupsModel, 1);
    m->grouping = grouping;
    co_model_base_init(&m->base, named);
    m->teaching = g_new0(CoModelTeaching *, (gsize)grouping->n_classes + 1);
    m->twin = g_new0(int *, (gsize)grouping->n_classes + 1);
    for (int c = 0; c < grouping->n_classes; c++) {
        m->teaching[c] = co_model_teaching_new(grouping, c);
        m->twin[c] = twins_of(grouping, &grouping->classes[c]);
    }
    add_unplaced_columns(m);
    add_groups(m);
    add_away_columns(m);
    co_groups_model_add_rows(m);
    co_model_set_objective(&m->base, grouping, m->unplaced, (double)grouping->unplaced_penalty, 1);
    return m;
}

static void clear_group(CoNumberedGroup *group)
{
    g_free(group->date);
    g_free(group->site);
    g_free(group->item);
    g_free(group->teach);
    g_free(group->slot);
    g_free(group->room);
    g_free(group->trainer);
}

void co_groups_model_free(CoGroupsModel *m)
{
    if (m == NULL)
        return;
    for (int k = 0; k < m->n_groups; k++)
        clear_group(&m->groups[k]);
    for (int c = 0; c < m->grouping->n_classes; c++) {
        co_model_teaching_free(m->teaching[c]);
        g_free(m->twin[c]);
    }
    g_free(m->teaching);
    g_free(m->twin);
    g_free(m->groups);
    g_free(m->unplaced);
    g_free(m->away);
    co_model_base_clear(&m->base);
    g_free(m);
}
