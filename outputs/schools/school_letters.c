/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Call letters, one sheet of paper each. */
#include "school_book.h"

#include "outputs/letters/call_letter.h"

bool co_school_calls(const CoSchoolBook *book, int person_idx)
{
    g_return_val_if_fail(book != NULL, false);
    return co_letter_is_due(book->context->campaign, book->group_of_person, person_idx);
}

void co_school_letter_init(CoLetter *letter, const CoSchoolBook *book, int person_idx)
{
    const CoOutputContext *context = book->context;
    int group_idx = book->group_of_person[person_idx];
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(context->campaign, context->plan, group_idx);
    const CoCall call = {context->campaign, &context->plan->groups[group_idx], agenda, person_idx,
                         book->expenses};
    co_call_letter_init(letter, &call, book->texts, book->heading);
}

/* @return the first row after the letter */
static int write_letter(const CoSchoolBook *book, int person_idx, CoPage *page, int row)
{
    g_auto(CoLetter) letter = {0};
    co_school_letter_init(&letter, book, person_idx);
    return co_letter_page_write(&letter, page, row);
}

void co_school_letters(const CoSchoolBook *book)
{
    g_return_if_fail(book != NULL);
    int row = 0, longest_px = 0;
    if (!co_school_has_letters(book))
        return;
    g_autofree char *footer =
        g_strdup_printf("%s – EAFC – Convocations, %s – %s", book->heading->academy,
                        book->context->campaign->establishments[book->establishment_idx].uai,
                        book->heading->version);
    const CoPageSetup setup = {"Convocations", footer, false};
    CoPage *page = co_page_new(book->book, &setup);
    co_letter_page_widths(&co_call_letter_form, page);
    for (int i = 0; i < book->n_people; i++) {
        if (!co_school_calls(book, book->people[i]))
            continue;
        if (row > 0)
            co_page_break_row(page, row);
        int end = write_letter(book, book->people[i], page, row);
        longest_px = MAX(longest_px, co_page_height_px(page, row, end - row));
        row = end;
    }
    co_letter_page_scale(page, longest_px);
}
