#include "base/bag.h"

#include "base/json.h"

JutuBag jutu_bag_new(JutuArena *arena)
{
    return (JutuBag){ jutu_json_own(arena, json_object()), jutu_json_own(arena, json_object()) };
}

json_t *jutu_bag_get(const JutuBag *bag, const char *name)
{
    json_t *value = json_object_get(bag->explicit_props, name);
    return value ? value : json_object_get(bag->implicit_props, name);
}

bool jutu_bag_is_explicit(const JutuBag *bag, const char *name)
{
    return json_object_get(bag->explicit_props, name) != NULL;
}

void jutu_bag_set(JutuBag *bag, const char *name, json_t *value, bool is_explicit)
{
    if (!value)
        return;
    json_object_del(is_explicit ? bag->implicit_props : bag->explicit_props, name);
    json_object_set_new(is_explicit ? bag->explicit_props : bag->implicit_props, name, value);
}

void jutu_bag_merge(JutuBag *into, const JutuBag *other, const char *name,
                    int (*tie)(const char *name, const json_t *a, const json_t *b))
{
    json_t *mine = jutu_bag_get(into, name), *theirs = jutu_bag_get(other, name);
    bool given = jutu_bag_is_explicit(into, name);
    bool other_given = jutu_bag_is_explicit(other, name);
    if (!theirs)
        return;
    bool take = !mine || (other_given && !given) ||
                (given == other_given && tie && !json_equal(mine, theirs) &&
                 tie(name, mine, theirs) < 0);
    if (take)
        jutu_bag_set(into, name, json_incref(theirs), other_given);
}
