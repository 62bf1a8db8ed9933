#include "theme/config.h"

#include <glib.h>
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "data/table.h"

/* JSON with ' for ", so that it can be read in a C file. */
static json_t *config_json(const char *text)
{
    g_autofree char *json = g_strdelimit(g_strdup(text), "'", '"');
    json_error_t error;
    json_t *value = json_loads(json, 0, &error);
    if (!value)
        g_error("config: %s in %s", error.text, text);
    return value;
}

static const char defaults[] =
    "{'background': 'white', 'padding': 5, 'timeFormat': '%b %d, %Y',"
    " 'countTitle': 'Count of Records',"
    " 'view': {'continuousWidth': 300, 'continuousHeight': 300, 'step': 20},"
    " 'mark': {'color': '#4c78a8', 'invalid': 'break-paths-show-path-domains',"
    "          'timeUnitBandSize': 1},"
    " 'arc': {}, 'area': {},"
    " 'bar': {'binSpacing': 1, 'continuousBandSize': 5, 'minBandSize': 0.25,"
    "         'timeUnitBandPosition': 0.5},"
    " 'circle': {}, 'geoshape': {}, 'image': {}, 'line': {}, 'point': {},"
    " 'rect': {'binSpacing': 0, 'continuousBandSize': 5, 'minBandSize': 0.25,"
    "          'timeUnitBandPosition': 0.5},"
    " 'rule': {'color': 'black'}, 'square': {}, 'text': {'color': 'black'},"
    " 'tick': {'binSpacing': 0, 'continuousBandSize': 5, 'minBandSize': 0.25,"
    "          'timeUnitBandPosition': 0.5, 'thickness': 1},"
    " 'trail': {},"
    " 'boxplot': {'size': 14, 'extent': 1.5, 'box': {}, 'median': {'color': 'white'},"
    "             'outliers': {}, 'rule': {}, 'ticks': null},"
    " 'errorbar': {'center': 'mean', 'rule': true, 'ticks': false},"
    " 'errorband': {'band': {'opacity': 0.3}, 'borders': false},"
    " 'scale': {'pointPadding': 0.5, 'barBandPaddingInner': 0.1, 'rectBandPaddingInner': 0,"
    "           'tickBandPaddingInner': 0.25, 'bandWithNestedOffsetPaddingInner': 0.2,"
    "           'bandWithNestedOffsetPaddingOuter': 0.2, 'minBandSize': 2, 'minFontSize': 8,"
    "           'maxFontSize': 40, 'minOpacity': 0.3, 'maxOpacity': 0.8, 'minSize': 4,"
    "           'minStrokeWidth': 1, 'maxStrokeWidth': 4, 'quantileCount': 4,"
    "           'quantizeCount': 4, 'zero': true, 'framesPerSecond': 2,"
    "           'animationDuration': 5},"
    " 'projection': {},"
    " 'legend': {'gradientHorizontalMaxLength': 200, 'gradientHorizontalMinLength': 100,"
    "            'gradientVerticalMaxLength': 200, 'gradientVerticalMinLength': 64,"
    "            'unselectedOpacity': 0.35},"
    " 'header': {'titlePadding': 10, 'labelPadding': 10},"
    " 'headerColumn': {}, 'headerRow': {}, 'headerFacet': {},"
    " 'selection': {"
    "   'point': {'on': 'click', 'fields': ['" JUTU_ROW_ID "'], 'toggle': 'event.shiftKey',"
    "             'resolve': 'global', 'clear': 'dblclick'},"
    "   'interval': {'on': '[pointerdown, window:pointerup] > window:pointermove!',"
    "                'encodings': ['x', 'y'],"
    "                'translate': '[pointerdown, window:pointerup] > window:pointermove!',"
    "                'zoom': 'wheel!',"
    "                'mark': {'fill': '#333', 'fillOpacity': 0.125, 'stroke': 'white'},"
    "                'resolve': 'global', 'clear': 'dblclick'}},"
    " 'style': {}, 'title': {}, 'facet': {'spacing': 20}, 'concat': {'spacing': 20},"
    " 'normalizedNumberFormat': '.0%'}";

