#include "page/furniture_words.h"

#include "check.h"

static void test_languages(void)
{
    static const struct {
        const char *lang, *source;
    } table[] = {
        { "zh-Hans", "资料来源：" }, { "zh", "资料来源：" },      { "zh-CN", "资料来源：" },
        { "zh-TW", "資料來源：" },   { "zh-Hant", "資料來源：" }, { "zh-hant-HK", "資料來源：" },
        { "zh-HK", "資料來源：" },   { "en", "Source: " },        { "EN-us", "Source: " },
        { "zho", "Source: " },       { "tlh", "Source: " },       { "ja-JP", "出典：" },
        { "de", "Quelle: " },        { "", "Source: " },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i].lang, jutu_words(table[i].lang)->source, table[i].source);
}

static void test_quotes(void)
{
    static const struct {
        const char *lang, *title, *want;
    } table[] = {
        { "zh", "年鉴", "《年鉴》" },
        { "zh", "论《年鉴》之用", "《论〈年鉴〉之用》" },
        { "en", "The “Book”", "“The ‘Book’”" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i].title,
                  jutu_words_quote(jutu_words(table[i].lang), table[i].title, arena),
                  table[i].want);
    jutu_arena_free(arena);
}

SUITE(furniture_words, { "languages", test_languages }, { "quotes", test_quotes });
