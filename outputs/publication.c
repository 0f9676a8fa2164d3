/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publication.h"

#include "outputs/kit/file_names.h"
#include "outputs/money/expenses.h"
#include "outputs/words/texts_fields.h"
#include "cohorte/owners.h"
#include "cohorte/text.h"

void co_row_names_init(CoRowNames *names, const CoCampaign *campaign, const CoPlan *plan)
{
    g_return_if_fail(names != NULL && campaign != NULL && plan != NULL);
    int n_most = MAX(MAX(plan->n_groups, campaign->n_trainers), campaign->n_establishments);
    g_autofree const char **codes = g_new(const char *, (gsize)n_most + 1);
    for (int i = 0; i < plan->n_groups; i++)
        codes[i] = plan->groups[i].code;
    names->groups = co_file_names(codes, plan->n_groups);
    for (int i = 0; i < campaign->n_trainers; i++)
        codes[i] = campaign->trainers[i].code;
    names->trainers = co_file_names(codes, campaign->n_trainers);
    for (int i = 0; i < campaign->n_establishments; i++)
        codes[i] = campaign->establishments[i].uai;
    names->schools = co_file_names(codes, campaign->n_establishments);
}

void co_row_names_clear(CoRowNames *names)
{
    g_clear_pointer(&names->groups, g_strfreev);
    g_clear_pointer(&names->trainers, g_strfreev);
    g_clear_pointer(&names->schools, g_strfreev);
}

static int compare_names(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoCampaign *campaign = data;
    int a_idx = *(const int *)left, b_idx = *(const int *)right;
    const CoPerson *a = &campaign->people[a_idx], *b = &campaign->people[b_idx];
    /* Those still without a name come last. */
    if ((*a->last_name == '\0') != (*b->last_name == '\0'))
        return *a->last_name == '\0' ? 1 : -1;
    int order = co_text_compare(a->last_name, b->last_name);
    if (order == 0)
        order = co_text_compare(a->first_name, b->first_name);
    return order != 0 ? order : (a_idx > b_idx) - (a_idx < b_idx);
}

void co_publication_sort_by_name(const CoCampaign *campaign, int *people, int n_people)
{
    g_return_if_fail(campaign != NULL && n_people >= 0);
    if (n_people > 1)
        g_qsort_with_data(people, n_people, sizeof *people, compare_names, (gpointer)campaign);
}

static void gather_staff(CoStaff *staff, const CoCampaign *campaign)
{
    int n_schools = campaign->n_establishments;
    g_autofree int *school_of = g_new(int, (gsize)campaign->n_people + 1);
    for (int i = 0; i < campaign->n_people; i++)
        school_of[i] = campaign->people[i].establishment_idx;
    staff->people = co_rows_by_owner(school_of, campaign->n_people, n_schools, &staff->first);
    for (int e = 0; e < n_schools; e++)
        co_publication_sort_by_name(campaign, staff->people + staff->first[e],
                                    staff->first[e + 1] - staff->first[e]);
}

static char *site_key(const CoPlace *place)
{
    if (*place->uai != '\0')
        return g_strdup(place->uai);
    g_autofree char *name = co_text_key(place->name), *commune = co_text_key(place->commune);
    return g_strconcat(name, "\n", commune, NULL);
}

void co_sites_init(CoSites *sites, const CoCampaign *campaign)
{
    g_return_if_fail(sites != NULL && campaign != NULL);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree const char **codes = g_new(const char *, (gsize)campaign->n_rooms + 1);
    sites->of_room = g_new(int, (gsize)campaign->n_rooms + 1);
    sites->first_room = g_new(int, (gsize)campaign->n_rooms + 1);
    for (int r = 0; r < campaign->n_rooms; r++) {
        const CoRoom *room = &campaign->rooms[r];
        g_autofree char *key = site_key(&room->place);
        int site = GPOINTER_TO_INT(g_hash_table_lookup(known, key)) - 1;
        if (site < 0) {
            site = sites->n_sites++;
            g_hash_table_insert(known, g_steal_pointer(&key), GINT_TO_POINTER(site + 1));
            sites->first_room[site] = r;
            codes[site] = *room->place.uai != '\0' ? room->place.uai : room->code;
        }
        sites->of_room[r] = site;
    }
    sites->names = co_file_names(codes, sites->n_sites);
}

void co_sites_clear(CoSites *sites)
{
    g_clear_pointer(&sites->of_room, g_free);
    g_clear_pointer(&sites->first_room, g_free);
    g_clear_pointer(&sites->names, g_strfreev);
}

void co_publication_init(CoPublication *publication, const CoOutputContext *context,
                         const CoTexts *texts, CoDelivery *delivery)
{
    g_return_if_fail(publication != NULL && context != NULL);
    *publication = (CoPublication){
        .context = context,
        .texts = texts,
        .agenda = co_agenda_of_plan(context->campaign, context->plan),
        .group_of_person = co_plan_groups_of_people(context->plan, context->campaign),
        .delivery = delivery,
    };
    co_row_names_init(&publication->names, context->campaign, context->plan);
    gather_staff(&publication->staff, context->campaign);
    co_sites_init(&publication->sites, context->campaign);
    publication->expenses =
        co_expenses_new(context->campaign, context->plan, co_texts_scale(texts));
}

void co_publication_clear(CoPublication *publication)
{
    co_agenda_free((CoAgenda *)publication->agenda);
    g_free((int *)publication->group_of_person);
    co_row_names_clear(&publication->names);
    g_free(publication->staff.first);
    g_free(publication->staff.people);
    co_sites_clear(&publication->sites);
    co_expenses_free((CoExpenses *)publication->expenses);
    *publication = (CoPublication){0};
}

bool co_publication_wants(const CoPublication *publication, CoReader reader, int idx)
{
    const bool *wanted = publication->wanted[reader];
    return wanted == NULL || wanted[idx];
}

const int *co_publication_staff(const CoPublication *publication, int establishment_idx,
                                int *n_people)
{
    const int *first = publication->staff.first + establishment_idx;
    *n_people = first[1] - first[0];
    return publication->staff.people + first[0];
}

CoBook *co_publication_open(const CoPublication *publication, const CoHeading *heading,
                            const char *name, GError **error)
{
    g_autofree char *path = co_delivery_path(publication->delivery, name, error);
    if (path == NULL)
        return NULL;
    return co_heading_book(heading, publication->context, path,
                           co_delivery_folder(publication->delivery));
}

bool co_publication_close(const CoPublication *publication, CoBook *book, const char *name,
                          const char *recipient, GError **error)
{
    g_autoptr(GBytes) data = co_book_close(book, error);
    if (data == NULL)
        return false;
    co_delivery_record(publication->delivery, name, recipient, data);
    return true;
}

bool co_publication_write(const CoPublication *publication, const char *name, GBytes *data,
                          const char *recipient, GError **error)
{
    if (data == NULL)
        return false;
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);
    if (!co_delivery_write(publication->delivery, name, bytes, size, error))
        return false;
    co_delivery_record(publication->delivery, name, recipient, data);
    return true;
}
