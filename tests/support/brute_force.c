/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Class after class: first the dates and rooms of its groups, then its members, then its teams;
 * whatever breaks a rule or cannot become cheaper than the best is left. */
#include "brute_force.h"

#include <glib.h>

#include <string.h>

#define MAX_GROUPS 12
#define MAX_MEMBERS 16

typedef struct Group {
    int class_idx, room, pattern, team, lock;
    int n, members[MAX_MEMBERS];
} Group;

typedef struct Search {
    const CoGrouping *g;
    int last_class; /* one after the classes looked at */
    int n_groups;
    Group groups[MAX_GROUPS];
    const int64_t *rest; /* least value of the classes from c on, each alone */
    int64_t unplaced;    /* weight of the items decided so far */
    int64_t best;        /* INT64_MAX = nothing found */
    int64_t best_unplaced;
} Search;

static bool has(const CoSlotWord *set, int slot)
{
    return set[slot / 64] >> (slot % 64) & 1;
}

static bool meet(const CoGrouping *g, const CoSlotWord *a, const CoSlotWord *b)
{
    for (int slot = 0; slot < g->n_slots; slot++)
        if (has(a, slot) && has(b, slot))
            return true;
    return false;
}

static const CoGrpClass *class_of(const CoGrouping *g, const Group *group)
{
    return &g->classes[group->class_idx];
}

static const CoGrpPattern *dates_of(const CoGrouping *g, const Group *group)
{
    return &class_of(g, group)->patterns[group->pattern];
}

static int persons_of(const CoGrouping *g, const Group *group)
{
    int n = 0;
    for (int k = 0; k < group->n; k++)
        n += g->items[group->members[k]].n_persons;
    return n;
}

static bool teaches(const CoGrouping *g, const Group *group, int trainer)
{
    if (group->team < 0)
        return false;
    const CoGrpTeam *team = &class_of(g, group)->teams[group->team];
    return team->trainer[0] == trainer ||
           (class_of(g, group)->team_size == 2 && team->trainer[1] == trainer);
}

/* ---- rules ---- */

static const char *judge_room(const CoGrouping *g, const Group *group)
{
    if (group->room < 0)
        return NULL;
    int room = class_of(g, group)->rooms[group->room];
    return meet(g, g->room_busy[room], dates_of(g, group)->slots) ? "R03" : NULL;
}

static const char *judge_lock(const CoGrouping *g, const Group *group)
{
    int kept_for = dates_of(g, group)->lock;
    if (kept_for >= 0 && kept_for != group->lock)
        return "R13";
    if (group->lock < 0)
        return NULL;
    const CoGrpLock *lock = &g->locks[group->lock];
    bool kept = (lock->room < 0 || lock->room == group->room) &&
                (lock->pattern < 0 || lock->pattern == group->pattern) &&
                (lock->team < 0 || group->team < 0 || lock->team == group->team);
    return kept ? NULL : "R13";
}

static const char *judge_member(const CoGrouping *g, const Group *group, int item)
{
    const CoGrpItem *it = &g->items[item];
    if (it->class_idx != group->class_idx)
        return "R14";
    if (it->lock != group->lock &&
        (it->lock >= 0 || (group->lock >= 0 && g->locks[group->lock].members_locked)))
        return "R13";
    if (meet(g, it->busy_away, dates_of(g, group)->slots))
        return "R03";
    if (dates_of(g, group)->deadline_slot >= it->cutover_slot)
        return "R04";
    return group->room >= 0 && !it->room_ok[group->room] ? "R18" : NULL;
}

static const char *judge_size(const CoGrouping *g, const Group *group, bool complete)
{
    const CoGrpClass *cls = class_of(g, group);
    int n = persons_of(g, group);
    if (n > cls->max_size || (group->room >= 0 && n > cls->room_capacity[group->room]))
        return "R02";
    return complete && n < cls->min_size ? "R02" : NULL;
}

