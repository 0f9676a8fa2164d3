/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "blocks.h"

#include "state.h"
#include "unions.h"

/* ---- which classes belong together ---- */

/* Classes, rooms, trainers, offices and heads are nodes; what uses one another is joined. */
typedef struct Union {
    const CoGrouping *g;
    int *parent;
    int rooms, trainers, offices, heads, references, n; /* first node of each kind */
} Union;

static void join(Union *u, int a, int b)
{
    co_unions_join(u->parent, a, b);
}

static void join_class(Union *u, int c)
{
    const CoGrouping *g = u->g;
    const CoGrpClass *cls = &g->classes[c];
    for (int r = 0; r < cls->n_rooms; r++)
        join(u, c, u->rooms + cls->rooms[r]);
    for (int t = 0; t < cls->n_teams; t++)
        for (int k = 0; k < cls->team_size; k++)
            join(u, c, u->trainers + cls->teams[t].trainer[k]);
    for (int k = 0; k < cls->n_items; k++) {
        const CoGrpItem *it = &g->items[cls->items[k]];
        if (it->office >= 0)
            join(u, c, u->offices + it->office);
        if (it->heads >= 0)
            join(u, c, u->heads + it->heads);
        if (it->trainer >= 0)
            join(u, c, u->trainers + it->trainer);
        for (int s = 0; s < it->n_shares; s++)
            join(u, c, u->references + it->shares[s].reference);
    }
}

/* @return root of every node; that of a class is the first class of its block */
static int *find_blocks(const CoGrouping *g, Union *u)
{
    *u = (Union){.g = g, .rooms = g->n_classes};
    u->trainers = u->rooms + g->n_rooms;
    u->offices = u->trainers + g->n_trainers;
    u->heads = u->offices + g->n_offices;
    u->references = u->heads + g->n_heads;
    u->n = u->references + g->n_references;
    u->parent = co_unions_new(u->n);
    for (int c = 0; c < g->n_classes; c++)
        join_class(u, c);
    for (int t = 0; t < g->n_trainers; t++)
        if (g->trainers[t].office >= 0 && g->trainers[t].service)
            join(u, u->trainers + t, u->offices + g->trainers[t].office);
    for (int k = 0; k < g->n_references; k++)
        if (g->references[k].class_idx >= 0)
            join(u, g->references[k].class_idx, u->references + k);
    for (int l = 0; l < g->n_locks && g->n_references > 0; l++)
        if (g->locks[l].reference >= 0)
            join(u, g->locks[l].class_idx, u->references + g->locks[l].reference);
    co_unions_flatten(u->parent, u->n);
    return u->parent;
}

/* ---- one block ---- */

/* Numbers of the whole -> numbers of the block, -1 = not in it. */
typedef struct Numbers {
    int *classes, *items, *rooms, *trainers, *offices, *heads, *locks, *references;
} Numbers;

static void *keep(CoBlock *block, void *array)
{
    g_ptr_array_add(block->owned, array);
    return array;
}

/* Numbers those of @p n things whose node is in the block. @param list  gets their old numbers */
static int number(const int *root, int n, int block_root, int *numbers, int *list)
{
    int count = 0;
    for (int k = 0; k < n; k++) {
        numbers[k] = root[k] == block_root ? count : -1;
        if (root[k] == block_root)
            list[count++] = k;
    }
    return count;
}

static int *ints(CoBlock *block, int n)
{
    return keep(block, g_new0(int, (size_t)MAX(n, 1)));
}

static void take_class(CoBlock *block, const CoGrouping *g, const Numbers *to, int c)
{
    CoGrpClass *cls = (CoGrpClass *)(uintptr_t)&block->grouping.classes[to->classes[c]];
    *cls = g->classes[c];
    int *rooms = ints(block, cls->n_rooms), *items = ints(block, cls->n_items);
    CoGrpTeam *teams = keep(block, g_new(CoGrpTeam, (size_t)MAX(cls->n_teams, 1)));
    for (int r = 0; r < cls->n_rooms; r++)
        rooms[r] = to->rooms[cls->rooms[r]];
    for (int k = 0; k < cls->n_items; k++)
        items[k] = to->items[cls->items[k]];
    for (int t = 0; t < cls->n_teams; t++) {
        teams[t] = cls->teams[t];
        for (int k = 0; k < cls->team_size; k++)
            teams[t].trainer[k] = to->trainers[cls->teams[t].trainer[k]];
    }
    /* Locks that patterns serve are numbered anew as well. */
    CoGrpPattern *patterns =
        keep(block, g_memdup2(cls->patterns, sizeof(CoGrpPattern) * (size_t)cls->n_patterns));
    for (int p = 0; p < cls->n_patterns; p++)
        if (patterns[p].lock >= 0)
            patterns[p].lock = to->locks[patterns[p].lock];
    cls->rooms = rooms;
    cls->items = items;
    cls->teams = teams;
    cls->patterns = patterns;
}

