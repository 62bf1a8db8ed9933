#include "base/written.h"

#include "check.h"

static void test_texts(void)
{
    static const struct {
        double number;
        const char *text, *shown;
        bool spelt;
    } table[] = {
        { 3.1, "3.10", "3.10", true },
        { 3.1, "3.1", "3.1", false },
        { 1234, "1,234", "1,234", true },
        { 0, "0", "0", false },
        { 0, "-0", "-0", true },
        { 1e-7, "0.0000001", "0.0000001", true },
        { 100, "1e2", "1e2", true },
        { 12, "12%", "12%", true },
        { 1e21, "1000000000000000000000", "1000000000000000000000", true },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuValue value = jutu_written(jutu_number(table[i].number), table[i].text, arena);
        CHECK_TRUE(table[i].text, jutu_is_written(value) && value.number == table[i].number);
        CHECK_STR(table[i].text, jutu_to_text(value, arena), table[i].shown);
        CHECK_STR(table[i].text, jutu_written_text(value, arena), table[i].text);
        CHECK_SIZE(table[i].text, jutu_is_spelt(value), table[i].spelt);
    }
    JutuValue missing = jutu_written(jutu_null(), "—", arena);
    CHECK_STR("a label", jutu_to_text(missing, arena), "—");
    CHECK_TRUE("is null", jutu_is_nullish(missing) && jutu_is_blank(missing));
    JutuValue unread = jutu_unread(jutu_number(NAN), "约200", arena);
    CHECK_STR("shows as any", jutu_to_text(unread, arena), "NaN");
    CHECK_STR("but has its text", jutu_written_text(unread, arena), "约200");
    CHECK_TRUE("isn't written", !jutu_is_written(unread) && jutu_has_text(unread));
    CHECK_TRUE("computed", jutu_written_text(jutu_number(1), arena) == NULL);
    jutu_arena_free(arena);
}

static void test_spelt_as(void)
{
    JutuArena *arena = jutu_arena_new();
    JutuValue a = jutu_written(jutu_number(3.1), "3.10", arena);
    JutuValue b = jutu_written(jutu_number(3.1), "3.1", arena);
    char again[] = "3.10";
    CHECK_TRUE("not alike", !jutu_is_spelt_as(a, b));
    CHECK_TRUE("as computed", jutu_is_spelt_as(b, jutu_number(3.1)));
    CHECK_TRUE("alike", jutu_is_spelt_as(a, jutu_written(jutu_number(3.1), again, arena)));
    jutu_arena_free(arena);
}

SUITE(written, { "texts", test_texts }, { "spelt as", test_spelt_as });
