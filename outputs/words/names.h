/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file names.h  How people, places and groups are called in documents. Implemented by
 * outputs/words/names.c. Every result is (transfer full). An index of -1 gives "". */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/plan.h"
G_BEGIN_DECLS

/** "Bérénice Tremoisel"; the e-mail of somebody known by it alone; else "Personnel à nommer
 * (P0012)" or "Place réservée (R0001)". */
char *co_name_person(const CoCampaign *campaign, int person_idx);
/** The same for readers who are to see nobody else's address: somebody known by it alone is
 * "Personne connue par son seul courriel (P0012)". */
char *co_name_person_to_others(const CoCampaign *campaign, int person_idx);
char *co_name_trainer(const CoCampaign *campaign, int trainer_idx);
/** The trainers of a group, @p separator between them. */
char *co_name_team(const CoCampaign *campaign, const CoGroup *group, const char *separator);
/** Family names of the trainers only, for tight places. */
char *co_name_team_short(const CoCampaign *campaign, const CoGroup *group);

/** "SG" or "SG, AC". */
char *co_name_role_codes(const CoCampaign *campaign, const CoPerson *person);
/** "Secrétaire général d'EPLE". */
char *co_name_role_labels(const CoCampaign *campaign, const CoPerson *person);
/** "Secrétaire général d'EPLE" */
char *co_name_role(const CoCampaign *campaign, int role_idx);
/** "SG : Secrétaire général d'EPLE ; AC : Agent comptable" for the roles whose flag is set. */
char *co_name_role_key(const CoCampaign *campaign, const bool *is_used);

/** "Collège Robert Desnos", or the UAI when the name is unknown. */
char *co_name_establishment(const CoCampaign *campaign, int establishment_idx);
/** "Lycée Vaucanson, 27 rue Anatole France, 38000 Grenoble" of what is known. */
char *co_name_address(const CoPlace *place);
/** "S01, Lycée polyvalent Emmanuel Mounier". */
char *co_name_room(const CoCampaign *campaign, int room_idx);
/** "SG — Secrétaires généraux d'EPLE". */
char *co_name_path(const CoCampaign *campaign, int path_idx);
/** "Académie d'Amiens"; "" for "". */
char *co_name_academy(const char *academy);
/** "Vague V8, bascule le 1er janvier 2025". */
char *co_name_wave(const CoCampaign *campaign, int wave_idx);
/** "2024-2025": the school year (from 1 September) that a day belongs to; "" for no day. */
char *co_name_school_year(CoDay day);
/** "3 demi-journées", "1 demi-journée", with the plural of a word that takes an s. */
char *co_name_count(int n, const char *singular, const char *plural);
G_END_DECLS
