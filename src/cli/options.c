/* Options of commands: GLib's parser below, the commands' tables above. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/closest.h"
#include "base/zone.h"
#include "cli/cli.h"
#include "data/encoding.h"

/* == What texts must be == */

static bool refuse(GError **error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error_literal(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, text);
    return false;
}

bool jutu_cli_check_folder(const char *text, GError **error)
{
    return g_file_test(text, G_FILE_TEST_IS_DIR) || refuse(error, "there is no such folder");
}

bool jutu_cli_check_path(const char *text, GError **error)
{
    return g_file_test(text, G_FILE_TEST_EXISTS) ||
           refuse(error, "there is no such folder or file");
}

/* Parts of 1 to 8 letters and digits between hyphens; the first has 2 or more, letters only. */
bool jutu_cli_check_lang(const char *text, GError **error)
{
    if (g_regex_match_simple("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", text, G_REGEX_DOLLAR_ENDONLY,
                             0))
        return true;
    return refuse(error, "that is no language's tag; it looks like zh-Hans or zh-Hant-TW");
}

bool jutu_cli_check_zone(const char *text, GError **error)
{
    if (strcmp(text, "UTC") == 0)
        return true;
    JutuZone *zone = jutu_zone_new(text, error);
    jutu_zone_free(zone);
    return zone != NULL;
}

/* One that is known, or that the C library reads. */
bool jutu_cli_check_encoding(const char *text, GError **error)
{
    JutuBadBytes bad;
    g_autoptr(GBytes) none = jutu_encoding_convert(text, "", 0, &bad);
    return none || jutu_encoding_find(text) != JUTU_N_ENCODINGS ||
           refuse(error, "there is no such encoding; it looks like gbk, big5 or utf-16le");
}

bool jutu_cli_check_name(const char *text, const char *const *names, GError **error)
{
    if (g_strv_contains(names, text))
        return true;
    const char *near = jutu_closest(text, names);
    if (near)
        return refuse(error, "there is none of that name; did you mean \"%s\"?", near);
    g_autofree char *all = g_strjoinv(", ", (char **)names);
    return refuse(error, "there is none of that name, but %s", all);
}

/* == Parsing == */

typedef struct {
    const JutuCommand *command;
    char *params;
} Parse;

static const JutuArg *find_arg(const JutuCommand *command, const char *option)
{
    for (const JutuArg *arg = command->args; arg->name; arg++) {
        bool is_short = option[0] == '-' && option[1] != '-' && option[1] == arg->short_name;
        if (is_short || (g_str_has_prefix(option, "--") && strcmp(option + 2, arg->name) == 0))
            return arg;
    }
    return NULL;
}

static bool set_text(const JutuArg *arg, const char *text, void *field, GError **error)
{
    if (!*text)
        return refuse(error, "it is empty; give a value, or leave the option out");
    if (arg->check && !arg->check(text, error))
        return false;
    if (arg->type == JUTU_ARG_TEXT) {
        g_free(*(char **)field);
        *(char **)field = g_strdup(text);
        return true;
    }
    char ***list = field;
    guint n = *list ? g_strv_length(*list) : 0;
    *list = g_renew(char *, *list, n + 2);
    (*list)[n] = g_strdup(text);
    (*list)[n + 1] = NULL;
    return true;
}

static bool set_number(const JutuArg *arg, const char *text, void *field, GError **error)
{
    char *end;
    double number = g_ascii_strtod(text, &end);
    bool whole = arg->type == JUTU_ARG_INT;
    if (end == text || *end || !(number >= arg->least && number <= arg->most) ||
        (whole && number != trunc(number)))
        return refuse(error, "it must be a %snumber from %.10g to %.10g", whole ? "whole " : "",
                      arg->least, arg->most);
    if (whole)
        *(int *)field = (int)number;
    else
        *(double *)field = number;
    return true;
}

/* GLib calls this for each option that has a value. */
static gboolean set_option(const char *option, const char *text, gpointer data, GError **error)
{
    const Parse *parse = data;
    const JutuArg *arg = find_arg(parse->command, option);
    void *field = parse->params + arg->offset;
    bool is_text = arg->type == JUTU_ARG_TEXT || arg->type == JUTU_ARG_LIST;
    if ((is_text ? set_text : set_number)(arg, text, field, error))
        return true;
    g_prefix_error(error, "%s %s: ", option, text);
    return false;
}

