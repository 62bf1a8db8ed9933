#include "param/params.h"

#include <string.h>

#include "base/json.h"

/* A variable; late: it reads what isn't known before there are views, or draws at random. */
typedef struct {
    const char *name;
    const json_t *param;
    const JutuExpr *expr; /* NULL: a value */
    bool late;
} Param;

struct JutuParams {
    const JutuChart *chart;
    Param *params;
    size_t n;
    JutuScope scope;
};

/* == Early values == */

static void append_value(JutuObject *values, const char *name, JutuValue value)
{
    ((const char **)values->names)[values->n] = name;
    ((JutuValue *)values->values)[values->n++] = value;
}

/* Variables that wait for what they read. */
typedef struct {
    const JutuParams *params;
    const JutuScope *scope;
    GHashTable *known;   /* names that have a value */
    GHashTable *readers; /* name → GArray of the variables that wait for it */
    size_t *n_missing;   /* of each variable: how many names it waits for */
    GArray *ready;       /* of size_t: variables that wait for nothing */
} Waiting;

static bool is_known(const Waiting *waiting, const char *name)
{
    const JutuExprHost *host = waiting->scope->host;
    JutuValue value;
    return g_hash_table_contains(waiting->known, name) ||
           (host && host->signal && host->signal(host->self, name, &value, NULL));
}

static void add_waiting(Waiting *waiting, size_t i)
{
    const Param *param = &waiting->params->params[i];
    if (jutu_expr_is_impure(param->expr))
        return;
    for (const char *const *name = jutu_expr_signals(param->expr); *name; name++) {
        if (is_known(waiting, *name))
            continue;
        GArray *readers = g_hash_table_lookup(waiting->readers, *name);
        if (!readers) {
            readers = g_array_new(false, false, sizeof(size_t));
            g_hash_table_insert(waiting->readers, (char *)*name, readers);
        }
        g_array_append_val(readers, i);
        waiting->n_missing[i]++;
    }
    if (waiting->n_missing[i] == 0)
        g_array_append_val(waiting->ready, i);
}

static void make_known(Waiting *waiting, const char *name)
{
    const GArray *readers = g_hash_table_lookup(waiting->readers, name);
    if (!g_hash_table_add(waiting->known, (char *)name) || !readers)
        return;
    for (guint r = 0; r < readers->len; r++) {
        size_t reader = g_array_index(readers, size_t, r);
        if (--waiting->n_missing[reader] == 0)
            g_array_append_val(waiting->ready, reader);
    }
}

/* Adds to the scope's values those of all late variables that read nothing but what is known, or
 * what thereby becomes known; one that fails stays late.
 * @param settled  set for each of these; NULL: nobody asks */
static void settle_late(const JutuParams *params, JutuObject *values, const JutuScope *scope,
                        bool *settled)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) readers = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                                          (GDestroyNotify)g_array_unref);
    g_autofree size_t *n_missing = g_new0(size_t, params->n + 1);
    g_autoptr(GArray) ready = g_array_new(false, false, sizeof(size_t));
    Waiting waiting = { params, scope, known, readers, n_missing, ready };
    for (size_t i = 0; i < values->n; i++)
        g_hash_table_add(known, (char *)values->names[i]);
    for (size_t i = 0; i < params->n; i++) {
        if (params->params[i].late)
            add_waiting(&waiting, i);
    }
    for (guint r = 0; r < ready->len; r++) {
        size_t i = g_array_index(ready, size_t, r);
        const Param *param = &params->params[i];
        g_autoptr(GError) error = NULL;
        JutuValue value = jutu_expr_eval(param->expr, scope, &error);
        if (error)
            continue;
        append_value(values, param->name, value);
        make_known(&waiting, param->name);
        if (settled)
            settled[i] = true;
    }
}

static JutuObject *object_new(JutuArena *arena, size_t room)
{
    JutuObject *object = jutu_new(arena, JutuObject, 1);
    *object = (JutuObject){ 0, jutu_new(arena, const char *, room + 1),
                            jutu_new(arena, JutuValue, room + 1) };
    return object;
}

const JutuScope *jutu_params_with(const JutuParams *params, const JutuObject *more,
                                  const JutuExprHost *host)
{
    JutuArena *arena = params->chart->arena;
    const JutuObject *early = params->scope.params;
    JutuObject *values = object_new(arena, early->n + more->n + params->n);
    JutuScope *scope = jutu_new(arena, JutuScope, 1);
    *scope = (JutuScope){ .context = params->chart->context, .params = values, .host = host };
    for (size_t i = 0; i < early->n; i++)
        append_value(values, early->names[i], early->values[i]);
    for (size_t i = 0; i < more->n; i++)
        append_value(values, more->names[i], more->values[i]);
    settle_late(params, values, scope, NULL);
    return scope;
}

