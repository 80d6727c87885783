/// The running sum of a number in words.
///
/// A number is a row of groups, each under a thousand times a scale (`ثلاثة ملايين ومئتا ألف وخمسة`);
/// within a group hundreds come first, then ones, then tens.
struct NumberSum: Sendable {
  private var sum = 0.0
  private var hundreds: Double?
  private var ones: Double?
  private var tens: Double?
  /// Whether the group takes no more ones or tens.
  private var isFull = false
  /// The scale that further groups must stay under.
  private var bound = Double.infinity
  private var isEmpty = true
  private var isZero = false
  /// The scale of the last group that has one.
  private(set) var lastScale = 1.0

  /// The number so far.
  var total: Double? { isEmpty ? nil : sum + group }

  /// Whether the last word was the hundreds of a group.
  var endsWithHundreds: Bool { hundreds != nil && ones == nil && tens == nil }

  private var group: Double { (hundreds ?? 0) + (ones ?? 0) + (tens ?? 0) }
  private var groupIsEmpty: Bool { hundreds == nil && ones == nil && tens == nil }

  /// Adds a number in digits, or one of the teens.
  mutating func add(_ value: Double) -> Bool {
    guard !isZero, !isFull, ones == nil, tens == nil, isEmpty || value > 0, value < bound,
      hundreds == nil || value < 100
    else { return false }
    ones = value
    isFull = true
    isEmpty = false
    return true
  }

  /// Takes the next word; says whether it fits.
  ///
  /// A word is joined if `و` stands before it, or nothing does.
  mutating func take(_ sense: NumberSense, _ amount: Double, isJoined: Bool) -> Bool {
    guard !isZero else { return false }
    switch sense {
    case .zero:
      guard isEmpty else { return false }
      isZero = true
    case .digit, .one:
      guard isJoined, !isFull, ones == nil else { return false }
      ones = amount
      isFull = tens != nil
    case .ten, .teen: return isJoined && add(amount)
    case .tens:
      guard isJoined, !isFull, tens == nil else { return false }
      tens = amount
      isFull = ones != nil
    case .hundred: return takeHundred(isJoined: isJoined)
    case .hundreds:
      guard isJoined, groupIsEmpty else { return false }
      hundreds = amount
    case .scale, .scalePlural:
      return takeScale(amount, isPlural: sense == .scalePlural, isJoined: isJoined)
    case .scaleDual:
      guard isJoined, groupIsEmpty, amount < bound else { return false }
      sum += 2 * amount
      close(amount)
    case .dozen, .dozenPlural: return takeDozen(amount, isPlural: sense == .dozenPlural, isJoined)
    default: return false
    }
    isEmpty = false
    return true
  }

  private mutating func takeHundred(isJoined: Bool) -> Bool {
    if !isJoined, hundreds == nil, group >= 1, group < 100 {
      hundreds = group * 100
    } else {
      guard isJoined, groupIsEmpty else { return false }
      hundreds = 100
    }
    ones = nil
    tens = nil
    isFull = false
    isEmpty = false
    return true
  }

  private mutating func takeScale(_ amount: Double, isPlural: Bool, isJoined: Bool) -> Bool {
    if isJoined {
      guard groupIsEmpty, amount < bound, !isPlural else { return false }
      sum += amount
    } else if amount > bound {
      sum = (sum + group) * amount
    } else {
      guard !groupIsEmpty, amount < bound else { return false }
      sum += group * amount
    }
    close(amount)
    return true
  }

  private mutating func takeDozen(_ amount: Double, isPlural: Bool, _ isJoined: Bool) -> Bool {
    if !isJoined, group > 0 {
      let value = group * 12
      hundreds = nil
      tens = nil
      ones = value
    } else {
      guard isJoined, !isPlural, ones == nil, tens == nil else { return false }
      ones = amount
    }
    isFull = true
    isEmpty = false
    return true
  }

  private mutating func close(_ scale: Double) {
    hundreds = nil
    ones = nil
    tens = nil
    isFull = false
    bound = scale
    lastScale = scale
    isEmpty = false
  }
}
