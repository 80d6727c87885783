internal import NewsModel

/// How a stance is coloured: four tones, so that colours can be told apart.
enum StanceTone: String, Sendable, CaseIterable {
  case neutral, doubt, hostile, will

  /// The tone of a stance.
  init(_ stance: Stance) {
    switch stance {
    case .say, .affirm: self = .neutral
    case .claim, .deny, .refuse: self = .doubt
    case .warn, .threaten, .accuse, .condemn: self = .hostile
    case .demand, .promise, .praise: self = .will
    }
  }
}

extension PageParts {
  /// The card of a statement; `content` is what is said.
  func statementCard(_ statement: Statement, content: String, at place: CardPlace) -> HTML {
    var remarks: [HTML] = [HTML(text: say["record.mode.\(statement.mode.rawValue)"])]
    if statement.isLoaded { remarks.append("<em>\(say["record.loaded"])</em>") }
    if !statement.chain.isEmpty {
      remarks.append(HTML(text: say["record.chain", ["names": isolated(statement.chain)]]))
    }
    if statement.inTitle { remarks.append(HTML(text: say["record.in_title"])) }
    let tone = StanceTone(statement.stance)
    return card(
      .statement, at: place, classes: "statement tone-\(tone.rawValue)",
      head: "\(tag(say["stance.\(statement.stance.rawValue)"], "tone-\(tone.rawValue)")) "
        + speaker(statement),
      body: quotation(content), remarks: remarks)
  }

  /// Who said it, with the office.
  func speaker(_ statement: Statement) -> HTML {
    let name: HTML =
      statement.speakerName.isEmpty
      ? HTML(
        text: statement.sourceClass.map { say["class.\($0.rawValue)"] }
          ?? say["record.speaker_unknown"])
      : named(statement.speakerName, statement.speakerEntry)
    let role: HTML? = statement.role.map { " <span class=\"role\">\(HTML.outside($0))</span>" }
    return "<b class=\"who\">\(name)</b>\(role)"
  }

  private func isolated(_ names: [String]) -> String {
    names.map { "\u{2068}\($0)\u{2069}" }.joined(separator: say["record.separator"])
  }
}
