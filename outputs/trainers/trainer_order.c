/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trainer_book.h"

#include "outputs/letterhead.h"

static char *footer_of(const CoTrainerBook *book)
{
    const CoCampaign *campaign = book->mission.publication->context->campaign;
    return g_strdup_printf("%s – EAFC – Ordre de mission, %s – %s", book->heading->academy,
                           campaign->trainers[book->mission.trainer_idx].code,
                           book->heading->version);
}

void co_trainer_order(const CoTrainerBook *book)
{
    g_return_if_fail(book != NULL);
    g_autofree char *footer = footer_of(book);
    const CoPageSetup setup = {"Ordre de mission", footer, false};
    CoPage *page = co_page_new(book->book, &setup);
    g_auto(CoLetter) letter = {0};
    co_mission_order_init(&letter, &book->mission, book->heading);
    co_letter_page_widths(&co_mission_order_form, page);
    int end = co_letter_page_write(&letter, page, 0);
    co_letter_page_scale(page, co_page_height_px(page, 0, end));
}

GBytes *co_trainer_order_paper(const CoTrainerBook *book, GError **error)
{
    g_return_val_if_fail(book != NULL, NULL);
    const CoOutputContext *context = book->mission.publication->context;
    g_autofree char *footer = footer_of(book);
    g_autofree char *title = g_strdup_printf(
        "Ordre de mission, %s", context->campaign->trainers[book->mission.trainer_idx].code);
    g_autoptr(CoPaper) paper =
        co_letterhead_paper(book->heading, context, title, book->mission.publication->texts);
    g_auto(CoLetter) letter = {0};
    co_mission_order_init(&letter, &book->mission, book->heading);
    co_paper_part(paper, footer, co_letter_paper_draw, &letter);
    return co_paper_close(paper, error);
}
