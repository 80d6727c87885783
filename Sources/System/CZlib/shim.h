#ifndef MARSAD_CZLIB_H
#define MARSAD_CZLIB_H

#include <zlib.h>

/// inflateInit2 is a macro, which Swift can't see; this reads gzip members only.
static inline int marsad_inflate_init_gzip(z_stream *_Nonnull stream) {
  return inflateInit2(stream, 16 + MAX_WBITS);
}

/// The same for raw deflate data, as zip files hold.
static inline int marsad_inflate_init_raw(z_stream *_Nonnull stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
