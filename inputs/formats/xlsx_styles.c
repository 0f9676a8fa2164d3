/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx_styles.h"

#include <string.h>

#include "cell_values.h"
#include "xml_part.h"

typedef struct Reading {
    GHashTable *codes; /* number of a format -> its CoNumberForm + 1 */
    GArray *forms;
    bool in_cell_styles;
} Reading;

/* The formats that every workbook has without saying so. */
static const struct {
    int first, last;
    CoNumberForm form;
} built_in[] = {
    {9, 10, CO_FORM_PERCENT},    {14, 17, CO_FORM_DATE}, {18, 21, CO_FORM_TIME},
    {22, 22, CO_FORM_DATE_TIME}, {27, 31, CO_FORM_DATE}, {32, 35, CO_FORM_TIME},
    {36, 36, CO_FORM_DATE},      {45, 47, CO_FORM_TIME}, {50, 54, CO_FORM_DATE},
    {55, 56, CO_FORM_TIME},      {57, 58, CO_FORM_DATE},
};

static CoNumberForm form_of(const Reading *reading, int number)
{
    int form = GPOINTER_TO_INT(g_hash_table_lookup(reading->codes, GINT_TO_POINTER(number)));
    if (form > 0)
        return (CoNumberForm)(form - 1);
    for (size_t i = 0; i < G_N_ELEMENTS(built_in); i++)
        if (number >= built_in[i].first && number <= built_in[i].last)
            return built_in[i].form;
    return CO_FORM_NUMBER;
}

static void add_code(Reading *reading, const char *const *attributes)
{
    enum { MAX_CODES = 100000 };
    int number = co_xml_number(attributes, "numFmtId", G_MAXINT, -1);
    const char *code = co_xml_attribute(attributes, "formatCode");
    if (number >= 0 && code != NULL && g_hash_table_size(reading->codes) < MAX_CODES)
        g_hash_table_insert(reading->codes, GINT_TO_POINTER(number),
                            GINT_TO_POINTER((int)co_number_form(code) + 1));
}

static void on_start(void *data, const char *name, const char *const *attributes)
{
    Reading *reading = data;
    if (strcmp(name, "numFmt") == 0) {
        add_code(reading, attributes);
    } else if (strcmp(name, "cellXfs") == 0) {
        reading->in_cell_styles = true;
    } else if (reading->in_cell_styles && strcmp(name, "xf") == 0) {
        CoNumberForm form = form_of(reading, co_xml_number(attributes, "numFmtId", G_MAXINT, 0));
        g_array_append_val(reading->forms, form);
    }
}

static void on_end(void *data, const char *name)
{
    Reading *reading = data;
    if (strcmp(name, "cellXfs") == 0)
        reading->in_cell_styles = false;
}

GArray *co_xlsx_styles_read(CoPackage *package, const char *part)
{
    static const CoXmlEvents events = {on_start, on_end, NULL};
    g_return_val_if_fail(package != NULL && part != NULL, NULL);
    g_autoptr(GHashTable) codes = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) forms = g_array_new(FALSE, FALSE, sizeof(CoNumberForm));
    Reading reading = {.codes = codes, .forms = forms};
    return co_xml_read(package, part, &events, &reading) ? g_steal_pointer(&forms) : NULL;
}
