/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/import.h"

#include <string.h>

#include "tables.h"

/* What a column of this name holds; names mean the same in every table but where one is named. */
typedef struct Nature {
    const char *table; /* NULL: of any table */
    const char *column;
    CoValueKind kind;
    const char *words; /* choices, or the table referred to */
    int min, max;
} Nature;

static const Nature natures[] = {
    {"agences", "agence", CO_VALUE_UAI, NULL, 0, 0},
    {"parcours", "parcours", CO_VALUE_TEXT, NULL, 0, 0},
    {"binomes", "parcours", CO_VALUE_LIST, "parcours", 0, 0},
    {"formateurs", "parcours", CO_VALUE_LIST, "parcours", 0, 0},
    {"besoins", "role", CO_VALUE_LIST, "roles", 0, 0},
    {"roles", "role", CO_VALUE_TEXT, NULL, 0, 0},
    {"vagues", "vague", CO_VALUE_TEXT, NULL, 0, 0},
    {"salles", "salle", CO_VALUE_TEXT, NULL, 0, 0},
    {"academies", "academie", CO_VALUE_TEXT, NULL, 0, 0},
    {"decisions", "question", CO_VALUE_CHOICE, "uai|etablissement|role", 0, 0},
    {"frais", "valeur", CO_VALUE_NUMBER, NULL, 0, 0},
    {"etablissements", "agence", CO_VALUE_REFERENCE, "agences", 0, 0},
    {NULL, "academie", CO_VALUE_REFERENCE, "academies", 0, 0},
    {NULL, "vague", CO_VALUE_REFERENCE, "vagues", 0, 0},
    {NULL, "vague_entree", CO_VALUE_REFERENCE, "vagues", 0, 0},
    {NULL, "parcours", CO_VALUE_REFERENCE, "parcours", 0, 0},
    {NULL, "role", CO_VALUE_REFERENCE, "roles", 0, 0},
    {NULL, "roles", CO_VALUE_LIST, "roles", 0, 0},
    {NULL, "alias", CO_VALUE_LIST, NULL, 0, 0},
    {NULL, "formateur_1", CO_VALUE_REFERENCE, "formateurs", 0, 0},
    {NULL, "formateur_2", CO_VALUE_REFERENCE, "formateurs", 0, 0},
    {NULL, "salle", CO_VALUE_REFERENCE, "salles", 0, 0},
    {NULL, "uai", CO_VALUE_UAI, NULL, 0, 0},
    {NULL, "uai_origine", CO_VALUE_UAI, NULL, 0, 0},
    {NULL, "bascule", CO_VALUE_DATE, NULL, 0, 0},
    {NULL, "debut", CO_VALUE_DATE, NULL, 0, 0},
    {NULL, "fin", CO_VALUE_DATE, NULL, 0, 0},
    {NULL, "au_plus_tot", CO_VALUE_DATE, NULL, 0, 0},
    {NULL, "au_plus_tard", CO_VALUE_DATE, NULL, 0, 0},
    {NULL, "date_convocation", CO_VALUE_DATE, NULL, 0, 0},
    {NULL, "indisponibilites", CO_VALUE_SPANS, NULL, 0, 0},
    {NULL, "ac_pourvu", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "service", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "fm1", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "avant_bascule", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "confirme", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "restauration", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "accessible", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "deja_forme", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "amenagement", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "fermer_vacances", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "grouper_par_etablissement", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "direction_presente", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "continuite_distance", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "reserver_places", CO_VALUE_YES_NO, NULL, 0, 0},
    {NULL, "otp", CO_VALUE_CHOICE, "oui|non|inconnu", 0, 0},
    {NULL, "habilitation", CO_VALUE_CHOICE, "oui|non|inconnu", 0, 0},
    {NULL, "zone", CO_VALUE_CHOICE, "A|B|C", 0, 0},
    {NULL, "sphere", CO_VALUE_CHOICE, "ordo|compta", 0, 0},
    {NULL, "fonction", CO_VALUE_CHOICE, "direction|secretariat_general|agence|autre", 0, 0},
    {NULL, "regle_binome", CO_VALUE_CHOICE, "libre|un_confirme|une_par_sphere|fixe", 0, 0},
    {NULL, "modalite", CO_VALUE_CHOICE, "presentiel|classe_virtuelle|autoformation|webinaire", 0,
     0},
    {NULL, "moment", CO_VALUE_CHOICE, "am|pm|libre", 0, 0},
    {NULL, "effet", CO_VALUE_CHOICE, "evite|interdit", 0, 0},
    {NULL, "element", CO_VALUE_CHOICE, "tout|date|salle|binome|membres|personne", 0, 0},
    {NULL, "mercredi", CO_VALUE_CHOICE, "ouvert|evite|ferme", 0, 0},
    {NULL, "jours_feries", CO_VALUE_CHOICE, "metropole|alsace-moselle", 0, 0},
    {NULL, "effectif_service", CO_VALUE_WHOLE, NULL, 0, 9999},
    {NULL, "effectif_min", CO_VALUE_WHOLE, NULL, 1, 999},
    {NULL, "effectif_cible", CO_VALUE_WHOLE, NULL, 1, 999},
    {NULL, "effectif_max", CO_VALUE_WHOLE, NULL, 1, 999},
    {NULL, "formateurs_par_groupe", CO_VALUE_WHOLE, NULL, 1, 2},
    {NULL, "groupes_min", CO_VALUE_WHOLE, NULL, 0, 999},
    {NULL, "groupes_max", CO_VALUE_WHOLE, NULL, 0, 999},
    {NULL, "ordre", CO_VALUE_WHOLE, NULL, 1, 99},
    {NULL, "demi_journees", CO_VALUE_WHOLE, NULL, 1, 2},
    {NULL, "ecart_min_jours", CO_VALUE_WHOLE, NULL, 0, 365},
    {NULL, "ecart_max_jours", CO_VALUE_WHOLE, NULL, 0, 365},
    {NULL, "nombre", CO_VALUE_WHOLE, NULL, 1, 999},
    {NULL, "priorite", CO_VALUE_WHOLE, NULL, 1, 9},
    {NULL, "max_demi_journees", CO_VALUE_WHOLE, NULL, 0, 999},
    {NULL, "places", CO_VALUE_WHOLE, NULL, 0, 999},
    {NULL, "postes", CO_VALUE_WHOLE, NULL, 0, 999},
    {NULL, "preavis_jours", CO_VALUE_WHOLE, NULL, 0, 365},
    {NULL, "preavis_bloquant_jours", CO_VALUE_WHOLE, NULL, 0, 365},
    {NULL, "covoiturage_places", CO_VALUE_WHOLE, NULL, 0, 9},
    {NULL, "absents_classe", CO_VALUE_WHOLE, NULL, 0, 9},
    {NULL, "latitude", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "longitude", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "km", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "minutes", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "coefficient_route", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "taux_km", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "repas", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "repas_restauration", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "taux_horaire_formateur", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "trajet_max_km", CO_VALUE_NUMBER, NULL, 0, 0},
    {NULL, "tolerance_cout", CO_VALUE_NUMBER, NULL, 0, 0},
};

