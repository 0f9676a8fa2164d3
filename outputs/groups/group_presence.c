/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet that trainers type attendance into, to be read back by inputs/attendance/.
 *
 * What is read are keys, not visible words: a hidden row under the heads says which half-day a
 * column is, the first column says who, and a hidden row ends the list (cohorte/attendance.h). */
#include "group_book.h"

#include "outputs/kit/table.h"
#include "outputs/words/names.h"
#include "cohorte/attendance.h"
#include "cohorte/wording.h"

#define N_CATCH_UP_LINES 6
#define MAX_MINUTES 600

enum { COL_ID, COL_NAME, COL_SCHOOL, N_FIXED };
static const int fixed_px[N_FIXED] = {78, 186, 236};
#define STATE_PX 84
#define MINUTES_PX 74
#define COUNT_PX 66
#define ROW_PX 22
#define PORTRAIT_PX 680 /* what an upright sheet of paper takes at full size */

/* A column to type in. */
typedef struct Slot {
    const CoEntry *entry;
    CoHalves half;
    bool is_minutes;
} Slot;

typedef struct Sheet {
    const CoGroupBook *book;
    const CoCampaign *campaign;
    CoPage *page;
    lxw_worksheet *sheet;
    GArray *slots;           /* of Slot, from column N_FIXED on; the count of half-days follows */
    int first_row, last_row; /* of the lines to fill in */
    lxw_format *absent, *excused;
} Sheet;

static const Slot *slot_at(const Sheet *sheet, int index)
{
    return &g_array_index(sheet->slots, Slot, index);
}

static int n_slots(const Sheet *sheet)
{
    return (int)sheet->slots->len;
}

static int n_columns(const Sheet *sheet)
{
    return N_FIXED + n_slots(sheet) + 1;
}

static void add_slots(GArray *slots, const CoCampaign *campaign, const CoEntry *entry)
{
    static const CoHalves halves[] = {CO_HALF_AM, CO_HALF_PM};
    for (size_t i = 0; i < G_N_ELEMENTS(halves); i++) {
        Slot slot = {entry, halves[i], false};
        if (!(entry->halves & halves[i]))
            continue;
        g_array_append_val(slots, slot);
        slot.is_minutes = true;
        if (co_agenda_mode(campaign, entry) == CO_MODE_VIRTUAL_CLASS)
            g_array_append_val(slots, slot);
    }
}

static int width_of(const Sheet *sheet, int column)
{
    if (column < N_FIXED)
        return fixed_px[column];
    if (column == n_columns(sheet) - 1)
        return COUNT_PX;
    return slot_at(sheet, column - N_FIXED)->is_minutes ? MINUTES_PX : STATE_PX;
}

static bool is_wide(const Sheet *sheet)
{
    int sum = 0;
    for (int i = 0; i < n_columns(sheet); i++)
        sum += width_of(sheet, i);
    return sum > PORTRAIT_PX;
}

static void set_widths(const Sheet *sheet)
{
    g_autofree int *width_px = g_new(int, (gsize)n_columns(sheet));
    for (int i = 0; i < n_columns(sheet); i++)
        width_px[i] = width_of(sheet, i);
    co_page_set_widths(sheet->page, width_px, n_columns(sheet));
}

static bool has_minutes(const Sheet *sheet)
{
    for (int i = 0; i < n_slots(sheet); i++)
        if (slot_at(sheet, i)->is_minutes)
            return true;
    return false;
}

static int write_advice(const Sheet *sheet, int row)
{
    g_autofree char *advice = g_strconcat(
        "Choisissez un état par participant et par demi-journée : présent, absent ou excusé "
        "(aucun motif). ",
        has_minutes(sheet) ? "Classe virtuelle : minutes de connexion si elles sont connues. " : "",
        "Rattrapage : tapez le numéro de la personne (P0001), sinon son nom et son prénom. Le "
        "reste "
        "est protégé, sans mot de passe. Renvoyez ce classeur à l'EAFC.",
        NULL);
    co_page_area(sheet->page, (CoArea){row, 0, 1, n_columns(sheet)}, advice,
                 (CoLook){.style = CO_STYLE_NOTICE});
    co_page_raise_row(sheet->page, row + 1, 8);
    return row + 2;
}

