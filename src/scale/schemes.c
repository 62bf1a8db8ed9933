#include <glib.h>
#include <string.h>

#include "scale/ramp.h"

enum { DIGITS = 6, LONGEST_NAME = 32, MOST_COLORS = 1000 };

static const struct {
    const char *name;
    const char *digits;
    bool smooth;
} schemes[] = {
#define SCHEME_RAMP(name, digits) { #name, digits, true },
#define SCHEME_LIST(name, digits) { #name, digits, false },
#include "scale/schemes.def"
#undef SCHEME_RAMP
#undef SCHEME_LIST
};

const char *const jutu_scheme_names[] = {
#define SCHEME_RAMP(name, digits) #name,
#define SCHEME_LIST(name, digits) #name,
#include "scale/schemes.def"
#undef SCHEME_RAMP
#undef SCHEME_LIST
    NULL,
};

static const JutuColor *decode(const char *digits, size_t *n, JutuArena *arena)
{
    *n = strlen(digits) / DIGITS;
    JutuColor *colors = jutu_new(arena, JutuColor, *n);
    for (size_t i = 0; i < *n; i++) {
        char text[DIGITS + 2] = "#";
        memcpy(text + 1, digits + i * DIGITS, DIGITS);
        jutu_color_parse(text, &colors[i]);
    }
    return colors;
}

/* "blues-5": cuts the count off the name. @return it, or 0 */
static size_t split_count(char *name)
{
    char *dash = strrchr(name, '-'), *end;
    if (!dash)
        return 0;
    guint64 count = g_ascii_strtoull(dash + 1, &end, 10);
    if (*end || end == dash + 1 || count > MOST_COLORS)
        return 0;
    *dash = '\0';
    return (size_t)count;
}

static bool find_scheme(const char *name, size_t count, JutuArena *arena, JutuScheme *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        if (g_ascii_strcasecmp(schemes[i].name, name) != 0)
            continue;
        size_t n;
        const JutuColor *colors = decode(schemes[i].digits, &n, arena);
        if (!schemes[i].smooth)
            *out = (JutuScheme){ .colors = colors, .n = count ? MIN(n, count) : n };
        else if (count)
            *out = (JutuScheme){ .n = count,
                                 .colors = jutu_ramp_quantize(
                                     jutu_ramp_through(colors, n, NULL, 1, arena), count, arena) };
        else
            *out = (JutuScheme){ .ramp = jutu_ramp_through(colors, n, NULL, 1, arena) };
        return true;
    }
    return false;
}

bool jutu_scheme_find(const char *name, JutuArena *arena, JutuScheme *out)
{
    char stem[LONGEST_NAME];
    *out = (JutuScheme){ .n = 0 };
    if (find_scheme(name, 0, arena, out))
        return true;
    if (g_strlcpy(stem, name, sizeof(stem)) >= sizeof(stem))
        return false;
    size_t count = split_count(stem);
    return count > 0 && find_scheme(stem, count, arena, out);
}
