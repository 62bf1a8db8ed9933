/*
 * A pattern of ECMAScript in PCRE2's syntax. Much is the same; what isn't is
 * spelled out: the line ends that `.`, ^ and $ know, white space, escapes that
 * one has and the other reads otherwise, braces and brackets that stand for
 * themselves, groups that only Perl knows (an error).
 */
#include <glib.h>
#include <string.h>

#include "expr/regexp.h"

#define LINE_ENDS "\\n\\r\\x{2028}\\x{2029}"
#define SPACES \
    "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}" \
    "\\x{3000}\\x{feff}"
#define NO_SPACES \
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-" \
    "\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}" \
    "\\x{ff00}-\\x{10ffff}"

typedef struct {
    const char *at, *end;
    GString *out;
    const char *problem;
    bool unicode, multiline, dotall, names;
    size_t groups;    /* capturing ones in the whole pattern */
    bool can_repeat;  /* what stands before may have a quantifier */
    GString *open;    /* a letter per open group: whether it may be repeated once it is closed */
    bool after_class; /* within […]: an escape such as \d stands before */
} Translator;

/* ECMAScript's names of the general categories; PCRE2 has the short names only. */
static const struct {
    const char *name, *brief;
} categories[] = {
    { "Letter", "L" },
    { "Cased_Letter", "L&" },
    { "Uppercase_Letter", "Lu" },
    { "Lowercase_Letter", "Ll" },
    { "Titlecase_Letter", "Lt" },
    { "Modifier_Letter", "Lm" },
    { "Other_Letter", "Lo" },
    { "Mark", "M" },
    { "Nonspacing_Mark", "Mn" },
    { "Spacing_Mark", "Mc" },
    { "Enclosing_Mark", "Me" },
    { "Number", "N" },
    { "Decimal_Number", "Nd" },
    { "digit", "Nd" },
    { "Letter_Number", "Nl" },
    { "Other_Number", "No" },
    { "Punctuation", "P" },
    { "punct", "P" },
    { "Connector_Punctuation", "Pc" },
    { "Dash_Punctuation", "Pd" },
    { "Open_Punctuation", "Ps" },
    { "Close_Punctuation", "Pe" },
    { "Initial_Punctuation", "Pi" },
    { "Final_Punctuation", "Pf" },
    { "Other_Punctuation", "Po" },
    { "Symbol", "S" },
    { "Math_Symbol", "Sm" },
    { "Currency_Symbol", "Sc" },
    { "Modifier_Symbol", "Sk" },
    { "Other_Symbol", "So" },
    { "Separator", "Z" },
    { "Space_Separator", "Zs" },
    { "Line_Separator", "Zl" },
    { "Paragraph_Separator", "Zp" },
    { "Other", "C" },
    { "Control", "Cc" },
    { "cntrl", "Cc" },
    { "Format", "Cf" },
    { "Surrogate", "Cs" },
    { "Private_Use", "Co" },
    { "Unassigned", "Cn" },
};

static void fail_pattern(Translator *t, const char *problem)
{
    if (!t->problem)
        t->problem = problem;
    t->at = t->end;
}

static char peek_at(const Translator *t, size_t ahead)
{
    return (size_t)(t->end - t->at) > ahead ? t->at[ahead] : '\0';
}

static void emit(Translator *t, const char *text)
{
    g_string_append(t->out, text);
}

static void put_code(Translator *t, uint32_t c)
{
    g_string_append_printf(t->out, "\\x{%x}", c);
}

/* A character that stands for itself. */
static void put_literal(Translator *t, uint32_t c)
{
    if (c >= 0x10000 && !t->unicode) { /* two code units */
        put_code(t, 0xD800 + ((c - 0x10000) >> 10));
        put_code(t, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else if (c < 0x80 && (g_ascii_isalnum((char)c) || c == '_' || c == ' ')) {
        g_string_append_c(t->out, (char)c);
    } else if (c > ' ' && c < 0x7F) {
        g_string_append_printf(t->out, "\\%c", (char)c);
    } else {
        put_code(t, c);
    }
}

/* `count` hexadecimal digits, or none of them. */
static bool read_hex(Translator *t, size_t count, uint32_t *out)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        int digit = g_ascii_xdigit_value(peek_at(t, i));
        if (digit < 0)
            return false;
        *out = *out * 16 + (uint32_t)digit;
    }
    t->at += count;
    return true;
}

