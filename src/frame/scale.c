/* Making scales: domains from the data, ranges from sizes, the rest from the plans'
 * properties. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "expr/date_time.h"
#include "frame/frame.h"
#include "scale/setup.h"

static void add_scales(GPtrArray *list, const JutuPlan *plan, const JutuView *view)
{
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        JutuScalePlan *scale = jutu_plan_view(plan, view)->scales[channel];
        if (scale && !scale->merged_into)
            g_ptr_array_add(list, scale);
    }
    for (size_t c = 0; view->kind == JUTU_VIEW_LAYER && c < view->n_children; c++)
        add_scales(list, plan, view->children[c]);
}

void jutu_frame_scales_init(JutuFrame *frame)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    add_scales(list, frame->plan, frame->view);
    frame->n_scales = list->len;
    frame->scales = jutu_new(frame->chart->arena, JutuFrameScale, list->len + 1);
    for (guint i = 0; i < list->len; i++)
        frame->scales[i].planned = list->pdata[i];
}

const JutuFrameScale *jutu_frame_find(const JutuFrame *frame, const JutuScalePlan *planned)
{
    for (; frame && planned; frame = frame->parent) {
        for (size_t i = 0; i < frame->n_scales; i++) {
            if (frame->scales[i].planned == planned)
                return &frame->scales[i];
        }
    }
    return NULL;
}

const JutuView *jutu_frame_reader(const JutuScalePlan *planned)
{
    const JutuView *unit = jutu_view_unit_with(planned->view, planned->channel);
    return unit ? unit : planned->view;
}

/* A scale in the making, in the frame whose size its range has. */
typedef struct {
    const JutuFrame *frame;
    const JutuScalePlan *planned;
    const JutuFrameScale *entry;
    const JutuView *reader;
    JutuScaleSetup setup;
    GError **error;
} Making;

static JutuValue scale_prop(const Making *making, const char *name)
{
    return jutu_frame_value(making->frame, making->reader,
                            jutu_bag_get(&making->planned->props, name), making->error);
}

static double scale_number(const Making *making, const char *name, double fallback)
{
    JutuValue value = scale_prop(making, name);
    return value.type == JUTU_NUMBER ? value.number : fallback;
}

static JutuValue bound_value(const Making *making, const char *name)
{
    const json_t *json = jutu_bag_get(&making->planned->props, name);
    const JutuChannelDef *def = jutu_field_or_datum_def(
        making->reader->encoding.defs[making->planned->channel]);
    if (json_is_object(json) && !jutu_is_date_time(json))
        return scale_prop(making, name);
    return json ? jutu_def_value(making->frame->chart, def, json) : jutu_undefined();
}

/* The first unit that bins a channel of this scale; NULL: none. */
static const JutuView *binned_unit(const JutuView *view, JutuChannel channel)
{
    const JutuChannelDef *def = jutu_field_def(view->encoding.defs[channel]);
    const JutuView *found = NULL;
    if (view->kind == JUTU_VIEW_UNIT)
        return def && def->binning == JUTU_BIN ? view : NULL;
    for (size_t c = 0; c < view->n_children && !found; c++)
        found = binned_unit(view->children[c], channel);
    return found;
}

static void set_bins(Making *making)
{
    const json_t *bins = jutu_bag_get(&making->planned->props, "bins");
    JutuArena *arena = making->frame->chart->arena;
    JutuScaleSetup *setup = &making->setup;
    if (jutu_json_string(bins, "bins", NULL)) {
        JutuChannel channel = making->planned->channel;
        const JutuView *unit = binned_unit(making->planned->view, channel);
        JutuBins own = { NAN, NAN, NAN };
        if (unit)
            own = jutu_frame_bins(making->frame, unit, channel);
        setup->bin_start = own.start;
        setup->bin_stop = own.stop;
        setup->bin_step = own.step;
    } else if (json_is_array(bins)) {
        JutuValue values = scale_prop(making, "bins");
        double *numbers = jutu_new(arena, double, values.length + 1);
        for (size_t i = 0; i < values.length; i++)
            numbers[i] = jutu_to_number(values.items[i]);
        setup->bins = numbers;
        setup->n_bins = values.length;
    } else if (json_is_object(bins)) {
        setup->bin_start = jutu_json_number(bins, "start", NAN);
        setup->bin_stop = jutu_json_number(bins, "stop", NAN);
        setup->bin_step = jutu_json_number(bins, "step", NAN);
    }
}

static void set_nice(Making *making)
{
    JutuValue nice = scale_prop(making, "nice");
    JutuScaleSetup *setup = &making->setup;
    setup->nice = jutu_truthy(nice);
    setup->nice_count = jutu_tick_default();
    if (nice.type == JUTU_NUMBER)
        setup->nice_count = jutu_tick_number(nice.number);
    else if (nice.type == JUTU_STRING)
        setup->nice_count = jutu_tick_interval(nice.string, 0);
    else if (nice.type == JUTU_OBJECT)
        setup->nice_count = jutu_tick_interval(
            jutu_to_text(jutu_member(nice, "interval"), making->frame->chart->arena),
            jutu_to_number(jutu_member(nice, "step")));
}

