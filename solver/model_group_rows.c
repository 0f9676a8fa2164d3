/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of stage 1 on numbered groups, one function each. R15 is the group itself. */
#include "model_groups.h"

#include "bits.h"
#include "lp_gather.h"

/* What most rows need. */
typedef struct Here {
    CoGroupsModel *m;
    const CoGrouping *g;
    const CoGrpClass *cls;
    const CoModelTeaching *teaching;
    const CoNumberedGroup *group;
    int number, n_sites;
} Here;

static Here here_at(CoGroupsModel *m, int number)
{
    const CoNumberedGroup *group = &m->groups[number];
    const CoGrpClass *cls = &m->grouping->classes[group->class_idx];
    return (Here){.m = m,
                  .g = m->grouping,
                  .cls = cls,
                  .teaching = m->teaching[group->class_idx],
                  .group = group,
                  .number = number,
                  .n_sites = co_groups_model_n_sites(cls)};
}

static void gather_item(const Here *h, CoLpGather *row, int position, double times)
{
    for (int site = 0; site < h->n_sites; site++)
        co_lp_gather(row, h->group->item[position * h->n_sites + site], times);
}

static void gather_place(const Here *h, CoLpGather *row, int place, double times)
{
    for (int f = 0; f < h->cls->n_profiles; f++)
        co_lp_gather(row, h->group->site[place * h->cls->n_profiles + f], times);
}

/* A group, if open, has one pattern and one site, of the same profile. */
static void one_calendar(const Here *h)
{
    CoModelBase *base = &h->m->base;
    g_auto(CoLpGather) row = {0};
    for (int p = 0; p < h->cls->n_patterns; p++)
        co_lp_gather(&row, h->group->date[p], 1);
    co_lp_gather(&row, h->group->open, -1);
    co_lp_gather_close(&row, base->lp, co_model_name(base, "dates_g%d", h->number), 0, 0);
    for (int profile = 0; profile < h->cls->n_profiles; profile++) {
        for (int place = 0; place < co_model_n_places(h->cls); place++)
            co_lp_gather(&row, h->group->site[place * h->cls->n_profiles + profile], 1);
        for (int p = 0; p < h->cls->n_patterns; p++)
            if (h->cls->patterns[p].profile == profile)
                co_lp_gather(&row, h->group->date[p], -1);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "r15_g%d_f%d", h->number, profile),
                           0, 0);
    }
}

/* R03, R05: not in a room or on FM1 when these are closed. The slots say so too, less tightly. */
static void r03_room_dates(const Here *h)
{
    CoModelBase *base = &h->m->base;
    g_auto(CoLpGather) row = {0};
    for (int place = 0; place < co_model_n_places(h->cls); place++) {
        for (int p = 0; p < h->cls->n_patterns; p++)
            if (!co_model_place_is_free(h->g, h->group->class_idx, place, p))
                co_lp_gather(&row, h->group->date[p], 1);
        gather_place(h, &row, place, 1);
        co_lp_gather(&row, h->group->open, -1);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "r03_g%d_r%d", h->number, place),
                           -CO_LP_INF, 0);
    }
}

/* R03, R04, R10: an item only in a group whose dates suit it. */
static void r04_item_dates(const Here *h)
{
    CoModelBase *base = &h->m->base;
    g_auto(CoLpGather) row = {0};
    for (int k = 0; k < h->cls->n_items; k++) {
        int i = h->cls->items[k];
        for (int p = 0; p < h->cls->n_patterns; p++)
            if (!co_model_item_can_come(h->g, i, p))
                co_lp_gather(&row, h->group->date[p], 1);
        gather_item(h, &row, k, 1);
        co_lp_gather(&row, h->group->open, -1);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "r04_i%d_g%d", i, h->number),
                           -CO_LP_INF, 0);
    }
}

