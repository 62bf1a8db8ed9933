#!/bin/sh
# symbols.sh OBJDUMP LIBRARY: the library has no state, and asks the machine nothing.
set -eu
"$1" -t "$2" | awk '
    /file format/ { file = $1; sub(/:$/, "", file) }
    NF < 4 || /file format/ { next }

    # An image depends on its input alone: no environment, locale, clock, chance, other programs.
    $(NF - 2) == "*UND*" && $NF ~ /^(secure_getenv|getenv|g_getenv|g_get_environ|setlocale|newlocale|localtime(_r)?|mktime|tzset|time|clock|clock_gettime|gettimeofday|g_get_real_time|g_get_monotonic_time|g_date_time_new_now(_local|_utc)?|g_time_zone_new_local|s?rand(om)?|g_random_.*|system|popen|fork|exec[lv]p?e?|g_spawn_.*)$/ {
        print file ": calls " $NF "()"
        failed = 1
    }

    # Nothing that can be written to outlives a call, but for the number of our GLib error domain, and
    # what compilers add.
    $(NF - 1) ~ /^0*$/ || $NF ~ /^(__odr_asan|__gcov)/ { next }
    $0 ~ /[ \t]\*COM\*/ || ($0 ~ /[ \t]\.t?(data|bss)(\.[^ \t]*)?[ \t]/ && $0 !~ /\.data\.rel\.ro/) {
        if (file ~ /^error\.c\./ && $NF ~ /^(q|initialized)\.[0-9]+$/)
            next
        print file ": " $NF " can be written to"
        failed = 1
    }
    END { exit failed }
'
