/*
 * What a channel name means while the spec is still JSON: every channel that a
 * spec can write, those that are never drawn and those of maps included.
 */
#pragma once
#include <stdbool.h>

typedef struct {
    const char *name;
    const char *main;      /* of a range's second channel its first: "x" of "x2"; else NULL */
    const char *secondary; /* the reverse: "x2" of "x" */
    const char *type;      /* of a field that gives none, whatever else it says; NULL */
    unsigned max_bins;     /* of `bin: true` */
    bool cartesian;        /* x and y */
    bool detail;           /* no position: its field splits stacks and lines */
    bool scaled;           /* goes through a scale of its own */
    bool formatted;        /* shows a field as text: formatType is its own */
} JutuRawChannel;

/* In the reference's order; ends with a row without a name. */
extern const JutuRawChannel jutu_rawchannels[];

/* NULL if there is no such channel. */
const JutuRawChannel *jutu_rawchannel_find(const char *name);
