/* Ranges: from the spec, from steps, or what suits channel and mark (scale/range.ts). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/time.h"
#include "plan/plan.h"

static const char *size_name(JutuChannel channel)
{
    return jutu_channels[channel].horizontal ? "width" : "height";
}

static int size_index(JutuChannel channel)
{
    return jutu_channels[channel].horizontal ? 0 : 1;
}

static bool is_step(const json_t *json)
{
    return json_is_object(json) && json_object_get(json, "step");
}

static json_t *expr_new(const char *format, ...) __attribute__((format(printf, 1, 2)));
static json_t *expr_new(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    json_t *text = json_vsprintf(format, args);
    va_end(args);
    return json_pack("{s:o}", "expr", text);
}

/* A number, or the text of an expression; "0" if it is neither. */
static const char *operand(const json_t *json, JutuArena *arena)
{
    const char *source = jutu_json_string(json, "expr", NULL);
    if (source)
        return jutu_arena_printf(arena, "(%s)", source);
    return json_is_number(json) ? jutu_to_text(jutu_number(json_number_value(json)), arena) : "0";
}

static json_t *scale_config(const JutuView *unit, const char *name)
{
    return (json_t *)jutu_config(unit->chart, "scale", name, NULL);
}

static json_t *pair_of(json_t *a, json_t *b)
{
    return json_pack("[O, O]", a ? a : json_null(), b ? b : json_null());
}

/* The width or height for discrete scales: as given, else the config's, else a step. */
static json_t *discrete_size(const JutuView *unit, int i)
{
    if (unit->given_size[i])
        return unit->given_size[i];
    const JutuChart *chart = unit->chart;
    const json_t *size = jutu_config(chart, "view", i ? "height" : "width", NULL);
    if (!size)
        size = jutu_config(chart, "view", i ? "discreteHeight" : "discreteWidth", NULL);
    if (size)
        return (json_t *)size;
    return jutu_json_own(chart->arena, json_pack("{s:f}", "step", jutu_default_step(chart, i)));
}

/* Whether a step is that of the offset's bands, not of the position's. */
static bool step_is_for_offset(const json_t *step, bool offset_is_discrete)
{
    return offset_is_discrete && strcmp(jutu_json_string(step, "for", "offset"), "position") != 0;
}

/* Inner and outer padding of a band scale as set, for expressions. */
static const char *padding_of(const JutuScalePlan *scale, const char *name, JutuArena *arena)
{
    const json_t *own = jutu_bag_get(&scale->props, name);
    return operand(own ? own : jutu_bag_get(&scale->props, "padding"), arena);
}

static json_t *position_step(const JutuPlan *plan, const JutuView *unit, const json_t *step,
                             JutuChannel channel)
{
    JutuArena *arena = unit->chart->arena;
    JutuChannel offset = jutu_channels[channel].offset_channel;
    const JutuScalePlan *scale = jutu_plan_scale(plan, unit, channel);
    const JutuScalePlan *inner = jutu_plan_scale(plan, unit, offset);
    const JutuChannelDef *def = unit->encoding.defs[offset];
    json_t *px = json_object_get(step, "step");
    bool discrete = def && (def->type == JUTU_NOMINAL || def->type == JUTU_ORDINAL);
    if (!step_is_for_offset(step, discrete) || !inner)
        return json_pack("{s:O}", "step", px);
    const char *name = jutu_channels[offset].name;
    const char *count = jutu_arena_printf(arena, "length(domain('%s'))", name);
    if (inner->type->banded && !inner->type->thin)
        count = jutu_arena_printf(arena, "bandspace(%s, %s, %s)", count,
                                  padding_of(inner, "paddingInner", arena),
                                  padding_of(inner, "paddingOuter", arena));
    return json_pack("{s:o}", "step",
                     expr_new("%s * %s / (1 - %s)", operand(px, arena), count,
                              padding_of(scale, "paddingInner", arena)));
}

static json_t *offset_step(const json_t *step, const JutuScaleType *type)
{
    return step_is_for_offset(step, type->discrete)
               ? json_pack("{s:O}", "step", json_object_get(step, "step"))
               : NULL;
}

/* From 0 to the view's size, or about its middle; y grows upwards where it is continuous. */
static json_t *full_range(JutuChannel channel, const JutuScaleType *type, bool center)
{
    const char *size = size_name(channel);
    bool up = channel == JUTU_Y && !type->discrete;
    json_t *low = center ? expr_new("-%s/2", size) : json_real(0);
    json_t *high = center ? expr_new("%s/2", size) : expr_new("%s", size);
    return up ? json_pack("[o, o]", high, low) : json_pack("[o, o]", low, high);
}

