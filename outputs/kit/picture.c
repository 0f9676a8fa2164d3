/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <string.h>

#include "cohorte/documents.h"

/* A printer sets about three dots for one pixel of a screen. */
#define FINENESS 3
#define MOST_PIXELS 6000 /* across and down: what a small file may unfold to */
/* Where a PNG says how large it is. */
#define WIDTH_AT 16
#define HEIGHT_AT 20
#define HEADER_SIZE 24

typedef struct Reading {
    const unsigned char *data;
    gsize left;
} Reading;

static cairo_status_t read_some(void *closure, unsigned char *data, unsigned length)
{
    Reading *reading = closure;
    if (reading->left < length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reading->data, length);
    reading->data += length;
    reading->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *co_picture_read(GBytes *png)
{
    g_return_val_if_fail(png != NULL, NULL);
    Reading reading = {0};
    reading.data = g_bytes_get_data(png, &reading.left);
    return cairo_image_surface_create_from_png_stream(read_some, &reading);
}

void *co_picture_refuse(GError **error)
{
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS,
                "« logo.png » : l'image PNG ne se lit pas");
    return NULL;
}

static guint32 number_at(const guint8 *data)
{
    guint32 number;
    memcpy(&number, data, sizeof number);
    return GUINT32_FROM_BE(number);
}

static bool is_bearable(GBytes *png, GError **error)
{
    gsize size;
    const guint8 *data = g_bytes_get_data(png, &size);
    if (size < HEADER_SIZE ||
        (number_at(data + WIDTH_AT) <= MOST_PIXELS && number_at(data + HEIGHT_AT) <= MOST_PIXELS))
        return true;
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS,
                "« logo.png » : l'image est trop grande (%d pixels de côté au plus)", MOST_PIXELS);
    return false;
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* @return (transfer full) a PNG of so many pixels, or NULL */
static GBytes *redrawn(cairo_surface_t *source, int width, int height)
{
    cairo_surface_t *target = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create(target);
    cairo_scale(cr, (double)width / cairo_image_surface_get_width(source),
                (double)height / cairo_image_surface_get_height(source));
    cairo_set_source_surface(cr, source, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_BEST);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_paint(cr);
    bool is_drawn = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    GByteArray *data = g_byte_array_new();
    is_drawn =
        is_drawn && cairo_surface_write_to_png_stream(target, append, data) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(target);
    GBytes *png = g_byte_array_free_to_bytes(data);
    if (!is_drawn)
        g_clear_pointer(&png, g_bytes_unref);
    return png;
}

static int at_least_one(double pixels)
{
    return MAX((int)(pixels + 0.5), 1);
}

static CoPicture *fitted(cairo_surface_t *surface, int most_width_px, int most_height_px)
{
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    double shown = MIN((double)most_width_px / width, (double)most_height_px / height);
    double kept = MIN(shown * FINENESS, 1.0);
    CoPicture *picture = g_new0(CoPicture, 1);
    picture->width_px = at_least_one(width * shown);
    picture->height_px = at_least_one(height * shown);
    picture->scale = shown / kept;
    picture->png = redrawn(surface, at_least_one(width * kept), at_least_one(height * kept));
    return picture;
}

CoPicture *co_picture_new(GBytes *png, int most_width_px, int most_height_px, GError **error)
{
    g_return_val_if_fail(png != NULL && most_width_px > 0 && most_height_px > 0, NULL);
    if (!is_bearable(png, error))
        return NULL;
    cairo_surface_t *surface = co_picture_read(png);
    g_autoptr(CoPicture) picture = NULL;
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        picture = fitted(surface, most_width_px, most_height_px);
    cairo_surface_destroy(surface);
    if (picture == NULL || picture->png == NULL)
        return co_picture_refuse(error);
    return g_steal_pointer(&picture);
}

void co_picture_free(CoPicture *picture)
{
    if (picture == NULL)
        return;
    g_clear_pointer(&picture->png, g_bytes_unref);
    g_free(picture);
}
