/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose access to FM1 is to be opened, and by when. */
#include "fm1_book.h"

#include "outputs/kit/table.h"
#include "outputs/words/names.h"

typedef enum { STATE_OTP, STATE_RIGHT, N_STATES } State;

static const char *const state_words[] = {
    [CO_TRISTATE_UNKNOWN] = "à vérifier", [CO_TRISTATE_NO] = "non", [CO_TRISTATE_YES] = "oui"};

static const char *sphere_word(CoSphere sphere)
{
    switch (sphere) {
    case CO_SPHERE_ORDERING:
        return "ordonnateur";
    case CO_SPHERE_ACCOUNTING:
        return "comptable";
    case CO_SPHERE_NONE:
        break;
    }
    return "";
}

/* @return (transfer full) the spheres of somebody's roles, each once */
static char *spheres_of(const CoCampaign *campaign, const CoPerson *person)
{
    bool has_ordering = false, has_accounting = false;
    for (int i = 0; i < person->n_roles; i++) {
        CoSphere sphere = campaign->roles[person->role_idx[i]].sphere;
        has_ordering = has_ordering || sphere == CO_SPHERE_ORDERING;
        has_accounting = has_accounting || sphere == CO_SPHERE_ACCOUNTING;
    }
    return g_strconcat(has_ordering ? sphere_word(CO_SPHERE_ORDERING) : "",
                       has_ordering && has_accounting ? ", " : "",
                       has_accounting ? sphere_word(CO_SPHERE_ACCOUNTING) : "", NULL);
}

/* @return whether somebody practises on FM1; @p use tells when */
static bool uses_fm1(const CoFm1Book *book, int person_idx, CoFm1Use *use)
{
    int group_idx = book->publication->group_of_person[person_idx];
    if (group_idx < 0)
        return false;
    *use = book->uses[group_idx];
    return use->first_day != CO_DAY_NONE;
}

static void add_academy(CoTable *table, const CoCampaign *campaign, int academy_idx)
{
    if (campaign->n_academies > 1)
        co_table_add_text(table, academy_idx < 0 ? "" : campaign->academies[academy_idx].name);
}

/* A sheet that is one table, whose last column, the academy, shows only when there are several. */
typedef struct List {
    const char *name, *title;
    const CoColumn *columns;
    int n_columns;
} List;

static CoTable *list_begin(const List *list, const CoFm1Book *book)
{
    return co_table_new(list->columns, list->n_columns - (book->campaign->n_academies > 1 ? 0 : 1));
}

