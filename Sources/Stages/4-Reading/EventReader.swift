import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel

/// Finds what happened in one article.
struct EventReader {
  var scene: EventScene
  let analysis: TextAnalysis
  let statements: [StatementReader.Draft]
  /// The resolved names of the statements' speakers, in the order of `statements`.
  let speakers: [String]
  let published: CalendarDay?
  /// Whether candidates that the models of confidence reject are left out.
  let isStrict: Bool
  /// Whether records tell what their confidence rests on.
  let explains: Bool
  let times: [TimeExpression]
  let places: [PlaceMention]
  /// The places, and what else may be one, in the order of the text.
  let namedPlaces: [PlaceMention]
  /// The pieces of text that the choices weigh.
  let pieces: TextPieces
  var drafts: [EventDraft] = []
  /// The words that may tell of events by what labelled articles tell of them.
  var candidates: [TriggerCandidate] = []
  /// The place that each draft's own clauses tell by the rules.
  var ruledPlaces: [PlaceMention?] = []

  /// Looks at an article; its numbers and times are asked for only if it may tell of events.
  init(
    _ analysis: TextAnalysis, _ quantities: @autoclosure () -> Quantities,
    statements: [StatementReader.Draft],
    speakers: [String], published: CalendarDay?, named: [FoundName] = [], isStrict: Bool,
    explains: Bool, lexicon: EventLexicon = .standard, _ memory: inout ReadingMemory
  ) {
    self.speakers = speakers
    self.isStrict = isStrict
    self.explains = explains
    self.analysis = analysis
    self.statements = statements
    self.published = published
    scene = EventScene(analysis, lexicon: lexicon, &memory.events)
    pieces = TextPieces(
      analysis.text, numbers: scene.mayTellEvents ? analysis.numbers : [], lexicon.vocabulary,
      &memory.pieces)
    guard scene.mayTellEvents else {
      times = []
      places = []
      namedPlaces = []
      return
    }
    let quantities = quantities()
    scene.survey(quantities.numbers, &memory.places)
    times = quantities.times
    places = scene.placeMentions()
    namedPlaces = (places + scene.otherPlaces(besides: places, named)).sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
  }

  /// The events of the article, in the order of their triggers.
  mutating func read() -> [Event] {
    find()
    let ruled = choose()
    return confirmed(by: ruled)
  }

  /// Chooses places and parties, and adds the events that words tell of by labelled articles.
  ///
  /// - Parameter watch: Sees the drafts of the rules, and those that are added, before anything is chosen for them.
  /// - Returns: The drafts of the rules with the parties that they take.
  mutating func choose(_ watch: (EventReader, Range<Int>) -> Void = { _, _ in }) -> [EventDraft] {
    guard scene.mayTellEvents else { return [] }
    watch(self, drafts.indices)
    var placeWords = OwnWords(count: namedPlaces.count)
    choosePlaces(drafts.indices, &placeWords)
    let ruled = drafts
    let numbers = countMentions()
    chooseCounts(drafts.indices, numbers)
    let parties = partySurvey()
    var partyWords = OwnWords(count: scene.entities.count)
    chooseParties(drafts.indices, parties, &partyWords)
    let learnt = addLearnt()
    watch(self, learnt)
    choosePlaces(learnt, &placeWords)
    chooseCounts(learnt, numbers)
    chooseParties(learnt, parties, &partyWords)
    drafts.sort { ($0.at, $0.isLearnt ? 1 : 0) < ($1.at, $1.isLearnt ? 1 : 0) }
    return ruled
  }

  /// Finds the events, with the arguments and circumstances that the rules tell.
  mutating func find() {
    guard scene.mayTellEvents else { return }
    for i in 0..<analysis.count {
      guard let first = scene.forms[i], !isStanding(i, first), !isPredicate(i, first),
        !isCarried(i, first), !analysis.isLink(i), !isPious(i, first)
      else { continue }
      for form in scene.readings(of: i) {
        guard let draft = draft(at: i, form) else { continue }
        drafts.append(draft)
        break
      }
    }
    for index in drafts.indices { fillCircumstances(index) }
    join()
    ruledPlaces = drafts.map(\.place)
    inherit()
  }

