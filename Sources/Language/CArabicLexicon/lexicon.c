#include "lexicon.h"
#include <string.h>

static const unsigned char script_letters[] = {
#embed "../../../Data/script/letters.tsv"
};

static const unsigned char script_schemes[] = {
#embed "../../../Data/script/schemes.tsv"
};

static const unsigned char script_combining[] = {
#embed "../../../Data/script/combining.tsv"
};

static const unsigned char script_compositions[] = {
#embed "../../../Data/script/compositions.tsv"
};

static const unsigned char script_windows_1256[] = {
#embed "../../../Data/script/windows-1256.tsv"
};

static const unsigned char words_beginnings[] = {
#embed "../../../Data/words/beginnings.tsv"
};

static const unsigned char words_bases[] = {
#embed "../../../Data/words/bases.tsv"
};

static const unsigned char words_broken_plurals[] = {
#embed "../../../Data/words/broken-plurals.tsv"
};

static const unsigned char words_clitics[] = {
#embed "../../../Data/words/clitics.tsv"
};

static const unsigned char words_stop_words[] = {
#embed "../../../Data/words/stop-words.tsv"
};

static const unsigned char words_verbs[] = {
#embed "../../../Data/words/verbs.tsv"
};

static const unsigned char registry_states[] = {
#embed "../../../Data/registry/states.tsv"
};

static const unsigned char registry_groups[] = {
#embed "../../../Data/registry/groups.tsv"
};

static const unsigned char registry_organisations[] = {
#embed "../../../Data/registry/organisations.tsv"
};

static const unsigned char registry_media[] = {
#embed "../../../Data/registry/media.tsv"
};

static const unsigned char registry_persons[] = {
#embed "../../../Data/registry/persons.tsv"
};

static const unsigned char registry_place_kinds[] = {
#embed "../../../Data/registry/place-kinds.tsv"
};

static const unsigned char reading_words[] = {
#embed "../../../Data/reading/words.tsv"
};

static const unsigned char reading_words_learnt[] = {
#embed "../../../Data/reading/words-learnt.tsv"
};

static const unsigned char reading_cues[] = {
#embed "../../../Data/reading/cues.tsv"
};

static const unsigned char reading_events[] = {
#embed "../../../Data/reading/events.tsv"
};

static const unsigned char reading_event_words[] = {
#embed "../../../Data/reading/event-words.tsv"
};

static const unsigned char reading_event_argument_words[] = {
#embed "../../../Data/reading/event-argument-words.tsv"
};

static const unsigned char reading_event_contexts[] = {
#embed "../../../Data/reading/event-contexts.tsv"
};

static const unsigned char reading_event_count_weights[] = {
#embed "../../../Data/reading/event-count-weights.tsv"
};

static const unsigned char reading_event_modes[] = {
#embed "../../../Data/reading/event-modes.tsv"
};

static const unsigned char reading_event_party_weights[] = {
#embed "../../../Data/reading/event-party-weights.tsv"
};

static const unsigned char reading_event_record_weights[] = {
#embed "../../../Data/reading/event-record-weights.tsv"
};

static const unsigned char reading_event_trigger_weights[] = {
#embed "../../../Data/reading/event-trigger-weights.tsv"
};

static const unsigned char reading_event_roles[] = {
#embed "../../../Data/reading/event-roles.tsv"
};

static const unsigned char reading_event_place_weights[] = {
#embed "../../../Data/reading/event-place-weights.tsv"
};

static const unsigned char reading_event_weights[] = {
#embed "../../../Data/reading/event-weights.tsv"
};

static const unsigned char reading_outlooks[] = {
#embed "../../../Data/reading/outlooks.tsv"
};

static const unsigned char places_unit_names[] = {
#embed "../../../Data/places/unit-names.tsv"
};

static const unsigned char watching_detectors[] = {
#embed "../../../Data/watching/detectors.tsv"
};

static const unsigned char watching_error_rates[] = {
#embed "../../../Data/watching/error-rates.tsv"
};

static const unsigned char watching_poisson_limits[] = {
#embed "../../../Data/watching/poisson-limits.tsv"
};

static const unsigned char mentions_shared[] = {
#embed "../../../Data/mentions/shared.tsv"
};
static const unsigned char mentions_heads[] = {
#embed "../../../Data/mentions/heads.tsv"
};

static const unsigned char watching_outcome_words[] = {
#embed "../../../Data/watching/outcome-words.tsv"
};

static const unsigned char watching_pressure_types[] = {
#embed "../../../Data/watching/pressure-types.tsv"
};

static const unsigned char watching_occasions[] = {
#embed "../../../Data/watching/occasions.tsv"
};

static const unsigned char reading_likelihood[] = {
#embed "../../../Data/reading/likelihood.tsv"
};

static const unsigned char names_spelling_units[] = {
#embed "../../../Data/names/spelling-units.tsv"
};

static const unsigned char names_latin_letters[] = {
#embed "../../../Data/names/latin-letters.tsv"
};

