#include "scale/scale.h"

#include "check_scale.h"

static void test_kinds(void)
{
    for (size_t i = 0; jutu_scale_types[i]; i++) {
        const JutuScaleType *type = jutu_scale_types[i];
        Bench bench = bench_new();
        CHECK_TRUE(type->name, jutu_scale_type_find(type->name) == type);
        CHECK_TRUE(type->name, type->doc[strlen(type->doc) - 1] == '.');
        CHECK_TRUE("both or neither", !type->lift == !type->ground);
        JutuScale *scale = jutu_scale_new(type, bench.context);
        jutu_scale_prepare(scale);
        jutu_scale_map(scale, jutu_number(0.5));
        jutu_scale_map(scale, jutu_string("华东"));
        JutuColor color;
        CHECK_TRUE("no colour", !jutu_scale_color(scale, jutu_number(0.5), &color) && color.a == 0);
        bench_free(bench);
    }
    CHECK_TRUE("any case", jutu_scale_type_find("Bin-Ordinal") != NULL);
    CHECK_TRUE("no such kind", jutu_scale_type_find("cubic") == NULL);
}

SUITE(scale, { "kinds", test_kinds });
