/* Words of Chinese and Japanese text, which has no spaces: from ICU's dictionary. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/*
 * Finds the likeliest division of a text into words.
 * @param inside  n of them: whether the place before a character lies within a word; false outside
 *                of Han and kana, and everywhere on a machine without ICU's data
 */
void jutu_words_find(const gunichar *text, size_t n, bool *inside);
