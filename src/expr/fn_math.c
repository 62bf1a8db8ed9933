/* Functions of numbers. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "expr/eval.h"

/* Halves go up, and -0.5 to -0. */
static double round_up(double x)
{
    double below = floor(x);
    return copysign(x - below >= 0.5 ? below + 1 : below, x);
}

static JutuValue is_nan(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)eval;
    JutuValue value = jutu_arg(args, n, 0);
    return jutu_boolean(value.type == JUTU_NUMBER && isnan(value.number));
}

static JutuValue is_finite(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)eval;
    JutuValue value = jutu_arg(args, n, 0);
    return jutu_boolean(value.type == JUTU_NUMBER && isfinite(value.number));
}

static JutuValue arc_tangent(JutuEval *eval, const JutuValue *args, size_t n)
{
    double y = jutu_eval_number(eval, jutu_arg(args, n, 0));
    return jutu_number(atan2(y, jutu_eval_number(eval, jutu_arg(args, n, 1))));
}

/* JavaScript's power differs from C's where the base is 1 or -1. */
static JutuValue power(JutuEval *eval, const JutuValue *args, size_t n)
{
    double x = jutu_eval_number(eval, jutu_arg(args, n, 0));
    double y = jutu_eval_number(eval, jutu_arg(args, n, 1));
    if (isnan(y) || (fabs(x) == 1 && isinf(y)))
        return jutu_number(NAN);
    return jutu_number(pow(x, y));
}

static JutuValue hypotenuse(JutuEval *eval, const JutuValue *args, size_t n)
{
    double length = 0;
    bool infinite = false;
    for (size_t i = 0; i < n; i++) {
        double side = jutu_eval_number(eval, args[i]);
        infinite |= isinf(side) != 0;
        length = hypot(length, side);
    }
    return jutu_number(infinite ? INFINITY : length);
}

/* -0 is below 0, and NaN wins. */
static double larger(double a, double b)
{
    if (isnan(a) || isnan(b))
        return NAN;
    if (a == b)
        return signbit(a) ? b : a;
    return a > b ? a : b;
}

static double smaller(double a, double b)
{
    return -larger(-a, -b);
}

static JutuValue maximum(JutuEval *eval, const JutuValue *args, size_t n)
{
    double most = -INFINITY;
    for (size_t i = 0; i < n; i++)
        most = larger(most, jutu_eval_number(eval, args[i]));
    return jutu_number(most);
}

static JutuValue minimum(JutuEval *eval, const JutuValue *args, size_t n)
{
    double least = INFINITY;
    for (size_t i = 0; i < n; i++)
        least = smaller(least, jutu_eval_number(eval, args[i]));
    return jutu_number(least);
}

static JutuValue clamp(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)n;
    double value = jutu_eval_number(eval, args[0]);
    double low = jutu_eval_number(eval, args[1]), high = jutu_eval_number(eval, args[2]);
    return jutu_number(larger(low, smaller(high, value)));
}

/* The text of an argument without the white space that it begins with. */
static const char *trimmed(JutuEval *eval, JutuValue value)
{
    if (value.type == JUTU_NUMBER) /* however it was written */
        value = jutu_number(value.number);
    JutuValue text = jutu_eval_string(eval, value);
    const char *at = text.string, *end = at + text.length;
    for (size_t size; at < end; at += size)
        if (!jutu_utf16_is_space(jutu_utf16_next(at, (size_t)(end - at), &size)))
            break;
    return at;
}

static JutuValue parse_float(JutuEval *eval, const JutuValue *args, size_t n)
{
    return jutu_number(jutu_number_parse_prefix(trimmed(eval, jutu_arg(args, n, 0))));
}

static int digit_of(char c)
{
    return g_ascii_isdigit(c) ? c - '0' : g_ascii_isalpha(c) ? g_ascii_tolower(c) - 'a' + 10 : 99;
}

/* The digits at `at`, to the right precision if they are decimal. */
static double read_digits(JutuEval *eval, const char *at, int radix)
{
    size_t length = 0;
    double number = 0;
    while (digit_of(at[length]) < radix)
        number = number * radix + digit_of(at[length++]);
    if (length == 0)
        return NAN;
    if (radix != 10)
        return number;
    char *digits = jutu_new(eval->arena, char, length + 1);
    memcpy(digits, at, length);
    return jutu_number_parse(digits, length);
}

static JutuValue parse_int(JutuEval *eval, const JutuValue *args, size_t n)
{
    const char *at = trimmed(eval, jutu_arg(args, n, 0));
    double wanted = jutu_eval_number(eval, jutu_arg(args, n, 1));
    double wrapped = isfinite(wanted) ? fmod(trunc(wanted), 4294967296.0) : 0;
    int radix = fabs(wrapped) > 36 ? 99 : (int)wrapped;
    bool negative = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    if ((radix == 0 || radix == 16) && at[0] == '0' && (at[1] == 'x' || at[1] == 'X')) {
        at += 2;
        radix = 16;
    }
    radix = radix == 0 ? 10 : radix;
    if (radix < 2 || radix > 36)
        return jutu_number(NAN);
    double number = read_digits(eval, at, radix);
    return jutu_number(negative ? -number : number);
}

const JutuFunction jutu_functions_math[] = {
    { "isNaN", "isNaN(value): whether it is the number NaN.", 0, JUTU_ANY, .fn = is_nan },
    { "isFinite", "isFinite(value): whether it is a finite number.", 0, JUTU_ANY, .fn = is_finite },
    { "abs", "abs(x): without its sign.", 0, JUTU_ANY, .math = fabs },
    { "acos", "acos(x): arc cosine.", 0, JUTU_ANY, .math = acos },
    { "asin", "asin(x): arc sine.", 0, JUTU_ANY, .math = asin },
    { "atan", "atan(x): arc tangent.", 0, JUTU_ANY, .math = atan },
    { "atan2", "atan2(y, x): the angle of a point.", 0, JUTU_ANY, .fn = arc_tangent },
    { "ceil", "ceil(x): the next whole number upwards.", 0, JUTU_ANY, .math = ceil },
    { "cos", "cos(x): cosine.", 0, JUTU_ANY, .math = cos },
    { "exp", "exp(x): e to the power of x.", 0, JUTU_ANY, .math = exp },
    { "floor", "floor(x): the next whole number downwards.", 0, JUTU_ANY, .math = floor },
    { "hypot", "hypot(x, y, …): the root of the sum of squares.", 0, JUTU_ANY, .fn = hypotenuse },
    { "log", "log(x): natural logarithm.", 0, JUTU_ANY, .math = log },
    { "max", "max(x, …): the largest.", 0, JUTU_ANY, .fn = maximum },
    { "min", "min(x, …): the smallest.", 0, JUTU_ANY, .fn = minimum },
    { "pow", "pow(x, y): x to the power of y.", 0, JUTU_ANY, .fn = power },
    { "round", "round(x): the nearest whole number, halves go up.", 0, JUTU_ANY, .math = round_up },
    { "sin", "sin(x): sine.", 0, JUTU_ANY, .math = sin },
    { "sqrt", "sqrt(x): square root.", 0, JUTU_ANY, .math = sqrt },
    { "tan", "tan(x): tangent.", 0, JUTU_ANY, .math = tan },
    { "clamp", "clamp(x, low, high): kept between two limits.", 3, 3, .fn = clamp },
    { "parseFloat", "parseFloat(text): the number that it begins with.", 0, JUTU_ANY,
      .fn = parse_float },
    { "parseInt", "parseInt(text, radix): the whole number that it begins with.", 0, JUTU_ANY,
      .fn = parse_int },
    { 0 },
};
