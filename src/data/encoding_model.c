#include "data/encoding_model.h"

#include <math.h>

#include "data/encoding_latin.h"

enum { FIRST_HAN = 0x4e00, LAST_HAN = 0x9fff, FIRST_HANGUL = 0xac00, LAST_HANGUL = 0xd7a3 };
enum { FIRST_HALF = 0xff61, FIRST_HALF_KANA = 0xff66, LAST_HALF = 0xff9f };

typedef enum { SIMPLIFIED, TRADITIONAL, KANJI, HANGUL, N_SCRIPTS } Script;

/*
 * A common character has a share by its rank, as in Zipf's law: share / (ln((n + flat) / flat) ·
 * (rank + flat)); the other characters of level 1 share what `rest` says.
 */
static const struct {
    const char *chars; /* commonest first */
    double share, flat, rest;
    double level; /* characters in level 1 */
    gunichar first, last;
} scripts[] = {
#define JUTU_SCRIPT(name, chars) [name] = { chars, ROW_##name },
#define ROW_SIMPLIFIED 0.65, 150, 0.22, 3755, FIRST_HAN, LAST_HAN
#define ROW_TRADITIONAL 0.65, 150, 0.22, 5401, FIRST_HAN, LAST_HAN
#define ROW_KANJI 0.55, 300, 0.10, 2965, FIRST_HAN, LAST_HAN
#define ROW_HANGUL 0.75, 60, 0.18, 2350, FIRST_HANGUL, LAST_HANGUL
#include "data/encoding_chars.def"
#undef JUTU_SCRIPT
};

struct JutuCharModel {
    float *common[N_SCRIPTS]; /* ln P by code from the script's first; 0: not common */
    double rest[N_SCRIPTS];   /* ln P of others in level 1 */
};

JutuCharModel *jutu_char_model_new(void)
{
    JutuCharModel *model = g_new0(JutuCharModel, 1);
    for (size_t s = 0; s < N_SCRIPTS; s++) {
        const char *chars = scripts[s].chars;
        double n = (double)g_utf8_strlen(chars, -1), flat = scripts[s].flat, rank = 0;
        double share = scripts[s].share / log((n + flat) / flat);
        model->common[s] = g_new0(float, scripts[s].last - scripts[s].first + 1);
        for (; *chars; chars = g_utf8_next_char(chars))
            model->common[s][g_utf8_get_char(chars) - scripts[s].first] = (float)log(
                share / (++rank + flat));
        model->rest[s] = log(scripts[s].rest / (scripts[s].level - n));
    }
    return model;
}

void jutu_char_model_free(JutuCharModel *model)
{
    for (size_t s = 0; model && s < N_SCRIPTS; s++)
        g_free(model->common[s]);
    g_free(model);
}

static bool is_among(gunichar c, const char *chars)
{
    for (; *chars; chars = g_utf8_next_char(chars)) {
        if (g_utf8_get_char(chars) == c)
            return true;
    }
    return false;
}

/* What all scripts of East Asia share: their punctuation, full-width forms, symbols. */
static double score_symbol(gunichar c)
{
    if (is_among(c, "、。，（）：；％—“”《》·～￥－／＋「」〔〕【】"))
        return -6.0;
    if (c >= 0xff10 && c <= 0xff19) /* digits */
        return -7.0;
    if ((c >= 0xff01 && c <= 0xff5e) || c == 0x3000)
        return -7.8;
    if (is_among(c, "①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ○●□■△▲◆◇★☆※→←↑↓㎡℃‰×÷±≥≤≈…‘’°€〇々￣・『』〈〉？！＊"))
        return -8.5;
    if (c >= 0xe000 && c < 0xf900)
        return -16;
    if (c >= 0x2000 && c < 0x3400)
        return -12;
    return -13.8;
}

static double score_of(const JutuCharModel *model, Script script, const JutuCharSeen *seen,
                       JutuLevelOne level)
{
    bool is_own = seen->c >= scripts[script].first && seen->c <= scripts[script].last;
    double common = is_own ? model->common[script][seen->c - scripts[script].first] : 0;
    if (common != 0)
        return common;
    if (is_own && seen->first >= level.first && seen->first <= level.last &&
        seen->second >= level.second)
        return model->rest[script];
    if (seen->c >= FIRST_HAN && seen->c <= LAST_HAN)
        return -13.8;
    return -100;
}

