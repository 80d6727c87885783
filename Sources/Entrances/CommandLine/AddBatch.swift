internal import NewsModel
internal import Recording
internal import Synchronization

/// Articles that wait to be written together: some at least, with each batch twice as many, and more while those before are
/// still being written, for the more are written at once, the less time each takes.
struct AddBatch {
  /// Whether something goes on, for several threads.
  final class Signal: Sendable {
    private let state = Mutex(false)

    /// Whether it goes on.
    var isOn: Bool {
      get { state.withLock { $0 } }
      set { state.withLock { $0 = newValue } }
    }
  }

  private static let (most, mostBytes) = (4_000, 16 << 20)

  private var fewest = 1_000

  private var articles: [PreparedArticle] = []
  private var byteCount = 0
  /// Whether the articles taken last are still being written; the writer ends it.
  private let isWriting = Signal()

  /// Adds an article to those that wait.
  mutating func append(_ article: PreparedArticle) {
    articles.append(article)
    byteCount += article.article.text.utf8.count
  }

  /// Whether it is time to write.
  var isFull: Bool {
    byteCount >= AddBatch.mostBytes
      || articles.count >= (isWriting.isOn ? AddBatch.most : fewest)
  }

  /// Hands over what waits.
  ///
  /// - Returns: The articles, and what is to be set when they are written.
  mutating func take() -> (articles: [PreparedArticle], isWriting: Signal) {
    defer { (articles, byteCount, fewest) = ([], 0, min(2 * fewest, AddBatch.most)) }
    isWriting.isOn = true
    return (articles, isWriting)
  }
}
