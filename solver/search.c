/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search.h"

#include <math.h>

#include "calendar.h"
#include "comfort.h"
#include "evaluate.h"

#define MAX_RUINED 3
#define CLOCK_EVERY 8

static bool spent_by(CoBudget *budget, CoGrpStop reason)
{
    budget->reason = reason;
    budget->spent = true;
    return true;
}

bool co_budget_is_spent(CoBudget *budget)
{
    if (budget->spent)
        return true;
    if (budget->cancel != NULL && *budget->cancel != 0)
        return spent_by(budget, CO_GRP_CANCELLED);
    if (budget->work >= budget->work_limit)
        return spent_by(budget, CO_GRP_WORK);
    if (budget->end_us != 0 && budget->n_asked++ % CLOCK_EVERY == 0 &&
        g_get_monotonic_time() >= budget->end_us)
        return spent_by(budget, CO_GRP_TIME);
    return false;
}

double co_budget_seconds_left(const CoBudget *budget)
{
    if (budget->end_us == 0)
        return 0;
    return MAX(0.01, (double)(budget->end_us - g_get_monotonic_time()) / 1e6);
}

void co_best_clear(CoBest *best)
{
    co_grp_groups_free(best->groups, best->n_groups);
    *best = (CoBest){0};
}

void co_sketch_clear(CoSketch *sketch)
{
    for (int k = 0; k < sketch->n_groups; k++)
        g_free(sketch->groups[k].items);
    g_free(sketch->groups);
    *sketch = (CoSketch){0};
}

/* Tier 3 of the state, measured from the first question of the comfort phase on. */
static int64_t comfort_of(CoState *s)
{
    if (s->comfort == NULL)
        co_comfort_attach(s);
    return co_comfort_measured(s);
}

static int64_t objective(const CoSearch *search)
{
    int64_t value = co_state_objective(search->state, &search->penalties);
    if (search->cost_limit < 0)
        return value;
    /* Comfort phase: points count, money only beyond the limit, changes only beyond the best. */
    const CoPenalties *p = &search->penalties;
    int64_t over = MAX(0, value - p->unplaced * search->best->unplaced -
                              p->change * search->best->changes - search->cost_limit);
    return 100 * over + comfort_of(search->state);
}

static bool is_better(const CoSearch *search, int64_t comfort)
{
    const CoBest *best = search->best;
    const CoState *s = search->state;
    if (!best->found || s->unplaced != best->unplaced)
        return !best->found || s->unplaced < best->unplaced;
    if (s->changes != best->changes)
        return s->changes < best->changes;
    if (search->cost_limit < 0)
        return s->cost < best->cost;
    return s->cost <= search->cost_limit &&
           (comfort < best->comfort || (comfort == best->comfort && s->cost < best->cost));
}

bool co_search_note(CoSearch *search)
{
    CoState *s = search->state;
    if (!co_state_is_whole(s) || (search->best->found && s->unplaced > search->best->unplaced))
        return false;
    int64_t comfort = search->cost_limit < 0 ? 0 : comfort_of(s);
    if (!is_better(search, comfort))
        return false;
    co_best_clear(search->best);
    search->best->groups = co_state_to_groups(s, &search->best->n_groups);
    search->best->found = true;
    search->best->unplaced = s->unplaced;
    search->best->changes = s->changes;
    search->best->cost = s->cost;
    search->best->comfort =
        co_evaluate_comfort(search->grouping, search->best->groups, search->best->n_groups);
    if (search->improved != NULL)
        search->improved(search->data);
    return true;
}

/* ---- opening groups ---- */

/* A group that was closed, to be opened again. */
typedef struct Ruin {
    int class_idx, lock, reference, room, pattern;
    int n_items;
    int *items; /* owned */
} Ruin;

/* @return the group, -1 when no calendar was found */
static int open_with(CoSearch *search, const Ruin *ruin, const CoCalendarWish *wish)
{
    CoState *s = search->state;
    CoCalendar calendar;
    if (!co_calendar_find(s, search->random, wish, &calendar))
        return -1;
    int group = co_state_open_heir(s, ruin->class_idx, ruin->lock, wish->reference, &calendar);
    const CoGrpClass *cls = &search->grouping->classes[ruin->class_idx];
    int capacity = co_group_capacity(cls, calendar.room);
    for (int k = 0; k < ruin->n_items; k++) {
        int item = ruin->items[k];
        int persons = search->grouping->items[item].n_persons;
        if (s->group_of[item] < 0 && s->groups[group].n_persons + persons <= capacity &&
            co_state_can_seat(s, item, group))
            co_state_seat(s, item, group);
    }
    return group;
}

