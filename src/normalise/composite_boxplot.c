/* boxplot: boxes from quartile to quartile, whiskers, and points beyond them. */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "base/value.h"
#include "normalise/composite.h"
#include "normalise/rawdef.h"
#include "theme/config.h"

/* A box plot in the making. */
typedef struct {
    JutuComposite base;
    bool min_max;           /* whiskers reach all values; else `extent` times the box's length */
    const char *extent;     /* as an expression has it */
    const json_t *size;     /* of boxes and ticks; NULL */
    json_t *without_size;   /* base.rest without size and color */
    json_t *box_tooltip;    /* five numbers */
    json_t *custom_tooltip; /* the spec's own, for outliers; NULL */
    json_t *aggregate;      /* the transform for boxes */
} Box;

static bool boxplot_applies(const json_t *unit, const json_t *config)
{
    (void)config;
    return jutu_is_mark(unit, "boxplot");
}

static json_t *kept(Box *box, json_t *json)
{
    return jutu_composite_keep(&box->base, json);
}

static const char *flat_column(Box *box, const char *prefix)
{
    return jutu_arena_printf(box->base.arena, "%s%s", prefix, box->base.flat);
}

static void append_quartiles(Box *box, json_t *list)
{
    jutu_composite_op(list, "q1", box->base.field, flat_column(box, "lower_box_"));
    jutu_composite_op(list, "q3", box->base.field, flat_column(box, "upper_box_"));
}

/*
 * Tooltips with an aggregate are shown on the boxes; others belong to single rows, the outliers.
 * @return the encoding without the axis and without the latter tooltips
 */
static json_t *take_custom_tooltip(Box *box)
{
    const char *const without[] = { box->base.axis, "tooltip", NULL };
    json_t *encoding = jutu_json_omit(box->base.encoding, without);
    const json_t *tooltip = json_object_get(box->base.encoding, "tooltip"), *item;
    size_t i;
    if (!jutu_json_truthy(tooltip))
        return encoding;
    json_auto_t *summaries = json_array(), *single = json_array();
    if (!json_is_array(tooltip)) {
        bool aggregates = jutu_json_truthy(json_object_get(tooltip, "aggregate"));
        if (!aggregates)
            box->custom_tooltip = kept(box, jutu_json_share(tooltip));
        return aggregates ? jutu_json_put(encoding, "tooltip", tooltip) : encoding;
    }
    json_array_foreach (tooltip, i, item) {
        bool aggregates = jutu_json_truthy(json_object_get(item, "aggregate"));
        json_array_append(aggregates ? summaries : single, (json_t *)item);
    }
    if (json_array_size(single) > 0)
        box->custom_tooltip = kept(
            box,
            jutu_json_share(json_array_size(single) == 1 ? json_array_get(single, 0) : single));
    return json_array_size(summaries) > 0 ? jutu_json_put(encoding, "tooltip", summaries)
                                          : encoding;
}

static void make_aggregate(Box *box)
{
    json_t *ops = jutu_json_extend(json_array(), box->base.aggregate);
    append_quartiles(box, ops);
    jutu_composite_op(ops, "median", box->base.field, flat_column(box, "mid_box_"));
    jutu_composite_op(ops, "min", box->base.field,
                      flat_column(box, box->min_max ? "lower_whisker_" : "min_"));
    jutu_composite_op(ops, "max", box->base.field,
                      flat_column(box, box->min_max ? "upper_whisker_" : "max_"));
    box->aggregate = kept(box,
                          json_pack("{s:o, s:O}", "aggregate", ops, "groupby", box->base.groupby));
}

static json_t *bins_and_time_units(const Box *box)
{
    return jutu_json_extend(jutu_json_extend(json_array(), box->base.bins), box->base.time_units);
}

static void add_part(Box *box, json_t *layers, JutuPart part, json_t *mark)
{
    json_auto_t *own = mark;
    part.mark = own;
    part.own_invalid = true;
    jutu_composite_add(&box->base, layers, &part);
}

static json_t *whisker_layers(Box *box)
{
    static const JutuSummary ends[] = { { "upper_whisker_", "Upper Whisker" },
                                        { "lower_whisker_", "Lower Whisker" } };
    const char *across = box->base.vertical ? "horizontal" : "vertical";
    json_auto_t *own_tooltip = jutu_composite_tooltip(&box->base, ends, G_N_ELEMENTS(ends), true);
    JutuPart part = {
        .encoding = box->without_size,
        .extra = box->min_max ? box->box_tooltip : own_tooltip,
    };
    json_t *layers = json_array();
    static const struct {
        const char *part, *position, *end;
    } parts[] = {
        { "rule", "lower_whisker", "lower_box" },
        { "rule", "upper_box", "upper_whisker" },
        { "ticks", "lower_whisker", NULL },
        { "ticks", "upper_whisker", NULL },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        part.name = parts[i].part;
        part.position = parts[i].position;
        part.end = parts[i].end;
        add_part(box, layers, part,
                 parts[i].end ? json_pack("{s:s, s:b}", "type", "rule", "aria", false)
                              : json_pack("{s:s, s:s, s:i, s:s, s:b}", "type", "tick", "color",
                                          "black", "opacity", 1, "orient", across, "aria", false));
    }
    return layers;
}

