/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found in the input data: what is wrong, and what to do. File, line and column stand in
 * columns of their own, so sentences do not repeat them. */
#include "cohorte/wording.h"

#include "outputs/template/wording_template.h"
#include "wording_fr_presences.h"

/* One code may mean two things to a reader. */
typedef enum {
    ALWAYS,
    IF_MENDED,
    IF_DEFAULT,
    IF_KEPT, /* action NONE */
    IF_ERROR,
    IF_WARNING,
    IF_DETAIL,
    IF_BLANKS, /* value and used differ by blanks only, which readers do not see */
    IF_CAPITALS,
    IF_BLANKS_AND_CAPITALS,
} Condition;

typedef struct Words {
    CoProblemCode code;
    Condition condition;
    const char *sentence;
    const char *remedy; /* "" when there is nothing to do */
} Words;

/* For a code with several entries, the first whose condition holds. */
static const Words words[] = {
    {CO_PROBLEM_FILE_UNREADABLE, ALWAYS, "Le fichier ne peut pas être lu[ : {detail}].",
     "Vérifiez que c'est un fichier et non un dossier, qu'il n'est pas ouvert ailleurs et que vous "
     "avez le droit de le lire."},
    {CO_PROBLEM_FILE_NOT_TEXT, ALWAYS, "Le contenu de ce fichier n'est pas celui d'un CSV.",
     "Ouvrez-le dans votre tableur et enregistrez-le au format « CSV UTF-8 »."},
    {CO_PROBLEM_FILE_TOO_LARGE, ALWAYS, "Le fichier dépasse la taille permise ({size}).",
     "Retirez-en ce qui ne concerne pas la campagne."},
    {CO_PROBLEM_FILE_EMPTY, ALWAYS, "Le fichier est vide.", "Remplissez-le ou retirez-le."},
    {CO_PROBLEM_FILE_CP1252, ALWAYS,
     "Le fichier n'est pas en UTF-8 ; il a été lu comme du Windows-1252.",
     "Vérifiez quelques accents ; la prochaine fois, enregistrez-le au format « CSV UTF-8 »."},
    {CO_PROBLEM_CSV_QUOTE, IF_ERROR,
     "Un guillemet ne se ferme pas ; il a été lu comme un caractère ordinaire.",
     "Fermez le guillemet, ou doublez-le s'il fait partie du texte."},
    {CO_PROBLEM_CSV_QUOTE, ALWAYS,
     "Du texte suit un guillemet fermant ; il a été gardé dans la cellule.",
     "Doublez les guillemets qui font partie du texte."},
    {CO_PROBLEM_CELL_TOO_LARGE, ALWAYS, "La cellule dépasse la taille permise ({size}).",
     "Raccourcissez-la ; un guillemet oublié peut aussi avoir réuni plusieurs lignes."},
    {CO_PROBLEM_ROW_LENGTH, IF_DETAIL, "« {value} », colonne {detail}, n'est sous aucun en-tête.",
     "Donnez un en-tête à la colonne, ou videz la cellule."},
    {CO_PROBLEM_ROW_LENGTH, ALWAYS,
     "La ligne a plus de cellules que la table n'a de colonnes ({number}) : « {value} » est de "
     "trop.",
     "Vérifiez les séparateurs ; mettez entre guillemets un texte qui en contient."},
    {CO_PROBLEM_TOO_MANY_ROWS, ALWAYS,
     "Le fichier dépasse {number} lignes ; les suivantes ne sont pas lues.",
     "Retirez-en ce qui ne concerne pas la campagne."},
    {CO_PROBLEM_TOO_MANY_COLUMNS, ALWAYS,
     "La table dépasse {number} colonnes ; les suivantes ne sont pas lues.",
     "Supprimez les colonnes inutiles."},
    {CO_PROBLEM_FILE_FORMAT, IF_DETAIL, "Les fichiers .{value} ne sont pas lus ici.",
     "Exportez l'agenda au format .{detail}."},
    {CO_PROBLEM_FILE_FORMAT, ALWAYS, "Les fichiers .{value} ne sont pas lus.",
     "Enregistrez-le au format .xlsx ou .ods dans votre tableur."},
    {CO_PROBLEM_BOOK_DAMAGED, ALWAYS,
     "Ce n'est pas un classeur .xlsx ou .ods, ou il est abîmé[ (partie « {detail} »)].",
     "Ouvrez-le dans votre tableur et enregistrez-le de nouveau au format .xlsx ou .ods."},
    {CO_PROBLEM_BOOK_ENCRYPTED, ALWAYS, "Le classeur est protégé par un mot de passe.",
     "Enregistrez-en une copie sans mot de passe."},
    {CO_PROBLEM_BOOK_MACROS, ALWAYS, "Le classeur contient des macros ; il n'a pas été ouvert.",
     "Enregistrez-en une copie sans macro, au format .xlsx ou .ods."},
    {CO_PROBLEM_BOOK_TOO_LARGE, ALWAYS,
     "Une fois décompressé, le classeur dépasse la taille permise[ (partie « {detail} »)].",
     "Retirez-en ce qui ne concerne pas la campagne."},
    {CO_PROBLEM_BOOK_NO_TABLE, ALWAYS,
     "Aucune feuille de ce classeur ne porte le nom d'une table[ ; feuilles : {list}].",
     "Donnez à chaque feuille, ou au fichier, le nom de sa table."},
    {CO_PROBLEM_SHEET_HIDDEN, ALWAYS, "La feuille est masquée ; elle n'est pas lue.",
     "Affichez-la si elle concerne la campagne."},
    {CO_PROBLEM_SHEET_UNUSED, ALWAYS, "Une seule feuille de ce fichier est lue : « {detail} ».",
     "Placez les autres dans des fichiers à part si elles concernent la campagne."},
    {CO_PROBLEM_ROWS_HIDDEN, ALWAYS,
     "Lignes masquées ou filtrées de cette feuille, lues comme les autres : {number}.",
     "Supprimez celles qui ne concernent pas la campagne."},
    {CO_PROBLEM_CELLS_MERGED, ALWAYS,
     "Le contenu des cellules fusionnées vaut pour chaque ligne qu'elles couvrent.",
     "Vérifiez que c'est bien ce qui était voulu."},
    {CO_PROBLEM_CELL_ERROR, ALWAYS, "La formule a donné l'erreur « {value} ».",
     "Corrigez la formule, ou tapez la valeur."},
    {CO_PROBLEM_FORMULA_EMPTY, ALWAYS,
     "Le résultat de la formule n'est pas enregistré dans le fichier.",
     "Ouvrez le fichier dans votre tableur et enregistrez-le de nouveau."},
    {CO_PROBLEM_TABLE_MISSING, ALWAYS,
     "La table obligatoire « {value} » manque[ ; fichiers ou feuilles non reconnus : {detail}].",
     "Ajoutez le fichier {value}.csv, {value}.xlsx ou {value}.ods au dossier, ou la feuille "
     "{value} "
     "au classeur."},
    {CO_PROBLEM_TABLE_EMPTY, IF_ERROR, "La table « {value} » n'a que des en-têtes.",
     "Ajoutez-y au moins une ligne."},
    {CO_PROBLEM_TABLE_EMPTY, ALWAYS, "La table « {value} » n'a que des en-têtes.", ""},
    {CO_PROBLEM_TABLE_UNKNOWN, ALWAYS,
     "Le nom n'est celui d'aucune table[ ; le plus proche est « {detail} »].",
     "[Renommez le fichier ou la feuille en « {detail} » s'il s'agit de cette table.]"},
    {CO_PROBLEM_TABLE_RECOGNISED, ALWAYS,
     "Reconnu à ses colonnes, ce fichier est lu comme la table « {value} ».",
     "Si ce n'en est pas une, retirez-le du dossier."},
    {CO_PROBLEM_TABLE_TWICE, ALWAYS, "La table « {value} » est déjà lue dans {detail}.",
     "Gardez un seul fichier, ou une seule feuille, pour cette table."},
    {CO_PROBLEM_COLUMN_MISSING, ALWAYS,
     "La colonne obligatoire « {column} » manque[ ; l'en-tête le plus proche est « {detail} »].",
     "Ajoutez la colonne, ou corrigez son en-tête."},
    {CO_PROBLEM_COLUMN_UNKNOWN, ALWAYS,
     "La colonne « {column} » n'est pas utilisée[ ; elle ressemble à « {detail} »].",
     "[Renommez-la en « {detail} » si c'est elle que vous vouliez remplir.]"},
    {CO_PROBLEM_COLUMN_TWICE, ALWAYS,
     "La colonne « {column} » figure deux fois ; seule la première est lue.",
     "Supprimez ou renommez la seconde."},
    {CO_PROBLEM_VALUE_MISSING, ALWAYS, "La colonne « {column} » doit être remplie.",
     "Remplissez la cellule."},
    {CO_PROBLEM_VALUE_TYPE, IF_MENDED, "« {value} » a été lu « {used} ».",
     "Vérifiez que c'est bien ce qui était voulu."},
    {CO_PROBLEM_VALUE_TYPE, IF_DEFAULT,
     "« {value} » n'est pas {type} ; la valeur habituelle, « {used} », est retenue.", "{format}"},
    {CO_PROBLEM_VALUE_TYPE, ALWAYS, "« {value} » n'est pas {type}.", "{format}"},
    {CO_PROBLEM_VALUE_CHOICE, ALWAYS,
     "« {value} » n'est pas une valeur permise[ ; « {used} » est retenu].",
     "Choisissez parmi : {choices}."},
    {CO_PROBLEM_VALUE_RANGE, ALWAYS,
     "« {value} » sort des limites permises[ ; « {used} » est retenu].",
     "Indiquez un nombre {range}."},
    {CO_PROBLEM_VALUE_DIFFERS, ALWAYS,
     "« {used} » est retenu ; une autre source indique « {detail} ».",
     "Si l'écart n'est pas voulu, corrigez la valeur fausse."},
    {CO_PROBLEM_KEY_TWICE, ALWAYS, "« {value} » figure déjà ligne {detail}.",
     "Donnez un code différent à chaque ligne, ou supprimez le doublon."},
    {CO_PROBLEM_REFERENCE_UNKNOWN, ALWAYS, "« {value} » n'est pas dans la table « {detail} ».",
     "Corrigez la valeur, ou ajoutez-la à la table « {detail} »."},
    {CO_PROBLEM_PARAMETER_UNKNOWN, ALWAYS,
     "Le paramètre « {value} » n'existe pas[ ; le plus proche est « {detail} »].",
     "Corrigez son nom, ou supprimez la ligne."},
    {CO_PROBLEM_PARAMETER_MISSING, ALWAYS, "Le paramètre obligatoire « {value} » manque.",
     "Remplissez la ligne « {value} » de la table « parametres » ; s'il n'y en a pas, écrivez "
     "« {value} » dans la colonne « cle » d'une nouvelle ligne."},
    {CO_PROBLEM_DATE_OUTSIDE, ALWAYS, "« {value} » sort de la campagne ({range}).",
     "Vérifiez la date (souvent l'année), ou les paramètres « debut » et « fin »."},
    {CO_PROBLEM_DATES_REVERSED, ALWAYS, "La fin « {value} » précède le début « {detail} ».",
     "Corrigez l'une des deux dates."},
    {CO_PROBLEM_GAPS_REVERSED, ALWAYS,
     "L'écart maximal « {value} » est inférieur à l'écart minimal « {detail} ».",
     "Corrigez l'un des deux écarts."},
    {CO_PROBLEM_WINDOW_OVERLAP, ALWAYS, "La période chevauche celle de la ligne {detail}.",
     "Séparez les deux périodes, ou réunissez-les en une seule ligne."},
    {CO_PROBLEM_HORIZON_LONG, ALWAYS, "La campagne dure plus de {number} jours.",
     "Rapprochez « debut » et « fin », ou faites deux campagnes."},
    {CO_PROBLEM_HALVES_OVERLAP, ALWAYS,
     "Le matin se termine après le début de l'après-midi ; les heures habituelles sont retenues "
     "({used}).",
     "Corrigez les paramètres « matin » et « apres_midi »."},
    {CO_PROBLEM_RATE_UNSET, ALWAYS,
     "Le taux horaire des formateurs n'est pas fixé : ce coût sera « à renseigner » et compté "
     "zéro.",
     "Ajoutez le paramètre « taux_horaire_formateur »."},
    {CO_PROBLEM_RATE_NOT_DATED, ALWAYS,
     "Le taux horaire des formateurs est le même pour toute la campagne.",
     "Indiquez-le par le paramètre « taux_horaire_formateur »."},

    {CO_PROBLEM_UAI_INVALID, ALWAYS,
     "« {value} » n'est pas un UAI : il faut sept chiffres et leur lettre de contrôle.",
     "Corrigez le code."},
    {CO_PROBLEM_UAI_MENDED, IF_BLANKS, "L'UAI « {value} » a été lu {used} (espaces retirées).", ""},
    {CO_PROBLEM_UAI_MENDED, IF_CAPITALS,
     "L'UAI « {value} » a été lu {used} (lettres mises en capitales).", ""},
    {CO_PROBLEM_UAI_MENDED, IF_BLANKS_AND_CAPITALS,
     "L'UAI « {value} » a été lu {used} (espaces retirées, lettres mises en capitales).", ""},
    {CO_PROBLEM_UAI_MENDED, ALWAYS, "L'UAI « {value} » a été lu {used}.", ""},
    {CO_PROBLEM_UAI_UNKNOWN, ALWAYS, "L'UAI {value} n'est pas dans la table « etablissements ».",
     "Ajoutez l'établissement s'il doit entrer dans la campagne ; sinon il n'y a rien à faire."},
    {CO_PROBLEM_UAI_NOT_IN_DIRECTORY, ALWAYS, "L'UAI {value} n'est dans aucun annuaire fourni.",
     "Fournissez un annuaire plus récent, ou remplissez les colonnes de l'établissement."},
    {CO_PROBLEM_PLACE_UNKNOWN, ALWAYS,
     "La position de {value} est inconnue : ses distances comptent pour zéro.",
     "Renseignez sa latitude et sa longitude."},
    {CO_PROBLEM_DIRECTORY_TWICE, ALWAYS,
     "L'annuaire a deux fiches différentes pour {value} ; l'autre est retenue ({where}).",
     "Si elle est fausse, remplissez les colonnes de l'établissement."},
    {CO_PROBLEM_DIRECTORY_CLOSED, ALWAYS,
     "Selon l'annuaire, {value} n'est pas ouvert (« {detail} »).",
     "Vérifiez que cet établissement doit entrer dans la campagne."},
    {CO_PROBLEM_DIRECTORY_ATTACHED, ALWAYS, "{value} est une section ou une annexe de {detail}.",
     "Inscrivez {detail} à sa place si c'est l'établissement entier qui bascule."},
    {CO_PROBLEM_AGENCY_VACANT, ALWAYS, "Le poste d'agent comptable de l'agence {value} est vacant.",
     "Mettez « ac_pourvu » à jour quand il sera pourvu."},
    {CO_PROBLEM_STAFF_UNKNOWN, ALWAYS,
     "L'effectif du service de {value} est inconnu : rien n'y garantit la continuité du service.",
     "Renseignez « effectif_service »."},
    {CO_PROBLEM_CUTOVER_PAST, ALWAYS,
     "La vague {value} a déjà basculé : « avant_bascule » n'y limite aucune date "
     "({n:personne}).",
     ""},

    {CO_PROBLEM_ROLE_UNKNOWN, ALWAYS,
     "La fonction « {value} » n'est celle d'aucun rôle[ ; la plus proche est « {detail} »].",
     "Ajoutez cette écriture aux alias du bon rôle, dans la table « roles »."},
    {CO_PROBLEM_ROLE_TWO_PATHS, ALWAYS, "Le rôle {value} est déjà formé par le parcours {used}.",
     "Gardez-le dans un seul parcours."},
    {CO_PROBLEM_ROLE_NO_PATH, ALWAYS, "Aucun parcours ne forme le rôle {value} ({n:personne}).",
     "Ajoutez le rôle à un parcours, ou notez ces personnes « deja_forme »."},
    {CO_PROBLEM_ALIAS_TWICE, ALWAYS, "« {value} » désigne déjà le rôle {used}.",
     "Gardez cette écriture dans un seul rôle."},
    {CO_PROBLEM_PERSON_TWICE, ALWAYS,
     "Cette personne est déjà citée ({where}) ; elle compte une seule fois.", ""},
    {CO_PROBLEM_BLOCK_ORPHAN, ALWAYS,
     "Cette ligne d'un bloc répété est du dossier {value}, qui n'est pas dans l'enquête ; qui elle "
     "nomme n'est pas compté.",
     "Vérifiez le « Dossier ID », ou exportez de nouveau tous les dossiers."},
    {CO_PROBLEM_ANSWER_REFUSED, ALWAYS,
     "Le dossier[ {number}] est à l'état « {value} » : il ne compte pas.",
     "S'il doit compter, faites-le déposer ou accepter de nouveau, et exportez l'enquête."},
    {CO_PROBLEM_DAYS_UNUSED, ALWAYS,
     "La colonne « {value} » contient des jours et ne sert pas : si ce sont des indisponibilités, "
     "elles ne comptent pas.",
     "Écrivez « indisponibilites={value} » sous « personnes » dans le fichier de correspondance."},
    {CO_PROBLEM_SURVEY_NOBODY, ALWAYS,
     "L'enquête ({n:réponse}) ne donne personne à former : ses colonnes ont sans doute été mal "
     "comprises, ou l'export est vide.",
     "Vérifiez-la avec « cohorte importer --apercu », et corrigez le fichier de correspondance."},
    {CO_PROBLEM_ADDRESS_SHARED, ALWAYS,
     "L'adresse « {used} » sert à deux noms : {list} ({where}). Ils comptent pour deux personnes.",
     "Donnez à chacune sa propre adresse ; s'il s'agit d'une seule personne, écrivez son nom de la "
     "même façon partout."},
    {CO_PROBLEM_PERSON_TWO_PLACES, ALWAYS,
     "Cette personne est citée par deux établissements ; elle compte une seule fois, à {used} "
     "({where}).",
     "Si ce n'est pas le bon établissement, supprimez l'autre ligne."},
    {CO_PROBLEM_PERSON_TWO_ROLES, ALWAYS,
     "Cette personne a plusieurs rôles ({list}) ; elle suit le parcours {used}.",
     "Pour un autre parcours, gardez un seul rôle, ou un parcours qui réunit ces rôles."},
    {CO_PROBLEM_HOMONYM, ALWAYS,
     "Quelqu'un porte déjà ce nom, avec une autre adresse ou ailleurs ({where}) ; les deux "
     "personnes comptent.",
     "S'il s'agit de la même personne, donnez-lui une seule adresse."},
    {CO_PROBLEM_PERSON_UNNAMED, ALWAYS, "La ligne ne nomme et ne compte personne.",
     "Renseignez le nom, ou le nombre de personnes."},
    {CO_PROBLEM_ALREADY_TRAINED, ALWAYS,
     "Déjà formées, comptées mais non planifiées : {n:personne}.", ""},
    {CO_PROBLEM_SEAT_RESERVED, ALWAYS, "Gardé pour {value}, rôle {detail} : {n:place}.",
     "Remplacez par des noms dès que le besoin est connu."},

    {CO_PROBLEM_ANSWER_REPLACED, IF_WARNING,
     "La réponse « {value} »[ ({used})] est écartée : la même personne a répondu avec une autre "
     "fonction, qui "
     "est retenue ({where}).",
     "Si elle exerce les deux, écrivez « doublons=toutes » dans la correspondance."},
    {CO_PROBLEM_ANSWER_REPLACED, ALWAYS,
     "La réponse[ « {value} »][ ({used})] est écartée : une autre, complète, du même établissement "
     "ou de la "
     "même personne, est retenue ({where}).",
     ""},
    {CO_PROBLEM_ANSWER_NOT_SUBMITTED, IF_KEPT,
     "La réponse n'a pas été soumise ; elle compte, faute d'autre.",
     "Demandez à l'établissement de la terminer."},
    {CO_PROBLEM_ANSWER_NOT_SUBMITTED, IF_DETAIL,
     "La réponse n'a pas été soumise ; celle qui l'a été est retenue ({where}).", ""},
    {CO_PROBLEM_ANSWER_NOT_SUBMITTED, ALWAYS,
     "La réponse n'a pas été soumise et ne compte pas : ce besoin reste inconnu.",
     "Demandez de la terminer, ou écrivez « incompletes=garder » dans la correspondance."},
    {CO_PROBLEM_ANSWER_EMPTY, ALWAYS, "La réponse ne nomme personne.",
     "Vérifiez que cet établissement n'a personne à former."},
    {CO_PROBLEM_ANSWER_MISSING, ALWAYS, "Le besoin de l'établissement {value} n'est pas connu.",
     "Relancez-le ; « reserver_places » à « oui » lui garderait des places."},
    {CO_PROBLEM_SURVEY_UNUSED, ALWAYS,
     "La table « besoins » est présente : l'enquête n'est pas lue.",
     "Retirez « besoins » pour repartir de l'enquête."},
    {CO_PROBLEM_MAPPING_GUESSED, ALWAYS,
     "La correspondance des colonnes de l'enquête a été devinée[ et écrite dans {value}].",
     "[Relisez {value} ; il servira à la prochaine importation.]"},
    {CO_PROBLEM_MAPPING_NOT_WRITTEN, ALWAYS,
     "La correspondance devinée n'a pas pu être écrite dans {value}[ : {detail}].",
     "Pour pouvoir la corriger, copiez la campagne dans un dossier où vous pouvez écrire."},
    {CO_PROBLEM_MAPPING_INVALID, IF_ERROR,
     "La correspondance de l'enquête ne peut pas être lue[ : {detail}].",
     "Corrigez-la, ou supprimez-la : elle sera devinée de nouveau."},
    {CO_PROBLEM_MAPPING_INVALID, IF_DETAIL,
     "« {value} » n'est pas un mot connu de la correspondance.", "Choisissez parmi : {choices}."},
    {CO_PROBLEM_MAPPING_INVALID, ALWAYS, "« {value} » n'est pas un mot connu de la correspondance.",
     "Corrigez-le ou retirez-le."},
    {CO_PROBLEM_MAPPING_COLUMN, ALWAYS,
     "{used} cite la colonne « {value} », absente de l'enquête[ ; la plus proche est "
     "« {detail} »].",
     "Corrigez l'en-tête dans {used}."},
    {CO_PROBLEM_MAPPING_GAP, ALWAYS, "{used} ne dit pas quelle colonne donne « {value} ».",
     "Complétez la ligne « {value}= » dans {used}."},

    {CO_PROBLEM_PATH_SIZES, ALWAYS,
     "« {column} » ({value}) contredit {choices}[ ; {used} est retenu].",
     "Corrigez ces nombres : le plus petit ne peut dépasser les autres."},
    {CO_PROBLEM_PATH_NO_MODULE, ALWAYS, "Le parcours {value} n'a aucun module.",
     "Ajoutez ses modules, ou supprimez le parcours."},
    {CO_PROBLEM_PATH_NO_TRAINER, ALWAYS,
     "Trop peu de formateurs pour le parcours {value}[ dans l'académie {detail}] (trouvés : "
     "{number}).",
     "Ajoutez {value} aux parcours d'autres formateurs."},
    {CO_PROBLEM_PATH_TOO_FEW, ALWAYS,
     "Le parcours {value} compte {n:personne} pour un effectif minimal de {detail} : aucun "
     "groupe ne peut s'ouvrir.",
     "Baissez « effectif_min », ou joignez ces personnes à un autre parcours."},
    {CO_PROBLEM_PATH_TOO_MANY, ALWAYS,
     "Le parcours {value} compte {n:personne} pour {detail} places au plus.",
     "Augmentez « groupes_max » ou « effectif_max »."},
    {CO_PROBLEM_PAIR_RULE, ALWAYS,
     "« {value} » demande deux formateurs par groupe et le parcours n'en a qu'un ; « {used} » est "
     "appliqué.",
     "Mettez « formateurs_par_groupe » à 2, ou changez la règle."},
    {CO_PROBLEM_PAIR_SAME_TRAINER, ALWAYS, "Le binôme réunit deux fois le formateur {value}.",
     "Indiquez deux formateurs différents."},
    {CO_PROBLEM_PAIR_MISSING, ALWAYS,
     "Le parcours {value} veut des binômes fixes et aucun ne peut y enseigner[ dans l'académie "
     "{detail}].",
     "Ajoutez des binômes, ou changez « regle_binome »."},
    {CO_PROBLEM_PAIR_UNSKILLED, ALWAYS,
     "Le formateur {detail} n'enseigne pas le parcours {value} : ce binôme n'y servira pas.",
     "Ajoutez {value} à ses parcours, ou retirez-le du binôme."},
    {CO_PROBLEM_ROOM_NO_SEAT, ALWAYS, "La salle n'a aucune place.",
     "Indiquez le nombre de places, ou supprimez la salle."},
    {CO_PROBLEM_ROOM_NO_WORKSTATION, ALWAYS,
     "La salle {value} n'a aucun poste : elle ne peut pas accueillir de module FM1.",
     "Renseignez « postes » si elle est équipée."},
    {CO_PROBLEM_NO_ROOM, ALWAYS, "Aucune salle[ dans l'académie {value}] pour le présentiel.",
     "Ajoutez des salles."},
    {CO_PROBLEM_NO_ACCESSIBLE_ROOM, ALWAYS,
     "Aucune salle accessible[ dans l'académie {value}] pour qui a demandé un aménagement "
     "({n:personne}).",
     "Ajoutez une salle accessible, ou corrigez « accessible »."},
    {CO_PROBLEM_MODULE_WINDOW, ALWAYS, "Aucun jour ouvert ne convient au module {value}.",
     "Élargissez ses dates, les fenêtres FM1 ou la campagne."},
    {CO_PROBLEM_WEBINAR_DATES, ALWAYS, "Un webinaire a une seule date ; le {used} est retenu.",
     "Mettez la même date dans « au_plus_tot » et « au_plus_tard »."},
    {CO_PROBLEM_FM1_CLOSED, ALWAYS,
     "Aucune fenêtre FM1 pendant la campagne, alors qu'il y en a besoin ({n:module}).",
     "Ajoutez des fenêtres à la table « fm1 »."},
    {CO_PROBLEM_CALENDAR_ZONE, ALWAYS,
     "Le calendrier n'a aucune ligne pour « {value} » : ses jours fermés sont inconnus.",
     "Fournissez ce calendrier, ou corrigez l'académie et la zone."},
    {CO_PROBLEM_CALENDAR_COVER, ALWAYS,
     "Le calendrier de « {value} » s'arrête au {detail}, avant la fin de la campagne.",
     "Fournissez un calendrier plus récent."},
    {CO_PROBLEM_SPAN_OUTSIDE, ALWAYS, "L'indisponibilité « {value} » sort de la campagne.",
     "Vérifiez la date, souvent l'année."},
    {CO_PROBLEM_FORMULA_TEXT, ALWAYS,
     "« {value} » ressemble à une formule ; il est gardé comme un texte.", ""},
    {CO_PROBLEM_TITLE_ABOVE, ALWAYS,
     "Cette ligne au-dessus des en-têtes a été prise pour un titre[ : « {value} »].", ""},
    {CO_PROBLEM_SURVEY_SHEET_UNUSED, ALWAYS, "Cette feuille ne contient pas de réponses.", ""},
    {CO_PROBLEM_QUESTION_GONE, IF_DETAIL,
     "La question « {value} », d'où vient « {detail} », n'est plus dans l'enquête.",
     "Corrigez le fichier de correspondance, puis supprimez sa partie [questionnaire]."},
    {CO_PROBLEM_QUESTION_GONE, ALWAYS,
     "La question « {value} », qui ne servait pas, n'est plus dans l'enquête.",
     "Supprimez la partie [questionnaire] du fichier de correspondance pour en prendre acte."},
    {CO_PROBLEM_QUESTION_NEW, ALWAYS, "La question « {value} » est nouvelle ; elle ne sert pas.",
     "Ajoutez-la au fichier de correspondance si elle doit servir, puis supprimez-y la partie "
     "[questionnaire]."},
    {CO_PROBLEM_QUESTION_RENAMED, IF_DETAIL,
     "La question « {value} », d'où vient « {detail} », semble s'appeler maintenant « {used} ».",
     "Si c'est bien elle, reportez ce nom dans le fichier de correspondance, puis supprimez-y la "
     "partie [questionnaire]."},
    {CO_PROBLEM_QUESTION_RENAMED, ALWAYS,
     "La question « {value} », qui ne servait pas, semble s'appeler maintenant « {used} ».",
     "Supprimez la partie [questionnaire] du fichier de correspondance pour en prendre acte."},
    {CO_PROBLEM_MAPPING_DOUBTFUL, ALWAYS,
     "La colonne « {value} » a été prise pour « {detail} » sans certitude ({number} sur 100).",
     "Vérifiez-la avec « cohorte importer --apercu », et corrigez le fichier de correspondance."},
    {CO_PROBLEM_UAI_NEAR, IF_MENDED,
     "L'UAI « {value} » n'existe pas ; à un caractère près, c'est « {used} ».",
     "Confirmez ou refusez cette lecture dans « decisions » (decisions.csv, ou feuille du "
     "classeur)."},
    {CO_PROBLEM_UAI_NEAR, ALWAYS,
     "L'UAI « {value} » n'existe pas[ ; à un caractère près, ce peut être {choices}].",
     "Tranchez dans « decisions » (decisions.csv, ou feuille du classeur), ou corrigez la "
     "réponse."},
    {CO_PROBLEM_ESTABLISHMENT_BY_NAME, IF_MENDED,
     "Sans UAI connu, l'établissement « {value} » a été reconnu à son nom : {used}.",
     "Confirmez ou refusez cette lecture dans « decisions » (decisions.csv, ou feuille du "
     "classeur)."},
    {CO_PROBLEM_ESTABLISHMENT_BY_NAME, ALWAYS,
     "Sans UAI connu, l'établissement « {value} » n'a pas été reconnu[ ; ce peut être {choices}].",
     "Écrivez son UAI dans « decisions » (decisions.csv, ou feuille du classeur), ou complétez la "
     "réponse."},
    {CO_PROBLEM_ROLE_NEAR, IF_MENDED,
     "La fonction « {value} » n'est pas connue ; elle a été lue « {used} ».",
     "Confirmez ou refusez cette lecture dans « decisions » (decisions.csv, ou feuille du "
     "classeur), ou ajoutez-la aux alias de la table "
     "« roles »."},
    {CO_PROBLEM_ROLE_NEAR, ALWAYS,
     "La fonction « {value} » est laissée de côté, comme décidé dans « decisions ».", ""},
    {CO_PROBLEM_DECISION_INVALID, ALWAYS,
     "La décision « {value} » ne se comprend pas ; la question reste posée.",
     "Répondez oui, non, ou écrivez la valeur voulue[ ({detail})]."},
    {CO_PROBLEM_TRAINER_IS_PARTICIPANT, ALWAYS,
     "« {value} » est aussi à former[, à l'établissement {used}] : même courriel, donc la même "
     "personne.",
     "Si ce sont deux personnes, corrigez l'un des deux courriels."},
    {CO_PROBLEM_ICS_INVALID, ALWAYS, "Ce fichier n'est pas un calendrier iCalendar.",
     "Exportez de nouveau l'agenda au format « .ics »."},
    {CO_PROBLEM_ICS_CUT, ALWAYS, "Un évènement n'a pas de fin : le fichier est incomplet.",
     "Exportez de nouveau l'agenda."},
    {CO_PROBLEM_ICS_VALUE, ALWAYS,
     "La propriété {column} d'un évènement est inutilisable[ : « {value} »].",
     "Corrigez l'évènement dans l'agenda et exportez-le de nouveau, ou saisissez "
     "l'indisponibilité dans la table."},
    {CO_PROBLEM_ICS_RULE, ALWAYS,
     "Une répétition d'évènement n'est pas suivie[ : « {value} »] ; sa première date compte.",
     "Saisissez les autres dates dans « indisponibilites »."},
    {CO_PROBLEM_ICS_ZONE, ALWAYS,
     "Le fuseau horaire « {value} » est inconnu ; ses heures sont lues comme celles de "
     "l'académie.",
     "Vérifiez les heures de ces évènements."},
    {CO_PROBLEM_ICS_LIMIT, ALWAYS,
     "Le calendrier dépasse ce qui est suivi ; le reste de l'évènement ou du fichier est ignoré.",
     "Exportez seulement la période de la campagne."},
    {CO_PROBLEM_AGENDA_READ, IF_WARNING,
     "L'agenda de {value} n'a rien pendant la campagne : peut-être une autre période.",
     "Vérifiez la période exportée."},
    {CO_PROBLEM_AGENDA_READ, ALWAYS, "L'agenda de {value} occupe {n:demi-journée} de la campagne.",
     ""},
    {CO_PROBLEM_AGENDA_UNUSED, ALWAYS,
     "Cet agenda n'est celui d'aucun formateur[ ; le plus proche est {detail}].",
     "Donnez-lui le code ou le courriel du formateur, ou nommez-le dans la colonne « agenda »."},
    {CO_PROBLEM_AGENDA_MISSING, ALWAYS, "L'agenda « {value} » n'est pas dans le dossier agendas.",
     "Déposez le fichier dans agendas, ou corrigez son nom."},
    {CO_PROBLEM_HOLIDAYS_LOCAL, ALWAYS,
     "Le calendrier n'a pas les jours fériés propres à « {value} » : seuls ceux de tout le pays "
     "sont retenus.",
     "Ajoutez le fichier officiel de ce territoire, ou ses jours à la table « fermetures »."},
    {CO_PROBLEM_HOLIDAYS_ELSEWHERE, ALWAYS,
     "Jours fériés propres à « {value} »[ ({choices})] : indisponibilités ajoutées pour qui y "
     "travaille et les salles qui s'y trouvent ({number}).",
     ""},
    {CO_PROBLEM_SESSION_TAKEN, ALWAYS, "{value} : d'autres formations prennent {n:demi-journée}.",
     ""},
    {CO_PROBLEM_SESSION_PLACE, ALWAYS,
     "Une autre formation se tient sur ce site[, « {value} »,] sans nommer l'une de nos salles[ : "
     "{choices}] ; aucune n'est bloquée.",
     "Si elle occupe l'une d'elles, ajoutez la date à ses « indisponibilites »."},
    {CO_PROBLEM_SESSION_PERSON, ALWAYS,
     "Plusieurs personnes de la campagne portent le nom « {value} » ; aucune n'est bloquée.",
     "Ajoutez le courriel à la session, ou la date aux « indisponibilites » de la personne."},
    {CO_PROBLEM_SESSION_SPREAD, ALWAYS,
     "La session « {value} » dure trop peu[ ({detail})] pour occuper toute sa période ; rien n'est "
     "bloqué.",
     "Ajoutez ses vraies dates aux « indisponibilites » concernées."},
    {CO_PROBLEM_SESSION_OTHERS, ALWAYS,
     "Des sessions nomment qui n'est pas dans la campagne ({n:personne}).", ""},
    {CO_PROBLEM_SESSION_OWN, ALWAYS,
     "Des sessions sont celles de cette campagne ({number}) : elles ne bloquent rien.", ""},
    {CO_PROBLEM_LIMIT_TRUNCATED, ALWAYS,
     "D'autres problèmes ne sont pas dans cette liste : {number}.",
     "Corrigez les premiers, puis importez de nouveau."},
};

