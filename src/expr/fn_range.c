/* Functions of intervals and of objects: clamping, panning, interpolation, merging. */
#include <math.h>
#include <string.h>

#include "expr/eval.h"

static double item(JutuEval *eval, JutuValue array, size_t i)
{
    return jutu_eval_number(eval, jutu_eval_member(eval, array, jutu_number((double)i)));
}

/* The first and the last of an array or text. */
static void ends(JutuEval *eval, JutuValue array, JutuValue *first, JutuValue *last)
{
    JutuValue items = jutu_eval_named(eval, array, "length");
    *first = jutu_eval_member(eval, array, jutu_number(0));
    *last = jutu_eval_member(eval, array, jutu_number(jutu_eval_number(eval, items) - 1));
}

static JutuValue pair(JutuEval *eval, double a, double b)
{
    JutuValue *items = jutu_eval_items(eval, 2);
    if (!items)
        return jutu_undefined();
    items[0] = jutu_number(a);
    items[1] = jutu_number(b);
    return jutu_array(items, 2);
}

static JutuValue span(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue array = jutu_arg(args, n, 0), first, last;
    if (!jutu_truthy(array))
        return jutu_number(0);
    ends(eval, array, &first, &last);
    double width = jutu_eval_number(eval, last) - jutu_eval_number(eval, first);
    return jutu_number(isnan(width) ? 0 : width);
}

static JutuValue lerp(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue low, high;
    ends(eval, jutu_arg(args, n, 0), &low, &high);
    double part = jutu_eval_number(eval, jutu_arg(args, n, 1));
    if (high.type == JUTU_UNDEFINED || part == 0 || isnan(part))
        return low;
    if (part == 1)
        return high;
    double from = jutu_eval_number(eval, low);
    return jutu_number(from + part * (jutu_eval_number(eval, high) - from));
}

static JutuValue interpolate(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue array = jutu_arg(args, n, 0);
    double part = jutu_eval_number(eval, jutu_arg(args, n, 1));
    if (array.type != JUTU_ARRAY || array.length == 0)
        return jutu_undefined();
    if (array.length == 1 || !(part > 0))
        return array.items[0];
    if (part >= 1)
        return array.items[array.length - 1];
    double at = part * (array.length - 1), below = floor(at), rest = at - below;
    size_t i = (size_t)below;
    if (rest == 0)
        return array.items[i];
    double from = item(eval, array, i);
    return jutu_number(from + rest * (item(eval, array, i + 1) - from));
}

static JutuValue in_range(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue value = jutu_arg(args, n, 0), low, high;
    ends(eval, jutu_arg(args, n, 1), &low, &high);
    value = jutu_eval_beside(eval, value, low);
    if (jutu_less(high, low) == 1) {
        JutuValue swap = low;
        low = high;
        high = swap;
    }
    JutuValue left = jutu_arg(args, n, 2), right = jutu_arg(args, n, 3);
    bool with_low = left.type == JUTU_UNDEFINED || jutu_truthy(left);
    bool with_high = right.type == JUTU_UNDEFINED || jutu_truthy(right);
    bool above = with_low ? jutu_less(value, low) == 0 : jutu_less(low, value) == 1;
    bool below = with_high ? jutu_less(high, value) == 0 : jutu_less(value, high) == 1;
    return jutu_boolean(above && below);
}

/* Math.max and Math.min: NaN wins. */
static double larger(double a, double b)
{
    return isnan(a) || isnan(b) ? NAN : fmax(a, b);
}

static double smaller(double a, double b)
{
    return isnan(a) || isnan(b) ? NAN : fmin(a, b);
}

static JutuValue clamp_range(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue range = jutu_arg(args, n, 0);
    double low = item(eval, range, 0), high = item(eval, range, 1);
    double least = jutu_eval_number(eval, jutu_arg(args, n, 1));
    double most = jutu_eval_number(eval, jutu_arg(args, n, 2));
    double width = high < low ? low - high : high - low;
    low = high < low ? high : low;
    if (width >= most - least)
        return pair(eval, least, most);
    low = smaller(larger(low, least), most - width);
    return pair(eval, low, low + width);
}

