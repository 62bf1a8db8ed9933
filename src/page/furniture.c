/*
 * The page. Without furniture it is the chart as Vega lays it out; with it, a
 * sheet of a report: accent, title, subtitle, unit, plot, notes and source, one
 * below the other at one left margin.
 */
#include "page/furniture.h"

#include <math.h>

#include "base/json.h"
#include "layout/layout_parts.h"
#include "page/furniture_facts.h"
#include "page/page.h"
#include "text/typeset.h"

/* All distances in px. */
#define MARGIN 24.0
#define WIDTH 640.0
#define FIRST_BASELINE 44.0
#define BARE_TOP 28.0 /* of a plot without a title above */
#define TITLE_TO_SUBTITLE 24.0
#define TEXT_TO_PLOT 24.0
#define PLOT_TO_NOTES 30.0
#define BELOW_TEXT 22.0
#define BELOW_PLOT 24.0
#define LEAST_PLOT 40.0
#define MOST_PX 1e5
#define TALLEST 1.6   /* of a page's width, unless it is a long list */
#define UNIT_GAP 24.0 /* least distance between subtitle and unit on one line */

/* One kind of text. */
typedef struct {
    const char *role, *color;
    double size, leading;
    int weight;
    size_t most_lines; /* 0: any number */
} Face;

static const Face title_face = { "title", "#16191d", 20, 28, 700, 2 };
static const Face subtitle_face = { "subtitle", "#5c6570", 13, 20, 400, 0 };
static const Face unit_face = { "unit", "#5c6570", 12, 20, 400, 1 };
static const Face note_face = { "note", "#667079", 11.5, 18, 400, 0 };
static const Face source_face = { "source", "#667079", 11.5, 18, 400, 0 };

typedef struct {
    const JutuFurniture *furniture;
    const JutuWords *words;
    JutuFacts facts;
    JutuSceneBuilder *out;
    double width;    /* between the margins */
    double baseline; /* of the last line set; 0: none yet */
} Sheet;

static JutuFont font_of(const Sheet *sheet, const Face *face)
{
    const json_t *family = jutu_config(sheet->furniture->chart, "style", "group-title", "font",
                                       NULL);
    return (JutuFont){ .family = json_string_value(family),
                       .size = face->size,
                       .weight = face->weight };
}

static void set_line(const Sheet *sheet, const Face *face, const char *text, double x,
                     JutuAlign align)
{
    JutuColor color;
    jutu_color_parse(face->color, &color);
    JutuSceneNode node = { .kind = JUTU_SCENE_TEXT,
                           .role = face->role,
                           .style = jutu_style_none(),
                           .text = { .x = x,
                                     .y = sheet->baseline,
                                     .text = text,
                                     .font = font_of(sheet, face),
                                     .align = align } };
    node.style.fill = jutu_paint_color(color);
    jutu_scene_add(sheet->out, &node);
}

/* Sets a text's lines, the first `skip` px below the last baseline. @return the last line */
static const char *set_text(Sheet *sheet, const Face *face, const char *text, double skip)
{
    JutuTypeset how = { .measure = sheet->furniture->measure,
                        .lang = sheet->furniture->chart->context->lang,
                        .font = font_of(sheet, face),
                        .width = sheet->width,
                        .most_lines = face->most_lines,
                        .balance = face == &title_face };
    JutuLines lines = jutu_typeset_lines(&how, text, sheet->out->arena);
    for (size_t i = 0; i < lines.n; i++) {
        sheet->baseline += i == 0 ? skip : face->leading;
        set_line(sheet, face, lines.text[i], MARGIN, JUTU_ALIGN_LEFT);
    }
    if (lines.cut)
        jutu_warn(sheet->furniture->chart->context, JUTU_RULE_title_room, "/title",
                  "the title doesn't fit in %zu lines; shorten it", face->most_lines);
    return lines.n ? lines.text[lines.n - 1] : "";
}

/* At the right end of the subtitle's last line, or below it where that is too long. */
static void set_unit(Sheet *sheet, const char *beside)
{
    if (!sheet->facts.unit)
        return;
    const JutuMeasure *measure = sheet->furniture->measure;
    const char *text = jutu_arena_printf(sheet->out->arena, "%s%s", sheet->words->unit,
                                         sheet->facts.unit);
    JutuFont font = font_of(sheet, &unit_face), other = font_of(sheet, &subtitle_face);
    double taken = jutu_measure_width(measure, text, &font) +
                   jutu_measure_width(measure, beside, &other) + UNIT_GAP;
    if (sheet->baseline <= 0)
        sheet->baseline = FIRST_BASELINE;
    else if (!*beside || taken > sheet->width)
        sheet->baseline += *beside ? unit_face.leading : TITLE_TO_SUBTITLE;
    set_line(sheet, &unit_face, text, MARGIN + sheet->width, JUTU_ALIGN_RIGHT);
}

static void set_head(Sheet *sheet)
{
    JutuColor color;
    jutu_color_parse("#a83b45", &color);
    JutuSceneNode accent = { .kind = JUTU_SCENE_RECT,
                             .role = "accent",
                             .style = jutu_style_none(),
                             .rect = { .box = { MARGIN, 0, 36, 4 } } };
    accent.style.fill = jutu_paint_color(color);
    jutu_scene_add(sheet->out, &accent);
    set_text(sheet, &title_face, sheet->facts.title, FIRST_BASELINE);
    double skip = sheet->baseline > 0 ? TITLE_TO_SUBTITLE : FIRST_BASELINE;
    set_unit(sheet, set_text(sheet, &subtitle_face, sheet->facts.subtitle, skip));
}

