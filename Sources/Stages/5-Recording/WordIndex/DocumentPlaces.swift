/// The places of a word in some documents, one document's behind another's.
struct DocumentPlaces {
  private(set) var places: [UInt32] = []
  private var ends: [Int] = [0]

  init() {}

  /// Where the places of a document stand, by its number among the documents.
  func range(of document: Int) -> Range<Int> { ends[document]..<ends[document + 1] }

  /// Adds the places of the next document.
  ///
  /// - Parameter append: Appends them, ascending.
  /// - Throws: What `append` throws.
  mutating func add(_ append: (inout [UInt32]) throws -> Void) rethrows {
    try append(&places)
    ends.append(places.count)
  }
}
