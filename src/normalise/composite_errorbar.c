/* errorbar and errorband: how far values spread around their centre, as a rule or as a band. */
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "base/rewrite.h"
#include "expr/literal.h"
#include "normalise/composite.h"
#include "normalise/rawdef.h"

/* The form of the data: values, the two ends, or a value and its error. */
typedef enum { RAW, ENDS, ERROR } Input;

typedef struct {
    JutuComposite base;
    Input input;
    json_t *ops, *calculates; /* of the transform */
    JutuSummary summaries[4];
    size_t n_summaries;
    bool of_field; /* do titles in the tooltip end in "of …"? */
    json_t *transform, *tooltip;
} Error;

static bool errorbar_applies(const json_t *unit, const json_t *config)
{
    (void)config;
    return jutu_is_mark(unit, "errorbar");
}

static bool errorband_applies(const json_t *unit, const json_t *config)
{
    (void)config;
    return jutu_is_mark(unit, "errorband");
}

static bool has_channel(const Error *error, const char *channel)
{
    return jutu_rawdef_is_field_or_datum(json_object_get(error->base.encoding, channel));
}

/* The axis that has the second end or the error. False with error set if it can't be one. */
static bool take_axis(Error *this, const char *on_x, const char *on_y, GError **error)
{
    bool x = has_channel(this, on_x), y = has_channel(this, on_y);
    const char *axis = y ? "y" : "x";
    const json_t *mark = json_object_get(this->base.unit, "mark");
    if (x && y) {
        jutu_normalise_fail(this->base.run, mark, error, "%s can't have both %s and %s",
                            this->base.name, on_x, on_y);
        return false;
    }
    if (!jutu_rawdef_is_continuous(json_object_get(this->base.encoding, axis))) {
        jutu_normalise_fail(this->base.run, mark, error,
                            "%s needs a quantitative \"%s\" beside \"%s\"", this->base.name, axis,
                            y ? on_y : on_x);
        return false;
    }
    return jutu_composite_set_orient(&this->base, y, error);
}

static bool find_input(Error *this, GError **error)
{
    const json_t *mark = json_object_get(this->base.unit, "mark");
    bool ends = has_channel(this, "x2") || has_channel(this, "y2");
    bool errors = has_channel(this, "xError") || has_channel(this, "yError");
    bool seconds = has_channel(this, "xError2") || has_channel(this, "yError2");
    this->input = ends ? ENDS : errors || seconds ? ERROR : RAW;
    if (this->input == RAW)
        return jutu_composite_find_orient(&this->base, error);
    if (ends && (errors || seconds)) {
        jutu_normalise_fail(this->base.run, mark, error,
                            "%s takes either second ends (x2, y2) or errors (xError, yError)",
                            this->base.name);
        return false;
    }
    if (ends)
        return take_axis(this, "x2", "y2", error);
    if ((has_channel(this, "xError2") && !has_channel(this, "xError")) ||
        (has_channel(this, "yError2") && !has_channel(this, "yError"))) {
        jutu_normalise_fail(this->base.run, mark, error, "%s needs xError or yError for its second",
                            this->base.name);
        return false;
    }
    return take_axis(this, "xError", "yError", error);
}

static void add_summary(Error *this, const char *prefix, const char *title)
{
    this->summaries[this->n_summaries++] = (JutuSummary){ prefix, title };
}

static const char *error_column(Error *this, const char *prefix)
{
    return jutu_composite_column(&this->base, prefix);
}

static void add_calculate(Error *this, const char *expression, const char *prefix)
{
    json_array_append_new(this->calculates, json_pack("{s:s, s:s}", "calculate", expression, "as",
                                                      error_column(this, prefix)));
}

/* Centre and deviation: the ends are calculated. */
static void spread_by_deviation(Error *this, const char *center, const char *extent)
{
    JutuArena *arena = this->base.arena;
    const char *middle = jutu_composite_datum(&this->base, "center_");
    const char *deviation = jutu_composite_datum(&this->base, "extent_");
    char *title = jutu_arena_strdup(arena, center);
    *title = g_ascii_toupper(*title);

    jutu_composite_op(this->ops, extent, this->base.field, error_column(this, "extent_"));
    jutu_composite_op(this->ops, center, this->base.field, error_column(this, "center_"));
    add_calculate(this, jutu_arena_printf(arena, "%s + %s", middle, deviation), "upper_");
    add_calculate(this, jutu_arena_printf(arena, "%s - %s", middle, deviation), "lower_");
    add_summary(this, "center_", title);
    add_summary(this, "upper_", jutu_arena_printf(arena, "%s + %s", title, extent));
    add_summary(this, "lower_", jutu_arena_printf(arena, "%s - %s", title, extent));
    this->of_field = true;
}

