/* jutu data: the rows and types of a data file, as jutu sees them. */
#include <stdio.h>

#include "cli/cli.h"

typedef struct {
    JutuCommon common;
} Params;

static int run(void *data, char **files)
{
    Params *params = data;
    JutuOptions options;
    if (!files[0] || files[1]) {
        fprintf(stderr, "jutu data: name one file\n");
        return JUTU_EXIT_USAGE;
    }
    if (!jutu_common_options(&params->common, NULL, &options))
        return JUTU_EXIT_USAGE;
    g_autoptr(GError) error = NULL;
    g_autofree char *json = jutu_data_explain(files[0], &options, &error);
    if (json)
        puts(json);
    else
        fprintf(stderr, "%s: error: %s\n", files[0], error->message);
    jutu_common_clear(&params->common);
    return json ? JUTU_EXIT_OK : JUTU_EXIT_ERROR;
}

static const JutuArg args[] = {
    JUTU_TIMEOUT_ARG(Params),
    JUTU_READING_ARGS(Params),
    { 0 },
};

const JutuCommand jutu_command_data = {
    .name = "data",
    .usage = "FILE",
    .doc = "Prints the rows and column types of a data file as JSON.",
    .examples = "Example:\n  jutu data datasets/rd_intensity.csv\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
