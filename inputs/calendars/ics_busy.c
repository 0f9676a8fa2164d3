/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ics_busy.h"

#include <libical/ical.h>
#include <string.h>

#include "ics_rule.h"
#include "ics_zones.h"

enum { DAY_MIN = 24 * 60 };

typedef struct Reader {
    const CoIcsText *text;
    const CoParameters *parameters;
    CoIcsZones *zones;
    CoHalfDays *half_days;
    CoProblemList *problems;
    GHashTable *moved;      /* "uid moment" of occurrences told by an event of their own */
    GHashTable *said_zones; /* TZIDs reported as unknown */
    GArray *futures;        /* of Future */
    int n_steps, n_empty_rules;
    bool is_full; /* a limit was met */
} Reader;

typedef struct Event {
    const CoIcsPart *part;
    icalcomponent *component;
    const char *uid;
    const char *tzid; /* of DTSTART, NULL = none */
    struct icaltimetype start;
    int64_t length_min;
    GHashTable *excluded; /* moments of EXDATE */
} Event;

/* "This occurrence and those after it" of a series, all moved alike. */
typedef struct Future {
    char *uid;
    int64_t from_min; /* where the series had the first of them */
    int64_t shift_min, length_min;
    bool is_busy;
} Future;

static void future_clear(gpointer data)
{
    g_free(((Future *)data)->uid);
}

/* Raw values are shown only when they can be nothing but dates, rules and numbers. */
static char *plain_value(const CoIcsPart *part, const char *property)
{
    enum { MAX_LENGTH = 120 };
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,:+-";
    g_autofree char *value = co_ics_part_value(part, property);
    if (value == NULL || strlen(value) > MAX_LENGTH || strspn(value, letters) != strlen(value))
        return NULL;
    return g_steal_pointer(&value);
}

static void report(const Reader *reader, const CoIcsPart *part, const char *property,
                   CoProblem problem)
{
    g_autofree char *value = problem.value == NULL ? plain_value(part, property) : NULL;
    problem.file = reader->text->file;
    problem.line = part->line;
    problem.column = property;
    if (value != NULL)
        problem.value = value;
    co_problem_list_add(reader->problems, &problem);
}

static void report_value(const Reader *reader, const CoIcsPart *part, const char *property,
                         CoAction action)
{
    report(reader, part, property,
           (CoProblem){
               .severity = CO_SEVERITY_WARNING, .code = CO_PROBLEM_ICS_VALUE, .action = action});
}

/* Said once a file: its times are read on the local clock. */
static void judge_zone(Reader *reader, const CoIcsPart *part, const char *tzid)
{
    if (tzid == NULL || co_ics_zone_is_known(reader->zones, tzid) ||
        !g_hash_table_add(reader->said_zones, g_strdup(tzid)))
        return;
    report(reader, part, "TZID",
           (CoProblem){.severity = CO_SEVERITY_WARNING,
                       .code = CO_PROBLEM_ICS_ZONE,
                       .action = CO_ACTION_MENDED,
                       .value = tzid});
}

/* @return (transfer none) the zone a property names, NULL when it names none */
static const char *tzid_of(icalproperty *property)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    return parameter != NULL ? icalparameter_get_tzid(parameter) : NULL;
}

/* A moment as a key: occurrences are known by it, whole days by their date. */
static char *moment_key(Reader *reader, struct icaltimetype time, const char *tzid, bool whole_day)
{
    int64_t minutes = co_ics_local_minutes(reader->zones, time, tzid);
    if (whole_day || time.is_date)
        return g_strdup_printf("day %" G_GINT64_FORMAT, minutes / DAY_MIN);
    return g_strdup_printf("%" G_GINT64_FORMAT, minutes);
}

static bool is_excluded(Reader *reader, const Event *event, struct icaltimetype time)
{
    for (int whole_day = 0; whole_day <= 1; whole_day++) {
        g_autofree char *key = moment_key(reader, time, event->tzid, whole_day == 1);
        g_autofree char *moved = g_strdup_printf("%s %s", event->uid, key);
        if (g_hash_table_contains(event->excluded, key) ||
            g_hash_table_contains(reader->moved, moved))
            return true;
    }
    return false;
}

