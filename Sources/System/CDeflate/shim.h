#ifndef MARSAD_CDEFLATE_H
#define MARSAD_CDEFLATE_H

#include <libdeflate.h>

#endif
