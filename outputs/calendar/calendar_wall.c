/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall calendar: a row and a half-row for each group, a column for each working day. */
#include "calendar.h"

#include <string.h>

#include "calendar_lanes.h"
#include "outputs/kit/closing.h"
#include "outputs/kit/measure.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

#define N_LABELS 3 /* group, room and trainers, half of the day */
#define HALF_WIDTH_PX 46
#define HALF_HEIGHT_PX 18
#define MIN_DAY_PX 48
#define MAX_DAY_PX 92
#define LOWEST_SCALE 0.62
#define LEGEND_COLS 5

/* One line of the grid: a group, or the webinars of a path (group_idx -1). */
typedef struct Line {
    int group_idx, path_idx, academy_idx;
    int row; /* of its morning */
} Line;

/* What a line holds on one half-day. */
typedef struct Slot {
    char *text; /* NULL = nothing */
    CoMode mode;
    bool whole_day; /* same meeting morning and afternoon */
} Slot;

typedef struct Wall {
    const CoCalendar *calendar;
    const CoCampaign *campaign;
    const CoPlan *plan;
    CoPage *page;
    CoLanes *lanes;
    GArray *lines; /* of Line */
    CoDay monday;
    int n_weeks, weeks_per_page;
    int day_px, group_px, detail_px;
    int head_row; /* weeks; the grid's own head, repeated on paper */
    int grid_row;
} Wall;

static int n_days(const Wall *wall)
{
    return wall->n_weeks * 5;
}

/* @return the column of a day, -1 on weekends and outside the calendar */
static int column_of(const Wall *wall, CoDay day)
{
    int weekday = co_day_weekday(day);
    int week = (day - wall->monday) / 7;
    if (weekday > 5 || day < wall->monday || week >= wall->n_weeks)
        return -1;
    return N_LABELS + week * 5 + weekday - 1;
}

static CoDay day_of(const Wall *wall, int col)
{
    int rank = col - N_LABELS;
    return wall->monday + rank / 5 * 7 + rank % 5;
}

static unsigned edges_of(int col, bool is_morning)
{
    return ((col - N_LABELS) % 5 == 0 ? CO_EDGE_LEFT : 0u) | (is_morning ? CO_EDGE_TOP : 0u);
}

static bool has_webinar(const CoCampaign *campaign, int path_idx)
{
    const CoPath *path = &campaign->paths[path_idx];
    for (int i = 0; i < path->n_modules; i++)
        if (campaign->modules[path->module_idx[i]].mode == CO_MODE_WEBINAR)
            return true;
    return false;
}

static void add_lines_of_path(Wall *wall, int path_idx, int academy_idx)
{
    for (int i = 0; i < wall->plan->n_groups; i++) {
        const CoGroup *group = &wall->plan->groups[i];
        if (group->path_idx != path_idx || group->academy_idx != academy_idx)
            continue;
        const Line line = {i, path_idx, academy_idx, 0};
        g_array_append_val(wall->lines, line);
    }
}

static void collect_lines(Wall *wall)
{
    wall->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    for (int a = -1; a < wall->campaign->n_academies; a++)
        for (int p = 0; p < wall->campaign->n_paths; p++)
            add_lines_of_path(wall, p, a);
    for (int p = 0; p < wall->campaign->n_paths; p++) {
        const Line line = {-1, p, -1, 0};
        if (has_webinar(wall->campaign, p))
            g_array_append_val(wall->lines, line);
    }
}

static void set_range(Wall *wall)
{
    const CoParameters *parameters = &wall->campaign->parameters;
    const CoAgenda *agenda = wall->calendar->agenda;
    CoDay first = parameters->first_day, last = parameters->last_day;
    for (int i = 0; i < agenda->n_entries; i++) {
        CoDay day = agenda->entries[i].day;
        if (day == CO_DAY_NONE)
            continue;
        first = first == CO_DAY_NONE ? day : MIN(first, day);
        last = MAX(last, day);
    }
    wall->monday = co_day_monday(MAX(first, 1));
    wall->n_weeks = MAX((last - wall->monday) / 7 + 1, 1);
}

