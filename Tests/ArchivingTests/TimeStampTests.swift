import Foundation
import NewsModel
import Testing

@testable import Archiving

/// An authority made with openssl in a folder of its own.
private struct Authority {
  let folder: TemporaryFolder
  /// The certificate that everything leads to, in PEM.
  var roots: String {
    get throws { try String(contentsOfFile: folder.path + "/ca.pem", encoding: .utf8) }
  }

  init() throws {
    folder = try TemporaryFolder()
    let settings = """
      [tsa]
      default_tsa = one
      [one]
      serial = \(folder.path)/serial
      signer_cert = \(folder.path)/tsa.pem
      certs = \(folder.path)/ca.pem
      signer_key = \(folder.path)/tsa.key
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256
      ess_cert_id_alg = sha256
      [ext]
      extendedKeyUsage = critical,timeStamping
      keyUsage = critical,digitalSignature
      """
    try Data(settings.utf8).write(to: URL(filePath: folder.path + "/tsa.cnf"))
    try Data("01".utf8).write(to: URL(filePath: folder.path + "/serial"))
    try run(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem",
      "-days",
      "30", "-subj", "/CN=Invented Root", "-addext", "basicConstraints=critical,CA:TRUE", "-addext",
      "keyUsage=critical,keyCertSign")
    try run(
      "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj",
      "/CN=Invented Authority")
    try run(
      "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
      "-out",
      "tsa.pem", "-days", "30", "-extfile", "tsa.cnf", "-extensions", "ext")
  }

  func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "openssl \(arguments)")
  }

  func answer(_ query: [UInt8]) throws -> [UInt8] {
    try Data(query).write(to: URL(filePath: folder.path + "/query"))
    try run("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "answer")
    return Array(try Data(contentsOf: URL(filePath: folder.path + "/answer")))
  }
}

@Suite("Time stamps") struct TimeStampTests {
  @Test func `an authority's answer is read, checked and kept beside the log`() async throws {
    let authority = try Authority()
    let folder = try TemporaryFolder()
    let store = try await openStore(folder)
    _ = try await store.keep(page("https://outlet.example/1", "أ"))
    let log = try StampedLog(folder: folder.path)
    let last = try #require(log.last)
    let request = TimeStampRequest(for: last.bytes)
    let stamp = try TimeStamp(response: try authority.answer(request.der))
    try stamp.check(against: request)
    #expect(stamp.authority == "CN=Invented Authority")
    let now = ISO8601DateFormatter().string(from: Date())
    #expect(stamp.time.hasPrefix(now.prefix(10)))
    #expect(try await stamp.isTrusted(by: authority.roots))
    let other = try Authority()
    let isTrustedByOthers = try await stamp.isTrusted(by: other.roots)
    #expect(!isTrustedByOthers)
    #expect(try log.keep(stamp) == "custody-000002.tsr")

    // More lines don't touch it; a changed line does.
    _ = try await store.keep(page("https://outlet.example/2", "ب"))
    let later = try StampedLog(folder: folder.path)
    #expect(try later.checked(later.stamps[0]).time == stamp.time)
    let path = folder.path + "/custody.jsonl"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing("outlet.example/1", with: "outlet.example/9").utf8)
      .write(to: URL(filePath: path))
    let changed = try StampedLog(folder: folder.path)
    #expect(throws: TimeStampFault.otherBytes) { try changed.checked(changed.stamps[0]) }
    // openssl reads what is kept.
    try Data(last.bytes).write(to: URL(filePath: authority.folder.path + "/line"))
    try authority.run(
      "ts", "-verify", "-data", "line", "-in", folder.path + "/custody-000002.tsr", "-CAfile",
      "ca.pem")
  }

  @Test func `a stamp that is taken away is missed`() async throws {
    let authority = try Authority()
    let folder = try TemporaryFolder()
    var store: CaptureStore? = try await openStore(folder)
    _ = try await store?.keep(page("https://outlet.example/1", "أ"))
    let log = try StampedLog(folder: folder.path)
    let request = TimeStampRequest(for: try #require(log.last).bytes)
    let file = try log.keep(try TimeStamp(response: try authority.answer(request.der)))
    // Another process writes, so that the line comes at the next opening.
    #expect(throws: FileFault.self) { try log.note(by: "test", at: "2026-01-02T03:04:07Z") }
    store = nil
    store = try await openStore(folder)
    #expect(await store?.entryCount == 3)
    store = nil
    try log.note(by: "test", at: "2026-01-02T03:04:07Z")
    #expect(try StampedLog(folder: folder.path).last?.line == 2)
    #expect(try Verification(folder: folder.path).findings == [])
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(file)")
    #expect(
      try Verification(folder: folder.path).findings == [.missingStamp(line: 3, file: file)])
  }

  @Test func `no byte of an answer can be changed unnoticed`() async throws {
    let authority = try Authority()
    let request = TimeStampRequest(for: Array("سطر".utf8))
    let answer = try authority.answer(request.der)
    let whole = try TimeStamp(response: answer)
    for offset in stride(from: 0, to: answer.count, by: 11) {
      var changed = answer
      changed[offset] ^= 0x04
      guard let stamp = try? TimeStamp(response: changed),
        (try? stamp.check(against: request)) != nil
      else { continue }
      // What is left is no part of what is signed: certificates that are not the signer's, wrappings.
      #expect(stamp.time == whole.time)
      #expect(stamp.authority == whole.authority)
    }
    #expect(throws: TimeStampFault.malformed) { try TimeStamp(response: Array(answer.dropLast(9))) }
    #expect(throws: TimeStampFault.malformed) { try TimeStamp(response: []) }
    #expect(throws: TimeStampFault.otherBytes) {
      try whole.check(against: TimeStampRequest(for: [1]))
    }
    #expect(throws: TimeStampFault.otherRequest) {
      try whole.check(against: TimeStampRequest(for: Array("سطر".utf8)))
    }
  }

  @Test func `a refusal is told`() {
    #expect(throws: TimeStampFault.refused(status: 2)) {
      try TimeStamp(response: [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02])
    }
  }

  @Test(arguments: [(UInt64(1), 1), (0x7F, 1), (0x80, 2), (.max, 9)])
  func `nonces are positive numbers without needless zeros`(nonce: UInt64, length: Int) {
    #expect(TimeStampRequest(for: [], nonce: nonce).number.count == length)
  }
}
