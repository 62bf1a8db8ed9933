/* jutu help: what there is, from the tables that make it so. */
#include <stdio.h>
#include <string.h>

#include "backend/backend.h"
#include "base/limits.h"
#include "base/rules.h"
#include "cli/cli.h"
#include "expr/eval.h"
#include "scale/scale.h"
#include "theme/themes.h"
#include "transform/window.h"
#include "view/mark.h"

static void print_names(const char *title, const char *const *names)
{
    g_autofree char *all = g_strjoinv(", ", (char **)names);
    printf("%s: %s\n", title, all);
}

static void print_row(const char *name, const char *doc)
{
    printf("  %-14s %s\n", name, doc);
}

/* A table of pointers to rows, or of rows that end with one without a name. */
#define PRINT_POINTERS(print_it, table) \
    static void print_it(void) \
    { \
        for (size_t i = 0; (table)[i]; i++) \
            print_row((table)[i]->name, (table)[i]->doc); \
    }
#define PRINT_ROWS(print_it, table) \
    static void print_it(void) \
    { \
        for (size_t i = 0; (table)[i].name; i++) \
            print_row((table)[i].name, (table)[i].doc); \
    }

static void print_marks(void)
{
    for (size_t i = 0; i < JUTU_N_MARKS; i++)
        print_row(jutu_mark_types[i].name, jutu_mark_types[i].doc);
}

PRINT_POINTERS(print_transforms, jutu_transforms)
PRINT_POINTERS(print_scales, jutu_scale_types)
PRINT_POINTERS(print_formats, jutu_backends)
PRINT_ROWS(print_aggregates, jutu_aggregates)
PRINT_ROWS(print_windows, jutu_window_ops)
PRINT_ROWS(print_themes, jutu_theme_rows)

/* What a number is of, after it. */
static void print_limits(void)
{
    for (const JutuLimit *limit = jutu_limits; limit->name; limit++)
        printf("  %-16s %10zu  %s\n", limit->name, limit->value, limit->doc);
}
PRINT_ROWS(print_rules, jutu_rules)

/* A function's text begins with how it is called. */
static void print_functions(void)
{
    for (size_t family = 0; jutu_function_families[family]; family++) {
        for (const JutuFunction *row = jutu_function_families[family]; row->name; row++) {
            if ((row->fn || row->math) && !(row->flags & JUTU_INTERNAL))
                printf("  %s\n", row->doc);
        }
    }
}

static void print_grammar(void)
{
    g_autofree char *text = jutu_grammar();
    fputs(text, stdout);
}

typedef struct {
    const char *name, *doc;
    void (*print)(void);
} Topic;

static const Topic topics[] = {
    { "marks", "What a view can be drawn with.", print_marks },
    { "transforms", "What can be done to a table.", print_transforms },
    { "aggregates", "What can be said of many values in one.", print_aggregates },
    { "windows", "What can be said of a row among those around it.", print_windows },
    { "scales", "How values become positions, colours and sizes.", print_scales },
    { "functions", "What expressions can call.", print_functions },
    { "formats", "What images are written as.", print_formats },
    { "themes", "Built-in looks.", print_themes },
    { "rules", "What warnings are about, and what a theme decides, by name.", print_rules },
    { "limits", "What a chart may take at most.", print_limits },
    { "grammar", "What of Vega-Lite is drawn, as Markdown.", print_grammar },
    { 0 },
};

static bool print_command(const char *name)
{
    for (size_t i = 0; jutu_commands[i]; i++) {
        if (strcmp(name, jutu_commands[i]->name) != 0)
            continue;
        g_autofree char *text = jutu_cli_help(jutu_commands[i]);
        fputs(text, stdout);
        return true;
    }
    return false;
}

static int print_topic(const char *name)
{
    const char *names[G_N_ELEMENTS(topics) + 32] = { NULL };
    size_t n = 0;
    if (print_command(name))
        return JUTU_EXIT_OK;
    for (; jutu_commands[n] && n < 32; n++)
        names[n] = jutu_commands[n]->name;
    for (size_t i = 0; topics[i].name; i++) {
        names[n + i] = topics[i].name;
        if (strcmp(name, topics[i].name) != 0)
            continue;
        topics[i].print();
        return JUTU_EXIT_OK;
    }
    jutu_cli_unknown("jutu help: there is no command or topic", name, names,
                     "; `jutu help` lists them");
    return JUTU_EXIT_USAGE;
}

static int run(void *params, char **operands)
{
    (void)params;
    if (operands[0] && operands[1]) {
        fprintf(stderr, "jutu help: name one command or topic\n");
        return JUTU_EXIT_USAGE;
    }
    if (operands[0])
        return print_topic(operands[0]);
    printf("jutu draws Vega-Lite specs as SVG, PNG and PDF.\n\nCommands:\n");
    for (size_t i = 0; jutu_commands[i]; i++)
        printf("  %-8s %-9s %s\n", jutu_commands[i]->name, jutu_commands[i]->usage,
               jutu_commands[i]->doc);
    printf("\n`jutu help COMMAND` tells a command's options, `jutu help TOPIC` more of:\n");
    for (const Topic *topic = topics; topic->name; topic++)
        print_row(topic->name, topic->doc);
    print_names("\nFormats", jutu_formats());
    print_names("Themes", jutu_themes());
    return JUTU_EXIT_OK;
}

static const JutuArg args[] = { { 0 } };

const JutuCommand jutu_command_help = {
    .name = "help",
    .usage = "[COMMAND|TOPIC]",
    .doc = "Lists commands and topics; of a command its options, of a topic, such as marks, what "
           "there is.",
    .examples = "Example:\n  jutu help transforms\n",
    .args = args,
    .run = run,
};
