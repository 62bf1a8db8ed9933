#include "base/format.h"

#include <math.h>
#include <string.h>

#include "base/digits.h"
#include "base/number.h"

static const int thousands[] = { 3, 0 };

const JutuNumberLocale jutu_number_locale_en = {
    .decimal = ".",
    .thousands = ",",
    .grouping = thousands,
    .currency = { "$", "" },
    .percent = "%",
    .minus = "−",
    .nan = "NaN",
};

enum { NO_EXPONENT = 99, MAX_SI_EXPONENT = 24 };

static const char *const si_prefixes[] = { "y", "z", "a", "f", "p", "n", "µ", "m", "",
                                           "k", "M", "G", "T", "P", "E", "Z", "Y" };

/* An SI prefix's exponent for a number of this decimal exponent: a multiple of 3. */
static int si_exponent(int exponent)
{
    int third = (int)floor(exponent / 3.0) * 3;
    return CLAMP(third, -MAX_SI_EXPONENT, MAX_SI_EXPONENT);
}

static const char *si_prefix(int exponent)
{
    return exponent == NO_EXPONENT ? "" : si_prefixes[(exponent + MAX_SI_EXPONENT) / 3];
}

/* Text of one type of format; numbers are not below 0. */
typedef struct {
    GString *text;
    int si; /* the exponent of the SI prefix, or NO_EXPONENT */
} Out;

static void put_number(Out *out, double number)
{
    char text[JUTU_NUMBER_SIZE];
    g_string_append(out->text, jutu_number_print(number, text));
}

static void put_zeros(Out *out, int n)
{
    while (n-- > 0)
        g_string_append_c(out->text, '0');
}

/* Digits with `point` of them before the point. */
static void put_digits(Out *out, const JutuDigits *digits, int point)
{
    if (point <= 0) {
        g_string_append(out->text, "0.");
        put_zeros(out, -point);
        g_string_append(out->text, digits->digits);
        return;
    }
    g_string_append_len(out->text, digits->digits, MIN(point, digits->n));
    put_zeros(out, point - digits->n);
    if (digits->n > point)
        g_string_append_printf(out->text, ".%s", digits->digits + point);
}

static void put_scientific(Out *out, const JutuDigits *digits)
{
    put_digits(out, digits, 1);
    g_string_append_printf(out->text, "e%+d", digits->exponent);
}

/* Number.prototype.toFixed() */
static void fixed(Out *out, double number, int precision)
{
    char text[JUTU_FIXED_SIZE];
    if (number >= 1e21)
        put_number(out, number);
    else
        g_string_append(out->text, jutu_digits_fixed(number, precision, text));
}

static void percent(Out *out, double number, int precision)
{
    fixed(out, number * 100, precision);
}

/* Number.prototype.toExponential() */
static void exponential(Out *out, double number, int precision)
{
    if (isinf(number)) {
        put_number(out, number);
        return;
    }
    JutuDigits digits = jutu_digits_rounded(number, precision + 1);
    put_scientific(out, &digits);
}

/* Number.prototype.toPrecision() */
static void significant(Out *out, double number, int precision)
{
    if (isinf(number)) {
        put_number(out, number);
        return;
    }
    JutuDigits digits = jutu_digits_rounded(number, precision);
    if (digits.exponent < -6 || digits.exponent >= precision)
        put_scientific(out, &digits);
    else
        put_digits(out, &digits, digits.exponent + 1);
}

/* Significant digits, but never an exponent. */
static void rounded(Out *out, double number, int precision)
{
    if (isinf(number) || number == 0) {
        put_number(out, number);
        return;
    }
    JutuDigits digits = jutu_digits_rounded(number, precision);
    put_digits(out, &digits, digits.exponent + 1);
}

static void rounded_percent(Out *out, double number, int precision)
{
    rounded(out, number * 100, precision);
}

