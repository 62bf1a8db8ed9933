/* Functions of arrays and of what is like them. */
#include <math.h>
#include <string.h>

#include "base/fieldpath.h"
#include "expr/eval.h"

/* ToInteger of a position that counts from the end if it is negative; kept between 0 and n. */
static size_t position_of(JutuEval *eval, JutuValue value, size_t n, size_t fallback)
{
    if (value.type == JUTU_UNDEFINED)
        return fallback;
    double number = jutu_eval_number(eval, value);
    if (isnan(number))
        return 0;
    number = trunc(number);
    if (number < 0)
        number = fmax(0, number + (double)n);
    return number >= (double)n ? n : (size_t)number;
}

static JutuValue length(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)n;
    return jutu_eval_named(eval, args[0], "length");
}

/* The first argument if it is an array; fails otherwise, as Vega does. */
static bool need_array(JutuEval *eval, JutuValue value)
{
    if (value.type != JUTU_ARRAY)
        jutu_eval_fail(eval, "%s() needs an array", eval->called->name);
    return value.type == JUTU_ARRAY;
}

static JutuValue join(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue array = jutu_arg(args, n, 0), by = jutu_arg(args, n, 1);
    if (!need_array(eval, array))
        return jutu_undefined();
    by = by.type == JUTU_UNDEFINED ? jutu_string(",") : jutu_eval_string(eval, by);
    JutuText text = jutu_text_new(eval->arena, 32);
    for (size_t i = 0; i < array.length && !eval->failed; i++) {
        JutuValue item = array.items[i];
        item = jutu_is_nullish(item) ? jutu_string("") : jutu_eval_string(eval, item);
        size_t more = item.length + (i > 0 ? (size_t)by.length : 0);
        if (text.length + more > JUTU_MOST_TEXT_BYTES)
            jutu_eval_charge_text(eval, text.length + more);
        if (!jutu_eval_charge(eval, more + 1))
            break;
        if (i > 0)
            jutu_text_add(&text, by.string, by.length);
        jutu_text_add(&text, item.string, item.length);
    }
    return jutu_text_end(&text);
}

static char *backwards(JutuEval *eval, const char *text, size_t length)
{
    char *copy = jutu_new(eval->arena, char, length + 1);
    for (size_t i = 0; i < length; i++)
        copy[i] = text[length - 1 - i];
    return copy;
}

/* Where a text is found in another at or after code unit `from`, or last at or before it; in code
 * units, -1 if it isn't. */
static double find_text(JutuEval *eval, JutuValue text, JutuValue what, size_t from, bool last)
{
    if (what.length == 0)
        return (double)MIN(from, jutu_utf16_count(text.string, text.length));
    if (!jutu_eval_charge(eval, last ? text.length + (size_t)what.length : 16))
        return -1;
    if (jutu_utf16_is_broken(what.string, what.length)) { /* half a pair is found in a whole one */
        text = jutu_utf16_split_pairs(text, eval->arena);
        what = jutu_utf16_split_pairs(what, eval->arena);
    }
    size_t at = jutu_utf16_offset(text.string, text.length, from);
    const char *hit;
    if (!last) {
        hit = memmem(text.string + at, text.length - at, what.string, what.length);
        return hit ? (double)jutu_utf16_count(text.string, (size_t)(hit - text.string)) : -1;
    }
    size_t end = MIN(at + what.length, text.length);
    const char *in = backwards(eval, text.string, end);
    hit = memmem(in, end, backwards(eval, what.string, what.length), what.length);
    if (!hit)
        return -1;
    return (double)jutu_utf16_count(text.string, end - (size_t)(hit - in) - what.length);
}

static double find_item(JutuEval *eval, JutuValue array, JutuValue what, size_t from, bool last)
{
    for (size_t i = from; i < array.length; i += last ? (size_t)-1 : 1)
        if (jutu_equal_strict(array.items[i], jutu_eval_beside(eval, what, array.items[i])))
            return (double)i;
    return -1;
}

