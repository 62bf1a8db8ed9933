/* Tokens of an expression, as vega-expression cuts them. */
#include "expr/lexer.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

static const char *const keywords[] = {
    "if",       "in",       "do",       "var",       "for",       "new",        "try",
    "let",      "this",     "else",     "case",      "void",      "with",       "enum",
    "while",    "break",    "catch",    "throw",     "const",     "yield",      "class",
    "super",    "return",   "typeof",   "delete",    "switch",    "export",     "import",
    "public",   "static",   "default",  "finally",   "extends",   "package",    "private",
    "function", "continue", "debugger", "interface", "protected", "instanceof", "implements",
};

/* Longest first. */
static const char *const punctuators[] = {
    ">>>=", "===", "!==", ">>>", "<<=", ">>=", "+=", "-=", "/=", "<=", ">=", "^=", "|=",
    "%=",   "&=",  "*=",  "!=",  "==",  "++",  "--", "<<", ">>", "&&", "||", "=>", ".",
    "(",    ")",   ";",   ",",   "{",   "}",   "[",  "]",  ":",  "?",  "~",  "<",  ">",
    "=",    "!",   "+",   "-",   "*",   "%",   "&",  "|",  "^",  "/",
};

static bool fail_token(JutuLexer *lexer, const char *problem)
{
    lexer->problem = problem;
    return false;
}

/* The character at an offset; 0 at the end. */
static uint32_t peek_character(const JutuLexer *lexer, size_t at, size_t *size)
{
    *size = 0;
    return at < lexer->length ? jutu_utf16_next(lexer->source + at, lexer->length - at, size) : 0;
}

static char byte_at(const JutuLexer *lexer, size_t at)
{
    return at < lexer->length ? lexer->source[at] : '\0';
}

static bool is_line_end(uint32_t c)
{
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static bool is_name_start(uint32_t c)
{
    if (c < 0x80)
        return g_ascii_isalpha((char)c) || c == '$' || c == '_' || c == '\\';
    return c <= 0xFFFF && (g_unichar_isalpha(c) || g_unichar_type(c) == G_UNICODE_LETTER_NUMBER);
}

static bool is_name_part(uint32_t c)
{
    if (is_name_start(c) || (c < 0x80 && g_ascii_isdigit((char)c)))
        return true;
    if (c < 0x80 || c > 0xFFFF)
        return false;
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK ||
           type == G_UNICODE_DECIMAL_NUMBER || type == G_UNICODE_CONNECT_PUNCTUATION ||
           c == 0x200C || c == 0x200D;
}

/* `count` hexadecimal digits at lexer->at. */
static bool read_hex(JutuLexer *lexer, size_t count, uint32_t *out)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        int digit = g_ascii_xdigit_value(byte_at(lexer, lexer->at));
        if (digit < 0)
            return fail_token(lexer, "an escape of too few hexadecimal digits");
        *out = *out * 16 + (uint32_t)digit;
        lexer->at++;
    }
    return true;
}

static bool read_name(JutuLexer *lexer, JutuToken *token)
{
    JutuText text = jutu_text_new(lexer->arena, 24);
    size_t size, n = 0;
    uint32_t c;
    for (; is_name_part(c = peek_character(lexer, lexer->at, &size)); n++) {
        lexer->at += size;
        if (c == '\\') {
            if (byte_at(lexer, lexer->at) != 'u')
                return fail_token(lexer, "a stray backslash");
            lexer->at++;
            if (!read_hex(lexer, 4, &c))
                return false;
            if (c == '\\' || !(n == 0 ? is_name_start(c) : is_name_part(c)))
                return fail_token(lexer, "an escape that makes no name");
        }
        jutu_text_add_unichar(&text, c);
    }
    token->text = jutu_text_end(&text).string;
    token->kind = JUTU_TOKEN_NAME;
    for (size_t i = 0; i < G_N_ELEMENTS(keywords); i++)
        if (strcmp(token->text, keywords[i]) == 0)
            token->kind = JUTU_TOKEN_KEYWORD;
    bool is_true = strcmp(token->text, "true") == 0;
    if (is_true || strcmp(token->text, "false") == 0) {
        token->kind = JUTU_TOKEN_BOOLEAN;
        token->value = jutu_boolean(is_true);
    } else if (strcmp(token->text, "null") == 0) {
        token->kind = JUTU_TOKEN_NULL;
        token->value = jutu_null();
    }
    return true;
}

