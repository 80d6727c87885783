internal import ArgumentParser
internal import Recording

/// How a search is meant as a whole.
struct SearchOptions: ParsableArguments {
  @Option(
    name: .customLong("in"), help: "What is listed: articles, statements, outlooks or events.")
  var kind: SearchKind = .articles

  @Option(
    help: ArgumentHelp(
      "How words are compared.",
      discussion: """
        forms: سوريا finds وبسوريا and السورية. words: it finds سوریا too, but no other form. \
        letters: one letter per letter whatever the keyboard, but احمد does not find أحمد. \
        spelling: letter for letter.
        """))
  var matching: SearchQuery.Matching = .forms

  @Flag(help: "One of the words is enough; the more the better.")
  var any = false

  @Flag(inversion: .prefixedNo, help: "Words in Latin letters find names in Arabic ones too.")
  var names = true

  /// The options as searches take them.
  var meaning: SearchQuery.Options {
    var options = SearchQuery.Options()
    options.matching = matching
    options.joining = any ? .any : .all
    options.findsNames = names
    return options
  }
}
