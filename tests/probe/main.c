/* jutu-probe: see probe.h. */
#include "probe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

static const struct {
    const char *set;
    ProbeAnswer *answer;
} sets[] = {
#define PROBE_SET(set, name) { set, probe_##name },
#include "sets.def"
#undef PROBE_SET
};

static json_t *answer(const json_t *given, JutuContext *context, GError **error)
{
    const char *set = jutu_json_string(given, "set", "");
    for (size_t i = 0; i < G_N_ELEMENTS(sets); i++) {
        if (strcmp(sets[i].set, set) == 0)
            return sets[i].answer(given, context, error);
    }
    return probe_skip(error, "no probe for this set");
}

static void print(const char *kind, json_t *value)
{
    json_t *reply = json_pack("{so}", kind, value);
    char *text = json_dumps(reply, JSON_COMPACT);
    puts(text);
    free(text);
    json_decref(reply);
}

static void reply(const char *line, size_t length, const JutuZone *zone)
{
    g_autoptr(GError) error = NULL;
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    context->zone = zone;
    json_t *given = jutu_json_parse(line, length, &error);
    json_t *result = given ? answer(given, context, &error) : NULL;
    if (result)
        print("result", result);
    else if (error->domain == JUTU_ERROR)
        print("error", json_string(error->message));
    else
        print("skip", json_string(error->message));
    json_decref(given);
    jutu_arena_free(arena);
}

int main(void)
{
    g_autoptr(GError) error = NULL;
    const char *name = getenv("TZ");
    g_autoptr(JutuZone) zone = jutu_zone_new(name ? name : "UTC", &error);
    if (error) {
        fprintf(stderr, "jutu-probe: %s\n", error->message);
        return 2;
    }
    char *line = NULL;
    size_t size = 0;
    for (ssize_t length; (length = getline(&line, &size, stdin)) >= 0;)
        reply(line, (size_t)length, zone);
    free(line);
    return 0;
}
