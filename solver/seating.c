/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seating.h"

#include <glib.h>

#include "evaluate.h"

#define NO_EDGE (INT64_MAX / 4)
#define MAX_BANS 16
#define MAX_ROUNDS 400

/* The graph of one class: its groups, then the pool of the unplaced, then the spare seats. An edge
 * a -> b is the cheapest item that could go from a to b; edges of the spare node move no one. */
typedef struct SeatGraph {
    CoState *state;
    const CoGrpClass *cls;
    const CoPenalties *penalties;
    int n_groups, n_nodes;
    int *group;      /* state group of each node */
    int64_t *weight; /* n_nodes x n_nodes */
    int *mover;      /* item of each edge, -1 for the spare node */
    int64_t *dist;   /* scratch of n_nodes, and the next two */
    int *before, *cycle;
    int n_bans;
    int banned_item[MAX_BANS], banned_node[MAX_BANS];
} SeatGraph;

CoPenalties co_penalties_for(const CoGrouping *g)
{
    int64_t dearest_item = 0, dearest_group = 0;
    for (int i = 0; i < g->n_items; i++) {
        const CoGrpItem *it = &g->items[i];
        const CoGrpClass *cls = &g->classes[it->class_idx];
        for (int k = 0; k < cls->n_rooms * cls->n_profiles; k++)
            dearest_item = MAX(dearest_item, it->cost[k]);
    }
    for (int c = 0; c < g->n_classes; c++)
        dearest_group = MAX(dearest_group, g->classes[c].group_cents);
    CoPenalties penalties = {.seat = 1000 + 3 * dearest_item + 2 * dearest_group};
    penalties.unplaced = penalties.seat;
    if (g->n_references > 0) {
        /* A change outweighs any money, a seat the loss of a whole group. */
        int most_meetings = 0, largest = 0;
        for (int r = 0; r < g->n_references; r++)
            most_meetings = MAX(most_meetings, g->references[r].n_meetings);
        for (int c = 0; c < g->n_classes; c++)
            largest = MAX(largest, g->classes[c].max_size);
        penalties.change = penalties.seat;
        penalties.unplaced += penalties.change * (MIN(largest, 100) + 3) * most_meetings;
    }
    penalties.missing = 2 * penalties.unplaced;
    return penalties;
}

int64_t co_state_objective(const CoState *s, const CoPenalties *p)
{
    return s->cost + p->unplaced * s->unplaced + p->missing * (s->missing + s->astray) +
           p->change * s->changes;
}

int64_t co_seat_price(const CoState *s, const CoPenalties *p, int item, int group)
{
    int64_t cost = co_state_seat_cost(s, item, group);
    return p->change == 0 ? cost : cost + p->change * co_state_seat_changes(s, item, group);
}

static int node_of_group(const SeatGraph *graph, int group)
{
    for (int k = 0; k < graph->n_groups; k++)
        if (graph->group[k] == group)
            return k;
    return graph->n_groups; /* unplaced */
}

static bool is_banned(const SeatGraph *graph, int item, int node)
{
    for (int k = 0; k < graph->n_bans; k++)
        if (graph->banned_item[k] == item && graph->banned_node[k] == node)
            return true;
    return false;
}

static void offer_edge(SeatGraph *graph, int from, int to, int64_t weight, int mover)
{
    int64_t *best = &graph->weight[from * graph->n_nodes + to];
    if (weight < *best) {
        *best = weight;
        graph->mover[from * graph->n_nodes + to] = mover;
    }
}

/* Price of the item standing outside: its weight, and going astray from its lock. */
static int64_t outside_price(const SeatGraph *graph, const CoGrpItem *it)
{
    return graph->penalties->unplaced * it->weight +
           (it->lock >= 0 ? graph->penalties->missing : 0);
}

