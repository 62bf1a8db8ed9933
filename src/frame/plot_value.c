/* Values of expressions in a frame: its sizes, its bins and its scales. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"

/* What an expression's host is while it is evaluated. */
typedef struct {
    const JutuFrame *frame;
    const JutuModel *model;
} Self;

const JutuModel *jutu_model_unit_with(const JutuModel *model, JutuChannel channel)
{
    if (model->kind == JUTU_MODEL_UNIT)
        return jutu_field_or_datum_def(model->encoding.defs[channel]) ? model : NULL;
    const JutuModel *found = NULL;
    for (size_t c = 0; c < model->n_children && !found; c++)
        found = jutu_model_unit_with(model->children[c], channel);
    return found;
}

static JutuValue bins_value(const Self *self, JutuChannel channel)
{
    static const char *const names[] = { "start", "stop", "step" };
    JutuArena *arena = self->frame->chart->arena;
    const JutuModel *unit = jutu_model_unit_with(self->model, channel);
    const JutuChannelDef *def = unit ? jutu_field_def(unit->encoding.defs[channel]) : NULL;
    if (!def || def->binning != JUTU_BIN)
        return jutu_undefined();
    JutuBins bins = jutu_unit_bins(unit, def, NULL);
    double numbers[] = { bins.start, bins.stop, bins.step };
    JutuValue *values = jutu_new(arena, JutuValue, 3);
    for (size_t i = 0; i < 3; i++)
        values[i] = jutu_number(numbers[i]);
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    *object = (JutuObject){ 3, names, values };
    return jutu_object_value(object);
}

static bool host_signal(void *data, const char *name, JutuValue *out)
{
    const Self *self = data;
    static const char *const sizes[][2] = { { "width", "child_width" },
                                            { "height", "child_height" } };
    for (int i = 0; i < 2; i++) {
        if (strcmp(name, sizes[i][0]) == 0 || strcmp(name, sizes[i][1]) == 0) {
            *out = jutu_number(jutu_frame_size((JutuFrame *)self->frame, i));
            return true;
        }
    }
    if (g_str_has_suffix(name, "_bins")) {
        g_autofree char *channel = g_strndup(name, strlen(name) - strlen("_bins"));
        JutuChannel found = jutu_channel_find(channel);
        if (found != JUTU_NO_CHANNEL)
            *out = bins_value(self, found);
        return found != JUTU_NO_CHANNEL;
    }
    const JutuExprHost *chart = &self->frame->chart->host;
    return chart->signal && chart->signal(chart->self, name, out);
}

static JutuValue domain_value(const JutuScale *scale)
{
    return jutu_array(scale->domain, scale->n_domain);
}

static JutuValue call_scale(const JutuScale *scale, const char *function, const JutuValue *args,
                            size_t n, JutuArena *arena)
{
    JutuValue argument = n > 1 ? args[1] : jutu_undefined();
    if (strcmp(function, "scale") == 0)
        return jutu_scale_map(scale, argument);
    if (strcmp(function, "bandwidth") == 0)
        return jutu_number(jutu_scale_bandwidth(scale));
    if (strcmp(function, "domain") == 0)
        return domain_value(scale);
    if (strcmp(function, "range") == 0)
        return jutu_array(scale->range, scale->n_range);
    if (strcmp(function, "invert") == 0 && scale->type->invert)
        return scale->type->invert(scale, jutu_to_number(argument), arena);
    return jutu_undefined();
}

/* A discrete domain is known before the scale is, as widths in steps need it. */
static bool early_domain(const Self *self, JutuChannel channel, JutuValue *out)
{
    const JutuScaleComponent *component = jutu_model_scale(self->model, channel);
    size_t n;
    if (!component || !component->type->discrete)
        return false;
    GError *error = NULL;
    const JutuValue *values = jutu_domain_values(self->frame, component, &n, &error);
    if (error && !self->frame->chart->failure)
        self->frame->chart->failure = error;
    else
        g_clear_error(&error);
    *out = values ? jutu_array(values, n) : jutu_undefined();
    return true;
}

static bool host_call(void *data, const char *function, const JutuValue *args, size_t n,
                      JutuContext *context, JutuValue *out)
{
    const Self *self = data;
    const JutuExprHost *chart = &self->frame->chart->host;
    if (chart->call && chart->call(chart->self, function, args, n, context, out))
        return true;
    if (n == 0 || args[0].type != JUTU_STRING)
        return false;
    JutuChannel channel = jutu_channel_find(args[0].string);
    if (channel == JUTU_NO_CHANNEL)
        return false;
    if (strcmp(function, "domain") == 0 && early_domain(self, channel, out))
        return true;
    const JutuScale *scale = jutu_frame_scale(self->frame, self->model, channel);
    if (scale)
        *out = call_scale(scale, function, args, n, context->arena);
    return scale != NULL;
}

JutuExprHost *jutu_frame_host(const JutuFrame *frame, const JutuModel *model)
{
    Self *self = jutu_new(frame->chart->arena, Self, 1);
    *self = (Self){ frame, model };
    JutuExprHost *host = jutu_new(frame->chart->arena, JutuExprHost, 1);
    *host = (JutuExprHost){ host_call, host_signal, self };
    return host;
}

static JutuValue expr_value(const JutuFrame *frame, const JutuModel *model, const char *source,
                            const json_t *json)
{
    JutuChart *chart = frame->chart;
    JutuScope scope = { .context = chart->context,
                        .params = chart->params,
                        .host = jutu_frame_host(frame, model) };
    GError *error = NULL;
    const JutuExpr *expr = jutu_expr_parse(
        source, jutu_pointer_of(chart->source, json, chart->arena), chart->context, &error);
    JutuValue value = expr ? jutu_expr_eval(expr, &scope, &error) : jutu_undefined();
    if (error && !chart->failure)
        chart->failure = error;
    else
        g_clear_error(&error);
    return value;
}

JutuValue jutu_frame_value(const JutuFrame *frame, const JutuModel *model, const json_t *json)
{
    JutuArena *arena = frame->chart->arena;
    const char *source = jutu_json_string(json, "expr", NULL);
    if (!source)
        source = jutu_json_string(json, "signal", NULL);
    if (source)
        return expr_value(frame, model, source, json);
    if (!json)
        return jutu_undefined();
    if (!json_is_array(json))
        return jutu_value_from_json(json, arena);
    size_t n = json_array_size(json);
    JutuValue *items = jutu_new(arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        items[i] = jutu_frame_value(frame, model, json_array_get(json, i));
    return jutu_array(items, n);
}
