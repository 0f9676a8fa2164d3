/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups needed and groups possible, by path and academy. Each limit alone, then all of them
 * half-day by half-day. Groups of a class are counted as if no other class wanted the means. */
#include <string.h>

#include "readiness_parts.h"
#include "rule_models.h"
#include "slots.h"

/* Where nothing limits: far above any need, far below overflow. */
enum { NO_LIMIT = 100000 };

typedef struct Ground {
    CoReadinessWork *work;
    const CoEngineProblem *problem;
    const CoDates *dates;
    const CoGrpClass *grp;
    const CoEngineClass *cls;
    int class_idx;
    int *trainers, n_trainers; /* skilled */
    int (*edges)[2];           /* teams with some date, both ways round */
    int n_edges;
    int *fm1, *rooms, *teams, *all; /* by slot: groups at once */
} Ground;

/* ---- trainers ---- */

static int local_trainer(const Ground *ground, int trainer_idx)
{
    for (int i = 0; i < ground->n_trainers; i++)
        if (ground->trainers[i] == trainer_idx)
            return i;
    return -1;
}

static const CoSlotWord *trainer_busy(const Ground *ground, int trainer_idx)
{
    return ground->problem->grp_trainers[trainer_idx].busy_away;
}

static bool team_has_dates(const Ground *ground, const CoGrpTeam *team)
{
    int n_words = ground->problem->grouping.n_words;
    g_autofree CoSlotWord *busy = g_new0(CoSlotWord, (gsize)n_words);
    for (int i = 0; i < 2; i++)
        if (team->trainer[i] >= 0)
            co_slots_add(busy, trainer_busy(ground, team->trainer[i]), n_words);
    return co_dates_exist(ground->dates, busy, ground->dates->n_slots);
}

static void add_edge(Ground *ground, int left, int right)
{
    ground->edges[ground->n_edges][0] = left;
    ground->edges[ground->n_edges++][1] = right;
}

static void find_teams(Ground *ground)
{
    const CoCampaign *campaign = ground->work->campaign;
    ground->trainers = g_new(int, (gsize)campaign->n_trainers + 1);
    for (int t = 0; t < campaign->n_trainers; t++)
        if (co_r06_may_teach(ground->problem, t, ground->class_idx))
            ground->trainers[ground->n_trainers++] = t;
    ground->edges = g_malloc0(sizeof *ground->edges * (2 * (gsize)ground->grp->n_teams + 1));
    for (int i = 0; i < ground->grp->n_teams; i++) {
        const CoGrpTeam *team = &ground->grp->teams[i];
        if (!team_has_dates(ground, team))
            continue;
        int first = local_trainer(ground, team->trainer[0]);
        int second = team->trainer[1] < 0 ? first : local_trainer(ground, team->trainer[1]);
        add_edge(ground, first, second);
        if (second != first)
            add_edge(ground, second, first);
    }
}

/* Most groups when each trainer may serve so many. A team of two is an edge of a graph; twice the
 * graph, left and right, is bipartite, and half of its best flow is at least the best choice of
 * edges. A lone trainer is an edge to himself. */
static int teams_at_most(const Ground *ground, const int *capacity)
{
    CoFlow flow = {ground->n_trainers, ground->n_trainers, ground->n_edges,
                   capacity,           capacity,           (const int(*)[2])ground->edges};
    int most = co_flow_most(&flow);
    return ground->grp->team_size >= 2 ? most / 2 : most;
}

/* No more groups than persons: a group has at least one. */
static int groups_of_trainer(const Ground *ground, int trainer_idx)
{
    int by_dates = co_dates_bound_alone(ground->dates, trainer_busy(ground, trainer_idx));
    return MIN(by_dates, ground->cls->n_persons);
}

/* Trainers stay with their group (R15), so each serves only so many, whoever the partner is. */
static void bound_teams(const Ground *ground, int *by_dates, int *by_load)
{
    gsize n = (gsize)ground->n_trainers + 1;
    g_autofree int *dated = g_new0(int, n), *loaded = g_new0(int, n);
    bool is_limited = false;
    for (int i = 0; i < ground->n_trainers; i++) {
        int most = ground->work->campaign->trainers[ground->trainers[i]].max_half_days;
        loaded[i] = dated[i] = groups_of_trainer(ground, ground->trainers[i]);
        if (most < 0 || ground->grp->n_sync_slots == 0)
            continue;
        loaded[i] = MIN(dated[i], most / ground->grp->n_sync_slots);
        is_limited = true;
    }
    *by_dates = teams_at_most(ground, dated);
    *by_load = is_limited ? teams_at_most(ground, loaded) : -1;
}

/* ---- each half-day ---- */

