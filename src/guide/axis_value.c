/* Values of an axis' properties: constants, expressions, and conditions for each tick. */
#include <math.h>
#include <string.h>

#include "base/interval.h"
#include "base/json.h"
#include "base/rewrite.h"
#include "frame/frame.h"
#include "guide/axis.h"

static const json_t *vega_config(const JutuChart *chart, JutuSide side, bool banded)
{
    static const char *const sides[] = { "axisTop", "axisBottom", "axisLeft", "axisRight" };
    const json_t *config = chart->vega_config;
    json_t *merged = jutu_json_spread(json_object_get(config, "axis"));
    jutu_json_assign(merged, json_object_get(config, jutu_is_horizontal(side) ? "axisX" : "axisY"));
    jutu_json_assign(merged, json_object_get(config, sides[side]));
    if (banded)
        jutu_json_assign(merged, json_object_get(config, "axisBand"));
    return jutu_json_own(chart->arena, merged);
}

void jutu_axis_reader_init(JutuAxisReader *reader, const JutuAxisComponent *component,
                           const JutuFrame *frame, const JutuScale *scale)
{
    const JutuChart *chart = frame->chart;
    bool banded = scale->type->banded && !scale->type->thin;
    *reader = (JutuAxisReader){
        .component = component,
        .frame = frame,
        .vega = vega_config(chart, jutu_axis_side(component), banded),
        .scope = { .context = chart->context,
                   .params = frame->scope->params,
                   .host = jutu_frame_host(frame, component->unit) },
    };
}

static const char *pointer_of(const JutuAxisReader *reader, const json_t *where)
{
    const JutuChart *chart = reader->frame->chart;
    return where ? jutu_pointer_of(chart->source, where, chart->arena) : "";
}

JutuAxisValue jutu_axis_expr(JutuAxisReader *reader, const char *source, const json_t *where)
{
    JutuAxisValue value = { 0 };
    if (!reader->error)
        value.expr = jutu_expr_parse(source, pointer_of(reader, where),
                                     reader->frame->chart->context, &reader->error);
    return value;
}

/* {"expr"}, {"signal"} or a constant. */
static JutuAxisValue simple_value(JutuAxisReader *reader, const json_t *json)
{
    const char *source = jutu_json_string(json, "expr", NULL);
    if (!source)
        source = jutu_json_string(json, "signal", NULL);
    return source ? jutu_axis_expr(reader, source, json) : (JutuAxisValue){ .value = json };
}

/* What a condition or its otherwise gives: {"value"} or an expression. */
static JutuAxisValue branch_value(JutuAxisReader *reader, const json_t *json)
{
    const json_t *value = json_object_get(json, "value");
    return value ? (JutuAxisValue){ .value = value } : simple_value(reader, json);
}

static JutuAxisValue conditional_value(JutuAxisReader *reader, const json_t *json)
{
    JutuArena *arena = reader->frame->chart->arena;
    const json_t *condition = json_object_get(json, "condition");
    size_t n = json_is_array(condition) ? json_array_size(condition) : 1;
    JutuAxisValue value = branch_value(reader, json);
    if (!value.expr && !json_object_get(json, "value"))
        value.value = NULL;
    JutuAxisValue *then = jutu_new(arena, JutuAxisValue, n + 1);
    value.tests = jutu_new(arena, const JutuExpr *, n + 1);
    value.then = then;
    for (size_t i = 0; i < n && !reader->error; i++) {
        const json_t *one = json_is_array(condition) ? json_array_get(condition, i) : condition;
        const json_t *test = json_object_get(one, "test");
        value.tests[i] = jutu_predicate_parse(test, pointer_of(reader, one),
                                              reader->frame->chart->context, &reader->error);
        then[i] = branch_value(reader, one);
        value.n_tests++;
    }
    return value;
}

JutuAxisValue jutu_axis_value_of(JutuAxisReader *reader, const json_t *json)
{
    if (jutu_json_truthy(json_object_get(json, "condition")))
        return conditional_value(reader, json);
    return simple_value(reader, json);
}

