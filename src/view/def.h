/*
 * Channel definitions: what `encoding.x` and its like say, with types inferred
 * and short forms spelled out (vega-lite's channeldef.ts).
 */
#pragma once
#include "base/context.h"
#include "base/value.h"
#include "view/channel.h"

typedef enum {
    JUTU_UNTYPED,
    JUTU_QUANTITATIVE,
    JUTU_TEMPORAL,
    JUTU_ORDINAL,
    JUTU_NOMINAL,
    JUTU_GEOJSON,
} JutuFieldType;

typedef enum {
    JUTU_NOT_BINNED,
    JUTU_BIN,    /* to be binned: `bin` has the parameters */
    JUTU_BINNED, /* bin: "binned": the data come in bins */
} JutuBinning;

/* A time unit as written, normalised. units == 0: none. */
typedef struct {
    unsigned units; /* JutuTimeUnit bits; 0 with maxbins */
    bool utc, binned;
    double step;    /* 0: 1 */
    double maxbins; /* 0: not given */
} JutuTimeUnitDef;

typedef struct JutuChannelDef JutuChannelDef;
struct JutuChannelDef {
    JutuChannel channel;
    const json_t *json; /* as written: for messages */
    const json_t *full; /* with types inferred and short forms spelled out: for other members */
    bool is_field;      /* has a field, or is a count */
    bool is_datum, is_value;
    const char *field;     /* the path as written; NULL for a count */
    const char *aggregate; /* an op's name, "argmin" and "argmax" included; NULL: none */
    const char *argument;  /* of argmin and argmax: the field that is minimised */
    JutuBinning binning;
    const json_t *bin; /* parameters, an object with maxbins or step (of JUTU_BIN) */
    JutuTimeUnitDef time_unit;
    JutuFieldType type;
    const json_t
        *sort; /* normalised: array | {"field"|"encoding"|"op", "order"} | string | null; NULL */
    const json_t *scale; /* object, or null/false: no scale; NULL: not given */
    const json_t *guide; /* axis, legend or header: object or null; NULL: not given */
    const json_t *stack, *impute, *datum, *value, *title, *format,
        *format_type;                   /* NULL: not given */
    double band_position;               /* NaN: not given */
    const json_t *condition;            /* object or array; NULL */
    const JutuChannelDef *of_condition; /* the field or datum def inside `condition`; NULL: none */
};

/* Whether the definition has a time unit that jutu itself computes (not "binned…"). */
static inline bool jutu_has_time_unit(const JutuChannelDef *def)
{
    return def && (def->time_unit.units || def->time_unit.maxbins > 0);
}

typedef struct JutuChart JutuChart;

/*
 * Reads a channel definition; vega-lite's initChannelDef with its warnings.
 * @return NULL if the definition defines nothing
 */
const JutuChannelDef *jutu_channel_def(const json_t *json, JutuChannel channel,
                                       const JutuChart *chart);

/* A time unit as a string or as {"unit", "step", "utc", "maxbins", "binned"}. */
JutuTimeUnitDef jutu_time_unit_def(const json_t *json);

/* getFieldDef, getFieldOrDatumDef: the definition itself or that inside its condition; NULL. */
const JutuChannelDef *jutu_field_def(const JutuChannelDef *def);
const JutuChannelDef *jutu_field_or_datum_def(const JutuChannelDef *def);

/* Suffixes of the columns that a bin or time unit makes. */
typedef struct {
    const char *bin_suffix; /* "end" "range" "mid"; NULL */
    const char *suffix;     /* NULL: none */
    const char *prefix;     /* NULL: none */
    bool nofn;              /* the raw field */
    bool as;                /* a column's name rather than a path to read it by */
} JutuColumnOptions;

/*
 * vega-lite's vgField: the path under which a table has what the definition asks
 * for: "mean_x", "yearmonth_date_end", "bin_maxbins_10_x", argmax_y["x"]. Nested
 * paths were flattened into columns, so their dots are escaped; with `as` the
 * column's plain name. options NULL: none. In the arena.
 */
const char *jutu_def_column(const JutuChannelDef *def, const JutuColumnOptions *options,
                            JutuArena *arena);

/* The same for the bare parts of a transform or sort ({"op", "field"}). */
const char *jutu_op_column(const char *op, const char *field, JutuArena *arena);

/* A user's field as the path to its flattened column: "a.b" is read by a\.b. NULL of NULL. */
const char *jutu_path_column(const char *field, JutuArena *arena);

/* Discrete by its own type: nominal, ordinal, or binned quantitative. */
bool jutu_def_is_discrete(const JutuChannelDef *def);
/* A typed field that is not discrete, or a number datum. */
bool jutu_def_is_continuous(const JutuChannelDef *def);
/* isUnbinnedQuantitativeFieldOrDatumDef */
bool jutu_def_is_measure(const JutuChannelDef *def);
/* isFieldOrDatumDefForTimeFormat */
bool jutu_def_is_time_format(const JutuChannelDef *def);

/* The title of a field: guide's, own, or made from field and function ("Mean of x").
 * @return a JSON value: string, list of strings, or null to disable; NULL if there is none. Owned
 * by the arena. */
const json_t *jutu_def_title(const JutuChannelDef *def, const json_t *config, bool allow_disabling,
                             bool include_default, JutuArena *arena);

/* format and formatType of the definition or its guide; NULL each if not given. */
void jutu_def_format(const JutuChannelDef *def, const json_t **format, const json_t **format_type);

/* Whether a channel's cells are sorted by a value of their rows: a field's, or how many they are.
 */
bool jutu_facet_sorts_by_rows(const JutuChannelDef *def);
