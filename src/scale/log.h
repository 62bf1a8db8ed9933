/* Logarithms and powers of a log scale's base; of negative domains mirrored. */
#pragma once
#include "scale/scale.h"

double jutu_log_power(const JutuScale *scale, double exponent);
double jutu_log_exponent(const JutuScale *scale, double value);
