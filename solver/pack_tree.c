/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack_tree.h"

#include <math.h>
#include <string.h>

#include "pack_ascent.h"
#include "pack_parts.h"

#define ROOT_STEPS 600
#define KNOWN_STEPS 80 /* of a root whose prices are nearly right */
#define NODE_STEPS 30
#define MAX_OPEN 20000   /* nodes kept at once */
#define CLEARLY_OPEN 0.9 /* a share of a room that is not worth a branch */

typedef struct Tree {
    const CoPackProblem *p;
    CoPackAscent *ascent;
    const CoPackTreeOptions *options;
    GPtrArray *open; /* of CoPackNode: bounded by their parent, not yet looked at */
    double settled;  /* least bound of the nodes that can be split no more */
    CoPackAnswer answer;
} Tree;

/* ---- splitting ---- */

/* The undecided room nearest to half open; -1 = none. */
static int room_to_split(const Tree *t, const CoPackNode *node)
{
    int best = -1;
    double best_distance = 0.5 - (1 - CLEARLY_OPEN);
    for (int r = 0; r < t->p->n_rooms; r++) {
        if (node->open[r] || node->closed[r])
            continue;
        double distance = fabs(t->ascent->open_share[r] - 0.5);
        if (distance < best_distance) {
            best_distance = distance;
            best = r;
        }
    }
    return best;
}

static int rooms_left(const Tree *t, const CoPackNode *node, int item)
{
    int n = 0;
    for (int r = 0; r < t->p->n_rooms; r++)
        n += !node->closed[r] && node->allowed[r * t->p->n_items + item];
    return n;
}

/* The item least sure of its room, heavier ones first; -1 = all have one room only. */
static int item_to_split(const Tree *t, const CoPackNode *node)
{
    const CoPackProblem *p = t->p;
    int best = -1;
    double best_score = -1;
    for (int i = 0; i < p->n_items; i++) {
        double most = 0;
        if (rooms_left(t, node, i) < 2)
            continue;
        for (int r = 0; r < p->n_rooms; r++)
            most = MAX(most, t->ascent->share[r * p->n_items + i]);
        double score = (1 - MIN(most, 1)) * sqrt(p->size[i]);
        if (score > best_score) {
            best_score = score;
            best = i;
        }
    }
    return best;
}

static void keep_node(Tree *t, CoPackNode *node)
{
    node->depth++;
    if (co_pack_node_settle(t->p, node))
        g_ptr_array_add(t->open, node);
    else
        co_pack_node_free(node);
}

static void split_room(Tree *t, CoPackNode *node, int room)
{
    CoPackNode *without = co_pack_node_copy(t->p, node);
    without->closed[room] = true;
    keep_node(t, without);
    node->open[room] = true;
    keep_node(t, node);
}

/* Half the item's rooms each, so that the shares balance. */
static void split_item(Tree *t, CoPackNode *node, int item)
{
    const CoPackProblem *p = t->p;
    CoPackNode *other = co_pack_node_copy(p, node);
    g_autofree bool *dealt = g_new0(bool, (size_t)p->n_rooms);
    double here = 0, there = 0;
    for (int n = rooms_left(t, node, item); n > 0; n--) {
        int next = -1;
        for (int r = 0; r < p->n_rooms; r++)
            if (!dealt[r] && !node->closed[r] &&
                (node->allowed[r * p->n_items + item] || other->allowed[r * p->n_items + item]) &&
                (next < 0 || t->ascent->share[r * p->n_items + item] >
                                 t->ascent->share[next * p->n_items + item]))
                next = r;
        dealt[next] = true;
        bool stays = here <= there;
        double share = t->ascent->share[next * p->n_items + item] + 1e-3;
        (stays ? other : node)->allowed[next * p->n_items + item] = false;
        here += stays ? share : 0;
        there += stays ? 0 : share;
    }
    keep_node(t, other);
    keep_node(t, node);
}

/* Takes the node over. */
static void split(Tree *t, CoPackNode *node)
{
    int room = room_to_split(t, node), item = room < 0 ? item_to_split(t, node) : -1;
    if (room >= 0) {
        split_room(t, node, room);
    } else if (item >= 0) {
        split_item(t, node, item);
    } else {
        t->settled = MIN(t->settled, node->bound);
        co_pack_node_free(node);
    }
}

/* ---- the walk ---- */

static bool matters(const Tree *t, const CoPackNode *node)
{
    const CoPacking *best = t->ascent->best;
    return !best->found || co_pack_round_up(node->bound) < best->cost;
}

/* The open node of least bound, the deepest of equals. */
static CoPackNode *next_node(Tree *t)
{
    guint best = 0;
    for (guint k = 1; k < t->open->len; k++) {
        const CoPackNode *a = t->open->pdata[k], *b = t->open->pdata[best];
        if (a->bound < b->bound || (a->bound == b->bound && a->depth > b->depth))
            best = k;
    }
    return g_ptr_array_steal_index_fast(t->open, best);
}

static void visit(Tree *t, CoPackNode *node)
{
    bool root = t->answer.n_nodes++ == 0, known = t->options->price != NULL;
    int steps = !root ? NODE_STEPS : known ? KNOWN_STEPS : ROOT_STEPS;
    bool open = co_pack_ascend(t->ascent, node, steps);
    if (open && root && !known) {
        co_pack_improve_parts(t->p, node->price, t->ascent->budget, t->ascent->best);
        open = matters(t, node);
    }
    if (open && co_budget_is_spent(t->ascent->budget)) {
        t->settled = MIN(t->settled, node->bound);
        co_pack_node_free(node);
        return;
    }
    if (open && co_pack_fix(t->ascent, node))
        open = co_pack_node_settle(t->p, node);
    if (open)
        split(t, node);
    else
        co_pack_node_free(node);
}

static bool is_over(Tree *t)
{
    int most = t->options->most_nodes;
    return (most > 0 && t->answer.n_nodes >= most) || t->open->len > MAX_OPEN ||
           co_budget_is_spent(t->ascent->budget);
}

static void walk(Tree *t)
{
    while (t->open->len > 0) {
        CoPackNode *node = next_node(t);
        /* Past a node that cannot be split, the bound rises no more. */
        bool stop = is_over(t) || node->bound >= t->settled;
        if (!stop && matters(t, node)) {
            visit(t, node);
            continue;
        }
        if (matters(t, node))
            t->settled = MIN(t->settled, node->bound);
        co_pack_node_free(node);
    }
}

CoPackAnswer co_pack_tree_solve(const CoPackProblem *p, const CoPackTreeOptions *options,
                                CoBudget *budget, CoPacking *best)
{
    g_autoptr(CoPackPricer) pricer = co_pack_pricer_new(p);
    g_autoptr(CoPackAscent) ascent = co_pack_ascent_new(p, pricer, best, budget);
    Tree t = {.p = p,
              .ascent = ascent,
              .options = options,
              .open = g_ptr_array_new(),
              .settled = INFINITY};
    CoPackNode *root = co_pack_node_new(p);
    if (options->price != NULL)
        memcpy(root->price, options->price, sizeof(double) * (size_t)p->n_items);
    if (co_pack_node_settle(p, root))
        g_ptr_array_add(t.open, root);
    else
        co_pack_node_free(root);
    walk(&t);
    g_ptr_array_unref(t.open);
    t.answer.bound = MIN(t.settled, best->found ? best->cost : INFINITY);
    return t.answer;
}
