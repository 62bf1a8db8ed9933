#include "expr/expressions.h"

static void test_normal(void)
{
    static const Expression rows[] = {
        { "densityNormal(0)", "0.3989422804014327" },
        { "densityNormal(1, 0, 2)", "0.17603266338214976" },
        { "cumulativeNormal(5, 5, 2)", "0.5" },
        { "cumulativeNormal(-40)", "0" },
        { "cumulativeNormal(8)", "0.9999999999999993" },
        { "cumulativeNormal(1.5)", "0.9331927987311419" },
        { "quantileNormal(0.5)", "0" },
        { "quantileNormal(0.975)", "1.959963984540054" },
        { "quantileNormal(0.0001)", "-3.719016485455709" },
        { "quantileNormal(1)", "Infinity" },
        { "quantileNormal(2)", "NaN" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_log_normal(void)
{
    static const Expression rows[] = {
        { "densityLogNormal(1)", "0.3989422804014327" },
        { "densityLogNormal(-1)", "0" },
        { "cumulativeLogNormal(1)", "0.5" },
        { "quantileLogNormal(0.5)", "1" },
        { "floor(1e9 * quantileLogNormal(0.9, 1, 2))", "35272482631" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_uniform(void)
{
    static const Expression rows[] = {
        { "densityUniform(0.5)", "1" },           { "densityUniform(11, 0, 10)", "0" },
        { "cumulativeUniform(3, 0, 10)", "0.3" }, { "cumulativeUniform(-1)", "0" },
        { "quantileUniform(0.25, 0, 8)", "2" },   { "quantileUniform(0.25, 8)", "2" },
        { "quantileUniform(2)", "NaN" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_draws(void)
{
    static const Expression rows[] = {
        { "sampleUniform(3, 3)", "3" },
        { "random() < 1", "true" },
        { "[random(), random()]", "[0.5823075997560786,0.6101966954815186]" },
        { "[sampleNormal(), sampleNormal()]", "[1.3596992896969258,1.82041960909088]" },
        { "sampleLogNormal(1, 0.5)", "5.364749292786498" },
        { "sampleUniform(10, 20)", "15.823075997560785" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_fn_random, { "normal", test_normal }, { "log normal", test_log_normal },
      { "uniform", test_uniform }, { "draws", test_draws });
