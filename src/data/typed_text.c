#include "data/typed_text.h"

#include <string.h>

/* White space, and what has no width. */
static bool is_blank(gunichar c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x200b || c == 0xfeff || c == 0x2060 ||
           (c >= 0x80 && g_unichar_isspace(c));
}

const char *jutu_cell_trim(const char *text, size_t *length)
{
    const char *end = text + *length;
    while (text < end) {
        gunichar c = (unsigned char)*text < 0x80 ? (gunichar)*text : g_utf8_get_char(text);
        if (!is_blank(c))
            break;
        text = g_utf8_next_char(text);
    }
    while (end > text) {
        const char *last = (unsigned char)end[-1] < 0x80 ? end - 1 : g_utf8_prev_char(end);
        if (!is_blank(g_utf8_get_char(last)))
            break;
        end = last;
    }
    *length = (size_t)(end - text);
    return text;
}

static const struct {
    const char *text; /* in lower case */
    JutuCellKind kind;
} marks[] = {
    { "—", JUTU_CELL_MISSING },      { "——", JUTU_CELL_MISSING },
    { "–", JUTU_CELL_MISSING },      { "―", JUTU_CELL_MISSING },
    { "─", JUTU_CELL_MISSING },      { "-", JUTU_CELL_MISSING },
    { "--", JUTU_CELL_MISSING },     { "---", JUTU_CELL_MISSING },
    { "－", JUTU_CELL_MISSING },     { "−", JUTU_CELL_MISSING },
    { "…", JUTU_CELL_MISSING },      { "……", JUTU_CELL_MISSING },
    { "...", JUTU_CELL_MISSING },    { "..", JUTU_CELL_MISSING },
    { ".", JUTU_CELL_MISSING },      { "/", JUTU_CELL_MISSING },
    { "#", JUTU_CELL_MISSING },      { "*", JUTU_CELL_MISSING },
    { "n/a", JUTU_CELL_MISSING },    { "na", JUTU_CELL_MISSING },
    { "n.a.", JUTU_CELL_MISSING },   { "nan", JUTU_CELL_MISSING },
    { "null", JUTU_CELL_MISSING },   { "none", JUTU_CELL_MISSING },
    { "\\n", JUTU_CELL_MISSING },    { "无", JUTU_CELL_MISSING },
    { "無", JUTU_CELL_MISSING },     { "缺", JUTU_CELL_MISSING },
    { "缺失", JUTU_CELL_MISSING },   { "暂无", JUTU_CELL_MISSING },
    { "无数据", JUTU_CELL_MISSING }, { "暂无数据", JUTU_CELL_MISSING },
    { "不详", JUTU_CELL_MISSING },   { "#div/0!", JUTU_CELL_ERROR },
    { "#n/a", JUTU_CELL_ERROR },     { "#value!", JUTU_CELL_ERROR },
    { "#ref!", JUTU_CELL_ERROR },    { "#name?", JUTU_CELL_ERROR },
    { "#num!", JUTU_CELL_ERROR },    { "#null!", JUTU_CELL_ERROR },
    { "#spill!", JUTU_CELL_ERROR },  { "#calc!", JUTU_CELL_ERROR },
    { "#####", JUTU_CELL_ERROR },
};

enum { MAX_MARK = 16 };

JutuCellKind jutu_cell_kind(const char *text, size_t length)
{
    if (length > 0 && g_ascii_isdigit(*text))
        return JUTU_CELL_VALUE;
    text = jutu_cell_trim(text, &length);
    if (length == 0)
        return JUTU_CELL_EMPTY;
    if (length >= MAX_MARK)
        return JUTU_CELL_VALUE;
    if (length >= 3 && strspn(text, "#") >= length) /* what was too wide for its column */
        return JUTU_CELL_ERROR;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (strlen(marks[i].text) == length &&
            g_ascii_strncasecmp(marks[i].text, text, length) == 0)
            return marks[i].kind;
    }
    return JUTU_CELL_VALUE;
}

/* Characters that tables use for one another. */
static const struct {
    gunichar from, to;
} same[] = {
    { 0x2212, '-' },    { 0x2013, '-' },    { 0xfe63, '-' },    { 0xffe5, 0xa5 },
    { 0xffe0, 0xa2 },   { 0xffe1, 0xa3 },   { 0x842c, 0x4e07 }, /* 萬 万 */
    { 0x5104, 0x4ebf }, { 0x5713, 0x5143 },                     /* 億 亿, 圓 元 */
    { 0x5706, 0x5143 },                                         /* 圆 元 */
};

/* The usual form of a full-width character. */
static gunichar narrow(gunichar c)
{
    return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

static gunichar usual(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(same); i++) {
        if (same[i].from == c)
            return same[i].to;
    }
    return is_blank(c) ? ' ' : narrow(c);
}

bool jutu_cell_fold(const char *text, size_t length, JutuCellText *out)
{
    text = jutu_cell_trim(text, &length);
    out->n = 0;
    out->wide = false;
    for (const char *end = text + length; text < end; text = g_utf8_next_char(text)) {
        gunichar c = (unsigned char)*text < 0x80 ? (gunichar)*text : g_utf8_get_char(text);
        if (out->n + 1 == G_N_ELEMENTS(out->at) || c == 0)
            return false;
        out->wide |= c != narrow(c);
        out->at[out->n++] = c > ' ' && c < 0x7f ? c : usual(c);
    }
    out->at[out->n] = 0;
    return out->n > 0;
}

bool jutu_cell_take(const gunichar **at, const char *text)
{
    const gunichar *c = *at;
    for (; *text; text = g_utf8_next_char(text)) {
        if (*c++ != g_utf8_get_char(text))
            return false;
    }
    *at = c;
    return true;
}

char *jutu_cell_likeness(const char *text)
{
    GString *out = g_string_new(NULL);
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = narrow(g_utf8_get_char(text));
        if (!is_blank(c))
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, false);
}
