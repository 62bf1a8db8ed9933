/* The plan of guides, for the files of this stage. */
#pragma once
#include "guide/guide.h"
#include "plan/plan.h"

typedef struct JutuHeaderPlan JutuHeaderPlan;

/* What is planned of the guides of one view; a layer's views leave theirs to it. */
typedef struct {
    JutuAxisPlan **axes[2]; /* x, y: NULL-terminated lists; NULL: none */
    bool in_headers[2];     /* the facet around it has the main parts of these axes */
    JutuLegendPlan *legends[JUTU_N_CHANNELS]; /* those that no view around it shares */
    JutuLegendPlan **joined;    /* what is drawn of them: NULL-terminated, each with all channels
                                        of its field; NULL: a layer around it draws them */
    JutuHeaderPlan *headers[3]; /* of a facet: row, column, facet */
} JutuViewGuides;

typedef struct JutuUnits JutuUnits;

struct JutuGuidePlan {
    const JutuPlan *plan;
    JutuViewGuides *views;  /* by JutuView.index */
    const JutuUnits *units; /* of jutu_guide_plan_for(); NULL: numbers are as Vega writes them */
};

static inline const JutuViewGuides *jutu_guide_view(const JutuGuidePlan *guides,
                                                    const JutuView *view)
{
    return &guides->views[view->index];
}

/* Each fills in its part for a view and those below: compile/axis, legend and header/parse.ts. */
void jutu_axes_parse(JutuGuidePlan *guides, const JutuView *view);
void jutu_legends_parse(JutuGuidePlan *guides, const JutuView *root);
void jutu_headers_parse(JutuGuidePlan *guides, const JutuView *view); /* by the axes */

/* The legends of a view and of its layers. */
JutuLegendPlan **jutu_legends_assemble(const JutuGuidePlan *guides, const JutuView *view);