  private func draft(at i: Int, _ form: EventForm) -> EventDraft? {
    let trigger = scene.lexicon.triggers[form.trigger]
    guard trigger.frame != .light, !scene.isFigurative(i, trigger) else { return nil }
    if form.kind == .participle, trigger.frame == .prot, !isCrowd(i) { return nil }
    var draft = EventDraft(at: i, form: form, trigger: trigger, type: trigger.type)
    fillArguments(&draft)
    guard holds(trigger.needs, draft) else { return nil }
    guard let status = status(of: draft) else { return nil }
    draft.status = status
    setType(&draft)
    return draft
  }

  /// Finds those who act and suffer, and the statement that tells of it.
  func fillArguments(_ draft: inout EventDraft) {
    let i = draft.at
    draft.isDefinite =
      draft.form.kind == .noun
      && (scene.hasArticle(i) || analysis.has(i - 1, .demonstrative) || isRanked(i))
    draft.statement = statements.lastIndex { $0.content.contains(i) }
    let arguments = arguments(of: i, draft.form, draft.trigger)
    draft.actors = arguments.actors
    draft.recipients = arguments.recipients
    if draft.trigger.frame.isVerbal { readVerbalAct(&draft) }
    if draft.actors.isEmpty, isOfForces(draft), let force = announcingForce(at: i) {
      draft.actors = [force]
    }
  }

  /// Whether the noun names what is there and no deed: `مراكز الاحتجاز`, `مناطق سيطرتهم`, `التهديد الدائم`.
  private func isStanding(_ i: Int, _ form: EventForm) -> Bool {
    let trigger = scene.lexicon.triggers[form.trigger]
    // `يقول منتقدون`: who speaks is no deed.
    if form.kind == .participle, form.isPlural, trigger.frame.isVerbal,
      analysis.cue(i - 1)?.form.kind == .past || analysis.cue(i - 1)?.form.kind == .present
    {
      return true
    }
    // `المتهمين بالقتل`: who is accused, and no charge.
    if form.kind == .participle, form.isPlural, trigger.frame == .blame,
      scene.hasArticle(i) || !analysis.isComma(i - 1) && analysis.hasEnding(i, "ين")
    {
      return true
    }
    // `الحزب المحظور`
    if form.kind == .participle, trigger.lemma == "حظر", scene.hasArticle(i),
      scene.hasArticle(i - 1)
    {
      return true
    }
    guard form.kind == .noun else { return false }
    // `مؤسسة النور للوساطة`: what a body is for belongs to its name.
    if scene.prefix(i) == .l, scene.hasArticle(i),
      let body = (max(0, i - 4)..<i).last(where: {
        analysis.has($0, [.body, .media]) && !scene.hasArticle($0) && scene.prefix($0) == .none
      }), analysis.nounPhrase(at: body, limit: i + 1)?.tokens.upperBound == i + 1
    {
      return true
    }
    // `هيئة تحرير الشام`, `منظمة التحرير`: a name.
    if trigger.lemma == "حرر", !scene.hasArticle(i - 1), scene.prefix(i) == .none,
      scene.has(i - 1, .armed) || analysis.has(i - 1, .body)
    {
      return true
    }
    // `الوضع تحت السيطرة`
    if trigger.frame == .take, scene.hasArticle(i), analysis.isWord(i - 1, "تحت"),
      !analysis.hasEnding(i + 1, "ه")
    {
      return true
    }
    // `داخل سجن المدينة`
    if scene.has(i, .facility), analysis.has(i - 1, .preposition) || scene.prefix(i) == .b {
      return true
    }
    if scene.has(i - 1, .facility), !scene.hasArticle(i - 1), scene.hasArticle(i) { return true }
    if trigger.frame == .take, form.hasPronoun {
      return analysis.isWord(i - 1, "منطقه") || analysis.isWord(i - 1, "مناطق")
        || analysis.isWord(i - 1, "تحت") || analysis.isWord(i - 1, "خارج")
    }
    guard trigger.type == .threaten else { return false }
    return scene.hasArticle(i) && scene.prefix(i + 1) != .b || scene.isRelationAdjective(i + 1)
  }

  /// Whether the noun only says what something is (`وصفه بأنه هجوم جبان`, `كعمل إرهابي`, `كل اعتداء`).
  private func isPredicate(_ i: Int, _ form: EventForm) -> Bool {
    guard form.kind == .noun, !form.hasPronoun, !scene.hasArticle(i),
      scene.lexicon.triggers[form.trigger].type == .assault
    else { return false }
    if scene.prefix(i) == .k { return true }
    return Self.copulas.contains { analysis.isWord(i - 1, $0) }
  }

