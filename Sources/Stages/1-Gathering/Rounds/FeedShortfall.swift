/// What could not be read of a source's document though it answered, or was left for another time.
package struct FeedShortfall: Sendable, Hashable, Codable {
  /// Items without an address, of no form that is known, or cut off.
  package var itemsLeftOut = 0
  /// Whether the document ends before it is complete.
  package var isCutOff = false
  /// Sitemaps of an index that gave nothing.
  package var sitemapsUnread = 0
  /// Sitemaps of an index that were not asked, since only so many are in a round.
  package var sitemapsLeftOut = 0

  enum CodingKeys: String, CodingKey {
    case itemsLeftOut = "items_left_out"
    case isCutOff = "cut_off"
    case sitemapsUnread = "sitemaps_unread"
    case sitemapsLeftOut = "sitemaps_left_out"
  }

  /// Makes a shortfall of nothing.
  package init() {}
}

extension Feed {
  /// What could not be read of the document itself.
  package var shortfall: FeedShortfall {
    var shortfall = FeedShortfall()
    shortfall.itemsLeftOut = leftOut
    shortfall.isCutOff = isCutOff
    return shortfall
  }
}
