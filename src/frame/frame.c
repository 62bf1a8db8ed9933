#include "frame/frame.h"

#include <math.h>

#include "frame/cells.h"

JutuFrame *jutu_frame_new(const JutuModel *model, JutuFrame *parent, const JutuCell *cell)
{
    JutuFrame *frame = jutu_new(model->chart->arena, JutuFrame, 1);
    *frame = (JutuFrame){ .model = model,
                          .chart = model->chart,
                          .parent = parent,
                          .width = NAN,
                          .height = NAN,
                          .container = model->kind == JUTU_MODEL_CONCAT ||
                                       model->kind == JUTU_MODEL_FACET };
    if (cell) {
        frame->facet = cell->keys;
        frame->key = cell->name;
        frame->row = cell->row;
        frame->column = cell->column;
        frame->empty = cell->rows->n_rows == 0;
    }
    if (!parent)
        model->chart->frame = frame;
    jutu_frame_scales_init(frame);
    return frame;
}
