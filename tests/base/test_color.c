#include "base/color.h"

#include <math.h>

#include "check.h"

static void test_parse(void)
{
    static const struct {
        const char *text, *want; /* NULL: no colour */
    } table[] = {
        { "red", "rgb(255, 0, 0)" },
        { " SteelBlue\n", "rgb(70, 130, 180)" },
        { "yellowgreen", "rgb(154, 205, 50)" },
        { "aliceblue", "rgb(240, 248, 255)" },
        { "#f80", "rgb(255, 136, 0)" },
        { "#F808", "rgba(255, 136, 0, 0.5333333333333333)" },
        { "#4c78a8", "rgb(76, 120, 168)" },
        { "#4c78a880", "rgba(76, 120, 168, 0.5019607843137255)" },
        { "rgb(1, 2, 3)", "rgb(1, 2, 3)" },
        { "rgb(100%,50%,0%)", "rgb(255, 128, 0)" },
        { "rgba(1,2,3,.25)", "rgba(1, 2, 3, 0.25)" },
        { "rgb(1 2 3 / 40%)", "rgba(1, 2, 3, 0.4)" },
        { "rgb(300, -5, 0)", "rgb(255, 0, 0)" },
        { "hsl(120, 100%, 25%)", "rgb(0, 128, 0)" },
        { "hsl(.5turn 100% 50%)", "rgb(0, 255, 255)" },
        { "hsla(-60, 50%, 50%, 0.5)", "rgba(191, 64, 191, 0.5)" },
        { "hwb(0 50% 0%)", "rgb(255, 128, 128)" },
        { "lab(50% 0 0)", "rgb(119, 119, 119)" },
        { "lch(100 0 none)", "rgb(255, 255, 255)" },
        { "transparent", "rgba(0, 0, 0, 0)" },
        { "rgba(255, 0, 0, 0)", "rgba(0, 0, 0, 0)" },
        { "none", "rgba(0, 0, 0, 0)" },
        { "", NULL },
        { "#", NULL },
        { "#12345", NULL },
        { "#ggg", NULL },
        { "rgb(1, 2)", NULL },
        { "rgb(1, 2, 3", NULL },
        { "rgb(1, 2, 3) x", NULL },
        { "rgb(inf, 2, 3)", NULL },
        { "rgb(1, 2, 3, 4, 5)", NULL },
        { "hsl(a, b, c)", NULL },
        { "reddish", NULL },
        { "红", NULL },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuColor color;
        char text[JUTU_COLOR_SIZE];
        bool ok = jutu_color_parse(table[i].text, &color);
        CHECK_STR(table[i].text, ok ? jutu_color_css(color, text) : "no colour",
                  table[i].want ? table[i].want : "no colour");
        if (!ok)
            CHECK_EXACT(table[i].text, color.a, 0);
    }
}

static void test_bytes_survive(void)
{
    for (int i = 0; i < 256; i++) {
        char text[JUTU_COLOR_SIZE], again[JUTU_COLOR_SIZE];
        JutuColor color;
        snprintf(text, sizeof(text), "#%02x%02x%02x", i, 255 - i, i ^ 0x55);
        CHECK_TRUE(text, jutu_color_parse(text, &color));
        CHECK_STR(text, jutu_color_hex(color, again), text);
    }
    char text[JUTU_COLOR_SIZE];
    CHECK_STR("translucent", jutu_color_hex((JutuColor){ 1, 0.5, 0, 0.5 }, text), "#ff800080");
    CHECK_STR("out of gamut", jutu_color_css((JutuColor){ 1.5, -1, NAN, 2 }, text),
              "rgb(255, 0, 0)");
}

/* Both NaN, or nearly equal: a grey has no hue. */
static void check_channel(const char *row, double got, double want)
{
    CHECK_(isnan(want) ? isnan(got) : fabs(got - want) < 1e-9, "%s: got %.17g, want %.17g", row,
           got, want);
}

