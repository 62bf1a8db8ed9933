/* A text in one of Vega-Lite's formats to a table; for this folder's files. */
#pragma once
#include "data/datapackage.h"

typedef struct {
    JutuContext *context;
    size_t max_cells;
    const json_t *values;             /* NULL: a file has them */
    const json_t *format;             /* NULL: none */
    const char *type;                 /* of the format; NULL: as the text looks */
    size_t header;                    /* the line of the names, asked by hand; 0: not */
    const char *file;                 /* its name for messages; NULL: the text stands in the spec */
    const char *pointer;              /* of the data object */
    const JutuDataResource *resource; /* what a data package says of the file; NULL: nothing */
    const json_t *spec;               /* writes names of columns; NULL */
} JutuLoad;

/* The format that the ending of a URL names, before ".gz"; NULL: none. */
const char *jutu_load_type_of_url(const char *url);

/* Whether texts of a format are in cells and separators; NULL: it isn't known yet, so they may. */
bool jutu_load_is_delimited(const char *type);

/* `text` must live as long as the context's arena: messages look for places in it.
 * @return NULL with error set, without a place if that is known by now: `load` has it. */
const JutuTable *jutu_load_text(const JutuLoad *load, const char *text, size_t length,
                                GError **error);
