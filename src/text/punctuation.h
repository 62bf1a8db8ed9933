/* Chinese punctuation: which marks have blank halves, and where lines may not break. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Full-width marks with a blank half: after （《「“ it is on the left, after ），。” on the right.
 */
bool jutu_mark_opens(gunichar c);
bool jutu_mark_closes(gunichar c);

/* Whether a mark gives up its blank half beside its neighbours (0: the line's edge), so that two
 * marks take 1.5 em instead of 2, and lines start and end flush. */
bool jutu_mark_is_narrow(gunichar before, gunichar mark, gunichar after);

/* Han, and kana and hangul, which are set like it. */
bool jutu_char_is_han(gunichar c);

/* Whether one is Han and the other a Latin letter; figures stand close, as in 2024年. */
bool jutu_scripts_meet(gunichar before, gunichar after);
