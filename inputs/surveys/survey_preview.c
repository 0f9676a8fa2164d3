/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_preview.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "survey_confidence.h"
#include "survey_content.h"

G_STATIC_ASSERT((int)CO_PREVIEW_DOUBT == (int)CO_CONFIDENCE_DOUBT);

struct CoPreviewList {
    GPtrArray *previews; /* of CoPreview */
    GStringChunk *texts;
};

static void preview_free(gpointer data)
{
    CoPreview *preview = data;
    g_free(preview->columns);
    g_free(preview);
}

CoPreviewList *co_preview_list_new(void)
{
    CoPreviewList *list = g_new(CoPreviewList, 1);
    *list = (CoPreviewList){g_ptr_array_new_with_free_func(preview_free), g_string_chunk_new(4096)};
    return list;
}

void co_preview_list_free(CoPreviewList *list)
{
    if (list == NULL)
        return;
    g_ptr_array_unref(list->previews);
    g_string_chunk_free(list->texts);
    g_free(list);
}

size_t co_preview_list_size(const CoPreviewList *list)
{
    g_return_val_if_fail(list != NULL, 0);
    return list->previews->len;
}

const CoPreview *co_preview_list_at(const CoPreviewList *list, size_t index)
{
    g_return_val_if_fail(list != NULL && index < list->previews->len, NULL);
    return list->previews->pdata[index];
}

static const char *keep(CoPreviewList *list, const char *text)
{
    g_autofree char *clean = co_clean_text(text);
    return g_string_chunk_insert_const(list->texts, clean);
}

static bool is_among(const CoPreviewColumn *column, int n, const char *sample)
{
    for (int i = 0; i < n; i++)
        if (strcmp(column->samples[i], sample) == 0)
            return true;
    return false;
}

static void fill_samples(CoPreviewList *list, CoPreviewColumn *column, const CoSheet *sheet,
                         int position)
{
    enum { MAX_ROWS = 2000, MAX_BYTES = 400 };
    int n = 0;
    for (int row = 0; row < MIN(co_sheet_n_rows(sheet), MAX_ROWS); row++) {
        const char *cell = co_sheet_cell(sheet, row, position);
        if (n == CO_PREVIEW_N_SAMPLES || co_content_is_unsaid(cell) || strlen(cell) > MAX_BYTES)
            continue;
        const char *sample = keep(list, cell);
        if (!is_among(column, n, sample))
            column->samples[n++] = sample;
    }
    for (; n < CO_PREVIEW_N_SAMPLES; n++)
        column->samples[n] = "";
}

static void take(CoPreview *preview, int position, CoPreviewColumn taken)
{
    if (position < 0 || preview->columns[position].key != NULL)
        return;
    preview->columns[position].key = taken.key;
    preview->columns[position].person = taken.person;
    preview->columns[position].confidence = taken.confidence;
}

static void take_columns(CoPreview *preview, const CoLayout *layout, const CoConfidence *confidence)
{
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        take(preview, layout->answer[i],
             (CoPreviewColumn){.key = co_mapping_answer_key(i),
                               .confidence = confidence->answer[i]});
    for (guint n = 0; layout->blocks != NULL && n < layout->blocks->len; n++)
        for (int i = 0; i < CO_PERSON_N_COLUMNS; i++)
            take(preview, g_array_index(layout->blocks, CoBlock, n).position[i],
                 (CoPreviewColumn){.key = co_mapping_person_key(i),
                                   .person = (int)n + 1,
                                   .confidence = confidence->person[i]});
    for (guint i = 0; layout->counts != NULL && i < layout->counts->len; i++)
        take(preview, g_array_index(layout->counts, CoCountPlace, i).column,
             (CoPreviewColumn){.key = "effectif", .confidence = confidence->count});
}

void co_preview_list_add(CoPreviewList *list, const CoPreviewSource *source, CoKeys *roles)
{
    g_return_if_fail(list != NULL && source != NULL);
    const CoShape *shape = source->shape;
    const CoSheet *sheet = shape->sheet;
    CoConfidence confidence = co_confidence_of(source->mapping, sheet, source->layout, roles);
    const char *name = co_sheet_name(sheet);
    CoPreview *preview = g_new0(CoPreview, 1);
    *preview = (CoPreview){
        .file = keep(list, co_sheet_file(sheet)),
        .sheet = name != NULL ? keep(list, name) : NULL,
        .format = co_mapping_format_key(shape->format),
        .mapping = source->mapping_file != NULL ? keep(list, source->mapping_file) : NULL,
        .per_person = source->mapping->per_person,
        .complete = source->complete,
        .n_rows = co_sheet_n_rows(sheet),
        .n_persons = source->layout->blocks != NULL ? (int)source->layout->blocks->len : 0,
        .n_header_lines = shape->n_header_lines,
        .n_lines_above = shape->n_lines_above,
        .confidence = confidence.overall,
        .n_columns = co_sheet_n_columns(sheet),
    };
    preview->columns = g_new0(CoPreviewColumn, (gsize)preview->n_columns + 1);
    for (int i = 0; i < preview->n_columns; i++) {
        preview->columns[i].header = keep(list, co_sheet_header(sheet, i));
        fill_samples(list, &preview->columns[i], sheet, i);
    }
    take_columns(preview, source->layout, &confidence);
    g_ptr_array_add(list->previews, preview);
}
