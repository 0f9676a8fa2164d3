/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model_bundles.h"

#include "bits.h"

/* ---- which bundles there are ---- */

static bool item_fits(const CoGrouping *g, int item, const CoBundle *bundle)
{
    return co_model_item_may_join(g, item, bundle->lock) &&
           co_model_item_can_sit(g, item, bundle->place) &&
           co_model_item_can_come(g, item, bundle->pattern);
}

static bool choice_fits(const CoGrouping *g, const CoModelTeaching *teaching, int choice,
                        const CoBundle *bundle)
{
    return co_model_choice_is_allowed(g, teaching, choice, bundle->lock) &&
           co_model_choice_can_come(g, teaching, choice, bundle->pattern);
}

/* Whether a group could live there at all: enough persons, enough trainers. */
static bool bundle_is_usable(const CoGrouping *g, const CoModelTeaching *teaching,
                             const CoBundle *bundle)
{
    const CoGrpClass *cls = &g->classes[bundle->class_idx];
    if (co_model_seats(cls, bundle->place) < cls->min_size ||
        !co_model_room_is_allowed(g, co_model_room(cls, bundle->place), bundle->lock) ||
        !co_model_pattern_is_allowed(g, bundle->class_idx, bundle->pattern, bundle->lock) ||
        !co_model_place_is_free(g, bundle->class_idx, bundle->place, bundle->pattern))
        return false;
    int persons = 0, choices = 0;
    for (int k = 0; k < cls->n_items && persons < cls->min_size; k++)
        if (item_fits(g, cls->items[k], bundle))
            persons += g->items[cls->items[k]].n_persons;
    for (int k = 0; k < teaching->n && choices < teaching->per_group; k++)
        choices += choice_fits(g, teaching, k, bundle);
    return persons >= cls->min_size && choices >= teaching->per_group;
}

/* Ordinary groups on one bundle at once. */
static int n_copies(const CoGrouping *g, int class_idx)
{
    int spare = MAX(0, co_model_most_groups(g, class_idx) - co_model_n_locks(g, class_idx));
    return g->classes[class_idx].n_in_person > 0 ? MIN(spare, 1) : spare;
}

static void list_copies(const CoGrouping *g, const CoModelTeaching *teaching, CoBundle bundle,
                        GArray *bundles)
{
    int copies = n_copies(g, bundle.class_idx);
    bundle.lock = -1;
    bool usable = copies > 0 && bundle_is_usable(g, teaching, &bundle);
    for (bundle.copy = 0; usable && bundle.copy < copies; bundle.copy++)
        g_array_append_val(bundles, bundle);
    bundle.copy = 0;
    for (bundle.lock = 0; bundle.lock < g->n_locks; bundle.lock++)
        if (g->locks[bundle.lock].class_idx == bundle.class_idx &&
            bundle_is_usable(g, teaching, &bundle))
            g_array_append_val(bundles, bundle);
}

static void list_bundles(const CoGrouping *g, const CoModelTeaching *teaching, GArray *bundles)
{
    const CoGrpClass *cls = &g->classes[teaching->class_idx];
    CoBundle bundle = {.class_idx = teaching->class_idx};
    for (bundle.place = 0; bundle.place < co_model_n_places(cls); bundle.place++)
        for (bundle.pattern = 0; bundle.pattern < cls->n_patterns; bundle.pattern++)
            list_copies(g, teaching, bundle, bundles);
}

static int64_t bundle_columns(const CoGrouping *g, const CoModelTeaching *teaching,
                              const CoBundle *bundle)
{
    const CoGrpClass *cls = &g->classes[bundle->class_idx];
    int64_t n = 1;
    for (int k = 0; k < cls->n_items; k++)
        n += item_fits(g, cls->items[k], bundle);
    for (int k = 0; k < teaching->n; k++)
        n += choice_fits(g, teaching, k, bundle);
    return n;
}

int64_t co_bundles_model_n_cols(const CoGrouping *g)
{
    int64_t n = g->n_items;
    for (int c = 0; c < g->n_classes; c++) {
        g_autoptr(GArray) bundles = g_array_new(FALSE, TRUE, sizeof(CoBundle));
        CoModelTeaching *teaching = co_model_teaching_new(g, c);
        list_bundles(g, teaching, bundles);
        for (guint b = 0; b < bundles->len; b++)
            n += bundle_columns(g, teaching, &g_array_index(bundles, CoBundle, b));
        co_model_teaching_free(teaching);
    }
    return n;
}

/* ---- columns ---- */

static void add_unplaced_columns(CoBundlesModel *m)
{
    const CoGrouping *g = m->grouping;
    m->unplaced = g_new(int, (gsize)g->n_items + 1);
    for (int i = 0; i < g->n_items; i++)
        m->unplaced[i] =
            g->items[i].lock >= 0
                ? -1
                : co_model_add_col(&m->base, 1, 0, co_model_name(&m->base, "u_i%d", i));
}

static void add_group_column(CoBundlesModel *m, CoBundle *bundle, guint b)
{
    const CoGrpClass *cls = &m->grouping->classes[bundle->class_idx];
    char lock[16] = "";
    if (bundle->lock >= 0)
        g_snprintf(lock, sizeof lock, "_l%d", bundle->lock);
    const char *name = co_model_name(&m->base, "y_b%u_c%d_r%d_p%d%s", b, bundle->class_idx,
                                     bundle->place, bundle->pattern, lock);
    bundle->column = co_model_add_col(&m->base, 1, cls->group_cents, name);
}

