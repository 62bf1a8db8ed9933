#include "base/rewrite.h"

json_t *jutu_json_share(const json_t *json)
{
    return json_incref((json_t *)json);
}

json_t *jutu_json_put(json_t *into, const char *name, const json_t *value)
{
    if (value)
        json_object_set_nocheck(into, name, (json_t *)value);
    else
        json_object_del(into, name);
    return into;
}

json_t *jutu_json_put_new(json_t *into, const char *name, json_t *value)
{
    json_object_set_new_nocheck(into, name, value);
    return into;
}

json_t *jutu_json_assign(json_t *into, const json_t *from)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)from, name, value)
        json_object_set_nocheck(into, name, value);
    return into;
}

json_t *jutu_json_spread(const json_t *object)
{
    return jutu_json_assign(json_object(), object);
}

json_t *jutu_json_omit(const json_t *object, const char *const names[])
{
    json_t *copy = jutu_json_spread(object);
    for (; *names; names++)
        json_object_del(copy, *names);
    return copy;
}

json_t *jutu_json_pick(const json_t *object, const char *const names[])
{
    json_t *copy = json_object();
    for (; *names; names++)
        jutu_json_put(copy, *names, json_object_get(object, *names));
    return copy;
}

json_t *jutu_json_extend(json_t *into, const json_t *list)
{
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item)
        json_array_append(into, item);
    return into;
}

json_t *jutu_json_with(const json_t *owner, const char *name, json_t *value)
{
    if (value && value != json_object_get(owner, name))
        return jutu_json_put_new(jutu_json_spread(owner), name, value);
    json_decref(value);
    return jutu_json_share(owner);
}

json_t *jutu_json_settle(const json_t *list, json_t *mapped)
{
    bool same = json_array_size(list) == json_array_size(mapped);
    for (size_t i = 0; same && i < json_array_size(list); i++)
        same = json_array_get(list, i) == json_array_get(mapped, i);
    if (!same)
        return mapped;
    json_decref(mapped);
    return jutu_json_share(list);
}
