/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template_words.h"

#include <glib.h>

#include <string.h>

static const struct {
    const char *table, *words;
} tables[] = {
    {"parametres", "Le nom, l'académie et les dates de la campagne, et ses règles."},
    {"academies", "Seulement quand la campagne réunit plusieurs académies."},
    {"vagues", "Les vagues et leurs dates de bascule."},
    {"agences", "Les agences comptables, par l'UAI de leur siège."},
    {"roles", "Les fonctions des personnes à former, et les façons de les écrire."},
    {"parcours", "Un parcours de formation par profil."},
    {"modules", "Ce qu'on apprend dans chaque parcours, dans l'ordre."},
    {"etablissements", "Les établissements qui entrent dans la campagne."},
    {"besoins", "Les personnes à former : une ligne par personne. À laisser telle quelle si vous "
                "joignez l'export d'une enquête."},
    {"formateurs", "Les formateurs, ce qu'ils enseignent et quand ils ne peuvent pas."},
    {"binomes", "Les binômes fixés d'avance, pour les parcours à binômes fixes."},
    {"salles", "Les salles, leurs places et leurs postes."},
    {"fm1", "Les périodes où l'environnement de formation FM1 est ouvert."},
    {"fermetures", "Les autres jours fermés : ponts, fermetures administratives."},
    {"echeances", "Les périodes où certaines fonctions ne devraient pas, ou ne doivent pas, "
                  "s'absenter."},
    {"verrous", "Pour replanifier : ce qu'un nouveau plan ne doit pas changer."},
    {"distances", "Des trajets mesurés, à la place de l'estimation à vol d'oiseau."},
    {"frais", "Des taux qui changent en cours de campagne."},
    {"calendrier-vacances", "Le calendrier scolaire officiel : collez le fichier publié, en-têtes "
                            "compris."},
    {"calendrier-feries", "Les jours fériés officiels : collez le fichier publié, en-têtes "
                          "compris."},
    {"decisions", "Vos réponses aux questions que l'import pose (cohorte importer --apercu les "
                  "montre). Vide tant qu'il n'en pose pas."},
    {"annuaire", "L'annuaire officiel des établissements : collez le fichier publié, en-têtes "
                 "compris. Il complète les noms, communes et positions."},
};