static int random_below(CoSearch *search, int n)
{
    return n <= 1 ? 0 : g_rand_int_range(search->random, 0, n);
}

static bool is_kept_for_lock(const CoSearch *search, int reference)
{
    for (int l = 0; l < search->grouping->n_locks; l++)
        if (search->grouping->locks[l].reference == reference)
            return true;
    return false;
}

/* Dearest eviction that still makes dates worth changing: about a person's dearest detour. */
static int64_t evict_price(const CoSearch *search)
{
    return MAX(1, search->penalties.seat / 12);
}

/* A reference of the class that no group continues, so that its heir keeps what it can: at random,
 * none only when all are continued. */
static int free_reference(CoSearch *search, int class_idx)
{
    const CoState *s = search->state;
    int n = 0, found = -1;
    for (int r = 0; r < search->grouping->n_references; r++)
        if (search->grouping->references[r].class_idx == class_idx && !s->continued[r] &&
            !is_kept_for_lock(search, r) && random_below(search, ++n) == 0)
            found = r;
    return found;
}

/* What a new group continues. */
static int reference_for(CoSearch *search, int class_idx, int lock)
{
    if (search->grouping->n_references == 0)
        return -1;
    return lock >= 0 ? search->grouping->locks[lock].reference : free_reference(search, class_idx);
}

void co_search_construct(CoSearch *search, const CoSketch *sketch)
{
    co_state_clear(search->state);
    for (int k = 0; k < sketch->n_groups; k++) {
        const struct CoSketchGroup *from = &sketch->groups[k];
        Ruin ruin = {.class_idx = from->class_idx,
                     .lock = from->lock,
                     .n_items = from->n_items,
                     .items = from->items};
        CoCalendarWish wish = {.class_idx = from->class_idx,
                               .lock = from->lock,
                               .room = from->room,
                               .pattern = -1,
                               .items = from->items,
                               .n_items = from->n_items,
                               .n_samples = 400,
                               .evict_price = evict_price(search),
                               .reference = reference_for(search, from->class_idx, from->lock),
                               .change_price = search->penalties.change};
        if (open_with(search, &ruin, &wish) < 0) {
            wish.room = -1;
            open_with(search, &ruin, &wish);
        }
    }
    for (int c = 0; c < search->grouping->n_classes; c++)
        search->budget->work += co_seat_class(search->state, c, &search->penalties) > 0;
    co_search_note(search);
    co_state_forget(search->state);
}

/* ---- the plan that this one replaces ---- */

/* Who was there. @return (transfer full) */
static int *items_of_reference(const CoGrouping *g, int reference, int *n)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < g->n_items; i++)
        for (int k = 0; k < g->items[i].n_shares; k++)
            if (g->items[i].shares[k].reference == reference &&
                g->items[i].class_idx == g->references[reference].class_idx)
                g_array_append_val(items, i);
    *n = (int)items->len;
    return (int *)(void *)g_array_free(items, FALSE);
}

static int lock_of_reference(const CoGrouping *g, int reference)
{
    for (int l = 0; l < g->n_locks; l++)
        if (g->locks[l].reference == reference)
            return l;
    return -1;
}

static bool is_as_published(const CoGrouping *g, const CoStateGroup *grp)
{
    return grp->n_moved == 0 && grp->calendar.team == g->references[grp->reference].team;
}

/* @param exact  only just as it was published */
static void rebuild_one(CoSearch *search, int reference, bool exact)
{
    const CoGrouping *g = search->grouping;
    CoState *s = search->state;
    const CoGrpReference *ref = &g->references[reference];
    if (ref->class_idx < 0 || s->continued[reference])
        return;
    Ruin ruin = {.class_idx = ref->class_idx, .lock = lock_of_reference(g, reference)};
    g_autofree int *items = items_of_reference(g, reference, &ruin.n_items);
    if (ruin.n_items == 0 && ruin.lock < 0)
        return; /* nobody is left of it: opened again only if somebody needs it */
    ruin.items = items;
    CoCalendarWish wish = {.class_idx = ref->class_idx,
                           .lock = ruin.lock,
                           .room = ref->room >= 0 ? ref->room : -1,
                           .pattern = ref->pattern,
                           .items = items,
                           .n_items = ruin.n_items,
                           .n_samples = 600,
                           .evict_price = evict_price(search),
                           .reference = reference,
                           .change_price = search->penalties.change};
    int mark = co_state_mark(s);
    int group = open_with(search, &ruin, &wish);
    if (group >= 0 && exact && !is_as_published(g, &s->groups[group]))
        co_state_rollback(s, mark);
    if (group >= 0 || exact)
        return;
    wish.pattern = -1;
    if (open_with(search, &ruin, &wish) >= 0)
        return;
    wish.room = -1;
    open_with(search, &ruin, &wish);
}

