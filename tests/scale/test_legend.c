#include "scale/legend.h"

#include "setup_json.h"

static JutuShow show_of(const char *type)
{
    return strcmp(type, "gradient") == 0   ? JUTU_SHOW_RAMP
           : strcmp(type, "discrete") == 0 ? JUTU_SHOW_STEPS
                                           : JUTU_SHOW_SYMBOLS;
}

static JutuLegendQuery read_query(const json_t *json, Bench bench)
{
    const json_t *values = json_object_get(json, "values");
    JutuLegendQuery query = {
        .show = show_of(jutu_json_string(json, "type", "symbol")),
        .limit = jutu_json_number(json, "limit", 0),
        .skip_zero = jutu_json_has(json, "size"),
        .min_step = NAN,
        .style = { .count = { .count = jutu_json_number(json, "count", NAN) },
                   .specifier = jutu_json_has(json, "formatSpecifier") ? ".1f" : NULL },
    };
    if (values) {
        query.values = read_values(values, jutu_value_from_json, bench.arena);
        query.n_values = json_array_size(values);
    }
    return query;
}

/* [value, label] of symbols; with start and end on bars. */
static JutuValue entry_of(const JutuShown *shown, JutuShow show, JutuArena *arena)
{
    JutuValue *parts = jutu_new(arena, JutuValue, 4);
    parts[0] = shown->value.type == JUTU_DATE ? jutu_number(shown->value.number) : shown->value;
    parts[1] = jutu_string(shown->label ? shown->label : "");
    parts[2] = jutu_number(shown->start);
    parts[3] = jutu_number(shown->end);
    return jutu_array(parts, show == JUTU_SHOW_SYMBOLS ? 2 : 4);
}

