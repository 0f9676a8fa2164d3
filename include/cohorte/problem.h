/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file problem.h  What was found wrong or doubtful in the input data, as typed facts.
 * Implemented by planner/domain/problem.c. French words for the codes:
 * outputs/words/wording_fr_problems.c. Problems never stop the other rows; a reader collects them
 * all. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
G_BEGIN_DECLS

typedef enum {
    CO_SEVERITY_NOTICE,  /**< understood and mended, or merely worth knowing */
    CO_SEVERITY_WARNING, /**< a doubt that a planner should settle; the campaign can be planned */
    CO_SEVERITY_ERROR,   /**< the row or cell was left out, or the campaign cannot be planned */
} CoSeverity;

/** What the reader did about a problem. */
typedef enum {
    CO_ACTION_NONE,     /**< nothing: for information */
    CO_ACTION_MENDED,   /**< the value was repaired; see `used` */
    CO_ACTION_DEFAULT,  /**< the default stands instead; see `used` */
    CO_ACTION_CELL_OUT, /**< the cell was ignored, the row kept */
    CO_ACTION_ROW_OUT,  /**< the row was left out */
    CO_ACTION_MERGED,   /**< two rows count as one */
    CO_ACTION_FILE_OUT, /**< the file or table was left out */
} CoAction;

