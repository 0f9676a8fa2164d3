/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file map_labels.h  Where the names on a map stand so as not to hide one another. Implemented by
 * outputs/overview/map_labels.c. Lengths are in units of the drawing, y grows downwards. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef struct CoBox {
    double x, y, width, height; /**< x, y: top left */
} CoBox;

/** A mark and its name. */
typedef struct CoLabel {
    double x, y;          /**< centre of the mark */
    double half;          /**< half of its side */
    double width, height; /**< of the name */
    CoBox box;            /**< (out) where the name stands */
} CoLabel;

/** Places the names one after the other, the most important first, each beside its mark where it
 * hides least of marks, names already placed and the outside. Every name is placed. */
void co_labels_place(CoLabel *labels, int n_labels, CoBox frame);
/** @return the surface that two boxes share */
double co_box_overlap(CoBox a, CoBox b);
G_END_DECLS
