import Foundation
import Testing

@Suite("Usage") struct UsageTests {
  @Test func `the version is told`() async throws {
    let run = try await Sandbox().run("--version")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("marsad "))
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test(arguments: [
    ["reed"], ["read", "--jobs", "0"], ["read", "--jobs", "x"], ["read", "--map", "title"],
    ["read", "--format", "xml"],
  ])
  func `a wrong command line is status 2 and says what is right`(arguments: [String]) async throws {
    let run = try await Sandbox().shell(
      "\"$marsad\" \(arguments.joined(separator: " ")) < /dev/null")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Usage: marsad"))
  }

  @Test func `every subcommand's help has examples`() async throws {
    let sandbox = try Sandbox()
    let root = try await sandbox.run("--help")
    #expect(root.status == 0)
    for name in try await subcommands(sandbox) where name != "help" {
      let help = try await sandbox.run("help", name)
      #expect(help.status == 0)
      #expect(help.output.contains("Examples:\n  "), "\(name)")
      #expect(help.output.contains("\n  marsad \(name)"), "\(name)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion knows the subcommands`(shell: String) async throws {
    let sandbox = try Sandbox()
    let script = try await sandbox.run("--generate-completion-script", shell)
    #expect(script.status == 0)
    for name in try await subcommands(sandbox) { #expect(script.output.contains(name)) }
  }

  private func subcommands(_ sandbox: Sandbox) async throws -> [String] {
    let dump = try await sandbox.run("--experimental-dump-help")
    let tool = try JSONDecoder().decode(ToolInfo.self, from: Data(dump.output.utf8))
    let names = (tool.command.subcommands ?? []).map(\.commandName)
    #expect(names.contains("read"))
    return names
  }

  private struct ToolInfo: Decodable {
    let command: Command

    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
    }
  }
}
