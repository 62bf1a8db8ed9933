/* Ticks, grid lines and labels: which values, where, and how they look (Vega's AxisTicks and
 * encoders). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/axis_dates.h"
#include "guide/units.h"
#include "guide/vertical.h"
#include "scale/labels.h"

/* A tick: what its expressions see as `datum`, and where its band begins. */
typedef struct {
    JutuValue value, datum;
    bool extra; /* has no value and no label, but stands at the start of the first band */
} Tick;

/* The ticks of an axis, before they become lines and labels. */
typedef struct {
    const JutuAxisPlan *planned;
    const JutuChannelDef *def; /* what it shows */
    JutuGuideReader *reader;
    const JutuScale *scale;
    JutuArena *arena;
    const JutuValue *values;
    size_t n;
    JutuTickCount count;
    bool explicit_values;
    bool dates; /* that the theme writes, so: */
    JutuDateStyle date;
    size_t date_step;              /* one of so many has a label */
    bool whole;                    /* no ticks between whole numbers */
    const JutuNumberStyle *number; /* that the theme writes labels in; NULL: Vega does */
    const JutuLabels *labels;
    Tick *list; /* n_list of them; fewer than n where values look the same */
    size_t n_list;
    bool extra;    /* one more tick, at the start of the first band */
    double band;   /* where in a band ticks stand: 0 to 1 */
    double offset; /* px */
} Ticks;

static JutuTickCount count_of(const Ticks *ticks, JutuValue given)
{
    if (given.type == JUTU_STRING)
        return jutu_tick_interval(given.string, 0);
    if (given.type == JUTU_OBJECT) {
        double step = jutu_to_number(jutu_member(given, "step"));
        return jutu_tick_interval(jutu_to_text(jutu_member(given, "interval"), ticks->arena),
                                  isnan(step) ? 0 : step);
    }
    if (jutu_is_nullish(given))
        return jutu_tick_number(ticks->explicit_values ? (double)ticks->n : 10);
    return jutu_tick_number(jutu_to_number(given));
}

/* `values` as given: times where the field has times, or an expression's list. */
static void read_values(Ticks *ticks)
{
    const JutuAxisPlan *planned = ticks->planned;
    const JutuChart *chart = ticks->reader->frame->chart;
    const json_t *given = jutu_bag_get(&planned->props, "values");
    if (json_is_array(given)) {
        size_t n = json_array_size(given);
        JutuValue *values = jutu_new(ticks->arena, JutuValue, n + 1);
        for (size_t i = 0; i < n; i++) {
            const json_t *one = json_array_get(given, i);
            const char *expr = jutu_json_string(one, "expr", NULL);
            values[i] = expr ? jutu_frame_value(ticks->reader->frame, planned->unit, one,
                                                &ticks->reader->error)
                             : jutu_def_value(chart, ticks->def, one);
        }
        ticks->values = values;
        ticks->n = n;
    } else if (given) {
        JutuValue list = jutu_guide_own(ticks->reader, "values");
        ticks->values = list.type == JUTU_ARRAY ? list.items : NULL;
        ticks->n = list.type == JUTU_ARRAY ? list.length : 0;
    }
    ticks->explicit_values = given != NULL;
}

/* Sets an error at a member of the axis, or at the channel where that isn't given. */
static void blame(const Ticks *ticks, const char *member, const char *message)
{
    const JutuChart *chart = ticks->reader->frame->chart;
    const json_t *where = json_object_get(ticks->def->guide, member);
    jutu_error_set(&ticks->reader->error, JUTU_ERROR_SPEC,
                   jutu_pointer_of(chart->source, where ? where : ticks->def->json, chart->arena),
                   "%s", message);
}

static void choose_values(Ticks *ticks)
{
    read_values(ticks);
    JutuTickCount count = count_of(ticks, jutu_guide_own(ticks->reader, "tickCount"));
    double least = jutu_guide_own_number(ticks->reader, "tickMinStep", NAN);
    ticks->count = jutu_tick_count(ticks->scale, count, isnan(least) && ticks->whole ? 1 : least);
    bool few = ticks->dates && ticks->scale->type->temporal && !ticks->explicit_values &&
               !jutu_bag_is_explicit(&ticks->planned->props, "tickCount");
    if (few)
        ticks->values = jutu_date_ticks(
            ticks->planned, ticks->reader->frame, ticks->scale, ticks->count,
            jutu_guide_get_number(ticks->reader, "labelFontSize", 12), &ticks->n);
    else if (ticks->explicit_values)
        ticks->values = jutu_scale_valid_ticks(ticks->scale, ticks->values, ticks->count,
                                               ticks->arena, &ticks->n);
    else
        ticks->values = jutu_scale_ticks(ticks->scale, ticks->count, ticks->arena, &ticks->n);
}