static void write_key(const Sheet *sheet, int row, int col, const char *key)
{
    worksheet_write_string(sheet->sheet, (lxw_row_t)row, (lxw_col_t)col, key, NULL);
}

static void hide_row(const Sheet *sheet, int row)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    worksheet_set_row_opt(sheet->sheet, (lxw_row_t)row, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
}

static void write_keys(const Sheet *sheet, int row)
{
    g_autofree char *mark = g_strdup_printf(
        CO_ATTENDANCE_MARK "|%d|%s", sheet->book->context->plan->version, sheet->book->group->code);
    write_key(sheet, row, COL_ID, mark);
    write_key(sheet, row, COL_NAME, CO_ATTENDANCE_NAME);
    for (int i = 0; i < n_slots(sheet); i++) {
        const Slot *slot = slot_at(sheet, i);
        char day[CO_DAY_ISO_SIZE];
        g_autofree char *key = g_strdup_printf(
            "%s|%s|%s|%s", slot->is_minutes ? CO_ATTENDANCE_MINUTES : CO_ATTENDANCE_STATE,
            co_day_to_iso(slot->entry->day, day), slot->half == CO_HALF_AM ? "am" : "pm",
            sheet->campaign->modules[slot->entry->module_idx].code);
        write_key(sheet, row, N_FIXED + i, key);
    }
    hide_row(sheet, row);
}

static void write_head(const Sheet *sheet, int row)
{
    static const CoLook look = {.style = CO_STYLE_HEADER};
    static const char *const fixed[N_FIXED] = {"Numéro", "Nom et prénom", "Établissement"};
    for (int i = 0; i < N_FIXED; i++)
        co_page_text(sheet->page, row, i, fixed[i], look);
    for (int i = 0; i < n_slots(sheet); i++) {
        const Slot *slot = slot_at(sheet, i);
        g_autofree char *day = co_wording_day_short(slot->entry->day);
        g_autofree char *when =
            g_strdup_printf("%s\n%s\n%s", day, co_wording_halves(slot->half),
                            sheet->campaign->modules[slot->entry->module_idx].code);
        co_page_text(sheet->page, row, N_FIXED + i,
                     slot->is_minutes ? "Minutes de connexion" : when, look);
    }
    co_page_text(sheet->page, row, n_columns(sheet) - 1, "Demi-journées suivies", look);
}

static void column_letters(int col, char letters[LXW_MAX_COL_NAME_LENGTH])
{
    lxw_col_to_name(letters, (lxw_col_t)col, LXW_FALSE);
}

static void write_formula(const Sheet *sheet, int row, int col, const char *formula, int value)
{
    lxw_format *format = co_book_style(sheet->book->book, CO_STYLE_CELL_NUMBER);
    worksheet_write_formula_num(sheet->sheet, (lxw_row_t)row, (lxw_col_t)col, formula, format,
                                value);
    co_page_extend(sheet->page, row, col);
}

static void write_line(const Sheet *sheet, int row)
{
    char last[LXW_MAX_COL_NAME_LENGTH], first[LXW_MAX_COL_NAME_LENGTH];
    for (int i = 0; i < n_slots(sheet); i++)
        co_page_text(sheet->page, row, N_FIXED + i, "", (CoLook){.style = CO_STYLE_TYPED});
    column_letters(N_FIXED, first);
    column_letters(N_FIXED + n_slots(sheet) - 1, last);
    g_autofree char *formula =
        g_strdup_printf("=COUNTIF(%s%d:%s%d,\"présent\")", first, row + 1, last, row + 1);
    write_formula(sheet, row, n_columns(sheet) - 1, formula, 0);
    co_page_raise_row(sheet->page, row, ROW_PX);
}