static void draw_chart(const JutuPlot *root, double x, double y, JutuSceneBuilder *out)
{
    g_autoptr(JutuSceneBuilder) inner = jutu_scene_builder_new(out->arena);
    jutu_page_draw(root, inner);
    JutuSceneNode node = { .kind = JUTU_SCENE_GROUP,
                           .role = "chart",
                           .style = jutu_style_none(),
                           .group = { .x = x, .y = y, .opacity = 1 } };
    node.group.nodes = jutu_scene_take(inner, &node.group.n);
    out->failed |= inner->failed;
    jutu_scene_add(out, &node);
}

/* Notes below the plot. @return where the page ends */
static double set_foot(Sheet *sheet, double bottom)
{
    const struct {
        const Face *face;
        const char *label, *text;
    } rows[] = { { &note_face, sheet->words->note, sheet->facts.note },
                 { &source_face, sheet->words->source, sheet->facts.source } };
    bool any = false;
    sheet->baseline = bottom;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (!rows[i].text)
            continue;
        const char *text = jutu_arena_printf(sheet->out->arena, "%s%s", rows[i].label,
                                             rows[i].text);
        set_text(sheet, rows[i].face, text, any ? rows[i].face->leading : PLOT_TO_NOTES);
        any = true;
    }
    return sheet->baseline + (any ? BELOW_TEXT : BELOW_PLOT);
}

/* What readers of the file are told about it. */
static void describe(const JutuFurniture *furniture, const JutuFacts *facts, JutuScene *scene)
{
    const JutuChart *chart = furniture->chart;
    if (*facts->title)
        scene->title = jutu_arena_strdup(chart->arena, facts->title);
    for (char *at = (char *)scene->title; at && *at; at++)
        *at = *at == '\n' ? ' ' : *at;
    scene->description = jutu_json_string(furniture->def, "alt",
                                          jutu_json_string(chart->source, "description", NULL));
    scene->source = facts->source;
    scene->author = facts->author;
}

double jutu_furniture_room(const json_t *def, const char *theme)
{
    static const char *const members[] = { "figure", "unit", "note", "source", "width" };
    bool furnished = theme != NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
        furnished |= json_object_get(def, members[i]) != NULL;
    double width = jutu_json_number(def, "width", WIDTH);
    if (!(width >= 4 * MARGIN) || width > MOST_PX)
        width = WIDTH;
    return furnished ? width - 2 * MARGIN : 0;
}

/* The head as far as the plots. @return where they begin */
static double set_top(Sheet *sheet)
{
    set_head(sheet);
    return sheet->baseline > 0 ? sheet->baseline + TEXT_TO_PLOT : BARE_TOP;
}

bool jutu_furniture_heights(const JutuFurniture *furniture, JutuPlot *root,
                            JutuFurnitureHeights *out, GError **error)
{
    const JutuWords *words = jutu_words(furniture->chart->context->lang);
    g_autoptr(JutuSceneBuilder) draft = jutu_scene_builder_new(furniture->chart->arena);
    JutuFacts facts;
    if (!jutu_facts_read(furniture, root, words, &facts, error))
        return false;
    Sheet sheet = { furniture, words, facts, draft, furniture->room, 0 };
    double taken = jutu_round_up(set_foot(&sheet, jutu_round_up(set_top(&sheet))));
    double asked = jutu_json_number(furniture->def, "height", 0);
    *out = (JutuFurnitureHeights){
        .down = asked > 0 && asked <= MOST_PX ? fmax(LEAST_PLOT, asked - taken) : 0,
        .most_down = fmax(LEAST_PLOT, TALLEST * (furniture->room + 2 * MARGIN) - taken),
    };
    return true;
}

bool jutu_furniture_draw(const JutuFurniture *furniture, JutuPlot *root, const JutuPage *page,
                         JutuSceneBuilder *out, JutuScene *scene, GError **error)
{
    const JutuWords *words = jutu_words(furniture->chart->context->lang);
    JutuFacts facts;
    if (!jutu_facts_read(furniture, root, words, &facts, error))
        return false;
    describe(furniture, &facts, scene);
    if (!(furniture->room > 0)) {
        scene->width = page->width;
        scene->height = page->height;
        draw_chart(root, page->x, page->y, out);
        return true;
    }
    const JutuRect *all = &root->placed->all;
    double room = furniture->room;
    bool wider = all->width > room + MARGIN / 8 && !root->frame->room->page;
    double width = wider ? jutu_round_up(all->width) : room;
    Sheet sheet = { furniture, words, facts, out, width, 0 };
    double top = set_top(&sheet);
    double left = jutu_round_up(MARGIN - all->x - 0.5); /* half a stroke may stand in the margin */
    draw_chart(root, left, jutu_round_up(top - all->y), out);
    scene->width = sheet.width + 2 * MARGIN;
    scene->height = jutu_round_up(set_foot(&sheet, jutu_round_up(top + all->height)));
    return true;
}
