/*
 * spec/ checks what the user wrote against the tables of the grammar, every error of form in
 * one run, and knows nothing of what a member does.
 */
#pragma once
#include "base/context.h"

/*
 * Reports to the context: errors where a member can't be what it is, or isn't drawn by jutu;
 * warnings, with the nearest name, where Vega-Lite doesn't know it. At most JUTU_MOST_MESSAGES of
 * each.
 */
void jutu_spec_check(const json_t *spec, JutuContext *context);

/* The grammar as a Markdown text: what docs/grammar.md is. Owned, g_free() it. */
char *jutu_grammar_text(void);
