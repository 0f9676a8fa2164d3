/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file style.h  Every look a cell can have, by name, in one place. Implemented by
 * outputs/kit/style.c.
 *
 * Colours are few and come from the Okabe-Ito set, which colour-blind readers tell apart; every
 * colour is doubled by a code in letters, and fills are light enough to print and copy in black and
 * white. */
#pragma once
#include <stdint.h>
#include <xlsxwriter.h>

typedef enum CoStyle {
    CO_STYLE_PLAIN, /**< text on the bare sheet */
    CO_STYLE_SMALL, /**< remarks */
    CO_STYLE_STRONG,
    CO_STYLE_RIGHT,   /**< text against the right edge */
    CO_STYLE_ACADEMY, /**< title block, from here */
    CO_STYLE_SERVICE,
    CO_STYLE_ISSUE,
    CO_STYLE_TITLE,
    CO_STYLE_SUBTITLE, /**< to here */
    CO_STYLE_SECTION,  /**< heading of a part of a sheet */
    CO_STYLE_LABEL,    /**< left half of a "label: value" line */
    CO_STYLE_VALUE,
    CO_STYLE_HEADER, /**< head of a table column */
    CO_STYLE_CELL,   /**< table cells, from here */
    CO_STYLE_CELL_CENTER,
    CO_STYLE_CELL_SMALL,
    CO_STYLE_CELL_STRONG,
    CO_STYLE_CELL_DAY,   /**< "lun. 18/11/2024" */
    CO_STYLE_CELL_CLOCK, /**< "09:00" */
    CO_STYLE_CELL_NUMBER,
    CO_STYLE_CELL_HOURS,   /**< "4,50" */
    CO_STYLE_CELL_MONEY,   /**< euros, "1 234,50 €" */
    CO_STYLE_CELL_PERCENT, /**< a share of one, "98,63 %"; to here */
    CO_STYLE_CELL_KM,      /**< "1 234,5" */
    CO_STYLE_CELL_RATE,    /**< "0,32" */
    CO_STYLE_CELL_INPUT,   /**< a number to change */
    CO_STYLE_BAND,         /**< heading row inside a table */
    CO_STYLE_NOTICE,       /**< boxed remark */
    CO_STYLE_WARNING,      /**< boxed remark that must be seen */
    CO_STYLE_BOX,          /**< empty box to write in */
    CO_STYLE_BOX_HINT,     /**< the same, with words small at its top */
    CO_STYLE_WEEK,         /**< wall calendar, from here */
    CO_STYLE_WEEKDAY,      /**< "lun. 18" */
    CO_STYLE_GRID_LABEL,
    CO_STYLE_GRID_GROUP,
    CO_STYLE_GRID_DETAIL,
    CO_STYLE_GRID_HALF,
    CO_STYLE_GRID_LANE,       /**< FM1, milestones, closures above the grid */
    CO_STYLE_GRID_LANE_SMALL, /**< the same, for a long word over one day */
    CO_STYLE_GRID_EMPTY,
    CO_STYLE_GRID_ROOM,   /**< in-person meeting */
    CO_STYLE_GRID_REMOTE, /**< virtual class or webinar */
    CO_STYLE_GRID_LEGEND, /**< to here */
    CO_STYLE_LETTER_HEAD, /**< call letter, from here */
    CO_STYLE_LETTER_TEXT,
    CO_STYLE_LETTER_NAME, /**< to here */
    CO_STYLE_TYPED,       /**< to be typed in: the cells that a protected sheet leaves open */
    CO_STYLE_TYPED_TEXT,  /**< the same, for names */
    CO_N_STYLES,
} CoStyle;

/** Heavier lines on some edges of a cell: week and group boundaries. */
typedef enum { CO_EDGE_NONE = 0, CO_EDGE_LEFT = 1, CO_EDGE_TOP = 2 } CoEdges;

/** A style with its two permitted departures. */
typedef struct CoLook {
    CoStyle style;
    uint32_t fill;  /**< 0xRRGGBB, 0 = that of the style */
    unsigned edges; /**< of #CoEdges */
} CoLook;

/** Dresses a fresh format. */
void co_style_apply(lxw_format *format, CoLook look);

/** What a conditional format adds to a cell; letters differ too, for paper in black and white. */
typedef enum { CO_MARK_STRONG, CO_MARK_LIGHT } CoMark;
/** Dresses a fresh format for a condition. */
void co_style_mark(lxw_format *format, CoMark mark);

/* Fills with a meaning of their own. */
#define CO_FILL_FM1 0xD5E8F4
#define CO_FILL_PUBLIC_HOLIDAY 0xBDBDBD
#define CO_FILL_SCHOOL_HOLIDAY 0xDEDEDE
#define CO_FILL_CLOSED 0xCDCDCD
#define CO_FILL_AVOID 0xFDF0C4
#define CO_FILL_FORBIDDEN 0xF2B48E
#define CO_FILL_CUTOVER 0xE3CCDB
#define CO_FILL_TOTAL 0xEEF1F4

/** The two tones of a path: for cells under black text, and for chart series. */
uint32_t co_style_path_fill(int path_idx);
uint32_t co_style_path_ink(int path_idx);
