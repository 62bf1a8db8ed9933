/* Functions that a view answers: scales, data sets, selections. Without one they are as Vega has
 * them for a name that it doesn't know. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/fieldpath.h"
#include "base/tick.h"
#include "expr/eval.h"

static bool ask_host(JutuEval *eval, const char *function, const JutuValue *args, size_t n,
                     JutuValue *out)
{
    const JutuExprHost *host = eval->scope->host;
    return host && host->call && host->call(host->self, function, args, n, eval->context, out);
}

#define ASK(ask_it, fallback) \
    static JutuValue ask_it(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        JutuValue value; \
        return ask_host(eval, eval->called->name, args, n, &value) ? value : (fallback); \
    }

ASK(ask, jutu_undefined())
ASK(ask_list, jutu_array(NULL, 0))
ASK(ask_number, jutu_number(0))
ASK(ask_object, jutu_object_value(jutu_new(eval->arena, JutuObject, 1)))
ASK(ask_or_fail, jutu_eval_fail(eval, "%s() finds no such scale or data", eval->called->name))

static JutuValue band_space(JutuEval *eval, const JutuValue *args, size_t n)
{
    double numbers[3] = { 0 };
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        JutuValue value = jutu_arg(args, n, i);
        numbers[i] = jutu_truthy(value) ? jutu_eval_number(eval, value) : 0;
    }
    /* a count that isn't one, negative or a text, still takes a step, as in Vega */
    bool odd = numbers[0] <= 0 && jutu_truthy(jutu_arg(args, n, 0));
    double space = numbers[0] - numbers[1] + numbers[2] * 2;
    return jutu_number(odd ? (space > 0 ? space : 1)
                           : jutu_band_space(numbers[0], numbers[1], numbers[2]));
}

/* warn(), info() and debug() give back their last argument. */
static JutuValue last(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)eval;
    return n > 0 ? args[n - 1] : jutu_undefined();
}

/* The size of a window where there is none. */
static JutuValue no_size(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)args, (void)n;
    JutuValue *items = jutu_eval_items(eval, 2);
    return items ? jutu_array(items, 2) : jutu_undefined();
}

/* == Selections == */

static JutuValue follow_field(JutuEval *eval, JutuValue value, JutuValue field)
{
    const char *name = jutu_eval_string(eval, field).string;
    g_autoptr(GError) broken = NULL;
    const char *const *path = jutu_fieldpath_split(name, eval->arena, &broken);
    for (size_t i = 0; path && path[i]; i++)
        value = jutu_eval_named(eval, value, path[i]);
    return value;
}

/* A field of the datum, or of the current row where that is NULL: not made an object for it. */
static JutuValue read_field(JutuEval *eval, const JutuValue *datum, JutuValue field)
{
    const char *name = jutu_eval_string(eval, field).string;
    const JutuTable *table = eval->scope->table;
    bool simple = !strpbrk(name, ".[]\\'\"");
    if (!datum && table && simple) {
        const JutuColumn *column = jutu_table_find(table, name);
        return column ? column->cells[eval->row] : jutu_undefined();
    }
    JutuValue object = datum ? *datum : jutu_eval_datum(eval);
    return simple ? jutu_eval_named(eval, object, name) : follow_field(eval, object, field);
}

/* Dates as their milliseconds. */
static JutuValue plain(JutuValue value)
{
    return value.type == JUTU_DATE ? jutu_number(value.number) : value;
}

static bool includes(JutuValue array, JutuValue value)
{
    for (size_t i = 0; array.type == JUTU_ARRAY && i < array.length; i++)
        if (jutu_equal_strict(plain(array.items[i]), value))
            return true;
    return false;
}

static bool lies_within(JutuValue value, JutuValue range, bool with_low, bool with_high)
{
    if (range.type != JUTU_ARRAY || range.length == 0)
        return false;
    JutuValue low = range.items[0], high = range.items[range.length - 1];
    if (jutu_less(high, low) == 1) {
        JutuValue swap = low;
        low = high;
        high = swap;
    }
    return (with_low ? jutu_less(value, low) == 0 : jutu_less(low, value) == 1) &&
           (with_high ? jutu_less(high, value) == 0 : jutu_less(value, high) == 1);
}