static const char vega_defaults[] =
    "{'description': 'Vega visualization', 'padding': 0, 'autosize': 'pad', 'background': null,"
    " 'group': null, 'mark': null, 'arc': {'fill': '#4c78a8'}, 'area': {'fill': '#4c78a8'},"
    " 'image': null, 'line': {'stroke': '#4c78a8', 'strokeWidth': 2},"
    " 'path': {'stroke': '#4c78a8'}, 'rect': {'fill': '#4c78a8'}, 'rule': {'stroke': '#000'},"
    " 'shape': {'stroke': '#4c78a8'}, 'symbol': {'fill': '#4c78a8', 'size': 64},"
    " 'text': {'fill': '#000', 'font': 'sans-serif', 'fontSize': 11},"
    " 'trail': {'fill': '#4c78a8', 'size': 2},"
    " 'style': {"
    "   'guide-label': {'fill': '#000', 'font': 'sans-serif', 'fontSize': 10},"
    "   'guide-title': {'fill': '#000', 'font': 'sans-serif', 'fontSize': 11,"
    "                   'fontWeight': 'bold'},"
    "   'group-title': {'fill': '#000', 'font': 'sans-serif', 'fontSize': 13,"
    "                   'fontWeight': 'bold'},"
    "   'group-subtitle': {'fill': '#000', 'font': 'sans-serif', 'fontSize': 12},"
    "   'point': {'size': 30, 'strokeWidth': 2, 'shape': 'circle'},"
    "   'circle': {'size': 30, 'strokeWidth': 2},"
    "   'square': {'size': 30, 'strokeWidth': 2, 'shape': 'square'},"
    "   'cell': {'fill': 'transparent', 'stroke': '#ddd'}, 'view': {'fill': 'transparent'}},"
    " 'title': {'orient': 'top', 'anchor': 'middle', 'offset': 4, 'subtitlePadding': 3},"
    " 'axis': {'minExtent': 0, 'maxExtent': 200, 'bandPosition': 0.5, 'domain': true,"
    "          'domainWidth': 1, 'domainColor': '#888', 'grid': false, 'gridWidth': 1,"
    "          'gridColor': '#ddd', 'labels': true, 'labelAngle': 0, 'labelLimit': 180,"
    "          'labelOffset': 0, 'labelPadding': 2, 'ticks': true, 'tickColor': '#888',"
    "          'tickOffset': 0, 'tickRound': true, 'tickSize': 5, 'tickWidth': 1,"
    "          'titlePadding': 4},"
    " 'axisBand': {'tickOffset': -0.5}, 'projection': {'type': 'mercator'},"
    " 'legend': {'orient': 'right', 'padding': 0, 'gridAlign': 'each', 'columnPadding': 10,"
    "            'rowPadding': 2, 'symbolDirection': 'vertical',"
    "            'gradientDirection': 'vertical', 'gradientLength': 200,"
    "            'gradientThickness': 16, 'gradientStrokeColor': '#ddd',"
    "            'gradientStrokeWidth': 0, 'gradientLabelOffset': 2, 'labelAlign': 'left',"
    "            'labelBaseline': 'middle', 'labelLimit': 160, 'labelOffset': 4,"
    "            'labelOverlap': true, 'symbolLimit': 30, 'symbolType': 'circle',"
    "            'symbolSize': 100, 'symbolOffset': 0, 'symbolStrokeWidth': 1.5,"
    "            'symbolBaseFillColor': 'transparent', 'symbolBaseStrokeColor': '#888',"
    "            'titleLimit': 180, 'titleOrient': 'top', 'titlePadding': 5,"
    "            'layout': {'offset': 18, 'direction': 'horizontal',"
    "                       'left': {'direction': 'vertical'},"
    "                       'right': {'direction': 'vertical'}}},"
    " 'range': {'category': {'scheme': 'tableau10'}, 'ordinal': {'scheme': 'blues'},"
    "           'heatmap': {'scheme': 'yellowgreenblue'}, 'ramp': {'scheme': 'blues'},"
    "           'diverging': {'scheme': 'blueorange', 'extent': [1, 0]},"
    "           'symbol': ['circle', 'square', 'triangle-up', 'cross', 'diamond',"
    "                      'triangle-right', 'triangle-down', 'triangle-left']}}";

/* The colours that `color: true` means, by the names that expressions use. */
static const char colors[] =
    "{'blue': '#4c78a8', 'orange': '#f58518', 'red': '#e45756', 'teal': '#72b7b2',"
    " 'green': '#54a24b', 'yellow': '#eeca3b', 'purple': '#b279a2', 'pink': '#ff9da6',"
    " 'brown': '#9d755d', 'gray0': '#000', 'gray1': '#111', 'gray2': '#222', 'gray3': '#333',"
    " 'gray4': '#444', 'gray5': '#555', 'gray6': '#666', 'gray7': '#777', 'gray8': '#888',"
    " 'gray9': '#999', 'gray10': '#aaa', 'gray11': '#bbb', 'gray12': '#ccc', 'gray13': '#ddd',"
    " 'gray14': '#eee', 'gray15': '#fff'}";

static const char font_sizes[] = "{'text': 11, 'guideLabel': 10, 'guideTitle': 11,"
                                 " 'groupTitle': 13, 'groupSubtitle': 12}";

/* Where the shorthands go; each string is the name of a color or size. The reference misspells
 * its tenth category, "grey8", so that the tenth color is none. */
