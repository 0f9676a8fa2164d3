/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R04, in person: every way to date the modules of a class in order, with its gaps, on slots that
 * calendar, FM1 windows (R05), notice (R17) and at least one room allow. Where there are more than
 * CO_MAX_PATTERNS, that many are taken, evenly spread over the whole list in its natural order. */
#include <string.h>

#include "rule_models.h"
#include "slots.h"

/* Counts stop here, so that sums and products of them stay within 64 bits. */
#define COUNT_CEILING ((uint64_t)1 << 32)
/* 2^32 over the golden ratio: its multiples fill the 32-bit numbers evenly. */
#define GOLDEN_RATIO_32 2654435769u

typedef struct Walk {
    CoEngineProblem *problem;
    const CoEngineClass *cls;
    int n_slots, n_words;
    CoSlotWord *options; /* [module][n_words]: where it may start */
    uint64_t *before;    /* [module][n_slots + 1]: ways to date this and the later modules when this
                            one starts before the slot */
    bool rooms_matter;   /* no room is free at all options */
    int *starts;         /* the pattern in hand */
    GArray *patterns;    /* of CoGrpPattern */
    GArray *profiles;    /* of int: [profile][period][2] */
} Walk;

static const CoModule *module_at(const Walk *walk, int k)
{
    return &walk->problem->campaign->modules[walk->cls->in_person[k]];
}

static void hold_module(const CoModule *module, int start, CoSlotWord *set)
{
    co_slots_set(set, start);
    if (module->half_days >= 2)
        co_slots_set(set, start + 1);
}

static bool some_room_is_free(const Walk *walk, const CoSlotWord *slots)
{
    for (int r = 0; r < walk->cls->n_rooms; r++)
        if (!co_slots_meet(walk->problem->room_busy[walk->cls->rooms[r]], slots, walk->n_words))
            return true;
    return false;
}

/* ---- counting ---- */

static CoSlotWord *options_of(const Walk *walk, int k)
{
    return walk->options + (gsize)k * (gsize)walk->n_words;
}

static uint64_t *before_of(const Walk *walk, int k)
{
    return walk->before + (gsize)k * ((gsize)walk->n_slots + 1);
}

static void fill_options(Walk *walk)
{
    for (int k = 0; k < walk->cls->n_in_person; k++)
        co_r04_starts(walk->problem, walk->cls, walk->cls->in_person[k], walk->problem->first_slot,
                      options_of(walk, k));
}

/* Drops the starts at which every room is closed. */
static void drop_roomless_options(Walk *walk)
{
    g_autofree CoSlotWord *held = g_new(CoSlotWord, (gsize)walk->n_words);
    for (int k = 0; k < walk->cls->n_in_person; k++) {
        CoSlotWord *options = options_of(walk, k);
        for (int s = 0; s < walk->n_slots; s++) {
            memset(held, 0, sizeof *held * (gsize)walk->n_words);
            if (!co_slots_test(options, s))
                continue;
            hold_module(module_at(walk, k), s, held);
            if (!some_room_is_free(walk, held))
                options[s / 64] &= ~((CoSlotWord)1 << (s % 64));
        }
    }
}

/* Slots [from, to) at which module k may start when the previous one starts at that slot. */
static void successors(const Walk *walk, int k, int start, int *from, int *to)
{
    int least, most;
    co_r04_gap(walk->problem, walk->cls->in_person[k], &least, &most);
    int64_t day = start / 2, first = 2 * (day + least), end = 2 * (day + most + 1);
    *to = most < 0 ? walk->n_slots : (int)MIN(end, walk->n_slots);
    *from = (int)MIN(first, *to);
}

static void count_ways(Walk *walk)
{
    int n = walk->cls->n_in_person;
    for (int k = n - 1; k >= 0; k--) {
        uint64_t *before = before_of(walk, k);
        const CoSlotWord *options = options_of(walk, k);
        before[0] = 0;
        for (int s = 0; s < walk->n_slots; s++) {
            uint64_t ways = co_slots_test(options, s) ? 1 : 0;
            if (ways > 0 && k + 1 < n) {
                int from, to;
                successors(walk, k + 1, s, &from, &to);
                ways = before_of(walk, k + 1)[to] - before_of(walk, k + 1)[from];
            }
            before[s + 1] = before[s] + MIN(ways, COUNT_CEILING);
        }
    }
}

