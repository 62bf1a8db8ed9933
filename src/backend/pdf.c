/* pdf: drawn by Cairo, with the fonts' used glyphs embedded so that text can be searched. */
#include <cairo-pdf.h>

#include "backend/backend.h"
#include "backend/cairo.h"
#include "backend/paint.h"
#include "backend/subset.h"
#include "base/error.h"
#include "base/limits.h"
#include "jutu/jutu.h"

#define POINTS_PER_PX 0.75

typedef struct {
    JutuSubsets *subsets;
    bool failed;
} Text;

static void show(const JutuPainter *painter, const JutuShaped *line, double size)
{
    Text *text = painter->data;
    if (!jutu_subsets_show(text->subsets, painter->cr, line, size))
        text->failed = true;
}

typedef struct {
    const struct JutuScene *scene;
    JutuFonts *fonts;
    JutuSubsets *subsets;
} Collect;

static void collect_glyphs(const JutuSceneNode *node, void *data)
{
    Collect *all = data;
    JutuTextPlace place;
    if (node->text.text && node->text.font.size > 0)
        jutu_subsets_add(all->subsets, jutu_text_place(all->scene, all->fonts, node, &place));
}

static cairo_status_t append_bytes(void *data, const unsigned char *bytes, unsigned length)
{
    g_byte_array_append(data, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(cairo_surface_t *surface, const struct JutuScene *scene, gint64 date)
{
    const struct {
        cairo_pdf_metadata_t key;
        const char *text;
    } table[] = {
        { CAIRO_PDF_METADATA_TITLE, scene->title },
        { CAIRO_PDF_METADATA_AUTHOR, scene->author },
        { CAIRO_PDF_METADATA_SUBJECT, scene->description },
        { CAIRO_PDF_METADATA_KEYWORDS, scene->source },
        { CAIRO_PDF_METADATA_CREATOR, "jutu " JUTU_VERSION },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].text)
            cairo_pdf_surface_set_metadata(surface, table[i].key, table[i].text);
    /* Cairo would take the clock's. */
    g_autoptr(GDateTime) time = date >= 0 ? g_date_time_new_from_unix_utc(date) : NULL;
    g_autofree char *iso = time ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
}

static bool draw(cairo_surface_t *surface, const struct JutuScene *scene, JutuFonts *fonts,
                 JutuSubsets *subsets, GError **error)
{
    Text text = { subsets, false };
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, POINTS_PER_PX, POINTS_PER_PX);
    JutuPainter painter = { .cr = cr,
                            .scene = scene,
                            .fonts = fonts,
                            .scale = POINTS_PER_PX,
                            .show = show,
                            .data = &text };
    bool ok = jutu_painter_draw(&painter, error);
    cairo_destroy(cr);
    if (ok && text.failed) {
        jutu_error_set(error, JUTU_ERROR_DATA, "",
                       "a font can't be embedded; choose another one with \"font\" in the config");
        ok = false;
    }
    return ok;
}

static GBytes *pdf_encode(const struct JutuScene *scene, JutuFonts *fonts,
                          const JutuEncodeOptions *options, GError **error)
{
    if (!jutu_page_check(scene, 1, JUTU_MOST_PDF_PX, error))
        return NULL;
    g_autoptr(JutuSubsets) subsets = jutu_subsets_new();
    jutu_texts_visit(scene->nodes, scene->n, collect_glyphs, &(Collect){ scene, fonts, subsets });

    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        append_bytes, bytes, scene->width * POINTS_PER_PX, scene->height * POINTS_PER_PX);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    set_metadata(surface, scene, options->date);
    bool ok = draw(surface, scene, fonts, subsets, error);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (ok && status != CAIRO_STATUS_SUCCESS) {
        jutu_error_set(error, JUTU_ERROR_DATA, "", "Cairo can't write the PDF: %s",
                       cairo_status_to_string(status));
        ok = false;
    }
    if (!ok) {
        g_byte_array_unref(bytes);
        return NULL;
    }
    return g_byte_array_free_to_bytes(bytes);
}

const JutuBackend jutu_backend_pdf = {
    .name = "pdf",
    .doc = "Portable Document Format; text can be searched and copied.",
    .encode = pdf_encode,
};
