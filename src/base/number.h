/* Numbers as JavaScript reads, rounds and prints them, whatever the locale. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { JUTU_NUMBER_SIZE = 32 }; /* room for any number's text */

/* Number.prototype.toString(): the shortest digits that give the same double back.
 * @return out */
char *jutu_number_print(double number, char out[JUTU_NUMBER_SIZE]);

/* JavaScript's Number(text): outer white space is skipped, "" is 0, 0x1f, 0b1, 0o7, Infinity;
 * anything else that isn't wholly a number is NaN. */
double jutu_number_parse(const char *text, size_t length);

/* parseFloat(): the longest number that begins the text, else NaN. */
double jutu_number_parse_prefix(const char *text);

/* Math.round(): halves go up. */
double jutu_round(double number);