void co_search_rebuild(CoSearch *search)
{
    const CoGrouping *g = search->grouping;
    CoState *s = search->state;
    co_state_clear(s);
    for (int r = 0; r < g->n_references; r++)
        if (is_kept_for_lock(search, r))
            rebuild_one(search, r, false);
    for (int r = 0; r < g->n_references; r++)
        rebuild_one(search, r, true);
    for (int r = 0; r < g->n_references; r++)
        rebuild_one(search, r, false);
    for (int c = 0; c < g->n_classes; c++)
        search->budget->work += co_seat_class(s, c, &search->penalties) > 0;
    co_search_note(search);
    co_state_forget(s);
}

/* ---- moves ---- */

static int random_group(CoSearch *search, int class_idx)
{
    const CoState *s = search->state;
    int n = 0;
    for (int k = 0; k < s->n_groups; k++)
        n += s->groups[k].class_idx >= 0 && (class_idx < 0 || s->groups[k].class_idx == class_idx);
    if (n == 0)
        return -1;
    int pick = random_below(search, n);
    for (int k = 0; k < s->n_groups; k++)
        if (s->groups[k].class_idx >= 0 && (class_idx < 0 || s->groups[k].class_idx == class_idx) &&
            pick-- == 0)
            return k;
    return -1;
}

static Ruin ruin_group(CoState *s, int group)
{
    CoStateGroup *grp = &s->groups[group];
    Ruin ruin = {.class_idx = grp->class_idx,
                 .lock = grp->lock,
                 .reference = grp->reference,
                 .room = grp->calendar.room,
                 .pattern = grp->calendar.pattern,
                 .n_items = grp->n_items};
    ruin.items = g_memdup2(grp->items, sizeof(int) * (size_t)grp->n_items);
    for (int k = 0; k < ruin.n_items; k++)
        co_state_unseat(s, ruin.items[k]);
    co_state_close_group(s, group);
    return ruin;
}

/* Back to the published room, with whom was there: what a replan mostly wants. */
static void go_home(CoSearch *search, const Ruin *ruin, CoCalendarWish *wish)
{
    const CoGrpReference *ref = &search->grouping->references[ruin->reference];
    wish->room = ref->room >= 0 ? ref->room : wish->room;
    wish->pattern = random_below(search, 3) == 0 ? ref->pattern : -1;
}

static bool reopen(CoSearch *search, const Ruin *ruin, int64_t noise)
{
    int dice = random_below(search, 100);
    CoCalendarWish wish = {.class_idx = ruin->class_idx,
                           .lock = ruin->lock,
                           .room = dice < 75 ? ruin->room : -1,
                           .pattern = dice < 15 ? ruin->pattern : -1,
                           .items = ruin->items,
                           .n_items = ruin->n_items,
                           .n_samples = 8 + random_below(search, 60),
                           .noise = noise,
                           .evict_price = evict_price(search),
                           .reference = ruin->reference,
                           .change_price = search->penalties.change};
    if (ruin->reference >= 0 && dice >= 40)
        go_home(search, ruin, &wish);
    return open_with(search, ruin, &wish) >= 0;
}

/* Closes up to three groups of related classes and opens them again. @return false when one of them
 * found no calendar: the caller undoes all. */
static bool move_redate(CoSearch *search, int64_t noise, bool *touched)
{
    CoState *s = search->state;
    Ruin ruins[MAX_RUINED];
    int dice = random_below(search, 100);
    int want = dice < 65 ? 1 : dice < 92 ? 2 : 3, n = 0;
    int first = random_group(search, -1);
    if (first < 0)
        return false;
    int class_idx = s->groups[first].class_idx;
    bool same_class = random_below(search, 2) == 0;
    ruins[n++] = ruin_group(s, first);
    while (n < want) {
        int next = random_group(search, same_class ? class_idx : -1);
        if (next < 0)
            break;
        ruins[n++] = ruin_group(s, next);
    }
    bool done = true;
    for (int k = 0; k < n; k++) {
        done = done && reopen(search, &ruins[k], noise);
        touched[ruins[k].class_idx] = true;
        g_free(ruins[k].items);
    }
    return done;
}

/* What a new group of the class is looked for with: any room, any dates, whoever comes. */
static CoCalendarWish any_wish(CoSearch *search, int class_idx, int lock, int64_t noise)
{
    return (CoCalendarWish){.class_idx = class_idx,
                            .lock = lock,
                            .room = -1,
                            .pattern = -1,
                            .n_samples = 60,
                            .noise = noise,
                            .evict_price = evict_price(search),
                            .reference = reference_for(search, class_idx, lock),
                            .change_price = search->penalties.change};
}

