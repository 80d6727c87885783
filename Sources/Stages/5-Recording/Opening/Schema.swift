internal import GRDB

/// The tables of an archive, as named migrations.
///
/// Spans are UTF-8 byte offsets into the article's text. `time` is the time of publication as the
/// source wrote it, in seconds since 1970 without regard to its zone, so that days are those that
/// readers saw; records repeat it and their article's source, so that lists are read off an index.
enum Schema {
  /// `mrsd`, in the file's header.
  static let applicationID = 0x6D72_7364

  /// The migrations in order; the file's `user_version` is the number of the last.
  static let migrations: [(version: Int, name: String, sql: String)] = [
    (1, "articles, readings and their search", articlesAndReadings),
    (2, "stories", stories),
    (3, "mentions have clusters and organisations", mentionClusters),
    (4, "watches and alarms", watches),
    (5, "edits of articles", edits),
    (6, "reviews of events", reviews),
    (7, "ledger of outlooks", ledger),
    (8, "decisions on entries", entries),
    (9, "words of articles, saved searches", search),
    (10, "error rates of alarms, groups of sources, letters", watching),
    (11, "word index of articles", wordIndex),
    (12, "what is usual for an alarm's days", alarmCalendar),
    (13, "edits as alarms", editAlarms),
    (14, "how long versions were seen, which edits were announced", captureTimes),
  ]

  /// The version that this Marsad writes.
  static var version: Int { migrations.last?.version ?? 0 }

