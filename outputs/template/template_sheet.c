/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template_sheet.h"

#include <string.h>

#include "template_words.h"

enum { FIRST_ROW = 1, LAST_ROW = 2000, TITLE_MAX = 32, INPUT_MAX = 255 };

/* What a cell looks like, by what it holds. */
typedef struct Form {
    const char *number_format; /* NULL: as typed */
    int width_px;
} Form;

static Form form_of(const CoCatalogueColumn *column)
{
    static const struct {
        const char *name;
        int width_px;
    } wide[] = {{"libelle", 220},     {"titre", 300},   {"courriel", 230}, {"alias", 260},
                {"commentaire", 620}, {"adresse", 220}, {"nom", 170},      {"site", 190},
                {"cle", 200},         {"valeur", 200},  {"lien", 200},     {"motif", 200}};
    Form form = {NULL, 24 + 9 * (int)g_utf8_strlen(column->name, -1)};
    switch (column->kind) {
    case CO_VALUE_UAI:
        form = (Form){"@", 150};
        break;
    case CO_VALUE_DATE:
        form = (Form){"dd/mm/yyyy", 130};
        break;
    case CO_VALUE_SPANS:
        form.width_px = 230;
        break;
    case CO_VALUE_LIST:
    case CO_VALUE_CHOICE:
        form.width_px = 150;
        break;
    default:
        break;
    }
    if (g_str_has_prefix(column->name, "code_"))
        form.number_format = "@";
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
        if (strcmp(wide[i].name, column->name) == 0)
            form.width_px = wide[i].width_px;
    /* Room for the arrow of the filter. */
    form.width_px = MAX(form.width_px, 40 + 8 * (int)g_utf8_strlen(column->name, -1));
    return form;
}

static lxw_format *new_format(CoPage *page, const char *number_format)
{
    lxw_format *format = workbook_add_format(co_book_handle(co_page_book(page)));
    format_set_font_name(format, "Calibri");
    format_set_font_size(format, 10);
    if (number_format != NULL)
        format_set_num_format(format, number_format);
    return format;
}

void co_template_write_header(CoPage *page, int row, int col, const char *name, bool required)
{
    lxw_format *format = new_format(page, NULL);
    format_set_bold(format);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xB4C2D8);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_indent(format, 1);
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, required ? CO_TEMPLATE_REQUIRED_FILL : CO_TEMPLATE_OPTIONAL_FILL);
    format_set_font_color(format, required ? LXW_COLOR_WHITE : CO_TEMPLATE_REQUIRED_FILL);
    worksheet_write_string(co_page_sheet(page), (lxw_row_t)row, (lxw_col_t)col, name, format);
    co_page_extend(page, row, col);
}

/* What a cell expects, apart from its meaning. */
static char *expectation_of(const CoCatalogueColumn *column)
{
    switch (column->kind) {
    case CO_VALUE_DATE:
        return g_strdup("Une date : JJ/MM/AAAA.");
    case CO_VALUE_YES_NO:
        return g_strdup("oui ou non.");
    case CO_VALUE_WHOLE:
        return g_strdup_printf("Un nombre entier de %d à %d.", column->min, column->max);
    case CO_VALUE_NUMBER:
        return g_strdup("Un nombre.");
    case CO_VALUE_CHOICE: {
        g_auto(GStrv) words = g_strsplit(column->choices, "|", -1);
        g_autofree char *list = g_strjoinv(", ", words);
        return g_strdup_printf("Au choix : %s.", list);
    }
    case CO_VALUE_REFERENCE:
    case CO_VALUE_LIST:
        return column->table == NULL ? g_strdup("")
                                     : g_strdup_printf("Voir la feuille %s.", column->table);
    default:
        return g_strdup("");
    }
}

/* At most n characters. */
static char *shorten(const char *text, long n)
{
    return g_utf8_strlen(text, -1) <= n ? g_strdup(text) : g_utf8_substring(text, 0, n);
}

static char *explain(const CoCatalogueColumn *column, const char *meaning)
{
    g_autofree char *expectation = expectation_of(column);
    g_autofree char *whole =
        g_strdup_printf("%s%s%s", meaning, *expectation != '\0' ? "\n" : "", expectation);
    return shorten(whole, INPUT_MAX);
}

