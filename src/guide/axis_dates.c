#include "guide/axis_dates.h"

#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/time_unit.h"
#include "base/weeks.h"
#include "frame/frame.h"

#define DAYS (JUTU_YEAR | JUTU_MONTH | JUTU_DATE_OF_MONTH)
#define GAP 4.0 /* px between labels */

bool jutu_dates_act(const JutuAxisPlan *planned, const JutuScale *scale, const JutuChannelDef *def,
                    const JutuContext *context)
{
    bool dates = scale->type->temporal || (def->is_field && jutu_has_time_unit(def));
    static const char *const given[] = { "format", "formatType", "labelExpr", "labelText" };
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        dates &= !jutu_bag_is_explicit(&planned->props, given[i]) ||
                 !jutu_bag_get(&planned->props, given[i]);
    return dates && jutu_rule_acts(context, JUTU_RULE_dates);
}

/* == How they are written == */

static bool all_begin(const JutuValue *values, size_t n, unsigned units, const JutuZone *zone)
{
    for (size_t i = 0; i < n; i++) {
        double ms = jutu_to_number(values[i]);
        if (!isnan(ms) && jutu_time_unit_floor(units, 1, ms, zone) != ms)
            return false;
    }
    return true;
}

/* The units that tell these dates apart from what they leave out. */
static unsigned units_of(const JutuValue *values, size_t n, const JutuZone *zone)
{
    static const unsigned choices[] = { JUTU_YEAR, JUTU_YEAR | JUTU_MONTH, DAYS,
                                        DAYS | JUTU_HOURS | JUTU_MINUTES,
                                        DAYS | JUTU_HOURS | JUTU_MINUTES | JUTU_SECONDS };
    size_t i = 0;
    while (i + 1 < G_N_ELEMENTS(choices) && !all_begin(values, n, choices[i], zone))
        i++;
    return choices[i];
}

static unsigned units_shown(const JutuScale *scale, const JutuChannelDef *def,
                            const JutuValue *values, size_t n, const JutuZone *zone)
{
    unsigned own = def->is_field ? def->time_unit.units : 0;
    if (!own)
        return units_of(values, n, zone);
    bool coarser = scale->type->temporal && (own & JUTU_YEAR) && n > 1;
    if (coarser && all_begin(values, n, JUTU_YEAR, zone))
        return JUTU_YEAR;
    if (coarser && (own & JUTU_MONTH) && all_begin(values, n, JUTU_YEAR | JUTU_MONTH, zone))
        return own & (JUTU_YEAR | JUTU_MONTH);
    return own;
}

JutuDateStyle jutu_date_style(const JutuScale *scale, const JutuChannelDef *def,
                              const JutuValue *values, size_t n, const JutuContext *context)
{
    const JutuTimeLocale *locale = context->time_locale;
    const char *const *formats = locale && locale->unit_formats ? locale->unit_formats
                                                                : jutu_time_unit_formats;
    bool utc = def->is_field && def->time_unit.utc;
    JutuDateStyle style = { .locale = locale };
    style.zone = scale->type->temporal ? scale->zone : utc ? NULL : context->zone;
    unsigned full = units_shown(scale, def, values, n, style.zone), brief = full;
    if ((full & DAYS) == DAYS && full != DAYS) { /* times: the day is what they share */
        full &= ~(unsigned)JUTU_YEAR;
        brief = full & ~(unsigned)DAYS;
        style.key = "%Y-%j";
    } else if (full & JUTU_YEAR && full != JUTU_YEAR) {
        brief = full & ~(unsigned)JUTU_YEAR;
        style.key = full & JUTU_ISO_WEEK ? "%G" : "%Y";
    }
    style.full = jutu_time_unit_specifier(full, formats, context->arena);
    style.brief = jutu_time_unit_specifier(brief, formats, context->arena);
    return style;
}

const char *jutu_date_label(const JutuDateStyle *style, double ms, double before, JutuArena *arena)
{
    const char *specifier = style->full;
    if (style->key && !isnan(before)) {
        const char *own = jutu_time_format(style->key, ms, style->zone, style->locale, arena);
        const char *other = jutu_time_format(style->key, before, style->zone, style->locale, arena);
        specifier = strcmp(own, other) == 0 ? style->brief : style->full;
    }
    return jutu_time_format(specifier, ms, style->zone, style->locale, arena);
}

/* == Which of them == */

