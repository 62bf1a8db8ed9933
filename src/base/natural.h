/*
 * Orders that names have by themselves: years, quarters, months, weekdays, 第N, 一二三, ages and
 * sizes, by the numbers in them; and what is left over, 其他, which has no place among them.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Whether a name is that of what is left over: 其他, 其它, 其余, Other, Others. */
bool jutu_is_rest(const char *name);

typedef enum {
    JUTU_ORDER_NONE,  /* the names have none of their own */
    JUTU_ORDER_RISES, /* they have one */
    JUTU_ORDER_FALLS, /* they are given in the exact reverse of it */
} JutuOwnOrder;

/*
 * The own order of different names.
 * @param names    NULL: a name that is none; it stands last
 * @param lang     BCP 47: where weeks begin
 * @param numbers  whether names that are numbers and nothing else have one; else only years have
 * @param[out] places  of each name in it, from 0; as they are given if they have none. What is left
 *                     over is last, and doesn't count in finding it
 */
JutuOwnOrder jutu_own_order(const char *const *names, size_t n, const char *lang, bool numbers,
                            size_t *places);