/** One code per kind of finding. Append only: the numbers are stored in campaign files. */
typedef enum CoProblemCode {
    CO_PROBLEM_FILE_UNREADABLE = 1, /**< cannot be opened or read; detail = system's words */
    CO_PROBLEM_FILE_NOT_TEXT,       /**< binary data in a .csv */
    CO_PROBLEM_FILE_TOO_LARGE,      /**< number = limit in bytes */
    CO_PROBLEM_FILE_EMPTY,
    CO_PROBLEM_FILE_CP1252,    /**< not UTF-8, read as Windows-1252 */
    CO_PROBLEM_CSV_QUOTE,      /**< quotes that do not close or stray ones */
    CO_PROBLEM_CELL_TOO_LARGE, /**< number = limit in bytes */
    CO_PROBLEM_ROW_LENGTH, /**< more cells than headers; number = headers; detail = column letters
                              in a workbook */
    CO_PROBLEM_TOO_MANY_ROWS,  /**< number = limit */
    CO_PROBLEM_TABLE_MISSING,  /**< value = table name; detail = files that are no table, or NULL */
    CO_PROBLEM_TABLE_EMPTY,    /**< headers only */
    CO_PROBLEM_TABLE_UNKNOWN,  /**< a file or sheet that is no table of a campaign; detail = nearest
                                  name */
    CO_PROBLEM_COLUMN_MISSING, /**< column = required; detail = closest header present */
    CO_PROBLEM_COLUMN_UNKNOWN, /**< left out; detail = wanted column it resembles */
    CO_PROBLEM_COLUMN_TWICE,   /**< the first one is read */
    CO_PROBLEM_VALUE_MISSING,  /**< required cell blank */
    CO_PROBLEM_VALUE_TYPE,   /**< detail = expected type key: date, nombre, entier, oui/non, plages,
                                heures, courriel */
    CO_PROBLEM_VALUE_CHOICE, /**< detail = allowed values, '|' between */
    CO_PROBLEM_VALUE_RANGE,  /**< detail = allowed range */
    CO_PROBLEM_VALUE_DIFFERS, /**< differs from the directory or survey; detail = the other value */
    CO_PROBLEM_KEY_TWICE,     /**< the same key on two rows; detail = first line */
    CO_PROBLEM_REFERENCE_UNKNOWN, /**< value is no key of the table named in detail */
    CO_PROBLEM_PARAMETER_UNKNOWN,
    CO_PROBLEM_PARAMETER_MISSING,
    CO_PROBLEM_DATE_OUTSIDE,   /**< outside debut..fin; detail = horizon */
    CO_PROBLEM_DATES_REVERSED, /**< fin before debut, latest before earliest */
    CO_PROBLEM_GAPS_REVERSED,  /**< ecart_max below ecart_min */
    CO_PROBLEM_WINDOW_OVERLAP, /**< two periods of FM1, or of one rate, overlap; detail = other line
                                */
    CO_PROBLEM_UAI_INVALID,    /**< wrong form or check letter, not mended */
    CO_PROBLEM_UAI_MENDED,     /**< used = the UAI read */
    CO_PROBLEM_UAI_UNKNOWN,    /**< valid but not in etablissements */
    CO_PROBLEM_UAI_NOT_IN_DIRECTORY,
    CO_PROBLEM_PLACE_UNKNOWN,   /**< no coordinates: distances count 0 */
    CO_PROBLEM_DIRECTORY_TWICE, /**< one UAI on two directory rows that differ; detail = file:line
                                   kept */
    CO_PROBLEM_ROLE_UNKNOWN,    /**< value = as typed; detail = closest role or alias */
    CO_PROBLEM_ROLE_TWO_PATHS,  /**< a role listed by two paths; used = the path that keeps it */
    CO_PROBLEM_ROLE_NO_PATH,    /**< nobody trains this role; number = persons who have it */
    CO_PROBLEM_ALIAS_TWICE,  /**< an alias of two roles: ambiguous; used = the role that keeps it */
    CO_PROBLEM_PERSON_TWICE, /**< counted once; detail = file:line where first named; used = how it
                                was seen, "courriel" or "nom" */
    CO_PROBLEM_PERSON_TWO_PLACES, /**< counted once, at `used`; detail = file:line of that naming */
    CO_PROBLEM_PERSON_TWO_ROLES,  /**< used = path taken */
    CO_PROBLEM_HOMONYM, /**< same name, other e-mail: kept as two persons; detail = file:line of the
                           other */
    CO_PROBLEM_PERSON_UNNAMED,       /**< a row that names no one and counts no one */
    CO_PROBLEM_ANSWER_REPLACED,      /**< another complete answer stands; used = name of the person,
                                        or NULL; detail = file:line of it;
                                        number = id of the answer left out */
    CO_PROBLEM_ANSWER_NOT_SUBMITTED, /**< left out, or kept when action is NONE; detail = file:line
                                        of the answer that stands, NULL when there is none; number =
                                        id */
    CO_PROBLEM_ANSWER_EMPTY,         /**< an answer that names no one; number = its id */
    CO_PROBLEM_ANSWER_MISSING,       /**< establishment without an answer: need unknown */
    CO_PROBLEM_MAPPING_GUESSED,      /**< value = mapping file written, NULL when none was */
    CO_PROBLEM_MAPPING_INVALID,      /**< detail = what is wrong */
    CO_PROBLEM_MAPPING_COLUMN, /**< a mapped header is not in the file; detail = closest, used =
                                  mapping file */
    CO_PROBLEM_STAFF_UNKNOWN,  /**< effectif_service unknown: R08 has no limit there; number =
                                  persons of the service to train */
    CO_PROBLEM_CUTOVER_PAST, /**< wave already cut over: avant_bascule gives a notice only; number =
                                persons */
    CO_PROBLEM_PAIR_SAME_TRAINER, /**< twice the same trainer */
    CO_PROBLEM_PAIR_MISSING,      /**< path asks for fixed pairs, none serves; detail = academy when
                                     there are several */
    CO_PROBLEM_ROOM_NO_SEAT,      /**< places is 0 */
    CO_PROBLEM_ROOM_NO_WORKSTATION, /**< postes is 0 while FM1 modules exist */
    CO_PROBLEM_PATH_NO_TRAINER, /**< too few skilled trainers; number = found; detail = academy when
                                   there are several */
    CO_PROBLEM_PATH_NO_MODULE,
    CO_PROBLEM_PATH_SIZES,     /**< effectif_min over effectif_max and the like; detail = the other
                                  columns, '|' between */
    CO_PROBLEM_MODULE_WINDOW,  /**< no open slot fits the module's dates */
    CO_PROBLEM_FM1_CLOSED,     /**< FM1 modules but no window in the horizon; number = modules */
    CO_PROBLEM_RATE_UNSET,     /**< taux_horaire_formateur: shown as "à renseigner", counts 0 */
    CO_PROBLEM_CALENDAR_ZONE,  /**< no row of the academy, zone or territory in the calendar; detail
                                  = zone */
    CO_PROBLEM_CALENDAR_COVER, /**< calendar does not cover the horizon; value = academy or
                                  territory; detail = last day covered */
    CO_PROBLEM_SPAN_OUTSIDE,   /**< an unavailability wholly outside the horizon */
    CO_PROBLEM_FORMULA_TEXT,   /**< a cell that looks like a formula, kept as text */
    CO_PROBLEM_ALREADY_TRAINED, /**< counted, not planned; number = persons */
    CO_PROBLEM_SEAT_RESERVED, /**< unnamed persons added; value = UAI; detail = role; number = seats
                               */
    CO_PROBLEM_AGENCY_VACANT, /**< accounting officer's post vacant */
    CO_PROBLEM_FILE_FORMAT,   /**< a table in a format that is not read; value = its extension */
    CO_PROBLEM_TABLE_TWICE,   /**< a second file for the same table; detail = the file read */
    CO_PROBLEM_TOO_MANY_COLUMNS,    /**< number = limit */
    CO_PROBLEM_SURVEY_UNUSED,       /**< `besoins` is there too and stands alone */
    CO_PROBLEM_MAPPING_NOT_WRITTEN, /**< the guess stands, its file could not be written; detail =
                                       why */
    CO_PROBLEM_DIRECTORY_CLOSED,    /**< directory says closed or not yet open; detail = its word */
    CO_PROBLEM_DIRECTORY_ATTACHED,  /**< a section or annex; detail = UAI of the whole establishment
                                     */
    CO_PROBLEM_PAIR_RULE,      /**< regle_binome needs two trainers, the path has one per group */
    CO_PROBLEM_PAIR_UNSKILLED, /**< a given pair for a path one of the two does not teach; value =
                                  path; detail = trainer */
    CO_PROBLEM_PATH_TOO_FEW,   /**< number = persons of the path, detail = effectif_min */
    CO_PROBLEM_PATH_TOO_MANY,  /**< number = persons of the path, detail = seats of groupes_max
                                  groups */
    CO_PROBLEM_WEBINAR_DATES,  /**< au_plus_tot and au_plus_tard of a webinar differ */
    CO_PROBLEM_MAPPING_GAP,    /**< value = key that no column answers to; used = mapping file */
    CO_PROBLEM_RATE_NOT_DATED, /**< taux_horaire_formateur in `frais`: one rate per campaign */
    CO_PROBLEM_HORIZON_LONG,   /**< number = most days a horizon may hold */
    CO_PROBLEM_HALVES_OVERLAP, /**< matin ends after apres_midi begins */
    CO_PROBLEM_NO_ROOM,        /**< value = academy that has persons to gather and no room */
    CO_PROBLEM_NO_ACCESSIBLE_ROOM, /**< value = academy; number = persons who need one */
    CO_PROBLEM_LIMIT_TRUNCATED,    /**< more problems than the list holds; number = left out */
    CO_PROBLEM_BOOK_DAMAGED, /**< a workbook that is none, or is cut or broken; detail = the part of
                                the package at fault, or NULL */
    CO_PROBLEM_BOOK_ENCRYPTED, /**< a workbook under a password */
    CO_PROBLEM_BOOK_MACROS,    /**< a workbook with macros */
    CO_PROBLEM_BOOK_TOO_LARGE, /**< a workbook over the limits once unpacked; detail = the part at
                                  fault */
    CO_PROBLEM_BOOK_NO_TABLE, /**< no sheet of the workbook bears the name of a table; value = names
                                 of its sheets, '|' between */
    CO_PROBLEM_SHEET_HIDDEN,  /**< a hidden sheet, not read */
    CO_PROBLEM_SHEET_UNUSED,  /**< only one sheet of the file is this table; detail = that sheet */
    CO_PROBLEM_ROWS_HIDDEN,   /**< hidden rows were read like the others; number = rows */
    CO_PROBLEM_CELLS_MERGED,  /**< each merged cell counts for every row it covers; number = cells
                                 filled */
    CO_PROBLEM_CELL_ERROR, /**< value = an error as a spreadsheet shows it (#N/A); number = cells of
                              the column like that */
    CO_PROBLEM_FORMULA_EMPTY, /**< formulas whose results are not in the file; number = cells of the
                                 column like that */
    CO_PROBLEM_SURVEY_SHEET_UNUSED, /**< a sheet of a survey that holds no answers */
    CO_PROBLEM_QUESTION_GONE, /**< value = a header the survey had when it was mapped; detail = the
                                 key of the mapping that leads to it, or NULL */
    CO_PROBLEM_QUESTION_NEW,  /**< value = a header it did not have */
    CO_PROBLEM_QUESTION_RENAMED, /**< value = old header, used = new one; detail as for GONE */
    CO_PROBLEM_MAPPING_DOUBTFUL, /**< value = header; detail = key of the mapping; number =
                                    confidence in percent */
    CO_PROBLEM_UAI_NEAR, /**< one change makes `used` of value. MENDED: read so, as decided (notice)
                            or for the name agrees (warning); ROW_OUT: to be settled (error;
                            detail = several candidates, '|' between, when used is NULL) or decided
                            (notice) */
    CO_PROBLEM_ESTABLISHMENT_BY_NAME, /**< no usable UAI; value = name and commune; otherwise as
                                         UAI_NEAR; used and detail NULL: nobody bears that name */
    CO_PROBLEM_ROLE_NEAR,        /**< value = as typed; used = code of the role. MENDED: read so, as
                                           decided (notice) or for want of a decision (warning); ROW_OUT:
                                    decided        to leave it out */
    CO_PROBLEM_DECISION_INVALID, /**< value = decision as typed; detail = what is expected: uai,
                                    role */
    CO_PROBLEM_TRAINER_IS_PARTICIPANT, /**< equal e-mail: one human; value = trainer; used = UAI
                                          where they are a participant */
    CO_PROBLEM_ICS_INVALID,            /**< a .ics that is no calendar */
    CO_PROBLEM_ICS_CUT,                /**< an event whose end is missing */
    CO_PROBLEM_ICS_VALUE, /**< column = property that cannot be used; value only when it can be
                             nothing private */
    CO_PROBLEM_ICS_RULE,  /**< a recurrence that is not followed; column = property */
    CO_PROBLEM_ICS_ZONE,  /**< a time zone nobody describes: local time; value = TZID */
    CO_PROBLEM_ICS_LIMIT, /**< more events or occurrences than are followed; number = limit, 0 when
                             the file's own is met */
    CO_PROBLEM_AGENDA_READ,    /**< value = trainer; number = half-days of the horizon it takes */
    CO_PROBLEM_AGENDA_UNUSED,  /**< an agenda of nobody in `formateurs`; detail = nearest trainer */
    CO_PROBLEM_AGENDA_MISSING, /**< value = file named by a trainer's `agenda`, which is not there
                                */
    CO_PROBLEM_HOLIDAYS_LOCAL, /**< value = territory whose own public holidays are not in the
                                  calendar: those of the whole country stand */
    CO_PROBLEM_HOLIDAYS_ELSEWHERE, /**< value = territory within an academy of another one; detail =
                                      the days it has besides; number = rooms and people there */
    CO_PROBLEM_SESSION_TAKEN,  /**< value = room or person; number = half-days other training takes
                                */
    CO_PROBLEM_SESSION_PLACE,  /**< a session at a site of ours in no room that could be told; value
                                  =  place as written; detail = rooms there, '|' between */
    CO_PROBLEM_SESSION_PERSON, /**< value = a name that two people of the campaign bear */
    CO_PROBLEM_SESSION_SPREAD, /**< value = period of a session; detail = duration: too short to
                                  fill it, so that its days are unknown */
    CO_PROBLEM_SESSION_OTHERS, /**< number = people in sessions who are not in the campaign */
    CO_PROBLEM_SESSION_OWN,    /**< number = sessions of this campaign's own modules, passed over */
    CO_PROBLEM_TITLE_ABOVE,    /**< value = a title above the headers of a table, passed over */
    CO_PROBLEM_TABLE_RECOGNISED, /**< a file under a name of its own, told by its columns; value =
                                    the table it is read as */
    CO_PROBLEM_ADDRESS_SHARED,   /**< value = two names, '|' between, at one address: two persons;
                                    used = the address; detail = file:line of the first */
    CO_PROBLEM_BLOCK_ORPHAN,   /**< a row of a repeated block; value = id of its file, which is not
                                  there */
    CO_PROBLEM_ANSWER_REFUSED, /**< value = state of the file, refused or never sent; used = UAI;
                                  number = id */
    CO_PROBLEM_SURVEY_NOBODY,  /**< number = answers of the survey, none of which names anybody */
    CO_PROBLEM_DAYS_UNUSED,    /**< value = header of a survey's column of days that is not read */
    CO_PROBLEM_PRESENCE_NO_SHEET,  /**< a file in which no attendance is found */
    CO_PROBLEM_PRESENCE_KEY,       /**< value = key of an attendance sheet that cannot be read */
    CO_PROBLEM_PRESENCE_VERSION,   /**< value = plan a sheet was made for; used = plan it is held
                                      against */
    CO_PROBLEM_PRESENCE_GROUP,     /**< value = no group of the plan; detail = nearest, or NULL */
    CO_PROBLEM_PRESENCE_PERSON,    /**< value = nobody of the campaign */
    CO_PROBLEM_PRESENCE_NAMESAKES, /**< value = a name; detail = ids of those who bear it, '|'
                                      between */
    CO_PROBLEM_PRESENCE_MODULE, /**< value = no module of the group, which is used; detail = nearest
                                   one, or NULL */
    CO_PROBLEM_PRESENCE_DATE,   /**< value = half-day, "AAAA-MM-JJ am" or pm, without a meeting
                                   for the module, which is used; detail = when there is one, '|'
                                   between, or NULL */
    CO_PROBLEM_PRESENCE_STATE,  /**< value = no state of attendance; detail = nearest, or NULL */
    CO_PROBLEM_PRESENCE_CATCH_UP,   /**< value = person who came to another group, which is detail;
                                       used = their own, or NULL */
    CO_PROBLEM_PRESENCE_OTHER_PATH, /**< value = person of another path than the group's, detail */
    CO_PROBLEM_PRESENCE_CONFLICT,   /**< value = person; used = state told here (present, absent,
                                       excuse); detail = where it is told otherwise: neither counts */
    CO_PROBLEM_END,                 /**< no code: one past the last */
} CoProblemCode;