/* The finest step of the data: units that all dates are starts of, and the weekday of weekly ones;
 * 0: any moment. */
typedef struct {
    unsigned units;
    int weekday; /* 0: Sunday; -1: they aren't weekly */
} Grain;

static Grain grain_of_values(const JutuValue *values, size_t n, const JutuZone *zone)
{
    static const unsigned choices[] = { JUTU_YEAR, JUTU_YEAR | JUTU_QUARTER, JUTU_YEAR | JUTU_MONTH,
                                        DAYS };
    Grain grain = { 0, -1 };
    for (size_t i = 0; i < G_N_ELEMENTS(choices) && !grain.units; i++)
        grain.units = all_begin(values, n, choices[i], zone) ? choices[i] : 0;
    if (grain.units != DAYS)
        return grain;
    for (size_t i = 0; i < n; i++) {
        double ms = jutu_to_number(values[i]);
        int day = isnan(ms) ? grain.weekday : jutu_calendar(ms, zone).weekday;
        if (i > 0 && day != grain.weekday)
            return (Grain){ DAYS, -1 };
        grain.weekday = day;
    }
    return grain;
}

static Grain grain_of(const JutuFrame *frame, const JutuScalePlan *planned, const JutuScale *scale)
{
    Grain finest = { JUTU_YEAR, -1 };
    size_t n_read = 0;
    for (size_t i = 0; i < planned->n_domains; i++) {
        const JutuDomainSource *source = &planned->domains[i];
        const JutuTable *table = source->column ? jutu_tables_unit(frame->tables, source->unit,
                                                                   source->data, source->all_cells)
                                                : NULL;
        if (!table || table->n_rows == 0)
            continue;
        JutuField field = jutu_field_new(table, source->column, frame->chart->arena);
        JutuValue *values = jutu_new(frame->chart->arena, JutuValue, table->n_rows + 1);
        for (size_t row = 0; row < table->n_rows; row++)
            values[row] = jutu_field_get(&field, row);
        Grain grain = grain_of_values(values, table->n_rows, scale->zone);
        if (n_read++ == 0 || !grain.units || (finest.units && grain.units > finest.units))
            finest = grain;
    }
    return n_read ? finest : (Grain){ 0, -1 };
}

static double width_of(const char *text, double size)
{
    double width = 0;
    for (const char *at = text; *at; at = g_utf8_next_char(at))
        width += (g_utf8_get_char(at) >= 0x2e80 ? 1 : 0.56) * size;
    return width;
}

/* Whether labels stand beside each other with a gap; upright axes have room. */
static bool fit(const JutuValue *values, size_t n, const JutuDateStyle *style,
                const JutuScale *scale, double size)
{
    double before = NAN, end = NAN;
    for (size_t i = 0; i < n; i++) {
        double ms = jutu_to_number(values[i]);
        const char *text = jutu_date_label(style, ms, before, scale->context->arena);
        double width = width_of(text, size), at = jutu_scale_number(scale, values[i]);
        bool flush = !scale->type->discrete && (i == 0 || i + 1 == n);
        double start = !flush ? at - width / 2 : i == 0 ? at : at - width;
        if (start < end + GAP)
            return false;
        end = start + width;
        before = ms;
    }
    return true;
}

static JutuTickCount every(const Grain *grain)
{
    JutuTickCount count = { .count = 0 };
    JutuIntervalKind kind = grain->weekday >= 0    ? JUTU_INTERVAL_SUNDAY + (unsigned)grain->weekday
                            : grain->units == DAYS ? JUTU_INTERVAL_DAY
                            : grain->units == (JUTU_YEAR | JUTU_MONTH) ? JUTU_INTERVAL_MONTH
                            : grain->units == JUTU_YEAR                ? JUTU_INTERVAL_YEAR
                                                                       : JUTU_INTERVAL_QUARTER;
    count.interval = jutu_interval(kind);
    return count;
}

/* Weeks begin as they do in the data, or in the country. */
static const JutuValue *move_weeks(const JutuValue *values, const JutuScale *scale,
                                   const Grain *grain, size_t *n)
{
    double first = *n ? jutu_to_number(values[0]) : NAN;
    double next = *n > 1 ? jutu_to_number(values[1]) : NAN;
    bool weekly = next - first >= 6 * JUTU_MS_PER_DAY && next - first <= 8 * JUTU_MS_PER_DAY &&
                  jutu_calendar(first, scale->zone).weekday == 0;
    int day = grain->weekday >= 0                                ? grain->weekday
              : jutu_weeks_begin_on_monday(scale->context->lang) ? 1
                                                                 : 0;
    if (!weekly || day == 0)
        return values;
    Grain weeks = { DAYS, day };
    return jutu_scale_ticks(scale, every(&weeks), scale->context->arena, n);
}

