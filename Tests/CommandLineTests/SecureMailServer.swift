import Foundation

/// A mail server on this machine that speaks TLS by OpenSSL, with a certificate that openssl makes for `localhost`.
final class SecureMailServer {
  let port: Int
  private let folder: URL
  private let process: Process

  /// How the server behaves.
  enum Behaviour: String {
    /// Offers STARTTLS, and takes letters behind it.
    case starttls
    /// Speaks TLS from the first byte on.
    case tls
    /// Sends an answer in the clear behind its consent to STARTTLS, as one who sits between could.
    case injecting
    /// Offers STARTTLS and refuses it when asked.
    case refusing
  }

  private static let script = #"""
    import pathlib, socketserver, ssl, subprocess, sys
    folder, behaviour = pathlib.Path(sys.argv[1]), sys.argv[2]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "certificate.pem", "-days",
         "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            try:
                self.talk()
            except OSError:
                pass

        def talk(self):
            line = self.request
            is_secure = behaviour == "tls"
            if is_secure:
                line = context.wrap_socket(line, server_side=True)
            reader = line.makefile("rb")
            line.sendall(b"220 localhost ready\r\n")
            while command := reader.readline():
                word = command[:4].upper().strip()
                with open(folder / "commands", "ab") as file:
                    file.write((b"secure " if is_secure else b"open ") + word + b"\n")
                if word == b"EHLO":
                    line.sendall(b"250-localhost\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n")
                elif word == b"STAR" and behaviour == "refusing":
                    line.sendall(b"454 not now\r\n")
                elif word == b"STAR":
                    line.sendall(b"220 go on\r\n" + (b"250 AUTH LOGIN\r\n" if behaviour == "injecting" else b""))
                    line = context.wrap_socket(line, server_side=True)
                    reader, is_secure = line.makefile("rb"), True
                elif word == b"DATA":
                    line.sendall(b"354 go on\r\n")
                    letter = b""
                    while not letter.endswith(b"\r\n.\r\n"):
                        letter += reader.readline()
                    (folder / "letter").write_bytes(letter)
                    line.sendall(b"250 taken\r\n")
                elif word == b"QUIT":
                    line.sendall(b"221 bye\r\n")
                    return
                else:
                    line.sendall(b"250 fine\r\n")

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """#

  /// Starts a server.
  ///
  /// - Throws: If python3 or openssl don't work.
  init(_ behaviour: Behaviour) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "marsad-mail-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", SecureMailServer.script, folder.path, behaviour.rawValue]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  deinit {
    // Children of this process don't get to see SIGTERM.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The file with the server's certificate.
  var certificate: String { folder.appending(path: "certificate.pem").path }

  /// The beginnings of the commands that came, each behind `open` or `secure`.
  var commands: [String] { text("commands").split(separator: "\n").map(String.init) }

  /// The last letter that it took; empty if none came.
  var letter: String { text("letter") }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }
}