JutuAxisValue jutu_axis_value(JutuAxisReader *reader, const char *name)
{
    const json_t *json = jutu_bag_get(&reader->component->props, name);
    bool given = jutu_json_given(json); /* to Vega, null is as good as nothing */
    return jutu_axis_value_of(reader, given ? json : json_object_get(reader->vega, name));
}

JutuAxisValue jutu_axis_vega_value(JutuAxisReader *reader, const char *name)
{
    return jutu_axis_value_of(reader, json_object_get(reader->vega, name));
}

JutuAxisValue jutu_axis_value_or_style(JutuAxisReader *reader, const char *name, const char *style,
                                       const char *member)
{
    JutuAxisValue value = jutu_axis_value(reader, name);
    if (value.expr || value.n_tests > 0 || jutu_json_given(value.value))
        return value;
    return jutu_axis_value_of(
        reader, jutu_json_path(reader->frame->chart->vega_config, "style", style, member, NULL));
}

bool jutu_axis_has(const JutuAxisValue *value)
{
    return value->expr || value->n_tests > 0 || value->value;
}

static JutuValue eval(JutuAxisReader *reader, const JutuExpr *expr, JutuValue datum)
{
    if (reader->error)
        return jutu_undefined();
    reader->scope.datum = datum;
    return jutu_expr_eval(expr, &reader->scope, &reader->error);
}

JutuValue jutu_axis_read(JutuAxisReader *reader, const JutuAxisValue *value, JutuValue datum)
{
    for (size_t i = 0; i < value->n_tests; i++) {
        if (value->tests[i] && jutu_truthy(eval(reader, value->tests[i], datum)))
            return jutu_axis_read(reader, &value->then[i], datum);
    }
    if (value->expr)
        return eval(reader, value->expr, datum);
    if (!value->value)
        return jutu_undefined();
    return jutu_value_from_json(value->value, reader->frame->chart->arena);
}

double jutu_axis_read_number(JutuAxisReader *reader, const JutuAxisValue *value, JutuValue datum,
                             double fallback)
{
    JutuValue read = jutu_axis_read(reader, value, datum);
    double number = jutu_is_nullish(read) ? NAN : jutu_to_number(read);
    return isnan(number) ? fallback : number;
}

JutuValue jutu_axis_get(JutuAxisReader *reader, const char *name)
{
    JutuAxisValue value = jutu_axis_value(reader, name);
    return jutu_axis_read(reader, &value, jutu_undefined());
}

double jutu_axis_get_number(JutuAxisReader *reader, const char *name, double fallback)
{
    JutuAxisValue value = jutu_axis_value(reader, name);
    return jutu_axis_read_number(reader, &value, jutu_undefined(), fallback);
}

JutuValue jutu_axis_own(JutuAxisReader *reader, const char *name)
{
    JutuAxisValue value = jutu_axis_value_of(reader, jutu_bag_get(&reader->component->props, name));
    return jutu_axis_read(reader, &value, jutu_undefined());
}

double jutu_axis_own_number(JutuAxisReader *reader, const char *name, double fallback)
{
    JutuAxisValue value = jutu_axis_value_of(reader, jutu_bag_get(&reader->component->props, name));
    return jutu_axis_read_number(reader, &value, jutu_undefined(), fallback);
}

bool jutu_ticks_are_few(JutuAxisReader *reader, const JutuScale *scale, const JutuChannelDef *def,
                        size_t n)
{
    const size_t most = scale->type->discrete ? 100000 : 10000;
    static const char *const members[] = { "tickCount", "tickMinStep", "values" };
    if (n <= most || reader->error)
        return !reader->error;
    const json_t *where = NULL;
    for (size_t i = 0; !where && i < G_N_ELEMENTS(members); i++)
        where = json_object_get(def->guide, members[i]);
    jutu_error_set(&reader->error, JUTU_ERROR_SPEC, pointer_of(reader, where ? where : def->json),
                   "there would be %zu%s ticks, more than %zu: give a smaller \"tickCount\", the "
                   "\"values\" to mark, or null to leave all of it out",
                   n, n >= JUTU_RANGE_MAX ? " or more" : "", most);
    return false;
}
