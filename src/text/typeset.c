/* Typesetting: lines of least raggedness, and few breaks within phrases. */
#include "text/typeset.h"

#include <math.h>
#include <string.h>

#include "text/break.h"

#define WIDOW_COST 50.0
#define LONELY_COST 150.0 /* of a line of one character: more than a torn word's */
#define NO_LIMIT SIZE_MAX
#define BOUNDLESS 1e9
#define ROUNDING 1e-6 /* px: sums of widths differ from the width of all by that */

/* A stretch of text that a line doesn't break. */
typedef struct {
    size_t start, end; /* bytes */
    double width;      /* between other text */
    guint8 before;     /* what a break before it costs */
} Part;

typedef struct {
    const JutuTypeset *how;
    const char *text;
    double width;   /* of all in one line */
    double edges;   /* of the two Han that parts are measured between */
    guint8 *breaks; /* by byte: JUTU_BREAK_…; NEVER within characters */
    GArray *parts;  /* of Part */
} Paragraph;

static const Part *part_at(const Paragraph *paragraph, size_t i)
{
    return &g_array_index(paragraph->parts, Part, i);
}

/* Measured between two Han, since marks at the edges of a line are set narrower. */
static double inner_width(const Paragraph *paragraph, size_t start, size_t length)
{
    const JutuTypeset *how = paragraph->how;
    g_autofree char *between = g_strdup_printf("国%.*s国", (int)length, paragraph->text + start);
    return jutu_measure_width(how->measure, between, &how->font) - paragraph->edges;
}

/* The next level at which something too wide is divided. */
static guint8 next_level(guint8 level)
{
    static const guint8 levels[] = { JUTU_BREAK_BAD, JUTU_BREAK_TORN, JUTU_BREAK_SPLIT,
                                     JUTU_BREAK_ILLEGAL, JUTU_BREAK_NEVER };
    size_t i = 0;
    while (levels[i] <= level)
        i++;
    return levels[i];
}

/* Adds what is between two bytes, divided at breaks up to `level`, and further where it is wider
 * than a line. */
static void add_parts(Paragraph *paragraph, size_t start, size_t end, guint8 level)
{
    for (size_t from = start, to; from < end; from = to) {
        for (to = from + 1; to < end && paragraph->breaks[to] > level;)
            to++;
        double width = inner_width(paragraph, from, to - from);
        guint8 next = next_level(level);
        bool whole = width <= paragraph->how->width || next == JUTU_BREAK_NEVER;
        Part part = { from, to, width, paragraph->breaks[from] };
        if (whole)
            g_array_append_val(paragraph->parts, part);
        else
            add_parts(paragraph, from, to, next);
    }
}

/* Judges the places of a paragraph by their bytes. */
static void judge(Paragraph *paragraph)
{
    size_t n = (size_t)g_utf8_strlen(paragraph->text, -1), i = 0;
    g_autofree guint8 *breaks = g_new(guint8, n + 1);
    paragraph->breaks = g_malloc(strlen(paragraph->text) + 1);
    memset(paragraph->breaks, JUTU_BREAK_NEVER, strlen(paragraph->text) + 1);
    paragraph->edges = jutu_measure_width(paragraph->how->measure, "国国", &paragraph->how->font);
    jutu_breaks(paragraph->how->lang, paragraph->text, n, breaks);
    for (const char *at = paragraph->text; *at; at = g_utf8_next_char(at))
        paragraph->breaks[at - paragraph->text] = breaks[i++];
}

/* Divides it anew. @param level  up to which it may break where it likes */
static void split(Paragraph *paragraph, guint8 level)
{
    g_array_set_size(paragraph->parts, 0);
    add_parts(paragraph, 0, strlen(paragraph->text), level);
}

/* The number of lines of a width if each is filled as far as it goes. */
static size_t count_lines(const Paragraph *paragraph, double room)
{
    size_t lines = 0;
    double left = -1;
    for (size_t i = 0; i < paragraph->parts->len; i++) {
        double width = part_at(paragraph, i)->width;
        if (width > left + ROUNDING) {
            lines++;
            left = room;
        }
        left -= width;
    }
    return lines;
}

/* How many letters and figures a line has, up to three. */
static size_t count_letters(const Paragraph *paragraph, size_t from, size_t to)
{
    const char *at = paragraph->text + part_at(paragraph, from)->start;
    const char *end = paragraph->text + part_at(paragraph, to - 1)->end;
    size_t letters = 0;
    for (; at < end && letters < 3; at = g_utf8_next_char(at))
        letters += g_unichar_isalnum(g_utf8_get_char(at));
    return letters;
}

/* What a line costs that says hardly anything. */
static double shortness(const Paragraph *paragraph, size_t from, size_t to, double width)
{
    double em = paragraph->how->font.size;
    if (width > 4 * em)
        return 0;
    size_t letters = count_letters(paragraph, from, to);
    if (letters < 2)
        return LONELY_COST;
    bool widow = letters < 3 && to == paragraph->parts->len && paragraph->how->width > 4 * em;
    return widow ? WIDOW_COST : 0;
}

