/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frais.h"

#include "frais_book.h"
#include "outputs/words/names.h"

#define CENTS_PER_EURO 100.0
#define MILLI 1000.0

static const char name_of_file[] = "frais.xlsx";

double co_frais_euros(int64_t cents)
{
    return (double)cents / CENTS_PER_EURO;
}

double co_frais_units(int64_t milli)
{
    return (double)milli / MILLI;
}

char *co_frais_who(const CoCampaign *campaign, const CoExpenseLine *line)
{
    if (line->person_idx < 0)
        return co_name_trainer(campaign, line->trainer_idx);
    const CoPerson *person = &campaign->people[line->person_idx];
    if (*person->last_name != '\0' || *person->first_name != '\0' || !person->named)
        return co_name_person(campaign, line->person_idx);
    /* Somebody known by an address alone, which has no place here. */
    return g_strdup_printf("Personnel connu par son courriel (%s)", person->id);
}

int co_frais_head(const CoFraisBook *frais, CoPage *page, int n_cols, const char *title,
                  const char *const *notes)
{
    int row = co_heading_draw(frais->heading, page, n_cols, title);
    for (; *notes != NULL; notes++)
        co_page_area(page, (CoArea){row++, 0, 1, n_cols}, *notes,
                     (CoLook){.style = CO_STYLE_PLAIN});
    co_page_raise_row(page, row, 8);
    return row + 1;
}

void co_frais_name(const CoFraisBook *frais, const CoPage *page, const CoFraisName *names,
                   int first_row, int n_rows)
{
    for (; names->name != NULL; names++) {
        char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
        lxw_rowcol_to_cell_abs(first, (lxw_row_t)first_row, (lxw_col_t)names->col, true, true);
        lxw_rowcol_to_cell_abs(last, (lxw_row_t)(first_row + MAX(n_rows, 1) - 1),
                               (lxw_col_t)names->col, true, true);
        g_autofree char *range =
            n_rows > 1 ? g_strdup_printf("='%s'!%s:%s", co_page_name(page), first, last)
                       : g_strdup_printf("='%s'!%s", co_page_name(page), first);
        workbook_define_name(co_book_handle(frais->book), names->name, range);
    }
}

int co_frais_total_row(CoPage *page, int first_row, int row, const CoFraisTotal *totals, int n_cols)
{
    for (int col = 0; col < n_cols; col++) {
        const CoLook look = {.style = col == 0 ? CO_STYLE_CELL_STRONG : totals[col].style,
                             .fill = CO_FILL_FM1,
                             .edges = CO_EDGE_TOP};
        if (totals[col].style == CO_STYLE_CELL) {
            co_page_text(page, row, col, col == 0 ? "Total" : "", look);
            continue;
        }
        char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
        lxw_rowcol_to_cell(first, (lxw_row_t)first_row, (lxw_col_t)col);
        lxw_rowcol_to_cell(last, (lxw_row_t)MAX(row - 1, first_row), (lxw_col_t)col);
        g_autofree char *text = g_strdup_printf("=SUM(%s:%s)", first, last);
        const CoFormula formula = {text, NULL, totals[col].value};
        if (row > first_row)
            co_page_formula(page, row, col, &formula, look);
        else
            co_page_number(page, row, col, 0, look);
    }
    return row + 1;
}

int co_frais_compare_days(gconstpointer left, gconstpointer right)
{
    CoDay a = *(const CoDay *)left, b = *(const CoDay *)right;
    return (a > b) - (a < b);
}

/* @return (transfer full) the days of trips, each once */
static GArray *days_of_trips(const CoExpenses *expenses)
{
    GArray *days = g_array_new(FALSE, FALSE, sizeof(CoDay));
    for (int i = 0; i < expenses->n_lines; i++)
        g_array_append_val(days, expenses->lines[i].day);
    g_array_sort(days, co_frais_compare_days);
    guint n = 0;
    for (guint i = 0; i < days->len; i++) {
        CoDay day = g_array_index(days, CoDay, i);
        if (n == 0 || g_array_index(days, CoDay, n - 1) != day)
            g_array_index(days, CoDay, n++) = day;
    }
    g_array_set_size(days, n);
    return days;
}

static CoPage *add_page(const CoFraisBook *frais, const char *name)
{
    const CoPageSetup setup = {name, frais->heading->footer, true};
    return co_page_new(frais->book, &setup);
}

static void add_pages(CoFraisBook *frais)
{
    frais->summary = add_page(frais, "Synthèse");
    frais->trips = add_page(frais, "Déplacements");
    frais->trainers = add_page(frais, "Formateurs");
    frais->groups = add_page(frais, "Par groupe");
    frais->schools = add_page(frais, "Par établissement");
    if (frais->campaign->parameters.car_seats > 1)
        frais->cars = add_page(frais, "Covoiturage");
    frais->scale = add_page(frais, "Barèmes");
    frais->days = add_page(frais, "Taux du jour");
}

static void define_units(const CoFraisBook *frais)
{
    lxw_workbook *handle = co_book_handle(frais->book);
    workbook_define_name(handle, "minutes_par_heure", "=60");
    workbook_define_name(handle, "minutes_par_jour", "=1440");
}

bool co_frais_publish(const CoPublication *publication, GError **error)
{
    g_return_val_if_fail(publication != NULL, false);
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    g_autoptr(CoHeading) heading = co_heading_new(
        publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Prévision de frais");
    g_autoptr(CoBook) book = co_publication_open(publication, heading, name_of_file, error);
    if (book == NULL)
        return false;
    g_autoptr(GArray) dates = days_of_trips(publication->expenses);
    CoFraisBook frais = {
        .publication = publication,
        .campaign = publication->context->campaign,
        .plan = publication->context->plan,
        .expenses = publication->expenses,
        .heading = heading,
        .book = book,
        .dates = dates,
    };
    add_pages(&frais);
    define_units(&frais);
    co_frais_trips(&frais);
    co_frais_trainers(&frais);
    co_frais_groups(&frais);
    co_frais_schools(&frais);
    if (frais.cars != NULL)
        co_frais_cars(&frais);
    co_frais_scale(&frais);
    co_frais_days(&frais);
    co_frais_summary(&frais);
    return co_publication_close(publication, book, name_of_file, "EAFC, budget", error);
}
