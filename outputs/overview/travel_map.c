/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map: no background, only places and who goes where. Degrees become kilometres on a plane that
 * touches the middle of the area, which is true enough for an academy. */
#include <math.h>

#include "map_labels.h"
#include "outputs/kit/html.h"
#include "outputs/kit/measure.h"
#include "outputs/words/names.h"
#include "travel.h"

#define WIDTH 1000.0
#define MOST_HEIGHT 780.0
#define LEAST_HEIGHT 300.0
#define MARGIN 56.0
#define LEAST_SPAN_KM 4.0
#define KM_PER_DEGREE 111.195 /* earth of radius 6371.0088 km */
#define RADIANS_PER_DEGREE (G_PI / 180)
#define SAME_PLACE 1.0
#define MARK_HALF 8.0
#define LABEL_HEIGHT 16.0
#define MANY_POSTS 400
#define MOST_CODES 3
/* Names are measured in Calibri; other faces of screens are wider. */
#define FACE_MARGIN 1.3

typedef struct Point {
    double x, y;
} Point;

typedef struct Map {
    const CoOverview *overview;
    const CoTravel *travel;
    double west, north;        /* degrees */
    double km_per_degree_east; /* at the middle of the area */
    double scale;              /* units per km */
    double left, top, height;
    double dot; /* scale of dots */
} Map;

/* ---- projection ---- */

typedef struct Bounds {
    int n_places;
    double west, east, south, north;
} Bounds;

static void take_place(Bounds *bounds, const CoPlace *place)
{
    if (!place->located)
        return;
    bool is_first = bounds->n_places++ == 0;
    bounds->west = is_first ? place->longitude : MIN(bounds->west, place->longitude);
    bounds->east = is_first ? place->longitude : MAX(bounds->east, place->longitude);
    bounds->south = is_first ? place->latitude : MIN(bounds->south, place->latitude);
    bounds->north = is_first ? place->latitude : MAX(bounds->north, place->latitude);
}

static Bounds bounds_of(const CoOverview *overview, const CoTravel *travel)
{
    Bounds bounds = {0};
    for (guint i = 0; i < travel->posts->len; i++)
        take_place(&bounds,
                   co_travel_school_place(
                       overview, g_array_index(travel->posts, CoPost, i).establishment_idx));
    for (guint i = 0; i < travel->hosts->len; i++)
        take_place(&bounds,
                   co_travel_host_place(overview, &g_array_index(travel->hosts, CoHost, i)));
    return bounds;
}

static void set_projection(Map *map, const Bounds *bounds)
{
    double middle = (bounds->south + bounds->north) / 2;
    map->west = bounds->west;
    map->north = bounds->north;
    map->km_per_degree_east = KM_PER_DEGREE * cos(middle * RADIANS_PER_DEGREE);
    double width_km = (bounds->east - bounds->west) * map->km_per_degree_east;
    double height_km = (bounds->north - bounds->south) * KM_PER_DEGREE;
    map->scale = MIN((WIDTH - 2 * MARGIN) / MAX(width_km, LEAST_SPAN_KM),
                     (MOST_HEIGHT - 2 * MARGIN) / MAX(height_km, LEAST_SPAN_KM));
    map->height = MAX(height_km * map->scale + 2 * MARGIN, LEAST_HEIGHT);
    map->left = (WIDTH - width_km * map->scale) / 2;
    map->top = (map->height - height_km * map->scale) / 2;
}

static Point point_of(const Map *map, const CoPlace *place)
{
    return (Point){map->left +
                       (place->longitude - map->west) * map->km_per_degree_east * map->scale,
                   map->top + (map->north - place->latitude) * KM_PER_DEGREE * map->scale};
}

/* ---- pieces ---- */

/* In tenths, whatever the language of the system. */
static void append_number(GString *page, const char *name, double number)
{
    long tenths = lround(number * 10);
    g_string_append_printf(page, " %s=\"%s%ld.%ld\"", name, tenths < 0 ? "-" : "",
                           labs(tenths) / 10, labs(tenths) % 10);
}

static void append_title(GString *page, char *text)
{
    co_html_take_element(page, "title", text);
}

static void append_line(GString *page, const Map *map, const CoFlow *flow)
{
    const CoPlace *from = co_travel_school_place(map->overview, flow->establishment_idx);
    const CoPlace *to = co_travel_host_place(
        map->overview, &g_array_index(map->travel->hosts, CoHost, flow->site_rank));
    if (!from->located || !to->located)
        return;
    Point start = point_of(map, from), end = point_of(map, to);
    if (hypot(end.x - start.x, end.y - start.y) < SAME_PLACE)
        return;
    g_string_append(page, "<line");
    append_number(page, "x1", start.x);
    append_number(page, "y1", start.y);
    append_number(page, "x2", end.x);
    append_number(page, "y2", end.y);
    append_number(page, "stroke-width", MIN(0.8 + 0.5 * flow->n_people, 7) * map->dot);
    g_string_append_printf(page, " stroke=\"#%06x\" stroke-dasharray=\"%s\"/>\n",
                           co_travel_tone(flow->site_rank), co_travel_dashes(flow->site_rank));
}

