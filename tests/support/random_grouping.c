/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random_grouping.h"

#include <string.h>

#define MAX_MODULES 2

/* How the modules of a class are held; drawn once per class. */
typedef struct Modules {
    int n;
    int n_slots[MAX_MODULES];
    bool fm1[MAX_MODULES], before_cutover[MAX_MODULES];
} Modules;

struct CoRandomGrouping {
    CoGrouping grouping;
    CoRandomShape shape;
    GRand *rand;
    GPtrArray *memory;
    int first_day, n_days; /* the days on which anything happens */
    CoGrpClass *classes;
    CoGrpItem *items;
    CoGrpTrainer *trainers;
    CoGrpLock *locks;
    int *heads_limit;
};

static void *take(CoRandomGrouping *r, int n, size_t size)
{
    void *memory = g_malloc0_n((gsize)n + 1, size);
    g_ptr_array_add(r->memory, memory);
    return memory;
}

/* From low to high, both possible. */
static int draw(CoRandomGrouping *r, int low, int high)
{
    return g_rand_int_range(r->rand, low, high + 1);
}

static bool chance(CoRandomGrouping *r, int percent)
{
    return draw(r, 1, 100) <= percent;
}

static void set_slot(CoSlotWord *set, int slot)
{
    set[slot / 64] |= (CoSlotWord)1 << (slot % 64);
}

static CoSlotWord *no_slots(CoRandomGrouping *r)
{
    return take(r, r->grouping.n_words, sizeof(CoSlotWord));
}

/* Whole days and single halves, so many percent of them. */
static CoSlotWord *some_slots(CoRandomGrouping *r, int percent)
{
    CoSlotWord *set = no_slots(r);
    for (int day = r->first_day; day < r->first_day + r->n_days; day++) {
        if (!chance(r, percent))
            continue;
        int half = draw(r, 0, 2);
        if (half != 1)
            set_slot(set, 2 * day);
        if (half != 0)
            set_slot(set, 2 * day + 1);
    }
    return set;
}

static void draw_calendar(CoRandomGrouping *r)
{
    CoGrouping *g = &r->grouping;
    r->n_days = draw(r, 6, r->shape.n_days);
    /* A quarter of the problems live in the second word of their sets. */
    r->first_day = chance(r, 25) ? 31 - draw(r, 0, r->n_days) : 0;
    g->n_slots = 2 * (r->first_day + r->n_days);
    g->n_words = (g->n_slots + 63) / 64;
    int *fm1 = take(r, g->n_slots, sizeof *fm1), *week = take(r, g->n_slots, sizeof *week);
    CoSlotWord *wednesday = no_slots(r);
    bool avoid_wednesday = chance(r, 50);
    for (int slot = 0; slot < g->n_slots; slot++) {
        if (slot % 2 == 0)
            fm1[slot] = chance(r, 8) ? 0 : draw(r, 1, 2);
        else
            fm1[slot] = fm1[slot - 1];
        week[slot] = slot / 10;
        if (avoid_wednesday && slot / 2 % 5 == 2)
            set_slot(wednesday, slot);
    }
    g->fm1_capacity = fm1;
    g->week = week;
    g->wednesday = wednesday;
}

static void draw_rooms_and_offices(CoRandomGrouping *r)
{
    CoGrouping *g = &r->grouping;
    g->n_rooms = draw(r, 1, r->shape.n_rooms);
    const CoSlotWord **busy = take(r, g->n_rooms, sizeof *busy);
    for (int room = 0; room < g->n_rooms; room++)
        busy[room] = some_slots(r, 8);
    g->room_busy = busy;
    g->n_offices = draw(r, 0, 3);
    int *limit = take(r, g->n_offices, sizeof *limit);
    for (int office = 0; office < g->n_offices; office++)
        limit[office] = chance(r, 20) ? -1 : draw(r, 1, 2);
    g->office_limit = limit;
    g->n_heads = draw(r, 0, 2);
    r->heads_limit = take(r, g->n_heads, sizeof *r->heads_limit);
    g->heads_limit = r->heads_limit;
    g->car_seats = chance(r, 40) ? draw(r, 2, 4) : 0;
    g->offices_remote = chance(r, 30);
    g->max_absent = draw(r, 0, 2);
    g->tolerance_micro = draw(r, 0, 20) * 100000;
}

