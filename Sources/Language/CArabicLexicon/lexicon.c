#include "lexicon.h"
#include <string.h>


static const unsigned char script_letters[] = {
#embed "../../../Data/script/letters.tsv"
};

static const unsigned char script_windows_1256[] = {
#embed "../../../Data/script/windows-1256.tsv"
};

static const unsigned char words_beginnings[] = {
#embed "../../../Data/words/beginnings.tsv"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof(bytes)}

static const marsad_data_file files[] = {
    FILE_ENTRY("script/letters.tsv", script_letters),
    FILE_ENTRY("script/windows-1256.tsv", script_windows_1256),
    FILE_ENTRY("words/beginnings.tsv", words_beginnings),
};

marsad_data_file marsad_data(const char *name) {
  for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
    if (strcmp(files[i].name, name) == 0) return files[i];
  return (marsad_data_file){"", (const unsigned char *)"", 0};
}
