/* What the numbers of a scale are: their unit, whether they are whole, or years. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "data/data.h"
#include "flow/units.h"
#include "guide/units.h"
#include "transform/aggregates.h"
#include "transform/transform.h"

/* Where a bracket at the end of a name begins; NULL: it has none. */
static const char *bracket_of(const char *name)
{
    static const char *const pairs[][2] = { { "（", "）" }, { "(", ")" }, { "［", "］" },
                                            { "[", "]" },   { "／", "" }, { "/", "" } };
    for (size_t i = 0; i < 4; i++) {
        const char *open = g_strrstr(name, pairs[i][0]);
        if (open && open > name && g_str_has_suffix(name, pairs[i][1]))
            return open;
    }
    return NULL;
}

/* What stands in the bracket. */
static const char *bracketed(const char *open, JutuArena *arena)
{
    char *inner = jutu_arena_strdup(arena, g_utf8_next_char(open));
    char *end = inner + strlen(inner);
    if (end > inner)
        *g_utf8_find_prev_char(inner, end) = '\0';
    return inner;
}

const char *jutu_unit_in_name(const char *name, JutuArena *arena)
{
    const char *open = bracket_of(name);
    const char *text = open ? bracketed(open, arena) : name;
    g_autofree char *last = g_strdup(text);
    for (size_t skip = 0; open && skip < strlen(text);) { /* （2024年，亿元） */
        const char *comma = strstr(text + skip, "，");
        if (!comma)
            break;
        g_free(last);
        skip = (size_t)(comma - text) + strlen("，");
        last = g_strdup(text + skip);
    }
    JutuUnit unit = jutu_unit_parse(last, arena);
    bool ratio = unit.kind == JUTU_UNIT_SHARE || unit.kind == JUTU_UNIT_NUMBER;
    return unit.known && !ratio ? jutu_arena_strdup(arena, last) : NULL;
}

const char *jutu_name_without_unit(const char *name, JutuArena *arena)
{
    const char *open = jutu_unit_in_name(name, arena) ? bracket_of(name) : NULL;
    if (!open)
        return name;
    char *copy = jutu_copy(arena, char, name, strlen(name) + 1);
    copy[open - name] = '\0';
    return g_strchomp(copy);
}

bool jutu_title_is_written(const JutuChart *chart, const json_t *title)
{
    return strstr(jutu_pointer_of(chart->source, title, chart->arena), "/title") != NULL;
}

static bool is_transform(const JutuTransform *transform, const char *name)
{
    return transform && strcmp(transform->name, name) == 0;
}

/* The unit that the data package gives a column, or all columns that are folded into it. */
static const char *package_unit(const JutuTables *tables, const JutuDataResource *resource,
                                const JutuView *unit, const char *field)
{
    const json_t *def;
    const JutuTransform *made = jutu_made_by(unit, field, &def);
    if (!resource || !resource->schema || (made && !is_transform(made, "fold")))
        return NULL;
    const json_t *fields = made ? json_object_get(def, "fold") : NULL;
    const char *said = NULL;
    size_t n = made ? json_array_size(fields) : 1;
    for (size_t i = 0; i < n; i++) {
        const char *name = made ? json_string_value(json_array_get(fields, i)) : field;
        const JutuSchemaField *column = name ? jutu_schema_find(resource->schema, name) : NULL;
        const char *own = !column        ? NULL
                          : column->unit ? column->unit
                                         : jutu_unit_of_rows(tables, unit, resource->schema);
        if (!own || (said && strcmp(said, own) != 0))
            return NULL;
        said = own;
    }
    return said;
}

/* Whether a function of the values has another unit than they. */
static bool changes_unit(const char *aggregate)
{
    static const char *const of_squares[] = { "variance", "variancep" };
    for (size_t i = 0; aggregate && i < G_N_ELEMENTS(of_squares); i++) {
        if (strcmp(aggregate, of_squares[i]) == 0)
            return true;
    }
    return false;
}

