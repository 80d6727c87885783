#ifndef MARSAD_LEXICON_H
#define MARSAD_LEXICON_H

#include <stddef.h>

/// One data file of the folder `Data`, embedded byte for byte.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} marsad_data_file;

/// The embedded file of that name (`script/letters.tsv`); `count` is 0 and `name` empty if there is none.
marsad_data_file marsad_data(const char *_Nonnull name);

#endif
