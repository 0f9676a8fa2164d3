/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mapping file, then a line "%%", then the headers of a survey: whatever is read can be written
 * and read again, and leads to columns that exist. Without "%%" the text is the mapping only. */
#include <glib.h>

#include <stdint.h>
#include <string.h>

#include "inputs/formats/csv_reader.h"
#include "inputs/surveys/survey_mapping.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_round_trip(const CoMapping *mapping, CoProblemList *problems)
{
    g_autofree char *text = co_mapping_to_text(mapping);
    g_autoptr(CoMapping) again = co_mapping_parse(text, "essai.correspondance", problems);
    g_assert_nonnull(again);
    g_autofree char *text_again = co_mapping_to_text(again);
    g_assert_cmpstr(text, ==, text_again);
}

static void check_column(const CoSheet *sheet, int column)
{
    g_assert_cmpint(column, >=, -1);
    g_assert_cmpint(column, <, co_sheet_n_columns(sheet));
}

static void check_layout(const CoMapping *mapping, const CoSheet *sheet, CoProblemList *problems)
{
    g_auto(CoLayout) layout = {0};
    if (!co_mapping_resolve(mapping, "essai.correspondance", sheet, problems, &layout)) {
        g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_ERROR), >, 0);
        return;
    }
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        check_column(sheet, layout.answer[i]);
    for (guint i = 0; i < layout.blocks->len; i++)
        for (int j = 0; j < CO_PERSON_N_COLUMNS; j++)
            check_column(sheet, g_array_index(layout.blocks, CoBlock, i).position[j]);
}

static void check_survey(const CoMapping *mapping, const char *survey, CoProblemList *problems)
{
    g_autoptr(CoSheet) sheet = co_csv_read_bytes(survey, strlen(survey), "enquete.csv", problems);
    if (sheet == NULL)
        return;
    g_autoptr(CoMapping) guess = co_mapping_guess(sheet, NULL);
    check_round_trip(guess, problems);
    check_layout(guess, sheet, problems);
    if (mapping != NULL)
        check_layout(mapping, sheet, problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *bytes = size > 0 ? g_strndup((const char *)data, size) : g_strdup("");
    g_autofree char *text = g_utf8_make_valid(bytes, -1);
    char *cut = strstr(text, "\n%%\n");
    if (cut != NULL)
        *cut = '\0';
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoMapping) mapping = co_mapping_parse(text, "essai.correspondance", problems);
    if (mapping != NULL)
        check_round_trip(mapping, problems);
    else
        g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_ERROR), >, 0);
    if (cut != NULL)
        check_survey(mapping, cut + strlen("\n%%\n"), problems);
    return 0;
}