/* What ticks are chosen for. */
typedef struct {
    const JutuScale *scale;
    const JutuChannelDef *def;
    const JutuContext *context;
    Grain grain;
    bool level; /* labels stand side by side */
    double size;
} Row;

static bool suits(const Row *row, const JutuValue *values, size_t n)
{
    if (n == 0 || (row->grain.units && !all_begin(values, n, row->grain.units, row->scale->zone)))
        return false;
    JutuDateStyle style = jutu_date_style(row->scale, row->def, values, n, row->context);
    return !row->level || fit(values, n, &style, row->scale, row->size);
}

/* The first year and the last, and as many between as stand a whole number of years apart. */
static const JutuValue *years_to_ends(const Row *row, size_t *n)
{
    JutuArena *arena = row->context->arena;
    const JutuZone *zone = row->scale->zone;
    JutuInterval year = jutu_interval(JUTU_INTERVAL_YEAR);
    double extent[2];
    jutu_scale_extent(row->scale, extent);
    double first = jutu_interval_ceil(year, fmin(extent[0], extent[1]), zone);
    double last = jutu_interval_floor(year, fmax(extent[0], extent[1]), zone);
    double span = jutu_interval_count(year, first, last, zone);
    *n = 0;
    if (row->grain.units != JUTU_YEAR || !(span >= 1) || span > 1000)
        return NULL;
    for (int k = 1; k <= (int)span; k++) {
        if ((int)span % k != 0)
            continue;
        *n = (size_t)span / (size_t)k + 1;
        JutuValue *values = jutu_new(arena, JutuValue, *n);
        for (size_t i = 0; i < *n; i++)
            values[i] = jutu_date(jutu_interval_offset(year, first, (double)i * k, zone));
        if (suits(row, values, *n))
            return values;
    }
    *n = 0;
    return NULL;
}

/* Round dates, as many as there is room for. */
static const JutuValue *round_dates(const Row *row, double most, size_t *n)
{
    JutuArena *arena = row->context->arena;
    for (double c = most; c >= 1; c--) {
        const JutuValue *values = jutu_scale_ticks(row->scale, jutu_tick_number(c), arena, n);
        values = move_weeks(values, row->scale, &row->grain, n);
        if (suits(row, values, *n))
            return values;
    }
    if (row->grain.units)
        return jutu_scale_ticks(row->scale, every(&row->grain), arena, n);
    return jutu_scale_ticks(row->scale, jutu_tick_number(1), arena, n);
}

const JutuValue *jutu_date_ticks(const JutuAxisPlan *planned, const JutuFrame *frame,
                                 const JutuScale *scale, JutuTickCount count, double font_size,
                                 size_t *n)
{
    enum { FEW = 3, MOST = 100, USUAL = 10 };
    const JutuScalePlan *plan = jutu_plan_scale(frame->plan, planned->unit, planned->channel);
    Row row = { scale,
                jutu_field_or_datum_def(planned->unit->encoding.defs[planned->channel]),
                frame->chart->context,
                grain_of(frame, plan, scale),
                jutu_is_horizontal(jutu_axis_side(planned)),
                font_size };
    size_t n_years;
    const JutuValue *years = years_to_ends(&row, &n_years);
    const JutuValue *values = round_dates(&row, count.count > 0 ? fmin(count.count, MOST) : USUAL,
                                          n);
    if (!years || (n_years < *n && *n >= FEW))
        return values;
    *n = n_years;
    return years;
}

size_t jutu_date_step(const JutuDateStyle *style, const JutuScale *scale, const JutuValue *values,
                      size_t n, double font_size)
{
    JutuValue *kept = jutu_new(scale->context->arena, JutuValue, n + 1);
    for (size_t step = 1; step < n; step++) {
        size_t n_kept = 0;
        for (size_t i = 0; i < n; i += step)
            kept[n_kept++] = values[i];
        if (fit(kept, n_kept, style, scale, font_size))
            return step;
    }
    return n ? n : 1;
}
