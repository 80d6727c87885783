internal import ArabicScript
internal import Foundation
internal import GRDB
internal import NewsModel

extension Row {
  /// The span whose start and end stand in columns `index` and `index + 1`.
  func span(_ index: Int) throws -> TextRange? {
    guard let start = self[index] as Int?, let end = self[index + 1] as Int? else { return nil }
    guard 0 <= start, start <= end else { throw DatabaseError.damaged("a span runs backward") }
    return TextRange(start, end)
  }

  /// The span whose start and end stand in columns `index` and `index + 1`, which are never empty.
  func requiredSpan(_ index: Int) throws -> TextRange {
    guard let span = try span(index) else { throw DatabaseError.damaged("a span is missing") }
    return span
  }

  /// The bytes of a text column, also those behind a NUL.
  func utf8(_ index: Int) -> [UInt8] { [UInt8](self[index] as Data? ?? Data()) }

  /// A text column, also what stands behind a NUL.
  func text(_ index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  /// The case whose raw value stands in a column.
  func value<Value: RawRepresentable>(_ index: Int) throws -> Value where Value.RawValue == String {
    guard let value: Value = try optionalValue(index) else {
      throw DatabaseError.damaged("a value is missing")
    }
    return value
  }

  /// The case whose raw value stands in a column that may be empty.
  func optionalValue<Value: RawRepresentable>(_ index: Int) throws -> Value?
  where Value.RawValue == String {
    guard let raw = self[index] as String? else { return nil }
    guard let value = Value(rawValue: raw) else {
      throw DatabaseError.damaged("unknown value \(raw)")
    }
    return value
  }

  /// A list of strings, stored as a JSON array; empty if the column is.
  func strings(_ index: Int) throws -> [String] {
    guard let json = self[index] as String? else { return [] }
    guard let strings = try? JSONDecoder().decode([String].self, from: Data(json.utf8)) else {
      throw DatabaseError.damaged("a list can't be read")
    }
    return strings
  }

  /// Counts that stand beside the first one, stored as a JSON array; none if the column is empty.
  func claims(_ index: Int) throws -> [CasualtyCount] {
    guard let json = self[index] as String? else { return [] }
    guard let claims = try? JSONDecoder().decode([StoredClaim].self, from: Data(json.utf8)) else {
      throw DatabaseError.damaged("a list of counts can't be read")
    }
    return claims.map {
      CasualtyCount(low: $0.low, best: $0.best, high: $0.high, saidBy: $0.saidBy)
    }
  }
}

/// A count as it stands in a JSON array.
private struct StoredClaim: Decodable {
  let low: Int
  let best: Int
  let high: Int?
  let saidBy: String?
}

extension DatabaseError {
  /// What is in the archive can't have been written by Marsad.
  static func damaged(_ message: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
  }
}

/// A list of strings as a JSON array; `nil` for none.
func jsonArray(_ strings: [String]) -> String? {
  if strings.isEmpty { return nil }
  var writer = JSONWriter()
  writer.array { out in for string in strings { out.string(string) } }
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// Counts as a JSON array; `nil` for none.
func jsonArray(_ counts: [CasualtyCount]) -> String? {
  if counts.isEmpty { return nil }
  var writer = JSONWriter()
  writer.array { out in
    for count in counts {
      out.object { out in
        out.key("low")
        out.integer(count.low)
        out.key("best")
        out.integer(count.best)
        out.key("high")
        if let high = count.high { out.integer(high) } else { out.null() }
        out.key("saidBy")
        out.stringOrNull(count.saidBy)
      }
    }
  }
  return String(decoding: writer.bytes, as: UTF8.self)
}