const JutuScope *jutu_params_scope(const JutuParams *params)
{
    return &params->scope;
}

/* == Reading == */

static const JutuExpr *parse_param(const JutuChart *chart, const json_t *param, const char *source,
                                   GError **error)
{
    const char *where = jutu_pointer_of(chart->source, param, chart->arena);
    const char *pointer = jutu_arena_printf(chart->arena, "%s/expr", where);
    return jutu_expr_parse(source, pointer, chart->context, error);
}

/* A variable by its expression, or a value. The selections are elsewhere. */
static bool add_param(JutuParams *params, JutuObject *values, const json_t *json, GError **error)
{
    const char *name = jutu_json_string(json, "name", NULL);
    const char *source = jutu_json_string(json, "expr", NULL);
    if (!name || json_object_get(json, "select"))
        return true;
    Param *param = &params->params[params->n++];
    *param = (Param){ .name = name, .param = json, .late = source != NULL };
    if (source) {
        param->expr = parse_param(params->chart, json, source, error);
        return param->expr != NULL;
    }
    append_value(values, name,
                 jutu_value_from_json(json_object_get(json, "value"), params->chart->arena));
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

const JutuParams *jutu_params_read(const JutuChart *chart, GError **error)
{
    JutuArena *arena = chart->arena;
    /* as written: normalising may have handed them to a layer with its selections */
    const json_t *own = json_object_get(chart->source, "params");
    const json_t *common = jutu_config(chart, "params", NULL);
    size_t n = json_array_size(own), all = n + json_array_size(common);
    JutuParams *params = jutu_new(arena, JutuParams, 1);
    JutuObject *values = object_new(arena, 2 * all);
    *params = (JutuParams){ .chart = chart, .params = jutu_new(arena, Param, all + 1) };
    for (size_t i = 0; i < all; i++) {
        const json_t *json = i < n ? json_array_get(own, i) : json_array_get(common, i - n);
        /* those of the config stand aside for the spec's of the same name */
        if (i >= n && is_named(own, jutu_json_string(json, "name", NULL)))
            continue;
        if (!add_param(params, values, json, error))
            return NULL;
    }
    params->scope = (JutuScope){ .context = chart->context, .params = values };
    bool *settled = jutu_new(arena, bool, all + 1);
    settle_late(params, values, &params->scope, settled);
    for (size_t i = 0; i < params->n; i++)
        params->params[i].late &= !settled[i];
    return params;
}

/* == Late values == */

typedef struct {
    const JutuVariables *all;
    const Param *param;
    size_t node;
} Variable;

struct JutuVariables {
    JutuAgenda *agenda;
    const JutuScope *scope;
    Variable *variables;
    size_t n;
};

static bool compute_variable(void *self, GError **error)
{
    const Variable *variable = self;
    const JutuVariables *all = variable->all;
    GError *problem = NULL;
    JutuValue value = jutu_expr_eval(variable->param->expr, all->scope, &problem);
    /* in a circle that a variable breaks by not reacting, it has no value */
    if (!problem && !jutu_agenda_is_broken(all->agenda, variable->node))
        jutu_agenda_set(all->agenda, variable->param->name, value);
    if (problem)
        g_propagate_error(error, problem);
    return !problem;
}

JutuVariables *jutu_params_add(const JutuParams *params, JutuAgenda *agenda, const JutuScope *scope)
{
    JutuArena *arena = params->chart->arena;
    JutuVariables *variables = jutu_new(arena, JutuVariables, 1);
    *variables = (JutuVariables){ agenda, scope, jutu_new(arena, Variable, params->n + 1), 0 };
    for (size_t i = 0; i < params->n; i++) {
        const Param *param = &params->params[i];
        if (!param->late)
            continue;
        Variable *variable = &variables->variables[variables->n++];
        JutuAgendaNode node = { .name = param->name,
                                .where = param->param,
                                .open = !jutu_json_bool(param->param, "react", true),
                                .compute = compute_variable,
                                .self = variable };
        *variable = (Variable){ variables, param, jutu_agenda_add(agenda, &node) };
        jutu_agenda_name(agenda, param->name, variable->node);
    }
    return variables;
}

void jutu_variables_link(const JutuVariables *variables)
{
    for (size_t i = 0; i < variables->n; i++)
        jutu_agenda_reads_names(variables->agenda, variables->variables[i].node,
                                variables->variables[i].param->expr);
}

void jutu_variables_run(const JutuVariables *variables)
{
    for (size_t i = 0; i < variables->n; i++) {
        g_autoptr(GError) kept = NULL;
        jutu_agenda_run(variables->agenda, variables->variables[i].node, &kept);
    }
}
