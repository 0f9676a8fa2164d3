/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file wording_fr_presences.h  What was found in attendance sent back. Implemented by
 * outputs/words/wording_fr_presences.c. */
#pragma once
#include <stdbool.h>
#include "cohorte/problem.h"

/** @param sentence, remedy  templates (outputs/template/wording_template.h), set when true
 * @return whether the problem is one of attendance */
bool co_wording_presence(const CoProblem *problem, const char **sentence, const char **remedy);