/* Owned; operands and help are where it puts what it finds. */
static GOptionContext *context_new(Parse *parse, char ***operands, gboolean *help)
{
    const JutuCommand *command = parse->command;
    const GOptionArgFunc set = set_option; /* copied to where GLib has a pointer to data */
    g_autoptr(GArray) entries = g_array_new(true, true, sizeof(GOptionEntry));
    GOptionEntry ask = { "help", 'h', 0, G_OPTION_ARG_NONE, help, "Prints this.", NULL };
    g_array_append_val(entries, ask);
    for (const JutuArg *arg = command->args; arg->name; arg++) {
        bool is_flag = arg->type == JUTU_ARG_FLAG;
        GOptionEntry entry = {
            arg->name, arg->short_name, 0, G_OPTION_ARG_NONE, parse->params + arg->offset,
            arg->doc,  arg->value
        };
        if (!is_flag) {
            entry.flags = G_OPTION_FLAG_FILENAME;
            entry.arg = G_OPTION_ARG_CALLBACK;
            memcpy(&entry.arg_data, &set, sizeof(set));
        }
        g_array_append_val(entries, entry);
    }
    GOptionEntry rest = { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, operands, NULL,
                          command->usage };
    g_array_append_val(entries, rest);
    GOptionGroup *group = g_option_group_new("main", "", "", parse, NULL);
    g_option_group_add_entries(group, (GOptionEntry *)(void *)entries->data);
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, false);
    g_option_context_set_summary(context, command->doc);
    g_option_context_set_description(context, command->examples);
    g_option_context_set_main_group(context, group);
    return context;
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
    g_free(params);
}

char *jutu_cli_help(const JutuCommand *command)
{
    Parse parse = { command, g_malloc0(command->params_size + 1) };
    char **operands = NULL;
    gboolean help;
    GOptionContext *context = context_new(&parse, &operands, &help);
    g_autofree char *program = g_strdup_printf("jutu %s", command->name);
    g_set_prgname(program);
    char *text = g_option_context_get_help(context, true, NULL);
    g_option_context_free(context);
    free_params(command, parse.params);
    return text;
}

/* GLib's message ends with the argument. */
static void complain(const JutuCommand *command, const GError *error)
{
    const char *argument = strstr(error->message, " --");
    g_autofree char *see = g_strdup_printf("; see `jutu %s --help`", command->name);
    if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) || !argument) {
        fprintf(stderr, "jutu %s: %s%s\n", command->name, error->message, see);
        return;
    }
    g_autofree char *name = g_strndup(argument + 1, strcspn(argument + 1, "="));
    g_autofree char *complaint = g_strdup_printf("jutu %s: there is no option", command->name);
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();
    g_strv_builder_add(names, "--help");
    for (const JutuArg *arg = command->args; arg->name; arg++) {
        g_autofree char *option = g_strdup_printf("--%s", arg->name);
        g_strv_builder_add(names, option);
    }
    g_auto(GStrv) all = g_strv_builder_end(names);
    jutu_cli_unknown(complaint, name, (const char *const *)all, see);
}

int jutu_cli_run(const JutuCommand *command, char ***arguments)
{
    Parse parse = { command, g_malloc0(command->params_size + 1) };
    g_auto(GStrv) operands = NULL;
    gboolean help = false;
    GOptionContext *context = context_new(&parse, &operands, &help);
    g_autoptr(GError) error = NULL;
    int code = JUTU_EXIT_USAGE;
    if (!g_option_context_parse_strv(context, arguments, &error)) {
        complain(command, error);
    } else if (help) {
        g_autofree char *text = jutu_cli_help(command);
        fputs(text, stdout);
        code = JUTU_EXIT_OK;
    } else {
        char *none[] = { NULL };
        code = command->run(parse.params, operands ? operands : none);
    }
    g_option_context_free(context);
    free_params(command, parse.params);
    return code;
}
