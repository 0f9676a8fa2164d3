/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bilan.html: what a planner wants to see of a plan, on one page that needs nothing else. */
#include "overview.h"

#include "outputs/kit/html.h"
#include "outputs/kit/style.h"

#define TITLE "Bilan du plan"

/* Tones of paths and closures are those of the workbooks, added below. */
static const char style_sheet[] =
    "body{max-width:80rem}\n"
    "nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.6rem 0 "
    "0}\n"
    "dl.figures{display:flex;flex-wrap:wrap;gap:.6rem;margin:.8rem 0}\n"
    "dl.figures div{border:1px solid #aeb6bf;border-top:.3rem solid #1b3a57;padding:.4rem .9rem;"
    "min-width:7.5rem}\n"
    "dl.figures div.alert{border-top-color:#d55e00;background:#fce9d6}\n"
    "dl.figures dt{color:#4d5864;font-size:.9rem}\n"
    "dl.figures dd{margin:0;font-size:1.5rem;font-weight:bold;font-variant-numeric:tabular-nums}\n"
    "dl.figures dd small{display:block;font-size:.85rem;font-weight:normal}\n"
    "dl.run{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}\n"
    "dl.run dt{color:#4d5864}dl.run dd{margin:0;overflow-wrap:anywhere}\n"
    "p.verdict{border-left:.35rem solid #0072b2;background:#eaf3f9;padding:.5rem .8rem;"
    "font-weight:bold}\n"
    "p.verdict.open{border-left-color:#e69f00;background:#fdf0c4}\n"
    "td.t{white-space:nowrap;text-align:right;font-variant-numeric:tabular-nums}\n"
    "table.grid{width:auto;min-width:0;table-layout:fixed;font-size:.82rem;margin-bottom:1.2rem}\n"
    "table.grid th,table.grid td{padding:.2rem .3rem}\n"
    "table.grid thead th{text-align:center}\n"
    "table.grid col.g{width:11rem}table.grid col.w{width:9.5rem}\n"
    "table.grid thead th small,table.grid th small{display:block;font-weight:normal;"
    "color:#35414d}\n"
    "table.grid tr.lane th{text-align:right;font-weight:normal;background:#eef1f4}\n"
    "table.grid tr.lane td{text-align:center;line-height:1.25;font-size:.95em}\n"
    "table.grid tr.path th{text-align:left}\n"
    "div.m{border-left:.3rem solid;padding:.1rem .3rem;margin:.1rem 0;line-height:1.25;"
    "break-inside:avoid}\n"
    "div.m{white-space:nowrap}div.m "
    "span{display:block;white-space:normal}div.m.d{font-style:italic;border-left-style:dotted}\n"
    "table.grid th.g{background:#fff;border-left:.4rem solid}\n"
    "tr.warned td,tr.warned th{background:#fdf6dc}\n"
    ".narrow table{width:auto;min-width:min(34rem,100%)}\n"
    "ul.key{display:flex;flex-wrap:wrap;gap:.3rem 1rem;list-style:none;padding:0;margin:.4rem 0;"
    "font-size:.9rem}\n"
    "tr[id] th{white-space:nowrap}td.dates{min-width:20rem}td.dates span{white-space:nowrap}\n"
    "h3{font-size:1rem;margin:1.1rem 0 .4rem}\n"
    "figure{margin:.6rem 0}svg.map{width:100%;height:auto;border:1px solid #aeb6bf}\n"
    ".sites rect{stroke:#fff;stroke-width:1.5}\n"
    ".sites text{font-size:13px;font-weight:bold;fill:#1f2a37;stroke:#fff;stroke-width:3px;"
    "paint-order:stroke}\n"
    "figcaption{font-size:.9rem}\n"
    "summary{cursor:pointer;padding:.3rem 0;color:#1b3a57}\n"
    "@media print{@page{size:A4;margin:14mm}@page wide{size:A4 landscape;margin:10mm}"
    "nav{display:none}.sheet{page:wide}"
    "dl.figures div{padding:.2rem .6rem;min-width:0}dl.figures dd{font-size:14pt}"
    "table.grid{font-size:7.5pt;width:100%}"
    "table.grid col.g{width:38mm}table.grid col.w{width:auto}"
    "table.grid th,table.grid td{padding:.08rem .15rem}figure,dl,p{break-inside:avoid}"
    "svg.map{max-height:165mm}}\n";

