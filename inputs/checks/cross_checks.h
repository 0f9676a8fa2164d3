/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file cross_checks.h  What no row tells alone: whether the tables together can make a plan.
 *
 * Everything found is a doubt or a piece of information, never a refusal: a plan that leaves some
 * persons unplaced is a plan, and says why. All of it after co_campaign_finish(). */
#pragma once

struct CoImport;

/** Establishments without an answer, roles nobody trains, persons with two roles, unknown staff. */
void co_check_needs(struct CoImport *import);
/** Paths without modules, trainers, pairs, rooms, or with too few or too many persons. */
void co_check_means(struct CoImport *import);
/** Modules that no date fits, FM1 never open, cutovers already past. */
void co_check_dates(struct CoImport *import);