static void write_member(const Sheet *sheet, int row, int person_idx)
{
    g_autofree char *name = co_group_member_name(sheet->campaign, person_idx);
    g_autofree char *school = co_group_member_school(sheet->campaign, person_idx);
    co_page_text(sheet->page, row, COL_ID, sheet->campaign->people[person_idx].id,
                 (CoLook){.style = CO_STYLE_CELL_CENTER});
    co_page_text(sheet->page, row, COL_NAME, name, (CoLook){.style = CO_STYLE_CELL_STRONG});
    co_page_text(sheet->page, row, COL_SCHOOL, school, (CoLook){.style = CO_STYLE_CELL_SMALL});
    write_line(sheet, row);
}

static void write_catch_up(const Sheet *sheet, int row)
{
    co_page_text(sheet->page, row, COL_ID, "", (CoLook){.style = CO_STYLE_TYPED});
    co_page_text(sheet->page, row, COL_NAME, "", (CoLook){.style = CO_STYLE_TYPED_TEXT});
    co_page_text(sheet->page, row, COL_SCHOOL, "Rattrapage (participant d'un autre groupe)",
                 (CoLook){.style = CO_STYLE_CELL_SMALL});
    write_line(sheet, row);
}

/* The rows that a count reads: of members alone, or catch-ups too. */
static void write_count(const Sheet *sheet, int row, const char *label, const char *criterion)
{
    co_page_area(sheet->page, (CoArea){row, 0, 1, N_FIXED}, label,
                 (CoLook){.style = CO_STYLE_CELL_STRONG});
    for (int i = 0; i < n_slots(sheet); i++) {
        char letters[LXW_MAX_COL_NAME_LENGTH];
        column_letters(N_FIXED + i, letters);
        bool is_blank = *criterion == '\0';
        int last_row = is_blank ? sheet->last_row - N_CATCH_UP_LINES : sheet->last_row;
        g_autofree char *range =
            g_strdup_printf("%s%d:%s%d", letters, sheet->first_row + 1, letters, last_row + 1);
        g_autofree char *formula = is_blank
                                       ? g_strdup_printf("=COUNTBLANK(%s)", range)
                                       : g_strdup_printf("=COUNTIF(%s,\"%s\")", range, criterion);
        if (slot_at(sheet, i)->is_minutes)
            co_page_text(sheet->page, row, N_FIXED + i, "", (CoLook){.style = CO_STYLE_CELL});
        else
            write_formula(sheet, row, N_FIXED + i, formula,
                          is_blank ? last_row - sheet->first_row + 1 : 0);
    }
}

static void write_counts(const Sheet *sheet, int row)
{
    write_count(sheet, row, "Présents", "présent");
    write_count(sheet, row + 1, "Absents", "absent");
    write_count(sheet, row + 2, "Excusés", "excusé");
    write_count(sheet, row + 3, "Membres du groupe à renseigner", "");
}

static void validate_states(const Sheet *sheet, int col)
{
    static char present[] = "présent", absent[] = "absent", excused[] = "excusé";
    static char *states[] = {present, absent, excused, NULL};
    static char title[] = "État inconnu", message[] = "Choisissez présent, absent ou excusé.";
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = states,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_OFF,
        .show_error = LXW_VALIDATION_ON,
        .dropdown = LXW_VALIDATION_ON,
        .error_title = title,
        .error_message = message,
    };
    worksheet_data_validation_range(sheet->sheet, (lxw_row_t)sheet->first_row, (lxw_col_t)col,
                                    (lxw_row_t)sheet->last_row, (lxw_col_t)col, &rule);
}

