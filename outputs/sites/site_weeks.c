/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bookings as a calendar to pin up: months that keep to a sheet of paper as far as they can, a
 * block for each week, two lines for each room that is booked in it. */
#include "site_book.h"

#include <string.h>

#include "outputs/kit/closing.h"
#include "cohorte/wording.h"

enum { COL_ROOM, COL_HALF, COL_MONDAY, N_DAYS = 5, N_COLUMNS = COL_MONDAY + N_DAYS };
#define MIN_LINE_PX 16
#define MAX_LINE_PX 26
#define TITLES_PX 160
#define WEEKS_OF_A_MONTH 5

typedef struct Weeks {
    const CoSiteBook *book;
    CoPage *page;
    int line_px;
    bool has_month;
} Weeks;

#define ANY_ROOM (-1)

static bool is_booked(const CoSiteBook *book, int room_idx, CoDay first, CoDay last)
{
    for (int i = 0; i < book->n_bookings; i++) {
        const CoBooking *booking = &book->bookings[i];
        if (booking->day >= first && booking->day <= last &&
            (room_idx == ANY_ROOM || booking->room_idx == room_idx))
            return true;
    }
    return false;
}

/* @return the booking of a room on a half-day, or NULL */
static const CoBooking *booking_at(const CoSiteBook *book, int room_idx, CoDay day, CoHalves half)
{
    for (int i = 0; i < book->n_bookings; i++) {
        const CoBooking *booking = &book->bookings[i];
        if (booking->room_idx == room_idx && booking->day == day && (booking->halves & half))
            return booking;
    }
    return NULL;
}

static void write_booking(const Weeks *weeks, CoArea area, const CoBooking *booking)
{
    const CoModule *module = &weeks->book->campaign->modules[booking->module_idx];
    g_autofree char *text = g_strdup_printf(
        "%s : %d pers.%s", booking->group->code,
        booking->group->n_members + co_site_n_trainers(booking->group), module->fm1 ? ", FM1" : "");
    co_page_area(weeks->page, area, text,
                 (CoLook){CO_STYLE_GRID_ROOM, co_style_path_fill(booking->group->path_idx), 0});
}

static void write_cell(const Weeks *weeks, int row, int room_idx, CoDay day)
{
    const CoSiteBook *book = weeks->book;
    int col = COL_MONDAY + co_day_weekday(day) - 1;
    const CoBooking *morning = booking_at(book, room_idx, day, CO_HALF_AM);
    if (morning != NULL && morning->halves == CO_HALF_BOTH) {
        write_booking(weeks, (CoArea){row, col, 2, 1}, morning);
        return;
    }
    const CoBooking *halves[] = {morning, booking_at(book, room_idx, day, CO_HALF_PM)};
    uint32_t shade = co_closing_fill(book->campaign, book->academy_idx, day);
    for (int h = 0; h < 2; h++) {
        if (halves[h] != NULL)
            write_booking(weeks, (CoArea){row + h, col, 1, 1}, halves[h]);
        else
            co_page_text(weeks->page, row + h, col, "", (CoLook){CO_STYLE_GRID_EMPTY, shade, 0});
    }
}

static void write_room(const Weeks *weeks, int row, int room_idx, CoDay monday)
{
    CoPage *page = weeks->page;
    static const CoLook half = {.style = CO_STYLE_GRID_HALF};
    co_page_area(page, (CoArea){row, COL_ROOM, 2, 1}, weeks->book->campaign->rooms[room_idx].code,
                 (CoLook){.style = CO_STYLE_GRID_GROUP});
    co_page_text(page, row, COL_HALF, "matin", half);
    co_page_text(page, row + 1, COL_HALF, "ap.-m.", half);
    for (int h = 0; h < 2; h++)
        co_page_raise_row(page, row + h, weeks->line_px);
    for (int d = 0; d < N_DAYS; d++)
        write_cell(weeks, row, room_idx, monday + d);
}

/* @return the first row after the week */
static int write_week(const Weeks *weeks, int row, CoDay monday)
{
    const CoSiteBook *book = weeks->book;
    CoPage *page = weeks->page;
    g_autofree char *number = g_strdup_printf("Semaine %d", co_day_iso_week(monday, NULL));
    co_page_raise_row(page, row, weeks->line_px);
    co_page_area(page, (CoArea){row, COL_ROOM, 1, 2}, number, (CoLook){.style = CO_STYLE_WEEK});
    if (!is_booked(book, ANY_ROOM, monday, monday + N_DAYS - 1)) {
        co_page_area(page, (CoArea){row, COL_MONDAY, 1, N_DAYS}, "aucune réservation",
                     (CoLook){.style = CO_STYLE_GRID_LANE});
        return row + 1;
    }
    for (int d = 0; d < N_DAYS; d++)
        co_page_day(page, row, COL_MONDAY + d, monday + d,
                    (CoLook){CO_STYLE_WEEKDAY,
                             co_closing_fill(book->campaign, book->academy_idx, monday + d), 0});
    row++;
    for (int r = 0; r < book->n_rooms; r++) {
        if (!is_booked(book, book->rooms[r], monday, monday + N_DAYS - 1))
            continue;
        write_room(weeks, row, book->rooms[r], monday);
        row += 2;
    }
    return row;
}

