/* One spec from its file to its scene, or data looked at, and what is said on the way. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static void add_json(const JutuReport *report, const JutuNote *note)
{
    json_t *json = json_pack(
        "{s:s, s:s, s:s?, s:s*, s:s*}", "file", note->file ? note->file : report->path, "severity",
        jutu_cli_severity(note), "id", note->id, "pointer", note->pointer, "message", note->text);
    if (note->line)
        json_object_set_new(json, "line", json_integer((json_int_t)note->line));
    if (note->line && note->column)
        json_object_set_new(json, "column", json_integer((json_int_t)note->column));
    char *line = json_dumps(json, JSON_COMPACT);
    g_string_append_printf(report->out, "%s\n", line);
    free(line);
    json_decref(json);
}

static void say(JutuReport *report, const char *text, const JutuNote *given)
{
    JutuNote note = *given;
    if (report->strict && note.severity == JUTU_SEVERITY_WARNING)
        note.severity = JUTU_SEVERITY_ERROR;
    report->failed |= note.severity == JUTU_SEVERITY_ERROR;
    report->form |= note.form;
    if (report->json)
        add_json(report, &note);
    else
        jutu_cli_note(report->out, report->path, text, &note);
}

static void say_all(JutuReport *report, const char *text, const JutuNote *notes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        say(report, text, &notes[i]);
}

void jutu_report_error(JutuReport *report, const char *text, const GError *error)
{
    JutuNote note;
    jutu_error_note(error, &note);
    say(report, text, &note);
}

JutuScene *jutu_cli_draw(JutuReport *report, const JutuOptions *given, char **text)
{
    JutuOptions options = *given;
    G_GNUC_UNUSED g_auto(GStrv) folders = jutu_cli_allow(report->path, &options);
    g_autoptr(GError) error = NULL;
    gsize length;
    const char *origin = strcmp(report->path, "-") == 0 ? NULL : report->path;
    *text = jutu_cli_read(report->path, &length, &error);
    g_autoptr(JutuSpec) spec = *text ? jutu_spec_parse(*text, (gssize)length, origin, &error)
                                     : NULL;
    size_t n;
    if (spec) {
        const JutuNote *notes = jutu_spec_notes(spec, &n);
        say_all(report, *text, notes, n);
    }
    JutuScene *scene = spec && !report->failed ? jutu_scene_new(spec, &options, &error) : NULL;
    if (scene) {
        const JutuNote *notes = jutu_scene_notes(scene, &n);
        say_all(report, *text, notes, n);
    }
    if (error)
        jutu_report_error(report, *text, error);
    return scene;
}

bool jutu_cli_is_data(const char *path)
{
    static const char *const endings[] = { ".csv",    ".tsv",   ".dsv", ".txt",
                                           ".ndjson", ".jsonl", ".gz" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(path, endings[i]))
            return true;
    }
    if (!g_str_has_suffix(path, ".json"))
        return false;
    json_t *json = json_load_file(path, 0, NULL);
    bool package = json_object_get(json, "resources") != NULL ||
                   g_str_has_suffix(path, "datapackage.json");
    json_decref(json);
    return package;
}

void jutu_cli_look(JutuReport *report, const JutuOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuFindings) findings = jutu_data_check(report->path, options, &error);
    if (!findings) {
        jutu_report_error(report, NULL, error);
        return;
    }
    size_t n;
    const JutuNote *notes = jutu_findings_notes(findings, &n);
    say_all(report, NULL, notes, n);
}