static void item_edges(SeatGraph *graph, int item)
{
    CoState *s = graph->state;
    const CoGrpItem *it = &s->grouping->items[item];
    int unplaced = graph->n_groups;
    int from = s->group_of[item] < 0 ? unplaced : node_of_group(graph, s->group_of[item]);
    int64_t here = outside_price(graph, it);
    if (from != unplaced)
        here = co_state_unseat_gain(s, item) +
               graph->penalties->change * co_state_seat_changes(s, item, s->group_of[item]);
    for (int to = 0; to < graph->n_groups; to++) {
        if (to == from || is_banned(graph, item, to))
            continue;
        int64_t delta = co_seat_price(s, graph->penalties, item, graph->group[to]) - here;
        /* Only a better mover than the one known is worth the longer question. */
        if (delta < graph->weight[from * graph->n_nodes + to] &&
            co_state_can_seat(s, item, graph->group[to]))
            offer_edge(graph, from, to, delta, item);
    }
    if (from != unplaced)
        offer_edge(graph, from, unplaced, outside_price(graph, it) - here, item);
}

/* Edges to and from the spare seats: gaining or losing a member without a swap. */
static void spare_edges(SeatGraph *graph)
{
    int unplaced = graph->n_groups, spare = graph->n_groups + 1;
    offer_edge(graph, unplaced, spare, 0, -1);
    offer_edge(graph, spare, unplaced, 0, -1);
    for (int k = 0; k < graph->n_groups; k++) {
        const CoStateGroup *grp = &graph->state->groups[graph->group[k]];
        int capacity = co_group_capacity(graph->cls, grp->calendar.room);
        int64_t missing = graph->penalties->missing;
        if (grp->n_persons < capacity)
            offer_edge(graph, k, spare, grp->n_persons < graph->cls->min_size ? -missing : 0, -1);
        if (grp->n_persons > 0)
            offer_edge(graph, spare, k, grp->n_persons <= graph->cls->min_size ? missing : 0, -1);
    }
}

static void build_edges(SeatGraph *graph)
{
    for (int k = 0; k < graph->n_nodes * graph->n_nodes; k++) {
        graph->weight[k] = NO_EDGE;
        graph->mover[k] = -1;
    }
    for (int k = 0; k < graph->cls->n_items; k++)
        item_edges(graph, graph->cls->items[k]);
    spare_edges(graph);
}

/* Bellman and Ford from all nodes at once. @return length of a negative cycle in graph->cycle
 * (forward order), 0 when there is none. */
static int negative_cycle(const SeatGraph *graph)
{
    int n = graph->n_nodes, touched = -1;
    int64_t *dist = graph->dist;
    int *before = graph->before, *cycle = graph->cycle;
    for (int v = 0; v < n; v++) {
        dist[v] = 0;
        before[v] = -1;
    }
    for (int round = 0; round < n; round++) {
        touched = -1;
        for (int a = 0; a < n; a++)
            for (int b = 0; b < n; b++) {
                int64_t w = graph->weight[a * n + b];
                if (w < NO_EDGE && dist[a] + w < dist[b]) {
                    dist[b] = dist[a] + w;
                    before[b] = a;
                    touched = b;
                }
            }
        if (touched < 0)
            return 0;
    }
    for (int k = 0; k < n; k++)
        touched = before[touched];
    int length = 0, v = touched;
    do {
        cycle[length++] = v;
        v = before[v];
    } while (v != touched && length <= n);
    for (int k = 0; k < length / 2; k++) {
        int swap = cycle[k];
        cycle[k] = cycle[length - 1 - k];
        cycle[length - 1 - k] = swap;
    }
    return length;
}

static void ban(SeatGraph *graph, int item, int node)
{
    graph->banned_item[graph->n_bans] = item;
    graph->banned_node[graph->n_bans++] = node;
}

/* Moves every item of the cycle; all leave before any arrives. Undone, and the refused arc banned,
 * when items that move together break a rule (two colleagues into one group) or gain nothing. */
