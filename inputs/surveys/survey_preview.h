/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_preview.h  Gathers what preview.h shows of each survey. */
#pragma once
#include "cohorte/preview.h"
#include "survey_mapping.h"
#include "survey_shape.h"

/** One survey as it was read. */
typedef struct CoPreviewSource {
    const CoShape *shape;
    const CoMapping *mapping;
    const char *mapping_file; /**< NULL = guessed */
    const CoLayout *layout;
    bool complete;
} CoPreviewSource;

CoPreviewList *co_preview_list_new(void); /**< (transfer full) */
/** @param roles  spellings of the roles */
void co_preview_list_add(CoPreviewList *list, const CoPreviewSource *source, CoKeys *roles);