/* R02: seats and smallest size at the site taken; nobody elsewhere. */
static void r02_size(const Here *h)
{
    CoModelBase *base = &h->m->base;
    g_auto(CoLpGather) most = {0}, least = {0}, link = {0};
    for (int site = 0; site < h->n_sites; site++) {
        int here = h->group->site[site];
        for (int k = 0; here >= 0 && k < h->cls->n_items; k++) {
            int i = h->cls->items[k], col = h->group->item[k * h->n_sites + site];
            if (col < 0)
                continue;
            co_lp_gather(&most, col, h->g->items[i].n_persons);
            co_lp_gather(&least, col, h->g->items[i].n_persons);
            co_lp_gather(&link, col, 1);
            co_lp_gather(&link, here, -1);
            co_lp_gather_close(&link, base->lp,
                               co_model_name(base, "r02_link_i%d_g%d_r%d", i, h->number, site),
                               -CO_LP_INF, 0);
        }
        co_lp_gather(&most, here, -co_model_seats(h->cls, site / h->cls->n_profiles));
        co_lp_gather(&least, here, -h->cls->min_size);
        co_lp_gather_close(&most, base->lp,
                           co_model_name(base, "r02_most_g%d_r%d", h->number, site), -CO_LP_INF, 0);
        co_lp_gather_close(&least, base->lp,
                           co_model_name(base, "r02_least_g%d_r%d", h->number, site), 0, CO_LP_INF);
    }
}

/* R06: the team at the site taken. */
static void r06_team(const Here *h)
{
    CoModelBase *base = &h->m->base;
    const CoModelTeaching *teaching = h->teaching;
    g_auto(CoLpGather) row = {0};
    for (int site = 0; site < h->n_sites; site++) {
        int here = h->group->site[site];
        for (int k = 0; k < teaching->n; k++)
            co_lp_gather(&row, h->group->teach[k * h->n_sites + site], 1);
        co_lp_gather(&row, here, -teaching->per_group);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "r06_g%d_r%d", h->number, site), 0,
                           0);
        for (int q = 0; here >= 0 && q < teaching->n_cliques; q++) {
            for (const int *k = teaching->cliques[q]; *k >= 0; k++)
                co_lp_gather(&row, h->group->teach[*k * h->n_sites + site], 1);
            co_lp_gather(&row, here, -1);
            co_lp_gather_close(&row, base->lp,
                               co_model_name(base, "r06_pair%d_g%d_r%d", q, h->number, site),
                               -CO_LP_INF, 0);
        }
    }
}

/* R03, R07, R10: a team only in a group whose dates suit it. The slots say so too, less tightly. */
static void r03_team_dates(const Here *h)
{
    CoModelBase *base = &h->m->base;
    g_auto(CoLpGather) row = {0};
    for (int k = 0; k < h->teaching->n; k++) {
        for (int p = 0; p < h->cls->n_patterns; p++)
            if (!co_model_choice_can_come(h->g, h->teaching, k, p))
                co_lp_gather(&row, h->group->date[p], 1);
        for (int site = 0; site < h->n_sites; site++)
            co_lp_gather(&row, h->group->teach[k * h->n_sites + site], 1);
        co_lp_gather(&row, h->group->open, -1);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "r03_team%d_g%d", k, h->number),
                           -CO_LP_INF, 0);
    }
}

/* The slots filled follow from the pattern. */
static void slots_of_dates(const Here *h)
{
    CoModelBase *base = &h->m->base;
    g_auto(CoLpGather) row = {0};
    for (int slot = 0; slot < h->g->n_slots; slot++) {
        if (h->group->slot[slot] < 0)
            continue;
        for (int p = 0; p < h->cls->n_patterns; p++)
            if (co_bits_test(h->cls->patterns[p].slots, slot))
                co_lp_gather(&row, h->group->date[p], 1);
        co_lp_gather(&row, h->group->slot[slot], -1);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "slot_g%d_s%d", h->number, slot), 0,
                           0);
    }
}