/* The length of a time unit on the position's scale, as an expression. */
static const char *range_step_duration(const JutuChannelDef *def, JutuArena *arena)
{
    static const struct {
        unsigned unit;
        int field, step; /* argument of datetime() that grows */
    } parts[] = { { JUTU_MILLISECONDS, 6, 1 }, { JUTU_SECONDS, 5, 1 },
                  { JUTU_MINUTES, 4, 1 },      { JUTU_HOURS, 3, 1 },
                  { JUTU_DAY_OF_YEAR, 2, 1 },  { JUTU_DATE_OF_MONTH, 2, 1 },
                  { JUTU_WEEK, 2, 7 },         { JUTU_MONTH, 1, 1 },
                  { JUTU_QUARTER, 1, 3 },      { JUTU_YEAR, 0, 1 } };
    double start[7] = { 2001, 0, 1, 0, 0, 0, 0 };
    size_t i = 0;
    while (i + 1 < G_N_ELEMENTS(parts) && !(def->time_unit.units & parts[i].unit))
        i++;
    double step = (def->time_unit.step > 0 ? def->time_unit.step : 1) * parts[i].step;
    start[parts[i].field] += step;
    return jutu_arena_printf(
        arena,
        "scale('%s', datetime(%g,%g,%g,%g,%g,%g,%g)) - scale('%s', datetime(2001,0,1,0,0,0,0))",
        jutu_channels[def->channel].name, start[0], start[1], start[2], start[3], start[4],
        start[5], start[6], jutu_channels[def->channel].name);
}

static json_t *offset_range(const JutuPlan *plan, const JutuView *unit, JutuChannel channel,
                            const JutuScaleType *type)
{
    JutuChannel position = jutu_channels[channel].main;
    const JutuScalePlan *scale = jutu_plan_scale(plan, unit, position);
    const JutuChannelDef *def = unit->encoding.defs[position];
    JutuArena *arena = unit->chart->arena;
    if (!scale)
        return full_range(position, type, true);
    if (scale->type->banded && !scale->type->thin) {
        json_t *size = discrete_size(unit, size_index(channel));
        json_t *step = is_step(size) ? offset_step(size, type) : NULL;
        return step ? step
                    : json_pack("[i, o]", 0,
                                expr_new("bandwidth('%s')", jutu_channels[position].name));
    }
    if (!def || !def->is_field || !jutu_has_time_unit(def))
        return NULL;
    double padding = jutu_json_number(jutu_config(unit->chart, "scale", NULL),
                                      "bandWithNestedOffsetPaddingInner", 0);
    double off = jutu_band_position(unit, def, NULL) - 0.5;
    off = isnan(off) ? 0 : off;
    const char *length = range_step_duration(def, arena);
    return json_pack("[o, o]", expr_new("%g * (%s)", padding / 2 + off, length),
                     expr_new("%g * (%s)", 1 - padding / 2 + off, length));
}

/* Pixels of a bin on a continuous axis, as an expression; NULL: not binned. */
static const char *bin_step(const JutuView *unit, JutuChannel channel)
{
    JutuArena *arena = unit->chart->arena;
    const JutuChannelDef *def = unit->encoding.defs[channel];
    const char *name = jutu_channels[channel].name;
    if (!def || !def->is_field || def->binning == JUTU_NOT_BINNED)
        return NULL;
    if (def->binning == JUTU_BIN)
        return jutu_arena_printf(arena, "%s / ((%s_bins.stop - %s_bins.start) / %s_bins.step)",
                                 size_name(channel), name, name, name);
    const json_t *step = jutu_json_path(def->json, "bin", "step", NULL);
    if (!step)
        return NULL;
    return jutu_arena_printf(arena, "%s / ((domain('%s')[1] - domain('%s')[0]) / %s)",
                             size_name(channel), name, name, operand(step, arena));
}

/* The smaller of the steps of x and y: what a point should fit into. */
static const char *smaller_step(const JutuView *unit)
{
    JutuArena *arena = unit->chart->arena;
    const char *steps[2];
    for (int i = 0; i < 2; i++) {
        const char *bins = bin_step(unit, i ? JUTU_Y : JUTU_X);
        const json_t *given = unit->given_size[i];
        json_t *px = is_step(given) ? json_object_get(given, "step") : NULL;
        double fallback = jutu_default_step(unit->chart, i);
        steps[i] = bins ? bins
                   : px ? operand(px, arena)
                        : jutu_to_text(jutu_number(fallback), arena);
    }
    return jutu_arena_printf(arena, "min(%s, %s)", steps[0], steps[1]);
}