static void test_entries(void)
{
    static const struct {
        const char *scale, *query, *want;
    } table[] = {
        { "{'type':'threshold','domain':[2,97],'range':['red','blue']}", "{'type':'symbol'}",
          "[[-Infinity, '< 2'], [2, '2 – 97'], [97, '≥ 97']]" },
        { "{'type':'symlog','domain':[97,10],'range':[0,200],'bins':{'step':10}}",
          "{'type':'symbol'}", "[]" },
        { "{'type':'linear','domain':[0,100],'range':[0,400]}", "{'type':'symbol','count':5}",
          "[[0, '0'], [20, '20'], [40, '40'], [60, '60'], [80, '80'], [100, '100']]" },
        { "{'type':'linear','domain':[0,100],'range':[0,400]}",
          "{'type':'symbol','count':5,'size':1}",
          "[[20, '20'], [40, '40'], [60, '60'], [80, '80'], [100, '100']]" },
        { "{'type':'linear','domain':[10,90],'range':{'scheme':'blues'},'zero':false}",
          "{'type':'gradient','count':5}",
          "[[20, '20', 0.125, 0.125], [40, '40', 0.375, 0.375], [60, '60', 0.625, 0.625], [80, "
          "'80', 0.875, 0.875]]" },
        { "{'type':'linear','domain':[10,19],'range':{'scheme':'blues'},'zero':false}",
          "{'type':'gradient','count':1}", "[[10, '10', 0, 0], [19, '19', 1, 1]]" },
        { "{'type':'log','domain':[1,1000],'range':{'scheme':'blues'}}",
          "{'type':'gradient','count':4}",
          "[[1, '1', 0, 0], [2, '', 0.1003433319, 0.1003433319], [3, '', 0.1590404182, "
          "0.1590404182], [4, '', 0.2006866638, 0.2006866638], [5, '', 0.2329900014, "
          "0.2329900014], [6, '', 0.2593837501, 0.2593837501], [7, '', 0.2816993467, "
          "0.2816993467], [8, '', 0.3010299957, 0.3010299957], [9, '', 0.3180808365, "
          "0.3180808365], [10, '10', 0.3333333333, 0.3333333333], [20, '', 0.4336766652, "
          "0.4336766652], [30, '', 0.4923737516, 0.4923737516], [40, '', 0.5340199971, "
          "0.5340199971], [50, '', 0.5663233348, 0.5663233348], [60, '', 0.5927170835, "
          "0.5927170835], [70, '', 0.61503268, 0.61503268], [80, '', 0.634363329, 0.634363329], "
          "[90, '', 0.6514141698, 0.6514141698], [100, '100', 0.6666666667, 0.6666666667], [200, "
          "'', 0.7670099986, 0.7670099986], [300, '', 0.8257070849, 0.8257070849], [400, '', "
          "0.8673533304, 0.8673533304], [500, '', 0.8996566681, 0.8996566681], [600, '', "
          "0.9260504168, 0.9260504168], [700, '', 0.9483660133, 0.9483660133], [800, '', "
          "0.9676966623, 0.9676966623], [900, '', 0.9847475031, 0.9847475031], [1000, '1,000', 1, "
          "1]]" },
        { "{'type':'linear','domain':[7,7],'range':{'scheme':'blues'},'zero':false}",
          "{'type':'gradient','count':5}", "[[7, '7.000000', 0.5, 0.5]]" },
        { "{'type':'linear','domain':[-10,40],'domainMid':0,'zero':false,'range':{'scheme':'"
          "redblue'}}",
          "{'type':'gradient','count':5}",
          "[[-10, '−10', 0, 0], [0, '0', 0.2, 0.2], [10, '10', 0.4, 0.4], [20, '20', 0.6, 0.6], "
          "[30, '30', 0.8, 0.8], [40, '40', 1, 1]]" },
        { "{'type':'utc','domain':[0,864000000],'range':['red','blue']}",
          "{'type':'gradient','count':4}",
          "[[0, '1970', 0, 0], [172800000, 'Sat 03', 0.2, 0.2], [345600000, 'Mon 05', 0.4, 0.4], "
          "[518400000, 'Wed 07', 0.6, 0.6], [691200000, 'Fri 09', 0.8, 0.8], [864000000, 'Jan 11', "
          "1, 1]]" },
        { "{'type':'threshold','domain':[10,20,30],'range':['a','b','c','d']}",
          "{'type':'discrete','count':5}",
          "[[-Infinity, '', 0, 0.25], [10, '10', 0.25, 0.5], [20, '20', 0.5, 0.75], [30, '30', "
          "0.75, 1]]" },
        { "{'type':'threshold','domain':[10],'range':['a','b']}", "{'type':'discrete','count':5}",
          "[[-Infinity, '', 0, 0.5], [10, '10', 0.5, 1]]" },
        { "{'type':'threshold','domain':[10,20],'range':['a','b','c']}",
          "{'type':'symbol','count':5}", "[[-Infinity, '< 10'], [10, '10 – 20'], [20, '≥ 20']]" },
        { "{'type':'quantize','domain':[0,1],'range':['a','b','c']}",
          "{'type':'discrete','count':5}",
          "[[-Infinity, '', 0, 0.3333333333], [0.3333333333, '0.33', 0.3333333333, 0.6666666667], "
          "[0.6666666667, '0.67', 0.6666666667, 1]]" },
        { "{'type':'quantize','domain':[0,1],'range':['a','b','c']}", "{'type':'symbol','count':5}",
          "[[-Infinity, '< 0.33'], [0.3333333333, '0.33 – 0.67'], [0.6666666667, '≥ 0.67']]" },
        { "{'type':'quantile','domain':[1,2,4,7,11,16],'range':['a','b','c']}",
          "{'type':'symbol','count':5}",
          "[[-Infinity, '< 3.3'], [3.333333333, '3.3 – 8.3'], [8.333333333, '≥ 8.3']]" },
        { "{'type':'bin-ordinal','domain':[0,10,20,30],'range':{'scheme':'blues'}}",
          "{'type':'discrete','count':5}",
          "[[0, '', 0, 0.3333333333], [10, '10', 0.3333333333, 0.6666666667], [20, '20', "
          "0.6666666667, 1]]" },
        { "{'type':'bin-ordinal','domain':[0,10,20,30],'range':{'scheme':'blues'}}",
          "{'type':'symbol','count':5}", "[[0, '0 – 10'], [10, '10 – 20'], [20, '20 – 30']]" },
        { "{'type':'ordinal','domain':['a','b','c','d','e'],'range':['x']}",
          "{'type':'symbol','limit':3}", "[['a', 'a'], ['b', 'b'], ['c', '…3 entries']]" },
        { "{'type':'ordinal','domain':['甲','乙'],'range':['x']}", "{'type':'symbol'}",
          "[['甲', '甲'], ['乙', '乙']]" },
        { "{'type':'linear','domain':[0,100],'range':[0,400]}", "{'type':'symbol','values':[5,50]}",
          "[[5, '5'], [50, '50']]" },
        { "{'type':'linear','domain':[0,100],'range':[0,400]}",
          "{'type':'symbol','count':5,'formatSpecifier':'.1f'}",
          "[[0, '0.0'], [20, '20.0'], [40, '40.0'], [60, '60.0'], [80, '80.0'], [100, '100.0']]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i].scale, bench);
        json_t *json = read_json(table[i].query);
        JutuLegendQuery query = read_query(json, bench);
        size_t n = 0;
        const JutuShown *shown = jutu_legend_show(scale, &query, bench.arena, &n, NULL);
        JutuValue *entries = jutu_new(bench.arena, JutuValue, n);
        for (size_t e = 0; e < n; e++)
            entries[e] = entry_of(&shown[e], query.show, bench.arena);
        g_autoptr(GString) text = g_string_new(NULL);
        print_value(text, jutu_array(entries, n), bench.arena);
        CHECK_TRUE(table[i].query, strcmp(text->str, table[i].want) == 0);
        CHECK_STR(table[i].scale, text->str, table[i].want);
        json_decref(json);
        bench_free(bench);
    }
}

/* A gradient's bar has the ends' colours at its ends, whatever the ticks. */
static void test_stops(void)
{
    static const struct {
        const char *scale;
        size_t n;
        const char *first, *last;
    } table[] = {
        { "{'type':'linear','domain':[0,100],'range':['red','blue']}", 21, "#ff0000", "#0000ff" },
        { "{'type':'linear','domain':[3,97],'zero':false,'range':['red','blue']}", 21, "#ff0000",
          "#0000ff" },
        { "{'type':'linear','domain':[7,7],'zero':false,'range':['red','blue']}", 21, "#ff0000",
          "#0000ff" },
        { "{'type':'linear','domain':[-10,40],'domainMid':0,'range':['red','white','blue']}", 11,
          "#ff0000", "#0000ff" },
        { "{'type':'log','domain':[2,900],'range':['red','blue']}", 0, "#ff0000", "#0000ff" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i].scale, bench);
        size_t n;
        const JutuColorStop *stops = jutu_legend_stops(scale, bench.arena, &n);
        char text[JUTU_COLOR_SIZE];
        if (table[i].n)
            CHECK_SIZE(table[i].scale, n, table[i].n);
        CHECK_NUM(table[i].scale, stops[0].at, 0);
        CHECK_NUM(table[i].scale, stops[n - 1].at, 1);
        CHECK_STR(table[i].scale, jutu_color_hex(stops[0].color, text), table[i].first);
        CHECK_STR(table[i].scale, jutu_color_hex(stops[n - 1].color, text), table[i].last);
        for (size_t s = 1; s < n; s++)
            CHECK_(stops[s].at > stops[s - 1].at, "%s: stops out of order", table[i].scale);
        bench_free(bench);
    }
}

SUITE(scale_legend, { "entries", test_entries }, { "stops", test_stops });
