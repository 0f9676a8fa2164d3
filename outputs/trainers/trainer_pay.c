/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Heures et paiement": each meeting with a box for what was done, then hours x rate by kind, by
 * formulas over the boxes: the sheet is filled in after the last meeting, on screen or by hand. */
#include "trainer_book.h"

#include "outputs/kit/table.h"
#include "outputs/money/scale.h"
#include "outputs/words/letter_words.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

/* Columns of the sheet, and those of the table of meetings. */
static const int widths_px[] = {104, 104, 106, 106, 104, 86, 106};
static const CoColumn columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 104, 104, 1},
    {"Horaires", CO_STYLE_CELL_CENTER, 104, 104, 1},
    {"Groupe et module", CO_STYLE_CELL, 212, 212, 2},
    {"Nature", CO_STYLE_CELL_CENTER, 104, 104, 1},
    {"Heures", CO_STYLE_CELL_HOURS, 86, 86, 1},
    {"Service fait\n(oui ou non)", CO_STYLE_TYPED, 106, 106, 1},
};
enum { COL_KIND, COL_PLANNED = 2, COL_DONE, COL_RATE, COL_AMOUNT, COL_DUE, N_COLUMNS };
#define NATURE "$E"
#define HOURS "$F"
#define DONE "$G"
#define UNSET_RATE "à renseigner"

/* By CoHours. */
static const CoMode kinds[CO_N_HOURS] = {CO_MODE_IN_PERSON, CO_MODE_VIRTUAL_CLASS};
#define N_KINDS ((int)CO_N_HOURS)

typedef struct Sheet {
    const CoTrainerBook *book;
    const CoCampaign *campaign;
    const CoExpenses *expenses;
    const CoTrainerPay *pay; /* by the kinds above */
    CoPage *page;
    int first, last; /* rows of the meetings, counted from 1 as formulas do */
} Sheet;

/* Hours paid for some half-days. */
static double hours_of(const Sheet *sheet, int n_halves)
{
    return (double)(n_halves * sheet->expenses->half_day_micro) / CO_SCALE_MICRO;
}

static double euros(int64_t cents)
{
    return (double)cents / 100.0;
}

static int write_fact(const Sheet *sheet, int row, const char *label, const char *value)
{
    return co_heading_fact(sheet->page, (CoArea){row, 0, 1, N_COLUMNS}, label, value);
}

static int write_line(const Sheet *sheet, int row, const char *text, CoStyle style)
{
    co_page_area(sheet->page, (CoArea){row, 0, 1, N_COLUMNS}, text, (CoLook){.style = style});
    return row + 1;
}

static void add_meeting(CoTable *table, Sheet *sheet, const CoEntry *entry)
{
    const CoGroup *group =
        &sheet->book->mission.publication->context->plan->groups[entry->group_idx];
    CoMode mode = co_agenda_mode(sheet->campaign, entry);
    int n_halves = co_agenda_n_halves(entry->halves);
    g_autofree char *module = co_letter_module(sheet->campaign, entry);
    co_table_add_day(table, entry->day);
    co_table_take_text(table, co_letter_times(sheet->campaign, entry));
    co_table_take_text(table, g_strdup_printf("%s : %s", group->code, module));
    co_table_add_text(table, co_wording_mode(mode));
    co_table_add_decimal(table, hours_of(sheet, n_halves));
    co_table_add_text(table, "");
}

/* Typed answers are "oui" or "non", whatever the case. */
static void validate_boxes(const Sheet *sheet)
{
    static const char *answers[] = {"oui", "non", NULL};
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = (char **)answers,
        .error_title = (char *)"Service fait",
        .error_message = (char *)"Répondez par oui ou par non.",
    };
    worksheet_data_validation_range(co_page_sheet(sheet->page), (lxw_row_t)(sheet->first - 1),
                                    COL_DUE, (lxw_row_t)(sheet->last - 1), COL_DUE, &validation);
}

static int write_meetings(Sheet *sheet, int row)
{
    const CoAgenda *agenda = sheet->book->mission.agenda;
    g_autoptr(CoTable) table = co_table_new(columns, G_N_ELEMENTS(columns));
    co_table_set_row_height(table, 30);
    for (int i = 0; i < agenda->n_entries; i++)
        add_meeting(table, sheet, &agenda->entries[i]);
    int end = co_table_write(table, sheet->page, row);
    sheet->first = row + 2;
    sheet->last = end;
    validate_boxes(sheet);
    co_page_repeat_rows(sheet->page, row, 1);
    return end;
}

