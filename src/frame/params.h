/* Params: what expressions read by name. Knows nothing of data. */
#pragma once
#include "view/model.h"

/* The spec's variable params: values into chart->params, expressions behind chart->host. */
bool jutu_params_read(JutuChart *chart, GError **error);