static const char color_places[] =
    "{'mark': {'color': 'blue'}, 'rule': {'color': 'gray0'}, 'text': {'color': 'gray0'},"
    " 'style': {'guide-label': {'fill': 'gray0'}, 'guide-title': {'fill': 'gray0'},"
    "           'group-title': {'fill': 'gray0'}, 'group-subtitle': {'fill': 'gray0'},"
    "           'cell': {'stroke': 'gray8'}},"
    " 'axis': {'domainColor': 'gray13', 'gridColor': 'gray8', 'tickColor': 'gray13'},"
    " 'range': {'category': ['blue', 'orange', 'red', 'teal', 'green', 'yellow', 'purple',"
    "                        'pink', 'brown', 'grey8']}}";

static const char font_size_places[] =
    "{'text': {'fontSize': 'text'},"
    " 'style': {'guide-label': {'fontSize': 'guideLabel'},"
    "           'guide-title': {'fontSize': 'guideTitle'},"
    "           'group-title': {'fontSize': 'groupTitle'},"
    "           'group-subtitle': {'fontSize': 'groupSubtitle'}}}";

static const char font_places[] =
    "{'text': {'font': 'font'},"
    " 'style': {'guide-label': {'font': 'font'}, 'guide-title': {'font': 'font'},"
    "           'group-title': {'font': 'font'}, 'group-subtitle': {'font': 'font'}}}";

/* Members that count as not given where they are null, false, 0 or "". */
static const char *const dropped_if_falsy[] = {
    "background",
    "padding",
    "lineBreak",
    "mark",
    "arc",
    "area",
    "bar",
    "circle",
    "image",
    "line",
    "point",
    "rect",
    "rule",
    "square",
    "text",
    "tick",
    "trail",
    "geoshape",
    "axis",
    "axisBand",
    "axisBottom",
    "axisDiscrete",
    "axisLeft",
    "axisPoint",
    "axisQuantitative",
    "axisRight",
    "axisTemporal",
    "axisTop",
    "axisX",
    "axisXBand",
    "axisXPoint",
    "axisXDiscrete",
    "axisXQuantitative",
    "axisXTemporal",
    "axisY",
    "axisYBand",
    "axisYPoint",
    "axisYDiscrete",
    "axisYQuantitative",
    "axisYTemporal",
    "header",
    "headerRow",
    "headerColumn",
    "headerFacet",
    "legend",
    "scale",
    "style",
    "title",
    "view",
    NULL,
};

/* How deep a member's objects are merged rather than replaced. */
typedef enum { SHALLOW, LAYOUT_TOO, ALL_MEMBERS } Depth;

/* The object that `into` holds under `name` and that is ours to change. */
static json_t *own_object(json_t *into, const char *name)
{
    jutu_json_put_new(into, name, jutu_json_spread(json_object_get(into, name)));
    return json_object_get(into, name);
}

static void write_member(json_t *into, const char *name, const json_t *value, Depth depth)
{
    if (!json_is_object(value)) {
        jutu_json_put(into, name, value);
        return;
    }
    json_t *own = own_object(into, name), *inner;
    const char *member;
    json_object_foreach ((json_t *)value, member, inner) {
        if (depth == ALL_MEMBERS || (depth == LAYOUT_TOO && g_str_equal(member, "layout")))
            write_member(own, member, inner, SHALLOW);
        else
            jutu_json_put(own, member, inner);
    }
}

/* The signals of both lists, each name once: the upper list's first. */
static void merge_signals(json_t *into, const json_t *upper)
{
    json_t *merged = json_array(), *signal;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    const json_t *const lists[] = { upper, json_object_get(into, "signals") };
    for (size_t l = 0; l < G_N_ELEMENTS(lists); l++) {
        size_t i;
        json_array_foreach (lists[l], i, signal) {
            const char *name = json_string_value(json_object_get(signal, "name"));
            if (name && g_hash_table_add(seen, (char *)name))
                json_array_append(merged, signal);
        }
    }
    jutu_json_put_new(into, "signals", merged);
}

static void merge_into(json_t *into, const json_t *upper)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)upper, name, value) {
        if (g_str_equal(name, "signals"))
            merge_signals(into, value);
        else
            write_member(into, name, value,
                         g_str_equal(name, "style")    ? ALL_MEMBERS
                         : g_str_equal(name, "legend") ? LAYOUT_TOO
                                                       : SHALLOW);
    }
}

json_t *jutu_config_merge(const json_t *lower, const json_t *upper)
{
    json_t *merged = json_object();
    merge_into(merged, lower);
    merge_into(merged, upper);
    return merged;
}

