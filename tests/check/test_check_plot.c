/* What is said of a chart that has been laid out, by spec and data. */
#include "check.h"
#include "jutu/jutu.h"

typedef struct {
    const char *row, *values, *rest;
    const char *id, *text; /* NULL: nothing is said; text is how it begins */
} Row;

#define XY \
    "'mark':'bar','encoding':{'x':{'field':'k','type':'nominal'},'y':{'field':'v','type':" \
    "'quantitative'}}"
#define LYING(more) \
    "'mark':'bar','encoding':{'y':{'field':'k','type':'nominal'},'x':{'field':'v','type':" \
    "'quantitative','stack':null}" more "}"
#define TWO "{'k':'a','v':1},{'k':'b','v':2}"
#define TWICE "{'k':'张三','v':47},{'k':'b','v':2},{'k':'张三','v':339}"

static const Row empty[] = {
    { "two bars", TWO, XY, NULL, NULL },
    { "no rows", "", XY, "empty-picture", "no mark can be seen: the data have no rows" },
    { "a filter that leaves none", TWO, "'transform':[{'filter':'datum.v > 5'}]," XY,
      "empty-picture", "no mark can be seen: none of the 2 rows is left" },
    { "one that leaves some", TWO, "'transform':[{'filter':'datum.v > 1'}]," XY, NULL, NULL },
    { "all null", "{'k':'a','v':null},{'k':'b','v':null}",
      "'mark':'point','encoding':{'x':{'field':'k','type':'nominal'},'y':{'field':'v','type':"
      "'quantitative'}}",
      "empty-picture", "no mark can be seen: all 2 values of v are missing" },
    { "all zero", "{'k':'a','v':0},{'k':'b','v':0}", XY, "empty-picture",
      "no mark can be seen: all 2 values of v are 0" },
    { "a pie of zeros", "{'k':'a','v':0},{'k':'b','v':0}",
      "'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'k'}}",
      "empty-picture", "no mark can be seen: all 2 values of v are 0" },
    { "points at zero are seen", "{'k':'a','v':0}",
      "'mark':'point','encoding':{'x':{'field':'v','type':'quantitative'}}", NULL, NULL },
    { "a line of one point", "{'k':'a','v':1}",
      "'mark':'line','encoding':{'x':{'field':'k','type':'nominal'},'y':{'field':'v','type':"
      "'quantitative'}}",
      "empty-picture", "no mark can be seen: all are transparent, without size, or a line" },
    { "one of two layers", TWO,
      "'layer':[{'mark':'line','transform':[{'filter':'datum.v > 9'}]},{'mark':'point'}],"
      "'encoding':{'x':{'field':'k','type':'nominal'},'y':{'field':'v','type':'quantitative'}}",
      NULL, NULL },
    { "transparent", TWO, "'mark':{'type':'point','opacity':0},'encoding':{'x':{'field':'k'}}",
      "empty-picture", "no mark can be seen: all are transparent" },
};

static const Row overprint[] = {
    { "each name once", TWO, LYING(""), NULL, NULL },
    { "a name twice", TWICE, LYING(""), "overprint",
      "张三 has more than one row, whose bars stand" },
    { "stacked", TWICE,
      "'mark':'bar','encoding':{'y':{'field':'k','type':'nominal'},'x':{'field':'v','type':"
      "'quantitative'},'detail':{'field':'v'}}",
      NULL, NULL },
    { "summed", TWICE,
      "'mark':'bar','encoding':{'y':{'field':'k','type':'nominal'},'x':{'aggregate':'sum','field':"
      "'v'}}",
      NULL, NULL },
    { "side by side", TWICE, LYING(",'yOffset':{'field':'v','type':'nominal'}"), NULL, NULL },
    { "one up, one down", "{'k':'a','v':1},{'k':'a','v':-2}", LYING(""), NULL, NULL },
    { "to be seen through", TWICE, LYING(",'opacity':{'value':0.6}"), NULL, NULL },
    { "in cells of their own", TWICE, LYING(",'row':{'field':'v','type':'nominal'}"), NULL, NULL },
    { "of two ends", "{'k':'a','v':1,'w':5},{'k':'a','v':2,'w':9}", LYING(",'x2':{'field':'w'}"),
      NULL, NULL },
};

static const Row untyped[] = {
    { "numbers without a type", "{'k':1.5,'v':1},{'k':2,'v':2}",
      "'mark':'point','encoding':{'x':{'field':'k'},'y':{'field':'v','type':'quantitative'}}",
      "untyped", "\"k\" holds numbers but has no type" },
    { "with one", "{'k':1.5,'v':1},{'k':2,'v':2}",
      "'mark':'point','encoding':{'x':{'field':'k','type':'ordinal'}}", NULL, NULL },
    { "names", TWO, "'mark':'point','encoding':{'x':{'field':'k'}}", NULL, NULL },
    { "years", "{'k':2019},{'k':2020}", "'mark':'point','encoding':{'x':{'field':'k'}}", NULL,
      NULL },
    { "aggregated", TWO, "'mark':'bar','encoding':{'x':{'aggregate':'mean','field':'v'}}", NULL,
      NULL },
    { "colours are names", TWO, "'mark':'point','encoding':{'color':{'field':'v'}}", NULL, NULL },
};

static void check_row(const Row *row, const char *id)
{
    g_autofree char *quoted = g_strdup_printf("{'data':{'values':[%s]},%s}", row->values,
                                              row->rest);
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuSpec) spec = jutu_spec_parse(g_strdelimit(quoted, "'", '"'), -1, NULL, &error);
    g_autoptr(JutuScene) scene = spec ? jutu_scene_new(spec, NULL, &error) : NULL;
    CHECK_STR(row->row, error ? error->message : "drawn", "drawn");
    size_t n = 0, found = 0;
    const JutuNote *notes = scene ? jutu_scene_notes(scene, &n) : NULL;
    for (size_t i = 0; i < n; i++)
        found = g_strcmp0(notes[i].id, id) == 0 ? i + 1 : found;
    CHECK_SIZE(row->row, found > 0, row->id != NULL);
    if (found > 0 && row->text)
        CHECK_TRUE(row->row, g_str_has_prefix(notes[found - 1].text, row->text));
}

static void test_empty(void)
{
    for (size_t i = 0; i < ROWS(empty); i++)
        check_row(&empty[i], "empty-picture");
}

static void test_overprint(void)
{
    for (size_t i = 0; i < ROWS(overprint); i++)
        check_row(&overprint[i], "overprint");
}

static void test_untyped(void)
{
    for (size_t i = 0; i < ROWS(untyped); i++)
        check_row(&untyped[i], "untyped");
}

SUITE(check_plot, { "empty", test_empty }, { "overprint", test_overprint },
      { "untyped", test_untyped });
