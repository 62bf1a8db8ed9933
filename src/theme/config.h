/*
 * The config that a chart is drawn with: Vega-Lite's defaults below the theme's
 * members below the user's; it knows nothing of the rest of the spec. What none of
 * them sets, Vega's own defaults do; guides read both layers, since a member that
 * Vega-Lite's config has counts as chosen.
 */
#pragma once
#include <jansson.h>

/*
 * Merges the layers and expands the shorthands `font`, `color` and `fontSize`;
 * their values replace the signals of Vega-Lite, and `signals` still lists them
 * for expressions such as "color.blue". {"expr": …} values are kept.
 *
 * @param user   the spec's config, or NULL
 * @param theme  a lower layer of the same kind, or NULL
 * @return an owned object, which shares nodes with the arguments
 */
json_t *jutu_config_new(const json_t *user, const json_t *theme);

/* Vega's defaults (what `config` of a Vega spec is laid over), without any of Vega-Lite's; owned.
 */
json_t *jutu_vega_defaults(void);

/*
 * The config that Vega itself reads: its defaults below the config as Vega-Lite hands it
 * over. There the config of a mark type, of views and of titles is a style of
 * that name ("bar", "cell", "group-title"), and Vega-Lite's own members are gone.
 * @param config  jutu_config_new()'s
 * @return an owned object
 */
json_t *jutu_config_for_vega(const json_t *config);

/*
 * Vega's and Vega-Lite's merging of configs: objects one level deep, `style` two
 * levels, `legend.layout` as well, `signals` by name.
 * @return an owned object; the arguments may be NULL
 */
json_t *jutu_config_merge(const json_t *lower, const json_t *upper);

/* The type of a mark that is a string or an object; NULL if it has none. */
const char *jutu_config_mark_type(const json_t *mark);

/* The same, after the mark's own property. */
const json_t *jutu_config_mark_prop(const char *name, const char *vg_name, const json_t *mark,
                                    const json_t *config);
