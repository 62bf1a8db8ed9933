#include <jutu/jutu.h>

#include "backend/backend.h"
#include "backend/sample_scene.h"
#include "check.h"

static GBytes *encode(JutuArena *arena, gint64 date)
{
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    GError *error = NULL;
    JutuEncodeOptions options = { .scale = 1, .date = date };
    GBytes *bytes = jutu_backend_find("pdf")->encode(sample_scene(arena), fonts, &options, &error);
    if (!bytes)
        CHECK_(false, "pdf: %s", error->message);
    return bytes ? bytes : g_bytes_new(NULL, 0);
}

static bool has(GBytes *bytes, const char *what)
{
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    return memmem(data, length, what, strlen(what)) != NULL;
}

static void test_document(void)
{
    JutuArena *arena = jutu_arena_new();
    GBytes *bytes = encode(arena, -1);
    static const char *const wanted[] = {
        "%PDF-1.5",
        "/MediaBox [ 0 0 480 255 ]", /* 640 × 340 px are 96 to the inch */
        "+NotoSansCJKsc-Bold",       /* a subset, of the Chinese face */
        "+NotoSansCJKsc-Regular",
        "/FontFile3", /* embedded */
        "/ToUnicode", /* searchable */
        "/Creator (jutu",
        "/Author <FEFF51B05DDD", /* 冰川… in UTF-16 */
    };
    for (size_t i = 0; i < ROWS(wanted); i++)
        CHECK_TRUE(wanted[i], has(bytes, wanted[i]));
    CHECK_TRUE("no date of the clock's", !has(bytes, "Date"));
    CHECK_(g_bytes_get_size(bytes) < 30000, "%zu bytes", g_bytes_get_size(bytes));
    g_bytes_unref(bytes);
    jutu_arena_free(arena);
}

static void test_date(void)
{
    JutuArena *arena = jutu_arena_new();
    GBytes *bytes = encode(arena, 1700000000);
    CHECK_TRUE("given", has(bytes, "/CreationDate (20231114221320Z)"));
    g_bytes_unref(bytes);
    jutu_arena_free(arena);
}

static void test_same_bytes(void)
{
    JutuArena *arena = jutu_arena_new();
    GBytes *one = encode(arena, -1), *two = encode(arena, -1);
    CHECK_TRUE("same", g_bytes_equal(one, two));
    g_bytes_unref(one);
    g_bytes_unref(two);
    jutu_arena_free(arena);
}

SUITE(pdf, { "document", test_document }, { "date", test_date }, { "same bytes", test_same_bytes });