const JutuTimeMulti *jutu_guide_multi_format(JutuValue format, JutuArena *arena)
{
    JutuTimeMulti *multi = jutu_new(arena, JutuTimeMulti, 1);
    const struct {
        const char *name, **format;
    } units[] = { { "year", &multi->year },
                  { "quarter", &multi->quarter },
                  { "month", &multi->month },
                  { "week", &multi->week },
                  { "date", &multi->date },
                  { "hours", &multi->hours },
                  { "minutes", &multi->minutes },
                  { "seconds", &multi->seconds },
                  { "milliseconds", &multi->milliseconds } };
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        JutuValue value = jutu_member(format, units[i].name);
        if (value.type == JUTU_STRING)
            *units[i].format = value.string;
    }
    return format.type == JUTU_OBJECT ? multi : NULL;
}

static void choose_labels(Ticks *ticks)
{
    JutuGuideReader *reader = ticks->reader;
    JutuValue format = jutu_guide_own(reader, "format");
    JutuValue type = jutu_guide_own(reader, "formatType");
    const JutuContext *context = reader->frame->chart->context;
    const JutuTimeMulti *multi = jutu_guide_multi_format(format, ticks->arena);
    if (!multi && context->time_locale)
        multi = context->time_locale->multi;
    JutuLabelStyle style = {
        .count = ticks->count,
        .specifier = format.type == JUTU_STRING ? format.string : NULL,
        .multi = multi,
        .format_type = type.type == JUTU_STRING ? type.string : NULL,
        .all = ticks->explicit_values,
        .number = ticks->number,
        .number_locale = context->number_locale,
        .time_locale = context->time_locale,
    };
    if (reader->error)
        return;
    g_autoptr(GError) error = NULL;
    ticks->labels = jutu_tick_labels(ticks->scale, &style, ticks->arena, &error);
    if (error)
        blame(ticks, "format", error->message);
}

static JutuValue datum_new(const Ticks *ticks, double index, double place, JutuValue value,
                           JutuValue label)
{
    static const char *const names[] = { "index", "tickIndex", "value", "label" };
    const JutuValue values[] = { jutu_number(index), jutu_number(place), value, label };
    JutuObject *object = jutu_new(ticks->arena, JutuObject, 1);
    *object = (JutuObject){ 4, names, jutu_copy(ticks->arena, JutuValue, values, 4) };
    return jutu_object_value(object);
}

static const char *date_label(const Ticks *ticks, size_t i)
{
    size_t step = MAX(ticks->date_step, 1);
    double before = i >= step ? jutu_to_number(ticks->values[i - step]) : NAN;
    return i % step == 0 ? jutu_date_label(&ticks->date, jutu_to_number(ticks->values[i]), before,
                                           ticks->arena)
                         : "";
}

static Tick tick_of(const Ticks *ticks, size_t i)
{
    JutuValue value = ticks->values[i];
    double index = (double)i / (ticks->n > 1 ? (double)(ticks->n - 1) : 1);
    JutuValue label = jutu_label_value(ticks->labels, value, ticks->arena);
    if (ticks->dates && !jutu_is_nullish(value))
        label = jutu_string(date_label(ticks, i));
    return (Tick){ value, datum_new(ticks, index, (double)i, value, label), false };
}

/* Where ticks of bands stand: `tickBand` before the single properties. */
static void place_in_bands(Ticks *ticks)
{
    JutuGuideReader *reader = ticks->reader;
    JutuValue band = jutu_guide_get(reader, "tickBand");
    bool extent = jutu_is_text(band, "extent");
    ticks->offset = jutu_guide_get_number(reader, "tickOffset", 0);
    if (!jutu_truthy(band)) {
        ticks->band = jutu_guide_get_number(reader, "bandPosition", 0);
        ticks->extra = jutu_truthy(jutu_guide_get(reader, "tickExtra"));
        return;
    }
    ticks->band = extent ? 1 : 0.5;
    ticks->extra = extent;
    if (extent)
        ticks->offset = 0;
}

