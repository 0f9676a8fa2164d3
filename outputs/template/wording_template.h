/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file wording_template.h  Sentences about a problem, with holes for what the problem says.
 *
 * A template is French text with
 *   {value} {used} {detail} {column} {number}   the fields as they are, dates as JJ/MM/AAAA, their
 *               halves (am, pm) as matin and après-midi
 *   {size}      the number as a size in Mio
 *   {type}      the detail, a key of expected type, in words: "une date"
 *   {format}    how to write that type
 *   {choices}   the detail, '|' between, as "a, b ou c"
 *   {range}     the detail, "1..9", as "de 1 à 9"; of dates, "du ... au ..."
 *   {state}     the used, a state of attendance: "présent"
 *   {where}     the detail, "file:line" or "file|sheet:line", as "file, feuille s, ligne n"
 *   {list}      the value, '|' between, as "a, b"
 *   {n:mot}     the number and the word, in the plural from 2 on
 *   [ ... ]     left out when a hole inside has nothing to say
 * Guillemets and double punctuation of the template get their no-break spaces. */
#pragma once
#include "cohorte/problem.h"

/** Writes where another row is: "file:line" or "file|sheet:line", in French. */
void co_template_append_where(GString *text, const char *where);
/** @return (transfer full) the sentence; "" for "" */
char *co_template_fill(const char *template, const CoProblem *problem);
