extension Schema {
  /// The date of change that pages state, and which edits of title or text were seen.
  ///
  /// `version` is the newer one; `dates` tells what became of the dates that the source states
  /// (`VersionChange.StatedDates`). What an archive of before does not know of dates of change is empty.
  static let edits = """
    ALTER TABLE articles ADD COLUMN modified TEXT;
    ALTER TABLE article_versions ADD COLUMN modified TEXT;

    CREATE TABLE article_edits (
      edit INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      version INTEGER NOT NULL,
      edited_at INTEGER NOT NULL,
      dates TEXT NOT NULL CHECK (dates IN ('changed', 'unchanged', 'unstated')),
      UNIQUE (article, version)
    ) STRICT;
    CREATE INDEX article_edits_by_time ON article_edits(edited_at, edit);

    WITH every_version AS (
      SELECT article, version, added_at, published, title, text
      FROM articles JOIN article_texts USING (article)
      WHERE version > 1
      UNION ALL
      SELECT article, version, added_at, published, title, text FROM article_versions
    )
    INSERT INTO article_edits(article, version, edited_at, dates)
      SELECT newer.article, newer.version, newer.added_at,
        CASE WHEN newer.published IS NOT older.published THEN 'changed'
          WHEN newer.published IS NULL THEN 'unstated' ELSE 'unchanged' END
      FROM every_version AS newer
        JOIN article_versions AS older
          ON older.article = newer.article AND older.version = newer.version - 1
      WHERE newer.title IS NOT older.title OR newer.text IS NOT older.text
      ORDER BY newer.added_at, newer.article, newer.version;
    """

  /// When each version was last seen, where that is later than the first time (`added_at`), and which edits are stealth edits.
  ///
  /// Of edits in an archive of before, those are that left the stated dates as they were.
  static let captureTimes = """
    ALTER TABLE articles ADD COLUMN last_seen INTEGER;
    ALTER TABLE article_versions ADD COLUMN last_seen INTEGER;
    ALTER TABLE article_edits ADD COLUMN is_stealth INTEGER NOT NULL DEFAULT 0;
    UPDATE article_edits SET is_stealth = dates = 'unchanged';
    """
}