static bool counts(const char *aggregate)
{
    static const char *const names[] = { "count", "distinct", "valid", "missing" };
    for (size_t i = 0; aggregate && i < G_N_ELEMENTS(names); i++) {
        if (strcmp(aggregate, names[i]) == 0)
            return true;
    }
    return false;
}

/* A source's own: as jutu_numbers_of(), but for whether they are whole. */
static JutuNumbers numbers_of_def(const JutuFrame *frame, const JutuView *unit,
                                  const JutuChannelDef *def, GError **error)
{
    JutuArena *arena = frame->chart->arena;
    JutuNumbers numbers = { .field = def->field ? def->field : "", .keeps = !def->is_field };
    const json_t *made_def;
    if (!def->is_field || counts(def->aggregate)) {
        numbers.field = def->aggregate ? def->aggregate : "";
        return numbers;
    }
    const JutuTransform *made = jutu_made_by(unit, def->field, &made_def);
    numbers.keeps = is_transform(made, "calculate") || changes_unit(def->aggregate);
    const JutuDataResource *resource = jutu_tables_resource(frame->tables, unit, error);
    const char *package = package_unit(frame->tables, resource, unit, def->field);
    const char *name = made ? NULL : jutu_unit_in_name(def->field, arena);
    numbers.said = package ? package : name;
    numbers.from = package ? JUTU_UNIT_OF_PACKAGE : name ? JUTU_UNIT_OF_NAME : JUTU_UNIT_UNKNOWN;
    numbers.unit = jutu_unit_parse(numbers.said, arena);
    return numbers;
}

static bool is_year_name(const char *field)
{
    static const char *const names[] = { "年", "年份", "年度", "year" };
    for (size_t i = 0; field && i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(field, names[i]) == 0)
            return true;
    }
    return false;
}

/* Whether all numbers of a source are whole; rows without one don't count. */
static bool is_whole(const JutuFrame *frame, const JutuDomainSource *source)
{
    const JutuTable *table = source->column ? jutu_tables_unit(frame->tables, source->unit,
                                                               source->data, source->all_cells)
                                            : NULL;
    if (!table)
        return false;
    JutuField field = jutu_field_new(table, source->column, frame->chart->arena);
    bool any = false;
    for (size_t row = 0; row < table->n_rows; row++) {
        JutuValue value = jutu_field_get(&field, row);
        double number = jutu_is_nullish(value) ? NAN : jutu_to_number(value);
        if (isfinite(number) && number != floor(number))
            return false;
        any |= isfinite(number);
    }
    return any;
}

/* Whether two columns can share an axis whose unit changes. */
static bool same_unit(const JutuNumbers *a, const JutuNumbers *b)
{
    return a->unit.kind == b->unit.kind && a->unit.power == b->unit.power &&
           g_strcmp0(a->unit.base, b->unit.base) == 0;
}

JutuNumbers jutu_numbers_of(const JutuFrame *frame, const JutuScalePlan *planned, GError **error)
{
    JutuNumbers all = { .whole = true, .year = true, .keeps = planned->n_domains == 0 };
    for (size_t i = 0; i < planned->n_domains; i++) {
        const JutuDomainSource *source = &planned->domains[i];
        const JutuChannelDef *def = jutu_field_or_datum_def(
            source->unit->encoding.defs[source->channel]);
        if (!def)
            continue;
        JutuNumbers one = numbers_of_def(frame, source->unit, def, error);
        bool whole = is_whole(frame, source);
        one.whole = all.whole && whole;
        one.year = all.year && whole && is_year_name(def->field);
        one.keeps |= all.keeps;
        if (i > 0 && all.from != JUTU_UNIT_UNKNOWN) {
            one.keeps |= one.from != JUTU_UNIT_UNKNOWN && !same_unit(&all, &one);
            one.unit = all.unit;
            one.from = all.from;
            one.said = all.said;
        }
        one.field = i > 0 ? all.field : one.field;
        all = one;
    }
    return all;
}
