/* Line breaks: marks at the edges of lines, words and what clings to them, and phrases. */
#include "text/break.h"

#include "text/figures.h"
#include "text/punctuation.h"
#include "text/unicode.h"
#include "text/words.h"

static bool among(gunichar c, const char *list)
{
    return c && g_utf8_strchr(list, -1, c) != NULL;
}

static bool is_hiragana(gunichar c)
{
    return c >= 0x3041 && c <= 0x309f;
}

static bool is_hangul(gunichar c)
{
    return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff) ||
           (c >= 0x3130 && c <= 0x318f);
}

static bool is_ideograph(gunichar c)
{
    return jutu_char_is_han(c) && !is_hangul(c) && !(c >= 0x3041 && c <= 0x30ff);
}

static bool is_wide(gunichar c)
{
    return jutu_char_is_han(c) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
}

/* What is known of a text beyond its characters. */
typedef struct {
    const gunichar *text;
    const JutuSeam *places;
    const bool *inside; /* words */
    size_t n;
    bool slash;    /* lines may break after it, as in Latin text */
    bool japanese; /* has no Chinese particles */
} Judge;

/* Besides the marks that close: these don't start a line. */
static bool never_starts(gunichar c)
{
    return jutu_mark_closes(c) || among(c, "！？·・‧～~—–-…⋯％%‰°℃/／,.;:!?)]}々〻ゝゞヽヾー"
                                           "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ");
}

/* Besides the marks that open: these don't end a line. */
static bool never_ends(const Judge *judge, gunichar c)
{
    return jutu_mark_opens(c) || among(c, "([{￥¥$£€><≥≤≈±−+#№") ||
           (!judge->slash && (c == '/' || c == U'／'));
}

static bool ends_phrase(gunichar c)
{
    return among(c, "，。；：、！？）》】”」』");
}

/* Words of one character that begin a phrase: 和 与 …, and what modifies a figure. */
static bool begins_phrase(gunichar c)
{
    return among(c, "和与與及或在从從比将將但而约約由对對向为為被把以于於近超达達至到");
}

/* These cling to what is before them, whatever it is. */
static bool is_particle(gunichar c)
{
    return among(c, "的了着著过過之等们們");
}

/* Last parts of names and terms: 黑龙江省, 技术服务业, 增长率. */
static bool is_suffix(gunichar c)
{
    return among(c, "省市区區縣县県州镇鎮乡鄉村町旗盟岛島港湾灣国國府道业業率额額量者性度化值費费"
                    "税稅类類型级級家员員厂廠店所院部局署处處司会會社团團党黨圈带帶群链鏈网網站机"
                    "機器品物材料券股债債款价價数數师師户戶室馆館园園路街桥橋学學法力版期号號界气");
}

/* First parts: 非私营, 总人口. */
static bool is_prefix(gunichar c)
{
    return among(c, "第非副总總每各本该該全前后後新大小高低多最更较較很不未已可超准準无無対");
}

/* Whether the character at i is a word of its own. */
static bool stands_alone(const Judge *judge, size_t i)
{
    return !judge->inside[i] && (i + 1 >= judge->n || !judge->inside[i + 1]);
}

/* Between two ideographs that end and begin words. */
static guint8 judge_words(const Judge *judge, size_t i)
{
    gunichar before = judge->text[i - 1], after = judge->text[i];
    bool first = stands_alone(judge, i - 1), second = stands_alone(judge, i);
    if (second && (is_particle(after) || is_suffix(after)))
        return JUTU_BREAK_TORN;
    if (first && !judge->japanese && begins_phrase(before))
        return JUTU_BREAK_BAD;
    if (first && is_prefix(before))
        return JUTU_BREAK_TORN;
    if (first && before == U'之')
        return JUTU_BREAK_TORN;
    if (first && is_particle(before))
        return JUTU_BREAK_FAIR;
    if (second && !judge->japanese && begins_phrase(after))
        return JUTU_BREAK_FAIR;
    if (first && second && !is_prefix(after)) /* a word that isn't in the dictionary */
        return is_suffix(before) ? JUTU_BREAK_POOR : JUTU_BREAK_TORN;
    bool lonely = (first && !is_suffix(before)) || (second && !is_prefix(after));
    return lonely ? JUTU_BREAK_BAD : JUTU_BREAK_POOR;
}

