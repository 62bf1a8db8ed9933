#include "guide/units.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/words.h"

/* An axis of numbers. */
typedef struct {
    const JutuAxisPlan *planned;
    const JutuScale *scale;
    JutuNumbers numbers;
    bool keeps; /* its numbers stay as they are: as written, or as a format has them */
    bool logarithmic;
    double *ticks;
    size_t n_ticks;
    int power;  /* that it is shown in */
    bool fixed; /* somebody says that power */
    JutuNumberStyle style;
    const char *name; /* of the unit that it is shown in; NULL: none */
    bool in_title;
    bool pyramid;
    bool titled; /* a title that is given says the unit */
} Measure;

struct JutuUnits {
    const JutuChart *chart;
    const JutuFrame *root;
    const JutuGuidePlan *guides;
    GArray *measures;    /* of Measure */
    const json_t *given; /* usermeta.jutu.unit; NULL */
    const char *said;    /* its text; NULL */
    JutuUnit asked;
    const char *page; /* the unit that the page says; NULL: none */
    bool decided;
};

static Measure *measure_at(const JutuUnits *units, size_t i)
{
    return &g_array_index(units->measures, Measure, i);
}

static Measure *find(const JutuUnits *units, const JutuAxisPlan *planned, const JutuScale *scale)
{
    for (size_t i = 0; units && i < units->measures->len; i++) {
        Measure *measure = measure_at(units, i);
        if (measure->planned == planned && measure->scale == scale)
            return measure;
    }
    return NULL;
}

/* == Gathering == */

static bool same_base(const JutuUnit *a, const JutuUnit *b)
{
    JutuUnitKind kind = a->kind == JUTU_UNIT_SHARE ? JUTU_UNIT_PERCENT : a->kind;
    return kind == b->kind && g_strcmp0(a->base, b->base) == 0;
}

/* What leaves numbers as they are: a format, or what else the spec makes labels of. */
static bool has_format(const JutuAxisPlan *planned)
{
    static const char *const members[] = { "format", "formatType", "labelExpr", "labelText" };
    for (size_t i = 0; i < G_N_ELEMENTS(members); i++) {
        if (jutu_json_given(jutu_bag_get(&planned->props, members[i])))
            return true;
    }
    return false;
}

static bool has_labels(const JutuAxisPlan *planned)
{
    return !json_is_true(jutu_bag_get(&planned->props, "disable")) &&
           !json_is_false(jutu_bag_get(&planned->props, "labels"));
}

static void read_ticks(Measure *measure, const JutuFrame *frame, GError **error)
{
    size_t n = 0;
    const JutuValue *values = jutu_axis_values(measure->planned, frame, measure->numbers.whole, &n,
                                               error);
    measure->ticks = jutu_new(frame->chart->arena, double, n + 1);
    for (size_t i = 0; i < n; i++) {
        double number = jutu_to_number(values[i]);
        if (isfinite(number))
            measure->ticks[measure->n_ticks++] = number;
    }
}

/* A unit in a title that is given is the cells' if nobody else knows it, else the one shown. */
static void read_title(const JutuUnits *units, Measure *measure)
{
    const json_t *node = jutu_bag_get(&measure->planned->props, "title");
    const char *title = json_string_value(node);
    const char *said = title ? jutu_unit_in_name(title, units->chart->arena) : NULL;
    JutuUnit unit = jutu_unit_parse(said, units->chart->arena);
    if (!said)
        return;
    if (measure->numbers.from == JUTU_UNIT_UNKNOWN) {
        measure->numbers.unit = unit;
        measure->numbers.said = said;
        measure->numbers.from = JUTU_UNIT_OF_NAME;
    } else if (!same_base(&measure->numbers.unit, &unit)) {
        return;
    }
    measure->power = unit.power;
    measure->fixed = measure->titled = jutu_title_is_written(units->chart, node);
}

static void add_axis(JutuUnits *units, const JutuAxisPlan *planned, const JutuFrame *frame,
                     GError **error)
{
    const JutuScalePlan *plan = jutu_plan_scale(frame->plan, planned->unit, planned->channel);
    const JutuScale *scale = jutu_frame_scale(frame, planned->unit, planned->channel);
    const JutuChannelDef *def = jutu_field_or_datum_def(
        planned->unit->encoding.defs[planned->channel]);
    bool numbers = scale && def && def->type == JUTU_QUANTITATIVE && scale->type->continuous &&
                   !scale->type->temporal;
    if (!numbers || !has_labels(planned) || find(units, planned, scale) || *error)
        return;
    Measure measure = { .planned = planned,
                        .scale = scale,
                        .numbers = jutu_numbers_of(frame, plan, error),
                        .logarithmic = scale->type->logarithmic };
    measure.numbers.year &= jutu_rule_acts(units->chart->context, JUTU_RULE_years);
    measure.keeps = measure.numbers.keeps || has_format(planned);
    measure.power = measure.numbers.unit.power;
    read_title(units, &measure);
    measure.pyramid = jutu_is_pyramid(frame, planned);
    if (!*error)
        read_ticks(&measure, frame, error);
    g_array_append_val(units->measures, measure);
}