/*
 * Ticks whose values print the same are one, as Vega joins items by that text: dates within one
 * second, for example. The last one counts.
 */
static void list_ticks(Ticks *ticks)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    ticks->list = jutu_new(ticks->arena, Tick, ticks->n + 2);
    for (size_t i = 0; i < ticks->n; i++) {
        const char *key = jutu_value_key(ticks->values[i], ticks->arena);
        size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(places, key));
        if (place == 0) { /* counted from 1 */
            place = ++ticks->n_list;
            g_hash_table_insert(places, (char *)key, GSIZE_TO_POINTER(place));
        }
        ticks->list[place - 1] = tick_of(ticks, i);
    }
    if (ticks->extra && ticks->n > 0)
        ticks->list[ticks->n_list++] = (Tick){
            jutu_undefined(), datum_new(ticks, -1, -1, jutu_undefined(), jutu_string("")), true
        };
}

static Ticks ticks_of(const JutuAxisPlan *planned, const JutuScale *scale, JutuGuideReader *reader)
{
    return (Ticks){ .planned = planned,
                    .def = jutu_field_or_datum_def(planned->unit->encoding.defs[planned->channel]),
                    .reader = reader,
                    .scale = scale,
                    .arena = reader->frame->chart->arena };
}

const JutuValue *jutu_axis_values(const JutuAxisPlan *planned, const JutuFrame *frame, bool whole,
                                  size_t *n, GError **error)
{
    const JutuScale *scale = jutu_frame_scale(frame, planned->unit, planned->channel);
    JutuGuideReader reader = jutu_axis_reader(planned, frame, scale);
    Ticks ticks = ticks_of(planned, scale, &reader);
    ticks.whole = whole;
    choose_values(&ticks);
    *n = reader.error ? 0 : ticks.n;
    if (reader.error)
        g_propagate_error(error, reader.error);
    return ticks.values;
}

static bool ticks_init(Ticks *ticks, const JutuAxis *axis, const JutuGuidePlan *guides,
                       const JutuAxisPlan *planned, JutuGuideReader *reader)
{
    const JutuContext *context = reader->frame->chart->context;
    const JutuNumbers *numbers = jutu_units_numbers(guides->units, planned, axis->scale);
    *ticks = ticks_of(planned, axis->scale, reader);
    ticks->whole = numbers && numbers->whole;
    ticks->number = jutu_units_style(guides->units, planned, axis->scale);
    ticks->dates = jutu_dates_act(planned, axis->scale, ticks->def, context);
    choose_values(ticks);
    if (ticks->dates) {
        ticks->date = jutu_date_style(axis->scale, ticks->def, ticks->values, ticks->n, context);
        ticks->date_step = axis->scale->type->discrete && jutu_is_horizontal(axis->side)
                               ? jutu_date_step(&ticks->date, axis->scale, ticks->values, ticks->n,
                                                jutu_guide_get_number(reader, "labelFontSize", 12))
                               : 1;
        jutu_chart_why(reader->frame->chart, JUTU_RULE_dates, ticks->def->json,
                       "dates are written as %s", ticks->date.full);
    }
    if (!jutu_ticks_are_few(reader, ticks->scale, ticks->def, ticks->n))
        return false;
    choose_labels(ticks);
    if (reader->error)
        return false;
    place_in_bands(ticks);
    list_ticks(ticks);
    return true;
}

/* What has no place stands at 0. */
static double placed(double position)
{
    return isnan(position) ? 0 : position;
}

static double js_round(double number)
{
    return floor(number + 0.5);
}

