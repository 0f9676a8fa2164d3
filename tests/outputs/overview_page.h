/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file overview_page.h  bilan.html of the sample campaign, and what every page must be.
 * Implemented by tests/outputs/overview_page.c. */
#pragma once
#include <stdbool.h>
#include "published.h"

/** @param wanted  by those who read of the whole campaign, NULL = yes
 * @return (transfer full) the page alone of a sample, NULL when there is none */
char *co_overview_of_sample(const CoSample *sample, const bool *wanted);
/** @return (transfer full) the page of an amended sample, apostrophes and blanks before signs as
 * one types them */
char *co_overview_of(CoSampleAmend amend);

void co_assert_says(const char *page, const char *text);
void co_assert_silent(const char *page, const char *text);
/** The page is XML, its headings come in order, its tables have captions and heads with a scope,
 * its links and labels lead somewhere within it, nothing runs and nothing is fetched. */
void co_assert_sound(const char *page);