static void test_spaces(void)
{
    static const struct {
        const char *color;
        double hsl[3], lab[3], hcl[3];
    } table[] = {
        { "#4c78a8",
          { 211.30434782608697, 0.3770491803278689, 0.4784313725490196 },
          { 48.817327209299904, -4.70347075019617, -30.811698725268567 },
          { 261.32068168874474, 31.16862870635581, 48.817327209299904 } },
        { "gold",
          { 50.588235294117645, 1, 0.5 },
          { 87.46819309705529, 2.9096331987760737, 86.54786706056073 },
          { 88.07451131825123, 86.59676239954882, 87.46819309705529 } },
        { "#123",
          { 210, 0.5000000000000001, 0.13333333333333333 },
          { 12.42979362650452, -2.5084737644208985, -13.557923082603962 },
          { 259.5177276563908, 13.788028101965606, 12.42979362650452 } },
        { "white", { NAN, NAN, 1 }, { 100, 0, 0 }, { NAN, NAN, 100 } },
        { "black", { NAN, NAN, 0 }, { 0, 0, 0 }, { NAN, NAN, 0 } },
        { "gray",
          { NAN, 0, 0.5019607843137255 },
          { 53.58501345216902, 0, 0 },
          { NAN, 0, 53.58501345216902 } },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuColor color;
        char want[JUTU_COLOR_SIZE], got[JUTU_COLOR_SIZE];
        jutu_color_parse(table[i].color, &color);
        jutu_color_hex(color, want);
        JutuHsl hsl = jutu_color_to_hsl(color);
        JutuLab lab = jutu_color_to_lab(color);
        JutuHcl hcl = jutu_color_to_hcl(color);
        for (int c = 0; c < 3; c++) {
            check_channel(table[i].color, ((double[]){ hsl.h, hsl.s, hsl.l })[c], table[i].hsl[c]);
            check_channel(table[i].color, ((double[]){ lab.l, lab.a, lab.b })[c], table[i].lab[c]);
            check_channel(table[i].color, ((double[]){ hcl.h, hcl.c, hcl.l })[c], table[i].hcl[c]);
        }
        CHECK_STR("hsl and back", jutu_color_hex(jutu_color_from_hsl(hsl), got), want);
        CHECK_STR("lab and back", jutu_color_hex(jutu_color_from_lab(lab), got), want);
        CHECK_STR("hcl and back", jutu_color_hex(jutu_color_from_hcl(hcl), got), want);
    }
}

