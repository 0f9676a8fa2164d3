/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of a team, by teams or by trainers. */
#include "model.h"

#include <glib.h>

#include "bits.h"

/* The trainers of a class in order of first mention, and which pairs may teach together. */
typedef struct Pool {
    int n;
    int *trainer;
    bool *together; /* n x n */
} Pool;

static int pool_index(Pool *pool, int trainer)
{
    for (int k = 0; k < pool->n; k++)
        if (pool->trainer[k] == trainer)
            return k;
    pool->trainer[pool->n] = trainer;
    return pool->n++;
}

static Pool pool_of(const CoGrpClass *cls)
{
    Pool pool = {.trainer = g_new(int, 2 * (gsize)cls->n_teams + 1)};
    for (int m = 0; m < cls->n_teams; m++)
        for (int k = 0; k < cls->team_size; k++)
            pool_index(&pool, cls->teams[m].trainer[k]);
    pool.together = g_new0(bool, (gsize)pool.n *(gsize)pool.n + 1);
    for (int m = 0; cls->team_size == 2 && m < cls->n_teams; m++) {
        int a = pool_index(&pool, cls->teams[m].trainer[0]);
        int b = pool_index(&pool, cls->teams[m].trainer[1]);
        pool.together[a * pool.n + b] = pool.together[b * pool.n + a] = true;
    }
    return pool;
}

static void pool_clear(Pool *pool)
{
    g_free(pool->trainer);
    g_free(pool->together);
}

/* Grows a clique of trainers no two of whom may teach together, from the forbidden pair (a, b). */
static int *forbidden_clique(const Pool *pool, int a, int b, bool *covered)
{
    int *clique = g_new(int, (gsize)pool->n + 1), n = 2;
    clique[0] = a;
    clique[1] = b;
    for (int c = 0; c < pool->n; c++) {
        bool fits = true;
        for (int k = 0; k < n && fits; k++)
            fits = c != clique[k] && !pool->together[c * pool->n + clique[k]];
        if (fits)
            clique[n++] = c;
    }
    for (int k = 0; k < n; k++)
        for (int l = 0; l < n; l++)
            covered[clique[k] * pool->n + clique[l]] = true;
    clique[n] = -1;
    return clique;
}

/* Every forbidden pair gets into some clique. */
static void cover_forbidden_pairs(CoModelTeaching *teaching, const Pool *pool)
{
    g_autofree bool *covered = g_new0(bool, (gsize)pool->n *(gsize)pool->n + 1);
    g_autoptr(GPtrArray) cliques = g_ptr_array_new();
    for (int a = 0; a < pool->n; a++)
        for (int b = a + 1; b < pool->n; b++)
            if (!pool->together[a * pool->n + b] && !covered[a * pool->n + b])
                g_ptr_array_add(cliques, forbidden_clique(pool, a, b, covered));
    teaching->n_cliques = (int)cliques->len;
    teaching->cliques = (int **)g_ptr_array_steal(cliques, NULL);
}

static void choose_by_team(CoModelTeaching *teaching, const CoGrpClass *cls)
{
    teaching->by_team = true;
    teaching->per_group = 1;
    teaching->n = cls->n_teams;
    teaching->trainer = g_malloc_n((gsize)cls->n_teams + 1, sizeof *teaching->trainer);
    teaching->team = g_new(int, (gsize)cls->n_teams + 1);
    for (int m = 0; m < cls->n_teams; m++) {
        teaching->trainer[m][0] = cls->teams[m].trainer[0];
        teaching->trainer[m][1] = cls->team_size == 2 ? cls->teams[m].trainer[1] : -1;
        teaching->team[m] = m;
    }
}

static void choose_by_trainer(CoModelTeaching *teaching, const CoGrpClass *cls, const Pool *pool)
{
    teaching->per_group = cls->team_size;
    teaching->n = pool->n;
    teaching->trainer = g_malloc_n((gsize)pool->n + 1, sizeof *teaching->trainer);
    for (int k = 0; k < pool->n; k++) {
        teaching->trainer[k][0] = pool->trainer[k];
        teaching->trainer[k][1] = -1;
    }
    cover_forbidden_pairs(teaching, pool);
}

CoModelTeaching *co_model_teaching_new(const CoGrouping *g, int class_idx)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    CoModelTeaching *teaching = g_new0(CoModelTeaching, 1);
    teaching->class_idx = class_idx;
    Pool pool = pool_of(cls);
    if (cls->team_size == 1 || cls->n_teams <= pool.n)
        choose_by_team(teaching, cls);
    else
        choose_by_trainer(teaching, cls, &pool);
    pool_clear(&pool);
    return teaching;
}

void co_model_teaching_free(CoModelTeaching *teaching)
{
    if (teaching == NULL)
        return;
    for (int k = 0; k < teaching->n_cliques; k++)
        g_free(teaching->cliques[k]);
    g_free(teaching->cliques);
    g_free(teaching->trainer);
    g_free(teaching->team);
    g_free(teaching);
}

bool co_model_teaches(const CoModelTeaching *teaching, int choice, int trainer)
{
    return teaching->trainer[choice][0] == trainer || teaching->trainer[choice][1] == trainer;
}

int64_t co_model_choice_cost(const CoGrouping *g, const CoModelTeaching *teaching, int choice,
                             int place, int profile)
{
    const CoGrpClass *cls = &g->classes[teaching->class_idx];
    int room = co_model_room(cls, place);
    int64_t cost = 0;
    for (int k = 0; k < 2 && room >= 0; k++) {
        int t = teaching->trainer[choice][k];
        if (t >= 0)
            cost += g->trainers[t].cost[teaching->class_idx][room * cls->n_profiles + profile];
    }
    return cost;
}

bool co_model_choice_is_allowed(const CoGrouping *g, const CoModelTeaching *teaching, int choice,
                                int lock)
{
    int team = lock >= 0 ? g->locks[lock].team : -1;
    if (team < 0)
        return true;
    if (teaching->by_team)
        return teaching->team[choice] == team;
    const int *wanted = g->classes[teaching->class_idx].teams[team].trainer;
    return co_model_teaches(teaching, choice, wanted[0]) ||
           co_model_teaches(teaching, choice, wanted[1]);
}

static bool trainer_can_come(const CoGrouping *g, int trainer, const CoGrpClass *cls, int pattern)
{
    const CoGrpTrainer *t = &g->trainers[trainer];
    if (t->max_slots >= 0 && cls->n_sync_slots > t->max_slots)
        return false;
    return !co_bits_meet(t->busy_away, cls->patterns[pattern].slots, g->n_words);
}

bool co_model_choice_can_come(const CoGrouping *g, const CoModelTeaching *teaching, int choice,
                              int pattern)
{
    const CoGrpClass *cls = &g->classes[teaching->class_idx];
    const int *t = teaching->trainer[choice];
    return trainer_can_come(g, t[0], cls, pattern) &&
           (t[1] < 0 || trainer_can_come(g, t[1], cls, pattern));
}

int co_model_team_of(const CoGrouping *g, const CoModelTeaching *teaching, const int *chosen)
{
    const CoGrpClass *cls = &g->classes[teaching->class_idx];
    if (teaching->by_team)
        return teaching->team[chosen[0]];
    int a = teaching->trainer[chosen[0]][0];
    int b = teaching->per_group == 2 ? teaching->trainer[chosen[1]][0] : -1;
    for (int m = 0; m < cls->n_teams; m++) {
        const int *t = cls->teams[m].trainer;
        if ((t[0] == a && t[1] == b) || (t[0] == b && t[1] == a))
            return m;
    }
    return -1;
}
