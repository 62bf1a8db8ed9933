#include "check_scale.h"
#include "scale/continuous.h"

static void test_map(void)
{
    static const char *const table[][3] = {
        { "{'type':'linear','domain':[10,130],'range':[0,960]}", "[10,40,130,-20,'70',null,'x']",
          "[0, 240, 960, -240, 480, undefined, undefined]" },
        { "{'type':'linear','domain':[0,100],'range':[200,0],'clamp':true}", "[-5,0,25,120]",
          "[200, 200, 150, 0]" },
        { "{'type':'linear','domain':[5,5],'range':[0,200]}", "[4,5,6]", "[100, 100, 100]" },
        { "{'type':'linear','domain':[-10,0,100],'range':[-1,0,7]}", "[-20,-5,0,50,200]",
          "[-2, -0.5, 0, 3.5, 14]" },
        { "{'type':'linear','domain':[100,0,-10],'range':[7,0,-1]}", "[-20,-5,0,50,200]",
          "[-2, -0.5, 0, 3.5, 14]" },
        { "{'type':'linear','domain':[0,10,20],'range':[0,1]}", "[5,15]", "[0.5, 1.5]" },
        { "{'type':'linear','domain':[0,10],'range':[0,1,2]}", "[5,15]", "[0.5, 1.5]" },
        { "{'type':'linear','domain':[0,1],'range':[0,7],'round':true}", "[0.5,0.36,-0.5]",
          "[4, 3, -3]" },
        { "{'type':'linear','domain':[0,1],'range':['red','blue']}", "[0.25,2]",
          "['rgb(191, 0, 64)', 'rgb(0, 0, 255)']" },
        { "{'type':'linear','domain':[0,1],'range':['red','blue'],'interpolate':'hcl'}",
          "[0.25,0.75]", "['rgb(255, 0, 72)', 'rgb(187, 0, 200)']" },
        { "{'type':'linear','domain':[0,1,2],'range':['#fff','#4c78a8','#000']}", "[0.5,1.5]",
          "['rgb(166, 188, 212)', 'rgb(38, 60, 84)']" },
        { "{'type':'linear','domain':[0,1],'range':['2px solid','10.5px solid']}", "[0,0.5]",
          "['2px solid', '6.25px solid']" },
        { "{'type':'linear','domain':[0,1],'range':[[0,'red'],[10,'blue']]}", "[0.5]",
          "[[5, 'rgb(128, 0, 128)']]" },
        { "{'type':'linear','domain':[0,1],'unknown':-1}", "[null,'x',0.25]", "[-1, -1, 0.25]" },
        { "{'type':'pow','exponent':2,'domain':[-4,4],'range':[0,100]}", "[-4,-2,0,2,4]",
          "[0, 37.5, 50, 62.5, 100]" },
        { "{'type':'pow','exponent':0.3,'domain':[0,100],'range':[0,1]}", "[0,1,50,-50]",
          "[0, 0.2511886432, 0.8122523964, -0.8122523964]" },
        { "{'type':'sqrt','domain':[0,100],'range':[0,30]}", "[0,1,25,100,-25]",
          "[0, 3, 15, 30, -15]" },
        { "{'type':'symlog','domain':[-100,100],'range':[0,1]}", "[-100,-1,0,1,10,1000]",
          "[0, 0.4249047584, 0.5, 0.5750952416, 0.7597868532, 1.248491264]" },
        { "{'type':'symlog','constant':0.1,'domain':[0,10],'range':[0,1]}", "[0,0.1,5]",
          "[0, 0.1501904832, 0.8519443032]" },
        { "{'type':'identity'}", "[1.5,'2',null,'x']", "[1.5, 2, undefined, undefined]" },
    };
    check_maps(table, ROWS(table));
}

