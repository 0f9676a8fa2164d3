/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "migrations.h"

#include <stddef.h>

/* Version 1 of the campaign file. Frozen once released: a change is a new migration. Opening
 * compares the schema of a file with this text, so even a blank counts. */

#define TEXT(name) name " TEXT NOT NULL"
#define INT(name) name " INTEGER NOT NULL"
#define BOOL(name) name " INTEGER NOT NULL CHECK (" name " IN (0, 1))"
#define ENUM(name, first, last)                                                                    \
    name " INTEGER NOT NULL CHECK (" name " BETWEEN " #first " AND " #last ")"
#define COUNT(name) name " INTEGER NOT NULL CHECK (" name " >= 0)"
/* A day or NULL; "AAAA-MM-JJ". */
#define DAY(name) name " TEXT CHECK (" name " GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')"
#define REF(name, table) name " INTEGER REFERENCES " table " (pos)"
#define POS "pos INTEGER PRIMARY KEY CHECK (pos >= 0)"
#define ONLY_POS "pos INTEGER PRIMARY KEY CHECK (pos = 0)"
#define ORIGIN TEXT("origin_file") ", " TEXT("origin_sheet") ", " COUNT("origin_row")
#define PLACE                                                                                              \
    TEXT("place_uai")                                                                                      \
    ", " TEXT("place_name") ", " TEXT("place_type") ", " TEXT("address") ", " TEXT("post_code") ", " TEXT( \
        "commune") ", " TEXT("commune_code") ", " TEXT("department") ", " BOOL("located") ", "             \
                                                                                          "latitu"         \
                                                                                          "de "            \
                                                                                          "REAL "          \
                                                                                          "NOT "           \
                                                                                          "NULL, "         \
                                                                                          "longit"         \
                                                                                          "ude "           \
                                                                                          "REAL "          \
                                                                                          "NOT "           \
                                                                                          "NULL"
#define TABLE(name, columns) "CREATE TABLE " name " (" columns ") STRICT"
/* Rows of a list belong to row `owner` of another table and go with it. */
#define LIST(name, owner_table, columns)                                                           \
    "CREATE TABLE " name " (owner INTEGER NOT NULL REFERENCES " owner_table                        \
    " (pos) ON DELETE CASCADE, " COUNT("pos") ", " columns                                         \
                                              ", PRIMARY KEY (owner, pos)) STRICT, WITHOUT ROWID"
#define REF_LIST(name, owner_table, item_table)                                                    \
    LIST(name, owner_table, "item INTEGER NOT NULL REFERENCES " item_table " (pos)")
#define SPAN_LIST(name, owner_table)                                                               \
    LIST(name, owner_table,                                                                        \
         DAY("first_day") ", " DAY("last_day") ", " ENUM("weekday", 0, 7) ", " ENUM("halves", 1,   \
                                                                                    3))
#define REFUSE(name, when, table, why)                                                             \
    "CREATE TRIGGER " name " BEFORE " when " ON " table " BEGIN SELECT RAISE(ABORT, '" why "'); "  \
    "END"
#define NO_CHANGE(table, why)                                                                      \
    REFUSE(table "_no_update", "UPDATE", table, why),                                              \
        REFUSE(table "_no_delete", "DELETE", table, why)
/* Numbers follow one another, which also stops INSERT OR REPLACE. */
#define NEXT_ONLY(table, key)                                                                      \
    "CREATE TRIGGER " table "_next_only BEFORE INSERT ON " table " WHEN NEW." key                  \
    " IS NOT (SELECT coalesce(max(" key "), 0) + 1 FROM " table                                    \
    ") BEGIN SELECT RAISE(ABORT, '" table " are numbered in turn'); END"
/* The row of `plans` comes last and seals the plan: nothing joins it afterwards. */
#define PLAN_PART(table, columns, key)                                                             \
    "CREATE TABLE " table " (version INTEGER NOT NULL REFERENCES plans (version) DEFERRABLE "      \
    "INITIALLY DEFERRED, " columns ", PRIMARY KEY (" key ")) STRICT, WITHOUT ROWID",               \
        NO_CHANGE(table, "plans are immutable"),                                                   \
        "CREATE TRIGGER " table "_sealed BEFORE INSERT ON " table                                  \
        " WHEN EXISTS (SELECT 1 FROM plans WHERE version = NEW.version)"                           \
        " BEGIN SELECT RAISE(ABORT, 'plans are immutable'); END"

