internal import ArgumentParser
internal import Recording

/// `marsad index`: whether the archive's word index agrees with its texts, or the index built anew.
struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Compare the word index with the archive's texts, or build it anew.",
    discussion: """
      Compares each word at each place; it takes as long as indexing, and others may go on reading and \
      writing. With --rebuild the index is made from the texts; searches find what they found \
      before until it is done. Exit status 1 if index and texts disagree.

      Examples:
        marsad index
        marsad index --rebuild
      """)

  @OptionGroup var location: ArchiveLocation

  @Flag(help: "Build the index anew from the texts.")
  var rebuild = false

  func run() async throws {
    if rebuild { return try await location.withArchive(.readWrite) { try $0.rebuildIndex() } }
    let check = try await location.withArchive(.read) { try $0.checkWordIndex() }
    var output = StandardOutput()
    for id in check.differing {
      try output.write("\(id): its words are not in the index as they are\n")
    }
    try output.write(
      """
      \(check.articles) articles, \(check.differing.count) differ, \
      \(check.surplus) documents of no article

      """)
    try output.flush()
    if !check.isSound {
      StandardStreams.report(
        "marsad: the word index disagrees with the texts; build it anew with marsad index --rebuild"
      )
      throw ExitStatus.nothingFound.exitCode
    }
  }
}