static void append_post(GString *page, const Map *map, const CoPost *post)
{
    const CoPlace *place = co_travel_school_place(map->overview, post->establishment_idx);
    Point at = point_of(map, place);
    g_autofree char *name = co_name_establishment(map->overview->campaign, post->establishment_idx);
    g_autofree char *people = co_name_count(post->n_people, "personne", "personnes");
    g_autofree char *left = post->n_unplaced > 0
                                ? g_strdup_printf(", dont %d sans place", post->n_unplaced)
                                : g_strdup("");
    g_string_append(page, "<circle");
    append_number(page, "cx", at.x);
    append_number(page, "cy", at.y);
    append_number(page, "r", (2.2 + 1.5 * sqrt(post->n_people)) * map->dot);
    g_string_append(page, post->n_unplaced > 0
                              ? " fill=\"#fff\" stroke=\"#d55e00\" stroke-width=\"2.5\">"
                              : ">");
    append_title(page, g_strdup_printf("%s, %s : %s%s", name, place->commune, people, left));
    g_string_append(page, "</circle>\n");
}

/* Whether a place is where a site is, whose mark would hide it. */
static bool is_at_site(const Map *map, const CoPlace *place)
{
    Point at = point_of(map, place);
    for (guint i = 0; i < map->travel->hosts->len; i++) {
        const CoPlace *host =
            co_travel_host_place(map->overview, &g_array_index(map->travel->hosts, CoHost, i));
        Point mark = point_of(map, host);
        if (host->located && hypot(at.x - mark.x, at.y - mark.y) < SAME_PLACE)
            return true;
    }
    return false;
}

/* Sites stand out over the schools of their town, but for the school that is the site. */
static void append_posts(GString *page, const Map *map, bool are_at_sites)
{
    g_string_append(page, "<g fill=\"#1b3a57\" stroke=\"#fff\" stroke-width=\"0.8\">\n");
    for (guint i = 0; i < map->travel->posts->len; i++) {
        const CoPost *post = &g_array_index(map->travel->posts, CoPost, i);
        const CoPlace *place = co_travel_school_place(map->overview, post->establishment_idx);
        if (place->located && is_at_site(map, place) == are_at_sites)
            append_post(page, map, post);
    }
    g_string_append(page, "</g>\n");
}

/* ---- sites and their names ---- */

/* "S01 Grenoble"; a long list of rooms would hide the map. */
static char *label_of(const CoHost *host, const CoPlace *place)
{
    if (host->n_rooms > MOST_CODES)
        return g_strdup_printf("%s, %d salles", place->commune, host->n_rooms);
    return g_strdup_printf("%s %s", host->rooms, place->commune);
}

static void append_mark(GString *page, const CoHost *host, int rank, const CoLabel *label,
                        const CoPlace *place)
{
    g_autofree char *name = label_of(host, place);
    g_autofree char *people = co_name_count(host->n_people, "personne", "personnes");
    g_string_append_printf(page, "<g><rect fill=\"#%06x\"", co_travel_tone(rank));
    append_number(page, "x", label->x - MARK_HALF);
    append_number(page, "y", label->y - MARK_HALF);
    append_number(page, "width", 2 * MARK_HALF);
    append_number(page, "height", 2 * MARK_HALF);
    g_string_append_c(page, '>');
    append_title(page, g_strdup_printf("%s : %s", place->name, people));
    g_string_append(page, "</rect><text");
    append_number(page, "x", label->box.x);
    append_number(page, "y", label->box.y + 0.78 * label->box.height);
    g_string_append_c(page, '>');
    co_html_text(page, name);
    g_string_append(page, "</text></g>\n");
}

static int compare_hosts(gconstpointer left, gconstpointer right, gpointer data)
{
    const GArray *hosts = data;
    int a_rank = *(const int *)left, b_rank = *(const int *)right;
    const CoHost *a = &g_array_index(hosts, CoHost, a_rank);
    const CoHost *b = &g_array_index(hosts, CoHost, b_rank);
    if (a->n_people != b->n_people)
        return a->n_people > b->n_people ? -1 : 1;
    return (a_rank > b_rank) - (a_rank < b_rank);
}

/* @return (transfer full) the ranks of the hosts that are located, the busiest first */
static GArray *busiest_hosts(const Map *map)
{
    GArray *hosts = map->travel->hosts, *ranks = g_array_new(FALSE, FALSE, sizeof(int));
    for (int rank = 0; rank < (int)hosts->len; rank++)
        if (co_travel_host_place(map->overview, &g_array_index(hosts, CoHost, rank))->located)
            g_array_append_val(ranks, rank);
    g_array_sort_with_data(ranks, compare_hosts, hosts);
    return ranks;
}

