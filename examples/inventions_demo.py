# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw material of the demonstration campaign: real communes, invented names, published headers.

Only the communes (name, INSEE code, post code, position of the town) are facts. Every person and
every school is put together from the syllables below and resembles nobody.
"""

# name, INSEE code, post code, latitude, longitude, then how many schools to invent there:
# lycees entering, colleges entering, other lycees, other colleges (directory only).
PLACES = [
    ("Dijon", "21231", "21000", 47.3220, 5.0415, 2, 4, 5, 3),
    ("Beaune", "21054", "21200", 47.0260, 4.8400, 1, 1, 1, 1),
    ("Montbard", "21425", "21500", 47.6230, 4.3370, 1, 0, 0, 1),
    ("Chenôve", "21166", "21300", 47.2930, 5.0060, 1, 1, 0, 0),
    ("Talant", "21617", "21240", 47.3370, 5.0080, 0, 1, 0, 0),
    ("Quetigny", "21515", "21800", 47.3160, 5.1060, 0, 1, 0, 0),
    ("Chevigny-Saint-Sauveur", "21171", "21800", 47.3010, 5.1350, 0, 1, 0, 0),
    ("Longvic", "21355", "21600", 47.2890, 5.0640, 0, 1, 0, 0),
    ("Fontaine-lès-Dijon", "21278", "21121", 47.3430, 5.0200, 0, 0, 0, 1),
    ("Marsannay-la-Côte", "21390", "21160", 47.2700, 4.9890, 0, 0, 0, 1),
    ("Genlis", "21292", "21110", 47.2420, 5.2240, 0, 1, 0, 0),
    ("Auxonne", "21038", "21130", 47.1930, 5.3880, 0, 1, 0, 0),
    ("Saint-Jean-de-Losne", "21554", "21170", 47.1030, 5.2640, 0, 0, 0, 1),
    ("Nuits-Saint-Georges", "21464", "21700", 47.1370, 4.9490, 0, 1, 0, 0),
    ("Gevrey-Chambertin", "21295", "21220", 47.2270, 4.9680, 0, 1, 0, 0),
    ("Is-sur-Tille", "21317", "21120", 47.5270, 5.1040, 0, 1, 0, 0),
    ("Selongey", "21599", "21260", 47.5890, 5.1850, 0, 1, 0, 0),
    ("Semur-en-Auxois", "21603", "21140", 47.4900, 4.3340, 1, 1, 0, 0),
    ("Châtillon-sur-Seine", "21154", "21400", 47.8580, 4.5740, 0, 1, 1, 0),
    ("Saulieu", "21584", "21210", 47.2810, 4.2290, 0, 1, 0, 0),
    ("Arnay-le-Duc", "21023", "21230", 47.1320, 4.4850, 0, 1, 0, 0),
    ("Pouilly-en-Auxois", "21501", "21320", 47.2630, 4.5560, 0, 1, 0, 0),
    ("Venarey-les-Laumes", "21663", "21150", 47.5430, 4.4590, 0, 1, 0, 0),
    ("Seurre", "21607", "21250", 47.0010, 5.1520, 0, 1, 0, 0),
    ("Bligny-sur-Ouche", "21087", "21360", 47.1060, 4.6680, 0, 0, 0, 1),
    ("Vitteaux", "21710", "21350", 47.3980, 4.5420, 0, 0, 0, 1),
    ("Sombernon", "21611", "21540", 47.3090, 4.7070, 0, 0, 0, 1),
    ("Nevers", "58194", "58000", 46.9900, 3.1590, 1, 2, 2, 2),
    ("Cosne-Cours-sur-Loire", "58086", "58200", 47.4110, 2.9250, 1, 1, 0, 0),
    ("Decize", "58095", "58300", 46.8290, 3.4610, 1, 1, 0, 0),
    ("Clamecy", "58079", "58500", 47.4600, 3.5190, 0, 1, 1, 0),
    ("La Charité-sur-Loire", "58059", "58400", 47.1780, 3.0180, 0, 0, 0, 1),
    ("Imphy", "58134", "58160", 46.9260, 3.2580, 0, 1, 0, 0),
    ("Fourchambault", "58117", "58600", 47.0190, 3.0820, 0, 0, 1, 1),
    ("Varennes-Vauzelles", "58303", "58640", 47.0150, 3.1410, 0, 0, 0, 1),
    ("Corbigny", "58083", "58800", 47.2570, 3.6830, 0, 1, 0, 0),
    ("Luzy", "58149", "58170", 46.7900, 3.9700, 0, 0, 0, 1),
    ("Moulins-Engilbert", "58182", "58290", 46.9890, 3.8110, 0, 0, 0, 1),
    ("Mâcon", "71270", "71000", 46.3070, 4.8330, 1, 1, 2, 2),
    ("Chalon-sur-Saône", "71076", "71100", 46.7810, 4.8540, 1, 2, 2, 1),
    ("Le Creusot", "71153", "71200", 46.8010, 4.4410, 1, 1, 1, 0),
    ("Montceau-les-Mines", "71306", "71300", 46.6670, 4.3690, 1, 1, 0, 1),
    ("Autun", "71014", "71400", 46.9510, 4.2990, 1, 1, 1, 0),
    ("Paray-le-Monial", "71342", "71600", 46.4540, 4.1160, 1, 0, 0, 1),
    ("Digoin", "71176", "71160", 46.4810, 3.9790, 0, 1, 1, 0),
    ("Louhans", "71263", "71500", 46.6260, 5.2240, 1, 1, 0, 0),
    ("Tournus", "71543", "71700", 46.5640, 4.9090, 0, 1, 0, 0),
    ("Cluny", "71137", "71250", 46.4340, 4.6590, 0, 1, 0, 0),
    ("Charolles", "71106", "71120", 46.4350, 4.2750, 0, 1, 1, 0),
    ("Gueugnon", "71230", "71130", 46.6030, 4.0620, 0, 1, 0, 0),
    ("Givry", "71221", "71640", 46.7820, 4.7430, 0, 1, 0, 0),
    ("Chagny", "71073", "71150", 46.9090, 4.7510, 0, 1, 0, 0),
    ("La Clayette", "71133", "71800", 46.2900, 4.3050, 0, 1, 0, 0),
    ("Buxy", "71070", "71390", 46.7120, 4.6870, 0, 0, 0, 1),
    ("Pierre-de-Bresse", "71351", "71270", 46.8840, 5.2560, 0, 0, 0, 1),
    ("Cuisery", "71158", "71290", 46.5570, 4.9980, 0, 0, 0, 1),
    ("Marcigny", "71275", "71110", 46.2760, 4.0410, 0, 0, 0, 1),
    ("Épinac", "71190", "71360", 46.9910, 4.5140, 0, 0, 0, 1),
    ("Auxerre", "89024", "89000", 47.7980, 3.5730, 1, 1, 2, 2),
    ("Sens", "89387", "89100", 48.1970, 3.2830, 1, 1, 1, 2),
    ("Avallon", "89025", "89200", 47.4900, 3.9080, 1, 0, 0, 1),
    ("Joigny", "89206", "89300", 47.9820, 3.3970, 1, 1, 0, 0),
    ("Tonnerre", "89418", "89700", 47.8560, 3.9740, 1, 0, 0, 1),
    ("Migennes", "89257", "89400", 47.9660, 3.5180, 0, 1, 1, 0),
    ("Saint-Florentin", "89345", "89600", 48.0000, 3.7250, 0, 1, 0, 0),
    ("Toucy", "89419", "89130", 47.7360, 3.2950, 0, 1, 0, 0),
    ("Villeneuve-sur-Yonne", "89464", "89500", 48.0830, 3.2950, 0, 1, 0, 0),
    ("Chablis", "89068", "89800", 47.8140, 3.7980, 0, 0, 0, 1),
    ("Pont-sur-Yonne", "89309", "89140", 48.2840, 3.2030, 0, 0, 0, 1),
    ("Brienon-sur-Armançon", "89055", "89210", 47.9910, 3.6170, 0, 0, 0, 1),
    ("Vermenton", "89441", "89270", 47.6640, 3.7340, 0, 0, 0, 1),
]

DEPARTEMENTS = {"021": "Côte-d'Or", "058": "Nièvre", "071": "Saône-et-Loire", "089": "Yonne"}

WOMEN = ("Adélaïde Apolline Bertille Cassandre Célestine Clothilde Constance Delphine "
         "Éléonore Élodie Estelle Félicie Florine Garance Gisèle Hermance Hortense Iris "
         "Jeanne-Lise Joséphine Léocadie Lorraine Ludivine Magali Mahaut Marjolaine "
         "Mélisande Nolwenn Octavie Pauline Prune Rosalie Salomé Ségolène Sibylle Solange "
         "Sylvie Tiphaine Violaine Zéphyrine").split()
MEN = ("Achille Amaury Anselme Antonin Augustin Barnabé Bastien Bénigne Célestin Clovis "
       "Denis Donatien Edgar Eloi Étienne-Marie Félix Firmin Florent Gaëtan Gontran "
       "Guilhem Honoré Hyacinthe Isidore Jocelyn Joël Lazare Léandre Ludovic Maxence "
       "Nestor Odilon Ovide Régis Rodrigue Sylvestre Thibault Urbain Valentin Zacharie").split()

NAME_HEADS = ("Tolv Marn Brind Calv Dorv Esp Flav Gard Harl Jonv Lusc Morv Nelv Orb Palv "
              "Quilm Rosv Selv Tarn Urv Verl Alm Brov Corv Drav Fanv Glév Houv Jarv Kerv "
              "Lomb Mirv Norv Plév Ribv Sarv Trém Vaul").split()
NAME_TAILS = ("igrange esmure ambresse evrolles orlière astelle ourmaux eplaine oncourde "
              "ivaude angelet emprey iselard uchanne obrisse egontier amblay ivernel "
              "otrêve édanche ignères eraulme ospertin élouan").split()
# Spellings that break careless programs: particles, apostrophes, ligatures, foreign letters.
SPECIAL_NAMES = ["L'Estrévaux", "d'Amblerive", "de La Fontmarne", "N'Dolaré", "O'Brannec",
                 "Van den Ormelle", "Le Quivarec", "Peñalvère", "Łuvinec", "Çaglivar",
                 "Œillemont-Vard", "Müstrelin", "Saint-Orvance", "El Harvanel", "Di Morvello",
                 "Château-Brisvel", "Le Stanguenec-Orb", "Ærnevald", "D'Hautecombelle"]

SCHOOL_PLACES = ["des Trois Ormelles", "de la Combe aux Grives", "du Pré Marlot",
                 "les Hautes Brumes", "du Gué Tavernier", "de la Croix Vermeille",
                 "les Quatre Bornages", "du Chemin Rouvre", "de la Source Perlée",
                 "du Moulin Farcy", "les Grands Échalas", "de l'Orée Blanche",
                 "du Puits Sarrault", "de la Roche Amblaye", "les Terrasses du Serein bleu",
                 "du Bois Marcellin", "de la Motte Courbe", "les Vergers d'Olmeuse"]
STREETS = ["rue des Tonneliers", "avenue des Marronniers blancs", "rue du Vieux Pressoir",
           "boulevard des Remparts", "rue de la Fontaine ronde", "chemin des Vignes hautes",
           "rue du Lavoir", "place du Champ de Mai", "avenue de l'Europe", "rue des Écoles",
           "allée des Charmes", "route de la Gare", "rue du Onze-Novembre", "rue du Port"]

COLLEGE_HEADER = (
    "numero_uai;appellation_officielle;denomination_principale;patronyme_uai;"
    "secteur_public_prive_libe;adresse_uai;lieu_dit_uai;boite_postale_uai;code_postal_uai;"
    "localite_acheminement_uai;libelle_commune;coordonnee_x;coordonnee_y;EPSG;latitude;longitude;"
    "appariement;localisation;nature_uai;nature_uai_libe;etat_etablissement;"
    "etat_etablissement_libe;code_departement;code_region;code_academie;code_commune;"
    "libelle_departement;libelle_region;libelle_academie;position;secteur_prive_code_type_contrat;"
    "secteur_prive_libelle_type_contrat;code_ministere;libelle_ministere;date_ouverture").split(";")
LYCEE_HEADER = (
    "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;"
    "Adresse_1;Adresse_2;Adresse_3;Code_postal;Code_commune;Nom_commune;Code_departement;"
    "Code_academie;Code_region;Ecole_maternelle;Ecole_elementaire;Voie_generale;"
    "Voie_technologique;Voie_professionnelle;Telephone;Fax;Web;Mail;Restauration;Hebergement;ULIS;"
    "Apprentissage;Segpa;Section_arts;Section_cinema;Section_theatre;Section_sport;"
    "Section_internationale;Section_europeenne;Lycee_Agricole;Lycee_militaire;Lycee_des_metiers;"
    "Post_BAC;Appartenance_Education_Prioritaire;GRETA;SIREN_SIRET;Nombre_d_eleves;Fiche_onisep;"
    "position;Type_contrat_prive;Libelle_departement;Libelle_academie;Libelle_region;"
    "coordX_origine;coordY_origine;epsg_origine;nom_circonscription;latitude;longitude;"
    "precision_localisation;date_ouverture;date_maj_ligne;etat;ministere_tutelle;multi_uai;"
    "rpi_concentre;rpi_disperse;code_nature;libelle_nature;Code_type_contrat_prive;PIAL;"
    "etablissement_mere;type_rattachement_etablissement_mere;code_circonscription;"
    "code_zone_animation_pedagogique;libelle_zone_animation_pedagogique;code_bassin_formation;"
    "libelle_bassin_formation").split(";")
