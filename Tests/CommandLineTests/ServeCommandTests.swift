import Testing

@Suite("marsad serve") struct ServeCommandTests {
  /// Serves in the background as `$server`, and waits until `$address` is known.
  private let serving = """
    echo '{"id":"a","title":"لقاء","text":"وأكد الوزير أن المعبر مغلق."}' > articles.jsonl
    "$marsad" add articles.jsonl > added 2>&1
    "$marsad" serve --port 0 > told 2> errors & server=$!
    for _ in {1..3000}; do grep -qs http told && break; sleep 0.1; done
    address=$(grep -o 'http://[0-9.:]*' told)
    ask() { exec 3<> "/dev/tcp/127.0.0.1/${address##*:}"; \
    printf 'GET %s HTTP/1.0\\r\\nHost: here\\r\\n\\r\\n' "$1" >&3; head -1 <&3; }

    """

  @Test(arguments: ["INT", "TERM"])
  func `it tells its address, answers, and ends cleanly when asked to`(signal: String) async throws
  {
    // What a shell starts in the background ignores interrupts unless jobs are its own (set -m).
    let run = try await Sandbox().shell(
      "set -m\n" + serving
        + "ask /articles/a; ask /nothing; kill -\(signal) $server; wait $server; echo $?; cat errors"
    )
    #expect(run.output == "HTTP/1.1 200 OK\r\nHTTP/1.1 404 Not Found\r\n0\n")
  }

  @Test func `a taken port is told of with what helps`() async throws {
    let run = try await Sandbox().shell(
      serving
        + "\"$marsad\" serve --port ${address##*:}; echo $?; { kill $server; wait $server; } 2> /dev/null"
    )
    #expect(run.output == "4\n")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(run.errors.contains("is taken; stop what listens there or choose another with --port"))
  }

  @Test func `a host that isn't here is told of`() async throws {
    for host in ["192.0.2.1", "no.such.host.invalid"] {
      let run = try await Sandbox().shell(
        "echo '{\"text\":\"نص\"}' > a.json; \"$marsad\" add a.json > added 2>&1; "
          + "\"$marsad\" serve --port 0 --host \(host); echo $?")
      #expect(run.output == "4\n")
      #expect(run.errors.contains("\(host) is no address of this machine"))
    }
  }

  @Test func `without an archive it says how to make one`() async throws {
    let run = try await Sandbox().run("serve", "--archive", "none.archive")
    #expect(run.status != 0)
    #expect(run.errors.contains("marsad add makes one"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `a port that is none is refused`() async throws {
    let run = try await Sandbox().run("serve", "--port", "70000")
    #expect(run.status == 2)
  }
}
