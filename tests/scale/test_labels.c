#include "scale/labels.h"

#include "setup_json.h"

static void test_labels(void)
{
    static const struct {
        const char *scale;
        double count;
        const char *specifier, *type;
        bool all;
        const char *values; /* NULL: ticks */
        const char *want;
    } table[] = {
        { "{'type':'linear','domain':[0,1]}", 5, NULL, NULL, false, NULL,
          "['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']" },
        { "{'type':'linear','domain':[0,5000000]}", 5, NULL, NULL, false, NULL,
          "['0', '1,000,000', '2,000,000', '3,000,000', '4,000,000', '5,000,000']" },
        { "{'type':'linear','domain':[0,5000000]}", 5, "s", NULL, false, NULL,
          "['0M', '1M', '2M', '3M', '4M', '5M']" },
        { "{'type':'linear','domain':[0,5000000]}", 5, ".2s", NULL, false, NULL,
          "['0.0', '1.0M', '2.0M', '3.0M', '4.0M', '5.0M']" },
        { "{'type':'linear','domain':[0,1]}", 4, "%", NULL, false, NULL,
          "['0%', '20%', '40%', '60%', '80%', '100%']" },
        { "{'type':'log','domain':[1,1000]}", 5, NULL, NULL, false, NULL,
          "['1', '', '', '', '', '', '', '', '', '10', '', '', '', '', '', '', '', '', '100', '', "
          "'', '', '', '', '', '', '', '1,000']" },
        { "{'type':'log','domain':[1,1000]}", 5, NULL, NULL, true, "[1,25,0.0001234]",
          "['1', '25', '0.0001234']" },
        { "{'type':'log','domain':[0.01,1]}", 10, "~s", NULL, false, NULL,
          "['10m', '20m', '30m', '40m', '50m', '', '', '', '', '100m', '200m', '300m', '400m', "
          "'500m', '', '', '', '', '1']" },
        { "{'type':'log','domain':[0.01,1]}", 3, ".1%", NULL, false, NULL,
          "['1.0%', '', '', '', '', '', '', '', '', '10.0%', '', '', '', '', '', '', '', '', "
          "'100.0%']" },
        { "{'type':'log','domain':[0.01,1]}", 3, "%", NULL, true, "[0.125,1e-7]",
          "['12.5%', '0.00001%']" },
        { "{'type':'log','domain':[1,100000]}", 3, "e", NULL, true, "[1234.5]", "['1.2345e+3']" },
        { "{'type':'utc','domain':[0,259200000]}", 4, NULL, NULL, false, NULL,
          "['1970', 'Fri 02', 'Sat 03', 'Jan 04']" },
        { "{'type':'utc','domain':[0,259200000]}", 4, "%Y-%m-%d", NULL, false, NULL,
          "['1970-01-01', '1970-01-02', '1970-01-03', '1970-01-04']" },
        { "{'type':'ordinal','domain':['a',1.5,null]}", 4, NULL, NULL, false, NULL,
          "['a', '1.5', 'null']" },
        { "{'type':'ordinal','domain':[1,1.5,0.25]}", 4, ".2f", NULL, false, NULL,
          "['1.00', '1.50', '0.25']" },
        { "{'type':'ordinal','domain':[0,86400000]}", 4, "%b %d", "utc", false, NULL,
          "['Jan 01', 'Jan 02']" },
        { "{'type':'symlog','domain':[-100,100]}", 5, NULL, NULL, false, NULL,
          "['−100', '−50', '0', '50', '100']" },
        { "{'type':'quantize','domain':[0,1],'range':[1,2,3]}", 5, NULL, NULL, false, NULL,
          "['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i].scale, bench);
        JutuLabelStyle style = { .count = jutu_tick_number(table[i].count),
                                 .specifier = table[i].specifier,
                                 .format_type = table[i].type,
                                 .all = table[i].all };
        size_t n;
        const JutuValue *values = jutu_scale_ticks(scale, style.count, bench.arena, &n);
        json_t *list = table[i].values ? read_json(table[i].values) : NULL;
        if (list) {
            n = json_array_size(list);
            values = read_values(list, jutu_value_from_json, bench.arena);
        }
        g_autoptr(GError) error = NULL;
        const JutuLabels *labels = jutu_tick_labels(scale, &style, bench.arena, &error);
        JutuValue texts[64];
        for (size_t v = 0; labels && v < n; v++)
            texts[v] = jutu_string(jutu_label(labels, values[v], bench.arena));
        check_values(table[i].scale, texts, labels ? n : 0, table[i].want, bench.arena);
        json_decref(list);
        bench_free(bench);
    }
}

static void test_wrong_specifier(void)
{
    static const char *const table[] = {
        "{'type':'linear','domain':[0,1]}",
        "{'type':'log','domain':[1,10]}",
        "{'type':'ordinal','domain':['a']}",
        "{'type':'quantize','domain':[0,1],'range':[1,2]}",
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        Bench bench = bench_new();
        JutuScale *scale = vega_scale_of(table[i], bench);
        JutuLabelStyle style = { .count = jutu_tick_number(5), .specifier = "no format" };
        g_autoptr(GError) error = NULL, again = NULL;
        CHECK_TRUE(table[i], jutu_tick_labels(scale, &style, bench.arena, &error) == NULL);
        CHECK_TRUE(table[i], error != NULL);
        CHECK_TRUE(table[i], jutu_legend_labels(scale, &style, bench.arena, &again) == NULL);
        bench_free(bench);
    }
}

SUITE(scale_labels, { "labels", test_labels }, { "wrong specifier", test_wrong_specifier });