static void append_fill(GString *style, uint32_t fill)
{
    g_string_append_printf(style, ".f%06x{background:#%06x}\n", fill, fill);
}

static char *new_style(const CoCampaign *campaign)
{
    static const uint32_t fills[] = {CO_FILL_FM1,    CO_FILL_PUBLIC_HOLIDAY, CO_FILL_SCHOOL_HOLIDAY,
                                     CO_FILL_CLOSED, CO_FILL_AVOID,          CO_FILL_FORBIDDEN,
                                     CO_FILL_CUTOVER};
    GString *style = g_string_new(style_sheet);
    for (size_t i = 0; i < G_N_ELEMENTS(fills); i++)
        append_fill(style, fills[i]);
    for (int p = 0; p < campaign->n_paths; p++)
        g_string_append_printf(
            style,
            ".p%d{background:#%06x}div.p%d,table.grid th.g.p%d{border-left-color:"
            "#%06x}\n",
            p, co_style_path_fill(p), p, p, co_style_path_ink(p));
    return g_string_free(style, FALSE);
}

static void append_head(GString *page, const CoOverview *overview)
{
    static const char *const links[][2] = {
        {"essentiel", "L'essentiel"}, {"non-places", "Personnes non placées"},
        {"anomalies", "Anomalies"},   {"semaines", "Semaine par semaine"},
        {"groupes", "Groupes"},       {"trajets", "Lieux et trajets"},
        {"calcul", "Calcul"}};
    const CoHeading *heading = overview->heading;
    g_autofree char *title = g_strdup_printf("%s – %s – %s", TITLE, heading->version,
                                             overview->campaign->parameters.name);
    g_autofree char *style = new_style(overview->campaign);
    co_html_open(page, title, style);
    g_autofree char *from = g_strdup_printf("%s – %s", heading->academy, heading->service);
    g_autofree char *issue = g_strdup_printf(
        "%s%s%s", heading->version, *heading->issue != '\0' ? "  ·  " : "", heading->issue);
    co_html_element(page, "p class=\"faint\"", from);
    co_html_element(page, "h1", TITLE);
    co_html_element(page, "p", heading->subtitle);
    co_html_element(page, "p class=\"faint\"", issue);
    g_string_append(page, "<nav aria-label=\"Sommaire\"><ul>\n");
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        g_string_append_printf(page, "<li><a href=\"#%s\">%s</a></li>\n", links[i][0], links[i][1]);
    g_string_append(page, "</ul></nav>\n");
    co_html_open_main(page);
}

bool co_overview_is_of(const CoOverview *overview, int academy_idx, int shown_idx)
{
    g_return_val_if_fail(overview != NULL, false);
    return overview->campaign->n_academies == 1 || academy_idx == shown_idx;
}

static GBytes *new_page(const CoOverview *overview)
{
    GString *page = g_string_new(NULL);
    append_head(page, overview);
    co_overview_summary(page, overview);
    co_overview_unplaced(page, overview);
    co_overview_anomalies(page, overview);
    co_overview_weeks(page, overview);
    co_overview_groups(page, overview);
    co_overview_travel(page, overview);
    co_overview_run(page, overview);
    co_html_close(page);
    return g_string_free_to_bytes(page);
}

bool co_overview_publish(const CoPublication *publication, GError **error)
{
    g_return_val_if_fail(publication != NULL, false);
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    const CoOutputContext *context = publication->context;
    g_autoptr(CoHeading) heading =
        co_heading_new(context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, TITLE);
    const CoOverview overview = {publication, context->campaign, context->plan, heading};
    g_autoptr(GBytes) page = new_page(&overview);
    return co_publication_write(publication, "bilan.html", page, "EAFC, planificateur", error);
}
