extension Lexeme {
  /// Takes a sense from a row of a data file.
  ///
  /// - Precondition: The sense and its value are known; a misspelled row is a fault of the build.
  mutating func learn(_ sense: String, _ value: String) {
    if learnNumber(sense, value) || learnFrame(sense, value) || learnTime(sense, value) { return }
    switch sense {
    case "functionWord": isFunctionWord = true
    case "none": self = .unknown
    default: preconditionFailure("unknown sense \(sense) in Data/quantities")
    }
  }

  /// Takes the number that a noun's form tells; of two readings the one that tells less.
  mutating func learnNoun(_ form: NounForm) {
    noun = noun == .known ? .known : form
    opens = opens || noun == .dual || noun == .one
  }

  private mutating func learnNumber(_ sense: String, _ value: String) -> Bool {
    if let number = NumberSense(rawValue: sense), number != .none {
      self.number = number
      amount = Double(value) ?? 0
      opens = true
      return true
    }
    if let fraction = FractionSense(rawValue: sense), fraction != .none {
      let parts = value.split(separator: "/").compactMap { Int($0) }
      self.fraction = fraction
      numerator = parts[0]
      denominator = parts[1]
      opens = true
      return true
    }
    if sense == "ordinal" || sense == "ordinalUnit" {
      ordinal = Int(value) ?? 0
      isOrdinalUnit = sense == "ordinalUnit"
      opens = true
      return true
    }
    return false
  }

  private mutating func learnFrame(_ sense: String, _ value: String) -> Bool {
    switch sense {
    case "before" where Bound(rawValue: value) != nil:
      before = Bound(rawValue: value) ?? .none
      opens = true
      return true
    case "after" where Bound(rawValue: value) != nil:
      after = Bound(rawValue: value) ?? .none
      return true
    case "word": return true
    default: break
    }
    guard let role = Role(rawValue: sense), role != .none else { return false }
    self.role = role
    if [.between, .from, .to, .percent, .minus, .share, .dash, .partOf, .plus, .dot].contains(role)
    {
      opens = true
    }
    return true
  }

  private mutating func learnTime(_ sense: String, _ value: String) -> Bool {
    if sense == "part", let part = TimePart(rawValue: value) {
      self.part = part
      opens = true
      return true
    }
    if let relation = TimeRelation(rawValue: sense), relation != .none {
      self.relation = relation
      opens = opens || ![.past, .next, .current, .preceding].contains(relation)
      return true
    }
    guard let time = TimeSense(rawValue: sense), time != .none else { return false }
    self.time = time
    opens = true
    switch time {
    case .unit, .unitPlural, .unitDual: self.value = TimeUnit(name: value)?.rawValue ?? 0
    case .partOfDay:
      let words = value.split(separator: " ")
      self.value = PartOfDay(name: String(words[0]))?.rawValue ?? 0
      second = words.count > 1 ? 1 : 0
    case .season: self.value = ["SP", "SU", "FA", "WI"].firstIndex(of: value) ?? 0
    case .set: self.value = ["P1D", "P1W", "P1M", "P1Y", "P6M"].firstIndex(of: value) ?? 0
    default:
      let parts = value.split(separator: "-", omittingEmptySubsequences: false)
      let isNegative = parts.count > 1 && parts[0].isEmpty
      let numbers = parts.compactMap { Int($0) }
      self.value = isNegative ? -(numbers.first ?? 0) : numbers.first ?? 0
      second = numbers.count > 1 ? numbers[1] : 0
      third = numbers.count > 2 ? numbers[2] : 0
    }
    return true
  }
}