/* Lines: ticks, or the grid. The extra one stands where the first band begins. */
static JutuTick *make_lines(const Ticks *ticks, const char *prefix, size_t *n)
{
    JutuGuideReader *reader = ticks->reader;
    bool round = jutu_truthy(jutu_guide_get(reader, "tickRound"));
    double shift = ticks->band * jutu_scale_bandwidth(ticks->scale);
    JutuGuideLine line = jutu_guide_line(reader, prefix);
    JutuGuideValue size = jutu_guide_value(reader, "tickSize");
    JutuTick *lines = jutu_new(ticks->arena, JutuTick, ticks->n_list + 1);
    *n = ticks->n_list;
    for (size_t i = 0; i < *n && !reader->error; i++) {
        const Tick *tick = &ticks->list[i];
        JutuValue datum = tick->datum;
        bool at_start = tick->extra && ticks->band != 0;
        double start = jutu_scale_number(ticks->scale, at_start ? ticks->values[0] : tick->value);
        double position = start + (at_start ? 0 : shift) + ticks->offset;
        lines[i] = (JutuTick){
            .value = tick->value,
            .position = placed(round ? js_round(position) : position),
            .across = jutu_guide_read_number(reader, &size, datum, 0),
            .style = jutu_guide_line_style(reader, &line, datum),
            .opacity = jutu_guide_read_number(reader, &line.item_opacity, datum, 1),
        };
        lines[i].shown = jutu_is_stroked(&lines[i].style) && lines[i].opacity > 0;
    }
    return lines;
}

/* The members of a label's encoder. */
typedef struct {
    JutuGuideText text;
    JutuGuideValue align, baseline, padding, offset, size, words;
    JutuValue flush, flush_offset;
    double range[2];
    const char *line_break;
} LabelLook;

/* One of three, whether a label is near the low end of the range, the high end, or neither. */
static int flush_end(const LabelLook *look, double position)
{
    if (look->flush.type != JUTU_NUMBER && !jutu_truthy(look->flush))
        return 0;
    double near = jutu_to_number(look->flush);
    double low = fmin(look->range[0], look->range[1]), high = fmax(look->range[0], look->range[1]);
    double from_low = fabs(position - low), from_high = fabs(high - position);
    return from_low < from_high && from_low <= near ? -1 : from_high <= near ? 1 : 0;
}

/* The text of a label: the scale's, or what `labelExpr` or a format function makes of it. */
static JutuGuideValue words_of(JutuGuideReader *reader)
{
    const JutuBag *props = &reader->props;
    const json_t *own = jutu_bag_get(props, "labelText");
    const json_t *given = jutu_bag_get(props, "labelExpr");
    const char *text = jutu_json_string(own, "expr", NULL);
    const char *source = json_string_value(given);
    if (!source)
        return text ? jutu_guide_expr(reader, text, NULL) : (JutuGuideValue){ 0 };
    if (!text)
        return jutu_guide_expr(reader, source, given);
    g_auto(GStrv) parts = g_strsplit(source, "datum.label", -1);
    g_autofree char *replaced = g_strjoinv(text, parts);
    return jutu_guide_expr(reader, replaced, given);
}

static LabelLook label_look(const Ticks *ticks, const JutuAxis *axis)
{
    JutuGuideReader *reader = ticks->reader;
    const json_t *config = reader->frame->chart->vega_config;
    return (LabelLook){
        .text = jutu_guide_text(reader, "label", "guide-label"),
        .align = jutu_guide_value(reader, "labelAlign"),
        .baseline = jutu_guide_value(reader, "labelBaseline"),
        .padding = jutu_guide_value(reader, "labelPadding"),
        .offset = jutu_guide_value(reader, "labelOffset"),
        .size = jutu_guide_value(reader, "tickSize"),
        .words = words_of(reader),
        .flush = jutu_guide_get(reader, "labelFlush"),
        .flush_offset = jutu_guide_get(reader, "labelFlushOffset"),
        .range = { axis->range[0], axis->range[1] },
        .line_break = jutu_json_string(config, "lineBreak", NULL),
    };
}

