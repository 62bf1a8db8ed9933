/* Typesetting: lines of least raggedness, and few breaks within phrases. */
#include "text/typeset.h"

#include <math.h>
#include <string.h>

#include "text/break.h"

#define WIDOW_COST 50.0
#define NO_LIMIT SIZE_MAX
#define BOUNDLESS 1e9

/* A stretch of text that a line doesn't break. */
typedef struct {
    size_t start, end; /* bytes */
    double width;      /* between other text */
    guint8 before;     /* what a break before it costs */
} Part;

typedef struct {
    const JutuTypeset *how;
    const char *text;
    GArray *parts; /* of Part */
} Paragraph;

static const Part *part_at(const Paragraph *paragraph, size_t i)
{
    return &g_array_index(paragraph->parts, Part, i);
}

/* Measured between two Han, since marks at the edges of a line are set narrower. */
static double inner_width(const JutuTypeset *how, const char *text, size_t length)
{
    g_autofree char *between = g_strdup_printf("国%.*s国", (int)length, text);
    return jutu_measure_width(how->measure, between, &how->font) -
           jutu_measure_width(how->measure, "国国", &how->font);
}

static void add_part(Paragraph *paragraph, size_t start, size_t end, guint8 before)
{
    Part part = { start, end, 0, before };
    part.width = inner_width(paragraph->how, paragraph->text + start, end - start);
    if (part.width <= paragraph->how->width || end - start < 2) {
        g_array_append_val(paragraph->parts, part);
        return;
    }
    /* Too wide for any line, so it has no blanks worth saving: cut into characters. */
    for (const char *at = paragraph->text + start; at < paragraph->text + end;
         at = g_utf8_next_char(at)) {
        size_t from = (size_t)(at - paragraph->text);
        size_t to = (size_t)(g_utf8_next_char(at) - paragraph->text);
        g_autofree char *character = g_strndup(at, to - from);
        Part piece = {
            from, to, jutu_measure_width(paragraph->how->measure, character, &paragraph->how->font),
            from == start ? before : JUTU_BREAK_POOR
        };
        g_array_append_val(paragraph->parts, piece);
    }
}

static void split(Paragraph *paragraph)
{
    size_t n = (size_t)g_utf8_strlen(paragraph->text, -1), start = 0, i = 0;
    g_autofree guint8 *breaks = g_new(guint8, n + 1);
    jutu_breaks(paragraph->text, n, breaks);
    guint8 before = JUTU_BREAK_GOOD;
    const char *at = paragraph->text;
    for (; *at; at = g_utf8_next_char(at), i++) {
        if (breaks[i] == JUTU_BREAK_NEVER)
            continue;
        add_part(paragraph, start, (size_t)(at - paragraph->text), before);
        start = (size_t)(at - paragraph->text);
        before = breaks[i];
    }
    if (n > 0)
        add_part(paragraph, start, (size_t)(at - paragraph->text), before);
}

/* The number of lines if each is filled as far as it goes. */
static size_t count_lines(const Paragraph *paragraph)
{
    size_t lines = 0;
    double left = -1;
    for (size_t i = 0; i < paragraph->parts->len; i++) {
        double width = part_at(paragraph, i)->width;
        if (width > left) {
            lines++;
            left = paragraph->how->width;
        }
        left -= width;
    }
    return lines;
}

static double line_cost(const Paragraph *paragraph, size_t from, size_t to, double width)
{
    const JutuTypeset *how = paragraph->how;
    bool last = to == paragraph->parts->len;
    double slack = fmax(0, how->width - width) / how->width;
    double cost = last && !how->balance ? 0 : 100 * slack * slack;
    if (from > 0)
        cost += part_at(paragraph, from)->before;
    if (last && from > 0 && width < 2.5 * how->font.size)
        cost += WIDOW_COST;
    return cost;
}

