/* Weak placeholders of stages that are being written; each goes when the real one lands. */
#include <string.h>

#include "guide/guide.h"
#include "layout/furniture.h"
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
WEAK bool jutu_layout(JutuPlot *root, const JutuMeasure *measure, JutuPage *page,
                      JutuResize *resize, GError **error)
{
    (void)measure, (void)error;
    *page = (JutuPage){ root->width, root->height, 0, 0 };
    *resize = (JutuResize){ 0 };
    return true;
}
WEAK bool jutu_furniture_draw(const JutuFurniture *furniture, JutuPlot *root, const JutuPage *page,
                              JutuSceneBuilder *out, JutuScene *scene, GError **error)
{
    (void)furniture, (void)root, (void)out, (void)error;
    scene->width = page->width;
    scene->height = page->height;
    return true;
}
