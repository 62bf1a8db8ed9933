/*
 * Scenes of `jutu explain --stage marks` in one form: defaults filled in, what isn't seen left out,
 * so that two scenes that mean the same picture are nearly the same JSON.
 */
#pragma once
#include <jansson.h>

/* @return a new reference; NULL if it is no scene of the format "jutu-scene/1" */
json_t *conform_canonical(const json_t *scene);