/* @return (transfer full) "Novembre 2024" */
static char *month_title(CoDay day)
{
    g_autofree char *text = co_wording_day_long(day);
    char *month = strchr(strchr(text, ' ') + 1, ' ') + 1;
    *month = g_ascii_toupper(*month);
    return g_strdup(month);
}

static int month_of(CoDay day)
{
    int year, month;
    co_day_to_ymd(day, &year, &month, NULL);
    return year * 12 + month;
}

/* @return the first row after the month; its weeks are those of its Mondays */
static int write_month(Weeks *weeks, int row, CoDay monday, CoDay end)
{
    CoPage *page = weeks->page;
    g_autofree char *title = month_title(monday);
    /* The first month stays with the title of the sheet. */
    int top = weeks->has_month ? row : 0, n_weeks = 0;
    int week_rows[WEEKS_OF_A_MONTH + 1] = {row};
    co_page_area(page, (CoArea){row++, 0, 1, N_COLUMNS}, title,
                 (CoLook){.style = CO_STYLE_SECTION});
    for (; monday < end; monday += 7) {
        row = write_week(weeks, row, monday);
        week_rows[++n_weeks] = row;
    }
    if (!co_page_keep_rows(page, top, row - top))
        for (int w = 0; w < n_weeks; w++)
            co_page_keep_rows(page, week_rows[w], week_rows[w + 1] - week_rows[w]);
    weeks->has_month = true;
    co_page_raise_row(page, row, 12);
    return row + 1;
}

static CoDay last_day(const CoSiteBook *book)
{
    return book->bookings[book->n_bookings - 1].day;
}

/* @return the first Monday of the next month, or the one after the last booking */
static CoDay month_end(const CoSiteBook *book, CoDay monday)
{
    CoDay end = monday;
    while (end <= last_day(book) && month_of(end) == month_of(monday))
        end += 7;
    return end;
}

static void write_months(Weeks *weeks, int row)
{
    const CoSiteBook *book = weeks->book;
    CoDay end;
    for (CoDay monday = co_day_monday(book->bookings[0].day); monday <= last_day(book);
         monday = end) {
        end = month_end(book, monday);
        if (is_booked(book, ANY_ROOM, monday, end - 1))
            row = write_month(weeks, row, monday, end);
    }
}

static int count_lines(const CoSiteBook *book, CoDay monday, CoDay end)
{
    int n = 0;
    for (; monday < end; monday += 7) {
        n++;
        for (int r = 0; r < book->n_rooms; r++)
            n += is_booked(book, book->rooms[r], monday, monday + N_DAYS - 1) ? 2 : 0;
    }
    return n;
}

/* As high as the longest month allows. */
static int line_height(const CoSiteBook *book, const CoPage *page)
{
    int n_lines = 1;
    CoDay end;
    for (CoDay monday = co_day_monday(book->bookings[0].day); monday <= last_day(book);
         monday = end) {
        end = month_end(book, monday);
        n_lines = MAX(n_lines, count_lines(book, monday, end));
    }
    return CLAMP((co_page_printable_height_px(page) - TITLES_PX) / n_lines, MIN_LINE_PX,
                 MAX_LINE_PX);
}

static void set_widths(CoPage *page)
{
    int width_px[N_COLUMNS] = {112, 58};
    int left_px = co_page_printable_px(page) - width_px[COL_ROOM] - width_px[COL_HALF];
    for (int d = 0; d < N_DAYS; d++)
        width_px[COL_MONDAY + d] = left_px / N_DAYS;
    co_page_set_widths(page, width_px, N_COLUMNS);
}

void co_site_weeks(const CoSiteBook *book)
{
    g_return_if_fail(book != NULL && book->n_bookings > 0);
    const CoPageSetup setup = {"Calendrier", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    Weeks weeks = {book, page, line_height(book, page), false};
    set_widths(page);
    int row = co_heading_draw(book->heading, page, N_COLUMNS, NULL);
    co_page_area(page, (CoArea){row++, 0, 1, N_COLUMNS},
                 "Participants et formateurs comptés ensemble. En gris : jour férié, vacances "
                 "scolaires ou fermeture.",
                 (CoLook){.style = CO_STYLE_SMALL});
    write_months(&weeks, row);
}