static void fill_teams(Ground *ground)
{
    gsize n = (gsize)ground->n_trainers + 1;
    g_autofree int *is_free = g_new0(int, n), *before = g_new0(int, n);
    int known = 0;
    for (int s = 0; s < ground->dates->n_slots; s++) {
        if (!co_slots_test(ground->dates->used, s))
            continue;
        for (int i = 0; i < ground->n_trainers; i++)
            is_free[i] = co_slots_test(trainer_busy(ground, ground->trainers[i]), s) ? 0 : 1;
        if (memcmp(is_free, before, n * sizeof *is_free) != 0)
            known = teams_at_most(ground, is_free);
        memcpy(before, is_free, n * sizeof *is_free);
        ground->teams[s] = known;
    }
}

static void fill_slots(Ground *ground)
{
    const CoDates *dates = ground->dates;
    for (int s = 0; s < dates->n_slots; s++) {
        if (!co_slots_test(dates->used, s))
            continue;
        ground->fm1[s] = co_slots_test(dates->fm1, s) ? ground->problem->fm1_capacity[s] : NO_LIMIT;
        for (int r = 0; r < ground->cls->n_rooms; r++)
            ground->rooms[s] +=
                !co_slots_test(ground->problem->room_busy[ground->cls->rooms[r]], s);
    }
    fill_teams(ground);
    for (int s = 0; s < dates->n_slots; s++)
        ground->all[s] = MIN(ground->fm1[s], MIN(ground->rooms[s], ground->teams[s]));
}

/* ---- groups needed ---- */

/* Rooms from the largest to the smallest, each as often as its dates allow. */
typedef struct Seats {
    int size, times;
} Seats;

static int compare_seats(gconstpointer left, gconstpointer right)
{
    return ((const Seats *)right)->size - ((const Seats *)left)->size;
}

static GArray *list_seats(const Ground *ground)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(Seats));
    for (int r = 0; r < ground->cls->n_rooms; r++) {
        const CoSlotWord *busy = ground->problem->room_busy[ground->cls->rooms[r]];
        Seats seats = {ground->grp->room_capacity[r], co_dates_bound_alone(ground->dates, busy)};
        if (seats.times > 0)
            g_array_append_val(list, seats);
    }
    if (ground->dates->n_modules == 0) {
        Seats seats = {ground->grp->max_size, NO_LIMIT};
        g_array_append_val(list, seats);
    }
    g_array_sort(list, compare_seats);
    return list;
}

static int n_seats_of(const GArray *list, int n_groups)
{
    int64_t n = 0;
    for (guint i = 0; i < list->len && n_groups > 0; i++) {
        const Seats *seats = &g_array_index(list, Seats, i);
        int times = MIN(seats->times, n_groups);
        n += (int64_t)times * seats->size;
        n_groups -= times;
    }
    return (int)MIN(n, G_MAXINT);
}

/* What the rooms cannot hold is counted in groups of the largest size, as if there were one more
 * room. */
static int groups_for(const Ground *ground, const GArray *list, int n_persons)
{
    int n = 0;
    for (guint i = 0; i < list->len && n_persons > 0; i++) {
        const Seats *seats = &g_array_index(list, Seats, i);
        int times = MIN(seats->times, (n_persons + seats->size - 1) / seats->size);
        n += times;
        n_persons -= (int)MIN((int64_t)times * seats->size, n_persons);
    }
    int size = list->len > 0 ? g_array_index(list, Seats, 0).size : ground->grp->max_size;
    return n_persons > 0 ? n + (n_persons + MAX(size, 1) - 1) / MAX(size, 1) : n;
}

/* R08: of one office, at most so many sit in the same group. */
static int groups_for_offices(const Ground *ground)
{
    const CoCampaign *campaign = ground->work->campaign;
    g_autofree int *n_of = g_new0(int, (gsize)campaign->n_establishments + 1);
    int needed = 0;
    if (ground->dates->n_modules == 0)
        return 0;
    for (int i = 0; i < ground->grp->n_items; i++) {
        const CoEngineItem *item = &ground->problem->items[ground->grp->items[i]];
        int post = item->n_people > 1 || ground->work->excluded[item->people[0]]
                       ? -1
                       : co_r08_person_post(campaign, item->people[0]);
        if (post < 0 || campaign->establishments[post].staff < 0)
            continue;
        int limit = MAX(1, campaign->establishments[post].staff - 1);
        n_of[post]++;
        needed = MAX(needed, (n_of[post] + limit - 1) / limit);
    }
    return needed;
}

/* The best that groups of permitted sizes can seat. */
static int most_seated(const Ground *ground, const GArray *list, int possible, int n_persons)
{
    int best = 0;
    for (int n = 1; n <= MIN(possible, n_persons); n++)
        if ((int64_t)n * ground->grp->min_size <= n_persons)
            best = MAX(best, MIN(n_persons, n_seats_of(list, n)));
    return best;
}

