/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file problems.h  Looking through a list of problems. */
#pragma once
#include "cohorte/problem.h"

/** @return how many problems have this code */
int problems_count(const CoProblemList *problems, CoProblemCode code);
/** @return (transfer none) the first problem with this code; fails the test when there is none */
const CoProblem *problems_get(const CoProblemList *problems, CoProblemCode code);
/** The same among those of one line of one file. */
const CoProblem *problems_get_at(const CoProblemList *problems, CoProblemCode code,
                                 const char *file, int line);
/** Fails the test, showing them all, when there is a problem of at least this severity. */
void problems_assert_below(const CoProblemList *problems, CoSeverity severity);
/** Prints every problem as a TAP comment, to see why a test failed. */
void problems_print(const CoProblemList *problems);
