/* jutu COMMAND …: finds the command, parses its options through its table, runs it. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

#define JUTU_COMMAND(name) extern const JutuCommand jutu_command_##name;
#include "cli/commands.def"
#undef JUTU_COMMAND

const JutuCommand *const jutu_commands[] = {
#define JUTU_COMMAND(name) &jutu_command_##name,
#include "cli/commands.def"
#undef JUTU_COMMAND
    NULL,
};

static const GOptionArg option_types[] = {
    [JUTU_ARG_TEXT] = G_OPTION_ARG_FILENAME,
    [JUTU_ARG_NUMBER] = G_OPTION_ARG_DOUBLE,
    [JUTU_ARG_INT] = G_OPTION_ARG_INT,
    [JUTU_ARG_FLAG] = G_OPTION_ARG_NONE,
    [JUTU_ARG_LIST] = G_OPTION_ARG_FILENAME_ARRAY,
};

static const JutuCommand *find_command(const char *name)
{
    for (size_t i = 0; jutu_commands[i]; i++) {
        if (strcmp(jutu_commands[i]->name, name) == 0)
            return jutu_commands[i];
    }
    return NULL;
}

static int unknown_command(const char *name)
{
    const char *names[32] = { NULL };
    for (size_t i = 0; jutu_commands[i] && i < G_N_ELEMENTS(names) - 1; i++)
        names[i] = jutu_commands[i]->name;
    jutu_cli_unknown("jutu: unknown command", name, names, "; `jutu help` lists them");
    return JUTU_EXIT_USAGE;
}

/* The texts that options were given belong to the parameters. */
static void free_params(const JutuCommand *command, char *params)
{
    for (const JutuArg *arg = command->args; arg->name; arg++) {
        void *field = params + arg->offset;
        if (arg->type == JUTU_ARG_TEXT)
            g_free(*(char **)field);
        else if (arg->type == JUTU_ARG_LIST)
            g_strfreev(*(char ***)field);
    }
}

static int run(const JutuCommand *command, char ***arguments)
{
    g_autofree char *params = g_malloc0(command->params_size + 1);
    g_autoptr(GArray) entries = g_array_new(true, true, sizeof(GOptionEntry));
    for (const JutuArg *arg = command->args; arg->name; arg++) {
        GOptionEntry entry = {
            arg->name, arg->short_name, 0, option_types[arg->type], params + arg->offset,
            arg->doc,  arg->value
        };
        g_array_append_val(entries, entry);
    }
    char **operands = NULL;
    GOptionEntry rest = { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &operands, NULL,
                          command->usage };
    g_array_append_val(entries, rest);
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_set_summary(context, command->doc);
    g_option_context_set_description(context, command->examples);
    g_option_context_add_main_entries(context, (GOptionEntry *)(void *)entries->data, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_option_context_parse_strv(context, arguments, &error)) {
        fprintf(stderr, "jutu %s: %s; see `jutu %s --help`\n", command->name, error->message,
                command->name);
        free_params(command, params);
        return JUTU_EXIT_USAGE;
    }
    char *none[] = { NULL };
    int code = command->run(params, operands ? operands : none);
    g_strfreev(operands);
    free_params(command, params);
    return code;
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8"); /* file names and messages are UTF-8, numbers plain */
    if (argc < 2) {
        fprintf(stderr, "usage: jutu COMMAND …; `jutu help` lists the commands\n");
        return JUTU_EXIT_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("jutu %s\n", jutu_version());
        return JUTU_EXIT_OK;
    }
    bool help = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0;
    const JutuCommand *command = find_command(help ? "help" : argv[1]);
    if (!command)
        return unknown_command(argv[1]);
    g_autofree char *program = g_strdup_printf("jutu %s", command->name);
    g_set_prgname(program);
    GPtrArray *arguments = g_ptr_array_new();
    g_ptr_array_add(arguments, g_strdup(program));
    for (int i = 2; i < argc; i++)
        g_ptr_array_add(arguments, g_strdup(argv[i]));
    g_ptr_array_add(arguments, NULL);
    char **vector = (char **)g_ptr_array_free(arguments, false);
    int code = run(command, &vector);
    g_strfreev(vector);
    return code;
}
