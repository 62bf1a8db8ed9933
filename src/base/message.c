/* Messages: what was noticed about a spec and its data, and what a theme decided. */
#include "base/message.h"

#include <string.h>

static void message_free(gpointer data)
{
    JutuMessage *message = data;
    g_free(message->pointer);
    g_free(message->text);
    g_free((char *)message->place.file);
    g_free(message);
}

static void clear_tally(gpointer data)
{
    g_free(((JutuTally *)data)->file);
}

/* The rules of a list of names. */
static bool read_names(const json_t *given, const char *member, bool out[JUTU_N_RULES],
                       JutuRuleKind kind, GError **error)
{
    const json_t *list = json_object_get(given, member);
    GError *first = NULL;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = json_string_value(json_array_get(list, i));
        JutuRule rule = name ? jutu_rule_find(name) : JUTU_N_RULES;
        const char *near = name && rule == JUTU_N_RULES ? jutu_rule_closest(name) : NULL;
        g_autofree char *pointer = g_strdup_printf("/usermeta/jutu/%s/%zu", member, i);
        GError *problem = NULL;
        if (rule == JUTU_N_RULES)
            jutu_error_set(&problem, JUTU_ERROR_SPEC, pointer, "there is no rule \"%s\"; %s%s%s",
                           name ? name : "",
                           near ? "did you mean \"" : "`jutu help rules` lists them",
                           near ? near : "", near ? "\"?" : "");
        else if (jutu_rules[rule].kind < kind)
            jutu_error_set(&problem, JUTU_ERROR_SPEC, pointer,
                           "\"%s\" is no default of the theme; \"allow\" silences it", name);
        else
            out[rule] = true;
        jutu_error_keep(&first, problem);
    }
    if (first)
        g_propagate_error(error, first);
    return first == NULL;
}

bool jutu_rules_read(JutuContext *context, const json_t *given, bool acts, GError **error)
{
    context->edits = acts;
    for (int rule = 0; rule < JUTU_N_RULES; rule++)
        context->off[rule] = !acts;
    bool ok = read_names(given, "allow", context->allowed, JUTU_RULE_NOTE, error);
    return read_names(given, "without", context->off, JUTU_RULE_DEFAULT, ok ? error : NULL) && ok;
}

bool jutu_rule_acts(const JutuContext *context, JutuRule rule)
{
    return !context->off[rule];
}

/* The tally of a rule (JUTU_N_RULES: errors) and file. */
static JutuTally *tally_of(JutuContext *context, JutuRule rule, const char *file)
{
    for (guint i = 0; i < context->tallies->len; i++) {
        JutuTally *tally = &g_array_index(context->tallies, JutuTally, i);
        if (tally->rule == rule && g_strcmp0(tally->file, file) == 0)
            return tally;
    }
    JutuTally first = { .rule = rule, .file = g_strdup(file) };
    g_array_append_val(context->tallies, first);
    return &g_array_index(context->tallies, JutuTally, context->tallies->len - 1);
}

static size_t most_of(const JutuContext *context, JutuRule rule)
{
    if (rule == JUTU_N_RULES)
        return JUTU_MOST_ERRORS;
    return context->all_faults && jutu_rules[rule].kind == JUTU_RULE_FAULT ? SIZE_MAX
                                                                           : JUTU_MOST_ALIKE;
}

/* Counts the message where there are enough already. */
static bool is_full(JutuContext *context, JutuRule rule, const char *file)
{
    JutuTally *tally = tally_of(context, rule, file);
    bool full = tally->said >= most_of(context, rule);
    tally->unsaid += full;
    return full;
}

bool jutu_warn_is_full(JutuContext *context, JutuRule rule, const char *file)
{
    return context->allowed[rule] || is_full(context, rule, file);
}

bool jutu_report_is_full(JutuContext *context)
{
    return is_full(context, JUTU_N_RULES, NULL);
}

static guint hash_message(gconstpointer data)
{
    const JutuMessage *message = data;
    return g_str_hash(message->text) ^ (guint)(message->place.line * 31 + message->place.column);
}

/* The same at the same place is one message. */
static gboolean is_same(gconstpointer a, gconstpointer b)
{
    const JutuMessage *one = a, *other = b;
    return other->severity == one->severity && other->rule == one->rule &&
           g_strcmp0(other->pointer, one->pointer) == 0 &&
           g_strcmp0(other->place.file, one->place.file) == 0 &&
           other->place.line == one->place.line && other->place.column == one->place.column &&
           strcmp(other->text, one->text) == 0;
}