static void write_head(const Sheet *sheet, int row)
{
    static const char *const heads[] = {"Heures prévues", "Heures faites", "Taux horaire",
                                        "Montant prévu", "Montant dû"};
    static const CoLook look = {.style = CO_STYLE_HEADER};
    co_page_area(sheet->page, (CoArea){row, COL_KIND, 1, 2}, "Nature des heures", look);
    for (int i = 0; i < (int)G_N_ELEMENTS(heads); i++)
        co_page_text(sheet->page, row, COL_PLANNED + i, heads[i], look);
}

static void put(const Sheet *sheet, int row, int col, CoStyle style, CoFormula formula)
{
    co_page_formula(sheet->page, row, col, &formula, (CoLook){.style = style});
}

/* The rate stands once: that of the second kind follows it until another is typed. */
static void write_rate(const Sheet *sheet, int row, int kind)
{
    static const CoLook look = {.style = CO_STYLE_CELL_MONEY};
    const CoExpenses *expenses = sheet->expenses;
    double rate = euros(expenses->rate_cents);
    g_autofree char *above = g_strdup_printf("=E%d", row);
    if (kind > 0)
        put(sheet, row, COL_RATE, CO_STYLE_CELL_MONEY,
            (CoFormula){above, expenses->rate_is_set ? NULL : UNSET_RATE, rate});
    else if (expenses->rate_is_set)
        co_page_decimal(sheet->page, row, COL_RATE, rate, look);
    else
        co_page_text(sheet->page, row, COL_RATE, UNSET_RATE, look);
}

/* Blank until the first box is filled in, so that a printed sheet has room to write. */
static void write_done(const Sheet *sheet, int row)
{
    int line = row + 1;
    g_autofree char *boxes = g_strdup_printf(DONE "$%d:" DONE "$%d", sheet->first, sheet->last);
    g_autofree char *hours = g_strdup_printf(
        "=IF(COUNTIF(%s,\"oui\")+COUNTIF(%s,\"non\")=0,\"\",SUMIFS(" HOURS "$%d:" HOURS
        "$%d," NATURE "$%d:" NATURE "$%d,$A%d,%s,\"oui\"))",
        boxes, boxes, sheet->first, sheet->last, sheet->first, sheet->last, line, boxes);
    g_autofree char *due =
        g_strdup_printf("=IF(D%d=\"\",\"\",IF(ISNUMBER(E%d),ROUND(D%d*E%d,2),\"" UNSET_RATE "\"))",
                        line, line, line, line);
    put(sheet, row, COL_DONE, CO_STYLE_CELL_HOURS, (CoFormula){hours, "", 0});
    put(sheet, row, COL_DUE, CO_STYLE_CELL_MONEY, (CoFormula){due, "", 0});
}

static void write_kind(const Sheet *sheet, int row, int kind)
{
    int line = row + 1;
    g_autofree char *planned =
        g_strdup_printf("=SUMIFS(" HOURS "$%d:" HOURS "$%d," NATURE "$%d:" NATURE "$%d,$A%d)",
                        sheet->first, sheet->last, sheet->first, sheet->last, line);
    g_autofree char *amount =
        g_strdup_printf("=IF(ISNUMBER(E%d),ROUND(C%d*E%d,2),\"" UNSET_RATE "\")", line, line, line);
    co_page_area(sheet->page, (CoArea){row, COL_KIND, 1, 2}, co_wording_mode(kinds[kind]),
                 (CoLook){.style = CO_STYLE_CELL});
    put(sheet, row, COL_PLANNED, CO_STYLE_CELL_HOURS,
        (CoFormula){planned, NULL, hours_of(sheet, sheet->pay->n_halves[kind])});
    write_rate(sheet, row, kind);
    put(sheet, row, COL_AMOUNT, CO_STYLE_CELL_MONEY,
        (CoFormula){amount, sheet->expenses->rate_is_set ? NULL : UNSET_RATE,
                    euros(sheet->pay->pay_cents[kind])});
    write_done(sheet, row);
}

