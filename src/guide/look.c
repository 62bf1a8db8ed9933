/* Looks of lines and texts. */
#include <math.h>
#include <string.h>

#include "guide/reader.h"

static JutuGuideValue part(JutuGuideReader *reader, const char *prefix, const char *name)
{
    g_autofree char *full = g_strconcat(prefix, name, NULL);
    return jutu_guide_value(reader, full);
}

/* An opacity that depends on the tick is that of the item; Vega's own holds beside it. */
static void set_opacity(JutuGuideReader *reader, const char *prefix, JutuGuideValue *opacity,
                        JutuGuideValue *item_opacity)
{
    g_autofree char *name = g_strconcat(prefix, "Opacity", NULL);
    if (!opacity->expr && opacity->n_tests == 0)
        return;
    *item_opacity = *opacity;
    *opacity = jutu_guide_vega_value(reader, name);
}

JutuGuideLine jutu_guide_line(JutuGuideReader *reader, const char *prefix)
{
    JutuGuideLine line = {
        .color = part(reader, prefix, "Color"),
        .opacity = part(reader, prefix, "Opacity"),
        .width = part(reader, prefix, "Width"),
        .dash = part(reader, prefix, "Dash"),
        .dash_offset = part(reader, prefix, "DashOffset"),
        .cap = part(reader, prefix, "Cap"),
    };
    set_opacity(reader, prefix, &line.opacity, &line.item_opacity);
    return line;
}

/* Colours that can't be seen are kept: Vega counts their strokes in bounds. */
static JutuPaint paint_of(JutuValue value)
{
    JutuColor color;
    if (value.type != JUTU_STRING || !jutu_color_of(value, &color))
        return (JutuPaint){ .kind = JUTU_PAINT_NONE };
    return jutu_paint_color(color);
}

static JutuCap cap_of(JutuValue value)
{
    static const char *const names[] = {
        [JUTU_CAP_BUTT] = "butt",
        [JUTU_CAP_ROUND] = "round",
        [JUTU_CAP_SQUARE] = "square",
    };
    for (size_t i = 0; value.type == JUTU_STRING && i < G_N_ELEMENTS(names); i++) {
        if (strcmp(value.string, names[i]) == 0)
            return (JutuCap)i;
    }
    return JUTU_CAP_BUTT;
}

static void set_dash(JutuStyle *style, JutuValue value, JutuArena *arena)
{
    if (value.type != JUTU_ARRAY || value.length == 0)
        return;
    double *dash = jutu_new(arena, double, value.length);
    for (size_t i = 0; i < value.length; i++)
        dash[i] = jutu_to_number(value.items[i]);
    style->dash = dash;
    style->n_dash = value.length;
}

JutuStyle jutu_guide_line_style(JutuGuideReader *reader, const JutuGuideLine *line, JutuValue datum)
{
    JutuStyle style = jutu_style_none();
    style.stroke = paint_of(jutu_guide_read(reader, &line->color, datum));
    style.stroke_opacity = jutu_guide_read_number(reader, &line->opacity, datum, 1);
    style.stroke_width = jutu_guide_read_number(reader, &line->width, datum, 1);
    style.dash_offset = jutu_guide_read_number(reader, &line->dash_offset, datum, 0);
    style.cap = cap_of(jutu_guide_read(reader, &line->cap, datum));
    set_dash(&style, jutu_guide_read(reader, &line->dash, datum), reader->frame->chart->arena);
    return style;
}

bool jutu_is_stroked(const JutuStyle *style)
{
    return jutu_is_painted(&style->stroke) && style->stroke_width > 0 && style->stroke_opacity > 0;
}

static JutuGuideValue text_part(JutuGuideReader *reader, const char *prefix, const char *name,
                                const char *style, const char *member)
{
    g_autofree char *full = g_strconcat(prefix, name, NULL);
    return jutu_guide_value_or_style(reader, full, style, member);
}

JutuGuideText jutu_guide_text(JutuGuideReader *reader, const char *prefix, const char *style)
{
    JutuGuideText text = {
        .color = text_part(reader, prefix, "Color", style, "fill"),
        .opacity = text_part(reader, prefix, "Opacity", style, "fillOpacity"),
        .font = text_part(reader, prefix, "Font", style, "font"),
        .size = text_part(reader, prefix, "FontSize", style, "fontSize"),
        .weight = text_part(reader, prefix, "FontWeight", style, "fontWeight"),
        .style = text_part(reader, prefix, "FontStyle", style, "fontStyle"),
        .limit = text_part(reader, prefix, "Limit", style, "limit"),
        .line_height = text_part(reader, prefix, "LineHeight", style, "lineHeight"),
        .angle = part(reader, prefix, "Angle"),
    };
    set_opacity(reader, prefix, &text.opacity, &text.item_opacity);
    return text;
}

void jutu_guide_text_style(JutuGuideReader *reader, const JutuGuideText *text, JutuValue datum,
                           JutuTextBlock *block)
{
    JutuValue font = jutu_guide_read(reader, &text->font, datum);
    JutuValue italic = jutu_guide_read(reader, &text->style, datum);
    block->style = jutu_style_none();
    block->style.fill = paint_of(jutu_guide_read(reader, &text->color, datum));
    block->style.fill_opacity = jutu_guide_read_number(reader, &text->opacity, datum, 1);
    block->font.family = font.type == JUTU_STRING ? font.string : NULL;
    block->font.size = jutu_guide_read_number(reader, &text->size, datum, 11);
    block->font.weight = jutu_font_weight(jutu_guide_read(reader, &text->weight, datum));
    block->font.italic = italic.type == JUTU_STRING && (strcmp(italic.string, "italic") == 0 ||
                                                        strcmp(italic.string, "oblique") == 0);
    block->limit = jutu_guide_read_number(reader, &text->limit, datum, 0);
    block->line_height = jutu_guide_read_number(reader, &text->line_height, datum, 0);
    block->angle = jutu_guide_read_number(reader, &text->angle, datum, 0);
    block->x = block->y = NAN;
}
