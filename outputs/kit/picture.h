/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file picture.h  A logo, read from a PNG. Implemented by outputs/kit/picture.c. */
#pragma once
#include <cairo.h>
#include <glib.h>
G_BEGIN_DECLS

/** A picture ready to stand on a sheet: no finer than a printer shows it, and nothing but its
 * pixels, as it goes into every file. */
typedef struct CoPicture {
    GBytes *png;
    int width_px, height_px; /**< as shown, at 96 per inch */
    double scale;            /**< of a pixel of the file as shown */
} CoPicture;

/** Fits a picture into a box, keeping its proportions.
 * @param error  #CO_OUTPUT_ERROR_TEXTS, in French: too many pixels, or not to be read
 * @return (transfer full) or NULL */
CoPicture *co_picture_new(GBytes *png, int most_width_px, int most_height_px, GError **error);
void co_picture_free(CoPicture *picture); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPicture, co_picture_free)

/** @return (transfer full) the pixels of a PNG; when it cannot be read, a surface whose status says
 * so */
cairo_surface_t *co_picture_read(GBytes *png);
/** Fails as both readers of a logo do. @return NULL, for the caller to return */
void *co_picture_refuse(GError **error);
G_END_DECLS