/* "S01 Grenoble", with the academy when there are several */
static char *room_label(const Wall *wall, const CoGroup *group)
{
    const CoCampaign *campaign = wall->campaign;
    const CoRoom *room = group->room_idx < 0 ? NULL : &campaign->rooms[group->room_idx];
    bool tells_academy = campaign->n_academies > 1 && group->academy_idx >= 0;
    g_autofree char *where = room == NULL
                                 ? g_strdup("à distance")
                                 : g_strdup_printf("%s %s", room->code, room->place.commune);
    return g_strconcat(where, tells_academy ? " – " : "",
                       tells_academy ? campaign->academies[group->academy_idx].name : "", NULL);
}

static void measure_labels(Wall *wall)
{
    const CoFace strong = {10.5, true}, detail = {9, false};
    int group = 0, room = 0;
    for (guint i = 0; i < wall->lines->len; i++) {
        const Line *line = &g_array_index(wall->lines, Line, i);
        if (line->group_idx < 0)
            continue;
        const CoGroup *found = &wall->plan->groups[line->group_idx];
        g_autofree char *team = co_name_team_short(wall->campaign, found);
        g_autofree char *where = room_label(wall, found);
        group = MAX(group, co_measure_width_px(found->code, strong));
        room = MAX(room, co_measure_width_px(team, detail));
        room = MAX(room, co_measure_width_px(where, detail));
    }
    /* The title stands over the labels. */
    const CoFace title_face = {18, true};
    int title = co_measure_width_px(wall->calendar->heading->title, title_face);
    wall->group_px = CLAMP(group + 14, 70, 120);
    wall->detail_px = CLAMP(room + 22, 130, 200);
    wall->detail_px = MAX(wall->detail_px, title + 12 - wall->group_px - HALF_WIDTH_PX);
}

static void measure_days(Wall *wall)
{
    const CoFace face = {9, true};
    const CoAgenda *agenda = wall->calendar->agenda;
    int widest = 0;
    for (int i = 0; i < agenda->n_entries; i++) {
        const char *code = wall->campaign->modules[agenda->entries[i].module_idx].code;
        widest = MAX(widest, co_measure_width_px(code, face));
    }
    wall->day_px = CLAMP(widest + 13, MIN_DAY_PX, MAX_DAY_PX);
}

static int labels_px(const Wall *wall)
{
    return wall->group_px + wall->detail_px + HALF_WIDTH_PX;
}

/* As many weeks on a sheet of paper as stay legible, shared evenly among the sheets. */
static void set_columns(Wall *wall)
{
    int most = ((int)(co_page_printable_px(wall->page) / LOWEST_SCALE) - labels_px(wall)) /
               (5 * wall->day_px);
    most = MAX(most, 1);
    int n_papers = (wall->n_weeks + most - 1) / most;
    wall->weeks_per_page = (wall->n_weeks + n_papers - 1) / n_papers;
    g_autofree int *width_px = g_new(int, (gsize)(N_LABELS + n_days(wall)));
    width_px[0] = wall->group_px;
    width_px[1] = wall->detail_px;
    width_px[2] = HALF_WIDTH_PX;
    for (int i = 0; i < n_days(wall); i++)
        width_px[N_LABELS + i] = wall->day_px;
    co_page_set_widths(wall->page, width_px, N_LABELS + n_days(wall));
}

/* @return the weeks on the sheet of paper that begins with this one */
static int paper_weeks(const Wall *wall, int week)
{
    return MIN(wall->weeks_per_page, wall->n_weeks - week);
}

/* Whether a program would cut a word in two to write it so narrow. */
static bool has_longer_word(const char *text, CoFace face, int width_px)
{
    g_autofree char *words = g_strdelimit(g_strdup(text), " ", '\n');
    return co_measure_width_px(words, face) > width_px;
}

/* Words across some days, cut where the paper ends. */
static void write_stretch(const Wall *wall, int row, CoDay first_day, const CoLaneItem *item)
{
    int first = -1, last = -1;
    for (CoDay day = first_day; day <= item->last_day; day++) {
        int col = column_of(wall, day);
        if (col < 0)
            continue;
        bool is_next_paper = first >= 0 && (col - N_LABELS) / (wall->weeks_per_page * 5) !=
                                               (first - N_LABELS) / (wall->weeks_per_page * 5);
        if (is_next_paper) {
            write_stretch(wall, row, day, item);
            break;
        }
        first = first < 0 ? col : first;
        last = col;
    }
    if (first < 0)
        return;
    const CoFace face = {8.5, false};
    int width_px = (last - first + 1) * wall->day_px - 8;
    const char *text =
        co_measure_lines(item->text, face, width_px) <= 2 ? item->text : item->short_text;
    CoStyle style =
        has_longer_word(text, face, width_px) ? CO_STYLE_GRID_LANE_SMALL : CO_STYLE_GRID_LANE;
    co_page_area(wall->page, (CoArea){row, first, 1, last - first + 1}, text,
                 (CoLook){style, item->fill, edges_of(first, false)});
}

