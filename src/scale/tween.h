/*
 * Tweens: values between two others, as d3.interpolate(a, b) finds them by the
 * second one's type: numbers, colours, numbers within texts, dates, arrays, objects.
 */
#pragma once
#include "base/color.h"
#include "base/value.h"

typedef struct JutuTween JutuTween;

typedef enum {
    JUTU_TWEEN_CONSTANT,
    JUTU_TWEEN_NUMBER,
    JUTU_TWEEN_ROUND, /* numbers, rounded */
    JUTU_TWEEN_DATE,
    JUTU_TWEEN_COLOR,
    JUTU_TWEEN_TEXT, /* parts in turn: texts and numbers */
    JUTU_TWEEN_ARRAY,
    JUTU_TWEEN_OBJECT,
} JutuTweenKind;

struct JutuTween {
    JutuTweenKind kind;
    JutuValue constant;
    double a, b;        /* numbers */
    JutuColorSpan span; /* colours */
    size_t n;
    const JutuTween *parts;   /* of texts, arrays and objects */
    const char *const *names; /* of an object's members */
};

/* How values of a range lie between each other. */
typedef struct {
    const JutuColorSpace *space; /* all are colours, in this space; NULL: by their type */
    double gamma;
    bool round; /* all are numbers, rounded */
} JutuTweenStyle;

/* From a to b; where nothing lies in between, it is b throughout. */
JutuTween jutu_tween(JutuValue a, JutuValue b, JutuTweenStyle style, JutuArena *arena);

/* The value at t, 0 to 1. Texts and arrays that it makes live in the arena. */
JutuValue jutu_tween_at(const JutuTween *tween, double t, JutuArena *arena);