/* `places` with each name replaced by its value. */
static json_t *fill_in(const json_t *places, const json_t *values)
{
    if (json_is_string(places)) {
        const json_t *value = json_object_get(values, json_string_value(places));
        return value ? jutu_json_share(value) : json_null();
    }
    json_t *filled = json_is_array(places) ? json_array() : json_object(), *inner;
    size_t i;
    const char *name;
    json_array_foreach (places, i, inner)
        json_array_append_new(filled, fill_in(inner, values));
    json_object_foreach ((json_t *)places, name, inner)
        jutu_json_put_new(filled, name, fill_in(inner, values));
    return filled;
}

/* Spreads a shorthand such as {"color": {"blue": "navy"}} over the config. */
static void expand_shorthand(json_t *config, const char *shorthand, const json_t *given,
                             const char *base, const char *places)
{
    if (!jutu_json_truthy(given))
        return;
    json_auto_t *values = jutu_json_assign(config_json(base), given), *where = config_json(places);
    json_auto_t *filled = fill_in(where, values);
    merge_into(config, filled);
    json_auto_t *signals = json_pack("[{s:s, s:O}]", "name", shorthand, "value", values);
    merge_signals(config, signals);
}

json_t *jutu_config_new(const json_t *user, const json_t *theme)
{
    static const char *const shorthands[] = { "color", "font", "fontSize", "selection", NULL };
    json_auto_t *given = jutu_config_merge(theme, user);
    json_t *config = config_json(defaults);

    const json_t *font = json_object_get(given, "font");
    if (jutu_json_truthy(font)) {
        json_auto_t *values = json_pack("{s:O}", "font", font), *where = config_json(font_places);
        json_auto_t *filled = fill_in(where, values);
        merge_into(config, filled);
    }
    expand_shorthand(config, "color", json_object_get(given, "color"), colors, color_places);
    expand_shorthand(config, "fontSize", json_object_get(given, "fontSize"), font_sizes,
                     font_size_places);
    json_auto_t *rest = jutu_json_omit(given, shorthands);
    merge_into(config, rest);

    const json_t *selection = json_object_get(given, "selection");
    if (jutu_json_truthy(selection))
        write_member(config, "selection", selection, ALL_MEMBERS);
    for (const char *const *name = dropped_if_falsy; *name; name++)
        if (!jutu_json_truthy(json_object_get(config, *name)))
            json_object_del(config, *name);
    const json_t *scale = json_object_get(config, "scale");
    if (json_object_get(scale, "invalid") && !json_object_size(json_object_get(scale, "invalid")))
        json_object_del(own_object(config, "scale"), "invalid");
    return config;
}

json_t *jutu_vega_defaults(void)
{
    return config_json(vega_defaults);
}

const char *jutu_config_mark_type(const json_t *mark)
{
    return json_string_value(json_is_object(mark) ? json_object_get(mark, "type") : mark);
}

/* The property in the styles of a mark, which begin with its type; a later style wins. */
static const json_t *style_prop(const char *name, const json_t *mark, const json_t *styles)
{
    const json_t *found = json_object_get(json_object_get(styles, jutu_config_mark_type(mark)),
                                          name);
    const json_t *style = json_object_get(mark, "style");
    for (size_t i = 0; i < (json_is_array(style) ? json_array_size(style) : 1); i++) {
        const json_t *one = json_is_array(style) ? json_array_get(style, i) : style;
        const json_t *prop = json_object_get(json_object_get(styles, json_string_value(one)), name);
        found = prop ? prop : found;
    }
    return found;
}

/*
 * The config's value of a property of a mark: its styles, else the config
 * of its type, else of all marks.
 *
 * @param name     Vega-Lite's property, e.g. "size"
 * @param vg_name  what it is called in Vega for this mark, e.g. "fontSize"; NULL: the same
 * @param mark     an object with `type` and perhaps `style`
 * @return a borrowed node, or NULL
 */
static const json_t *mark_config(const char *name, const char *vg_name, const json_t *mark,
                                 const json_t *config)
{
    const json_t *of_type = json_object_get(config, jutu_config_mark_type(mark));
    const json_t *of_all = json_object_get(config, "mark");
    const json_t *found = style_prop(name, mark, json_object_get(config, "style"));
    if (!found && vg_name)
        found = json_object_get(of_type, vg_name);
    if (!found)
        found = json_object_get(of_type, name);
    if (!found)
        found = json_object_get(of_all, vg_name ? vg_name : name);
    return found;
}

const json_t *jutu_config_mark_prop(const char *name, const char *vg_name, const json_t *mark,
                                    const json_t *config)
{
    const json_t *own = vg_name ? json_object_get(mark, vg_name) : NULL;
    if (!own)
        own = json_object_get(mark, name);
    return own ? own : mark_config(name, vg_name, mark, config);
}