static json_t *size_range(const JutuView *unit)
{
    const JutuItemKind kind = unit->mark->kind;
    if (kind == JUTU_ITEM_LINE || kind == JUTU_ITEM_TRAIL || kind == JUTU_ITEM_RULE)
        return pair_of(scale_config(unit, "minStrokeWidth"), scale_config(unit, "maxStrokeWidth"));
    if (kind == JUTU_ITEM_TEXT)
        return pair_of(scale_config(unit, "minFontSize"), scale_config(unit, "maxFontSize"));
    bool bands = kind == JUTU_ITEM_RECT;
    json_t *least = scale_config(unit, bands ? "minBandSize" : "minSize");
    json_t *most = scale_config(unit, bands ? "maxBandSize" : "maxSize");
    if (most && (bands || json_number_value(most) != 0))
        return pair_of(least, most);
    const char *step = smaller_step(unit);
    return json_pack("[O, o]", least ? least : json_null(),
                     bands ? expr_new("%s - 1", step) : expr_new("pow(0.95 * %s, 2)", step));
}

/* How many values a discretizing scale has by default. */
static double step_count(const JutuView *unit, const JutuScaleType *type, const json_t *domain)
{
    if (type->open_ended)
        return json_is_array(domain) ? (double)json_array_size(domain) + 1 : 3;
    const char *name = jutu_arena_printf(unit->chart->arena, "%sCount", type->name);
    return jutu_json_number(jutu_config(unit->chart, "scale", NULL), name, 4);
}

static json_t *stepped_range(const JutuView *unit, json_t *range, double count)
{
    JutuArena *arena = unit->chart->arena;
    const char *low = operand(json_array_get(range, 0), arena);
    const char *high = operand(json_array_get(range, 1), arena);
    const char *step = jutu_arena_printf(arena, "(%s - %s) / (%g - 1)", high, low, count);
    json_t *out = expr_new("sequence(%s, %s + %s, %s)", low, high, step, step);
    json_decref(range);
    return out;
}

static json_t *color_range(const JutuView *unit, const JutuChannelDef *def,
                           const JutuScaleType *type)
{
    if (type->discrete && !type->discretizing)
        return json_string(def->type == JUTU_NOMINAL ? "category" : "ordinal");
    if (json_object_get(def->scale, "domainMid"))
        return json_string("diverging");
    bool rect = unit->mark->kind == JUTU_ITEM_RECT && !unit->mark->oriented;
    return json_string(rect ? "heatmap" : "ramp");
}

static json_t *position_range(const JutuPlan *plan, const JutuView *unit, JutuChannel channel,
                              const JutuScaleType *type)
{
    if (type->banded) {
        json_t *size = discrete_size(unit, size_index(channel));
        if (is_step(size))
            return position_step(plan, unit, size, channel);
    }
    return full_range(channel, type, false);
}

static json_t *default_range(const JutuPlan *plan, const JutuView *unit, const JutuChannelDef *def)
{
    const JutuScalePlan *scale = jutu_plan_scale(plan, unit, def->channel);
    const JutuScaleType *type = scale->type;
    switch ((int)def->channel) {
    case JUTU_X:
    case JUTU_Y:
        return position_range(plan, unit, def->channel, type);
    case JUTU_XOFFSET:
    case JUTU_YOFFSET:
        return offset_range(plan, unit, def->channel, type);
    case JUTU_SIZE: {
        bool steps = type->discretizing && !type->discrete;
        const json_t *domain = json_object_get(def->scale, "domain");
        json_t *range = size_range(unit);
        return steps ? stepped_range(unit, range, step_count(unit, type, domain)) : range;
    }
    case JUTU_THETA:
        return json_pack("[i, f]", 0, 2 * M_PI);
    case JUTU_ANGLE:
        return json_pack("[i, i]", 0, 360);
    case JUTU_RADIUS:
        return json_pack("[i, o]", 0, expr_new("min(width,height)/2"));
    case JUTU_STROKEWIDTH:
        return pair_of(scale_config(unit, "minStrokeWidth"), scale_config(unit, "maxStrokeWidth"));
    case JUTU_STROKEDASH:
        return json_pack("[[i,i],[i,i],[i,i],[i,i],[i,i,i,i]]", 1, 0, 4, 2, 2, 1, 1, 1, 1, 2, 4, 2);
    case JUTU_SHAPE:
        return json_string("symbol");
    case JUTU_OPACITY:
    case JUTU_FILLOPACITY:
    case JUTU_STROKEOPACITY:
        return pair_of(scale_config(unit, "minOpacity"), scale_config(unit, "maxOpacity"));
    default:
        return color_range(unit, def, type);
    }
}

