/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "style.h"

#include <glib.h>

#include <stdbool.h>

#define INK 0x1F2A37
#define NAVY 0x1B3A57
#define GREY 0x5B6672
#define LINE 0xAEB6BF
#define HEAD_FILL 0xDFE6EC
#define BAND_FILL 0xEEF1F4
#define NOTICE_FILL 0xEAF3F9
#define WARNING_FILL 0xFCE9D6
#define INPUT_FILL 0xFDF6D8
#define WARNING_LINE 0xD55E00

typedef enum { LINES_NONE, LINES_CELL, LINES_BOTTOM, LINES_HEAVY_BOTTOM, LINES_WARNING } Lines;

typedef struct Spec {
    double size;
    bool bold, italic, wrap;
    uint8_t align, valign;
    uint32_t colour, fill; /* 0 = ink, none */
    Lines lines;
    const char *numbers; /* number format, or NULL */
    uint8_t indent;      /* characters between the text and the edge it stands against */
} Spec;

/* Dates and times keep their French form whatever the language of the reader's program. */
#define DAY_FORMAT "[$-40C]ddd\\ dd/mm/yyyy"
#define WEEKDAY_FORMAT "[$-40C]ddd\\ d"
#define PERCENT_FORMAT "0.00\\ %"
#define MONEY_FORMAT "#,##0.00\\ \"€\""

#define LEFT LXW_ALIGN_LEFT
#define CENTER LXW_ALIGN_CENTER
#define RIGHT LXW_ALIGN_RIGHT
#define MIDDLE LXW_ALIGN_VERTICAL_CENTER
#define TOP LXW_ALIGN_VERTICAL_TOP

static const Spec specs[CO_N_STYLES] = {
    [CO_STYLE_PLAIN] = {10, false, false, true, LEFT, MIDDLE, 0, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_SMALL] = {8.5, false, false, true, LEFT, MIDDLE, GREY, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_STRONG] = {10, true, false, true, LEFT, MIDDLE, 0, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_RIGHT] = {10, false, false, true, RIGHT, MIDDLE, 0, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_ACADEMY] = {11, true, false, false, LEFT, MIDDLE, NAVY, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_SERVICE] = {9, false, false, true, LEFT, MIDDLE, GREY, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_ISSUE] = {9, false, false, false, RIGHT, MIDDLE, GREY, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_TITLE] = {18, true, false, false, LEFT, MIDDLE, NAVY, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_SUBTITLE] = {10, false, false, true, LEFT, TOP, 0, 0, LINES_HEAVY_BOTTOM, NULL, 0},
    [CO_STYLE_SECTION] = {12, true, false, false, LEFT, MIDDLE, NAVY, 0, LINES_BOTTOM, NULL, 0},
    [CO_STYLE_LABEL] = {9.5, false, false, true, LEFT, TOP, GREY, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_VALUE] = {10, true, false, true, LEFT, TOP, 0, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_HEADER] = {9.5, true, false, true, CENTER, MIDDLE, NAVY, HEAD_FILL, LINES_CELL, NULL,
                         0},
    [CO_STYLE_CELL] = {9.5, false, false, true, LEFT, MIDDLE, 0, 0, LINES_CELL, NULL, 1},
    [CO_STYLE_CELL_CENTER] = {9.5, false, false, true, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_CELL_SMALL] = {8.5, false, false, true, LEFT, MIDDLE, 0, 0, LINES_CELL, NULL, 1},
    [CO_STYLE_CELL_STRONG] = {9.5, true, false, true, LEFT, MIDDLE, 0, 0, LINES_CELL, NULL, 1},
    [CO_STYLE_CELL_DAY] = {9.5, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL, DAY_FORMAT,
                           0},
    [CO_STYLE_CELL_CLOCK] = {9.5, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL, "hh:mm",
                             0},
    [CO_STYLE_CELL_NUMBER] = {9.5, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL, "0", 0},
    [CO_STYLE_CELL_HOURS] = {9.5, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL, "0.00", 0},
    [CO_STYLE_CELL_MONEY] = {9.5, false, false, false, RIGHT, MIDDLE, 0, 0, LINES_CELL,
                             MONEY_FORMAT, 1},
    [CO_STYLE_CELL_PERCENT] = {9.5, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL,
                               PERCENT_FORMAT, 0},
    [CO_STYLE_CELL_KM] = {9.5, false, false, false, RIGHT, MIDDLE, 0, 0, LINES_CELL, "#,##0.0", 1},
    [CO_STYLE_CELL_RATE] = {9.5, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL, "0.00##",
                            0},
    [CO_STYLE_CELL_INPUT] = {9.5, true, false, false, RIGHT, MIDDLE, 0, INPUT_FILL, LINES_CELL,
                             "#,##0.00##", 1},
    [CO_STYLE_BAND] = {10, true, false, true, LEFT, MIDDLE, NAVY, BAND_FILL, LINES_CELL, NULL, 1},
    [CO_STYLE_NOTICE] = {10, false, false, true, LEFT, MIDDLE, 0, NOTICE_FILL, LINES_CELL, NULL, 1},
    [CO_STYLE_WARNING] = {10, true, false, true, LEFT, MIDDLE, 0, WARNING_FILL, LINES_WARNING, NULL,
                          1},
    [CO_STYLE_BOX] = {9.5, false, false, true, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_BOX_HINT] = {8.5, false, false, true, LEFT, TOP, GREY, 0, LINES_CELL, NULL, 1},
    [CO_STYLE_WEEK] = {10, true, false, false, CENTER, MIDDLE, NAVY, HEAD_FILL, LINES_CELL, NULL,
                       0},
    [CO_STYLE_WEEKDAY] = {10, true, false, false, CENTER, MIDDLE, 0, BAND_FILL, LINES_CELL,
                          WEEKDAY_FORMAT, 0},
    [CO_STYLE_GRID_LABEL] = {9, false, false, false, RIGHT, MIDDLE, GREY, BAND_FILL, LINES_CELL,
                             NULL, 1},
    [CO_STYLE_GRID_GROUP] = {10.5, true, false, true, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_GRID_DETAIL] = {9, false, false, true, LEFT, MIDDLE, 0, 0, LINES_CELL, NULL, 1},
    [CO_STYLE_GRID_HALF] = {8.5, false, false, false, CENTER, MIDDLE, GREY, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_GRID_LANE] = {8.5, false, false, true, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_GRID_LANE_SMALL] = {6.5, false, false, true, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL,
                                  0},
    [CO_STYLE_GRID_EMPTY] = {9, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_GRID_ROOM] = {9, true, false, true, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_GRID_REMOTE] = {9, false, true, true, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_GRID_LEGEND] = {9, false, false, true, LEFT, MIDDLE, 0, 0, LINES_CELL, NULL, 1},
    [CO_STYLE_LETTER_HEAD] = {15, true, false, true, CENTER, MIDDLE, NAVY, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_LETTER_TEXT] = {10, false, false, true, LEFT, TOP, 0, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_LETTER_NAME] = {12, true, false, true, LEFT, MIDDLE, 0, 0, LINES_NONE, NULL, 0},
    [CO_STYLE_TYPED] = {9.5, false, false, false, CENTER, MIDDLE, 0, 0, LINES_CELL, NULL, 0},
    [CO_STYLE_TYPED_TEXT] = {9.5, false, false, true, LEFT, MIDDLE, 0, 0, LINES_CELL, NULL, 1},
};

