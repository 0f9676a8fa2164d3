/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answered, what similar establishments declare, what the silent ones may need. Similar means
 * of the same type and size; where there are fewer than CO_MIN_SIMILAR of them, of the same type;
 * then of the same family of types; then any. Persons already trained and reserved seats are not
 * needs. */
#include <string.h>

#include "readiness_parts.h"
#include "cohorte/family.h"
#include "cohorte/text.h"
#include "rule_models.h"

typedef struct Survey {
    CoReadinessWork *work;
    const CoCampaign *campaign;
    int *type_of;        /* by establishment: the first establishment of the same type */
    CoFamily *family_of; /* by establishment */
    CoSize *size_of;     /* by establishment */
    int *declared;       /* [establishment x n_roles + role] */
    int *reserved;       /* the same, seats of nobody yet */
} Survey;

CoSize co_readiness_size(int staff)
{
    if (staff < 0)
        return CO_SIZE_UNKNOWN;
    return staff <= 2 ? CO_SIZE_SMALL : staff <= 4 ? CO_SIZE_MEDIUM : CO_SIZE_LARGE;
}

static void find_types(Survey *survey)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int e = 0; e < survey->campaign->n_establishments; e++) {
        char *key = co_text_fold(survey->campaign->establishments[e].place.type);
        gpointer first = NULL;
        if (g_hash_table_lookup_extended(known, key, NULL, &first)) {
            survey->type_of[e] = GPOINTER_TO_INT(first);
            g_free(key);
        } else {
            survey->type_of[e] = e;
            g_hash_table_insert(known, key, GINT_TO_POINTER(e));
        }
        survey->family_of[e] = co_place_family(survey->campaign->establishments[e].place.type);
        survey->size_of[e] = co_readiness_size(survey->campaign->establishments[e].staff);
    }
}

static void count_needs(Survey *survey)
{
    const CoCampaign *campaign = survey->campaign;
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        if (person->already_trained || person->n_roles == 0 || person->establishment_idx < 0)
            continue;
        int at = person->establishment_idx * campaign->n_roles + person->role_idx[0];
        if (person->reserved)
            survey->reserved[at]++;
        else
            survey->declared[at]++;
    }
}

static int declared(const Survey *survey, int establishment_idx, int role_idx)
{
    return survey->declared[establishment_idx * survey->campaign->n_roles + role_idx];
}

/* ---- answers ---- */

static CoAnswerRate *rate_of(const Survey *survey, GArray *rates, int establishment_idx)
{
    const CoEstablishment *establishment = &survey->campaign->establishments[establishment_idx];
    const char *type =
        survey->campaign->establishments[survey->type_of[establishment_idx]].place.type;
    for (guint i = 0; i < rates->len; i++) {
        CoAnswerRate *rate = &g_array_index(rates, CoAnswerRate, i);
        if (rate->wave_idx == establishment->wave_idx && rate->type == type)
            return rate;
    }
    CoAnswerRate rate = {.wave_idx = establishment->wave_idx, .type = type};
    g_array_append_val(rates, rate);
    return &g_array_index(rates, CoAnswerRate, rates->len - 1);
}

static int compare_rates(gconstpointer left, gconstpointer right)
{
    const CoAnswerRate *a = left, *b = right;
    if (a->wave_idx != b->wave_idx)
        return a->wave_idx - b->wave_idx;
    return co_text_compare(a->type, b->type);
}

static void count_answers(const Survey *survey)
{
    GArray *rates = g_array_new(FALSE, TRUE, sizeof(CoAnswerRate));
    for (int e = 0; e < survey->campaign->n_establishments; e++) {
        CoAnswerRate *rate = rate_of(survey, rates, e);
        rate->n_expected++;
        rate->n_answered += survey->campaign->establishments[e].answered;
    }
    g_array_sort(rates, compare_rates);
    CoReadiness *report = survey->work->report;
    report->n_rates = (int)rates->len;
    report->rates = (CoAnswerRate *)g_array_free(rates, FALSE);
}

/* ---- similar ones ---- */

typedef enum { LIKE_TYPE_AND_SIZE, LIKE_TYPE, LIKE_FAMILY, LIKE_ANY } Likeness;

static bool is_like(const Survey *survey, int a, int b, Likeness likeness)
{
    if (likeness == LIKE_ANY)
        return true;
    /* Types of no family have nothing in common. */
    if (likeness == LIKE_FAMILY)
        return survey->family_of[a] != CO_FAMILY_OTHER &&
               survey->family_of[a] == survey->family_of[b];
    if (survey->type_of[a] != survey->type_of[b])
        return false;
    return likeness != LIKE_TYPE_AND_SIZE || survey->size_of[a] == survey->size_of[b];
}

