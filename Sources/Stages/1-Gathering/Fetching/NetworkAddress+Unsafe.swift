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
}
