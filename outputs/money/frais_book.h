/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file frais_book.h  The sheets of frais.xlsx and the names they find one another by. Private to
 * outputs/money/. */
#pragma once
#include "expenses.h"
#include "scale.h"
#include "outputs/kit/table.h"
#include "outputs/publication.h"
G_BEGIN_DECLS

typedef struct CoFraisBook {
    const CoPublication *publication;
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoExpenses *expenses;
    const CoHeading *heading;
    CoBook *book;
    CoPage *summary, *trips, *trainers, *groups, *schools, *cars, *scale,
        *days;          /**< cars: or NULL */
    GArray *dates;      /**< of CoDay: the days of trips, ascending */
    int first_trip_row; /**< number, as the reader sees it, of the row of the first line */
} CoFraisBook;

/** A column of a sheet that formulas name. NULL ends a list. */
typedef struct CoFraisName {
    const char *name;
    int col;
} CoFraisName;

/* Each fills its page. Trips go first: schools point to their rows. */
void co_frais_trips(CoFraisBook *frais);          /**< frais_trips.c */
void co_frais_trainers(const CoFraisBook *frais); /**< frais_trainers.c */
void co_frais_groups(const CoFraisBook *frais);   /**< frais_sums.c */
void co_frais_schools(const CoFraisBook *frais);  /**< frais_sums.c */
void co_frais_cars(const CoFraisBook *frais);     /**< frais_cars.c */
void co_frais_scale(const CoFraisBook *frais);    /**< frais_scale.c */
void co_frais_days(const CoFraisBook *frais);     /**< frais_days.c */
void co_frais_summary(const CoFraisBook *frais);  /**< frais_summary.c */

/** Draws the heading of a sheet and the remarks under it. @param notes  NULL-terminated
 * @return the first row after them, 0-based */
int co_frais_head(const CoFraisBook *frais, CoPage *page, int n_cols, const char *title,
                  const char *const *notes);
/** Names columns of rows that stand together; a single row still has its names. @param first_row
 * 0-based */
void co_frais_name(const CoFraisBook *frais, const CoPage *page, const CoFraisName *names,
                   int first_row, int n_rows);

/** One cell of a row of totals. */
typedef struct CoFraisTotal {
    CoStyle style; /**< CO_STYLE_CELL: blank */
    double value;  /**< sum of the column */
} CoFraisTotal;
/** Writes "Total" and the sums of rows first_row .. row - 1 under them. @return the row after */
int co_frais_total_row(CoPage *page, int first_row, int row, const CoFraisTotal *totals,
                       int n_cols);

/** @return who, without e-mail (transfer full) */
char *co_frais_who(const CoCampaign *campaign, const CoExpenseLine *line);
/** @return euros for the hours of all trainers of a group (frais_sums.c) */
double co_frais_group_pay(const CoFraisBook *frais, int group_idx);
/** Orders days, for sorting and searching. */
int co_frais_compare_days(gconstpointer left, gconstpointer right);
/** @return cents as euros */
double co_frais_euros(int64_t cents);
/** @return thousandths as whole units */
double co_frais_units(int64_t milli);
G_END_DECLS