/* Where a meeting is: in the room of the site taken. */
static void rooms_of_slots(const Here *h)
{
    CoModelBase *base = &h->m->base;
    int n_places = co_model_n_places(h->cls), n_slots = h->g->n_slots;
    g_auto(CoLpGather) row = {0};
    for (int slot = 0; h->group->room != NULL && slot < n_slots; slot++) {
        if (h->group->slot[slot] < 0)
            continue;
        for (int place = 0; place < n_places; place++)
            co_lp_gather(&row, h->group->room[place * n_slots + slot], 1);
        co_lp_gather(&row, h->group->slot[slot], -1);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "room_g%d_s%d", h->number, slot), 0,
                           0);
        for (int place = 0; place < n_places; place++) {
            int col = h->group->room[place * n_slots + slot];
            if (col < 0)
                continue;
            co_lp_gather(&row, col, 1);
            gather_place(h, &row, place, -1);
            co_lp_gather_close(&row, base->lp,
                               co_model_name(base, "room_g%d_r%d_s%d", h->number, place, slot),
                               -CO_LP_INF, 0);
        }
    }
}

static void gather_trainer(const Here *h, CoLpGather *row, int trainer, double times)
{
    for (int k = 0; k < h->teaching->n * h->n_sites; k++)
        if (co_model_teaches(h->teaching, k / h->n_sites, trainer))
            co_lp_gather(row, h->group->teach[k], times);
}

/* Who teaches a meeting: the trainers of the team. */
static void trainers_of_slots(const Here *h)
{
    CoModelBase *base = &h->m->base;
    int n_slots = h->g->n_slots;
    g_auto(CoLpGather) row = {0};
    for (int slot = 0; slot < n_slots; slot++) {
        if (h->group->slot[slot] < 0)
            continue;
        for (int t = 0; t < h->g->n_trainers; t++)
            co_lp_gather(&row, h->group->trainer[t * n_slots + slot], 1);
        co_lp_gather(&row, h->group->slot[slot], -h->cls->team_size);
        co_lp_gather_close(&row, base->lp, co_model_name(base, "team_g%d_s%d", h->number, slot), 0,
                           0);
        for (int t = 0; t < h->g->n_trainers; t++) {
            int col = h->group->trainer[t * n_slots + slot];
            if (col < 0)
                continue;
            co_lp_gather(&row, col, 1);
            gather_trainer(h, &row, t, -1);
            co_lp_gather_close(&row, base->lp,
                               co_model_name(base, "team_t%d_g%d_s%d", t, h->number, slot),
                               -CO_LP_INF, 0);
        }
    }
}

/* An item is away when its group meets. */
static void items_of_slots(const Here *h)
{
    CoModelBase *base = &h->m->base;
    g_auto(CoLpGather) row = {0};
    for (int k = 0; k < h->cls->n_items; k++) {
        int i = h->cls->items[k];
        for (int slot = 0; slot < h->g->n_slots; slot++) {
            int away = h->m->away[i * h->g->n_slots + slot];
            if (away < 0 || h->group->slot[slot] < 0)
                continue;
            gather_item(h, &row, k, 1);
            co_lp_gather(&row, h->group->slot[slot], 1);
            co_lp_gather(&row, away, -1);
            co_lp_gather_close(&row, base->lp,
                               co_model_name(base, "away_i%d_g%d_s%d", i, h->number, slot),
                               -CO_LP_INF, 1);
        }
    }
}

/* Cars of one cluster in one group and site, begun at its first item: seats for all, and at least
 * what each member alone needs. */
