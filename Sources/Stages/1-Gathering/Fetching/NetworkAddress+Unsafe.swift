internal import Glibc

extension NetworkAddress {
  /// The bytes of an address in its text form, in network order; `nil` if it is none.
  static func bytes(of text: String) -> [UInt8]? {
    let name = String(text.prefix { $0 != "%" })
    let isIPv6 = name.contains(":")
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    // SAFETY: `inet_pton` writes 16 bytes for AF_INET6 and 4 for AF_INET, as many as there are.
    let status = unsafe inet_pton(isIPv6 ? AF_INET6 : AF_INET, name, &bytes)
    return status == 1 ? bytes : nil
  }

  /// All addresses that the system's name service has of a host, in its order.
  ///
  /// Waits for the service.
  static func all(of host: String) -> [NetworkAddress] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    // SAFETY: the list is alive until here; entries are only read before.
    defer { unsafe freeaddrinfo(list) }
    var found: [NetworkAddress] = []
    var next = unsafe list
    while let entry = unsafe next {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      // SAFETY: `getnameinfo` writes no more than it is told that `text` has room for.
      let status = unsafe getnameinfo(
        entry.pointee.ai_addr, entry.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0,
        NI_NUMERICHOST)
      let name = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      if status == 0, let address = NetworkAddress(String(decoding: name, as: UTF8.self)),
        !found.contains(address)
      {
        found.append(address)
      }
      unsafe next = entry.pointee.ai_next
    }
    return found
  }
}