static void draw_trainers(CoRandomGrouping *r)
{
    CoGrouping *g = &r->grouping;
    g->n_trainers = draw(r, 2, r->shape.n_trainers);
    r->trainers = take(r, g->n_trainers, sizeof *r->trainers);
    for (int t = 0; t < g->n_trainers; t++) {
        CoGrpTrainer *trainer = &r->trainers[t];
        trainer->max_slots = chance(r, 60) ? -1 : draw(r, 1, 8);
        trainer->busy_away = some_slots(r, 8);
        trainer->busy_remote = some_slots(r, 10);
        trainer->office = draw(r, -1, g->n_offices - 1);
        trainer->service = chance(r, 70);
        trainer->cost = take(r, r->shape.n_classes, sizeof *trainer->cost);
    }
    g->trainers = r->trainers;
}

/* ---- a class ---- */

static Modules draw_modules(CoRandomGrouping *r)
{
    Modules modules = {.n = chance(r, 8) ? 0 : draw(r, 1, MAX_MODULES)};
    for (int k = 0; k < modules.n; k++) {
        modules.n_slots[k] = draw(r, 1, 2);
        modules.fm1[k] = chance(r, 60);
        modules.before_cutover[k] = chance(r, 50);
    }
    return modules;
}

static CoGrpPattern draw_pattern(CoRandomGrouping *r, const Modules *modules, int n_profiles)
{
    CoSlotWord *slots = no_slots(r), *fm1 = no_slots(r);
    int *starts = take(r, MAX_MODULES, sizeof *starts);
    CoGrpPattern pattern = {.slots = slots,
                            .fm1_slots = fm1,
                            .starts = starts,
                            .profile = draw(r, 0, n_profiles - 1),
                            .deadline_slot = -1,
                            .first_day = -1,
                            .lock = -1};
    int day = r->first_day + draw(r, 0, r->n_days - 1 - modules->n);
    for (int k = 0; k < modules->n; k++) {
        starts[k] = 2 * day + (modules->n_slots[k] == 1 && chance(r, 40) ? 1 : 0);
        int last = starts[k] + modules->n_slots[k] - 1;
        for (int slot = starts[k]; slot <= last; slot++) {
            set_slot(slots, slot);
            if (modules->fm1[k])
                set_slot(fm1, slot);
        }
        if (modules->before_cutover[k])
            pattern.deadline_slot = last;
        pattern.first_day = k == 0 ? day : pattern.first_day;
        int left = modules->n - 1 - k;
        day += draw(r, 1, MAX(1, r->first_day + r->n_days - 1 - left - day));
        day = MIN(day, r->first_day + r->n_days - 1);
    }
    return pattern;
}

static bool same_dates(const CoGrpPattern *a, const CoGrpPattern *b, int n)
{
    return memcmp(a->starts, b->starts, sizeof(int) * (size_t)n) == 0;
}

static void draw_patterns(CoRandomGrouping *r, CoGrpClass *cls, const Modules *modules)
{
    int wanted = modules->n == 0 ? 1 : draw(r, 1, r->shape.n_patterns);
    CoGrpPattern *patterns = take(r, wanted, sizeof *patterns);
    for (int tries = 0; cls->n_patterns < wanted && tries < 20 * wanted; tries++) {
        CoGrpPattern pattern = draw_pattern(r, modules, cls->n_profiles);
        bool is_new = true;
        for (int k = 0; k < cls->n_patterns; k++)
            is_new = is_new && !same_dates(&patterns[k], &pattern, modules->n);
        if (is_new)
            patterns[cls->n_patterns++] = pattern;
    }
    cls->n_in_person = modules->n;
    cls->patterns = patterns;
    cls->patterns_complete = true;
}

static void draw_class_rooms(CoRandomGrouping *r, CoGrpClass *cls)
{
    int *rooms = take(r, r->grouping.n_rooms, sizeof *rooms);
    int *capacity = take(r, r->grouping.n_rooms, sizeof *capacity);
    for (int room = 0; room < r->grouping.n_rooms; room++) {
        if (!chance(r, 80) && room < r->grouping.n_rooms - 1)
            continue;
        rooms[cls->n_rooms] = room;
        capacity[cls->n_rooms++] =
            MIN(cls->max_size, draw(r, MAX(1, cls->min_size - 1), cls->min_size + 7));
    }
    cls->rooms = rooms;
    cls->room_capacity = capacity;
}