/* "width" and "height" in a position's range are the view's. */
static json_t *explicit_range(json_t *range, JutuChannel channel)
{
    if (!json_is_array(range) || !jutu_is_xy(channel))
        return json_incref(range);
    json_t *out = json_array();
    for (size_t i = 0; i < json_array_size(range); i++) {
        json_t *value = json_array_get(range, i);
        const char *text = json_string_value(value);
        bool size = text && (strcmp(text, "width") == 0 || strcmp(text, "height") == 0);
        json_array_append_new(out, size ? expr_new("%s", text) : json_incref(value));
    }
    return out;
}

static json_t *scheme_range(json_t *scheme)
{
    if (!json_is_object(scheme) || json_object_get(scheme, "expr"))
        return json_pack("{s:O}", "scheme", scheme);
    json_t *range = json_copy(scheme);
    json_object_set(range, "scheme", json_object_get(scheme, "name"));
    json_object_del(range, "name");
    return range;
}

static json_t *given_range(const JutuPlan *plan, const JutuView *unit, const JutuChannelDef *def)
{
    static const char *const names[] = { "range", "scheme" };
    const JutuScalePlan *merged = jutu_plan_scale(plan, unit, def->channel);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        json_t *given = json_object_get(def->scale, names[i]);
        if (!given)
            continue;
        if (i == 0 || jutu_scale_allows(merged, def->channel, names[i]))
            return i == 0 ? explicit_range(given, def->channel) : scheme_range(given);
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, given,
                        "a %s scale of %s has no %s; it is ignored", merged->type->name,
                        jutu_channels[def->channel].name, names[i]);
    }
    return NULL;
}

/* The range of a size given in steps, which wins over those of layers without. */
static json_t *step_range(const JutuPlan *plan, const JutuView *unit, const JutuChannelDef *def)
{
    const json_t *size = unit->given_size[size_index(def->channel)];
    const JutuScalePlan *merged = jutu_plan_scale(plan, unit, def->channel);
    if (!is_step(size))
        return NULL;
    if (jutu_is_xy(def->channel))
        return merged->type->discrete ? position_step(plan, unit, size, def->channel) : NULL;
    if (!jutu_channels[def->channel].offset)
        return NULL;
    const JutuScalePlan *position = jutu_plan_scale(plan, unit, jutu_channels[def->channel].main);
    bool band = position && position->type->banded && !position->type->thin;
    return band ? offset_step(size, merged->type) : NULL;
}

static void unit_range(JutuPlan *plan, const JutuView *unit, JutuChannel channel)
{
    JutuScalePlan *scale = plan->views[unit->index].scales[channel];
    const JutuChannelDef *def = jutu_field_or_datum_def(unit->encoding.defs[channel]);
    json_t *range = given_range(plan, unit, def);
    bool is_explicit = range != NULL;
    if (!range) {
        range = step_range(plan, unit, def);
        is_explicit = range != NULL;
    }
    if (!range) {
        range = default_range(plan, unit, def);
        json_t *least = json_object_get(def->scale, "rangeMin");
        json_t *most = json_object_get(def->scale, "rangeMax");
        const JutuScalePlan *merged = jutu_plan_scale(plan, unit, channel);
        if ((least || most) && jutu_scale_takes(merged->type, "rangeMin") &&
            json_array_size(range) == 2) {
            is_explicit = true;
            if (least)
                json_array_set(range, 0, least);
            if (most)
                json_array_set(range, 1, most);
        }
    }
    jutu_bag_set(&scale->props, "range", range, is_explicit);
}

/* Of two steps the larger one. */
static int larger_step(const char *name, const json_t *a, const json_t *b)
{
    (void)name;
    double mine = jutu_json_number(a, "step", 0), theirs = jutu_json_number(b, "step", 0);
    return mine != 0 && theirs != 0 && theirs > mine ? -1 : 0;
}

void jutu_scale_ranges_parse(JutuPlan *plan, const JutuView *view)
{
    for (size_t c = 0; c < view->n_children; c++)
        jutu_scale_ranges_parse(plan, view->children[c]);
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        JutuScalePlan *scale = plan->views[view->index].scales[channel];
        if (scale && view->kind == JUTU_VIEW_UNIT)
            unit_range(plan, view, (JutuChannel)channel);
        for (size_t c = 0; scale && c < view->n_children; c++) {
            const JutuScalePlan *child = jutu_plan_view(plan, view->children[c])->scales[channel];
            if (child)
                jutu_bag_merge(&scale->props, &child->props, "range", larger_step);
        }
    }
}
