// snowball-words: reads words, one a line, and writes their stems by SnowballStem.
import ArabicWords

@main
enum SnowballWords {
  static func main() {
    while let word = readLine() { print(SnowballStem.stem(word)) }
  }
}
