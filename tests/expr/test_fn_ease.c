#include "expr/expressions.h"

static void test_parts(void)
{
    static const Expression rows[] = {
        { "[easeLinear(0.3), easeQuad(0.3), easeQuadIn(0.3), easeQuadOut(0.3), easeQuadInOut(0.7)]",
          "[0.3,0.18,0.09,0.51,0.82]" },
        { "[easeCubic(0.3), easeCubicIn(0.3), easeCubicOut(0.3), easePoly(0.7)]",
          "[0.108,0.027,0.657,0.8919999999999999]" },
        { "[easeSin(0.3), easeSinIn(1), easeSinIn(0.3), easeSinOut(0.3)]",
          "[0.20610737385376343,1,0.1089934758116321,0.45399049973954675]" },
        { "[easeExp(0.3), easeExp(0.7), easeExpIn(0.3), easeExpOut(0.3)]",
          "[0.030791788856304986,0.969208211143695,0.006842619745845552,0.8758553274682307]" },
        { "[easeCircle(0.3), easeCircle(0.7), easeCircleIn(0.3), easeCircleOut(0.3)]",
          "[0.09999999999999998,0.8999999999999999,0.04606079858305434,0.714142842854285]" },
        { "[easeBounce(0.3), easeBounce(0.6), easeBounce(0.8), easeBounce(0.99)]",
          "[0.6806249999999999,0.7725,0.94,0.9938812499999999]" },
        { "[easeBounceIn(0.3), easeBounceInOut(0.3), easeBounceInOut(0.7)]",
          "[0.06937499999999996,0.045000000000000095,0.9550000000000001]" },
        { "[easeBack(0.3), easeBack(0.7), easeBackIn(0.3), easeBackOut(0.3)]",
          "[-0.014513760000000046,1.01451376,-0.08019954,0.90713226]" },
        { "[easeElastic(0.3), easeElasticIn(0.3), easeElasticInOut(0.3), easeElasticInOut(0.7)]",
          "[0.8758553274682307,-0.0034213098729227688,-0.015395894428152514,1.0153958944281525]" },
        { "easeQuad('0.5')", "0.5" },
    };
    check_expressions(rows, ROWS(rows), NULL, NULL);
}

SUITE(expr_fn_ease, { "parts", test_parts });