static void test_invert(void)
{
    static const char *const table[][3] = {
        { "{'type':'linear','domain':[10,130],'range':[0,960]}", "[80,960,-80]", "[20, 130, 0]" },
        { "{'type':'linear','domain':[0,10,100],'range':[300,200,0]}", "[250,100,-20]",
          "[5, 55, 109]" },
        { "{'type':'linear','domain':[0,10],'range':[0,100],'clamp':true}", "[-50,150]",
          "[0, 10]" },
        { "{'type':'log','domain':[1,1000],'range':[0,300]}", "[100,300]", "[10, 1000]" },
        { "{'type':'pow','exponent':3,'domain':[0,10],'range':[0,1]}", "[0.125,1]", "[5, 10]" },
        { "{'type':'symlog','domain':[-100,100],'range':[0,1]}", "[0,0.5,0.9]",
          "[-100, 0, 39.12888557]" },
        { "{'type':'linear','domain':[0,1],'range':['red','blue']}", "[0.5]", "[NaN]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i][0], bench);
        json_t *places = read_json(table[i][1]);
        JutuValue got[8];
        size_t n = json_array_size(places);
        for (size_t p = 0; p < n; p++)
            got[p] = scale->type->invert(scale, json_number_value(json_array_get(places, p)),
                                         bench.arena);
        check_values(table[i][0], got, n, table[i][2], bench.arena);
        json_decref(places);
        bench_free(bench);
    }
}

static void test_nice(void)
{
    static const struct {
        const char *scale;
        double count;
        const char *want;
    } table[] = {
        { "{'type':'linear','domain':[0.13,96.4]}", NAN, "[0, 100]" },
        { "{'type':'linear','domain':[96,-3]}", 5, "[100, -20]" },
        { "{'type':'linear','domain':[1.1,1.1]}", NAN, "[1.1, 1.1]" },
        { "{'type':'linear','domain':[-0.001,123,4000]}", 3, "[-2000, 123, 4000]" },
        { "{'type':'log','domain':[1.1,10.9]}", NAN, "[1, 100]" },
        { "{'type':'log','domain':[0.12,0.0034]}", NAN, "[1, 0.001]" },
        { "{'type':'log','domain':[-530,-7]}", NAN, "[-1000, -1]" },
        { "{'type':'log','base':2,'domain':[3,100]}", NAN, "[2, 128]" },
        { "{'type':'sqrt','domain':[0,96]}", NAN, "[0, 100]" },
        { "{'type':'quantize','domain':[3.3,96]}", NAN, "[0, 100]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i].scale, bench);
        scale->type->nice(scale, (JutuTickCount){ .count = table[i].count });
        check_values(table[i].scale, scale->domain, scale->n_domain, table[i].want, bench.arena);
        bench_free(bench);
    }
}

/* Columns map as single values do. */
static void test_columns(void)
{
    static const char *const table[] = {
        "{'type':'linear','domain':[10,130],'range':[0,960]}",
        "{'type':'linear','domain':[10,130],'range':[0,960],'unknown':-7}",
        "{'type':'linear','domain':[100,0,-10],'range':[7,0,-1],'clamp':true}",
        "{'type':'linear','domain':[0,1],'range':[0,7],'round':true}",
        "{'type':'log','domain':[1,1000],'range':[300,0]}",
        "{'type':'sqrt','domain':[0,100],'range':[0,30]}",
        "{'type':'utc','domain':[0,86400000],'range':[0,24]}",
        "{'type':'linear','domain':[0,1],'range':['0','10']}",
        "{'type':'quantize','domain':[0,10],'range':[1,2,3]}",
        "{'type':'band','domain':[1,5,50],'range':[0,90]}",
    };
    static const double in[] = { -5, 0, 0.25, 1, 5, 50, 1e9, NAN };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i], bench);
        double out[ROWS(in)];
        jutu_scale_map_numbers(scale, in, out, ROWS(in));
        for (size_t v = 0; v < ROWS(in); v++) {
            double want = jutu_scale_number(scale, jutu_number(in[v]));
            CHECK_(out[v] == want || (isnan(out[v]) && isnan(want)), "%s of %g: got %g, want %g",
                   table[i], in[v], out[v], want);
        }
        bench_free(bench);
    }
}

static void test_colors(void)
{
    static const char *const table[] = {
        "{'type':'linear','domain':[0,1],'range':['red','blue']}",
        "{'type':'linear','domain':[0,0.5,1],'range':['red','white','blue'],'interpolate':'lab'}",
        "{'type':'linear','domain':[0,1],'range':['red','blue'],'unknown':'grey','clamp':true}",
        "{'type':'linear','domain':[0,1],'range':['red','2px']}",
        "{'type':'threshold','domain':[0,1],'range':['red','green','blue'],'unknown':'grey'}",
        "{'type':'ordinal','domain':[0,1],'range':['red','green']}",
    };
    static const double in[] = { -5, 0, 0.25, 1, 50, NAN };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = scale_of(table[i], bench);
        JutuColor got, want;
        for (size_t v = 0; v < ROWS(in); v++) {
            char got_text[JUTU_COLOR_SIZE], want_text[JUTU_COLOR_SIZE];
            bool any = jutu_color_of(jutu_scale_map(scale, jutu_number(in[v])), &want);
            jutu_color_css(want, want_text);
            CHECK_TRUE(table[i], jutu_scale_color(scale, jutu_number(in[v]), &got) == any);
            CHECK_STR(table[i], jutu_color_css(got, got_text), want_text);
        }
        bench_free(bench);
    }
}

SUITE(scale_continuous, { "map", test_map }, { "invert", test_invert }, { "nice", test_nice },
      { "columns", test_columns }, { "colors", test_colors });
