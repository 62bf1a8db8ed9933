#include "data/typed_zone.h"

#include "check.h"

static void test_settle(void)
{
    static const struct {
        const char *row, *a, *b;
        bool given, utc;
        const char *zone, *warning;
    } table[] = {
        { "one offset", "2024-04-29T00:30:00+08:00", "2024-04-30T00:30:00+08:00", false, false,
          "+08:00", NULL },
        { "half hours", "2024-04-29 00:30-03:30", "2024-04-30 00:30-0330", false, false, "-03:30",
          NULL },
        { "none", "2024-04-29T00:30:00", "2024-04-30 00:30", false, false, "UTC", NULL },
        { "days", "2024-04-29", "2024-04-30", false, false, "UTC", NULL },
        { "a zone is given", "2024-04-29T00:30:00+08:00", "2024-04-30T00:30:00+09:00", true, false,
          "UTC", NULL },
        { "the spec counts in UTC", "2024-04-29T00:30:00+08:00", "2024-04-30T00:30:00+09:00", false,
          true, "UTC", NULL },
        { "two offsets", "2024-04-29T00:30:00+08:00", "2024-04-30T00:30:00+09:00", false, false,
          "UTC",
          "t mixes offsets from UTC: +08:00, and from line 0 on +09:00; times are shown in UTC, "
          "unless --timezone says otherwise" },
        { "one without", "2024-04-29T00:30:00Z", "2024-04-30 00:30", false, false, "UTC",
          "t mixes offsets from UTC: +00:00, and from line 0 on none; times are shown in UTC, "
          "unless --timezone says otherwise" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuContext) context = jutu_context_new(arena);
        context->zone_given = table[i].given;
        context->dates_in_utc = table[i].utc;
        JutuValue cells[] = { jutu_string(table[i].a), jutu_null(), jutu_string(table[i].b) };
        JutuColumn column = { "t", cells };
        JutuTable texts = { .n_rows = 3, .n_columns = 1, .columns = &column };
        jutu_typed_settle_zone(&texts, &column, context);
        CHECK_STR(table[i].row, jutu_zone_name(context->zone), table[i].zone);
        CHECK_SIZE(table[i].row, context->messages->len, table[i].warning != NULL);
        for (guint m = 0; table[i].warning && m < context->messages->len; m++)
            CHECK_STR(table[i].row, ((const JutuMessage *)context->messages->pdata[m])->text,
                      table[i].warning);
        jutu_arena_free(arena);
    }
}

/* The first column says it; another that says otherwise is a warning. */
static void test_columns(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    JutuValue a = jutu_string("2024-04-29T00:30:00+08:00");
    JutuValue b = jutu_string("2024-04-29T00:30:00+09:00");
    JutuColumn columns[] = { { "a", &a }, { "b", &b } };
    JutuTable table = { .n_rows = 1, .n_columns = 2, .columns = columns };
    jutu_typed_settle_zone(&table, &columns[0], context);
    jutu_typed_settle_zone(&table, &columns[0], context);
    CHECK_SIZE("no word", context->messages->len, 0);
    jutu_typed_settle_zone(&table, &columns[1], context);
    CHECK_SIZE("a warning", context->messages->len, 1);
    CHECK_STR("the first", jutu_zone_name(context->zone), "+08:00");
    CHECK_EXACT("east", jutu_zone_offset(context->zone, 0), 28800000);
    jutu_arena_free(arena);
}

SUITE(typed_zone, { "settle", test_settle }, { "columns", test_columns });