/* In the order in which people fill them. */
static const CoTableKind *const kinds[] = {
    &co_table_parametres, &co_table_academies,  &co_table_vagues,    &co_table_agences,
    &co_table_roles,      &co_table_parcours,   &co_table_modules,   &co_table_etablissements,
    &co_table_besoins,    &co_table_formateurs, &co_table_binomes,   &co_table_salles,
    &co_table_fm1,        &co_table_fermetures, &co_table_echeances, &co_table_verrous,
    &co_table_distances,  &co_table_frais,
};

/* Official files, by the headers of one of their published layouts; and answers to questions. */
static const struct {
    const char *name;
    bool required;
    const char *headers; /* '|' between */
} published[] = {
    {"calendrier-vacances", true,
     "description|population|start_date|end_date|location|zones|annee_scolaire"},
    {"calendrier-feries", true, "date|annee|zone|nom_jour_ferie"},
    {"decisions", false, "question|valeur|proposition|decision|explication"},
    {"annuaire", false,
     "uai|nom|type|adresse|code_postal|code_commune|commune|academie|latitude|longitude|etat"},
};

static const Nature *nature_of(const char *table, const char *column)
{
    for (size_t i = 0; i < G_N_ELEMENTS(natures); i++)
        if ((natures[i].table == NULL || g_strcmp0(natures[i].table, table) == 0) &&
            strcmp(natures[i].column, column) == 0)
            return &natures[i];
    return NULL;
}

