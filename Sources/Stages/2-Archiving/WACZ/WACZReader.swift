internal import Crypto
internal import Foundation

/// Reads a WACZ file (Web Archive Collection Zipped, 1.1.1): which WARC files it holds, and whether they are
/// as its datapackage.json says.
package struct WACZReader {
  /// A WARC file within.
  package struct Part: Sendable, Hashable {
    /// Its path in the collection.
    package let name: String
    let range: Range<Int>
    let hash: String?
  }

  private let path: String
  /// The WARC files in the order of the directory.
  package let parts: [Part]

  /// Opens a file.
  ///
  /// - Throws: `FileFault` if it can't be read, `WACZError` if it is no collection.
  package init(path: String) throws {
    self.path = path
    let file = try MappedFile(path: path)
    let entries = try ZipDirectory(file).entries
    guard let package = entries.first(where: { $0.name == "datapackage.json" }) else {
      throw WACZError.noPackage
    }
    let hashes =
      package.isStored ? WACZReader.hashes(file.withBytes { $0.copied(package.range) }) : [:]
    var parts: [Part] = []
    for entry in entries where entry.name.hasPrefix("archive/") && !entry.name.hasSuffix("/") {
      guard entry.isStored else { throw WACZError.packed(entry.name) }
      parts.append(Part(name: entry.name, range: entry.range, hash: hashes[entry.name]))
    }
    guard !parts.isEmpty else { throw WACZError.noCaptures }
    self.parts = parts
  }

  /// Whether a file at a path is a zip file, by its first bytes.
  package static func isZip(path: String) -> Bool {
    guard let file = try? MappedFile(path: path), file.count > 4 else { return false }
    return file.withBytes { $0.copied(0..<4) } == [0x50, 0x4B, 3, 4]
  }

  /// A reader of a part's records; positions count from the beginning of the collection.
  ///
  /// - Throws: `FileFault`.
  package func reader(of part: Part) throws(FileFault) -> WARCReader {
    WARCReader(
      try MappedFile(path: path, limit: part.range.upperBound), from: part.range.lowerBound)
  }

  /// Whether a part has the hash value that the collection states; `true` if it states none that is known.
  ///
  /// - Throws: `FileFault`.
  package func isAsStated(_ part: Part) throws(FileFault) -> Bool {
    guard let hash = part.hash, hash.hasPrefix("sha256:") else { return true }
    let file = try MappedFile(path: path)
    var digest = SHA256()
    var position = part.range.lowerBound
    while position < part.range.upperBound {
      let end = min(part.range.upperBound, position + 8 << 20)
      digest.update(data: file.withBytes { $0.copied(position..<end) })
      position = end
    }
    return RecordDigest.text(of: digest.finalize()) == hash
  }

  private struct Package: Decodable {
    struct Resource: Decodable {
      let path: String
      let hash: String?
    }
    let resources: [Resource]?
  }

  private static func hashes(_ bytes: [UInt8]) -> [String: String] {
    let package = try? JSONDecoder().decode(Package.self, from: Data(bytes))
    return Dictionary(
      (package?.resources ?? []).map { ($0.path, $0.hash ?? "") },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Why a file is no collection that can be read.
package enum WACZError: Error, Sendable, Hashable {
  /// No zip file.
  case noZip
  /// The zip file's directory is not whole.
  case damagedDirectory
  /// There is no datapackage.json within.
  case noPackage
  /// There are no WARC files within.
  case noCaptures
  /// A WARC file within is compressed, which the specification rules out.
  case packed(String)
}
