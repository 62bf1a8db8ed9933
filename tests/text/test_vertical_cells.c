#include "text/vertical_cells.h"

#include "check.h"

/* Cells as text: those of Latin upright end in ^, those side by side in =, turned ones in ~. */
static void test_split(void)
{
    static const struct {
        const char *line, *want;
    } table[] = {
        { "杭州", "杭 州" },
        { "第12届", "第 12= 届" },
        { "第2届", "第 2^ 届" },
        { "第365天", "第 365~ 天" },
        { "2024年", "2024~ 年" },
        { "12%的", "12= %^ 的" },
        { "5.3%", "5.3%~" },
        { "GDP增速", "G^ D^ P^ 增 速" },
        { "R&D经费", "R^ &^ D^ 经 费" },
        { "5G网", "5^ G^ 网" },
        { "ASEAN国", "ASEAN~ 国" },
        { "World Bank会议", "World Bank~ 会 议" },
        { "用GDP growth量", "用 GDP growth~ 量" },
        { "A 与 b", "A^ _ 与 _ b^" },
        { "（GDP）", "（ G^ D^ P^ ）" },
        { "(亿元)", "(~ 亿 元 )~" },
        { "(GDP)", "(~ G^ D^ P^ )~" },
        { "破——折", "破 ——~ 折" },
        { "省……略", "省 ……~ 略" },
        { "10—20岁", "10= —~ 20= 岁" },
        { "2015—2024年", "2015~ —~ 2024~ 年" },
        { "3℃・‰", "3^ ℃ ・ ‰" },
        { "−5.3个", "−5.3~ 个" },
        { "１２３", "１ ２ ３" },
        { "e\xcc\x81", "e\xcc\x81^" },
        { "👩‍🔬好", "👩‍🔬 好" },
        { "全　角", "全 _ 角" },
        { "尾 ", "尾 _" },
        { "", "" },
    };
    static const char *const ends[] = { "", "^", "=", "~", "" };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GArray) cells = jutu_cells_split(table[i].line);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint k = 0; k < cells->len; k++) {
            const JutuCellSpan *span = &g_array_index(cells, JutuCellSpan, k);
            g_string_append(got, k ? " " : "");
            if (span->kind == JUTU_CELL_SPACE)
                g_string_append_c(got, '_');
            else
                g_string_append_len(got, table[i].line + span->start,
                                    (gssize)(span->end - span->start));
            g_string_append(got, ends[span->kind]);
        }
        CHECK_STR(table[i].line, got->str, table[i].want);
    }
}

SUITE(vertical_cells, { "split", test_split });
