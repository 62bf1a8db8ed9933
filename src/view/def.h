/*
 * Channel definitions: what `encoding.x` and its like say, with types inferred
 * and short forms spelled out (vega-lite's channeldef.ts).
 */
#pragma once
#include "base/context.h"
#include "base/value.h"
#include "normalise/channel.h"

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

/*
 * Where a table has what a definition asks for. What has no bin or time unit that jutu computes is
 * found under its value in all four; "undefined" stands for no field. Owned by the arena.
 */
typedef struct {
    const char *value;       /* "mean_x", "yearmonth_date", "bin_maxbins_10_x", argmax_y["x"] */
    const char *end;         /* of a bin or time unit: "bin_maxbins_10_x_end" */
    const char *range, *mid; /* of a bin: its text, and its middle */
} JutuColumnNames;

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
    /* normalised: array | {"field"|"encoding"|"op", "order"} | string | null; NULL */
    const json_t *sort;
    bool descending;     /* sort is that text */
    const json_t *scale; /* object, or null/false: no scale; NULL: not given */
    const json_t *guide; /* axis, legend or header: object or null; NULL: not given */
    const json_t *stack, *impute, *datum, *value, *title, *format,
        *format_type;                   /* NULL: not given */
    double band_position;               /* NaN: not given */
    const json_t *condition;            /* object or array; NULL */
    const JutuChannelDef *of_condition; /* the field or datum def inside `condition`; NULL: none */
    /* vega-lite's vgField. Nested paths were flattened into columns, so the dots in a path are
     * escaped; a column is the plain name. */
    JutuColumnNames path, column;
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

/* getFieldDef, getFieldOrDatumDef: the definition itself or that inside its condition; NULL. */
const JutuChannelDef *jutu_field_def(const JutuChannelDef *def);
const JutuChannelDef *jutu_field_or_datum_def(const JutuChannelDef *def);

/* Names a definition's columns, from its JSON in full: the last step of jutu_channel_def(). */
void jutu_def_name_columns(JutuChannelDef *def, JutuArena *arena);

/* The path of a column that goes with the definition's: "sum_x_start". In the arena. */
const char *jutu_def_suffixed_path(const JutuChannelDef *def, const char *suffix, JutuArena *arena);
/* The same as a column's plain name. */
const char *jutu_def_suffixed_column(const JutuChannelDef *def, const char *suffix,
                                     JutuArena *arena);

/* Where rows have their place in the definition's own order, an array: "x_a_sort_index". */
const char *jutu_def_sort_path(const JutuChannelDef *def, JutuArena *arena);
const char *jutu_def_sort_column(const JutuChannelDef *def, JutuArena *arena);

/* The column of the bare parts of a transform or sort ({"op", "field"}): "mean_a.b". */
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

/* Whether a theme orders its values, as no sort is given: names that are neither times nor bins. */
bool jutu_def_has_own_order(const JutuChannelDef *def, const JutuContext *context);

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
