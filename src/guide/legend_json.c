/* Legends in the format of conformance: FORMAT.md's legend object. */
#include <math.h>

#include "guide/legend.h"
#include "scene/style.h"

/* What isn't finite is null. */
static json_t *number_json(double number)
{
    return isfinite(number) ? json_real(number) : json_null();
}

static json_t *symbol_json(const JutuLegendEntry *entry)
{
    json_t *json = json_pack("{s:o, s:s, s:o}", "size", number_json(entry->size), "shape",
                             entry->shape, "angle",
                             number_json(jutu_normalize_angle(entry->angle)));
    jutu_style_to_json(json, &entry->style);
    return json;
}

static void add_symbols(json_t *json, const JutuLegend *legend)
{
    json_t *labels = json_array(), *symbols = json_array();
    for (size_t i = 0; i < legend->n_entries; i++) {
        json_array_append_new(labels, json_string(legend->entries[i].label.text));
        json_array_append_new(symbols, symbol_json(&legend->entries[i]));
    }
    json_object_set_new(json, "columns", json_integer((json_int_t)legend->n_columns));
    json_object_set_new(json, "labels", labels);
    json_object_set_new(json, "symbols", symbols);
}

static json_t *color_json(JutuColor color)
{
    char text[JUTU_COLOR_SIZE];
    return color.a > 0 ? json_string(jutu_color_hex(color, text)) : json_null();
}

static json_t *labels_json(const JutuLegend *legend, bool all)
{
    json_t *list = json_array();
    for (size_t i = 0; i < legend->n_entries; i++) {
        const JutuLegendEntry *entry = &legend->entries[i];
        if (*entry->label.text && (all || entry->shown))
            json_array_append_new(
                list, json_pack("{s:f, s:s}", "pos", entry->position, "text", entry->label.text));
    }
    return list;
}

static json_t *bands_json(const JutuLegend *legend)
{
    json_t *list = json_array();
    for (size_t i = 0; i < legend->n_entries; i++) {
        const JutuLegendEntry *entry = &legend->entries[i];
        bool painted = entry->style.fill.kind == JUTU_PAINT_COLOR;
        json_array_append_new(
            list, json_pack("{s:o, s:o, s:o}", "start", number_json(entry->start), "end",
                            number_json(entry->end), "fill",
                            painted ? color_json(entry->style.fill.color) : json_null()));
    }
    return list;
}

static void add_bar(json_t *json, const JutuLegend *legend)
{
    json_object_set_new(json, "direction",
                        json_string(legend->vertical ? "vertical" : "horizontal"));
    json_object_set_new(json, "length", number_json(legend->length));
    json_object_set_new(json, "thickness", number_json(legend->thickness));
    json_object_set_new(json, "labels", labels_json(legend, false));
    json_object_set_new(json, "allLabels", labels_json(legend, true));
    if (legend->kind == JUTU_LEGEND_DISCRETE) {
        json_object_set_new(json, "bands", bands_json(legend));
        return;
    }
    json_t *colors = json_array();
    for (size_t i = 0; i < G_N_ELEMENTS(legend->stops5); i++)
        json_array_append_new(colors, color_json(legend->stops5[i]));
    json_object_set_new(json, "colors", colors);
}

static json_t *style_json(const JutuLegend *legend, bool titled)
{
    json_t *style = json_object();
    const JutuTextBlock *title = &legend->title;
    g_autofree const JutuTextBlock **labels = g_new(const JutuTextBlock *, legend->n_entries + 1);
    for (size_t i = 0; i < legend->n_entries; i++)
        labels[i] = &legend->entries[i].label;
    jutu_text_style_json(style, "label", labels, legend->n_entries);
    jutu_text_style_json(style, "title", &title, titled ? 1 : 0);
    return style;
}

json_t *jutu_legend_to_json(const JutuLegend *legend)
{
    static const char *const kinds[] = { [JUTU_LEGEND_SYMBOL] = "symbol",
                                         [JUTU_LEGEND_GRADIENT] = "gradient",
                                         [JUTU_LEGEND_DISCRETE] = "discrete" };
    const JutuTextBlock *title = &legend->title;
    bool titled = title->text && *title->text && title->style.fill.kind != JUTU_PAINT_NONE &&
                  title->style.fill_opacity > 0;
    json_t *json = json_pack("{s:s, s:s, s:o}", "type", kinds[legend->kind], "orient",
                             jutu_side_name(legend->side), "title",
                             titled ? json_string(title->text) : json_null());
    if (legend->kind == JUTU_LEGEND_SYMBOL)
        add_symbols(json, legend);
    else
        add_bar(json, legend);
    json_object_set_new(json, "style", style_json(legend, titled));
    return json;
}
