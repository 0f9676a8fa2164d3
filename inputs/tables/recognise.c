/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recognise.h"

#include <string.h>

#include "cohorte/text.h"
#include "inputs/formats/csv_stream.h"
#include "inputs/surveys/survey_format.h"
#include "inputs/surveys/survey_words.h"
#include "table.h"

/* Headers that stand together in one official layout and in no table that planners write. */
static const struct {
    const char *table;
    const char *headers; /* '|' between */
} layouts[] = {
    {"annuaire", "identifiant_de_l_etablissement|nom_etablissement|libelle_academie"},
    {"annuaire", "numero_uai|appellation_officielle|libelle_academie"},
    {"annuaire", "uai|nom|type|commune|departement|academie|latitude|longitude"},
    {"calendrier", "date|zone|nom_jour_ferie"},
    {"calendrier", "description|start_date|end_date|location|zones"},
    {"calendrier", "description|date de debut|date de fin|academies|zones"},
};

static bool has_all(const CoSheet *sheet, const char *headers)
{
    g_auto(GStrv) names = g_strsplit(headers, "|", -1);
    bool all = true;
    for (int i = 0; names[i] != NULL && all; i++)
        all = co_table_has_header(sheet, names[i]);
    return all;
}

/* Exported by a survey tool, and asking for something that a need is made of: opinions are not. */
static bool is_survey(const CoSheet *sheet)
{
    if (co_survey_format(sheet) == CO_FORMAT_TABLE)
        return false;
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        const char *header = co_sheet_header(sheet, i);
        if (!co_survey_is_service_header(header) && co_guess_is_question(header))
            return true;
    }
    return false;
}

const char *co_recognise_sheet(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(layouts); i++)
        if (has_all(sheet, layouts[i].headers))
            return layouts[i].table;
    return is_survey(sheet) ? "enquete" : NULL;
}

const char *co_recognise_csv(const char *path, const char *file)
{
    g_return_val_if_fail(path != NULL && file != NULL, NULL);
    g_autoptr(CoProblemList) unsaid = co_problem_list_new();
    g_autoptr(CoCsvStream) stream = co_csv_stream_open(path, file, unsaid);
    g_autoptr(CoSheet) sheet = stream != NULL ? co_csv_stream_next(stream) : NULL;
    return sheet != NULL ? co_recognise_sheet(sheet) : NULL;
}

bool co_recognise_calendar(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, false);
    if (co_table_has_header(sheet, "x-wr-calname"))
        return true;
    for (int i = 0; i < co_sheet_n_rows(sheet); i++) {
        g_autofree char *label = co_text_key(co_sheet_cell(sheet, i, 0));
        if (g_str_has_prefix(label, "vacances "))
            return true;
    }
    return false;
}
