/* A picture with something of everything: Chinese text, bars, a line, symbols, a clip, a link. */
#pragma once
#include "scene/scene.h"

/* @return a scene that owns `arena` no more than its other users do: free the arena */
const struct JutuScene *sample_scene(JutuArena *arena);
