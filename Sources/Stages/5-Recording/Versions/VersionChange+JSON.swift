internal import ArabicWords
package import NewsModel

/// How changes of versions are written, by the command as by the API; keys are a promise to programs.
extension VersionChange {
  /// Writes the kind, what became of the stated dates, whether a notice in the text announces it, and whether it is a stealth edit, into an open object.
  package func writeFacts(to out: inout JSONWriter) {
    out.key("kind")
    out.string(kind.rawValue)
    out.key("dates")
    out.string(dates.rawValue)
    out.key("announced")
    out.boolean(isAnnounced)
    out.key("stealth")
    out.boolean(isStealth)
  }

  /// Writes the words that were changed in title and text into an open object.
  package func writeDifferences(to out: inout JSONWriter) {
    for (key, difference) in [("title", titleDifference()), ("text", textDifference())] {
      out.key(key)
      out.object { out in
        out.key("inserted_words")
        out.integer(difference.insertedWords)
        out.key("deleted_words")
        out.integer(difference.deletedWords)
        out.key("pieces")
        out.array { out in
          for piece in difference.pieces {
            out.object { out in
              out.key("kind")
              out.string(piece.kind.rawValue)
              out.key("text")
              out.string(piece.text)
            }
          }
        }
      }
    }
  }
}