/* @return (transfer full) the formula of the keys of another table: those under its example */
static char *keys_of(const char *table)
{
    return g_strdup_printf("=%s!$A$%d:$A$%d", table, FIRST_ROW + 2, LAST_ROW + 1);
}

/* A list of keys takes several, so that what is proposed is never all that is allowed. */
static void set_check(lxw_data_validation *check, const CoCatalogueColumn *column, char **words,
                      char **formula)
{
    check->validate = LXW_VALIDATION_TYPE_ANY;
    if (*words != NULL && **words != '\0') {
        check->validate = LXW_VALIDATION_TYPE_LIST;
        check->value_list = words;
        check->error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    } else if (column->table != NULL) {
        *formula = keys_of(column->table);
        check->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        check->value_formula = *formula;
        check->error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
        if (column->kind == CO_VALUE_LIST)
            check->show_error = LXW_VALIDATION_OFF;
    } else if (column->kind == CO_VALUE_WHOLE) {
        check->validate = LXW_VALIDATION_TYPE_INTEGER;
        check->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        check->minimum_number = column->min;
        check->maximum_number = column->max;
        check->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    } else if (column->kind == CO_VALUE_DATE) {
        check->validate = LXW_VALIDATION_TYPE_DATE;
        check->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        check->minimum_datetime = (lxw_datetime){.year = 2000, .month = 1, .day = 1};
        check->maximum_datetime = (lxw_datetime){.year = 2099, .month = 12, .day = 31};
        check->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    }
}

/* Checks and explains the cells of an area. */
static void guard(CoPage *page, CoArea area, const CoCatalogueColumn *column, const char *meaning)
{
    g_autofree char *text = explain(column, meaning);
    g_autofree char *title = shorten(column->name, TITLE_MAX);
    g_autofree char *message = g_strdup("Cette valeur n'est pas de celles attendues ici.");
    g_autofree char *formula = NULL;
    const char *choices = column->kind == CO_VALUE_YES_NO ? "oui|non" : column->choices;
    g_auto(GStrv) words = g_strsplit(choices != NULL ? choices : "", "|", -1);
    lxw_data_validation check = {
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_ON,
        .dropdown = LXW_VALIDATION_ON,
        .input_title = title,
        .input_message = text,
        .error_title = title,
        .error_message = message,
    };
    set_check(&check, column, words, &formula);
    worksheet_data_validation_range(co_page_sheet(page), (lxw_row_t)area.row, (lxw_col_t)area.col,
                                    (lxw_row_t)(area.row + area.n_rows - 1),
                                    (lxw_col_t)(area.col + area.n_cols - 1), &check);
}

static void comment(CoPage *page, int col, const CoCatalogueColumn *column, const char *meaning)
{
    g_autofree char *text = explain(column, meaning);
    g_autofree char *author = g_strdup("Cohorte");
    lxw_comment_options options = {.author = author, .width = 260, .height = 96};
    worksheet_write_comment_opt(co_page_sheet(page), 0, (lxw_col_t)col, text, &options);
}

static void write_example(CoPage *page, int col, const char *example, const char *number_format)
{
    lxw_format *format = new_format(page, number_format);
    format_set_italic(format);
    format_set_font_color(format, 0x7F7F7F);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_indent(format, 1);
    worksheet_write_string(co_page_sheet(page), FIRST_ROW, (lxw_col_t)col, example, format);
    co_page_extend(page, FIRST_ROW, col);
}

static const char *meaning_of(const CoCatalogueTable *table, const CoCatalogueColumn *column)
{
    const CoColumnWords *words = co_template_column_words(table->name, column->name);
    return words != NULL ? words->meaning : "";
}