/* ---- weeks ---- */

static void add_to_week(const Ground *ground, int slot, CoCapacityWeek *week)
{
    bool needs_fm1 = co_slots_test(ground->dates->fm1, slot);
    bool is_new_day = slot % 2 == 0 || !co_slots_test(ground->dates->used, slot - 1);
    week->n_days += is_new_day ? 1 : 0;
    if (needs_fm1)
        week->fm1 = MAX(week->fm1, ground->fm1[slot]);
    week->rooms = MAX(week->rooms, ground->rooms[slot]);
    week->teams = MAX(week->teams, ground->teams[slot]);
    week->at_once = MAX(week->at_once, ground->all[slot]);
    week->group_half_days += ground->all[slot];
}

static void fill_weeks(const Ground *ground, CoCapacity *capacity)
{
    g_autoptr(GArray) weeks = g_array_new(FALSE, TRUE, sizeof(CoCapacityWeek));
    for (int s = 0; s < ground->dates->n_slots; s++) {
        if (!co_slots_test(ground->dates->used, s))
            continue;
        CoDay monday = co_day_monday(co_campaign_slot_day(ground->work->campaign, s));
        CoCapacityWeek *last =
            weeks->len > 0 ? &g_array_index(weeks, CoCapacityWeek, weeks->len - 1) : NULL;
        if (last == NULL || last->monday != monday) {
            CoCapacityWeek week = {.monday = monday, .fm1 = -1};
            g_array_append_val(weeks, week);
            last = &g_array_index(weeks, CoCapacityWeek, weeks->len - 1);
        }
        add_to_week(ground, s, last);
    }
    capacity->n_weeks = (int)weeks->len;
    capacity->weeks = (CoCapacityWeek *)g_array_steal(weeks, NULL);
}

/* ---- one class ---- */

static void lower(CoCapacity *capacity, int bound, CoLimit limit)
{
    if (bound >= 0 && bound < capacity->possible) {
        capacity->possible = bound;
        capacity->limit = limit;
    }
}

static int rooms_at_most(const Ground *ground, const GArray *list)
{
    int64_t n = 0;
    for (guint i = 0; ground->dates->n_modules > 0 && i < list->len; i++)
        n += g_array_index(list, Seats, i).times;
    return ground->dates->n_modules > 0 ? (int)MIN(n, NO_LIMIT) : -1;
}

static bool uses_fm1(const Ground *ground)
{
    for (int w = 0; w < ground->dates->n_words; w++)
        if (ground->dates->fm1[w] != 0)
            return true;
    return false;
}

static void bound_groups(const Ground *ground, const GArray *list, CoCapacity *capacity)
{
    bool in_person = ground->dates->n_modules > 0;
    capacity->by_count = ground->grp->max_groups;
    capacity->by_rooms = rooms_at_most(ground, list);
    bound_teams(ground, &capacity->by_teams, &capacity->by_load);
    capacity->by_teams = MIN(capacity->by_teams, co_dates_bound(ground->dates, ground->teams));
    capacity->by_fm1 = uses_fm1(ground) ? co_dates_bound(ground->dates, ground->fm1) : -1;
    capacity->possible = NO_LIMIT;
    lower(capacity, ground->dates->any ? -1 : 0, CO_LIMIT_DATES);
    lower(capacity, capacity->by_rooms, CO_LIMIT_ROOMS);
    lower(capacity, capacity->by_teams, CO_LIMIT_TEAMS);
    lower(capacity, capacity->by_load, CO_LIMIT_LOAD);
    lower(capacity, capacity->by_fm1, CO_LIMIT_FM1);
    lower(capacity, capacity->by_count, CO_LIMIT_COUNT);
    lower(capacity, in_person ? co_dates_bound(ground->dates, ground->all) : -1, CO_LIMIT_TOGETHER);
}

static void count_persons(const Ground *ground, CoCapacity *capacity)
{
    for (int i = 0; i < ground->grp->n_items; i++) {
        const CoEngineItem *item = &ground->problem->items[ground->grp->items[i]];
        for (int k = 0; k < item->n_people; k++) {
            capacity->n_persons++;
            capacity->n_excluded += ground->work->excluded[item->people[k]];
            capacity->n_reserved += ground->work->campaign->people[item->people[k]].reserved;
        }
    }
}

