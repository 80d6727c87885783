internal import NewsModel
internal import Recording

/// Where a record's card stands, which settles what it leads to.
enum CardPlace: Sendable {
  /// In a list: it leads to the record's place in its article.
  case list(RecordOrigin)
  /// Beside the article's text, under this number: it leads to its span.
  case besideText(number: Int)
}

/// The letter that a record's fragment begins with: `#s3` is the third statement in the text.
enum RecordLetter: String, Sendable, CaseIterable {
  case statement = "s"
  case outlook = "o"
  case event = "e"

  /// The fragment of the mark in the text.
  func anchor(_ number: Int) -> String { "\(rawValue)\(number)" }

  /// The fragment of the card beside the text.
  func cardAnchor(_ number: Int) -> String { "record-\(rawValue)\(number)" }
}

extension PageParts {
  /// A record's card: a head with its kind and whose it is, a body with what it says, and small print.
  func card(
    _ letter: RecordLetter, at place: CardPlace, classes: String, head: HTML, body: HTML,
    remarks: [HTML]
  ) -> HTML {
    switch place {
    case .besideText(let number):
      let anchor = letter.anchor(number)
      return """
        <li class="card \(classes)" id="\(letter.cardAnchor(number))" data-card="\(anchor)">
        <p class="card-head"><a class="to-text" href="#\(anchor)" title="\(say["record.to_text"])">\(say.number(number))</a> \(head)</p>
        \(body)
        \(smallPrint(remarks))</li>

        """
    case .list(let origin):
      let page = address(
        .article(id: origin.article), fragment: letter.anchor(origin.index + 1))
      return """
        <li class="card \(classes)">
        <p class="card-head">\(head)</p>
        \(body)
        \(smallPrint(remarks))<p class="origin"><a href="\(page)">\(title(origin.title))</a>
        <span class="muted">\(source(origin.source)) · \(published(origin.published))</span></p></li>

        """
    }
  }

  /// A piece of an article as a quotation, at most 600 characters of it.
  func quotation(_ text: String) -> HTML {
    let shown = text.count > 600 ? text.prefix(600) + "…" : text[...]
    return "<blockquote dir=\"auto\">\(marked(String(shown)))</blockquote>"
  }

  /// A labelled line of a card.
  func line(_ label: String, _ value: HTML) -> HTML {
    "<p class=\"field\"><span class=\"label\">\(label)</span> \(value)</p>"
  }

  /// A small label.
  func tag(_ text: String, _ classes: String = "") -> HTML {
    "<span class=\"tag \(classes)\">\(text)</span>"
  }

  /// Names from outside, with separators of the page's language.
  func names(_ names: [String]) -> HTML {
    names.map { HTML.outside($0) }.joined(by: HTML(text: say["record.separator"]))
  }

  private func smallPrint(_ remarks: [HTML]) -> HTML {
    remarks.isEmpty ? .nothing : "<p class=\"remarks\">\(remarks.joined(by: " · "))</p>"
  }
}
