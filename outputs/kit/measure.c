/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <glib.h>

#include <math.h>

/* Advance widths in thousandths of an em, from the blank to the tilde. */
static const short regular_em[] = {
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488,
    459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519,
    487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455,
    229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
};
static const short bold_em[] = {
    226, 326, 438, 498, 507, 729, 705, 233, 312, 312, 498, 498, 258, 306, 267, 430, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 507, 276, 276, 498, 498, 498, 463, 898, 606, 561, 529, 630, 488,
    459, 637, 631, 267, 331, 547, 423, 874, 659, 676, 532, 686, 563, 473, 495, 653, 591, 906, 551,
    520, 478, 325, 430, 325, 498, 498, 300, 494, 537, 418, 537, 503, 316, 474, 537, 246, 255, 480,
    246, 813, 537, 538, 537, 537, 355, 399, 347, 537, 473, 745, 459, 474, 397, 344, 475, 344, 498,
};
G_STATIC_ASSERT(G_N_ELEMENTS(regular_em) == '~' - ' ' + 1);
G_STATIC_ASSERT(G_N_ELEMENTS(bold_em) == G_N_ELEMENTS(regular_em));

/* Wider than most: an unknown character should leave a column too wide, not too narrow. */
#define OTHER_EM 900
#define CELL_PADDING_PX 4

static int typographic_em(gunichar c)
{
    switch (c) {
    case 0x00a0: /* no-break blanks */
    case 0x202f:
        return 226;
    case 0x2019: /* apostrophe */
        return 258;
    case 0x2013: /* en dash */
        return 498;
    case 0x20ac: /* euro */
        return 507;
    case 0x00ab: /* guillemets */
    case 0x00bb:
        return 539;
    default:
        return OTHER_EM;
    }
}

static int advance_em(gunichar c, bool bold)
{
    gunichar base, mark;
    if (c > '~' && g_unichar_decompose(c, &base, &mark) && mark != 0)
        c = base;
    if (c >= ' ' && c <= '~')
        return bold ? bold_em[c - ' '] : regular_em[c - ' '];
    return c < ' ' ? 0 : typographic_em(c);
}

static double advance_px(gunichar c, CoFace face)
{
    return advance_em(c, face.bold) / 1000.0 * face.size_pt * 96.0 / 72.0;
}

int co_measure_width_px(const char *text, CoFace face)
{
    g_return_val_if_fail(text != NULL, 0);
    double widest = 0, line = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        line = c == '\n' ? 0 : line + advance_px(c, face);
        widest = MAX(widest, line);
    }
    return (int)ceil(widest);
}

int co_measure_lines(const char *text, CoFace face, int width_px)
{
    g_return_val_if_fail(text != NULL, 1);
    double room = MAX(width_px, 1);
    double line = 0, word = 0; /* the line so far, and the part of it after the last blank */
    int n_lines = 1;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\n') {
            n_lines++;
            line = word = 0;
            continue;
        }
        double advance = advance_px(c, face);
        word = c == ' ' ? 0 : word + advance;
        line += advance;
        if (c != ' ' && line > room) {
            n_lines++;
            /* The last word moves down whole, unless it fills a line on its own. */
            line = word = word <= room && word < line ? word : advance;
        }
    }
    return n_lines;
}

int co_measure_height_px(int n_lines, CoFace face)
{
    return (int)ceil(n_lines * face.size_pt * 1.22 * 96.0 / 72.0) + CELL_PADDING_PX;
}
