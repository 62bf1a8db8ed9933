/* Fields that a spec reads and that no row has: a misspelt name would be an empty picture. */
#include <string.h>

#include "base/closest.h"
#include "base/json.h"
#include "data/place.h"
#include "flow/node.h"
#include "view/encoding.h"

/* Whom to tell, of which rows. */
typedef struct {
    const JutuChart *chart;
    const JutuTable *in;
    const json_t *where; /* the user's node; NULL: unknown */
    GError *error;       /* the first one */
} Search;

/* Whether some row has the field; a file without rows may have any. */
static bool has_field(const JutuTable *in, const char *path, JutuArena *arena)
{
    JutuField field = jutu_field_new(in, path, arena);
    if (!field.column)
        return in->origin ? in->origin->table->n_rows == 0 : in->n_columns == 0;
    if (field.column->absent || !field.rest)
        return !field.column->absent;
    for (size_t row = 0; row < in->n_rows; row++) {
        if (jutu_field_get(&field, row).type != JUTU_UNDEFINED)
            return true;
    }
    return false;
}

/* How a column's name is written as a field: dots and brackets would lead into it. */
static const char *written(const char *name, JutuArena *arena)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (; *name; name++) {
        if (strchr(".[]", *name))
            g_string_append(out, "\\\\");
        g_string_append_c(out, *name);
    }
    return jutu_arena_strdup(arena, out->str);
}

/* The columns of the file, else of the rows: NULL-terminated. */
static const char *const *names_of(const JutuTable *in, JutuArena *arena)
{
    const JutuTable *table = in->origin ? in->origin->table : in;
    size_t kept = 0;
    const char **names = jutu_new(arena, const char *, table->n_columns + 1);
    for (size_t i = 0; i < table->n_columns; i++) {
        if (!table->columns[i].absent)
            names[kept++] = table->columns[i].name;
    }
    names[kept] = NULL;
    return names;
}

static const char *list_of(const char *const *names, JutuArena *arena)
{
    enum { MOST = 8 };
    g_autoptr(GString) out = g_string_new(NULL);
    size_t n = 0;
    for (; names[n] && n < MOST; n++)
        g_string_append_printf(out, "%s\"%s\"", n ? ", " : "", names[n]);
    if (names[n])
        g_string_append(out, " …");
    return jutu_arena_strdup(arena, out->str);
}

static const char *complaint(const JutuTable *in, const char *path, JutuArena *arena)
{
    const char *const *names = names_of(in, arena);
    if (g_strv_contains(names, path))
        return jutu_arena_printf(arena,
                                 "the field \"%s\" leads into a column that no row has; the column "
                                 "of this name is written \"%s\"",
                                 path, written(path, arena));
    const char *near = jutu_closest(path, names);
    return jutu_arena_printf(arena, "no row has the field \"%s\"%s%s%s; there are %s", path,
                             near ? "; did you mean \"" : "", near ? written(near, arena) : "",
                             near ? "\"?" : "", list_of(names, arena));
}

/* With a theme this is an error, else a warning: the reference draws what is left. */
static void look_for(Search *search, const char *path)
{
    const JutuChart *chart = search->chart;
    JutuContext *context = chart->context;
    if (!path || strcmp(path, "*") == 0 || has_field(search->in, path, chart->arena) ||
        context->allowed[JUTU_RULE_no_field])
        return;
    const char *text = complaint(search->in, path, chart->arena);
    if (!context->edits) {
        jutu_chart_warn(chart, JUTU_RULE_no_field, search->where, "%s", text);
        return;
    }
    GError *error = NULL;
    jutu_chart_error(chart, search->where, JUTU_ERROR_DATA, &error, "%s", text);
    jutu_error_set_id(error, jutu_rules[JUTU_RULE_no_field].name);
    jutu_error_keep(&search->error, error);
}

static bool finish(Search *search, GError **error)
{
    if (search->error)
        g_propagate_error(error, search->error);
    return !search->error;
}

/* The texts at a way of members, such as "sort.field", through lists. */
static void look_at(Search *search, const json_t *json, const char *way)
{
    size_t n = strcspn(way, ".");
    if (json_is_array(json)) {
        for (size_t i = 0; i < json_array_size(json); i++)
            look_at(search, json_array_get(json, i), way);
    } else if (*way && strcmp(jutu_json_string(json, "op", ""), "count") != 0) {
        g_autofree char *name = g_strndup(way, n);
        look_at(search, json_object_get(json, name), way[n] ? way + n + 1 : way + n);
    } else if (!*way) {
        look_for(search, json_string_value(json));
    }
}

static void look_in_expr(const JutuExpr *expr, void *search)
{
    for (const char *const *name = jutu_expr_fields(expr); *name; name++)
        look_for(search, written(*name, ((Search *)search)->chart->arena));
}

static void skip_name(const char *name, void *data)
{
    (void)name, (void)data;
}

static bool mentions_datum(const char *source, void *data)
{
    (void)data;
    return strstr(source, "datum") != NULL;
}

static void look_in_exprs(Search *search, const json_t *json)
{
    JutuExprVisitor visitor = { search->chart->context, mentions_datum, skip_name, look_in_expr,
                                search };
    jutu_json_exprs(json, &visitor);
}

/* The fields of predicates: {"field": …}, within and, or, not. */
static void look_in_predicates(Search *search, const json_t *json)
{
    const char *name;
    json_t *member;
    for (size_t i = 0; i < json_array_size(json); i++)
        look_in_predicates(search, json_array_get(json, i));
    json_object_foreach ((json_t *)json, name, member) {
        if (strcmp(name, "field") == 0)
            look_for(search, json_string_value(member));
        else
            look_in_predicates(search, member);
    }
}

bool jutu_flow_transform_fields(const JutuFlowNode *node, const JutuTransform *transform,
                                const json_t *def, const JutuTable *in, GError **error)
{
    Search search = { .chart = node->view->chart, .in = in, .where = node->where };
    g_auto(GStrv) ways = g_strsplit(transform->reads ? transform->reads : "", " ", -1);
    for (char **way = ways; *way; way++)
        look_at(&search, def, *way);
    look_in_exprs(&search, def);
    look_in_predicates(&search, json_object_get(def, "filter"));
    return finish(&search, error);
}

bool jutu_flow_encoding_fields(const JutuView *view, const JutuTable *in, GError **error)
{
    Search search = { .chart = view->chart, .in = in };
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&view->encoding, &walk));) {
        search.where = def->json;
        /* a facet may stand after what aggregates for all its cells: then its own column is left */
        if (view->kind == JUTU_VIEW_FACET && def->field &&
            !has_field(in, def->field, view->chart->arena) &&
            jutu_table_find(in, def->column.value))
            continue;
        look_for(&search, def->field);
        jutu_flow_untyped(def, in, view->chart);
        look_for(&search, def->argument);
        look_for(&search, jutu_json_string(def->sort, "field", NULL));
        look_in_exprs(&search, def->condition);
    }
    return finish(&search, error);
}