static void draw_virtuals(CoRandomGrouping *r, CoGrpClass *cls)
{
    cls->n_virtual = draw(r, 0, 2);
    CoGrpVirtual *virtuals = take(r, cls->n_virtual, sizeof *virtuals);
    for (int v = 0; v < cls->n_virtual; v++) {
        CoSlotWord *starts = no_slots(r);
        virtuals[v].n_slots = chance(r, 25) ? 2 : 1;
        for (int slot = 2 * r->first_day; slot < r->grouping.n_slots; slot++)
            if (chance(r, 80) && (virtuals[v].n_slots == 1 || slot % 2 == 0))
                set_slot(starts, slot);
        virtuals[v].starts = starts;
        virtuals[v].gap_min = draw(r, 1, 2);
        virtuals[v].gap_max = chance(r, 50) ? -1 : draw(r, 3, 6);
        virtuals[v].before_cutover = chance(r, 30);
        virtuals[v].fm1 = chance(r, 20);
        cls->n_sync_slots += virtuals[v].n_slots;
    }
    cls->virtuals = virtuals;
}

typedef enum { RULE_FREE, RULE_ONE_CONFIRMED, RULE_ONE_PER_SPHERE, RULE_LISTED } PairRule;

static bool pair_is_allowed(CoRandomGrouping *r, PairRule rule, int a, int b)
{
    switch (rule) {
    case RULE_ONE_CONFIRMED:
        return a % 3 == 0 || b % 3 == 0;
    case RULE_ONE_PER_SPHERE:
        return a % 2 != b % 2;
    case RULE_LISTED:
        return chance(r, 40);
    case RULE_FREE:
    default:
        return true;
    }
}

static void draw_teams(CoRandomGrouping *r, CoGrpClass *cls)
{
    int n = r->grouping.n_trainers;
    CoGrpTeam *teams = take(r, n * n, sizeof *teams);
    PairRule rule = (PairRule)draw(r, RULE_FREE, RULE_LISTED);
    g_autofree bool *skilled = g_new0(bool, (gsize)n);
    for (int t = 0; t < n; t++)
        skilled[t] = chance(r, 90);
    cls->team_size = draw(r, 1, 2);
    for (int a = 0; a < n; a++) {
        if (cls->team_size == 1 && skilled[a])
            teams[cls->n_teams++] = (CoGrpTeam){{a, -1}};
        for (int b = a + 1; cls->team_size == 2 && b < n; b++)
            if (skilled[a] && skilled[b] && pair_is_allowed(r, rule, a, b))
                teams[cls->n_teams++] = (CoGrpTeam){{a, b}};
    }
    cls->teams = teams;
}

static void draw_trainer_costs(CoRandomGrouping *r, const CoGrpClass *cls, int class_idx)
{
    int n = cls->n_rooms * cls->n_profiles;
    for (int t = 0; t < r->grouping.n_trainers; t++) {
        bool teaches = false;
        for (int m = 0; m < cls->n_teams; m++)
            teaches = teaches || cls->teams[m].trainer[0] == t || cls->teams[m].trainer[1] == t;
        if (!teaches)
            continue;
        int64_t *cost = take(r, n, sizeof *cost);
        for (int k = 0; k < n; k++)
            cost[k] = draw(r, 0, 3000);
        ((const int64_t **)r->trainers[t].cost)[class_idx] = cost;
    }
}

static void draw_sizes(CoRandomGrouping *r, CoGrpClass *cls, int n_persons)
{
    cls->min_size = MAX(1, (n_persons + r->shape.n_groups - 1) / r->shape.n_groups);
    if (chance(r, 30))
        cls->min_size = MAX(1, cls->min_size - 1);
    cls->max_size = cls->min_size + draw(r, 0, 4);
    cls->target_size = draw(r, cls->min_size, cls->max_size);
    cls->min_groups = chance(r, 90) ? 0 : draw(r, 1, 2);
    cls->max_groups = chance(r, 80) ? -1 : draw(r, MAX(1, cls->min_groups), 2);
    cls->group_cents = draw(r, 0, 20000);
}

