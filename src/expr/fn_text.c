/* Functions of text. */
#include <math.h>
#include <string.h>

#include "expr/eval.h"

/* ToInteger, kept between 0 and n: what substring makes of its positions. */
static size_t position_of(double number, size_t n)
{
    return !(number > 0) ? 0 : number >= (double)n ? n : (size_t)number;
}

/* GLib's capitals of a whole text depend on the locale; those of one character beyond ASCII don't,
 * and ß becomes SS there. */
static void add_upper(JutuText *out, uint32_t c)
{
    char bytes[8];
    if (c >= 0x80 && g_unichar_islower(c)) {
        g_autofree char *capitals = g_utf8_strup(bytes, g_unichar_to_utf8(c, bytes));
        jutu_text_add(out, capitals, strlen(capitals));
    } else {
        jutu_text_add_unichar(out, g_unichar_toupper(c));
    }
}

/* Whether the nearest character that isn't an accent, from `at` on in steps of 1 or -1, is a
 * letter. */
static bool letter_beyond(JutuValue text, const char *at, int step)
{
    const char *end = text.string + text.length;
    while (step > 0 ? at < end : at > text.string) {
        if (step < 0)
            at = g_utf8_prev_char(at);
        uint32_t c = g_utf8_get_char(at);
        if (!g_unichar_ismark(c))
            return g_unichar_isalpha(c);
        if (step > 0)
            at = g_utf8_next_char(at);
    }
    return false;
}

static void add_lower(JutuText *out, JutuValue text, const char *at, size_t size, uint32_t c)
{
    if (c == 0x3A3) /* a sigma that ends a word */
        jutu_text_add_unichar(
            out, letter_beyond(text, at, -1) && !letter_beyond(text, at + size, 1) ? 0x3C2 : 0x3C3);
    else if (c == 0x130) /* an I with a dot */
        jutu_text_add(out, "i\xCC\x87", 3);
    else
        jutu_text_add_unichar(out, g_unichar_tolower(c));
}

static JutuValue change_case(JutuEval *eval, JutuValue value, bool up)
{
    JutuValue text = jutu_eval_string(eval, value);
    if (!jutu_eval_charge_text(eval, text.length))
        return jutu_undefined();
    JutuText out = jutu_text_new(eval->arena, text.length);
    for (size_t at = 0, size; at < text.length; at += size) {
        uint32_t c = jutu_utf16_next(text.string + at, text.length - at, &size);
        if (up)
            add_upper(&out, c);
        else
            add_lower(&out, text, text.string + at, size, c);
    }
    return jutu_text_end(&out);
}

static JutuValue upper(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)n;
    return change_case(eval, args[0], true);
}

static JutuValue lower(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)n;
    return change_case(eval, args[0], false);
}

static JutuValue trim(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)n;
    JutuValue text = jutu_eval_string(eval, args[0]);
    size_t from = 0, to = 0, size;
    for (size_t at = 0; at < text.length; at += size) {
        bool space = jutu_utf16_is_space(
            jutu_utf16_next(text.string + at, text.length - at, &size));
        if (space && to == 0)
            from = at + size;
        else if (!space)
            to = at + size;
    }
    to = MAX(to, from);
    if (!jutu_eval_charge_text(eval, to - from))
        return jutu_undefined();
    char *copy = jutu_new(eval->arena, char, to - from + 1);
    memcpy(copy, text.string + from, to - from);
    return jutu_string_n(copy, to - from);
}

static JutuValue substring(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue text = jutu_eval_string(eval, args[0]), end = jutu_arg(args, n, 2);
    size_t length = jutu_utf16_count(text.string, text.length);
    size_t from = position_of(jutu_eval_number(eval, jutu_arg(args, n, 1)), length);
    size_t to = end.type == JUTU_UNDEFINED ? length
                                           : position_of(jutu_eval_number(eval, end), length);
    return jutu_eval_slice(eval, text, MIN(from, to), MAX(from, to));
}