  private static let copulas: [StaticString] = [
    "بانه", "بانها", "انه", "انها", "هو", "هي", "كل", "اي", "يعد", "تعد", "يعتبر", "تعتبر", "يشكل",
    "تشكل", "يمثل", "تمثل", "باعتباره", "باعتبارها", "ك",
  ]

  /// Whether the noun is the object without which the trigger before it would be none
  /// (`بسط سيطرته`, `وقف إطلاق النار`).
  private func isCarried(_ i: Int, _ form: EventForm) -> Bool {
    guard i > 0, form.kind == .noun, let carrier = scene.trigger(i - 1) else { return false }
    return carrier.frame != .light && analysis.text.look(up: i, in: carrier.next) >= 0
  }

  /// Whether the verb belongs to a prayer (`أيده الله`) or to a verse, which is written with all its vowels.
  func isPious(_ i: Int, _ form: EventForm) -> Bool {
    if form.isVerb, analysis.isWord(i + 1, "الله") { return true }
    if (max(0, i - 12)..<i).contains(where: { analysis.isWord($0, "تعالي") }) { return true }
    return scene.isVocalized(i) && (scene.isVocalized(i - 1) || scene.isVocalized(i + 1))
  }

  /// Whether those who protest are told of as a crowd: some, a number, or such as gather.
  private func isCrowd(_ i: Int) -> Bool {
    guard scene.hasArticle(i) else { return true }
    return (max(0, i - 2)..<i).contains {
      scene.has($0, [.gathers, .quantifier]) || scene.number(at: $0) != nil
    }
  }

  /// Whether the noun ranks what was told (`كان ذلك أسوأ هجوم`).
  private func isRanked(_ i: Int) -> Bool {
    Self.ranks.contains { analysis.isWord(i - 1, $0) }
      && (max(0, i - 3)..<i).contains { analysis.has($0, .demonstrative) }
  }

  private static let ranks: [StaticString] = ["اسوا", "اعنف", "اكبر", "اول", "اخطر", "احدث"]

  /// Takes the speaker of the statement whose cue the trigger is.
  private func readVerbalAct(_ draft: inout EventDraft) {
    var from = draft.at + 1
    if let index = statements.firstIndex(where: { $0.cue?.contains(draft.at) == true }) {
      draft.statement = index
      let statement = statements[index]
      var speaker = statement.speaker
      let hasSubject = draft.actors.contains {
        scene.entities[$0].tokens.lowerBound == draft.at + 1 && scene.entities[$0].isNamed
          && !scene.entities[$0].isPolitical
      }
      if speaker == nil, !hasSubject, let member = statement.member {
        speaker =
          statements.last {
            $0.member == member && $0.speaker != nil && $0.content.lowerBound < draft.at
          }?.speaker
      }
      if let speaker {
        let whole = speaker.lowerBound > draft.at ? withoutAddressee(speaker) : speaker
        draft.speaker = whole
        draft.actors = Set(whole.map { scene.entityOf[$0] }).filter { $0 >= 0 }.map { Int($0) }
          .sorted()
        if whole.lowerBound > draft.at { from = whole.upperBound }
      }
    }
    draft.recipients.removeAll { draft.actors.contains($0) }
    if draft.recipients.isEmpty { draft.recipients = addressed(draft, from: from) }
  }

  /// A speaker's phrase without the one addressed who follows it (`طالب الوزير الحزب ب`).
  private func withoutAddressee(_ speaker: Range<Int>) -> Range<Int> {
    let first = scene.entityOf[speaker.lowerBound]
    for i in speaker where i > speaker.lowerBound {
      let index = scene.entityOf[i]
      guard index >= 0, index != first else { continue }
      let entity = scene.entities[Int(index)]
      if entity.tokens.lowerBound == i, entity.relation == .none, !entity.isLinked,
        scene.hasArticle(i),
        entity.isArmed || analysis.has(i, .body) || scene.has(i, [.governs, .vague])
      {
        return speaker.lowerBound..<i
      }
    }
    return speaker
  }