static void test_spans(void)
{
    static const struct {
        const char *space;
        double gamma;
        const char *from, *to;
        const char *want[3]; /* at 0.25, 0.6 and 1 */
    } table[] = {
        { "rgb", 1, "red", "blue", { "rgb(191, 0, 64)", "rgb(102, 0, 153)", "rgb(0, 0, 255)" } },
        { "rgb",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(118, 123, 132)", "rgb(177, 128, 82)", "rgb(245, 133, 24)" } },
        { "rgb",
          1,
          "white",
          "steelblue",
          { "rgb(209, 224, 236)", "rgb(144, 180, 210)", "rgb(70, 130, 180)" } },
        { "rgb",
          1,
          "transparent",
          "red",
          { "rgba(255, 0, 0, 0.25)", "rgba(255, 0, 0, 0.6)", "rgb(255, 0, 0)" } },
        { "rgb",
          1,
          "black",
          "white",
          { "rgb(64, 64, 64)", "rgb(153, 153, 153)", "rgb(255, 255, 255)" } },
        { "rgb",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(23, 52, 70, 0.625)", "rgba(42, 97, 127, 0.8)", "rgb(64, 149, 191)" } },
        { "rgb",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(191, 255, 64, 0.8833333333333333)", "rgba(102, 255, 153, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "hsl", 1, "red", "blue", { "rgb(255, 0, 128)", "rgb(204, 0, 255)", "rgb(0, 0, 255)" } },
        { "hsl",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(95, 61, 189)", "rgb(217, 42, 164)", "rgb(245, 133, 24)" } },
        { "hsl",
          1,
          "white",
          "steelblue",
          { "rgb(208, 224, 237)", "rgb(143, 180, 211)", "rgb(70, 130, 180)" } },
        { "hsl",
          1,
          "transparent",
          "red",
          { "rgba(255, 0, 0, 0.25)", "rgba(255, 0, 0, 0.6)", "rgb(255, 0, 0)" } },
        { "hsl",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(23, 49, 70, 0.625)", "rgba(42, 93, 127, 0.8)", "rgb(64, 149, 191)" } },
        { "hsl",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(128, 255, 0, 0.8833333333333333)", "rgba(0, 255, 51, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "hsl-long",
          1,
          "red",
          "blue",
          { "rgb(255, 255, 0)", "rgb(0, 255, 102)", "rgb(0, 0, 255)" } },
        { "hsl-long",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(61, 189, 159)", "rgb(93, 217, 42)", "rgb(245, 133, 24)" } },
        { "hsl-long",
          1,
          "white",
          "steelblue",
          { "rgb(208, 224, 237)", "rgb(143, 180, 211)", "rgb(70, 130, 180)" } },
        { "hsl-long",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(23, 49, 70, 0.625)", "rgba(42, 93, 127, 0.8)", "rgb(64, 149, 191)" } },
        { "hsl-long",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(128, 255, 0, 0.8833333333333333)", "rgba(0, 255, 51, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "lab", 1, "red", "blue", { "rgb(227, 0, 79)", "rgb(176, 0, 159)", "rgb(0, 0, 255)" } },
        { "lab",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(135, 124, 138)", "rgb(191, 129, 94)", "rgb(245, 133, 24)" } },
        { "lab",
          1,
          "white",
          "steelblue",
          { "rgb(211, 222, 236)", "rgb(148, 178, 210)", "rgb(70, 130, 180)" } },
        { "lab",
          1,
          "transparent",
          "red",
          { "rgba(255, 0, 0, 0.25)", "rgba(255, 0, 0, 0.6)", "rgb(255, 0, 0)" } },
        { "lab",
          1,
          "black",
          "white",
          { "rgb(59, 59, 59)", "rgb(145, 145, 145)", "rgb(255, 255, 255)" } },
        { "lab",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(25, 49, 66, 0.625)", "rgba(43, 93, 121, 0.8)", "rgb(64, 149, 191)" } },
        { "lab",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(227, 255, 105, 0.8833333333333333)", "rgba(174, 255, 179, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "hcl", 1, "red", "blue", { "rgb(255, 0, 72)", "rgb(227, 0, 161)", "rgb(0, 0, 255)" } },
        { "hcl",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(140, 116, 192)", "rgb(235, 92, 153)", "rgb(245, 133, 24)" } },
        { "hcl",
          1,
          "white",
          "steelblue",
          { "rgb(171, 227, 255)", "rgb(124, 181, 234)", "rgb(70, 130, 180)" } },
        { "hcl",
          1,
          "transparent",
          "red",
          { "rgba(255, 0, 0, 0.25)", "rgba(255, 0, 0, 0.6)", "rgb(255, 0, 0)" } },
        { "hcl",
          1,
          "black",
          "white",
          { "rgb(59, 59, 59)", "rgb(145, 145, 145)", "rgb(255, 255, 255)" } },
        { "hcl",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(27, 48, 67, 0.625)", "rgba(47, 92, 123, 0.8)", "rgb(64, 149, 191)" } },
        { "hcl",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(179, 255, 93, 0.8833333333333333)", "rgba(69, 255, 181, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "hcl-long",
          1,
          "red",
          "blue",
          { "rgb(85, 127, 0)", "rgb(0, 124, 150)", "rgb(0, 0, 255)" } },
        { "hcl-long",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(0, 145, 165)", "rgb(56, 165, 71)", "rgb(245, 133, 24)" } },
        { "hcl-long",
          1,
          "white",
          "steelblue",
          { "rgb(171, 227, 255)", "rgb(124, 181, 234)", "rgb(70, 130, 180)" } },
        { "hcl-long",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(27, 48, 67, 0.625)", "rgba(47, 92, 123, 0.8)", "rgb(64, 149, 191)" } },
        { "hcl-long",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(179, 255, 93, 0.8833333333333333)", "rgba(69, 255, 181, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "cubehelix",
          1,
          "red",
          "blue",
          { "rgb(255, 0, 94)", "rgb(199, 0, 245)", "rgb(0, 0, 255)" } },
        { "cubehelix",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(134, 101, 212)", "rgb(244, 77, 171)", "rgb(245, 133, 24)" } },
        { "cubehelix",
          1,
          "white",
          "steelblue",
          { "rgb(198, 226, 250)", "rgb(131, 184, 228)", "rgb(70, 130, 180)" } },
        { "cubehelix",
          1,
          "transparent",
          "red",
          { "rgba(255, 0, 0, 0.25)", "rgba(255, 0, 0, 0.6)", "rgb(255, 0, 0)" } },
        { "cubehelix",
          1,
          "black",
          "white",
          { "rgb(64, 64, 64)", "rgb(153, 153, 153)", "rgb(255, 255, 255)" } },
        { "cubehelix",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(23, 51, 75, 0.625)", "rgba(40, 97, 135, 0.8)", "rgb(64, 149, 191)" } },
        { "cubehelix",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(130, 255, 0, 0.8833333333333333)", "rgba(0, 255, 90, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "cubehelix-long",
          1,
          "red",
          "blue",
          { "rgb(255, 0, 94)", "rgb(199, 0, 245)", "rgb(0, 0, 255)" } },
        { "cubehelix-long",
          1,
          "#4c78a8",
          "#f58518",
          { "rgb(40, 161, 142)", "rgb(74, 188, 39)", "rgb(245, 133, 24)" } },
        { "cubehelix-long",
          1,
          "white",
          "steelblue",
          { "rgb(198, 226, 250)", "rgb(131, 184, 228)", "rgb(70, 130, 180)" } },
        { "cubehelix-long",
          1,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(23, 51, 75, 0.625)", "rgba(40, 97, 135, 0.8)", "rgb(64, 149, 191)" } },
        { "cubehelix-long",
          1,
          "#ff0",
          "#0ff8",
          { "rgba(130, 255, 0, 0.8833333333333333)", "rgba(0, 255, 90, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "rgb", 2.2, "red", "blue", { "rgb(224, 0, 136)", "rgb(168, 0, 202)", "rgb(0, 0, 255)" } },
        { "rgb",
          2.2,
          "#4c78a8",
          "#f58518",
          { "rgb(143, 123, 148)", "rgb(199, 128, 112)", "rgb(245, 133, 24)" } },
        { "rgb",
          2.2,
          "white",
          "steelblue",
          { "rgb(226, 231, 239)", "rgb(175, 192, 214)", "rgb(70, 130, 180)" } },
        { "rgb",
          2.2,
          "transparent",
          "red",
          { "rgba(255, 0, 0, 0.25)", "rgba(255, 0, 0, 0.6)", "rgb(255, 0, 0)" } },
        { "rgb",
          2.2,
          "black",
          "white",
          { "rgb(136, 136, 136)", "rgb(202, 202, 202)", "rgb(255, 255, 255)" } },
        { "rgb",
          2.2,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(35, 81, 104, 0.625)", "rgba(51, 118, 152, 0.8)", "rgb(64, 149, 191)" } },
        { "rgb",
          2.2,
          "#ff0",
          "#0ff8",
          { "rgba(224, 255, 136, 0.8833333333333333)", "rgba(168, 255, 202, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
        { "cubehelix",
          3,
          "red",
          "blue",
          { "rgb(255, 0, 109)", "rgb(255, 0, 255)", "rgb(0, 0, 255)" } },
        { "cubehelix",
          3,
          "#4c78a8",
          "#f58518",
          { "rgb(123, 91, 201)", "rgb(228, 61, 155)", "rgb(245, 133, 24)" } },
        { "cubehelix",
          3,
          "white",
          "steelblue",
          { "rgb(251, 253, 255)", "rgb(206, 230, 251)", "rgb(70, 130, 180)" } },
        { "cubehelix",
          3,
          "transparent",
          "red",
          { "rgba(255, 0, 0, 0.25)", "rgba(255, 0, 0, 0.6)", "rgb(255, 0, 0)" } },
        { "cubehelix",
          3,
          "black",
          "white",
          { "rgb(4, 4, 4)", "rgb(55, 55, 55)", "rgb(255, 255, 255)" } },
        { "cubehelix",
          3,
          "rgba(10,20,30,0.5)",
          "hsl(200,50%,50%)",
          { "rgba(9, 23, 34, 0.625)", "rgba(14, 50, 73, 0.8)", "rgb(64, 149, 191)" } },
        { "cubehelix",
          3,
          "#ff0",
          "#0ff8",
          { "rgba(162, 255, 47, 0.8833333333333333)", "rgba(62, 255, 137, 0.72)",
            "rgba(0, 255, 255, 0.5333333333333333)" } },
    };
    static const double at[] = { 0.25, 0.6, 1 };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuColor from, to;
        jutu_color_parse(table[i].from, &from);
        jutu_color_parse(table[i].to, &to);
        const JutuColorSpace *space = jutu_color_space_find(table[i].space);
        JutuColorSpan span = jutu_color_span(space, from, to, table[i].gamma);
        for (size_t t = 0; t < ROWS(at); t++) {
            char got[JUTU_COLOR_SIZE], row[128];
            snprintf(row, sizeof(row), "%s from %s to %s at %g", table[i].space, table[i].from,
                     table[i].to, at[t]);
            CHECK_STR(row, jutu_color_css(jutu_color_span_at(&span, at[t]), got), table[i].want[t]);
        }
    }
    CHECK_TRUE("any case", jutu_color_space_find("HCL-Long") != NULL);
    CHECK_TRUE("no such space", jutu_color_space_find("oklab") == NULL);
}

static void test_luminance(void)
{
    CHECK_NUM("luminance", jutu_color_luminance((JutuColor){ 0, 1, 0, 1 }), 0.7152);
}

SUITE(color, { "parse", test_parse }, { "bytes survive", test_bytes_survive },
      { "spaces", test_spaces }, { "spans", test_spans }, { "luminance", test_luminance });
