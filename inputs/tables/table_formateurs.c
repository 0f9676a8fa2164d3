/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cells.h"
#include "tables.h"

enum {
    TRAINER,
    LAST_NAME,
    FIRST_NAME,
    EMAIL,
    UAI,
    ROLE,
    SPHERE,
    ENTRY_WAVE,
    CONFIRMED,
    PATHS,
    MAX_HALF_DAYS,
    SPANS,
    ACADEMY,
    AGENDA
};

static const CoColumn columns[] = {
    [TRAINER] = {"formateur", CO_REQUIRED},
    [LAST_NAME] = {"nom", CO_REQUIRED},
    [FIRST_NAME] = {"prenom", CO_OPTIONAL},
    [EMAIL] = {"courriel", CO_OPTIONAL},
    [UAI] = {"uai", CO_REQUIRED},
    [ROLE] = {"role", CO_OPTIONAL},
    [SPHERE] = {"sphere", CO_OPTIONAL},
    [ENTRY_WAVE] = {"vague_entree", CO_OPTIONAL},
    [CONFIRMED] = {"confirme", CO_OPTIONAL},
    [PATHS] = {"parcours", CO_REQUIRED},
    [MAX_HALF_DAYS] = {"max_demi_journees", CO_OPTIONAL},
    [SPANS] = {"indisponibilites", CO_OPTIONAL},
    [ACADEMY] = {"academie", CO_OPTIONAL},
    [AGENDA] = {"agenda", CO_OPTIONAL},
};

/* The sphere of the role is the trainer's unless the cell says otherwise. */
static CoSphere read_sphere(CoRow *row, int role_idx)
{
    static const char *const choices[] = {"ordo", "compta", NULL};
    static const CoSphere values[] = {CO_SPHERE_ORDERING, CO_SPHERE_ACCOUNTING};
    int choice;
    if (co_cell_choice(row, SPHERE, choices, &choice))
        return values[choice];
    return role_idx < 0 ? CO_SPHERE_NONE : row->table->import->campaign->roles[role_idx].sphere;
}

static bool teaches_under(const CoCampaign *campaign, const CoTrainer *trainer, CoPairRule rule)
{
    for (int i = 0; i < trainer->n_paths; i++)
        if (campaign->paths[trainer->path_idx[i]].pair_rule == rule)
            return true;
    return false;
}

static void report_needed(const CoRow *row, int column)
{
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_WARNING, .code = CO_PROBLEM_VALUE_MISSING});
}

/* What a pair rule asks of a trainer must be told, else no pair counts on them. */
static void judge_skills(const CoRow *row, const CoTrainer *trainer)
{
    const CoCampaign *campaign = row->table->import->campaign;
    if (trainer->sphere == CO_SPHERE_NONE &&
        teaches_under(campaign, trainer, CO_PAIR_ONE_PER_SPHERE))
        report_needed(row, SPHERE);
    if (co_cell_is_blank(row, CONFIRMED) && teaches_under(campaign, trainer, CO_PAIR_ONE_CONFIRMED))
        report_needed(row, CONFIRMED);
}

/* A trainer's post may lie anywhere: outside the campaign, even outside the directory given. */
static void read_post(CoImport *import, CoRow *row, CoTrainer *trainer)
{
    const char *uai = "";
    if (!co_cell_uai(row, UAI, &uai))
        return;
    CoDirectoryEntry known;
    bool found = co_directory_find(import, uai, &known);
    known.place.uai = uai;
    int establishment = co_keys_find(import->establishments, uai);
    trainer->place =
        establishment >= 0 ? import->campaign->establishments[establishment].place : known.place;
    trainer->academy_idx = co_academies_choose(row, ACADEMY, known.academy);
    if (trainer->place.located)
        return;
    bool unknown = !found && establishment < 0;
    co_row_report(
        row, UAI,
        (CoProblem){.severity = CO_SEVERITY_WARNING,
                    .code = unknown ? CO_PROBLEM_UAI_NOT_IN_DIRECTORY : CO_PROBLEM_PLACE_UNKNOWN,
                    .value = uai});
}

/* One human can be in one meeting only, so the same address must not make two trainers. */
static bool claim_trainer(CoImport *import, CoRow *row, const CoTrainer *trainer)
{
    int index = import->campaign->n_trainers;
    return co_row_claim_key(row, TRAINER, import->trainers, trainer->code, index) &&
           (*trainer->email == '\0' ||
            co_row_claim_key(row, EMAIL, import->trainer_emails, trainer->email, index));
}

