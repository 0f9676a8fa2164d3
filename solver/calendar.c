/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar.h"

#include "bits.h"
#include "changes.h"
#include "evaluate.h"
#include "virtual.h"

#define MAX_KEPT 8 /* best room x pattern pairs tried in full */
#define MAX_TEAMS_TRIED 24
#define MAX_TEAMS_WEIGHED 6 /* for one bundle, where changes count */

typedef struct Candidate {
    int room, pattern;
    int64_t score;
} Candidate;

static int64_t noise(GRand *random, int64_t size)
{
    return size <= 0 ? 0 : (int64_t)(g_rand_double(random) * (double)size);
}

static bool bundle_is_free(const CoState *s, const CoGrpClass *cls, int room, int pattern)
{
    const CoGrouping *g = s->grouping;
    const CoGrpPattern *p = &cls->patterns[pattern];
    if (room >= 0) {
        int r = cls->rooms[room];
        if (co_bits_meet(g->room_busy[r], p->slots, g->n_words) ||
            co_bits_meet(s->room_used + (size_t)r * (size_t)g->n_words, p->slots, g->n_words))
            return false;
    }
    CO_BITS_EACH(slot, p->fm1_slots, g->n_words)
    {
        if (s->fm1_used[slot] >= g->fm1_capacity[slot])
            return false;
    }
    return true;
}

static bool counts_changes(const CoGrouping *g, const CoCalendarWish *wish)
{
    return g->n_references > 0 && wish->change_price > 0 && wish->reference >= 0 &&
           g->references[wish->reference].class_idx == wish->class_idx;
}

/* Persons hoped for that were there. */
static int n_who_were_there(const CoGrouping *g, const CoCalendarWish *wish)
{
    int n = 0;
    for (int k = 0; k < wish->n_items; k++) {
        const CoGrpItem *it = &g->items[wish->items[k]];
        for (int j = 0; j < it->n_shares; j++)
            n += it->shares[j].reference == wish->reference ? it->shares[j].n_persons : 0;
    }
    return n;
}

/* What the hoped-for members would cost there, those shut out at the eviction price. */
static int64_t bundle_score(const CoGrouping *g, const CoCalendarWish *wish, int room, int pattern)
{
    const CoGrpClass *cls = &g->classes[wish->class_idx];
    const CoGrpPattern *p = &cls->patterns[pattern];
    int at = room * cls->n_profiles + p->profile;
    int64_t score = 0;
    for (int k = 0; k < wish->n_items; k++) {
        const CoGrpItem *it = &g->items[wish->items[k]];
        bool fits = !co_bits_meet(it->busy_away, p->slots, g->n_words) &&
                    p->deadline_slot < it->cutover_slot && (room < 0 || it->room_ok[room]);
        if (fits)
            score += room >= 0 ? it->cost[at] : 0;
        else
            score += wish->evict_price * it->n_persons;
    }
    if (counts_changes(g, wish))
        score += wish->change_price * n_who_were_there(g, wish) *
                 co_changes_moved_in_person(g, wish->reference, room, pattern);
    return score;
}

static void keep_best(Candidate *kept, int *n_kept, Candidate candidate)
{
    if (*n_kept == MAX_KEPT && kept[MAX_KEPT - 1].score <= candidate.score)
        return;
    int at = *n_kept < MAX_KEPT ? (*n_kept)++ : MAX_KEPT - 1;
    for (; at > 0 && kept[at - 1].score > candidate.score; at--)
        kept[at] = kept[at - 1];
    kept[at] = candidate;
}

static int random_below(GRand *random, int n)
{
    return n <= 1 ? 0 : g_rand_int_range(random, 0, n);
}

static bool pattern_is_allowed(const CoGrpPattern *pattern, int lock)
{
    return pattern->lock < 0 || pattern->lock == lock;
}

/* The very dates first, then mostly their nearest. */
static int near_rank(GRand *random, int n, int k)
{
    return k == 0 ? 0 : MIN(random_below(random, n), random_below(random, n));
}

