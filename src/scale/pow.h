/* Powers that keep the sign: what pow and sqrt scales share. */
#pragma once
#include "scale/scale.h"

/* JutuScaleType.lift and ground. */
double jutu_pow_lift(const JutuScale *scale, double value);
double jutu_pow_ground(const JutuScale *scale, double lifted);
