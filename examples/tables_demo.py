# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of the demonstration campaign that are written by hand: rules, paths, modules, dates.

Table rows are as long as the CSV needs.
"""

FIXED_TABLES = {
    "parametres.csv": """\
cle;valeur;commentaire
campagne;Op@le vague 12, bascule du 1er janvier 2027;
academie;Dijon;
zone;A;
debut;02/11/2026;
fin;18/12/2026;
date_convocation;16/10/2026;veille des vacances de la Toussaint
preavis_jours;15;
preavis_bloquant_jours;7;
matin;09:00-12:00;
apres_midi;13:30-16:30;
mercredi;evite;
fermer_vacances;oui;
coefficient_route;1,3;
taux_km;0,32;
repas;20,00;
repas_restauration;10,00;
taux_horaire_formateur;42;montant inventé
courriel_eafc;eafc@ac-exemple.fr;adresse inventée
direction_presente;oui;
grouper_par_etablissement;non;
covoiturage_places;0;
tolerance_cout;0,5;
""",
    "vagues.csv": """\
vague;bascule;libelle
V11;01/09/2026;bascule du 1er septembre 2026
V12;01/01/2027;bascule du 1er janvier 2027
""",
    "roles.csv": """\
role;libelle;sphere;fonction;service;alias
ORD;Chef d'établissement, ordonnateur;ordo;direction;non;ordonnateur|ordonnatrice|chef d'établissement|cheffe d'établissement|proviseur|proviseure|principal|principale
SG;Secrétaire général d'EPLE;ordo;secretariat_general;oui;secrétaire général|secrétaire générale|secrétaire général d'EPLE|secrétaire générale d'EPLE|SG d'EPLE|adjoint gestionnaire|adjointe gestionnaire|AG|gestionnaire
ASG;Assistant de gestion, personnel d'intendance;ordo;autre;oui;assistant de gestion|assistante de gestion|secrétaire d'intendance|personnel d'intendance|intendance|secrétaire de gestion
DDFPT;Directeur délégué aux formations professionnelles et technologiques;ordo;autre;non;directeur délégué aux formations|directrice déléguée aux formations|chef de travaux
AC;Agent comptable;compta;agence;oui;agent comptable|agente comptable
FP;Fondé de pouvoir;compta;agence;oui;fondé de pouvoir|fondée de pouvoir|fondé de pouvoirs|fondée de pouvoirs
ASC;Assistant comptable d'agence;compta;agence;oui;assistant comptable|assistante comptable|secrétaire comptable|SC
""",
    "parcours.csv": """\
parcours;libelle;roles;effectif_min;effectif_cible;effectif_max;formateurs_par_groupe;regle_binome;groupes_min;groupes_max
ORD;L'ordonnateur et Op@le;ORD;8;20;24;1;libre;;4
SG;Secrétaires généraux d'EPLE;SG;8;20;24;2;un_confirme;;5
GEST;Services de gestion et DDFPT;ASG|DDFPT;8;20;24;2;un_confirme;;6
COMPTA;Agences comptables;AC|FP|ASC;4;12;16;2;une_par_sphere;;1
""",
    "modules.csv": """\
parcours;ordre;module;titre;modalite;demi_journees;moment;fm1;ecart_min_jours;ecart_max_jours;au_plus_tot;au_plus_tard;avant_bascule;lien
ORD;1;ORD-P1;Piloter son établissement avec Op@le;presentiel;1;am;non;;;;;oui;
SG;1;SG-0;Prendre ses repères (parcours m@gistère);autoformation;1;;non;;;;10/11/2026;;
SG;2;SG-P1;Construire le budget et la structure;presentiel;2;;oui;;;;;oui;
SG;3;SG-P2;Conduire la dépense;presentiel;2;;oui;1;8;;;oui;
SG;4;SG-P3;Constater et suivre les recettes;presentiel;2;;oui;1;8;;;oui;
SG;5;SG-V1;Préparer le budget 2027;classe_virtuelle;1;libre;non;;;;;non;
SG;6;SG-V2;Stocks, inventaire, immobilisations;classe_virtuelle;1;libre;non;1;21;;;non;
SG;7;SG-V3;La bascule pas à pas;classe_virtuelle;1;libre;non;1;21;;;non;
GEST;1;GEST-P1;De la demande d'achat au bon de commande;presentiel;2;;oui;;;;;oui;
GEST;2;GEST-P2;Certifier le service fait, traiter la facture;presentiel;2;;oui;1;8;;;oui;
GEST;3;GEST-P3;Droits constatés, bourses et demi-pension;presentiel;2;;oui;1;8;;;oui;
GEST;4;GEST-V1;Tiers et catalogues;classe_virtuelle;1;libre;non;;;;;non;
GEST;5;GEST-V2;La régie dans Op@le;classe_virtuelle;1;libre;non;1;21;;;non;
GEST;6;GEST-V3;Reprendre les données avant la bascule;classe_virtuelle;1;libre;non;1;21;;;non;
GEST;7;GEST-W;Webinaire d'ouverture de la vague;webinaire;1;pm;non;;;05/11/2026;05/11/2026;non;
COMPTA;1;CPT-0;Le nouveau cadre comptable (parcours m@gistère);autoformation;1;;non;;;;10/11/2026;;
COMPTA;2;CPT-P1;Organiser l'agence dans Op@le;presentiel;2;;oui;;;;;oui;
COMPTA;3;CPT-P2;Viser et payer;presentiel;2;;oui;1;8;;;oui;
COMPTA;4;CPT-P3;Recouvrer;presentiel;2;;oui;1;8;;;oui;
COMPTA;5;CPT-P4;Tenir et clore la comptabilité générale;presentiel;2;;oui;1;8;;;oui;
COMPTA;6;CPT-V1;Suivre la trésorerie;classe_virtuelle;1;libre;non;;;;;non;
COMPTA;7;CPT-V2;Reprendre les balances d'entrée;classe_virtuelle;1;libre;non;1;21;;;non;
COMPTA;8;CPT-V3;Préparer le compte financier;classe_virtuelle;1;libre;non;1;21;;;non;
""",
    "fm1.csv": """\
debut;fin;groupes_max
09/11/2026;13/11/2026;4
16/11/2026;20/11/2026;4
23/11/2026;27/11/2026;4
30/11/2026;04/12/2026;4
07/12/2026;11/12/2026;4
""",
    "echeances.csv": """\
code;libelle;debut;fin;roles;effet
CA-BUDGET;Conseils d'administration : vote du budget 2027;16/11/2026;27/11/2026;SG;evite
CONSEILS-CLASSE;Conseils de classe du premier trimestre;30/11/2026;04/12/2026;ORD;evite
ARRETE-NOV;Arrêté comptable de novembre;03/12/2026;04/12/2026;AC;interdit
""",
}