/* The median is drawn in the box's colour where the box has no length. */
static json_t *median_color(Box *box)
{
    const json_t *color = json_object_get(box->base.rest, "color");
    const json_t *of_box = json_object_get(box->base.parts, "box");
    const json_t *fallback = json_is_object(of_box)
                                 ? json_object_get(of_box, "color")
                                 : jutu_json_path(box->base.config, "mark", "color", NULL);
    json_t *condition = json_pack("{s:o}", "test",
                                  json_sprintf("%s >= %s",
                                               jutu_composite_datum(&box->base, "lower_box_"),
                                               jutu_composite_datum(&box->base, "upper_box_")));
    if (jutu_json_truthy(color))
        jutu_json_assign(condition, color);
    else if (jutu_json_truthy(fallback))
        jutu_json_put(condition, "value", fallback);
    else
        jutu_json_put_new(condition, "value", json_string("#4c78a8"));
    return json_pack("{s:o}", "condition", condition);
}

static void append_boxes(Box *box, json_t *layers)
{
    const json_t *median = jutu_json_path(box->base.parts, "median", "color", NULL);
    const json_t *size = json_object_get(box->base.rest, "size");
    json_t *mark = json_pack("{s:s, s:O*, s:s, s:s}", "type", "bar", "size", box->size, "orient",
                             box->base.vertical ? "vertical" : "horizontal", "ariaRoleDescription",
                             "box");
    add_part(box, layers,
             (JutuPart){ .name = "box",
                         .position = "lower_box",
                         .end = "upper_box",
                         .encoding = box->base.rest,
                         .extra = box->box_tooltip },
             mark);

    json_auto_t *encoding = jutu_json_spread(box->without_size);
    if (jutu_json_truthy(size))
        jutu_json_put(encoding, "size", size);
    jutu_json_put_new(encoding, "color", median_color(box));
    mark = json_pack("{s:s, s:O*, s:O*, s:s, s:b}", "type", "tick", "color",
                     jutu_json_truthy(median) ? median : NULL, "size", box->size, "orient",
                     box->base.vertical ? "horizontal" : "vertical", "aria", false);
    add_part(box, layers,
             (JutuPart){ .name = "median",
                         .position = "mid_box",
                         .encoding = encoding,
                         .extra = box->box_tooltip },
             mark);
}

/* The ends of the whiskers as expressions. */
typedef struct {
    const char *low, *high, *value;
} Reach;

static Reach whisker_reach(Box *box)
{
    JutuArena *arena = box->base.arena;
    const char *lower = jutu_composite_datum(&box->base, "lower_box_");
    const char *upper = jutu_composite_datum(&box->base, "upper_box_");
    return (Reach){
        jutu_arena_printf(arena, "%s - %s * (%s - %s)", lower, box->extent, upper, lower),
        jutu_arena_printf(arena, "%s + %s * (%s - %s)", upper, box->extent, upper, lower),
        jutu_composite_datum(&box->base, ""),
    };
}

static json_t *filtered_whiskers(Box *box, json_t *layers)
{
    Reach ends = whisker_reach(box);
    json_t *ops = json_array();
    jutu_composite_op(ops, "min", box->base.field, flat_column(box, "lower_whisker_"));
    jutu_composite_op(ops, "max", box->base.field, flat_column(box, "upper_whisker_"));
    jutu_composite_op(ops, "min", jutu_composite_column(&box->base, "lower_box_"),
                      flat_column(box, "lower_box_"));
    jutu_composite_op(ops, "max", jutu_composite_column(&box->base, "upper_box_"),
                      flat_column(box, "upper_box_"));
    jutu_json_extend(ops, box->base.aggregate);
    json_t *filter = json_sprintf("(%s <= %s) && (%s <= %s)", ends.low, ends.value, ends.value,
                                  ends.high);
    return json_pack("{s:[{s:o}, {s:o, s:O}], s:o}", "transform", "filter", filter, "aggregate",
                     ops, "groupby", box->base.groupby, "layer", layers);
}

