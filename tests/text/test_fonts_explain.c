#include "jutu/jutu.h"

#include "check.h"

/* Without the folders of files, which differ between systems. */
static char *without_files(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i]; i++) {
        char *tab = strrchr(lines[i], '\t');
        if (tab && strchr(tab, '/'))
            *tab = '\0';
    }
    return g_strjoinv("|", lines);
}

static void test_texts(void)
{
    static const struct {
        const char *row, *lang, *family, *text, *want;
        bool missing;
    } table[] = {
        { "one face", NULL, NULL, "深圳GDP", "深圳GDP\tNoto Sans CJK SC Regular|", false },
        { "by language", "ja", NULL, "骨", "骨\tNoto Sans CJK JP Regular|", false },
        { "two faces", NULL, "DejaVu Sans", "GDP深",
          "GDP\tDejaVu Sans Book|深\tNoto Sans CJK SC Regular|", false },
        { "missing", NULL, NULL, "深\xf4\x8f\xbf\xbd圳",
          "深\tNoto Sans CJK SC Regular|\xf4\x8f\xbf\xbd\tmissing: no font has U+10FFFD|"
          "圳\tNoto Sans CJK SC Regular|",
          true },
        { "right to left", NULL, "DejaVu Sans", "\xd7\xa9\xd7\x9c",
          "\xd7\xa9\xd7\x9c\tDejaVu Sans Book|", false },
        { "empty", NULL, NULL, "", "", false },
        { "a family", NULL, "serif", NULL,
          "serif:|中A\tNoto Serif CJK SC Regular|serif bold:|中A\tNoto Serif CJK SC Bold|"
          "serif italic:|中\tNoto Serif CJK SC Regular|A\tNoto Serif CJK SC Regular (slanted)|",
          false },
        { "with an italic of its own", NULL, "DejaVu Serif", "A", "A\tDejaVu Serif Book|", false },
        { "another name of the same", NULL, "思源宋体", "中", "中\tNoto Serif CJK SC Regular|",
          false },
        { "one that isn't there", NULL, "仿宋", "中",
          "missing: \"仿宋\" isn't installed; Noto Serif CJK SC stands in|"
          "中\tNoto Serif CJK SC Regular|",
          true },
        { "the second one is there", NULL, "仿宋, DejaVu Sans", "A", "A\tDejaVu Sans Book|",
          false },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        bool missing;
        g_autofree char *text = jutu_fonts_explain(fonts, table[i].lang, table[i].family,
                                                   table[i].text, &missing);
        g_autofree char *got = without_files(text);
        CHECK_STR(table[i].row, got, table[i].want);
        CHECK_EXACT(table[i].row, missing, table[i].missing);
    }
}

SUITE(fonts_explain, { "texts", test_texts });