static void draw_class(CoRandomGrouping *r, int c, int n_persons)
{
    CoGrpClass *cls = &r->classes[c];
    Modules modules = draw_modules(r);
    draw_sizes(r, cls, n_persons);
    cls->n_profiles = draw(r, 1, 2);
    for (int k = 0; k < modules.n; k++)
        cls->n_sync_slots += modules.n_slots[k];
    draw_class_rooms(r, cls);
    draw_patterns(r, cls, &modules);
    draw_virtuals(r, cls);
    draw_teams(r, cls);
    draw_trainer_costs(r, cls, c);
}

/* ---- items ---- */

/* Items of one establishment drive alike, so that they may share cars. */
static void draw_travel(CoRandomGrouping *r, CoGrpItem *item, int establishment)
{
    const CoGrpClass *cls = &r->classes[item->class_idx];
    int n = cls->n_rooms * cls->n_profiles, seats = r->grouping.car_seats;
    int64_t *cost = take(r, n, sizeof *cost), *mileage = take(r, n, sizeof *mileage);
    int cars = seats > 0 ? (item->n_persons + seats - 1) / seats : item->n_persons;
    for (int k = 0; k < n; k++) {
        mileage[k] = establishment == cls->rooms[k / cls->n_profiles]
                         ? 0
                         : 137 * establishment + 331 * (k + 1);
        cost[k] = cars * mileage[k] + item->n_persons * (k % 3) * 500;
    }
    item->cost = cost;
    item->mileage = seats > 0 ? mileage : NULL;
    item->cluster = seats > 0 && chance(r, 90) ? establishment : -1;
}

static void draw_absences(CoRandomGrouping *r, CoGrpItem *item)
{
    int n_slots = r->grouping.n_slots;
    item->busy_away = some_slots(r, 6);
    item->busy_remote = some_slots(r, 5);
    CoSlotWord *absent = some_slots(r, 10);
    item->absent_remote = absent;
    if (item->n_persons > 1) {
        int *n_absent = take(r, n_slots, sizeof *n_absent);
        for (int slot = 0; slot < n_slots; slot++)
            if (absent[slot / 64] >> (slot % 64) & 1)
                n_absent[slot] = draw(r, 1, item->n_persons);
        item->n_absent_remote = n_absent;
    }
    item->avoid = some_slots(r, 15);
    item->cutover_slot = chance(r, 75) ? n_slots : draw(r, 2 * r->first_day + 4, n_slots);
}

static void draw_item(CoRandomGrouping *r, int i)
{
    CoGrouping *g = &r->grouping;
    CoGrpItem *item = &r->items[i];
    const CoGrpClass *cls = &r->classes[item->class_idx];
    for (int k = 0; k < item->n_persons; k++)
        item->weight += chance(r, 80) ? 1 : draw(r, 2, 5);
    item->office = draw(r, -1, g->n_offices - 1);
    item->n_service = item->office >= 0 ? draw(r, 0, item->n_persons) : 0;
    item->heads = chance(r, 30) ? draw(r, -1, g->n_heads - 1) : -1;
    item->n_heads = item->heads >= 0 ? draw(r, 1, item->n_persons) : 0;
    if (item->heads >= 0)
        r->heads_limit[item->heads] += item->n_heads;
    item->trainer = -1;
    item->lock = -1;
    bool *room_ok = take(r, cls->n_rooms, sizeof *room_ok);
    for (int room = 0; room < cls->n_rooms; room++)
        room_ok[room] = chance(r, 93);
    item->room_ok = room_ok;
    draw_travel(r, item, draw(r, 0, 2));
    draw_absences(r, item);
}

