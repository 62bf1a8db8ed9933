/*
 * Encoding, for the files of this folder: from a unit's table and scales to the columns of its
 * items. What vega-lite's compile/mark/encode does with production rules is done here: the mark's
 * own file says which reference each property gets, and those are then read for all rows at once.
 */
#pragma once
#include "mark/mark.h"
#include "mark/ref.h"

struct JutuEncoder {
    const JutuView *unit;
    const JutuFrame *frame; /* scales and size of the view the unit is drawn in */
    const JutuChart *chart;
    JutuArena *arena;
    const JutuTable *table; /* of one facet cell; its rows become the items */
    JutuExprHost *host;
    const JutuRef *refs[JUTU_N_PROPERTIES]; /* NULL: not set */
    GError *error;                          /* the first failure */
};

/* How a mark's file makes its items. */
typedef struct {
    /* Says where the items' properties come from. */
    void (*encode)(JutuEncoder *encoder);
    /* NULL, or what is left to do once the items have their columns. */
    void (*finish)(JutuEncoder *encoder, JutuItems *items);
} JutuMarkEncoder;

extern const JutuMarkEncoder *const jutu_mark_encoders[JUTU_N_MARKS]; /* by a mark's id */

/* == What the marks' own files are made of == */

/* Parts of the mark's definition that only some marks read. */
enum {
    JUTU_WITH_COLOR = 1,
    JUTU_WITH_SIZE = 2,
    JUTU_WITH_ORIENT = 4,
    JUTU_WITH_ALIGN = 8, /* and baseline */
    JUTU_WITH_THETA = 16,
};
/* The properties of all marks: paints, opacities, those of the definition (baseEncodeEntry). */
void jutu_encode_base(JutuEncoder *encoder, unsigned with);

/* Where a mark stands whose channel isn't encoded. */
typedef enum {
    JUTU_NOWHERE,
    JUTU_AT_MIDDLE,
    JUTU_AT_ZERO_OR_MIN,
    JUTU_AT_ZERO_OR_MAX,
} JutuDefaultPlace;

/* A point's position. @param channel  x, y, theta or radius */
void jutu_encode_point(JutuEncoder *encoder, JutuChannel channel, JutuDefaultPlace place,
                       JutuProperty property);
/* Both ends, or an end and a size. */
void jutu_encode_range(JutuEncoder *encoder, JutuChannel channel, JutuDefaultPlace place,
                       JutuDefaultPlace place2);
/* A rectangle's side, by bands, bins or both ends. */
void jutu_encode_rect(JutuEncoder *encoder, JutuChannel channel);

/* A channel that isn't a position. @param fallback  NULL: what the definition and config say */
void jutu_encode_channel(JutuEncoder *encoder, JutuChannel channel, JutuProperty property,
                         const JutuRef *fallback);
/* point, circle and square. @param shape  NULL: as encoded */
void jutu_encode_symbol(JutuEncoder *encoder, const char *shape);
/* fill and stroke */
void jutu_encode_paints(JutuEncoder *encoder);
/* text, href, url: formatted */
void jutu_encode_text(JutuEncoder *encoder, JutuChannel channel, JutuProperty property);

/* == For the files of this stage == */

void jutu_encoder_fail(JutuEncoder *encoder, GError *error); /* takes the error over */

/* A number of the definition or config, which may be an expression; NaN if it is none. */
double jutu_encoder_number(JutuEncoder *encoder, const json_t *json);

/* The scale of a channel that the unit itself encodes; NULL: it has none. */
const JutuScale *jutu_encoder_scale(JutuEncoder *encoder, JutuChannel channel);
/* The type of the channel's scale, be it only the other layers'; NULL: there is none. */
const JutuScaleType *jutu_encoder_scale_type(const JutuEncoder *encoder, JutuChannel channel);
/* Whether a type is of bands that have a width. */
static inline bool jutu_is_band(const JutuScaleType *type)
{
    return type && type->banded && !type->thin;
}

static inline JutuChannel jutu_main_channel(JutuChannel channel)
{
    return jutu_channels[channel].main;
}

