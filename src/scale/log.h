/* Logarithms and powers of a log scale's base; of negative domains mirrored. */
#pragma once
#include "scale/scale.h"

/* The base to a power; and the exponent that gives a value. */
double jutu_log_power(const JutuScale *scale, double exponent);
double jutu_log_exponent(const JutuScale *scale, double value);
