/* Entries of a legend: symbols, bands and labels (Vega's legend encoders). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "frame/frame.h"
#include "guide/legend.h"
#include "guide/units.h"
#include "scale/legend.h"
#include "scene/style.h"

/* A property of symbols: where it is found but for `encode` and the scales. */
static const struct {
    const char *name, *legend, *base; /* base: for legends without a fill scale; NULL: none */
    JutuShows shows;                  /* JUTU_N_SHOWS: no scale gives it */
} symbol_props[] = {
    { "fill", "symbolFillColor", "symbolBaseFillColor", JUTU_SHOWS_FILL },
    { "stroke", "symbolStrokeColor", "symbolBaseStrokeColor", JUTU_SHOWS_STROKE },
    { "strokeWidth", "symbolStrokeWidth", NULL, JUTU_SHOWS_STROKE_WIDTH },
    { "strokeDash", "symbolDash", NULL, JUTU_SHOWS_STROKE_DASH },
    { "strokeDashOffset", "symbolDashOffset", NULL, JUTU_N_SHOWS },
    { "shape", "symbolType", NULL, JUTU_SHOWS_SHAPE },
    { "size", "symbolSize", NULL, JUTU_SHOWS_SIZE },
    { "opacity", "symbolOpacity", NULL, JUTU_SHOWS_OPACITY },
};
enum { N_SYMBOL_PROPS = G_N_ELEMENTS(symbol_props) };

/* A property ready to be read for each entry. */
typedef struct {
    const char *name;
    const JutuScale *scale; /* instead of the value */
    JutuGuideValue value;
} Prop;

typedef struct {
    JutuLegendMaker *maker;
    JutuGuideText text;
    JutuGuideValue align, baseline, words;
    JutuGuideValue font_size; /* of labels, as symbols count it */
    const char *line_break;
    Prop *props;
    size_t n_props;
} Look;

/* A symbol's property before it is painted. */
typedef struct {
    JutuStyle style;
    double size, angle, opacity;
    const char *shape;
} Symbol;

static JutuTickCount count_of(JutuLegendMaker *maker)
{
    JutuGuideReader *reader = &maker->reader;
    JutuArena *arena = reader->frame->chart->arena;
    JutuValue given = jutu_guide_get(reader, "tickCount");
    if (given.type == JUTU_STRING)
        return jutu_tick_interval(given.string, 0);
    if (given.type == JUTU_OBJECT) {
        double step = jutu_to_number(jutu_member(given, "step"));
        return jutu_tick_interval(jutu_to_text(jutu_member(given, "interval"), arena),
                                  isnan(step) ? 0 : step);
    }
    bool bar = maker->legend->kind == JUTU_LEGEND_GRADIENT;
    if (jutu_truthy(given) || (!jutu_is_nullish(given) && !bar))
        return jutu_tick_number(jutu_to_number(given));
    return jutu_tick_number(bar ? fmax(2, 2 * floor(maker->legend->length / 100)) : NAN);
}

/* `values` as given: times where the field has times, or an expression's list. */
static void read_values(JutuLegendMaker *maker, JutuLegendQuery *query)
{
    const JutuLegendPlan *planned = maker->planned;
    JutuGuideReader *reader = &maker->reader;
    const json_t *given = jutu_bag_get(&planned->props, "values");
    if (!json_is_array(given)) {
        JutuValue list = given ? jutu_guide_own(reader, "values") : jutu_undefined();
        query->values = list.type == JUTU_ARRAY ? list.items : NULL;
        query->n_values = list.type == JUTU_ARRAY ? list.length : 0;
        return;
    }
    const JutuChannelDef *def = jutu_field_or_datum_def(
        planned->unit->encoding.defs[planned->channel]);
    size_t n = json_array_size(given);
    JutuValue *values = jutu_new(reader->frame->chart->arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++) {
        const json_t *one = json_array_get(given, i);
        values[i] = jutu_json_string(one, "expr", NULL)
                        ? jutu_frame_value(reader->frame, planned->unit, one, &reader->error)
                        : jutu_def_value(reader->frame->chart, def, one);
    }
    query->values = values;
    query->n_values = n;
}

