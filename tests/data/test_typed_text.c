#include "data/typed_text.h"

#include "check.h"

static void test_trim(void)
{
    static const char *const table[][2] = {
        { "北京", "北京" },
        { " 北京 ", "北京" },
        { "\u3000北京\u00a0", "北京" },
        { "\ufeff北京", "北京" },
        { "北京\u200b\t", "北京" },
        { "北\u3000京", "北\u3000京" },
        { " \u3000\t", "" },
        { "", "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        size_t length = strlen(table[i][0]);
        const char *start = jutu_cell_trim(table[i][0], &length);
        g_autofree char *got = g_strndup(start, length);
        CHECK_STR(table[i][0], got, table[i][1]);
    }
}

static void test_kind(void)
{
    static const struct {
        const char *text;
        JutuCellKind kind;
    } table[] = {
        { "", JUTU_CELL_EMPTY },        { " \u3000", JUTU_CELL_EMPTY },
        { "—", JUTU_CELL_MISSING },     { "……", JUTU_CELL_MISSING },
        { " - ", JUTU_CELL_MISSING },   { "n/a", JUTU_CELL_MISSING },
        { "N/A", JUTU_CELL_MISSING },   { "#", JUTU_CELL_MISSING },
        { "#DIV/0!", JUTU_CELL_ERROR }, { "#n/a", JUTU_CELL_ERROR },
        { "#VALUE!", JUTU_CELL_ERROR }, { "#REF!", JUTU_CELL_ERROR },
        { "#NAME?", JUTU_CELL_ERROR },  { "#NUM!", JUTU_CELL_ERROR },
        { "#NULL!", JUTU_CELL_ERROR },  { "######", JUTU_CELL_ERROR },
        { "0", JUTU_CELL_VALUE },       { "-5", JUTU_CELL_VALUE },
        { "#1", JUTU_CELL_VALUE },      { "无锡", JUTU_CELL_VALUE },
        { "北京", JUTU_CELL_VALUE },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_SIZE(table[i].text, jutu_cell_kind(table[i].text, strlen(table[i].text)),
                   table[i].kind);
}

static void test_likeness(void)
{
    static const struct {
        const char *a, *b;
        bool alike;
    } table[] = {
        { "北　京", "北京", true },  { "Ａ股", "A股", true }, { "A 股", "A股", true },
        { "北京", "北京市", false }, { "a股", "A股", false }, { "（一）", "(一)", true },
        { "m²", "m2", false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *a = jutu_cell_likeness(table[i].a);
        g_autofree char *b = jutu_cell_likeness(table[i].b);
        CHECK_SIZE(table[i].a, strcmp(a, b) == 0, table[i].alike);
    }
}

SUITE(typed_text, { "trim", test_trim }, { "kind", test_kind }, { "likeness", test_likeness });
