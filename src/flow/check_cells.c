/* What channels can't read in the cells of their fields: said before such cells vanish. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/written.h"
#include "data/place.h"
#include "data/typed_hint.h"
#include "flow/node.h"
#include "transform/aggregates.h"
#include "transform/parse.h"
#include "view/encoding.h"

/* A field of a channel, and the rows that it is read from. */
typedef struct {
    JutuContext *context;
    const JutuTable *table;
    const char *name;    /* of the field */
    const char *pointer; /* of the data, or of the definition where they are of no file */
    JutuField field;
    bool wants_date, typed;
} Look;

/* Cells of which there is the same to say. */
typedef struct {
    const char *hint, *text; /* that of the first */
    size_t rows[JUTU_MOST_ALIKE];
    size_t n;
} Group;

static void look_at(Look *look, const char *field, bool wants_date)
{
    look->field = jutu_field_new(look->table, field, look->context->arena);
    look->name = look->field.rest ? field : look->field.first;
    look->wants_date = wants_date;
}

/* What is written in a cell that is no value of the kind wanted; NULL: it is one, or nothing. */
static const char *unread_text(const Look *look, JutuValue value)
{
    JutuArena *arena = look->context->arena;
    const char *text = jutu_written_text(value, arena);
    bool counts = jutu_is_numeric(value) && !isnan(value.number);
    if (value.type == JUTU_STRING && value.length > 0)
        return look->wants_date || isnan(jutu_to_number(value)) ? value.string : NULL;
    if (!counts)
        return text;
    if (!text || jutu_is_written(value)) /* a duration is read, but as what has to be said */
        return text && !look->wants_date && strchr(text, ':') ? text : NULL;
    return text;
}

static const char *hint_of(const Look *look, JutuValue value, const char *text)
{
    JutuArena *arena = look->context->arena;
    if (jutu_is_written(value) && jutu_is_numeric(value))
        return jutu_arena_printf(arena, "a duration, shown as %.10g seconds", value.number);
    return jutu_typed_hint(text, look->wants_date, look->typed, arena);
}

static Group *group_of(GArray *groups, const char *hint, const char *text)
{
    for (guint i = 0; i < groups->len; i++) {
        Group *group = &g_array_index(groups, Group, i);
        size_t kind = strcspn(hint, ",0123456789"); /* the rest is about one cell */
        if (strncmp(group->hint, hint, kind + 1) == 0 || strcmp(group->hint, hint) == 0)
            return group;
    }
    Group group = { .hint = hint, .text = text };
    g_array_append_val(groups, group);
    return &g_array_index(groups, Group, groups->len - 1);
}

/* "f.csv:3:2", or the number of a row that has no line. */
static void add_place(const Look *look, size_t row, GString *out)
{
    JutuPlace place = jutu_table_place(look->table, row, look->name);
    if (place.line > 0)
        g_string_append_printf(out, "%s:%zu:%zu", place.file, place.line, place.column);
    else
        g_string_append_printf(out, "row %zu", row + 1);
}

static void warn_of_group(const Look *look, const Group *group)
{
    g_autoptr(GString) places = g_string_new(NULL);
    for (size_t i = 0; i < MIN(group->n, G_N_ELEMENTS(group->rows)); i++) {
        g_string_append(places, i > 0 ? ", " : "");
        add_place(look, group->rows[i], places);
    }
    jutu_warn_at(look->context, JUTU_RULE_unread_cells,
                 jutu_table_place(look->table, group->rows[0], look->name), look->pointer,
                 "%s is \"%s\", %s (%zu %s: %s%s)", look->name, group->text, group->hint, group->n,
                 group->n == 1 ? "cell" : "cells", places->str,
                 group->n > G_N_ELEMENTS(group->rows) ? ", …" : "");
}

static void check_numbers(const Look *look)
{
    g_autoptr(GArray) groups = g_array_new(false, false, sizeof(Group));
    for (size_t row = 0; row < look->table->n_rows; row++) {
        JutuValue value = jutu_field_get(&look->field, row);
        if (value.type == JUTU_NUMBER && value.length <= JUTU_WRITTEN_SHOWN)
            continue; /* most are plain */
        const char *text = unread_text(look, value);
        const char *hint = text ? hint_of(look, value, text) : NULL;
        if (!hint)
            continue;
        Group *group = group_of(groups, hint, text);
        if (group->n < G_N_ELEMENTS(group->rows))
            group->rows[group->n] = row;
        group->n++;
    }
    for (guint i = 0; i < groups->len; i++)
        warn_of_group(look, &g_array_index(groups, Group, i));
}

/* == Names == */

