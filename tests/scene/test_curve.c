#include "scene/path.h"

#include "check.h"

static const double edge[] = { 0, 10, 20, 40, 35, 5, 60, 33, 77, 31 };
static const double base[] = { 0, 90, 20, 80, 35, 95, 60, 70, 77, 64 };

static void check_path(const char *row, JutuPathBuilder *builder, const char *want)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(GString) text = g_string_new(NULL);
    JutuPath path = jutu_path_take(builder, arena);
    jutu_path_print(text, &path);
    CHECK_STR(row, text->str, want);
    jutu_arena_free(arena);
}

/* What d3-shape's line() prints for the first n points of `edge`. */
static void test_lines(void)
{
    static const struct {
        const char *curve;
        double tension;
        bool horizontal;
        size_t n;
        const char *want;
    } table[] = {
        { "linear", NAN, false, 1, "M0,10Z" },
        { "linear", NAN, false, 2, "M0,10L20,40" },
        { "linear", NAN, false, 3, "M0,10L20,40L35,5" },
        { "linear", NAN, false, 5, "M0,10L20,40L35,5L60,33L77,31" },
        { "linear-closed", NAN, false, 1, "M0,10Z" },
        { "linear-closed", NAN, false, 2, "M0,10L20,40Z" },
        { "linear-closed", NAN, false, 3, "M0,10L20,40L35,5Z" },
        { "linear-closed", NAN, false, 5, "M0,10L20,40L35,5L60,33L77,31Z" },
        { "step", NAN, false, 1, "M0,10Z" },
        { "step", NAN, false, 2, "M0,10L10,10L10,40L20,40" },
        { "step", NAN, false, 3, "M0,10L10,10L10,40L27.5,40L27.5,5L35,5" },
        { "step", NAN, false, 5,
          "M0,10L10,10L10,40L27.5,40L27.5,5L47.5,5L47.5,33L68.5,33L68.5,31L77,31" },
        { "step-before", NAN, false, 1, "M0,10Z" },
        { "step-before", NAN, false, 2, "M0,10L0,40L20,40" },
        { "step-before", NAN, false, 3, "M0,10L0,40L20,40L20,5L35,5" },
        { "step-before", NAN, false, 5, "M0,10L0,40L20,40L20,5L35,5L35,33L60,33L60,31L77,31" },
        { "step-after", NAN, false, 1, "M0,10Z" },
        { "step-after", NAN, false, 2, "M0,10L20,10L20,40" },
        { "step-after", NAN, false, 3, "M0,10L20,10L20,40L35,40L35,5" },
        { "step-after", NAN, false, 5, "M0,10L20,10L20,40L35,40L35,5L60,5L60,33L77,33L77,31" },
        { "basis", NAN, false, 1, "M0,10Z" },
        { "basis", NAN, false, 2, "M0,10L20,40" },
        { "basis", NAN, false, 3,
          "M0,10L3.333,15C6.667,20,13.333,30,19.167,29.167C25,28.333,30,16.667,32.5,10.833L35,5" },
        { "basis", NAN, false, 5,
          "M0,10L3.333,15C6.667,20,13.333,30,19.167,29.167C25,28.333,30,16.667,36.667,15.5C43.333,"
          "14.333,51.667,23.667,58.667,28C65.667,32.333,71.333,31.667,74.167,31.333L77,31" },
        { "basis-open", NAN, false, 1, "" },
        { "basis-open", NAN, false, 2, "" },
        { "basis-open", NAN, false, 3, "M19.167,29.167Z" },
        { "basis-open", NAN, false, 5,
          "M19.167,29.167C25,28.333,30,16.667,36.667,15.5C43.333,14.333,51.667,23.667,58.667,28" },
        { "basis-closed", NAN, false, 1, "M0,10Z" },
        { "basis-closed", NAN, false, 2, "M13.333,30L6.667,20Z" },
        { "basis-closed", NAN, false, 3,
          "M19.167,29.167C25,28.333,30,16.667,26.667,11.667C23.333,6.667,11.667,8.333,9.167,14."
          "167C6.667,20,13.333,30,19.167,29.167" },
        { "basis-closed", NAN, false, 5,
          "M19.167,29.167C25,28.333,30,16.667,36.667,15.5C43.333,14.333,51.667,23.667,58.667,28C65."
          "667,32.333,71.333,31.667,61.333,27.833C51.333,24,25.667,17,16.167,18.5C6.667,20,13.333,"
          "30,19.167,29.167" },
        { "bundle", NAN, false, 1, "" },
        { "bundle", NAN, false, 2, "M0,10L20,40" },
        { "bundle", NAN, false, 3,
          "M0,10L3.271,14.188C6.542,18.375,13.083,26.75,18.917,25.917C24.75,25.083,29.875,15.042,"
          "32.438,10.021L35,5" },
        { "bundle", NAN, false, 5,
          "M0,10L3.315,14.381C6.629,18.763,13.258,27.525,19.179,27.079C25.1,26.633,30.313,16.979,"
          "36.942,16.25C43.571,15.521,51.617,23.717,58.529,27.662C65.442,31.608,71.221,31.304,74."
          "11,31.152L77,31" },
        { "cardinal", NAN, false, 1, "M0,10Z" },
        { "cardinal", NAN, false, 2, "M0,10L20,40" },
        { "cardinal", NAN, false, 3, "M0,10C0,10,14.167,40.833,20,40C25.833,39.167,35,5,35,5" },
        { "cardinal", NAN, false, 5,
          "M0,10C0,10,14.167,40.833,20,40C25.833,39.167,28.333,6.167,35,5C41.667,3.833,53,28.667,"
          "60,33C67,37.333,77,31,77,31" },
        { "cardinal-open", NAN, false, 1, "" },
        { "cardinal-open", NAN, false, 2, "" },
        { "cardinal-open", NAN, false, 3, "M20,40Z" },
        { "cardinal-open", NAN, false, 5,
          "M20,40C25.833,39.167,28.333,6.167,35,5C41.667,3.833,53,28.667,60,33" },
        { "cardinal-closed", NAN, false, 1, "M0,10Z" },
        { "cardinal-closed", NAN, false, 2, "M20,40L0,10Z" },
        { "cardinal-closed", NAN, false, 3,
          "M20,40C25.833,39.167,38.333,10,35,5C31.667,0,2.5,4.167,0,10C-2.5,15.833,14.167,40.833,"
          "20,40" },
        { "cardinal-closed", NAN, false, 5,
          "M20,40C25.833,39.167,28.333,6.167,35,5C41.667,3.833,53,28.667,60,33C67,37.333,87,34.833,"
          "77,31C67,27.167,9.5,8.5,0,10C-9.5,11.5,14.167,40.833,20,40" },
        { "catmull-rom", NAN, false, 1, "M0,10Z" },
        { "catmull-rom", NAN, false, 2, "M0,10L20,40" },
        { "catmull-rom", NAN, false, 3, "M0,10C0,10,14.222,40.531,20,40C25.938,39.455,35,5,35,5" },
        { "catmull-rom", NAN, false, 5,
          "M0,10C0,10,14.222,40.531,20,40C25.938,39.455,28.297,6.095,35,5C41.655,3.913,51.632,29."
          "827,60,33C65.651,35.143,77,31,77,31" },
        { "catmull-rom-open", NAN, false, 1, "" },
        { "catmull-rom-open", NAN, false, 2, "" },
        { "catmull-rom-open", NAN, false, 3, "M20,40Z" },
        { "catmull-rom-open", NAN, false, 5,
          "M20,40C25.938,39.455,28.297,6.095,35,5C41.655,3.913,51.632,29.827,60,33" },
        { "catmull-rom-closed", NAN, false, 1, "M0,10Z" },
        { "catmull-rom-closed", NAN, false, 2, "M20,40L0,10Z" },
        { "catmull-rom-closed", NAN, false, 3,
          "M20,40C25.938,39.455,38.713,9.844,35,5C31.423,0.332,2.577,4.236,0,10C-2.603,15.821,14."
          "222,40.531,20,40" },
        { "catmull-rom-closed", NAN, false, 5,
          "M20,40C25.938,39.455,28.297,6.095,35,5C41.655,3.913,51.632,29.827,60,33C65.651,35.143,"
          "76.889,32.482,77,31C77.239,27.8,4.385,3.916,0,10C-2.947,14.089,14.222,40.531,20,40" },
        { "monotone", NAN, false, 1, "M0,10Z" },
        { "monotone", NAN, false, 2, "M0,10L20,40" },
        { "monotone", NAN, false, 3, "M0,10C6.667,25,13.333,40,20,40C25,40,30,22.5,35,5" },
        { "monotone", NAN, false, 5,
          "M0,10C6.667,25,13.333,40,20,40C25,40,30,5,35,5C43.333,5,51.667,33,60,33C65.667,33,71."
          "333,32,77,31" },
        { "natural", NAN, false, 1, "M0,10Z" },
        { "natural", NAN, false, 2, "M0,10L20,40" },
        { "natural", NAN, false, 3,
          "M0,10C7.083,25.417,14.167,40.833,20,40C25.833,39.167,30.417,22.083,35,5" },
        { "natural", NAN, false, 5,
          "M0,10C7.399,27.482,14.798,44.964,20,40C25.202,35.036,28.208,7.625,35,5C41.792,2.375,52."
          "369,24.536,60,33C67.631,41.464,72.315,36.232,77,31" },
        { "monotone", NAN, true, 5,
          "M0,10C10,20,20,30,20,40C20,28.333,35,16.667,35,5C35,14.333,60,23.667,60,33C60,32.333,68."
          "5,31.667,77,31" },
        { "cardinal", 0.5, false, 5,
          "M0,10C0,10,17.083,40.417,20,40C22.917,39.583,31.667,5.583,35,5C38.333,4.417,56.5,30.833,"
          "60,33C63.5,35.167,77,31,77,31" },
        { "catmull-rom", 0, false, 5,
          "M0,10C0,10,14.167,40.833,20,40C25.833,39.167,28.333,6.167,35,5C41.667,3.833,53,28.667,"
          "60,33C67,37.333,77,31,77,31" },
        { "bundle", 1, false, 5,
          "M0,10L3.333,15C6.667,20,13.333,30,19.167,29.167C25,28.333,30,16.667,36.667,15.5C43.333,"
          "14.333,51.667,23.667,58.667,28C65.667,32.333,71.333,31.667,74.167,31.333L77,31" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
        g_autofree char *row = g_strdup_printf("%s of %zu", table[i].curve, table[i].n);
        jutu_curve_line(path, table[i].curve, table[i].tension, table[i].horizontal, edge,
                        table[i].n);
        check_path(row, path, table[i].want);
    }
}

/* What d3-shape's area() prints between `edge` and `base`. */
static void test_areas(void)
{
    static const struct {
        const char *curve;
        size_t n;
        const char *want;
    } table[] = {
        { "linear", 1, "M0,10L0,90Z" },
        { "linear", 4, "M0,10L20,40L35,5L60,33L60,70L35,95L20,80L0,90Z" },
        { "linear-closed", 1, "M0,10ZM0,90Z" },
        { "linear-closed", 4, "M0,10L20,40L35,5L60,33ZM60,70L35,95L20,80L0,90Z" },
        { "step", 1, "M0,10L0,90Z" },
        { "step", 4,
          "M0,10L10,10L10,40L27.5,40L27.5,5L47.5,5L47.5,33L60,33L60,70L47.5,70L47.5,95L27.5,95L27."
          "5,80L10,80L10,90L0,90Z" },
        { "step-before", 1, "M0,10L0,90Z" },
        { "step-before", 4,
          "M0,10L0,40L20,40L20,5L35,5L35,33L60,33L60,70L35,70L35,95L20,95L20,80L0,80L0,90Z" },
        { "step-after", 1, "M0,10L0,90Z" },
        { "step-after", 4,
          "M0,10L20,10L20,40L35,40L35,5L60,5L60,33L60,70L60,95L35,95L35,80L20,80L20,90L0,90Z" },
        { "basis", 1, "M0,10L0,90Z" },
        { "basis", 4,
          "M0,10L3.333,15C6.667,20,13.333,30,19.167,29.167C25,28.333,30,16.667,36.667,15.5C43.333,"
          "14.333,51.667,23.667,55.833,28.333L60,33L60,70L55.833,74.167C51.667,78.333,43.333,86."
          "667,36.667,88.333C30,90,25,85,19.167,84.167C13.333,83.333,6.667,86.667,3.333,88.333L0,"
          "90Z" },
        { "basis-open", 1, "" },
        { "basis-open", 4,
          "M19.167,29.167C25,28.333,30,16.667,36.667,15.5L36.667,88.333C30,90,25,85,19.167,84."
          "167Z" },
        { "basis-closed", 1, "M0,10ZM0,90Z" },
        { "basis-closed", 4,
          "M19.167,29.167C25,28.333,30,16.667,36.667,15.5C43.333,14.333,51.667,23.667,45.833,24."
          "5C40,25.333,20,17.667,13.333,18.833C6.667,20,13.333,30,19.167,29.167M36.667,88.333C30,"
          "90,25,85,19.167,84.167C13.333,83.333,6.667,86.667,13.333,85C20,83.333,40,76.667,45.833,"
          "77.5C51.667,78.333,43.333,86.667,36.667,88.333" },
        { "cardinal", 1, "M0,10L0,90Z" },
        { "cardinal", 4,
          "M0,10C0,10,14.167,40.833,20,40C25.833,39.167,28.333,6.167,35,5C41.667,3.833,60,33,60,"
          "33L60,70C60,70,41.667,93.333,35,95C28.333,96.667,25.833,80.833,20,80C14.167,79.167,0,90,"
          "0,90Z" },
        { "cardinal-open", 1, "" },
        { "cardinal-open", 4,
          "M20,40C25.833,39.167,28.333,6.167,35,5L35,95C28.333,96.667,25.833,80.833,20,80Z" },
        { "cardinal-closed", 1, "M0,10ZM0,90Z" },
        { "cardinal-closed", 4,
          "M20,40C25.833,39.167,28.333,6.167,35,5C41.667,3.833,65.833,32.167,60,33C54.167,33.833,6."
          "667,8.833,0,10C-6.667,11.167,14.167,40.833,20,40M35,95C28.333,96.667,25.833,80.833,20,"
          "80C14.167,79.167,-6.667,91.667,0,90C6.667,88.333,54.167,69.167,60,70C65.833,70.833,41."
          "667,93.333,35,95" },
        { "catmull-rom", 1, "M0,10L0,90Z" },
        { "catmull-rom", 4,
          "M0,10C0,10,14.222,40.531,20,40C25.938,39.455,28.297,6.095,35,5C41.655,3.913,60,33,60,"
          "33L60,70C60,70,42.275,95,35,95C29.365,95,25.737,80.931,20,80C14.11,79.044,0,90,0,90Z" },
        { "catmull-rom-open", 1, "" },
        { "catmull-rom-open", 4,
          "M20,40C25.938,39.455,28.297,6.095,35,5L35,95C29.365,95,25.737,80.931,20,80Z" },
        { "catmull-rom-closed", 1, "M0,10ZM0,90Z" },
        { "catmull-rom-closed", 4,
          "M20,40C25.938,39.455,28.297,6.095,35,5C41.655,3.913,61.899,30.248,60,33C57.516,36.6,3."
          "477,5.651,0,10C-2.605,13.258,14.222,40.531,20,40M35,95C29.365,95,25.737,80.931,20,80C14."
          "11,79.044,-0.254,89.388,0,90C0.427,91.03,57.821,66.475,60,70C61.629,72.636,42.275,95,35,"
          "95" },
        { "monotone", 1, "M0,10L0,90Z" },
        { "monotone", 4,
          "M0,10C6.667,25,13.333,40,20,40C25,40,30,5,35,5C43.333,5,51.667,19,60,33L60,70C51.667,82."
          "5,43.333,95,35,95C30,95,25,80,20,80C13.333,80,6.667,85,0,90Z" },
        { "natural", 1, "M0,10L0,90Z" },
        { "natural", 4,
          "M0,10C7.333,27.178,14.667,44.356,20,40C25.333,35.644,28.667,9.756,35,5C41.333,0.244,50."
          "667,16.622,60,33L60,70C50.667,82.444,41.333,94.889,35,95C28.667,95.111,25.333,82.889,20,"
          "80C14.667,77.111,7.333,83.556,0,90Z" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
        g_autofree char *row = g_strdup_printf("%s of %zu", table[i].curve, table[i].n);
        jutu_curve_area(path, table[i].curve, NAN, false, edge, base, table[i].n);
        check_path(row, path, table[i].want);
    }
}

static void test_odd(void)
{
    g_autoptr(JutuPathBuilder) path = jutu_path_builder_new();
    jutu_curve_line(path, "wavy", NAN, false, edge, 5);
    check_path("unknown curves draw nothing", path, "");
    jutu_curve_line(path, "basis", NAN, false, edge, 0);
    check_path("no points", path, "");
    jutu_curve_line(path, NULL, NAN, false, edge, 2);
    check_path("no name is linear", path, "M0,10L20,40");
    const double twice[] = { 0, 0, 0, 0, 10, 10, 20, 0 };
    jutu_curve_line(path, "monotone", NAN, false, twice, 4);
    check_path("a point twice", path, "M0,0C3.333,5,6.667,10,10,10C13.333,10,16.667,5,20,0");
    const double upright[] = { 5, 0, 5, 10, 5, 20 };
    jutu_curve_line(path, "monotone", NAN, false, upright, 3);
    check_path("straight up", path, "M5,0C5,0,5,10,5,10C5,10,5,20,5,20");
}

SUITE(curve, { "lines", test_lines }, { "areas", test_areas }, { "odd", test_odd });