/* An example is a row of one little campaign. A table of NULL: the same words in every table. */
static const struct {
    const char *table, *column;
    CoColumnWords words;
} columns[] = {
    {"parametres", "cle", {"Le nom du paramètre. Ne le modifiez pas.", ""}},
    {"parametres", "valeur", {"La valeur choisie. Laissée vide, la valeur habituelle vaut.", ""}},
    {"parametres", "commentaire", {"Pour vous : l'import ne lit pas cette colonne.", ""}},
    {"decisions", "question", {"Ce qui est à trancher : uai, etablissement ou role.", ""}},
    {"decisions", "valeur", {"Ce qui a été écrit, tel que l'import le montre.", ""}},
    {"decisions", "proposition", {"Ce que l'import propose ; peut rester vide.", ""}},
    {"decisions",
     "decision",
     {"Votre réponse : oui, non, ou la bonne valeur (un UAI, une fonction).", ""}},
    {"decisions", "explication", {"Pour vous : l'import ne lit pas cette colonne.", ""}},
    {"academies", "academie", {"Nom de l'académie.", "exemple : Grenoble"}},
    {"academies", "zone", {"Zone de vacances de cette académie.", "A"}},
    {"vagues", "vague", {"Code de la vague.", "exemple : V8"}},
    {"vagues", "bascule", {"Jour de la bascule de cette vague.", "01/01/2025"}},
    {"vagues", "libelle", {"Libellé, pour les documents.", "Bascule de janvier"}},
    {"agences", "agence", {"UAI de l'établissement siège.", "exemple : 0389001C"}},
    {"agences", "libelle", {"Nom de l'agence.", "Agence des Essarts"}},
    {"agences", "ac_pourvu", {"Le poste d'agent comptable est-il pourvu ?", "oui"}},
    {"roles", "role", {"Code court de la fonction.", "exemple : SG"}},
    {"roles", "libelle", {"La fonction en toutes lettres.", "Secrétaire général"}},
    {"roles",
     "sphere",
     {"Ordonnateur (ordo) ou comptabilité (compta) : sert à composer les binômes.", "ordo"}},
    {"roles",
     "fonction",
     {"Qui dirige, qui est secrétaire général : les deux ne s'absentent pas ensemble.",
      "secretariat_general"}},
    {"roles",
     "service",
     {"Fait-elle partie du service de gestion, dont la moitié doit rester en poste ?", "oui"}},
    {"roles",
     "alias",
     {"Autres façons d'écrire cette fonction dans l'enquête, séparées par |.",
      "adjoint gestionnaire|gestionnaire"}},
    {"parcours", "parcours", {"Code court du parcours.", "exemple : GEST"}},
    {"parcours", "libelle", {"Nom du parcours.", "Gestion"}},
    {"parcours",
     "roles",
     {"Les fonctions qui suivent ce parcours, séparées par |. Une fonction n'a qu'un parcours.",
      "SG|ASG"}},
    {"parcours", "effectif_min", {"Le plus petit groupe admis.", "6"}},
    {"parcours", "effectif_cible", {"La taille de groupe souhaitée.", "12"}},
    {"parcours", "effectif_max", {"Le plus grand groupe admis.", "15"}},
    {"parcours", "formateurs_par_groupe", {"Un formateur par groupe, ou un binôme.", "2"}},
    {"parcours",
     "regle_binome",
     {"Comment composer les binômes : librement, avec un formateur confirmé, un par sphère, ou "
      "comme dans la feuille binomes (fixe).",
      "un_confirme"}},
    {"parcours", "groupes_min", {"Nombre de groupes imposé au moins.", ""}},
    {"parcours", "groupes_max", {"Nombre de groupes permis au plus.", ""}},
    {"modules", "parcours", {"Code du parcours.", "exemple : GEST"}},
    {"modules", "ordre", {"Rang du module dans le parcours.", "1"}},
    {"modules", "module", {"Code du module.", "G-1"}},
    {"modules", "titre", {"Titre du module.", "La dépense"}},
    {"modules",
     "modalite",
     {"En présence, en classe virtuelle, en autoformation ou en webinaire.", "presentiel"}},
    {"modules", "demi_journees", {"Durée d'une séance, en demi-journées de trois heures.", "2"}},
    {"modules", "moment", {"Matin, après-midi, ou libre.", "libre"}},
    {"modules", "fm1", {"La séance se fait-elle dans FM1, un poste par personne ?", "oui"}},
    {"modules",
     "ecart_min_jours",
     {"Jours à laisser au moins depuis le module précédent de même modalité.", "1"}},
    {"modules", "ecart_max_jours", {"Jours à laisser au plus. Vide : sans limite.", ""}},
    {"modules", "au_plus_tot", {"Premier jour possible.", ""}},
    {"modules", "au_plus_tard", {"Dernier jour possible.", ""}},
    {"modules", "avant_bascule", {"Doit-il être fini avant la bascule ?", "oui"}},
    {"modules", "lien", {"Adresse de la classe virtuelle ou des documents.", ""}},
    {"etablissements", "uai", {"Numéro UAI : sept chiffres et une lettre.", "exemple : 0389002D"}},
    {"etablissements", "vague", {"Code de sa vague.", "V8"}},
    {"etablissements", "agence", {"UAI du siège de son agence comptable.", "0389001C"}},
    {"etablissements",
     "effectif_service",
     {"Personnes du service de gestion, secrétaire général compris : la moitié reste en poste.",
      "3"}},
    {"etablissements", "repondant", {"Qui répond pour l'établissement.", ""}},
    {"etablissements", "nom", {"Vide : pris dans l'annuaire.", "Collège du Bief"}},
    {"etablissements", "type", {"Vide : pris dans l'annuaire.", ""}},
    {NULL, "commune", {"Commune. Vide pour un établissement : prise dans l'annuaire.", "Voiron"}},
    {NULL, "code_commune", {"Code officiel (INSEE) de la commune.", "38563"}},
    {NULL, "code_postal", {"Code postal.", "38500"}},
    {NULL, "latitude", {"En degrés, par exemple 45,364.", "45,364"}},
    {NULL, "longitude", {"En degrés, par exemple 5,592.", "5,592"}},
    {"besoins",
     "uai",
     {"Établissement où travaille la personne : sept chiffres et une lettre.",
      "exemple : 0389002D"}},
    {"besoins", "role", {"Sa fonction ; plusieurs sont séparées par |.", "SG"}},
    {"besoins", "nom", {"Nom de famille.", "Mornavel"}},
    {"besoins", "prenom", {"Prénom.", "Inès"}},
    {"besoins", "nombre", {"Pour un effectif sans noms : combien de personnes.", ""}},
    {"besoins", "priorite", {"De 1 (ordinaire) à 9 : qui placer d'abord.", ""}},
    {"besoins", "deja_forme", {"oui : comptée, mais pas à former.", "non"}},
    {"besoins", "amenagement", {"oui : il lui faut une salle accessible.", "non"}},
    {"besoins", "otp", {"A-t-elle sa clé OTP ?", "oui"}},
    {"besoins", "habilitation", {"A-t-elle son habilitation ?", "inconnu"}},
    {"formateurs", "formateur", {"Code du formateur.", "exemple : F1"}},
    {"formateurs", "nom", {"Nom de famille.", "Charvolin"}},
    {"formateurs", "prenom", {"Prénom.", "Hugo"}},
    {"formateurs", "uai", {"UAI de son établissement : sept chiffres et une lettre.", "0389004F"}},
    {"formateurs", "role", {"Sa fonction.", "SG"}},
    {"formateurs", "sphere", {"Pour les binômes d'un formateur par sphère.", "ordo"}},
    {"formateurs", "vague_entree", {"La vague où son établissement est entré.", "V8"}},
    {"formateurs", "confirme", {"A-t-il déjà formé ? Pour les binômes avec un confirmé.", "oui"}},
    {"formateurs", "parcours", {"Les parcours qu'il enseigne, séparés par |.", "GEST|DIR"}},
    {"formateurs", "max_demi_journees", {"Demi-journées qu'il peut donner au plus.", "20"}},
    {"formateurs",
     "agenda",
     {"Nom du fichier .ics de son agenda, joint aux tables : ses rendez-vous deviennent des "
      "indisponibilités.",
      ""}},
    {"binomes", "binome", {"Code du binôme.", "exemple : B1"}},
    {"binomes", "formateur_1", {"Code du premier formateur.", "F1"}},
    {"binomes", "formateur_2", {"Code du second formateur.", "F2"}},
    {"binomes", "parcours", {"Les parcours qu'ils enseignent ensemble, séparés par |.", "GEST"}},
    {"salles", "salle", {"Code de la salle.", "exemple : ESSARTS-1"}},
    {"salles", "site", {"Lieu où elle se trouve.", "Lycée des Essarts"}},
    {"salles", "uai", {"UAI de l'établissement qui accueille.", "0389001C"}},
    {"salles", "adresse", {"Adresse, pour les convocations.", "1 rue des Essarts"}},
    {"salles", "places", {"Places assises.", "16"}},
    {"salles", "postes", {"Postes informatiques : un par personne en FM1.", "16"}},
    {"salles", "restauration", {"Peut-on y déjeuner ?", "oui"}},
    {"salles", "accessible", {"Est-elle accessible aux personnes à mobilité réduite ?", "oui"}},
    {"fm1", "debut", {"Premier jour de la période.", "exemple : 04/11/2024"}},
    {"fm1", "fin", {"Dernier jour de la période, compris.", "20/12/2024"}},
    {"fm1", "groupes_max", {"Groupes que FM1 porte à la fois.", "4"}},
    {"fermetures", "debut", {"Premier jour fermé.", "exemple : 12/11/2024"}},
    {"fermetures", "fin", {"Dernier jour fermé, compris.", "12/11/2024"}},
    {"fermetures", "motif", {"Pourquoi.", "Pont"}},
    {"echeances", "code", {"Code court.", "exemple : PAIE"}},
    {"echeances", "libelle", {"Ce dont il s'agit.", "Arrêté de la paie"}},
    {"echeances", "debut", {"Premier jour.", "02/12/2024"}},
    {"echeances", "fin", {"Dernier jour, compris.", "06/12/2024"}},
    {"echeances", "roles", {"Les fonctions concernées, séparées par |. Vide : toutes.", "SG"}},
    {"echeances", "effet", {"À éviter, ou interdit.", "evite"}},
    {"verrous", "groupe", {"Code du groupe dans le plan publié.", "exemple : GEST-01"}},
    {"verrous", "element", {"Ce qui reste comme dans le plan publié.", "date"}},
    {"verrous", "valeur", {"Pour une personne : son numéro (P0012). Sinon vide.", ""}},
    {"distances", "uai_origine", {"UAI de départ.", "exemple : 0389002D"}},
    {"distances", "salle", {"Code de la salle.", "ESSARTS-1"}},
    {"distances", "km", {"Kilomètres de l'aller.", "27"}},
    {"distances", "minutes", {"Durée de l'aller, en minutes.", "35"}},
    {"frais",
     "code",
     {"taux_km, repas, repas_restauration, ou un code de frais.xlsx.", "exemple : taux_km"}},
    {"frais", "valeur", {"En euros.", "0,34"}},
    {"frais", "debut", {"Premier jour où ce taux vaut.", "01/01/2025"}},
    {"frais", "fin", {"Dernier jour, compris. Vide : jusqu'au bout.", ""}},
    {NULL, "academie", {"Son académie, quand la campagne en réunit plusieurs.", ""}},
    {NULL, "courriel", {"Adresse de courriel professionnelle.", "prenom.nom@ac-exemple.fr"}},
    {NULL,
     "indisponibilites",
     {"Dates (29/11/2024), périodes (02/12/2024..06/12/2024), demi-journées (29/11/2024-am) ou "
      "jours (mercredi, vendredi-pm), séparés par |.",
      "mercredi|29/11/2024-am"}},
};

