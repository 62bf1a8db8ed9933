/* Paths as SVG text, and numbers as short as three decimals allow. */
#include <math.h>

#include "scene/path.h"

void jutu_print_px(GString *out, double number)
{
    if (!(fabs(number) < 1e12)) {
        g_string_append_c(out, '0'); /* nothing that isn't finite leaves the scene's builder */
        return;
    }
    gint64 thousandths = (gint64)floor(fabs(number) * 1000 + 0.5);
    char digits[32], *at = digits + sizeof(digits);
    int decimals = 3;
    while (decimals > 0 && thousandths % 10 == 0) {
        thousandths /= 10;
        decimals--;
    }
    bool zero = thousandths == 0, fraction = decimals > 0;
    for (; decimals > 0; decimals--, thousandths /= 10)
        *--at = (char)('0' + thousandths % 10);
    if (fraction)
        *--at = '.';
    do
        *--at = (char)('0' + thousandths % 10);
    while ((thousandths /= 10) > 0);
    if (number < 0 && !zero)
        *--at = '-';
    g_string_append_len(out, at, digits + sizeof(digits) - at);
}

void jutu_path_print(GString *out, const JutuPath *path)
{
    static const struct {
        char letter;
        int n;
    } ops[] = {
        [JUTU_PATH_MOVE] = { 'M', 2 },
        [JUTU_PATH_LINE] = { 'L', 2 },
        [JUTU_PATH_CURVE] = { 'C', 6 },
        [JUTU_PATH_CLOSE] = { 'Z', 0 },
    };
    const double *p = path->points;
    for (size_t i = 0; i < path->n_ops; i++) {
        g_string_append_c(out, ops[path->ops[i]].letter);
        for (int j = 0; j < ops[path->ops[i]].n; j++) {
            if (j > 0)
                g_string_append_c(out, ',');
            jutu_print_px(out, *p++);
        }
    }
}
