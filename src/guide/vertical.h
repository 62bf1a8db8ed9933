/* Which texts of guides are set vertically: what usermeta.jutu.vertical asks for, and a default. */
#pragma once
#include "guide/guide.h"

/* "header": of rows; "axis-title": of y axes; "label": of x axes. */
typedef enum {
    JUTU_VERTICAL_HEADER,
    JUTU_VERTICAL_AXIS_TITLE,
    JUTU_VERTICAL_LABEL
} JutuVerticalPart;

/* Whether usermeta.jutu.vertical names such texts. */
bool jutu_vertical_is_asked(const JutuChart *chart, JutuVerticalPart part);

/* Whether a text would be turned by a quarter, so that it may stand in columns instead. */
bool jutu_is_quarter_turned(const JutuTextBlock *block);

/* Sets all labels of an x axis in columns, if they are asked for and any has Han. */
void jutu_vertical_labels(JutuAxis *axis, const JutuChart *chart);

/* Sets titles of rows, or their labels, in columns, if they would be turned, any has Han, and it is
 * asked for or the theme's default. n headers; those without a title don't count. */
void jutu_vertical_headers(JutuHeader *const *headers, size_t n, const JutuChart *chart,
                           const json_t *where);
