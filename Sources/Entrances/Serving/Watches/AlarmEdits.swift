internal import NewsModel

/// What is shown of alarms about edits.
extension Alarm {
  /// The passages that were edited; none of counts.
  var passages: [EditedPassage] { edit?.passages ?? [] }

  /// The page on which what raised it is seen: the period of its watch, or the words that were edited.
  func route() -> Route {
    guard edit != nil, let article = evidence.first?.article else { return .watch(watch) }
    return .versions(article: article)
  }

  /// The address of that page.
  func address(in language: PageLanguage) -> String {
    guard let edit else {
      return Link.address(route(), in: language, fragment: "p\(period)")
    }
    let version = QueryItems.Item(name: "version", value: String(edit.versions.upperBound))
    return Link.address(route(), in: language, QueryItems([version]), fragment: "difference")
  }
}

extension EditedPassage {
  /// The passage with what was deleted and inserted marked.
  var html: HTML {
    let gone: HTML? = deleted.isEmpty ? nil : "<del>\(deleted)</del>"
    let new: HTML? = inserted.isEmpty ? nil : "<ins>\(inserted)</ins>"
    return "<p class=\"difference\" dir=\"auto\">\(before)\(gone)\(new)\(after)</p>\n"
  }
}
