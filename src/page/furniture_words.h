/* What furniture says in each language, and how it is punctuated. */
#pragma once
#include "base/arena.h"

typedef struct {
    const char *lang;                     /* primary subtag, or "zh-Hant" */
    const char *unit, *note, *source;     /* with their colons */
    const char *open, *close;             /* around a work's title */
    const char *inner_open, *inner_close; /* the same within a title */
    const char *before_title;             /* between publisher and title */
    const char *between;                  /* two sources */
    const char *stop;                     /* ends a sentence; with the blank that follows */
    const char *after_figure;             /* between a figure's number and the title */
} JutuWords;

/* @param lang  BCP 47; of languages that aren't known, English */
const JutuWords *jutu_words(const char *lang);

/* When a source was published and read, in the language's brackets:
 * （2025年1月，2025年3月2日访问）.
 * @param date      in ISO 8601, as exactly as it is known; else shown as it is; NULL: unknown
 * @param accessed  likewise */
const char *jutu_words_dates(const JutuWords *words, const char *date, const char *accessed,
                             JutuArena *arena);

/* A title as the language quotes it: 《…》, with 《》 in it as 〈〉. */
const char *jutu_words_quote(const JutuWords *words, const char *title, JutuArena *arena);