  /// The `time` of articles whose time of publication is not known: before all others.
  static let unknownTime = -100_000_000_000

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for migration in migrations {
      migrator.registerMigration(migration.name) { database in
        try database.execute(sql: migration.sql)
        // Names are compared in ways that SQL does not know.
        if migration.sql == entries { try MentionNameWriter(database).writeAll() }
        // One that comes late, to a file that had a later one, does not make the file older.
        let known = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        try database.execute(sql: "PRAGMA user_version = \(max(known, migration.version))")
      }
    }
    return migrator
  }

  /// Which mentions name the same, and the body that a role belongs to.
  private static let mentionClusters = """
    ALTER TABLE mentions ADD COLUMN organisation TEXT;
    ALTER TABLE mentions ADD COLUMN cluster INTEGER;
    """

  private static let articlesAndReadings = """
    CREATE TABLE archive_state (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sources (
      source INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sources_by_folded ON sources(folded);

    CREATE TABLE articles (
      article INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      source INTEGER REFERENCES sources,
      version INTEGER NOT NULL,
      added_at INTEGER NOT NULL,
      time INTEGER NOT NULL,
      published TEXT,
      title TEXT NOT NULL,
      byline TEXT,
      url TEXT
    ) STRICT;
    CREATE INDEX articles_by_time ON articles(time);
    CREATE INDEX articles_by_source ON articles(source, time);

    CREATE TABLE article_texts (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE article_versions (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      version INTEGER NOT NULL,
      source INTEGER REFERENCES sources,
      added_at INTEGER NOT NULL,
      published TEXT,
      title TEXT NOT NULL,
      byline TEXT,
      url TEXT,
      text TEXT NOT NULL,
      PRIMARY KEY (article, version)
    ) STRICT;

    CREATE TABLE readings (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
      reader_name TEXT NOT NULL,
      reader_version TEXT NOT NULL,
      language TEXT NOT NULL,
      text_sha256 TEXT NOT NULL,
      title_start INTEGER, title_end INTEGER,
      credit_name TEXT, credit_start INTEGER, credit_end INTEGER,
      dateline_place TEXT, dateline_start INTEGER, dateline_end INTEGER,
      mentions INTEGER NOT NULL, statements INTEGER NOT NULL, outlooks INTEGER NOT NULL,
      events INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE mentions (
      article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
      position INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      type TEXT NOT NULL, entry TEXT, name TEXT NOT NULL, name_en TEXT, role TEXT,
      confidence REAL NOT NULL,
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE quantities (
      article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
      position INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      value REAL NOT NULL, unit TEXT, of TEXT,
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE times (
      article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
      position INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      value TEXT NOT NULL, type TEXT NOT NULL, precision TEXT NOT NULL,
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE notes (
      article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
      position INTEGER NOT NULL,
      start INTEGER, "end" INTEGER,
      message TEXT NOT NULL,
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE statements (
      statement INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
      position INTEGER NOT NULL,
      time INTEGER NOT NULL,
      source INTEGER,
      content_start INTEGER NOT NULL, content_end INTEGER NOT NULL,
      speaker_start INTEGER, speaker_end INTEGER,
      speaker_name TEXT NOT NULL, speaker_entry TEXT,
      role TEXT, source_class TEXT,
      cue_start INTEGER, cue_end INTEGER,
      stance TEXT NOT NULL, is_loaded INTEGER NOT NULL, mode TEXT NOT NULL,
      chain TEXT, in_title INTEGER NOT NULL, rule TEXT NOT NULL,
      UNIQUE (article, position)
    ) STRICT;
    CREATE INDEX statements_by_time ON statements(time);
    CREATE INDEX statements_by_source ON statements(source, time);

    CREATE TABLE outlooks (
      outlook INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
      position INTEGER NOT NULL,
      time INTEGER NOT NULL,
      source INTEGER,
      outcome_start INTEGER NOT NULL, outcome_end INTEGER NOT NULL,
      marker_start INTEGER, marker_end INTEGER,
      holder_name TEXT,
      kind TEXT NOT NULL, likelihood TEXT NOT NULL, band_low INTEGER, band_high INTEGER,
      condition_start INTEGER, condition_end INTEGER, condition_kind TEXT,
      horizon_start INTEGER, horizon_end INTEGER,
      statement INTEGER, in_title INTEGER NOT NULL, rule TEXT NOT NULL,
      UNIQUE (article, position)
    ) STRICT;
    CREATE INDEX outlooks_by_time ON outlooks(time);
    CREATE INDEX outlooks_by_source ON outlooks(source, time);

    CREATE TABLE events (
      event INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
      position INTEGER NOT NULL,
      time INTEGER NOT NULL,
      source INTEGER,
      trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
      type TEXT NOT NULL, mode TEXT, context TEXT,
      place_start INTEGER, place_end INTEGER, place_entry TEXT,
      date TEXT, date_precision TEXT,
      killed_low INTEGER, killed_best INTEGER, killed_high INTEGER, killed_said_by TEXT,
      injured_low INTEGER, injured_best INTEGER, injured_high INTEGER, injured_said_by TEXT,
      status TEXT NOT NULL, statement INTEGER, in_title INTEGER NOT NULL, rule TEXT NOT NULL,
      UNIQUE (article, position)
    ) STRICT;
    CREATE INDEX events_by_time ON events(time);
    CREATE INDEX events_by_source ON events(source, time);
    CREATE INDEX events_by_type ON events(type, time);

    CREATE TABLE event_actors (
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      side TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
      position INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (event, side, position)
    ) STRICT, WITHOUT ROWID;

    -- The full-text tables hold words only, without the texts; `SearchIndex` can build them anew.
    CREATE VIRTUAL TABLE article_search USING fts5(
      title, text, content='', tokenize='marsad');
    INSERT INTO article_search(article_search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
    INSERT INTO article_search(article_search, rank) VALUES ('hashsize', 33554432);
    CREATE VIRTUAL TABLE statement_search USING fts5(
      content, speaker, role, content='', columnsize=0, detail=column, tokenize='marsad');
    CREATE VIRTUAL TABLE outlook_search USING fts5(
      content, holder, content='', columnsize=0, detail=column, tokenize='marsad');
    CREATE VIRTUAL TABLE event_search USING fts5(
      content, actor, place, content='', columnsize=0, detail=column, tokenize='marsad');
    """
}
