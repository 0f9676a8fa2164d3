/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of stage 1 on bundles, one function each. R03, R04, R10, R16, R17 and R18 say which
 * columns exist; R15 is the bundle itself. */
#include "model_bundles.h"

#include "bits.h"
#include "lp_gather.h"

/* Terms by slot of one resource, and what it can bear. */
typedef struct Load {
    CoBundlesModel *model;
    CoLpGather *slots;
    const int *limits; /* by slot, or NULL: */
    int limit;         /* the same in every slot */
} Load;

static void load_begin(Load *load, CoBundlesModel *m)
{
    *load = (Load){.model = m, .slots = g_new0(CoLpGather, (gsize)m->grouping->n_slots + 1)};
}

static void load_end(Load *load)
{
    for (int s = 0; s < load->model->grouping->n_slots; s++)
        co_lp_gather_clear(&load->slots[s]);
    g_free(load->slots);
}

static void load_add(Load *load, int col, double amount, const CoSlotWord *slots)
{
    if (col < 0)
        return;
    CO_BITS_EACH(slot, slots, load->model->grouping->n_words)
    {
        co_lp_gather(&load->slots[slot], col, amount);
    }
}

static bool can_bind(const CoLpGather *row, int limit)
{
    double sum = 0;
    for (int k = 0; k < row->n; k++)
        sum += row->values[k];
    return sum > limit;
}

/* Adds the rows and empties the load. The two halves of a day are mostly used together: one row
 * will do for both. */
static void load_close(Load *load, const char *rule)
{
    CoBundlesModel *m = load->model;
    g_auto(CoLpGather) last = {0};
    int last_limit = -1;
    for (int slot = 0; slot < m->grouping->n_slots; slot++) {
        CoLpGather *row = &load->slots[slot];
        int limit = load->limits != NULL ? load->limits[slot] : load->limit;
        if (!can_bind(row, limit) || (limit == last_limit && co_lp_gather_is_like(row, &last))) {
            row->n = 0;
            continue;
        }
        co_lp_gather_copy(&last, row);
        last_limit = limit;
        const char *name = co_model_name(&m->base, "%s_s%d", rule, slot);
        co_lp_gather_close(row, m->base.lp, name, -CO_LP_INF, limit);
    }
}

static const CoSlotWord *slots_of(const CoBundlesModel *m, const CoBundle *bundle)
{
    return m->grouping->classes[bundle->class_idx].patterns[bundle->pattern].slots;
}

/* R14, R12: each item once, or unplaced. */
static void r14_once(CoBundlesModel *m)
{
    g_auto(CoLpGather) row = {0};
    for (int c = 0; c < m->grouping->n_classes; c++) {
        const CoGrpClass *cls = &m->grouping->classes[c];
        for (int k = 0; k < cls->n_items; k++) {
            for (guint b = 0; b < m->bundles->len; b++)
                if (CO_BUNDLE(m, b)->class_idx == c)
                    co_lp_gather(&row, CO_BUNDLE(m, b)->item[k], 1);
            co_lp_gather(&row, m->unplaced[cls->items[k]], 1);
            co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r14_i%d", cls->items[k]),
                               1, 1);
        }
    }
}

/* R02: seats and smallest size of a bundle's group; nobody where there is no group. */
static void r02_size(CoBundlesModel *m)
{
    g_auto(CoLpGather) most = {0}, least = {0}, link = {0};
    for (guint b = 0; b < m->bundles->len; b++) {
        const CoBundle *bundle = CO_BUNDLE(m, b);
        const CoGrpClass *cls = &m->grouping->classes[bundle->class_idx];
        for (int k = 0; k < cls->n_items; k++) {
            if (bundle->item[k] < 0)
                continue;
            double persons = m->grouping->items[cls->items[k]].n_persons;
            co_lp_gather(&most, bundle->item[k], persons);
            co_lp_gather(&least, bundle->item[k], persons);
            co_lp_gather(&link, bundle->item[k], 1);
            co_lp_gather(&link, bundle->column, -1);
            co_lp_gather_close(&link, m->base.lp,
                               co_model_name(&m->base, "r02_link_i%d_b%u", cls->items[k], b),
                               -CO_LP_INF, 0);
        }
        co_lp_gather(&most, bundle->column, -co_model_seats(cls, bundle->place));
        co_lp_gather(&least, bundle->column, -cls->min_size);
        co_lp_gather_close(&most, m->base.lp, co_model_name(&m->base, "r02_most_b%u", b),
                           -CO_LP_INF, 0);
        co_lp_gather_close(&least, m->base.lp, co_model_name(&m->base, "r02_least_b%u", b), 0,
                           CO_LP_INF);
    }
}