static const struct {
    const char *key, *words;
} parameters[] = {
    {"campagne", "Titre de la campagne, sur tous les documents."},
    {"academie", "Académie. Si la campagne en réunit plusieurs, remplissez la feuille academies."},
    {"zone", "Zone de vacances : A, B ou C."},
    {"debut", "Premier jour où l'on peut former."},
    {"fin", "Dernier jour où l'on peut former."},
    {"date_convocation",
     "Jour d'envoi des convocations, « aujourd'hui » de la campagne. Vide : le préavis avant le "
     "début."},
    {"courriel_eafc",
     "Adresse de l'EAFC : expéditeur des courriels, organisateur des rendez-vous."},
    {"preavis_jours", "Jours de préavis souhaités avant une séance."},
    {"preavis_bloquant_jours", "Jours de préavis obligatoires."},
    {"matin", "Horaires d'une demi-journée du matin."},
    {"apres_midi", "Horaires d'une demi-journée de l'après-midi."},
    {"mercredi", "Le mercredi est-il ouvert, à éviter ou fermé ?"},
    {"fermer_vacances", "Personne n'est formé pendant les vacances de la zone."},
    {"jours_feries",
     "Vide : selon l'académie. Rempli (metropole ou alsace-moselle) : les mêmes jours fériés pour "
     "toute la campagne."},
    {"coefficient_route", "De la distance à vol d'oiseau à celle de la route."},
    {"taux_km", "Euros par kilomètre."},
    {"repas", "Euros par repas."},
    {"repas_restauration", "Euros par repas, là où l'on déjeune sur place."},
    {"taux_horaire_formateur", "Euros par heure. Vide : « à renseigner », compté 0."},
    {"trajet_max_km", "Distance qu'aucun membre ne doit dépasser. Vide : sans limite."},
    {"grouper_par_etablissement",
     "Les personnes d'un établissement et d'un parcours vont dans un même groupe."},
    {"covoiturage_places", "Places par voiture ; 0 : pas de covoiturage."},
    {"direction_presente", "Chef et secrétaire général ne sont jamais absents ensemble."},
    {"continuite_distance", "Une classe virtuelle compte comme une absence du service."},
    {"absents_classe", "Membres d'un groupe qui peuvent manquer une classe virtuelle."},
    {"reserver_places", "Réserver des places pour les établissements sans réponse."},
    {"tolerance_cout", "Pour cent du coût que le confort peut dépenser."},
};

const char *co_template_table_words(const char *table)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        if (strcmp(tables[i].table, table) == 0)
            return tables[i].words;
    return NULL;
}

const CoColumnWords *co_template_column_words(const char *table, const char *column)
{
    const CoColumnWords *common = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        if (strcmp(columns[i].column, column) != 0)
            continue;
        if (columns[i].table == NULL)
            common = &columns[i].words;
        else if (strcmp(columns[i].table, table) == 0)
            return &columns[i].words;
    }
    return common;
}

const char *co_template_parameter_words(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parameters); i++)
        if (strcmp(parameters[i].key, key) == 0)
            return parameters[i].words;
    return NULL;
}