static void write_lane(const Wall *wall, int row, CoLaneKind kind, int lane)
{
    for (int col = N_LABELS; col < N_LABELS + n_days(wall); col++)
        co_page_text(wall->page, row, col, "",
                     (CoLook){.style = CO_STYLE_GRID_LANE, .edges = edges_of(col, false)});
    CoDay last_day = wall->monday + wall->n_weeks * 7 - 1;
    for (guint i = 0; i < wall->lanes->items->len; i++) {
        const CoLaneItem *item = &g_array_index(wall->lanes->items, CoLaneItem, i);
        if (item->kind != kind || item->lane != lane)
            continue;
        CoLaneItem seen = *item;
        seen.last_day = MIN(item->last_day, last_day);
        write_stretch(wall, row, MAX(item->first_day, wall->monday), &seen);
    }
}

static int write_lanes(const Wall *wall, int row)
{
    static const char *const lane_labels[] = {"Plateforme FM1", "Jours fermés", "Échéances"};
    static const CoLook label_look = {.style = CO_STYLE_GRID_LABEL};
    for (CoLaneKind kind = CO_LANE_FM1; kind < CO_N_LANE_KINDS; kind++)
        for (int lane = 0; lane < wall->lanes->n_lanes[kind]; lane++, row++) {
            co_page_area(wall->page, (CoArea){row, 0, 1, N_LABELS},
                         lane == 0 ? lane_labels[kind] : "", label_look);
            write_lane(wall, row, kind, lane);
        }
    return row;
}

/* "Semaine 46 – du 11 au 15 novembre 2024", or "Semaine 49 – 30 nov. au 4 déc. 2026" */
static char *week_title(CoDay monday)
{
    int year, month, last_month;
    CoDay friday = monday + 4;
    g_autofree char *first = co_wording_day_short(monday);
    g_autofree char *last = co_wording_day_short(friday);
    g_autofree char *last_long = co_wording_day_long(friday);
    char *first_date = strchr(first, ' ') + 1;
    int number = co_day_iso_week(monday, NULL);
    co_day_to_ymd(monday, NULL, &month, NULL);
    co_day_to_ymd(friday, &year, &last_month, NULL);
    if (month != last_month)
        return g_strdup_printf("Semaine %d – %s au %s %d", number, first_date,
                               strchr(last, ' ') + 1, year);
    *strchr(first_date, ' ') = '\0'; /* the month is told once */
    return g_strdup_printf("Semaine %d – du %s au %s", number, first_date,
                           strchr(last_long, ' ') + 1);
}

static void write_weeks(const Wall *wall, int row)
{
    for (int week = 0; week < wall->n_weeks; week++) {
        g_autofree char *title = week_title(wall->monday + week * 7);
        co_page_area(wall->page, (CoArea){row, N_LABELS + week * 5, 1, 5}, title,
                     (CoLook){.style = CO_STYLE_WEEK, .edges = CO_EDGE_LEFT});
    }
}

static void write_days(const Wall *wall, int row)
{
    for (int col = N_LABELS; col < N_LABELS + n_days(wall); col++) {
        CoDay day = day_of(wall, col);
        int academy_idx = wall->campaign->n_academies == 1 ? 0 : -1;
        co_page_day(wall->page, row, col, day,
                    (CoLook){CO_STYLE_WEEKDAY, co_closing_fill(wall->campaign, academy_idx, day),
                             edges_of(col, false)});
    }
}

/* Over the narrow labels, the address has a line of its own: else it is cut at its hyphen. */
static char *service_lines(const CoHeading *heading)
{
    int n_name = (int)(strlen(heading->service) - strlen(heading->contact) - strlen(", "));
    if (*heading->contact == '\0')
        return g_strdup(heading->service);
    return g_strdup_printf("%.*s\n%s", n_name, heading->service, heading->contact);
}

