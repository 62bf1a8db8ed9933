#include "base/error.h"
#include "base/format.h"

#include "check.h"

/* d3's FormatSpecifier.toString(). */
static const char *print(const JutuFormatSpec *spec, JutuArena *arena)
{
    g_autoptr(GString) text = g_string_new(*spec->fill ? spec->fill : " ");
    g_string_append_c(text, spec->align ? spec->align : '>');
    g_string_append_c(text, spec->sign ? spec->sign : '-');
    if (spec->symbol)
        g_string_append_c(text, spec->symbol);
    if (spec->zero)
        g_string_append_c(text, '0');
    if (spec->width >= 0)
        g_string_append_printf(text, "%d", MAX(1, spec->width));
    if (spec->comma)
        g_string_append_c(text, ',');
    if (spec->precision >= 0)
        g_string_append_printf(text, ".%d", spec->precision);
    if (spec->trim)
        g_string_append_c(text, '~');
    if (spec->type)
        g_string_append_c(text, spec->type);
    return jutu_arena_strdup(arena, text->str);
}

static void test_print(void)
{
    static const char *const table[][2] = {
        { "", " >-" },
        { "d", " >-d" },
        { ",.1f", " >-,.1f" },
        { "<<5", "<<-5" },
        { "=+$012,.3~s", " =+$012,.3~s" },
        { "图^ #0,x", "图^ #0,x" },
        { "00d", " >-01d" },
        { "(5%", " >(5%" },
        { ">", " >-" },
        { ".999999f", " >-.1000f" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuFormatSpec spec;
        CHECK_TRUE(table[i][0], jutu_format_parse(table[i][0], &spec, NULL));
        CHECK_STR(table[i][0], print(&spec, arena), table[i][1]);
    }
    jutu_arena_free(arena);
}

static void test_refused(void)
{
    static const char *const table[] = {
        "foo",
        ".-2s",
        ".f",
        "d ",
        "中",
        "5.2.3f",
        "^^^d",
        "😀>5d",
        "\n>5d",
        "ff",
        "%%",
        "10001d",
        "99999999999999999999d",
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GError) error = NULL;
        JutuFormatSpec spec;
        CHECK_TRUE(table[i], !jutu_format_parse(table[i], &spec, &error));
        CHECK_TRUE(table[i], g_error_matches(error, JUTU_ERROR, JUTU_ERROR_SPEC));
        CHECK_TRUE("quotes it", strstr(error->message, table[i]) != NULL);
    }
}

SUITE(format_spec, { "print", test_print }, { "refused", test_refused });
