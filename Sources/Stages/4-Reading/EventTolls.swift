import ArabicWords
import NewsModel

// Deaths that a sentence tells in so many words of its only attack.

extension EventReader {
  /// Gives attacks for which no number was chosen the deaths that their sentence tells (`أودى الهجوم بحياة خمسة`, `مخلفا
  /// قتيلتين`), if it tells of one number only and of no other attack that has one.
  mutating func addTolls(_ indices: Range<Int>, _ mentions: [CountMention]) {
    for k in indices where drafts[k].type == .assault && drafts[k].killed == nil {
      let sentence = analysis.sentence(drafts[k].at)
      let others = drafts.indices.filter {
        $0 != k && drafts[$0].type == .assault && sentence.contains(drafts[$0].at)
      }
      guard !others.contains(where: { drafts[$0].killed != nil || drafts[$0].at < drafts[k].at })
      else { continue }
      guard let toll = toll(in: sentence, mentions) else { continue }
      var count = toll
      count.saidBy = drafts[k].statement.map { speakers[$0] }
      drafts[k].killed = count
    }
  }

  /// The number of deaths that a sentence tells; `nil` if it tells none or several.
  private func toll(in sentence: Range<Int>, _ mentions: [CountMention]) -> CasualtyCount? {
    var tolls = mentions.filter {
      sentence.contains($0.tokens.lowerBound) && isOfDead($0)
    }.map(\.count)
    for i in sentence where isOneDead(i, mentions) {
      tolls.append(CasualtyCount(low: 1, best: 1, high: 1))
    }
    return tolls.count == 1 ? tolls[0] : nil
  }

  /// Whether the number is that of lives (`بحياة خمسة`, `أرواح خمسة`), or of two who are called killed (`قتيلتين`).
  private func isOfDead(_ mention: CountMention) -> Bool {
    let first = mention.tokens.lowerBound
    return analysis.isWord(first - 1, "بحياه") || analysis.isWord(first - 1, "ارواح")
      || mention.form == .dual && scene.has(first, .killed)
  }

  /// Whether one is called killed without a number (`قتيلا`, `قتيلا واحدا`).
  private func isOneDead(_ i: Int, _ mentions: [CountMention]) -> Bool {
    (analysis.isWord(i, "قتيلا") || analysis.isWord(i, "قتيله")) && scene.number(at: i - 1) == nil
      && !mentions.contains { $0.tokens.contains(i) || $0.tokens.upperBound == i }
  }
}
