import ArabicWords
import NewsModel

extension StatementReader {
  /// One line of the text, with the mark or letter that opens it.
  private struct Line {
    /// What opens a line of an interview: a bullet, `س` and `ج` with a colon, or who asks or answers with one
    /// (`الصحيفة:`, `سالم الحيدري:`).
    enum Opener: Equatable {
      case none
      case bullet(Unicode.Scalar)
      case question, answer
      /// The folded words before the colon.
      case name([[UInt8]])
    }

    let opener: Opener
    /// The tokens behind the opener.
    let tokens: Range<Int>
    let asks: Bool
  }

  /// Reads an interview: each answer is a statement of the one who is asked, from its first word to the next
  /// question; what is said within an answer is part of it.
  ///
  /// A text is an interview if at least three questions are each followed by an answer, and either the
  /// questions or the answers are marked at the start of their lines. Without a person who is named before the
  /// first question nobody is made up, and nothing is read.
  mutating func readInterview() {
    let lines = lines()
    let asked = questions(in: lines)
    guard asked.count >= 3, let first = asked.first,
      let member = answering(lines[first + 1])
        ?? interviewee(before: lines[first].tokens.lowerBound)
    else { return }
    var answers: [Range<Int>] = []
    for (place, line) in asked.enumerated() {
      let next = place + 1 < asked.count ? asked[place + 1] : line + 2
      let start = lines[line + 1].tokens.lowerBound
      answers.append(Range(start, upTo: lines[min(next, lines.count) - 1].tokens.upperBound))
    }
    drafts.removeAll { draft in
      answers.contains { $0.overlaps(draft.content) || draft.cue.map($0.overlaps) ?? false }
    }
    for answer in answers {
      drafts.append(
        Draft(
          content: withoutFinalMark(answer), cue: nil, speaker: nil, member: member, stance: .say,
          isLoaded: false, mode: .direct, chain: [], rule: "interview"))
    }
    drafts.sort { $0.content.lowerBound < $1.content.lowerBound }
  }

  private func withoutFinalMark(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    while end - 1 > tokens.lowerBound, analysis.isPunctuation(end - 1) { end -= 1 }
    return tokens.lowerBound..<end
  }

  /// The lines that ask, each with an answer before the next; of those that open with names the ones that the same one
  /// answers most often.
  private func questions(in lines: [Line]) -> [Int] {
    var asked: [Int] = []
    for line in lines.indices where isQuestion(line, in: lines) && asked.last != line - 1 {
      asked.append(line)
    }
    var answers: [[[UInt8]]: Int] = [:]
    for line in asked {
      if case .name(let words) = lines[line + 1].opener { answers[words, default: 0] += 1 }
    }
    let named = asked.filter {
      if case .name(let words) = lines[$0 + 1].opener {
        answers[words] == answers.values.max()
      } else {
        false
      }
    }
    return named.first.map { first in
      asked.filter { lines[$0 + 1].opener == lines[first + 1].opener }
    } ?? asked
  }

  /// Whether the line asks, the next one answers, and one of them is marked.
  private func isQuestion(_ index: Int, in lines: [Line]) -> Bool {
    guard index + 1 < lines.count else { return false }
    let (line, next) = (lines[index], lines[index + 1])
    if line.opener == .question { return next.opener != .question }
    if case .name(let asking) = line.opener, case .name(let answering) = next.opener {
      return line.asks && asking != answering
    }
    guard line.asks, !next.asks || next.opener == .answer else { return false }
    return line.opener != .none || next.opener != .none
  }

  private func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    for i in 1...max(1, analysis.count) where i >= analysis.count || opensLine(i) {
      if start < min(i, analysis.count) {
        lines.append(line(Range(start, upTo: min(i, analysis.count))))
      }
      start = i
    }
    return lines.filter { !$0.tokens.isEmpty }
  }

  private func opensLine(_ i: Int) -> Bool { analysis.text.tokens[i].gap == .line }

  private func line(_ tokens: Range<Int>) -> Line {
    var start = tokens.lowerBound
    var opener = Line.Opener.none
    if ![.word, .number].contains(analysis.text.tokens[start].kind), let mark = mark(start),
      StatementReader.bullets.contains(mark)
    {
      opener = .bullet(mark)
      start += 1
    } else if start + 1 < tokens.upperBound, analysis.text.keyLength(start) == 2,
      analysis.isMark(start + 1, 0x3A)
    {
      if analysis.isWord(start, "س") { opener = .question }
      if analysis.isWord(start, "ج") { opener = .answer }
      if opener != .none { start += 2 }
    } else if let colon = Range(start + 1, upTo: min(start + 5, tokens.upperBound - 1)).first(
      where: {
        analysis.isMark($0, 0x3A)
      }), (start..<colon).allSatisfy({ analysis.text.tokens[$0].kind == .word })
    {
      opener = .name((start..<colon).map { Array(analysis.text.key($0)) })
      start = colon + 1
    }
    let last = tokens.upperBound - 1
    let asks =
      analysis.isPunctuation(last)
      && (analysis.text.letter(last, 0) == 0x61F || analysis.isMark(last, 0x3F))
    return Line(opener: opener, tokens: start..<tokens.upperBound, asks: asks)
  }

  private func mark(_ i: Int) -> Unicode.Scalar? {
    let token = analysis.text.tokens[i]
    return String(decoding: analysis.text.utf8[Int(token.start)..<Int(token.end)], as: UTF8.self)
      .unicodeScalars.first
  }

  private static let bullets: Set<Unicode.Scalar> = [
    "*", "-", "–", "—", "•", "■", "▪", "●", "◄", "ـ",
  ]

  /// The one whose name or office opens the line of an answer.
  private mutating func answering(_ line: Line) -> Int? {
    guard case .name(let words) = line.opener else { return nil }
    let start = line.tokens.lowerBound - words.count - 1
    guard let phrase = analysis.nounPhrase(at: start, limit: line.tokens.lowerBound - 1) else {
      return nil
    }
    return roster.member(phrase, form: nil)
  }

  /// The person who is asked: the one who speaks in the introduction, else the first who is named in full
  /// behind `مع`, else the only one who is named in full.
  private mutating func interviewee(before end: Int) -> Int? {
    let speaking = drafts.filter { $0.content.lowerBound < end }.compactMap(\.member)
    if let member = speaking.first(where: { roster.members[$0].isNamed }) { return member }
    if let member = speaking.first, Set(speaking).count == 1 { return member }
    var named: [NounPhrase] = []
    var i = 0
    while i < end {
      guard analysis.canOpenPhrase(i),
        let phrase = analysis.nounPhrase(at: i, limit: min(end, analysis.sentence(i).upperBound)),
        let name = phrase.name, name.count >= 2
      else {
        i += 1
        continue
      }
      if i > 0, analysis.isWord(i - 1, "مع") { return roster.member(phrase, form: nil) }
      named.append(phrase)
      i = max(i + 1, name.upperBound)
    }
    return named.count == 1 ? roster.member(named[0], form: nil) : nil
  }
}
