/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import_context.h"

#include "cohorte/text.h"
#include "inputs/calendars/public_holidays.h"

/* Codes keep their punctuation ("AC-AG" is not "AC AG"), spoken names do not. */
static void make_keys(CoImport *import)
{
    import->parameters = co_keys_new(co_text_key);
    import->academies = co_keys_new(co_text_key);
    import->waves = co_keys_new(co_text_fold);
    import->agencies = co_keys_new(NULL);
    import->roles = co_keys_new(co_text_key);
    import->role_codes = co_keys_new(co_text_key);
    import->paths = co_keys_new(co_text_fold);
    import->modules = co_keys_new(co_text_fold);
    import->establishments = co_keys_new(NULL);
    import->trainers = co_keys_new(co_text_fold);
    import->trainer_emails = co_keys_new(NULL);
    import->pairs = co_keys_new(co_text_fold);
    import->rooms = co_keys_new(co_text_fold);
    import->milestones = co_keys_new(co_text_fold);
    import->distances = co_keys_new(NULL);
}

CoImport *co_import_new(const char *folder, const CoImportOptions *options, CoProblemList *problems)
{
    static const CoImportOptions defaults = CO_IMPORT_OPTIONS_INIT;
    CoImport *import = g_new0(CoImport, 1);
    import->campaign = co_campaign_new();
    import->problems = problems;
    import->folder = folder;
    if (options == NULL)
        options = &defaults;
    import->write_mapping = options->write_mapping;
    import->own_questions = options->questions == NULL ? co_question_list_new() : NULL;
    import->questions = options->questions != NULL ? options->questions : import->own_questions;
    import->remembered = options->remembered;
    import->directory = co_directory_new();
    import->agendas = co_agendas_list(folder);
    import->public_holidays = co_public_holidays_new();
    import->people = co_people_new();
    make_keys(import);
    return import;
}

void co_import_free(CoImport *import)
{
    if (import == NULL)
        return;
    CoKeys *keys[] = {import->parameters, import->academies,  import->waves,
                      import->agencies,   import->roles,      import->role_codes,
                      import->paths,      import->modules,    import->establishments,
                      import->trainers,   import->pairs,      import->trainer_emails,
                      import->rooms,      import->milestones, import->distances};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        co_keys_free(keys[i]);
    co_question_list_free(import->own_questions);
    co_name_index_free(import->names);
    co_people_free(import->people);
    co_public_holidays_free(import->public_holidays);
    co_agendas_free(import->agendas);
    co_directory_free(import->directory);
    co_sheet_store_free(import->sheets);
    co_campaign_free(import->campaign);
    g_free(import);
}

void co_import_report(CoImport *import, CoProblem problem)
{
    co_problem_list_add(import->problems, &problem);
}

void co_import_report_at(CoImport *import, const CoOrigin *origin, CoProblem problem)
{
    problem.file = *origin->file != '\0' ? origin->file : NULL;
    problem.sheet = *origin->sheet != '\0' ? origin->sheet : NULL;
    problem.line = origin->row;
    co_problem_list_add(import->problems, &problem);
}

bool co_import_is_flooded(const CoImport *import)
{
    enum { LIST_CAPACITY = 10000 };
    return co_problem_list_size(import->problems) > LIST_CAPACITY;
}
