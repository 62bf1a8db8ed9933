/* Parts that the files of the normaliser share. */
#pragma once
#include "normalise/normalise.h"

/* One run: the user's spec, for places and warnings, and a bound on what repeats multiply. */
typedef struct {
    JutuContext *context;
    const json_t *root;
    size_t n_copies; /* made by repeats so far */
} JutuNormaliser;

/* The repeaters of a repeat: where {"repeat": "row"} finds its field. */
typedef enum {
    JUTU_REPEAT_ROW,
    JUTU_REPEAT_COLUMN,
    JUTU_REPEAT_LIST,
    JUTU_REPEAT_LAYER
} JutuRepeat;
enum { JUTU_N_REPEATS = 4 };

typedef struct {
    bool known[JUTU_N_REPEATS];
    const json_t *value[JUTU_N_REPEATS]; /* NULL: known, but not set here */
} JutuRepeater;

/* The members that a spec takes over from those around it. */
typedef struct {
    const json_t *config;
    const json_t *encoding, *projection; /* of the layers around it; NULL: none */
    const JutuRepeater *repeater;        /* NULL: not in a repeat */
    const char *prefix;                  /* of names in a repeat; NULL */
} JutuInherited;

/* A rewriting of units, as a row of the core's list. */
typedef struct {
    bool (*applies)(const json_t *unit, const json_t *config);
    json_t *(*run)(const json_t *unit, const JutuInherited *inherited, JutuNormaliser *run,
                   GError **error);
} JutuUnitRewrite;

extern const JutuUnitRewrite jutu_rewrite_boxplot, jutu_rewrite_errorbar, jutu_rewrite_errorband,
    jutu_rewrite_overlay, jutu_rewrite_ranged_line;

/* Maps a list or a single spec with the pass's function. */
typedef json_t *(*JutuSpecMap)(const json_t *spec, bool flat, void *self, GError **error);

/* Copies a spec with each of its children mapped; NULL with error set. */
json_t *jutu_spec_map_children(const json_t *spec, const JutuSpecKind *kind, JutuSpecMap map,
                               void *self, GError **error);

/* The three passes, in this order. Each returns an owned tree, or NULL with error set. */
json_t *jutu_normalise_selections(const json_t *spec, JutuNormaliser *run, GError **error);
json_t *jutu_normalise_core(const json_t *spec, const json_t *config, JutuNormaliser *run,
                            GError **error);
json_t *jutu_normalise_place_params(const json_t *spec, JutuNormaliser *run, GError **error);

/* A layer or unit in the core pass: what unit rewrites give their results to. */
json_t *jutu_normalise_layer_or_unit(const json_t *spec, const JutuInherited *inherited,
                                     JutuNormaliser *run, GError **error);

/* Any view in the core pass. */
json_t *jutu_normalise_view(const json_t *spec, const JutuInherited *inherited, JutuNormaliser *run,
                            GError **error);

/* A repeat in the core pass: a concat or a layer of copies. */
json_t *jutu_normalise_repeat(const json_t *spec, const JutuSpecKind *kind,
                              const JutuInherited *inherited, JutuNormaliser *run, GError **error);

/* An encoding with its {"repeat": …} replaced, or a facet's definition; owned. Inside a repeat a
 * missing encoding becomes an empty one. */
json_t *jutu_repeat_replace(const json_t *mapping, const JutuRepeater *repeater,
                            JutuNormaliser *run);
json_t *jutu_repeat_replace_def(const json_t *def, const JutuRepeater *repeater,
                                JutuNormaliser *run);

/* Every channel's definition in full, as composite marks need them. */
json_t *jutu_encoding_complete(const json_t *encoding, const json_t *config, JutuNormaliser *run);

/* The offset by which a path mark's overlay must be stacked too, and the channel ("y") in *channel;
 * NULL: it isn't stacked. */
const char *jutu_stack_offset(const json_t *mark, const json_t *encoding, const json_t *config,
                              JutuContext *context, const char **channel);

/* Warns once about a node of the spec. */
void jutu_normalise_warn(JutuNormaliser *run, const json_t *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* @return NULL, always */
json_t *jutu_normalise_fail(JutuNormaliser *run, const json_t *node, GError **error,
                            const char *format, ...) __attribute__((format(printf, 4, 5)));
