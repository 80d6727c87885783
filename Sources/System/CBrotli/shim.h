#ifndef MARSAD_CBROTLI_H
#define MARSAD_CBROTLI_H

#include <brotli/decode.h>

#endif