static const char *text_of(JutuGuideReader *reader, const char *name)
{
    JutuValue value = jutu_guide_own(reader, name);
    return value.type == JUTU_STRING ? value.string : NULL;
}

/* How the theme writes a legend's numbers, each with a step of its own; NULL: as Vega does. */
static const JutuNumberStyle *number_style(JutuLegendMaker *maker)
{
    static const char *const given[] = { "format", "formatType", "labelExpr" };
    const JutuLegendPlan *planned = maker->planned;
    const JutuFrame *frame = maker->reader.frame;
    const JutuContext *context = frame->chart->context;
    const JutuChannelDef *def = jutu_field_or_datum_def(
        planned->unit->encoding.defs[planned->channel]);
    const JutuScaleType *type = maker->scale->type;
    bool acts = jutu_rule_acts(context, JUTU_RULE_units) && def->type == JUTU_QUANTITATIVE &&
                type->continuous && !type->temporal;
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        acts &= !jutu_json_given(jutu_bag_get(&maker->reader.props, given[i]));
    if (!acts)
        return NULL;
    const JutuScalePlan *plan = jutu_plan_scale(frame->plan, planned->unit, planned->channel);
    JutuNumbers numbers = jutu_numbers_of(frame, plan, &maker->reader.error);
    if (numbers.keeps || maker->reader.error)
        return NULL;
    JutuNumberStyle style = { .decimals = JUTU_OWN_DECIMALS,
                              .grouped = true,
                              .each = numbers.unit.kind == JUTU_UNIT_PLAIN &&
                                      numbers.unit.power == 0,
                              .lang = context->lang };
    return jutu_copy(context->arena, JutuNumberStyle, &style, 1);
}

static const JutuShown *shown_entries(JutuLegendMaker *maker, size_t *n)
{
    static const JutuShow shows[] = { [JUTU_LEGEND_SYMBOL] = JUTU_SHOW_SYMBOLS,
                                      [JUTU_LEGEND_GRADIENT] = JUTU_SHOW_RAMP,
                                      [JUTU_LEGEND_DISCRETE] = JUTU_SHOW_STEPS };
    JutuGuideReader *reader = &maker->reader;
    const JutuChart *chart = reader->frame->chart;
    const JutuTimeLocale *locale = chart->context->time_locale;
    const JutuTimeMulti *multi = jutu_guide_multi_format(jutu_guide_own(reader, "format"),
                                                         chart->arena);
    JutuLegendQuery query = {
        .show = shows[maker->legend->kind],
        .limit = jutu_guide_get_number(reader, "symbolLimit", 0),
        .skip_zero = true,
        .min_step = jutu_guide_own_number(reader, "tickMinStep", NAN),
        .style = { .count = count_of(maker),
                   .specifier = text_of(reader, "format"),
                   .multi = multi    ? multi
                            : locale ? locale->multi
                                     : NULL,
                   .format_type = text_of(reader, "formatType"),
                   .number = number_style(maker),
                   .number_locale = chart->context->number_locale,
                   .time_locale = locale },
    };
    read_values(maker, &query);
    if (reader->error)
        return NULL;
    g_autoptr(GError) problem = NULL;
    const JutuShown *shown = jutu_legend_show(maker->scale, &query, chart->arena, n, &problem);
    const JutuLegendPlan *planned = maker->planned;
    const JutuChannelDef *def = jutu_field_or_datum_def(
        planned->unit->encoding.defs[planned->channel]);
    if (problem) {
        const json_t *format = json_object_get(def->guide, "format");
        jutu_error_set(&reader->error, JUTU_ERROR_SPEC,
                       jutu_pointer_of(chart->source, format ? format : def->json, chart->arena),
                       "%s", problem->message);
    }
    return jutu_ticks_are_few(reader, maker->scale, def, *n) ? shown : NULL;
}