static CoCapacity measure(const Ground *ground)
{
    CoCapacity capacity = {.path_idx = ground->cls->path_idx,
                           .academy_idx = ground->cls->academy_idx,
                           .half_days = ground->dates->half_days,
                           .n_teams = ground->grp->n_teams,
                           .n_trainers = ground->n_trainers};
    g_autoptr(GArray) list = list_seats(ground);
    count_persons(ground, &capacity);
    int n_persons = capacity.n_persons - capacity.n_excluded;
    capacity.group_size = list->len > 0 ? g_array_index(list, Seats, 0).size : 0;
    capacity.needed = groups_for(ground, list, n_persons);
    capacity.needed = MAX(capacity.needed, MAX(ground->grp->min_groups, 0));
    capacity.needed = MAX(capacity.needed, groups_for_offices(ground));
    bound_groups(ground, list, &capacity);
    capacity.n_left = n_persons - most_seated(ground, list, capacity.possible, n_persons);
    fill_weeks(ground, &capacity);
    return capacity;
}

/* ---- findings ---- */

static CoFinding finding_of(const CoCapacity *capacity, CoFindingKind kind, CoSeverity severity)
{
    CoFinding finding = co_finding_new(kind, severity);
    finding.path_idx = capacity->path_idx;
    finding.academy_idx = capacity->academy_idx;
    finding.limit = capacity->limit;
    finding.found = capacity->needed;
    finding.allowed = capacity->possible;
    finding.n_persons = MAX(capacity->n_left, severity == CO_SEVERITY_ERROR ? 1 : 0);
    return finding;
}

/* The one thing that is missing altogether, before any count. */
static CoFindingKind missing_kind(const Ground *ground)
{
    if (!ground->dates->any)
        return CO_FINDING_PATH_WITHOUT_DATE;
    if (ground->dates->n_modules > 0 && ground->cls->n_rooms == 0)
        return CO_FINDING_PATH_WITHOUT_ROOM;
    if (ground->grp->n_teams == 0)
        return CO_FINDING_PATH_WITHOUT_TRAINER;
    return CO_FINDING_KIND_END;
}

static void report_missing(const Ground *ground, const CoCapacity *capacity, CoFindingKind kind)
{
    CoFinding finding = finding_of(capacity, kind, CO_SEVERITY_ERROR);
    finding.found = kind == CO_FINDING_PATH_WITHOUT_TRAINER ? capacity->n_trainers : 0;
    finding.allowed = kind == CO_FINDING_PATH_WITHOUT_TRAINER ? ground->grp->team_size : 0;
    if (kind == CO_FINDING_PATH_WITHOUT_ROOM)
        finding.allowed = ground->grp->min_size;
    finding.n_persons = capacity->n_persons;
    co_finding_add(ground->work, finding);
}

static void report(const Ground *ground, const CoCapacity *capacity)
{
    CoFindingKind missing = missing_kind(ground);
    int n_persons = capacity->n_persons - capacity->n_excluded;
    if (n_persons == 0)
        return;
    if (missing != CO_FINDING_KIND_END) {
        report_missing(ground, capacity, missing);
    } else if (capacity->needed > capacity->possible) {
        co_finding_add(ground->work,
                       finding_of(capacity, CO_FINDING_GROUPS_SHORT, CO_SEVERITY_ERROR));
    } else if (capacity->n_left > 0) {
        CoFinding finding = finding_of(capacity, CO_FINDING_SIZES, CO_SEVERITY_ERROR);
        finding.found = n_persons;
        finding.allowed = ground->grp->min_size;
        co_finding_add(ground->work, finding);
    } else if (capacity->needed == capacity->possible && capacity->limit != CO_LIMIT_COUNT) {
        co_finding_add(ground->work,
                       finding_of(capacity, CO_FINDING_NO_MARGIN, CO_SEVERITY_NOTICE));
    }
}

static void judge_class(CoReadinessWork *work, int class_idx)
{
    gsize n = (gsize)work->problem->grouping.n_slots + 2;
    g_autofree int *fm1 = g_new0(int, n), *rooms = g_new0(int, n), *teams = g_new0(int, n);
    g_autofree int *all = g_new0(int, n);
    Ground ground = {.work = work,
                     .problem = work->problem,
                     .dates = work->dates[class_idx],
                     .grp = &work->problem->grp_classes[class_idx],
                     .cls = &work->problem->classes[class_idx],
                     .class_idx = class_idx,
                     .fm1 = fm1,
                     .rooms = rooms,
                     .teams = teams,
                     .all = all};
    find_teams(&ground);
    fill_slots(&ground);
    CoCapacity capacity = measure(&ground);
    report(&ground, &capacity);
    g_array_append_val(work->capacities, capacity);
    g_free(ground.trainers);
    g_free(ground.edges);
}

void co_readiness_capacity(CoReadinessWork *work)
{
    for (int c = 0; c < work->problem->grouping.n_classes; c++)
        judge_class(work, c);
}
