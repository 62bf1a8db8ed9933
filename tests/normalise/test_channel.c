#include "normalise/channel.h"

#include "check.h"

static void test_find(void)
{
    static const struct {
        const char *name;
        bool known, drawn, secondary, sorts;
    } table[] = {
        { "x", true, true, false, true },           { "x2", true, true, true, false },
        { "xOffset", true, true, false, false },    { "color", true, true, false, true },
        { "facet", true, true, false, false },      { "time", true, false, false, false },
        { "longitude", true, false, false, false }, { "latitude2", true, false, true, false },
        { "xError", false, false, false, false },   { "", false, false, false, false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        const JutuChannelType *type = jutu_channel_known(table[i].name);
        JutuChannel found = jutu_channel_find(table[i].name);
        CHECK_TRUE(table[i].name, (type != NULL) == table[i].known);
        CHECK_TRUE(table[i].name, (found != JUTU_NO_CHANNEL) == table[i].drawn);
        if (!type)
            continue;
        CHECK_STR(table[i].name, type->name, table[i].name);
        CHECK_TRUE(table[i].name, !table[i].drawn || found == jutu_channel_id(type));
        CHECK_TRUE(table[i].name, jutu_is_secondary(jutu_channel_id(type)) == table[i].secondary);
        CHECK_TRUE(table[i].name, type->sorts == table[i].sorts);
    }
    CHECK_TRUE("NULL", !jutu_channel_known(NULL));
}

/* Pairs point at each other; each row says its bins. */
static void test_rows(void)
{
    for (int i = 0; i < JUTU_N_KNOWN_CHANNELS; i++) {
        const JutuChannelType *type = &jutu_channels[i];
        if (i == JUTU_NO_CHANNEL)
            continue;
        CHECK_TRUE(type->name, type->max_bins > 0);
        if (type->secondary != JUTU_NO_CHANNEL)
            CHECK_TRUE(type->name, (int)jutu_channels[type->secondary].main == i);
        if (type->offset_channel != JUTU_NO_CHANNEL)
            CHECK_TRUE(type->name, jutu_channels[type->offset_channel].offset);
    }
}

SUITE(normalise_channel, { "find", test_find }, { "rows", test_rows });