static void sample(const CoState *s, GRand *random, const CoCalendarWish *wish, Candidate *kept,
                   int *n_kept)
{
    const CoGrpClass *cls = &s->grouping->classes[wish->class_idx];
    int n_pairs = MAX(cls->n_rooms, 1) * cls->n_patterns;
    bool all = wish->room < 0 && wish->pattern < 0 && n_pairs <= wish->n_samples;
    bool dates_set = wish->pattern >= 0;
    int n = all ? n_pairs : (dates_set && wish->room >= 0 ? 1 : wish->n_samples);
    bool alike = counts_changes(s->grouping, wish) && s->n_near[wish->reference] > 0;
    for (int k = 0; k < n; k++) {
        Candidate c = {.room = wish->room, .pattern = wish->pattern};
        /* Where changes count, half of the dates looked at are the most alike. */
        if (alike && c.pattern < 0 && k % 2 == 0)
            c.pattern = s->near[wish->reference][near_rank(random, s->n_near[wish->reference], k)];
        if (c.pattern < 0)
            c.pattern = all ? k % cls->n_patterns : random_below(random, cls->n_patterns);
        if (c.room < 0 && cls->n_rooms > 0 && cls->n_in_person > 0)
            c.room = all ? k / cls->n_patterns : random_below(random, cls->n_rooms);
        if (!pattern_is_allowed(&cls->patterns[c.pattern], wish->lock) ||
            !bundle_is_free(s, cls, c.room, c.pattern))
            continue;
        c.score = bundle_score(s->grouping, wish, c.room, c.pattern) + noise(random, wish->noise);
        keep_best(kept, n_kept, c);
    }
}

/* Teams able to teach in person, cheapest first (insertion sort of the best few). */
static int rank_teams(const CoState *s, GRand *random, const CoCalendarWish *wish,
                      const CoCalendar *calendar, Candidate *ranked)
{
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[wish->class_idx];
    const CoGrpPattern *p = &cls->patterns[calendar->pattern];
    CoSlotWord nothing[CO_GRP_MAX_WORDS] = {0};
    int n = 0;
    for (int t = 0; t < cls->n_teams; t++) {
        if (!co_state_can_teach(s, wish->class_idx, t, p->slots, nothing))
            continue;
        Candidate c = {.pattern = t,
                       .score = co_team_cost(g, wish->class_idx, calendar->room, p->profile, t) +
                                noise(random, wish->noise)};
        if (counts_changes(g, wish))
            c.score += wish->change_price * co_changes_of_group(&g->references[wish->reference], t);
        if (n == MAX_TEAMS_TRIED && ranked[n - 1].score <= c.score)
            continue;
        int at = n < MAX_TEAMS_TRIED ? n++ : n - 1;
        for (; at > 0 && ranked[at - 1].score > c.score; at--)
            ranked[at] = ranked[at - 1];
        ranked[at] = c;
    }
    return n;
}

bool co_calendar_date(const CoState *s, int class_idx, int lock_idx, const int64_t *price,
                      CoCalendar *calendar)
{
    const CoGrpLock *lock = lock_idx >= 0 ? &s->grouping->locks[lock_idx] : NULL;
    const CoGrpClass *cls = &s->grouping->classes[class_idx];
    if (lock != NULL && lock->virtual_locked)
        memcpy(calendar->virtual_starts, lock->virtual_starts,
               sizeof(int) * (size_t)cls->n_virtual);
    else if (!co_virtual_date(s, class_idx, calendar, price))
        return false;
    return co_state_can_hold(s, class_idx, calendar);
}

/* Virtual classes elsewhere than published are worth their changes. */
static void price_changes(const CoGrouping *g, const CoCalendarWish *wish, int64_t *price)
{
    int64_t each = wish->change_price * n_who_were_there(g, wish);
    const CoGrpReference *ref = &g->references[wish->reference];
    for (int slot = 0; slot < g->n_slots; slot++) {
        bool published = false;
        for (int v = 0; v < g->classes[wish->class_idx].n_virtual; v++)
            published = published || ref->virtual_starts[v] == slot;
        price[slot] += published ? 0 : each;
    }
}

/* Of the teams ranked, the one whose dates change least, not the first that can be dated.
 * @return what the team and the changes are worth, INT64_MAX when none can be dated */
