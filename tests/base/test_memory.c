#include "base/memory.h"

#include <jansson.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "check.h"

#define TOO_MUCH (SIZE_MAX / 4)

static void ask_for_some(void)
{
    free(jutu_alloc(TOO_MUCH));
}

static void ask_for_an_arena(void)
{
    jutu_new(jutu_arena_new(), char, TOO_MUCH);
}

static void ask_for_more_than_there_are(void)
{
    jutu_new(jutu_arena_new(), double, SIZE_MAX / 2);
}

static void ask_jansson(void)
{
    json_decref(json_stringn_nocheck("", TOO_MUCH));
}

/* What a process says that does this, and the signal that ends it. */
static int run_apart(void (*ask)(void), char *said, size_t size)
{
    int ends[2], status = 0;
    if (pipe(ends) != 0)
        return -1;
    pid_t child = fork();
    if (child == 0) {
        const struct rlimit no_core = { 0, 0 };
        setrlimit(RLIMIT_CORE, &no_core);
        dup2(ends[1], STDERR_FILENO);
        ask();
        _exit(0);
    }
    close(ends[1]);
    ssize_t n = read(ends[0], said, size - 1);
    said[n > 0 ? n : 0] = '\0';
    close(ends[0]);
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void test_out_of_memory(void)
{
    static const struct {
        const char *name;
        void (*ask)(void);
    } table[] = {
        { "own", ask_for_some },
        { "an arena", ask_for_an_arena },
        { "more than a size holds", ask_for_more_than_there_are },
        { "jansson", ask_jansson },
    };
    char said[256];
#ifdef __SANITIZE_ADDRESS__
    return; /* it ends the process itself */
#endif
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_(run_apart(table[i].ask, said, sizeof(said)) == SIGABRT, "%s: aborts", table[i].name);
        static const char start[] = "out of memory: ";
        bool starts = strncmp(said, start, strlen(start)) == 0;
        CHECK_(starts && strtoull(said + strlen(start), NULL, 10) >= TOO_MUCH, "%s: says \"%s\"",
               table[i].name, said);
    }
}

static void test_zeroed(void)
{
    unsigned char *bytes = jutu_alloc(4096);
    unsigned sum = 0;
    for (size_t i = 0; i < 4096; i++)
        sum += bytes[i];
    CHECK_SIZE("all of it", sum, 0);
    free(bytes);
    bytes = jutu_alloc(0);
    CHECK_TRUE("nothing is something", bytes != NULL);
    free(bytes);
}

SUITE(memory, { "out of memory", test_out_of_memory }, { "zeroed", test_zeroed });