/* The title block again on each sheet of paper: its left part stands over the labels, which paper
 * repeats, the rest over the weeks of that paper. @return the first row below */
static int write_title(const Wall *wall)
{
    static const CoLook academy = {.style = CO_STYLE_ACADEMY},
                        service = {.style = CO_STYLE_SERVICE}, title = {.style = CO_STYLE_TITLE},
                        issue = {.style = CO_STYLE_ISSUE}, subtitle = {.style = CO_STYLE_SUBTITLE};
    const CoHeading *heading = wall->calendar->heading;
    CoPage *page = wall->page;
    co_page_area(page, (CoArea){0, 0, 1, N_LABELS}, heading->academy, academy);
    g_autofree char *lines = service_lines(heading);
    co_page_area(page, (CoArea){1, 0, 1, N_LABELS}, lines, service);
    co_page_area(page, (CoArea){2, 0, 1, N_LABELS}, heading->title, title);
    co_page_area(page, (CoArea){3, 0, 1, N_LABELS}, "", subtitle);
    for (int week = 0; week < wall->n_weeks; week += wall->weeks_per_page) {
        int col = N_LABELS + week * 5, n_cols = paper_weeks(wall, week) * 5;
        co_page_area(page, (CoArea){0, col, 1, n_cols}, heading->version, issue);
        co_page_area(page, (CoArea){1, col, 1, n_cols}, heading->issue, issue);
        co_page_area(page, (CoArea){3, col, 1, n_cols}, heading->subtitle, subtitle);
    }
    co_page_raise_row(page, 4, 8);
    return 5;
}

static void write_head(Wall *wall)
{
    static const CoLook header = {.style = CO_STYLE_HEADER};
    CoPage *page = wall->page;
    wall->head_row = write_title(wall);
    co_page_area(page, (CoArea){wall->head_row, 0, 2, 1}, "Groupe", header);
    co_page_area(page, (CoArea){wall->head_row, 1, 2, 2}, "Salle, formateurs", header);
    co_page_raise_row(page, wall->head_row, 20);
    co_page_raise_row(page, wall->head_row + 1, 20);
    write_weeks(wall, wall->head_row);
    write_days(wall, wall->head_row + 1);
    wall->grid_row = write_lanes(wall, wall->head_row + 2);
}

static void write_labels(const Wall *wall, const Line *line)
{
    const CoLook name = {CO_STYLE_GRID_GROUP, co_style_path_fill(line->path_idx), CO_EDGE_TOP};
    const CoLook detail = {.style = CO_STYLE_GRID_DETAIL, .edges = CO_EDGE_TOP};
    const CoLook lower = {.style = CO_STYLE_GRID_DETAIL};
    CoPage *page = wall->page;
    g_autofree char *room = NULL, *team = NULL;
    const char *code = wall->campaign->paths[line->path_idx].code;
    if (line->group_idx >= 0) {
        const CoGroup *group = &wall->plan->groups[line->group_idx];
        code = group->code;
        room = room_label(wall, group);
        team = co_name_team_short(wall->campaign, group);
    } else {
        room = g_strdup("webinaire, à distance");
        team = g_strdup("tout le parcours");
    }
    co_page_area(page, (CoArea){line->row, 0, 2, 1}, code, name);
    co_page_text(page, line->row, 1, room, detail);
    co_page_text(page, line->row + 1, 1, team, lower);
    co_page_text(page, line->row, 2, "matin",
                 (CoLook){.style = CO_STYLE_GRID_HALF, .edges = CO_EDGE_TOP});
    co_page_text(page, line->row + 1, 2, "ap.-m.", (CoLook){.style = CO_STYLE_GRID_HALF});
}

static void fill_slot(Slot *slot, const CoModule *module, bool whole_day)
{
    slot->whole_day = whole_day;
    slot->mode = module->mode;
    char *text = slot->text == NULL ? g_strdup(module->code)
                                    : g_strconcat(slot->text, " + ", module->code, NULL);
    g_free(slot->text);
    slot->text = text;
}

static bool is_on_line(const CoCampaign *campaign, const CoEntry *entry, const Line *line)
{
    return entry->group_idx == line->group_idx &&
           (entry->group_idx >= 0 || co_agenda_path(campaign, entry) == line->path_idx);
}

