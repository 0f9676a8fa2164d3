/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar_lanes.h"

#include "outputs/kit/closing.h"
#include "outputs/words/names.h"
#include "outputs/kit/style.h"

static void clear_item(gpointer data)
{
    CoLaneItem *item = data;
    g_free(item->text);
    g_free(item->short_text);
}

void co_lanes_free(CoLanes *lanes)
{
    if (lanes == NULL)
        return;
    g_array_unref(lanes->items);
    g_free(lanes);
}

/* Whether an item of one academy, or of all (-1), is to be shown to another, or to all. */
static bool concerns(const CoCampaign *campaign, int item_academy_idx, int academy_idx)
{
    return item_academy_idx < 0 || item_academy_idx == academy_idx || campaign->n_academies == 1;
}

static void add_windows(GArray *items, const CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_fm1_windows; i++) {
        const CoFm1Window *window = &campaign->fm1_windows[i];
        const CoLaneItem item = {
            .kind = CO_LANE_FM1,
            .first_day = window->first_day,
            .last_day = window->last_day,
            .fill = CO_FILL_FM1,
            .text = g_strdup_printf("FM1 ouverte, %d %s à la fois", window->max_groups,
                                    window->max_groups >= 2 ? "groupes" : "groupe"),
            .short_text = g_strdup("FM1")};
        g_array_append_val(items, item);
    }
}

static void add_closures(GArray *items, const CoCampaign *campaign, int academy_idx)
{
    for (int i = 0; i < campaign->n_closures; i++) {
        const CoClosure *closure = &campaign->closures[i];
        if (!concerns(campaign, closure->academy_idx, academy_idx))
            continue;
        const CoLaneItem item = {.kind = CO_LANE_CLOSURE,
                                 .first_day = closure->first_day,
                                 .last_day = closure->last_day,
                                 .fill = co_closing_kind_fill(closure->kind),
                                 .text = g_strdup(closure->label),
                                 .short_text = g_strdup(closure->label)};
        g_array_append_val(items, item);
    }
}

/* "SG, AC", or "tous" */
static char *milestone_roles(const CoCampaign *campaign, const CoMilestone *milestone)
{
    if (milestone->n_roles == 0)
        return g_strdup("tous");
    GString *codes = g_string_new(NULL);
    for (int i = 0; i < milestone->n_roles; i++)
        g_string_append_printf(codes, "%s%s", i > 0 ? ", " : "",
                               campaign->roles[milestone->role_idx[i]].code);
    return g_string_free(codes, FALSE);
}

static void add_milestones(GArray *items, const CoCampaign *campaign, int academy_idx)
{
    for (int i = 0; i < campaign->n_milestones; i++) {
        const CoMilestone *milestone = &campaign->milestones[i];
        if (!concerns(campaign, milestone->academy_idx, academy_idx))
            continue;
        g_autofree char *roles = milestone_roles(campaign, milestone);
        const char *effect = milestone->forbidden ? "interdit" : "à éviter";
        const CoLaneItem item = {
            .kind = CO_LANE_MILESTONE,
            .first_day = milestone->first_day,
            .last_day = milestone->last_day,
            .fill = milestone->forbidden ? CO_FILL_FORBIDDEN : CO_FILL_AVOID,
            .text = g_strdup_printf("%s (%s : %s)", milestone->label, roles, effect),
            .short_text = g_strdup_printf("%s (%s)", milestone->code, effect)};
        g_array_append_val(items, item);
    }
}

static void add_cutovers(GArray *items, const CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_waves; i++) {
        const CoWave *wave = &campaign->waves[i];
        const CoLaneItem item = {.kind = CO_LANE_MILESTONE,
                                 .first_day = wave->cutover,
                                 .last_day = wave->cutover,
                                 .fill = CO_FILL_CUTOVER,
                                 .text = g_strdup_printf("Bascule %s", wave->code),
                                 .short_text = g_strdup_printf("Bascule %s", wave->code)};
        g_array_append_val(items, item);
    }
}

static int compare_items(gconstpointer left, gconstpointer right)
{
    const CoLaneItem *a = left, *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->first_day != b->first_day)
        return a->first_day < b->first_day ? -1 : 1;
    if (a->last_day != b->last_day)
        return a->last_day < b->last_day ? -1 : 1;
    return g_strcmp0(a->text, b->text);
}

static bool is_same_item(const CoLaneItem *a, const CoLaneItem *b)
{
    return a->kind == b->kind && a->first_day == b->first_day && a->last_day == b->last_day &&
           g_str_equal(a->text, b->text);
}

/* Calendars show Monday to Friday: a holiday on a Sunday would take an empty line. */
static bool is_weekend(const CoLaneItem *item)
{
    int weekday = co_day_weekday(item->first_day);
    return weekday > 5 && item->last_day - item->first_day <= 7 - weekday;
}

/* Official files name one holiday several times, for instance once for each zone. */
static void drop_others(GArray *items, CoDay first_day, CoDay last_day)
{
    for (guint i = items->len; i > 0; i--) {
        const CoLaneItem *item = &g_array_index(items, CoLaneItem, i - 1);
        bool is_outside = item->last_day < first_day || item->first_day > last_day;
        bool is_twice = i < items->len && is_same_item(item, item + 1);
        if (is_outside || is_twice || is_weekend(item))
            g_array_remove_index(items, i - 1);
    }
}

/* Items come by first day, so the first lane whose last item has ended is free. */
static void share_lanes(CoLanes *lanes, CoLaneKind kind)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(CoDay));
    for (guint i = 0; i < lanes->items->len; i++) {
        CoLaneItem *item = &g_array_index(lanes->items, CoLaneItem, i);
        if (item->kind != kind)
            continue;
        guint lane = 0;
        while (lane < ends->len && g_array_index(ends, CoDay, lane) >= item->first_day)
            lane++;
        if (lane == ends->len)
            g_array_append_val(ends, item->last_day);
        g_array_index(ends, CoDay, lane) = item->last_day;
        item->lane = (int)lane;
    }
    lanes->n_lanes[kind] = (int)ends->len;
}

CoLanes *co_lanes_new(const CoCampaign *campaign, int academy_idx, CoDay first_day, CoDay last_day)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    CoLanes *lanes = g_new0(CoLanes, 1);
    lanes->items = g_array_new(FALSE, FALSE, sizeof(CoLaneItem));
    g_array_set_clear_func(lanes->items, clear_item);
    add_windows(lanes->items, campaign);
    add_closures(lanes->items, campaign, academy_idx);
    add_milestones(lanes->items, campaign, academy_idx);
    add_cutovers(lanes->items, campaign);
    g_array_sort(lanes->items, compare_items);
    drop_others(lanes->items, first_day, last_day);
    for (CoLaneKind kind = CO_LANE_FM1; kind < CO_N_LANE_KINDS; kind++)
        share_lanes(lanes, kind);
    return lanes;
}