static JutuValue index_of(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0), what = jutu_arg(args, n, 1);
    if (in.type == JUTU_STRING) { /* from there on, never counted from the end */
        double from = jutu_eval_number(eval, jutu_arg(args, n, 2));
        size_t length16 = jutu_utf16_count(in.string, in.length);
        size_t start = !(from > 0) ? 0 : from >= (double)length16 ? length16 : (size_t)from;
        return jutu_number(find_text(eval, in, jutu_eval_string(eval, what), start, false));
    }
    if (!need_array(eval, in))
        return jutu_undefined();
    return jutu_number(
        find_item(eval, in, what, position_of(eval, jutu_arg(args, n, 2), in.length, 0), false));
}

static JutuValue last_index_of(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0), what = jutu_arg(args, n, 1);
    double from = n > 2 ? jutu_eval_number(eval, args[2]) : INFINITY;
    if (in.type == JUTU_STRING) {
        size_t most = jutu_utf16_count(in.string, in.length);
        if (!isnan(from)) /* NaN is as if it weren't there */
            most = from <= 0 ? 0 : from >= (double)most ? most : (size_t)from;
        return jutu_number(find_text(eval, in, jutu_eval_string(eval, what), most, true));
    }
    if (!need_array(eval, in))
        return jutu_undefined();
    from = isnan(from) ? 0 : trunc(from);
    from = from < 0 ? from + in.length : fmin(from, (double)in.length - 1);
    return jutu_number(from < 0 ? -1 : find_item(eval, in, what, (size_t)from, true));
}

static JutuValue slice(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0);
    if (in.type != JUTU_STRING && !need_array(eval, in))
        return jutu_undefined();
    size_t items = in.type == JUTU_STRING ? jutu_utf16_count(in.string, in.length) : in.length;
    size_t from = position_of(eval, jutu_arg(args, n, 1), items, 0);
    size_t to = position_of(eval, jutu_arg(args, n, 2), items, items);
    if (in.type == JUTU_STRING)
        return jutu_eval_slice(eval, in, from, MAX(from, to));
    return to > from ? jutu_array(in.items + from, to - from) : jutu_array(NULL, 0);
}

static JutuValue reverse(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0);
    JutuValue *items = need_array(eval, in) ? jutu_eval_items(eval, in.length) : NULL;
    for (size_t i = 0; items && i < in.length; i++)
        items[i] = in.items[in.length - 1 - i];
    return items ? jutu_array(items, in.length) : jutu_undefined();
}

static int compare(const void *a, const void *b)
{
    return jutu_compare(*(const JutuValue *)a, *(const JutuValue *)b);
}

/* Merges the sorted halves of `items` by way of `spare`. Stable, and ends for any comparison. */
static void merge_sort(JutuValue *items, JutuValue *spare, size_t n)
{
    if (n < 2)
        return;
    size_t half = n / 2, left = 0, right = half;
    merge_sort(items, spare, half);
    merge_sort(items + half, spare, n - half);
    for (size_t i = 0; i < n; i++) {
        bool take_left = right >= n || (left < half && compare(&items[left], &items[right]) <= 0);
        spare[i] = take_left ? items[left++] : items[right++];
    }
    memcpy(items, spare, n * sizeof(*items));
}

static JutuValue sort(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0);
    JutuValue *items = need_array(eval, in) ? jutu_eval_items(eval, in.length) : NULL;
    JutuValue *spare = items ? jutu_eval_items(eval, in.length) : NULL;
    if (!spare)
        return jutu_undefined();
    size_t defined = 0; /* JavaScript sorts undefined last, whatever the comparison */
    for (size_t i = 0; i < in.length; i++)
        if (in.items[i].type != JUTU_UNDEFINED)
            items[defined++] = in.items[i];
    merge_sort(items, spare, defined);
    return jutu_array(items, in.length);
}

static JutuValue peek(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0);
    JutuValue items = jutu_eval_named(eval, in, "length");
    return jutu_eval_member(eval, in, jutu_number(jutu_eval_number(eval, items) - 1));
}

static JutuValue follow_path(JutuEval *eval, JutuValue value, const char *const *path)
{
    for (size_t i = 0; path[i]; i++)
        value = jutu_eval_named(eval, value, path[i]);
    return value;
}