static void apply_lines(lxw_format *format, Lines lines)
{
    switch (lines) {
    case LINES_NONE:
        return;
    case LINES_CELL:
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, LINE);
        return;
    case LINES_BOTTOM:
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, NAVY);
        return;
    case LINES_HEAVY_BOTTOM:
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, NAVY);
        return;
    case LINES_WARNING:
        format_set_border(format, LXW_BORDER_MEDIUM);
        format_set_border_color(format, WARNING_LINE);
        return;
    }
}

static void apply_edges(lxw_format *format, unsigned edges)
{
    if (edges & CO_EDGE_LEFT) {
        format_set_left(format, LXW_BORDER_MEDIUM);
        format_set_left_color(format, GREY);
    }
    if (edges & CO_EDGE_TOP) {
        format_set_top(format, LXW_BORDER_MEDIUM);
        format_set_top_color(format, GREY);
    }
}

static void apply_fill(lxw_format *format, uint32_t fill)
{
    if (fill == 0)
        return;
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, fill);
}

void co_style_apply(lxw_format *format, CoLook look)
{
    g_return_if_fail(format != NULL && look.style < CO_N_STYLES);
    const Spec *spec = &specs[look.style];
    format_set_font_name(format, "Calibri");
    format_set_font_size(format, spec->size);
    format_set_font_color(format, spec->colour != 0 ? spec->colour : INK);
    format_set_align(format, spec->align);
    format_set_align(format, spec->valign);
    if (spec->bold)
        format_set_bold(format);
    if (spec->italic)
        format_set_italic(format);
    if (spec->wrap)
        format_set_text_wrap(format);
    if (look.style == CO_STYLE_TYPED || look.style == CO_STYLE_TYPED_TEXT)
        format_set_unlocked(format);
    if (spec->indent > 0)
        format_set_indent(format, spec->indent);
    if (spec->numbers != NULL)
        format_set_num_format(format, spec->numbers);
    apply_lines(format, spec->lines);
    apply_fill(format, look.fill != 0 ? look.fill : spec->fill);
    apply_edges(format, look.edges);
}

void co_style_mark(lxw_format *format, CoMark mark)
{
    g_return_if_fail(format != NULL);
    if (mark == CO_MARK_STRONG)
        format_set_bold(format);
    else
        format_set_italic(format);
    format_set_bg_color(format, mark == CO_MARK_STRONG ? WARNING_FILL : BAND_FILL);
}

/* Okabe-Ito: blue, orange, green, purple, sky, vermilion, yellow, grey; light tones of the same. */
static const uint32_t path_inks[] = {0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7,
                                     0x56B4E9, 0xD55E00, 0xD9CB2B, 0x7F7F7F};
static const uint32_t path_fills[] = {0xA9CFE8, 0xF9DC9A, 0x9ED9C6, 0xEFC9DE,
                                      0xD3ECFA, 0xF3BF9B, 0xF8F3B0, 0xD4D4D4};

uint32_t co_style_path_fill(int path_idx)
{
    return path_idx < 0 ? 0 : path_fills[(size_t)path_idx % G_N_ELEMENTS(path_fills)];
}

uint32_t co_style_path_ink(int path_idx)
{
    return path_idx < 0 ? 0 : path_inks[(size_t)path_idx % G_N_ELEMENTS(path_inks)];
}
