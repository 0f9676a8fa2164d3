/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convocations/<uai>.pdf: the call letters of one establishment, each from the top of a sheet. */
#include "school_book.h"

#include "outputs/letterhead.h"
#include "outputs/letters/call_letter.h"

static void add_letter(CoPaper *paper, const CoSchoolBook *book, int person_idx)
{
    g_auto(CoLetter) letter = {0};
    co_school_letter_init(&letter, book, person_idx);
    g_autofree char *footer =
        g_strdup_printf("%s – EAFC – Convocation, %s – %s", book->heading->academy,
                        letter.values.value[CO_FIELD_UAI], book->heading->version);
    co_paper_part(paper, footer, co_letter_paper_draw, &letter);
}

bool co_school_has_letters(const CoSchoolBook *book)
{
    g_return_val_if_fail(book != NULL, false);
    for (int i = 0; i < book->n_people; i++)
        if (co_school_calls(book, book->people[i]))
            return true;
    return false;
}

GBytes *co_school_paper(const CoSchoolBook *book, GError **error)
{
    g_return_val_if_fail(book != NULL, NULL);
    const CoEstablishment *school =
        &book->context->campaign->establishments[book->establishment_idx];
    g_autofree char *title = g_strdup_printf("Convocations, %s", school->uai);
    g_autoptr(CoPaper) paper =
        co_letterhead_paper(book->heading, book->context, title, book->texts);
    for (int i = 0; i < book->n_people; i++)
        if (co_school_calls(book, book->people[i]))
            add_letter(paper, book, book->people[i]);
    return co_paper_close(paper, error);
}
