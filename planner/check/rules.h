/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file rules.h  One function per hard rule of MODEL.md §2, each in the file of its name. Each
 * reports every breach of its rule; days of one meeting may come half by half. */
#pragma once
#include "inspection.h"

void co_check_r01_overlap(CoInspection *inspection);
void co_check_r02_size(CoInspection *inspection);
void co_check_r03_availability(CoInspection *inspection);
void co_check_r04_order(CoInspection *inspection);
void co_check_r05_fm1(CoInspection *inspection);
void co_check_r06_trainers(CoInspection *inspection);
void co_check_r07_workload(CoInspection *inspection);
void co_check_r08_continuity(CoInspection *inspection);
void co_check_r09_head(CoInspection *inspection);
void co_check_r10_milestones(CoInspection *inspection);
void co_check_r11_group_count(CoInspection *inspection);
void co_check_r12_together(CoInspection *inspection);
void co_check_r13_locks(CoInspection *inspection);
void co_check_r14_one_group(CoInspection *inspection);
void co_check_r15_constancy(CoInspection *inspection);
void co_check_r16_academy(CoInspection *inspection);
void co_check_r17_notice(CoInspection *inspection);
void co_check_r18_access(CoInspection *inspection);
