// LuceneSpeed CORPUS: speed of ArabicAnalyzer over the first lines of a corpus, best of five, as job, library, MB/s.
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

public class LuceneSpeed {
  public static void main(String[] arguments) throws Exception {
    List<String> lines;
    try (var stream = Files.lines(Path.of(arguments[0]))) {
      lines = stream.limit(5000).toList();
    }
    long size = 0;
    for (String line : lines) size += line.getBytes(StandardCharsets.UTF_8).length;
    var analyzer = new ArabicAnalyzer();
    double best = Double.MAX_VALUE;
    long letters = 0;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (String line : lines) {
        try (TokenStream tokens = analyzer.tokenStream("text", line)) {
          var term = tokens.addAttribute(CharTermAttribute.class);
          tokens.reset();
          while (tokens.incrementToken()) letters += term.length();
          tokens.end();
        }
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    if (letters == 0) throw new IllegalStateException("no tokens");
    System.out.println("tokens and stems\tLucene ArabicAnalyzer\t" + size / 1e6 / best);
  }
}