static double line_cost(const Paragraph *paragraph, size_t from, size_t to, double width)
{
    const JutuTypeset *how = paragraph->how;
    bool last = to == paragraph->parts->len;
    double slack = fmax(0, how->width - width) / how->width;
    double cost = last && !how->balance ? 0 : 100 * slack * slack;
    if (from > 0)
        cost += part_at(paragraph, from)->before;
    if (from > 0 || !last)
        cost += shortness(paragraph, from, to, width);
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
            if (width > paragraph->how->width + ROUNDING && i + 1 < j)
                break;
            if (isinf(before[i]))
                continue;
            double sum = before[i] + line_cost(paragraph, i, j, width);
            if (sum < cost[j]) {
                cost[j] = sum;
                from[j] = i;
            }
        }
    }
}

/* starts[l] is the part that line l begins with. @return what it costs */
static double choose(const Paragraph *paragraph, size_t lines, size_t *starts)
{
    size_t n = paragraph->parts->len;
    g_autofree double *costs = g_new0(double, 2 * (n + 1));
    g_autofree size_t *from = g_new0(size_t, lines * (n + 1));
    for (size_t j = 0; j <= n; j++)
        costs[j] = j == 0 ? 0 : INFINITY;
    for (size_t l = 0; l < lines; l++)
        add_line(paragraph, costs + l % 2 * (n + 1), costs + (l + 1) % 2 * (n + 1),
                 from + l * (n + 1));
    for (size_t l = lines, j = n; l-- > 0; j = starts[l])
        starts[l] = from[l * (n + 1) + j];
    return costs[lines % 2 * (n + 1) + n];
}

/* As many full lines as there may be; the last takes all the rest. */
static void fill(const Paragraph *paragraph, size_t lines, size_t *starts)
{
    double left = paragraph->how->width;
    size_t line = 0;
    starts[0] = 0;
    for (size_t i = 0; i < paragraph->parts->len && line + 1 < lines; i++) {
        double width = part_at(paragraph, i)->width;
        if (width > left + ROUNDING && i > starts[line]) {
            starts[++line] = i;
            left = paragraph->how->width;
        }
        left -= width;
    }
}

/* What has been set of a text. */
typedef struct {
    GPtrArray *lines;
    bool cut, torn;
} Setting;

static void append_lines(const Paragraph *paragraph, size_t lines, const size_t *starts,
                         Setting *out, JutuArena *arena)
{
    const JutuTypeset *how = paragraph->how;
    for (size_t l = 0; l < lines; l++) {
        bool last = l + 1 == lines;
        const Part *first = part_at(paragraph, starts[l]);
        size_t end = last ? strlen(paragraph->text) : part_at(paragraph, starts[l + 1])->start;
        g_autofree char *line = g_strndup(paragraph->text + first->start, end - first->start);
        const char *text = jutu_measure_cut(how->measure, line, &how->font,
                                            last && out->cut ? how->width : 0, NULL, arena);
        g_ptr_array_add(out->lines, jutu_arena_strdup(arena, text));
        out->torn |= l > 0 && first->before >= JUTU_BREAK_TORN;
    }
}

/* Whether any of the lines says no more than one character. */
static bool has_lonely(const Paragraph *paragraph, const size_t *starts, size_t lines)
{
    for (size_t l = 0; l < lines; l++) {
        size_t end = l + 1 < lines ? starts[l + 1] : paragraph->parts->len;
        if (count_letters(paragraph, starts[l], end) < 2)
            return true;
    }
    return false;
}

/* The best lines; with words torn only where one would say no more than one character else. */
static void choose_best(Paragraph *paragraph, size_t lines, size_t *starts)
{
    double cost = choose(paragraph, lines, starts);
    if (lines < 2 || !has_lonely(paragraph, starts, lines))
        return;
    split(paragraph, JUTU_BREAK_TORN);
    if (choose(paragraph, lines, starts) < cost)
        return;
    split(paragraph, JUTU_BREAK_BAD);
    choose(paragraph, lines, starts);
}

static void set_broken(Paragraph *paragraph, size_t most, Setting *out, JutuArena *arena)
{
    judge(paragraph);
    split(paragraph, JUTU_BREAK_BAD);
    size_t lines = count_lines(paragraph, paragraph->how->width);
    if (lines > most) {
        split(paragraph, JUTU_BREAK_TORN);
        lines = count_lines(paragraph, paragraph->how->width);
    }
    out->cut = lines > most;
    if (out->cut) /* then as well without torn words */
        split(paragraph, JUTU_BREAK_BAD);
    lines = MIN(lines, most);
    if (lines == 0)
        return;
    g_autofree size_t *starts = g_new0(size_t, lines);
    if (out->cut)
        fill(paragraph, lines, starts);
    else
        choose_best(paragraph, lines, starts);
    append_lines(paragraph, lines, starts, out, arena);
}

