#include "scale/setup.h"

#include "setup_json.h"

/* Domains and values as Vega's own scales have them. */
static void test_like_vega(void)
{
    static const struct {
        const char *scale, *in, *domain, *out;
    } table[] = {
        /* with a gamma, turning the colours isn't turning the ramp */
        { "{'type':'linear','domain':[97,2],'range':['red','blue'],'reverse':true,"
          "'interpolate':{'type':'cubehelix','gamma':3}}",
          "[5]", "[97, 2]", "['rgb(255, 0, 7)']" },
        { "{'type':'bin-ordinal','domain':[5,10],'range':['a']}", "[1, 7]", "[5, 10]",
          "['a', 'a']" },
        { "{'type':'ordinal','domain':[],'range':['a']}", "['x']", "[]", "[undefined]" },
        { "{'type':'linear','domain':[3,97],'range':[0,200]}", "[0,50]", "[0, 97]",
          "[0, 103.0927835]" },
        { "{'type':'linear','domain':[3,97],'range':[0,200],'zero':false}", "[3,50]", "[3, 97]",
          "[0, 100]" },
        { "{'type':'linear','domain':[-97,-3],'range':[0,200]}", "[0]", "[-97, 0]", "[200]" },
        { "{'type':'linear','domain':[3,97],'range':[0,200],'zero':false,'nice':true}", "[0,100]",
          "[0, 100]", "[0, 200]" },
        { "{'type':'linear','domain':[3.3,97.2],'range':[0,200],'zero':false,'nice':3}", "[0]",
          "[0, 100]", "[0]" },
        { "{'type':'linear','domain':[3,97],'range':[0,200],'domainMin':-5,'domainMax':50,'nice':"
          "true}",
          "[-5,60]", "[-5, 50]", "[0, 236.3636364]" },
        { "{'type':'linear','domain':[0,100],'range':[0,200],'padding':10}", "[0,100]",
          "[-5.555555556, 105.5555556]", "[10, 190]" },
        { "{'type':'log','domain':[1,100],'range':[0,200],'padding':10}", "[1,100]",
          "[0.7742636827, 129.1549665]", "[10, 190]" },
        { "{'type':'pow','exponent':2,'domain':[1,10],'range':[200,0],'zero':false,'padding':10}",
          "[1,10]", "[-2.121320344, 10.27131929]", "[190, 10]" },
        { "{'type':'symlog','domain':[-10,10],'range':[0,200],'padding':10}", "[0,10]",
          "[-13.35829869, 13.35829869]", "[100, 190]" },
        { "{'type':'utc','domain':[0,86400000],'range':[0,240],'padding':20}", "[0]",
          "[-8640000, 95040000]", "[20]" },
        { "{'type':'utc','domain':[3600000,86400000],'range':[0,240],'nice':'month'}", "[0]",
          "[0, 2678400000]", "[0]" },
        { "{'type':'utc','domain':[3600000,86400000],'range':[0,240],'nice':{'interval':'date','"
          "step':3}}",
          "[0]", "[0, 259200000]", "[0]" },
        { "{'type':'linear','domain':[0,10],'range':[0,100],'reverse':true,'round':true}",
          "[0,3.33]", "[0, 10]", "[100, 67]" },
        { "{'type':'linear','domain':[0,10],'range':[0,100],'clamp':true}", "[20]", "[0, 10]",
          "[100]" },
        { "{'type':'linear','domain':[0,10],'range':['red','blue']}", "[0,5,10]", "[0, 10]",
          "['rgb(255, 0, 0)', 'rgb(128, 0, 128)', 'rgb(0, 0, 255)']" },
        { "{'type':'linear','domain':[0,10],'range':['red','blue'],'interpolate':'hcl'}",
          "[0,2.5,10]", "[0, 10]", "['rgb(255, 0, 0)', 'rgb(255, 0, 72)', 'rgb(0, 0, 255)']" },
        { "{'type':'linear','domain':[0,10],'range':['red','blue'],'interpolate':{'type':'rgb','"
          "gamma':2.2},'reverse':true}",
          "[0,2.5]", "[0, 10]", "['rgb(0, 0, 255)', 'rgb(136, 0, 224)']" },
        { "{'type':'linear','domain':[0,10],'range':['red','white','blue']}", "[2.5,5]", "[0, 10]",
          "['rgb(255, 128, 128)', 'rgb(255, 255, 255)']" },
        { "{'type':'linear','domain':[0,10],'range':{'scheme':'blues'}}", "[0,4,10,12]", "[0, 10]",
          "['rgb(207, 225, 242)', 'rgb(116, 178, 215)', 'rgb(10, 74, 144)', 'rgb(0, 38, 104)']" },
        { "{'type':'linear','domain':[0,10],'range':{'scheme':'Viridis'},'reverse':true}", "[0,4]",
          "[0, 10]", "['rgb(253, 231, 37)', 'rgb(34, 168, 132)']" },
        { "{'type':'linear','domain':[0,10],'range':{'scheme':'blues','extent':[0.5,1]}}", "[0,5]",
          "[0, 10]", "['rgb(91, 163, 207)', 'rgb(41, 120, 184)']" },
        { "{'type':'linear','domain':[0,10],'range':{'scheme':'blues','extent':[0.5,1]},'reverse':"
          "true}",
          "[0,5]", "[0, 10]", "['rgb(10, 74, 144)', 'rgb(41, 120, 184)']" },
        { "{'type':'linear','domain':[0,10],'range':{'scheme':'category10'}}", "[0,5]", "[0, 10]",
          "['rgb(31, 119, 180)', 'rgb(144, 95, 132)']" },
        { "{'type':'linear','domain':[0,10],'range':{'scheme':['red','white','blue']}}", "[0,2.5]",
          "[0, 10]", "['rgb(255, 0, 0)', 'rgb(255, 128, 128)']" },
        { "{'type':'linear','domain':[-10,40],'domainMid':0,'zero':false,'range':{'scheme':'"
          "redblue'}}",
          "[-10,-5,0,20,40]", "[-10, 0, 40]",
          "['rgb(140, 13, 37)', 'rgb(234, 145, 120)', 'rgb(242, 239, 238)', 'rgb(125, 182, 214)', "
          "'rgb(19, 75, 133)']" },
        { "{'type':'linear','domain':[-10,40],'domainMid':0,'range':['red','white','blue']}",
          "[-5,20]", "[-10, 0, 40]", "['rgb(255, 128, 128)', 'rgb(128, 128, 255)']" },
        { "{'type':'linear','domain':[-10,0,20,40],'range':{'scheme':'redblue'}}", "[-10,10,40]",
          "[-10, 0, 20, 40]", "['rgb(223, 116, 94)', 'rgb(231, 224, 220)', 'rgb(93, 162, 203)']" },
        { "{'type':'linear','domain':[0,1,2,3],'range':['red','white','blue','black']}", "[0.5]",
          "[0, 1, 2, 3]", "['rgb(255, 128, 128)']" },
        { "{'type':'log','domain':[1,100],'range':{'scheme':'greens'}}", "[1,10,100]", "[1, 100]",
          "['rgb(211, 238, 205)', 'rgb(96, 186, 108)', 'rgb(3, 100, 41)']" },
        { "{'type':'sqrt','domain':[0,100],'range':{'scheme':'greens'},'clamp':true}", "[25,200]",
          "[0, 100]", "['rgb(96, 186, 108)', 'rgb(3, 100, 41)']" },
        { "{'type':'sequential','domain':[0,10],'range':{'scheme':'greens'}}", "[5]", "[0, 10]",
          "['rgb(96, 186, 108)']" },
        { "{'type':'time','domain':[0,1000],'range':['red','blue']}", "[250]", "[0, 1000]",
          "['rgb(191, 0, 64)']" },
        { "{'type':'utc','domain':[0,1000],'range':{'scheme':'blues'}}", "[0,500]", "[0, 1000]",
          "['rgb(134, 188, 220)', 'rgb(95, 162, 206)']" },
        { "{'type':'ordinal','domain':['a','b','c'],'range':{'scheme':'category10'}}",
          "['a','c','d']", "['a', 'b', 'c']", "['#1f77b4', '#2ca02c', undefined]" },
        { "{'type':'ordinal','domain':['a','b','c'],'range':{'scheme':'blues'}}", "['a','b','c']",
          "['a', 'b', 'c']", "['rgb(156, 200, 226)', 'rgb(91, 163, 207)', 'rgb(41, 120, 184)']" },
        { "{'type':'ordinal','domain':['a','b','c'],'range':{'scheme':'blues','count':5},'reverse':"
          "true}",
          "['a','b','c']", "['a', 'b', 'c']",
          "['rgb(27, 105, 173)', 'rgb(56, 135, 192)', 'rgb(91, 163, 207)']" },
        { "{'type':'ordinal','domain':['a','b'],'range':{'scheme':'set2','extent':[0.2,0.5]}}",
          "['a','b']", "['a', 'b']", "['#66c2a5', '#fc8d62']" },
        { "{'type':'quantize','domain':[0,100],'range':{'scheme':'blues','count':3}}", "[10,50,90]",
          "[0, 100]", "['rgb(156, 200, 226)', 'rgb(91, 163, 207)', 'rgb(41, 120, 184)']" },
        { "{'type':'quantize','domain':[0,97],'nice':true,'zero':false,'range':['a','b']}",
          "[49,51]", "[0, 100]", "['a', 'b']" },
        { "{'type':'quantile','domain':[1,2,3,4,5,6],'range':{'scheme':'blues'}}", "[1,3,6]",
          "[1, 2, 3, 4, 5, 6]",
          "['rgb(175, 209, 231)', 'rgb(91, 163, 207)', 'rgb(27, 105, 173)']" },
        { "{'type':'threshold','domain':[10,20],'range':{'scheme':'blues'}}", "[5,15,25]",
          "[10, 20]", "['rgb(156, 200, 226)', 'rgb(91, 163, 207)', 'rgb(41, 120, 184)']" },
        { "{'type':'threshold','domain':[10,20],'range':{'scheme':'tableau10'}}", "[5,15,25]",
          "[10, 20]", "['#4c78a8', '#f58518', '#e45756']" },
        { "{'type':'bin-ordinal','domain':[0,10,20,30],'range':{'scheme':'blues'}}", "[5,15,25,35]",
          "[0, 10, 20, 30]",
          "['rgb(156, 200, 226)', 'rgb(91, 163, 207)', 'rgb(41, 120, 184)', 'rgb(156, 200, "
          "226)']" },
        { "{'type':'bin-ordinal','bins':[0,10,20],'range':{'scheme':'blues'}}", "[5,15]",
          "[0, 10, 20]", "['rgb(134, 188, 220)', 'rgb(56, 135, 192)']" },
        { "{'type':'bin-ordinal','domain':[0,30],'bins':{'step':10},'range':{'scheme':'blues'}}",
          "[5,15]", "[0, 30]", "['rgb(91, 163, 207)', 'rgb(91, 163, 207)']" },
        { "{'type':'band','domain':['a','b','c'],'range':{'step':20},'paddingInner':0.1,'"
          "paddingOuter':0.05}",
          "['a','c']", "['a', 'b', 'c']", "[1, 41]" },
        { "{'type':'band','domain':['a','b','c'],'range':[0,100],'padding':0.2}", "['a','c']",
          "['a', 'b', 'c']", "[6.25, 68.75]" },
        { "{'type':'point','domain':['a','b','c'],'range':{'step':20},'padding':0.5}", "['a','c']",
          "['a', 'b', 'c']", "[10, 50]" },
        { "{'type':'band','domain':['a','b','c'],'range':[0,100],'reverse':true,'round':true,'"
          "align':0}",
          "['a','c']", "['a', 'b', 'c']", "[66, 0]" },
        { "{'type':'linear','domain':[0,35],'bins':{'step':10},'range':[0,350]}", "[10]", "[0, 35]",
          "[100]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i].scale, bench);
        json_t *list = read_json(table[i].in);
        const JutuValue *values = read_values(list, jutu_value_from_json, bench.arena);
        JutuValue mapped[8], domain[8];
        size_t n = json_array_size(list);
        for (size_t v = 0; v < n; v++)
            mapped[v] = jutu_scale_map(scale, values[v]);
        for (size_t v = 0; v < scale->n_domain; v++)
            domain[v] = scale->type->temporal ? jutu_number(scale->domain[v].number)
                                              : scale->domain[v];
        check_values(table[i].scale, domain, scale->n_domain, table[i].domain, bench.arena);
        check_values(table[i].scale, mapped, n, table[i].out, bench.arena);
        json_decref(list);
        bench_free(bench);
    }
}

static void test_messages(void)
{
    static const char *const warned[] = {
        "{'type':'log','domain':[0,100],'range':[0,1]}",
        "{'type':'log','domain':[-1,100],'range':[0,1]}",
        "{'type':'linear','domain':[0,10],'domainMid':20,'range':[0,1,2]}",
    };
    for (size_t i = 0; i < ROWS(warned); i++) {
        Bench bench = bench_new();
        vega_scale_of(warned[i], bench);
        CHECK_SIZE(warned[i], bench.context->messages->len, 1);
        bench_free(bench);
    }
    Bench bench = bench_new();
    JutuScaleSetup setup = jutu_scale_setup(jutu_scale_type_find("linear"));
    setup.scheme = "blau";
    setup.pointer = "/encoding/color/scale/scheme";
    g_autoptr(GError) error = NULL;
    CHECK_TRUE("no such scheme", jutu_scale_make(&setup, bench.context, &error) == NULL);
    CHECK_STR("where", jutu_error_where(error)->pointer, setup.pointer);
    bench_free(bench);
}

/* What no one means to draw draws nothing, and doesn't crash. */
static void test_odd(void)
{
    static const char *const table[] = {
        "{'type':'linear','domain':[],'range':[0,1]}",
        "{'type':'linear','domain':[5],'domainMax':9,'range':[0,1]}",
        "{'type':'linear','domain':[5],'domainMid':9,'range':{'scheme':'blues'}}",
        "{'type':'linear','domain':[0,1],'range':[]}",
        "{'type':'linear','domain':[0,1],'range':{'scheme':[]}}",
        "{'type':'linear','domain':[0,1],'padding':600,'range':[0,1]}",
        "{'type':'ordinal','domain':[],'range':{'scheme':'blues','count':-3}}",
        "{'type':'ordinal','domain':['a'],'range':{'scheme':'blues','count':1e12}}",
        "{'type':'bin-ordinal','domain':[],'range':{'scheme':'blues'}}",
        "{'type':'linear','domain':[0,1e9],'bins':{'step':1e-9},'range':[0,1]}",
        "{'type':'band','range':{'step':20}}",
        "{'type':'utc','domain':[null,null],'nice':true,'range':[0,1]}",
        "{'type':'log','domain':[0,0],'nice':true,'range':[0,1]}",
        "{'type':'quantile','domain':['x'],'range':[]}",
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i], bench);
        JutuColor color;
        jutu_scale_map(scale, jutu_number(0.5));
        jutu_scale_color(scale, jutu_number(0.5), &color);
        size_t n;
        jutu_scale_ticks(scale, jutu_tick_number(5), bench.arena, &n);
        CHECK_(n < 100000, "%s: %zu ticks", table[i], n);
        bench_free(bench);
    }
}

SUITE(scale_setup, { "like Vega", test_like_vega }, { "messages", test_messages },
      { "odd", test_odd });
