extension Brief {
  /// The brief as a document of word processors (ECMA-376, WordprocessingML): title, headings, a list a part.
  ///
  /// Paragraphs run in the direction of their first letter, so that an Arabic title within an English brief is read
  /// rightly; the Arabic brief's pages run from right to left.
  ///
  /// - Parameters:
  ///   - language: Its language.
  ///   - site: The address under which the pages are seen, for links; `nil` for none.
  /// - Returns: The bytes of a .docx file, the same each time.
  package func docx(in language: PageLanguage, site: String?) -> [UInt8] {
    let say = Wording(language)
    var document = WordWriter(language)
    document.paragraph(.title, [.init(text: title(say))])
    for part in parts(say) {
      document.paragraph(.heading, [.init(text: heading(part, say))])
      if part.items.isEmpty { document.paragraph(.plain, [.init(text: say["brief.nothing"])]) }
      for item in part.items {
        let link = site.map { Brief.address($0, item, language) }
        let title = WordWriter.Run(text: item.title, isBold: true, link: link)
        document.paragraph(.item, [title] + item.lines.map { WordWriter.Run(line: $0) })
      }
    }
    document.paragraph(.plain, [.init(text: say["site.stance"])])
    return document.file
  }
}
