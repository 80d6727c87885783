// NameProbe TEST OTHERS... : lines "latin TAB arabic letters TAB count" of TEST as queries against all names of all files.
// A query whose spelling occurs in one of OTHERS is left out. Mean reciprocal rank; equal costs count as the middle rank.
import ArabicNames
import Foundation

struct Pair {
  let latin: String
  let arabic: String
}

func pairs(_ path: String) throws -> [Pair] {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  return text.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    if fields.count == 3 {
      return Pair(latin: String(fields[0]), arabic: fields[1].filter { $0 != " " })
    }
    return fields.count == 2 ? Pair(latin: String(fields[1]), arabic: String(fields[0])) : nil
  }
}

/// The mean reciprocal rank's part of one query: 1 / (better ones + half of the equal ones + 1).
func reciprocalRank(_ costs: [(name: String, cost: Double)], _ right: Set<String>) -> Double {
  guard let best = costs.filter({ right.contains($0.name) }).map(\.cost).min() else { return 0 }
  let better = costs.count { $0.cost < best }
  let equal = costs.count { $0.cost == best && !right.contains($0.name) }
  return 1 / (1 + Double(better) + Double(equal) / 2)
}

func measure(_ title: String, _ gold: [String: Set<String>], _ seen: Set<String>, _ names: [String]) {
  let queries = gold.keys.filter { !seen.contains($0) }.sorted()
  var index = NameIndex()
  for name in names { index.insert(name) }
  var sum = 0.0
  var slowest = Duration.zero
  var times: [Duration] = []
  for query in queries {
    var matches: [NameIndex.Match] = []
    let start = processorTime()
    matches = index.matches(for: query, limit: 20)
    let time = Duration.nanoseconds(processorTime() - start)
    times.append(time)
    slowest = max(slowest, time)
    let costs = matches.map { (name: names[$0.name], cost: Double($0.cost)) }
    sum += reciprocalRank(costs, gold[query] ?? [])
  }
  let mean = times.reduce(.zero, +) / max(1, times.count)
  print("\(title): \(queries.count) queries, \(names.count) names")
  print("  ArabicNames   MRR \(rounded(sum / Double(queries.count)))  mean \(mean)  slowest \(slowest)")
  let step = max(1, queries.count / 300)
  let sample = stride(from: 0, to: queries.count, by: step).map { queries[$0] }
  for isNormalized in [false, true] {
    let baseline = Baseline(names, isNormalized: isNormalized)
    let total = sample.reduce(0.0) { total, query in
      let costs = zip(names, baseline.costs(query)).map { (name: $0, cost: $1) }
      return total + reciprocalRank(costs, gold[query] ?? [])
    }
    let name = isNormalized ? "edit distance on ALA-LC by length" : "edit distance on ALA-LC"
    print("  \(name)   MRR \(rounded(total / Double(sample.count)))  (\(sample.count) of the queries)")
  }
}

/// The processor's time that this process took so far in nanoseconds, so that other work on the machine counts little.
func processorTime() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

func rounded(_ value: Double) -> String { String(format: "%.3f", value) }

let paths = CommandLine.arguments.dropFirst()
guard let first = paths.first else {
  print("usage: NameProbe TEST OTHERS...")
  exit(2)
}
let test = try pairs(first)
let learnt = try paths.dropFirst().flatMap(pairs)
var toLatin: [String: Set<String>] = [:]
var toArabic: [String: Set<String>] = [:]
for pair in test {
  toLatin[pair.arabic, default: []].insert(pair.latin)
  toArabic[pair.latin, default: []].insert(pair.arabic)
}
let all = test + learnt
measure(
  "Arabic to Latin", toLatin, Set(learnt.map(\.arabic)), Array(Set(all.map(\.latin))).sorted())
measure(
  "Latin to Arabic", toArabic, Set(learnt.map(\.latin)), Array(Set(all.map(\.arabic))).sorted())
