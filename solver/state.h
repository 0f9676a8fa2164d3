/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file state.h  A plan under construction, changed in small undoable steps. Private to solver/.
 *
 * Every state keeps all hard rules but three, which are priced instead: items may be unplaced,
 * groups may be under their minimum size, locked items may be outside their group.
 * co_state_is_whole() tells. Each step is journalled; co_state_rollback() undoes all since a mark.
 * No step allocates in the long run (buffers only grow). */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"

#define CO_MAX_VIRTUAL 16 /**< virtual classes per class; the engine refuses more */

/** Where and when a group meets, and who teaches it. */
typedef struct CoCalendar {
    int room, pattern, team;
    int virtual_starts[CO_MAX_VIRTUAL];
} CoCalendar;

typedef struct CoStateGroup {
    int class_idx; /**< -1 = free entry */
    int lock;
    int reference; /**< the one it continues, -1 = none */
    int n_moved;   /**< meetings of that reference that are not as published */
    CoCalendar calendar;
    int n_persons;
    int n_items, items_size;
    int *items;                 /**< in no particular order, but the same for the same history */
    int absent[CO_MAX_VIRTUAL]; /**< persons missing each virtual class */
} CoStateGroup;

typedef struct CoState CoState;
struct CoState {
    const CoGrouping *grouping;
    int n_groups; /**< entries; some may be free */
    CoStateGroup *groups;
    int *class_groups_n;      /**< open groups by class */
    int *group_of;            /**< by item, -1 = unplaced */
    int *position;            /**< by item: place in its group's list */
    CoSlotWord *room_used;    /**< rooms x n_words */
    CoSlotWord *trainer_away; /**< trainers x n_words: in person */
    CoSlotWord *trainer_used; /**< trainers x n_words: in person and virtual */
    int *trainer_load;
    int *fm1_used;             /**< by slot */
    int16_t *office_load;      /**< offices x n_slots */
    int16_t *heads_load;       /**< heads x n_slots */
    CoSlotWord *virtual_slots; /**< group entries x n_words */
    CoSlotWord *away_slots;    /**< group entries x n_words: slots that count for R08, R09 */
    int *item_of_trainer;      /**< the participant that is this trainer, -1 */
    int64_t unplaced, cost;
    int64_t missing; /**< persons lacking to minimum sizes */
    int64_t astray;  /**< locked items outside their group */
    bool *lock_open; /**< by lock: its group is open */
    int n_locks_open;
    int64_t changes; /**< against the references */
    bool *continued; /**< by reference: a group continues it */
    int **near;      /**< by reference: co_near_patterns() */
    int *n_near;
    struct CoComfort *comfort; /**< see comfort.h; NULL = nobody measures it */
    struct CoStep *journal;
    int n_journal, journal_size;
};

CoState *co_state_new(const CoGrouping *grouping);
void co_state_free(CoState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoState, co_state_free)

/** @return whether only legal steps made this: nothing astray, no group too small, as many groups
 * as R11 asks, every locked group open */
bool co_state_is_whole(const CoState *state);

/* ---- steps: the caller has made sure they are legal with the co_state_can_*() below ---- */
/** The group of a lock continues what the lock does, others nothing. */
int co_state_open_group(CoState *state, int class_idx, int lock, const CoCalendar *calendar);
/** Opens a group that continues a reference of its class that no other does (-1 = none). */
int co_state_open_heir(CoState *state, int class_idx, int lock, int reference,
                       const CoCalendar *calendar);
/** The group must be empty. */
void co_state_close_group(CoState *state, int group);
void co_state_seat(CoState *state, int item, int group);
void co_state_unseat(CoState *state, int item);

/** A point to come back to. Everything older stays undoable until co_state_forget(). */
int co_state_mark(const CoState *state);
void co_state_rollback(CoState *state, int mark);
void co_state_forget(CoState *state); /**< what was done stays done */

/* ---- questions ---- */
/** Whether a calendar could be given to a group of that class, other groups standing: room,
 * trainers (availability, R01, R07, R08 of their office), FM1. The group itself must not hold
 * resources. */
bool co_state_can_hold(const CoState *state, int class_idx, const CoCalendar *calendar);
/** Whether the team could teach these slots beside its other groups. */
bool co_state_can_teach(const CoState *state, int class_idx, int team, const CoSlotWord *away,
                        const CoSlotWord *virtual_slots);
/** Whether the item, unseated or seated in another group that it would leave, may sit in the group,
 * sizes apart: availability, cutover, access, R08, R09, absences, locks, same human as a trainer.
 */
bool co_state_can_seat(const CoState *state, int item, int group);
/** Whether item and calendar get along, whatever the others do. */
bool co_item_fits(const CoGrouping *grouping, int item, const CoCalendar *calendar,
                  const CoSlotWord *virtual_slots);
/** Added cost of seating the item in the group (cars shared with those there). */
int64_t co_state_seat_cost(const CoState *state, int item, int group);
/** Changes that its persons count in that group. */
int64_t co_state_seat_changes(const CoState *state, int item, int group);
/** Cost saved by unseating a seated item. */
int64_t co_state_unseat_gain(const CoState *state, int item);
/** Slots of the virtual classes of a calendar, into @p out (n_words). */
void co_calendar_virtual_slots(const CoGrouping *grouping, int class_idx,
                               const CoCalendar *calendar, CoSlotWord *out);

/** The groups as plain ones, by class then order of opening. @return (transfer full) */
CoGrpGroup *co_state_to_groups(const CoState *state, int *n_groups);
/** Opens and fills groups as given; items that do not fit stay unplaced. The state must be empty.
 * What each group continues is settled anew, with the fewest changes.
 * Calendars without virtual dates are not accepted: date them first. */
void co_state_load(CoState *state, const CoGrpGroup *groups, int n_groups);
/** Empties the state: no group, everybody unplaced, journal forgotten. */
void co_state_clear(CoState *state);
void co_grp_groups_free(CoGrpGroup *groups, int n_groups);
CoGrpGroup *co_grp_groups_copy(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups);
