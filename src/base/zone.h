/*
 * Time zones, by IANA name, read from the system's zoneinfo; never the machine's own.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "base/arena.h"

/*
 * Immutable: threads may share it. NULL everywhere means what JavaScript's UTC
 * functions and d3's utc scale do; local time that happens to be UTC is
 * jutu_zone_utc(), whose axis ticks differ: see JUTU_INTERVAL_UNIX_DAY.
 */
typedef struct JutuZone JutuZone;

/* @return an owned zone, NULL with error set if the name is unknown or its file can't be read */
JutuZone *jutu_zone_new(const char *name, GError **error);
/* The same from the bytes of a TZif file (RFC 8536), borrowed for the call. */
JutuZone *jutu_zone_read(const char *name, const void *bytes, size_t size, GError **error);
/* A zone that is the same number of minutes east of UTC at all times. Owned. */
JutuZone *jutu_zone_fixed(const char *name, int minutes);
void jutu_zone_free(JutuZone *zone); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuZone, jutu_zone_free)

const JutuZone *jutu_zone_utc(void); /* never to be freed */

const char *jutu_zone_name(const JutuZone *zone); /* "UTC" for NULL */

/* Milliseconds to add to UTC to get local time, at a UTC moment in ms. */
double jutu_zone_offset(const JutuZone *zone, double utc_ms);

/* Whether daylight saving time is in effect at a UTC moment in ms. */
bool jutu_zone_is_dst(const JutuZone *zone, double utc_ms);
/* "China Standard Time", as V8 names the time at a UTC moment in English, or "GMT+08:00" where jutu
 * knows no name. In the arena. */
const char *jutu_zone_long_name(const JutuZone *zone, double utc_ms, JutuArena *arena);

/* UTC of a local time in ms, as JavaScript resolves gaps and overlaps (the offset before wins). */
double jutu_zone_to_utc(const JutuZone *zone, double local_ms);
