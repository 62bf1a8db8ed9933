/* Items, paint and marks in canonical form, and what reading JSON takes. */
#pragma once
#include <jansson.h>
#include <stdbool.h>

typedef struct {
    const char *name;
    const char *fallback; /* JSON; NULL: a number, without which nothing is drawn */
} ConformField;

/* A member's number; fallback if it has none. */
double conform_number(const json_t *object, const char *key, double fallback);

/* Whether a member is this text. */
bool conform_is(const json_t *object, const char *key, const char *text);

/* A borrowed member; JSON's null is as good as nothing: NULL. */
json_t *conform_member(const json_t *object, const char *key);

/* "#rrggbb" or "#rrggbbaa" as a new [r, g, b, a] of 255; other texts stay. NULL if it paints
 * nothing. */
json_t *conform_color(const json_t *value);

/* Copies fields with their defaults. @return false if a number isn't there or isn't finite */
bool conform_add_fields(json_t *out, const json_t *item, const ConformField *fields);

/* Copies fill and stroke as they are seen. @return false if nothing is painted */
bool conform_add_paints(json_t *out, const json_t *item);

/* Makes a "cornerRadius" four numbers. */
void conform_spread_radii(json_t *item);

/* @return a new mark with the items that are seen */
json_t *conform_mark(const json_t *mark);
