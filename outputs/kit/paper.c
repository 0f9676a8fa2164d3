/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <string.h>

#include "blanks.h"
#include "picture.h"
#include "cohorte/documents.h"

#define SHEET_WIDTH 595.276
#define SHEET_HEIGHT 841.89
#define MARGIN_LEFT ((SHEET_WIDTH - CO_PAPER_WIDTH) / 2)
#define MARGIN_TOP 42.0
#define BOTTOM (SHEET_HEIGHT - 58.0)
#define FOOTER_TOP (SHEET_HEIGHT - 40.0)
#define LABEL_WIDTH 82.0
#define CELL_PADDING 4.0
#define LINE_WIDTH 0.6
#define DOCUMENT_TAG "Document"
#define FONT "Liberation Sans"
#define MAX_SETTINGS 400 /* some kilobytes each; a letter has about forty */

struct CoPaper {
    cairo_surface_t *surface, *logo;
    cairo_t *cr;
    PangoContext *type;
    GHashTable *settings; /* Setting -> PangoLayout: what was set, for it comes again */
    GByteArray *data;
    double y;
    bool is_dry;            /* counts sheets, draws nothing */
    int sheet_no, n_sheets; /* of the part */
    const char *footer;
    const CoPaperTable *table; /* whose head is to come again, or NULL */
};

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(cairo_surface_t *surface, const CoPaperInfo *info)
{
    int year = 2000, month = 1, day = 1;
    if (info->day != CO_DAY_NONE)
        co_day_to_ymd(info->day, &year, &month, &day);
    g_autofree char *date = g_strdup_printf("%04d-%02d-%02dT00:00:00Z", year, month, day);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, info->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Positions must not be rounded to the pixels of a screen there is none of. */
static PangoContext *make_type(cairo_t *cr)
{
    PangoContext *context = pango_cairo_create_context(cr);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72.0);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("fr"));
    return context;
}

/* A text and all that its layout depends on. */
typedef struct Setting {
    int size, width; /* in Pango units */
    bool bold;
    PangoAlignment alignment;
    char *text;
} Setting;

static guint hash_setting(gconstpointer data)
{
    const Setting *setting = data;
    return g_str_hash(setting->text) ^ (guint)setting->width ^ ((guint)setting->size << 8) ^
           ((guint)setting->bold << 30);
}

static gboolean are_equal(gconstpointer left, gconstpointer right)
{
    const Setting *a = left, *b = right;
    return a->size == b->size && a->width == b->width && a->bold == b->bold &&
           a->alignment == b->alignment && strcmp(a->text, b->text) == 0;
}

static void free_setting(gpointer data)
{
    Setting *setting = data;
    g_free(setting->text);
    g_free(setting);
}

CoPaper *co_paper_new(const CoPaperInfo *info)
{
    g_return_val_if_fail(info != NULL, NULL);
    CoPaper *paper = g_new0(CoPaper, 1);
    paper->data = g_byte_array_new();
    paper->surface =
        cairo_pdf_surface_create_for_stream(append, paper->data, SHEET_WIDTH, SHEET_HEIGHT);
    set_metadata(paper->surface, info);
    paper->cr = cairo_create(paper->surface);
    cairo_set_line_width(paper->cr, LINE_WIDTH);
    paper->type = make_type(paper->cr);
    paper->settings = g_hash_table_new_full(hash_setting, are_equal, free_setting, g_object_unref);
    paper->logo = info->logo != NULL ? co_picture_read(info->logo) : NULL;
    cairo_tag_begin(paper->cr, DOCUMENT_TAG, NULL);
    return paper;
}

void co_paper_free(CoPaper *paper)
{
    if (paper == NULL)
        return;
    g_hash_table_unref(paper->settings);
    g_object_unref(paper->type);
    cairo_destroy(paper->cr);
    cairo_surface_destroy(paper->surface);
    if (paper->logo != NULL)
        cairo_surface_destroy(paper->logo);
    g_byte_array_unref(paper->data);
    g_free(paper);
}

GBytes *co_paper_close(CoPaper *paper, GError **error)
{
    g_return_val_if_fail(paper != NULL, NULL);
    if (paper->logo != NULL && cairo_surface_status(paper->logo) != CAIRO_STATUS_SUCCESS)
        return co_picture_refuse(error);
    cairo_tag_end(paper->cr, DOCUMENT_TAG);
    cairo_status_t drawn = cairo_status(paper->cr);
    cairo_surface_finish(paper->surface);
    cairo_status_t written = cairo_surface_status(paper->surface);
    if (drawn == CAIRO_STATUS_SUCCESS && written == CAIRO_STATUS_SUCCESS)
        return g_bytes_new(paper->data->data, paper->data->len);
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE,
                "impossible de composer un fichier PDF (cairo, erreur n° %d)",
                (int)(drawn != CAIRO_STATUS_SUCCESS ? drawn : written));
    return NULL;
}

