/* Where lines of Chinese, and of Chinese mixed with Latin, may break. */
#pragma once
#include <glib.h>

enum {
    JUTU_BREAK_GOOD = 0,    /* after a space, or a mark that ends a phrase */
    JUTU_BREAK_FAIR = 4,    /* where scripts meet, before a bracket, around a particle */
    JUTU_BREAK_POOR = 12,   /* between two other Han, perhaps within a word; before a figure */
    JUTU_BREAK_BAD = 30,    /* after a word that begins a phrase */
    JUTU_BREAK_NEVER = 255, /* marks that mustn't start or end a line, numbers with their units */
};

/*
 * Judges all places between characters, by CLREQ's basic rules and GB/T 15834.
 * @param text    valid UTF-8 of n characters
 * @param breaks  n of JUTU_BREAK_…: breaks[i] is for the place before character i; the first is
 *                JUTU_BREAK_NEVER
 */
void jutu_breaks(const char *text, size_t n, guint8 *breaks);