/* The middle of a field's, datum's or value's extent (vega-lite's midPoint). */
typedef struct {
    JutuChannel channel;
    const JutuChannelDef *def, *def2; /* NULL: the fallback */
    const JutuScale *scale;
    bool imputed;            /* the stack has the middles of bins in a column */
    double band;             /* NaN: the definition's own */
    const JutuRef *offset;   /* NULL: none */
    const JutuRef *fallback; /* NULL: none */
} JutuMiddle;
const JutuRef *jutu_ref_middle(JutuEncoder *encoder, const JutuMiddle *middle);

/* The definition's datum, or what the path reads, scaled. @param path  NULL: its own */
JutuRef *jutu_ref_def(JutuEncoder *encoder, const JutuChannelDef *def, const JutuScale *scale,
                      const char *path, const JutuRef *offset);
/* A place between the definition's column and its end, or another definition's column.
 * @param suffixes  of start and end; NULL: none and "end" */
JutuRef *jutu_ref_between(JutuEncoder *encoder, const JutuChannelDef *def,
                          const JutuChannelDef *def2, const JutuScale *scale, double at,
                          const char *const suffixes[2]);
/* The output that config.scale.invalid has for invalid values; NULL: they have none. */
JutuRef *jutu_ref_invalid(JutuEncoder *encoder, JutuChannel channel, const JutuChannelDef *def);
/* A scale's zero, or its domain's near end if it has none. NULL without a scale. */
JutuRef *jutu_ref_zero(JutuEncoder *encoder, JutuChannel channel, bool max);
/* Where an unencoded channel stands; NULL: nowhere. */
const JutuRef *jutu_ref_default(JutuEncoder *encoder, JutuChannel channel, JutuDefaultPlace place);
/* xOffset, as encoded or by the mark's definition; NULL: none. */
typedef struct {
    const JutuRef *ref;
    bool encoded;
} JutuOffset;
JutuOffset jutu_encoder_offset(JutuEncoder *encoder, JutuChannel channel, double band);
/* A JSON position; "width" and "height" mean the view's. */
JutuRef *jutu_ref_place(JutuEncoder *encoder, JutuChannel channel, const json_t *json);
/* The property for x that an aligned mark sets: x, xc or x2. */
JutuProperty jutu_aligned_property(const JutuEncoder *encoder, JutuChannel channel, bool at_start);
/* "width" of x, x2; "height"; NULL of polar channels. */
const char *jutu_size_name(JutuChannel channel);
JutuProperty jutu_size_property(JutuChannel channel);
/* x, startAngle … */
JutuProperty jutu_place_property(JutuChannel channel);

/* A definition's conditions as rules, then the rule for invalid values, then the definition's own
 * reference; NULL: there is nothing. */
typedef const JutuRef *(*JutuMainRef)(JutuEncoder *encoder, const JutuChannelDef *def,
                                      const void *data);
const JutuRef *jutu_ref_conditions(JutuEncoder *encoder, const JutuChannelDef *def,
                                   JutuRef *invalid, JutuMainRef main_ref, const void *data);

/* The properties that Vega's config sets where the encoding doesn't. */
void jutu_encode_defaults(JutuEncoder *encoder);

/* Which rows become items, and in which order; series of path marks. */
void jutu_encode_rows(JutuEncoder *encoder, JutuItems *out);

/* References to columns. */
void jutu_encode_columns(JutuEncoder *encoder, JutuItems *out);
void jutu_encode_places(JutuEncoder *encoder, JutuItems *out);
void jutu_encode_defined(JutuEncoder *encoder, JutuItems *out);
/* Under a theme: marks other than paths are without rows that a logarithmic scale doesn't have. */
void jutu_encode_leave_out(JutuEncoder *encoder);
/* The rounded boxes of stacks (getGroupsForStackedBarWithCornerRadius). */
bool jutu_encode_has_stack_boxes(const JutuEncoder *encoder);
/* The columns that tell stacks apart; NULL-terminated. */
const char *const *jutu_stack_box_columns(const JutuEncoder *encoder);
void jutu_encode_stack_boxes(JutuEncoder *encoder, JutuItems *out);
