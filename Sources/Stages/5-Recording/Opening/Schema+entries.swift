extension Schema {
  /// People's decisions on entries, and the names that mentions have.
  ///
  /// Decisions are never changed; triggers of the database see to it. `target` is what an entry is merged
  /// into or names are assigned to; what a confirmation or a split makes has the id `own-` and its number.
  /// A name's `folded` is the form in which decisions hold, `sound` what its spellings meet in (`NameKey`),
  /// `head` the name that it is taken to be a spelling of (`MentionNameWriter`).
  static let entries = """
    CREATE TABLE entry_decisions (
      decision INTEGER PRIMARY KEY AUTOINCREMENT,
      act TEXT NOT NULL
        CHECK (act IN ('merge', 'assign', 'confirm', 'split', 'rename', 'undo')),
      realm TEXT CHECK (realm IN ('actor', 'place')),
      entry TEXT, target TEXT,
      type TEXT, name_en TEXT,
      undone INTEGER UNIQUE REFERENCES entry_decisions,
      decided_by TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      reason TEXT
    ) STRICT;

    CREATE TABLE entry_decision_names (
      decision INTEGER NOT NULL REFERENCES entry_decisions,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (decision, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER entry_decisions_are_not_changed BEFORE UPDATE ON entry_decisions
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed; decide anew'); END;
    CREATE TRIGGER entry_decisions_are_not_deleted BEFORE DELETE ON entry_decisions
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted; undo it'); END;
    CREATE TRIGGER entry_decision_names_are_not_changed BEFORE UPDATE ON entry_decision_names
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed; decide anew'); END;
    CREATE TRIGGER entry_decision_names_are_not_deleted BEFORE DELETE ON entry_decision_names
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted; undo it'); END;

    CREATE TABLE mention_names (
      name TEXT PRIMARY KEY,
      folded TEXT NOT NULL,
      sound TEXT NOT NULL,
      head TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_names_by_folded ON mention_names(folded);
    CREATE INDEX mention_names_by_sound ON mention_names(sound);
    CREATE INDEX mention_names_by_head ON mention_names(head);

    CREATE INDEX IF NOT EXISTS mentions_by_entry ON mentions(entry) WHERE entry IS NOT NULL;
    CREATE INDEX mentions_unlinked ON mentions(name) WHERE entry IS NULL;
    CREATE INDEX statements_by_speaker_entry ON statements(speaker_entry)
      WHERE speaker_entry IS NOT NULL;
    CREATE INDEX events_by_place_entry ON events(place_entry) WHERE place_entry IS NOT NULL;
    """
}
