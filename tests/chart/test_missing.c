#include <glib/gstdio.h>

#include "jutu/jutu.h"

#include "check.h"

/* Pointer, file's line and the character of each warning. */
static void test_places(void)
{
#define VALUES(text) "\"data\": {\"values\": [{\"a\": \"" text "\"}]}, \"mark\": \"text\", "
    static const struct {
        const char *row, *members, *want;
    } table[] = {
        { "none", VALUES("深") "\"encoding\": {\"text\": {\"field\": \"a\"}}", "" },
        { "a title", "\"title\": \"深\xf4\x8f\xbf\xbd\", " VALUES("b") "\"encoding\": {}",
          "/title U+10FFFD" },
        { "a value", VALUES("深\xf4\x8f\xbf\xbd") "\"encoding\": {\"text\": {\"field\": \"a\"}}",
          "/data/values/0/a U+10FFFD" },
        { "each once",
          VALUES("\xf4\x8f\xbf\xbd\xf4\x8f\xbf\xbd\xf4\x8f\xbf\xbc") "\"encoding\": {\"text\": "
                                                                     "{\"field\": \"a\"}}",
          "/data/values/0/a U+10FFFD; /data/values/0/a U+10FFFC" },
        { "one that isn't drawn", VALUES("\xf4\x8f\xbf\xbd") "\"encoding\": {}", "" },
        { "a file",
          "\"data\": {\"url\": \"missing.csv\"}, \"mark\": \"text\", "
          "\"encoding\": {\"text\": {\"field\": \"a\"}}",
          "/data/url:3 U+10FFFD" },
        { "vertical",
          "\"usermeta\": {\"jutu\": {\"vertical\": [\"label\"]}}, " VALUES(
              "深\xf0\xb0\x80\x80") "\"encoding\": {\"x\": {\"field\": \"a\"}}",
          "/data/values/0/a U+30000" },
        { "allowed",
          "\"usermeta\": {\"jutu\": {\"allow\": [\"missing-glyph\"]}}, " VALUES(
              "\xf4\x8f\xbf\xbd") "\"encoding\": {\"text\": {\"field\": \"a\"}}",
          "" },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    g_autofree char *folder = g_dir_make_tmp("jutu-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "missing.csv", NULL);
    g_file_set_contents(file, "a\nb\n\xf4\x8f\xbf\xbd\n", -1, NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *json = g_strdup_printf("{%s}", table[i].members);
        g_autoptr(JutuSpec) spec = jutu_spec_parse(json, -1, NULL, NULL);
        JutuOptions options = { .size = sizeof(options), .fonts = fonts, .base_dir = folder };
        g_autoptr(JutuScene) scene = jutu_scene_new(spec, &options, NULL);
        g_autoptr(GString) got = g_string_new(NULL);
        size_t n = 0;
        const JutuNote *notes = scene ? jutu_scene_notes(scene, &n) : NULL;
        for (size_t k = 0; k < n; k++) {
            const char *code = strstr(notes[k].text, "U+");
            if (!notes[k].id || strcmp(notes[k].id, "missing-glyph") != 0 || !code)
                continue;
            g_string_append_printf(got, "%s%s", got->len ? "; " : "", notes[k].pointer);
            if (notes[k].file)
                g_string_append_printf(got, ":%zu", notes[k].line);
            g_string_append_printf(got, " %.*s", (int)strcspn(code, ")"), code);
        }
        CHECK_STR(table[i].row, got->str, table[i].want);
    }
    g_unlink(file);
    g_rmdir(folder);
}

/* What is said of families and italics: ids and pointers. */
static void test_fonts(void)
{
#define FONT(font) \
    "\"data\": {\"values\": [{\"a\": \"深a\"}]}, \"mark\": {\"type\": \"text\", " font \
    "}, \"encoding\": {\"text\": {\"field\": \"a\"}}"
    static const struct {
        const char *row, *members, *want;
    } table[] = {
        { "none", FONT("\"font\": \"serif\""), "" },
        { "the same under another name", FONT("\"font\": \"思源黑体\""), "" },
        { "an old name", FONT("\"font\": \"NSimSun\""), "font-missing /mark/font" },
        { "an unknown one", FONT("\"font\": \"NoSuchFont, serif\""), "font-missing /mark/font" },
        { "the second is there", FONT("\"font\": \"NoSuchFont, DejaVu Sans\""), "" },
        { "once for all texts",
          "\"title\": {\"text\": \"T\", \"font\": \"楷体\"}, " FONT("\"font\": \"楷体\""),
          "font-missing /title/font" },
        { "italic Han", FONT("\"fontStyle\": \"italic\""), "upright-han " },
        { "italic Latin",
          "\"title\": {\"text\": \"T\", \"fontStyle\": \"italic\"}, " FONT("\"dx\": 0"), "" },
    };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *json = g_strdup_printf("{%s}", table[i].members);
        g_autoptr(JutuSpec) spec = jutu_spec_parse(json, -1, NULL, NULL);
        JutuOptions options = { .size = sizeof(options), .fonts = fonts };
        g_autoptr(JutuScene) scene = jutu_scene_new(spec, &options, NULL);
        g_autoptr(GString) got = g_string_new(NULL);
        size_t n = 0;
        const JutuNote *notes = scene ? jutu_scene_notes(scene, &n) : NULL;
        for (size_t k = 0; k < n; k++)
            g_string_append_printf(got, "%s%s %s", k ? "; " : "", notes[k].id, notes[k].pointer);
        CHECK_STR(table[i].row, got->str, table[i].want);
    }
}

SUITE(missing, { "places", test_places }, { "fonts", test_fonts });