static Prop prop_of(JutuLegendMaker *maker, size_t i)
{
    JutuGuideReader *reader = &maker->reader;
    const json_t *encoded = json_object_get(jutu_legend_part(maker, "symbols"),
                                            symbol_props[i].name);
    Prop prop = { .name = symbol_props[i].name };
    if (encoded)
        prop.value = jutu_guide_encoded(reader, encoded);
    else if (symbol_props[i].shows != JUTU_N_SHOWS)
        prop.scale = maker->scales[symbol_props[i].shows];
    if (encoded || prop.scale)
        return prop;
    prop.value = jutu_guide_value(reader, symbol_props[i].legend);
    if (!jutu_guide_has(&prop.value) && symbol_props[i].base && !maker->scales[JUTU_SHOWS_FILL])
        prop.value = jutu_guide_vega_value(reader, symbol_props[i].base);
    return prop;
}

static bool is_symbol_prop(const char *name)
{
    for (size_t i = 0; i < N_SYMBOL_PROPS; i++) {
        if (strcmp(symbol_props[i].name, name) == 0)
            return true;
    }
    return false;
}

static void read_props(Look *look)
{
    JutuLegendMaker *maker = look->maker;
    const json_t *symbols = jutu_legend_part(maker, "symbols");
    look->props = jutu_new(maker->reader.frame->chart->arena, Prop,
                           N_SYMBOL_PROPS + json_object_size(symbols));
    for (size_t i = 0; i < N_SYMBOL_PROPS; i++)
        look->props[look->n_props++] = prop_of(maker, i);
    const char *name;
    json_t *json;
    json_object_foreach ((json_t *)symbols, name, json) {
        if (!is_symbol_prop(name))
            look->props[look->n_props++] = (Prop){
                .name = name, .value = jutu_guide_encoded(&maker->reader, json)
            };
    }
}

/* The text of a label: the scale's, or what `labelExpr` or a format function makes of it. */
static JutuGuideValue words_of(JutuLegendMaker *maker)
{
    JutuGuideReader *reader = &maker->reader;
    const json_t *own = json_object_get(jutu_legend_part(maker, "labels"), "text");
    const json_t *given = jutu_bag_get(&maker->planned->props, "labelExpr");
    const char *text = jutu_json_string(own, "expr", NULL);
    const char *source = json_string_value(given);
    if (!source)
        return own ? jutu_guide_encoded(reader, own) : (JutuGuideValue){ 0 };
    if (!text)
        return jutu_guide_expr(reader, source, given);
    g_auto(GStrv) parts = g_strsplit(source, "datum.label", -1);
    g_autofree char *replaced = g_strjoinv(text, parts);
    return jutu_guide_expr(reader, replaced, given);
}

static Look look_of(JutuLegendMaker *maker)
{
    JutuGuideReader *reader = &maker->reader;
    const json_t *config = reader->frame->chart->vega_config;
    const json_t *size = json_object_get(jutu_legend_part(maker, "labels"), "fontSize");
    Look look = {
        .maker = maker,
        .text = jutu_legend_text(reader, "label", "guide-label"),
        .align = jutu_guide_value(reader, "labelAlign"),
        .baseline = jutu_guide_value(reader, "labelBaseline"),
        .words = words_of(maker),
        .line_break = jutu_json_string(config, "lineBreak", NULL),
    };
    look.font_size = size ? jutu_guide_encoded(reader, size) : look.text.size;
    bool bar = maker->legend->kind != JUTU_LEGEND_SYMBOL;
    if (bar && !jutu_bag_get(&reader->props, "labelLimit"))
        look.text.limit = jutu_guide_value_or_style(reader, "gradientLabelLimit", "guide-label",
                                                    "limit");
    if (!bar)
        read_props(&look);
    return look;
}

