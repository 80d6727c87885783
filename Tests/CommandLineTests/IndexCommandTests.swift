import Foundation
import Testing

@Suite("marsad index") struct IndexCommandTests {
  @Test func `an index that agrees with the texts is told to, before and after it is built anew`()
    async throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("a.txt", "عنوان\nهدنة في الميناء")
    _ = try await sandbox.run("add", "a.txt")
    let sound = ProgramRun(
      output: "1 articles, 0 differ, 0 documents of no article\n", errors: "", status: 0)
    #expect(try await sandbox.run("index") == sound)
    #expect(
      try await sandbox.run("index", "--rebuild")
        == ProgramRun(output: "", errors: "", status: 0))
    #expect(try await sandbox.run("index") == sound)
    let found = try await sandbox.run("search", "هدنة", "--format", "jsonl")
    #expect(found.outputLines.count == 1)
  }

  @Test func `without an archive it says so`() async throws {
    let run = try await Sandbox().run("index")
    #expect(run.status == 3)
    #expect(run.errors.contains("there is no archive here"))
  }

  @Test func `a program that is killed while it adds or builds the index leaves a sound one`()
    async throws
  {
    let sandbox = try Sandbox()
    let lines = (0..<3_000).map { number in
      """
      {"id":"a\(number)","title":"خبر \(number)","text":"وصل الوفد رقم \(number) إلى الميناء في هدنة."}
      """
    }
    try sandbox.write("articles.jsonl", lines.joined(separator: "\n"))
    let killed = try await sandbox.shell(
      """
      set -e
      $marsad add articles.jsonl --archive killed > /dev/null 2>&1 &
      adder=$!
      until [ -s killed ] && $marsad index --archive killed > /dev/null 2>&1; do sleep 0.05; done
      kill -9 $adder
      wait $adder || true
      $marsad index --archive killed
      $marsad add articles.jsonl --archive killed > /dev/null 2>&1
      $marsad index --rebuild --archive killed &
      builder=$!
      sleep 0.2
      kill -9 $builder || true
      wait $builder || true
      $marsad index --archive killed
      """)
    #expect(killed.status == 0)
    #expect(killed.outputLines.count == 2)
    #expect(killed.outputLines.last == "3000 articles, 0 differ, 0 documents of no article")
    #expect(killed.outputLines.allSatisfy { $0.hasSuffix(" 0 differ, 0 documents of no article") })
  }
}