static const char *judge_trainers(const CoGrouping *g, const Group *group)
{
    for (int t = 0; t < g->n_trainers; t++)
        if (teaches(g, group, t) && meet(g, g->trainers[t].busy_away, dates_of(g, group)->slots))
            return "R03";
    return NULL;
}

/* Two groups that share slots share neither room nor human. */
static const char *judge_pair(const CoGrouping *g, const Group *a, const Group *b)
{
    if (!meet(g, dates_of(g, a)->slots, dates_of(g, b)->slots))
        return NULL;
    if (a->room >= 0 && b->room >= 0 &&
        class_of(g, a)->rooms[a->room] == class_of(g, b)->rooms[b->room])
        return "R01";
    for (int t = 0; t < g->n_trainers; t++)
        if (teaches(g, a, t) && teaches(g, b, t))
            return "R01";
    return NULL;
}

static const char *judge_teaching_member(const CoGrouping *g, const Group *seat, const Group *other)
{
    if (!meet(g, dates_of(g, seat)->slots, dates_of(g, other)->slots))
        return NULL;
    for (int k = 0; k < seat->n; k++) {
        int trainer = g->items[seat->members[k]].trainer;
        if (trainer >= 0 && teaches(g, other, trainer))
            return "R01";
    }
    return NULL;
}

static const char *judge_slot(const CoGrouping *g, const Group *groups, int n, int slot)
{
    int fm1 = 0, away[8] = {0}, heads[8] = {0};
    for (int k = 0; k < n; k++) {
        fm1 += has(dates_of(g, &groups[k])->fm1_slots, slot);
        if (!has(dates_of(g, &groups[k])->slots, slot))
            continue;
        for (int m = 0; m < groups[k].n; m++) {
            const CoGrpItem *it = &g->items[groups[k].members[m]];
            if (it->office >= 0)
                away[it->office] += it->n_service;
            if (it->heads >= 0)
                heads[it->heads] += it->n_heads;
        }
        for (int t = 0; t < g->n_trainers; t++)
            if (teaches(g, &groups[k], t) && g->trainers[t].service && g->trainers[t].office >= 0)
                away[g->trainers[t].office]++;
    }
    if (fm1 > g->fm1_capacity[slot])
        return "R05";
    for (int o = 0; o < g->n_offices; o++)
        if (g->office_limit[o] >= 0 && away[o] > g->office_limit[o])
            return "R08";
    for (int h = 0; h < g->n_heads; h++)
        if (heads[h] > g->heads_limit[h])
            return "R09";
    return NULL;
}

static const char *judge_teaching_days(const CoGrouping *g, const Group *groups, int n)
{
    for (int t = 0; t < g->n_trainers; t++) {
        int taught = 0;
        for (int k = 0; k < n; k++)
            taught += teaches(g, &groups[k], t) ? class_of(g, &groups[k])->n_sync_slots : 0;
        if (g->trainers[t].max_slots >= 0 && taught > g->trainers[t].max_slots)
            return "R07";
    }
    return NULL;
}

/* What more groups can only make worse. */
static const char *judge_together(const CoGrouping *g, const Group *groups, int n)
{
    const char *rule = judge_teaching_days(g, groups, n);
    for (int a = 0; a < n && rule == NULL; a++)
        for (int b = 0; b < n && rule == NULL; b++) {
            rule = a < b ? judge_pair(g, &groups[a], &groups[b]) : NULL;
            if (rule == NULL)
                rule = judge_teaching_member(g, &groups[a], &groups[b]);
        }
    for (int slot = 0; slot < g->n_slots && rule == NULL; slot++)
        rule = judge_slot(g, groups, n, slot);
    return rule;
}

static const char *judge_group(const CoGrouping *g, const Group *group)
{
    const char *rule = judge_room(g, group);
    rule = rule != NULL ? rule : judge_lock(g, group);
    rule = rule != NULL ? rule : judge_trainers(g, group);
    rule = rule != NULL ? rule : judge_size(g, group, true);
    for (int k = 0; k < group->n && rule == NULL; k++)
        rule = judge_member(g, group, group->members[k]);
    return rule;
}

