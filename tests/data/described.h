/* Files of a test that are only here: x.csv and the data package beside it. */
#pragma once
#include "base/context.h"
#include "check.h"
#include "data/data.h"

typedef struct {
    JutuReader reader;
    const char *csv, *package;
} Described;

static GBytes *described_read(JutuReader *self, const char *path, GError **error)
{
    const Described *files = (const Described *)self;
    const char *text = strcmp(path, "x.csv") == 0              ? files->csv
                       : strcmp(path, "datapackage.json") == 0 ? files->package
                                                               : NULL;
    if (text)
        return g_bytes_new(text, strlen(text));
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: there is no such file", path);
    return NULL;
}

/* A line for each message: "x.csv:2:3 [id] text". */
static inline void described_messages(const JutuContext *context, GString *out)
{
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        g_string_append_printf(
            out, "%s:%zu:%zu [%s] %s\n", message->place.file ? message->place.file : "",
            message->place.line, message->place.column,
            message->rule < JUTU_N_RULES ? jutu_rules[message->rule].name : "error", message->text);
    }
    for (guint i = 0; i < context->tallies->len; i++) {
        const JutuTally *tally = &g_array_index(context->tallies, JutuTally, i);
        if (tally->unsaid > 0)
            g_string_append_printf(out, "%zu more\n", tally->unsaid);
    }
}

/* What is said of x.csv, or the error. @param package  of resources: only their schema */
static inline char *described_check(const char *csv, const char *schema, bool all)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    context->all_faults = all;
    g_autofree char *package = g_strdup_printf("{\"name\": \"p\", \"resources\": [{\"name\": "
                                               "\"x\", \"path\": \"x.csv\", \"schema\": %s}]}",
                                               schema);
    Described files = { .reader.read = described_read, .csv = csv, .package = package };
    JutuDataOptions options = { .reader = &files.reader };
    JutuDataSources *sources = jutu_data_sources_new(context, &options);
    json_t *data = json_pack("{s:s}", "url", "x.csv");
    g_autoptr(GError) error = NULL;
    GString *out = g_string_new(NULL);
    if (!jutu_data_load(sources, data, "/data", &error))
        g_string_append(out, error->message);
    described_messages(context, out);
    json_decref(data);
    jutu_arena_free(arena);
    return g_string_free(out, false);
}
