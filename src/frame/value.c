/* Values of expressions in a frame: its sizes, its bins and its scales. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"

/* The host of an expression: the view that it is evaluated in. */
typedef struct {
    const JutuFrame *frame;
    const JutuView *view;
} Self;

const JutuView *jutu_view_unit_with(const JutuView *view, JutuChannel channel)
{
    if (view->kind == JUTU_VIEW_UNIT)
        return jutu_field_or_datum_def(view->encoding.defs[channel]) ? view : NULL;
    const JutuView *found = NULL;
    for (size_t c = 0; c < view->n_children && !found; c++)
        found = jutu_view_unit_with(view->children[c], channel);
    return found;
}

static JutuValue bins_value(const Self *self, JutuChannel channel)
{
    static const char *const names[] = { "start", "stop", "step" };
    JutuArena *arena = self->frame->chart->arena;
    const JutuView *unit = jutu_view_unit_with(self->view, channel);
    const JutuChannelDef *def = unit ? jutu_field_def(unit->encoding.defs[channel]) : NULL;
    if (!def || def->binning != JUTU_BIN)
        return jutu_undefined();
    JutuBins bins = jutu_frame_bins(self->frame, unit, channel);
    double numbers[] = { bins.start, bins.stop, bins.step };
    JutuValue *values = jutu_new(arena, JutuValue, 3);
    for (size_t i = 0; i < 3; i++)
        values[i] = jutu_number(numbers[i]);
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    *object = (JutuObject){ 3, names, values };
    return jutu_object_value(object);
}

JutuChannel jutu_bins_channel(const char *name)
{
    if (!g_str_has_suffix(name, "_bins"))
        return JUTU_NO_CHANNEL;
    g_autofree char *channel = g_strndup(name, strlen(name) - strlen("_bins"));
    return jutu_channel_find(channel);
}

static bool host_signal(void *data, const char *name, JutuValue *out, GError **error)
{
    const Self *self = data;
    static const char *const sizes[][2] = { { "width", "child_width" },
                                            { "height", "child_height" } };
    for (int i = 0; i < 2; i++) {
        if (strcmp(name, sizes[i][0]) == 0 || strcmp(name, sizes[i][1]) == 0) {
            *out = jutu_number(jutu_frame_size(self->frame, i));
            return true;
        }
    }
    JutuChannel binned = jutu_bins_channel(name);
    if (binned != JUTU_NO_CHANNEL) {
        *out = bins_value(self, binned);
        return true;
    }
    const JutuExprHost *chart = self->frame->scope->host;
    return chart && chart->signal && chart->signal(chart->self, name, out, error);
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
    const JutuFrameScale *entry = jutu_frame_find(
        self->frame, jutu_plan_scale(self->frame->plan, self->view, channel));
    if (!entry || !entry->planned->type->discrete)
        return false;
    *out = entry->domain ? jutu_array(entry->domain, entry->n_domain) : jutu_undefined();
    return true;
}

static bool host_call(void *data, const char *function, const JutuValue *args, size_t n,
                      JutuContext *context, JutuValue *out)
{
    const Self *self = data;
    const JutuExprHost *chart = self->frame->scope->host;
    if (chart && chart->call && chart->call(chart->self, function, args, n, context, out))
        return true;
    if (n == 0 || args[0].type != JUTU_STRING)
        return false;
    JutuChannel channel = jutu_channel_find(args[0].string);
    if (channel == JUTU_NO_CHANNEL)
        return false;
    if (strcmp(function, "domain") == 0 && early_domain(self, channel, out))
        return true;
    const JutuScale *scale = jutu_frame_scale(self->frame, self->view, channel);
    if (scale)
        *out = call_scale(scale, function, args, n, context->arena);
    return scale != NULL;
}

JutuExprHost *jutu_frame_host(const JutuFrame *frame, const JutuView *view)
{
    Self *self = jutu_new(frame->chart->arena, Self, 1);
    *self = (Self){ frame, view };
    JutuExprHost *host = jutu_new(frame->chart->arena, JutuExprHost, 1);
    *host = (JutuExprHost){ host_call, host_signal, self };
    return host;
}

JutuScope jutu_frame_scope(const JutuFrame *frame, const JutuView *view)
{
    return (JutuScope){ .context = frame->chart->context,
                        .params = frame->scope->params,
                        .host = jutu_frame_host(frame, view) };
}

static JutuValue value_of(const JutuFrame *frame, const JutuView *view, const json_t *json,
                          GError **error)
{
    const JutuChart *chart = frame->chart;
    bool evaluated = jutu_json_string(json, "expr", NULL) || jutu_json_string(json, "signal", NULL);
    if (evaluated) {
        JutuScope scope = jutu_frame_scope(frame, view);
        return jutu_json_value(json, &scope, jutu_pointer_of(chart->source, json, chart->arena),
                               error);
    }
    if (!json_is_array(json))
        return json ? jutu_value_from_json(json, chart->arena) : jutu_undefined();
    size_t n = json_array_size(json);
    JutuValue *items = jutu_new(chart->arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        items[i] = jutu_frame_value(frame, view, json_array_get(json, i), error);
    return jutu_array(items, n);
}

JutuValue jutu_frame_value(const JutuFrame *frame, const JutuView *view, const json_t *json,
                           GError **error)
{
    GError *problem = NULL;
    JutuValue value = value_of(frame, view, json, &problem);
    jutu_error_keep(error, problem);
    return value;
}
