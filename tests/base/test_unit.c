#include "base/unit.h"

#include <stdlib.h>

#include "base/tick.h"
#include "check.h"

static void test_parse(void)
{
    static const struct {
        const char *text;
        JutuUnitKind kind;
        int power;
        const char *base;
        bool known;
    } table[] = {
        { "元", JUTU_UNIT_PLAIN, 0, "元", true },
        { "亿元", JUTU_UNIT_PLAIN, 8, "元", true },
        { "万亿元", JUTU_UNIT_PLAIN, 12, "元", true },
        { "百万人", JUTU_UNIT_PLAIN, 6, "人", true },
        { "千瓦时", JUTU_UNIT_PLAIN, 0, "千瓦时", true },
        { "亿千瓦时", JUTU_UNIT_PLAIN, 8, "千瓦时", true },
        { "万千瓦", JUTU_UNIT_PLAIN, 4, "千瓦", true },
        { "億元", JUTU_UNIT_PLAIN, 8, "元", true },
        { "兆元", JUTU_UNIT_PLAIN, 12, "元", true },
        { "万株", JUTU_UNIT_PLAIN, 4, "株", true },
        { "million yuan", JUTU_UNIT_PLAIN, 6, "yuan", true },
        { "million", JUTU_UNIT_PLAIN, 6, NULL, true },
        { "万", JUTU_UNIT_PLAIN, 4, NULL, true },
        { "产值", JUTU_UNIT_PLAIN, 0, "产值", false },
        { "%", JUTU_UNIT_PERCENT, 0, NULL, true },
        { "个百分点", JUTU_UNIT_POINTS, 0, NULL, true },
        { "share", JUTU_UNIT_SHARE, 0, NULL, true },
        { "", JUTU_UNIT_PLAIN, 0, NULL, false },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuUnit got = jutu_unit_parse(table[i].text, arena);
        CHECK_TRUE(table[i].text, got.kind == table[i].kind);
        CHECK_TRUE(table[i].text, got.power == table[i].power);
        CHECK_STR(table[i].text, got.base ? got.base : "", table[i].base ? table[i].base : "");
        CHECK_TRUE(table[i].text, got.known == table[i].known);
    }
    jutu_arena_free(arena);
}

