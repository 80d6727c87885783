internal import Gathering

extension FeedShortfall {
  /// What is missing, in sentences without their subject.
  var sentences: [String] {
    [
      itemsLeftOut > 0
        ? "items left out, without an address that can be read: \(itemsLeftOut)" : nil,
      isCutOff ? "is cut off or broken in the middle; what follows there is missing" : nil,
      sitemapsUnread > 0 ? "sitemaps that gave nothing: \(sitemapsUnread)" : nil,
      sitemapsLeftOut > 0
        ? """
        sitemaps left out, since \(GatheringRound.sitemapLimit) at most are read in a round, the newest first, \
        and none once --most pages are named: \(sitemapsLeftOut)
        """ : nil,
    ].compactMap { $0 }
  }
}