/* Those that answered, itself left out. */
static int list_like(const Survey *survey, int establishment_idx, Likeness likeness, int *list)
{
    int n = 0;
    for (int e = 0; e < survey->campaign->n_establishments; e++)
        if (e != establishment_idx && survey->campaign->establishments[e].answered &&
            is_like(survey, e, establishment_idx, likeness))
            list[n++] = e;
    return n;
}

static int list_similar(const Survey *survey, int establishment_idx, int *list)
{
    int n = 0;
    for (int likeness = LIKE_TYPE_AND_SIZE; likeness <= LIKE_ANY && n < CO_MIN_SIMILAR; likeness++)
        n = list_like(survey, establishment_idx, (Likeness)likeness, list);
    return n;
}

static int compare_ints(gconstpointer left, gconstpointer right)
{
    int a = *(const int *)left, b = *(const int *)right;
    return (a > b) - (a < b);
}

/* @return (transfer full) what they declare for a role, ascending */
static int *values_of(const Survey *survey, const int *list, int n, int role_idx)
{
    int *values = g_new0(int, (gsize)n + 1);
    for (int i = 0; i < n; i++)
        values[i] = declared(survey, list[i], role_idx);
    qsort(values, (size_t)n, sizeof *values, compare_ints);
    return values;
}

static int median_x2(const int *values, int n)
{
    return n == 0 ? 0 : values[(n - 1) / 2] + values[n / 2];
}

/* ---- needs that differ ---- */

/* Usual is within three times the spread of the middle half, and at least 2 persons, of that
 * half. */
static void judge_need(const Survey *survey, int establishment_idx, const int *similar, int n,
                       int role_idx)
{
    g_autofree int *values = values_of(survey, similar, n, role_idx);
    int lower = values[n / 4], upper = values[n - 1 - n / 4];
    int margin = MAX(2, 3 * (upper - lower));
    int found = declared(survey, establishment_idx, role_idx);
    if (found <= upper + margin && found >= lower - margin)
        return;
    CoFinding finding = co_finding_new(CO_FINDING_NEED_UNUSUAL, CO_SEVERITY_WARNING);
    finding.establishment_idx = establishment_idx;
    finding.role_idx = role_idx;
    finding.found = found;
    finding.low = values[0];
    finding.high = values[n - 1];
    finding.median_x2 = median_x2(values, n);
    finding.n_similar = n;
    co_finding_add(survey->work, finding);
}

/* An office cannot send more persons than it has. Its staff may be given in full-time equivalents,
 * so one person more proves nothing. */
static void judge_staff(const Survey *survey, int establishment_idx)
{
    const CoCampaign *campaign = survey->campaign;
    int staff = campaign->establishments[establishment_idx].staff, n_service = 0;
    for (int role = 0; role < campaign->n_roles; role++)
        if (campaign->roles[role].service)
            n_service += declared(survey, establishment_idx, role);
    if (staff < 0 || n_service <= staff + 1)
        return;
    CoFinding finding = co_finding_new(CO_FINDING_NEED_OVER_STAFF, CO_SEVERITY_WARNING);
    finding.establishment_idx = establishment_idx;
    finding.found = n_service;
    finding.allowed = staff;
    co_finding_add(survey->work, finding);
}

static void compare_needs(const Survey *survey)
{
    const CoCampaign *campaign = survey->campaign;
    g_autofree int *similar = g_new0(int, (gsize)campaign->n_establishments + 1);
    for (int e = 0; e < campaign->n_establishments; e++) {
        if (!campaign->establishments[e].answered)
            continue;
        int n = list_similar(survey, e, similar);
        for (int role = 0; n >= CO_MIN_SIMILAR && role < campaign->n_roles; role++)
            judge_need(survey, e, similar, n, role);
        judge_staff(survey, e);
    }
}

/* ---- profiles ---- */

static void add_profile(const Survey *survey, GArray *profiles, const int *list, int n,
                        int role_idx)
{
    g_autofree int *values = values_of(survey, list, n, role_idx);
    CoNeedProfile profile = {
        .type = survey->campaign->establishments[survey->type_of[list[0]]].place.type,
        .size = survey->size_of[list[0]],
        .role_idx = role_idx,
        .n_establishments = n,
        .least = values[0],
        .most = values[n - 1],
        .median_x2 = median_x2(values, n),
    };
    for (int i = 0; i < n; i++)
        profile.total += values[i];
    if (profile.total > 0)
        g_array_append_val(profiles, profile);
}

