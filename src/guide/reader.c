/* Values of a guide's properties: constants, expressions, and conditions for each tick. */
#include <math.h>
#include <string.h>

#include "base/interval.h"
#include "base/json.h"
#include "guide/reader.h"

JutuGuideReader jutu_guide_reader(const JutuFrame *frame, const JutuView *view, JutuBag props,
                                  const json_t *vega)
{
    return (JutuGuideReader){
        .props = props,
        .vega = vega,
        .frame = frame,
        .scope = { .context = frame->chart->context,
                   .params = frame->scope->params,
                   .host = jutu_frame_host(frame, view) },
    };
}

JutuGuideReader jutu_guide_reader_of(const JutuFrame *frame, const JutuView *view,
                                     const json_t *props, const json_t *vega)
{
    JutuBag bag = jutu_bag_new(frame->chart->arena);
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)props, name, value) {
        if (!json_is_null(value))
            json_object_set(bag.explicit_props, name, value);
    }
    return jutu_guide_reader(frame, view, bag, vega);
}

static const char *pointer_of(const JutuGuideReader *reader, const json_t *where)
{
    const JutuChart *chart = reader->frame->chart;
    return where ? jutu_pointer_of(chart->source, where, chart->arena) : "";
}

JutuGuideValue jutu_guide_expr(JutuGuideReader *reader, const char *source, const json_t *where)
{
    JutuGuideValue value = { 0 };
    if (!reader->error)
        value.expr = jutu_expr_parse(source, pointer_of(reader, where),
                                     reader->frame->chart->context, &reader->error);
    return value;
}

/* {"expr"}, {"signal"} or a constant. */
static JutuGuideValue simple_value(JutuGuideReader *reader, const json_t *json)
{
    const char *source = jutu_json_string(json, "expr", NULL);
    if (!source)
        source = jutu_json_string(json, "signal", NULL);
    return source ? jutu_guide_expr(reader, source, json) : (JutuGuideValue){ .value = json };
}

/* What a condition or its otherwise gives: {"value"} or an expression. */
static JutuGuideValue branch_value(JutuGuideReader *reader, const json_t *json)
{
    const json_t *value = json_object_get(json, "value");
    return value ? (JutuGuideValue){ .value = value } : simple_value(reader, json);
}

static JutuGuideValue conditional_value(JutuGuideReader *reader, const json_t *json)
{
    JutuArena *arena = reader->frame->chart->arena;
    const json_t *condition = json_object_get(json, "condition");
    size_t n = json_is_array(condition) ? json_array_size(condition) : 1;
    JutuGuideValue value = branch_value(reader, json);
    if (!value.expr && !json_object_get(json, "value"))
        value.value = NULL;
    JutuGuideValue *then = jutu_new(arena, JutuGuideValue, n + 1);
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

static JutuGuideValue value_of(JutuGuideReader *reader, const json_t *json)
{
    if (jutu_json_truthy(json_object_get(json, "condition")))
        return conditional_value(reader, json);
    return simple_value(reader, json);
}

JutuGuideValue jutu_guide_value(JutuGuideReader *reader, const char *name)
{
    const json_t *json = jutu_bag_get(&reader->props, name);
    bool given = jutu_json_given(json); /* to Vega, null is as good as nothing */
    return value_of(reader, given ? json : json_object_get(reader->vega, name));
}

JutuGuideValue jutu_guide_vega_value(JutuGuideReader *reader, const char *name)
{
    return value_of(reader, json_object_get(reader->vega, name));
}

JutuGuideValue jutu_guide_value_or_style(JutuGuideReader *reader, const char *name,
                                         const char *style, const char *member)
{
    JutuGuideValue value = jutu_guide_value(reader, name);
    if (value.expr || value.n_tests > 0 || jutu_json_given(value.value))
        return value;
    return value_of(
        reader, jutu_json_path(reader->frame->chart->vega_config, "style", style, member, NULL));
}

bool jutu_guide_has(const JutuGuideValue *value)
{
    return value->expr || value->n_tests > 0 || value->value;
}

static JutuValue eval(JutuGuideReader *reader, const JutuExpr *expr, JutuValue datum)
{
    if (reader->error)
        return jutu_undefined();
    reader->scope.datum = datum;
    return jutu_expr_eval(expr, &reader->scope, &reader->error);
}

JutuValue jutu_guide_read(JutuGuideReader *reader, const JutuGuideValue *value, JutuValue datum)
{
    for (size_t i = 0; i < value->n_tests; i++) {
        if (value->tests[i] && jutu_truthy(eval(reader, value->tests[i], datum)))
            return jutu_guide_read(reader, &value->then[i], datum);
    }
    if (value->expr)
        return eval(reader, value->expr, datum);
    if (!value->value)
        return jutu_undefined();
    return jutu_value_from_json(value->value, reader->frame->chart->arena);
}

double jutu_guide_read_number(JutuGuideReader *reader, const JutuGuideValue *value, JutuValue datum,
                              double fallback)
{
    JutuValue read = jutu_guide_read(reader, value, datum);
    double number = jutu_is_nullish(read) ? NAN : jutu_to_number(read);
    return isnan(number) ? fallback : number;
}

JutuValue jutu_guide_get(JutuGuideReader *reader, const char *name)
{
    JutuGuideValue value = jutu_guide_value(reader, name);
    return jutu_guide_read(reader, &value, jutu_undefined());
}

double jutu_guide_get_number(JutuGuideReader *reader, const char *name, double fallback)
{
    JutuGuideValue value = jutu_guide_value(reader, name);
    return jutu_guide_read_number(reader, &value, jutu_undefined(), fallback);
}

JutuValue jutu_guide_own(JutuGuideReader *reader, const char *name)
{
    JutuGuideValue value = value_of(reader, jutu_bag_get(&reader->props, name));
    return jutu_guide_read(reader, &value, jutu_undefined());
}

double jutu_guide_own_number(JutuGuideReader *reader, const char *name, double fallback)
{
    JutuGuideValue value = value_of(reader, jutu_bag_get(&reader->props, name));
    return jutu_guide_read_number(reader, &value, jutu_undefined(), fallback);
}

const char *jutu_guide_get_text(JutuGuideReader *reader, const char *name, const char *fallback)
{
    JutuValue value = jutu_guide_get(reader, name);
    return value.type == JUTU_STRING && *value.string ? value.string : fallback;
}

JutuGuideValue jutu_guide_encoded(JutuGuideReader *reader, const json_t *json)
{
    bool plain = !json_object_get(json, "condition") && json_object_get(json, "value");
    return value_of(reader, plain ? json_object_get(json, "value") : json);
}

bool jutu_ticks_are_few(JutuGuideReader *reader, const JutuScale *scale, const JutuChannelDef *def,
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