static void validate_minutes(const Sheet *sheet, int col)
{
    static char title[] = "Minutes de connexion", message[] = "Tapez un nombre entier de minutes.";
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_INTEGER,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_number = 0,
        .maximum_number = MAX_MINUTES,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_OFF,
        .show_error = LXW_VALIDATION_ON,
        .error_title = title,
        .error_message = message,
    };
    worksheet_data_validation_range(sheet->sheet, (lxw_row_t)sheet->first_row, (lxw_col_t)col,
                                    (lxw_row_t)sheet->last_row, (lxw_col_t)col, &rule);
}

static void mark(const Sheet *sheet, int col, const char *state, lxw_format *format)
{
    g_autofree char *value = g_strdup_printf("\"%s\"", state);
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = value,
        .format = format,
    };
    worksheet_conditional_format_range(sheet->sheet, (lxw_row_t)sheet->first_row, (lxw_col_t)col,
                                       (lxw_row_t)sheet->last_row, (lxw_col_t)col, &rule);
}

static void add_rules(const Sheet *sheet)
{
    for (int i = 0; i < n_slots(sheet); i++) {
        int col = N_FIXED + i;
        if (slot_at(sheet, i)->is_minutes) {
            validate_minutes(sheet, col);
            continue;
        }
        validate_states(sheet, col);
        mark(sheet, col, "absent", sheet->absent);
        mark(sheet, col, "excusé", sheet->excused);
    }
}

/* Without a password: who has a reason to can lift it; columns may be made wider all the same. */
static void protect(const Sheet *sheet)
{
    lxw_protection allowed = {
        .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .format_cells = LXW_TRUE};
    worksheet_protect(sheet->sheet, NULL, &allowed);
}

/* @return the row after the lines to fill in */
static int write_lines(Sheet *sheet, int row)
{
    sheet->first_row = row;
    for (int i = 0; i < sheet->book->group->n_members; i++)
        write_member(sheet, row++, sheet->book->members[i]);
    for (int i = 0; i < N_CATCH_UP_LINES; i++)
        write_catch_up(sheet, row++);
    sheet->last_row = row - 1;
    write_key(sheet, row, COL_ID, CO_ATTENDANCE_END);
    hide_row(sheet, row);
    return row + 1;
}

static lxw_format *mark_format(const CoGroupBook *book, CoMark mark_kind)
{
    lxw_format *format = workbook_add_format(co_book_handle(book->book));
    co_style_mark(format, mark_kind);
    return format;
}

static void fill(Sheet *sheet)
{
    g_autofree char *title = g_strdup_printf("Présences du groupe %s", sheet->book->group->code);
    set_widths(sheet);
    int row = co_heading_draw(sheet->book->heading, sheet->page, n_columns(sheet), title);
    int head_row = write_advice(sheet, row);
    write_head(sheet, head_row);
    write_keys(sheet, head_row + 1);
    co_page_repeat_rows(sheet->page, head_row, 1);
    co_page_freeze(sheet->page, head_row + 2, COL_SCHOOL);
    write_counts(sheet, write_lines(sheet, head_row + 2));
    add_rules(sheet);
    protect(sheet);
}

void co_group_presence(const CoGroupBook *book)
{
    g_return_if_fail(book != NULL);
    const CoCampaign *campaign = book->context->campaign;
    g_autoptr(GArray) slots = g_array_new(FALSE, FALSE, sizeof(Slot));
    for (int i = 0; i < book->agenda->n_entries; i++)
        if (book->agenda->entries[i].group_idx >= 0)
            add_slots(slots, campaign, &book->agenda->entries[i]);
    if (slots->len == 0)
        return;
    Sheet sheet = {.book = book,
                   .campaign = campaign,
                   .slots = slots,
                   .absent = mark_format(book, CO_MARK_STRONG),
                   .excused = mark_format(book, CO_MARK_LIGHT)};
    const CoPageSetup setup = {"Présences", book->heading->footer, is_wide(&sheet)};
    sheet.page = co_page_new(book->book, &setup);
    sheet.sheet = co_page_sheet(sheet.page);
    fill(&sheet);
}
