/*
 * scene/ is the picture as a list of shapes in px, and knows neither the chart that it came
 * from nor the format that it goes to; backends see nothing else. Node kinds
 * are a closed set: switches over them have no default, so that the compiler
 * names every place that a new kind must be added to.
 */
#pragma once
#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/color.h"
#include "jutu/jutu.h"

/* No coordinate lies beyond, in px: Cairo's fixed-point numbers come near to wrapping around. */
#define JUTU_FAR 1e6

typedef struct {
    double x, y, width, height;
} JutuRect;

typedef enum {
    JUTU_PAINT_NONE,
    JUTU_PAINT_COLOR,
    JUTU_PAINT_LINEAR,
    JUTU_PAINT_RADIAL
} JutuPaintKind;

typedef struct {
    double offset; /* 0 to 1 */
    JutuColor color;
} JutuStop;

/* The paint of a fill or stroke. A gradient's vector is in fractions of the item's own box. */
typedef struct {
    JutuPaintKind kind;
    JutuColor color;
    struct JutuGradient {
        double x1, y1, x2, y2, r1, r2;
        const JutuStop *stops;
        size_t n_stops;
    } const *gradient;
} JutuPaint;

typedef enum { JUTU_CAP_BUTT, JUTU_CAP_ROUND, JUTU_CAP_SQUARE } JutuCap;
typedef enum { JUTU_JOIN_MITER, JUTU_JOIN_ROUND, JUTU_JOIN_BEVEL } JutuJoin;

/* How an outline is painted. Opacities multiply the paints' alpha. */
typedef struct {
    JutuPaint fill, stroke;
    double fill_opacity, stroke_opacity;
    double stroke_width;
    const double *dash;
    size_t n_dash;
    double dash_offset;
    JutuCap cap;
    JutuJoin join;
    double miter_limit;
    const char *blend; /* CSS mix-blend-mode; NULL is normal */
} JutuStyle;

/* Path commands; each takes its points from JutuPath.points in order. */
typedef enum {
    JUTU_PATH_MOVE,  /* x y */
    JUTU_PATH_LINE,  /* x y */
    JUTU_PATH_CURVE, /* x1 y1 x2 y2 x y: a cubic Bézier */
    JUTU_PATH_CLOSE,
} JutuPathOp;

typedef struct {
    const unsigned char *ops; /* JutuPathOp */
    size_t n_ops;
    const double *points; /* x, y pairs */
} JutuPath;

typedef enum { JUTU_ALIGN_LEFT, JUTU_ALIGN_CENTER, JUTU_ALIGN_RIGHT } JutuAlign;
typedef enum {
    JUTU_BASELINE_ALPHABETIC,
    JUTU_BASELINE_TOP,
    JUTU_BASELINE_MIDDLE,
    JUTU_BASELINE_BOTTOM,
    JUTU_BASELINE_LINE_TOP,
    JUTU_BASELINE_LINE_BOTTOM,
} JutuBaseline;

#define JUTU_FONT_SIZE_MOST 10000.0

/* A font as a chart asks for it. Which file that is, is the measurer's and backend's business. */
typedef struct {
    const char *family; /* CSS list; NULL is sans-serif */
    double size;        /* px */
    int weight;         /* 100 to 900 */
    bool italic;
    bool vertical; /* in the forms of vertical text, such as ︵ for （ */
} JutuFont;

/* A PNG file; images of one file share it. */
typedef struct {
    const char *url;
    GBytes *bytes;        /* borrowed */
    double width, height; /* in its own pixels */
} JutuImage;

typedef enum {
    JUTU_SCENE_GROUP,
    JUTU_SCENE_RECT,
    JUTU_SCENE_PATH,
    JUTU_SCENE_SYMBOLS,
    JUTU_SCENE_TEXT,
    JUTU_SCENE_IMAGE,
} JutuSceneKind;

typedef struct JutuSceneNode JutuSceneNode;
struct JutuSceneNode {
    JutuSceneKind kind;
    const char *role; /* "mark", "axis-label", "title" …: for tests and SVG classes; NULL: none */
    const char *href; /* a link around it; NULL: none */
    JutuStyle style;  /* of RECT, PATH, SYMBOLS; TEXT uses fill and stroke */
    union {
        struct {
            double x, y; /* the origin of what is inside */
            double opacity;
            bool clipped;
            JutuRect clip; /* in the group's own coordinates */
            double clip_radius[4];
            const JutuSceneNode *nodes;
            size_t n;
        } group;
        struct {
            JutuRect box;
            double radius[4]; /* top left, top right, bottom right, bottom left */
        } rect;
        struct {
            JutuPath path;
        } path;
        struct {
            JutuPath outline; /* stamped at each of the n points */
            const double *points;
            size_t n;
            double angle; /* degrees */
        } symbols;
        struct {
            double x, y;      /* the anchor */
            double dx, dy;    /* from there, along and across the turned text */
            const char *text; /* one line */
            JutuFont font;
            JutuAlign align;
            JutuBaseline baseline;
            double line_height; /* for line-top and line-bottom; 0: font size + 2 */
            double angle;       /* degrees, clockwise, about the anchor */
            double limit;       /* wider text is cut with an ellipsis; 0: none */
            const char *ellipsis;
        } text;
        struct {
            JutuRect box;
            const JutuImage *png; /* NULL: draws nothing */
            bool stretch;         /* false: keep the aspect, centred */
            bool smooth;
        } image;
    };
};

struct JutuScene {
    JutuArena *arena; /* owned: freeing the scene frees the render */
    double width, height;
    JutuPaint background;
    const JutuSceneNode *nodes;
    size_t n;
    const char *lang;                /* BCP 47 */
    const char *title, *description; /* for readers, search and PDF metadata; NULL: none */
    const char *author, *source;     /* NULL: none */
    const JutuNote *notes;           /* warnings of the render */
    size_t n_notes;
    const char *const *files; /* that were read, NULL-terminated */
};

/* Collects nodes. Like a cairo_t it remembers its first failure, so marks need no checks. */
typedef struct {
    JutuArena *arena;
    GArray *nodes; /* of JutuSceneNode */
    bool failed;   /* a coordinate wasn't finite */
} JutuSceneBuilder;

/* Owned; the nodes are in the arena. */
JutuSceneBuilder *jutu_scene_builder_new(JutuArena *arena);
void jutu_scene_builder_free(JutuSceneBuilder *builder); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuSceneBuilder, jutu_scene_builder_free)

/*
 * Adds a node, copied. Coordinates that aren't finite set `failed` and the node is left out; those
 * beyond ±1e6 px are brought back to there, as Cairo's would wrap around, and paths are clipped
 * (see jutu_path_clip()); a box reaches to half of that. Dashes that add up to nothing are none; a
 * font size is at most JUTU_FONT_SIZE_MOST.
 */
void jutu_scene_add(JutuSceneBuilder *out, const JutuSceneNode *node);

/* The nodes collected so far, in the arena; the builder is empty afterwards. */
const JutuSceneNode *jutu_scene_take(JutuSceneBuilder *out, size_t *n);

/* A style that paints nothing: opacities 1, width 1, miter limit 10. */
JutuStyle jutu_style_none(void);
JutuPaint jutu_paint_color(JutuColor color);

/* Prints the scene as JSON; an owned reference. */
json_t *jutu_scene_to_json(const struct JutuScene *scene);
