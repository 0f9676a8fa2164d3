/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sessions.h  Other training, from SOFIA-FMO's export "plan et sessions", to half-days that
 * rooms and people are taken.
 *
 * One row is one session. A room is taken when the session is held in person at its UAI and the
 * place names it, or when it is our only room there and the place names no other. People are those
 * that the columns of addresses or names tell, which the export itself does not have: a planner, or
 * another export, adds them. Sessions of this campaign's own modules, cancelled ones, and those of
 * another time take nothing; what could not be told is reported. */
#pragma once

struct CoImport;

/** Reads every sheet of the table `sessions`, when rooms, trainers and people are known. */
void co_sessions_read(struct CoImport *import);
