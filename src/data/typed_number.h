/* Numbers as people write them in tables: "1,234", "6.58%", "￥500", "1.2万", "(300)". */
#pragma once
#include "data/typed_text.h"

/* What a number counts, where its cell says so. */
typedef enum {
    JUTU_COUNTS_NOTHING,
    JUTU_COUNTS_PERCENT,
    JUTU_COUNTS_PERMILLE,
    JUTU_COUNTS_YUAN,
    JUTU_COUNTS_DOLLARS,
    JUTU_COUNTS_EUROS,
    JUTU_COUNTS_POUNDS,
    JUTU_COUNTS_SECONDS, /* h:mm:ss, or mm:ss */
    JUTU_N_COUNTS,
} JutuCounts;

/* "%", "元"; "" of JUTU_COUNTS_NOTHING. */
extern const char *const jutu_counts_unit[JUTU_N_COUNTS];

/* How a number is written, other than a program would. */
enum {
    JUTU_FORM_GROUPS = 1,    /* 1,234 */
    JUTU_FORM_COMMA = 2,     /* 3,14: read only where told */
    JUTU_FORM_PERCENT = 4,   /* 12%, 3‰ */
    JUTU_FORM_UNIT = 8,      /* ￥500, 3万 */
    JUTU_FORM_BRACKETS = 16, /* (300) */
    JUTU_FORM_SIGN = 32,     /* 300-, and signs that aren't ASCII */
    JUTU_FORM_WIDE = 64,     /* １２ */
    JUTU_FORM_CLOCK = 128,   /* 3:30 */
};

typedef struct {
    double number;
    JutuCounts counts;
    unsigned forms;
    bool identifier; /* a zero before another digit, or more than 15 digits and nothing else */
} JutuTypedNumber;

/*
 * Reads a cell.
 * @param decimal_comma  3,14 is 3.14, and there are no other commas
 * @return false if it is no number
 */
bool jutu_typed_number(const char *text, size_t length, bool decimal_comma, JutuTypedNumber *out);
