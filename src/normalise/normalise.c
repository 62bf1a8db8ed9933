#include "normalise/normalise.h"

#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/parts.h"

/* In the order in which they are told apart where a spec has several of the members. */
static const JutuSpecKind kinds[] = {
    { .member = "facet", .children = "spec" },
    { .member = "repeat", .children = "spec" },
    { .member = "hconcat", .children = "hconcat" },
    { .member = "vconcat", .children = "vconcat" },
    { .member = "concat", .children = "concat", .nameless = true },
    { .member = "layer", .children = "layer", .flat = true },
    { .member = "mark", .flat = true },
};

/* Layers hold layers and units only; the kinds that a layer may hold are the flat ones. */
const JutuSpecKind *jutu_spec_kind(const json_t *spec, bool flat)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if ((kinds[i].flat || !flat) && jutu_json_has(spec, kinds[i].member))
            return &kinds[i];
    return NULL;
}

json_t *jutu_spec_map_children(const json_t *spec, const JutuSpecKind *kind, JutuSpecMap map,
                               void *self, GError **error)
{
    const json_t *children = json_object_get(spec, kind->children), *child;
    size_t i;
    if (!json_is_array(children)) {
        json_t *mapped = map(children, kind->flat, self, error);
        return mapped ? jutu_json_with(spec, kind->children, mapped) : NULL;
    }
    json_auto_t *mapped = json_array();
    json_array_foreach (children, i, child) {
        json_t *result = map(child, kind->flat, self, error);
        if (!result)
            return NULL;
        json_array_append_new(mapped, result);
    }
    return jutu_json_with(spec, kind->children,
                          jutu_json_settle(children, jutu_json_share(mapped)));
}

static const char *pointer_of(JutuNormaliser *run, const json_t *node)
{
    return jutu_pointer_of(run->root, node, run->context->arena);
}

void jutu_normalise_warn(JutuNormaliser *run, const json_t *node, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    for (guint i = 0; i < run->context->messages->len; i++) {
        const JutuMessage *message = g_ptr_array_index(run->context->messages, i);
        if (strcmp(message->text, text) == 0 &&
            strcmp(message->pointer, pointer_of(run, node)) == 0)
            return; /* of another copy of a repeat */
    }
    jutu_warn(run->context, JUTU_RULE_no_effect, pointer_of(run, node), "%s", text);
}

json_t *jutu_normalise_fail(JutuNormaliser *run, const json_t *node, GError **error,
                            const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    jutu_error_set(error, JUTU_ERROR_SPEC, pointer_of(run, node), "%s", text);
    return NULL;
}

/* "container" for a width or height gives way to the window, which a page has none of; what is left
 * of it is how the rest fits in. */
typedef struct {
    const char *member, *fit, *label;
    bool container;
} Side;

/* Sets `autosize` unless it is Vega's default; warns about sizes that can't be had. */
static void settle_autosize(json_t *normalised, const json_t *config, JutuNormaliser *run)
{
    Side sides[] = { { "width", "fit-x", "width", false }, { "height", "fit-y", "height", false } };
    bool single = jutu_spec_kind(normalised, true) != NULL;
    const json_t *given[] = { json_object_get(config, "autosize"),
                              json_object_get(run->root, "autosize") };
    json_auto_t *autosize = json_pack("{s:s}", "type", "pad");

    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        const json_t *size = json_object_get(run->root, sides[i].member);
        sides[i].container = json_is_string(size) &&
                             strcmp(json_string_value(size), "container") == 0;
        if (sides[i].container && !single)
            jutu_normalise_warn(run, size,
                                "%s \"container\" only works for single and layered views",
                                sides[i].label);
        sides[i].container &= single;
    }
    if (sides[0].container || sides[1].container) {
        const char *fit = !sides[1].container ? "fit-x" : !sides[0].container ? "fit-y" : "fit";
        jutu_json_put_new(autosize, "type", json_string(fit));
        jutu_json_put_new(autosize, "contains", json_string("padding"));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++) {
        if (json_is_string(given[i]))
            jutu_json_put(autosize, "type", given[i]);
        jutu_json_assign(autosize, given[i]);
    }
    const char *type = jutu_json_string(autosize, "type", "");
    if (strcmp(type, "fit") == 0 && !single) {
        jutu_normalise_warn(run, given[1],
                            "autosize \"fit\" only works for single and layered views");
        jutu_json_put_new(autosize, "type", json_string(type = "pad"));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++)
        if (sides[i].container && strcmp(type, "fit") != 0 && strcmp(type, sides[i].fit) != 0)
            jutu_normalise_warn(run, json_object_get(run->root, sides[i].member),
                                "%s \"container\" only works well with autosize \"fit\" or \"%s\"",
                                sides[i].label, sides[i].fit);
    if (json_object_size(autosize) > 1 || strcmp(type, "pad") != 0)
        jutu_json_put(normalised, "autosize", autosize);
}

json_t *jutu_normalise(const json_t *spec, const json_t *config, JutuContext *context,
                       GError **error)
{
    JutuNormaliser run = { context, spec, 0 };
    json_auto_t *with_params = jutu_normalise_selections(spec, &run, error);
    json_auto_t *core = with_params ? jutu_normalise_core(with_params, config, &run, error) : NULL;
    json_auto_t *placed = core ? jutu_normalise_place_params(core, &run, error) : NULL;
    if (!placed)
        return NULL;
    json_t *normalised = jutu_json_spread(placed); /* it may be the user's spec itself */
    settle_autosize(normalised, config, &run);
    return normalised;
}
