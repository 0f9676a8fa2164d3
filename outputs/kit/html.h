/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file html.h  Pages of one file each, for a screen, for paper and for a screen reader.
 * Implemented by outputs/kit/html.c.
 *
 * A page has no script, no outside file and no address of any: it says so itself, so that a browser
 * refuses what would slip in. It is XML too: every element is closed, every text escaped. Numbers
 * stand in table cells; colours double what letters say. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/** Begins a page, down to the body, with a link for those who skip the header.
 * @param title  of the window @param style  rules after the common ones, "" for none */
void co_html_open(GString *page, const char *title, const char *style);
/** Ends what is named in the header and begins what the page is about. */
void co_html_open_main(GString *page);
void co_html_close(GString *page);

/** Text of any origin: control characters become blanks, and a blank before ":" and its like never
 * ends a line. Good within "attributes" too. */
void co_html_text(GString *page, const char *text);
void co_html_take_text(GString *page, char *text); /**< frees it */
/** One element with a text. @param opening  without brackets: "td", "p class=\"faint\"" */
void co_html_element(GString *page, const char *opening, const char *text);
void co_html_take_element(GString *page, const char *opening, char *text); /**< frees it */

/** A heading of the second level. @param id  for links, or NULL @param remark  "" for none */
void co_html_section(GString *page, const char *id, const char *title, const char *remark);

/** A table that scrolls sideways where it is too wide.
 * @param columns  NULL-terminated; those that begin with '#' hold numbers */
void co_html_open_table(GString *page, const char *caption, const char *const *columns);
void co_html_close_table(GString *page);
/** Cells of a row, from left to right. */
void co_html_head_cell(GString *page, const char *text); /**< names its row */
void co_html_cell(GString *page, const char *text);
void co_html_take_cell(GString *page, char *text); /**< frees it */
/** Negative: a dash, nothing limits. */
void co_html_number(GString *page, int number);
void co_html_take_number(GString *page, char *text); /**< frees it */
G_END_DECLS
