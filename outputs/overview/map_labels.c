/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map_labels.h"

#define GAP 4.0
#define OUTSIDE_COST 4.0 /* a name cut off is worse than one written over another */
#define NOTHING 0.01     /* rounding does not choose */

double co_box_overlap(CoBox a, CoBox b)
{
    double width = MIN(a.x + a.width, b.x + b.width) - MAX(a.x, b.x);
    double height = MIN(a.y + a.height, b.y + b.height) - MAX(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

/* @param right, below  -1, 0 or 1: which side of the mark */
static CoBox box_beside(const CoLabel *label, int right, int below)
{
    double reach = label->half + GAP;
    /* A name in a corner may come closer than one at a side. */
    if (right != 0 && below != 0)
        reach = label->half;
    return (CoBox){label->x + right * reach - (1 - right) * label->width / 2,
                   label->y + below * reach - (1 - below) * label->height / 2, label->width,
                   label->height};
}

static CoBox mark_of(const CoLabel *label)
{
    return (CoBox){label->x - label->half, label->y - label->half, 2 * label->half,
                   2 * label->half};
}

static double cost_of(const CoLabel *labels, int n_labels, int label, CoBox frame, CoBox box)
{
    double cost = OUTSIDE_COST * (box.width * box.height - co_box_overlap(box, frame));
    for (int i = 0; i < n_labels; i++) {
        cost += co_box_overlap(box, mark_of(&labels[i]));
        if (i < label)
            cost += co_box_overlap(box, labels[i].box);
    }
    return cost;
}

void co_labels_place(CoLabel *labels, int n_labels, CoBox frame)
{
    g_return_if_fail(labels != NULL || n_labels == 0);
    static const int sides[][2] = {{1, 0},  {-1, 0}, {0, -1},  {0, 1},
                                   {1, -1}, {1, 1},  {-1, -1}, {-1, 1}};
    for (int i = 0; i < n_labels; i++) {
        double least = G_MAXDOUBLE;
        for (size_t s = 0; s < G_N_ELEMENTS(sides); s++) {
            CoBox box = box_beside(&labels[i], sides[s][0], sides[s][1]);
            double cost = cost_of(labels, n_labels, i, frame, box);
            if (cost < least - NOTHING) {
                least = cost;
                labels[i].box = box;
            }
        }
    }
}