static void take(Reader *reader, const Event *event, struct icaltimetype time)
{
    int64_t start = co_ics_local_minutes(reader->zones, time, event->tzid);
    co_half_days_take(reader->half_days, start, start + event->length_min);
}

/* @return the last change to the series that holds at a moment, or NULL */
static const Future *find_future(const Reader *reader, const Event *event, int64_t minutes)
{
    const Future *found = NULL;
    for (guint i = 0; i < reader->futures->len; i++) {
        const Future *future = &g_array_index(reader->futures, Future, i);
        if (future->from_min <= minutes && strcmp(future->uid, event->uid) == 0 &&
            (found == NULL || future->from_min >= found->from_min))
            found = future;
    }
    return found;
}

static void take_of_series(Reader *reader, const Event *event, struct icaltimetype time)
{
    int64_t minutes = co_ics_local_minutes(reader->zones, time, event->tzid);
    const Future *future = find_future(reader, event, minutes);
    if (future == NULL) {
        take(reader, event, time);
    } else if (future->is_busy) {
        int64_t start = minutes + future->shift_min;
        co_half_days_take(reader->half_days, start, start + future->length_min);
    }
}

static bool read_time(Reader *reader, const Event *event, icalproperty_kind kind,
                      struct icaltimetype *time, const char **tzid)
{
    icalproperty *property = icalcomponent_get_first_property(event->component, kind);
    if (property == NULL)
        return false;
    *time = icalvalue_get_datetime(icalproperty_get_value(property));
    *tzid = icaltime_is_utc(*time) ? NULL : tzid_of(property);
    judge_zone(reader, event->part, *tzid);
    return co_ics_time_is_sound(*time);
}

static int64_t duration_min(struct icaldurationtype duration)
{
    int64_t minutes = ((int64_t)duration.weeks * 7 + duration.days) * DAY_MIN +
                      (int64_t)duration.hours * 60 + duration.minutes + duration.seconds / 60;
    return duration.is_neg ? -minutes : minutes;
}

/* An event without an end lasts its day when it is one of whole days, else no time at all. */
static bool read_length(Reader *reader, Event *event)
{
    struct icaltimetype end;
    const char *tzid;
    if (read_time(reader, event, ICAL_DTEND_PROPERTY, &end, &tzid)) {
        int64_t start_min = co_ics_local_minutes(reader->zones, event->start, event->tzid);
        event->length_min = co_ics_local_minutes(reader->zones, end, tzid) - start_min;
    } else if (icalcomponent_get_first_property(event->component, ICAL_DTEND_PROPERTY) != NULL) {
        event->length_min = -1;
    } else {
        icalproperty *duration =
            icalcomponent_get_first_property(event->component, ICAL_DURATION_PROPERTY);
        if (duration != NULL)
            event->length_min = duration_min(icalproperty_get_duration(duration));
    }
    if (event->start.is_date && event->length_min == 0)
        event->length_min = DAY_MIN;
    if (event->length_min >= 0)
        return true;
    report_value(reader, event->part, "DTEND", CO_ACTION_ROW_OUT);
    return false;
}

static bool is_busy(icalcomponent *component)
{
    icalproperty *transparency = icalcomponent_get_first_property(component, ICAL_TRANSP_PROPERTY);
    return icalcomponent_get_status(component) != ICAL_STATUS_CANCELLED &&
           (transparency == NULL ||
            (icalproperty_get_transp(transparency) != ICAL_TRANSP_TRANSPARENT &&
             icalproperty_get_transp(transparency) != ICAL_TRANSP_TRANSPARENTNOCONFLICT));
}

static const char *uid_of(icalcomponent *component)
{
    const char *uid = icalcomponent_get_uid(component);
    return uid != NULL ? uid : "";
}

