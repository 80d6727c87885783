#ifndef MARSAD_CLIBXML2_H
#define MARSAD_CLIBXML2_H

// Debian builds libxml2 with ICU, whose headers clash with Foundation's own ICU module.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#endif
