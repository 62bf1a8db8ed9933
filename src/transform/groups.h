/*
 * Group-by: rows that agree in some fields. Vega compares by text, and joins the
 * texts of several fields in three ways.
 */
#pragma once
#include "data/table.h"

typedef enum {
    JUTU_KEYS_PIPE,  /* `${a}|${b}`: aggregate, joinaggregate, window, pivot */
    JUTU_KEYS_COMMA, /* String([a, b]), where null is "": impute, density, quantile, regression */
    JUTU_KEYS_JSON,  /* JSON.stringify([a, b]): stack */
} JutuKeyStyle;

typedef struct {
    size_t n;              /* how many groups, numbered in order of first appearance */
    size_t n_rows;         /* of the table */
    const uint32_t *of;    /* the group of each row */
    const uint32_t *first; /* the first row of each group */
} JutuGroups;

/* Rows listed by group: those of group g are rows[start[g]] to rows[start[g + 1] - 1], in order. */
typedef struct {
    uint32_t *rows;
    const uint32_t *start;
} JutuGroupRows;

/* @param fields  paths; none puts all rows, if there are any, into one group */
JutuGroups jutu_groups(const JutuTable *table, const char *const *fields, size_t n_fields,
                       JutuKeyStyle style, JutuArena *arena);

/* In the arena. */
JutuGroupRows jutu_group_rows(const JutuGroups *groups, JutuArena *arena);

/* The first row's value in a field, for each group. */
const JutuValue *jutu_group_values(const JutuGroups *groups, const JutuValue *cells,
                                   JutuArena *arena);

/* Numbers equal cells alike, from 0 in order of first appearance. @return how many there are */
size_t jutu_number_cells(const JutuValue *cells, size_t n, JutuKeyStyle style, uint32_t *out,
                         JutuArena *arena);
