/* How a line falls into cells: by CLREQ's rules for vertical text, and JLREQ's for its figures. */
#include "text/vertical_cells.h"

#include <string.h>

#include "text/punctuation.h"

/* Acronyms up to this long stand upright, letter by letter; numbers side by side. */
enum { MOST_UPRIGHT = 4, MOST_BESIDE = 2 };

/* Symbols that stand upright although they aren't as wide as Han (UAX #50: U, or Tu). */
static bool is_upright_symbol(gunichar c)
{
    static const gunichar ranges[][2] = {
        { 0xa7, 0xa7 },     { 0xa9, 0xa9 },     { 0xae, 0xae },     { 0xb1, 0xb1 },
        { 0xb7, 0xb7 },     { 0xbc, 0xbe },     { 0xd7, 0xd7 },     { 0xf7, 0xf7 },
        { 0x2018, 0x2019 }, { 0x201c, 0x201d }, { 0x2020, 0x2021 }, { 0x2030, 0x2031 },
        { 0x203b, 0x203c }, { 0x2100, 0x218f }, { 0x221e, 0x221e }, { 0x2234, 0x2235 },
        { 0x2300, 0x23ff }, { 0x2460, 0x24ff }, { 0x25a0, 0x27bf }, { 0x1f000, 0x1faff },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}

/* Whether a character stands upright among Han. */
static bool is_upright(gunichar c)
{
    return jutu_char_is_han(c) || g_unichar_iswide(c) || is_upright_symbol(c);
}

/* Dashes and ellipses: a row of them is one piece, turned. */
static bool is_line(gunichar c)
{
    return c == 0x2014 || c == 0x2015 || c == 0x2026 || c == 0x22ef || c == 0x2e3a;
}

/* The end of a character with what is drawn on it or joined to it. */
static const char *cluster_end(const char *at)
{
    bool joined = false;
    for (at = g_utf8_next_char(at); *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool tone = c >= 0x1f3fb && c <= 0x1f3ff, joiner = c == 0x200d;
        if (!joined && !joiner && !tone && !g_unichar_ismark(c))
            break;
        joined = joiner;
    }
    return at;
}

static void add(GArray *cells, JutuCellKind kind, const char *line, const char *start,
                const char *end)
{
    JutuCellSpan span = { kind, (size_t)(start - line), (size_t)(end - line) };
    if (end > start)
        g_array_append_val(cells, span);
}

static bool all_of(const char *start, const char *end, bool (*is)(char c))
{
    for (const char *at = start; at < end; at++)
        if (!is(*at))
            return false;
    return end > start;
}

static bool is_digit(char c)
{
    return g_ascii_isdigit(c);
}

static bool is_acronym(char c)
{
    return g_ascii_isupper(c) || g_ascii_isdigit(c) || c == '&';
}

static void add_each(GArray *cells, const char *line, const char *start, const char *end)
{
    for (const char *at = start; at < end;) {
        const char *next = cluster_end(at);
        add(cells, JUTU_CELL_LATIN, line, at, next);
        at = next;
    }
}

/* A run of Latin without the brackets around it. */
static void add_word(GArray *cells, const char *line, const char *start, const char *end)
{
    size_t length = (size_t)(end - start);
    bool percent = length > 1 && end[-1] == '%';
    const char *digits_end = percent ? end - 1 : end;
    bool letter = start < end && cluster_end(start) == end &&
                  g_unichar_isalnum(g_utf8_get_char(start));
    if (letter || (length == 1 && percent)) {
        add(cells, JUTU_CELL_LATIN, line, start, end);
    } else if (all_of(start, digits_end, is_digit) && digits_end - start <= MOST_BESIDE) {
        add(cells, JUTU_CELL_BESIDE, line, start, digits_end);
        add(cells, JUTU_CELL_LATIN, line, digits_end, end);
    } else if (length <= MOST_UPRIGHT && all_of(start, end, is_acronym) &&
               !all_of(start, end, is_digit)) {
        add_each(cells, line, start, end);
    } else {
        add(cells, JUTU_CELL_TURNED, line, start, end);
    }
}

/* A run of Latin, spaces within it. */
static void add_latin(GArray *cells, const char *line, const char *start, const char *end)
{
    bool opens = end - start > 1 && strchr("([{", *start);
    bool closes = end - start > 1 && strchr(")]}", end[-1]);
    const char *from = start + opens, *to = end - closes;
    add(cells, JUTU_CELL_TURNED, line, start, from);
    add_word(cells, line, from, to);
    add(cells, JUTU_CELL_TURNED, line, to, end);
}

/* Where a run of Latin ends: before Han, dashes, and spaces that nothing follows. */
static const char *latin_end(const char *at)
{
    const char *end = at;
    while (*at) {
        gunichar c = g_utf8_get_char(at);
        if (is_upright(c) || is_line(c))
            break;
        at = cluster_end(at);
        if (!g_unichar_isspace(c))
            end = at;
    }
    return end;
}

static const char *line_end(const char *at)
{
    gunichar first = g_utf8_get_char(at);
    while (*at && g_utf8_get_char(at) == first)
        at = g_utf8_next_char(at);
    return at;
}

GArray *jutu_cells_split(const char *line)
{
    GArray *cells = g_array_new(false, false, sizeof(JutuCellSpan));
    for (const char *at = line, *next; *at; at = next) {
        gunichar c = g_utf8_get_char(at);
        if (is_upright(c)) {
            next = cluster_end(at);
            add(cells, g_unichar_isspace(c) ? JUTU_CELL_SPACE : JUTU_CELL_HAN, line, at, next);
        } else if (is_line(c)) {
            next = line_end(at);
            add(cells, JUTU_CELL_TURNED, line, at, next);
        } else if (g_unichar_isspace(c)) {
            next = g_utf8_next_char(at);
            add(cells, JUTU_CELL_SPACE, line, at, next);
        } else {
            next = latin_end(at);
            add_latin(cells, line, at, next);
        }
    }
    return cells;
}
