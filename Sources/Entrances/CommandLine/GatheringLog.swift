internal import Gathering

/// Tells on standard error what was wrong with the input, and counts it.
struct GatheringLog {
  /// Records and files that gave no article.
  private(set) var failed = 0
  private var worldFailed = false
  private var titlesOnly = 0
  private var convertedFiles: Set<String> = []

  /// Tells of a problem.
  mutating func add(_ problem: GatheringProblem) {
    failed += 1
    if problem.isOfTheWorld { worldFailed = true }
    StandardStreams.report("marsad: \(problem.message)")
  }

  /// Tells of remarks; of a conversion once a file, of articles without text at the end.
  mutating func add(_ remarks: [GatheringRemark], file: String, line: Int) {
    for remark in remarks {
      switch remark {
      case .convertedFromWindows1256:
        guard convertedFiles.insert(file).inserted else { continue }
        StandardStreams.report("marsad: note: \(file): \(remark.message)")
      case .titleOnly: titlesOnly += 1
      case .unreadableDate:
        StandardStreams.report("marsad: note: \(file):\(line): \(remark.message)")
      }
    }
  }

  /// Tells at the end what is told once.
  func summarise() {
    if titlesOnly > 0 {
      StandardStreams.report("marsad: note: \(titlesOnly) \(GatheringRemark.titleOnly.message)")
    }
    if failed > 0 { StandardStreams.report("marsad: \(failed) not read") }
  }

  /// How a command ends that has met these problems.
  var status: ExitStatus { worldFailed ? .world : failed > 0 ? .input : .done }
}