static bool apply_cycle(SeatGraph *graph, int length)
{
    const int *cycle = graph->cycle;
    CoState *s = graph->state;
    int n = graph->n_nodes, mark = co_state_mark(s), refused = -1;
    int64_t before = co_state_objective(s, graph->penalties);
    for (int k = 0; k < length; k++) {
        int item = graph->mover[cycle[k] * n + cycle[(k + 1) % length]];
        if (item >= 0 && s->group_of[item] >= 0)
            co_state_unseat(s, item);
    }
    for (int k = 0; k < length && refused < 0; k++) {
        int to = cycle[(k + 1) % length];
        int item = graph->mover[cycle[k] * n + to];
        if (item < 0 || to >= graph->n_groups)
            continue;
        if (co_state_can_seat(s, item, graph->group[to]))
            co_state_seat(s, item, graph->group[to]);
        else
            refused = k;
    }
    if (refused < 0 && co_state_objective(s, graph->penalties) < before)
        return true;
    co_state_rollback(s, mark);
    for (int k = 0; k < length; k++) {
        int at = refused < 0 ? k : (refused + k) % length;
        int to = cycle[(at + 1) % length], item = graph->mover[cycle[at] * n + to];
        if (item >= 0) {
            ban(graph, item, to);
            return false;
        }
    }
    return false;
}

static int cancel_cycles(SeatGraph *graph)
{
    int rounds = 0;
    while (rounds < MAX_ROUNDS && graph->n_bans < MAX_BANS) {
        rounds++;
        build_edges(graph);
        int length = negative_cycle(graph);
        if (length == 0)
            break;
        apply_cycle(graph, length);
    }
    return rounds;
}

/* ---- items of several persons ---- */

static int room_left(const SeatGraph *graph, int node)
{
    const CoStateGroup *grp = &graph->state->groups[graph->group[node]];
    int capacity = co_group_capacity(graph->cls, grp->calendar.room);
    return capacity - grp->n_persons;
}

static bool keep_if_better(SeatGraph *graph, int mark, int64_t before)
{
    if (co_state_objective(graph->state, graph->penalties) < before)
        return true;
    co_state_rollback(graph->state, mark);
    return false;
}

/* Whether the item's going says more than its price: a lock, or a group under its minimum. */
static bool weighs_more(const SeatGraph *graph, int item)
{
    const CoState *s = graph->state;
    int group = s->group_of[item];
    return group < 0 || s->grouping->items[item].lock >= 0 ||
           s->groups[group].n_persons < graph->cls->min_size;
}

/* What the item would pay more in another group; only where it weighs no more than that. */
static int64_t detour(const SeatGraph *graph, int item, int group)
{
    const CoState *s = graph->state;
    return co_seat_price(s, graph->penalties, item, group) -
           co_seat_price(s, graph->penalties, item, s->group_of[item]);
}

static bool try_move(SeatGraph *graph, int item, int to)
{
    CoState *s = graph->state;
    const CoStateGroup *target = &s->groups[graph->group[to]];
    if (!weighs_more(graph, item) && target->n_persons >= graph->cls->min_size &&
        detour(graph, item, graph->group[to]) >= 0)
        return false;
    int mark = co_state_mark(s);
    int64_t before = co_state_objective(s, graph->penalties);
    if (room_left(graph, to) < s->grouping->items[item].n_persons ||
        !co_state_can_seat(s, item, graph->group[to]))
        return false;
    if (s->group_of[item] >= 0)
        co_state_unseat(s, item);
    co_state_seat(s, item, graph->group[to]);
    return keep_if_better(graph, mark, before);
}

