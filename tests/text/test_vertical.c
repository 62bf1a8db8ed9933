#include "text/vertical.h"

#include "check.h"

/* Ten px an em; the estimate has 8 px for each letter. */
static JutuVerticalSetting setting(const char *lang, double limit)
{
    return (JutuVerticalSetting){ jutu_measure_estimate(), lang, { .size = 10 }, limit };
}

static void print_columns(const JutuVertical *vertical, GString *out)
{
    for (size_t i = 0; i < vertical->n; i++) {
        const JutuVerticalColumn *column = &vertical->columns[i];
        g_string_append(out, i ? " | " : "");
        for (size_t k = 0; k < column->n; k++) {
            const JutuVerticalCell *cell = &column->cells[k];
            g_string_append_printf(out, "%s%s%.4g", k ? " " : "", cell->text, cell->start);
        }
        g_string_append_printf(out, " =%.4g", column->length);
    }
}

/* Each cell's text with its start, then the column's length. */
static void test_columns(void)
{
    static const struct {
        const char *row, *lang, *text;
        double limit;
        const char *want;
    } table[] = {
        { "Han by the em", "zh-Hans", "杭州", 0, "杭0 州10 =20" },
        { "two columns", "zh-Hans", "杭州\n市", 0, "杭0 州10 =20 | 市0 =10" },
        { "a word as long as it is", "ja", "東Asia", 0, "東0 Asia10.83 =42.83" },
        { "nothing beside figures", "zh-Hans", "年2024", 0, "年0 202410 =42" },
        { "a space", "zh-Hans", "甲 乙", 0, "甲0 10 乙12.5 =22.5" },
        { "an ideographic one", "zh-Hans", "甲　乙", 0, "甲0 10 乙20 =30" },
        { "marks at the ends are half an em", "zh-Hans", "（甲）", 0, "（-5 甲5 ）15 =20" },
        { "marks beside marks", "zh-Hans", "甲），乙", 0, "甲0 ）10 ，15 乙25 =35" },
        { "full in Taiwan", "zh-Hant-TW", "（甲）", 0, "（0 甲10 ）20 =30" },
        { "a colon stays", "zh-Hans", "甲：", 0, "甲0 ：10 =20" },
        { "quotes of the mainland", "zh-Hans", "甲“乙‘丙’”", 0,
          "甲0 『10 乙20 「30 丙40 」50 』55 =60" },
        { "of Taiwan", "zh-Hant-TW", "甲“乙”丙", 0, "甲0 「10 乙20 」30 丙40 =50" },
        { "cut to a limit", "zh-Hans", "甲乙丙丁", 30, "甲0 乙10 …20 =28" },
        { "within its limit", "zh-Hans", "甲乙丙", 30, "甲0 乙10 丙20 =30" },
        { "no room at all", "zh-Hans", "甲乙", 1, "…0 =8" },
        { "empty", "zh-Hans", "", 0, "" },
        { "not UTF-8", "zh-Hans", "甲\xff", 0,
          "甲0 \xef\xbf\xbd"
          "10 =18" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuVerticalSetting how = setting(table[i].lang, table[i].limit);
        g_autoptr(GString) got = g_string_new(NULL);
        print_columns(jutu_vertical_new(&how, table[i].text, arena), got);
        CHECK_STR(table[i].row, got->str, table[i].want);
        jutu_arena_free(arena);
    }
}

/* Figures side by side are made smaller where they don't fit. */
static void test_beside(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuVerticalSetting how = setting(NULL, 0);
    const JutuVertical *vertical = jutu_vertical_new(&how, "12", arena);
    CHECK_NUM("size", vertical->columns[0].cells[0].size, 7);
    CHECK_NUM("length", vertical->length, 10);
    jutu_arena_free(arena);
}

static void test_draw(void)
{
    static const struct {
        const char *row, *text;
        JutuAlign align;
        const char *want;
    } table[] = {
        { "upright and turned", "甲Asia", JUTU_ALIGN_LEFT,
          "甲 15,28.8 a0 center vertical; Asia 11.3,30.833 a90 left" },
        { "the first column at the right", "甲\n乙丙", JUTU_ALIGN_LEFT,
          "甲 21,28.8 a0 center vertical; 乙 9,28.8 a0 center vertical; "
          "丙 9,38.8 a0 center vertical" },
        { "centred", "甲\n乙丙", JUTU_ALIGN_CENTER,
          "甲 21,33.8 a0 center vertical; 乙 9,28.8 a0 center vertical; "
          "丙 9,38.8 a0 center vertical" },
        { "letters stay in their forms", "G甲", JUTU_ALIGN_LEFT,
          "G 15,28.8 a0 center; 甲 15,39.633 a0 center vertical" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuVerticalSetting how = setting(NULL, 0);
        const JutuVertical *vertical = jutu_vertical_new(&how, table[i].text, arena);
        g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
        JutuSceneNode like = { .kind = JUTU_SCENE_TEXT,
                               .text = { .font = { .size = 10 }, .align = table[i].align } };
        jutu_vertical_draw(vertical, (JutuRect){ 10, 20, 10, vertical->length }, 12, &like, out);
        size_t n;
        const JutuSceneNode *nodes = jutu_scene_take(out, &n);
        g_autoptr(GString) got = g_string_new(NULL);
        for (size_t k = 0; k < n; k++)
            g_string_append_printf(got, "%s%s %.5g,%.5g a%g %s%s", k ? "; " : "",
                                   nodes[k].text.text, nodes[k].text.x, nodes[k].text.y,
                                   nodes[k].text.angle,
                                   nodes[k].text.align == JUTU_ALIGN_CENTER ? "center" : "left",
                                   nodes[k].text.font.vertical ? " vertical" : "");
        CHECK_STR(table[i].row, got->str, table[i].want);
        jutu_arena_free(arena);
    }
}

static void test_suits(void)
{
    static const struct {
        const char *text;
        bool want;
    } table[] = { { "杭州", true }, { "GDP占比", true }, { "GDP", false }, { "2024", false },
                  { "かな", true }, { "", false },       { NULL, false } };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_EXACT(table[i].text ? table[i].text : "none", jutu_vertical_suits(table[i].text),
                    table[i].want);
}

SUITE(vertical, { "columns", test_columns }, { "beside", test_beside }, { "draw", test_draw },
      { "suits", test_suits });
