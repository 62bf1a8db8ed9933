/* What furniture says: usermeta.jutu first, else what the data packages of the chart's data know.
 */
#pragma once
#include "page/furniture.h"
#include "page/furniture_words.h"

typedef struct {
    const char *title, *subtitle;              /* lines joined by \n; "": none */
    const char *unit, *note, *source, *author; /* NULL: none */
} JutuFacts;

bool jutu_facts_read(const JutuFurniture *furniture, const JutuPlot *root, const JutuWords *words,
                     JutuFacts *out, GError **error);