/* A test of a value against a field of a selection's entry; a row below for each type of field. */
typedef bool (*FieldTest)(JutuValue value, JutuValue wanted);

static bool is_enumerated(JutuValue value, JutuValue wanted)
{
    return wanted.type == JUTU_ARRAY ? includes(wanted, value)
                                     : jutu_equal_strict(value, plain(wanted));
}

static bool is_within(JutuValue value, JutuValue wanted)
{
    return lies_within(value, wanted, true, true);
}

static bool is_within_left(JutuValue value, JutuValue wanted)
{
    return lies_within(value, wanted, true, false);
}

static bool is_within_right(JutuValue value, JutuValue wanted)
{
    return lies_within(value, wanted, false, true);
}

static bool is_inside(JutuValue value, JutuValue wanted)
{
    return lies_within(value, wanted, false, false);
}

static bool is_below(JutuValue value, JutuValue wanted)
{
    return jutu_less(value, wanted) != 0;
}

static bool is_at_most(JutuValue value, JutuValue wanted)
{
    return jutu_less(wanted, value) != 1;
}

static bool is_above(JutuValue value, JutuValue wanted)
{
    return jutu_less(wanted, value) != 0;
}

static bool is_at_least(JutuValue value, JutuValue wanted)
{
    return jutu_less(value, wanted) != 1;
}

static bool is_valid(JutuValue value, JutuValue wanted)
{
    (void)wanted;
    return value.type != JUTU_NULL && !isnan(jutu_to_number(value));
}

static const struct {
    const char *type;
    FieldTest test;
} field_tests[] = {
    { "E", is_enumerated },      { "R", is_within },         { "R-E", is_inside },
    { "R-LE", is_within_right }, { "R-RE", is_within_left }, { "E-LT", is_below },
    { "E-LTE", is_at_most },     { "E-GT", is_above },       { "E-GTE", is_at_least },
    { "E-VALID", is_valid },     { "E-ONE", includes },
};

/* Some tests take their arguments the other way round. */
static bool passes(JutuValue value, JutuValue wanted, const char *type)
{
    for (size_t i = 0; i < G_N_ELEMENTS(field_tests); i++)
        if (strcmp(type, field_tests[i].type) == 0)
            return field_tests[i].test == includes ? includes(wanted, value)
                                                   : field_tests[i].test(value, wanted);
    return true;
}

static bool entry_holds(JutuEval *eval, const JutuValue *datum, JutuValue entry)
{
    JutuValue fields = jutu_member(entry, "fields"), values = jutu_member(entry, "values");
    if (fields.type == JUTU_UNDEFINED)
        return jutu_equal_strict(jutu_member(entry, JUTU_ROW_ID),
                                 read_field(eval, datum, jutu_string(JUTU_ROW_ID)));
    for (size_t i = 0; fields.type == JUTU_ARRAY && i < fields.length; i++) {
        JutuValue field = fields.items[i];
        JutuValue wanted = jutu_eval_member(eval, values, jutu_number((double)i));
        JutuValue one = wanted.type == JUTU_ARRAY && wanted.length > 0 ? wanted.items[0] : wanted;
        JutuValue value = read_field(eval, datum, jutu_member(field, "field"));
        value = plain(jutu_eval_beside(eval, value, one));
        const char *type = jutu_eval_string(eval, jutu_member(field, "type")).string;
        if (eval->failed || !passes(value, plain(wanted), type))
            return false;
    }
    return !eval->failed;
}

/* The entries of a selection's data set; none if there is no such set. */
static JutuValue entries_of(JutuEval *eval, JutuValue name, bool *known)
{
    JutuValue entries = jutu_undefined();
    *known = ask_host(eval, "data", &name, 1, &entries);
    return *known && entries.type == JUTU_ARRAY ? entries : jutu_array(NULL, 0);
}

static bool same_unit(JutuValue a, JutuValue b)
{
    return jutu_equal_strict(jutu_member(a, "unit"), jutu_member(b, "unit"));
}

