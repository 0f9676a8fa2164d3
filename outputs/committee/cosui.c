/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cosui.xlsx: the figures of a campaign and its plan, for the monitoring committee. */
#include "cosui.h"

bool co_cosui_publish(const CoPublication *publication, GError **error)
{
    static const char name[] = "cosui.xlsx";
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    g_autoptr(CoHeading) heading =
        co_heading_new(publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT,
                       "Comité de suivi : état des formations");
    g_autoptr(CoBook) book = co_publication_open(publication, heading, name, error);
    if (book == NULL)
        return false;
    const CoCosui cosui = {publication, publication->context, heading, book};
    co_cosui_summary(&cosui);
    co_cosui_groups(&cosui);
    co_cosui_coverage(&cosui);
    co_cosui_cost(&cosui);
    co_cosui_weeks(&cosui);
    return co_publication_close(publication, book, name, "Comité de suivi", error);
}