static void read_exclusions(Reader *reader, Event *event)
{
    icalproperty *property =
        icalcomponent_get_first_property(event->component, ICAL_EXDATE_PROPERTY);
    for (; property != NULL;
         property = icalcomponent_get_next_property(event->component, ICAL_EXDATE_PROPERTY)) {
        struct icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
        if (!co_ics_time_is_sound(time)) {
            report_value(reader, event->part, "EXDATE", CO_ACTION_CELL_OUT);
            continue;
        }
        const char *tzid = icaltime_is_utc(time) ? NULL : tzid_of(property);
        bool whole_day = event->start.is_date || time.is_date;
        g_hash_table_add(event->excluded, moment_key(reader, time, tzid, whole_day));
    }
}

static void take_dates(Reader *reader, const Event *event)
{
    icalproperty *property =
        icalcomponent_get_first_property(event->component, ICAL_RDATE_PROPERTY);
    for (; property != NULL;
         property = icalcomponent_get_next_property(event->component, ICAL_RDATE_PROPERTY)) {
        struct icaldatetimeperiodtype date = icalproperty_get_rdate(property);
        Event once = *event;
        struct icaltimetype time = date.time;
        if (icaltime_is_null_time(time))
            time = date.period.start;
        if (!co_ics_time_is_sound(time)) {
            report_value(reader, event->part, "RDATE", CO_ACTION_CELL_OUT);
            continue;
        }
        once.tzid = icaltime_is_utc(time) ? NULL : tzid_of(property);
        if (!is_excluded(reader, &once, time))
            take_of_series(reader, &once, time);
    }
}

static void report_rule(Reader *reader, const Event *event, CoProblemCode code, int number)
{
    report(reader, event->part, "RRULE",
           (CoProblem){.severity = CO_SEVERITY_WARNING,
                       .code = code,
                       .action = CO_ACTION_CELL_OUT,
                       .number = number});
}

/* UNTIL is told in UTC, the occurrences on the event's own clock. @return whether it is a date */
static bool set_until(Reader *reader, const Event *event, struct icalrecurrencetype *rule)
{
    if (icaltime_is_null_time(rule->until))
        return true;
    if (!co_ics_time_is_sound(rule->until))
        return false;
    if (icaltime_is_utc(rule->until) && !icaltime_is_utc(event->start))
        rule->until = co_ics_utc_to_wall(reader->zones, rule->until, event->tzid);
    if (rule->until.is_date && !event->start.is_date) {
        rule->until.is_date = 0;
        rule->until.hour = 23;
        rule->until.minute = rule->until.second = 59;
    }
    rule->until.zone = NULL;
    return true;
}

/* How far back changes move what lies past the horizon. */
static int64_t longest_advance(const Reader *reader, const Event *event)
{
    int64_t longest = 0;
    for (guint i = 0; i < reader->futures->len; i++) {
        const Future *future = &g_array_index(reader->futures, Future, i);
        if (strcmp(future->uid, event->uid) == 0)
            longest = MAX(longest, -future->shift_min);
    }
    return longest;
}

/* @return whether the rule came true at all */
static bool follow(Reader *reader, const Event *event, icalrecur_iterator *iterator)
{
    /* A day either way for what the zones shift. */
    int64_t last_min =
        ((int64_t)reader->parameters->last_day + 2) * DAY_MIN + longest_advance(reader, event);
    bool is_utc = icaltime_is_utc(event->start);
    for (int n = 0;; n++) {
        struct icaltimetype time = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(time) || !co_ics_time_is_sound(time))
            return n > 0;
        if (co_ics_wall_minutes(time) > last_min)
            return true;
        if (n == CO_ICS_MAX_STEPS_PER_EVENT || ++reader->n_steps > CO_ICS_MAX_STEPS) {
            report_rule(reader, event, CO_PROBLEM_ICS_LIMIT, n);
            return true;
        }
        if (is_utc)
            time.zone = icaltimezone_get_utc_timezone();
        if (!is_excluded(reader, event, time))
            take_of_series(reader, event, time);
    }
}

