/* The table of built-in themes, each a config and nothing else. */
#pragma once
#include <jansson.h>
#include <stdbool.h>

typedef struct {
    const char *name, *doc;
    const char *config; /* JSON */
    bool edits;         /* decides what the spec leaves open, as an editor would: base/rules.def */
} JutuTheme;

extern const JutuTheme jutu_theme_rows[];    /* ends with a NULL name */
extern const char *const jutu_theme_names[]; /* the same names, NULL-terminated */

/* Whether the theme of this name decides what the spec leaves open. */
bool jutu_theme_edits(const char *name);

/* A built-in theme's config, owned; NULL if there is none of this name. */
json_t *jutu_theme_config(const char *name);
