/// A way to write a name in the other script.
public struct NameSpelling: Sendable, Hashable {
  /// The name as so written.
  public let text: String
  /// −ln of the probability of the best way to it; lower is likelier.
  public let cost: Float

  /// The likeliest spellings of a name in the other script, the best first.
  ///
  /// Words are spelt one by one; what is in neither script stays. Latin spellings begin with capitals.
  ///
  /// - Parameters:
  ///   - name: A name in Arabic or Latin letters.
  ///   - limit: How many spellings to give at most.
  /// - Returns: Spellings by cost, then by text; none for a name without letters.
  /// - Complexity: O(letters · limit).
  public static func spellings(of name: String, limit: Int = 10) -> [NameSpelling] {
    var results = [NameSpelling(text: "", cost: 0)]
    for piece in name.split(separator: " ") {
      guard let script = NameScript(of: piece) else { continue }
      let words = NameSpeller(script: script, width: max(limit, 20)).spell(String(piece))
      results = results.flatMap { front in
        words.prefix(limit).map { word in
          NameSpelling(
            text: front.text.isEmpty ? word.text : front.text + " " + word.text,
            cost: front.cost + word.cost)
        }
      }
      results.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
      results = Array(results.prefix(limit))
    }
    return results.filter { !$0.text.isEmpty }
  }
}

/// Spells single words by a beam search over the units of the spelling model.
private struct NameSpeller {
  let script: NameScript
  let width: Int

  func spell(_ word: String) -> [NameSpelling] {
    let letters = ["^"] + NameAlphabet.shared.modelled(word, script) + ["$"]
    guard letters.count > 2 else { return [] }
    let model = SpellingModel.shared
    let choices = script == .arabic ? model.latinChoices : model.arabicChoices
    var beams = [[String: Float]](repeating: [:], count: letters.count + 1)
    beams[0] = ["": 0]
    for at in letters.indices {
      let best = beams[at].sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(width)
      var piece = String.UnicodeScalarView()
      for length in 1...min(SpellingModel.longest(script), letters.count - at) {
        piece.append(letters[at + length - 1])
        for choice in choices[String(piece)] ?? [] where choice.cost < 7 {
          for (text, cost) in best {
            let longer = text + choice.piece
            let sum = cost + choice.cost
            if sum < beams[at + length][longer] ?? .infinity { beams[at + length][longer] = sum }
          }
        }
      }
    }
    return finished(beams[letters.count])
  }

  private func finished(_ beam: [String: Float]) -> [NameSpelling] {
    let results = beam.map { text, cost in
      let inner = text.filter { $0 != "^" && $0 != "$" }
      let shown = script == .arabic ? inner.prefix(1).uppercased() + inner.dropFirst() : inner
      return NameSpelling(text: shown, cost: cost)
    }
    return results.filter { !$0.text.isEmpty }.sorted { ($0.cost, $0.text) < ($1.cost, $1.text) }
  }
}
