/* Text of a scene, placed: Vega's alignment and baselines, for all backends. */
#include "backend/text.h"

#include <math.h>

#include "backend/backend.h"
#include "backend/paint.h"
#include "jutu/jutu.h"

#define MOST_MISSING 100

const JutuShaped *jutu_text_place(const struct JutuScene *scene, JutuFonts *fonts,
                                  const JutuSceneNode *node, JutuTextPlace *place)
{
    const JutuFont *font = &node->text.font;
    JutuArena *arena = jutu_arena_new();
    const char *text = jutu_measure_cut(jutu_fonts_measure(fonts, scene->lang), node->text.text,
                                        font, node->text.limit, node->text.ellipsis, arena);
    const JutuShaped *shaped = jutu_shape(fonts, scene->lang, text, font);
    jutu_arena_free(arena);

    static const double shares[] = {
        [JUTU_ALIGN_LEFT] = 0,
        [JUTU_ALIGN_CENTER] = 0.5,
        [JUTU_ALIGN_RIGHT] = 1,
    };
    double along = node->text.dx - shares[node->text.align] * shaped->width * font->size;
    double across = node->text.dy +
                    jutu_baseline_offset(node->text.baseline, font->size, node->text.line_height);
    double angle = node->text.angle * G_PI / 180, cosine = cos(angle), sine = sin(angle);
    place->x = jutu_near(node->text.x + along * cosine - across * sine);
    place->y = jutu_near(node->text.y + along * sine + across * cosine);
    return shaped;
}

typedef struct {
    const JutuFace *face;
    uint32_t id;
} Key;

static guint hash_key(const void *data)
{
    const Key *key = data;
    return g_direct_hash(key->face) * 31 + key->id;
}

static gboolean equal_keys(const void *a, const void *b)
{
    const Key *one = a, *two = b;
    return one->face == two->face && one->id == two->id;
}

void *jutu_glyph_key(const JutuGlyph *glyph)
{
    Key *key = g_new(Key, 1);
    *key = (Key){ glyph->face, glyph->id };
    return key;
}

GHashTable *jutu_glyph_table(void)
{
    return g_hash_table_new_full(hash_key, equal_keys, g_free, NULL);
}

void jutu_texts_visit(const JutuSceneNode *nodes, size_t n,
                      void (*visit)(const JutuSceneNode *node, void *data), void *data)
{
    for (size_t i = 0; i < n; i++) {
        if (nodes[i].kind == JUTU_SCENE_GROUP)
            jutu_texts_visit(nodes[i].group.nodes, nodes[i].group.n, visit, data);
        else if (nodes[i].kind == JUTU_SCENE_TEXT)
            visit(&nodes[i], data);
    }
}

typedef struct {
    const struct JutuScene *scene;
    JutuFonts *fonts;
    GArray *found; /* of JutuMissing */
} Search;

static void search(const JutuSceneNode *node, void *data)
{
    Search *all = data;
    JutuTextPlace place;
    if (!node->text.text)
        return;
    const JutuShaped *line = jutu_text_place(all->scene, all->fonts, node, &place);
    for (size_t i = 0; i < line->n_missing; i++) {
        JutuMissing missing = { line->missing[i], node };
        bool known = false;
        for (guint j = 0; j < all->found->len; j++)
            known |= g_array_index(all->found, JutuMissing, j).character == missing.character;
        if (!known && all->found->len < MOST_MISSING)
            g_array_append_val(all->found, missing);
    }
}

const JutuMissing *jutu_scene_missing(const struct JutuScene *scene, JutuFonts *fonts,
                                      JutuArena *arena, size_t *n)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(JutuMissing));
    jutu_texts_visit(scene->nodes, scene->n, search, &(Search){ scene, fonts, found });
    *n = found->len;
    return *n > 0 ? jutu_copy(arena, JutuMissing, (const JutuMissing *)(void *)found->data, *n)
                  : NULL;
}