static void take_item(CoBlock *block, const CoGrouping *g, const Numbers *to, int i)
{
    CoGrpItem *item = (CoGrpItem *)(uintptr_t)&block->grouping.items[to->items[i]];
    *item = g->items[i];
    item->class_idx = to->classes[item->class_idx];
    item->office = item->office >= 0 ? to->offices[item->office] : -1;
    item->heads = item->heads >= 0 ? to->heads[item->heads] : -1;
    item->trainer = item->trainer >= 0 ? to->trainers[item->trainer] : -1;
    item->lock = item->lock >= 0 ? to->locks[item->lock] : -1;
    CoGrpShare *shares = keep(block, g_new(CoGrpShare, (size_t)MAX(item->n_shares, 1)));
    for (int k = 0; k < item->n_shares; k++)
        shares[k] =
            (CoGrpShare){to->references[item->shares[k].reference], item->shares[k].n_persons};
    item->shares = shares;
    block->n_persons += item->n_persons;
}

static void take_trainers(CoBlock *block, const CoGrouping *g, const Numbers *to, const int *list)
{
    CoGrouping *own = &block->grouping;
    CoGrpTrainer *trainers = keep(block, g_new(CoGrpTrainer, (size_t)MAX(own->n_trainers, 1)));
    for (int t = 0; t < own->n_trainers; t++) {
        trainers[t] = g->trainers[list[t]];
        if (trainers[t].office >= 0)
            trainers[t].office = to->offices[trainers[t].office];
        const int64_t **cost = keep(block, g_new(const int64_t *, (size_t)MAX(own->n_classes, 1)));
        for (int c = 0; c < own->n_classes; c++)
            cost[c] = trainers[t].cost[block->classes[c]];
        trainers[t].cost = cost;
    }
    own->trainers = trainers;
}

static void take_rooms_and_limits(CoBlock *block, const CoGrouping *g, const int *rooms,
                                  const int *offices, const int *heads)
{
    CoGrouping *own = &block->grouping;
    const CoSlotWord **busy = keep(block, g_new(const CoSlotWord *, (size_t)MAX(own->n_rooms, 1)));
    int *office_limit = ints(block, own->n_offices), *heads_limit = ints(block, own->n_heads);
    for (int r = 0; r < own->n_rooms; r++)
        busy[r] = g->room_busy[rooms[r]];
    for (int o = 0; o < own->n_offices; o++)
        office_limit[o] = g->office_limit[offices[o]];
    for (int h = 0; h < own->n_heads; h++)
        heads_limit[h] = g->heads_limit[heads[h]];
    own->room_busy = busy;
    own->office_limit = office_limit;
    own->heads_limit = heads_limit;
}

static void take_locks_and_references(CoBlock *block, const CoGrouping *g, const Numbers *to)
{
    CoGrouping *own = &block->grouping;
    CoGrpLock *locks = keep(block, g_new(CoGrpLock, (size_t)MAX(own->n_locks, 1)));
    CoGrpReference *references =
        keep(block, g_new(CoGrpReference, (size_t)MAX(own->n_references, 1)));
    for (int l = 0; l < own->n_locks; l++) {
        locks[l] = g->locks[block->locks[l]];
        locks[l].class_idx = to->classes[locks[l].class_idx];
        if (g->n_references > 0 && locks[l].reference >= 0)
            locks[l].reference = to->references[locks[l].reference];
    }
    for (int k = 0; k < own->n_references; k++) {
        references[k] = g->references[block->references[k]];
        if (references[k].class_idx >= 0)
            references[k].class_idx = to->classes[references[k].class_idx];
    }
    own->locks = locks;
    own->references = references;
}

/* Roots of items and locks follow their classes; a reference that nobody has anything to do with
 * goes with the first block. */
typedef struct Roots {
    const Union *u;
    int *items, *locks, *references;
} Roots;

static Roots follow_classes(const CoGrouping *g, const Union *u)
{
    Roots roots = {u, g_new(int, (size_t)MAX(g->n_items, 1)),
                   g_new(int, (size_t)MAX(g->n_locks, 1)),
                   g_new(int, (size_t)MAX(g->n_references, 1))};
    for (int i = 0; i < g->n_items; i++)
        roots.items[i] = u->parent[g->items[i].class_idx];
    for (int l = 0; l < g->n_locks; l++)
        roots.locks[l] = u->parent[g->locks[l].class_idx];
    for (int k = 0; k < g->n_references; k++)
        roots.references[k] = u->parent[u->references + k] < g->n_classes
                                  ? u->parent[u->references + k]
                                  : u->parent[0];
    return roots;
}

