/*
 * Time zones, by IANA name, read from the system's zoneinfo; never the machine's own.
 */
#pragma once
#include <glib.h>

typedef struct JutuZone JutuZone; /* NULL everywhere means UTC */

/* @return an owned zone, NULL with error set if the name is unknown */
JutuZone *jutu_zone_new(const char *name, GError **error);
void jutu_zone_free(JutuZone *zone); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuZone, jutu_zone_free)

/* Milliseconds to add to UTC to get local time, at a UTC moment in ms. */
double jutu_zone_offset(const JutuZone *zone, double utc_ms);

/* UTC of a local time in ms, as JavaScript resolves gaps and overlaps (the offset before wins). */
double jutu_zone_to_utc(const JutuZone *zone, double local_ms);
