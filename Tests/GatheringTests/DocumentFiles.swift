import Foundation
import NewsModel
import Testing

@testable import Gathering

/// What reading a document gave, as articles and problems in their order.
func readDocument(_ name: String, _ bytes: [UInt8], map: String = "") throws
  -> [Result<Article, GatheringProblem>]
{
  let kind = try #require(DocumentKind(path: name))
  let parser = RecordParser(mapping: map.isEmpty ? FieldMapping() : try FieldMapping(parsing: map))
  return kind.items(of: bytes, file: name).map { item in
    switch item {
    case .problem(let problem): return .failure(problem)
    case .record(let record):
      do throws(GatheringProblem) { return .success(try parser.parse(record).article) } catch {
        return .failure(error)
      }
    }
  }
}

/// Why a document could not be read.
func fault(_ result: Result<Article, GatheringProblem>?) -> DocumentFault? {
  if case .failure(let problem) = result, case .document(let fault) = problem.reason {
    return fault
  }
  return nil
}

/// Why a test can't go on.
struct Unexpected: Error {}

/// Writes zip files, sound ones and others.
struct ZipFile {
  private var entries: [(name: String, content: [UInt8], packed: Bool)] = []
  /// The flags of the last entry.
  var flags = 0
  /// The size that the directory tells of the last entry.
  var claimedSize: Int?

  mutating func add(_ name: String, _ content: [UInt8], packed: Bool = false) {
    entries.append((name, content, packed))
  }

  var bytes: [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for (index, entry) in entries.enumerated() {
      let isLast = index == entries.count - 1
      // One stored block of deflate (RFC 1951, 3.2.4).
      let length = entry.content.count
      let data =
        entry.packed
        ? [1] + number(length, 2) + number(length ^ 0xFFFF, 2) + entry.content : entry.content
      let size = isLast ? claimedSize ?? length : length
      let common =
        number(isLast ? flags : 0, 2) + number(entry.packed ? 8 : 0, 2) + number(0, 4)
        + number(checksum(entry.content), 4) + number(data.count, 4) + number(size, 4)
        + number(entry.name.utf8.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common
      directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(file.count, 4)
      directory += Array(entry.name.utf8)
      file += number(0x0403_4B50, 4) + number(20, 2) + common + Array(entry.name.utf8) + data
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
      + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
    return file + directory + end
  }

  func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32, bit by bit.
  func checksum(_ bytes: [UInt8]) -> Int {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return Int(~value)
  }
}