static void take_rule(Reader *reader, const Event *event, icalproperty *property)
{
    struct icalrecurrencetype rule = icalproperty_get_rrule(property);
    bool refused = !co_ics_rule_is_sound(&rule) || !set_until(reader, event, &rule);
    if (refused || reader->n_empty_rules >= CO_ICS_MAX_EMPTY_RULES ||
        reader->n_steps > CO_ICS_MAX_STEPS) {
        report_rule(reader, event, refused ? CO_PROBLEM_ICS_RULE : CO_PROBLEM_ICS_LIMIT, 0);
        return;
    }
    struct icaltimetype start = event->start;
    start.zone = NULL;
    icalrecur_iterator *iterator = icalrecur_iterator_new(rule, start);
    bool has_end = rule.count > 0 || !icaltime_is_null_time(rule.until);
    bool came_true = iterator != NULL && follow(reader, event, iterator);
    if (!came_true && (iterator == NULL || !has_end))
        reader->n_empty_rules++;
    if (iterator == NULL)
        report_rule(reader, event, CO_PROBLEM_ICS_RULE, 0);
    else
        icalrecur_iterator_free(iterator);
}

static void take_occurrences(Reader *reader, Event *event)
{
    read_exclusions(reader, event);
    if (!is_excluded(reader, event, event->start))
        take_of_series(reader, event, event->start);
    take_dates(reader, event);
    icalproperty *rule = icalcomponent_get_first_property(event->component, ICAL_RRULE_PROPERTY);
    if (rule != NULL)
        take_rule(reader, event, rule);
    else if (strstr(event->part->text, "\nRRULE") != NULL)
        report_rule(reader, event, CO_PROBLEM_ICS_RULE, 0);
}

static bool is_occurrence(icalcomponent *component)
{
    return icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY) != NULL;
}

/* @return (transfer none) the identity of an occurrence that stands for those after it too, or NULL
 */
static icalproperty *range_of(icalcomponent *component)
{
    icalproperty *property =
        icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY);
    icalparameter *range =
        property != NULL ? icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) : NULL;
    return range != NULL ? property : NULL;
}

static void read_range(Reader *reader, const Event *event, icalproperty *property)
{
    icalparameter *range = icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER);
    struct icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
    if (!co_ics_time_is_sound(time))
        return; /* said with the identity */
    /* The shift of a day to an hour is no shift; "and those before" is of no use any more. */
    if (icalparameter_get_range(range) != ICAL_RANGE_THISANDFUTURE ||
        time.is_date != event->start.is_date || reader->futures->len >= CO_ICS_MAX_FUTURES) {
        report(reader, event->part, "RECURRENCE-ID",
               (CoProblem){.severity = CO_SEVERITY_WARNING,
                           .code = CO_PROBLEM_ICS_RULE,
                           .action = CO_ACTION_CELL_OUT,
                           .value = "RANGE"});
        return;
    }
    const char *tzid = icaltime_is_utc(time) ? NULL : tzid_of(property);
    Future future = {.uid = g_strdup(event->uid),
                     .from_min = co_ics_local_minutes(reader->zones, time, tzid),
                     .length_min = event->length_min,
                     .is_busy = is_busy(event->component)};
    future.shift_min =
        co_ics_local_minutes(reader->zones, event->start, event->tzid) - future.from_min;
    g_array_append_val(reader->futures, future);
}

/* @return whether the event has a time, reported when it has none */
static bool read_event_time(Reader *reader, Event *event)
{
    if (!read_time(reader, event, ICAL_DTSTART_PROPERTY, &event->start, &event->tzid)) {
        report_value(reader, event->part, "DTSTART", CO_ACTION_ROW_OUT);
        return false;
    }
    return read_length(reader, event);
}

static void read_occurrence(Reader *reader, const CoIcsPart *part, icalcomponent *component)
{
    icalproperty *range = range_of(component);
    if (!is_occurrence(component) || (!is_busy(component) && range == NULL))
        return;
    Event event = {.part = part, .component = component, .uid = uid_of(component)};
    if (!read_event_time(reader, &event))
        return;
    if (range != NULL)
        read_range(reader, &event, range);
    if (is_busy(component))
        take(reader, &event, event.start);
}

