/* The tables of a unit, as what asks for them names them. */
#pragma once

/* Which of a unit's tables is meant: vega-lite's data source types. */
typedef enum {
    JUTU_DATA_RAW,        /* before aggregation */
    JUTU_DATA_MAIN,       /* what the marks are drawn from */
    JUTU_DATA_UNFILTERED, /* main and its invalid rows, where marks leave them out */
    JUTU_DATA_FILTERED,   /* main without its invalid rows, where marks show them */
    JUTU_N_DATA,
} JutuDataKind;