static void begin_tag(const CoPaper *paper, const char *tag)
{
    if (!paper->is_dry && tag != NULL)
        cairo_tag_begin(paper->cr, tag, NULL);
}

static void end_tag(const CoPaper *paper, const char *tag)
{
    if (!paper->is_dry && tag != NULL)
        cairo_tag_end(paper->cr, tag);
}

/* Attributes change no text: what is copied from the paper holds the blanks that were written.
 * @return (transfer full) */
static PangoAttrList *unbroken_blanks(const char *text)
{
    PangoAttrList *attributes = pango_attr_list_new();
    for (const char *blank = strchr(text, ' '); blank != NULL; blank = strchr(blank + 1, ' ')) {
        if (!co_blank_clings(text, blank))
            continue;
        PangoAttribute *whole = pango_attr_allow_breaks_new(FALSE);
        whole->start_index = (guint)(blank - text);
        whole->end_index = (guint)(g_utf8_next_char(blank + 1) - text);
        pango_attr_list_insert(attributes, whole);
    }
    return attributes;
}

static PangoLayout *make_layout(const CoPaper *paper, const Setting *setting)
{
    PangoLayout *layout = pango_layout_new(paper->type);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, FONT);
    pango_font_description_set_size(font, setting->size);
    if (setting->bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, setting->width);
    pango_layout_set_alignment(layout, setting->alignment);
    pango_layout_set_text(layout, setting->text, -1);
    PangoAttrList *attributes = unbroken_blanks(setting->text);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    return layout;
}

/* To set a text is what takes time here, and each is asked for several times: on a dry run and on a
 * real one, for its height and to be drawn, and in one letter after another.
 * @return (transfer none) valid to the end of the part */
static PangoLayout *lay_out(const CoPaper *paper, const CoInk *ink, double width, const char *text)
{
    PangoAlignment left = ink->right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    const Setting key = {.size = (int)(ink->size * PANGO_SCALE),
                         .width = (int)(width * PANGO_SCALE),
                         .bold = ink->bold,
                         .alignment = ink->centred ? PANGO_ALIGN_CENTER : left,
                         .text = (char *)text};
    PangoLayout *layout = g_hash_table_lookup(paper->settings, &key);
    if (layout != NULL)
        return layout;
    layout = make_layout(paper, &key);
    Setting *kept = g_memdup2(&key, sizeof key);
    kept->text = g_strdup(text);
    g_hash_table_insert(paper->settings, kept, layout);
    return layout;
}

