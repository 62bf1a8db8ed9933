/*
 * chart/ is the pipeline as code, and knows no rule of any stage: it hands each one's result to
 * the next. A spec is parsed once and rendered as often as asked.
 */
#pragma once
#include "data/data.h"
#include "jutu/jutu.h"
#include "layout/layout.h"
#include "layout/plot.h"

struct JutuSpec {
    JutuArena *arena; /* owned */
    const char *text, *origin;
    const json_t *root; /* owned by the arena */
    const JutuNote *notes;
    size_t n_notes;
};

/* One render: all of it lives in its arena. What a stage makes is set once, and not changed. */
typedef struct {
    JutuArena *arena;
    const JutuSpec *spec; /* borrowed while it is laid out */
    JutuContext *context;
    JutuReader *reader;
    const char *encoding; /* of CSV files, asked by hand; NULL */
    size_t header;        /* their line of names, likewise; 0 */
    JutuFonts *fonts;     /* NULL where text is estimated */
    const JutuMeasure *measure;
    const json_t *furniture; /* usermeta.jutu; NULL: none */
    const char *theme;       /* NULL: none */
    JutuDataSources *sources;

    /* before the data */
    JutuChart *chart;
    const JutuParams *params;
    const JutuView *view;
    const JutuPlan *plan;
    const JutuGuidePlan *guides;
    const JutuFlow *flow;

    /* with them */
    JutuTables *tables;
    JutuRoom room;
    const JutuFrame *frame;
    JutuPlot *plot;
    JutuPage page;
} JutuRender;

/* What is wanted besides the picture. */
enum {
    JUTU_ASK_WHOLE = 1, /* tables over all cells of facets, too */
    JUTU_ASK_WHY = 2    /* which defaults of the theme acted */
};

/* Up to the data: config, normalised spec, views, what is planned of scales and guides, the flow.
 * Owned; NULL with error. */
JutuRender *jutu_render_new(const JutuSpec *spec, const JutuOptions *options, unsigned ask,
                            GError **error);
void jutu_render_free(
    JutuRender *render); /* NULL is allowed; frees the arena unless it was taken */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuRender, jutu_render_free)

/* Reads the data and makes frames of them, as the room is. */
bool jutu_render_frames(JutuRender *render, GError **error);
/* Makes frames and plots and lays them out, until they have the room that they ask for. */
bool jutu_render_plots(JutuRender *render, GError **error);

/* Draws; the scene takes the render's arena over. */
JutuScene *jutu_render_scene(JutuRender *render, GError **error);

/* Warns of characters and families of the scene that no font has. @return false with error set if
 * there is no Chinese font although the scene has Chinese */
bool jutu_missing_check(JutuRender *render, const JutuScene *scene, GError **error);

/* A context's messages with their places, in the arena. @param spec  NULL: they are about data */
const JutuNote *jutu_notes(const JutuContext *context, const JutuSpec *spec, JutuArena *arena,
                           size_t *n);

/* What defaults of the theme did, in the arena: a line each, with its place in the spec. */
const char *const *jutu_why_lines(const JutuContext *context, const JutuSpec *spec,
                                  JutuArena *arena);

/* Adds line and column to an error. */
void jutu_spec_locate(const JutuSpec *spec, GError **error);

/* A member of options, or its default where the caller's struct is older and shorter. */
#define JUTU_OPTION(options, member, fallback) \
    ((options) && \
             (options)->size >= G_STRUCT_OFFSET(JutuOptions, member) + sizeof((options)->member) \
         ? (options)->member \
         : (fallback))