static void append_outliers(Box *box, json_t *layers)
{
    static const char *const tooltip_only[] = { "tooltip", NULL };
    Reach ends = whisker_reach(box);
    json_auto_t *mark = json_pack("{s:s}", "type", "point");
    json_auto_t *title = jutu_composite_title(&box->base);
    json_auto_t *others = jutu_json_omit(box->without_size, tooltip_only);
    const json_t *def = box->base.def, *color = json_object_get(box->base.rest, "color");
    json_t *main = json_pack("{s:O*, s:O*, s:O*, s:O*, s:O*}", "field",
                             json_object_get(def, "field"), "type", json_object_get(def, "type"),
                             "title", title, "scale", json_object_get(def, "scale"), "axis",
                             json_object_get(def, "axis"));
    json_t *encoding = jutu_json_assign(json_pack("{s:o}", box->base.axis, main), others);
    if (jutu_json_truthy(color))
        jutu_json_put(encoding, "color", color);
    if (jutu_json_truthy(box->custom_tooltip))
        jutu_json_put(encoding, "tooltip", box->custom_tooltip);
    json_t *filter = json_sprintf("(%s < %s) || (%s > %s)", ends.value, ends.low, ends.value,
                                  ends.high);
    json_auto_t *spec = json_pack("{s:[{s:o}], s:o}", "transform", "filter", filter, "encoding",
                                  encoding);
    const JutuPart part = { .name = "outliers", .mark = mark };
    jutu_composite_add_spec(&box->base, layers, &part, spec);
}

/* Whiskers and outliers both need every row's quartiles. */
static json_t *whiskers_and_outliers(Box *box)
{
    json_t *quartiles = json_array();
    append_quartiles(box, quartiles);
    json_t *transform = bins_and_time_units(box);
    json_array_append_new(transform, json_pack("{s:o, s:O}", "joinaggregate", quartiles, "groupby",
                                               box->base.groupby));
    json_t *layers = json_array(), *filtered = filtered_whiskers(box, whisker_layers(box));
    append_outliers(box, layers);
    if (json_array_size(layers) > 0) {
        json_array_append_new(layers, filtered);
        return json_pack("{s:o, s:o}", "transform", transform, "layer", layers);
    }
    json_decref(layers);
    jutu_json_extend(transform, json_object_get(filtered, "transform"));
    return jutu_json_put_new(filtered, "transform", transform);
}

static bool init_box(Box *box, GError **error)
{
    static const char *const size_and_color[] = { "size", "color", NULL };
    const JutuSummary five[] = {
        { box->min_max ? "upper_whisker_" : "max_", "Max" },
        { "upper_box_", "Q3" },
        { "mid_box_", "Median" },
        { "lower_box_", "Q1" },
        { box->min_max ? "lower_whisker_" : "min_", "Min" },
    };
    const json_t *size = jutu_config_mark_prop("size", NULL, box->base.mark, box->base.config);
    if (!jutu_composite_find_orient(&box->base, error))
        return false;
    json_auto_t *encoding = take_custom_tooltip(box);
    jutu_composite_extract(&box->base, encoding);
    box->size = jutu_json_truthy(size) ? size : NULL;
    box->without_size = kept(box, jutu_json_omit(box->base.rest, size_and_color));
    box->box_tooltip = kept(box,
                            jutu_composite_tooltip(&box->base, five, G_N_ELEMENTS(five), true));
    make_aggregate(box);
    return true;
}

static json_t *boxplot_run(const json_t *unit, const JutuInherited *inherited, JutuNormaliser *run,
                           GError **error)
{
    static const char *const moved[] = { "mark", "encoding", "params", "projection", NULL };
    Box box = { .base = jutu_composite_new("boxplot", unit, inherited, run) };
    JutuArena *arena = run->context->arena;
    const json_t *extent = json_object_get(box.base.mark, "extent");
    if (!jutu_json_given(extent))
        extent = json_object_get(box.base.parts, "extent");
    box.min_max = !json_is_number(extent);
    box.extent = extent ? jutu_to_text(jutu_value_from_json(extent, arena), arena) : "";
    if (box.min_max && strcmp(box.extent, "min-max") != 0)
        return jutu_normalise_fail(run, extent, error,
                                   "the extent of a boxplot is a number or \"min-max\"");
    if (!init_box(&box, error))
        return NULL;

    json_t *outer = jutu_json_omit(unit, moved), *boxes = json_array();
    json_t *transform = bins_and_time_units(&box);
    json_array_append(transform, box.aggregate);
    if (box.min_max) {
        json_t *all = jutu_json_extend(json_array(), json_object_get(outer, "transform"));
        jutu_json_put_new(outer, "transform", jutu_json_extend(all, transform));
        json_decref(transform);
        json_decref(boxes);
        boxes = whisker_layers(&box);
        append_boxes(&box, boxes);
        return jutu_json_put_new(outer, "layer", boxes);
    }
    append_boxes(&box, boxes);
    return jutu_json_put_new(outer, "layer",
                             json_pack("[o, {s:o, s:o}]", whiskers_and_outliers(&box), "transform",
                                       transform, "layer", boxes));
}

const JutuUnitRewrite jutu_rewrite_boxplot = { boxplot_applies, boxplot_run };
