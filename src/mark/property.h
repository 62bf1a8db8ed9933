/* Properties of mark items as Vega names them: what an encoding sets, and the column it fills. */
#pragma once
#include "mark/items.h"

typedef enum {
#define JUTU_PROPERTY(id, ...) JUTU_P_##id,
#include "mark/properties.def"
#undef JUTU_PROPERTY
    JUTU_N_PROPERTIES,
    JUTU_NO_PROPERTY = JUTU_N_PROPERTIES,
} JutuProperty;

typedef enum {
    JUTU_PROPERTY_PLACE,  /* x and its like, which settle each other: see place.c */
    JUTU_PROPERTY_PLAIN,  /* a number; null is 0 */
    JUTU_PROPERTY_NUMBER, /* a number; null leaves it unset */
    JUTU_PROPERTY_WEIGHT, /* of a font: a number or "bold" */
    JUTU_PROPERTY_STRING,
    JUTU_PROPERTY_TEXT, /* to be drawn: a text, or a list of its lines */
    JUTU_PROPERTY_PAINT,
    JUTU_PROPERTY_DASH,
    JUTU_PROPERTY_NOTE, /* has no column: what it means is known where it is asked for */
} JutuPropertyKind;

typedef struct {
    const char *name;
    JutuPropertyKind kind;
    int column;   /* a JutuItemNumber or JutuItemString, by kind */
    bool of_mark; /* the mark's definition may set it (vega-lite's VG_MARK_CONFIGS) */
} JutuPropertyType;

extern const JutuPropertyType jutu_properties[JUTU_N_PROPERTIES];
