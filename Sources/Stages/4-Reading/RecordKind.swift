/// A kind of what a reading holds, by its name in the reading's JSON.
public enum RecordKind: String, Sendable, CaseIterable {
  case statements, outlooks, events, mentions, quantities
}
