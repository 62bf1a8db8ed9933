/*
 * Subsets: HarfBuzz takes a picture's glyphs out of a font in a few ms, and Cairo
 * embeds that. Given the whole font, Cairo 1.16 reads all 19 MB of a Chinese one
 * for each file and leaves 55 kB of tables in it.
 */
#include "backend/subset.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <string.h>

typedef struct {
    hb_set_t *glyphs;
    hb_map_t *renumbered;   /* glyph id in the face → in the subset */
    cairo_font_face_t *cut; /* NULL until it is first shown */
} Subset;

/* The parts that Cairo's font needs to live: each has its own FreeType, as Cairo may drop it in any
 * thread.
 */
typedef struct {
    FT_Library library;
    FT_Face face;
    hb_blob_t *blob;
} Backing;

struct JutuSubsets {
    GHashTable *faces; /* JutuFace → Subset */
};

static void free_subset(void *data)
{
    Subset *subset = data;
    hb_set_destroy(subset->glyphs);
    hb_map_destroy(subset->renumbered);
    if (subset->cut)
        cairo_font_face_destroy(subset->cut);
    g_free(subset);
}

JutuSubsets *jutu_subsets_new(void)
{
    JutuSubsets *subsets = g_new0(JutuSubsets, 1);
    subsets->faces = g_hash_table_new_full(NULL, NULL, NULL, free_subset);
    return subsets;
}

void jutu_subsets_free(JutuSubsets *subsets)
{
    if (!subsets)
        return;
    g_hash_table_unref(subsets->faces);
    g_free(subsets);
}

void jutu_subsets_add(JutuSubsets *subsets, const JutuShaped *line)
{
    for (size_t i = 0; i < line->n; i++) {
        Subset *subset = g_hash_table_lookup(subsets->faces, line->glyphs[i].face);
        if (!subset) {
            subset = g_new0(Subset, 1);
            subset->glyphs = hb_set_create();
            g_hash_table_insert(subsets->faces, (void *)line->glyphs[i].face, subset);
        }
        hb_set_add(subset->glyphs, line->glyphs[i].id);
    }
}

static void free_backing(void *data)
{
    Backing *backing = data;
    if (backing->face)
        FT_Done_Face(backing->face);
    if (backing->library)
        FT_Done_FreeType(backing->library);
    hb_blob_destroy(backing->blob);
    g_free(backing);
}

/* The font file of a subset; the tables for shaping and vertical text stay behind. */
static hb_blob_t *cut_out(Subset *subset, hb_face_t *face)
{
    static const hb_tag_t unused[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('B', 'A', 'S', 'E'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'),
        HB_TAG('v', 'm', 't', 'x'), HB_TAG('D', 'S', 'I', 'G'),
    };
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < G_N_ELEMENTS(unused); i++)
        hb_set_add(dropped, unused[i]);
    hb_set_union(hb_subset_input_glyph_set(input), subset->glyphs);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);

    hb_blob_t *blob = NULL;
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);
    hb_face_t *cut = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (cut) {
        blob = hb_face_reference_blob(cut);
        subset->renumbered = hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan));
    }
    hb_face_destroy(cut);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return blob;
}

static bool load_face(Subset *subset, const JutuFace *face)
{
    static const cairo_user_data_key_t key;
    Backing *backing = g_new0(Backing, 1);
    unsigned length = 0;
    backing->blob = cut_out(subset, hb_font_get_face(face->font));
    const char *bytes = backing->blob ? hb_blob_get_data(backing->blob, &length) : NULL;
    if (!bytes || FT_Init_FreeType(&backing->library) != 0 ||
        FT_New_Memory_Face(backing->library, (const FT_Byte *)bytes, (FT_Long)length, 0,
                           &backing->face) != 0) {
        free_backing(backing);
        return false;
    }
    subset->cut = cairo_ft_font_face_create_for_ft_face(backing->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(subset->cut, &key, backing, free_backing) !=
        CAIRO_STATUS_SUCCESS) {
        free_backing(backing);
        return false;
    }
    return true;
}