static CoCatalogueColumn describe(const char *table, const char *name)
{
    const Nature *nature = nature_of(table, name);
    CoCatalogueColumn column = {.name = name};
    if (nature == NULL)
        return column;
    column.kind = nature->kind;
    column.choices = nature->kind == CO_VALUE_CHOICE ? nature->words : NULL;
    column.table = nature->kind == CO_VALUE_CHOICE ? NULL : nature->words;
    column.min = nature->min;
    column.max = nature->max;
    return column;
}

static CoCatalogueTable describe_kind(const CoTableKind *kind)
{
    CoCatalogueTable table = {
        .name = kind->name,
        .required = kind->required,
        .n_columns = kind->n_columns,
        .columns = g_new0(CoCatalogueColumn, (gsize)kind->n_columns),
    };
    for (int i = 0; i < kind->n_columns; i++) {
        CoNeed need = kind->columns[i].need;
        table.columns[i] = describe(kind->name, kind->columns[i].name);
        table.columns[i].required = need == CO_REQUIRED || need == CO_PRESENT;
    }
    return table;
}

static CoCatalogueTable describe_published(const char *name, bool required, const char *headers)
{
    g_auto(GStrv) names = g_strsplit(headers, "|", -1);
    CoCatalogueTable table = {
        .name = name,
        .required = required,
        .published = strcmp(name, "decisions") != 0,
        .n_columns = (int)g_strv_length(names),
    };
    table.columns = g_new0(CoCatalogueColumn, (gsize)table.n_columns);
    for (int i = 0; i < table.n_columns; i++)
        table.columns[i] = describe(name, g_intern_string(names[i]));
    return table;
}

static void describe_parameters(CoCatalogue *catalogue)
{
    catalogue->n_parameters = co_parametres_count();
    catalogue->parameters = g_new0(CoCatalogueColumn, (gsize)catalogue->n_parameters);
    for (int i = 0; i < catalogue->n_parameters; i++) {
        CoCatalogueColumn *parameter = &catalogue->parameters[i];
        const char *fallback;
        const char *key = co_parametres_key(i, &fallback, &parameter->required);
        bool required = parameter->required;
        *parameter = describe(NULL, key);
        parameter->required = required;
        parameter->fallback = fallback;
    }
}

CoCatalogue *co_import_catalogue(void)
{
    enum { N_KINDS = G_N_ELEMENTS(kinds), N_PUBLISHED = G_N_ELEMENTS(published) };
    CoCatalogue *catalogue = g_new0(CoCatalogue, 1);
    catalogue->n_tables = N_KINDS + N_PUBLISHED;
    catalogue->tables = g_new0(CoCatalogueTable, (gsize)catalogue->n_tables);
    for (int i = 0; i < N_KINDS; i++)
        catalogue->tables[i] = describe_kind(kinds[i]);
    for (int i = 0; i < N_PUBLISHED; i++)
        catalogue->tables[N_KINDS + i] =
            describe_published(published[i].name, published[i].required, published[i].headers);
    describe_parameters(catalogue);
    return catalogue;
}
