/*
 * Units: 亿元 is 元 in tens of 10^8. Which steps a language counts in, and which of them a list of
 * numbers is best written in.
 */
#pragma once
#include "base/decimal.h"

typedef enum {
    JUTU_UNIT_PLAIN,   /* counted in steps */
    JUTU_UNIT_PERCENT, /* % */
    JUTU_UNIT_POINTS,  /* percentage points */
    JUTU_UNIT_SHARE,   /* of 1: shown in percent */
    JUTU_UNIT_NUMBER   /* none, and no steps */
} JutuUnitKind;

typedef struct {
    JutuUnitKind kind;
    int power;        /* of 10 */
    const char *base; /* "元"; NULL: unknown */
    bool known;       /* that it is a unit is sure: the table has the base */
} JutuUnit;

/* One step of a language. */
typedef struct {
    const char *lang;
    int power;
    const char *at_tick, *in_name;
} JutuUnitStep;

/* How numbers are written. */
typedef struct {
    int power;    /* they are divided by 10^power */
    int decimals; /* JUTU_OWN_DECIMALS: each as many as it needs */
    bool grouped; /* in thousands */
    bool each;    /* each has a step of its own, which follows it; `power` is that of the cells */
    bool unsigned_sides; /* negative numbers are of the other side, and have no sign */
    const char *lang;
} JutuNumberStyle;

enum { JUTU_OWN_DECIMALS = -1, JUTU_MOST_DIGITS = 5, JUTU_MOST_DECIMALS = 2 };

/* Reads the name of a unit. In the arena; text may be NULL. */
JutuUnit jutu_unit_parse(const char *text, JutuArena *arena);

/* The name of base × 10^power in a language: "亿元", "million yuan", or "" without either. Powers
 * between two steps are written out as far as the steps go: "千万元". */
const char *jutu_unit_name(const char *lang, int power, const char *base, JutuArena *arena);

/* The steps of a language, least first. */
const JutuUnitStep *jutu_unit_steps(const char *lang, size_t *n);

/*
 * The power of the step that numbers are best written in, where they are in tens of 10^cells: the
 * cells' own where that does, else the largest that isn't above the largest number, else any.
 * @return false if none fits
 */
bool jutu_unit_choose(const double *numbers, size_t n, int cells, const char *lang, int *out);

/* The most decimals that any of them needs. */
int jutu_unit_decimals(const double *numbers, size_t n, int power);

/* A number as its style says, in the arena. */
const char *jutu_number_text(double number, const JutuNumberStyle *style,
                             const JutuNumberLocale *locale, JutuArena *arena);