/* ---- one pattern ---- */

static void add_profile_days(const Walk *walk, int *vector)
{
    for (int k = 0; k < walk->cls->n_in_person; k++) {
        int period = walk->problem->period_of_day[walk->starts[k] / 2];
        vector[2 * period + (module_at(walk, k)->half_days >= 2 ? 0 : 1)]++;
    }
}

/* @return the profile with the same days, new if need be */
static int find_profile(Walk *walk)
{
    int width = 2 * walk->problem->n_periods;
    g_autofree int *vector = g_new0(int, (gsize)width);
    add_profile_days(walk, vector);
    int n = (int)walk->profiles->len / width;
    for (int p = 0; p < n; p++)
        if (memcmp(&g_array_index(walk->profiles, int, p *width), vector,
                   sizeof *vector * (gsize)width) == 0)
            return p;
    g_array_append_vals(walk->profiles, vector, (guint)width);
    return n;
}

/* FM1 slots are all, none or some of the slots; only the last case needs a set of its own. */
static const CoSlotWord *fm1_slots(const Walk *walk, const CoSlotWord *slots)
{
    int n_fm1 = 0;
    for (int k = 0; k < walk->cls->n_in_person; k++)
        n_fm1 += module_at(walk, k)->fm1;
    if (n_fm1 == 0)
        return walk->problem->none;
    if (n_fm1 == walk->cls->n_in_person)
        return slots;
    CoSlotWord *some = co_new_slots(walk->problem);
    for (int k = 0; k < walk->cls->n_in_person; k++)
        if (module_at(walk, k)->fm1)
            hold_module(module_at(walk, k), walk->starts[k], some);
    return some;
}

static int deadline_slot(const Walk *walk)
{
    int deadline = -1;
    for (int k = 0; k < walk->cls->n_in_person; k++)
        if (module_at(walk, k)->before_cutover)
            deadline = walk->starts[k] + (module_at(walk, k)->half_days >= 2 ? 1 : 0);
    return deadline;
}

static CoGrpPattern make_pattern(Walk *walk, const CoSlotWord *slots)
{
    gsize n = (gsize)walk->cls->n_in_person;
    CoSlotWord *kept = co_new_slots(walk->problem);
    co_slots_add(kept, slots, walk->n_words);
    int *starts = CO_ARENA_NEW(walk->problem->arena, int, n);
    memcpy(starts, walk->starts, sizeof *starts * n);
    return (CoGrpPattern){
        .slots = kept,
        .fm1_slots = fm1_slots(walk, kept),
        .profile = find_profile(walk),
        .deadline_slot = deadline_slot(walk),
        .first_day = n > 0 ? starts[0] / 2 : -1,
        .lock = -1,
        .starts = starts,
    };
}

static void fill_slots(const Walk *walk, CoSlotWord *slots)
{
    memset(slots, 0, sizeof *slots * (gsize)walk->n_words);
    for (int k = 0; k < walk->cls->n_in_person; k++)
        hold_module(module_at(walk, k), walk->starts[k], slots);
}

static void take_pattern(Walk *walk)
{
    CoSlotWord slots[2 * CO_MAX_HORIZON_DAYS / 64 + 1];
    fill_slots(walk, slots);
    if (walk->rooms_matter && !some_room_is_free(walk, slots))
        return;
    CoGrpPattern pattern = make_pattern(walk, slots);
    g_array_append_val(walk->patterns, pattern);
}

/* ---- all patterns, or a sample ---- */

/* @return the slot s with before[s] <= rank < before[s + 1] */
static int slot_of_rank(const uint64_t *before, int from, int to, uint64_t rank)
{
    while (to - from > 1) {
        int middle = from + (to - from) / 2;
        if (before[middle] <= rank)
            from = middle;
        else
            to = middle;
    }
    return from;
}

/* Ways beyond the ceiling were counted as the ceiling: a rank among the counted is spread over all,
 * the digits that the count has lost being made up. */
static uint64_t spread_rank(uint64_t rank, uint64_t total, uint32_t digits)
{
    return (((rank >> 12) * total) >> 20) + digits % (total >> 20);
}