/* Locks of a class whose groups must still open: their places are taken (R11). */
static int n_locks_to_open(const CoSearch *search, int class_idx)
{
    const CoState *s = search->state;
    int n = 0;
    if (s->n_locks_open == search->grouping->n_locks)
        return 0;
    for (int l = 0; l < search->grouping->n_locks; l++)
        n += search->grouping->locks[l].class_idx == class_idx && !s->lock_open[l];
    return n;
}

static bool move_open(CoSearch *search, int64_t noise, bool *touched)
{
    CoState *s = search->state;
    int class_idx = random_below(search, search->grouping->n_classes);
    const CoGrpClass *cls = &search->grouping->classes[class_idx];
    if (cls->max_groups >= 0 &&
        s->class_groups_n[class_idx] + n_locks_to_open(search, class_idx) >= cls->max_groups)
        return false;
    Ruin ruin = {.class_idx = class_idx, .lock = -1};
    CoCalendarWish wish = any_wish(search, class_idx, -1, noise);
    touched[class_idx] = true;
    return open_with(search, &ruin, &wish) >= 0;
}

static bool move_close(CoSearch *search, bool *touched)
{
    CoState *s = search->state;
    int group = random_group(search, -1);
    if (group < 0 || s->groups[group].lock >= 0)
        return false;
    int class_idx = s->groups[group].class_idx;
    if (s->class_groups_n[class_idx] <= search->grouping->classes[class_idx].min_groups)
        return false;
    Ruin ruin = ruin_group(s, group);
    g_free(ruin.items);
    touched[class_idx] = true;
    return true;
}

/* Locks whose group is not open yet come before anything else. */
static bool open_missing_lock(CoSearch *search, int64_t noise, bool *touched)
{
    const CoState *s = search->state;
    for (int l = 0; l < search->grouping->n_locks; l++) {
        if (s->lock_open[l])
            continue;
        int class_idx = search->grouping->locks[l].class_idx;
        Ruin ruin = {.class_idx = class_idx, .lock = l};
        CoCalendarWish wish = any_wish(search, class_idx, l, noise);
        touched[class_idx] = true;
        return open_with(search, &ruin, &wish) >= 0;
    }
    return false;
}

static bool any_move(CoSearch *search, int64_t noise, bool *touched)
{
    const CoState *s = search->state;
    int dice = random_below(search, 100);
    if (s->n_locks_open < search->grouping->n_locks && open_missing_lock(search, noise, touched))
        return true;
    /* People without a seat: more often a new group. */
    int open_share = s->unplaced > 0 ? 25 : 5;
    if (dice < open_share)
        return move_open(search, noise, touched);
    if (dice < open_share + 4)
        return move_close(search, touched);
    return move_redate(search, noise, touched);
}

static bool accepts(CoSearch *search, int64_t delta, double temperature)
{
    if (delta <= 0)
        return true;
    double u = g_rand_double(search->random);
    return (double)delta < -temperature * log(u > 0 ? u : 1e-300);
}

static void one_move(CoSearch *search, double temperature, bool *touched)
{
    CoState *s = search->state;
    int n_classes = search->grouping->n_classes;
    int64_t before = objective(search);
    memset(touched, 0, sizeof *touched * (size_t)n_classes);
    int64_t noise =
        search->cost_limit < 0 ? (int64_t)(temperature * 2) + 1 : evict_price(search) / 4;
    bool made = any_move(search, noise, touched);
    for (int c = 0; c < n_classes && made; c++)
        if (touched[c])
            co_seat_class(s, c, &search->penalties);
    search->budget->work++;
    if (!made || !accepts(search, objective(search) - before, temperature)) {
        co_state_rollback(s, 0);
        return;
    }
    co_state_forget(s);
    co_search_note(search);
}

bool co_search_is_at_target(const CoSearch *search)
{
    const CoBest *best = search->best;
    int64_t m = search->grouping->unplaced_penalty;
    return best->found && m * best->unplaced + best->cost <= search->target &&
           best->changes <= search->changes_target;
}

void co_search_anneal(CoSearch *search, int64_t n_moves, double hot, double cold)
{
    g_autofree bool *touched = g_new0(bool, (size_t)MAX(search->grouping->n_classes, 1));
    co_state_forget(search->state);
    if (search->grouping->n_classes == 0)
        return;
    for (int64_t k = 0; k < n_moves && !co_budget_is_spent(search->budget); k++) {
        double temperature = hot * pow(cold / hot, (double)k / (double)MAX(n_moves, 1));
        one_move(search, temperature, touched);
        if (co_search_is_at_target(search))
            return;
    }
}
