/*
 * Where items stand. Of x, x2, xc and width an encoding sets some; they settle
 * the others as Vega does after each row (vega-runtime's adjustSpatial), and
 * what is still unknown is 0.
 */
#include <math.h>

#include "mark/encode.h"

/* One direction: numbers in, and the place and extent that follow. */
typedef struct {
    JutuNumbers near, far, centre, size;
    double *place, *extent; /* out */
    size_t n;               /* of them; 1 if all are constant */
} Axis;

static const JutuProperty axis_properties[2][4] = {
    { JUTU_P_X, JUTU_P_X2, JUTU_P_XC, JUTU_P_WIDTH },
    { JUTU_P_Y, JUTU_P_Y2, JUTU_P_YC, JUTU_P_HEIGHT },
};

static const JutuItemNumber axis_columns[2][3] = {
    { JUTU_N_X, JUTU_N_X2, JUTU_N_WIDTH },
    { JUTU_N_Y, JUTU_N_Y2, JUTU_N_HEIGHT },
};

static inline double at(JutuNumbers numbers, size_t i, double fallback)
{
    return numbers.data ? numbers.data[i * numbers.stride] : fallback;
}

static inline double or_zero(double number)
{
    return isnan(number) ? 0 : number;
}

static Axis axis_new(JutuEncoder *encoder, int direction)
{
    const JutuProperty *properties = axis_properties[direction];
    Axis axis = {
        .near = jutu_ref_numbers(encoder, encoder->refs[properties[0]], 0),
        .far = jutu_ref_numbers(encoder, encoder->refs[properties[1]], 0),
        .centre = jutu_ref_numbers(encoder, encoder->refs[properties[2]], 0),
        .size = jutu_ref_numbers(encoder, encoder->refs[properties[3]], 0),
    };
    bool varies = axis.near.stride || axis.far.stride || axis.centre.stride || axis.size.stride;
    axis.n = varies ? encoder->table->n_rows : 1;
    axis.place = jutu_new(encoder->arena, double, axis.n + 1);
    axis.extent = jutu_new(encoder->arena, double, axis.n + 1);
    return axis;
}

/* @param swap  the kind has no direction, so that its near end comes first */
static void settle_axis(Axis *axis, bool swap)
{
    for (size_t i = 0; i < axis->n; i++) {
        double near = at(axis->near, i, NAN), far = at(axis->far, i, NAN);
        double size = at(axis->size, i, NAN);
        if (axis->far.data && axis->near.data) {
            if (swap && near > far) {
                double kept = near;
                near = far;
                far = kept;
            }
            size = far - near;
        } else if (axis->far.data) {
            near = far - or_zero(size);
        }
        if (axis->centre.data)
            near = at(axis->centre, i, 0) - or_zero(size) / 2;
        axis->place[i] = near;
        axis->extent[i] = size;
    }
}

static void store_column(JutuItems *out, JutuItemNumber column, const double *data, size_t n)
{
    out->number[column] = (JutuNumbers){ data, n > 1 };
}

/* A box's extent is never negative. */
static void store_box(Axis *axis, const JutuItemNumber *columns, JutuItems *out)
{
    for (size_t i = 0; i < axis->n; i++) {
        double place = or_zero(axis->place[i]), extent = or_zero(axis->extent[i]);
        axis->place[i] = extent < 0 ? place + extent : place;
        axis->extent[i] = fabs(extent);
    }
    store_column(out, columns[0], axis->place, axis->n);
    store_column(out, columns[2], axis->extent, axis->n);
}

/* The second end of an area. */
static void store_ends(Axis *axis, const JutuItemNumber *columns, JutuItems *out)
{
    for (size_t i = 0; i < axis->n; i++) {
        axis->place[i] = or_zero(axis->place[i]);
        axis->extent[i] = axis->place[i] + or_zero(axis->extent[i]);
    }
    store_column(out, columns[0], axis->place, axis->n);
    store_column(out, columns[1], axis->extent, axis->n);
}

static void store_point(Axis *axis, const JutuItemNumber *columns, JutuItems *out)
{
    for (size_t i = 0; i < axis->n; i++)
        axis->place[i] = or_zero(axis->place[i]);
    store_column(out, columns[0], axis->place, axis->n);
}

/* Images keep an unknown extent: their file knows it. */
static void store_image(Axis *axis, const JutuItemNumber *columns, JutuItems *out)
{
    store_point(axis, columns, out);
    if (axis->size.data || (axis->near.data && axis->far.data))
        store_column(out, columns[2], axis->extent, axis->n);
}

/* Rules have two ends and nothing that could settle them. */
static void store_rule(Axis *axis, const JutuItemNumber *columns, JutuItems *out)
{
    for (size_t i = 0; i < axis->n; i++) {
        axis->place[i] = or_zero(at(axis->near, i, 0));
        axis->extent[i] = at(axis->far, i, axis->place[i]);
    }
    store_column(out, columns[0], axis->place, axis->n);
    store_column(out, columns[1], axis->extent, axis->n);
}

void jutu_encode_places(JutuEncoder *encoder, JutuItems *out)
{
    bool box = out->kind == JUTU_ITEM_RECT, image = out->kind == JUTU_ITEM_IMAGE;
    for (int direction = 0; direction < 2; direction++) {
        const JutuItemNumber *columns = axis_columns[direction];
        Axis axis = axis_new(encoder, direction);
        if (out->kind == JUTU_ITEM_RULE) {
            store_rule(&axis, columns, out);
            continue;
        }
        settle_axis(&axis, box || image);
        if (box)
            store_box(&axis, columns, out);
        else if (image)
            store_image(&axis, columns, out);
        else if (out->kind == JUTU_ITEM_AREA)
            store_ends(&axis, columns, out);
        else
            store_point(&axis, columns, out);
    }
}