/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static int64_t choose_least_change(const CoState *s, const CoCalendarWish *wish,
                                   const Candidate *teams, int n_teams, const int64_t *price,
                                   CoCalendar *calendar)
{
    int64_t least = INT64_MAX;
    CoCalendar trial = *calendar;
    for (int k = 0; k < MIN(n_teams, MAX_TEAMS_WEIGHED) && teams[k].score < least; k++) {
        trial.team = teams[k].pattern;
        if (!co_calendar_date(s, wish->class_idx, wish->lock, price, &trial))
            continue;
        int moved = co_changes_moved_virtual(s->grouping, wish->reference, trial.virtual_starts);
        int64_t here = teams[k].score +
                       wish->change_price * n_who_were_there(s->grouping, wish) * (int64_t)moved;
        if (here < least) {
            least = here;
            *calendar = trial;
        }
    }
    return least;
}

/* Sets team and virtual dates: the cheapest team that can be dated, up to the noise wished; where
 * changes count, the one that changes least.
 * @return a price to compare, INT64_MAX when there is no such team */
static int64_t complete(const CoState *s, GRand *random, const CoCalendarWish *wish,
                        CoCalendar *calendar)
{
    const CoGrouping *g = s->grouping;
    const CoGrpLock *lock = wish->lock >= 0 ? &g->locks[wish->lock] : NULL;
    int64_t price[CO_GRP_MAX_SLOTS];
    co_virtual_price(g, wish->class_idx, calendar, wish->items, wish->n_items, wish->evict_price,
                     price);
    for (int slot = 0; slot < g->n_slots; slot++)
        price[slot] += noise(random, wish->noise);
    if (counts_changes(g, wish))
        price_changes(g, wish, price);
    if (lock != NULL && lock->team >= 0) {
        calendar->team = lock->team;
        return co_calendar_date(s, wish->class_idx, wish->lock, price, calendar) ? 0 : INT64_MAX;
    }
    Candidate teams[MAX_TEAMS_TRIED];
    int n = rank_teams(s, random, wish, calendar, teams);
    if (counts_changes(g, wish))
        return choose_least_change(s, wish, teams, n, price, calendar);
    for (int k = 0; k < n; k++) {
        calendar->team = teams[k].pattern;
        if (co_calendar_date(s, wish->class_idx, wish->lock, price, calendar))
            return 0;
    }
    return INT64_MAX;
}

bool co_calendar_find(const CoState *s, GRand *random, const CoCalendarWish *given,
                      CoCalendar *calendar)
{
    CoCalendarWish wish = *given;
    const CoGrouping *g = s->grouping;
    const CoGrpClass *cls = &g->classes[wish.class_idx];
    if (cls->n_patterns == 0 || cls->n_teams == 0 || (cls->n_in_person > 0 && cls->n_rooms == 0))
        return false;
    if (wish.n_items == 0) {
        wish.items = cls->items;
        wish.n_items = cls->n_items;
    }
    if (wish.lock >= 0) {
        const CoGrpLock *lock = &g->locks[wish.lock];
        wish.room = lock->room >= 0 ? lock->room : wish.room;
        wish.pattern = lock->pattern >= 0 ? lock->pattern : wish.pattern;
    }
    if (cls->n_in_person == 0)
        wish.room = -1;
    Candidate kept[MAX_KEPT];
    int n_kept = 0;
    sample(s, random, &wish, kept, &n_kept);
    /* The first bundle that can be completed; where changes count, dates and trainers weigh each
     * other. */
    bool weighs = counts_changes(g, &wish);
    int64_t best = INT64_MAX;
    for (int k = 0; k < n_kept && (best == INT64_MAX || (weighs && kept[k].score < best)); k++) {
        CoCalendar trial = {.room = kept[k].room, .pattern = kept[k].pattern};
        int64_t rest = complete(s, random, &wish, &trial);
        if (rest == INT64_MAX || kept[k].score + rest >= best)
            continue;
        best = kept[k].score + rest;
        *calendar = trial;
    }
    return best < INT64_MAX;
}