/* 1234 is 1.234k. Below a yocto fewer digits are left, and none at all means: as many as it has. */
static void si(Out *out, double number, int precision)
{
    if (isinf(number) || number == 0) {
        significant(out, number, precision);
        return;
    }
    JutuDigits digits = jutu_digits_rounded(number, precision);
    out->si = si_exponent(digits.exponent);
    int point = digits.exponent - out->si + 1;
    if (point <= 0) {
        int left = MAX(0, precision + point - 1);
        digits = left > 0 ? jutu_digits_rounded(number, left) : jutu_digits_shortest(number);
    }
    put_digits(out, &digits, point);
}

static void whole(Out *out, double number, int precision)
{
    (void)precision;
    number = jutu_round(number);
    if (isinf(number)) {
        g_string_append(out->text, "∞");
    } else if (number >= 1e21) {
        JutuDigits digits = jutu_digits_shortest(number);
        put_digits(out, &digits, digits.exponent + 1);
    } else {
        put_number(out, number);
    }
}

/* A whole number in digits of so many bits. */
static void put_bits(Out *out, double number, int bits)
{
    number = jutu_round(number);
    if (isinf(number)) {
        put_number(out, number);
        return;
    }
    double radix = 1 << bits;
    gssize start = (gssize)out->text->len;
    do {
        g_string_insert_c(out->text, start, "0123456789abcdef"[(int)fmod(number, radix)]);
        number = floor(number / radix);
    } while (number > 0);
}

static void binary(Out *out, double number, int precision)
{
    (void)precision;
    put_bits(out, number, 1);
}

static void octal(Out *out, double number, int precision)
{
    (void)precision;
    put_bits(out, number, 3);
}

static void hexadecimal(Out *out, double number, int precision)
{
    (void)precision;
    put_bits(out, number, 4);
}

static void hexadecimal_upper(Out *out, double number, int precision)
{
    hexadecimal(out, number, precision);
    g_string_ascii_up(out->text);
}

static void plain(Out *out, double number, int precision)
{
    (void)precision;
    put_number(out, number);
}

typedef struct {
    char type;
    void (*put)(Out *out, double number, int precision);
    bool splits;      /* what follows the digits isn't grouped */
    bool significant; /* precision counts digits, not decimals */
    bool percent;
    bool whole_text;   /* the text is taken as it is: no sign, no digits */
    const char *radix; /* what "#" puts in front */
} Type;

static const Type types[] = {
    { 'g', significant, .splits = true, .significant = true },
    { 'f', fixed, .splits = true },
    { 'd', whole, .splits = true },
    { 'e', exponential, .splits = true },
    { 's', si, .splits = true, .significant = true },
    { 'r', rounded, .splits = true, .significant = true },
    { 'p', rounded_percent, .splits = true, .significant = true, .percent = true },
    { '%', percent, .splits = true, .percent = true },
    { 'c', plain, .whole_text = true },
    { 'b', binary, .radix = "0b" },
    { 'o', octal, .radix = "0o" },
    { 'x', hexadecimal, .radix = "0x" },
    { 'X', hexadecimal_upper, .radix = "0x" },
};

static const Type *find_type(char type)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (types[i].type == type)
            return &types[i];
    }
    return NULL;
}

/* Drops zeros at the end of the decimals, and the point with them: 1.20e5 is 1.2e5. */
static void trim(GString *text)
{
    gssize from = -1, to = -1;
    for (gsize i = 1; i < text->len; i++) {
        char c = text->str[i];
        if (c == '.') {
            from = to = (gssize)i;
        } else if (c == '0') {
            from = from == 0 ? (gssize)i : from;
            to = (gssize)i;
        } else if (g_ascii_isdigit(c)) {
            from = from > 0 ? 0 : from;
        } else {
            break;
        }
    }
    if (from > 0)
        g_string_erase(text, from, to + 1 - from);
}

