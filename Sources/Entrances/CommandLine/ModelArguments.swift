public import ArabicQuantities
public import ArgumentParser
public import NewsModel
internal import Reading
package import Recording

// The model's values as they are written on a command line.

extension Stance: ExpressibleByArgument {}
extension OutlookKind: ExpressibleByArgument {}
extension Likelihood: ExpressibleByArgument {}
extension EventStatus: ExpressibleByArgument {}
extension DecisionFilter: ExpressibleByArgument {}
extension SearchKind: ExpressibleByArgument {}
extension SearchQuery.Matching: ExpressibleByArgument {}
extension WatchStep: ExpressibleByArgument {}
extension LedgerState: ExpressibleByArgument {}
extension LedgerDecision.Verdict: ExpressibleByArgument {}
extension RegistryKind: ExpressibleByArgument {}
extension PlacePrecision: ExpressibleByArgument {}

extension EventType: ExpressibleByArgument {
  /// Reads a type in any case.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension CalendarDay: ExpressibleByArgument {
  /// Reads a day such as `2015-08-06`.
  public init?(argument: String) {
    guard argument.utf8.count == 10 else { return nil }
    self.init(iso: argument)
  }
}
