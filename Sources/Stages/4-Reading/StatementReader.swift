import ArabicScript
import ArabicWords
import NewsModel

/// Finds who said what in one article.
struct StatementReader {
  /// A statement with its place among the tokens, while the article is being read.
  struct Draft {
    var content: Range<Int>
    var cue: Range<Int>?
    var speaker: Range<Int>?
    var member: Int?
    var stance: Stance
    var isLoaded: Bool
    var mode: StatementMode
    var chain: [Int]
    var rule: String
  }

  let analysis: TextAnalysis
  var roster: Roster
  var drafts: [Draft] = []
  /// The member who spoke last, and the one before.
  var lastSpeaker: Int?
  /// The member who is the subject of the sentence being read.
  var sentenceSubject: Int?
  /// The token behind place and outlet at the head of the text.
  let bodyStart: Int

  init(_ analysis: TextAnalysis) {
    self.analysis = analysis
    bodyStart = CreditReader(analysis: analysis).bodyStart
    roster = Roster(analysis)
  }

  /// Reads the whole article, sentence by sentence.
  mutating func read() {
    for sentence in analysis.sentences where !analysis.isLink(sentence.lowerBound) {
      sentenceSubject = nil
      readColonForm(sentence)
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        if analysis.speechOf[i] < 0 {
          if analysis.isWord(i, "هكذا") { readThus(i, sentence) }
          if analysis.isWord(i, "بهذه") { readTheseWords(i, sentence) }
          if let attribution = analysis.attribution(at: i) {
            readAttribution(attribution, sentence)
            // A verb of passing on inside the cue (`حسب ما نقلت`) is read too.
            let last = attribution.cue.upperBound - 1
            if analysis.cue(last)?.verb.passesOn != true { i = last }
            i += 1
            continue
          }
          readToken(i, sentence)
        }
        i += 1
      }
    }
    readFloatingQuotations()
    readInterview()
  }

  private mutating func readToken(_ i: Int, _ sentence: Range<Int>) {
    if analysis.isWord(i, "بالقول") {
      let form = CueForm(
        verb: 0, kind: .verbalNoun, isFeminine: false, isPlural: false, hasPronoun: true)
      return readVerbalNoun(i, form, CueVerb.clauseOnly, sentence)
    }
    if analysis.isWord(i + 1, "علي"), readEmphasis(i, sentence) { return }
    // A text may end with the word (`كما جاء في تصريح`).
    if analysis.has(i, .speechNoun), i + 1 < sentence.upperBound, !analysis.words[i].hasArticle,
      !analysis.words[i].hasPronoun
    {
      if readSpeechNoun(i, sentence) { return }
    }
    guard let (form, verb) = analysis.cue(i),
      analysis.words[i].prefix == .none || form.kind == .verbalNoun || returnsToSay(i, form)
    else { return }
    switch form.kind {
    case .past, .present:
      guard isVerbHere(i, form, sentence) else { return }
      if verb.takesClaim { return readClaim(i, form, verb, sentence) }
      if verb.passesOn || verb.learns { return readPassedOn(i, form, verb, sentence) }
      if form.hasPronoun && !verb.takesNoun && !verb.hasAddressee && !speaksAtOnce(i, verb) {
        return readBackReference(i, form, verb, sentence)
      }
      readVerb(i, form, verb, sentence)
    case .participle:
      guard analysis.isParticipleCue(i) else { return }
      readParticiple(i, form, verb, sentence)
    case .verbalNoun:
      readVerbalNoun(i, form, verb, sentence)
    }
  }

  /// Whether a verb with ل tells what one came back or came out to say (`عاد المتحدث ليقول إن`).
  private func returnsToSay(_ i: Int, _ form: CueForm) -> Bool {
    form.kind == .present && analysis.words[i].prefix == .l
      && Range(max(analysis.sentence(i).lowerBound, i - 6), upTo: i).contains {
        analysis.has($0, .returning)
      }
  }

  /// Whether a colon or a quotation of speech stands close behind a verb (`خاطبهم: «...»`).
  private func speaksAtOnce(_ i: Int, _ verb: CueVerb) -> Bool {
    Range(i + 1, upTo: min(i + 6, analysis.count)).contains { at in
      analysis.isMark(at, 0x3A)
        || analysis.quotation(openedAt: at)?.content.first.map { analysis.speechOf[$0] >= 0 }
          == true
    }
  }

  /// Adds a statement; its speaker is then the one who spoke last.
  mutating func add(
    _ content: SpeechContent, cue: Range<Int>, phrase: NounPhrase? = nil,
    speaker: Range<Int>? = nil,
    member: Int?, verb: CueVerb, chain: [Int] = [], rule: String
  ) {
    if let last = drafts.last, last.content == content.tokens,
      last.cue == cue || name(of: member) == name(of: last.member)
    {
      return
    }
    drafts.append(
      Draft(
        content: content.tokens, cue: cue, speaker: phrase?.shortest ?? speaker, member: member,
        stance: verb.stance, isLoaded: verb.isLoaded, mode: content.mode, chain: chain, rule: rule))
    if let member {
      // `قال الفريق في بيان إن`: the report that is cited later is theirs.
      for i in cue.upperBound..<max(cue.upperBound, content.tokens.lowerBound)
      where analysis.has(i, .document) && analysis.has(i - 1, .preposition) {
        roster.issued(i, by: member)
      }
      let isWithin = drafts.dropLast().last.map { outer in
        outer.mode == .indirect && outer.content.contains(cue.lowerBound)
          && outer.content.contains(content.tokens.lowerBound)
      }
      // `أضاف أن الوزير دعا إلى ...`: the next sentence goes on with the one outside.
      if isWithin != true {
        lastSpeaker = member
        sentenceSubject = member
      }
    }
  }
}

extension StatementReader {
  private func name(of member: Int?) -> String? { member.map { roster.members[$0].name } }
}

extension CueVerb {
  /// A frame that takes only a clause, a colon or a quotation.
  static let clauseOnly = CueVerb(
    lemma: "", stance: .say, takesClause: true, takesNoun: false, takesClaim: false,
    takesPrayer: false, takesQuestion: false, passesOn: false, learns: false,
    prepositions: [], takesB: false,
    takesL: false, clausePrepositions: [], hasAddressee: false,
    isLoaded: false, isWeak: true, takesDeed: false, needsColon: false, namesObject: false,
    standsInDocument: false, isImpersonal: false)
}
