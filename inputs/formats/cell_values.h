/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file cell_values.h  Typed cells of a workbook to the text a planner would have typed (sheet.h).
 * Nothing depends on the locale. Every writer appends to @p text. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/** How a number of a workbook is meant, by the format it is shown in. */
typedef enum {
    CO_FORM_NUMBER,
    CO_FORM_PERCENT,
    CO_FORM_DATE,      /**< the day only: a time is not shown, so it was not meant */
    CO_FORM_DATE_TIME, /**< day and time */
    CO_FORM_TIME,      /**< time of day, or a duration */
} CoNumberForm;

/** @return the form a format code of a workbook ("dd/mm/yyyy hh:mm", "0.0%") gives */
CoNumberForm co_number_form(const char *format_code);

/** Appends a number in its shortest decimal form, without exponent: "1.50E1" gives "15"; a percent,
 * "0.005" as "0.5%"; a serial of days as a date and perhaps a time. What is no number, or a serial
 * that is no day from 1900 to 2199, is appended as it is.
 * @param raw  as the file has it, with a point
 * @param from_1904  whether serials count from 1 January 1904 */
void co_value_number(GString *text, const char *raw, CoNumberForm form, bool from_1904);

/** Appends an ISO date ("2024-11-18", "2024-11-18T09:30:00.000"), its time unless it is midnight or
 * not wanted. What is no date is appended as it is. */
void co_value_date(GString *text, const char *raw, bool with_time);
/** Appends an ISO duration ("PT09H30M00S") as a time: "09:30". What is none stays as it is. */
void co_value_duration(GString *text, const char *raw);