static char *without_blanks(const char *text)
{
    GString *kept = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (!g_unichar_isspace(letter) && !g_unichar_iszerowidth(letter))
            g_string_append_unichar(kept, letter);
    }
    return g_string_free(kept, FALSE);
}

/* @return which of the three conditions on blanks and capitals holds; ALWAYS for none */
static Condition mending_of(const CoProblem *problem)
{
    if (problem->value == NULL || problem->used == NULL ||
        !g_utf8_validate(problem->value, -1, NULL))
        return ALWAYS;
    g_autofree char *value = without_blanks(problem->value);
    bool has_blanks = !g_str_equal(value, problem->value);
    if (g_str_equal(value, problem->used))
        return has_blanks ? IF_BLANKS : ALWAYS;
    if (g_ascii_strcasecmp(value, problem->used) != 0)
        return ALWAYS;
    return has_blanks ? IF_BLANKS_AND_CAPITALS : IF_CAPITALS;
}

static bool holds(Condition condition, const CoProblem *problem)
{
    switch (condition) {
    case IF_MENDED:
        return problem->action == CO_ACTION_MENDED;
    case IF_DEFAULT:
        return problem->action == CO_ACTION_DEFAULT;
    case IF_KEPT:
        return problem->action == CO_ACTION_NONE;
    case IF_ERROR:
        return problem->severity == CO_SEVERITY_ERROR;
    case IF_WARNING:
        return problem->severity == CO_SEVERITY_WARNING;
    case IF_DETAIL:
        return problem->detail != NULL && *problem->detail != '\0';
    case IF_BLANKS:
    case IF_CAPITALS:
    case IF_BLANKS_AND_CAPITALS:
        return mending_of(problem) == condition;
    case ALWAYS:
        break;
    }
    return true;
}