/* A field's parts; none for what isn't text. @return NULL with the error set */
static const char *const *read_path(JutuEval *eval, JutuValue field)
{
    static const char *const none[] = { NULL };
    if (field.type != JUTU_STRING && !jutu_is_nullish(field))
        return none;
    g_autoptr(GError) broken = NULL;
    const char *const *path = field.type == JUTU_STRING
                                  ? jutu_fieldpath_split(field.string, eval->arena, &broken)
                                  : NULL;
    if (!path)
        jutu_eval_fail(eval, "%s() needs a field, such as \"a.b\"", eval->called->name);
    return path;
}

static JutuValue pluck(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0);
    const char *const *path = read_path(eval, jutu_arg(args, n, 1));
    if (!path)
        return jutu_undefined();
    if (in.type != JUTU_ARRAY)
        return follow_path(eval, in, path);
    JutuValue *items = jutu_eval_items(eval, in.length);
    for (size_t i = 0; items && i < in.length; i++)
        items[i] = follow_path(eval, in.items[i], path);
    return items ? jutu_array(items, in.length) : jutu_undefined();
}

static bool is_missing(JutuValue value)
{
    return jutu_is_nullish(value) || (value.type == JUTU_NUMBER && isnan(value.number));
}

static JutuValue extent(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue in = jutu_arg(args, n, 0), low = jutu_undefined(), high = low;
    size_t items = in.type == JUTU_ARRAY    ? in.length
                   : in.type == JUTU_STRING ? jutu_utf16_count(in.string, in.length)
                                            : 0;
    for (size_t i = 0; i < items && !eval->failed; i++) {
        JutuValue value = jutu_eval_member(eval, in, jutu_number((double)i));
        if (is_missing(value))
            continue;
        bool first = low.type == JUTU_UNDEFINED;
        low = first || jutu_less(value, low) == 1 ? value : low;
        high = first || jutu_less(high, value) == 1 ? value : high;
    }
    JutuValue *pair = jutu_eval_items(eval, 2);
    if (!pair)
        return jutu_undefined();
    pair[0] = low;
    pair[1] = high;
    return jutu_array(pair, 2);
}

/* d3.range() */
static JutuValue sequence(JutuEval *eval, const JutuValue *args, size_t n)
{
    double start = n > 1 ? jutu_eval_number(eval, args[0]) : 0;
    double stop = jutu_eval_number(eval, jutu_arg(args, n, n > 1));
    double step = n > 2 ? jutu_eval_number(eval, args[2]) : 1;
    double count = ceil((stop - start) / step);
    if (!(count > 0) || isinf(count))
        count = 0;
    size_t items = count > JUTU_MOST_ITEMS ? JUTU_MOST_ITEMS + (size_t)1 : (size_t)count;
    JutuValue *values = jutu_eval_items(eval, items);
    for (size_t i = 0; values && i < items; i++)
        values[i] = jutu_number(start + (double)i * step);
    return values ? jutu_array(values, items) : jutu_undefined();
}

const JutuFunction jutu_functions_array[] = {
    { "length", "length(value): the items of an array, the letters of a text.", 1, JUTU_ANY,
      JUTU_ONE, .fn = length },
    { "join", "join(array, separator): the items as one text.", 0, JUTU_ANY, .fn = join },
    { "indexof", "indexof(array or text, what, from): where it is found, or -1.", 0, JUTU_ANY,
      .fn = index_of },
    { "lastindexof", "lastindexof(array or text, what, from): where it is found last, or -1.", 0,
      JUTU_ANY, .fn = last_index_of },
    { "slice", "slice(array or text, start, end): a part of it.", 0, JUTU_ANY, .fn = slice },
    { "reverse", "reverse(array): in reverse order.", 0, JUTU_ANY, .fn = reverse },
    { "sort", "sort(array): in ascending order.", 0, JUTU_ANY, .fn = sort },
    { "peek", "peek(array): the last item.", 0, JUTU_ANY, .fn = peek },
    { "pluck", "pluck(array, field): a field of each item.", 0, JUTU_ANY, .fn = pluck },
    { "extent", "extent(array): the least and the largest.", 0, JUTU_ANY, .fn = extent },
    { "sequence", "sequence(start, stop, step): numbers in steps.", 0, JUTU_ANY, .fn = sequence },
    { 0 },
};
