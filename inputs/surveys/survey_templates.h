/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_templates.h  Headers that differ by one number: the questions asked again for each
 * person. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "inputs/formats/sheet.h"
#include "survey_headers.h"

typedef struct CoTemplate {
    char *start, *end; /**< of the header, on both sides of the number */
    CoNumbering numbering;
    int field;       /**< of a person, by its words; -1 = none */
    int n_seen;      /**< headers of this form */
    bool after_own;  /**< counts on from the tool's own column of the same words */
    GArray *columns; /**< of int, where they are */
    GArray *numbers; /**< of int, the number in each */
} CoTemplate;

/** Finds every number of every header; a header with two numbers is of two templates.
 * @return (transfer full) of CoTemplate *, in the order first met */
GPtrArray *co_templates_find(const CoSheet *sheet);
/** @return (transfer full) the template as a mapping writes it */
char *co_template_text(const CoTemplate *template);