static CoLabel new_label(const Map *map, const CoHost *host)
{
    const CoPlace *place = co_travel_host_place(map->overview, host);
    Point at = point_of(map, place);
    g_autofree char *name = label_of(host, place);
    double width = FACE_MARGIN * co_measure_width_px(name, (CoFace){9.75, true});
    return (CoLabel){
        .x = at.x, .y = at.y, .half = MARK_HALF, .width = width, .height = LABEL_HEIGHT};
}

static void append_hosts(GString *page, const Map *map)
{
    g_autoptr(GArray) ranks = busiest_hosts(map);
    g_autofree CoLabel *labels = g_new(CoLabel, (gsize)ranks->len + 1);
    for (guint i = 0; i < ranks->len; i++)
        labels[i] = new_label(
            map, &g_array_index(map->travel->hosts, CoHost, g_array_index(ranks, int, i)));
    co_labels_place(labels, (int)ranks->len, (CoBox){4, 4, WIDTH - 8, map->height - 8});
    for (guint i = 0; i < ranks->len; i++) {
        int rank = g_array_index(ranks, int, i);
        const CoHost *host = &g_array_index(map->travel->hosts, CoHost, rank);
        append_mark(page, host, rank, &labels[i], co_travel_host_place(map->overview, host));
    }
}

/* ---- the picture ---- */

/* The longest round length that takes at most a fifth of the width. */
static int scale_km(const Map *map)
{
    static const int lengths[] = {200, 100, 50, 20, 10, 5, 2};
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++)
        if (lengths[i] * map->scale <= WIDTH / 5)
            return lengths[i];
    return 1;
}

static void append_scale(GString *page, const Map *map)
{
    int km = scale_km(map);
    double y = map->height - 14, end = 16 + km * map->scale;
    g_string_append(page, "<g stroke=\"#1f2a37\"><line stroke-width=\"2\" x1=\"16\"");
    append_number(page, "y1", y);
    append_number(page, "x2", end);
    append_number(page, "y2", y);
    g_string_append(page, "/></g>\n<text x=\"16\"");
    append_number(page, "y", y - 6);
    g_string_append_printf(page, ">%d km</text>\n", km);
    g_string_append(page, "<path d=\"M20 34 L26 14 L32 34 L26 29 Z\" fill=\"#1f2a37\"/>"
                          "<text x=\"38\" y=\"30\">N</text>\n");
}

static void append_words(GString *page, const Map *map)
{
    int id = map->travel->academy_idx;
    g_autofree char *posts =
        co_name_count((int)map->travel->posts->len, "établissement", "établissements");
    g_autofree char *hosts =
        co_name_count((int)map->travel->hosts->len, "lieu de formation", "lieux de formation");
    g_string_append_printf(page,
                           "<title id=\"carte%d-titre\">Carte des trajets</title>"
                           "<desc id=\"carte%d-texte\">%s, %s, et un trait de chaque établissement "
                           "au lieu où vont ses personnels. Les tableaux qui suivent disent la "
                           "même chose.</desc>\n",
                           id, id, posts, hosts);
}

static void append_picture(GString *page, const Map *map)
{
    int id = map->travel->academy_idx;
    g_string_append_printf(page,
                           "<svg class=\"map\" role=\"img\" aria-labelledby=\"carte%d-titre "
                           "carte%d-texte\" viewBox=\"0 0 %d %ld\">\n",
                           id, id, (int)WIDTH, lround(map->height));
    append_words(page, map);
    g_string_append(page, "<g opacity=\"0.6\" stroke-linecap=\"round\">\n");
    for (guint i = 0; i < map->travel->flows->len; i++)
        append_line(page, map, &g_array_index(map->travel->flows, CoFlow, i));
    g_string_append(page, "</g>\n");
    append_posts(page, map, false);
    g_string_append(page, "<g class=\"sites\">\n");
    append_hosts(page, map);
    append_scale(page, map);
    g_string_append(page, "</g>\n");
    append_posts(page, map, true);
    g_string_append(page, "</svg>\n");
}

bool co_travel_draw(GString *page, const CoOverview *overview, const CoTravel *travel)
{
    g_return_val_if_fail(page != NULL && overview != NULL && travel != NULL, false);
    Bounds bounds = bounds_of(overview, travel);
    if (bounds.n_places == 0)
        return false;
    Map map = {.overview = overview, .travel = travel};
    map.dot = bounds.n_places > MANY_POSTS ? 0.6 : 1;
    set_projection(&map, &bounds);
    append_picture(page, &map);
    return true;
}
