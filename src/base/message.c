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

static void clear_unsaid(gpointer data)
{
    g_free(((JutuUnsaid *)data)->file);
}

void jutu_messages_start(JutuContext *context)
{
    context->messages = g_ptr_array_new_with_free_func(message_free);
    context->unsaid = g_array_new(false, false, sizeof(JutuUnsaid));
    g_array_set_clear_func(context->unsaid, clear_unsaid);
    for (int rule = 0; rule < JUTU_N_RULES; rule++)
        context->off[rule] = true;
}

void jutu_messages_end(JutuContext *context)
{
    g_ptr_array_unref(context->messages);
    g_array_unref(context->unsaid);
    if (context->why)
        g_ptr_array_unref(context->why);
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

static void count_unsaid(JutuContext *context, JutuRule rule, const char *file)
{
    for (guint i = 0; i < context->unsaid->len; i++) {
        JutuUnsaid *unsaid = &g_array_index(context->unsaid, JutuUnsaid, i);
        if (unsaid->rule == rule && g_strcmp0(unsaid->file, file) == 0) {
            unsaid->n++;
            return;
        }
    }
    JutuUnsaid first = { rule, g_strdup(file), 1 };
    g_array_append_val(context->unsaid, first);
}

/* Counts the message where there are `most` already. */
static bool is_full(JutuContext *context, JutuSeverity severity, JutuRule rule, const char *file,
                    size_t most)
{
    size_t n = 0;
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        n += (message->severity == JUTU_SEVERITY_ERROR) == (severity == JUTU_SEVERITY_ERROR) &&
             message->rule == rule && g_strcmp0(message->place.file, file) == 0;
    }
    if (n >= most)
        count_unsaid(context, rule, file);
    return n >= most;
}

bool jutu_warn_is_full(JutuContext *context, JutuRule rule, const char *file)
{
    return context->allowed[rule] ||
           is_full(context, JUTU_SEVERITY_WARNING, rule, file, JUTU_MOST_ALIKE);
}

bool jutu_report_is_full(JutuContext *context)
{
    return is_full(context, JUTU_SEVERITY_ERROR, JUTU_N_RULES, NULL, JUTU_MOST_ERRORS);
}

/* The same at the same place is one message. */
static bool is_known(const GPtrArray *messages, const JutuMessage *message)
{
    for (guint i = 0; i < messages->len; i++) {
        const JutuMessage *other = messages->pdata[i];
        if (other->severity == message->severity && other->rule == message->rule &&
            g_strcmp0(other->pointer, message->pointer) == 0 &&
            g_strcmp0(other->place.file, message->place.file) == 0 &&
            other->place.line == message->place.line &&
            other->place.column == message->place.column && strcmp(other->text, message->text) == 0)
            return true;
    }
    return false;
}

static bool goes_unsaid(JutuContext *context, const JutuMessage *message)
{
    if (is_known(context->messages, message))
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
    if (goes_unsaid(context, message))
        message_free(message);
    else
        g_ptr_array_add(context->messages, message);
}

static JutuSeverity severity_of(JutuRule rule)
{
    return jutu_rules[rule].kind == JUTU_RULE_NOTE ? JUTU_SEVERITY_NOTE : JUTU_SEVERITY_WARNING;
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
    JutuMessage *message = message_new(severity_of(rule), rule, pointer,
                                       g_strdup_vprintf(format, args));
    va_end(args);
    message->place = place;
    message->place.file = g_strdup(place.file);
    add(context, message);
}

void jutu_report(JutuContext *context, JutuError code, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    JutuMessage *message = message_new(JUTU_SEVERITY_ERROR, JUTU_N_RULES, pointer,
                                       g_strdup_vprintf(format, args));
    va_end(args);
    message->code = code;
    add(context, message);
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
    if (is_known(context->why, message))
        message_free(message);
    else
        g_ptr_array_add(context->why, message);
}