/* Whether each unit has an entry that holds. */
static bool all_units_hold(JutuEval *eval, const JutuValue *datum, JutuValue entries)
{
    for (size_t i = 0; i < entries.length; i++) {
        bool holds = false;
        for (size_t k = 0; k < entries.length && !holds; k++)
            holds = same_unit(entries.items[i], entries.items[k]) &&
                    entry_holds(eval, datum, entries.items[k]);
        if (!holds)
            return false;
    }
    return true;
}

static bool is_selected(JutuEval *eval, const JutuValue *datum, JutuValue entries, bool intersect)
{
    if (intersect)
        return all_units_hold(eval, datum, entries);
    for (size_t i = 0; i < entries.length; i++)
        if (entry_holds(eval, datum, entries.items[i]))
            return true;
    return false;
}

static bool is_intersect(JutuValue op)
{
    return jutu_is_text(op, "intersect");
}

static JutuValue selection_test(JutuEval *eval, const JutuValue *args, size_t n)
{
    bool known;
    JutuValue entries = entries_of(eval, jutu_arg(args, n, 0), &known);
    if (entries.length == 0)
        return jutu_boolean(false);
    JutuValue datum = jutu_arg(args, n, 1);
    return jutu_boolean(is_selected(eval, &datum, entries, is_intersect(jutu_arg(args, n, 2))));
}

static JutuValue selection_id_test(JutuEval *eval, const JutuValue *args, size_t n)
{
    bool known;
    JutuValue entries = entries_of(eval, jutu_arg(args, n, 0), &known);
    JutuValue id = jutu_member(jutu_arg(args, n, 1), JUTU_ROW_ID);
    for (size_t i = 0; i < entries.length; i++)
        if (jutu_equal_strict(jutu_member(entries.items[i], JUTU_ROW_ID), id))
            return jutu_boolean(true);
    return jutu_boolean(false);
}

/* The entries of a selection by its name; nothing is left in the arena, as each row may ask. */
static JutuValue entries_of_param(JutuEval *eval, const char *name, bool *known)
{
    char store[256];
    int length = snprintf(store, sizeof(store), "%s_store", name);
    const char *whole = (size_t)length < sizeof(store)
                            ? store
                            : jutu_arena_printf(eval->arena, "%s_store", name);
    return entries_of(eval, jutu_string(whole), known);
}

bool jutu_eval_has_param(JutuEval *eval, const char *name)
{
    bool known;
    JutuValue value;
    entries_of_param(eval, name, &known);
    return known || jutu_eval_signal(eval, name, &value);
}

/* _param(name, empty): a predicate's {param, empty}. A selection that selects nothing is `empty`;
 * what isn't a selection is a variable. */
static JutuValue param(JutuEval *eval, const JutuValue *args, size_t n)
{
    bool known;
    (void)n;
    JutuValue entries = entries_of_param(eval, args[0].string, &known), value;
    if (!known && jutu_eval_signal(eval, args[0].string, &value))
        return jutu_boolean(jutu_truthy(value));
    if (entries.length == 0)
        return args[1];
    return jutu_boolean(is_selected(eval, NULL, entries, false));
}

static const char needs_pointer[] = "it needs a pointer, which paper doesn't have";
static const char changes_data[] = "it changes data, which expressions can't here";