/* \u…, after the u. */
static uint32_t read_u(Translator *t)
{
    uint32_t c, low;
    if (t->unicode && peek_at(t, 0) == '{') {
        char *close = NULL;
        guint64 code = g_ascii_strtoull(t->at + 1, &close, 16);
        if (close == t->at + 1 || close >= t->end || *close != '}' || code > 0x10FFFF)
            fail_pattern(t, "an escape \\u{…} that is no character");
        else
            t->at = close + 1;
        return (uint32_t)MIN(code, 0x10FFFF);
    }
    if (!read_hex(t, 4, &c)) {
        if (t->unicode)
            fail_pattern(t, "an escape \\u without four digits");
        return 'u';
    }
    if (t->unicode && c >= 0xD800 && c < 0xDC00 && peek_at(t, 0) == '\\' && peek_at(t, 1) == 'u') {
        const char *back = t->at;
        t->at += 2;
        if (read_hex(t, 4, &low) && low >= 0xDC00 && low < 0xE000)
            return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        t->at = back;
    }
    return c;
}

/* \p{…}, after the p. */
static void read_property(Translator *t, char letter)
{
    const char *close = memchr(t->at, '}', (size_t)(t->end - t->at));
    if (peek_at(t, 0) != '{' || !close) {
        fail_pattern(t, "a property without {…}");
        return;
    }
    g_autofree char *name = g_strndup(t->at + 1, (gsize)(close - t->at - 1));
    t->at = close + 1;
    const char *value = name;
    if (g_str_has_prefix(name, "General_Category=") || g_str_has_prefix(name, "gc="))
        value = strchr(name, '=') + 1;
    if (strpbrk(value, "^{}\\"))
        fail_pattern(t, "an unknown property");
    for (size_t i = 0; i < G_N_ELEMENTS(categories); i++)
        if (strcmp(value, categories[i].name) == 0)
            value = categories[i].brief;
    g_string_append_printf(t->out, "\\%c{%s}", letter, value);
}

/* \d, \S, \p{…}: sets of characters. @return whether it is one; then it is written */
static bool translate_set(Translator *t, char letter, bool in_class)
{
    switch (letter) {
    case 'd':
    case 'D':
    case 'w':
    case 'W':
        g_string_append_printf(t->out, "\\%c", letter);
        return true;
    case 's':
        emit(t, in_class ? SPACES : "[" SPACES "]");
        return true;
    case 'S':
        emit(t, in_class ? NO_SPACES : "[^" SPACES "]");
        return true;
    case 'p':
    case 'P':
        if (t->unicode)
            read_property(t, letter);
        return t->unicode;
    default:
        return false;
    }
}

/* The character that an escape stands for, the letter being read. */
static uint32_t read_escaped(Translator *t, char letter, bool in_class)
{
    static const char plain[][2] = {
        { 't', '\t' }, { 'n', '\n' }, { 'v', '\v' }, { 'f', '\f' }, { 'r', '\r' }
    };
    uint32_t c;
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        if (letter == plain[i][0])
            return (uint32_t)plain[i][1];
    if (letter == 'b' && in_class)
        return '\b';
    if (letter == 'c' && g_ascii_isalpha(peek_at(t, 0)))
        return (uint32_t)(*t->at++ & 0x1F);
    if (letter == 'c') {
        t->at--; /* the backslash stands for itself */
        return '\\';
    }
    if (letter == 'x')
        return read_hex(t, 2, &c) ? c : 'x';
    if (letter == 'u')
        return read_u(t);
    if (t->unicode && g_ascii_isdigit(letter) && (letter != '0' || g_ascii_isdigit(peek_at(t, 0))))
        fail_pattern(t, "a reference to a group that isn't there");
    if (letter >= '0' && letter <= '7') {
        c = (uint32_t)(letter - '0');
        for (int i = 0; i < 2 && peek_at(t, 0) >= '0' && peek_at(t, 0) <= '7' && c < 32; i++)
            c = c * 8 + (uint32_t)(*t->at++ - '0');
        return c;
    }
    if (t->unicode && !strchr("^$\\.*+?()[]{}|/", letter) && !(in_class && letter == '-'))
        fail_pattern(t, "an escape that the flag u doesn't allow");
    return (uint32_t)(unsigned char)letter;
}