static void share_cars(const Here *h, int first, int site)
{
    CoModelBase *base = &h->m->base;
    const CoGrpItem *item = &h->g->items[h->cls->items[first]];
    int cars =
        co_model_add_col(base, co_model_cars(h->g, co_model_n_persons(h->g, h->group->class_idx)),
                         item->mileage[site],
                         co_model_name(base, "cars_k%d_g%d_r%d", item->cluster, h->number, site));
    g_auto(CoLpGather) seats = {0}, link = {0};
    for (int k = first; k < h->cls->n_items; k++) {
        int i = h->cls->items[k], col = h->group->item[k * h->n_sites + site];
        if (col < 0 || h->g->items[i].cluster != item->cluster)
            continue;
        co_lp_gather(&seats, col, h->g->items[i].n_persons);
        co_lp_gather(&link, col, co_model_cars(h->g, h->g->items[i].n_persons));
        co_lp_gather(&link, cars, -1);
        co_lp_gather_close(&link, base->lp,
                           co_model_name(base, "cars_link_i%d_g%d_r%d", i, h->number, site),
                           -CO_LP_INF, 0);
    }
    co_lp_gather(&seats, cars, -h->g->car_seats);
    co_lp_gather_close(&seats, base->lp,
                       co_model_name(base, "cars_k%d_g%d_r%d", item->cluster, h->number, site),
                       -CO_LP_INF, 0);
}

static bool is_first_of_cluster(const Here *h, int position, int site)
{
    int cluster = h->g->items[h->cls->items[position]].cluster;
    for (int k = 0; k < position; k++)
        if (h->group->item[k * h->n_sites + site] >= 0 &&
            h->g->items[h->cls->items[k]].cluster == cluster)
            return false;
    return true;
}

/* Cost of the members' cars where they are shared: ceil(n / seats) per cluster and group. */
static void car_sharing(const Here *h)
{
    for (int site = 0; site < h->n_sites; site++)
        for (int k = 0; k < h->cls->n_items; k++)
            if (h->group->item[k * h->n_sites + site] >= 0 &&
                co_model_shares_cars(h->g, h->cls->items[k], site / h->cls->n_profiles,
                                     site % h->cls->n_profiles) &&
                is_first_of_cluster(h, k, site))
                share_cars(h, k, site);
}

/* Ordinary groups of a class are alike: open ones first, in the order of their patterns. */
static void order_groups(const Here *h)
{
    CoModelBase *base = &h->m->base;
    if (h->number == 0)
        return;
    const CoNumberedGroup *before = h->group - 1;
    if (before->class_idx != h->group->class_idx || before->lock >= 0 || h->group->lock >= 0)
        return;
    g_auto(CoLpGather) row = {0};
    co_lp_gather(&row, before->open, 1);
    co_lp_gather(&row, h->group->open, -1);
    co_lp_gather_close(&row, base->lp, co_model_name(base, "order_open_g%d", h->number), 0,
                       CO_LP_INF);
    int last = h->cls->n_patterns - 1;
    if (last < 1)
        return;
    for (int p = 1; p <= last; p++) {
        co_lp_gather(&row, before->date[p], p);
        co_lp_gather(&row, h->group->date[p], -p);
    }
    co_lp_gather(&row, h->group->open, last);
    co_lp_gather_close(&row, base->lp, co_model_name(base, "order_dates_g%d", h->number),
                       -CO_LP_INF, last);
}

/* ---- rules across groups ---- */

/* R14, R12: each item once, or unplaced. */
static void r14_once(CoGroupsModel *m)
{
    g_auto(CoLpGather) row = {0};
    for (int c = 0; c < m->grouping->n_classes; c++) {
        const CoGrpClass *cls = &m->grouping->classes[c];
        for (int k = 0; k < cls->n_items; k++) {
            for (int n = 0; n < m->n_groups; n++) {
                Here h = here_at(m, n);
                if (h.group->class_idx == c)
                    gather_item(&h, &row, k, 1);
            }
            co_lp_gather(&row, m->unplaced[cls->items[k]], 1);
            co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r14_i%d", cls->items[k]),
                               1, 1);
        }
    }
}

/* Rows of one resource over the slots; a row like the one before is left out. */
typedef struct SlotRows {
    CoGroupsModel *m;
    CoLpGather row, last;
} SlotRows;

