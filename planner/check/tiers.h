/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file tiers.h  What a plan is worth: the three tiers of MODEL.md §3, each in its own file. */
#pragma once
#include "inspection.h"

/** Fills the unplaced weight, the number placed and whether the plan's own list is right. */
void co_tier1_unplaced(const CoInspection *inspection, CoCheckReport *report);
/** @return changes against the published plan, 0 without one (changes.c) */
int64_t co_tier_changes(const CoInspection *inspection);
/** Fills the cost and its three parts. */
void co_tier2_cost(const CoInspection *inspection, CoCheckReport *report);
/** @return points of comfort lost, all six kinds together */
int64_t co_tier3_comfort(const CoInspection *inspection);
