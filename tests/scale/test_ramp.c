#include "scale/ramp.h"

#include "check_scale.h"

static void test_schemes(void)
{
    static const struct {
        const char *name;
        size_t n; /* 0: a ramp */
        const char *first, *last;
    } table[] = {
        { "blues", 0, "#cfe1f2", "#0a4a90" },
        { "BlueOrange", 0, "#134b85", "#994a07" },
        { "cividis", 0, "#002051", "#fce647" },
        { "tableau10", 10, "#4c78a8", "#bab0ac" },
        { "category20b", 20, "#393b79", "#de9ed6" },
        { "observable10", 10, "#4269d0", "#9498a0" },
        { "Set3", 12, "#8dd3c7", "#ffed6f" },
        { "blues-3", 3, "#9cc8e2", "#2978b8" },
        { "set1-4", 4, "#e41a1c", "#984ea3" },
        { "blues-", SIZE_MAX, "", "" },
        { "blues-0", SIZE_MAX, "", "" },
        { "blues-x", SIZE_MAX, "", "" },
        { "-3", SIZE_MAX, "", "" },
        { "", SIZE_MAX, "", "" },
        { "a name that is far longer than any scheme's could be-5", SIZE_MAX, "", "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuScheme scheme;
        char text[JUTU_COLOR_SIZE];
        bool found = jutu_scheme_find(table[i].name, arena, &scheme);
        CHECK_(found == (table[i].n != SIZE_MAX), "%s: found %d", table[i].name, found);
        if (found) {
            bool list = scheme.n > 0;
            JutuColor first = list ? scheme.colors[0] : jutu_ramp_at(scheme.ramp, 0);
            JutuColor last = list ? scheme.colors[scheme.n - 1] : jutu_ramp_at(scheme.ramp, 1);
            CHECK_SIZE(table[i].name, scheme.n, table[i].n);
            CHECK_STR(table[i].name, jutu_color_hex(first, text), table[i].first);
            CHECK_STR(table[i].name, jutu_color_hex(last, text), table[i].last);
        }
        jutu_arena_free(arena);
    }
}

/* Every row of schemes.def is whole: six digits a colour, all of them opaque. */
static void test_all(void)
{
    size_t n = 0;
    for (; jutu_scheme_names[n]; n++) {
        JutuArena *arena = jutu_arena_new();
        JutuScheme scheme;
        CHECK_TRUE(jutu_scheme_names[n], jutu_scheme_find(jutu_scheme_names[n], arena, &scheme));
        for (size_t c = 0; c < scheme.n; c++)
            CHECK_EXACT(jutu_scheme_names[n], scheme.colors[c].a, 1);
        for (int t = 0; scheme.ramp && t <= 50; t++)
            CHECK_EXACT(jutu_scheme_names[n], jutu_ramp_at(scheme.ramp, t / 50.0).a, 1);
        jutu_arena_free(arena);
    }
    CHECK_SIZE("schemes", n, 68);
}

static void test_parts(void)
{
    JutuArena *arena = jutu_arena_new();
    static const JutuColor colors[] = { { 1, 0, 0, 1 }, { 1, 1, 1, 1 }, { 0, 0, 1, 1 } };
    static const double back[] = { 1, 0 }, half[] = { 0.5, 1 };
    char text[JUTU_COLOR_SIZE];
    const JutuRamp *ramp = jutu_ramp_through(colors, 3, NULL, 1, arena);
    const JutuRamp *turned = jutu_ramp_part(ramp, back, arena);
    const JutuRamp *part = jutu_ramp_part(turned, half, arena);
    CHECK_STR("middle", jutu_color_hex(jutu_ramp_at(ramp, 0.5), text), "#ffffff");
    CHECK_STR("below", jutu_color_hex(jutu_ramp_at(ramp, -1), text), "#ff0000");
    CHECK_STR("turned", jutu_color_hex(jutu_ramp_at(turned, 0), text), "#0000ff");
    CHECK_STR("a part of that", jutu_color_hex(jutu_ramp_at(part, 0), text), "#ffffff");
    CHECK_STR("its end", jutu_color_hex(jutu_ramp_at(part, 1), text), "#ff0000");
    const JutuColor *three = jutu_ramp_quantize(ramp, 3, arena);
    CHECK_STR("a quarter", jutu_color_hex(three[0], text), "#ff8080");
    CHECK_STR("of one colour",
              jutu_color_hex(jutu_ramp_at(jutu_ramp_through(colors, 1, NULL, 1, arena), 0.7), text),
              "#ff0000");
    CHECK_EXACT("of none", jutu_ramp_at(jutu_ramp_through(colors, 0, NULL, 1, arena), 0.7).a, 0);
    CHECK_EXACT("nowhere", jutu_ramp_at(ramp, NAN).a, 0);
    jutu_arena_free(arena);
}

SUITE(scale_ramp, { "schemes", test_schemes }, { "all schemes", test_all },
      { "parts", test_parts });
