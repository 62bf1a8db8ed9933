#include "base/arena.h"

#include <stdlib.h>

#include "check.h"

static void test_alloc(void)
{
    JutuArena *arena = jutu_arena_new();
    double *big = jutu_new(arena, double, 100000);
    CHECK_EXACT("zeroed", big[99999], 0.0);
    for (int i = 0; i < 1000; i++) {
        char *byte = jutu_new(arena, char, 1);
        double *number = jutu_new(arena, double, 1);
        CHECK_SIZE("aligned", (uintptr_t)number % _Alignof(double), 0);
        *byte = 'x';
        *number = i;
    }
    CHECK_STR("printf", jutu_arena_printf(arena, "%s-%d", "图", 1), "图-1");
    jutu_arena_free(arena);
}

static void count_up(void *handle)
{
    ++*(int *)handle;
}

static void test_own(void)
{
    int destroyed = 0;
    JutuArena *arena = jutu_arena_new();
    CHECK_TRUE("returns the handle", jutu_arena_own(arena, &destroyed, count_up) == &destroyed);
    jutu_arena_own(arena, &destroyed, count_up);
    jutu_arena_free(arena);
    CHECK_SIZE("destroyed once each", destroyed, 2);
}

SUITE(arena, { "alloc", test_alloc }, { "own", test_own });
