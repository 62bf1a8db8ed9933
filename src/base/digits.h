/* Decimal digits of a double: the shortest that give it back, or as many as asked for. */
#pragma once
#include <stdbool.h>

enum { JUTU_DIGITS_MAX = 101 };

/* d.ddd… * 10^exponent */
typedef struct {
    char digits[JUTU_DIGITS_MAX + 1];
    int n, exponent;
} JutuDigits;

/* The fewest digits that read back as the same double; number is finite and above 0. */
JutuDigits jutu_digits_shortest(double number);

/*
 * Rounded to n digits, 1 to JUTU_DIGITS_MAX. The exact binary value counts, and
 * a tie goes up: 2.5 is 3, but 1.005, being a little less, is 1.00. number is
 * finite and not below 0.
 */
JutuDigits jutu_digits_rounded(double number, int n);

enum { JUTU_FIXED_SIZE = 160 };

/* Rounded to 0 to JUTU_DIGITS_MAX decimals as above, with a point; number is from 0 to 1e21.
 * @return out */
char *jutu_digits_fixed(double number, int decimals, char out[JUTU_FIXED_SIZE]);

/* The exponent of 10 of a number of either sign. @return false if it is 0 or not finite */
bool jutu_digits_exponent(double number, int *out);