/* Takes the pattern of that rank in the natural order, module after module. */
static void take_rank(Walk *walk, uint64_t rank, uint32_t digits)
{
    int from = 0, to = walk->n_slots, n = walk->cls->n_in_person;
    for (int k = 0; k < n; k++) {
        const uint64_t *before = before_of(walk, k);
        uint64_t sought = before[from] + rank;
        int slot = slot_of_rank(before, from, to, sought);
        walk->starts[k] = slot;
        if (k + 1 == n)
            break;
        successors(walk, k + 1, slot, &from, &to);
        uint64_t ways = before[slot + 1] - before[slot];
        uint64_t total = before_of(walk, k + 1)[to] - before_of(walk, k + 1)[from];
        rank = sought - before[slot];
        if (total > ways)
            rank = spread_rank(rank, total, digits);
    }
    take_pattern(walk);
}

/* All ranks when there are few enough; else one in each of CO_MAX_PATTERNS equal stretches, at a
 * place that moves about so that no weekday or gap is favoured. */
static void take_ranks(Walk *walk, uint64_t total)
{
    uint64_t n = MIN(total, CO_MAX_PATTERNS);
    for (uint64_t i = 0; i < n; i++) {
        uint32_t digits = (uint32_t)(i * GOLDEN_RATIO_32);
        take_rank(walk, i * total / n + ((digits * (total / n)) >> 32), digits);
    }
}

static CoPatternSet *close_set(Walk *walk, bool complete)
{
    CoPatternSet *set = CO_ARENA_NEW(walk->problem->arena, CoPatternSet, 1);
    gsize n = walk->patterns->len, n_numbers = walk->profiles->len;
    CoGrpPattern *patterns = CO_ARENA_NEW(walk->problem->arena, CoGrpPattern, n);
    if (n > 0)
        memcpy(patterns, walk->patterns->data, sizeof *patterns * n);
    set->n_patterns = (int)n;
    set->patterns = patterns;
    set->complete = complete;
    /* Without a pattern one profile of no day keeps every table in shape. */
    int width = 2 * walk->problem->n_periods;
    int *profiles = CO_ARENA_NEW(walk->problem->arena, int, MAX((int)n_numbers, width));
    if (n_numbers > 0)
        memcpy(profiles, walk->profiles->data, sizeof *profiles * n_numbers);
    set->n_profiles = MAX((int)n_numbers / width, 1);
    set->profiles = profiles;
    return set;
}

static const CoPatternSet *enumerate(Walk *walk)
{
    walk->before = g_new(uint64_t, (gsize)walk->cls->n_in_person * ((gsize)walk->n_slots + 1) + 1);
    count_ways(walk);
    uint64_t total = walk->cls->n_in_person == 0 ? 1 : before_of(walk, 0)[walk->n_slots];
    bool complete = total <= CO_MAX_PATTERNS;
    take_ranks(walk, total);
    g_free(walk->before);
    return close_set(walk, complete);
}

/* ---- sharing ---- */

/* Academies with the same options for a path (and no need to look at rooms) have the same
 * patterns. @return (transfer full) what the patterns depend on */
static GBytes *key_of(const Walk *walk)
{
    g_autoptr(GByteArray) key = g_byte_array_new();
    guint set_size = (guint)(sizeof(CoSlotWord) * (gsize)walk->n_words);
    int head[2] = {walk->cls->path_idx, walk->rooms_matter ? walk->cls->n_rooms : -1};
    g_byte_array_append(key, (const guint8 *)head, sizeof head);
    g_byte_array_append(key, (const guint8 *)walk->options,
                        set_size * (guint)walk->cls->n_in_person);
    for (int r = 0; walk->rooms_matter && r < walk->cls->n_rooms; r++)
        g_byte_array_append(key, (const guint8 *)walk->problem->room_busy[walk->cls->rooms[r]],
                            set_size);
    return g_byte_array_free_to_bytes(g_steal_pointer(&key));
}

static void look_at_rooms(Walk *walk)
{
    g_autofree CoSlotWord *all = g_new0(CoSlotWord, (gsize)walk->n_words);
    for (int k = 0; k < walk->cls->n_in_person; k++)
        for (int s = 0; s < walk->n_slots; s++)
            if (co_slots_test(options_of(walk, k), s))
                hold_module(module_at(walk, k), s, all);
    walk->rooms_matter = walk->cls->n_in_person > 0 && !some_room_is_free(walk, all);
    if (walk->rooms_matter)
        drop_roomless_options(walk);
}

