/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file pack_parts.h  A packing improved part by part. Private to solver/pack*.c. */
#pragma once
#include "pack_problem.h"
#include "search.h"

/** For each group in turn: the group and those nearest to it are packed anew, to the optimum or
 * nearly (a small tree of their items and the rooms they may use); repeated until no part gets
 * cheaper (Taillard and Voss 2002).
 * @param price  by item: where the parts' ascents start */
void co_pack_improve_parts(const CoPackProblem *problem, const double *price, CoBudget *budget,
                           CoPacking *best);