/* The best breaks of the first lines: cost[j] and from[j] for lines that end before part j. */
static void add_line(const Paragraph *paragraph, const double *before, double *cost, size_t *from)
{
    size_t n = paragraph->parts->len;
    for (size_t j = 0; j <= n; j++) {
        double width = 0;
        cost[j] = INFINITY;
        from[j] = 0;
        for (size_t i = j; i-- > 0;) {
            width += part_at(paragraph, i)->width;
            if (width > paragraph->how->width && i + 1 < j)
                break;
            double sum = before[i] + line_cost(paragraph, i, j, width);
            if (sum < cost[j]) {
                cost[j] = sum;
                from[j] = i;
            }
        }
    }
}

/* starts[l] is the part that line l begins with. */
static void choose(const Paragraph *paragraph, size_t lines, size_t *starts)
{
    size_t n = paragraph->parts->len;
    g_autofree double *costs = g_new(double, 2 * (n + 1));
    g_autofree size_t *from = g_new(size_t, lines * (n + 1));
    for (size_t j = 0; j <= n; j++)
        costs[j] = j == 0 ? 0 : INFINITY;
    for (size_t l = 0; l < lines; l++)
        add_line(paragraph, costs + l % 2 * (n + 1), costs + (l + 1) % 2 * (n + 1),
                 from + l * (n + 1));
    for (size_t l = lines, j = n; l-- > 0; j = starts[l])
        starts[l] = from[l * (n + 1) + j];
}

/* As many full lines as there may be; the last takes all the rest. */
static void fill(const Paragraph *paragraph, size_t lines, size_t *starts)
{
    double left = paragraph->how->width;
    size_t line = 0;
    starts[0] = 0;
    for (size_t i = 0; i < paragraph->parts->len && line + 1 < lines; i++) {
        double width = part_at(paragraph, i)->width;
        if (width > left && i > starts[line]) {
            starts[++line] = i;
            left = paragraph->how->width;
        }
        left -= width;
    }
}

static void append_lines(const Paragraph *paragraph, size_t lines, const size_t *starts, bool cut,
                         GPtrArray *out, JutuArena *arena)
{
    const JutuTypeset *how = paragraph->how;
    for (size_t l = 0; l < lines; l++) {
        bool last = l + 1 == lines;
        size_t start = part_at(paragraph, starts[l])->start;
        size_t end = last ? strlen(paragraph->text) : part_at(paragraph, starts[l + 1])->start;
        g_autofree char *line = g_strndup(paragraph->text + start, end - start);
        const char *text = jutu_measure_cut(how->measure, line, &how->font,
                                            last && cut ? how->width : 0, NULL, arena);
        g_ptr_array_add(out, jutu_arena_strdup(arena, text));
    }
}

/* @return whether it fitted in `most` lines */
static bool set_paragraph(const Paragraph *paragraph, size_t most, GPtrArray *out, JutuArena *arena)
{
    size_t lines = count_lines(paragraph);
    bool cut = lines > most;
    lines = MIN(lines, most);
    if (lines == 0)
        return !cut;
    g_autofree size_t *starts = g_new0(size_t, lines);
    if (cut)
        fill(paragraph, lines, starts);
    else
        choose(paragraph, lines, starts);
    append_lines(paragraph, lines, starts, cut, out, arena);
    return !cut;
}

JutuLines jutu_typeset_lines(const JutuTypeset *given, const char *text, JutuArena *arena)
{
    JutuTypeset limited = *given, *how = &limited;
    if (!(how->width > 0))
        how->width = BOUNDLESS;
    g_autoptr(GPtrArray) out = g_ptr_array_new();
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) paragraphs = g_strsplit(valid, "\n", -1);
    bool cut = false;
    for (size_t i = 0; paragraphs[i] && !cut; i++) {
        size_t most = how->most_lines > 0 ? how->most_lines - out->len : NO_LIMIT;
        g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Part));
        Paragraph paragraph = { how, g_strstrip(paragraphs[i]), parts };
        split(&paragraph);
        cut = !set_paragraph(&paragraph, most, out, arena);
    }
    if (out->len == 0)
        return (JutuLines){ NULL, 0, cut };
    return (JutuLines){ jutu_copy(arena, const char *, (const char *const *)out->pdata, out->len),
                        out->len, cut };
}
