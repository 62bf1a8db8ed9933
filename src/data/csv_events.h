/* Cells and row ends of a delimited text, event by event: the layer on libcsv. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Embed it as a reader's first member. */
typedef struct JutuCsvEvents JutuCsvEvents;
struct JutuCsvEvents {
    void (*field)(void *text, size_t length, void *self); /* counts n_fields up */
    void (*row)(JutuCsvEvents *self);                     /* the row has ended */
    size_t n_fields;                                      /* of the row so far; 0: a blank line */
    bool after_cr;     /* the last row ended in a carriage return */
    bool open_quote;   /* the text ends within quotes */
    const char *opens; /* the quote that does not end; NULL: all do */
    const char *stray; /* the first text behind a closing quote, which is lost; NULL: none */
    size_t n_stray;
    bool ended; /* libcsv has ended the last row itself */
};

/* Reports fields and rows as d3-dsv finds them. The line feed after a carriage return is no event.
 * @param delimiter  one byte, not a quote or line end */
void jutu_csv_events(const char *text, size_t length, char delimiter, JutuCsvEvents *events);