static void begin_walk(Walk *walk, CoEngineProblem *problem, int class_idx)
{
    const CoEngineClass *cls = &problem->classes[class_idx];
    *walk = (Walk){
        .problem = problem,
        .cls = cls,
        .n_slots = problem->grouping.n_slots,
        .n_words = problem->grouping.n_words,
        .options = g_new0(CoSlotWord, (gsize)(cls->n_in_person * problem->grouping.n_words) + 1),
        .starts = g_new0(int, (gsize)cls->n_in_person + 1),
        .patterns = g_array_new(FALSE, FALSE, sizeof(CoGrpPattern)),
        .profiles = g_array_new(FALSE, FALSE, sizeof(int)),
    };
}

static void end_walk(Walk *walk)
{
    g_free(walk->options);
    g_free(walk->starts);
    g_array_unref(walk->patterns);
    g_array_unref(walk->profiles);
}

static void use_set(CoEngineProblem *problem, int class_idx, const CoPatternSet *set)
{
    CoGrpClass *grp = &problem->grp_classes[class_idx];
    problem->classes[class_idx].patterns = set;
    grp->patterns = set->patterns;
    grp->n_patterns = set->n_patterns;
    grp->patterns_complete = set->complete;
    grp->n_profiles = set->n_profiles;
}

void co_r04_patterns(CoEngineProblem *problem, int class_idx)
{
    if (problem->pattern_sets == NULL)
        problem->pattern_sets =
            g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    Walk walk;
    begin_walk(&walk, problem, class_idx);
    fill_options(&walk);
    look_at_rooms(&walk);
    g_autoptr(GBytes) key = key_of(&walk);
    const CoPatternSet *set = g_hash_table_lookup(problem->pattern_sets, key);
    if (set == NULL) {
        set = enumerate(&walk);
        g_hash_table_insert(problem->pattern_sets, g_bytes_ref(key), (gpointer)set);
    }
    use_set(problem, class_idx, set);
    end_walk(&walk);
}

/* ---- patterns of locked groups ---- */

static bool starts_are_allowed(const Walk *walk)
{
    for (int k = 0; k < walk->cls->n_in_person; k++) {
        int from = 0, to = walk->n_slots, start = walk->starts[k];
        g_autofree CoSlotWord *options = g_new0(CoSlotWord, (gsize)walk->n_words);
        co_r04_starts(walk->problem, walk->cls, walk->cls->in_person[k], 0, options);
        if (k > 0)
            successors(walk, k, walk->starts[k - 1], &from, &to);
        if (start < from || start >= to || !co_slots_test(options, start))
            return false;
    }
    return true;
}

/* The profile is found by the append, which may have to add one. */
bool co_r04_pattern_at(CoEngineProblem *problem, int class_idx, const int *starts,
                       CoGrpPattern *pattern)
{
    Walk walk;
    begin_walk(&walk, problem, class_idx);
    memcpy(walk.starts, starts, sizeof *starts * (gsize)walk.cls->n_in_person);
    bool allowed = starts_are_allowed(&walk);
    if (allowed) {
        CoSlotWord slots[2 * CO_MAX_HORIZON_DAYS / 64 + 1];
        fill_slots(&walk, slots);
        *pattern = make_pattern(&walk, slots);
    }
    end_walk(&walk);
    return allowed;
}

int co_r04_append_pattern(CoEngineProblem *problem, int class_idx, const CoGrpPattern *pattern)
{
    Walk walk;
    begin_walk(&walk, problem, class_idx);
    const CoPatternSet *old = problem->classes[class_idx].patterns;
    guint n_numbers = (guint)(old->n_profiles * 2 * problem->n_periods);
    g_array_append_vals(walk.patterns, old->patterns, (guint)old->n_patterns);
    g_array_append_vals(walk.profiles, old->profiles, n_numbers);
    memcpy(walk.starts, pattern->starts, sizeof(int) * (gsize)walk.cls->n_in_person);
    CoGrpPattern added = *pattern;
    added.profile = find_profile(&walk);
    g_array_append_val(walk.patterns, added);
    use_set(problem, class_idx, close_set(&walk, old->complete));
    end_walk(&walk);
    return old->n_patterns;
}