/* Item a takes the seat of b; b takes a's old seat, or stays out when a came from outside. */
static bool try_swap(SeatGraph *graph, int a, int b)
{
    CoState *s = graph->state;
    int group_a = s->group_of[a], group_b = s->group_of[b];
    if (group_b < 0 || group_a == group_b)
        return false;
    const CoGrpItem *item_a = &s->grouping->items[a], *item_b = &s->grouping->items[b];
    bool together = item_a->cluster >= 0 && item_a->cluster == item_b->cluster;
    if (!together && !weighs_more(graph, a) && !weighs_more(graph, b) &&
        detour(graph, a, group_b) + detour(graph, b, group_a) >= 0)
        return false;
    int grow = s->grouping->items[a].n_persons - s->grouping->items[b].n_persons;
    if (grow > room_left(graph, node_of_group(graph, group_b)) ||
        (group_a >= 0 && -grow > room_left(graph, node_of_group(graph, group_a))))
        return false;
    int mark = co_state_mark(s);
    int64_t before = co_state_objective(s, graph->penalties);
    if (group_a >= 0)
        co_state_unseat(s, a);
    co_state_unseat(s, b);
    bool legal = co_state_can_seat(s, a, group_b);
    if (legal)
        co_state_seat(s, a, group_b);
    if (legal && group_a >= 0) {
        legal = co_state_can_seat(s, b, group_a);
        if (legal)
            co_state_seat(s, b, group_a);
    }
    if (legal)
        return keep_if_better(graph, mark, before);
    co_state_rollback(s, mark);
    return false;
}

static int move_and_swap(SeatGraph *graph)
{
    bool better = true;
    int rounds = 0;
    while (better && rounds < MAX_ROUNDS) {
        better = false;
        rounds++;
        for (int k = 0; k < graph->cls->n_items; k++)
            for (int to = 0; to < graph->n_groups; to++)
                if (graph->group[to] != graph->state->group_of[graph->cls->items[k]])
                    better |= try_move(graph, graph->cls->items[k], to);
        for (int k = 0; k < graph->cls->n_items; k++)
            for (int j = 0; j < graph->cls->n_items; j++)
                better |= k != j && try_swap(graph, graph->cls->items[k], graph->cls->items[j]);
    }
    return rounds;
}

static bool all_single(const CoState *s, const CoGrpClass *cls)
{
    for (int k = 0; k < cls->n_items; k++)
        if (s->grouping->items[cls->items[k]].n_persons != 1)
            return false;
    return true;
}

/* A first seat for everyone who can have one at once, dearest alternatives ignored: the cycles
 * mend. */
static void seat_greedily(SeatGraph *graph)
{
    CoState *s = graph->state;
    for (int k = 0; k < graph->cls->n_items; k++) {
        int item = graph->cls->items[k], best = -1;
        if (s->group_of[item] >= 0)
            continue;
        int64_t best_cost = NO_EDGE;
        for (int to = 0; to < graph->n_groups; to++) {
            if (room_left(graph, to) < s->grouping->items[item].n_persons)
                continue;
            int64_t cost = co_seat_price(s, graph->penalties, item, graph->group[to]);
            if (cost < best_cost && co_state_can_seat(s, item, graph->group[to])) {
                best_cost = cost;
                best = to;
            }
        }
        if (best >= 0)
            co_state_seat(s, item, graph->group[best]);
    }
}

int co_seat_class(CoState *s, int class_idx, const CoPenalties *penalties)
{
    int n_groups = s->class_groups_n[class_idx];
    int n_nodes = n_groups + 2;
    g_autofree int *group = g_new(int, (size_t)n_nodes);
    g_autofree int64_t *weight = g_new(int64_t, (size_t)(n_nodes * n_nodes));
    g_autofree int *mover = g_new(int, (size_t)(n_nodes * n_nodes));
    g_autofree int64_t *dist = g_new(int64_t, (size_t)n_nodes);
    g_autofree int *before = g_new(int, (size_t)n_nodes);
    g_autofree int *cycle = g_new(int, (size_t)n_nodes + 1);
    SeatGraph graph = {.state = s,
                       .cls = &s->grouping->classes[class_idx],
                       .penalties = penalties,
                       .n_nodes = n_nodes,
                       .group = group,
                       .weight = weight,
                       .mover = mover,
                       .dist = dist,
                       .before = before,
                       .cycle = cycle};
    for (int k = 0; k < s->n_groups; k++)
        if (s->groups[k].class_idx == class_idx)
            group[graph.n_groups++] = k;
    if (n_groups == 0)
        return 1;
    seat_greedily(&graph);
    return all_single(s, graph.cls) ? cancel_cycles(&graph) : move_and_swap(&graph);
}
