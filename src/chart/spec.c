/* Specs: text to a JSON tree that was checked. */
#include <string.h>

#include "base/json.h"
#include "chart/chart.h"
#include "spec/check.h"

static JutuNote note_of(const JutuMessage *message, const JutuSpec *spec, JutuArena *arena)
{
    g_autoptr(GError) error = NULL;
    jutu_error_set(&error, message->code, message->pointer, "%s", message->text);
    const JutuPlace *place = &message->place;
    if (!place->file && spec)
        jutu_spec_locate(spec, &error);
    const JutuWhere *where = jutu_error_where(error);
    return (JutuNote){
        .severity = message->severity,
        .id = message->rule < JUTU_N_RULES ? jutu_rules[message->rule].name : NULL,
        .text = jutu_arena_strdup(arena, message->text),
        .pointer = jutu_arena_strdup(arena, message->pointer ? message->pointer : ""),
        .file = place->file ? jutu_arena_strdup(arena, place->file) : NULL,
        .line = place->file ? place->line : where->line,
        .column = place->file ? place->column : where->column,
        .form = message->rule == JUTU_RULE_unknown_member,
    };
}

/* How many messages of a kind aren't shown. */
static JutuNote note_of_unsaid(const JutuTally *tally, JutuArena *arena)
{
    bool error = tally->rule == JUTU_N_RULES;
    return (JutuNote){
        .severity = error                                            ? JUTU_SEVERITY_ERROR
                    : jutu_rules[tally->rule].kind == JUTU_RULE_NOTE ? JUTU_SEVERITY_NOTE
                                                                     : JUTU_SEVERITY_WARNING,
        .id = error ? NULL : jutu_rules[tally->rule].name,
        .pointer = "",
        .file = tally->file ? jutu_arena_strdup(arena, tally->file) : NULL,
        .text = jutu_arena_printf(arena, "there are %zu more %s", tally->unsaid,
                                  error ? "errors" : "alike"),
        .form = tally->rule == JUTU_RULE_unknown_member,
    };
}

const JutuNote *jutu_notes(const JutuContext *context, const JutuSpec *spec, JutuArena *arena,
                           size_t *n)
{
    const GPtrArray *messages = context->messages;
    const GArray *tallies = context->tallies;
    JutuNote *out = jutu_new(arena, JutuNote, messages->len + tallies->len);
    for (*n = 0; *n < messages->len; (*n)++)
        out[*n] = note_of(messages->pdata[*n], spec, arena);
    for (guint i = 0; i < tallies->len; i++) {
        const JutuTally *tally = &g_array_index(tallies, JutuTally, i);
        if (tally->unsaid > 0)
            out[(*n)++] = note_of_unsaid(tally, arena);
    }
    return out;
}

const char *const *jutu_why_lines(const JutuContext *context, const JutuSpec *spec,
                                  JutuArena *arena)
{
    const char **lines = jutu_new(arena, const char *, context->why->len + 1);
    for (guint i = 0; i < context->why->len; i++) {
        JutuNote note = note_of(context->why->pdata[i], spec, arena);
        lines[i] = jutu_arena_printf(arena, "%zu:%zu: %s: %s: %s (without: \"%s\")", note.line,
                                     note.column, *note.pointer ? note.pointer : "/", note.id,
                                     note.text, note.id);
    }
    lines[context->why->len] = NULL;
    return lines;
}

/* The grammar's remarks on the spec, with places. */
static void set_notes(JutuSpec *spec)
{
    g_autoptr(JutuContext) context = jutu_context_new(spec->arena);
    /* names that are no rules' are an error when the chart is drawn */
    jutu_rules_read(context, jutu_json_path(spec->root, "usermeta", "jutu", NULL), false, NULL);
    jutu_spec_check(spec->root, context);
    spec->notes = jutu_notes(context, spec, spec->arena, &spec->n_notes);
}

JutuSpec *jutu_spec_parse(const char *text, gssize length, const char *origin, GError **error)
{
    size_t size = length < 0 ? strlen(text) : (size_t)length;
    json_t *root = jutu_json_parse(text, size, error);
    if (!root)
        return NULL;
    JutuArena *arena = jutu_arena_new();
    JutuSpec *spec = jutu_new(arena, JutuSpec, 1);
    char *copy = jutu_new(arena, char, size + 1);
    memcpy(copy, text, size);
    *spec = (JutuSpec){ .arena = arena,
                        .text = copy,
                        .origin = origin ? jutu_arena_strdup(arena, origin) : NULL,
                        .root = jutu_json_own(arena, root) };
    if (!json_is_object(root)) {
        jutu_error_set(error, JUTU_ERROR_SPEC, "", "a spec is a JSON object, {…}");
        jutu_spec_locate(spec, error);
        jutu_spec_free(spec);
        return NULL;
    }
    set_notes(spec);
    return spec;
}

char *jutu_grammar(void)
{
    return jutu_grammar_text();
}

void jutu_spec_free(JutuSpec *spec)
{
    if (spec)
        jutu_arena_free(spec->arena);
}

const JutuNote *jutu_spec_notes(const JutuSpec *spec, size_t *n)
{
    *n = spec->n_notes;
    return spec->notes;
}

void jutu_spec_locate(const JutuSpec *spec, GError **error)
{
    if (error && *error && (*error)->domain == JUTU_ERROR && !jutu_error_where(*error)->line)
        jutu_error_locate(*error, spec->text);
}

bool jutu_error_note(const GError *error, JutuNote *out)
{
    *out = (JutuNote){ .severity = JUTU_SEVERITY_ERROR, .text = error->message };
    if (error->domain != JUTU_ERROR)
        return false;
    const JutuWhere *where = jutu_error_where(error);
    out->id = where->id;
    out->pointer = where->pointer;
    out->line = where->line;
    out->column = where->column;
    return true;
}

const char *jutu_version(void)
{
    return JUTU_VERSION;
}
