import Foundation
import Testing

/// A time-stamping authority on this machine: an HTTP server that has openssl answer.
private final class LocalAuthority {
  let port: Int
  let folder: URL
  private let process: Process

  private static let script = """
    import http.server, pathlib, subprocess, sys
    folder = pathlib.Path(sys.argv[1])
    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)
    (folder / "tsa.cnf").write_text(\"\"\"
    [tsa]
    default_tsa = one
    [one]
    serial = serial
    signer_cert = tsa.pem
    certs = ca.pem
    signer_key = tsa.key
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256
    ess_cert_id_alg = sha256
    [ext]
    extendedKeyUsage = critical,timeStamping
    \"\"\")
    (folder / "serial").write_text("01")
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30",
            "-subj", "/CN=Invented Root")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Invented Authority")
    openssl("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem",
            "-days", "30", "-extfile", "tsa.cnf", "-extensions", "ext")
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_): pass
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/page":
                answer = b"<html>no authority</html>"
            else:
                (folder / "query").write_bytes(body)
                openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "answer")
                answer = (folder / "answer").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "marsad-tsa-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", LocalAuthority.script, folder.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  deinit {
    // Children of this process don't get to see SIGTERM.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}

@Suite("marsad timestamp") struct TimestampCommandTests {
  @Test func `a log is stamped once a line, and verify checks the stamp`() async throws {
    let sandbox = try Sandbox()
    let authority = try LocalAuthority()
    let url = "http://127.0.0.1:\(authority.port)/tsr"
    let roots = authority.folder.appending(path: "ca.pem").path
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>خبر</p>"
    try sandbox.write(
      "crawl.warc",
      """
      WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://o.example/1\r\n\
      WARC-Date: 2026-01-02T03:04:05Z\r\nContent-Type: application/http; msgtype=response\r\n\
      Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n
      """)
    _ = try await sandbox.run("import", "crawl.warc", "--store", "s")
    let no = try await sandbox.run(
      "timestamp", "s", "--authority", "http://127.0.0.1:\(authority.port)/page")
    #expect(no.status == 4)
    #expect(no.errors.contains("no time stamp as RFC 3161 has it"))
    let stamped = try await sandbox.run("timestamp", "s", "--authority", url, "--roots", roots)
    #expect(stamped.status == 0)
    #expect(stamped.output.contains("CN=Invented Authority; kept in custody-000002.tsr"))
    let again = try await sandbox.run("timestamp", "s", "--authority", url)
    #expect(again.output == "line 2 has a time stamp\n")

    let sound = try await sandbox.run("verify", "s", "--roots", roots)
    #expect(sound.status == 0)
    #expect(sound.output.contains("line 2 was there at 20"))
    // A stamp whose bytes were changed is named.
    let file = sandbox.folder.appending(path: "s/custody-000002.tsr")
    var bytes = Array(try Data(contentsOf: file))
    bytes[bytes.count - 20] ^= 1
    try Data(bytes).write(to: file)
    let changed = try await sandbox.run("verify", "s")
    #expect(changed.status == 1)
    #expect(changed.output.contains("custody-000002.tsr: the signature does not hold"))
    withExtendedLifetime(authority) {}
  }

  @Test func `what can't be stamped is told of`() async throws {
    let sandbox = try Sandbox()
    let missing = try await sandbox.run(
      "timestamp", "nowhere", "--authority", "http://127.0.0.1:9/")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("no custody log"))
  }
}
