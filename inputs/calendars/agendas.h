/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file agendas.h  Trainers' own calendars: the folder `agendas` beside the tables.
 *
 * A file `<formateur>.ics` or `<courriel>.ics` is of that trainer, and so is the one that the
 * column `agenda` of `formateurs` names. Only names met in the folder are ever opened. Half-days
 * that an agenda takes become unavailabilities of the trainer, and of the participant with the same
 * address; nothing else of it is kept. */
#pragma once
#include <stdbool.h>

struct CoImport;
typedef struct CoAgendas CoAgendas;

/** Lists the folder.
 * @param folder  of the campaign
 * @return (transfer full) empty when there is no such folder */
CoAgendas *co_agendas_list(const char *folder);
void co_agendas_free(CoAgendas *agendas); /**< NULL is allowed */

/** Ties a file to a trainer. @param name  with ".ics" or without, in any case
 * @return whether it is in the folder */
bool co_agendas_claim(CoAgendas *agendas, const char *name, int trainer_idx);
/** Reads every agenda, when trainers and people are known; reports those of nobody. */
void co_agendas_read(struct CoImport *import);