static void gather(JutuUnits *units, const JutuFrame *frame, GError **error)
{
    const JutuViewGuides *entry = jutu_guide_view(units->guides, frame->view);
    for (size_t i = 0; i < frame->n_children; i++)
        gather(units, frame->children[i], error);
    for (int i = 0; !frame->container && !frame->empty && i < 2; i++) {
        for (JutuAxisPlan *const *at = entry->axes[i]; at && *at && !*error; at++)
            add_axis(units, *at, frame, error);
    }
}

/* == Readings of usermeta.jutu.unit == */

/* Numbers of the same kind are shown in the same unit. */
static bool goes_with(const Measure *a, const Measure *b)
{
    const JutuUnit *one = &a->numbers.unit, *other = &b->numbers.unit;
    bool known = a->numbers.from != JUTU_UNIT_UNKNOWN && b->numbers.from != JUTU_UNIT_UNKNOWN;
    if (a->keeps || b->keeps || a->numbers.year || b->numbers.year)
        return a == b;
    return known ? same_base(one, other) && one->power == other->power
                 : a->numbers.from == b->numbers.from &&
                       g_strcmp0(a->numbers.field, b->numbers.field) == 0;
}

/* The first of its kind. */
static bool leads(const JutuUnits *units, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (goes_with(measure_at(units, i), measure_at(units, at)))
            return false;
    }
    return true;
}

/* How many kinds of numbers the chart has; with years, which have no unit, they'd be more. */
static size_t count_kinds(const JutuUnits *units)
{
    size_t n = 0;
    for (size_t i = 0; i < units->measures->len; i++)
        n += !measure_at(units, i)->numbers.year && leads(units, i);
    return n;
}

static const char *const unit_pointer = "/usermeta/jutu/unit";

/* The package knows the cells: `unit` is what is shown. @return whether any numbers have it */
static bool read_as_shown(JutuUnits *units, const Measure **other)
{
    bool fits = false;
    for (size_t i = 0; i < units->measures->len; i++) {
        Measure *measure = measure_at(units, i);
        if (measure->numbers.from != JUTU_UNIT_OF_PACKAGE || measure->keeps ||
            measure->numbers.year)
            continue;
        if (!same_base(&measure->numbers.unit, &units->asked)) {
            *other = measure;
            continue;
        }
        fits = measure->fixed = true;
        measure->power = units->asked.power;
        jutu_why(units->chart->context, JUTU_RULE_units, unit_pointer,
                 "the data package has \"%s\" in %s; \"unit\" says what is shown: %s",
                 measure->numbers.field, measure->numbers.said, units->said);
    }
    return fits;
}

/* Nobody knows the cells: `unit`, or else the chart's title, says what they are in. */
static void read_as_cells(JutuUnits *units, const char *said)
{
    JutuUnit unit = jutu_unit_parse(said, units->chart->arena);
    for (size_t i = 0; i < units->measures->len; i++) {
        Measure *measure = measure_at(units, i);
        if (measure->numbers.from != JUTU_UNIT_UNKNOWN || measure->keeps || measure->numbers.year)
            continue;
        measure->numbers.unit = unit;
        measure->numbers.said = said;
        measure->numbers.from = JUTU_UNIT_OF_NAME;
        measure->power = unit.power;
        jutu_why(units->chart->context, JUTU_RULE_units, units->said ? unit_pointer : "/title",
                 "no data package has a unit for \"%s\"; %s says what its cells are in: %s",
                 measure->numbers.field, units->said ? "\"unit\"" : "the title", said);
    }
}

static bool read_given(JutuUnits *units, GError **error)
{
    const Measure *other = NULL;
    if (units->said && !read_as_shown(units, &other) && other) {
        jutu_error_set(error, JUTU_ERROR_SPEC, unit_pointer,
                       "the data package has \"%s\" in %s, and %s is no multiple of it; give "
                       "another unit, or null for none",
                       other->numbers.field, other->numbers.said, units->said);
        return false;
    }
    const char *said = units->said ? units->said : jutu_unit_in_title(units->chart);
    if (said && count_kinds(units) == 1)
        read_as_cells(units, said);
    return true;
}