/* @return (transfer full) two slots a day, what the line holds */
static Slot *slots_of(const Wall *wall, const Line *line)
{
    const CoAgenda *agenda = wall->calendar->agenda;
    Slot *slots = g_new0(Slot, 2 * (gsize)n_days(wall));
    for (int i = 0; i < agenda->n_entries; i++) {
        const CoEntry *entry = &agenda->entries[i];
        int col = is_on_line(wall->campaign, entry, line) ? column_of(wall, entry->day) : -1;
        if (col < 0)
            continue;
        Slot *morning = &slots[2 * (col - N_LABELS)];
        const CoModule *module = &wall->campaign->modules[entry->module_idx];
        bool whole_day = entry->halves == CO_HALF_BOTH;
        if (entry->halves & CO_HALF_AM)
            fill_slot(&morning[0], module, whole_day);
        if (entry->halves & CO_HALF_PM)
            fill_slot(&morning[1], module, whole_day);
    }
    return slots;
}

/* Remote meetings are paler: nobody travels. */
static uint32_t paler(uint32_t fill)
{
    uint32_t result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t tone = fill >> shift & 0xff;
        result |= (tone + 2 * (255 - tone) / 3) << shift;
    }
    return result;
}

static void write_slot(const Wall *wall, CoArea area, const Slot *slot, int path_idx)
{
    bool is_remote = slot->mode != CO_MODE_IN_PERSON;
    uint32_t fill = co_style_path_fill(path_idx);
    const CoLook look = {is_remote ? CO_STYLE_GRID_REMOTE : CO_STYLE_GRID_ROOM,
                         is_remote ? paler(fill) : fill,
                         edges_of(area.col, area.row % 2 == wall->grid_row % 2)};
    co_page_area(wall->page, area, slot->text, look);
}

static void write_day(const Wall *wall, const Line *line, int col, const Slot *slots)
{
    uint32_t shade = co_closing_fill(wall->campaign, line->academy_idx, day_of(wall, col));
    if (slots[0].text != NULL && slots[0].whole_day && slots[1].whole_day) {
        write_slot(wall, (CoArea){line->row, col, 2, 1}, &slots[0], line->path_idx);
        return;
    }
    for (int half = 0; half < 2; half++) {
        const CoArea area = {line->row + half, col, 1, 1};
        if (slots[half].text != NULL)
            write_slot(wall, area, &slots[half], line->path_idx);
        else
            co_page_area(wall->page, area, "",
                         (CoLook){CO_STYLE_GRID_EMPTY, shade, edges_of(col, half == 0)});
    }
}

static void write_line(const Wall *wall, const Line *line)
{
    co_page_raise_row(wall->page, line->row, HALF_HEIGHT_PX);
    co_page_raise_row(wall->page, line->row + 1, HALF_HEIGHT_PX);
    write_labels(wall, line);
    Slot *slots = slots_of(wall, line);
    for (int i = 0; i < n_days(wall); i++)
        write_day(wall, line, N_LABELS + i, &slots[2 * i]);
    for (int i = 0; i < 2 * n_days(wall); i++)
        g_free(slots[i].text);
    g_free(slots);
}

/* A place in the legend of one paper: coloured boxes with words, left to right, row after row. */
typedef struct Pen {
    int row, col, first_col, n_cols;
} Pen;

static void write_legend_box(const Wall *wall, Pen *pen, const char *text, CoLook look)
{
    int end = pen->first_col + pen->n_cols;
    if (pen->col + LEGEND_COLS > end && pen->col > pen->first_col) {
        pen->row++;
        pen->col = pen->first_col;
    }
    int width = MIN(LEGEND_COLS, end - pen->col);
    co_page_area(wall->page, (CoArea){pen->row, pen->col, 1, width}, text, look);
    pen->col += width;
}

static void write_path_legend(const Wall *wall, Pen *pen)
{
    for (int p = 0; p < wall->campaign->n_paths; p++) {
        g_autofree char *name = co_name_path(wall->campaign, p);
        write_legend_box(wall, pen, name, (CoLook){CO_STYLE_GRID_LEGEND, co_style_path_fill(p), 0});
    }
}

