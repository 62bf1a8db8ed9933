#include "base/context.h"

#include "check.h"

static void test_random(void)
{
    /* vega.randomLCG(42): the first of them, then the thousandth */
    static const double want[] = { 0.5823075997560786, 0.6101966954815186, 0.912484144751208,
                                   0.5537503978953466, 0.5714005425439219 };
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    for (size_t i = 0; i < ROWS(want) - 1; i++) {
        double got = jutu_random(context);
        CHECK_EXACT("random", got, want[i]);
    }
    for (size_t i = ROWS(want) - 1; i < 999; i++)
        jutu_random(context);
    double last = jutu_random(context);
    CHECK_EXACT("the thousandth", last, want[ROWS(want) - 1]);
    jutu_context_free(context);
    jutu_arena_free(arena);
}

static void test_defaults(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    CHECK_STR("language", context->lang, "zh-Hans");
    CHECK_EXACT("now", context->now, 1768478400000.0);
    CHECK_TRUE("UTC", context->zone == jutu_zone_utc());
    CHECK_TRUE("memory", context->arena == arena);
    jutu_context_free(context);
    jutu_arena_free(arena);
}

static void test_zone(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    GError *error = NULL;
    CHECK_TRUE("known", jutu_context_set_zone(context, "Asia/Shanghai", &error));
    CHECK_STR("set", jutu_zone_name(context->zone), "Asia/Shanghai");
    CHECK_TRUE("unknown", !jutu_context_set_zone(context, "Asia/Nowhere", &error) && error);
    CHECK_STR("stays", jutu_zone_name(context->zone), "Asia/Shanghai");
    CHECK_TRUE("UTC", jutu_context_set_zone(context, "UTC", NULL));
    CHECK_TRUE("is the one of its name", context->zone == jutu_zone_utc());
    g_clear_error(&error);
    jutu_context_free(context);
    jutu_arena_free(arena);
}

SUITE(context, { "random", test_random }, { "defaults", test_defaults }, { "zone", test_zone });