static void test_name(void)
{
    static const struct {
        const char *lang;
        int power;
        const char *base, *want;
    } table[] = {
        { "zh-Hans", 8, "元", "亿元" },
        { "zh-TW", 12, "元", "兆元" },
        { "ja", 8, "円", "億円" },
        { "ko", 4, "명", "만 명" },
        { "en", 6, "yuan", "million yuan" },
        { "en-GB", 9, NULL, "bn" },
        { "zh", 0, "元", "元" },
        { "zh", 0, NULL, "" },
        { "zh", 6, "人", "百万人" },
        { "pt", 3, "t", "K t" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_STR(table[i].want,
                  jutu_unit_name(table[i].lang, table[i].power, table[i].base, arena),
                  table[i].want);
    jutu_arena_free(arena);
}

static void test_choose(void)
{
    static const struct {
        const char *lang;
        double most, step;
        int cells, want; /* want -1: none */
    } table[] = {
        { "zh", 80000, 20000, 0, 0 },     { "zh", 100000, 20000, 0, 4 },
        { "zh", 14e12, 2e12, 0, 12 },     { "zh", 5e8, 1e8, 0, 8 },
        { "zh", 8e7, 2e7, 0, 4 },         { "zh", 1.5e8, 0.5e8, 0, 8 },
        { "zh", 600000, 200000, 4, 8 },   { "zh", 60000, 20000, 4, 4 },
        { "zh", 0.0003, 0.0001, 8, 4 },   { "zh", 0.004, 0.001, 4, 0 },
        { "en", 500000, 100000, 0, 3 },   { "en", 5e6, 1e6, 0, 6 },
        { "zh-Hant", 3e12, 1e12, 0, 12 }, { "zh", 1234567, 1, 0, -1 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        double ticks[] = { 0, table[i].most - table[i].step, table[i].most };
        int power;
        bool found = jutu_unit_choose(ticks, 3, table[i].cells, table[i].lang, &power);
        CHECK_TRUE(table[i].lang, found == (table[i].want >= 0));
        CHECK_EXACT(table[i].lang, power, table[i].want < 0 ? table[i].cells : table[i].want);
    }
}

static void test_text(void)
{
    static const struct {
        const char *lang;
        double number;
        int cells;
        const char *want;
    } table[] = {
        { "zh", 0, 0, "0" },           { "zh", 1000, 0, "1,000" },   { "zh", 1e4, 0, "1万" },
        { "zh", 1e6, 0, "100万" },     { "zh", 1e8, 0, "1亿" },      { "zh", 1e14, 0, "100万亿" },
        { "zh", 0.01, 0, "0.01" },     { "zh", 12345, 0, "12,345" }, { "zh-HK", 1e12, 0, "1兆" },
        { "ja", 1e8, 0, "1億" },       { "ko", 1e4, 0, "1만" },      { "en", 1e4, 0, "10K" },
        { "en", 1e6, 0, "1 million" }, { "en", 1e9, 0, "1 bn" },     { "zh", 3, 8, "3亿" },
        { "zh", 0.00001, 8, "1,000" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuNumberStyle style = { .power = table[i].cells,
                                  .decimals = JUTU_OWN_DECIMALS,
                                  .grouped = true,
                                  .each = true,
                                  .lang = table[i].lang };
        CHECK_STR(table[i].want, jutu_number_text(table[i].number, &style, NULL, arena),
                  table[i].want);
    }
    jutu_arena_free(arena);
}

/* Reads a label back: sign, separators, digits, and the step that follows. */
static double read_back(const char *label, const char *lang, JutuArena *arena)
{
    size_t n;
    const JutuUnitStep *steps = jutu_unit_steps(lang, &n);
    const char *digits = jutu_arena_strdup(arena, label);
    double sign = 1;
    int power = 0;
    if (g_str_has_prefix(digits, "−")) {
        sign = -1;
        digits += strlen("−");
    }
    for (size_t i = 0; i < n; i++) {
        if (g_str_has_suffix(label, steps[i].at_tick))
            power = steps[i].power; /* 万亿 comes after 亿 */
    }
    g_autoptr(GString) plain = g_string_new(NULL);
    for (; *digits && (g_ascii_isdigit(*digits) || *digits == '.' || *digits == ','); digits++) {
        if (*digits != ',')
            g_string_append_c(plain, *digits);
    }
    g_string_append_printf(plain, "e%d", power);
    return sign * g_ascii_strtod(plain->str, NULL);
}

static double random_number(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return (double)(*seed >> 8) / (double)(1u << 24);
}

static const char *const langs[] = {
    "zh-Hans", "zh-Hant", "ja", "ko", "en", "de", "fr", "es", "ru"
};

/* As CHECK_(), but counts only what isn't so: there are many. */
#define MUST(ok, ...) \
    do { \
        if (!(ok)) \
            CHECK_(false, __VA_ARGS__); \
    } while (0)

/* Ticks of any domain read back to their values, exactly where a unit fits. */
static void check_domain(const char *lang, unsigned *seed, JutuArena *arena)
{
    double size = pow(10, random_number(seed) * 24 - 6), low = random_number(seed) * size;
    double high = low + random_number(seed) * size;
    size_t n;
    const double *ticks = jutu_ticks(random_number(seed) < 0.3 ? -low : low, high, 5, arena, &n);
    int cells = (int)(random_number(seed) * 3) * 4, power;
    bool fits = jutu_unit_choose(ticks, n, cells, lang, &power);
    JutuNumberStyle style = { .power = power - cells,
                              .decimals = jutu_unit_decimals(ticks, n, power - cells),
                              .grouped = true,
                              .lang = lang };
    for (size_t i = 0; i < n; i++) {
        const char *label = jutu_number_text(ticks[i], &style, NULL, arena);
        double got = read_back(label, "none", arena) * pow(10, power - cells);
        double off = fabs(got - ticks[i]) / fmax(fabs(ticks[i]), 1e-300);
        MUST(ticks[i] == 0 ? got == 0 : off < 1e-11, "%s: %s in 10^%d is not %.17g", lang, label,
             power - cells, ticks[i]);
        MUST(!fits || strlen(label) <= 9 + strlen("−"), "%s: %s is long", lang, label);
    }
}

/* A number with a step of its own reads back exactly; a rounded one within its last digit. */
static void check_value(const char *lang, unsigned *seed, JutuArena *arena)
{
    double number = pow(10, random_number(seed) * 24 - 8) * (random_number(seed) < 0.3 ? -1 : 1);
    JutuNumberStyle own = {
        .decimals = JUTU_OWN_DECIMALS, .grouped = true, .each = true, .lang = lang
    };
    const char *label = jutu_number_text(number, &own, NULL, arena);
    double got = read_back(label, lang, arena);
    MUST(fabs(got - number) <= 1e-11 * fabs(number), "%s: %s is not %.17g", lang, label, number);
    int decimals = (int)(random_number(seed) * 3), power = (int)(random_number(seed) * 4) * 4;
    label = jutu_decimal_print(number, power, decimals, true, NULL, arena);
    double last = pow(10, power - decimals);
    if (*label == '<' || *label == '>')
        MUST(fabs(number) < last / 2 * 1.0000001, "%s isn't for %.17g", label, number);
    else
        MUST(fabs(read_back(label, "none", arena) * pow(10, power) - number) <=
                 last / 2 * 1.0000001 + 1e-12 * fabs(number),
             "%s in 10^%d is not %.17g", label, power, number);
}

static void test_back(void)
{
    enum { ROUNDS = 10000 };
    for (size_t l = 0; l < ROWS(langs); l++) {
        unsigned seed = 20240229u + (unsigned)l;
        JutuArena *arena = jutu_arena_new();
        for (int i = 0; i < ROUNDS; i++) {
            check_domain(langs[l], &seed, arena);
            check_value(langs[l], &seed, arena);
        }
        jutu_arena_free(arena);
    }
}

SUITE(unit, { "units are read", test_parse }, { "and named", test_name },
      { "one for all ticks", test_choose }, { "one for each", test_text },
      { "labels read back", test_back });