static const char *judge_counts(const CoGrouping *g, const Group *groups, int n)
{
    for (int c = 0; c < g->n_classes; c++) {
        int count = 0;
        for (int k = 0; k < n; k++)
            count += groups[k].class_idx == c;
        if (count < g->classes[c].min_groups ||
            (g->classes[c].max_groups >= 0 && count > g->classes[c].max_groups))
            return "R11";
    }
    for (int lock = 0; lock < g->n_locks; lock++) {
        int count = 0;
        for (int k = 0; k < n; k++)
            count += groups[k].lock == lock;
        if (count != 1)
            return "R13";
    }
    return NULL;
}

static const char *judge_seats(const CoGrouping *g, const Group *groups, int n)
{
    for (int i = 0; i < g->n_items; i++) {
        int seats = 0;
        for (int k = 0; k < n; k++)
            for (int m = 0; m < groups[k].n; m++)
                seats += groups[k].members[m] == i;
        if (seats > 1)
            return "R14";
        if (seats == 0 && g->items[i].lock >= 0)
            return "R13";
    }
    return NULL;
}

/* ---- worth ---- */

static int64_t cars_of(const CoGrouping *g, int n_persons)
{
    return (n_persons + g->car_seats - 1) / g->car_seats;
}

static int64_t travel_of(const CoGrouping *g, const Group *group)
{
    const CoGrpClass *cls = class_of(g, group);
    int at = group->room * cls->n_profiles + dates_of(g, group)->profile;
    int64_t cost = 0;
    for (int k = 0; k < group->n && group->room >= 0; k++) {
        const CoGrpItem *it = &g->items[group->members[k]];
        cost += it->cost[at];
        if (g->car_seats <= 0 || it->cluster < 0)
            continue;
        /* The cars of a cluster are paid by its first member; the others pay their meals. */
        cost -= cars_of(g, it->n_persons) * it->mileage[at];
        int n_persons = 0;
        bool first = true;
        for (int m = 0; m < group->n; m++) {
            const CoGrpItem *other = &g->items[group->members[m]];
            if (other->cluster != it->cluster)
                continue;
            n_persons += other->n_persons;
            first = first && m >= k;
        }
        if (first)
            cost += cars_of(g, n_persons) * it->mileage[at];
    }
    return cost;
}

static int64_t cost_of_team(const CoGrouping *g, const Group *group)
{
    const CoGrpClass *cls = class_of(g, group);
    int64_t cost = cls->group_cents;
    for (int k = 0; k < cls->team_size && group->room >= 0; k++) {
        const CoGrpTrainer *trainer = &g->trainers[cls->teams[group->team].trainer[k]];
        cost += trainer->cost[group->class_idx]
                             [group->room * cls->n_profiles + dates_of(g, group)->profile];
    }
    return cost;
}

/* ---- search ---- */

typedef struct Step {
    int class_idx;
    int first;    /* first group of the class */
    int item;     /* position in the class */
    int64_t cost; /* of all that is settled */
} Step;

static void choose_groups(Search *s, int class_idx, int64_t cost);

static bool is_hopeless(const Search *s, int64_t cost, int next_class)
{
    int64_t value = s->g->unplaced_penalty * s->unplaced + cost;
    return s->best != INT64_MAX && value + s->rest[next_class] >= s->best;
}

static void choose_teams(Search *s, Step step, int group)
{
    if (is_hopeless(s, step.cost, step.class_idx + 1))
        return;
    if (group == s->n_groups) {
        if (judge_together(s->g, s->groups, s->n_groups) == NULL)
            choose_groups(s, step.class_idx + 1, step.cost);
        return;
    }
    Group *here = &s->groups[group];
    Step next = step;
    for (here->team = 0; here->team < s->g->classes[step.class_idx].n_teams; here->team++) {
        next.cost = step.cost + cost_of_team(s->g, here);
        if (judge_trainers(s->g, here) == NULL && judge_lock(s->g, here) == NULL &&
            judge_teaching_days(s->g, s->groups, group + 1) == NULL)
            choose_teams(s, next, group + 1);
    }
    here->team = -1;
}

