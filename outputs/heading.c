/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heading.h"

#include "outputs/words/names.h"
#include "cohorte/wording.h"

#define SERVICE "École académique de la formation continue (EAFC)"
#define ISSUE_WIDTH_PX 230

void co_heading_free(CoHeading *heading)
{
    if (heading == NULL)
        return;
    g_free(heading->academy);
    g_free(heading->service);
    g_free(heading->contact);
    g_free(heading->title);
    g_free(heading->subtitle);
    g_free(heading->version);
    g_free(heading->issue);
    g_free(heading->footer);
    g_free(heading);
}

static char *academy_line(const CoCampaign *campaign, int academy_idx)
{
    if (academy_idx >= 0)
        return co_name_academy(campaign->academies[academy_idx].name);
    if (campaign->n_academies == 1)
        return co_name_academy(campaign->academies[0].name);
    if (*campaign->parameters.academy != '\0')
        return co_name_academy(campaign->parameters.academy);
    return co_name_count(campaign->n_academies, "académie", "académies");
}

/* The waves that the establishments belong to, in the order of the table. */
static char *all_waves(const CoCampaign *campaign)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (int w = 0; w < campaign->n_waves; w++) {
        bool is_used = false;
        for (int i = 0; i < campaign->n_establishments && !is_used; i++)
            is_used = campaign->establishments[i].wave_idx == w;
        if (is_used)
            g_ptr_array_add(codes, (gpointer)campaign->waves[w].code);
    }
    guint n_codes = codes->len;
    g_ptr_array_add(codes, NULL);
    g_autofree char *joined = g_strjoinv(", ", (char **)codes->pdata);
    return n_codes == 0 ? g_strdup("")
                        : g_strdup_printf("%s %s", n_codes > 1 ? "Vagues" : "Vague", joined);
}

static char *subtitle_line(const CoCampaign *campaign, int wave_idx)
{
    g_autofree char *year = co_name_school_year(campaign->parameters.first_day);
    g_autofree char *waves = wave_idx >= 0 ? co_name_wave(campaign, wave_idx) : all_waves(campaign);
    GString *line = g_string_new(campaign->parameters.name);
    if (*year != '\0')
        g_string_append_printf(line, "%sAnnée scolaire %s", line->len > 0 ? "  ·  " : "", year);
    if (*waves != '\0')
        g_string_append_printf(line, "%s%s", line->len > 0 ? "  ·  " : "", waves);
    return g_string_free(line, FALSE);
}

static char *version_line(const CoPlan *plan)
{
    if (plan == NULL)
        return g_strdup("Avant planification");
    return plan->version > 0 ? g_strdup_printf("Plan n° %d", plan->version)
                             : g_strdup("Plan provisoire");
}

CoHeading *co_heading_new(const CoOutputContext *context, CoHeadingScope scope, const char *title)
{
    g_return_val_if_fail(context != NULL && title != NULL, NULL);
    const CoCampaign *campaign = context->campaign;
    CoHeading *heading = g_new0(CoHeading, 1);
    g_autofree char *day = co_wording_day_long(campaign->parameters.convocation_day);
    heading->academy = academy_line(campaign, scope.academy_idx);
    heading->contact = g_strdup(campaign->parameters.organizer_email);
    heading->service = *heading->contact == '\0'
                           ? g_strdup(SERVICE)
                           : g_strdup_printf("%s, %s", SERVICE, heading->contact);
    heading->title = g_strdup(title);
    heading->subtitle = subtitle_line(campaign, scope.wave_idx);
    heading->version = version_line(context->plan);
    heading->issue = *day != '\0' ? g_strdup_printf("Établi le %s", day) : g_strdup("");
    const char *link = context->plan == NULL ? ", " : " du ";
    heading->footer =
        g_strdup_printf("%s – EAFC – %s – %s%s%s", heading->academy, title, heading->version,
                        *day != '\0' ? link : "", *day != '\0' ? strchr(day, ' ') + 1 : "");
    return heading;
}

/* How many of the last columns make room for the version and the date. */
static int issue_columns(const CoPage *page, int n_cols)
{
    int n = 1;
    while (n < n_cols - 1 && co_page_width_px(page, n_cols - n, n) < ISSUE_WIDTH_PX)
        n++;
    return n;
}

int co_heading_draw(const CoHeading *heading, CoPage *page, int n_cols, const char *title)
{
    g_return_val_if_fail(heading != NULL && page != NULL && n_cols >= 2, 0);
    int right = issue_columns(page, n_cols), left = n_cols - right;
    static const CoLook academy = {.style = CO_STYLE_ACADEMY},
                        service = {.style = CO_STYLE_SERVICE}, issue = {.style = CO_STYLE_ISSUE},
                        title_look = {.style = CO_STYLE_TITLE},
                        subtitle = {.style = CO_STYLE_SUBTITLE};
    co_page_area(page, (CoArea){0, 0, 1, left}, heading->academy, academy);
    co_page_area(page, (CoArea){0, left, 1, right}, heading->version, issue);
    co_page_area(page, (CoArea){1, 0, 1, left}, heading->service, service);
    co_page_area(page, (CoArea){1, left, 1, right}, heading->issue, issue);
    co_page_area(page, (CoArea){2, 0, 1, n_cols}, title != NULL ? title : heading->title,
                 title_look);
    co_page_area(page, (CoArea){3, 0, 1, n_cols}, heading->subtitle, subtitle);
    co_page_raise_row(page, 4, 8);
    return 5;
}

int co_heading_fact(CoPage *page, CoArea line, const char *label, const char *value)
{
    g_return_val_if_fail(page != NULL && line.n_cols > 2, line.row);
    g_return_val_if_fail(label != NULL && value != NULL, line.row);
    if (*value == '\0')
        return line.row;
    co_page_area(page, (CoArea){line.row, line.col, 1, 2}, label,
                 (CoLook){.style = CO_STYLE_LABEL});
    co_page_area(page, (CoArea){line.row, line.col + 2, 1, line.n_cols - 2}, value,
                 (CoLook){.style = CO_STYLE_VALUE});
    return line.row + 1;
}

CoBook *co_heading_book(const CoHeading *heading, const CoOutputContext *context, const char *path,
                        const char *scratch)
{
    g_return_val_if_fail(heading != NULL && context != NULL, NULL);
    g_autofree char *author = g_strdup_printf("EAFC, %s", heading->academy);
    const CoBookInfo info = {.title = heading->title,
                             .subject = context->campaign->parameters.name,
                             .author = author,
                             .company = heading->academy,
                             .day = context->campaign->parameters.convocation_day};
    return co_book_new(path, scratch, &info);
}
