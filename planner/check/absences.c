/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "absences.h"

static int compare_tallies(gconstpointer left, gconstpointer right)
{
    const CoTally *a = left, *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    if (a->slot != b->slot)
        return a->slot < b->slot ? -1 : 1;
    return (a->who > b->who) - (a->who < b->who);
}

void co_tally_settle(GArray *tallies)
{
    g_array_sort(tallies, compare_tallies);
    guint n_kept = 0;
    CoTally *entries = (CoTally *)(void *)tallies->data;
    for (guint i = 0; i < tallies->len; i++) {
        if (n_kept == 0 || compare_tallies(&entries[i], &entries[n_kept - 1]) != 0)
            entries[n_kept++] = entries[i];
    }
    g_array_set_size(tallies, n_kept);
}

guint co_tally_run(const GArray *tallies, guint first)
{
    const CoTally *start = &g_array_index(tallies, CoTally, first);
    guint n = 1;
    while (first + n < tallies->len) {
        const CoTally *next = &g_array_index(tallies, CoTally, first + n);
        if (next->place != start->place || next->slot != start->slot)
            break;
        n++;
    }
    return n;
}

void co_tally_add(GArray *tallies, int place, const CoSitting *sitting, int who)
{
    for (CoHalves half = CO_HALF_AM; half <= CO_HALF_PM; half++) {
        CoTally tally = {place, co_slot_of(sitting->day, half), who};
        if (sitting->halves & half)
            g_array_append_val(tallies, tally);
    }
}

int co_human_of_trainer(const CoCampaign *campaign, int trainer_idx)
{
    int person_idx = campaign->trainers[trainer_idx].person_idx;
    return person_idx >= 0 ? person_idx : campaign->n_people + trainer_idx;
}

/* One human may be posted twice: as participant and, elsewhere, as trainer. */
static void add_human(const CoInspection *inspection, GArray *tallies, const CoSitting *sitting,
                      int person_idx, int trainer_idx)
{
    const CoCampaign *campaign = inspection->campaign;
    int human = person_idx >= 0 ? person_idx : co_human_of_trainer(campaign, trainer_idx);
    int posts[2] = {
        person_idx >= 0 ? co_person_post(campaign, person_idx) : -1,
        trainer_idx >= 0 ? co_trainer_post(campaign, trainer_idx) : -1,
    };
    for (int i = 0; i < 2; i++) {
        if (posts[i] >= 0)
            co_tally_add(tallies, posts[i], sitting, human);
    }
}

static void add_team(const CoInspection *inspection, GArray *tallies, const CoTeam *team)
{
    for (int s = 0; s < team->n_sittings; s++) {
        const CoSitting *sitting = &team->sittings[s];
        if (!co_sitting_is_away(inspection, sitting))
            continue;
        for (int i = 0; i < team->n_members; i++) {
            int person_idx = team->members[i];
            add_human(inspection, tallies, sitting, person_idx,
                      inspection->trainer_of_person[person_idx]);
        }
        for (int i = 0; i < team->n_trainers; i++) {
            int trainer_idx = team->trainers[i];
            add_human(inspection, tallies, sitting,
                      inspection->campaign->trainers[trainer_idx].person_idx, trainer_idx);
        }
    }
}

CoAbsence *co_absences_of_service(const CoInspection *inspection, int *n_absences)
{
    g_autoptr(GArray) tallies = g_array_new(FALSE, FALSE, sizeof(CoTally));
    for (int g = 0; g < inspection->n_teams; g++)
        add_team(inspection, tallies, &inspection->teams[g]);
    co_tally_settle(tallies);

    CoAbsence *absences = g_new(CoAbsence, tallies->len);
    *n_absences = 0;
    guint n_away;
    for (guint i = 0; i < tallies->len; i += n_away) {
        const CoTally *tally = &g_array_index(tallies, CoTally, i);
        n_away = co_tally_run(tallies, i);
        absences[(*n_absences)++] = (CoAbsence){tally->place, tally->slot, (int)n_away};
    }
    return absences;
}
