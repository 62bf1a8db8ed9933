/* What is said of cells that a channel can't read, by specs with a file in them. */
#include "chart/chart.h"
#include "check.h"

/* The notes of a chart of the rows, or of the error. */
static char *notes_of(const char *rows, const char *head, const char *tail)
{
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autoptr(GError) error = NULL;
    g_autofree char *spec_text = g_strdup_printf(
        "{%s \"data\": {\"values\": \"%s\", \"format\": {\"type\": \"csv\"}}, %s}", head, rows,
        tail);
    g_autoptr(JutuSpec) spec = jutu_spec_parse(spec_text, -1, NULL, &error);
    JutuScene *scene = spec ? jutu_scene_new(spec, &options, &error) : NULL;
    if (!scene)
        return g_strdup(error->message);
    size_t n;
    const JutuNote *notes = jutu_scene_notes(scene, &n);
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        if (g_strcmp0(notes[i].id, "empty-picture") != 0) /* what it comes to is another's */
            g_string_append_printf(out, "%s%s", out->len ? "; " : "", notes[i].text);
    }
    jutu_scene_free(scene);
    return g_string_free(out, false);
}

#define BAR \
    "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"nominal\"}, " \
    "\"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}"
#define LINE \
    "\"mark\": \"line\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"temporal\"}, " \
    "\"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}"
#define THEME "\"usermeta\": {\"jutu\": {\"theme\": \"report\"}},"
#define DROP "\"transform\": [{\"filter\": \"datum.a != 'y'\"}], "
#define MEAN \
    "\"transform\": [{\"aggregate\": [{\"op\": \"mean\", \"field\": \"b\", \"as\": \"m\"}], " \
    "\"groupby\": [\"a\"]}], \"mark\": \"bar\", \"encoding\": {\"y\": {\"field\": \"m\", " \
    "\"type\": \"quantitative\"}}"

static void test_cells(void)
{
    static const struct {
        const char *row, *rows, *head, *tail, *want;
    } table[] = {
        { "in order", "a,b\\nx,1\\ny,2", THEME, BAR, "" },
        { "as people write", "a,b\\nx,\\\"1,234\\\"\\ny,￥5", THEME, BAR, "" },
        { "the same without a theme", "a,b\\nx,\\\"1,234\\\"\\ny,5", "", BAR,
          "b is \"1,234\", a number with thousands separators; leave them out (1 cell: "
          "values:2:3)" },
        { "said to be missing", "a,b\\nx,—\\ny,2", THEME, BAR, "" },
        { "empty", "a,b\\nx,\\ny,2", "", BAR, "" },
        { "more than three", "a,b\\nx,约1\\ny,约2\\nz,约3\\nu,约4", THEME, BAR,
          "b is \"约1\", a number with a word beside it; write the number alone (4 cells: "
          "values:2:3, values:3:3, values:4:3, …)" },
        { "filtered out", "a,b\\nx,1\\ny,约2", THEME, DROP BAR, "" },
        { "in an aggregate", "a,b\\nx,1\\ny,约2", THEME, MEAN,
          "b is \"约2\", a number with a word beside it; write the number alone (1 cell: "
          "values:3:3)" },
        { "an error", "a,b\\nx,#N/A\\ny,2", THEME, BAR,
          "b is \"#N/A\", an error of the program that the file comes from (1 cell: values:2:3)" },
        { "mixed units", "a,b\\nx,12%\\ny,2\\nz,3", THEME, BAR,
          "b is \"12%\", a number of %, unlike the others of its column (1 cell: values:2:3)" },
        { "durations", "a,b\\nx,3:30\\ny,4:00", THEME, BAR,
          "b is \"3:30\", a duration, shown as 210 seconds (2 cells: values:2:3, values:3:3)" },
        { "dates as people write", "a,b\\n2024年3月,1\\n2024/4,2", THEME, LINE, "" },
        { "no dates for programs", "a,b\\n2024年3月,1\\n2024-04,2", "", LINE,
          "a is \"2024年3月\", a date that programs can't read; write 2024-03-05, or 2024-03 (1 "
          "cell: values:2:1)" },
        { "serial numbers", "a,b\\n45292,1\\n45293,2", THEME, LINE,
          "a is \"45292\", an Excel serial number, 45292 is 2024-01-01; write the date (2 cells: "
          "values:2:1, values:3:1)" },
        { "the same without a theme", "a,b\\n45292,1\\n45293,2", "", LINE,
          "a is \"45292\", an Excel serial number, 45292 is 2024-01-01; write the date (2 cells: "
          "values:2:1, values:3:1)" },
        { "another order", "a,b\\n13/5/2024,1\\n2024-05-14,2", THEME, LINE,
          "a is \"13/5/2024\", a date in another order; write year, month and day: 2024-03-05 (1 "
          "cell: values:2:1)" },
        { "names that look alike", "a,b\\n北京,1\\n北　京,2\\n 北京,3", THEME, BAR,
          "a has \"北京\" and \"北　京\" (values:3:1), which differ only by white space or width "
          "and are two names" },
        { "names that don't", "a,b\\n北京,1\\n北京市,2", THEME, BAR, "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = notes_of(table[i].rows, table[i].head, table[i].tail);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(check_cells, { "cells", test_cells });