static JutuValue datum_of(const JutuShown *shown, size_t i, JutuArena *arena)
{
    static const char *const names[] = { "index", "label", "value" };
    JutuValue *values = jutu_new(arena, JutuValue, 3);
    values[0] = jutu_number((double)i);
    values[1] = shown->label ? jutu_string(shown->label) : jutu_null();
    values[2] = shown->value;
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    *object = (JutuObject){ 3, names, values };
    return jutu_object_value(object);
}

/* Aligned to the bar's ends where it is near one. */
static void place_at_bar(const JutuLegend *legend, double at, JutuTextBlock *block)
{
    if (legend->vertical)
        block->baseline = at <= 0   ? JUTU_BASELINE_BOTTOM
                          : at >= 1 ? JUTU_BASELINE_TOP
                                    : JUTU_BASELINE_MIDDLE;
    else {
        block->align = at <= 0 ? JUTU_ALIGN_LEFT : at >= 1 ? JUTU_ALIGN_RIGHT : JUTU_ALIGN_CENTER;
        block->baseline = JUTU_BASELINE_TOP;
    }
}

static void make_label(Look *look, const JutuShown *shown, JutuValue datum, JutuLegendEntry *entry)
{
    JutuLegendMaker *maker = look->maker;
    JutuGuideReader *reader = &maker->reader;
    JutuTextBlock *block = &entry->label;
    jutu_guide_text_style(reader, &look->text, datum, block);
    if (maker->legend->kind == JUTU_LEGEND_SYMBOL) {
        block->align = jutu_text_align(jutu_guide_read(reader, &look->align, datum));
        block->baseline = jutu_text_baseline(jutu_guide_read(reader, &look->baseline, datum));
    } else {
        place_at_bar(maker->legend, shown->start, block);
    }
    JutuValue words = jutu_guide_has(&look->words) ? jutu_guide_read(reader, &look->words, datum)
                                                   : jutu_member(datum, "label");
    block->text = jutu_text_lines(words, look->line_break, reader->frame->chart->arena);
    entry->opacity = 1;
    json_t *encode = jutu_json_spread(jutu_legend_part(maker, "labels"));
    json_object_del(encode, "text");
    jutu_block_override(reader, encode, datum, block, &entry->opacity);
    json_decref(encode);
    entry->shown = *block->text && entry->opacity > 0;
}

static void set_symbol(Symbol *symbol, const char *name, JutuValue value, JutuArena *arena)
{
    if (strcmp(name, "size") == 0)
        symbol->size = jutu_to_number(value);
    else if (strcmp(name, "angle") == 0)
        symbol->angle = jutu_to_number(value);
    else if (strcmp(name, "opacity") == 0)
        symbol->opacity = jutu_to_number(value);
    else if (strcmp(name, "shape") == 0)
        symbol->shape = value.type == JUTU_STRING ? value.string : NULL;
    else
        jutu_style_set(&symbol->style, name, value, arena);
}

/* How high a row is for its symbol and label. */
static double room_of(Look *look, const Symbol *symbol, JutuValue datum)
{
    double font = jutu_guide_read_number(&look->maker->reader, &look->font_size, datum, 0);
    double size = ceil(sqrt(symbol->size) + symbol->style.stroke_width);
    return fmax(isfinite(size) ? size : 0, font);
}

static void make_symbol(Look *look, const JutuShown *shown, JutuValue datum, JutuLegendEntry *entry)
{
    JutuGuideReader *reader = &look->maker->reader;
    JutuArena *arena = reader->frame->chart->arena;
    Symbol symbol = { .style = jutu_style_none(), .size = 64, .opacity = 1 };
    for (size_t i = 0; i < look->n_props; i++) {
        const Prop *prop = &look->props[i];
        JutuValue value = prop->scale ? jutu_scale_map(prop->scale, shown->value)
                                      : jutu_guide_read(reader, &prop->value, datum);
        if (!jutu_is_nullish(value))
            set_symbol(&symbol, prop->name, value, arena);
    }
    entry->style = symbol.style;
    entry->style.fill_opacity *= symbol.opacity;
    entry->style.stroke_opacity *= symbol.opacity;
    entry->size = symbol.size;
    entry->angle = symbol.angle;
    entry->shape = symbol.shape ? symbol.shape : "circle";
    entry->room = room_of(look, &symbol, datum);
}

