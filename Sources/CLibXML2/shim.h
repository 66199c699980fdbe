#pragma once
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose enums clash with Foundation's own copy as soon as one Swift file sees both.
   Without this macro encoding.h leaves ICU out. It also hides two trailing pointers of _xmlCharEncodingHandler, so
   that struct must never be allocated from Swift; nothing here does. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
/* The library that is there when the program runs, which may be newer than its headers. */
static inline const char *cxml_version(void) { return xmlParserVersion; }
/* xmlFree is a global variable, which Swift 6 refuses to read. */
static inline void cxml_free(void *memory) { xmlFree(memory); }
