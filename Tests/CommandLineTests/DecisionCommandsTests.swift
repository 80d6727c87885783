import Foundation
import Testing

@Suite("Events and decisions") struct DecisionCommandsTests {
  /// An invented raid that two outlets tell, with other numbers.
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(
      "news.jsonl",
      """
      {"id":"a","source":"وكالة السرو","published":"2025-03-10","title":"غارة","text":"قتل 12 شخصا في غارة جوية على مدينة القامشلي اليوم الاثنين."}
      {"id":"b","source":"جريدة الأفق","published":"2025-03-10","title":"قصف","text":"أعلنت مصادر طبية مقتل 20 مدنيا في غارة جوية استهدفت سوقا شعبية وسط مدينة القامشلي اليوم الاثنين، وأضافت أن فرق الإنقاذ تبحث عن مفقودين."}

      """)
    #expect(try await sandbox.run("add", "news.jsonl").status == 0)
    return sandbox
  }

  private func id(_ sandbox: Sandbox, _ article: String) async throws -> String {
    let run = try await sandbox.run(
      "events", "--article", article, "--type", "ASSAULT", "--format", "jsonl")
    let line = try #require(run.outputLines.first)
    let row = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    return try #require(row["id"] as? String)
  }

  @Test func `one event is shown with claims and other reports`() async throws {
    let sandbox = try await sandbox()
    let id = try await id(sandbox, "a")
    #expect(id.hasPrefix("a:"))
    let shown = try await sandbox.run("events", "--show", id)
    #expect(shown.status == 0)
    #expect(shown.output.contains("killed, accounts differ"))
    #expect(shown.output.contains("also reported: "))
    #expect(shown.output.contains("same-place 3"))
    let json = try await sandbox.run("events", "--show", id, "--format", "jsonl")
    #expect(json.outputLines.count == 1)
    #expect(json.output.contains("\"also_reported\":[{\"score\":"))
  }

  @Test func `what is no event is told of with what helps`() async throws {
    let sandbox = try await sandbox()
    let missing = try await sandbox.run("events", "--show", "a:0")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no event 'a:0'"))
    #expect(missing.errors.contains("marsad events --article tells the ids"))
    let malformed = try await sandbox.run("events", "--show", "a")
    #expect(malformed.status == 2)
    #expect(malformed.errors.contains("ARTICLE:NUMBER"))
    #expect(try await sandbox.run("events", "--show", "a:0", "--format", "csv").status == 2)
    let both = try await sandbox.run("events", "--without-rejected", "--decision", "kept")
    #expect(both.status == 2)
  }

  @Test func `decisions made at the desk are listed, and lists follow them`() async throws {
    let sandbox = try await sandbox()
    let id = try await id(sandbox, "a")
    let run = try await sandbox.shell(
      """
      "$marsad" serve --desk --coder 'سلمى' --port 0 > told 2> errors & server=$!
      for _ in {1..300}; do grep -qs http told && break; sleep 0.1; done
      address=$(grep -o 'http://[0-9.:]*' told)
      ask() { exec 3<> "/dev/tcp/127.0.0.1/${address##*:}"; printf '%b' "$1" >&3; cat <&3; }
      head="Host: ${address#http://}\\r\\nConnection: close\\r\\n"
      page=$(ask "GET /desk HTTP/1.1\\r\\n$head\\r\\n")
      token=$(grep -ao 'name="token" value="[0-9a-f]*"' <<< "$page" | grep -o '[0-9a-f]\\{32\\}')
      body="token=$token&event=\(id)&verdict=reject"
      head+="Content-Type: application/x-www-form-urlencoded\\r\\nContent-Length: ${#body}\\r\\n"
      for origin in http://evil.example "$address"; do
        ask "POST /desk HTTP/1.1\\r\\n${head}Origin: $origin\\r\\n\\r\\n$body" | grep -ao 'HTTP/1.1 [0-9]*'
      done
      kill $server; wait $server
      """)
    #expect(run.output == "HTTP/1.1 403\nHTTP/1.1 303\n")
    let listed = try await sandbox.run("decisions", "--format", "csv")
    #expect(listed.output.contains("1,سلمى,"))
    #expect(listed.output.contains(",reject,true,\(id),a,"))
    let json = try await sandbox.run("decisions", "--format", "jsonl", "--coder", "سلمى")
    #expect(json.output.contains("\"verdict\":\"reject\""))
    let all = try await sandbox.run("events", "--type", "ASSAULT", "--format", "jsonl")
    let kept = try await sandbox.run(
      "events", "--type", "ASSAULT", "--without-rejected", "--format", "jsonl")
    #expect(all.outputLines.count == kept.outputLines.count + 1)
    #expect(all.output.contains("\"decision\":\"rejected\",\"decided_by\":[\"سلمى\"]"))
    #expect(try await sandbox.run("decisions", "--orphaned").status == 1)
    #expect(try await sandbox.run("decisions", "--agreement").status == 1)
    #expect(try await sandbox.run("decisions", "--agreement", "--orphaned").status == 2)
  }

  @Test(arguments: [
    (["--desk"], "--desk needs --coder"), (["--desk", "--coder", " "], "--desk needs --coder"),
    (["--coder", "x"], "add it"),
    (["--desk", "--coder", "x", "--host", "0.0.0.0"], "add --desk-for-network"),
  ])
  func `a desk without a name, or for everybody, is refused`(
    arguments: [String], message: String
  ) async throws {
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try await Sandbox().shell("\"$marsad\" serve \(quoted)")
    #expect(run.status == 2)
    #expect(run.errors.contains(message))
  }
}
