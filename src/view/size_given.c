/* Widths and heights as the spec gives them. */
#include "base/json.h"
#include "view/encoding.h"

static const char *const size_names[2] = { "width", "height" };

static bool is_step(const json_t *json)
{
    return json_is_object(json) && json_object_get(json, "step");
}

void jutu_sizes_init(JutuView *view, json_t *const inherited[2])
{
    for (int i = 0; i < 2; i++) {
        json_t *own = json_object_get(view->spec, size_names[i]);
        view->given_size[i] = jutu_json_given(own) ? own : inherited ? inherited[i] : NULL;
        const JutuChannelDef *def = view->encoding.defs[i ? JUTU_Y : JUTU_X];
        if (is_step(view->given_size[i]) && jutu_def_is_continuous(def)) {
            jutu_chart_warn(view->chart, JUTU_RULE_no_effect, view->given_size[i],
                            "a step needs a discrete scale; the %s is the default", size_names[i]);
            view->given_size[i] = NULL;
        }
    }
}
