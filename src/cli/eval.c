/* jutu eval: tries Vega expressions. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

typedef struct {
    JutuCommon common;
    char *datum;
} Params;

static bool print_value(const Params *params, const JutuOptions *options, const char *expression)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *json = jutu_evaluate(expression, params->datum, options, &error);
    if (json)
        printf("%s\n", json);
    else
        printf("error: %s\n", error->message);
    return json != NULL;
}

/* One expression a line; an error doesn't end it. */
static void evaluate_lines(const Params *params, const JutuOptions *options)
{
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) >= 0) {
        line[strcspn(line, "\r\n")] = '\0';
        print_value(params, options, line);
        fflush(stdout);
    }
    g_free(line);
}

static int run(void *data, char **expressions)
{
    Params *params = data;
    JutuOptions options;
    bool ok = true;
    if (!jutu_common_options(&params->common, NULL, &options))
        return JUTU_EXIT_USAGE;
    if (!*expressions)
        evaluate_lines(params, &options);
    for (; *expressions; expressions++)
        ok &= print_value(params, &options, *expressions);
    jutu_common_clear(&params->common);
    return ok ? JUTU_EXIT_OK : JUTU_EXIT_ERROR;
}

static const JutuArg args[] = {
    { "datum", 0, JUTU_ARG_TEXT, offsetof(Params, datum), "JSON", "What `datum` is." },
    { "timezone", 0, JUTU_ARG_TEXT, offsetof(Params, common.timezone), "TZ",
      "What local time is; UTC unless given.", .check = jutu_cli_check_zone },
    JUTU_TIMEOUT_ARG(Params),
    { 0 },
};

const JutuCommand jutu_command_eval = {
    .name = "eval",
    .usage = "[EXPR…]",
    .doc = "Prints the values of Vega expressions as JSON; without any, those of standard input.",
    .examples = "Example:\n  jutu eval --datum '{\"v\": 6.46}' 'format(datum.v, \".1f\")'\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