static void close_members(Search *s, Step step)
{
    for (int k = step.first; k < s->n_groups; k++) {
        if (judge_size(s->g, &s->groups[k], true) != NULL)
            return;
        step.cost += travel_of(s->g, &s->groups[k]);
    }
    if (judge_together(s->g, s->groups, s->n_groups) == NULL)
        choose_teams(s, step, step.first);
}

static void choose_members(Search *s, Step step)
{
    const CoGrpClass *cls = &s->g->classes[step.class_idx];
    if (is_hopeless(s, step.cost, step.class_idx + 1))
        return;
    if (step.item == cls->n_items) {
        close_members(s, step);
        return;
    }
    int item = cls->items[step.item++];
    for (int k = step.first; k < s->n_groups; k++) {
        Group *group = &s->groups[k];
        if (judge_member(s->g, group, item) != NULL)
            continue;
        g_assert(group->n < MAX_MEMBERS);
        group->members[group->n++] = item;
        if (judge_size(s->g, group, false) == NULL)
            choose_members(s, step);
        group->n--;
    }
    if (s->g->items[item].lock >= 0)
        return;
    s->unplaced += s->g->items[item].weight;
    choose_members(s, step);
    s->unplaced -= s->g->items[item].weight;
}

static bool count_is_allowed(const CoGrpClass *cls, int count)
{
    return count >= cls->min_groups && (cls->max_groups < 0 || count <= cls->max_groups);
}

/* Ordinary groups are alike: their (room, pattern) never goes down. */
static void choose_calendars(Search *s, Step step, int from)
{
    const CoGrpClass *cls = &s->g->classes[step.class_idx];
    if (count_is_allowed(cls, s->n_groups - step.first))
        choose_members(s, step);
    int persons = 0;
    for (int k = 0; k < cls->n_items; k++)
        persons += s->g->items[cls->items[k]].n_persons;
    if ((s->n_groups - step.first + 1) * cls->min_size > persons)
        return;
    int n_rooms = cls->n_in_person > 0 ? cls->n_rooms : 1;
    for (int at = from; at < n_rooms * cls->n_patterns; at++) {
        g_assert(s->n_groups < MAX_GROUPS);
        Group *group = &s->groups[s->n_groups];
        *group = (Group){.class_idx = step.class_idx,
                         .room = cls->n_in_person > 0 ? at / cls->n_patterns : -1,
                         .pattern = at % cls->n_patterns,
                         .team = -1,
                         .lock = -1};
        if (judge_room(s->g, group) != NULL || judge_lock(s->g, group) != NULL)
            continue;
        s->n_groups++;
        if (judge_together(s->g, s->groups, s->n_groups) == NULL)
            choose_calendars(s, step, at);
        s->n_groups--;
    }
}

/* Mandatory groups first, each on any dates and room its lock allows. */
static void choose_locked(Search *s, Step step, int lock)
{
    const CoGrpClass *cls = &s->g->classes[step.class_idx];
    while (lock < s->g->n_locks && s->g->locks[lock].class_idx != step.class_idx)
        lock++;
    if (lock == s->g->n_locks) {
        choose_calendars(s, step, 0);
        return;
    }
    int n_rooms = cls->n_in_person > 0 ? cls->n_rooms : 1;
    for (int at = 0; at < n_rooms * cls->n_patterns; at++) {
        Group *group = &s->groups[s->n_groups];
        *group = (Group){.class_idx = step.class_idx,
                         .room = cls->n_in_person > 0 ? at / cls->n_patterns : -1,
                         .pattern = at % cls->n_patterns,
                         .team = -1,
                         .lock = lock};
        if (judge_room(s->g, group) != NULL || judge_lock(s->g, group) != NULL)
            continue;
        s->n_groups++;
        if (judge_together(s->g, s->groups, s->n_groups) == NULL)
            choose_locked(s, step, lock + 1);
        s->n_groups--;
    }
}

