#include "text/families.h"

#include "check.h"

static void test_kinds(void)
{
    static const struct {
        const char *name;
        JutuFamilyKind kind;
        JutuFontStyle style;
    } table[] = {
        { "sans-serif", JUTU_FAMILY_GENERIC, JUTU_STYLE_SANS },
        { "ui-serif", JUTU_FAMILY_GENERIC, JUTU_STYLE_SERIF },
        { "思源黑体", JUTU_FAMILY_SAME, JUTU_STYLE_SANS },
        { "思源黑体 CN", JUTU_FAMILY_SAME, JUTU_STYLE_SANS },
        { "Source Han Sans SC", JUTU_FAMILY_SAME, JUTU_STYLE_SANS },
        { "SourceHanSansSC", JUTU_FAMILY_SAME, JUTU_STYLE_SANS },
        { "Noto Sans CJK SC", JUTU_FAMILY_SAME, JUTU_STYLE_SANS },
        { "Noto Sans TC", JUTU_FAMILY_SAME, JUTU_STYLE_SANS },
        { "noto-serif-cjk-jp", JUTU_FAMILY_SAME, JUTU_STYLE_SERIF },
        { "Noto Sans", JUTU_FAMILY_UNKNOWN, JUTU_STYLE_SANS }, /* of Latin alone */
        { "Noto Sans Thai", JUTU_FAMILY_UNKNOWN, JUTU_STYLE_SANS },
        { "SimSun", JUTU_FAMILY_OTHER, JUTU_STYLE_SERIF },
        { "宋体", JUTU_FAMILY_OTHER, JUTU_STYLE_SERIF },
        { "仿宋_GB2312", JUTU_FAMILY_OTHER, JUTU_STYLE_SERIF },
        { "FangSong", JUTU_FAMILY_OTHER, JUTU_STYLE_SERIF },
        { "Songti TC", JUTU_FAMILY_OTHER, JUTU_STYLE_SERIF },
        { "PMingLiU", JUTU_FAMILY_OTHER, JUTU_STYLE_SERIF },
        { "SimHei", JUTU_FAMILY_OTHER, JUTU_STYLE_SANS },
        { "Microsoft YaHei", JUTU_FAMILY_OTHER, JUTU_STYLE_SANS },
        { "PingFang HK", JUTU_FAMILY_OTHER, JUTU_STYLE_SANS },
        { "Consolas", JUTU_FAMILY_OTHER, JUTU_STYLE_MONO },
        { "NoSuchFont", JUTU_FAMILY_UNKNOWN, JUTU_STYLE_SANS },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuFontStyle style;
        CHECK_EXACT(table[i].name, (int)jutu_family_kind(table[i].name, &style),
                    (int)table[i].kind);
        CHECK_EXACT(table[i].name, (int)style, (int)table[i].style);
    }
}

static void test_names(void)
{
    static const struct {
        const char *list, *want;
    } table[] = {
        { "Georgia", "Georgia" },
        { " 'Times New Roman' , serif", "Times New Roman|serif" },
        { "\"a b\",,c", "a b|c" },
        { "'", "'" },
        { "", "" },
        { NULL, "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_auto(GStrv) names = jutu_family_names(table[i].list);
        g_autofree char *got = g_strjoinv("|", names);
        CHECK_STR(table[i].list ? table[i].list : "none", got, table[i].want);
    }
}

SUITE(families, { "kinds", test_kinds }, { "names", test_names });