/* @param key  a line under the table, or "" */
static void list_write(const List *list, const CoFm1Book *book, const CoTable *table,
                       const char *key)
{
    const CoPageSetup setup = {list->name, book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    co_table_set_widths(table, page);
    int n_columns = list->n_columns - (book->campaign->n_academies > 1 ? 0 : 1);
    int row = co_heading_draw(book->heading, page, n_columns, list->title);
    row = co_table_fill_page(table, page, row);
    if (*key != '\0')
        co_page_area(page, (CoArea){row + 1, 0, 1, n_columns}, key,
                     (CoLook){.style = CO_STYLE_SMALL});
}

static const CoColumn school_columns[] = {
    {"UAI", CO_STYLE_CELL_CENTER, 72, 80, 0},
    {"Établissement", CO_STYLE_CELL_STRONG, 150, 300, 0},
    {"Commune", CO_STYLE_CELL, 90, 160, 0},
    {"Vague", CO_STYLE_CELL_CENTER, 52, 70, 0},
    {"Bascule", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Utilisateurs", CO_STYLE_CELL_NUMBER, 80, 92, 0},
    {"Clé OTP à fournir", CO_STYLE_CELL_NUMBER, 64, 80, 0},
    {"Clé OTP à vérifier", CO_STYLE_CELL_NUMBER, 68, 80, 0},
    {"Habilitation à ouvrir", CO_STYLE_CELL_NUMBER, 80, 92, 0},
    {"Habilitation à vérifier", CO_STYLE_CELL_NUMBER, 80, 92, 0},
    {"Première séance", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Dernière séance", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Académie", CO_STYLE_CELL, 70, 120, 0},
};
static const List school_list = {"Établissements", "Établissements qui utilisent FM1",
                                 school_columns, G_N_ELEMENTS(school_columns)};

/* What an establishment asks for. */
typedef struct School {
    int n_users;
    int n[N_STATES][3]; /* by CoTristate */
    CoFm1Use use;
} School;

static School school_of(const CoFm1Book *book, int establishment_idx)
{
    School school = {0};
    int n_people;
    const int *people = co_publication_staff(book->publication, establishment_idx, &n_people);
    for (int i = 0; i < n_people; i++) {
        const CoPerson *person = &book->campaign->people[people[i]];
        CoFm1Use use;
        if (!uses_fm1(book, people[i], &use))
            continue;
        if (school.n_users++ == 0)
            school.use = use;
        school.use.first_day = MIN(school.use.first_day, use.first_day);
        school.use.last_day = MAX(school.use.last_day, use.last_day);
        school.n[STATE_OTP][person->otp]++;
        school.n[STATE_RIGHT][person->access_right]++;
    }
    return school;
}

static void add_school(CoTable *table, const CoFm1Book *book, int establishment_idx)
{
    const CoCampaign *campaign = book->campaign;
    const CoEstablishment *establishment = &campaign->establishments[establishment_idx];
    const CoWave *wave =
        establishment->wave_idx < 0 ? NULL : &campaign->waves[establishment->wave_idx];
    School school = school_of(book, establishment_idx);
    if (school.n_users == 0)
        return;
    co_table_add_text(table, establishment->uai);
    co_table_take_text(table, co_name_establishment(campaign, establishment_idx));
    co_table_add_text(table, establishment->place.commune);
    co_table_add_text(table, wave == NULL ? "" : wave->code);
    co_table_add_day(table, wave == NULL ? CO_DAY_NONE : wave->cutover);
    co_table_add_number(table, school.n_users);
    for (State state = STATE_OTP; state < N_STATES; state++) {
        co_table_add_number(table, school.n[state][CO_TRISTATE_NO]);
        co_table_add_number(table, school.n[state][CO_TRISTATE_UNKNOWN]);
    }
    co_table_add_day(table, school.use.first_day);
    co_table_add_day(table, school.use.last_day);
    add_academy(table, campaign, establishment->academy_idx);
}

typedef void (*AddSchool)(CoTable *table, const CoFm1Book *book, int establishment_idx);

/* By academy, then in the order of the table. */
static void add_schools(CoTable *table, const CoFm1Book *book, AddSchool add)
{
    for (int a = 0; a < book->campaign->n_academies; a++)
        for (int e = 0; e < book->campaign->n_establishments; e++)
            if (book->campaign->establishments[e].academy_idx == a)
                add(table, book, e);
}

void co_fm1_schools(const CoFm1Book *book)
{
    g_return_if_fail(book != NULL);
    g_autoptr(CoTable) table = list_begin(&school_list, book);
    add_schools(table, book, add_school);
    list_write(&school_list, book, table, "");
}

static const CoColumn user_columns[] = {
    {"UAI", CO_STYLE_CELL_CENTER, 72, 80, 0},
    {"Établissement", CO_STYLE_CELL, 130, 240, 0},
    {"N°", CO_STYLE_CELL_CENTER, 54, 70, 0},
    {"Nom", CO_STYLE_CELL_STRONG, 90, 160, 0},
    {"Prénom", CO_STYLE_CELL, 80, 130, 0},
    {"Fonction", CO_STYLE_CELL_CENTER, 62, 100, 0},
    {"Sphère", CO_STYLE_CELL_CENTER, 80, 110, 0},
    {"Profil (parcours)", CO_STYLE_CELL_CENTER, 74, 110, 0},
    {"Groupe", CO_STYLE_CELL_CENTER, 64, 100, 0},
    {"Première séance", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Dernière séance", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Clé OTP", CO_STYLE_CELL_CENTER, 60, 70, 0},
    {"Habilitation", CO_STYLE_CELL_CENTER, 80, 90, 0},
    {"Académie", CO_STYLE_CELL, 70, 120, 0},
};
static const List user_list = {"Utilisateurs", "Participants : accès à ouvrir", user_columns,
                               G_N_ELEMENTS(user_columns)};

/* Somebody known by an address alone is not told by it. */
static const char *family_name(const CoPerson *person)
{
    if (*person->last_name != '\0' || *person->first_name != '\0')
        return person->last_name;
    if (person->named)
        return "à préciser";
    return person->reserved ? "place réservée" : "à nommer";
}

static void add_user(CoTable *table, const CoFm1Book *book, int person_idx, const CoFm1Use *use)
{
    const CoCampaign *campaign = book->campaign;
    const CoPerson *person = &campaign->people[person_idx];
    const CoGroup *group = &book->plan->groups[book->publication->group_of_person[person_idx]];
    const CoEstablishment *school = &campaign->establishments[person->establishment_idx];
    co_table_add_text(table, school->uai);
    co_table_take_text(table, co_name_establishment(campaign, person->establishment_idx));
    co_table_add_text(table, person->id);
    co_table_add_text(table, family_name(person));
    co_table_add_text(table, person->first_name);
    co_table_take_text(table, co_name_role_codes(campaign, person));
    co_table_take_text(table, spheres_of(campaign, person));
    co_table_add_text(table, campaign->paths[group->path_idx].code);
    co_table_add_text(table, group->code);
    co_table_add_day(table, use->first_day);
    co_table_add_day(table, use->last_day);
    co_table_add_text(table, state_words[person->otp]);
    co_table_add_text(table, state_words[person->access_right]);
    add_academy(table, campaign, school->academy_idx);
}

static void add_users(CoTable *table, const CoFm1Book *book, int establishment_idx)
{
    int n_people;
    const int *people = co_publication_staff(book->publication, establishment_idx, &n_people);
    for (int i = 0; i < n_people; i++) {
        CoFm1Use use;
        if (uses_fm1(book, people[i], &use))
            add_user(table, book, people[i], &use);
    }
}

/* @return (transfer full) "SG – Secrétaires généraux ; ..." of those that use FM1 */
static char *path_key(const CoFm1Book *book)
{
    GString *key = g_string_new(NULL);
    for (int p = 0; p < book->campaign->n_paths; p++) {
        if (!co_agenda_uses_fm1(book->campaign, p))
            continue;
        g_autofree char *name = co_name_path(book->campaign, p);
        g_string_append_printf(key, "%s%s", key->len > 0 ? " ; " : "", name);
    }
    return g_string_free(key, FALSE);
}

void co_fm1_users(const CoFm1Book *book)
{
    g_return_if_fail(book != NULL);
    g_autoptr(CoTable) table = list_begin(&user_list, book);
    add_schools(table, book, add_users);
    g_autofree char *key = path_key(book);
    list_write(&user_list, book, table, key);
}

static const CoColumn trainer_columns[] = {
    {"Formateur", CO_STYLE_CELL_STRONG, 120, 220, 0},
    {"UAI", CO_STYLE_CELL_CENTER, 72, 80, 0},
    {"Établissement", CO_STYLE_CELL, 130, 260, 0},
    {"Fonction", CO_STYLE_CELL_CENTER, 62, 90, 0},
    {"Sphère", CO_STYLE_CELL_CENTER, 80, 100, 0},
    {"Groupes sur FM1", CO_STYLE_CELL, 100, 260, 0},
    {"Première séance", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Dernière séance", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Clé OTP", CO_STYLE_CELL_CENTER, 60, 70, 0},
    {"Habilitation", CO_STYLE_CELL_CENTER, 80, 90, 0},
    {"Académie", CO_STYLE_CELL, 70, 120, 0},
};
static const List trainer_list = {"Formateurs", "Formateurs : accès à ouvrir", trainer_columns,
                                  G_N_ELEMENTS(trainer_columns)};

/* @return (transfer full) the groups that a trainer teaches on FM1, "" for none */
static char *groups_taught(const CoFm1Book *book, int trainer_idx, CoFm1Use *use)
{
    GString *codes = g_string_new(NULL);
    for (int g = 0; g < book->plan->n_groups; g++) {
        const CoFm1Use *own = &book->uses[g];
        if (own->first_day == CO_DAY_NONE ||
            !co_group_is_taught_by(&book->plan->groups[g], trainer_idx))
            continue;
        use->first_day = codes->len == 0 ? own->first_day : MIN(use->first_day, own->first_day);
        use->last_day = MAX(use->last_day, own->last_day);
        g_string_append_printf(codes, "%s%s", codes->len > 0 ? ", " : "",
                               book->plan->groups[g].code);
    }
    return g_string_free(codes, FALSE);
}

static void add_trainer(CoTable *table, const CoFm1Book *book, int trainer_idx)
{
    const CoCampaign *campaign = book->campaign;
    const CoTrainer *trainer = &campaign->trainers[trainer_idx];
    CoFm1Use use = {CO_DAY_NONE, CO_DAY_NONE};
    g_autofree char *codes = groups_taught(book, trainer_idx, &use);
    if (*codes == '\0')
        return;
    /* Access is asked of participants only; some trainers are. */
    const CoPerson *person =
        trainer->person_idx < 0 ? NULL : &campaign->people[trainer->person_idx];
    co_table_take_text(table, co_name_trainer(campaign, trainer_idx));
    co_table_add_text(table, trainer->place.uai);
    co_table_add_text(table, trainer->place.name);
    co_table_add_text(table, trainer->role_idx < 0 ? "" : campaign->roles[trainer->role_idx].code);
    co_table_add_text(table, sphere_word(trainer->sphere));
    co_table_add_text(table, codes);
    co_table_add_day(table, use.first_day);
    co_table_add_day(table, use.last_day);
    co_table_add_text(table, state_words[person == NULL ? CO_TRISTATE_UNKNOWN : person->otp]);
    co_table_add_text(table,
                      state_words[person == NULL ? CO_TRISTATE_UNKNOWN : person->access_right]);
    add_academy(table, campaign, trainer->academy_idx);
}

void co_fm1_trainers(const CoFm1Book *book)
{
    g_return_if_fail(book != NULL);
    g_autoptr(CoTable) table = list_begin(&trainer_list, book);
    for (int a = 0; a < book->campaign->n_academies; a++)
        for (int t = 0; t < book->campaign->n_trainers; t++)
            if (book->campaign->trainers[t].academy_idx == a)
                add_trainer(table, book, t);
    list_write(&trainer_list, book, table, "");
}