/* For each glyph the byte after the characters that it stands for: where the next one's begin. */
static size_t *cluster_ends(const JutuShaped *line)
{
    size_t length = strlen(line->text);
    g_autofree bool *starts = g_new0(bool, length + 1);
    size_t *ends = g_new(size_t, line->n);
    for (size_t i = 0; i < line->n; i++)
        starts[line->glyphs[i].cluster] = true;
    for (size_t i = 0; i < line->n; i++) {
        if (i > 0 && line->glyphs[i].cluster == line->glyphs[i - 1].cluster) {
            ends[i] = ends[i - 1];
            continue;
        }
        ends[i] = line->glyphs[i].cluster + 1;
        while (ends[i] < length && !starts[ends[i]])
            ends[i]++;
    }
    return ends;
}

/* Glyphs of one face whose characters follow each other, in either direction. */
typedef struct {
    size_t first, last;
    bool backward;
} Piece;

static Piece next_piece(const JutuShaped *line, const size_t *ends, size_t first)
{
    const JutuGlyph *glyphs = line->glyphs;
    Piece piece = { first, first + 1, false };
    bool turned = false;
    for (; piece.last < line->n; piece.last++) {
        size_t i = piece.last;
        if (glyphs[i].face != glyphs[first].face)
            break;
        if (glyphs[i].cluster == glyphs[i - 1].cluster)
            continue;
        bool forward = glyphs[i].cluster == ends[i - 1],
             backward = ends[i] == glyphs[i - 1].cluster;
        if ((!forward && !backward) || (turned && backward != piece.backward))
            break;
        piece.backward = backward;
        turned = true;
    }
    return piece;
}

/* Shows a piece with the characters that its glyphs stand for, so that they can be searched. */
static void show_piece(const Subset *subset, cairo_t *cr, const JutuShaped *line,
                       const size_t *ends, Piece piece, double size)
{
    size_t n = piece.last - piece.first, n_clusters = 0;
    g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, n);
    g_autofree cairo_text_cluster_t *clusters = g_new0(cairo_text_cluster_t, n);
    for (size_t i = 0; i < n; i++) {
        const JutuGlyph *glyph = &line->glyphs[piece.first + i];
        glyphs[i] = (cairo_glyph_t){ hb_map_get(subset->renumbered, glyph->id), glyph->x * size,
                                     glyph->y * size };
    }
    size_t start = SIZE_MAX, end = 0;
    for (size_t i = 0; i < n; i++) {
        size_t at = piece.backward ? piece.last - 1 - i : piece.first + i;
        if (i == 0 || line->glyphs[at].cluster != end - (size_t)clusters[n_clusters - 1].num_bytes)
            clusters[n_clusters++].num_bytes = (int)(ends[at] - line->glyphs[at].cluster);
        clusters[n_clusters - 1].num_glyphs++;
        start = MIN(start, line->glyphs[at].cluster);
        end = ends[at];
    }
    cairo_show_text_glyphs(cr, line->text + start, (int)(end - start), glyphs, (int)n, clusters,
                           (int)n_clusters, piece.backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

bool jutu_subsets_show(JutuSubsets *subsets, cairo_t *cr, const JutuShaped *line, double size)
{
    g_autofree size_t *ends = cluster_ends(line);
    for (size_t first = 0; first < line->n;) {
        const JutuFace *face = line->glyphs[first].face;
        Subset *subset = g_hash_table_lookup(subsets->faces, face);
        if (!subset || (!subset->cut && !load_face(subset, face)))
            return false;
        cairo_set_font_face(cr, subset->cut);
        cairo_matrix_t matrix;
        cairo_matrix_init(&matrix, size, 0, -face->slant * size, size, 0, 0);
        cairo_set_font_matrix(cr, &matrix);
        Piece piece = next_piece(line, ends, first);
        show_piece(subset, cr, line, ends, piece, size);
        first = piece.last;
    }
    return true;
}
