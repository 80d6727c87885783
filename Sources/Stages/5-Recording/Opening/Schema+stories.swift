extension Schema {
  /// Which reports tell the same.
  ///
  /// A *dispatch* is what copies, near-copies and containers of one report have in common; reports of
  /// one story with another dispatch are independent. `carries` marks a long report in the stories of
  /// items that it contains among others; its own story is the one where it is 0.
  static let stories = """
    CREATE TABLE story_shingles (
      shingle INTEGER NOT NULL,
      day INTEGER NOT NULL,
      article INTEGER NOT NULL,
      PRIMARY KEY (shingle, day, article)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE story_members (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      story INTEGER NOT NULL,
      dispatch INTEGER NOT NULL,
      carries INTEGER NOT NULL,
      PRIMARY KEY (article, story)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_members_by_story ON story_members(story, dispatch);
    CREATE INDEX story_members_by_dispatch ON story_members(dispatch);

    CREATE TABLE story_links (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      other INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      kind TEXT NOT NULL,
      cover REAL NOT NULL,
      cover_of_longer REAL NOT NULL,
      PRIMARY KEY (article, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_links_by_other ON story_links(other);

    CREATE TABLE story_decisions (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      other INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      decision TEXT NOT NULL CHECK (decision IN ('join', 'split')),
      decided_at INTEGER NOT NULL,
      PRIMARY KEY (article, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_decisions_by_other ON story_decisions(other);

    CREATE TABLE story_pending (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
      is_indexed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    INSERT INTO story_pending(article) SELECT article FROM articles;

    -- One row an article: its own story and dispatch, and whether it is the first of its dispatch. Counts
    -- of records are counts of independent reports where is_independent, of stories by story.
    CREATE VIEW article_stories AS
      SELECT m.article, m.story, m.dispatch,
        NOT EXISTS (
          SELECT 1 FROM story_members AS o JOIN articles AS oa ON oa.article = o.article
          WHERE o.dispatch = m.dispatch AND o.carries = 0
            AND (oa.time, oa.article) < (a.time, a.article)) AS is_independent
      FROM story_members AS m JOIN articles AS a ON a.article = m.article
      WHERE m.carries = 0;
    """
}
