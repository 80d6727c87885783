internal import Crypto

extension RecordDigest {
  /// SHA-256 of bytes in the same form, without a copy of them.
  static func sha256(_ bytes: borrowing Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBytes { buffer in
      var hash = SHA256()
      unsafe hash.update(bufferPointer: buffer)
      return text(of: hash.finalize())
    }
  }
}
