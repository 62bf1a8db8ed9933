#include "text/typeset.h"

#include "check.h"
#include "text/fonts.h"

/* Lines of a text in 10 px type, joined by bars; "…" at the end of the row tells that it was cut.
 */
static void test_lines(void)
{
    static const struct {
        const char *lang, *text;
        double width;
        size_t most;
        bool balance;
        const char *want;
    } table[] = {
        { NULL, "深圳的研发投入", 200, 0, true, "深圳的研发投入" },
        { NULL, "", 200, 0, true, "" },
        { NULL, "深圳的研发投入", 0, 0, true, "深圳的研发投入" },
        { NULL, "经济社会科技文化教育卫生", 80, 0, true, "经济社会科技|文化教育卫生" },
        { NULL, "经济社会科技文化教育卫生", 80, 0, false, "经济社会科技文化|教育卫生" },
        { NULL, "经济社会科技文化教育", 80, 0, false, "经济社会科技|文化教育" }, /* no widow */
        { NULL, "五年翻两番多：浙江研发支出从54亿元增至282亿元", 160, 2, true,
          "五年翻两番多：浙江研发支出|从54亿元增至282亿元" },
        { NULL, "投入从1.4万亿元增加到3.6万亿元", 110, 0, true, "投入从1.4万亿元|增加到3.6万亿元" },
        { NULL, "上行\n下行", 200, 0, true, "上行|下行" },
        { NULL, "上行\n下行", 200, 1, true, "上行" },
        { NULL, "经济社会科技文化教育", 40, 2, true, "经济社会|科技…" },
        { NULL, "first line second", 55, 0, false, "first line|second" },
        { NULL, "Donaudampfschiff", 40, 0, false, "Donau|dampf|schiff" },
        { NULL, "字字字字（字字）字", 50, 0, false, "字字字字|（字字）字" },
        /* words stay whole, if there may be more lines */
        { NULL, "信息传输、软件和信息技术服务业", 60, 0, true, "信息传输、|软件和信息|技术服务业" },
        { NULL, "黑龙江省与辽宁省", 50, 0, true, "黑龙江省|与辽宁省" },
        { NULL, "租赁和商务服务业", 50, 0, true, "租赁和商务|服务业" },
        { NULL, "批发和零售业", 40, 0, true, "批发|和零售业" },
        { NULL, "住宿费用、餐饮费用", 40, 2, false, "住宿|费用、…" },
        { NULL, "服务业产值", 40, 0, true, "服务业|产值" },
        { NULL, "产值超过130万元", 60, 0, true, "产值超过|130万元" },
        { "zh-Hant-TW", "專業及技術服務業", 60, 0, true, "專業及技術|服務業" },
        { "ja", "情報通信業とサービス業", 70, 0, true, "情報通信業と|サービス業" },
        { "ko", "정보통신업과 서비스업", 70, 0, true, "정보통신업과|서비스업" },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuTypeset how = { jutu_fonts_measure(fonts, table[i].lang),
                            table[i].lang,
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
    JutuTypeset how = { jutu_measure_estimate(), NULL, { .size = 10 }, 200, 3, true };
    JutuLines lines = jutu_typeset_lines(&how, text->str, arena);
    CHECK_SIZE("lines", lines.n, 3);
    CHECK_TRUE("cut", lines.cut);
    jutu_arena_free(arena);
}

/* The least width for a number of lines; with it, there are no more, and no word is torn. */
static void test_narrowest(void)
{
    static const struct {
        const char *text;
        size_t lines;
        double want;
    } table[] = {
        { "信息传输、软件和信息技术服务业", 1, 150 },
        { "信息传输、软件和信息技术服务业", 2, 80 },
        { "信息传输、软件和信息技术服务业", 3, 50 },
        { "服务业", 3, 30 },
        { "上行\n服务业", 1, 30 },
        { "", 2, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuTypeset how = { .measure = jutu_measure_estimate(), .font = { .size = 12.5 } };
        how.width = jutu_typeset_narrowest(&how, table[i].text, table[i].lines);
        CHECK_NUM(table[i].text, how.width, table[i].want);
        JutuLines lines = jutu_typeset_lines(&how, table[i].text, arena);
        CHECK_(lines.n <= MAX(table[i].lines, 2) && !lines.torn, "%s: torn, or too many lines",
               table[i].text);
        jutu_arena_free(arena);
    }
}

SUITE(typeset, { "lines", test_lines }, { "long", test_long }, { "narrowest", test_narrowest });
