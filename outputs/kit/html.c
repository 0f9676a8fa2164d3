/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html.h"

#include <stdbool.h>
#include <string.h>

#include "blanks.h"

#define NBSP "\xc2\xa0"

static const char common_style[] =
    ":root{color-scheme:light}\n"
    "body{font:16px/1.45 system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;"
    "color:#1f2a37;background:#fff;max-width:72rem;margin:0 auto;padding:1.5rem}\n"
    "a{color:#1b3a57}\n"
    "a.skip{position:absolute;left:-999rem}a.skip:focus{position:static}\n"
    "header{border-bottom:2px solid #1b3a57;margin-bottom:1.5rem;padding-bottom:.75rem}\n"
    "h1{font-size:1.7rem;line-height:1.2;color:#1b3a57;margin:.2rem 0}\n"
    "h2{font-size:1.2rem;color:#1b3a57;border-bottom:1px solid #aeb6bf;margin:2rem 0 .75rem}\n"
    "p{margin:.4rem 0;max-width:60rem}\n"
    ".faint{color:#4d5864;font-size:.9rem}\n"
    ".wide{overflow-x:auto;padding-right:1px}\n"
    "@media screen{.wide table{min-width:46rem}}\n"
    "table{border-collapse:collapse;width:100%;font-size:.93rem}\n"
    "caption{text-align:left;color:#4d5864;font-size:.9rem;padding-bottom:.35rem}\n"
    "th,td{border:1px solid #aeb6bf;padding:.35rem .5rem;text-align:left;vertical-align:top}\n"
    "thead th{background:#dfe6ec;color:#1b3a57}\n"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}\n"
    "tr.short td,tr.short th{background:#fce9d6}\n"
    "tr.total td,tr.total th{font-weight:bold;background:#eef1f4}\n"
    "ul.counts{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0;margin:.8rem 0}\n"
    "ul.counts li{border-left:.35rem solid;padding:.2rem .6rem;white-space:nowrap}\n"
    "li.e{background:#fce9d6}li.w{background:#fdf0c4}li.i{background:#eaf3f9}\n"
    "ol.points{list-style:none;padding:0}\n"
    "ol.points>li{border:1px solid #aeb6bf;border-left:.35rem solid;padding:.5rem .75rem;"
    "margin:.5rem 0;break-inside:avoid}\n"
    "ul.counts>li.e,ol.points>li.e{border-left-color:#d55e00}\n"
    "ul.counts>li.w,ol.points>li.w{border-left-color:#e69f00}\n"
    "ul.counts>li.i,ol.points>li.i{border-left-color:#0072b2}\n"
    "ol.points h3{font-size:1rem;margin:0}\n"
    "@media print{@page{size:A4;margin:14mm}body{font-size:10.5pt;max-width:none;padding:0 2px 0 0}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}.wide{overflow:visible}"
    "a.skip{display:none}a{color:inherit;text-decoration:none}"
    "table{font-size:8pt}th,td{padding:.12rem .22rem}"
    "h2,h2+p,h3,caption,thead{break-after:avoid}tr{break-inside:avoid}"
    "thead{display:table-header-group}}\n";

void co_html_text(GString *page, const char *text)
{
    g_return_if_fail(page != NULL && text != NULL);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    for (char *c = valid; *c != '\0'; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    g_autofree char *escaped = g_markup_escape_text(valid, -1);
    for (const char *c = escaped; *c != '\0'; c++)
        if (*c == ' ' && co_blank_clings(escaped, c))
            g_string_append(page, NBSP);
        else
            g_string_append_c(page, *c);
}

void co_html_take_text(GString *page, char *text)
{
    co_html_text(page, text);
    g_free(text);
}

void co_html_element(GString *page, const char *opening, const char *text)
{
    g_return_if_fail(page != NULL && opening != NULL);
    g_string_append_printf(page, "<%s>", opening);
    co_html_text(page, text);
    g_string_append_printf(page, "</%.*s>", (int)strcspn(opening, " "), opening);
}

void co_html_take_element(GString *page, const char *opening, char *text)
{
    co_html_element(page, opening, text);
    g_free(text);
}

void co_html_open(GString *page, const char *title, const char *style)
{
    g_return_if_fail(page != NULL && title != NULL && style != NULL);
    g_string_append(page, "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                          "<meta http-equiv=\"Content-Security-Policy\" "
                          "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                          "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\"/>\n");
    co_html_element(page, "title", title);
    g_string_append_printf(page,
                           "\n<style>\n%s%s</style>\n</head>\n<body>\n"
                           "<a class=\"skip\" href=\"#contenu\">Aller au contenu</a>\n<header>\n",
                           common_style, style);
}

void co_html_open_main(GString *page)
{
    g_return_if_fail(page != NULL);
    g_string_append(page, "</header>\n<main id=\"contenu\">\n");
}

void co_html_close(GString *page)
{
    g_return_if_fail(page != NULL);
    g_string_append(page, "</main>\n</body>\n</html>\n");
}

void co_html_section(GString *page, const char *id, const char *title, const char *remark)
{
    g_return_if_fail(page != NULL && title != NULL && remark != NULL);
    g_autofree char *opening = id == NULL ? g_strdup("h2") : g_strdup_printf("h2 id=\"%s\"", id);
    co_html_element(page, opening, title);
    g_string_append_c(page, '\n');
    if (*remark == '\0')
        return;
    co_html_element(page, "p class=\"faint\"", remark);
    g_string_append_c(page, '\n');
}

void co_html_open_table(GString *page, const char *caption, const char *const *columns)
{
    g_return_if_fail(page != NULL && caption != NULL && columns != NULL);
    g_string_append(page, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    co_html_text(page, caption);
    g_string_append(page, "\"><table>");
    co_html_element(page, "caption", caption);
    g_string_append(page, "\n<thead><tr>");
    for (int i = 0; columns[i] != NULL; i++) {
        bool is_number = *columns[i] == '#';
        co_html_element(page, is_number ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"",
                        columns[i] + (is_number ? 1 : 0));
    }
    g_string_append(page, "</tr></thead>\n<tbody>\n");
}

void co_html_close_table(GString *page)
{
    g_return_if_fail(page != NULL);
    g_string_append(page, "</tbody></table></div>\n");
}

void co_html_head_cell(GString *page, const char *text)
{
    co_html_element(page, "th scope=\"row\"", text);
}

void co_html_cell(GString *page, const char *text)
{
    co_html_element(page, "td", text);
}

void co_html_take_cell(GString *page, char *text)
{
    co_html_take_element(page, "td", text);
}

void co_html_number(GString *page, int number)
{
    g_return_if_fail(page != NULL);
    if (number < 0)
        g_string_append(page, "<td class=\"n\">–</td>");
    else
        g_string_append_printf(page, "<td class=\"n\">%d</td>", number);
}

void co_html_take_number(GString *page, char *text)
{
    co_html_take_element(page, "td class=\"n\"", text);
}