void jutu_messages_start(JutuContext *context)
{
    context->messages = g_ptr_array_new_with_free_func(message_free);
    context->said = g_hash_table_new(hash_message, is_same);
    context->tallies = g_array_new(false, false, sizeof(JutuTally));
    g_array_set_clear_func(context->tallies, clear_tally);
    for (int rule = 0; rule < JUTU_N_RULES; rule++)
        context->off[rule] = true;
}

void jutu_messages_end(JutuContext *context)
{
    g_hash_table_unref(context->said);
    g_ptr_array_unref(context->messages);
    g_array_unref(context->tallies);
    if (context->why)
        g_ptr_array_unref(context->why);
}

static bool goes_unsaid(JutuContext *context, const JutuMessage *message)
{
    if (g_hash_table_contains(context->said, message))
        return true;
    return message->severity == JUTU_SEVERITY_ERROR
               ? jutu_report_is_full(context)
               : jutu_warn_is_full(context, message->rule, message->place.file);
}

/* Takes the text over. */
static JutuMessage *message_new(JutuSeverity severity, JutuRule rule, const char *pointer,
                                char *text)
{
    JutuMessage *message = g_new0(JutuMessage, 1);
    message->severity = severity;
    message->rule = rule;
    message->pointer = g_strdup(pointer);
    message->text = text;
    return message;
}

static void add(JutuContext *context, JutuMessage *message)
{
    if (goes_unsaid(context, message)) {
        message_free(message);
        return;
    }
    bool error = message->severity == JUTU_SEVERITY_ERROR;
    tally_of(context, error ? JUTU_N_RULES : message->rule, error ? NULL : message->place.file)
        ->said++;
    g_ptr_array_add(context->messages, message);
    g_hash_table_add(context->said, message);
}

bool jutu_refuse(JutuContext *context, JutuRule rule, const char *pointer, GError **error,
                 const char *format, ...)
{
    if (context->allowed[rule])
        return false;
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    jutu_error_set(error, JUTU_ERROR_DATA, pointer, "%s", text);
    if (error)
        jutu_error_set_id(*error, jutu_rules[rule].name);
    return true;
}

static JutuSeverity severity_of(JutuRule rule)
{
    return jutu_rules[rule].kind == JUTU_RULE_NOTE ? JUTU_SEVERITY_NOTE : JUTU_SEVERITY_WARNING;
}

static void add_at(JutuContext *context, JutuMessage *message, JutuPlace place)
{
    message->place = place;
    message->place.file = g_strdup(place.file);
    add(context, message);
}

void jutu_warn(JutuContext *context, JutuRule rule, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(context, message_new(severity_of(rule), rule, pointer, g_strdup_vprintf(format, args)));
    va_end(args);
}

void jutu_warn_at(JutuContext *context, JutuRule rule, JutuPlace place, const char *pointer,
                  const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = g_strdup_vprintf(format, args);
    va_end(args);
    add_at(context, message_new(severity_of(rule), rule, pointer, text), place);
}

static JutuMessage *error_new(JutuError code, const char *pointer, char *text)
{
    JutuMessage *message = message_new(JUTU_SEVERITY_ERROR, JUTU_N_RULES, pointer, text);
    message->code = code;
    return message;
}

void jutu_report(JutuContext *context, JutuError code, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(context, error_new(code, pointer, g_strdup_vprintf(format, args)));
    va_end(args);
}

void jutu_report_at(JutuContext *context, JutuError code, JutuPlace place, const char *pointer,
                    const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = g_strdup_vprintf(format, args);
    va_end(args);
    add_at(context, error_new(code, pointer, text), place);
}

void jutu_why_start(JutuContext *context)
{
    context->why = g_ptr_array_new_with_free_func(message_free);
}

void jutu_why(JutuContext *context, JutuRule rule, const char *pointer, const char *format, ...)
{
    if (!context->why)
        return;
    va_list args;
    va_start(args, format);
    JutuMessage *message = message_new(JUTU_SEVERITY_NOTE, rule, pointer,
                                       g_strdup_vprintf(format, args));
    va_end(args);
    if (g_ptr_array_find_with_equal_func(context->why, message, is_same, NULL))
        message_free(message);
    else
        g_ptr_array_add(context->why, message);
}