static void set_domain(Making *making)
{
    JutuScaleSetup *setup = &making->setup;
    JutuValue raw = scale_prop(making, "domainRaw");
    if (raw.type == JUTU_ARRAY) { /* as it is: neither zero nor nice nor padding change it */
        setup->domain = raw.items;
        setup->n_domain = raw.length;
        setup->zero = JUTU_ZERO_NO;
        set_bins(making);
        return;
    }
    setup->domain = making->entry->domain;
    setup->n_domain = making->entry->n_domain;
    if (!making->planned->type->discrete)
        setup->domain = jutu_domain_values(making->frame, making->planned, &setup->n_domain,
                                           making->error);
    setup->domain_min = bound_value(making, "domainMin");
    setup->domain_mid = bound_value(making, "domainMid");
    setup->domain_max = bound_value(making, "domainMax");
    const json_t *zero = jutu_bag_get(&making->planned->props, "zero");
    setup->zero = !zero                                     ? JUTU_ZERO_BY_TYPE
                  : jutu_truthy(scale_prop(making, "zero")) ? JUTU_ZERO_YES
                                                            : JUTU_ZERO_NO;
    if (making->planned->type->logarithmic &&
        jutu_rule_acts(making->frame->chart->context, JUTU_RULE_log_domain))
        setup->zero = JUTU_ZERO_NO;
    set_nice(making);
    set_bins(making);
}

static void set_scheme(Making *making, JutuValue scheme, const json_t *range)
{
    JutuScaleSetup *setup = &making->setup;
    JutuArena *arena = making->frame->chart->arena;
    if (scheme.type == JUTU_ARRAY) {
        setup->colors = scheme.items;
        setup->n_colors = scheme.length;
    } else {
        setup->scheme = jutu_to_text(scheme, arena);
    }
    JutuValue extent = jutu_frame_value(making->frame, making->reader,
                                        json_object_get(range, "extent"), making->error);
    if (extent.type == JUTU_ARRAY && extent.length == 2) {
        double *ends = jutu_new(arena, double, 2);
        ends[0] = jutu_to_number(extent.items[0]);
        ends[1] = jutu_to_number(extent.items[1]);
        setup->scheme_extent = ends;
    }
    JutuValue count = jutu_frame_value(making->frame, making->reader,
                                       json_object_get(range, "count"), making->error);
    if (count.type == JUTU_NUMBER)
        setup->scheme_count = count.number;
}

/* A range by name: config.range's scheme or list. */
static const json_t *named_range(const JutuChart *chart, const char *name)
{
    const json_t *own = jutu_config(chart, "range", name, NULL);
    if (own)
        return own;
    const json_t *vega = json_object_get(chart->vega_config, "range");
    return json_object_get(vega, name);
}

/* The values of a field in the order of the domain, as colours and the like. */
static void set_field_range(Making *making, const char *field)
{
    JutuScaleSetup *setup = &making->setup;
    JutuArena *arena = making->frame->chart->arena;
    const JutuView *unit = making->reader;
    const JutuTable *table = jutu_tables_unit(making->frame->tables, unit, JUTU_DATA_MAIN, true);
    const JutuChannelDef *def = jutu_field_or_datum_def(
        unit->encoding.defs[making->planned->channel]);
    if (!table || !def)
        return;
    JutuField keys = jutu_field_new(table, def->path.value, arena);
    JutuField values = jutu_field_new(table, field, arena);
    JutuValue *range = jutu_new(arena, JutuValue, setup->n_domain + 1);
    for (size_t i = 0; i < setup->n_domain; i++) {
        for (size_t row = 0; row < table->n_rows; row++) {
            if (jutu_compare(jutu_field_get(&keys, row), setup->domain[i]) == 0) {
                range[i] = jutu_field_get(&values, row);
                break;
            }
        }
    }
    setup->range = range;
    setup->n_range = setup->n_domain;
}

/* On a page steps are what their view has room for. @return whether it is known */
static bool set_page_range(Making *making)
{
    const JutuFrame *frame = making->frame;
    const JutuChannelType *channel = &jutu_channels[making->planned->channel];
    const JutuScale *main = channel->offset ? jutu_frame_scale(frame, making->reader, channel->main)
                                            : NULL;
    if (channel->offset && !main)
        return false;
    JutuValue *range = jutu_new(frame->chart->arena, JutuValue, 2);
    range[0] = jutu_number(0);
    range[1] = jutu_number(main ? jutu_scale_bandwidth(main)
                                : jutu_frame_size(frame, channel->horizontal ? 0 : 1));
    making->setup.range = range;
    making->setup.n_range = 2;
    return true;
}

