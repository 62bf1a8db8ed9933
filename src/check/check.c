#include "check/check.h"

#include "base/json.h"

void jutu_check_plot(const JutuPlot *root)
{
#define JUTU_CHECK(name) jutu_check_##name(root);
#include "check/checks.def"
#undef JUTU_CHECK
}

void jutu_check_marks(const JutuPlot *root, void (*visit)(const JutuCheckedMark *mark, void *data),
                      void *data)
{
    for (size_t i = 0; i < root->n_marks; i++) {
        const JutuView *unit = root->marks[i].unit;
        if (!unit)
            continue;
        JutuCheckedMark mark = { root, unit, root->marks[i].items,
                                 jutu_tables_unit(root->frame->tables, unit, JUTU_DATA_MAIN,
                                                  false) };
        visit(&mark, data);
    }
    for (size_t i = 0; i < root->n_children; i++)
        jutu_check_marks(root->children[i], visit, data);
}

const char *jutu_check_place(const JutuView *unit)
{
    const JutuChart *chart = unit->chart;
    return jutu_pointer_of(chart->source, json_object_get(unit->spec, "mark"), chart->arena);
}
