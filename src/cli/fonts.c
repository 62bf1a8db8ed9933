/* jutu fonts: which face draws what, and what is missing. */
#include <stdio.h>

#include "cli/cli.h"

typedef struct {
    JutuCommon common;
    char *text, *font;
} Params;

static int run(void *data, char **operands)
{
    Params *params = data;
    JutuOptions options;
    if (*operands) {
        fprintf(stderr, "jutu fonts: takes no files; --text gives a text\n");
        return JUTU_EXIT_USAGE;
    }
    if (!jutu_common_options(&params->common, NULL, &options))
        return JUTU_EXIT_USAGE;
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuFonts) fonts = jutu_fonts_new_with(options.font_dirs, &error);
    bool missing = !fonts;
    g_autofree char *text = fonts ? jutu_fonts_explain(fonts, options.lang, params->font,
                                                       params->text, &missing)
                                  : NULL;
    if (text)
        fputs(text, stdout);
    else
        fprintf(stderr, "jutu fonts: error: %s\n", error->message);
    jutu_common_clear(&params->common);
    return missing ? JUTU_EXIT_ERROR : JUTU_EXIT_OK;
}

static const JutuArg args[] = {
    { "lang", 0, JUTU_ARG_TEXT, offsetof(Params, common.lang), "TAG",
      "Language of the text, such as zh-Hans or zh-Hant-TW.", .check = jutu_cli_check_lang },
    { "text", 0, JUTU_ARG_TEXT, offsetof(Params, text), "TEXT",
      "Which face draws each part of a text; ends with 1 if a character is missing." },
    { "font", 0, JUTU_ARG_TEXT, offsetof(Params, font), "LIST",
      "Of these families, as a spec names them." },
    JUTU_FONT_ARG(Params),
    { 0 },
};

const JutuCommand jutu_command_fonts = {
    .name = "fonts",
    .usage = "",
    .doc = "Says which face draws what, and what is missing.",
    .examples = "Example:\n  jutu fonts --lang zh-Hant-TW --text '資料來源'\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