static const unsigned char names_sounds[] = {
#embed "../../../Data/names/sounds.tsv"
};

static const unsigned char names_particles[] = {
#embed "../../../Data/names/particles.tsv"
};

static const unsigned char names_words[] = {
#embed "../../../Data/names/words.tsv"
};

static const unsigned char places_countries[] = {
#embed "../../../Data/places/countries.tsv"
};

static const unsigned char places_regions[] = {
#embed "../../../Data/places/regions.tsv"
};

static const unsigned char places_governorates[] = {
#embed "../../../Data/places/governorates.tsv"
};

static const unsigned char places_districts[] = {
#embed "../../../Data/places/districts.tsv"
};

static const unsigned char places_known_places[] = {
#embed "../../../Data/places/known-places.tsv"
};

static const unsigned char places_towns[] = {
#embed "../../../Data/places/towns.tsv"
};

static const unsigned char places_ambiguous[] = {
#embed "../../../Data/places/ambiguous.txt"
};

static const unsigned char places_definite[] = {
#embed "../../../Data/places/definite.tsv"
};

static const unsigned char quantities_numbers[] = {
#embed "../../../Data/quantities/numbers.tsv"
};

static const unsigned char quantities_bounds[] = {
#embed "../../../Data/quantities/bounds.tsv"
};

static const unsigned char quantities_times[] = {
#embed "../../../Data/quantities/times.tsv"
};

static const unsigned char quantities_counted_nouns[] = {
#embed "../../../Data/quantities/counted-nouns.tsv"
};

static const unsigned char quantities_function_words[] = {
#embed "../../../Data/quantities/function-words.tsv"
};

static const unsigned char quantities_hijri_months[] = {
#embed "../../../Data/quantities/hijri-months.tsv"
};

static const unsigned char versions_notices[] = {
#embed "../../../Data/versions/notices.tsv"
};

static const unsigned char search_keywords[] = {
#embed "../../../Data/search/keywords.tsv"
};

static const unsigned char pages_strings_tsv[] = {
#embed "../../../Data/pages/strings.tsv"
};

static const unsigned char pages_marsad_css[] = {
#embed "../../../Data/pages/marsad.css"
};

static const unsigned char pages_desk_js[] = {
#embed "../../../Data/pages/desk.js"
};

static const unsigned char pages_search_js[] = {
#embed "../../../Data/pages/search.js"
};

static const unsigned char pages_marsad_js[] = {
#embed "../../../Data/pages/marsad.js"
};

static const unsigned char pages_mark_svg[] = {
#embed "../../../Data/pages/mark.svg"
};

static const unsigned char mentions_words[] = {
#embed "../../../Data/mentions/words.tsv"
};

static const unsigned char mentions_register[] = {
#embed "../../../Data/mentions/register.tsv"
};

static const unsigned char mentions_model[] = {
#embed "../../../Data/mentions/model.tsv"
};

static const unsigned char extracting_character_references[] = {
#embed "../../../Data/extracting/character-references.tsv"
};

static const unsigned char extracting_boilerplate[] = {
#embed "../../../Data/extracting/boilerplate.tsv"
};

static const unsigned char extracting_sites[] = {
#embed "../../../Data/extracting/sites.tsv"
};

static const unsigned char gathering_article_queries[] = {
#embed "../../../Data/gathering/article-queries.tsv"
};

static const unsigned char quantities_clock_words[] = {
#embed "../../../Data/quantities/clock-words.tsv"
};