/* \1 … \99, the first digit being next. @return false if there is no such group */
static bool translate_backreference(Translator *t)
{
    size_t number = 0, digits = 0;
    while (digits < 3 && g_ascii_isdigit(peek_at(t, digits)))
        number = number * 10 + (size_t)(peek_at(t, digits++) - '0');
    if (number == 0 || number > t->groups)
        return false;
    t->at += digits;
    g_string_append_printf(t->out, "\\g{%zu}", number);
    return true;
}

static void translate_name_reference(Translator *t)
{
    const char *close = memchr(t->at, '>', (size_t)(t->end - t->at));
    if (peek_at(t, 0) != '<' || !close) {
        fail_pattern(t, "\\k without <name>");
        return;
    }
    g_string_append_printf(t->out, "\\k%.*s", (int)(close - t->at + 1), t->at);
    t->at = close + 1;
}

/* An escaped character beyond ASCII stands for itself, unless the flag u is strict. */
static void put_escaped_beyond(Translator *t, uint32_t c)
{
    if (t->unicode)
        fail_pattern(t, "an escape that the flag u doesn't allow");
    put_literal(t, c);
}

/* Outside a class, after the backslash. */
static void translate_escape(Translator *t)
{
    if (t->at >= t->end) {
        fail_pattern(t, "a backslash at its end");
        return;
    }
    t->can_repeat = true;
    if (g_ascii_isdigit(*t->at) && *t->at != '0' && translate_backreference(t))
        return;
    size_t size;
    uint32_t c = jutu_utf16_next(t->at, (size_t)(t->end - t->at), &size);
    t->at += size;
    if (c == 'b' || c == 'B') {
        t->can_repeat = false;
        g_string_append_printf(t->out, "\\%c", (char)c);
    } else if (c == 'k' && (t->names || t->unicode)) {
        translate_name_reference(t);
    } else if (c >= 0x80) {
        put_escaped_beyond(t, c);
    } else if (!translate_set(t, (char)c, false)) {
        put_literal(t, read_escaped(t, (char)c, false));
    }
}

/* One member of a class; the hyphens of ranges are written where they stand. */
static void translate_member(Translator *t)
{
    size_t size;
    uint32_t c = jutu_utf16_next(t->at, (size_t)(t->end - t->at), &size);
    t->at += size;
    bool was_class = t->after_class;
    t->after_class = false;
    if (c == '-') {
        bool escape = peek_at(t, 0) == '\\' && strchr("dDwWsSpP", peek_at(t, 1)) && peek_at(t, 1);
        emit(t, was_class || escape ? "\\-" : "-");
    } else if (c != '\\') {
        put_literal(t, c);
    } else if (t->at >= t->end) {
        fail_pattern(t, "a backslash at its end");
    } else {
        c = jutu_utf16_next(t->at, (size_t)(t->end - t->at), &size);
        t->at += size;
        if (c >= 0x80)
            put_escaped_beyond(t, c);
        else if (translate_set(t, (char)c, true))
            t->after_class = true;
        else
            put_literal(t, read_escaped(t, (char)c, true));
    }
}

/* […], after the opening bracket. */
static void translate_class(Translator *t)
{
    emit(t, "[");
    t->after_class = false;
    if (peek_at(t, 0) == '^') {
        emit(t, "^");
        t->at++;
    }
    while (t->at < t->end && *t->at != ']')
        translate_member(t);
    if (t->at >= t->end) {
        fail_pattern(t, "a class without its ]");
        return;
    }
    emit(t, "]");
    t->at++;
    t->can_repeat = true;
}

/* ( and what follows it, the bracket being read. */
static void translate_group(Translator *t)
{
    static const char *const kinds[] = { "?:", "?=", "?!", "?<=", "?<!" };
    t->can_repeat = false;
    emit(t, "(");
    bool ahead = g_str_has_prefix(t->at, "?=") || g_str_has_prefix(t->at, "?!");
    bool behind = g_str_has_prefix(t->at, "?<=") || g_str_has_prefix(t->at, "?<!");
    g_string_append_c(t->open, behind || (ahead && t->unicode) ? 'n' : 'y');
    if (peek_at(t, 0) != '?')
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_has_prefix(t->at, kinds[i])) {
            emit(t, kinds[i]);
            t->at += strlen(kinds[i]);
            return;
        }
    const char *close = memchr(t->at, '>', (size_t)(t->end - t->at));
    if (peek_at(t, 1) != '<' || !close || close == t->at + 2) {
        fail_pattern(t, "an invalid group");
        return;
    }
    g_string_append_len(t->out, t->at, close - t->at + 1);
    t->at = close + 1;
}

