/// The best of many articles, kept in a heap whose top is the worst of them.
struct TopArticles {
  private let capacity: Int
  private var heap: [(key: Double, article: Int)] = []

  /// Makes an empty list.
  ///
  /// - Parameter capacity: How many are kept, one at least.
  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// What an article must reach to be kept.
  var threshold: Double { heap.count == capacity ? heap[0].key : -.infinity }

  /// Offers an article; of equal ones the one that was added last is better.
  mutating func offer(_ article: Int, _ key: Double) {
    if heap.count < capacity {
      heap.append((key, article))
      rise(heap.count - 1)
    } else if TopArticles.isWorse(heap[0], (key, article)) {
      heap[0] = (key, article)
      sink()
    }
  }

  /// The articles, the best first.
  var articles: [Int] { heap.sorted { TopArticles.isWorse($1, $0) }.map(\.article) }

  private static func isWorse(
    _ one: (key: Double, article: Int), _ other: (key: Double, article: Int)
  )
    -> Bool
  {
    one.key != other.key ? one.key < other.key : one.article < other.article
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard TopArticles.isWorse(heap[index], heap[parent]) else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      var worst = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && TopArticles.isWorse(heap[child], heap[worst]) { worst = child }
      if worst == index { return }
      heap.swapAt(index, worst)
      index = worst
    }
  }
}
