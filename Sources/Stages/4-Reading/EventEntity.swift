import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel

/// A noun phrase that may act, suffer or be a place in an event.
struct EventEntity: Sendable {
  enum Relation: Sendable {
    case none, b, l, on, against, with, between, from, to, about, within, by, other
  }

  let tokens: Range<Int>
  var relation: Relation
  /// Whether it is joined to the entity before it by `و`.
  var isLinked: Bool
  var isArmed = false
  var isPerson = false
  var isState = false
  var isNational = false
  var isPlace = false
  var isFacility = false
  var isOfficial = false
  var isNamed = false
  var isNumbered = false
  /// Whether its words are in no list, as names are.
  var isUnknown = false
  /// Whether it tells a time, length or mere direction.
  var isMeasure = false
  /// Whether it is a thing that kills, and nobody who uses it.
  var isWeapon = false
  /// Whether it is an adjective of the deed before it (`الهجوم الإرهابي`).
  var isQuality = false

  /// Whether it is someone who acts in politics or war.
  var isPolitical: Bool { isArmed || isState || isOfficial || isNational }
  /// Whether it is someone at all.
  var isSomeone: Bool { isPolitical || isPerson || isNamed }
}
