#include "base/unit.h"

#include <math.h>
#include <string.h>

#include "base/lang.h"

static const JutuUnitStep steps[] = {
#define JUTU_UNIT_STEP(lang, power, at_tick, in_name) { lang, power, at_tick, in_name },
#include "base/units.def"
};

static const struct {
    int power;
    const char *text;
} multiples[] = {
#define JUTU_UNIT_MULTIPLE(power, text) { power, text },
#include "base/units.def"
};

static const char *const bases[] = {
#define JUTU_UNIT_BASE(text) text,
#include "base/units.def"
};

static const struct {
    JutuUnitKind kind;
    const char *text;
} ratios[] = {
#define JUTU_UNIT_RATIO(kind, text) { JUTU_UNIT_##kind, text },
#include "base/units.def"
};

static bool is_base(const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bases); i++) {
        if (strcmp(bases[i], text) == 0)
            return true;
    }
    return false;
}

/* Reads what a name begins with; *text moves on. */
static int take_multiple(const char **text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(multiples); i++) {
        size_t length = strlen(multiples[i].text);
        bool ascii = g_ascii_isalpha(multiples[i].text[0]);
        bool same = ascii ? g_ascii_strncasecmp(*text, multiples[i].text, length) == 0
                          : strncmp(*text, multiples[i].text, length) == 0;
        if (!same)
            continue;
        *text += length;
        return multiples[i].power;
    }
    return 0;
}

JutuUnit jutu_unit_parse(const char *text, JutuArena *arena)
{
    JutuUnit unit = { .kind = JUTU_UNIT_PLAIN };
    if (!text || !*text)
        return unit;
    g_autofree char *stripped = g_strstrip(g_strdup(text));
    for (size_t i = 0; i < G_N_ELEMENTS(ratios); i++) {
        if (g_ascii_strcasecmp(ratios[i].text, stripped) == 0)
            return (JutuUnit){ ratios[i].kind, 0, NULL, true };
    }
    const char *at = stripped;
    g_autofree char *alone = g_strconcat(stripped, " ", NULL); /* "million" */
    const char *end = alone;
    int whole = take_multiple(&end);
    if (!*end && whole)
        return (JutuUnit){ JUTU_UNIT_PLAIN, whole, NULL, true };
    while (!is_base(at)) {
        int power = take_multiple(&at);
        if (!power)
            break;
        unit.power += power;
    }
    unit.known = *at == '\0' || is_base(at);
    unit.base = *at ? jutu_arena_strdup(arena, at) : NULL;
    return unit;
}

const JutuUnitStep *jutu_unit_steps(const char *lang, size_t *n)
{
    const char *found = "en";
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (jutu_lang_is(lang, steps[i].lang))
            found = steps[i].lang; /* a later row is the closer one */
    }
    const JutuUnitStep *first = NULL;
    *n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (strcmp(steps[i].lang, found) != 0)
            continue;
        first = first ? first : &steps[i];
        ++*n;
    }
    return first;
}

const char *jutu_unit_name(const char *lang, int power, const char *base, JutuArena *arena)
{
    size_t n;
    const JutuUnitStep *own = jutu_unit_steps(lang, &n);
    const char *step = power ? jutu_arena_printf(arena, "10^%d ", power) : "";
    for (size_t i = 0; i < n; i++) {
        if (own[i].power == power)
            step = own[i].in_name;
    }
    GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(own[0].in_name));
    for (size_t i = 0; i < G_N_ELEMENTS(multiples) && *step == '1'; i++) {
        gunichar first = g_utf8_get_char(multiples[i].text);
        if (multiples[i].power == power && g_unichar_get_script(first) == script)
            step = multiples[i].text;
    }
    const char *name = jutu_arena_printf(arena, "%s%s", step, base ? base : "");
    return g_strchomp((char *)name);
}

/* Whether numbers in tens of 10^power can be written with few digits and decimals, exactly. */
static bool fits(const double *numbers, size_t n, int power)
{
    for (size_t i = 0; i < n; i++) {
        int places = jutu_decimal_places(numbers[i], power);
        int whole = jutu_decimal_whole(numbers[i], power);
        if (places > JUTU_MOST_DECIMALS || places + whole > JUTU_MOST_DIGITS)
            return false;
    }
    return true;
}

/* A step that numbers fit in: the largest that the largest of them reaches, or the least above. */
static bool choose_step(const double *numbers, size_t n, int cells, const char *lang, int *out)
{
    size_t n_steps;
    const JutuUnitStep *own = jutu_unit_steps(lang, &n_steps);
    double most = 0;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, fabs(numbers[i]));
    size_t reached = 0;
    while (reached < n_steps && most >= pow(10, own[reached].power - cells))
        reached++;
    for (size_t i = 0; i < n_steps; i++) {
        size_t at = i < reached ? reached - 1 - i : i;
        *out = own[at].power;
        if (fits(numbers, n, *out - cells))
            return true;
    }
    return false;
}

bool jutu_unit_choose(const double *numbers, size_t n, int cells, const char *lang, int *out)
{
    if (!fits(numbers, n, 0)) {
        if (choose_step(numbers, n, cells, lang, out))
            return true;
        if (cells != 0 && fits(numbers, n, -cells)) {
            *out = 0;
            return true;
        }
    }
    *out = cells;
    return fits(numbers, n, 0);
}

int jutu_unit_decimals(const double *numbers, size_t n, int power)
{
    int most = 0;
    for (size_t i = 0; i < n; i++)
        most = MAX(most, jutu_decimal_places(numbers[i], power));
    return most;
}

/* The largest step of which the number has at least one, and that leaves few decimals. */
static const JutuUnitStep *own_step(double number, const JutuNumberStyle *style)
{
    size_t n;
    const JutuUnitStep *own = jutu_unit_steps(style->lang, &n);
    for (size_t i = n; i > 0; i--) {
        int power = own[i - 1].power - style->power;
        bool reached = fabs(number) >= pow(10, power);
        if (reached && jutu_decimal_places(number, power) <= JUTU_MOST_DECIMALS)
            return &own[i - 1];
    }
    return NULL;
}

const char *jutu_number_text(double number, const JutuNumberStyle *style,
                             const JutuNumberLocale *locale, JutuArena *arena)
{
    if (style->unsigned_sides)
        number = fabs(number);
    const JutuUnitStep *step = style->each ? own_step(number, style) : NULL;
    int power = step ? step->power - style->power : style->each ? -style->power : style->power;
    int decimals = style->decimals == JUTU_OWN_DECIMALS ? jutu_decimal_places(number, power)
                                                        : style->decimals;
    const char *digits = jutu_decimal_print(number, power, decimals, style->grouped, locale, arena);
    return step ? jutu_arena_printf(arena, "%s%s", digits, step->at_tick) : digits;
}
