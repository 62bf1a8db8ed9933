/* Names of font families: the table of equivalents. */
#include "text/families.h"

#include <stdbool.h>
#include <string.h>

static const struct {
    JutuFontStyle style;
    JutuFamilyKind kind;
    const char *name;
} families[] = {
#define JUTU_FAMILY(style, kind, name) { JUTU_STYLE_##style, JUTU_FAMILY_##kind, name },
#include "text/families.def"
#undef JUTU_FAMILY
};

/* "Noto Sans CJK-SC" → "notosanscjksc" */
static char *plain_name(const char *name)
{
    g_autofree char *lower = g_utf8_strdown(name, -1);
    GString *plain = g_string_new(NULL);
    for (const char *at = lower; *at; at++)
        if (!strchr(" -_", *at))
            g_string_append_c(plain, *at);
    return g_string_free(plain, FALSE);
}

static bool is_suffix(const char *text)
{
    static const char *const suffixes[] = { "sc", "tc", "hk", "jp", "kr", "cn",
                                            "tw", "hc", "j",  "k",  NULL };
    return g_strv_contains(suffixes, text);
}

static bool is_named(const char *row, const char *plain)
{
    size_t length = strlen(row);
    if (row[length - 1] != '%')
        return strcmp(row, plain) == 0;
    return strncmp(row, plain, length - 1) == 0 && is_suffix(plain + length - 1);
}

JutuFamilyKind jutu_family_kind(const char *name, JutuFontStyle *style)
{
    g_autofree char *plain = plain_name(name);
    *style = JUTU_STYLE_SANS;
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
        if (!is_named(families[i].name, plain))
            continue;
        *style = families[i].style;
        return families[i].kind;
    }
    return JUTU_FAMILY_UNKNOWN;
}

static char *bare_name(const char *css)
{
    g_autofree char *copy = g_strstrip(g_strdup(css));
    size_t length = strlen(copy);
    bool quoted = length > 1 && (*copy == '"' || *copy == '\'') && copy[length - 1] == *copy;
    return quoted ? g_strndup(copy + 1, length - 2) : g_strdup(copy);
}

char **jutu_family_names(const char *list)
{
    g_auto(GStrv) parts = g_strsplit(list ? list : "", ",", -1);
    GPtrArray *names = g_ptr_array_new();
    for (size_t i = 0; parts[i]; i++) {
        char *name = bare_name(parts[i]);
        if (*name)
            g_ptr_array_add(names, name);
        else
            g_free(name);
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}