/* R01: a room holds one group at a time. */
static void r01_room(CoBundlesModel *m)
{
    const CoGrouping *g = m->grouping;
    Load load;
    load_begin(&load, m);
    load.limit = 1;
    for (int room = 0; room < g->n_rooms; room++) {
        for (guint b = 0; b < m->bundles->len; b++) {
            const CoBundle *bundle = CO_BUNDLE(m, b);
            const CoGrpClass *cls = &g->classes[bundle->class_idx];
            int local = co_model_room(cls, bundle->place);
            if (local >= 0 && cls->rooms[local] == room)
                load_add(&load, bundle->column, 1, slots_of(m, bundle));
        }
        char rule[32];
        g_snprintf(rule, sizeof rule, "r01_room%d", room);
        load_close(&load, rule);
    }
    load_end(&load);
}

static int position_of_trainer(const CoGrouping *g, const CoGrpClass *cls, int trainer)
{
    for (int k = 0; k < cls->n_items; k++)
        if (g->items[cls->items[k]].trainer == trainer)
            return k;
    return -1;
}

static void load_trainer(Load *load, const CoBundle *bundle, int trainer)
{
    const CoBundlesModel *m = load->model;
    const CoModelTeaching *teaching = m->teaching[bundle->class_idx];
    for (int k = 0; k < teaching->n; k++)
        if (co_model_teaches(teaching, k, trainer))
            load_add(load, bundle->teach[k], 1, slots_of(m, bundle));
    const CoGrpClass *cls = &m->grouping->classes[bundle->class_idx];
    int self = position_of_trainer(m->grouping, cls, trainer);
    if (self >= 0)
        load_add(load, bundle->item[self], 1, slots_of(m, bundle));
}

/* R01: a trainer teaches one group at a time, and sits in none as a participant then. */
static void r01_trainer(CoBundlesModel *m)
{
    Load load;
    load_begin(&load, m);
    load.limit = 1;
    for (int t = 0; t < m->grouping->n_trainers; t++) {
        for (guint b = 0; b < m->bundles->len; b++)
            load_trainer(&load, CO_BUNDLE(m, b), t);
        char rule[32];
        g_snprintf(rule, sizeof rule, "r01_trainer%d", t);
        load_close(&load, rule);
    }
    load_end(&load);
}

/* R05: so many groups on FM1 at once. */
static void r05_fm1_capacity(CoBundlesModel *m)
{
    Load load;
    load_begin(&load, m);
    load.limits = m->grouping->fm1_capacity;
    for (guint b = 0; b < m->bundles->len; b++) {
        const CoBundle *bundle = CO_BUNDLE(m, b);
        const CoGrpClass *cls = &m->grouping->classes[bundle->class_idx];
        load_add(&load, bundle->column, 1, cls->patterns[bundle->pattern].fm1_slots);
    }
    load_close(&load, "r05");
    load_end(&load);
}

/* R06: a group has its team, without two trainers who may not teach together. */
static void r06_team(CoBundlesModel *m)
{
    g_auto(CoLpGather) row = {0};
    for (guint b = 0; b < m->bundles->len; b++) {
        const CoBundle *bundle = CO_BUNDLE(m, b);
        const CoModelTeaching *teaching = m->teaching[bundle->class_idx];
        for (int k = 0; k < teaching->n; k++)
            co_lp_gather(&row, bundle->teach[k], 1);
        co_lp_gather(&row, bundle->column, -teaching->per_group);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r06_b%u", b), 0, 0);
        for (int q = 0; q < teaching->n_cliques; q++) {
            for (const int *k = teaching->cliques[q]; *k >= 0; k++)
                co_lp_gather(&row, bundle->teach[*k], 1);
            co_lp_gather(&row, bundle->column, -1);
            co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r06_pair%d_b%u", q, b),
                               -CO_LP_INF, 0);
        }
    }
}

/* R07: half-days taught over the plan, virtual classes included. */
static void r07_trainer_days(CoBundlesModel *m)
{
    const CoGrouping *g = m->grouping;
    g_auto(CoLpGather) row = {0};
    for (int t = 0; t < g->n_trainers; t++) {
        if (g->trainers[t].max_slots < 0)
            continue;
        for (guint b = 0; b < m->bundles->len; b++) {
            const CoBundle *bundle = CO_BUNDLE(m, b);
            const CoModelTeaching *teaching = m->teaching[bundle->class_idx];
            for (int k = 0; k < teaching->n; k++)
                if (co_model_teaches(teaching, k, t))
                    co_lp_gather(&row, bundle->teach[k],
                                 g->classes[bundle->class_idx].n_sync_slots);
        }
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r07_trainer%d", t),
                           -CO_LP_INF, g->trainers[t].max_slots);
    }
}

