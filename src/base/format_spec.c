/* The text of a number format: "[[fill]align][sign][symbol][0][width][,][.precision][~][type]". */
#include <string.h>

#include "base/error.h"
#include "base/format.h"
#include "base/space.h"

enum { MAX_WIDTH = 10000, MAX_PRECISION = 1000 };

/* Bytes of the character at p if it may fill, else 0: d3 wants one UTF-16 unit, and no line end. */
static size_t fill_size(const char *p)
{
    unsigned char c = (unsigned char)*p;
    if (!c || c == '\n' || c == '\r' || c >= 0xf0 || strncmp(p, "\u2028", 3) == 0 ||
        strncmp(p, "\u2029", 3) == 0)
        return 0;
    return (size_t)(g_utf8_next_char(p) - p);
}

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

static const char *read_align(const char *p, JutuFormatSpec *out)
{
    size_t fill = fill_size(p);
    if (fill > 0 && is_one_of(p[fill], "<>=^")) {
        memcpy(out->fill, p, fill);
        p += fill;
    }
    if (is_one_of(*p, "<>=^"))
        out->align = *p++;
    return p;
}

/* Digits, up to a limit that is an error in the one place and clamped later on in the other. */
static const char *read_digits(const char *p, int limit, int *out)
{
    for (*out = 0; g_ascii_isdigit(*p); p++)
        *out = MIN(*out * 10 + (*p - '0'), limit + 1);
    return p;
}

bool jutu_format_parse(const char *text, JutuFormatSpec *out, GError **error)
{
    *out = (JutuFormatSpec){ .width = -1, .precision = -1 };
    const char *p = read_align(text, out);
    if (is_one_of(*p, "+-( "))
        out->sign = *p++;
    if (is_one_of(*p, "$#"))
        out->symbol = *p++;
    out->zero = jutu_take(&p, '0');
    if (g_ascii_isdigit(*p))
        p = read_digits(p, MAX_WIDTH, &out->width);
    out->comma = jutu_take(&p, ',');
    if (*p == '.' && g_ascii_isdigit(p[1])) {
        p = read_digits(p + 1, MAX_PRECISION, &out->precision);
        out->precision = MIN(out->precision, MAX_PRECISION);
    }
    out->trim = jutu_take(&p, '~');
    if (g_ascii_isalpha(*p) || *p == '%')
        out->type = *p++;
    if (*p) {
        jutu_error_set(error, JUTU_ERROR_SPEC, "",
                       "no number format: \"%s\"; write one such as \",.1f\"", text);
        return false;
    }
    if (out->width > MAX_WIDTH) {
        jutu_error_set(error, JUTU_ERROR_SPEC, "",
                       "the number format \"%s\" is wider than %d characters; make it narrower",
                       text, MAX_WIDTH);
        return false;
    }
    return true;
}