static void draw_classes_and_items(CoRandomGrouping *r)
{
    CoGrouping *g = &r->grouping;
    g->n_classes = draw(r, 1, r->shape.n_classes);
    r->classes = take(r, g->n_classes, sizeof *r->classes);
    r->items = take(r, g->n_classes * r->shape.n_items, sizeof *r->items);
    g->classes = r->classes;
    g->items = r->items;
    for (int c = 0; c < g->n_classes; c++) {
        int n = draw(r, 1, r->shape.n_items), n_persons = 0;
        int *list = take(r, n, sizeof *list);
        bool whole = chance(r, 25); /* R12: establishments together */
        r->classes[c].n_items = n;
        r->classes[c].items = list;
        for (int k = 0; k < n; k++) {
            list[k] = g->n_items;
            r->items[g->n_items].class_idx = c;
            r->items[g->n_items].n_persons = whole ? draw(r, 1, 3) : 1;
            n_persons += r->items[g->n_items++].n_persons;
        }
        draw_class(r, c, n_persons);
        for (int k = 0; k < n; k++)
            draw_item(r, list[k]);
    }
    for (int heads = 0; heads < g->n_heads; heads++)
        r->heads_limit[heads] = MAX(0, r->heads_limit[heads] - 1);
}

/* A few participants are trainers too; no trainer is two of them. */
static void draw_teaching_participants(CoRandomGrouping *r)
{
    CoGrouping *g = &r->grouping;
    for (int t = 0; t < g->n_trainers; t++)
        if (chance(r, 20))
            r->items[draw(r, 0, g->n_items - 1)].trainer = t;
}

/* ---- locks ---- */

static int next_start(const CoGrouping *g, const CoGrpVirtual *virt, int from)
{
    for (int slot = MAX(from, 0); slot < g->n_slots; slot++)
        if (virt->starts[slot / 64] >> (slot % 64) & 1)
            return slot;
    return -1;
}

/* The earliest dates in order; no lock when there are none. */
static void lock_virtuals(CoRandomGrouping *r, const CoGrpClass *cls, CoGrpLock *lock)
{
    int *starts = take(r, cls->n_virtual, sizeof *starts);
    lock->virtual_locked = cls->n_virtual > 0;
    for (int v = 0; v < cls->n_virtual; v++) {
        int from = v == 0 ? 0 : 2 * (starts[v - 1] / 2 + cls->virtuals[v].gap_min);
        starts[v] = next_start(&r->grouping, &cls->virtuals[v], from);
        lock->virtual_locked = lock->virtual_locked && starts[v] >= 0;
    }
    lock->virtual_starts = starts;
}

static bool meet(const CoRandomGrouping *r, const CoSlotWord *a, const CoSlotWord *b)
{
    for (int w = 0; w < r->grouping.n_words; w++)
        if (a[w] & b[w])
            return true;
    return false;
}

static bool item_suits(const CoRandomGrouping *r, const CoGrpItem *item, const CoGrpLock *group)
{
    const CoGrpPattern *pattern = &r->classes[item->class_idx].patterns[group->pattern];
    return item->lock < 0 && pattern->deadline_slot < item->cutover_slot &&
           (group->room < 0 || item->room_ok[group->room]) &&
           !meet(r, item->busy_away, pattern->slots);
}

static bool team_suits(const CoRandomGrouping *r, const CoGrpClass *cls, const CoGrpLock *group)
{
    for (int k = 0; k < cls->team_size; k++) {
        const CoGrpTrainer *trainer = &r->trainers[cls->teams[group->team].trainer[k]];
        if (meet(r, trainer->busy_away, cls->patterns[group->pattern].slots) ||
            (trainer->max_slots >= 0 && trainer->max_slots < cls->n_sync_slots))
            return false;
    }
    return true;
}

/* Whether a group of the class could be just there, as it may have been published. */
static bool could_be_published(const CoRandomGrouping *r, const CoGrpClass *cls,
                               const CoGrpLock *group)
{
    const CoGrpPattern *pattern = &cls->patterns[group->pattern];
    int n_persons = 0;
    for (int k = 0; k < cls->n_items; k++)
        if (item_suits(r, &r->items[cls->items[k]], group))
            n_persons += r->items[cls->items[k]].n_persons;
    bool room_suits = group->room < 0 ||
                      (!meet(r, r->grouping.room_busy[cls->rooms[group->room]], pattern->slots) &&
                       cls->room_capacity[group->room] >= cls->min_size);
    return room_suits && pattern->lock < 0 && n_persons >= cls->min_size &&
           team_suits(r, cls, group);
}

