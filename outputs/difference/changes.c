/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "changes.h"

#include "told.h"

bool co_changes_publish(const CoPublication *publication, const CoDifference *difference,
                        GError **error)
{
    g_return_val_if_fail(publication != NULL && difference != NULL, false);
    g_autoptr(GArray) told = co_told_of(publication, difference);
    return co_told_write_book(publication, difference, told, error) &&
           co_told_write_table(publication, difference, told, error);
}
