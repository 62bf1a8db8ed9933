/* Types of Table Schema: how a text is read. */
#pragma once
#include "base/context.h"
#include "base/value.h"

struct JutuSchemaType {
    const char *name;
    const char *parse; /* the type in a vega-loader parse */
    const char *noun;  /* "a whole number", for messages */
    /* The value that the text means; undefined if it isn't of the type. */
    JutuValue (*read)(JutuValue text, const json_t *field, JutuContext *context);
};

/* NULL if there is none of this name. */
const struct JutuSchemaType *jutu_schema_type_find(const char *name);