/* A group drawn whole: room, dates and team. */
static CoGrpLock draw_group(CoRandomGrouping *r)
{
    CoGrpLock group = {.class_idx = draw(r, 0, r->grouping.n_classes - 1)};
    const CoGrpClass *cls = &r->classes[group.class_idx];
    group.room = cls->n_in_person > 0 ? draw(r, 0, cls->n_rooms - 1) : -1;
    group.pattern = draw(r, 0, cls->n_patterns - 1);
    group.team = draw(r, 0, MAX(1, cls->n_teams) - 1);
    return group;
}

static void lock_members(CoRandomGrouping *r, const CoGrpLock *group, int number)
{
    const CoGrpClass *cls = &r->classes[group->class_idx];
    int n_persons = 0, most = cls->max_size;
    if (group->room >= 0)
        most = cls->room_capacity[group->room];
    for (int k = 0; k < cls->n_items; k++) {
        CoGrpItem *item = &r->items[cls->items[k]];
        bool wanted = chance(r, 30) || (group->members_locked && n_persons < cls->min_size);
        if (!wanted || !item_suits(r, item, group) || n_persons + item->n_persons > most)
            continue;
        item->lock = number;
        n_persons += item->n_persons;
    }
}

/* Makes a mandatory group of a possible one, mostly, and forgets some of its elements. */
static void draw_lock(CoRandomGrouping *r)
{
    int number = r->grouping.n_locks;
    CoGrpLock group = draw_group(r);
    const CoGrpClass *cls = &r->classes[group.class_idx];
    for (int tries = 0; tries < 20 && !could_be_published(r, cls, &group); tries++) {
        group = draw_group(r);
        cls = &r->classes[group.class_idx];
    }
    if (cls->n_teams == 0 || (!could_be_published(r, cls, &group) && chance(r, 80)))
        return;
    r->grouping.n_locks++;
    group.members_locked = chance(r, 30);
    lock_members(r, &group, number);
    if (chance(r, 25))
        lock_virtuals(r, cls, &group);
    CoGrpPattern *patterns = (CoGrpPattern *)cls->patterns;
    if (chance(r, 40))
        patterns[group.pattern].lock = number;
    group.room = chance(r, 50) ? group.room : -1;
    group.pattern = chance(r, 50) ? group.pattern : -1;
    group.team = chance(r, 40) ? group.team : -1;
    r->locks[number] = group;
}

static void draw_locks(CoRandomGrouping *r)
{
    CoGrouping *g = &r->grouping;
    int wanted = chance(r, 65) ? 0 : draw(r, 1, 2);
    r->locks = take(r, wanted, sizeof *r->locks);
    g->locks = r->locks;
    for (int k = 0; k < wanted; k++)
        draw_lock(r);
}

/* One more than everything that could be spent. */
static int64_t penalty_above_any_cost(const CoGrouping *g)
{
    int64_t total = 1;
    for (int i = 0; i < g->n_items; i++) {
        const CoGrpClass *cls = &g->classes[g->items[i].class_idx];
        int64_t most = 0;
        for (int k = 0; k < cls->n_rooms * cls->n_profiles; k++)
            most = MAX(most, g->items[i].cost[k]);
        total += most + g->items[i].n_persons * (cls->group_cents + 2 * 3000);
    }
    return total;
}

CoRandomGrouping *co_random_grouping_new(uint32_t seed, const CoRandomShape *shape)
{
    CoRandomGrouping *r = g_new0(CoRandomGrouping, 1);
    r->shape = *shape;
    r->rand = g_rand_new_with_seed(seed);
    r->memory = g_ptr_array_new_with_free_func(g_free);
    draw_calendar(r);
    draw_rooms_and_offices(r);
    draw_trainers(r);
    draw_classes_and_items(r);
    draw_teaching_participants(r);
    draw_locks(r);
    r->grouping.unplaced_penalty = penalty_above_any_cost(&r->grouping);
    return r;
}

const CoGrouping *co_random_grouping_get(const CoRandomGrouping *random)
{
    return &random->grouping;
}

void co_random_grouping_free(CoRandomGrouping *random)
{
    if (random == NULL)
        return;
    g_ptr_array_unref(random->memory);
    g_rand_free(random->rand);
    g_free(random);
}