static int compare_profiles(gconstpointer left, gconstpointer right)
{
    const CoNeedProfile *a = left, *b = right;
    int order = co_text_compare(a->type, b->type);
    if (order == 0)
        order = (int)a->size - (int)b->size;
    return order != 0 ? order : a->role_idx - b->role_idx;
}

/* One profile for each type, size and role, found at the first establishment of its kind. */
static void make_profiles(const Survey *survey)
{
    const CoCampaign *campaign = survey->campaign;
    GArray *profiles = g_array_new(FALSE, TRUE, sizeof(CoNeedProfile));
    g_autofree int *list = g_new0(int, (gsize)campaign->n_establishments + 1);
    for (int e = 0; e < campaign->n_establishments; e++) {
        if (!campaign->establishments[e].answered)
            continue;
        int n = list_like(survey, e, LIKE_TYPE_AND_SIZE, list);
        if (n > 0 && list[0] < e)
            continue;
        list[n++] = e;
        memmove(list + 1, list, sizeof *list * (size_t)(n - 1));
        list[0] = e;
        for (int role = 0; role < campaign->n_roles; role++)
            add_profile(survey, profiles, list, n, role);
    }
    g_array_sort(profiles, compare_profiles);
    CoReadiness *report = survey->work->report;
    report->n_profiles = (int)profiles->len;
    report->profiles = (CoNeedProfile *)g_array_free(profiles, FALSE);
}

/* ---- silent ones ---- */

static bool estimate(const Survey *survey, CoSilent *silent, int *n_persons)
{
    int n_roles = survey->campaign->n_roles, e = silent->establishment_idx;
    for (int role = 0; role < n_roles; role++)
        n_persons[role] = survey->reserved[e * n_roles + role];
    silent->is_reserved = survey->campaign->parameters.reserve_seats;
    if (silent->is_reserved)
        return true;
    g_autofree int *list = g_new0(int, (gsize)survey->campaign->n_establishments + 1);
    int n = silent->n_similar = list_similar(survey, e, list);
    for (int role = 0; n > 0 && role < n_roles; role++) {
        int sum = 0;
        for (int i = 0; i < n; i++)
            sum += declared(survey, list[i], role);
        n_persons[role] = (2 * sum + n) / (2 * n);
    }
    return n > 0;
}

static void add_silent(const Survey *survey, GArray *all, int establishment_idx)
{
    int n_roles = survey->campaign->n_roles;
    int *n_persons = g_new0(int, (gsize)n_roles + 1);
    CoSilent silent = {.establishment_idx = establishment_idx, .n_persons = n_persons};
    estimate(survey, &silent, n_persons);
    for (int role = 0; role < n_roles; role++)
        silent.total += n_persons[role];
    g_array_append_val(all, silent);
    CoFinding finding = co_finding_new(CO_FINDING_ANSWER_MISSING, CO_SEVERITY_WARNING);
    finding.establishment_idx = establishment_idx;
    finding.found = silent.total;
    finding.n_similar = silent.n_similar;
    co_finding_add(survey->work, finding);
}

static void list_silent(const Survey *survey)
{
    GArray *all = g_array_new(FALSE, TRUE, sizeof(CoSilent));
    for (int e = 0; e < survey->campaign->n_establishments; e++)
        if (!survey->campaign->establishments[e].answered)
            add_silent(survey, all, e);
    CoReadiness *report = survey->work->report;
    report->n_silent = (int)all->len;
    report->silent = (CoSilent *)g_array_free(all, FALSE);
}

void co_readiness_needs(CoReadinessWork *work)
{
    const CoCampaign *campaign = work->campaign;
    gsize n = (gsize)campaign->n_establishments, n_cells = n * (gsize)campaign->n_roles;
    g_autofree int *type_of = g_new0(int, n + 1);
    g_autofree CoFamily *family_of = g_new0(CoFamily, n + 1);
    g_autofree CoSize *size_of = g_new0(CoSize, n + 1);
    g_autofree int *declared_cells = g_new0(int, n_cells + 1);
    g_autofree int *reserved_cells = g_new0(int, n_cells + 1);
    Survey survey = {work, campaign, type_of, family_of, size_of, declared_cells, reserved_cells};
    find_types(&survey);
    count_needs(&survey);
    count_answers(&survey);
    make_profiles(&survey);
    compare_needs(&survey);
    list_silent(&survey);
}