/* == Choosing == */

/* A unit that title or subtitle names is kept. */
static bool find_named(const JutuUnits *units, Measure *measure)
{
    const JutuUnit *unit = &measure->numbers.unit;
    const char *lang = units->chart->context->lang;
    for (int power = 12; unit->base && power >= 0; power--) {
        const char *name = jutu_unit_name(lang, power, unit->base, units->chart->arena);
        if (!jutu_title_says_unit(units->chart, name))
            continue;
        measure->power = power;
        return true;
    }
    return false;
}

static bool takes_steps(const Measure *measure)
{
    return measure->numbers.unit.kind == JUTU_UNIT_PLAIN && !measure->keeps &&
           !measure->numbers.year;
}

/* One unit for all of a kind, if there is one that suits all their ticks. */
static bool choose_together(const JutuUnits *units, const Measure *lead, int *power)
{
    g_autoptr(GArray) ticks = g_array_new(false, false, sizeof(double));
    for (size_t i = 0; i < units->measures->len; i++) {
        const Measure *measure = measure_at(units, i);
        if (measure == lead || (goes_with(lead, measure) && !measure->logarithmic))
            g_array_append_vals(ticks, measure->ticks, (guint)measure->n_ticks);
    }
    return jutu_unit_choose((const double *)(void *)ticks->data, ticks->len,
                            lead->numbers.unit.power, units->chart->context->lang, power);
}

static void choose(JutuUnits *units, Measure *measure)
{
    const char *lang = units->chart->context->lang;
    if (!takes_steps(measure) || measure->fixed)
        return;
    measure->fixed = find_named(units, measure);
    if (measure->fixed || measure->logarithmic || choose_together(units, measure, &measure->power))
        return;
    jutu_unit_choose(measure->ticks, measure->n_ticks, measure->numbers.unit.power, lang,
                     &measure->power);
}

/* Whether a text in the plot shows the numbers as the cells have them; then the axis does, too. */
static bool texts_show(const JutuView *view, const char *field)
{
    for (size_t i = 0; i < view->n_children; i++) {
        if (texts_show(view->children[i], field))
            return true;
    }
    const JutuChannelDef *def = view->kind == JUTU_VIEW_UNIT
                                    ? jutu_field_def(view->encoding.defs[JUTU_TEXT])
                                    : NULL;
    return def && def->type == JUTU_QUANTITATIVE && def->field && strcmp(def->field, field) == 0;
}

static const char *name_of(const JutuUnits *units, const Measure *measure)
{
    const JutuUnit *unit = &measure->numbers.unit;
    bool each = measure->style.each;
    switch (unit->kind) {
    case JUTU_UNIT_PERCENT:
    case JUTU_UNIT_SHARE:
        return "%";
    case JUTU_UNIT_POINTS:
        return jutu_word(units->chart->context->lang, JUTU_WORD_points);
    case JUTU_UNIT_NUMBER:
        return NULL;
    default:
        break;
    }
    if (measure->numbers.said && measure->power == unit->power && !each)
        return measure->numbers.said; /* as it is written */
    const char *name = jutu_unit_name(units->chart->context->lang, each ? 0 : measure->power,
                                      unit->base, units->chart->arena);
    return *name ? name : NULL;
}

static void set_style(JutuUnits *units, Measure *measure)
{
    const JutuContext *context = units->chart->context;
    const JutuUnit *unit = &measure->numbers.unit;
    bool moved = measure->power != unit->power;
    bool silent = json_is_null(units->given) && moved;
    JutuNumberStyle *style = &measure->style;
    *style = (JutuNumberStyle){ .power = measure->power - unit->power,
                                .grouped = !measure->numbers.year,
                                .lang = context->lang };
    if (unit->kind == JUTU_UNIT_SHARE)
        style->power = -2;
    style->decimals = measure->logarithmic
                          ? JUTU_OWN_DECIMALS
                          : jutu_unit_decimals(measure->ticks, measure->n_ticks, style->power);
    style->each = takes_steps(measure) && ((measure->logarithmic && !measure->fixed) || silent);
    if (style->each) {
        style->power = unit->power;
        style->decimals = JUTU_OWN_DECIMALS;
    }
    style->unsigned_sides = measure->pyramid;
    measure->name = measure->numbers.year ? NULL : name_of(units, measure);
}