/* Two quantiles, or the ends of a confidence interval, around their middle. */
static void spread_by_quantiles(Error *this, const char *extent)
{
    static const struct {
        const char *extent, *ops[3];
    } table[] = {
        { "ci", { "ci0", "ci1", "mean" } },
        { "", { "q1", "q3", "median" } }, /* iqr and whatever else is given */
    };
    static const char *const prefixes[] = { "lower_", "upper_", "center_" };
    static const size_t shown[] = { 1, 0, 2 };
    size_t row = strcmp(extent, table[0].extent) == 0 ? 0 : 1;

    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        jutu_composite_op(this->ops, table[row].ops[i], this->base.field,
                          error_column(this, prefixes[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        json_auto_t *def = json_pack("{s:s, s:s}", "field", this->base.field, "aggregate",
                                     table[row].ops[shown[i]]);
        add_summary(this, prefixes[shown[i]],
                    jutu_rawdef_default_title(def, this->base.config, this->base.arena));
    }
}

static void spread_raw(Error *this)
{
    const char *extent = jutu_json_string(this->base.mark, "extent", "");
    const char *center = jutu_json_string(this->base.mark, "center", "");
    const json_t *of_config = jutu_json_path(this->base.config, "errorbar", "center", NULL);
    if (!*center && *extent)
        center = strcmp(extent, "iqr") == 0 ? "median" : "mean";
    else if (!*center)
        center = json_is_string(of_config) ? json_string_value(of_config) : "";
    if (!*extent)
        extent = strcmp(center, "mean") == 0 ? "stderr" : "iqr";
    if ((strcmp(center, "median") == 0) != (strcmp(extent, "iqr") == 0))
        jutu_normalise_warn(this->base.run, json_object_get(this->base.unit, "mark"),
                            "the %s isn't usually shown with %s", center, extent);
    if (strcmp(extent, "stderr") == 0 || strcmp(extent, "stdev") == 0)
        spread_by_deviation(this, center, extent);
    else
        spread_by_quantiles(this, extent);
}

static const char *field_of(Error *this, const char *suffix)
{
    return jutu_json_string(jutu_composite_def(&this->base, suffix), "field", "");
}

static const char *error_datum(Error *this, const char *field)
{
    JutuArena *arena = this->base.arena;
    return jutu_expr_member("datum", jutu_fieldpath_flat(field, arena), arena);
}

/* An end that is a field, or the field and another: "a + b" in the tooltip as well. */
static void spread_to(Error *this, const char *prefix, const char *field, const char *sign,
                      const char *other)
{
    JutuArena *arena = this->base.arena;
    const char *value = error_datum(this, field), *title = field;
    if (other) {
        value = jutu_arena_printf(arena, "%s %s %s", value, sign, error_datum(this, other));
        title = jutu_arena_printf(arena, "%s %s %s", field, sign, other);
    }
    add_calculate(this, value, prefix);
    add_summary(this, prefix, title);
}

static void spread_given(Error *this)
{
    const char *field = this->base.field;
    if (jutu_json_truthy(json_object_get(this->base.mark, "center")) ||
        jutu_json_truthy(json_object_get(this->base.mark, "extent")))
        jutu_normalise_warn(this->base.run, json_object_get(this->base.unit, "mark"),
                            "center and extent have no effect on aggregated data");
    if (this->input == ENDS) {
        spread_to(this, "upper_", field_of(this, "2"), NULL, NULL);
        spread_to(this, "lower_", field, NULL, NULL);
    } else {
        bool both = has_channel(this, this->base.vertical ? "yError2" : "xError2");
        const char *error = field_of(this, "Error");
        add_summary(this, "", field);
        spread_to(this, "upper_", field, "+", error);
        spread_to(this, "lower_", field, both ? "+" : "-", both ? field_of(this, "Error2") : error);
    }
}

static void make_transform(Error *this)
{
    JutuComposite *base = &this->base;
    json_auto_t *nothing = json_array();
    json_t *ops = jutu_json_extend(jutu_json_extend(json_array(), base->aggregate), this->ops);
    json_t *list = jutu_json_extend(json_array(), json_object_get(base->unit, "transform"));
    jutu_json_extend(jutu_json_extend(list, base->bins), base->time_units);
    if (json_array_size(ops) > 0)
        json_array_append_new(list, json_pack("{s:O, s:O}", "aggregate", ops, "groupby",
                                              this->input == RAW ? base->groupby : nothing));
    json_decref(ops);
    this->transform = jutu_composite_keep(base, jutu_json_extend(list, this->calculates));
}

/* Everything but the parts. */
static bool init_error(Error *this, GError **error)
{
    JutuComposite *base = &this->base;
    if (!find_input(this, error))
        return false;
    this->ops = jutu_composite_keep(base, json_array());
    this->calculates = jutu_composite_keep(base, json_array());
    if (this->input == RAW)
        spread_raw(this);
    else
        spread_given(this);

    JutuArena *arena = base->arena;
    const char *const on_axis[] = {
        base->axis,
        jutu_arena_printf(arena, "%s2", base->axis),
        jutu_arena_printf(arena, "%sError", base->axis),
        jutu_arena_printf(arena, "%sError2", base->axis),
        NULL,
    };
    json_auto_t *others = jutu_json_omit(base->encoding, on_axis);
    jutu_composite_extract(base, others);
    make_transform(this);
    this->tooltip = jutu_composite_keep(
        base, jutu_composite_tooltip(base, this->summaries, this->n_summaries, this->of_field));
    return true;
}

static json_t *outer_spec(const Error *this)
{
    static const char *const moved[] = { "mark", "encoding", "params", "projection", NULL };
    return jutu_json_put(jutu_json_omit(this->base.unit, moved), "transform", this->transform);
}

static void add_part(Error *this, json_t *layers, const char *name, const json_t *mark,
                     const char *position, const char *end)
{
    JutuPart part = { .name = name,
                      .mark = mark,
                      .position = position,
                      .end = end,
                      .encoding = this->base.rest,
                      .extra = this->tooltip };
    jutu_composite_add(&this->base, layers, &part);
}

static json_t *errorbar_run(const json_t *unit, const JutuInherited *inherited, JutuNormaliser *run,
                            GError **error)
{
    Error this = { .base = jutu_composite_new("errorbar", unit, inherited, run) };
    if (!init_error(&this, error))
        return NULL;
    json_object_del(this.base.rest, "size"); /* its field has grouped; ticks have their own */
    const json_t *thickness = json_object_get(this.base.mark, "thickness");
    json_auto_t *tick = json_pack("{s:s, s:s, s:b, s:O*, s:O*}", "type", "tick", "orient",
                                  this.base.vertical ? "horizontal" : "vertical", "aria", false,
                                  "thickness", thickness, "size",
                                  json_object_get(this.base.mark, "size"));
    json_auto_t *rule = json_pack("{s:s, s:s, s:O*}", "type", "rule", "ariaRoleDescription",
                                  "errorbar", "size", thickness);
    json_auto_t *layers = json_array();
    add_part(&this, layers, "ticks", tick, "lower", NULL);
    add_part(&this, layers, "ticks", tick, "upper", NULL);
    add_part(&this, layers, "rule", rule, "lower", "upper");
    return json_array_size(layers) > 1
               ? jutu_json_put(outer_spec(&this), "layer", layers)
               : jutu_json_assign(outer_spec(&this), json_array_get(layers, 0));
}

static json_t *errorband_run(const json_t *unit, const JutuInherited *inherited,
                             JutuNormaliser *run, GError **error)
{
    static const char *const curve[] = { "interpolate", "tension" };
    Error this = { .base = jutu_composite_new("errorband", unit, inherited, run) };
    if (!init_error(&this, error))
        return NULL;
    bool two = jutu_json_has(this.base.encoding, "x") && jutu_json_has(this.base.encoding, "y");
    json_auto_t *band = json_pack("{s:s}", "type", two ? "area" : "rect");
    json_auto_t *borders = json_pack("{s:s}", "type", two ? "line" : "rule");
    bool curved = jutu_json_truthy(json_object_get(this.base.mark, "interpolate"));
    for (size_t i = 0; i < G_N_ELEMENTS(curve); i++) {
        const json_t *given = json_object_get(this.base.mark, curve[i]);
        if (jutu_json_truthy(given) && !two)
            jutu_normalise_warn(run, given, "an error band of one dimension has no %s", curve[i]);
        if (!jutu_json_truthy(given) || !two || !curved)
            continue;
        jutu_json_put(band, curve[i], given);
        jutu_json_put(borders, curve[i], given);
    }
    if (two) {
        jutu_json_put_new(band, "ariaRoleDescription", json_string("errorband"));
        jutu_json_put_new(borders, "aria", json_false());
    }
    json_t *layers = json_array();
    add_part(&this, layers, "band", band, "lower", "upper");
    add_part(&this, layers, "borders", borders, "lower", NULL);
    add_part(&this, layers, "borders", borders, "upper", NULL);
    return jutu_json_put_new(outer_spec(&this), "layer", layers);
}

const JutuUnitRewrite jutu_rewrite_errorbar = { errorbar_applies, errorbar_run };
const JutuUnitRewrite jutu_rewrite_errorband = { errorband_applies, errorband_run };
