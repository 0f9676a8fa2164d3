/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "told.h"

#include "outputs/kit/file_names.h"
#include "outputs/words/contacts.h"
#include "outputs/words/names.h"

/* What readers may be sent; what was not written is left out. */
static const struct {
    CoReader reader;
    const char *folder, *extension;
} files[] = {
    {CO_READER_GROUP, "groupes", ".xlsx"},         {CO_READER_GROUP, "groupes", ".ics"},
    {CO_READER_GROUP, "emargements", ".pdf"},      {CO_READER_TRAINER, "formateurs", ".xlsx"},
    {CO_READER_TRAINER, "formateurs", ".ics"},     {CO_READER_TRAINER, "ordres-de-mission", ".pdf"},
    {CO_READER_SCHOOL, "etablissements", ".xlsx"}, {CO_READER_SCHOOL, "etablissements", ".ics"},
    {CO_READER_SCHOOL, "convocations", ".pdf"},    {CO_READER_SITE, "sites", ".xlsx"},
};

typedef struct Search {
    const CoPublication *publication;
    const CoDifference *difference;
    GArray *told;
} Search;

static void clear_told(gpointer data)
{
    CoTold *told = data;
    g_free(told->name);
    g_free(told->files);
    g_ptr_array_unref(told->facts);
}

static void add_file(const Search *search, GString *list, const char *folder, const char *name,
                     const char *extension)
{
    g_autofree char *path = co_file_path(folder, name, extension);
    if (co_delivery_has(search->publication->delivery, path))
        g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", path);
}

/* Every file of one reader. */
static void add_files(const Search *search, GString *list, CoReader reader, const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
        if (files[i].reader == reader)
            add_file(search, list, files[i].folder, name, files[i].extension);
}

static GPtrArray *list_facts(const CoFacts *facts)
{
    GPtrArray *list = g_ptr_array_new();
    for (int i = 0; i < facts->n_facts; i++)
        g_ptr_array_add(list, &facts->facts[i]);
    return list;
}

static void add_people(const Search *search)
{
    const CoCampaign *campaign = search->difference->campaign;
    g_autofree int *group_of = co_plan_groups_of_people(search->difference->after, campaign);
    for (int p = 0; p < campaign->n_people; p++) {
        const CoPerson *person = &campaign->people[p];
        const CoFacts *facts = &search->difference->people[p];
        if (facts->n_facts == 0 || !person->named)
            continue;
        GString *list = g_string_new(NULL);
        if (group_of[p] >= 0) {
            const CoRowNames *names = &search->publication->names;
            add_file(search, list, "convocations", names->schools[person->establishment_idx],
                     ".pdf");
            add_file(search, list, "groupes", names->groups[group_of[p]], ".ics");
        }
        const CoTold told = {CO_TOLD_PERSON,
                             person->id,
                             co_name_person(campaign, p),
                             person->email,
                             g_string_free(list, FALSE),
                             list_facts(facts)};
        g_array_append_val(search->told, told);
    }
}

static void add_trainers(const Search *search)
{
    const CoCampaign *campaign = search->difference->campaign;
    const CoPlan *plan = search->difference->after;
    const CoRowNames *names = &search->publication->names;
    for (int t = 0; t < campaign->n_trainers; t++) {
        const CoFacts *facts = &search->difference->trainers[t];
        if (facts->n_facts == 0)
            continue;
        GString *list = g_string_new(NULL);
        if (t < search->publication->context->campaign->n_trainers)
            add_files(search, list, CO_READER_TRAINER, names->trainers[t]);
        for (int g = 0; g < plan->n_groups; g++)
            if (co_group_is_taught_by(&plan->groups[g], t))
                add_files(search, list, CO_READER_GROUP, names->groups[g]);
        const CoTold told = {CO_TOLD_TRAINER,
                             campaign->trainers[t].code,
                             co_name_trainer(campaign, t),
                             campaign->trainers[t].email,
                             g_string_free(list, FALSE),
                             list_facts(facts)};
        g_array_append_val(search->told, told);
    }
}

static void add_schools(const Search *search)
{
    const CoCampaign *campaign = search->difference->campaign;
    for (int e = 0; e < campaign->n_establishments; e++) {
        const CoFacts *facts = &search->difference->schools[e];
        if (facts->n_facts == 0)
            continue;
        GString *list = g_string_new(NULL);
        if (e < search->publication->context->campaign->n_establishments)
            add_files(search, list, CO_READER_SCHOOL, search->publication->names.schools[e]);
        const CoTold told = {CO_TOLD_SCHOOL,
                             campaign->establishments[e].uai,
                             co_name_establishment(campaign, e),
                             co_contact_school_email(campaign, e),
                             g_string_free(list, FALSE),
                             list_facts(facts)};
        g_array_append_val(search->told, told);
    }
}

/* "Lycée X, Commune"; a place that is known no more is called by its room. */
static char *site_name(const CoRoom *room)
{
    const CoPlace *place = &room->place;
    if (*place->name == '\0')
        return g_strdup_printf("Salle %s", room->code);
    return g_strconcat(place->name, *place->commune != '\0' ? ", " : "", place->commune, NULL);
}

static void add_site(const Search *search, int room_idx, GPtrArray *facts, const char *files_name)
{
    const CoRoom *room = &search->difference->campaign->rooms[room_idx];
    GString *list = g_string_new(NULL);
    if (files_name != NULL)
        add_files(search, list, CO_READER_SITE, files_name);
    const CoTold told = {CO_TOLD_SITE,
                         *room->place.uai != '\0' ? room->place.uai : room->code,
                         site_name(room),
                         "",
                         g_string_free(list, FALSE),
                         facts};
    g_array_append_val(search->told, told);
}

/* Rooms that are known no more stand each for itself. */
static void add_sites(const Search *search)
{
    const CoSites *sites = &search->publication->sites;
    int n_known = search->publication->context->campaign->n_rooms;
    for (int s = 0; s < sites->n_sites; s++) {
        g_autoptr(GPtrArray) facts = g_ptr_array_new();
        for (int r = 0; r < n_known; r++)
            for (int i = 0; sites->of_room[r] == s && i < search->difference->rooms[r].n_facts; i++)
                g_ptr_array_add(facts, &search->difference->rooms[r].facts[i]);
        if (facts->len > 0)
            add_site(search, sites->first_room[s], g_ptr_array_ref(facts), sites->names[s]);
    }
    for (int r = n_known; r < search->difference->campaign->n_rooms; r++)
        if (search->difference->rooms[r].n_facts > 0)
            add_site(search, r, list_facts(&search->difference->rooms[r]), NULL);
}

GArray *co_told_of(const CoPublication *publication, const CoDifference *difference)
{
    g_return_val_if_fail(publication != NULL && difference != NULL, NULL);
    GArray *told = g_array_new(FALSE, FALSE, sizeof(CoTold));
    g_array_set_clear_func(told, clear_told);
    const Search search = {publication, difference, told};
    add_people(&search);
    add_trainers(&search);
    add_schools(&search);
    add_sites(&search);
    return told;
}

int co_told_count(const GArray *told, CoToldKind kind)
{
    g_return_val_if_fail(told != NULL, 0);
    int n = 0;
    for (guint i = 0; i < told->len; i++)
        n += g_array_index(told, CoTold, i).kind == kind;
    return n;
}