/* As JavaScript counts. */
static int utf16_length(const char *text)
{
    int n = 0;
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        n += ((*p & 0xc0) != 0x80) + (*p >= 0xf0);
    return n;
}

/* Puts separators into digits, from the right, until the text is `width` wide; -1: to the end. */
static void group(GString *digits, const JutuNumberLocale *locale, int width)
{
    if (!locale->grouping || !locale->grouping[0] || !locale->thousands ||
        !g_str_is_ascii(digits->str))
        return;
    g_autoptr(GString) grouped = g_string_new(NULL);
    gssize left = (gssize)digits->len;
    const int *size = locale->grouping;
    for (int length = 0; left > 0;) {
        int n = *size;
        if (width >= 0 && length + n + 1 > width)
            n = MAX(1, width - length);
        gssize from = MAX(left - n, 0);
        if (length > 0)
            g_string_prepend(grouped, locale->thousands);
        g_string_prepend_len(grouped, digits->str + from, left - from);
        left = from;
        length += n + 1;
        if (width >= 0 && length > width)
            break;
        size = size[1] ? size + 1 : locale->grouping;
    }
    g_string_assign(digits, grouped->str);
}

/* The parts of a formatted number, in their order, and what fills it up. */
typedef struct {
    GString *prefix, *value, *suffix;
} Parts;

static void clear_parts(Parts *parts)
{
    g_string_free(parts->prefix, TRUE);
    g_string_free(parts->value, TRUE);
    g_string_free(parts->suffix, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, clear_parts)

/* Moves what follows the first digits into the suffix, with the locale's decimal sign. */
static void split_suffix(Parts *parts, const JutuNumberLocale *locale)
{
    size_t digits = strspn(parts->value->str, "0123456789");
    if (digits == parts->value->len)
        return;
    const char *rest = parts->value->str + digits;
    g_string_prepend(parts->suffix, *rest == '.' ? rest + 1 : rest);
    if (*rest == '.')
        g_string_prepend(parts->suffix, locale->decimal ? locale->decimal : ".");
    g_string_truncate(parts->value, digits);
}

static void put_fill(GString *out, const char *fill, int n)
{
    while (n-- > 0)
        g_string_append(out, fill);
}

/* Aligns the parts in the width and groups the digits, padding zeros included. */
static void assemble(GString *out, Parts *parts, const JutuFormatSpec *spec,
                     const JutuNumberLocale *locale)
{
    bool zero = spec->zero || (strcmp(spec->fill, "0") == 0 && spec->align == '=');
    const char *fill = zero ? "0" : *spec->fill ? spec->fill : " ";
    char align = zero ? '=' : spec->align;
    if (spec->comma && !zero)
        group(parts->value, locale, -1);
    int length = utf16_length(parts->prefix->str) + utf16_length(parts->value->str) +
                 utf16_length(parts->suffix->str);
    int padding = MAX(0, spec->width - length);
    if (spec->comma && zero) {
        int width = padding > 0 ? spec->width - utf16_length(parts->suffix->str) : -1;
        for (; padding > 0; padding--)
            g_string_prepend_c(parts->value, '0');
        group(parts->value, locale, width);
    }
    int before = align == '^' ? padding / 2 : align == '<' || align == '=' ? 0 : padding;
    int inside = align == '=' ? padding : 0;
    put_fill(out, fill, before);
    g_string_append(out, parts->prefix->str);
    put_fill(out, fill, inside);
    g_string_append_printf(out, "%s%s", parts->value->str, parts->suffix->str);
    put_fill(out, fill, padding - before - inside);
}

/* The text with the locale's digits, in the arena. */
static const char *with_numerals(const GString *text, const char *const *numerals, JutuArena *arena)
{
    if (!numerals)
        return jutu_arena_strdup(arena, text->str);
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *p = text->str; *p; p++) {
        if (g_ascii_isdigit(*p))
            g_string_append(out, numerals[*p - '0']);
        else
            g_string_append_c(out, *p);
    }
    return jutu_arena_strdup(arena, out->str);
}