/* The length of {n}, {n,} or {n,m} at an opening brace; 0 if it is none. */
static size_t measure_braces(const Translator *t)
{
    size_t i = 1;
    while (g_ascii_isdigit(peek_at(t, i)))
        i++;
    if (i == 1)
        return 0;
    if (peek_at(t, i) == ',')
        for (i++; g_ascii_isdigit(peek_at(t, i)); i++)
            continue;
    return peek_at(t, i) == '}' ? i + 1 : 0;
}

/* *, +, ? or braces, of so many bytes. */
static void translate_quantifier(Translator *t, size_t length)
{
    if (!t->can_repeat) {
        fail_pattern(t, "nothing to repeat");
        return;
    }
    g_string_append_len(t->out, t->at, (gssize)length);
    t->at += length;
    if (peek_at(t, 0) == '?') {
        emit(t, "?");
        t->at++;
    }
    t->can_repeat = false;
}

static void close_group(Translator *t)
{
    emit(t, ")");
    if (t->open->len == 0) {
        fail_pattern(t, "a ) without its (");
        return;
    }
    t->can_repeat = t->open->str[t->open->len - 1] == 'y';
    g_string_truncate(t->open, t->open->len - 1);
}

static void translate_next(Translator *t)
{
    size_t size, braces = *t->at == '{' ? measure_braces(t) : 0;
    if (braces > 0 || strchr("*+?", *t->at)) {
        translate_quantifier(t, MAX(braces, 1));
        return;
    }
    uint32_t c = jutu_utf16_next(t->at, (size_t)(t->end - t->at), &size);
    t->at += size;
    switch (c) {
    case '\\':
        translate_escape(t);
        return;
    case '[':
        translate_class(t);
        return;
    case '(':
        translate_group(t);
        return;
    case '^':
        emit(t, t->multiline ? "(?:\\A|(?<=[" LINE_ENDS "]))" : "\\A");
        t->can_repeat = false;
        return;
    case '$':
        emit(t, t->multiline ? "(?=[" LINE_ENDS "]|\\z)" : "\\z");
        t->can_repeat = false;
        return;
    case '.':
        emit(t, t->dotall ? "." : "[^" LINE_ENDS "]");
        break;
    case '|':
        emit(t, "|");
        t->can_repeat = false;
        return;
    case ')':
        close_group(t);
        return;
    case '{':
    case '}':
    case ']':
        if (t->unicode)
            fail_pattern(t, "a bracket without its partner");
        put_literal(t, c);
        break;
    default:
        put_literal(t, c);
    }
    t->can_repeat = true;
}

/* Counts the capturing groups, which tells \1 from a character. */
static void survey(Translator *t)
{
    bool in_class = false;
    for (const char *at = t->at; at < t->end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '[')
            in_class = true;
        else if (*at == ']')
            in_class = false;
        else if (*at == '(' && !in_class) {
            bool named = g_str_has_prefix(at, "(?<") && at[3] != '=' && at[3] != '!';
            t->names |= named;
            t->groups += named || at[1] != '?';
        }
    }
}

char *jutu_regexp_translate(JutuValue pattern, const char *flags, JutuArena *arena,
                            const char **problem)
{
    g_autoptr(GString) out = g_string_new(NULL), open = g_string_new(NULL);
    Translator t = {
        .at = pattern.string,
        .end = pattern.string + pattern.length,
        .out = out,
        .open = open,
        .unicode = strchr(flags, 'u') || strchr(flags, 'v'),
        .multiline = strchr(flags, 'm'),
        .dotall = strchr(flags, 's'),
    };
    survey(&t);
    while (t.at < t.end)
        translate_next(&t);
    *problem = t.problem;
    return t.problem ? NULL : jutu_arena_strdup(arena, out->str);
}
