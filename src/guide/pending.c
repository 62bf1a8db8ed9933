/* Weak placeholders of stages that are being written; each goes when the real one lands. */
#include <string.h>

#include "guide/guide.h"
#include "scene/path.h"

#define WEAK __attribute__((weak))

WEAK bool jutu_legends_parse(JutuModel *root, GError **error)
{
    (void)root, (void)error;
    return true;
}
WEAK bool jutu_legends_make(JutuPlot *plot, GError **error)
{
    (void)plot, (void)error;
    return true;
}
WEAK bool jutu_headers_parse(JutuModel *root, GError **error)
{
    (void)root, (void)error;
    return true;
}
WEAK bool jutu_headers_make(JutuPlot *plot, GError **error)
{
    (void)plot, (void)error;
    return true;
}
WEAK bool jutu_title_make(JutuPlot *plot, GError **error)
{
    (void)plot, (void)error;
    return true;
}
WEAK void jutu_legend_drop_overlaps(JutuLegend *legend, const JutuMeasure *measure)
{
    (void)legend, (void)measure;
}
WEAK JutuRect jutu_legend_draw(const JutuLegend *legend, const JutuMeasure *measure,
                               JutuSceneBuilder *out)
{
    (void)legend, (void)measure, (void)out;
    return (JutuRect){ 0, 0, 0, 0 };
}
WEAK JutuRect jutu_header_draw(const JutuHeader *header, const JutuMeasure *measure,
                               JutuSceneBuilder *out)
{
    (void)header, (void)measure, (void)out;
    return (JutuRect){ 0, 0, 0, 0 };
}
WEAK JutuRect jutu_title_draw(const JutuTitle *title, double width, double height, JutuRect around,
                              const JutuMeasure *measure, JutuSceneBuilder *out)
{
    (void)title, (void)width, (void)height, (void)around, (void)measure, (void)out;
    return (JutuRect){ 0, 0, -1, -1 };
}
