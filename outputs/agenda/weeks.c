/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "weeks.h"

#include "outputs/kit/closing.h"

enum { WORKING_DAYS = 5, WEDNESDAY = 3 };

typedef struct Teaching {
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoAgenda *agenda;
} Teaching;

static void clear_week(gpointer data)
{
    g_free(((CoWeek *)data)->halves);
}

static bool uses_fm1(const Teaching *teaching, const CoEntry *entry)
{
    return entry->group_idx >= 0 && teaching->campaign->modules[entry->module_idx].fm1;
}

/* @return groups that use FM1 on that half-day */
static int fm1_groups(const Teaching *teaching, CoDay day, CoHalves half)
{
    int n = 0;
    for (int i = 0; i < teaching->agenda->n_entries; i++) {
        const CoEntry *entry = &teaching->agenda->entries[i];
        n += entry->day == day && (entry->halves & half) && uses_fm1(teaching, entry);
    }
    return n;
}

static void count_fm1(CoWeek *week, const Teaching *teaching, const CoEntry *entry)
{
    if (!uses_fm1(teaching, entry))
        return;
    int morning = fm1_groups(teaching, entry->day, CO_HALF_AM);
    int afternoon = fm1_groups(teaching, entry->day, CO_HALF_PM);
    week->fm1_peak = MAX(week->fm1_peak, MAX(morning, afternoon));
    week->fm1_halves += co_agenda_n_halves(entry->halves);
}

static void count_entry(CoWeek *week, const Teaching *teaching, const CoEntry *entry)
{
    int n_halves = co_agenda_n_halves(entry->halves);
    count_fm1(week, teaching, entry);
    if (co_agenda_mode(teaching->campaign, entry) != CO_MODE_IN_PERSON) {
        week->remote += n_halves;
        return;
    }
    week->halves[co_agenda_path(teaching->campaign, entry)] += n_halves;
    week->in_person += n_halves;
    week->trainee_halves +=
        n_halves * co_agenda_n_attending(teaching->campaign, teaching->plan, entry);
}

/* Several academies close on days of their own: only closures of all of them count then. */
static bool is_open(const CoCampaign *campaign, CoDay day)
{
    const CoParameters *parameters = &campaign->parameters;
    bool closed_wednesday =
        parameters->wednesday == CO_WEDNESDAY_CLOSED && co_day_weekday(day) == WEDNESDAY;
    return day >= parameters->first_day && day <= parameters->last_day && !closed_wednesday &&
           co_closing_on(campaign, campaign->n_academies == 1 ? 0 : -1, day) == NULL;
}

/* @return how many groups FM1 takes at once; the first window that holds the day stands */
static int groups_allowed(const CoCampaign *campaign, CoDay day)
{
    for (int i = 0; i < campaign->n_fm1_windows && is_open(campaign, day); i++) {
        const CoFm1Window *window = &campaign->fm1_windows[i];
        if (day >= window->first_day && day <= window->last_day)
            return window->max_groups;
    }
    return 0;
}

static CoWeek week_of(const CoCampaign *campaign, CoDay monday)
{
    CoWeek week = {.monday = monday, .halves = g_new0(int, (gsize)campaign->n_paths + 1)};
    for (CoDay day = monday; day < monday + WORKING_DAYS; day++) {
        int allowed = groups_allowed(campaign, day);
        week.fm1_allowed = MAX(week.fm1_allowed, allowed);
        week.fm1_open += 2 * allowed;
    }
    return week;
}

GArray *co_weeks_new(const CoCampaign *campaign, const CoPlan *plan, const CoAgenda *agenda)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && agenda != NULL, NULL);
    const Teaching teaching = {campaign, plan, agenda};
    GArray *weeks = g_array_new(FALSE, FALSE, sizeof(CoWeek));
    g_array_set_clear_func(weeks, clear_week);
    for (int i = 0; i < agenda->n_entries; i++) {
        const CoEntry *entry = &agenda->entries[i];
        if (entry->day == CO_DAY_NONE)
            continue;
        CoDay monday = co_day_monday(entry->day);
        CoDay next =
            weeks->len == 0 ? monday : g_array_index(weeks, CoWeek, weeks->len - 1).monday + 7;
        for (; next <= monday; next += 7) {
            const CoWeek week = week_of(campaign, next);
            g_array_append_val(weeks, week);
        }
        count_entry(&g_array_index(weeks, CoWeek, weeks->len - 1), &teaching, entry);
    }
    return weeks;
}
