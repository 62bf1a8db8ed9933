/* A field that no row has is said, with what may be meant; a theme draws none. */
#include "check.h"
#include "jutu/jutu.h"

typedef struct {
    const char *row, *spec; /* after the data, which have a column of each kind of name */
    const char *want;       /* how the message begins; NULL: nothing is said */
    const char *pointer;
} Row;

static const Row table[] = {
    { "there", "'mark':'bar','encoding':{'x':{'field':'产值','type':'quantitative'}}", NULL, NULL },
    { "one character wrong", "'mark':'bar','encoding':{'x':{'field':'产直','type':'quantitative'}}",
      "no row has the field \"产直\"; did you mean \"产值\"?", "/encoding/x" },
    { "a space too few", "'mark':'bar','encoding':{'y':{'field':'备注A'}}",
      "no row has the field \"备注A\"; did you mean \"备注 A\"?", "/encoding/y" },
    { "another width", "'mark':'bar','encoding':{'y':{'field':'备注　Ａ'}}",
      "no row has the field \"备注　Ａ\"; did you mean \"备注 A\"?", "/encoding/y" },
    { "brackets lead into a column",
      "'mark':'bar','encoding':{'x':{'field':'增速[%]','type':'quantitative'}}",
      "the field \"增速[%]\" leads into a column that no row has; the column of this name is "
      "written \"增速\\\\[%\\\\]\"",
      "/encoding/x" },
    { "written so",
      "'mark':'bar','encoding':{'x':{'field':'增速\\\\[%\\\\]','type':'quantitative'}}", NULL,
      NULL },
    { "unlike any", "'mark':'bar','encoding':{'x':{'field':'xyz'}}",
      "no row has the field \"xyz\"; there are \"产值\", \"备注 A\", \"增速[%]\"", "/encoding/x" },
    { "of an aggregate",
      "'mark':'bar','encoding':{'x':{'aggregate':'sum','field':'产直'},'y':{'field':'备注 A'}}",
      "no row has the field \"产直\"", "/encoding/x" },
    { "a count has none", "'mark':'bar','encoding':{'x':{'aggregate':'count'}}", NULL, NULL },
    { "of a sort",
      "'mark':'bar','encoding':{'x':{'field':'产值','type':'quantitative'},'y':{'field':'备注 A',"
      "'sort':{'field':'产直'}}}",
      "no row has the field \"产直\"", "/encoding/y" },
    { "of a bin", "'mark':'bar','encoding':{'x':{'field':'产直','bin':true}}",
      "no row has the field \"产直\"", "/encoding/x" },
    { "of a condition",
      "'mark':'bar','encoding':{'color':{'value':'red','condition':{'test':'datum.产直 > "
      "1','value':"
      "'blue'}},'x':{'field':'产值'}}",
      NULL, NULL },
    { "of a filter's expression", "'transform':[{'filter':'datum.产直 > 1'}],'mark':'bar'",
      "no row has the field \"产直\"", "/transform/0" },
    { "of a predicate", "'transform':[{'filter':{'not':{'field':'产直','gt':1}}}],'mark':'bar'",
      "no row has the field \"产直\"", "/transform/0" },
    { "of a fold", "'transform':[{'fold':['产值','产直']}],'mark':'bar'",
      "no row has the field \"产直\"", "/transform/0" },
    { "of an aggregate's groups",
      "'transform':[{'aggregate':[{'op':'sum','field':'产值','as':'s'}],'groupby':['产直']}],"
      "'mark':'bar'",
      "no row has the field \"产直\"", "/transform/0" },
    { "made on the way",
      "'transform':[{'calculate':'datum.产值 * "
      "2','as':'双'}],'mark':'bar','encoding':{'x':{'field':"
      "'双','type':'quantitative'}}",
      NULL, NULL },
    { "of a facet",
      "'mark':'bar','encoding':{'row':{'field':'产直'},'x':{'field':'产值','type':'quantitative'}}",
      "no row has the field \"产直\"", NULL },
};

/* The spec's single quotes are double ones. */
static char *spec_of(const char *rest, const char *theme)
{
    g_autoptr(GString)
        spec = g_string_new("{'data':{'values':[{'产值':1,'备注 A':'a','增速[%]':2}]},");
    g_string_append_printf(spec, "%s%s}", theme, rest);
    return g_strdelimit(g_string_free(g_steal_pointer(&spec), false), "'", '"');
}

static void check_message(const Row *row, const char *text, const char *pointer, const char *id)
{
    CHECK_TRUE(row->row, g_str_has_prefix(text, row->want ? row->want : "nothing"));
    CHECK_STR(row->row, id ? id : "", "no-field");
    if (row->pointer)
        CHECK_STR(row->row, pointer, row->pointer);
}

/* Without a theme it is a warning, and the picture is the reference's. */
static void test_warnings(void)
{
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = spec_of(table[i].spec, "");
        g_autoptr(JutuSpec) spec = jutu_spec_parse(text, -1, NULL, NULL);
        g_autoptr(JutuScene) scene = jutu_scene_new(spec, NULL, NULL);
        size_t n = 0, found = 0;
        const JutuNote *notes = scene ? jutu_scene_notes(scene, &n) : NULL;
        for (size_t k = 0; k < n; k++)
            found = g_strcmp0(notes[k].id, "no-field") == 0 ? k + 1 : found;
        CHECK_SIZE(table[i].row, found > 0, table[i].want != NULL);
        if (found > 0)
            check_message(&table[i], notes[found - 1].text, notes[found - 1].pointer,
                          notes[found - 1].id);
    }
}

static void test_errors(void)
{
    static const char *const theme = "'usermeta':{'jutu':{'theme':'report'}},";
    static const char *const allowed =
        "'usermeta':{'jutu':{'theme':'report','allow':['no-field']}},";
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = spec_of(table[i].spec, theme);
        g_autoptr(JutuSpec) spec = jutu_spec_parse(text, -1, NULL, NULL);
        g_autoptr(GError) error = NULL;
        g_autoptr(JutuScene) scene = jutu_scene_new(spec, NULL, &error);
        CHECK_TRUE(table[i].row, !scene == (table[i].want != NULL));
        JutuNote note;
        if (error && jutu_error_note(error, &note))
            check_message(&table[i], note.text, note.pointer, note.id);

        g_autofree char *free_text = spec_of(table[i].spec, allowed);
        g_autoptr(JutuSpec) free_spec = jutu_spec_parse(free_text, -1, NULL, NULL);
        g_autoptr(JutuScene) drawn = jutu_scene_new(free_spec, NULL, NULL);
        CHECK_TRUE(table[i].row, drawn != NULL);
    }
}

SUITE(flow_fields, { "warnings", test_warnings }, { "errors", test_errors });