static void clear_roots(Roots *roots)
{
    g_free(roots->items);
    g_free(roots->locks);
    g_free(roots->references);
}

static void take_all(CoBlock *block, const CoGrouping *g, const Roots *roots, int root)
{
    CoGrouping *own = &block->grouping;
    const Union *u = roots->u;
    Numbers to = {ints(block, g->n_classes),  ints(block, g->n_items),     ints(block, g->n_rooms),
                  ints(block, g->n_trainers), ints(block, g->n_offices),   ints(block, g->n_heads),
                  ints(block, g->n_locks),    ints(block, g->n_references)};
    int *rooms = ints(block, g->n_rooms), *trainers = ints(block, g->n_trainers);
    int *offices = ints(block, g->n_offices), *heads = ints(block, g->n_heads);
    block->classes = ints(block, g->n_classes);
    block->items = ints(block, g->n_items);
    block->locks = ints(block, g->n_locks);
    block->references = ints(block, g->n_references);
    own->n_classes = number(u->parent, g->n_classes, root, to.classes, block->classes);
    own->n_items = number(roots->items, g->n_items, root, to.items, block->items);
    own->n_rooms = number(u->parent + u->rooms, g->n_rooms, root, to.rooms, rooms);
    own->n_trainers = number(u->parent + u->trainers, g->n_trainers, root, to.trainers, trainers);
    own->n_offices = number(u->parent + u->offices, g->n_offices, root, to.offices, offices);
    own->n_heads = number(u->parent + u->heads, g->n_heads, root, to.heads, heads);
    own->n_locks = number(roots->locks, g->n_locks, root, to.locks, block->locks);
    own->n_references =
        number(roots->references, g->n_references, root, to.references, block->references);
    own->classes = keep(block, g_new0(CoGrpClass, (size_t)MAX(own->n_classes, 1)));
    own->items = keep(block, g_new0(CoGrpItem, (size_t)MAX(own->n_items, 1)));
    for (int c = 0; c < own->n_classes; c++)
        take_class(block, g, &to, block->classes[c]);
    for (int i = 0; i < own->n_items; i++)
        take_item(block, g, &to, block->items[i]);
    take_trainers(block, g, &to, trainers);
    take_rooms_and_limits(block, g, rooms, offices, heads);
    take_locks_and_references(block, g, &to);
}

static void block_free(gpointer data)
{
    CoBlock *block = data;
    g_ptr_array_unref(block->owned);
    g_free(block);
}

static CoBlock *block_new(const CoGrouping *g, const Roots *roots, int root)
{
    CoBlock *block = g_new0(CoBlock, 1);
    block->owned = g_ptr_array_new_with_free_func(g_free);
    block->grouping = *g;
    block->fm1_capacity =
        keep(block, g_memdup2(g->fm1_capacity, sizeof(int) * (size_t)MAX(g->n_slots, 1)));
    block->grouping.fm1_capacity = block->fm1_capacity;
    take_all(block, g, roots, root);
    return block;
}

GPtrArray *co_blocks_new(const CoGrouping *g)
{
    GPtrArray *blocks = g_ptr_array_new_with_free_func(block_free);
    Union u;
    g_autofree int *root = find_blocks(g, &u);
    Roots roots = follow_classes(g, &u);
    for (int c = 0; c < g->n_classes; c++)
        if (root[c] == c)
            g_ptr_array_add(blocks, block_new(g, &roots, c));
    if (blocks->len == 0)
        g_ptr_array_add(blocks, block_new(g, &roots, -1));
    clear_roots(&roots);
    return blocks;
}

CoGrpGroup *co_block_lift_groups(const CoBlock *block, const CoGrpGroup *groups, int n_groups)
{
    CoGrpGroup *lifted = co_grp_groups_copy(&block->grouping, groups, n_groups);
    for (int k = 0; k < n_groups; k++) {
        CoGrpGroup *group = &lifted[k];
        group->class_idx = block->classes[group->class_idx];
        if (group->lock >= 0)
            group->lock = block->locks[group->lock];
        if (block->grouping.n_references > 0 && group->reference >= 0)
            group->reference = block->references[group->reference];
        for (int i = 0; i < group->n_items; i++)
            group->items[i] = block->items[group->items[i]];
    }
    return lifted;
}
