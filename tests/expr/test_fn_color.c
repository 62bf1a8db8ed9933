#include "expr/expressions.h"

static void test_spaces(void)
{
    static const Expression rows[] = {
        { "rgb('steelblue')", "{r:70,g:130,b:180,opacity:1}" },
        { "rgb('rgba(1, 2, 3, 0.4)')", "{r:1,g:2,b:3,opacity:0.4}" },
        { "rgb('nosuch')", "{r:NaN,g:NaN,b:NaN,opacity:NaN}" },
        { "rgb('transparent')", "{r:NaN,g:NaN,b:NaN,opacity:0}" },
        { "rgb(300, -5, 20)", "{r:300,g:-5,b:20,opacity:1}" },
        { "rgb(10, 20, 30, 0.5)", "{r:10,g:20,b:30,opacity:0.5}" },
        { "rgb()", "{r:NaN,g:NaN,b:NaN,opacity:1}" },
        { "hsl('red')", "{h:0,s:1,l:0.5,opacity:1}" },
        { "hsl('white')", "{h:NaN,s:NaN,l:1,opacity:1}" },
        { "lab(50, 20, -30)", "{l:50,a:20,b:-30,opacity:1}" },
        { "hcl(100, 50, 60)", "{h:100,c:50,l:60,opacity:1}" },
        { "rgb(hsl('blue'))", "{r:0,g:0,b:255,opacity:1}" },
        { "hsl(rgb('blue'))", "{h:240,s:1,l:0.5,opacity:1}" },
        { "lab(lab(1, 2, 3))", "{l:1,a:2,b:3,opacity:1}" },
        { "rgb(hsl(120, 0.5, 0.5)).g", "191.25" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_text(void)
{
    static const Expression rows[] = {
        { "'' + rgb('red')", "'rgb(255, 0, 0)'" },
        { "'' + hsl(120, 0.5, 0.5)", "'rgb(64, 191, 64)'" },
        { "'' + hcl(100, 50, 60)", "'rgb(149, 148, 51)'" },
        { "'' + lab(50, 20, -30)", "'rgb(133, 108, 170)'" },
        { "'' + rgb(300, -5, NaN, 0.5)", "'rgba(255, 0, 0, 0.5)'" },
        { "rgb('orange') + '!'", "'rgb(255, 165, 0)!'" },
        { "rgb('red') == 'rgb(255, 0, 0)'", "true" },
        { "+rgb('red')", "NaN" },
        { "isObject(rgb('red'))", "true" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

static void test_contrast(void)
{
    static const Expression rows[] = {
        { "luminance('white')", "1" },
        { "luminance('nosuch')", "NaN" },
        { "luminance(rgb('red'))", "0.2126" },
        { "contrast('#777', '#fff')", "4.478089453577214" },
        { "contrast('#fff', '#777')", "4.478089453577214" },
        { "contrast('red', 'x')", "NaN" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_fn_color, { "spaces", test_spaces }, { "text", test_text },
      { "contrast", test_contrast });
