/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/preview.h"

#include "inputs/identity/decisions.h"
#include "import_context.h"
#include "import_frame.h"
#include "inputs/tables/read_tables.h"
#include "inputs/surveys/survey.h"
#include "inputs/surveys/survey_preview.h"

CoPreviewList *co_import_preview(const char *path, CoProblemList *problems,
                                 CoQuestionList *questions, GError **error)
{
    g_return_val_if_fail(path != NULL && problems != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    g_autoptr(CoPreviewList) previews = co_preview_list_new();
    CoImportOptions options = {.write_mapping = false, .questions = questions};
    g_autofree char *folder = co_tables_folder(path); /* must outlive the import */
    g_autoptr(CoImport) import = co_import_new(folder, &options, problems);
    import->previews = previews;
    import->sheets = co_tables_read(path, problems, error);
    if (import->sheets == NULL)
        return NULL;
    co_import_read_frame(import);
    co_decisions_read(import);
    co_survey_read(import);
    return g_steal_pointer(&previews);
}
