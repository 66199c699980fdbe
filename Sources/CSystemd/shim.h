#pragma once
/* Without this, sd_journal_sendv is a macro that adds this C file and line; Swift cannot see macros with arguments. */
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>
