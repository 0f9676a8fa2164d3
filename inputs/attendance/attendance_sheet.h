/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file attendance_sheet.h  The sheet of a group's workbook that trainers fill in. */
#pragma once
#include "attendance_judge.h"

/** @return whether the sheet bears our keys */
bool co_attendance_sheet_is(const CoSheet *sheet);
/** Reads every state typed in a sheet that bears our keys. */
void co_attendance_sheet_read(CoAttendanceJudge *judge, const CoSheet *sheet);
