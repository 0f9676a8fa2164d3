/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey.h  Raw answers of a survey to the people of a campaign. */
#pragma once

struct CoImport;

/** Reads every sheet of the table `enquete` through its mapping (read beside the file, else guessed
 * and, when the import may write, written there), chooses the answers that count, adds everybody
 * they name to the people of the import and fills the survey figures of the campaign.
 * A sheet that cannot be mapped is left out; the import is unusable when none can. */
void co_survey_read(struct CoImport *import);
