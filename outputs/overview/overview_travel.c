/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places and trips: a map for each academy, and the same as tables. */
#include "outputs/kit/html.h"
#include "outputs/words/names.h"
#include "overview.h"
#include "travel.h"
#include "cohorte/wording.h"

#define MILLI 1000

static void append_km(GString *page, int64_t km_milli)
{
    co_html_take_number(page, co_wording_number(co_trip_round(km_milli, MILLI)));
}

/* ---- legend ---- */

static void append_host_key(GString *page, const CoOverview *overview, const CoTravel *travel)
{
    g_string_append(page, "<ul class=\"key\">\n");
    for (int rank = 0; rank < (int)travel->hosts->len; rank++) {
        const CoHost *host = &g_array_index(travel->hosts, CoHost, rank);
        g_string_append_printf(page,
                               "<li><svg width=\"34\" height=\"12\" aria-hidden=\"true\"><rect "
                               "y=\"1\" width=\"10\" height=\"10\" fill=\"#%06x\"/><line x1=\"12\" "
                               "x2=\"34\" y1=\"6\" y2=\"6\" stroke-width=\"2.5\" stroke=\"#%06x\" "
                               "stroke-dasharray=\"%s\"/></svg> ",
                               co_travel_tone(rank), co_travel_tone(rank), co_travel_dashes(rank));
        co_html_text(page, host->rooms);
        g_string_append_c(page, ' ');
        co_html_text(page, co_travel_host_place(overview, host)->name);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ul>\n");
}

static void append_caption(GString *page, const CoOverview *overview, const CoTravel *travel)
{
    g_string_append(page, "<figcaption>\n");
    append_host_key(page, overview, travel);
    g_string_append(
        page,
        "<p class=\"faint\">Rond\xc2\xa0: établissement, d'autant plus grand qu'il a de "
        "personnes à former ; cerclé de rouge quand l'une d'elles n'a pas de "
        "place. Carré\xc2\xa0: lieu de formation. Trait\xc2\xa0: à vol d'oiseau, d'autant plus "
        "épais qu'il porte de personnes. Les formateurs n'y sont pas.</p>\n"
        "</figcaption>\n");
}

/* ---- tables ---- */

static void append_host(GString *page, const CoOverview *overview, const CoHost *host)
{
    const CoPlace *place = co_travel_host_place(overview, host);
    g_autofree char *name =
        g_strdup_printf("%s%s%s", place->name, *place->commune != '\0' ? ", " : "", place->commune);
    int64_t n_ways = 2 * MAX((int64_t)host->n_trips, 1);
    g_string_append(page, "<tr>");
    co_html_head_cell(page, name);
    co_html_cell(page, host->rooms);
    co_html_number(page, host->n_people);
    co_html_number(page, host->n_trips);
    append_km(page, co_trip_round(host->travel_milli, n_ways));
    append_km(page, host->longest_milli);
    append_km(page, host->travel_milli);
    g_string_append(page, "</tr>\n");
}

static void append_hosts(GString *page, const CoOverview *overview, const CoTravel *travel)
{
    static const char *const columns[] = {
        "Lieu de formation",  "Salles",        "#Personnes", "#Trajets", "#Km aller, en moyenne",
        "#Km aller, au plus", "#Personnes·km", NULL};
    co_html_open_table(page,
                       "Trajets par lieu de formation : un trajet est l'aller-retour d'une "
                       "personne un jour de présentiel",
                       columns);
    for (guint i = 0; i < travel->hosts->len; i++)
        append_host(page, overview, &g_array_index(travel->hosts, CoHost, i));
    co_html_close_table(page);
}

static void append_flow(GString *page, const CoOverview *overview, const CoTravel *travel,
                        const CoFlow *flow)
{
    const CoHost *host = &g_array_index(travel->hosts, CoHost, flow->site_rank);
    g_autofree char *school = co_name_establishment(overview->campaign, flow->establishment_idx);
    g_autofree char *site =
        g_strdup_printf("%s %s", host->rooms, co_travel_host_place(overview, host)->commune);
    g_string_append(page, "<tr>");
    co_html_head_cell(page, school);
    co_html_cell(page, co_travel_school_place(overview, flow->establishment_idx)->commune);
    co_html_cell(page, site);
    co_html_number(page, flow->n_people);
    co_html_number(page, flow->n_trips);
    if (flow->way.source == CO_WAY_UNKNOWN)
        co_html_element(page, "td class=\"n\"", "inconnu");
    else
        append_km(page, flow->way.km_milli);
    append_km(page, flow->travel_milli);
    g_string_append(page, "</tr>\n");
}

static void append_total(GString *page, const CoTravel *travel)
{
    int n_people = 0, n_trips = 0;
    int64_t travel_milli = 0;
    for (guint i = 0; i < travel->flows->len; i++) {
        const CoFlow *flow = &g_array_index(travel->flows, CoFlow, i);
        n_people += flow->n_people;
        n_trips += flow->n_trips;
        travel_milli += flow->travel_milli;
    }
    g_string_append(page, "<tr class=\"total\"><th scope=\"row\">Ensemble</th><td></td><td></td>");
    co_html_number(page, n_people);
    co_html_number(page, n_trips);
    g_string_append(page, "<td></td>");
    append_km(page, travel_milli);
    g_string_append(page, "</tr>\n");
}

static void append_flows(GString *page, const CoOverview *overview, const CoTravel *travel)
{
    static const char *const columns[] = {"Établissement", "Commune",  "Lieu de formation",
                                          "#Personnes",    "#Trajets", "#Km aller",
                                          "#Personnes·km", NULL};
    g_string_append(page, "<details>");
    co_html_element(page, "summary", "Trajets par établissement");
    co_html_open_table(page, "Trajets par établissement", columns);
    for (guint i = 0; i < travel->flows->len; i++)
        append_flow(page, overview, travel, &g_array_index(travel->flows, CoFlow, i));
    append_total(page, travel);
    co_html_close_table(page);
    g_string_append(page, "</details>\n");
}

/* ---- what is not on the map ---- */

static void append_name(GString *names, const char *name)
{
    g_string_append_printf(names, "%s%s", names->len > 0 ? " ; " : "", name);
}

/* @return (transfer full) the places that cannot be drawn, "" = none */
static char *unlocated(const CoOverview *overview, const CoTravel *travel)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < travel->hosts->len; i++) {
        const CoHost *host = &g_array_index(travel->hosts, CoHost, i);
        const CoPlace *place = co_travel_host_place(overview, host);
        g_autofree char *name = g_strdup_printf("%s %s", host->rooms, place->name);
        if (!place->located)
            append_name(names, name);
    }
    for (guint i = 0; i < travel->posts->len; i++) {
        int school = g_array_index(travel->posts, CoPost, i).establishment_idx;
        g_autofree char *name = co_name_establishment(overview->campaign, school);
        if (!co_travel_school_place(overview, school)->located)
            append_name(names, name);
    }
    return g_string_free(names, FALSE);
}

