/*
 * Cells that are read as numbers, dates or nothing, and know how they were written: 3.10 counts as
 * 3.1, but stands on an axis of names, in a key or a text as "3.10". The text's number in the arena
 * is in `length`, which such values don't use else; what is computed of them is plain.
 */
#pragma once
#include "base/value.h"

/* What `length` holds: twice the number of a text (0: the value's own), 1 more if it is shown. */
enum { JUTU_WRITTEN_SHOWN = 1 };

/* The value, written so in its cell. @param text  borrowed; lives in the arena */
JutuValue jutu_written(JutuValue value, const char *text, JutuArena *arena);

/* A value that stands for a text that can't be read: it looks as any of its kind, and only messages
 * show the text. */
JutuValue jutu_unread(JutuValue value, const char *text, JutuArena *arena);

static inline bool jutu_has_text(JutuValue value)
{
    return value.type >= JUTU_NULL && value.type <= JUTU_DATE && value.length > 0;
}

/* Whether it is a cell that shows as it was written. */
static inline bool jutu_is_written(JutuValue value)
{
    return jutu_has_text(value) && value.length & JUTU_WRITTEN_SHOWN;
}

/* Whether it is a cell without a value: null, but no 0 in sums and comparisons. */
static inline bool jutu_is_gap(JutuValue value)
{
    return value.type == JUTU_NULL && jutu_is_written(value);
}

/* Whether it shows otherwise than a value that was computed. */
static inline bool jutu_is_spelt(JutuValue value)
{
    return jutu_is_written(value) && value.length > JUTU_WRITTEN_SHOWN;
}

/* Whether two values that count the same are written alike. */
static inline bool jutu_is_spelt_as(JutuValue a, JutuValue b)
{
    return (jutu_is_spelt(a) ? a.length : 0) == (jutu_is_spelt(b) ? b.length : 0);
}

/* What stands in its cell; NULL if it comes from none. */
const char *jutu_written_text(JutuValue value, JutuArena *arena);
