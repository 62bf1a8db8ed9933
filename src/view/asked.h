/* Values that are computed when somebody asks, and who is asking: so that one that asks for itself
 * is an error that names the circle. */
#pragma once
#include "view/model.h"

typedef struct JutuAsked {
    const void *what;    /* whose value: a plot, a component, a node */
    int part;            /* which of its values */
    const char *name;    /* as messages call it */
    const json_t *where; /* the user's node; NULL: the whole chart */
    bool *broken;        /* set if a circle goes through it, which then is no error; NULL */
    const struct JutuAsked *outer;
} JutuAsked;

/* Begins a value; jutu_asked_end() ends it.
 * @param asked  filled in but for `outer`; lives until the end
 * @return false: it is being computed, which is an error unless the circle is broken somewhere */
bool jutu_asked_begin(JutuChart *chart, JutuAsked *asked, GError **error);
void jutu_asked_end(JutuChart *chart, const JutuAsked *asked);
