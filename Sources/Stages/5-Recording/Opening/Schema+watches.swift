extension Schema {
  /// Saved questions, and what they raised.
  ///
  /// `snoozed_until` is a day since 1970-01-01; `period` counts by the watch's step. A watch has one
  /// alarm a period at most, so that none is raised twice. An alarm's `key` names it at receivers; a
  /// delivery is written down before it is tried, and again when the receiver has answered.
  static let watches = """
    CREATE TABLE watches (
      watch INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      actor TEXT, place TEXT, types TEXT, speaker TEXT, stances TEXT, words TEXT,
      step TEXT NOT NULL CHECK (step IN ('day', 'week', 'month')),
      detector TEXT NOT NULL, baseline INTEGER NOT NULL, alpha REAL, least INTEGER NOT NULL,
      is_muted INTEGER NOT NULL DEFAULT 0,
      snoozed_until INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE alarms (
      alarm INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      watch INTEGER NOT NULL REFERENCES watches ON DELETE CASCADE,
      period INTEGER NOT NULL,
      detector TEXT NOT NULL, baseline INTEGER NOT NULL,
      count INTEGER NOT NULL, reports INTEGER NOT NULL, sources INTEGER NOT NULL,
      expected REAL NOT NULL, bound REAL,
      new_sources TEXT, silent_sources TEXT,
      raised_at INTEGER NOT NULL,
      is_silent INTEGER NOT NULL,
      acknowledged_at INTEGER,
      UNIQUE (watch, period)
    ) STRICT;

    CREATE TABLE alarm_evidence (
      alarm INTEGER NOT NULL REFERENCES alarms ON DELETE CASCADE,
      position INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      PRIMARY KEY (alarm, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alarm_evidence_by_article ON alarm_evidence(article);

    CREATE TABLE alarm_deliveries (
      alarm INTEGER NOT NULL REFERENCES alarms ON DELETE CASCADE,
      receiver TEXT NOT NULL,
      tries INTEGER NOT NULL,
      delivered_at INTEGER,
      PRIMARY KEY (alarm, receiver)
    ) STRICT, WITHOUT ROWID;
    """

  /// What came to watches later.
  ///
  /// `quiet_periods` were simulated without anything to find, and the watch took `false_alarms` of them for an
  /// alarm; `gaps` periods before an alarm's were left out. A source stands in one group at most. A brief's delivery is written down like an alarm's.
  static let watching = """
    ALTER TABLE alarms ADD COLUMN quiet_periods INTEGER;
    ALTER TABLE alarms ADD COLUMN false_alarms INTEGER;
    ALTER TABLE alarms ADD COLUMN gaps INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE source_groups (
      source TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE brief_deliveries (
      receiver TEXT NOT NULL,
      first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
      language TEXT NOT NULL,
      tries INTEGER NOT NULL,
      delivered_at INTEGER,
      PRIMARY KEY (receiver, first_day, last_day, language)
    ) STRICT, WITHOUT ROWID;
    """

  /// Watches of one outlet, and alarms about edits: such an alarm's period is the edit's number, so that none is
  /// raised twice.
  static let editAlarms = """
    ALTER TABLE watches ADD COLUMN source TEXT;
    ALTER TABLE alarms ADD COLUMN edit INTEGER REFERENCES article_edits ON DELETE CASCADE;
    CREATE INDEX alarms_by_edit ON alarms(edit) WHERE edit IS NOT NULL;
    """

  /// What is usual for days such as an alarm's: by which factor counts on them are larger than an average day's.
  static let alarmCalendar = """
    CREATE TABLE alarm_calendar (
      alarm INTEGER NOT NULL REFERENCES alarms ON DELETE CASCADE,
      position INTEGER NOT NULL,
      occasion TEXT NOT NULL,
      factor REAL NOT NULL,
      PRIMARY KEY (alarm, position)
    ) STRICT, WITHOUT ROWID;
    """
}