/* Kana: a phrase of Japanese ends with its last hiragana. */
static guint8 judge_kana(gunichar before, gunichar after)
{
    if (is_hiragana(after))
        return JUTU_BREAK_TORN;
    return is_hiragana(before) ? JUTU_BREAK_FAIR : JUTU_BREAK_POOR;
}

/* Beside full-width characters, where no mark forbids it. */
static guint8 judge_wide(const Judge *judge, size_t i)
{
    gunichar before = judge->text[i - 1], after = judge->text[i];
    bool quoted = jutu_mark_opens(after) || jutu_mark_closes(before);
    if (!judge->places[i].line && !quoted)
        return JUTU_BREAK_SPLIT;
    if (judge->inside[i])
        return JUTU_BREAK_TORN;
    if (ends_phrase(before))
        return JUTU_BREAK_GOOD;
    if (jutu_mark_opens(after))
        return JUTU_BREAK_FAIR;
    if (is_hangul(before) || is_hangul(after))
        return JUTU_BREAK_TORN; /* Korean has spaces */
    if (is_ideograph(before) && is_ideograph(after))
        return judge_words(judge, i);
    if (is_ideograph(after) && is_suffix(after) && stands_alone(judge, i))
        return JUTU_BREAK_TORN;
    if (jutu_char_is_han(before) && jutu_char_is_han(after))
        return judge_kana(before, after);
    if (is_hiragana(after) || is_particle(after))
        return JUTU_BREAK_TORN;
    if (is_hiragana(before))
        return JUTU_BREAK_FAIR;
    if (!judge->japanese && (begins_phrase(before) || before == U'第'))
        return JUTU_BREAK_BAD;
    return jutu_char_is_han(before) && g_unichar_isdigit(after) ? JUTU_BREAK_POOR : JUTU_BREAK_FAIR;
}

static guint8 judge_latin(const Judge *judge, size_t i)
{
    if (judge->places[i].line)
        return JUTU_BREAK_FAIR;
    return judge->places[i].word ? JUTU_BREAK_TORN : JUTU_BREAK_SPLIT;
}

static guint8 judge_place(const Judge *judge, size_t i)
{
    gunichar before = judge->text[i - 1], after = judge->text[i];
    if (!judge->places[i].grapheme || g_unichar_isspace(after))
        return JUTU_BREAK_NEVER; /* the line ends after the spaces, not between them */
    if (g_unichar_isspace(before))
        return judge->places[i].line ? JUTU_BREAK_GOOD : JUTU_BREAK_SPLIT;
    if (never_starts(after) || never_ends(judge, before))
        return JUTU_BREAK_ILLEGAL;
    if (before == U'—' && i > 1 && judge->text[i - 2] == U'—')
        return JUTU_BREAK_GOOD;
    return is_wide(before) || is_wide(after) ? judge_wide(judge, i) : judge_latin(judge, i);
}

void jutu_breaks(const char *lang, const char *given, size_t n, guint8 *breaks)
{
    g_autofree gunichar *text = g_utf8_to_ucs4_fast(given, -1, NULL);
    g_autofree JutuSeam *places = g_new(JutuSeam, n + 1);
    g_autofree bool *inside = g_new(bool, n + 1);
    jutu_unicode_seams(given, n, places);
    jutu_words_find(text, n, inside);
    bool japanese = lang && g_str_has_prefix(lang, "ja");
    bool chinese = !lang || g_str_has_prefix(lang, "zh");
    Judge judge = { text, places, inside, n, !japanese && !chinese, japanese };
    for (size_t i = 0; i < n; i++)
        breaks[i] = i > 0 ? judge_place(&judge, i) : JUTU_BREAK_NEVER;
    jutu_figures_glue(text, n, breaks);
}
