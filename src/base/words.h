/* What jutu itself says in a chart, in the chart's language. */
#pragma once
#include "base/arena.h"

typedef enum {
#define JUTU_WORD(id, ...) JUTU_WORD_##id,
#include "base/words.def"
#undef JUTU_WORD
    JUTU_N_WORDS
} JutuWordId;

/* @param lang  BCP 47; of languages that aren't known, English */
const char *jutu_word(const char *lang, JutuWordId id);

/* The same with texts for its {}, in the arena. @param second  NULL: it has one */
const char *jutu_word_with(const char *lang, JutuWordId id, const char *first, const char *second,
                           JutuArena *arena);

/* Whether the word is there for a function of Vega-Lite, such as "mean". @return JUTU_N_WORDS: no
 */
JutuWordId jutu_word_find(const char *name);