/* vega-util's repeat(): as often as a counter from `times` down stays above 0. */
static void add_repeated(JutuText *out, JutuValue text, double times)
{
    for (double i = 0; i < times; i++)
        jutu_text_add(out, text.string, text.length);
}

static JutuValue pad(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue fill = jutu_arg(args, n, 2), align = jutu_arg(args, n, 3);
    JutuValue text = jutu_eval_string(eval, jutu_arg(args, n, 0));
    double missing = jutu_eval_number(eval, jutu_arg(args, n, 1)) -
                     (double)jutu_utf16_count(text.string, text.length);
    fill = jutu_truthy(fill) ? jutu_eval_string(eval, fill) : jutu_string(" ");
    if (missing <= 0)
        return text;
    /* repeat() counts down in whole steps: 2.5 are two, and NaN is none */
    double after = isnan(missing) ? 0 : missing, before = 0;
    if (jutu_is_text(align, "left")) {
        before = floor(after);
        after = 0;
    } else if (jutu_is_text(align, "center")) {
        before = trunc(after / 2);
        after = ceil(after / 2);
    }
    after = floor(after);
    double bytes = (before + after) * fill.length + text.length;
    if (!jutu_eval_charge_text(
            eval, bytes <= JUTU_MOST_TEXT_BYTES ? (size_t)bytes : JUTU_MOST_TEXT_BYTES + (size_t)1))
        return jutu_undefined();
    JutuText out = jutu_text_new(eval->arena, (size_t)bytes);
    add_repeated(&out, fill, before);
    jutu_text_add(&out, text.string, text.length);
    add_repeated(&out, fill, after);
    return jutu_text_end(&out);
}

static void add_text(JutuText *out, JutuValue text)
{
    if (text.type == JUTU_STRING)
        jutu_text_add(out, text.string, text.length);
}

static JutuValue truncate_text(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue text = jutu_eval_string(eval, jutu_arg(args, n, 0));
    JutuValue align = jutu_arg(args, n, 2), mark = jutu_arg(args, n, 3);
    mark = jutu_is_nullish(mark) ? jutu_string("…") : jutu_eval_string(eval, mark);
    double limit = jutu_eval_number(eval, jutu_arg(args, n, 1));
    size_t length = jutu_utf16_count(text.string, text.length);
    if ((double)length <= limit)
        return text;
    double kept = fmax(0, limit - (double)jutu_utf16_count(mark.string, mark.length));
    double right = 0; /* of what is kept, behind the mark */
    size_t left = position_of(kept, length);
    if (jutu_is_text(align, "left")) {
        left = 0;
        right = kept;
    } else if (jutu_is_text(align, "center")) {
        left = position_of(ceil(kept / 2), length);
        right = trunc(kept / 2);
    }
    if (!jutu_eval_charge_text(eval, text.length + (size_t)mark.length))
        return jutu_undefined();
    JutuText out = jutu_text_new(eval->arena, text.length + (size_t)mark.length);
    add_text(&out, jutu_eval_slice(eval, text, 0, left));
    add_text(&out, mark);
    if (right > 0)
        add_text(&out,
                 jutu_eval_slice(eval, text, position_of((double)length - right, length), length));
    return jutu_text_end(&out);
}

/* A text as Latin-1 bytes. @return false if a character is beyond */
static bool to_latin1(JutuValue text, GByteArray *bytes)
{
    for (size_t at = 0, size; at < text.length; at += size) {
        uint32_t c = jutu_utf16_next(text.string + at, text.length - at, &size);
        if (c > 0xFF)
            return false;
        g_byte_array_append(bytes, &(guint8){ (guint8)c }, 1);
    }
    return true;
}