static void slot_rows_clear(SlotRows *rows)
{
    co_lp_gather_clear(&rows->row);
    co_lp_gather_clear(&rows->last);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SlotRows, slot_rows_clear)

static void close_slot(SlotRows *rows, const char *rule, int which, int slot, int limit)
{
    CoModelBase *base = &rows->m->base;
    CoLpGather *row = &rows->row, *last = &rows->last;
    if (co_lp_gather_is_like(row, last)) {
        row->n = 0;
        return;
    }
    co_lp_gather_copy(last, row);
    co_lp_gather_close(row, base->lp, co_model_name(base, "%s%d_s%d", rule, which, slot),
                       -CO_LP_INF, limit);
}

static int away_col(const CoGroupsModel *m, int item, int slot)
{
    const int *twin = m->twin[m->grouping->items[item].class_idx];
    return m->away[item * m->grouping->n_slots + twin[slot]];
}

static void gather_room(const CoGroupsModel *m, CoLpGather *row, int room, int slot)
{
    const CoGrouping *g = m->grouping;
    for (int n = 0; n < m->n_groups; n++) {
        const CoNumberedGroup *group = &m->groups[n];
        const CoGrpClass *cls = &g->classes[group->class_idx];
        for (int place = 0; group->room != NULL && place < cls->n_rooms; place++)
            if (cls->rooms[place] == room)
                co_lp_gather(row, group->room[place * g->n_slots + m->twin[group->class_idx][slot]],
                             1);
    }
}

/* R01: a room holds one group at a time. */
static void r01_room(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    for (int room = 0; room < g->n_rooms; room++) {
        g_auto(SlotRows) rows = {.m = m};
        for (int slot = 0; slot < g->n_slots; slot++) {
            gather_room(m, &rows.row, room, slot);
            close_slot(&rows, "r01_room", room, slot, 1);
        }
    }
}

static void gather_teaching(const CoGroupsModel *m, CoLpGather *row, int trainer, int slot)
{
    for (int n = 0; n < m->n_groups; n++) {
        const CoNumberedGroup *group = &m->groups[n];
        int twin = m->twin[group->class_idx][slot];
        co_lp_gather(row, group->trainer[trainer * m->grouping->n_slots + twin], 1);
    }
}

/* R01: a trainer teaches one group at a time, and sits in none as a participant then. */
static void r01_trainer(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    for (int t = 0; t < g->n_trainers; t++) {
        g_auto(SlotRows) rows = {.m = m};
        for (int slot = 0; slot < g->n_slots; slot++) {
            gather_teaching(m, &rows.row, t, slot);
            for (int i = 0; i < g->n_items; i++)
                if (g->items[i].trainer == t)
                    co_lp_gather(&rows.row, away_col(m, i, slot), 1);
            close_slot(&rows, "r01_trainer", t, slot, 1);
        }
    }
}

/* R05: so many groups on FM1 at once. */
static void r05_fm1_capacity(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    g_auto(CoLpGather) row = {0};
    for (int slot = 0; slot < g->n_slots; slot++) {
        for (int n = 0; n < m->n_groups; n++) {
            const CoGrpClass *cls = &g->classes[m->groups[n].class_idx];
            for (int p = 0; p < cls->n_patterns; p++)
                if (co_bits_test(cls->patterns[p].fm1_slots, slot))
                    co_lp_gather(&row, m->groups[n].date[p], 1);
        }
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r05_s%d", slot), -CO_LP_INF,
                           g->fm1_capacity[slot]);
    }
}

/* R07: half-days taught over the plan, virtual classes included. */
static void r07_trainer_days(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    g_auto(CoLpGather) row = {0};
    for (int t = 0; t < g->n_trainers; t++) {
        if (g->trainers[t].max_slots < 0)
            continue;
        for (int n = 0; n < m->n_groups; n++) {
            Here h = here_at(m, n);
            gather_trainer(&h, &row, t, h.cls->n_sync_slots);
        }
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r07_trainer%d", t),
                           -CO_LP_INF, g->trainers[t].max_slots);
    }
}

