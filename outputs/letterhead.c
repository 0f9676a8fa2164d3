/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letterhead.h"

#define LOGO_HEIGHT 44.0
#define LOGO_GAP 10.0
#define RIGHT_WIDTH 170.0
#define LINE_HEIGHT 13.0

CoPaper *co_letterhead_paper(const CoHeading *heading, const CoOutputContext *context,
                             const char *title, const CoTexts *texts)
{
    g_return_val_if_fail(heading != NULL && context != NULL && texts != NULL, NULL);
    g_autofree char *author = g_strdup_printf("EAFC, %s", heading->academy);
    const CoPaperInfo info = {.title = title,
                              .subject = context->campaign->parameters.name,
                              .author = author,
                              .day = context->campaign->parameters.convocation_day,
                              .logo = co_texts_logo(texts)};
    return co_paper_new(&info);
}

void co_letterhead_draw(CoPaper *paper, const CoTexts *texts, const CoTextValues *values,
                        const char *reference)
{
    g_return_if_fail(paper != NULL && texts != NULL && values != NULL && reference != NULL);
    static const CoInk first = {.size = 11, .bold = true, .tag = "P"},
                       other = {.size = 9, .grey = true, .tag = "P"},
                       right = {.size = 8.5, .grey = true, .right = true, .tag = "P"};
    static const CoSpanAcross at_right = {CO_PAPER_WIDTH - RIGHT_WIDTH, RIGHT_WIDTH};
    g_auto(GStrv) lines = co_texts_lines(texts, CO_TEXT_HEADER, values);
    double logo = co_paper_logo(paper, LOGO_HEIGHT);
    const double left = logo > 0 ? logo + LOGO_GAP : 0;
    const CoSpanAcross at_left = {left, CO_PAPER_WIDTH - RIGHT_WIDTH - left - LOGO_GAP};
    int n_lines = 0;
    for (; lines[n_lines] != NULL; n_lines++)
        co_paper_place(paper, n_lines == 0 ? &first : &other, at_left, LINE_HEIGHT * n_lines,
                       lines[n_lines]);
    co_paper_place(paper, &right, at_right, 0, values->value[CO_FIELD_ISSUE]);
    co_paper_place(paper, &right, at_right, LINE_HEIGHT, reference);
    co_paper_descend(paper, MAX(LINE_HEIGHT * MAX(n_lines, 2), logo > 0 ? LOGO_HEIGHT : 0) + 20);
}

void co_letterhead_title(CoPaper *paper, const char *title, const char *subtitle)
{
    g_return_if_fail(paper != NULL && title != NULL && subtitle != NULL);
    static const CoInk head = {.size = 14, .bold = true, .centred = true, .tag = "H1"},
                       under = {.size = 9, .grey = true, .centred = true, .tag = "P"};
    co_paper_text(paper, &head, title);
    co_paper_space(paper, 3);
    co_paper_text(paper, &under, subtitle);
    co_paper_space(paper, 14);
}
