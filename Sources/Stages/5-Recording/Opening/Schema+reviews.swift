extension Schema {
  /// People's decisions on events, and which event of the present reading each of them is about.
  ///
  /// Reviews and their values are never changed; triggers of the database see to it. What they come to is in
  /// `review_targets` and `event_standings`, which are made anew from them whenever an article is read anew or
  /// decided on. A review without a target is orphaned: the reading has no event at its place.
  static let reviews = """
    ALTER TABLE events ADD COLUMN other_killed TEXT;
    ALTER TABLE events ADD COLUMN other_injured TEXT;
    ALTER TABLE events ADD COLUMN confidence REAL;

    CREATE TABLE event_reviews (
      review INTEGER PRIMARY KEY AUTOINCREMENT,
      article INTEGER NOT NULL REFERENCES articles,
      text_sha256 TEXT NOT NULL,
      trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
      type TEXT NOT NULL,
      quote TEXT NOT NULL, quote_before TEXT NOT NULL, quote_after TEXT NOT NULL,
      coder TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'correct', 'reject', 'withdraw')),
      reason TEXT
    ) STRICT;
    CREATE INDEX event_reviews_by_article ON event_reviews(article, review);

    CREATE TABLE event_review_values (
      review INTEGER NOT NULL REFERENCES event_reviews,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      read TEXT NOT NULL,
      PRIMARY KEY (review, field)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER event_reviews_are_not_changed BEFORE UPDATE ON event_reviews
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed; decide anew'); END;
    CREATE TRIGGER event_reviews_are_not_deleted BEFORE DELETE ON event_reviews
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted; withdraw it'); END;
    CREATE TRIGGER event_review_values_are_not_changed BEFORE UPDATE ON event_review_values
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed; decide anew'); END;
    CREATE TRIGGER event_review_values_are_not_deleted BEFORE DELETE ON event_review_values
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted; withdraw it'); END;

    CREATE TABLE review_targets (
      review INTEGER PRIMARY KEY REFERENCES event_reviews,
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      counts INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX review_targets_by_event ON review_targets(event);

    -- `review` is the one whose values are shown; none where the event was rejected or is disputed.
    CREATE TABLE event_standings (
      event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
      state TEXT NOT NULL,
      coders TEXT NOT NULL,
      review INTEGER REFERENCES event_reviews
    ) STRICT;
    """
}
