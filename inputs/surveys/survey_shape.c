/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_shape.h"

#include <string.h>

#include "survey_shape_steps.h"
#include "survey_words.h"

struct CoShapes {
    GArray *shapes;  /* of CoShape */
    GPtrArray *made; /* sheets, each after those it points into */
    GStringChunk *texts;
    CoProblemList *problems; /* the caller's */
};

void co_shapes_free(CoShapes *shapes)
{
    if (shapes == NULL)
        return;
    g_array_unref(shapes->shapes);
    g_ptr_array_unref(shapes->made);
    g_string_chunk_free(shapes->texts);
    g_free(shapes);
}

int co_shapes_count(const CoShapes *shapes)
{
    return (int)shapes->shapes->len;
}

static CoShape *shape_at(const CoShapes *shapes, guint index)
{
    return &g_array_index(shapes->shapes, CoShape, index);
}

const CoShape *co_shapes_at(const CoShapes *shapes, int index)
{
    g_return_val_if_fail(index >= 0 && index < co_shapes_count(shapes), NULL);
    return shape_at(shapes, (guint)index);
}

static void replace(CoShapes *shapes, CoShape *shape, CoSheet *made)
{
    if (made == NULL)
        return;
    g_ptr_array_add(shapes->made, made);
    shape->sheet = made;
}

/* Sheets of one workbook belong together; CSV files do when there is one file of files. */
static bool belongs(const CoShapes *shapes, const CoSheet *files, const CoSheet *sheet)
{
    if (strcmp(co_sheet_file(files), co_sheet_file(sheet)) == 0)
        return true;
    int n_files = 0;
    for (guint i = 0; i < shapes->shapes->len; i++)
        n_files += co_shape_is_files(shape_at(shapes, i)->sheet);
    return n_files == 1 && co_sheet_name(sheet) == NULL && co_shape_is_block(sheet);
}

static void report_unused(const CoShapes *shapes, const CoSheet *sheet)
{
    co_sheet_report(sheet, shapes->problems,
                    (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                .code = CO_PROBLEM_SURVEY_SHEET_UNUSED,
                                .action = CO_ACTION_FILE_OUT});
}

/* Moves out of the list every other sheet that belongs to these files. @return (transfer full) the
 * blocks among them */
static GPtrArray *take_blocks(CoShapes *shapes, const CoSheet *files)
{
    GPtrArray *blocks = g_ptr_array_new();
    for (guint i = shapes->shapes->len; i-- > 0;) {
        const CoSheet *sheet = shape_at(shapes, i)->sheet;
        if (sheet == files || !belongs(shapes, files, sheet))
            continue;
        if (co_shape_is_block(sheet))
            g_ptr_array_insert(blocks, 0, (gpointer)sheet);
        else
            report_unused(shapes, sheet);
        g_array_remove_index(shapes->shapes, i);
    }
    return blocks;
}

static int position_of(const CoShapes *shapes, const CoSheet *sheet)
{
    for (guint i = 0; i < shapes->shapes->len; i++)
        if (shape_at(shapes, i)->sheet == sheet)
            return (int)i;
    g_return_val_if_reached(-1);
}

static void join_blocks(CoShapes *shapes)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    for (guint i = 0; i < shapes->shapes->len; i++)
        if (co_shape_is_files(shape_at(shapes, i)->sheet))
            g_ptr_array_add(files, (gpointer)shape_at(shapes, i)->sheet);
    for (guint i = 0; i < files->len; i++) {
        const CoSheet *sheet = files->pdata[i];
        g_autoptr(GPtrArray) blocks = take_blocks(shapes, sheet);
        int position = position_of(shapes, sheet);
        if (blocks->len > 0 && position >= 0)
            replace(shapes, shape_at(shapes, (guint)position),
                    co_shape_blocks(sheet, blocks, shapes->texts, shapes->problems));
    }
}

static int count_questions(const CoSheet *sheet)
{
    int n = 0;
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        n += co_guess_is_question(co_sheet_header(sheet, i)) ||
             co_survey_is_service_header(co_sheet_header(sheet, i));
    return n;
}

/* @return the most questions that a sheet of the same workbook asks */
static int most_questions(const CoShapes *shapes, const CoSheet *sheet)
{
    int most = 0;
    for (guint i = 0; i < shapes->shapes->len; i++) {
        const CoSheet *other = shape_at(shapes, i)->sheet;
        if (strcmp(co_sheet_file(other), co_sheet_file(sheet)) == 0)
            most = MAX(most, count_questions(other));
    }
    return most;
}

/* Notes and charts that somebody put into the workbook of an export ask next to nothing. */
static void leave_notes(CoShapes *shapes)
{
    enum { TELLING = 3 };
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    for (guint i = 0; i < shapes->shapes->len; i++) {
        const CoSheet *sheet = shape_at(shapes, i)->sheet;
        int most = co_sheet_name(sheet) == NULL ? 0 : most_questions(shapes, sheet);
        if (most >= TELLING && TELLING * count_questions(sheet) < most)
            g_ptr_array_add(notes, (gpointer)sheet);
    }
    for (guint i = 0; i < notes->len; i++) {
        report_unused(shapes, notes->pdata[i]);
        g_array_remove_index(shapes->shapes, (guint)position_of(shapes, notes->pdata[i]));
    }
}

CoShapes *co_shapes_new(const GPtrArray *sheets, CoProblemList *problems)
{
    g_return_val_if_fail(sheets != NULL && problems != NULL, NULL);
    CoShapes *shapes = g_new(CoShapes, 1);
    *shapes = (CoShapes){g_array_new(FALSE, TRUE, sizeof(CoShape)),
                         g_ptr_array_new_with_free_func((GDestroyNotify)co_sheet_free),
                         g_string_chunk_new(4096), problems};
    for (guint i = 0; i < sheets->len; i++) {
        CoShape shape = {.sheet = sheets->pdata[i]};
        replace(shapes, &shape, co_shape_lines(shape.sheet, shapes->texts, &shape));
        g_array_append_val(shapes->shapes, shape);
    }
    join_blocks(shapes);
    leave_notes(shapes);
    for (guint i = 0; i < shapes->shapes->len; i++) {
        CoShape *shape = shape_at(shapes, i);
        shape->format = co_survey_format(shape->sheet);
        replace(shapes, shape, co_shape_choices(shape->sheet, shapes->texts));
    }
    return shapes;
}
