internal import Foundation

/// The sources of a store, with how gathering from each goes: a JSON file beside the captures.
///
/// The file is written anew beside the old one and then takes its place, so that it is always whole.
package struct SourceBook: Sendable {
  /// Why the file can't be used.
  package struct Fault: Error, Sendable, Hashable {
    package let path: String
    package let reason: String
  }

  /// The name of the file in the store's folder.
  package static let name = "sources.json"

  package private(set) var sources: [FeedSource]
  private let path: String

  /// Opens the book of a store; a store without one has no sources.
  ///
  /// - Throws: `Fault` if the file is there and can't be read.
  package init(folder: String) throws(Fault) {
    path = "\(folder)/\(SourceBook.name)"
    guard FileManager.default.fileExists(atPath: path) else {
      sources = []
      return
    }
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      sources = try JSONDecoder().decode([FeedSource].self, from: data)
    } catch is DecodingError {
      throw Fault(
        path: path,
        reason:
          "is damaged: no list of sources; put a copy of it back, or take it away and add the sources again"
      )
    } catch {
      throw Fault(path: path, reason: "can't be read; check its rights and the disk")
    }
  }

  /// Adds a source; `false` if its address is there already.
  package mutating func add(_ source: FeedSource) -> Bool {
    guard !sources.contains(where: { $0.url == source.url }) else { return false }
    sources.append(source)
    return true
  }

  /// Takes a source out; `false` if there is none with this address.
  package mutating func remove(url: String) -> Bool {
    let count = sources.count
    sources.removeAll { $0.url == url }
    return sources.count < count
  }

  /// Puts the new state of a source in the place of the old.
  package mutating func update(_ source: FeedSource) {
    guard let index = sources.firstIndex(where: { $0.url == source.url }) else { return }
    sources[index] = source
  }

  /// Writes the file.
  ///
  /// - Throws: `Fault`.
  package func save() throws(Fault) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try encoder.encode(sources).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Fault(
        path: path, reason: "can't be written; check the rights of its folder and the disk")
    }
  }
}