static Words words_of(const CoProblem *problem)
{
    Words found = {0, ALWAYS, "Ce problème est inconnu de cette version.", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i].code == problem->code && holds(words[i].condition, problem))
            return words[i];
    co_wording_presence(problem, &found.sentence, &found.remedy);
    return found;
}

char *co_wording_problem(const CoProblem *problem)
{
    g_return_val_if_fail(problem != NULL, NULL);
    return co_template_fill(words_of(problem).sentence, problem);
}

char *co_wording_problem_remedy(const CoProblem *problem)
{
    g_return_val_if_fail(problem != NULL, NULL);
    /* The needs may come from a table or from a survey. */
    if (problem->code == CO_PROBLEM_TABLE_MISSING && g_strcmp0(problem->value, "besoins") == 0)
        return g_strdup("Ajoutez au dossier besoins.csv, ou l'export de l'enquête sous le nom "
                        "enquete.csv, enquete.xlsx ou enquete.ods.");
    return co_template_fill(words_of(problem).remedy, problem);
}

const char *co_wording_action(CoAction action)
{
    switch (action) {
    case CO_ACTION_NONE:
        return "aucune";
    case CO_ACTION_MENDED:
        return "valeur rectifiée";
    case CO_ACTION_DEFAULT:
        return "valeur habituelle retenue";
    case CO_ACTION_CELL_OUT:
        return "cellule ignorée";
    case CO_ACTION_ROW_OUT:
        return "ligne écartée";
    case CO_ACTION_MERGED:
        return "compté une seule fois";
    case CO_ACTION_FILE_OUT:
        return "fichier écarté";
    }
    g_return_val_if_reached("");
}

const char *co_wording_severity(CoSeverity severity)
{
    switch (severity) {
    case CO_SEVERITY_NOTICE:
        return "avis";
    case CO_SEVERITY_WARNING:
        return "avertissement";
    case CO_SEVERITY_ERROR:
        return "erreur";
    }
    g_return_val_if_reached("");
}
