/* Line breaks: marks at the edges of lines, figures and what belongs to them, and phrases. */
#include "text/break.h"

#include <string.h>

#include "text/punctuation.h"

static bool among(gunichar c, const gunichar *list)
{
    for (; *list; list++)
        if (*list == c)
            return true;
    return false;
}

/* Besides the marks that close: these don't start a line. */
static bool never_starts(gunichar c)
{
    static const gunichar list[] = {
        U'！', U'？', U'·',  U'・', U'‧',  U'～', U'~',  U'—',  U'–',  U'-',  U'…',  U'⋯',  U'％',
        U'%',  U'‰',  U'°',  U'℃',  U'/',  U'／', U',',  U'.',  U';',  U':',  U'!',  U'?',  U')',
        U']',  U'}',  U'々', U'ー', U'ぁ', U'ぃ', U'ぅ', U'ぇ', U'ぉ', U'っ', U'ゃ', U'ゅ', U'ょ',
        U'ァ', U'ィ', U'ゥ', U'ェ', U'ォ', U'ッ', U'ャ', U'ュ', U'ョ', 0,
    };
    return jutu_mark_closes(c) || among(c, list);
}

/* Besides the marks that open: these don't end a line. */
static bool never_ends(gunichar c)
{
    static const gunichar list[] = { U'(', U'[', U'{', U'￥', U'¥', U'$', U'£', U'€', U'/', U'／',
                                     U'>', U'<', U'≥', U'≤',  U'≈', U'±', U'−', U'+', 0 };
    return jutu_mark_opens(c) || among(c, list);
}

static bool is_wide(gunichar c)
{
    return jutu_char_is_han(c) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
}

static bool ends_phrase(gunichar c)
{
    static const gunichar list[] = { U'，', U'。', U'；', U'：', U'、', U'！',
                                     U'？', U'）', U'》', U'”',  U'」', 0 };
    return among(c, list);
}

static bool begins_phrase(gunichar c)
{
    static const gunichar list[] = { U'和', U'与', U'與', U'及', U'在', U'从', U'從', U'比',
                                     U'将', U'將', U'但', U'而', U'约', U'約', 0 };
    return among(c, list);
}

/* Particles belong to what is before them. */
static bool is_particle(gunichar c)
{
    return c == U'的' || c == U'了';
}

static guint8 judge_after_han(gunichar before, gunichar after)
{
    if (begins_phrase(before) || before == U'至' || before == U'到')
        return JUTU_BREAK_BAD;
    if (is_particle(before) || begins_phrase(after))
        return JUTU_BREAK_FAIR;
    return jutu_char_is_han(after) || g_unichar_isdigit(after) ? JUTU_BREAK_POOR : JUTU_BREAK_FAIR;
}

static guint8 judge(gunichar before, gunichar after)
{
    if (g_unichar_isspace(after) || is_particle(after) || never_starts(after) || never_ends(before))
        return JUTU_BREAK_NEVER; /* the line ends after the spaces, not between them */
    if (g_unichar_isspace(before))
        return before == 0xa0 || before == 0x202f ? JUTU_BREAK_NEVER : JUTU_BREAK_GOOD;
    if (!is_wide(before) && !is_wide(after))
        return before == '-' && g_unichar_isalpha(after) ? JUTU_BREAK_FAIR : JUTU_BREAK_NEVER;
    if (ends_phrase(before))
        return JUTU_BREAK_GOOD;
    return jutu_char_is_han(before) ? judge_after_han(before, after) : JUTU_BREAK_FAIR;
}

/* How many of the characters are a unit: the longest that fits. */
static size_t unit_length(const gunichar *text, size_t n)
{
    static const char *const units[] = {
        "个百分点", "個百分點", "百分点", "平方公里", "平方米", "立方米", "公里", "美元", "港元",
        "人次",     "小时",     "分钟",   "季度",     "年代",   "世纪",   "元",   "件",   "项",
        "項",       "家",       "颗",     "顆",       "块",     "台",     "户",   "戶",   "人",
        "吨",       "噸",       "米",     "个",       "個",     "倍",     "次",   "名",   "位",
        "所",       "条",       "只",     "艘",       "辆",     "套",     "岁",   "年",   "月",
        "日",       "号",       "號",     "时",       "分",     "秒",     "度",   "成",   "国",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        size_t length = 0;
        const char *at = units[i];
        while (*at && length < n && g_utf8_get_char(at) == text[length]) {
            at = g_utf8_next_char(at);
            length++;
        }
        if (!*at)
            return length;
    }
    return 0;
}

static bool in_number(gunichar c)
{
    static const gunichar inner[] = {
        U'.', U',', U'/', U'%', U'‰', U'–', U'—', U'～', U'~', U'-', 0
    };
    return g_unichar_isdigit(c) || among(c, inner);
}

/* Keeps a figure that begins at `start` together with powers of ten and its unit. @return its end
 */
static size_t glue_number(const gunichar *text, size_t n, size_t start, guint8 *breaks)
{
    static const gunichar powers[] = { U'十', U'百', U'千', U'万', U'亿', U'萬', U'億', U'兆', 0 };
    size_t end = start + 1;
    while (end < n && in_number(text[end]))
        end++;
    while (end < n && among(text[end], powers))
        end++;
    end += unit_length(text + end, n - end);
    memset(breaks + start + 1, JUTU_BREAK_NEVER, end - start - 1);
    return end;
}

void jutu_breaks(const char *given, size_t n, guint8 *breaks)
{
    g_autofree gunichar *text = g_utf8_to_ucs4_fast(given, -1, NULL);
    for (size_t i = 0; i < n; i++)
        breaks[i] = i > 0 ? judge(text[i - 1], text[i]) : JUTU_BREAK_NEVER;
    for (size_t i = 0; i < n;)
        i = g_unichar_isdigit(text[i]) ? glue_number(text, n, i, breaks) : i + 1;
}