/* Two spellings of what looks like one name. */
static void warn_of_names(const Look *look, size_t first, size_t second)
{
    JutuArena *arena = look->context->arena;
    g_autoptr(GString) other = g_string_new(NULL);
    add_place(look, second, other);
    jutu_warn_at(look->context, JUTU_RULE_look_alikes,
                 jutu_table_place(look->table, first, look->name), look->pointer,
                 "%s has \"%s\" and \"%s\" (%s), which differ only by white space or width and are "
                 "two names",
                 look->name, jutu_to_text(jutu_field_get(&look->field, first), arena),
                 jutu_to_text(jutu_field_get(&look->field, second), arena), other->str);
}

static void check_names(const Look *look)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t row = 0; row < look->table->n_rows; row++) {
        JutuValue value = jutu_field_get(&look->field, row);
        if (value.type != JUTU_STRING || !g_hash_table_add(seen, (gpointer)value.string))
            continue;
        char *likeness = jutu_cell_likeness(value.string);
        gpointer other;
        if (g_hash_table_lookup_extended(first, likeness, NULL, &other)) {
            warn_of_names(look, GPOINTER_TO_SIZE(other), row);
            g_free(likeness);
        } else {
            g_hash_table_insert(first, likeness, GSIZE_TO_POINTER(row));
        }
    }
}

/* == Units == */

/* The rows that a unit's encoding is read from: after the transforms of the spec, before its own.
 */
static const JutuFlowNode *rows_of(const JutuTables *tables, const JutuView *unit)
{
    const JutuFlowNode *node = jutu_flow_node_of(tables->flow, unit, JUTU_DATA_MAIN, false);
    while (node && node->parent &&
           (node->facet || node->kind == JUTU_FLOW_OUTPUT || node->kind == JUTU_FLOW_FILTER ||
            node->kind == JUTU_FLOW_INDEX || node->kind == JUTU_FLOW_FACET ||
            (node->kind == JUTU_FLOW_TRANSFORMS && !node->where)))
        node = node->parent;
    return node;
}

static const char *pointer_of(const JutuFlowNode *node, const JutuView *unit)
{
    const JutuChart *chart = unit->chart;
    while (node->parent)
        node = node->parent;
    return jutu_pointer_of(chart->source, node->where, chart->arena);
}

/* The fields that a transform computes with, in the rows that it is given. */
static void check_transform(const Look *unit, const JutuFlowNode *node, const JutuTable *in)
{
    const JutuParsed parsed = { .typed = true };
    for (size_t i = 0; i < json_array_size(node->def); i++) {
        const json_t *def = json_array_get(node->def, i);
        const JutuTransform *transform = jutu_transform_find(def);
        json_auto_t *needs = transform ? jutu_parse_implied(transform, def, &parsed) : NULL;
        const char *field;
        json_t *type;
        json_object_foreach (needs, field, type) {
            Look look = *unit;
            look.table = in;
            look_at(&look, field, strcmp(json_string_value(type), "date") == 0);
            if (look.field.column && strcmp(json_string_value(type), "string") != 0)
                check_numbers(&look);
        }
    }
}

static void check_transforms(const JutuTables *tables, const Look *unit, const JutuFlowNode *node)
{
    for (; node && node->parent; node = node->parent) {
        const JutuTable *in = jutu_flow_table(tables, node->parent);
        if (node->kind == JUTU_FLOW_TRANSFORMS && node->where && in)
            check_transform(unit, node, in);
    }
}

static void check_field(const Look *unit, const JutuChannelDef *def)
{
    Look look = *unit;
    bool counts = def->aggregate && jutu_aggregate_counts(def->aggregate);
    look_at(&look, def->field, jutu_def_is_time_format(def));
    if (!look.field.column)
        return;
    if (look.wants_date || (def->type == JUTU_QUANTITATIVE && !counts && !def->argument))
        check_numbers(&look);
    else if (def->type == JUTU_NOMINAL || def->type == JUTU_ORDINAL)
        check_names(&look);
}

static void check_unit(const JutuTables *tables, const JutuView *unit)
{
    const JutuFlowNode *node = rows_of(tables, unit);
    JutuContext *context = unit->chart->context;
    Look look = {
        .context = context,
        .table = node ? jutu_flow_table(tables, node) : NULL,
        .typed = jutu_rule_acts(context, JUTU_RULE_typed_cells),
    };
    if (!look.table)
        return;
    look.pointer = pointer_of(node, unit);
    check_transforms(tables, &look, node);
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(&unit->encoding, &walk));) {
        if (def->field)
            check_field(&look, def);
    }
}

static void check_view(const JutuTables *tables, const JutuView *view)
{
    if (view->kind == JUTU_VIEW_UNIT || view->kind == JUTU_VIEW_FACET)
        check_unit(tables, view);
    for (size_t i = 0; i < view->n_children; i++)
        check_view(tables, view->children[i]);
}

void jutu_flow_check_cells(const JutuTables *tables)
{
    check_view(tables, tables->flow->plan->root);
}
