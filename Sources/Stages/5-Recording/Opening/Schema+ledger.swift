extension Schema {
  /// The outlooks on record, by which rules they resolve, and what persons decided.
  ///
  /// An entry holds its outlook's words, so that it outlives the reading that found it; `outlook` is
  /// empty while the newest reading does not find it. Rules and decisions are added, never changed: the
  /// newest counts. Days are days since 1970-01-01.
  static let ledger = """
    CREATE TABLE ledger_entries (
      entry INTEGER PRIMARY KEY AUTOINCREMENT,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      outlook INTEGER UNIQUE REFERENCES outlooks ON DELETE SET NULL,
      time INTEGER NOT NULL,
      source INTEGER,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      outcome TEXT NOT NULL, marker TEXT, holder_name TEXT,
      kind TEXT NOT NULL, likelihood TEXT NOT NULL, band_low INTEGER, band_high INTEGER,
      condition TEXT, condition_kind TEXT, horizon TEXT
    ) STRICT;
    CREATE INDEX ledger_entries_by_time ON ledger_entries(time, entry);
    CREATE INDEX ledger_entries_by_article ON ledger_entries(article);

    CREATE TABLE ledger_rules (
      rule INTEGER PRIMARY KEY AUTOINCREMENT,
      entry INTEGER NOT NULL REFERENCES ledger_entries ON DELETE CASCADE,
      first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
      written_by TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      grounds TEXT
    ) STRICT;
    CREATE INDEX ledger_rules_by_entry ON ledger_rules(entry, rule);

    CREATE TABLE ledger_questions (
      rule INTEGER NOT NULL REFERENCES ledger_rules ON DELETE CASCADE,
      side TEXT NOT NULL CHECK (side IN ('outcome', 'condition')),
      types TEXT, actor TEXT, recipient TEXT, place TEXT,
      least INTEGER NOT NULL,
      is_absence INTEGER NOT NULL,
      PRIMARY KEY (rule, side)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ledger_decisions (
      decision INTEGER PRIMARY KEY AUTOINCREMENT,
      entry INTEGER NOT NULL REFERENCES ledger_entries ON DELETE CASCADE,
      rule INTEGER REFERENCES ledger_rules,
      verdict TEXT NOT NULL
        CHECK (verdict IN ('came-true', 'did-not', 'condition-not-met', 'cant-tell')),
      decided_by TEXT NOT NULL,
      day INTEGER NOT NULL,
      reason TEXT NOT NULL,
      decided_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ledger_decisions_by_entry ON ledger_decisions(entry, decision);

    CREATE INDEX IF NOT EXISTS mentions_by_entry ON mentions(entry) WHERE entry IS NOT NULL;

    INSERT INTO ledger_entries(article, outlook, time, source, start, "end", outcome, marker,
        holder_name, kind, likelihood, band_low, band_high, condition, condition_kind, horizon)
      SELECT o.article, o.outlook, o.time, o.source, o.outcome_start, o.outcome_end,
        CAST(substr(CAST(t.text AS BLOB), o.outcome_start + 1, o.outcome_end - o.outcome_start) AS TEXT),
        CAST(substr(CAST(t.text AS BLOB), o.marker_start + 1, o.marker_end - o.marker_start) AS TEXT),
        o.holder_name, o.kind, o.likelihood, o.band_low, o.band_high,
        CAST(substr(CAST(t.text AS BLOB), o.condition_start + 1, o.condition_end - o.condition_start)
          AS TEXT),
        o.condition_kind,
        CAST(substr(CAST(t.text AS BLOB), o.horizon_start + 1, o.horizon_end - o.horizon_start) AS TEXT)
      FROM outlooks AS o JOIN article_texts AS t USING (article)
      ORDER BY o.outlook;
    """
}
