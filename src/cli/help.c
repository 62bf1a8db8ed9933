/* jutu help: what there is. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static void print_names(const char *title, const char *const *names)
{
    g_autofree char *all = g_strjoinv(", ", (char **)names);
    printf("%s: %s\n", title, all);
}

static int run(void *params, char **topics)
{
    (void)params;
    if (topics[0] && strcmp(topics[0], "themes") == 0) {
        print_names("Themes", jutu_themes());
        return JUTU_EXIT_OK;
    }
    if (topics[0] && strcmp(topics[0], "grammar") == 0) {
        g_autofree char *text = jutu_grammar();
        fputs(text, stdout);
        return JUTU_EXIT_OK;
    }
    printf("jutu draws Vega-Lite specs as SVG, PNG and PDF.\n\nCommands:\n");
    for (size_t i = 0; jutu_commands[i]; i++)
        printf("  %-8s %-9s %s\n", jutu_commands[i]->name, jutu_commands[i]->usage,
               jutu_commands[i]->doc);
    printf("\n`jutu COMMAND --help` tells a command's options.\n");
    print_names("Formats", jutu_formats());
    print_names("Themes", jutu_themes());
    return JUTU_EXIT_OK;
}

static const JutuArg args[] = { { 0 } };

const JutuCommand jutu_command_help = {
    .name = "help",
    .usage = "[TOPIC]",
    .doc = "Lists commands, formats and themes; topics: themes, grammar.",
    .args = args,
    .run = run,
};