static void choose_groups(Search *s, int class_idx, int64_t cost)
{
    if (class_idx == s->last_class) {
        int64_t value = s->g->unplaced_penalty * s->unplaced + cost;
        if (value < s->best) {
            s->best = value;
            s->best_unplaced = s->unplaced;
        }
        return;
    }
    Step step = {.class_idx = class_idx, .first = s->n_groups, .cost = cost};
    choose_locked(s, step, 0);
}

static Search search_classes(const CoGrouping *g, int first, int last, const int64_t *rest)
{
    Search s = {.g = g, .last_class = last, .rest = rest, .best = INT64_MAX};
    choose_groups(&s, first, 0);
    return s;
}

CoBruteForce co_brute_force(const CoGrouping *g)
{
    g_assert(g->n_offices <= 8 && g->n_heads <= 8);
    g_autofree int64_t *rest = g_new0(int64_t, (gsize)g->n_classes + 1);
    for (int c = g->n_classes - 1; c >= 0; c--) {
        g_autofree int64_t *nothing = g_new0(int64_t, (gsize)g->n_classes + 1);
        Search alone = search_classes(g, c, c + 1, nothing);
        if (alone.best == INT64_MAX)
            return (CoBruteForce){.found = false};
        rest[c] = rest[c + 1] + alone.best;
    }
    Search s = search_classes(g, 0, g->n_classes, rest);
    if (s.best == INT64_MAX)
        return (CoBruteForce){.found = false};
    return (CoBruteForce){.found = true,
                          .unplaced = s.best_unplaced,
                          .cost = s.best - g->unplaced_penalty * s.best_unplaced,
                          .value = s.best};
}

/* ---- judging others ---- */

static Group *take_groups(const CoGrpGroup *groups, int n_groups)
{
    Group *copy = g_new0(Group, (gsize)n_groups + 1);
    for (int k = 0; k < n_groups; k++) {
        g_assert(groups[k].n_items <= MAX_MEMBERS);
        copy[k] = (Group){.class_idx = groups[k].class_idx,
                          .room = groups[k].room,
                          .pattern = groups[k].pattern,
                          .team = groups[k].team,
                          .lock = groups[k].lock,
                          .n = groups[k].n_items};
        for (int m = 0; m < groups[k].n_items; m++)
            copy[k].members[m] = groups[k].items[m];
    }
    return copy;
}

const char *co_brute_force_judge(const CoGrouping *g, const CoGrpGroup *groups, int n_groups)
{
    g_autofree Group *copy = take_groups(groups, n_groups);
    for (int k = 0; k < n_groups; k++) {
        if (copy[k].team < 0 || copy[k].team >= class_of(g, &copy[k])->n_teams)
            return "R06";
        const char *rule = judge_group(g, &copy[k]);
        if (rule != NULL)
            return rule;
    }
    const char *rule = judge_together(g, copy, n_groups);
    rule = rule != NULL ? rule : judge_counts(g, copy, n_groups);
    return rule != NULL ? rule : judge_seats(g, copy, n_groups);
}

CoBruteForce co_brute_force_worth(const CoGrouping *g, const CoGrpGroup *groups, int n_groups)
{
    g_autofree Group *copy = take_groups(groups, n_groups);
    CoBruteForce worth = {.found = true};
    for (int i = 0; i < g->n_items; i++)
        worth.unplaced += g->items[i].weight;
    for (int k = 0; k < n_groups; k++) {
        worth.cost += travel_of(g, &copy[k]) + cost_of_team(g, &copy[k]);
        for (int m = 0; m < copy[k].n; m++)
            worth.unplaced -= g->items[copy[k].members[m]].weight;
    }
    worth.value = g->unplaced_penalty * worth.unplaced + worth.cost;
    return worth;
}
