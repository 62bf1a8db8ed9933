/* Functions that ask for a value's type, or convert it. */
#include <math.h>
#include <string.h>

#include "base/time.h"
#include "base/written.h"
#include "data/typed_date.h"
#include "expr/eval.h"

/* A function that tells something of its first argument. */
#define TEST(name, condition) \
    static JutuValue name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        (void)eval; \
        JutuValue value = jutu_arg(args, n, 0); \
        return jutu_boolean(condition); \
    }

TEST(is_array, value.type == JUTU_ARRAY)
TEST(is_boolean, value.type == JUTU_BOOLEAN)
TEST(is_date, value.type == JUTU_DATE)
TEST(is_defined, value.type != JUTU_UNDEFINED)
TEST(is_number, value.type == JUTU_NUMBER)
TEST(is_object, value.type == JUTU_DATE || value.type >= JUTU_ARRAY)
TEST(is_regexp, value.type == JUTU_REGEXP)
TEST(is_string, value.type == JUTU_STRING)
TEST(is_tuple, value.type == JUTU_OBJECT && value.object == jutu_eval_datum(eval).object)
TEST(is_valid, !jutu_is_nullish(value) && !(value.type == JUTU_NUMBER && isnan(value.number)))

static JutuValue to_boolean(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)eval;
    JutuValue value = jutu_arg(args, n, 0);
    if (jutu_is_blank(value))
        return jutu_null();
    if (value.type == JUTU_STRING)
        return jutu_boolean(strcmp(value.string, "false") != 0 && strcmp(value.string, "0") != 0);
    return jutu_boolean(jutu_truthy(value));
}

static JutuValue to_number(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue value = jutu_arg(args, n, 0);
    return jutu_is_blank(value) ? jutu_null() : jutu_number(jutu_eval_number(eval, value));
}

static JutuValue to_text(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue value = jutu_arg(args, n, 0);
    return jutu_is_blank(value) ? jutu_null() : jutu_eval_string(eval, value);
}

static JutuValue to_date(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue value = jutu_arg(args, n, 0);
    if (jutu_is_blank(value))
        return jutu_null();
    if (value.type == JUTU_NUMBER && jutu_is_written(value))
        return jutu_number(
            jutu_typed_date_parse(jutu_to_text(value, eval->arena), eval->context->zone));
    if (jutu_is_numeric(value))
        return value;
    return jutu_number(jutu_date_parse(jutu_eval_string(eval, value).string, eval->context->zone));
}

const JutuFunction jutu_functions_type[] = {
    { "isArray", "isArray(value): whether it is an array.", 0, JUTU_ANY, .fn = is_array },
    { "isBoolean", "isBoolean(value): whether it is true or false.", 0, JUTU_ANY,
      .fn = is_boolean },
    { "isDate", "isDate(value): whether it is a date.", 0, JUTU_ANY, .fn = is_date },
    { "isDefined", "isDefined(value): whether it isn't undefined.", 0, JUTU_ANY, .fn = is_defined },
    { "isNumber", "isNumber(value): whether it is a number, NaN included.", 0, JUTU_ANY,
      .fn = is_number },
    { "isObject", "isObject(value): whether it is an object, array or date.", 0, JUTU_ANY,
      .fn = is_object },
    { "isRegExp", "isRegExp(value): whether it is a regular expression.", 0, JUTU_ANY,
      .fn = is_regexp },
    { "isString", "isString(value): whether it is text.", 0, JUTU_ANY, .fn = is_string },
    { "isTuple", "isTuple(value): whether it is a row of data.", 0, JUTU_ANY, JUTU_IMPURE,
      .fn = is_tuple },
    { "isValid", "isValid(value): whether it is neither null, undefined nor NaN.", 0, JUTU_ANY,
      .fn = is_valid },
    { "toBoolean", "toBoolean(value): as a boolean; empty text is null.", 0, JUTU_ANY,
      .fn = to_boolean },
    { "toDate", "toDate(value): as milliseconds since 1970; empty text is null.", 0, JUTU_ANY,
      .fn = to_date },
    { "toNumber", "toNumber(value): as a number; empty text is null.", 0, JUTU_ANY,
      .fn = to_number },
    { "toString", "toString(value): as text; empty text is null.", 0, JUTU_ANY, .fn = to_text },
    { 0 },
};
