/* Headers of facets, for the files of this stage. */
#pragma once
#include "guide/guide_plan.h"
#include "guide/title.h"

typedef enum { JUTU_AT_HEADER, JUTU_AT_FOOTER } JutuHeaderPlace;

/* What stands around the cells along a channel: vega-lite's LayoutHeaderPlan. */
struct JutuHeaderPlan {
    const JutuChannelDef *def; /* NULL: the facet doesn't have the channel, but axes do */
    const json_t *title;       /* text or list of texts; NULL: none */
    bool labels;
    JutuHeaderPlace labels_at;
    bool labels_aside;      /* the labels stand as the cells' titles instead */
    JutuAxisPlan **axes[2]; /* shared ones, by place, NULL-terminated; NULL: none */
};

/* The plans' index of a facet's channel. */
static inline size_t jutu_header_index(JutuChannel channel)
{
    return channel == JUTU_ROW ? 0 : channel == JUTU_COLUMN ? 1 : 2;
}

/* A property of a header: its own, or the config's for its channel, or for all; NULL. */
const json_t *jutu_header_prop(const JutuView *facet, const JutuChannelDef *def, const char *name);
/* The same as a text; NULL. */
const char *jutu_header_text(const JutuView *facet, const JutuChannelDef *def, const char *name);
/* JUTU_ROW or JUTU_COLUMN: where something of a channel stands by its side. */
JutuChannel jutu_header_side(JutuChannel channel, JutuSide side);

/* The title of a channel, or the label for a facet's values, as titles; NULL: error is set. */
JutuTitle *jutu_header_title_new(const JutuFrame *facet, const JutuHeaderPlan *planned,
                                 GError **error);
JutuTitle *jutu_header_label_new(const JutuFrame *facet, const JutuChannelDef *def,
                                 JutuValue values, GError **error);
