/* Where lines of Chinese, Japanese, Korean, and of these mixed with Latin, may break. */
#pragma once
#include <glib.h>

/* What a break costs; from JUTU_BREAK_TORN on only where a line would be too long otherwise, the
 * lower the sooner. */
enum {
    JUTU_BREAK_GOOD = 0,    /* after a space, or a mark that ends a phrase */
    JUTU_BREAK_FAIR = 4,    /* where scripts meet, before a bracket, around a particle */
    JUTU_BREAK_POOR = 12,   /* between two other words; before a figure */
    JUTU_BREAK_BAD = 30,    /* after a word that begins a phrase, beside a word of one character */
    JUTU_BREAK_TORN = 120,  /* within a word or a date */
    JUTU_BREAK_SPLIT = 160, /* within a figure with its unit, a range, a word of letters */
    JUTU_BREAK_ILLEGAL = 200, /* before marks that mustn't start a line, after those that open */
    JUTU_BREAK_NEVER = 255,   /* within what readers take for one character; before spaces */
};

/*
 * Judges all places between characters: Unicode's rules, tailored by CLREQ's for Chinese (the level
 * of GB/T 15834, with dashes and ellipses as strict), JLREQ's for Japanese, Korean at spaces.
 * @param lang    BCP 47; NULL: zh-Hans
 * @param text    valid UTF-8 of n characters
 * @param breaks  n of JUTU_BREAK_…: breaks[i] is for the place before character i; the first is
 *                JUTU_BREAK_NEVER
 */
void jutu_breaks(const char *lang, const char *text, size_t n, guint8 *breaks);
