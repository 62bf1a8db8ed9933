/*
 * Numbers as a theme writes them: by their decimal digits. A unit shifts the point and never
 * divides, and halves are rounded away from zero: 17.45 is 17.5 to one decimal, as its text says,
 * although the double is a little less.
 */
#pragma once
#include "base/arena.h"
#include "base/format.h"

/*
 * How a number in tens of 10^power is written. Both counts are of the number's digits without those
 * that only its binary form has: 0.1 + 0.2 is 0.3.
 */
int jutu_decimal_places(double number, int power); /* needed after the point */
int jutu_decimal_whole(double number, int power);  /* before it; at least 1 */

/*
 * The number divided by 10^power, to so many decimals. What isn't 0 never reads 0 ("<0.1"), and 0
 * reads "0".
 * @param locale  NULL: en-US
 * @return in the arena
 */
const char *jutu_decimal_print(double number, int power, int decimals, bool grouped,
                               const JutuNumberLocale *locale, JutuArena *arena);