static const unsigned char extracting_months[] = {
#embed "../../../Data/extracting/months.tsv"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof(bytes)}

static const marsad_data_file files[] = {
    FILE_ENTRY("mentions/words.tsv", mentions_words),
    FILE_ENTRY("mentions/model.tsv", mentions_model),
    FILE_ENTRY("mentions/register.tsv", mentions_register),
    FILE_ENTRY("places/ambiguous.txt", places_ambiguous),
    FILE_ENTRY("places/definite.tsv", places_definite),
    FILE_ENTRY("places/towns.tsv", places_towns),
    FILE_ENTRY("places/known-places.tsv", places_known_places),
    FILE_ENTRY("places/districts.tsv", places_districts),
    FILE_ENTRY("places/governorates.tsv", places_governorates),
    FILE_ENTRY("places/regions.tsv", places_regions),
    FILE_ENTRY("places/countries.tsv", places_countries),
    FILE_ENTRY("script/letters.tsv", script_letters),
    FILE_ENTRY("script/schemes.tsv", script_schemes),
    FILE_ENTRY("script/combining.tsv", script_combining),
    FILE_ENTRY("script/compositions.tsv", script_compositions),
    FILE_ENTRY("script/windows-1256.tsv", script_windows_1256),
    FILE_ENTRY("words/bases.tsv", words_bases),
    FILE_ENTRY("words/beginnings.tsv", words_beginnings),
    FILE_ENTRY("words/broken-plurals.tsv", words_broken_plurals),
    FILE_ENTRY("words/clitics.tsv", words_clitics),
    FILE_ENTRY("words/stop-words.tsv", words_stop_words),
    FILE_ENTRY("words/verbs.tsv", words_verbs),
    FILE_ENTRY("names/spelling-units.tsv", names_spelling_units),
    FILE_ENTRY("names/latin-letters.tsv", names_latin_letters),
    FILE_ENTRY("names/sounds.tsv", names_sounds),
    FILE_ENTRY("names/particles.tsv", names_particles),
    FILE_ENTRY("names/words.tsv", names_words),
    FILE_ENTRY("reading/cues.tsv", reading_cues),
    FILE_ENTRY("reading/event-argument-words.tsv", reading_event_argument_words),
    FILE_ENTRY("reading/event-contexts.tsv", reading_event_contexts),
    FILE_ENTRY("reading/event-count-weights.tsv", reading_event_count_weights),
    FILE_ENTRY("reading/event-modes.tsv", reading_event_modes),
    FILE_ENTRY("reading/event-party-weights.tsv", reading_event_party_weights),
    FILE_ENTRY("reading/event-record-weights.tsv", reading_event_record_weights),
    FILE_ENTRY("reading/event-trigger-weights.tsv", reading_event_trigger_weights),
    FILE_ENTRY("reading/event-roles.tsv", reading_event_roles),
    FILE_ENTRY("reading/event-place-weights.tsv", reading_event_place_weights),
    FILE_ENTRY("reading/event-weights.tsv", reading_event_weights),
    FILE_ENTRY("reading/event-words.tsv", reading_event_words),
    FILE_ENTRY("reading/events.tsv", reading_events),
    FILE_ENTRY("reading/likelihood.tsv", reading_likelihood),
    FILE_ENTRY("places/unit-names.tsv", places_unit_names),
    FILE_ENTRY("watching/detectors.tsv", watching_detectors),
    FILE_ENTRY("watching/error-rates.tsv", watching_error_rates),
    FILE_ENTRY("watching/poisson-limits.tsv", watching_poisson_limits),
    FILE_ENTRY("mentions/heads.tsv", mentions_heads),
    FILE_ENTRY("mentions/shared.tsv", mentions_shared),
    FILE_ENTRY("watching/outcome-words.tsv", watching_outcome_words),
    FILE_ENTRY("watching/pressure-types.tsv", watching_pressure_types),
    FILE_ENTRY("watching/occasions.tsv", watching_occasions),
    FILE_ENTRY("reading/outlooks.tsv", reading_outlooks),
    FILE_ENTRY("reading/words-learnt.tsv", reading_words_learnt),
    FILE_ENTRY("reading/words.tsv", reading_words),
    FILE_ENTRY("registry/states.tsv", registry_states),
    FILE_ENTRY("registry/groups.tsv", registry_groups),
    FILE_ENTRY("registry/organisations.tsv", registry_organisations),
    FILE_ENTRY("registry/media.tsv", registry_media),
    FILE_ENTRY("registry/persons.tsv", registry_persons),
    FILE_ENTRY("registry/place-kinds.tsv", registry_place_kinds),
    FILE_ENTRY("quantities/numbers.tsv", quantities_numbers),
    FILE_ENTRY("quantities/bounds.tsv", quantities_bounds),
    FILE_ENTRY("quantities/times.tsv", quantities_times),
    FILE_ENTRY("quantities/counted-nouns.tsv", quantities_counted_nouns),
    FILE_ENTRY("quantities/function-words.tsv", quantities_function_words),
    FILE_ENTRY("quantities/hijri-months.tsv", quantities_hijri_months),
    FILE_ENTRY("extracting/character-references.tsv", extracting_character_references),
    FILE_ENTRY("gathering/article-queries.tsv", gathering_article_queries),
    FILE_ENTRY("quantities/clock-words.tsv", quantities_clock_words),
    FILE_ENTRY("extracting/months.tsv", extracting_months),
    FILE_ENTRY("extracting/boilerplate.tsv", extracting_boilerplate),
    FILE_ENTRY("extracting/sites.tsv", extracting_sites),
    FILE_ENTRY("search/keywords.tsv", search_keywords),
    FILE_ENTRY("versions/notices.tsv", versions_notices),
    FILE_ENTRY("pages/strings.tsv", pages_strings_tsv),
    FILE_ENTRY("pages/marsad.css", pages_marsad_css),
    FILE_ENTRY("pages/desk.js", pages_desk_js),
    FILE_ENTRY("pages/search.js", pages_search_js),
    FILE_ENTRY("pages/marsad.js", pages_marsad_js),
    FILE_ENTRY("pages/mark.svg", pages_mark_svg),
};

marsad_data_file marsad_data(const char *name) {
  for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
    if (strcmp(files[i].name, name) == 0) return files[i];
  return (marsad_data_file){"", (const unsigned char *)"", 0};
}
