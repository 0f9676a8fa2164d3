/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack_parts.h"

#include <math.h>
#include <string.h>

#include "pack_tree.h"

#define PART_GROUPS 4
#define PART_NODES 60

/* The groups of one part, and its place in the whole. */
typedef struct Part {
    const CoPackProblem *whole;
    CoPacking *best;
    int n_groups;
    int groups[PART_GROUPS];
    CoPackProblem *problem;
    int *item;     /* by item of the part */
    int *room;     /* by room of the part */
    double *price; /* by item of the part */
} Part;

/* How much dearer the members of one group would be in another's room: small = near. */
static double distance(const CoPackProblem *p, const CoPacking *best, int from, int to)
{
    double sum = 0;
    int n = 0;
    for (int i = 0; i < p->n_items; i++) {
        if (best->group[i] != from)
            continue;
        double there = p->cost[best->room[to] * p->n_items + i];
        sum += there < INFINITY ? there : 1e9;
        n++;
    }
    return n > 0 ? sum / n : INFINITY;
}

static void choose_groups(Part *part, int first)
{
    const CoPacking *best = part->best;
    part->n_groups = 0;
    part->groups[part->n_groups++] = first;
    while (part->n_groups < MIN(PART_GROUPS, best->n_groups)) {
        int next = -1;
        double nearest = INFINITY;
        for (int k = 0; k < best->n_groups; k++) {
            bool taken = false;
            for (int j = 0; j < part->n_groups; j++)
                taken = taken || part->groups[j] == k;
            double d = taken ? INFINITY
                             : distance(part->whole, best, first, k) +
                                   distance(part->whole, best, k, first);
            if (!taken && (next < 0 || d < nearest)) {
                next = k;
                nearest = d;
            }
        }
        part->groups[part->n_groups++] = next;
    }
}

static int group_in_part(const Part *part, int group)
{
    for (int k = 0; k < part->n_groups; k++)
        if (part->groups[k] == group)
            return k;
    return -1;
}

/* Rooms as the other groups leave them. */
static void take_rooms(Part *part)
{
    const CoPackProblem *whole = part->whole;
    CoPackProblem *p = part->problem;
    for (int r = 0; r < whole->n_rooms; r++) {
        int uses = MIN(whole->most_uses[r], part->n_groups);
        for (int k = 0, others = 0; k < part->best->n_groups; k++)
            if (part->best->room[k] == r && group_in_part(part, k) < 0) {
                others++;
                uses = MIN(uses, whole->most_uses[r] - others);
            }
        bool useful = false;
        for (int i = 0; i < p->n_items; i++)
            useful = useful || whole->cost[r * whole->n_items + part->item[i]] < INFINITY;
        if (uses < 1 || !useful)
            continue;
        int at = p->n_rooms++;
        part->room[at] = r;
        p->capacity[at] = whole->capacity[r];
        p->open_cost[at] = whole->open_cost[r];
        p->most_uses[at] = uses;
        p->largest = MAX(p->largest, p->capacity[at]);
        for (int i = 0; i < p->n_items; i++)
            p->cost[at * p->n_items + i] = whole->cost[r * whole->n_items + part->item[i]];
    }
}

static void take_items(Part *part, const double *price)
{
    const CoPackProblem *whole = part->whole;
    CoPackProblem *p = part->problem;
    for (int i = 0; i < whole->n_items; i++) {
        if (group_in_part(part, part->best->group[i]) < 0)
            continue;
        part->item[p->n_items] = i;
        part->price[p->n_items] = price[i];
        p->size[p->n_items++] = whole->size[i];
        p->n_persons += whole->size[i];
    }
}

/* As many groups as before: the counts of the whole stay kept. */
static void make_problem(Part *part, const double *price)
{
    const CoPackProblem *whole = part->whole;
    part->problem = co_pack_problem_alloc(whole->n_items, whole->n_rooms);
    part->problem->min_size = whole->min_size;
    part->problem->least_groups = part->problem->most_groups = part->n_groups;
    take_items(part, price);
    take_rooms(part);
}

/* The part as it stands, so that only cheaper ones are looked for. */
static void read_part(const Part *part, CoPacking *packing)
{
    const CoPackProblem *p = part->problem;
    packing->n_groups = part->n_groups;
    for (int k = 0; k < part->n_groups; k++)
        for (int r = 0; r < p->n_rooms; r++)
            if (part->room[r] == part->best->room[part->groups[k]])
                packing->room[k] = r;
    for (int i = 0; i < p->n_items; i++)
        packing->group[i] = group_in_part(part, part->best->group[part->item[i]]);
    packing->cost = co_packing_cost(p, packing);
    packing->found = packing->cost < INFINITY;
}

static void write_part(const Part *part, const CoPacking *packing)
{
    for (int k = 0; k < part->n_groups; k++)
        part->best->room[part->groups[k]] = part->room[packing->room[k]];
    for (int i = 0; i < part->problem->n_items; i++)
        part->best->group[part->item[i]] = part->groups[packing->group[i]];
    part->best->cost = co_packing_cost(part->whole, part->best);
}

/* @return whether the part got cheaper */
static bool improve_part(Part *part, const double *price, CoBudget *budget)
{
    make_problem(part, price);
    g_autoptr(CoPackProblem) problem = part->problem;
    g_autoptr(CoPacking) packing = co_packing_new(problem);
    read_part(part, packing);
    double before = packing->cost;
    CoPackTreeOptions options = {.price = part->price, .most_nodes = PART_NODES};
    co_pack_tree_solve(problem, &options, budget, packing);
    if (!(packing->cost < before - 1e-6))
        return false;
    write_part(part, packing);
    return true;
}

void co_pack_improve_parts(const CoPackProblem *p, const double *price, CoBudget *budget,
                           CoPacking *best)
{
    if (!best->found || best->n_groups <= PART_GROUPS)
        return;
    g_autofree int *item = g_new(int, (size_t)p->n_items);
    g_autofree int *room = g_new(int, (size_t)p->n_rooms);
    g_autofree double *part_price = g_new(double, (size_t)p->n_items);
    Part part = {.whole = p, .best = best, .item = item, .room = room, .price = part_price};
    int unchanged = 0;
    for (int k = 0; unchanged < best->n_groups && !co_budget_is_spent(budget);
         k = (k + 1) % best->n_groups) {
        choose_groups(&part, k);
        unchanged = improve_part(&part, price, budget) ? 0 : unchanged + 1;
    }
}
