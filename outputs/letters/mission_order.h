/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file mission_order.h  The letter that sends a trainer on mission: the meetings, with whom,
 * where, and the right to expenses place by place. Implemented by outputs/letters/mission_order.c.
 */
#pragma once
#include "letter.h"
#include "outputs/publication.h"
G_BEGIN_DECLS

/** Whom an order sends, to what. */
typedef struct CoMission {
    const CoPublication *publication;
    const CoAgenda *agenda; /**< of the trainer; at least one entry */
    int trainer_idx;
} CoMission;

/** What all mission orders have in common. */
extern const CoLetterForm co_mission_order_form;

/** Fills a letter; clear it with co_letter_clear(). */
void co_mission_order_init(CoLetter *letter, const CoMission *mission, const CoHeading *heading);

/** @return (transfer full) the other trainer of a group; "" for one who is alone */
char *co_mission_partner(const CoCampaign *campaign, const CoGroup *group, int trainer_idx);
/** @return (transfer full) where a meeting is, or the link, or who sends it. */
char *co_mission_access(const CoCampaign *campaign, const CoGroup *group, const CoEntry *entry);
/** @return (transfer full) "3 h", "4 h 30" */
char *co_mission_hours(int64_t minutes);
G_END_DECLS