static void append_unlocated(GString *page, const CoOverview *overview, const CoTravel *travel)
{
    g_autofree char *names = unlocated(overview, travel);
    if (*names == '\0')
        return;
    g_string_append(page, "<p><strong>Sans coordonnées, absents de la carte</strong> (leurs "
                          "trajets comptent 0 km, sauf distance donnée) : ");
    co_html_text(page, names);
    g_string_append(page, "</p>\n");
}

static void append_academy(GString *page, const CoOverview *overview, const CoTravel *travel)
{
    if (overview->campaign->n_academies > 1)
        co_html_take_element(
            page, "h3", co_name_academy(overview->campaign->academies[travel->academy_idx].name));
    g_string_append(page, "<figure>\n");
    if (co_travel_draw(page, overview, travel))
        append_caption(page, overview, travel);
    else
        g_string_append(page, "<figcaption>Pas de carte : aucun lieu n'a de "
                              "coordonnées.</figcaption>\n");
    g_string_append(page, "</figure>\n");
    append_unlocated(page, overview, travel);
    if (travel->flows->len == 0)
        return;
    append_hosts(page, overview, travel);
    append_flows(page, overview, travel);
}

void co_overview_travel(GString *page, const CoOverview *overview)
{
    g_return_if_fail(page != NULL && overview != NULL);
    g_autoptr(CoTripBook) trips = co_trip_book_new(overview->campaign);
    co_html_section(page, "trajets", "Lieux et trajets", "");
    for (int a = 0; a < overview->campaign->n_academies; a++) {
        g_autoptr(CoTravel) travel = co_travel_new(overview, trips, a);
        if (travel->posts->len > 0 || travel->hosts->len > 0)
            append_academy(page, overview, travel);
    }
}