/* The others than the script's own. */
static double score_foreign(gunichar c)
{
    if (c >= 0x3041 && c <= 0x30fe && c != 0x30fb)
        return -10.8; /* kana */
    if (c >= FIRST_HANGUL && c <= LAST_HANGUL)
        return -13;
    return score_symbol(c);
}

/* A character by itself within a word of small letters: "caf閙". */
static bool is_stranger(const JutuCharSeen *text, size_t n, size_t at)
{
    gunichar before = at > 0 ? text[at - 1].c : '\n', after = at + 1 < n ? text[at + 1].c : '\n';
    return before < 0x80 && after < 0x80 &&
           (g_ascii_islower((char)before) || g_ascii_islower((char)after));
}

static double score_script(const JutuCharModel *model, Script script, const JutuCharSeen *text,
                           size_t n, size_t at, JutuLevelOne level)
{
    double score = score_of(model, script, &text[at], level);
    return (score > -100 ? score : score_foreign(text[at].c)) - 3 * is_stranger(text, n, at);
}

double jutu_char_simplified(const JutuCharModel *model, const JutuCharSeen *text, size_t n,
                            size_t at, JutuLevelOne level)
{
    return score_script(model, SIMPLIFIED, text, n, at, level);
}

double jutu_char_traditional(const JutuCharModel *model, const JutuCharSeen *text, size_t n,
                             size_t at, JutuLevelOne level)
{
    return score_script(model, TRADITIONAL, text, n, at, level);
}

double jutu_char_korean(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                        JutuLevelOne level)
{
    return score_script(model, HANGUL, text, n, at, level);
}

/* Half-width katakana come in runs, which voicing marks and small letters don't begin. */
static double score_half_width(const JutuCharSeen *text, size_t at)
{
    gunichar c = text[at].c, before = at > 0 ? text[at - 1].c : 0;
    bool inside = before >= FIRST_HALF && before <= LAST_HALF;
    if (c >= 0xff9e) /* ﾞ ﾟ */
        return (before >= 0xff76 && before <= 0xff84) || (before >= 0xff8a && before <= 0xff8e) ||
                       (before == 0xff73 && c == 0xff9e)
                   ? -3.0
                   : -14;
    if (c < FIRST_HALF_KANA)
        return inside ? -5.7 : -9;
    if (c >= 0xff67 && c <= 0xff70) /* small letters, and ｰ */
        return inside ? -4 : -14;
    return inside ? -4 : -6.2;
}

double jutu_char_japanese(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                          JutuLevelOne level)
{
    gunichar c = text[at].c;
    if (c >= 0x3041 && c <= 0x30fe && c != 0x30fb) /* 0.30 for some 170 kana */
        return -6.34;
    if (c >= FIRST_HALF && c <= LAST_HALF)
        return score_half_width(text, at);
    return score_script(model, KANJI, text, n, at, level);
}

double jutu_char_latin(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                       JutuLevelOne level)
{
    (void)model, (void)level;
    return jutu_latin_score(text, n, at);
}

double jutu_char_central(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                         JutuLevelOne level)
{
    (void)model, (void)level;
    return jutu_central_score(text, n, at);
}

double jutu_char_cyrillic(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                          JutuLevelOne level)
{
    (void)model, (void)level;
    return jutu_cyrillic_score(text, n, at);
}

double jutu_char_any(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                     JutuLevelOne level)
{
    gunichar c = text[at].c;
    if (c >= 0x400 && c < 0x500)
        return jutu_cyrillic_score(text, n, at);
    if (c < 0x250)
        return jutu_latin_score(text, n, at);
    double east = fmax(jutu_char_simplified(model, text, n, at, level),
                       jutu_char_traditional(model, text, n, at, level));
    east = fmax(east, jutu_char_japanese(model, text, n, at, level));
    return fmax(east, jutu_char_korean(model, text, n, at, level));
}