static JutuValue flush(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue threshold = jutu_arg(args, n, 2), first, last;
    JutuValue left = jutu_arg(args, n, 3), right = jutu_arg(args, n, 4);
    JutuValue centre = jutu_arg(args, n, 5);
    bool zero = threshold.type == JUTU_NUMBER && threshold.number == 0;
    if (!jutu_truthy(threshold) && !zero)
        return centre;
    ends(eval, jutu_arg(args, n, 0), &first, &last);
    if (last.type == JUTU_UNDEFINED)
        return centre;
    double value = jutu_eval_number(eval, jutu_arg(args, n, 1));
    double near = jutu_eval_number(eval, threshold);
    double a = jutu_eval_number(eval, first), b = jutu_eval_number(eval, last);
    double below = fabs(value - fmin(a, b)), above = fabs(fmax(a, b) - value);
    return below < above && below <= near ? left : above <= near ? right : centre;
}

/* == Panning and zooming: linear in a transformed space == */

typedef struct {
    double (*lift)(double x, double parameter), (*ground)(double x, double parameter);
} Space;

static double sign(double x)
{
    return x > 0 ? 1 : x < 0 ? -1 : x;
}

static double same_number(double x, double parameter)
{
    (void)parameter;
    return x;
}

static double lift_log(double x, double direction)
{
    return log(direction * x);
}

static double ground_log(double x, double direction)
{
    return direction * exp(x);
}

static double lift_pow(double x, double exponent)
{
    return x < 0 ? -pow(-x, exponent) : pow(x, exponent);
}

static double ground_pow(double x, double exponent)
{
    return lift_pow(x, 1 / exponent);
}

static double lift_symlog(double x, double constant)
{
    return sign(x) * log1p(fabs(x / constant));
}

static double ground_symlog(double x, double constant)
{
    return sign(x) * expm1(fabs(x)) * constant;
}

static const Space linear_space = { same_number, same_number };
static const Space log_space = { lift_log, ground_log };
static const Space pow_space = { lift_pow, ground_pow };
static const Space symlog_space = { lift_symlog, ground_symlog };

/* The ends of a domain, lifted. @return false with the error set if it is empty */
static bool lift_ends(JutuEval *eval, JutuValue domain, const Space *space, double parameter,
                      double *d0, double *d1)
{
    JutuValue first, last;
    if (!(jutu_eval_number(eval, jutu_eval_named(eval, domain, "length")) > 0)) {
        jutu_eval_fail(eval, "%s() needs a domain that isn't empty", eval->called->name);
        return false;
    }
    ends(eval, domain, &first, &last);
    *d0 = space->lift(jutu_eval_number(eval, first), parameter);
    *d1 = space->lift(jutu_eval_number(eval, last), parameter);
    return !eval->failed;
}

static JutuValue pan(JutuEval *eval, const JutuValue *args, size_t n, const Space *space,
                     double parameter)
{
    double d0, d1;
    if (!lift_ends(eval, jutu_arg(args, n, 0), space, parameter, &d0, &d1))
        return jutu_undefined();
    double shift = (d1 - d0) * jutu_eval_number(eval, jutu_arg(args, n, 1));
    return pair(eval, space->ground(d0 - shift, parameter), space->ground(d1 - shift, parameter));
}

static JutuValue zoom(JutuEval *eval, const JutuValue *args, size_t n, const Space *space,
                      double parameter)
{
    double d0, d1;
    JutuValue anchor = jutu_arg(args, n, 1);
    if (!lift_ends(eval, jutu_arg(args, n, 0), space, parameter, &d0, &d1))
        return jutu_undefined();
    double centre = jutu_is_nullish(anchor)
                        ? (d0 + d1) / 2
                        : space->lift(jutu_eval_number(eval, anchor), parameter);
    double by = jutu_eval_number(eval, jutu_arg(args, n, 2));
    return pair(eval, space->ground(centre + (d0 - centre) * by, parameter),
                space->ground(centre + (d1 - centre) * by, parameter));
}

/* A log space goes the way of the domain's sign. */
static double direction(JutuEval *eval, JutuValue domain)
{
    return sign(item(eval, domain, 0));
}

#define MOVE(name, move, space, parameter) \
    static JutuValue name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        return move(eval, args, n, &space, parameter); \
    }

MOVE(pan_linear, pan, linear_space, 0)
MOVE(pan_log, pan, log_space, direction(eval, jutu_arg(args, n, 0)))
MOVE(pan_pow, pan, pow_space, jutu_eval_number(eval, jutu_arg(args, n, 2)))
MOVE(pan_symlog, pan, symlog_space, jutu_eval_number(eval, jutu_arg(args, n, 2)))
MOVE(zoom_linear, zoom, linear_space, 0)
MOVE(zoom_log, zoom, log_space, direction(eval, jutu_arg(args, n, 0)))
MOVE(zoom_pow, zoom, pow_space, jutu_eval_number(eval, jutu_arg(args, n, 3)))
MOVE(zoom_symlog, zoom, symlog_space, jutu_eval_number(eval, jutu_arg(args, n, 3)))

