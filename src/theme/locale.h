/* The numbers and dates of a language, as a config's `locale` gives them. */
#pragma once
#include <jansson.h>

#include "base/context.h"

/*
 * Sets the context's locales from {"number": d3-format's definition, "time": d3-time-format's}.
 * What isn't given stays as it is in en-US.
 */
void jutu_locale_read(const json_t *locale, JutuContext *context);