const JutuFunction jutu_functions_view[] = {
    { "scale", "scale(name, value): where a scale puts it.", 1, JUTU_ANY, JUTU_IMPURE, .fn = ask },
    { "invert", "invert(name, position): what a scale has there.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask },
    { "domain", "domain(name): of a scale.", 1, JUTU_ANY, JUTU_IMPURE, .fn = ask_list },
    { "range", "range(name): of a scale.", 1, JUTU_ANY, JUTU_IMPURE, .fn = ask_list },
    { "bandwidth", "bandwidth(name): of a band scale.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask_number },
    { "bandspace", "bandspace(count, inner, outer): the steps that bands need.", 0, JUTU_ANY,
      .fn = band_space },
    { "copy", "copy(name): a scale.", 1, JUTU_ANY, JUTU_IMPURE, .fn = ask },
    { "gradient", "gradient(scale, p0, p1, count): of a colour scale.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask_or_fail },
    { "data", "data(name): the rows of a data set.", 1, JUTU_ANY, JUTU_IMPURE | JUTU_LITERAL,
      .fn = ask_list },
    { "indata", "indata(name, field, value): how many rows have it.", 3, JUTU_ANY,
      JUTU_IMPURE | JUTU_LITERAL, .fn = ask_or_fail },
    { "geoArea", "geoArea(projection, feature): in square pixels.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask },
    { "geoBounds", "geoBounds(projection, feature): its box.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask },
    { "geoCentroid", "geoCentroid(projection, feature): its centre.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask },
    { "geoShape", "geoShape(projection, feature): its outline.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask },
    { "geoScale", "geoScale(projection): its scale.", 1, JUTU_ANY, JUTU_IMPURE, .fn = ask },
    { "geoTranslate", "geoTranslate(projection): its offset.", 1, JUTU_ANY, JUTU_IMPURE,
      .fn = ask },
    { "pathShape", "pathShape(path): an outline.", 1, JUTU_ANY, JUTU_IMPURE, .fn = last },
    { "treePath", "treePath(name, source, target): the nodes between.", 1, JUTU_ANY,
      JUTU_IMPURE | JUTU_LITERAL, .fn = ask },
    { "treeAncestors", "treeAncestors(name, node): the nodes above.", 1, JUTU_ANY,
      JUTU_IMPURE | JUTU_LITERAL, .fn = ask },
    { "vlSelectionTest", "vlSelectionTest(name, datum, op): whether it is selected.", 2, JUTU_ANY,
      JUTU_IMPURE | JUTU_LITERAL, .fn = selection_test },
    { "vlSelectionIdTest", "vlSelectionIdTest(name, datum, op): whether it is selected.", 2,
      JUTU_ANY, JUTU_IMPURE | JUTU_LITERAL, .fn = selection_id_test },
    { "vlSelectionResolve", "vlSelectionResolve(name, op): what is selected.", 1, JUTU_ANY,
      JUTU_IMPURE | JUTU_LITERAL, .fn = ask_object },
    { "_param", "_param(name, empty): whether a parameter holds.", 2, 2,
      JUTU_IMPURE | JUTU_INTERNAL, .fn = param },
    { "warn", "warn(…): its last argument.", 0, JUTU_ANY, JUTU_IMPURE, .fn = last },
    { "info", "info(…): its last argument.", 0, JUTU_ANY, JUTU_IMPURE, .fn = last },
    { "debug", "debug(…): its last argument.", 0, JUTU_ANY, JUTU_IMPURE, .fn = last },
    { "containerSize", "containerSize(): of a page, which there isn't.", 0, JUTU_ANY,
      .fn = no_size },
    { "windowSize", "windowSize(): of a window, which there isn't.", 0, JUTU_ANY, .fn = no_size },
    { "screen", "screen(): a screen, which there isn't.", 0, JUTU_ANY, JUTU_IMPURE,
      .fn = ask_object },
    { .name = "view", .doc = needs_pointer },
    { .name = "item", .doc = needs_pointer },
    { .name = "group", .doc = needs_pointer },
    { .name = "xy", .doc = needs_pointer },
    { .name = "x", .doc = needs_pointer },
    { .name = "y", .doc = needs_pointer },
    { .name = "inScope", .doc = needs_pointer },
    { .name = "intersect", .doc = needs_pointer },
    { .name = "pinchDistance", .doc = needs_pointer },
    { .name = "pinchAngle", .doc = needs_pointer },
    { .name = "lassoAppend", .doc = needs_pointer },
    { .name = "lassoPath", .doc = needs_pointer },
    { .name = "intersectLasso", .doc = needs_pointer },
    { .name = "vlSelectionTuples", .doc = needs_pointer },
    { .name = "encode", .doc = changes_data },
    { .name = "modify", .doc = changes_data },
    { .name = "setdata", .doc = changes_data },
    { 0 },
};
