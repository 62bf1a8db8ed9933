/* Options that several commands share. */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/closest.h"
#include "cli/cli.h"

static bool is_theme(const char *name)
{
    for (const char *const *theme = jutu_themes(); *theme; theme++) {
        if (strcmp(*theme, name) == 0)
            return true;
    }
    return false;
}

static bool read_config(JutuCommon *common, const char *path)
{
    g_autoptr(GError) error = NULL;
    gsize length;
    common->config_text = jutu_cli_read(path, &length, &error);
    if (!common->config_text)
        fprintf(stderr, "%s: error: %s\n", path, error->message);
    return common->config_text != NULL;
}

void jutu_cli_unknown(const char *complaint, const char *name, const char *const *names,
                      const char *otherwise)
{
    const char *near = jutu_closest(name, names);
    if (near)
        fprintf(stderr, "%s \"%s\"; did you mean \"%s\"?\n", complaint, name, near);
    else
        fprintf(stderr, "%s \"%s\"%s\n", complaint, name, otherwise);
}

static bool read_options(JutuCommon *common, JutuOptions *out)
{
    *out = (JutuOptions){ .size = sizeof(*out),
                          .base_dir = common->base,
                          .lang = common->lang,
                          .timezone = common->timezone,
                          .encoding = common->encoding,
                          .header = common->header,
                          .allow_read = (const char *const *)common->allow_read,
                          .font_dirs = (const char *const *)common->font_dirs };
    if (common->theme && is_theme(common->theme)) {
        out->theme = common->theme;
    } else if (common->theme && !g_file_test(common->theme, G_FILE_TEST_EXISTS)) {
        jutu_cli_unknown("jutu: there is no theme or file", common->theme, jutu_themes(), "");
        return false;
    } else if (common->theme && !read_config(common, common->theme)) {
        return false;
    }
    if (common->config) {
        g_clear_pointer(&common->config_text, g_free);
        if (!read_config(common, common->config))
            return false;
    }
    out->config = common->config_text;
    return true;
}

void jutu_common_clear(JutuCommon *common)
{
    g_clear_pointer(&common->config_text, g_free);
    g_clear_pointer(&common->input, jutu_input_free);
}

static char too_late[80]; /* what is said then: nothing may be formatted in a signal */

static void give_up(int signal)
{
    (void)signal;
    if (write(STDERR_FILENO, too_late, strlen(too_late)) < 0)
        _exit(JUTU_EXIT_ERROR);
    _exit(JUTU_EXIT_ERROR);
}

static void start_clock(double seconds)
{
    struct itimerval timer = { .it_value = { (time_t)seconds,
                                             (suseconds_t)(fmod(seconds, 1) * 1e6) } };
    g_snprintf(too_late, sizeof(too_late), "jutu: not done after %g s (--timeout)\n", seconds);
    signal(SIGALRM, give_up);
    setitimer(ITIMER_REAL, &timer, NULL);
}

bool jutu_common_options(JutuCommon *common, char **specs, JutuOptions *out)
{
    if (common->timeout > 0)
        start_clock(common->timeout);
    bool ok = read_options(common, out);
    if (!specs || !g_strv_contains((const char *const *)specs, "-"))
        out->input = common->input = jutu_input_new(STDIN_FILENO);
    if (!ok)
        jutu_common_clear(common);
    return ok;
}
