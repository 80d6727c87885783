internal import ArabicScript

/// What a user changes about reading, without compiling: cues added, rules switched off.
public struct ReadingRules: Sendable {
  let cues: [DataFile]
  let switchedOff: [String]

  /// The rules that Marsad ships.
  public static let standard = ReadingRules(files: [], switchedOff: [])

  private init(files cues: [DataFile], switchedOff: [String]) {
    self.cues = cues
    self.switchedOff = switchedOff
  }

  /// Makes rules that differ from the shipped ones.
  ///
  /// - Parameters:
  ///   - cues: Files (name for messages, text) in the form of `Data/reading/cues.tsv`.
  ///   - switchedOff: Names of rules, or what they begin with, as `marsad read --explain` shows them
  ///     (`participle`, `past:زعم`).
  /// - Throws: `ReadingRulesError` at the first line that is not in the form.
  public init(cues: [(name: String, text: String)], switchedOff: [String] = [])
    throws(ReadingRulesError)
  {
    var files: [DataFile] = []
    for (name, text) in cues {
      let file = DataFile(name: name, text: text)
      for row in file.rows {
        if let fault = CueLexicon.fault(in: row) {
          throw ReadingRulesError(file: name, line: row.line, fault: fault)
        }
      }
      files.append(file)
    }
    self.init(files: files, switchedOff: switchedOff)
  }

  /// Whether records of a rule are kept.
  func allows(_ rule: String) -> Bool { !switchedOff.contains { rule.hasPrefix($0) } }
}

/// A line of a user's cue file that can't be used.
public struct ReadingRulesError: Error, Equatable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line's number, from 1.
  public let line: Int
  /// What is wrong with it.
  public let fault: String

  /// Makes the error of one line.
  public init(file: String, line: Int, fault: String) {
    self.file = file
    self.line = line
    self.fault = fault
  }

  /// The fault with its place, and where the form is described.
  public var description: String {
    "\(file):\(line): \(fault); the form is described at the top of Data/reading/cues.tsv"
  }
}