static void explain(const JutuUnits *units, const Measure *measure)
{
    const JutuChart *chart = units->chart;
    const JutuChannelDef *def = jutu_field_or_datum_def(
        measure->planned->unit->encoding.defs[measure->planned->channel]);
    if (measure->numbers.year)
        jutu_chart_why(chart, JUTU_RULE_years, def->json, "years are not grouped");
    else if (measure->style.each)
        jutu_chart_why(chart, JUTU_RULE_units, def->json, "each tick has a unit of its own");
    else
        jutu_chart_why(chart, JUTU_RULE_units, def->json, "numbers are shown in %s, to %d decimals",
                       measure->name ? measure->name : "ones", measure->style.decimals);
}

/* == Where it is said == */

/* Whether all numbers have one unit, and which: then the page says it. */
static bool have_one(const JutuUnits *units, const char **name)
{
    size_t n = 0;
    *name = NULL;
    for (size_t i = 0; i < units->measures->len; i++) {
        const Measure *measure = measure_at(units, i);
        if (measure->numbers.year || measure->titled)
            continue;
        const char *own = measure->keeps ? (units->said ? units->said : measure->numbers.said)
                                         : measure->name;
        if (n++ > 0 && g_strcmp0(own, *name) != 0) {
            *name = NULL;
            return false;
        }
        *name = own;
    }
    return true;
}

static void settle_places(JutuUnits *units)
{
    size_t n_styled = 0;
    for (size_t i = 0; i < units->measures->len; i++)
        n_styled += !measure_at(units, i)->keeps && !measure_at(units, i)->numbers.year;
    units->decided = n_styled > 0;
    if (have_one(units, &units->page)) {
        if (!units->page && units->said)
            units->decided = false;
        return;
    }
    for (size_t i = 0; i < units->measures->len; i++) {
        Measure *measure = measure_at(units, i);
        measure->in_title = measure->name != NULL && !measure->titled;
    }
}

static void decide(JutuUnits *units)
{
    for (size_t i = 0; i < units->measures->len; i++) {
        Measure *measure = measure_at(units, i);
        if (texts_show(units->root->view, measure->numbers.field))
            measure->fixed = true;
        choose(units, measure);
    }
    for (size_t i = 0; i < units->measures->len; i++) {
        Measure *measure = measure_at(units, i);
        if (measure->keeps && !measure->numbers.year)
            continue;
        set_style(units, measure);
        explain(units, measure);
    }
    settle_places(units);
}

static void free_measures(void *measures)
{
    g_array_unref(measures);
}

const JutuUnits *jutu_units_new(const JutuGuidePlan *guides, const JutuFrame *root, GError **error)
{
    const JutuChart *chart = root->chart;
    JutuUnits *units = jutu_new(chart->arena, JutuUnits, 1);
    GError *problem = NULL;
    if (!jutu_rule_acts(chart->context, JUTU_RULE_units))
        return NULL;
    *units = (JutuUnits){ .chart = chart,
                          .root = root,
                          .guides = guides,
                          .given = jutu_json_path(chart->source, "usermeta", "jutu", "unit",
                                                  NULL) };
    units->measures = jutu_arena_own(chart->arena, g_array_new(false, true, sizeof(Measure)),
                                     free_measures);
    units->said = json_string_value(units->given);
    units->said = units->said && *units->said ? units->said : NULL;
    units->asked = jutu_unit_parse(units->said, chart->arena);
    gather(units, root, &problem);
    if (!problem && read_given(units, &problem))
        decide(units);
    if (problem)
        g_propagate_error(error, problem);
    return problem ? NULL : units;
}

/* == Look-ups == */

const JutuNumberStyle *jutu_units_style(const JutuUnits *units, const JutuAxisPlan *planned,
                                        const JutuScale *scale)
{
    const Measure *measure = find(units, planned, scale);
    return measure && !has_format(planned) && (!measure->keeps || measure->numbers.year)
               ? &measure->style
               : NULL;
}

const char *jutu_units_in_title(const JutuUnits *units, const JutuAxisPlan *planned,
                                const JutuScale *scale)
{
    const Measure *measure = find(units, planned, scale);
    return measure && measure->in_title ? measure->name : NULL;
}

const JutuNumbers *jutu_units_numbers(const JutuUnits *units, const JutuAxisPlan *planned,
                                      const JutuScale *scale)
{
    const Measure *measure = find(units, planned, scale);
    return measure ? &measure->numbers : NULL;
}

bool jutu_units_of_page(const JutuUnits *units, const char **out)
{
    if (!units || !units->decided)
        return false;
    *out = units->page && !jutu_title_says_unit(units->chart, units->page) ? units->page : NULL;
    if (json_is_null(units->given))
        *out = NULL;
    return true;
}