/* R08: members and trainers away from one office at once. */
static void r08_continuity(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    for (int office = 0; office < g->n_offices; office++) {
        g_auto(SlotRows) rows = {.m = m};
        for (int slot = 0; co_model_office_binds(g, office) && slot < g->n_slots; slot++) {
            for (int i = 0; i < g->n_items; i++)
                if (g->items[i].office == office && g->items[i].n_service > 0)
                    co_lp_gather(&rows.row, away_col(m, i, slot), g->items[i].n_service);
            for (int t = 0; t < g->n_trainers; t++)
                if (g->trainers[t].office == office && g->trainers[t].service)
                    gather_teaching(m, &rows.row, t, slot);
            close_slot(&rows, "r08_office", office, slot, g->office_limit[office]);
        }
    }
}

/* R09: heads and general secretaries of one establishment never all away. */
static void r09_heads(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    for (int heads = 0; heads < g->n_heads; heads++) {
        g_auto(SlotRows) rows = {.m = m};
        for (int slot = 0; co_model_heads_bind(g, heads) && slot < g->n_slots; slot++) {
            for (int i = 0; i < g->n_items; i++)
                if (g->items[i].heads == heads && g->items[i].n_heads > 0)
                    co_lp_gather(&rows.row, away_col(m, i, slot), g->items[i].n_heads);
            close_slot(&rows, "r09_heads", heads, slot, g->heads_limit[heads]);
        }
    }
}

static void gather_open(const CoGroupsModel *m, CoLpGather *row, int class_idx, double times)
{
    for (int n = 0; n < m->n_groups; n++)
        if (m->groups[n].class_idx == class_idx)
            co_lp_gather(row, m->groups[n].open, times);
}

/* R11: groups of a class, and how many it takes to seat everybody. */
static void r11_group_count(CoGroupsModel *m)
{
    const CoGrouping *g = m->grouping;
    g_auto(CoLpGather) row = {0};
    for (int c = 0; c < g->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[c];
        gather_open(m, &row, c, 1);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r11_c%d", c), cls->min_groups,
                           cls->max_groups >= 0 ? cls->max_groups : CO_LP_INF);
        CoModelLeast least = co_model_least_groups(g, c);
        gather_open(m, &row, c, least.per_group);
        for (int k = 0; k < cls->n_items; k++)
            co_lp_gather(&row, m->unplaced[cls->items[k]], g->items[cls->items[k]].n_persons);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r11_least_c%d", c), least.sum,
                           CO_LP_INF);
    }
}

/* R13: every mandatory group is held. */
static void r13_locks(CoGroupsModel *m)
{
    g_auto(CoLpGather) row = {0};
    for (int n = 0; n < m->n_groups; n++) {
        if (m->groups[n].lock < 0)
            continue;
        co_lp_gather(&row, m->groups[n].open, 1);
        co_lp_gather_close(&row, m->base.lp, co_model_name(&m->base, "r13_l%d", m->groups[n].lock),
                           1, 1);
    }
}

void co_groups_model_add_rows(CoGroupsModel *m)
{
    for (int n = 0; n < m->n_groups; n++) {
        Here h = here_at(m, n);
        one_calendar(&h);
        r03_room_dates(&h);
        r04_item_dates(&h);
        r02_size(&h);
        r06_team(&h);
        r03_team_dates(&h);
        slots_of_dates(&h);
        rooms_of_slots(&h);
        trainers_of_slots(&h);
        items_of_slots(&h);
        car_sharing(&h);
        order_groups(&h);
    }
    r14_once(m);
    r01_room(m);
    r01_trainer(m);
    r05_fm1_capacity(m);
    r07_trainer_days(m);
    r08_continuity(m);
    r09_heads(m);
    r11_group_count(m);
    r13_locks(m);
}