static void add_item_columns(CoBundlesModel *m, CoBundle *bundle, guint b)
{
    const CoGrouping *g = m->grouping;
    const CoGrpClass *cls = &g->classes[bundle->class_idx];
    int profile = cls->patterns[bundle->pattern].profile;
    bundle->item = g_new(int, (gsize)cls->n_items + 1);
    for (int k = 0; k < cls->n_items; k++) {
        int i = cls->items[k];
        bundle->item[k] = -1;
        if (item_fits(g, i, bundle))
            bundle->item[k] =
                co_model_add_col(&m->base, 1, co_model_item_cost(g, i, bundle->place, profile),
                                 co_model_name(&m->base, "x_i%d_b%u", i, b));
    }
}

static void add_teaching_columns(CoBundlesModel *m, CoBundle *bundle, guint b)
{
    const CoGrouping *g = m->grouping;
    const CoModelTeaching *teaching = m->teaching[bundle->class_idx];
    int profile = g->classes[bundle->class_idx].patterns[bundle->pattern].profile;
    bundle->teach = g_new(int, (gsize)teaching->n + 1);
    for (int k = 0; k < teaching->n; k++) {
        int number = teaching->by_team ? teaching->team[k] : teaching->trainer[k][0];
        bundle->teach[k] = -1;
        if (!choice_fits(g, teaching, k, bundle))
            continue;
        const char *name = co_model_name(
            &m->base, teaching->by_team ? "z_team%d_b%u" : "z_trainer%d_b%u", number, b);
        int64_t cost = co_model_choice_cost(g, teaching, k, bundle->place, profile);
        bundle->teach[k] = co_model_add_col(&m->base, 1, cost, name);
    }
}

CoBundlesModel *co_bundles_model_new(const CoGrouping *grouping, bool named)
{
    CoBundlesModel *m = g_new0(CoBundlesModel, 1);
    m->grouping = grouping;
    co_model_base_init(&m->base, named);
    m->bundles = g_array_new(FALSE, TRUE, sizeof(CoBundle));
    m->teaching = g_new0(CoModelTeaching *, (gsize)grouping->n_classes + 1);
    add_unplaced_columns(m);
    for (int c = 0; c < grouping->n_classes; c++) {
        m->teaching[c] = co_model_teaching_new(grouping, c);
        list_bundles(grouping, m->teaching[c], m->bundles);
    }
    for (guint b = 0; b < m->bundles->len; b++) {
        add_group_column(m, CO_BUNDLE(m, b), b);
        add_item_columns(m, CO_BUNDLE(m, b), b);
        add_teaching_columns(m, CO_BUNDLE(m, b), b);
    }
    co_bundles_model_add_rows(m);
    co_bundles_model_set_objective(m, (double)grouping->unplaced_penalty, 1);
    return m;
}

void co_bundles_model_free(CoBundlesModel *m)
{
    if (m == NULL)
        return;
    for (guint b = 0; b < m->bundles->len; b++) {
        g_free(CO_BUNDLE(m, b)->item);
        g_free(CO_BUNDLE(m, b)->teach);
    }
    for (int c = 0; c < m->grouping->n_classes; c++)
        co_model_teaching_free(m->teaching[c]);
    g_free(m->teaching);
    g_free(m->unplaced);
    g_array_unref(m->bundles);
    co_model_base_clear(&m->base);
    g_free(m);
}

void co_bundles_model_set_objective(CoBundlesModel *m, double unplaced, double cost)
{
    co_model_set_objective(&m->base, m->grouping, m->unplaced, unplaced, cost);
}

/* ---- reading a solution ---- */

static bool is_chosen(const double *x, int col)
{
    return col >= 0 && x[col] > 0.5;
}

static int chosen_team(const CoBundlesModel *m, const CoBundle *bundle, const double *x)
{
    const CoModelTeaching *teaching = m->teaching[bundle->class_idx];
    int chosen[2] = {0, 0}, n = 0;
    for (int k = 0; k < teaching->n && n < 2; k++)
        if (is_chosen(x, bundle->teach[k]))
            chosen[n++] = k;
    return n == teaching->per_group ? co_model_team_of(m->grouping, teaching, chosen) : -1;
}

static CoGrpGroup read_group(const CoBundlesModel *m, const CoBundle *bundle, const double *x)
{
    const CoGrpClass *cls = &m->grouping->classes[bundle->class_idx];
    CoGrpGroup group = {.class_idx = bundle->class_idx,
                        .room = co_model_room(cls, bundle->place),
                        .pattern = bundle->pattern,
                        .team = chosen_team(m, bundle, x),
                        .lock = bundle->lock,
                        .items = g_new(int, (gsize)cls->n_items + 1)};
    for (int k = 0; k < cls->n_items; k++)
        if (is_chosen(x, bundle->item[k]))
            group.items[group.n_items++] = cls->items[k];
    return group;
}

CoGrpGroup *co_bundles_model_groups(const CoBundlesModel *m, const double *x, int *n_groups)
{
    g_autoptr(GArray) groups = g_array_new(TRUE, TRUE, sizeof(CoGrpGroup));
    for (guint b = 0; b < m->bundles->len; b++) {
        if (!is_chosen(x, CO_BUNDLE(m, b)->column))
            continue;
        CoGrpGroup group = read_group(m, CO_BUNDLE(m, b), x);
        g_array_append_val(groups, group);
    }
    *n_groups = (int)groups->len;
    return (CoGrpGroup *)(void *)g_array_free(g_steal_pointer(&groups), FALSE);
}
