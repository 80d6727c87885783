extension FetchFailure {
  /// What happened and what helps, in a sentence without its subject.
  package var sentence: String {
    switch self {
    case .badAddress: "is no address of the web; write it out, as in https://outlet.example/feed"
    case .unknownHost(let host): "no host \(host) is known; check the spelling and the name service"
    case .forbiddenAddress(let host, let address):
      "\(host) is \(address), which is no public address; --allow-private lets it be asked"
    case .privateName(let host):
      "\(host) is a name of a private network; --allow-private lets it be asked"
    case .refusedByRobots: "the site's robots.txt keeps it to itself; ask the outlet"
    case .robotsFailed(let failure):
      """
      the site's robots.txt can't be had, so nothing is fetched for now: \(failure.sentence); it is asked again \
      in five minutes at the soonest
      """
    case .unreachable(let reason): "no connection (\(reason)); it is tried again in the next round"
    case .tooSlow(let seconds): "no whole answer within \(seconds) s; --timeout gives it more"
    case .tooLong(let bytes): "the answer is longer than \(bytes >> 20) MiB; --limit takes more"
    case .badCoding(let name): "the answer's coding \(name) is damaged or unknown"
    case .tooManyRedirects(let count): "more than \(count) redirects; the address leads in a circle"
    case .badRedirect(let target): "leads to “\(target)”, which is no address"
    case .postponed(let status, let seconds):
      "the server answers \(status) and asks to come again in \(seconds) s"
    case .status(let status): "the server answers \(status)"
    }
  }
}

extension FeedError {
  /// What is wrong with a feed, in a sentence without its subject.
  package var sentence: String {
    switch self {
    case .unreadable: "is neither XML nor JSON that can be read"
    case .noFeed(let root): "is no feed but <\(root)>; marsad sources add finds the feeds of a page"
    case .damaged: "is a packed file that is damaged"
    case .tooLong(let bytes):
      "is a packed file of more than \(bytes >> 20) MiB unpacked; --limit of marsad gather takes more"
    }
  }
}
