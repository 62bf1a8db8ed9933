/*
 * The grammar as tables: one row for each member of each object of Vega-Lite that a
 * spec may have. From them come the checks, "did you mean" and docs/grammar.md.
 */
#pragma once
#include <stdbool.h>

typedef enum {
    JUTU_KIND_NUMBER = 1 << 0,
    JUTU_KIND_STRING = 1 << 1,
    JUTU_KIND_BOOLEAN = 1 << 2,
    JUTU_KIND_NONE = 1 << 3, /* null has a meaning of its own */
    JUTU_KIND_EXPR = 1 << 4, /* {"expr": …} */
    JUTU_KIND_ARRAY = 1 << 5,
    JUTU_KIND_OBJECT = 1 << 6,
    JUTU_KIND_ANY = 1 << 7,
} JutuKind;

typedef enum {
    JUTU_SUPPORTED,
    JUTU_IGNORED,     /* valid, but without effect on paper, such as "tooltip" */
    JUTU_UNSUPPORTED, /* valid Vega-Lite that would change the image: an error */
} JutuStatus;

typedef struct JutuObjectType JutuObjectType;

typedef struct {
    unsigned kinds;      /* JutuKind bits */
    const char *choices; /* of a text, by blanks; NULL: any */
    const JutuObjectType *object;
} JutuValueType;

typedef struct {
    const char *name;          /* "*": any name */
    JutuValueType value, item; /* item: of an array */
    JutuStatus status;
} JutuMember;

struct JutuObjectType {
    const char *name;
    bool open;                 /* members of other names are the user's own */
    const char *covers;        /* the schema's definitions that it stands for, by blanks */
    const JutuMember *members; /* ends with a NULL name */
};

extern const JutuObjectType *const jutu_object_types[]; /* ends with NULL; the first is the spec */
