/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file session_people.h  Who is meant by an address or a name of another list. */
#pragma once
#include <glib.h>

#include "cohorte/campaign.h"

/** Somebody of the campaign: a trainer, or the participant n_trainers + index. */
typedef int CoSomebody;

typedef struct CoSessionPeople CoSessionPeople;

/** Indexes trainers and people by address and by name, either order. */
CoSessionPeople *co_session_people_new(const CoCampaign *campaign);
void co_session_people_free(CoSessionPeople *people); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoSessionPeople, co_session_people_free)

/** @param text  an e-mail address, or first and last name in any order
 * @return (transfer none) every trainer and participant meant, of CoSomebody; NULL for nobody */
const GArray *co_session_people_find(const CoSessionPeople *people, const char *text);
/** @return whether those found are one human: one row, or a trainer who is a participant too */
bool co_session_people_are_one(const CoSessionPeople *people, const GArray *found);
