/// Writes the postings of one term: in which documents of a segment it stands, how often and at which places.
///
/// Documents come in blocks of 128: the steps between their numbers, then their counts. Terms of more than one block have
/// a directory in front, with each block's last document, where its bytes and its places end, and the greatest impact
/// (`RelevanceFormula`) of its documents: so blocks can be passed over without being decoded (Ding and Suel 2011,
/// "Faster top-k document retrieval using block-max indexes"). Places are steps, in the title first and then, from
/// zero again, in the body.
struct PostingsWriter {
  /// The documents of a block.
  static let blockLength = 128
  /// The bytes of a block in the directory: last document, end of bytes, end of places (32 bits each, the lowest byte
  /// first), impact.
  static let directoryEntry = 13

  private var directory: [UInt8] = []
  private var blocks: [UInt8] = []
  private var places: [UInt8] = []
  /// The counts of the block that is being written.
  private var counts: [UInt8] = []
  private var countInBlock = 0
  private var impact: UInt8 = 0
  private var documents: UInt32 = 0
  private var last: UInt32 = 0

  /// Appends a document behind those before.
  ///
  /// - Parameters:
  ///   - document: Its number, greater than those before.
  ///   - count: How often the term stands in it.
  ///   - title: How often in its title.
  ///   - impact: Its impact.
  ///   - places: The encoded places.
  mutating func append(
    _ document: UInt32, count: UInt32, title: UInt32, impact: UInt8, places: ArraySlice<UInt8>
  ) {
    VarInt.append(document - last, to: &blocks)
    VarInt.append(count << 1 | (title > 0 ? 1 : 0), to: &counts)
    if title > 0 { VarInt.append(title, to: &counts) }
    self.places.append(contentsOf: places)
    self.impact = max(self.impact, impact)
    last = document
    documents += 1
    countInBlock += 1
    if countInBlock == PostingsWriter.blockLength { closeBlock() }
  }

  /// Hands over what was written, and begins anew.
  ///
  /// - Parameters:
  ///   - postings: Receives the postings instead of what it holds.
  ///   - places: Receives the places instead of what it holds.
  /// - Returns: How many documents there are.
  mutating func finish(postings: inout [UInt8], places: inout [UInt8]) -> Int {
    if countInBlock > 0 { closeBlock() }
    postings.removeAll(keepingCapacity: true)
    VarInt.append(documents, to: &postings)
    if directory.count > PostingsWriter.directoryEntry {
      postings.append(contentsOf: directory)
    } else if let impact = directory.last {
      postings.append(impact)
    }
    postings.append(contentsOf: blocks)
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: self.places)
    let count = Int(documents)
    directory.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    self.places.removeAll(keepingCapacity: true)
    documents = 0
    last = 0
    return count
  }

  private mutating func closeBlock() {
    blocks.append(contentsOf: counts)
    append(last)
    append(UInt32(blocks.count))
    append(UInt32(places.count))
    directory.append(impact)
    counts.removeAll(keepingCapacity: true)
    countInBlock = 0
    impact = 0
  }

  private mutating func append(_ number: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      directory.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