  /// Those at the other end of a verbal act, behind its speaker.
  private func addressed(_ draft: EventDraft, from start: Int) -> [Int] {
    let limit = min(analysis.sentence(draft.at).upperBound, start + 12)
    var i = start
    while i < limit {
      if analysis.has(i, .that) { return [] }
      let index = Int(scene.entityOf[i])
      if index >= 0 {
        let entity = scene.entities[index]
        let isFree =
          entity.relation == .none || entity.relation == .from && draft.trigger.frame == .ask
        if entity.isPolitical || entity.isNamed, !draft.actors.contains(index), !entity.isMeasure,
          isFree || draft.trigger.frame == .praise
        {
          return withLinked(index)
        }
        i = max(i + 1, entity.tokens.upperBound)
      } else {
        if scene.forms[i]?.kind == .noun, draft.trigger.frame == .blame { return [] }
        i += 1
      }
    }
    return []
  }

  /// A promise of what would be another type is AGREE, an announced withdrawal or truce CONCEDE, an
  /// announced refusal or sanction THREATEN; to say that one won't allow is to refuse.
  ///
  /// Source: "PLOVER Manual" 2.0, the sections of the types.
  private func setType(_ draft: inout EventDraft) {
    let i = draft.at
    if draft.trigger.mode == "ceasefire", (max(0, i - 4)..<i).contains(where: { isDeclaration($0) })
    {
      draft.type = .concede
    }
    if draft.type == .agree, draft.status == .negated, analysis.isWord(i - 1, "لن") {
      draft.type = .reject
      draft.status = .actual
    }
    guard draft.status == .future else { return }
    switch draft.type {
    case .consult, .support, .cooperate, .aid: draft.type = .agree
    case .retreat: draft.type = .concede
    case .reject, .sanction: draft.type = .threaten
    default: break
    }
  }

  private func isDeclaration(_ i: Int) -> Bool {
    analysis.isWord(i, "اعلن") || analysis.isWord(i, "اعلنت") || analysis.isWord(i, "اعلان")
      || analysis.isWord(i, "واعلن") || analysis.isWord(i, "واعلنت")
      || analysis.isWord(i, "اعلنوا")
  }

  /// Whether what the trigger's line asks for stands near it.
  private func holds(_ needs: EventNeeds, _ draft: EventDraft) -> Bool {
    let near = scene.near(draft.at)
    let people = (draft.actors + draft.recipients).map { scene.entities[$0] }
    let isArmed = people.contains { $0.isArmed } || near.contains { scene.has($0, .armed) }
    if needs.contains(.armed), !isArmed { return false }
    if needs.contains(.political), !people.contains(where: { $0.isPolitical || $0.isNamed }) {
      return false
    }
    if needs.contains(.person), !people.contains(where: { $0.isSomeone || $0.isNumbered }) {
      return false
    }
    if needs.contains(.bomb), !near.contains(where: { scene.has($0, .bomb) }), !isArmed {
      return false
    }
    if needs.contains(.weapon), !near.contains(where: { scene.has($0, .weapon) }) { return false }
    if needs.contains(.war), !isArmed, !people.contains(where: { $0.isState || $0.isNational }) {
      return false
    }
    if needs.contains(.weak), draft.actors.isEmpty,
      !(draft.form.hasPronoun && !draft.recipients.isEmpty)
    {
      return false
    }
    if needs.contains(.relief), !near.contains(where: { scene.has($0, .relief) }) { return false }
    if needs.contains(.target), draft.recipients.isEmpty { return false }
    if draft.trigger.frame == .ask, draft.recipients.isEmpty,
      !draft.actors.contains(where: { scene.entities[$0].isState }), contentMode(of: draft) == nil
    {
      return false
    }
    if needs.contains(.seize) {
      return draft.recipients.contains {
        scene.entities[$0].isSomeone || scene.entities[$0].isNumbered
      }
        || near.contains { scene.has($0, .weapon) }
    }
    if needs.contains(.advance) {
      let end = min(draft.at + 8, analysis.sentence(draft.at).upperBound)
      return draft.at + 1 < end
        && (draft.at + 1..<end).contains {
          analysis.isWord($0, "باتجاه") || analysis.isWord($0, "نحو")
            || analysis.isWord($0, "ميداني")
            || analysis.isWord($0, "ميدانيا") || analysis.isWord($0, "الميداني")
            || scene.has($0, .armed) && draft.form.kind == .noun && $0 == draft.at + 1
        }
    }
    return true
  }
}
