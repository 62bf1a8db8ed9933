#include "scene/grid.h"

#include "check.h"

/* Width, height and bounds of five cells. */
static const double cell_sizes[5][6] = {
    { 40, 30, -10.5, -5, 40, 42.2 }, { 60, 20, -3, -8, 75, 20 }, { 10, 10, 0, 0, 10, 10 },
    { 50, 35, -12, -1, 50.5, 36 },   { 20, 20, 0, 0, 20, 20 },
};

static void make_cells(JutuGridItem cells[5])
{
    for (int i = 0; i < 5; i++) {
        const double *size = cell_sizes[i];
        cells[i] = (JutuGridItem){ 0, 0, size[0], size[1], { size[2], size[3], size[4], size[5] } };
    }
}

/* Places are those of Vega's gridLayout(). */
static void test_cells(void)
{
    static const struct {
        const char *row;
        JutuGrid grid;
        double want[5][2];
    } table[] = {
        { "one row",
          { .align = { JUTU_GRID_EACH, JUTU_GRID_EACH }, .padding = { 20, 20 } },
          { { 0, 0 }, { 63, 0 }, { 158, 0 }, { 200, 0 }, { 271, 0 } } },
        { "each column as wide as it must be",
          { .align = { JUTU_GRID_EACH, JUTU_GRID_EACH }, .padding = { 20, 20 }, .columns = 2 },
          { { 0, 0 }, { 72, 0 }, { 0, 64 }, { 72, 64 }, { 0, 120 } } },
        { "all columns alike",
          { .align = { JUTU_GRID_ALL, JUTU_GRID_ALL }, .padding = { 11, 5 }, .columns = 2 },
          { { 0, 0 }, { 98, 0 }, { 0, 49 }, { 98, 49 }, { 0, 98 } } },
        { "one after the other",
          { .padding = { 20, 20 }, .columns = 2 },
          { { 0, 0 }, { 63, 0 }, { 0, 63 }, { 72, 64 }, { 0, 119 } } },
        { "sizes only",
          { .align = { JUTU_GRID_EACH, JUTU_GRID_EACH },
            .padding = { 10, 10 },
            .columns = 2,
            .flush = true },
          { { 0, 0 }, { 50, 0 }, { 0, 40 }, { 50, 40 }, { 0, 85 } } },
        { "centred",
          { .align = { JUTU_GRID_ALL, JUTU_GRID_ALL },
            .padding = { 10, 10 },
            .columns = 2,
            .center = { true, true } },
          { { 17.5, 0.4 }, { 97, 11.5 }, { 32.5, 54 }, { 97, 54 }, { 27.5, 108 } } },
        { "centred along x",
          { .align = { JUTU_GRID_EACH, JUTU_GRID_EACH },
            .padding = { 10, 10 },
            .columns = 3,
            .center = { true, false } },
          { { 5.5, 0 }, { 64, 0 }, { 149, 0 }, { 0.25, 54 }, { 64, 54 } } },
        { "hung at a point",
          { .align = { JUTU_GRID_EACH, JUTU_GRID_EACH },
            .padding = { 8, 8 },
            .columns = 1,
            .at = { 100.4, 50 },
            .anchor = { 1, 0.5 } },
          { { 13, -37 }, { 13, 22 }, { 13, 50 }, { 13, 69 }, { 13, 113 } } },
    };
    for (size_t t = 0; t < ROWS(table); t++) {
        JutuGridItem cells[5];
        make_cells(cells);
        JutuBox all = jutu_grid_place(&table[t].grid, cells, 5);
        for (size_t i = 0; i < 5; i++) {
            CHECK_NUM(table[t].row, cells[i].x, table[t].want[i][0]);
            CHECK_NUM(table[t].row, cells[i].y, table[t].want[i][1]);
            CHECK_NUM(table[t].row, cells[i].bounds.x1, cells[i].x + cell_sizes[i][2]);
            CHECK_TRUE(table[t].row, all.y2 >= cells[i].bounds.y2);
        }
    }
}

static void test_nothing(void)
{
    JutuGrid grid = { .columns = 3, .padding = { 20, 20 } };
    JutuGridItem title = { .bounds = { -5, -10, 5, 0 } };
    JutuTrellis around = { .title = { &title, NULL }, .title_offset = { 10, 0 } };
    JutuBox all = jutu_grid_place(&grid, NULL, 0);
    CHECK_TRUE("no cells", jutu_box_is_none(&all));
    jutu_trellis_place(&grid, NULL, 0, &around);
    CHECK_NUM("a title over nothing", title.y, -10);
}

/* As Vega's trellisLayout(). */
static void test_trellis(void)
{
    static const JutuBox row_header = { -20, 0, 0, 15 }, row_footer = { 0, 0, 9.5, 15 },
                         column_header = { 0, -12, 30, 0 }, column_footer = { 0, 0, 30, 18.2 };
    JutuGridItem cells[5], rows[2][3], columns[2][2];
    JutuGridItem titles[2] = { { .bounds = { -40, -30, 40, -10 } },
                               { .bounds = { -30, -40, -10, 40 } } };
    make_cells(cells);
    for (int i = 0; i < 3; i++) {
        rows[0][i] = (JutuGridItem){ .bounds = row_header };
        rows[1][i] = (JutuGridItem){ .bounds = row_footer };
        columns[0][i % 2] = (JutuGridItem){ .bounds = column_header };
        columns[1][i % 2] = (JutuGridItem){ .bounds = column_footer };
    }
    JutuGrid grid = { .align = { JUTU_GRID_ALL, JUTU_GRID_ALL },
                      .padding = { 20, 20 },
                      .columns = 2 };
    JutuTrellis around = { .headers = { { columns[0], 2, NAN }, { rows[0], 3, 0.5 } },
                           .footers = { { columns[1], 2, NAN }, { rows[1], 3, NAN } },
                           .title = { &titles[0], &titles[1] },
                           .title_offset = { 10, 10 },
                           .title_band = { 0, 0.5 },
                           .title_at_end = { true, false } };
    jutu_trellis_place(&grid, cells, 5, &around);
    const struct {
        const char *row;
        const JutuGridItem *item;
        double x, y;
    } table[] = {
        { "first row's header", &rows[0][0], -11, 19 },
        { "last row's header", &rows[0][2], -11, 138 },
        { "first column's header", &columns[0][0], 0, -8 },
        { "second column's header", &columns[0][1], 107, -8 },
        { "row's footer beside a gap", &rows[1][2], 182, 128 },
        { "column's footer", &columns[1][1], 107, 148 },
        { "title of rows", &titles[1], -41, 70 },
        { "title of columns below", &titles[0], -10, 177 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_NUM(table[i].row, table[i].item->x, table[i].x);
        CHECK_NUM(table[i].row, table[i].item->y, table[i].y);
    }
}

SUITE(grid, { "cells", test_cells }, { "nothing", test_nothing }, { "trellis", test_trellis });