static void write_total(const Sheet *sheet, int row)
{
    int first = row - N_KINDS + 1;
    const char *words = sheet->expenses->rate_is_set ? NULL : UNSET_RATE;
    double amount = euros(co_expenses_pay_cents(sheet->pay)), hours = 0;
    for (int k = 0; k < N_KINDS; k++)
        hours += hours_of(sheet, sheet->pay->n_halves[k]);
    g_autofree char *planned = g_strdup_printf("=SUM(C%d:C%d)", first, row);
    g_autofree char *done = g_strdup_printf("=IF(D%d=\"\",\"\",SUM(D%d:D%d))", first, first, row);
    g_autofree char *total = g_strdup_printf(
        "=IF(COUNT(F%d:F%d)=%d,SUM(F%d:F%d),\"" UNSET_RATE "\")", first, row, N_KINDS, first, row);
    g_autofree char *due =
        g_strdup_printf("=IF(D%d=\"\",\"\",IF(COUNT(G%d:G%d)=%d,SUM(G%d:G%d),\"" UNSET_RATE "\"))",
                        first, first, row, N_KINDS, first, row);
    co_page_area(sheet->page, (CoArea){row, COL_KIND, 1, 2}, "Total",
                 (CoLook){.style = CO_STYLE_CELL_STRONG});
    put(sheet, row, COL_PLANNED, CO_STYLE_CELL_HOURS, (CoFormula){planned, NULL, hours});
    put(sheet, row, COL_DONE, CO_STYLE_CELL_HOURS, (CoFormula){done, "", 0});
    co_page_text(sheet->page, row, COL_RATE, "", (CoLook){.style = CO_STYLE_CELL_MONEY});
    put(sheet, row, COL_AMOUNT, CO_STYLE_CELL_MONEY, (CoFormula){total, words, amount});
    put(sheet, row, COL_DUE, CO_STYLE_CELL_MONEY, (CoFormula){due, "", 0});
}

static int write_summary(const Sheet *sheet, int row)
{
    write_head(sheet, row++);
    for (int k = 0; k < N_KINDS; k++)
        write_kind(sheet, row++, k);
    write_total(sheet, row++);
    g_autofree char *half = co_mission_hours(sheet->expenses->half_day_micro * 60 / CO_SCALE_MICRO);
    g_autofree char *note = g_strdup_printf(
        "Une demi-journée est payée %s ; les deux formateurs d'un binôme le sont en entier. "
        "Répondez « oui » ou « non » en face de chaque séance : heures faites et montant dû "
        "suivent.%s",
        half, sheet->expenses->rate_is_set ? "" : " Le taux horaire est à renseigner par l'EAFC.");
    co_page_raise_row(sheet->page, row, 6);
    return write_line(sheet, row + 1, note, CO_STYLE_SMALL);
}

static int write_signatures(const Sheet *sheet, int row)
{
    static const CoLook hint = {.style = CO_STYLE_BOX_HINT};
    co_page_raise_row(sheet->page, row++, 10);
    co_page_area(sheet->page, (CoArea){row, 0, 1, 3},
                 "Le formateur certifie les heures faites (date, signature)", hint);
    co_page_area(sheet->page, (CoArea){row, 3, 1, N_COLUMNS - 3},
                 "Service fait, pour l'EAFC (date, nom, cachet, signature)", hint);
    co_page_raise_row(sheet->page, row, 90);
    return row + 1;
}

static int write_facts(const Sheet *sheet, int row)
{
    int trainer_idx = sheet->book->mission.trainer_idx;
    const CoTrainer *trainer = &sheet->campaign->trainers[trainer_idx];
    g_autofree char *name = co_name_trainer(sheet->campaign, trainer_idx);
    g_autofree char *who = g_strdup_printf("%s (%s)", name, trainer->code);
    g_autofree char *post = co_letter_post(&trainer->place);
    row = write_fact(sheet, row, "Formateur", who);
    row = write_fact(sheet, row, "Résidence administrative", post);
    co_page_raise_row(sheet->page, row, 8);
    return row + 1;
}

void co_trainer_pay(const CoTrainerBook *book)
{
    g_return_if_fail(book != NULL);
    const CoPublication *publication = book->mission.publication;
    Sheet sheet = {.book = book,
                   .campaign = publication->context->campaign,
                   .expenses = publication->expenses,
                   .pay = &publication->expenses->pay[book->mission.trainer_idx]};
    const CoPageSetup setup = {"Heures et paiement", book->heading->footer, false};
    sheet.page = co_page_new(book->book, &setup);
    co_page_set_widths(sheet.page, widths_px, N_COLUMNS);
    int row = co_heading_draw(book->heading, sheet.page, N_COLUMNS, "Heures et paiement");
    row = write_meetings(&sheet, write_facts(&sheet, row));
    co_page_raise_row(sheet.page, row, 14);
    int summary = row + 1;
    row = write_signatures(&sheet, write_summary(&sheet, summary));
    co_page_keep_rows(sheet.page, summary, row - summary);
}
