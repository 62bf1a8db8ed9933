#include "text/typeset.h"

#include "check.h"
#include "text/fonts.h"

/* Lines of a text in 10 px type, joined by bars; "…" at the end of the row tells that it was cut.
 */
static void test_lines(void)
{
    static const struct {
        const char *text;
        double width;
        size_t most;
        bool balance;
        const char *want;
    } table[] = {
        { "深圳的研发投入", 200, 0, true, "深圳的研发投入" },
        { "", 200, 0, true, "" },
        { "深圳的研发投入", 0, 0, true, "深圳的研发投入" },
        { "一二三四五六七八九十", 60, 0, true, "一二三四五|六七八九十" },
        { "一二三四五六七八九十", 60, 0, false, "一二三四五六|七八九十" },
        { "一二三四五六七", 60, 0, false, "一二三四|五六七" }, /* no widow */
        { "五年翻两番多：浙江研发支出从54亿元增至282亿元", 160, 2, true,
          "五年翻两番多：浙江研发支出|从54亿元增至282亿元" },
        { "投入从1.4万亿元增加到3.6万亿元", 110, 0, true, "投入从1.4万亿元|增加到3.6万亿元" },
        { "上行\n下行", 200, 0, true, "上行|下行" },
        { "上行\n下行", 200, 1, true, "上行" },
        { "一二三四五六七八九十", 40, 2, true, "一二三四|五六…" },
        { "first line second", 55, 0, false, "first line|second" },
        { "Donaudampfschiff", 40, 0, false, "Donau|dampf|schiff" },
        { "一二三四（五六）七", 50, 0, false, "一二三四|（五六）七" },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuTypeset how = { jutu_fonts_measure(fonts, "zh-Hans"),
                            { .size = 10, .weight = 400 },
                            table[i].width,
                            table[i].most,
                            table[i].balance };
        JutuLines lines = jutu_typeset_lines(&how, table[i].text, arena);
        g_autoptr(GString) got = g_string_new(NULL);
        for (size_t l = 0; l < lines.n; l++)
            g_string_append_printf(got, "%s%s", l > 0 ? "|" : "", lines.text[l]);
        CHECK_STR(table[i].text, got->str, table[i].want);
        for (size_t l = 0; l < lines.n && table[i].width > 0; l++)
            CHECK_(jutu_measure_width(how.measure, lines.text[l], &how.font) <= table[i].width,
                   "%s: line %zu is too wide", table[i].text, l);
        jutu_arena_free(arena);
    }
}

/* A megabyte without a place to break must not take for ever. */
static void test_long(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 20000; i++)
        g_string_append(text, i % 10 ? "字" : "，");
    JutuTypeset how = { jutu_measure_estimate(), { .size = 10 }, 200, 3, true };
    JutuLines lines = jutu_typeset_lines(&how, text->str, arena);
    CHECK_SIZE("lines", lines.n, 3);
    CHECK_TRUE("cut", lines.cut);
    jutu_arena_free(arena);
}

SUITE(typeset, { "lines", test_lines }, { "long", test_long });