/* The value's digits, and the sign before them. -0 has a sign too, but none is shown on what is
 * rounded to 0 unless all have one. */
static void put_value(Parts *parts, const Type *type, const JutuFormatSpec *spec, double value,
                      const JutuNumberLocale *locale)
{
    Out out = { parts->value, NO_EXPONENT };
    int precision = spec->precision < 0 ? 6 : spec->precision;
    precision = type->significant ? CLAMP(precision, 1, 21) : CLAMP(precision, 0, 20);
    if (isnan(value))
        g_string_append(out.text, locale->nan ? locale->nan : "NaN");
    else
        type->put(&out, fabs(value), precision);
    if (spec->trim)
        trim(out.text);

    char sign = spec->sign ? spec->sign : '-';
    bool negative = signbit(value) && !isnan(value);
    if (negative && jutu_number_parse(out.text->str, out.text->len) == 0 && sign != '+')
        negative = false;
    if (negative)
        g_string_prepend(parts->prefix, sign == '(' ? "(" : locale->minus ? locale->minus : "−");
    else if (sign == '+' || sign == ' ')
        g_string_prepend_c(parts->prefix, sign);
    g_string_prepend(parts->suffix, si_prefix(out.si));
    if (negative && sign == '(')
        g_string_append_c(parts->suffix, ')');
    if (type->splits)
        split_suffix(parts, locale);
}

/* d3.format(), with something put behind the number. */
static const char *format_number(JutuFormatSpec spec, double value, const char *unit,
                                 const JutuNumberLocale *locale, JutuArena *arena)
{
    locale = locale ? locale : &jutu_number_locale_en;
    spec.comma = spec.comma || spec.type == 'n';
    const Type *type = find_type(spec.type == 'n' ? 'g' : spec.type);
    if (!type) {
        type = &types[0];
        spec.precision = spec.precision < 0 ? 12 : spec.precision;
        spec.trim = true;
    }
    bool currency = spec.symbol == '$';
    const char *before = currency ? locale->currency[0] : spec.symbol ? type->radix : NULL;
    const char *percent = locale->percent ? locale->percent : "%";
    const char *after = currency ? locale->currency[1] : type->percent ? percent : NULL;
    g_auto(Parts) parts = { g_string_new(before), g_string_new(NULL), g_string_new(after) };
    g_string_append(parts.suffix, unit);
    if (type->whole_text) {
        char text[JUTU_NUMBER_SIZE];
        g_string_prepend(parts.suffix, jutu_number_print(value, text));
    } else {
        put_value(&parts, type, &spec, value, locale);
    }
    g_autoptr(GString) text = g_string_new(NULL);
    assemble(text, &parts, &spec, locale);
    return with_numerals(text, locale->numerals, arena);
}

const char *jutu_format_number(const JutuFormatSpec *spec, double value,
                               const JutuNumberLocale *locale, JutuArena *arena)
{
    return format_number(*spec, value, "", locale, arena);
}

/* 10^-exponent as V8's Math.pow() rounds it, off by one bit in two places: 1e300 with the prefix Y
 * shows it. */
static double si_factor(int exponent)
{
    return exponent == 21   ? 1.0000000000000001e-21
           : exponent == 24 ? 1.0000000000000001e-24
                            : pow(10, -exponent);
}

const char *jutu_format_prefix(const JutuFormatSpec *spec, double reference, double value,
                               const JutuNumberLocale *locale, JutuArena *arena)
{
    JutuFormatSpec fixed_spec = *spec;
    fixed_spec.type = 'f';
    int exponent;
    if (!jutu_digits_exponent(reference, &exponent))
        return format_number(fixed_spec, NAN, "", locale, arena);
    exponent = si_exponent(exponent);
    return format_number(fixed_spec, si_factor(exponent) * value, si_prefix(exponent), locale,
                         arena);
}
