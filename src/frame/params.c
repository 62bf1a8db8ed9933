/* Params: what expressions read by name. */
#include <string.h>

#include "base/json.h"
#include "flow/flow.h"
#include "frame/frame.h"
#include "frame/params.h"
#include "plan/selection.h"
#include "view/asked.h"

/* A variable with an expression; evaluated when it is asked for, as it may read others, and sizes
 * and scales of the frame. */
typedef struct {
    const char *name;
    const json_t *param;
    const JutuExpr *expr;
    bool known, circular;
    const JutuFrame *frame; /* in which it was evaluated; NULL: before there was one */
    JutuValue value;
} Variable;

typedef struct {
    JutuChart *chart;
    Variable *variables;
    size_t n;
} Self;

static void fail(JutuChart *chart, GError *error)
{
    if (chart->failure)
        g_clear_error(&error);
    else
        chart->failure = error;
}

static bool read_variable(Variable *variable, const Self *self, JutuValue *out)
{
    JutuChart *chart = self->chart;
    GError *error = NULL;
    *out = jutu_undefined();
    /* in a circle one of the variables must be told not to react: it has no value */
    bool *broken = jutu_json_bool(variable->param, "react", true) ? NULL : &variable->circular;
    JutuAsked asked = { variable, 0, variable->name, variable->param, broken, NULL };
    if (!jutu_asked_begin(chart, &asked, &error)) {
        if (error)
            fail(chart, error);
        return true;
    }
    if (!variable->known || variable->frame != chart->frame) {
        const JutuFrame *frame = chart->frame;
        bool whole = frame && !frame->container;
        JutuScope scope = { .context = chart->context,
                            .params = chart->params,
                            .host = whole ? jutu_frame_host(frame, frame->model) : &chart->host };
        variable->value = jutu_expr_eval(variable->expr, &scope, &error);
        if (variable->circular)
            variable->value = jutu_undefined();
        variable->frame = frame;
        variable->known = true;
    }
    jutu_asked_end(chart, &asked);
    if (error)
        fail(chart, error);
    *out = variable->value;
    return true;
}

/* Sizes as the chart has them: those of containers are 0 in the reference. */
static bool read_size(const JutuChart *chart, const char *name, JutuValue *out)
{
    static const char *const sizes[] = { "width", "height" };
    for (int i = 0; i < 2; i++) {
        if (strcmp(name, sizes[i]) != 0)
            continue;
        const JutuSize *size = chart->root ? &chart->root->size[i] : NULL;
        bool given = size && size->kind == JUTU_SIZE_NUMBER;
        if (chart->frame)
            *out = jutu_number(chart->frame->container ? 0 : jutu_frame_size(chart->frame, i));
        else if (given)
            *out = jutu_number(size->number);
        return chart->frame || given;
    }
    return false;
}

static bool host_signal(void *data, const char *name, JutuValue *out)
{
    Self *self = data;
    for (size_t i = 0; i < self->n; i++) {
        if (strcmp(self->variables[i].name, name) == 0)
            return read_variable(&self->variables[i], self, out);
    }
    return read_size(self->chart, name, out) || jutu_flow_extent(self->chart, name, out);
}

static bool host_call(void *data, const char *function, const JutuValue *args, size_t n,
                      JutuContext *context, JutuValue *out)
{
    const Self *self = data;
    (void)context;
    return strcmp(function, "data") == 0 && n > 0 && args[0].type == JUTU_STRING &&
           jutu_selection_store(self->chart, args[0].string, out);
}

static const JutuExpr *parse(JutuChart *chart, const json_t *param, const char *source,
                             GError **error)
{
    const char *where = jutu_pointer_of(chart->source, param, chart->arena);
    const char *pointer = jutu_arena_printf(chart->arena, "%s/expr", where);
    return jutu_expr_parse(source, pointer, chart->context, error);
}

/* A variable by its expression, or a value. The selections are elsewhere. */
static bool add(Self *self, const json_t *param, const char **names, JutuValue *values,
                GError **error)
{
    JutuChart *chart = self->chart;
    JutuObject *object = (JutuObject *)chart->params;
    const char *name = jutu_json_string(param, "name", NULL);
    const char *source = jutu_json_string(param, "expr", NULL);
    if (!name || json_object_get(param, "select"))
        return true;
    if (source) {
        Variable *variable = &self->variables[self->n++];
        variable->name = name;
        variable->param = param;
        variable->expr = parse(chart, param, source, error);
        return variable->expr != NULL;
    }
    names[object->n] = name;
    values[object->n++] = jutu_value_from_json(json_object_get(param, "value"), chart->arena);
    return true;
}

static bool is_named(const json_t *params, const char *name)
{
    for (size_t i = 0; name && i < json_array_size(params); i++) {
        if (g_strcmp0(jutu_json_string(json_array_get(params, i), "name", NULL), name) == 0)
            return true;
    }
    return false;
}

/* Those of the config stand aside for the spec's of the same name. */
bool jutu_params_read(JutuChart *chart, GError **error)
{
    JutuArena *arena = chart->arena;
    /* as written: normalising may have handed them to a layer with its selections */
    const json_t *own = json_object_get(chart->source, "params");
    const json_t *common = jutu_config(chart, "params", NULL);
    size_t n = json_array_size(own), all = n + json_array_size(common);
    const char **names = jutu_new(arena, const char *, all + 1);
    JutuValue *values = jutu_new(arena, JutuValue, all + 1);
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    Self *self = jutu_new(arena, Self, 1);
    *object = (JutuObject){ 0, names, values };
    *self = (Self){ chart, jutu_new(arena, Variable, all + 1), 0 };
    chart->params = object;
    chart->host = (JutuExprHost){ host_call, host_signal, self };
    for (size_t i = 0; i < all; i++) {
        const json_t *param = i < n ? json_array_get(own, i) : json_array_get(common, i - n);
        if (i >= n && is_named(own, jutu_json_string(param, "name", NULL)))
            continue;
        if (!add(self, param, names, values, error))
            return false;
    }
    return true;
}