static double height_of(PangoLayout *layout)
{
    int height;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

/* Draws a text, @p across from the margin. */
static void show(const CoPaper *paper, const CoInk *ink, CoSpanAcross across, double top,
                 const char *text)
{
    if (paper->is_dry)
        return;
    double grey = ink->grey ? 0.33 : 0.0;
    cairo_set_source_rgb(paper->cr, grey, grey, grey);
    cairo_move_to(paper->cr, MARGIN_LEFT + across.left, top);
    begin_tag(paper, ink->tag);
    pango_cairo_show_layout(paper->cr, lay_out(paper, ink, across.width, text));
    end_tag(paper, ink->tag);
}

static void draw_footer(const CoPaper *paper)
{
    static const CoInk left = {.size = 7.5, .grey = true, .tag = "P"},
                       right = {.size = 7.5, .grey = true, .right = true, .tag = "P"};
    g_autofree char *number = g_strdup_printf("page %d/%d", paper->sheet_no, paper->n_sheets);
    show(paper, &left, (CoSpanAcross){0, CO_PAPER_WIDTH - 60}, FOOTER_TOP, paper->footer);
    show(paper, &right, (CoSpanAcross){CO_PAPER_WIDTH - 60, 60}, FOOTER_TOP, number);
}

static void begin_sheet(CoPaper *paper)
{
    paper->sheet_no++;
    paper->y = MARGIN_TOP;
}

static void end_sheet(CoPaper *paper)
{
    if (paper->is_dry)
        return;
    draw_footer(paper);
    cairo_show_page(paper->cr);
}

static void run(CoPaper *paper, CoPaperDraw draw, void *data, bool is_dry)
{
    paper->is_dry = is_dry;
    paper->sheet_no = 0;
    paper->table = NULL;
    begin_tag(paper, "Sect");
    begin_sheet(paper);
    draw(paper, data);
    end_sheet(paper);
    end_tag(paper, "Sect");
}

void co_paper_part(CoPaper *paper, const char *footer, CoPaperDraw draw, void *data)
{
    g_return_if_fail(paper != NULL && footer != NULL && draw != NULL);
    paper->footer = footer;
    if (g_hash_table_size(paper->settings) > MAX_SETTINGS)
        g_hash_table_remove_all(paper->settings);
    run(paper, draw, data, true);
    paper->n_sheets = paper->sheet_no;
    run(paper, draw, data, false);
}

static void draw_row(CoPaper *paper, const CoPaperTable *table, const char *const *cells,
                     bool is_head);

double co_paper_left(const CoPaper *paper)
{
    g_return_val_if_fail(paper != NULL, 0);
    return BOTTOM - paper->y;
}

void co_paper_need(CoPaper *paper, double height)
{
    g_return_if_fail(paper != NULL);
    if (paper->y + height <= BOTTOM)
        return;
    end_sheet(paper);
    begin_sheet(paper);
    if (paper->table != NULL)
        draw_row(paper, paper->table, paper->table->heads, true);
}

void co_paper_text(CoPaper *paper, const CoInk *ink, const char *text)
{
    g_return_if_fail(paper != NULL && ink != NULL && text != NULL);
    if (*text == '\0')
        return;
    double height = height_of(lay_out(paper, ink, CO_PAPER_WIDTH, text));
    co_paper_need(paper, height);
    show(paper, ink, (CoSpanAcross){0, CO_PAPER_WIDTH}, paper->y, text);
    paper->y += height;
}

void co_paper_fact(CoPaper *paper, const char *label, const char *text)
{
    g_return_if_fail(paper != NULL && label != NULL && text != NULL);
    static const CoInk name = {.size = 9.5, .bold = true}, value = {.size = 9.5};
    static const CoSpanAcross at_left = {0, LABEL_WIDTH - 6},
                              at_right = {LABEL_WIDTH, CO_PAPER_WIDTH - LABEL_WIDTH};
    if (*text == '\0')
        return;
    double height = height_of(lay_out(paper, &name, at_left.width, label));
    height = MAX(height, height_of(lay_out(paper, &value, at_right.width, text)));
    co_paper_need(paper, height);
    begin_tag(paper, "P");
    show(paper, &name, at_left, paper->y, label);
    show(paper, &value, at_right, paper->y, text);
    end_tag(paper, "P");
    paper->y += height + 4;
}

void co_paper_space(CoPaper *paper, double height)
{
    g_return_if_fail(paper != NULL);
    paper->y += height;
}

void co_paper_place(CoPaper *paper, const CoInk *ink, CoSpanAcross across, double top,
                    const char *text)
{
    g_return_if_fail(paper != NULL && ink != NULL && text != NULL);
    show(paper, ink, across, MARGIN_TOP + top, text);
}

void co_paper_descend(CoPaper *paper, double top)
{
    g_return_if_fail(paper != NULL);
    paper->y = MAX(paper->y, MARGIN_TOP + top);
}

double co_paper_logo(CoPaper *paper, double height)
{
    g_return_val_if_fail(paper != NULL, 0);
    if (paper->logo == NULL || cairo_surface_status(paper->logo) != CAIRO_STATUS_SUCCESS)
        return 0;
    double scale = height / cairo_image_surface_get_height(paper->logo);
    scale = MIN(scale, 3 * height / cairo_image_surface_get_width(paper->logo));
    if (!paper->is_dry) {
        begin_tag(paper, "Figure");
        cairo_save(paper->cr);
        cairo_translate(paper->cr, MARGIN_LEFT, MARGIN_TOP);
        cairo_scale(paper->cr, scale, scale);
        cairo_set_source_surface(paper->cr, paper->logo, 0, 0);
        /* cairo_paint() would forget the tags that were begun: it may cover all there is. */
        cairo_rectangle(paper->cr, 0, 0, cairo_image_surface_get_width(paper->logo),
                        cairo_image_surface_get_height(paper->logo));
        cairo_fill(paper->cr);
        cairo_restore(paper->cr);
        end_tag(paper, "Figure");
    }
    return scale * cairo_image_surface_get_width(paper->logo);
}

static CoSpanAcross inside(CoSpanAcross frame)
{
    return (CoSpanAcross){frame.left + CELL_PADDING, frame.width - 2 * CELL_PADDING};
}

static void draw_frame(const CoPaper *paper, CoSpanAcross across, double height, bool is_filled)
{
    if (paper->is_dry)
        return;
    cairo_rectangle(paper->cr, MARGIN_LEFT + across.left, paper->y, across.width, height);
    if (is_filled) {
        cairo_set_source_rgb(paper->cr, 0.91, 0.93, 0.96);
        cairo_fill_preserve(paper->cr);
    }
    cairo_set_source_rgb(paper->cr, 0.45, 0.45, 0.45);
    cairo_stroke(paper->cr);
}

void co_paper_boxes(CoPaper *paper, const char *const *captions, int n_boxes, double height)
{
    g_return_if_fail(paper != NULL && captions != NULL && n_boxes > 0);
    static const CoInk caption = {.size = 8, .grey = true, .tag = "P"};
    const double gap = 8, width = (CO_PAPER_WIDTH - gap * (n_boxes - 1)) / n_boxes;
    co_paper_need(paper, height);
    for (int i = 0; i < n_boxes; i++) {
        const CoSpanAcross across = {(width + gap) * i, width};
        draw_frame(paper, across, height, false);
        show(paper, &caption, inside(across), paper->y + CELL_PADDING, captions[i]);
    }
    paper->y += height + gap;
}

static CoInk ink_of(const CoPaperTable *table, bool is_head)
{
    return (CoInk){.size = table->size, .bold = is_head, .tag = is_head ? "TH" : "TD"};
}

static double row_height(const CoPaper *paper, const CoPaperTable *table, const char *const *cells,
                         bool is_head)
{
    const CoInk ink = ink_of(table, is_head);
    double height = is_head ? 0 : table->row_height;
    for (int i = 0; i < table->n_columns; i++) {
        PangoLayout *cell = lay_out(paper, &ink, table->widths[i] - 2 * CELL_PADDING, cells[i]);
        height = MAX(height, height_of(cell) + 2 * CELL_PADDING);
    }
    return height;
}

static void draw_row(CoPaper *paper, const CoPaperTable *table, const char *const *cells,
                     bool is_head)
{
    const CoInk ink = ink_of(table, is_head);
    double height = row_height(paper, table, cells, is_head);
    CoSpanAcross across = {0, 0};
    begin_tag(paper, "TR");
    for (int i = 0; i < table->n_columns; i++) {
        across.width = table->widths[i];
        draw_frame(paper, across, height, is_head);
        show(paper, &ink, inside(across), paper->y + CELL_PADDING, cells[i]);
        across.left += across.width;
    }
    end_tag(paper, "TR");
    paper->y += height;
}

void co_paper_table_begin(CoPaper *paper, const CoPaperTable *table)
{
    g_return_if_fail(paper != NULL && table != NULL);
    /* A head alone at the foot of a sheet heads nothing. */
    co_paper_need(paper, row_height(paper, table, table->heads, true) + 40);
    begin_tag(paper, "Table");
    draw_row(paper, table, table->heads, true);
    paper->table = table;
}

void co_paper_table_row(CoPaper *paper, const CoPaperTable *table, const char *const *cells)
{
    g_return_if_fail(paper != NULL && table != NULL && cells != NULL);
    co_paper_need(paper, row_height(paper, table, cells, false));
    draw_row(paper, table, cells, false);
}

void co_paper_table_band(CoPaper *paper, const CoPaperTable *table, const char *text)
{
    g_return_if_fail(paper != NULL && table != NULL && text != NULL);
    CoSpanAcross across = {0, 0};
    for (int i = 0; i < table->n_columns; i++)
        across.width += table->widths[i];
    const CoInk ink = ink_of(table, true);
    double height = height_of(lay_out(paper, &ink, inside(across).width, text)) + 2 * CELL_PADDING;
    co_paper_need(paper, height + table->row_height);
    begin_tag(paper, "TR");
    draw_frame(paper, across, height, true);
    show(paper, &ink, inside(across), paper->y + CELL_PADDING, text);
    end_tag(paper, "TR");
    paper->y += height;
}

void co_paper_table_end(CoPaper *paper)
{
    g_return_if_fail(paper != NULL);
    paper->table = NULL;
    end_tag(paper, "Table");
}