/** One finding. Texts are owned by the list. Any text may be NULL, any number 0, when it says
 * nothing. */
typedef struct CoProblem {
    CoSeverity severity;
    CoProblemCode code;
    CoAction action;
    const char *file;  /**< base name of the file */
    const char *sheet; /**< sheet of a workbook, or NULL */
    int line;          /**< 1-based line (CSV: physical line the row starts on) or row of a sheet */
    const char *column; /**< header as printed in the file */
    const char *value;  /**< the offending value, cut to 200 characters */
    const char *used;   /**< what stands instead */
    const char *detail; /**< depends on the code */
    int64_t number;     /**< depends on the code */
} CoProblem;

typedef struct CoProblemList CoProblemList;

CoProblemList *co_problem_list_new(void); /**< (transfer full) */
void co_problem_list_free(CoProblemList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoProblemList, co_problem_list_free)
/** Appends a copy (texts too). Past 10 000 problems only a count is kept, reported by one last
 * CO_PROBLEM_LIMIT_TRUNCATED. */
void co_problem_list_add(CoProblemList *list, const CoProblem *problem);
size_t co_problem_list_size(const CoProblemList *list);
/** @return (transfer none) problem @p index < size */
const CoProblem *co_problem_list_at(const CoProblemList *list, size_t index);
/** @return how many problems are of at least this severity */
size_t co_problem_list_count(const CoProblemList *list, CoSeverity at_least);
/** Sorts by file, sheet, line, severity (worst first), code; stable. */
void co_problem_list_sort(CoProblemList *list);
G_END_DECLS
