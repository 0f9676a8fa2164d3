/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file attendance_table.h  The table `presences`: one line a person and half-day. */
#pragma once
#include "attendance_judge.h"

/** @return whether the headers are those of the table, more or less */
bool co_attendance_table_is(const CoSheet *sheet);
/** Reads every line; a missing column is a problem. */
void co_attendance_table_read(CoAttendanceJudge *judge, const CoSheet *sheet);
