/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "periods.h"

#include <glib.h>

char *co_period_text(CoDay first, CoDay last)
{
    char from[CO_DAY_ISO_SIZE], to[CO_DAY_ISO_SIZE];
    co_day_to_iso(first, from);
    co_day_to_iso(last, to);
    return first == last ? g_strdup(from) : g_strdup_printf("%s..%s", from, to);
}