static int trainers_of_office(const CoGrouping *g, const int *trainer, int office)
{
    int n = 0;
    for (int k = 0; k < 2; k++)
        n += trainer[k] >= 0 && g->trainers[trainer[k]].service &&
             g->trainers[trainer[k]].office == office;
    return n;
}

static void load_office(Load *load, const CoBundle *bundle, int office)
{
    const CoBundlesModel *m = load->model;
    const CoGrouping *g = m->grouping;
    const CoGrpClass *cls = &g->classes[bundle->class_idx];
    const CoModelTeaching *teaching = m->teaching[bundle->class_idx];
    for (int k = 0; k < cls->n_items; k++) {
        const CoGrpItem *item = &g->items[cls->items[k]];
        if (item->office == office && item->n_service > 0)
            load_add(load, bundle->item[k], item->n_service, slots_of(m, bundle));
    }
    for (int k = 0; k < teaching->n; k++) {
        int n = trainers_of_office(g, teaching->trainer[k], office);
        if (n > 0)
            load_add(load, bundle->teach[k], n, slots_of(m, bundle));
    }
}

/* R08: members and trainers away from one office at once. */
static void r08_continuity(CoBundlesModel *m)
{
    Load load;
    load_begin(&load, m);
    for (int office = 0; office < m->grouping->n_offices; office++) {
        if (!co_model_office_binds(m->grouping, office))
            continue;
        for (guint b = 0; b < m->bundles->len; b++)
            load_office(&load, CO_BUNDLE(m, b), office);
        char rule[32];
        g_snprintf(rule, sizeof rule, "r08_office%d", office);
        load.limit = m->grouping->office_limit[office];
        load_close(&load, rule);
    }
    load_end(&load);
}

/* R09: heads and general secretaries of one establishment never all away. */
static void r09_heads(CoBundlesModel *m)
{
    const CoGrouping *g = m->grouping;
    Load load;
    load_begin(&load, m);
    for (int heads = 0; heads < g->n_heads; heads++) {
        for (guint b = 0; b < m->bundles->len; b++) {
            const CoBundle *bundle = CO_BUNDLE(m, b);
            const CoGrpClass *cls = &g->classes[bundle->class_idx];
            for (int k = 0; k < cls->n_items; k++) {
                const CoGrpItem *item = &g->items[cls->items[k]];
                if (item->heads == heads && item->n_heads > 0)
                    load_add(&load, bundle->item[k], item->n_heads, slots_of(m, bundle));
            }
        }
        char rule[32];
        g_snprintf(rule, sizeof rule, "r09_heads%d", heads);
        load.limit = g->heads_limit[heads];
        load_close(&load, rule);
    }
    load_end(&load);
}

static void gather_groups(const CoBundlesModel *m, int class_idx, double times, CoLpGather *row)
{
    for (guint b = 0; b < m->bundles->len; b++)
        if (CO_BUNDLE(m, b)->class_idx == class_idx)
            co_lp_gather(row, CO_BUNDLE(m, b)->column, times);
}

/* R11: groups of a class, and how many it takes to seat everybody. */
static void r11_group_count(CoBundlesModel *m)
{
    const CoGrouping *g = m->grouping;
    g_auto(CoLpGather) row = {0};
    for (int c = 0; c < g->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[c];
        gather_groups(m, c, 1, &row);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r11_c%d", c), cls->min_groups,
                           cls->max_groups >= 0 ? cls->max_groups : CO_LP_INF);
        CoModelLeast least = co_model_least_groups(g, c);
        gather_groups(m, c, least.per_group, &row);
        for (int k = 0; k < cls->n_items; k++)
            co_lp_gather(&row, m->unplaced[cls->items[k]], g->items[cls->items[k]].n_persons);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r11_least_c%d", c), least.sum,
                           CO_LP_INF);
    }
}

/* R13: every mandatory group is there, on one of its bundles. */
static void r13_locks(CoBundlesModel *m)
{
    g_auto(CoLpGather) row = {0};
    for (int lock = 0; lock < m->grouping->n_locks; lock++) {
        for (guint b = 0; b < m->bundles->len; b++)
            if (CO_BUNDLE(m, b)->lock == lock)
                co_lp_gather(&row, CO_BUNDLE(m, b)->column, 1);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r13_l%d", lock), 1, 1);
    }
}