static void skip_digits(JutuLexer *lexer)
{
    while (g_ascii_isdigit(byte_at(lexer, lexer->at)))
        lexer->at++;
}

/* 0x1F and 017, after the prefix. */
static double read_radix(JutuLexer *lexer, int radix)
{
    double number = 0;
    for (int digit; (digit = g_ascii_xdigit_value(byte_at(lexer, lexer->at))) >= 0 && digit < radix;
         lexer->at++)
        number = number * radix + digit;
    return number;
}

static bool read_decimal(JutuLexer *lexer, JutuToken *token)
{
    skip_digits(lexer);
    if (byte_at(lexer, lexer->at) == '.') {
        lexer->at++;
        skip_digits(lexer);
    }
    if (g_ascii_tolower(byte_at(lexer, lexer->at)) == 'e') {
        lexer->at++;
        if (byte_at(lexer, lexer->at) == '+' || byte_at(lexer, lexer->at) == '-')
            lexer->at++;
        if (!g_ascii_isdigit(byte_at(lexer, lexer->at)))
            return fail_token(lexer, "a number without an exponent");
        skip_digits(lexer);
    }
    token->value = jutu_number(
        jutu_number_parse(lexer->source + token->start, lexer->at - token->start));
    return true;
}

static bool read_number(JutuLexer *lexer, JutuToken *token)
{
    char first = byte_at(lexer, lexer->at), second = byte_at(lexer, lexer->at + 1);
    token->kind = JUTU_TOKEN_NUMBER;
    if (first == '0' && g_ascii_tolower(second) == 'x') {
        lexer->at += 2;
        if (!g_ascii_isxdigit(byte_at(lexer, lexer->at)))
            return fail_token(lexer, "a number without digits");
        token->value = jutu_number(read_radix(lexer, 16));
    } else if (first == '0' && second >= '0' && second <= '7') {
        token->octal = true;
        token->value = jutu_number(read_radix(lexer, 8));
        if (g_ascii_isdigit(byte_at(lexer, lexer->at)))
            return fail_token(lexer, "a number that begins with 0");
    } else if (first == '0' && g_ascii_isdigit(second)) {
        return fail_token(lexer, "a number that begins with 0");
    } else if (!read_decimal(lexer, token)) {
        return false;
    }
    size_t size;
    if (is_name_start(peek_character(lexer, lexer->at, &size)))
        return fail_token(lexer, "a name that begins with a digit");
    return true;
}

/* \u{1F600}, after the brace. */
static bool read_code_point(JutuLexer *lexer, uint32_t *out)
{
    *out = 0;
    size_t start = lexer->at;
    for (int digit; (digit = g_ascii_xdigit_value(byte_at(lexer, lexer->at))) >= 0; lexer->at++) {
        *out = *out * 16 + (uint32_t)digit;
        if (*out > 0x10FFFF)
            return fail_token(lexer, "an escape beyond U+10FFFF");
    }
    if (lexer->at == start || byte_at(lexer, lexer->at) != '}')
        return fail_token(lexer, "an escape that doesn't end");
    lexer->at++;
    return true;
}

/* \0, \12, \377: the first digit is read. */
static uint32_t read_octal(JutuLexer *lexer, JutuToken *token, char first)
{
    uint32_t c = (uint32_t)(first - '0');
    token->octal |= c != 0;
    for (int more = first <= '3' ? 2 : 1; more > 0; more--) {
        char next = byte_at(lexer, lexer->at);
        if (next < '0' || next > '7')
            break;
        token->octal = true;
        c = c * 8 + (uint32_t)(next - '0');
        lexer->at++;
    }
    return c;
}

/* The character meant by what follows a backslash in a string. */
static bool read_escape(JutuLexer *lexer, JutuToken *token, JutuText *text)
{
    static const char plain[][2] = { { 'n', '\n' }, { 'r', '\r' }, { 't', '\t' },
                                     { 'b', '\b' }, { 'f', '\f' }, { 'v', '\v' } };
    size_t size;
    uint32_t c = peek_character(lexer, lexer->at, &size);
    lexer->at += size;
    if (size == 0)
        return true; /* the end: the string is unterminated */
    if (is_line_end(c)) {
        if (c == '\r' && byte_at(lexer, lexer->at) == '\n')
            lexer->at++;
        return true;
    }
    if (c == 'u' && byte_at(lexer, lexer->at) == '{') {
        lexer->at++;
        if (!read_code_point(lexer, &c))
            return false;
    } else if (c == 'u' || c == 'x') {
        if (!read_hex(lexer, c == 'u' ? 4 : 2, &c))
            return false;
    } else if (c >= '0' && c <= '7') {
        c = read_octal(lexer, token, (char)c);
    } else {
        for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
            if (c == (uint32_t)plain[i][0]) {
                c = (uint32_t)plain[i][1];
                break;
            }
    }
    jutu_text_add_unichar(text, c);
    return true;
}

