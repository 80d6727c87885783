internal import CArabicLexicon

extension DataFile {
  /// The bytes of an embedded file; none if there is no such file.
  static func embedded(_ name: String) -> [UInt8] {
    let file = unsafe marsad_data(name)
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
