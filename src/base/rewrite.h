/*
 * Changed trees out of unchanged ones. Only the objects that change are made
 * anew; everything else is shared, so that a node still tells its place in the
 * user's text (jutu_pointer_of()). A missing node, NULL, is JavaScript's undefined.
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>

/* @return a new object with the members of `object`; an empty one if that is no object */
json_t *jutu_json_spread(const json_t *object);

/* Sets the members of `from`, which may be NULL or no object, in `into`. @return into */
json_t *jutu_json_assign(json_t *into, const json_t *from);

/* Sets one member; NULL removes it. @return into */
json_t *jutu_json_put(json_t *into, const char *name, const json_t *value);

/* The same for a new reference, which it takes over. */
json_t *jutu_json_put_new(json_t *into, const char *name, json_t *value);

/* A copy without, or with only, the names of a NULL-terminated list. */
json_t *jutu_json_omit(const json_t *object, const char *const names[]);
json_t *jutu_json_pick(const json_t *object, const char *const names[]);

/* Appends the items of a list, which may be NULL or no array. @return into */
json_t *jutu_json_extend(json_t *into, const json_t *list);

/*
 * `owner` with a member replaced, whose reference is taken over; `owner` itself
 * if the member is that very node already, or if the value is NULL.
 */
json_t *jutu_json_with(const json_t *owner, const char *name, json_t *value);

/* `mapped`, which is taken over, or `list` itself if both have the same nodes. */
json_t *jutu_json_settle(const json_t *list, json_t *mapped);

/* A new reference to a shared node. */
json_t *jutu_json_share(const json_t *json);