static void write_shade_legend(const Wall *wall, Pen *pen)
{
    static const struct {
        const char *text;
        CoLook look;
    } boxes[] = {
        {"EN GRAS : séance en présentiel", {.style = CO_STYLE_GRID_ROOM}},
        {"en italique, plus pâle : à distance", {.style = CO_STYLE_GRID_REMOTE}},
        {"jour férié", {CO_STYLE_GRID_LEGEND, CO_FILL_PUBLIC_HOLIDAY, 0}},
        {"vacances scolaires", {CO_STYLE_GRID_LEGEND, CO_FILL_SCHOOL_HOLIDAY, 0}},
        {"autre fermeture", {CO_STYLE_GRID_LEGEND, CO_FILL_CLOSED, 0}},
        {"plateforme FM1 ouverte", {CO_STYLE_GRID_LEGEND, CO_FILL_FM1, 0}},
        {"échéance : absences à éviter", {CO_STYLE_GRID_LEGEND, CO_FILL_AVOID, 0}},
        {"échéance : absences interdites", {CO_STYLE_GRID_LEGEND, CO_FILL_FORBIDDEN, 0}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++)
        write_legend_box(wall, pen, boxes[i].text, boxes[i].look);
}

/* On every sheet of paper. @return the first row after it */
static int write_legend(const Wall *wall, int row)
{
    int end = row;
    co_page_raise_row(wall->page, row - 1, 10);
    for (int week = 0; week < wall->n_weeks; week += wall->weeks_per_page) {
        int col = N_LABELS + week * 5;
        Pen pen = {row, col, col, paper_weeks(wall, week) * 5};
        write_path_legend(wall, &pen);
        pen.row++;
        pen.col = col;
        write_shade_legend(wall, &pen);
        end = MAX(end, pen.row + 1);
    }
    co_page_area(wall->page, (CoArea){row, 0, end - row, N_LABELS}, "Légende",
                 (CoLook){.style = CO_STYLE_GRID_LABEL});
    return end;
}

/* Lines that do not fit on one sheet of paper go on the next whole, under the same head. */
static void set_paper(const Wall *wall, int end_row)
{
    CoPage *page = wall->page;
    int width_px = labels_px(wall) + wall->weeks_per_page * 5 * wall->day_px;
    double scale = MIN((double)co_page_printable_px(page) / width_px, 1.0);
    int height_px = co_page_height_px(page, 0, end_row);
    double paper_px = co_page_printable_height_px(page);
    if (paper_px / height_px >= LOWEST_SCALE)
        scale = MIN(scale, paper_px / height_px);
    co_page_set_scale(page, MAX((int)(scale * 100), 10));
    for (int week = wall->weeks_per_page; week < wall->n_weeks; week += wall->weeks_per_page)
        co_page_break_column(page, N_LABELS + week * 5);
    int head_px = co_page_height_px(page, wall->head_row, wall->grid_row - wall->head_row);
    double used_px = co_page_height_px(page, 0, wall->grid_row), room_px = paper_px / scale;
    for (int row = wall->grid_row; row < end_row; row += 2) {
        int line_px = co_page_height_px(page, row, 2);
        if (used_px + line_px > room_px) {
            co_page_break_row(page, row);
            used_px = head_px;
        }
        used_px += line_px;
    }
    co_page_repeat_rows(page, wall->head_row, wall->grid_row - wall->head_row);
    co_page_repeat_columns(page, N_LABELS);
    co_page_freeze(page, wall->grid_row, N_LABELS);
}

void co_calendar_wall(const CoCalendar *calendar)
{
    g_return_if_fail(calendar != NULL);
    const CoPageSetup setup = {"Calendrier", calendar->heading->footer, true};
    Wall wall = {.calendar = calendar,
                 .campaign = calendar->context->campaign,
                 .plan = calendar->context->plan,
                 .page = co_page_new(calendar->book, &setup)};
    collect_lines(&wall);
    set_range(&wall);
    measure_labels(&wall);
    measure_days(&wall);
    set_columns(&wall);
    wall.lanes = co_lanes_new(wall.campaign, -1, wall.monday, wall.monday + wall.n_weeks * 7 - 1);
    write_head(&wall);
    int row = wall.grid_row;
    for (guint i = 0; i < wall.lines->len; i++, row += 2) {
        Line *line = &g_array_index(wall.lines, Line, i);
        line->row = row;
        write_line(&wall, line);
    }
    set_paper(&wall, write_legend(&wall, row + 1));
    co_lanes_free(wall.lanes);
    g_array_unref(wall.lines);
}
