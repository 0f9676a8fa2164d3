/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file workbook.h  One XLSX file. Implemented by outputs/kit/workbook.c.
 *
 * The shared kit is workbook.h (the file), page.h (a printable sheet), table.h (rows under a head),
 * style.h (looks), measure.h (widths), heading.h (the block at the top). Same content, same bytes:
 * the dates inside come from the campaign, never from a clock. */
#pragma once
#include <glib.h>
#include <xlsxwriter.h>
#include "cohorte/day.h"
#include "style.h"
G_BEGIN_DECLS

/** What the file says of itself. Texts may be ""; they are copied. */
typedef struct CoBookInfo {
    const char *title, *subject, *author, *company;
    CoDay day; /**< creation date; CO_DAY_NONE gives a fixed one */
} CoBookInfo;

typedef struct CoBook CoBook;

/** @param path     the file to write; nothing is there until co_book_close()
 * @param scratch  a folder for the library's unnamed temporary files
 * @return (transfer full) */
CoBook *co_book_new(const char *path, const char *scratch, const CoBookInfo *info);
/** Drops a book; what was not closed is not written. NULL is allowed. */
void co_book_free(CoBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoBook, co_book_free)

/** The library's own handle, for pages, charts and names. */
lxw_workbook *co_book_handle(CoBook *book);
/** @return (transfer none) the format of a look, made once */
lxw_format *co_book_look(CoBook *book, CoLook look);
lxw_format *co_book_style(CoBook *book, CoStyle style);

/** @return (transfer full) a sheet name made of @p wanted that the format allows (31 characters,
 * none of
 * []:*?/\) and that no sheet of this book has yet */
char *co_book_sheet_name(CoBook *book, const char *wanted);

/** Called once for each page when the book is closed. */
typedef void (*CoBookAtClose)(void *page);
/** Hands a page over to the book: @p finish is called at the close, @p release at the end. */
void co_book_adopt(CoBook *book, void *page, CoBookAtClose finish, GDestroyNotify release);

/** Writes the file and reads it back: the library does not notice when its temporary files are cut
 * short by a full disk, so every part is unpacked and its last tag looked for.
 * @return (transfer full) the content of the file, or NULL with #CO_OUTPUT_ERROR_WRITE */
GBytes *co_book_close(CoBook *book, GError **error);
G_END_DECLS