/* Columns of a table whose rows people write: what each expects holds from the first free row. */
static void write_column(CoPage *page, const CoCatalogueTable *table, int col)
{
    const CoCatalogueColumn *column = &table->columns[col];
    const CoColumnWords *words = co_template_column_words(table->name, column->name);
    co_template_write_header(page, 0, col, column->name, column->required);
    if (words == NULL || table->published)
        return;
    comment(page, col, column, words->meaning);
    if (*words->example != '\0')
        write_example(page, col, words->example, form_of(column).number_format);
    guard(page, (CoArea){FIRST_ROW + 1, col, LAST_ROW - FIRST_ROW, 1}, column, words->meaning);
}

/* A cell of the form that the parameters are. */
static lxw_format *new_form_format(CoPage *page, const char *number_format)
{
    lxw_format *format = new_format(page, number_format);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xB4C2D8);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_indent(format, 1);
    return format;
}

static void write_parameter(CoPage *page, int row, const CoCatalogueColumn *parameter)
{
    lxw_worksheet *sheet = co_page_sheet(page);
    const char *words = co_template_parameter_words(parameter->name);
    const char *number_format = parameter->kind == CO_VALUE_DATE ? "dd/mm/yyyy" : NULL;
    lxw_format *value = new_form_format(page, number_format);
    co_template_write_header(page, row, 0, parameter->name, parameter->required);
    worksheet_write_string(sheet, (lxw_row_t)row, 1,
                           parameter->fallback != NULL ? parameter->fallback : "", value);
    worksheet_write_string(sheet, (lxw_row_t)row, 2, words != NULL ? words : "",
                           new_form_format(page, NULL));
    co_page_extend(page, row, 2);
    guard(page, (CoArea){row, 1, 1, 1}, parameter, words != NULL ? words : "");
}

/* Parameters are all there, with their usual values: nothing is left to guess. */
static void write_parameters(CoPage *page, const CoCatalogue *catalogue,
                             const CoCatalogueTable *table)
{
    for (int i = 0; i < table->n_columns; i++) {
        co_template_write_header(page, 0, i, table->columns[i].name, table->columns[i].required);
        comment(page, i, &table->columns[i], meaning_of(table, &table->columns[i]));
    }
    for (int i = 0; i < catalogue->n_parameters; i++)
        write_parameter(page, i + 1, &catalogue->parameters[i]);
}

/* The first column holds "exemple : ...". */
static int width_of(const CoCatalogueTable *table, int col)
{
    int width_px = form_of(&table->columns[col]).width_px;
    return col == 0 && !table->published ? MAX(width_px, 165) : width_px;
}

static void set_widths(CoPage *page, const CoCatalogueTable *table)
{
    g_autofree int *widths = g_new(int, (gsize)table->n_columns);
    for (int i = 0; i < table->n_columns; i++)
        widths[i] = width_of(table, i);
    co_page_set_widths(page, widths, table->n_columns);
}

/* The format of the cells still blank; after the widths, which it would undo. */
static void set_formats(CoPage *page, const CoCatalogueTable *table)
{
    for (int i = 0; i < table->n_columns; i++) {
        Form form = form_of(&table->columns[i]);
        if (form.number_format != NULL)
            worksheet_set_column_pixels(co_page_sheet(page), (lxw_col_t)i, (lxw_col_t)i,
                                        (uint32_t)width_of(table, i),
                                        new_format(page, form.number_format));
    }
}

void co_template_write_sheet(CoBook *book, const CoCatalogue *catalogue, int index)
{
    const CoCatalogueTable *table = &catalogue->tables[index];
    const char *words = co_template_table_words(table->name);
    CoPageSetup setup = {table->name, words != NULL ? words : table->name, true};
    CoPage *page = co_page_new(book, &setup);
    lxw_worksheet *sheet = co_page_sheet(page);
    set_widths(page, table);
    set_formats(page, table);
    if (strcmp(table->name, "parametres") == 0)
        write_parameters(page, catalogue, table);
    else
        for (int i = 0; i < table->n_columns; i++)
            write_column(page, table, i);
    co_page_raise_row(page, 0, 26);
    co_page_freeze(page, 1, 0);
    co_page_repeat_rows(page, 0, 1);
    worksheet_set_tab_color(sheet, table->required ? CO_TEMPLATE_REQUIRED_FILL
                                                   : CO_TEMPLATE_OPTIONAL_FILL);
}
