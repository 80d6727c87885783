/// Numbers in seven bits a byte, the lowest first; the eighth bit says that more follow (as in Protocol Buffers).
///
/// What is decoded came from a file: bytes that end too early give zeros, never a read behind the end.
enum VarInt {
  /// Appends a number.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  /// Reads a number, and moves `offset` behind it.
  static func read(_ bytes: [UInt8], at offset: inout Int) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if shift < 32 { value |= UInt32(byte & 0x7F) << shift }
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }

  /// Reads the first numbers of `numbers` as steps from one to the next.
  ///
  /// - Parameters:
  ///   - bytes: Where they are read.
  ///   - offset: Where the first begins, in bytes.
  ///   - base: The number that the first step starts from.
  ///   - count: How many are read; `numbers` has as many at least.
  ///   - numbers: Receives the sums.
  /// - Returns: Where the bytes go on.
  static func readSteps(
    _ bytes: [UInt8], at offset: Int, from base: UInt32, count: Int, into numbers: inout [UInt32]
  ) -> Int {
    precondition(count <= numbers.count)
    // SAFETY: each read is behind a comparison with the number of bytes, each write below `count`.
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe numbers.withUnsafeMutableBufferPointer { numbers in
        var position = offset
        var sum = base
        var index = 0
        while index < count {
          if index + 8 <= count, let eight = unsafe shortNumbers(bytes, position) {
            for number in 0..<8 {
              sum &+= UInt32(eight[number])
              unsafe numbers[index + number] = sum
            }
            index += 8
            position += 8
          } else {
            unsafe sum &+= next(bytes, &position)
            unsafe numbers[index] = sum
            index += 1
          }
        }
        return position
      }
    }
  }

  /// Appends numbers that are read as steps from one to the next; fewer if the bytes end before.
  ///
  /// - Parameters:
  ///   - bytes: Where they are read.
  ///   - offset: Where the first begins, in bytes.
  ///   - base: The number that the first step starts from.
  ///   - count: How many are read.
  ///   - numbers: Receives the sums.
  /// - Returns: Where the bytes go on.
  static func appendSteps(
    _ bytes: [UInt8], at offset: Int, from base: UInt32, count: Int, to numbers: inout [UInt32]
  ) -> Int {
    // SAFETY: each read is behind a comparison with the number of bytes.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var position = offset
      var sum = base
      var left = count
      while left > 0, position < bytes.count {
        unsafe sum &+= next(bytes, &position)
        numbers.append(sum)
        left -= 1
      }
      return position
    }
  }

  /// Reads how often a word stands in each of some documents, and how often in their titles.
  ///
  /// A number is twice the count, and one more if a second number with the count in the title follows.
  ///
  /// - Parameters:
  ///   - bytes: Where they are read.
  ///   - offset: Where the first begins, in bytes.
  ///   - count: How many documents there are; `counts` and `titles` have as many at least.
  ///   - counts: Receives the counts.
  ///   - titles: Receives the counts in titles.
  static func readCounts(
    _ bytes: [UInt8], at offset: Int, count: Int, into counts: inout [UInt32],
    titles: inout [UInt32]
  ) {
    precondition(count <= counts.count && count <= titles.count)
    // SAFETY: each read is behind a comparison with the number of bytes, each write below `count`.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        unsafe titles.withUnsafeMutableBufferPointer { titles in
          var position = offset
          var index = 0
          while index < count {
            if index + 8 <= count, let eight = unsafe shortNumbers(bytes, position),
              (eight & 1) == .zero
            {
              for number in 0..<8 {
                unsafe counts[index + number] = UInt32(eight[number] >> 1)
                unsafe titles[index + number] = 0
              }
              index += 8
              position += 8
            } else {
              let code = unsafe next(bytes, &position)
              unsafe counts[index] = code >> 1
              unsafe titles[index] = code & 1 == 0 ? 0 : next(bytes, &position)
              index += 1
            }
          }
        }
      }
    }
  }

  /// Where the bytes go on behind so many numbers.
  static func skip(_ count: Int, _ bytes: [UInt8], at offset: Int) -> Int {
    // SAFETY: each read is behind a comparison with the number of bytes.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var position = offset
      var left = count
      // Eight bytes at once: as many numbers end in them as have their highest bit clear.
      while left >= 8, position + 8 <= bytes.count {
        let eight = unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: position, as: UInt64.self)
        left -= (~eight & 0x8080_8080_8080_8080).nonzeroBitCount
        position += 8
      }
      while left > 0, position < bytes.count {
        if unsafe bytes[position] < 0x80 { left -= 1 }
        position += 1
      }
      return position
    }
  }

  /// Eight numbers of one byte each, which most are; `nil` if the next eight bytes hold others.
  @inline(__always)
  private static func shortNumbers(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> SIMD8<UInt8>? {
    guard position + 8 <= bytes.count else { return nil }
    // SAFETY: eight bytes stand at the position, as was just compared.
    let eight = unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: position, as: UInt64.self)
    guard eight & 0x8080_8080_8080_8080 == 0 else { return nil }
    return unsafe unsafeBitCast(UInt64(littleEndian: eight), to: SIMD8<UInt8>.self)
  }

  @inline(__always)
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
    guard position < bytes.count else { return 0 }
    let first = unsafe bytes[position]
    position += 1
    if first < 0x80 { return UInt32(first) }
    var value = UInt32(first & 0x7F)
    var shift: UInt32 = 7
    while position < bytes.count {
      let byte = unsafe bytes[position]
      position += 1
      if shift < 32 { value |= UInt32(byte & 0x7F) << shift }
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}
