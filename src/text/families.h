/* Names of font families: what they mean where they aren't installed. */
#pragma once
#include <glib.h>

typedef enum { JUTU_STYLE_SANS, JUTU_STYLE_SERIF, JUTU_STYLE_MONO } JutuFontStyle;

typedef enum {
    JUTU_FAMILY_UNKNOWN,
    JUTU_FAMILY_GENERIC, /* a style: "serif" */
    JUTU_FAMILY_SAME,    /* the faces that Han are drawn with, under another name or for a region */
    JUTU_FAMILY_OTHER    /* a family that others may stand in for */
} JutuFamilyKind;

/* What a name means; `style` is set to sans-serif where it is unknown. */
JutuFamilyKind jutu_family_kind(const char *name, JutuFontStyle *style);

/* The families that a CSS font list names, without blanks and quotes; to be freed. */
char **jutu_family_names(const char *list);