/* Labels stand below each other, beside the widest symbol; what is left out doesn't count. */
static void place_symbols(JutuLegend *legend, bool ellipsis)
{
    double widest = 0;
    for (size_t i = 0; i + (ellipsis ? 1 : 0) < legend->n_entries; i++)
        widest = fmax(widest, legend->entries[i].room);
    for (size_t i = 0; i < legend->n_entries; i++) {
        JutuLegendEntry *entry = &legend->entries[i];
        entry->middle = (legend->clip_height ? legend->clip_height : entry->room) / 2;
        if (legend->columns)
            entry->room = widest;
    }
}

/* Columns are filled one after the other where the legend is upright: then the rows are read. */
static void order_symbols(JutuLegend *legend, JutuArena *arena)
{
    size_t n = legend->n_entries, columns = MAX(legend->columns, 1);
    size_t rows = (n + columns - 1) / columns, k = 0;
    legend->n_columns = !legend->columns   ? MAX(n, 1)
                        : n == 0           ? 1
                        : legend->vertical ? (n - 1) / rows + 1
                                           : MIN(columns, n);
    if (!legend->vertical || !legend->columns)
        return;
    JutuLegendEntry *read = jutu_new(arena, JutuLegendEntry, n + 1);
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = row; i < n; i += rows)
            read[k++] = legend->entries[i];
    }
    legend->entries = read;
}

/* Values at a bar that look the same are one, which stands where the last of them does. */
static size_t join_shown(JutuShown *shown, size_t n, JutuArena *arena)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        const char *key = jutu_value_key(shown[i].value, arena);
        size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(places, key));
        if (!place) {
            place = ++kept;
            g_hash_table_insert(places, (char *)key, GSIZE_TO_POINTER(place));
        }
        shown[place - 1] = shown[i];
    }
    return kept;
}

static void make_band(JutuLegendMaker *maker, const JutuShown *shown, JutuLegendEntry *entry)
{
    JutuArena *arena = maker->reader.frame->chart->arena;
    entry->start = shown->start * maker->legend->length;
    entry->end = shown->end * maker->legend->length;
    entry->style = maker->legend->bar;
    entry->style.fill = jutu_paint_from(jutu_scale_map(maker->scale, shown->value), arena);
}

void jutu_legend_entries_make(JutuLegendMaker *maker)
{
    JutuLegend *legend = maker->legend;
    JutuArena *arena = maker->reader.frame->chart->arena;
    size_t n = 0;
    const JutuShown *found = shown_entries(maker, &n);
    if (!found)
        return;
    JutuShown *shown = jutu_new(arena, JutuShown, n + 1);
    memcpy(shown, found, n * sizeof(*shown));
    if (legend->kind != JUTU_LEGEND_SYMBOL)
        n = join_shown(shown, n, arena);
    Look look = look_of(maker);
    legend->entries = jutu_new(arena, JutuLegendEntry, n + 1);
    legend->n_entries = n;
    for (size_t i = 0; i < n && !maker->reader.error; i++) {
        JutuLegendEntry *entry = &legend->entries[i];
        JutuValue datum = datum_of(&shown[i], i, arena);
        entry->value = shown[i].value;
        entry->position = shown[i].start * legend->length;
        make_label(&look, &shown[i], datum, entry);
        if (legend->kind == JUTU_LEGEND_SYMBOL)
            make_symbol(&look, &shown[i], datum, entry);
        else if (legend->kind == JUTU_LEGEND_DISCRETE)
            make_band(maker, &shown[i], entry);
    }
    if (legend->kind != JUTU_LEGEND_SYMBOL)
        return;
    place_symbols(legend, n > 0 && shown[n - 1].ellipsis);
    order_symbols(legend, arena);
}