static void read_event(Reader *reader, const CoIcsPart *part, icalcomponent *component)
{
    if (!is_busy(component) || is_occurrence(component))
        return;
    Event event = {.part = part, .component = component, .uid = uid_of(component)};
    if (!read_event_time(reader, &event))
        return;
    event.excluded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    take_occurrences(reader, &event);
    g_hash_table_unref(event.excluded);
}

/* Notes that an occurrence is told by this event and by no rule. */
static void read_identity(Reader *reader, const CoIcsPart *part, icalcomponent *component)
{
    icalproperty *property =
        icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY);
    if (property == NULL)
        return;
    struct icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
    if (!co_ics_time_is_sound(time)) {
        report_value(reader, part, "RECURRENCE-ID", CO_ACTION_CELL_OUT);
        return;
    }
    const char *tzid = icaltime_is_utc(time) ? NULL : tzid_of(property);
    g_autofree char *key = moment_key(reader, time, tzid, false);
    g_hash_table_add(reader->moved, g_strdup_printf("%s %s", uid_of(component), key));
}

static void read_free_busy(Reader *reader, const CoIcsPart *part, icalcomponent *component)
{
    icalproperty *property = icalcomponent_get_first_property(component, ICAL_FREEBUSY_PROPERTY);
    for (; property != NULL;
         property = icalcomponent_get_next_property(component, ICAL_FREEBUSY_PROPERTY)) {
        icalparameter *type = icalproperty_get_first_parameter(property, ICAL_FBTYPE_PARAMETER);
        if (type != NULL && icalparameter_get_fbtype(type) == ICAL_FBTYPE_FREE)
            continue;
        struct icalperiodtype period = icalproperty_get_freebusy(property);
        bool has_end = !icaltime_is_null_time(period.end);
        if (!co_ics_time_is_sound(period.start) || (has_end && !co_ics_time_is_sound(period.end))) {
            report_value(reader, part, "FREEBUSY", CO_ACTION_CELL_OUT);
            continue;
        }
        int64_t start = co_ics_local_minutes(reader->zones, period.start, NULL);
        int64_t end = has_end ? co_ics_local_minutes(reader->zones, period.end, NULL)
                              : start + duration_min(period.duration);
        co_half_days_take(reader->half_days, start, end);
    }
}

typedef void (*ReadPart)(Reader *reader, const CoIcsPart *part, icalcomponent *component);

static void each_part(Reader *reader, CoIcsKind kind, const char *property, ReadPart read)
{
    for (guint i = 0; i < reader->text->parts->len; i++) {
        const CoIcsPart *part = reader->text->parts->pdata[i];
        if (part->kind != kind || (property != NULL && strstr(part->text, property) == NULL))
            continue;
        icalcomponent *component = icalcomponent_new_from_string(part->text);
        if (component == NULL) {
            report_value(reader, part, "BEGIN", CO_ACTION_ROW_OUT);
            continue;
        }
        read(reader, part, component);
        icalcomponent_free(component);
    }
}

void co_ics_busy_read(const CoIcsText *text, const CoParameters *parameters, const char *place,
                      CoHalfDays *half_days, CoProblemList *problems)
{
    g_return_if_fail(text != NULL && parameters != NULL && place != NULL && half_days != NULL);
    icalerror_set_errors_are_fatal(0);
    g_autoptr(CoIcsZones) zones = co_ics_zones_new(text, place);
    g_autoptr(GHashTable) moved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) futures = g_array_new(FALSE, FALSE, sizeof(Future));
    g_array_set_clear_func(futures, future_clear);
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Reader reader = {
        .text = text,
        .parameters = parameters,
        .zones = zones,
        .half_days = half_days,
        .problems = problems,
        .moved = moved,
        .said_zones = said,
        .futures = futures,
    };
    each_part(&reader, CO_ICS_EVENT, "\nRECURRENCE-ID", read_identity);
    each_part(&reader, CO_ICS_EVENT, "\nRECURRENCE-ID", read_occurrence);
    each_part(&reader, CO_ICS_EVENT, NULL, read_event);
    each_part(&reader, CO_ICS_FREE_BUSY, NULL, read_free_busy);
}