static JutuValue encode_base64(JutuEval *eval, const JutuValue *args, size_t n)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    JutuValue text = jutu_eval_string(eval, jutu_arg(args, n, 0));
    if (n == 0)
        return jutu_eval_fail(eval, "btoa() needs an argument");
    if (!jutu_eval_charge_text(eval, (size_t)text.length * 2))
        return jutu_undefined();
    if (!to_latin1(text, bytes))
        return jutu_eval_fail(eval, "btoa() can encode characters up to U+00FF only");
    g_autofree char *encoded = g_base64_encode(bytes->data, bytes->len);
    return jutu_string(jutu_arena_strdup(eval->arena, encoded));
}

static int base64_digit(uint32_t c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c > 0 && c < 0x80 ? strchr(digits, (int)c) : NULL;
    return at ? (int)(at - digits) : -1;
}

static JutuValue decode_base64(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue text = jutu_eval_string(eval, jutu_arg(args, n, 0));
    if (n == 0)
        return jutu_eval_fail(eval, "atob() needs an argument");
    if (!jutu_eval_charge_text(eval, (size_t)text.length * 2))
        return jutu_undefined();
    JutuText out = jutu_text_new(eval->arena, text.length);
    uint32_t bits = 0;
    size_t digits = 0, padding = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.string[i];
        int digit = base64_digit((unsigned char)c);
        if (strchr(" \t\n\f\r", c) && c)
            continue;
        if (c == '=' && ++padding <= 2)
            continue;
        if (digit < 0 || padding > 0)
            return jutu_eval_fail(eval, "atob() needs base64 text");
        bits = bits << 6 | (uint32_t)digit;
        if (++digits % 4 != 1)
            jutu_text_add_unichar(&out, bits >> (6 - 2 * ((digits - 1) % 4)) & 0xFF);
    }
    if (digits % 4 == 1 || (padding > 0 && (digits + padding) % 4 != 0))
        return jutu_eval_fail(eval, "atob() needs base64 text");
    return jutu_text_end(&out);
}

static JutuValue encode_uri(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue text = jutu_eval_string(eval, jutu_arg(args, n, 0));
    if (!jutu_eval_charge_text(eval, (size_t)text.length * 3))
        return jutu_undefined();
    if (jutu_utf16_is_broken(text.string, text.length))
        return jutu_eval_fail(eval, "encodeURIComponent() can't encode half a surrogate pair");
    JutuText out = jutu_text_new(eval->arena, (size_t)text.length * 3);
    for (size_t i = 0; i < text.length; i++) {
        char c = text.string[i], escaped[4];
        bool plain = g_ascii_isalnum(c) || (c && strchr("-_.!~*'()", c));
        if (plain)
            jutu_text_add(&out, &c, 1);
        else
            jutu_text_add(&out, escaped,
                          (size_t)g_snprintf(escaped, sizeof(escaped), "%%%02X", (unsigned char)c));
    }
    return jutu_text_end(&out);
}

const JutuFunction jutu_functions_text[] = {
    { "upper", "upper(text): in capitals.", 1, JUTU_ANY, JUTU_ONE, .fn = upper },
    { "lower", "lower(text): in small letters.", 1, JUTU_ANY, JUTU_ONE, .fn = lower },
    { "trim", "trim(text): without white space around it.", 1, JUTU_ANY, JUTU_ONE, .fn = trim },
    { "substring", "substring(text, start, end): a part of it.", 1, JUTU_ANY, .fn = substring },
    { "pad", "pad(text, length, fill, align): filled up to a length.", 0, JUTU_ANY, .fn = pad },
    { "truncate", "truncate(text, length, align, ellipsis): cut to a length.", 0, JUTU_ANY,
      .fn = truncate_text },
    { "btoa", "btoa(text): in base64.", 0, JUTU_ANY, .fn = encode_base64 },
    { "atob", "atob(text): from base64.", 0, JUTU_ANY, .fn = decode_base64 },
    { "encodeURIComponent", "encodeURIComponent(text): escaped for a URL.", 0, JUTU_ANY,
      .fn = encode_uri },
    { 0 },
};