static Paragraph paragraph_new(const JutuTypeset *how, char *text)
{
    Paragraph paragraph = { .how = how, .text = g_strstrip(text) };
    paragraph.width = jutu_measure_width(how->measure, paragraph.text, &how->font);
    paragraph.parts = g_array_new(FALSE, FALSE, sizeof(Part));
    return paragraph;
}

static void paragraph_clear(Paragraph *paragraph)
{
    g_array_free(paragraph->parts, TRUE);
    g_free(paragraph->breaks);
}

static void set_paragraph(Paragraph *paragraph, size_t most, Setting *out, JutuArena *arena)
{
    if (!*paragraph->text)
        return;
    if (paragraph->width <= paragraph->how->width && most > 0)
        g_ptr_array_add(out->lines, jutu_arena_strdup(arena, paragraph->text));
    else
        set_broken(paragraph, most, out, arena);
}

JutuLines jutu_typeset_lines(const JutuTypeset *given, const char *text, JutuArena *arena)
{
    JutuTypeset limited = *given, *how = &limited;
    if (!(how->width > 0))
        how->width = BOUNDLESS;
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) paragraphs = g_strsplit(valid, "\n", -1);
    Setting out = { lines, false, false };
    for (size_t i = 0; paragraphs[i] && !out.cut; i++) {
        size_t most = how->most_lines > 0 ? how->most_lines - lines->len : NO_LIMIT;
        Paragraph paragraph = paragraph_new(how, paragraphs[i]);
        set_paragraph(&paragraph, most, &out, arena);
        paragraph_clear(&paragraph);
    }
    JutuLines set = { NULL, lines->len, out.cut, out.torn };
    if (lines->len > 0)
        set.text = jutu_copy(arena, const char *, (const char *const *)lines->pdata, lines->len);
    return set;
}

/* The widths that lines of a paragraph may have, unless they are wider than `most`. */
static void add_widths(const Paragraph *paragraph, double most, GArray *widths)
{
    for (size_t i = 0; i < paragraph->parts->len; i++) {
        double width = 0;
        for (size_t j = i; j < paragraph->parts->len && width <= most; j++) {
            width += part_at(paragraph, j)->width;
            g_array_append_val(widths, width);
        }
    }
}

static int compare_widths(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The lines of all paragraphs at a width; NO_LIMIT: something is wider. */
static size_t count_all(const GArray *paragraphs, double width)
{
    size_t lines = 0;
    for (size_t i = 0; i < paragraphs->len; i++) {
        const Paragraph *paragraph = &g_array_index(paragraphs, Paragraph, i);
        for (size_t p = 0; p < paragraph->parts->len; p++)
            if (part_at(paragraph, p)->width > width + ROUNDING)
                return NO_LIMIT;
        lines += count_lines(paragraph, width);
    }
    return lines;
}

/* The least of some widths at which there are no more than these lines; the widest if none is. */
static double least_width(const GArray *paragraphs, GArray *widths, size_t lines)
{
    g_array_sort(widths, compare_widths);
    size_t low = 0, high = widths->len;
    while (low + 1 < high) {
        size_t middle = (low + high - 1) / 2;
        if (count_all(paragraphs, g_array_index(widths, double, middle)) <= lines)
            high = middle + 1;
        else
            low = middle + 1;
    }
    return low < widths->len ? g_array_index(widths, double, low) : 0;
}

/* The width of the longest of the text's own lines. */
static double width_of_lines(const JutuTypeset *how, char **texts, size_t *n)
{
    double width = 0;
    for (size_t i = 0; texts[i]; i++) {
        width = fmax(width, jutu_measure_width(how->measure, g_strstrip(texts[i]), &how->font));
        *n += *texts[i] != '\0';
    }
    return width;
}

double jutu_typeset_narrowest(const JutuTypeset *given, const char *text, size_t lines)
{
    JutuTypeset how = *given;
    how.width = BOUNDLESS;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) texts = g_strsplit(valid, "\n", -1);
    size_t n = 0;
    double width = width_of_lines(&how, texts, &n);
    if (lines <= n)
        return width;
    g_autoptr(GArray) paragraphs = g_array_new(FALSE, FALSE, sizeof(Paragraph));
    g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(double));
    for (size_t i = 0; texts[i]; i++) {
        Paragraph paragraph = paragraph_new(&how, texts[i]);
        judge(&paragraph);
        split(&paragraph, JUTU_BREAK_BAD);
        add_widths(&paragraph, paragraph.width, widths);
        g_array_append_val(paragraphs, paragraph);
    }
    width = least_width(paragraphs, widths, lines);
    for (size_t i = 0; i < paragraphs->len; i++)
        paragraph_clear(&g_array_index(paragraphs, Paragraph, i));
    return width;
}