static bool read_string(JutuLexer *lexer, JutuToken *token)
{
    JutuText text = jutu_text_new(lexer->arena, 16);
    char quote = byte_at(lexer, lexer->at++);
    size_t size;
    uint32_t c;
    while ((c = peek_character(lexer, lexer->at, &size)) != (uint32_t)quote) {
        if (size == 0 || is_line_end(c))
            return fail_token(lexer, "a string that isn't closed");
        lexer->at += size;
        if (c != '\\')
            jutu_text_add(&text, lexer->source + lexer->at - size, size);
        else if (!read_escape(lexer, token, &text))
            return false;
    }
    lexer->at++;
    token->kind = JUTU_TOKEN_STRING;
    token->value = jutu_text_end(&text);
    return true;
}

static bool read_punctuator(JutuLexer *lexer, JutuToken *token)
{
    const char *rest = lexer->source + lexer->at;
    size_t left = lexer->length - lexer->at;
    token->kind = JUTU_TOKEN_PUNCTUATOR;
    for (size_t i = 0; i < G_N_ELEMENTS(punctuators); i++) {
        size_t length = strlen(punctuators[i]);
        if (length <= left && memcmp(rest, punctuators[i], length) == 0) {
            if (left > 1 && memcmp(rest, "//", 2) == 0)
                return fail_token(lexer, "a comment, which expressions don't have");
            token->text = punctuators[i];
            lexer->at += length;
            return true;
        }
    }
    return fail_token(lexer, "a character that means nothing here");
}

static void skip_space(JutuLexer *lexer)
{
    size_t size;
    uint32_t c;
    while ((c = peek_character(lexer, lexer->at, &size)),
           size > 0 && (jutu_utf16_is_space(c) || c == 0x180E))
        lexer->at += size;
}

bool jutu_lexer_next(JutuLexer *lexer, JutuToken *token)
{
    skip_space(lexer);
    *token = (JutuToken){ .start = lexer->at, .end = lexer->at };
    if (lexer->at >= lexer->length)
        return true;
    size_t size;
    uint32_t c = peek_character(lexer, lexer->at, &size);
    bool digit = c < 0x80 && g_ascii_isdigit((char)c);
    bool point = c == '.' && g_ascii_isdigit(byte_at(lexer, lexer->at + 1));
    bool read;
    if (is_name_start(c))
        read = read_name(lexer, token);
    else if (c == '"' || c == '\'')
        read = read_string(lexer, token);
    else
        read = digit || point ? read_number(lexer, token) : read_punctuator(lexer, token);
    token->end = lexer->at;
    return read;
}

bool jutu_lexer_regexp(JutuLexer *lexer, JutuToken *token)
{
    skip_space(lexer);
    size_t start = lexer->at, size;
    bool in_class = false;
    lexer->at++;
    for (uint32_t c; (c = peek_character(lexer, lexer->at, &size)) != '/' || in_class;) {
        if (c == '\\') {
            lexer->at++;
            c = peek_character(lexer, lexer->at, &size);
        } else if (c == '[' || c == ']') {
            in_class = c == '[';
        }
        if (size == 0 || is_line_end(c))
            return fail_token(lexer, "a regular expression without its second /");
        lexer->at += size;
    }
    size_t length = lexer->at - start - 1;
    char *pattern = jutu_new(lexer->arena, char, length + 1);
    memcpy(pattern, lexer->source + start + 1, length);
    lexer->at++;

    size_t flags = lexer->at;
    while (is_name_part(peek_character(lexer, lexer->at, &size)))
        lexer->at += size;
    char *names = jutu_new(lexer->arena, char, lexer->at - flags + 1);
    memcpy(names, lexer->source + flags, lexer->at - flags);
    if (strspn(names, "gimuy") != strlen(names))
        return fail_token(lexer, "a flag that is none of g, i, m, u, y");
    *token = (JutuToken){ .kind = JUTU_TOKEN_REGEXP,
                          .start = start,
                          .end = lexer->at,
                          .value = jutu_string_n(pattern, length),
                          .flags = names };
    return true;
}
