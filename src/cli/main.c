/* jutu COMMAND …: finds the command and has it run. */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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

/* What was printed may turn out lost only now. */
static int close_output(int code)
{
    bool lost = ferror(stdout);
    g_autoptr(GError) error = NULL;
    if (fclose(stdout) != 0 && !lost) /* what was lost before has no reason any more */
        jutu_cli_write_failed("-", errno, &error);
    if (!lost && !error)
        return code;
    fprintf(stderr, "jutu: %s\n", error ? error->message : "standard output can't be written");
    return code == JUTU_EXIT_OK ? JUTU_EXIT_ERROR : code;
}

/* What GLib can't go on without, such as a thread, ends the program as other errors do. */
static void log_message(const char *domain, GLogLevelFlags level, const char *text, gpointer data)
{
    if (!(level & G_LOG_LEVEL_ERROR)) {
        g_log_default_handler(domain, level, text, data);
        return;
    }
    fprintf(stderr, "jutu: out of memory or threads: %s\n", text);
    fflush(stderr);
    _exit(JUTU_EXIT_ERROR);
}

/* Too large a file, or a reader that went away, is an error as others are. What is closed stays so:
 * no file that is opened takes its number. */
static void set_up_process(void)
{
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    for (int stream = 0; stream <= 2; stream++) {
        if (fcntl(stream, F_GETFD) < 0)
            (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
    g_log_set_default_handler(log_message, NULL);
    setlocale(LC_CTYPE, "C.UTF-8"); /* file names and messages are UTF-8, numbers plain */
}

static int run(int argc, char **argv)
{
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
    int code = jutu_cli_run(command, &vector);
    g_strfreev(vector);
    return code;
}

int main(int argc, char **argv)
{
    set_up_process();
    int code = JUTU_EXIT_OK;
    if (argc < 2) {
        fprintf(stderr, "usage: jutu COMMAND …; `jutu help` lists the commands\n");
        code = JUTU_EXIT_USAGE;
    } else if (strcmp(argv[1], "--version") == 0) {
        printf("jutu %s\n", jutu_version());
    } else {
        code = run(argc, argv);
    }
    return close_output(code);
}
