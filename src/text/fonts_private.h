/* What shape.c knows of fonts.c. */
#pragma once
#include <pango/pangofc-fontmap.h>

#include "text/shape.h"

/* How the texts of one language are set. */
typedef struct {
    const char *tag;    /* how HarfBuzz and Pango call it: one that Pango leaves on Latin, too */
    const char *suffix; /* of the faces of Noto CJK and Source Han: "SC" */
    bool compress;      /* adjacent full-width marks share their blanks */
    bool autospace;     /* a thin space between Han and Latin */
} JutuRegion;

/* @param lang  BCP 47; NULL: zh-Hans */
const JutuRegion *jutu_region_of(const char *lang);

typedef struct {
    JutuMeasure measure;
    JutuFonts *fonts;
    char *lang;
    const JutuRegion *region;
    PangoContext *context;
} JutuLanguage;

struct JutuFonts {
    PangoFontMap *map;
    GHashTable *families;  /* of what is installed, in lower case → Family */
    GHashTable *languages; /* BCP 47 → JutuLanguage */
    GHashTable *faces[2];  /* hb_face_t → JutuFace, upright and slanted */
    GHashTable *shaped;    /* key → JutuShaped */
};

/* A language's faces, made when first asked for; borrowed. */
const JutuLanguage *jutu_fonts_language(JutuFonts *fonts, const char *lang);

/* The faces for a CSS font list: those that are installed, then the language's own. */
PangoFontDescription *jutu_fonts_describe(const JutuLanguage *language, const JutuFont *font);