/* A file of the folder `agendas`, where it bears another name than the trainer. */
static void claim_agenda(CoImport *import, const CoRow *row, int trainer_idx)
{
    const char *name = co_cell_text(row, AGENDA);
    if (*name != '\0' && !co_agendas_claim(import->agendas, name, trainer_idx))
        co_row_report(row, AGENDA,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_AGENDA_MISSING,
                                  .action = CO_ACTION_CELL_OUT,
                                  .value = name});
}

static void read_row(CoImport *import, CoRow *row)
{
    CoTrainer trainer = {
        .code = co_cell_text(row, TRAINER),
        .last_name = co_cell_text(row, LAST_NAME),
        .first_name = co_cell_text(row, FIRST_NAME),
        .email = co_cell_email(row, EMAIL),
        .establishment_idx = -1,
        .role_idx = co_cell_role(row, ROLE, CO_SEVERITY_WARNING),
        .entry_wave = co_cell_text(row, ENTRY_WAVE),
        .max_half_days = -1,
        .academy_idx = -1,
        .person_idx = -1,
        .origin = co_row_origin(row),
    };
    trainer.sphere = read_sphere(row, trainer.role_idx);
    co_cell_bool(row, CONFIRMED, &trainer.confirmed);
    trainer.path_idx = co_cell_references(row, PATHS, import->paths, "parcours", &trainer.n_paths);
    co_cell_int(row, MAX_HALF_DAYS, 0, 10000, &trainer.max_half_days);
    trainer.spans = co_cell_spans(row, SPANS, &trainer.n_spans);
    if (row->out)
        return;
    read_post(import, row, &trainer);
    if (row->out || !claim_trainer(import, row, &trainer))
        return;
    judge_skills(row, &trainer);
    claim_agenda(import, row, import->campaign->n_trainers);
    *co_campaign_add_trainer(import->campaign) = trainer;
}

const CoTableKind co_table_formateurs = {
    "formateurs", columns, G_N_ELEMENTS(columns), true, read_row,
};

enum { PAIR, TRAINER_1, TRAINER_2, PAIR_PATHS };

static const CoColumn pair_columns[] = {
    [PAIR] = {"binome", CO_REQUIRED},
    [TRAINER_1] = {"formateur_1", CO_REQUIRED},
    [TRAINER_2] = {"formateur_2", CO_REQUIRED},
    [PAIR_PATHS] = {"parcours", CO_OPTIONAL},
};

static bool teaches(const CoTrainer *trainer, int path_idx)
{
    for (int i = 0; i < trainer->n_paths; i++)
        if (trainer->path_idx[i] == path_idx)
            return true;
    return false;
}

/* A pair named for a path that one of the two does not teach will never be used there. */
static void judge_pair(const CoRow *row, const CoPair *pair)
{
    const CoCampaign *campaign = row->table->import->campaign;
    for (int i = 0; i < pair->n_paths; i++) {
        for (int j = 0; j < 2; j++) {
            const CoTrainer *trainer = &campaign->trainers[pair->trainer_idx[j]];
            if (teaches(trainer, pair->path_idx[i]))
                continue;
            co_row_report(row, PAIR_PATHS,
                          (CoProblem){.severity = CO_SEVERITY_WARNING,
                                      .code = CO_PROBLEM_PAIR_UNSKILLED,
                                      .value = campaign->paths[pair->path_idx[i]].code,
                                      .detail = trainer->code});
        }
    }
}

static void read_pair(CoImport *import, CoRow *row)
{
    CoPair pair = {
        .code = co_cell_text(row, PAIR),
        .trainer_idx = {co_cell_reference(row, TRAINER_1, import->trainers, "formateurs"),
                        co_cell_reference(row, TRAINER_2, import->trainers, "formateurs")},
        .origin = co_row_origin(row),
    };
    pair.path_idx = co_cell_references(row, PAIR_PATHS, import->paths, "parcours", &pair.n_paths);
    if (row->out)
        return;
    if (pair.trainer_idx[0] == pair.trainer_idx[1]) {
        co_cell_refuse(row, TRAINER_2, CO_PROBLEM_PAIR_SAME_TRAINER, NULL);
        return;
    }
    if (!co_row_claim_key(row, PAIR, import->pairs, pair.code, import->campaign->n_pairs))
        return;
    judge_pair(row, &pair);
    *co_campaign_add_pair(import->campaign) = pair;
}

const CoTableKind co_table_binomes = {
    "binomes", pair_columns, G_N_ELEMENTS(pair_columns), false, read_pair,
};