/* clang-format off: one line a column is what one reads here. */
static const char *const statements[] = {
    /* Every person id ever given, so that none is given twice. Says nothing of who
     * it is.
     */
    TABLE("known_people", "id TEXT PRIMARY KEY, " ENUM(
                              "kind", 0, 2) ", " /* 0 named, 1 of a head-count, 2 reserved seat */
          TEXT("uai") ", " TEXT("roles") ", "    /* codes in order, of unnamed persons */
          COUNT("rank")), /* among unnamed persons of the same uai and roles, from 1 */
    REFUSE("known_people_no_delete", "DELETE", "known_people", "person ids are never reused"),
    TABLE("counters", "name TEXT PRIMARY KEY, " COUNT("last")),
    "CREATE TRIGGER counters_rise BEFORE UPDATE ON counters WHEN NEW.last < "
    "OLD.last"
    " BEGIN SELECT RAISE(ABORT, 'person ids are never reused'); END",
    REFUSE("counters_no_delete", "DELETE", "counters", "person ids are never reused"),
    /* The one table that says who is who. To forget somebody is to delete one row
       of it. */
    "CREATE TABLE identities ("
    "kind TEXT NOT NULL CHECK (kind IN ('person', 'trainer')), " TEXT(
        "ref") ", " /* a person's id, a trainer's code */
    TEXT("last_name") ", " TEXT("first_name") ", " TEXT(
        "email") ", "
                 "PRIMARY KEY (kind, ref)) STRICT, WITHOUT ROWID",

    /* The inputs, replaced as a whole by each import. */
    TABLE("parameters", ONLY_POS
          ", " TEXT("name") ", " TEXT("academy") ", " TEXT("zone") ","
                                                                   " " DAY("first_day") ","
                                                                                        " " DAY(
                                                                                            "l"
                                                                                            "a"
                                                                                            "s"
                                                                                            "t"
                                                                                            "_"
                                                                                            "d"
                                                                                            "a"
                                                                                            "y") ","
                                                                                                 " " DAY("convocation_day") ", " INT("notice_warn_days") ", " INT("notice_block_days") ", " INT("morning_start_min") ", " INT("morning_end_min") ", " INT("afternoon_start_min") ", " INT("afternoon_end_min") ", " ENUM("wednesday", 0, 2) ", " BOOL("close_holidays") ", " ENUM("territory", 0, 1) ", " INT("route_micro") ", " INT("km_rate_micro") ", " INT("meal_cents") ", " INT("meal_canteen_cents") ", " INT("trainer_rate_cents") ", " INT("max_trip_km") ", " BOOL(
                                                                                                     "group_by_establishment") ", " INT("car_seats") ", " BOOL("head_present") ", " BOOL("continuity_remote") ", " INT("class_absentees") ", " BOOL("reserve_seats") ", " INT("cost_tolerance_micro")),
    TABLE(
        "survey",
        ONLY_POS ", " COUNT("n_rows") ", " COUNT("n_kept") ", " COUNT(
            "n_"
            "replaced") ", " COUNT("n_unsubmitted") ", " COUNT("n_outside") ","
                                                                            " " COUNT(
                                                                                "n_uai_"
                                                                                "mended") ","
                                                                                          " " COUNT("n_person_twice") ", " COUNT(
                                                                                              "n_"
                                                                                              "pe"
                                                                                              "rs"
                                                                                              "on"
                                                                                              "_t"
                                                                                              "wo"
                                                                                              "_p"
                                                                                              "la"
                                                                                              "ce"
                                                                                              "s")),
    TABLE("academies", POS ", name TEXT NOT NULL UNIQUE, " TEXT("zone") ", " ORIGIN),
    TABLE("waves", POS ", " TEXT("code") ", " TEXT("label") ", " DAY("cutover") ", " ORIGIN),
    TABLE("agencies",
          POS ", " TEXT("uai") ", " TEXT("label") ", " BOOL("accountant_present") ", " ORIGIN),
    TABLE("roles", POS ", " TEXT("code") ", " TEXT("label") ", " ENUM("sphere", 0, 2) ", " ENUM(
                       "office", 0, 3) ", " BOOL("service") ", " ORIGIN),
    LIST("role_aliases", "roles", TEXT("item")),
    TABLE(
        "paths", POS
        ", "
        "code TEXT NOT NULL UNIQUE, " TEXT("label") ", " INT(
            "min_"
            "size") ", " INT("target_"
                             "size") ", " INT("max_size") ","
                                                          " " INT(
                                                              "trainers_per_"
                                                              "group") ","
                                                                       " " ENUM(
                                                                           "pair_"
                                                                           "rule",
                                                                           0,
                                                                           3) ","
                                                                              " " INT(
                                                                                  "mi"
                                                                                  "n_"
                                                                                  "gr"
                                                                                  "ou"
                                                                                  "p"
                                                                                  "s") ", " INT("ma"
                                                                                                "x_"
                                                                                                "gr"
                                                                                                "ou"
                                                                                                "p"
                                                                                                "s") ","
                                                                                                     " " ORIGIN),
    REF_LIST("path_roles", "paths", "roles"),
    TABLE("modules",
          POS ", " REF("path", "paths") ", " INT("ordinal") ", " TEXT(
              "cod"
              "e") ", " TEXT("title") ","
                                      " " TEXT("link") ", " ENUM("mode", 0,
                                                                 3) ", " INT("half_days") ", " ENUM("moment", 0, 3) ", " BOOL("fm1") ", " INT("gap_min_days") ", " INT("g"
                                                                                                                                                                       "a"
                                                                                                                                                                       "p"
                                                                                                                                                                       "_"
                                                                                                                                                                       "m"
                                                                                                                                                                       "a"
                                                                                                                                                                       "x"
                                                                                                                                                                       "_"
                                                                                                                                                                       "d"
                                                                                                                                                                       "a"
                                                                                                                                                                       "y"
                                                                                                                                                                       "s") ", " DAY("e"
                                                                                                                                                                                     "a"
                                                                                                                                                                                     "r"
                                                                                                                                                                                     "l"
                                                                                                                                                                                     "i"
                                                                                                                                                                                     "e"
                                                                                                                                                                                     "s"
                                                                                                                                                                                     "t") ","
                                                                                                                                                                                          " " DAY("latest") ", " BOOL(
                                                                                                                                                                                              "before_cutover") ", " ORIGIN
                                                                                                                                                                                                                ", "
                                                                                                                                                                                                                "UNIQUE (path, code)"),
    TABLE(
        "establishments",
        POS ", " TEXT("uai") ", " PLACE ", " REF(
            "wave",
            "waves") ","
                     " " REF(
                         "agency",
                         "agenc"
                         "ies") ", " REF("academy",
                                         "academies") ", " INT("staff") ", " TEXT("responden"
                                                                                  "t") ","
                                                                                       " " BOOL(
                                                                                           "answe"
                                                                                           "r"
                                                                                           "ed") ","
                                                                                                 " " ORIGIN),
    TABLE(
        "people", POS
        ", "
        "id TEXT NOT NULL UNIQUE REFERENCES known_people (id), " REF(
            "establishment",
            "establishments") ","
                              " " BOOL("named") ", " BOOL("reserved") ", " INT(
                                  "we"
                                  "ig"
                                  "h"
                                  "t") ", " BOOL("already_trained") ", " BOOL("need"
                                                                              "s_"
                                                                              "acce"
                                                                              "ss") ","
                                                                                    " " ENUM("otp", 0, 2) ", " ENUM(
                                                                                        "access_"
                                                                                        "right",
                                                                                        0,
                                                                                        2) ","
                                                                                           " " ORIGIN),
    REF_LIST("person_roles", "people", "roles"),
    SPAN_LIST("person_spans", "people"),
    TABLE("trainers", POS
          ", "
          "code TEXT NOT NULL UNIQUE, " PLACE
          ", " REF("role", "roles") ", " ENUM("sphere", 0, 2) ", " TEXT("entry_wave") ", " BOOL(
              "confirmed") ", " INT("max_half_days") ", " REF("academy", "academies") ","
                                                                                      " " ORIGIN),
    REF_LIST("trainer_paths", "trainers", "paths"),
    SPAN_LIST("trainer_spans", "trainers"),
    TABLE("pairs", POS ", " TEXT("code") ", " REF("trainer_1", "trainers") ", " REF(
                       "trainer_2", "trainers") ", " ORIGIN),
    REF_LIST("pair_paths", "pairs", "paths"),
    TABLE("rooms", POS ", "
                       "code TEXT NOT NULL UNIQUE, " PLACE
                       ", " INT("seats") ", " INT("workstations") ", " BOOL("canteen") ", " BOOL(
                           "accessible") ", " REF("academy", "academies") ", " ORIGIN),
    SPAN_LIST("room_spans", "rooms"),
    TABLE("fm1_windows",
          POS ", " DAY("first_day") ", " DAY("last_day") ", " INT("max_groups") ", " ORIGIN),
    TABLE("closures",
          POS ", " ENUM("kind", 0, 2) ", " DAY("first_day") ", " DAY("last_day") ", " REF(
              "academy", "academies") ", " TEXT("label") ", " ORIGIN),
    TABLE("milestones",
          POS ", " TEXT("code") ", " TEXT("label") ", " DAY("first_day") ", " DAY(
              "last_day") ", " BOOL("forbidden") ", " REF("academy", "academies") ", " ORIGIN),
    REF_LIST("milestone_roles", "milestones", "roles"),
    TABLE("locks",
          POS ", " TEXT("group_code") ", " TEXT("value") ", " ENUM("kind", 0, 5) ", " ORIGIN),
    TABLE("distances", POS ", " TEXT("uai") ", " REF("room", "rooms") ", " INT("km_milli") ", " INT(
                           "minutes") ", " ORIGIN),
    TABLE("rates", POS ", " TEXT("code") ", " INT("value_micro") ", " DAY("first_day") ", " DAY(
                       "last_day") ", " ORIGIN),

    /* What the last import found. It quotes cells, so a name may stand in value,
     * used or detail; file, sheet and line say of which row. */
    TABLE("problems",
          POS ", " ENUM("severity", 0,
                        2) ", "
                           "code INTEGER NOT NULL CHECK (code >= 1), " ENUM(
                               "action", 0,
                               6) ", "
                                  "file TEXT, "
                                  "sheet TEXT, " INT("line") ", "
                                                             "header TEXT, "
                                                             "value TEXT, "
                                                             "used TEXT, "
                                                             "detail TEXT, " INT("number")),
    TABLE("problems_left_out",
          "severity INTEGER PRIMARY KEY CHECK (severity BETWEEN 0 AND 2), " ENUM("number", 0,
                                                                                 100000000)),

    /* Plans, by codes and person ids: they outlive the inputs they were made from.
     */
    "CREATE TABLE plans ("
    "version INTEGER PRIMARY KEY CHECK (version >= 1), "
    "digest TEXT NOT NULL CHECK (length(digest) = 64), " ENUM("stop", 0, 4) ", " ENUM(
        "quality", 0,
        3) ", " INT("unplaced_penalty") ", " INT("changes") ", " INT("seed") ", " INT("wor"
                                                                                      "k") ") "
                                                                                           "STRICT",
    NO_CHANGE("plans", "plans are immutable"),
    NEXT_ONLY("plans", "version"),
    PLAN_PART("plan_tiers",
              ENUM("tier", 0, 3) ", " /* 1 to 3; 0 is stage 1 */
              INT("value") ", "
                           "bound INTEGER, " /* NULL: none is proven */
              BOOL("gap_proven"),
              "version, tier"),
    PLAN_PART("plan_groups",
              COUNT("pos") ", " TEXT("code") ", " TEXT("path") ", "
                                                               "academy TEXT, "
                                                               "room TEXT, "
                                                               "trainer_1 TEXT, "
                                                               "trainer_2 TEXT",
              "version, pos"),
    PLAN_PART("plan_meetings",
              COUNT("group_pos") ", " COUNT("pos") ", " TEXT("module") ", " DAY("day") ", " ENUM(
                  "halves", 1, 3) ", "
                                  "FOREIGN KEY (version, group_pos) REFERENCES "
                                  "plan_groups (version, pos)",
              "version, group_pos, pos"),
    PLAN_PART("plan_members",
              COUNT("group_pos") ", " COUNT(
                  "pos") ", "
                         "person TEXT NOT NULL REFERENCES known_people (id), "
                         "FOREIGN KEY (version, group_pos) REFERENCES plan_groups "
                         "(version, pos)",
              "version, group_pos, pos"),
    PLAN_PART(
        "plan_unplaced",
        COUNT("pos") ", "
                     "person TEXT NOT NULL REFERENCES known_people (id), " COUNT(
                         "rules") ", " /* bit (1 << rule) */
        ENUM("main_rule", 0, 18) ", " ENUM("remedy", 0, 13) ", "
                                                            "group_pos INTEGER, "
                                                            "FOREIGN KEY (version, group_pos) "
                                                            "REFERENCES plan_groups (version, pos)",
        "version, pos"),

    /* Which version people hold: the last row. */
    TABLE("publications",
          "id INTEGER PRIMARY KEY, "
          "version INTEGER NOT NULL REFERENCES plans (version), " TEXT("published_at")),
    NO_CHANGE("publications", "publications are only added"),
    NEXT_ONLY("publications", "id"),
    TABLE("journal", "id INTEGER PRIMARY KEY, " TEXT("started_at") ", " TEXT("command") ", " TEXT(
                         "detail") ", " INT("exit_code") ", " INT("duration"
                                                                  "_ms")),
    NO_CHANGE("journal", "the journal is only added to"),
    NEXT_ONLY("journal", "id"),
    NULL,
};
/* clang-format on */

const CoMigration co_schema_v1 = {statements};