/* Copies are alike: taken in order. */
static void order_copies(CoBundlesModel *m)
{
    g_auto(CoLpGather) row = {0};
    for (guint b = 1; b < m->bundles->len; b++) {
        if (CO_BUNDLE(m, b)->copy == 0)
            continue;
        co_lp_gather(&row, CO_BUNDLE(m, b - 1)->column, 1);
        co_lp_gather(&row, CO_BUNDLE(m, b)->column, -1);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "order_b%u", b), 0, CO_LP_INF);
    }
}

static bool rides_along(const CoBundlesModel *m, const CoBundle *bundle, int position, int cluster)
{
    const CoGrpClass *cls = &m->grouping->classes[bundle->class_idx];
    return bundle->item[position] >= 0 &&
           m->grouping->items[cls->items[position]].cluster == cluster;
}

static int add_cars_column(CoBundlesModel *m, guint b, int first)
{
    const CoGrouping *g = m->grouping;
    const CoBundle *bundle = CO_BUNDLE(m, b);
    const CoGrpClass *cls = &g->classes[bundle->class_idx];
    const CoGrpItem *item = &g->items[cls->items[first]];
    int persons = 0;
    for (int k = first; k < cls->n_items; k++)
        if (rides_along(m, bundle, k, item->cluster))
            persons += g->items[cls->items[k]].n_persons;
    int at = bundle->place * cls->n_profiles + cls->patterns[bundle->pattern].profile;
    return co_model_add_col(&m->base, co_model_cars(g, persons), item->mileage[at],
                            co_model_name(&m->base, "cars_k%d_b%u", item->cluster, b));
}

/* The cars of one cluster on one bundle, begun at its first item: seats for all, and at least what
 * each member alone needs. */
static void share_cars(CoBundlesModel *m, guint b, int first)
{
    const CoGrouping *g = m->grouping;
    const CoBundle *bundle = CO_BUNDLE(m, b);
    const CoGrpClass *cls = &g->classes[bundle->class_idx];
    int cluster = g->items[cls->items[first]].cluster;
    int cars = add_cars_column(m, b, first);
    g_auto(CoLpGather) seats = {0}, link = {0};
    for (int k = first; k < cls->n_items; k++) {
        if (!rides_along(m, bundle, k, cluster))
            continue;
        int i = cls->items[k];
        co_lp_gather(&seats, bundle->item[k], g->items[i].n_persons);
        co_lp_gather(&link, bundle->item[k], co_model_cars(g, g->items[i].n_persons));
        co_lp_gather(&link, cars, -1);
        co_lp_gather_close(&link, m->base.lp, co_model_name(&m->base, "cars_link_i%d_b%u", i, b),
                           -CO_LP_INF, 0);
    }
    co_lp_gather(&seats, cars, -g->car_seats);
    co_lp_gather_close(&seats, m->base.lp, co_model_name(&m->base, "cars_k%d_b%u", cluster, b),
                       -CO_LP_INF, 0);
}

static bool is_first_of_cluster(const CoBundlesModel *m, const CoBundle *bundle, int position)
{
    const CoGrpClass *cls = &m->grouping->classes[bundle->class_idx];
    int cluster = m->grouping->items[cls->items[position]].cluster;
    for (int k = 0; k < position; k++)
        if (bundle->item[k] >= 0 && m->grouping->items[cls->items[k]].cluster == cluster)
            return false;
    return true;
}

/* Cost of the members' cars where they are shared: ceil(n / seats) per cluster and group. */
static void car_sharing(CoBundlesModel *m)
{
    const CoGrouping *g = m->grouping;
    for (guint b = 0; b < m->bundles->len; b++) {
        const CoBundle *bundle = CO_BUNDLE(m, b);
        const CoGrpClass *cls = &g->classes[bundle->class_idx];
        int profile = cls->patterns[bundle->pattern].profile;
        for (int k = 0; k < cls->n_items; k++)
            if (bundle->item[k] >= 0 &&
                co_model_shares_cars(g, cls->items[k], bundle->place, profile) &&
                is_first_of_cluster(m, bundle, k))
                share_cars(m, b, k);
    }
}

void co_bundles_model_add_rows(CoBundlesModel *m)
{
    r14_once(m);
    r02_size(m);
    r01_room(m);
    r01_trainer(m);
    r05_fm1_capacity(m);
    r06_team(m);
    r07_trainer_days(m);
    r08_continuity(m);
    r09_heads(m);
    r11_group_count(m);
    r13_locks(m);
    order_copies(m);
    car_sharing(m);
}