static void set_range(Making *making, const json_t *range)
{
    JutuScaleSetup *setup = &making->setup;
    if (json_is_string(range)) {
        const json_t *named = named_range(making->frame->chart, json_string_value(range));
        if (named)
            set_range(making, named);
        else
            set_scheme(making, jutu_value_from_json(range, making->frame->chart->arena), NULL);
        return;
    }
    if (json_object_get(range, "step") && making->frame->room->page && set_page_range(making)) {
        return;
    } else if (json_object_get(range, "step")) {
        JutuValue step = jutu_frame_value(making->frame, making->reader,
                                          json_object_get(range, "step"), making->error);
        setup->range_step = jutu_to_number(step);
    } else if (json_object_get(range, "scheme")) {
        set_scheme(making,
                   jutu_frame_value(making->frame, making->reader, json_object_get(range, "scheme"),
                                    making->error),
                   range);
    } else if (json_object_get(range, "field")) {
        set_field_range(making, jutu_json_string(range, "field", ""));
    } else {
        JutuValue values = jutu_frame_value(making->frame, making->reader, range, making->error);
        if (values.type == JUTU_ARRAY) {
            setup->range = values.items;
            setup->n_range = values.length;
        } else if (values.type == JUTU_STRING) {
            set_scheme(making, values, NULL);
        }
    }
}

static void set_interpolate(Making *making)
{
    JutuValue value = scale_prop(making, "interpolate");
    JutuArena *arena = making->frame->chart->arena;
    if (value.type == JUTU_STRING)
        making->setup.interpolate = value.string;
    if (value.type != JUTU_OBJECT)
        return;
    making->setup.interpolate = jutu_to_text(jutu_member(value, "type"), arena);
    JutuValue gamma = jutu_member(value, "gamma");
    if (gamma.type == JUTU_NUMBER)
        making->setup.gamma = gamma.number;
}

/* To Vega's point scales both paddings are the same, and it takes the one that comes last: what is
 * given comes before what isn't. */
static bool is_outdone(const Making *making)
{
    const JutuBag *props = &making->planned->props;
    return making->planned->type->thin && jutu_bag_get(props, "padding") &&
           !jutu_bag_is_explicit(props, "padding") && jutu_bag_is_explicit(props, "paddingOuter");
}

static void set_rest(Making *making)
{
    JutuScaleSetup *setup = &making->setup;
    setup->reverse = jutu_truthy(scale_prop(making, "reverse"));
    setup->round = jutu_truthy(scale_prop(making, "round"));
    setup->clamp = jutu_truthy(scale_prop(making, "clamp"));
    setup->exponent = scale_number(making, "exponent", setup->exponent);
    setup->base = scale_number(making, "base", setup->base);
    setup->constant = scale_number(making, "constant", setup->constant);
    if (setup->type->banded || scale_prop(making, "domainRaw").type != JUTU_ARRAY)
        setup->padding = scale_number(making, "padding", setup->padding);
    setup->padding_inner = scale_number(making, "paddingInner", setup->padding_inner);
    if (!is_outdone(making))
        setup->padding_outer = scale_number(making, "paddingOuter", setup->padding_outer);
    setup->align = scale_number(making, "align", setup->align);
    set_interpolate(making);
}

bool jutu_frame_scale_make(const JutuFrame *frame, JutuFrameScale *entry, GError **error)
{
    const JutuScalePlan *planned = entry->planned;
    const JutuChart *chart = frame->chart;
    GError *problem = NULL;
    Making making = {
        .frame = frame,
        .planned = planned,
        .entry = entry,
        .reader = jutu_frame_reader(planned),
        .setup = jutu_scale_setup(planned->type),
        .error = &problem,
    };
    const JutuChannelDef *def = jutu_field_or_datum_def(
        making.reader->encoding.defs[planned->channel]);
    making.setup.pointer = def ? jutu_pointer_of(chart->source, def->scale ? def->scale : def->json,
                                                 chart->arena)
                               : "";
    set_domain(&making);
    if (!problem)
        set_range(&making, jutu_bag_get(&planned->props, "range"));
    if (!problem)
        set_rest(&making);
    if (!problem)
        entry->scale = jutu_scale_make(&making.setup, chart->context, &problem);
    if (problem)
        g_propagate_error(error, problem);
    return entry->scale != NULL;
}

const JutuScale *jutu_frame_scale(const JutuFrame *frame, const JutuView *view, JutuChannel channel)
{
    const JutuFrameScale *entry = jutu_frame_find(frame,
                                                  jutu_plan_scale(frame->plan, view, channel));
    return entry ? entry->scale : NULL;
}