/* Alignment and baseline: what is given, else by side and flushness. */
static void align_label(const LabelLook *look, const JutuAxis *axis, JutuGuideReader *reader,
                        JutuValue datum, JutuTick *label, int end)
{
    static const JutuAlign aligns[] = { JUTU_ALIGN_LEFT, JUTU_ALIGN_CENTER, JUTU_ALIGN_RIGHT };
    static const JutuBaseline baselines[] = { JUTU_BASELINE_TOP, JUTU_BASELINE_MIDDLE,
                                              JUTU_BASELINE_BOTTOM };
    JutuTextBlock *block = &label->label;
    bool horizontal = jutu_is_horizontal(axis->side);
    JutuValue align = jutu_guide_read(reader, &look->align, datum);
    JutuValue baseline = jutu_guide_read(reader, &look->baseline, datum);
    if (!jutu_is_nullish(align))
        block->align = jutu_text_align(align);
    else if (horizontal)
        block->align = aligns[end + 1];
    else
        block->align = axis->side == JUTU_RIGHT ? JUTU_ALIGN_LEFT : JUTU_ALIGN_RIGHT;
    if (!jutu_is_nullish(baseline))
        block->baseline = jutu_text_baseline(baseline);
    else if (!horizontal)
        block->baseline = baselines[end + 1];
    else
        block->baseline = axis->side == JUTU_TOP ? JUTU_BASELINE_BOTTOM : JUTU_BASELINE_TOP;
    bool fixed = horizontal ? jutu_guide_has(&look->align) && !jutu_is_nullish(align)
                            : jutu_guide_has(&look->baseline) && !jutu_is_nullish(baseline);
    if (!fixed && jutu_truthy(look->flush_offset)) {
        double shift = end * jutu_to_number(look->flush_offset);
        *(horizontal ? &block->dx : &block->dy) = shift;
    }
}

static const char *label_text(const LabelLook *look, JutuGuideReader *reader, JutuValue datum,
                              JutuArena *arena)
{
    JutuValue text = jutu_guide_has(&look->words) ? jutu_guide_read(reader, &look->words, datum)
                                                  : jutu_member(datum, "label");
    return jutu_text_lines(text, look->line_break, arena);
}

static void make_labels(const Ticks *ticks, JutuAxis *axis)
{
    JutuGuideReader *reader = ticks->reader;
    LabelLook look = label_look(ticks, axis);
    bool has_ticks = jutu_truthy(jutu_guide_get(reader, "ticks"));
    double middle = 0.5 * jutu_scale_bandwidth(ticks->scale);
    axis->n_labels = ticks->n_list;
    axis->extra_label = ticks->n_list > 0 && ticks->list[ticks->n_list - 1].extra;
    axis->labels = jutu_new(ticks->arena, JutuTick, ticks->n_list + 1);
    for (size_t i = 0; i < ticks->n_list && !reader->error; i++) {
        JutuTick *label = &axis->labels[i];
        JutuValue datum = ticks->list[i].datum;
        double start = jutu_scale_number(ticks->scale, ticks->list[i].value);
        double size = has_ticks ? jutu_guide_read_number(reader, &look.size, datum, 0) : 0;
        *label = (JutuTick){
            .value = ticks->list[i].value,
            .position = placed(start + middle + ticks->offset +
                               jutu_guide_read_number(reader, &look.offset, datum, 0)),
            .across = size + jutu_guide_read_number(reader, &look.padding, datum, 0),
            .opacity = jutu_guide_read_number(reader, &look.text.item_opacity, datum, 1),
        };
        jutu_guide_text_style(reader, &look.text, datum, &label->label);
        align_label(&look, axis, reader, datum, label, flush_end(&look, start));
        label->label.text = label_text(&look, reader, datum, ticks->arena);
        label->shown = *label->label.text && jutu_is_painted(&label->label.style.fill) &&
                       label->label.style.fill_opacity > 0;
    }
}

/* Whether the spec gives labels an angle that isn't a quarter's. */
static bool labels_are_angled(const JutuAxisPlan *planned)
{
    const json_t *angle = jutu_bag_get(&planned->props, "labelAngle");
    if (!jutu_bag_is_explicit(&planned->props, "labelAngle") || !json_is_number(angle))
        return false;
    double degrees = jutu_normalize_angle(json_number_value(angle));
    return degrees != 90 && degrees != 270;
}

void jutu_axis_ticks_make(JutuAxis *axis, const JutuGuidePlan *guides, const JutuAxisPlan *planned,
                          JutuGuideReader *reader, int parts)
{
    Ticks ticks;
    if (!ticks_init(&ticks, axis, guides, planned, reader))
        return;
    if (parts & JUTU_AXIS_GRID)
        axis->grid = make_lines(&ticks, "grid", &axis->n_grid);
    if (!(parts & JUTU_AXIS_MAIN))
        return;
    if (jutu_truthy(jutu_guide_get(reader, "ticks")))
        axis->ticks = make_lines(&ticks, "tick", &axis->n_ticks);
    if (jutu_truthy(jutu_guide_get(reader, "labels")))
        make_labels(&ticks, axis);
    if (!labels_are_angled(planned))
        jutu_vertical_labels(axis, reader->frame->chart);
}
