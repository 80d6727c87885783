#ifndef MARSAD_CSQLITESETTINGS_H
#define MARSAD_CSQLITESETTINGS_H

#include <sqlite3.h>

/// Has SQLite not count the memory that it takes, for which all threads wait on one lock, and hand out more small pieces
/// of it from each connection's own store. SQLite's function takes any number of arguments, which Swift can't call.
///
/// Returns SQLITE_OK, or SQLITE_MISUSE where SQLite was used before: then all stays as it was.
static inline int marsad_sqlite_settings(int lookaside_size, int lookaside_count) {
  int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (code != SQLITE_OK) { return code; }
  return sqlite3_config(SQLITE_CONFIG_LOOKASIDE, lookaside_size, lookaside_count);
}

#endif