/* == Objects == */

typedef struct {
    JutuEval *eval;
    GPtrArray *names;   /* of const char * */
    GArray *values;     /* of JutuValue */
    GHashTable *places; /* name → index + 1 */
} Members;

static void set_member(Members *members, const char *name, JutuValue value)
{
    size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(members->places, name));
    if (place > 0) {
        g_array_index(members->values, JutuValue, place - 1) = value;
        return;
    }
    if (!jutu_eval_charge(members->eval, sizeof(JutuValue) + sizeof(char *)))
        return;
    g_ptr_array_add(members->names, (gpointer)name);
    g_array_append_val(members->values, value);
    g_hash_table_insert(members->places, (gpointer)name, GSIZE_TO_POINTER(members->names->len));
}

/* Every member that a `for … in` visits: an array's and a text's are their items. */
static void add_members(Members *members, JutuValue from)
{
    JutuEval *eval = members->eval;
    size_t items = from.type == JUTU_ARRAY    ? from.length
                   : from.type == JUTU_STRING ? jutu_utf16_count(from.string, from.length)
                                              : 0;
    for (size_t i = 0; i < items && !eval->failed; i++)
        set_member(members, jutu_arena_printf(eval->arena, "%zu", i),
                   jutu_eval_member(eval, from, jutu_number((double)i)));
    for (size_t i = 0; from.type == JUTU_OBJECT && i < from.object->n; i++)
        set_member(members, from.object->names[i], from.object->values[i]);
}

static JutuValue merge(JutuEval *eval, const JutuValue *args, size_t n)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(JutuValue));
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    Members members = { eval, names, values, places };
    for (size_t i = 0; i < n && !eval->failed; i++)
        add_members(&members, args[i]);
    const char **copy = jutu_new(eval->arena, const char *, names->len);
    for (guint i = 0; i < names->len; i++)
        copy[i] = names->pdata[i];
    JutuObject *object = jutu_new(eval->arena, JutuObject, 1);
    *object = (JutuObject){
        .n = names->len,
        .names = copy,
        .values = jutu_eval_copy(eval->arena, values->data, values->len),
    };
    return jutu_object_value(object);
}

const JutuFunction jutu_functions_range[] = {
    { "span", "span(array): from its first to its last.", 0, JUTU_ANY, .fn = span },
    { "lerp", "lerp(array, part): between its first and last.", 0, JUTU_ANY, .fn = lerp },
    { "interpolateLinear", "interpolateLinear(array, part): between its neighbours.", 0, JUTU_ANY,
      .fn = interpolate },
    { "inrange", "inrange(value, range, left, right): whether it lies within.", 0, JUTU_ANY,
      .fn = in_range },
    { "clampRange", "clampRange(range, low, high): moved between two limits.", 0, JUTU_ANY,
      .fn = clamp_range },
    { "flush", "flush(range, value, threshold, left, right, center): by the nearer end.", 0,
      JUTU_ANY, .fn = flush },
    { "panLinear", "panLinear(domain, part): moved.", 0, JUTU_ANY, .fn = pan_linear },
    { "panLog", "panLog(domain, part): moved, as logarithms.", 0, JUTU_ANY, .fn = pan_log },
    { "panPow", "panPow(domain, part, exponent): moved, as powers.", 0, JUTU_ANY, .fn = pan_pow },
    { "panSymlog", "panSymlog(domain, part, constant): moved, as symmetric logarithms.", 0,
      JUTU_ANY, .fn = pan_symlog },
    { "zoomLinear", "zoomLinear(domain, anchor, factor): stretched.", 0, JUTU_ANY,
      .fn = zoom_linear },
    { "zoomLog", "zoomLog(domain, anchor, factor): stretched, as logarithms.", 0, JUTU_ANY,
      .fn = zoom_log },
    { "zoomPow", "zoomPow(domain, anchor, factor, exponent): stretched, as powers.", 0, JUTU_ANY,
      .fn = zoom_pow },
    { "zoomSymlog", "zoomSymlog(domain, anchor, factor, constant): as symmetric logarithms.", 0,
      JUTU_ANY, .fn = zoom_symlog },
    { "merge", "merge(object, …): all their members in one.", 0, JUTU_ANY, .fn = merge },
    { 0 },
};
