// Learns the weights of the sequence model and prints them as Data/mentions/model.tsv.
//
//   crf FEATURES.txt                the model
//   crf FEATURES.txt --held-out K   the tag of each token by a model learnt from the other parts of K; blank lines between sentences
//
// FEATURES.txt is what `MentionWorkshop features` prints: a line a token, its tag and the numbers of its features in hexadecimal digits; blank
// lines between sentences. Features behind `+` or `-` take up what is peculiar to a source of labels; those behind `-` only while learning, they are not
// printed. A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001), learnt by stochastic gradient
// descent with L2 regularisation (Bottou's schedule; the weights share one scale, so that shrinking them costs nothing). Runs are equal to the
// bit on one machine.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

const std::vector<std::string> tags = {"B-LOC", "B-MISC", "B-ORG", "B-PERS", "I-LOC", "I-MISC", "I-ORG", "I-PERS", "O"};
constexpr int tagCount = 9, outside = 8;
constexpr int rare = 3;               // features of fewer tokens are left out, so that words seen once are learnt by what else is known of them
constexpr int epochs = 14;
constexpr double rate = 0.15;
constexpr double shrinking = 4.0;     // the weight of all squares beside the likelihood of all sentences
constexpr double recall = 0.15;       // taken off what leads to O
constexpr double outputScale = 200;   // what is printed for 1
constexpr int least = 6;              // features whose weights are all below are left out
constexpr int forbidden = -100 * 200; // what is printed for a pair of tags that can't be

// A weight for each tag of a name; that of O is 0, as only differences count.
typedef float Weights __attribute__((vector_size(outside * sizeof(float))));
// A number for each tag.
using Row = std::array<float, tagCount>;

struct Sentence {
  std::vector<std::vector<uint32_t>> features;
  std::vector<int> tags;
};

bool follows(int left, int right) { return right < 4 || right == outside || left == right || left == right - 4; }

void normalise(Row& row) {
  float sum = 0;
  for (float x : row) sum += x;
  for (float& x : row) x /= sum;
}

class Model {
 public:
  std::vector<Weights> weights;
  std::array<Row, tagCount> transitions{};

  Model(const std::vector<const Sentence*>& sentences, size_t features) : weights(features, Weights{}) {
    std::vector<const Sentence*> order = sentences;
    std::mt19937 random(7);
    const double decay = shrinking / sentences.size();
    double step = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      std::shuffle(order.begin(), order.end(), random);
      for (const Sentence* sentence : order) {
        const double eta = rate / (1 + decay * rate * step++);
        scale *= 1 - eta * decay;
        learn(*sentence, eta / scale);
        if (scale < 1e-3) settle();
      }
    }
    settle();
  }

  std::vector<int> best(const Sentence& sentence) const {
    std::vector<Row> scores(sentence.features.size());
    std::vector<std::array<int, tagCount>> from(scores.size());
    for (size_t i = 0; i < scores.size(); i++) {
      const Weights names = sum(sentence.features[i]);
      for (int tag = 0; tag < tagCount; tag++) {
        float top = i ? -1e9f : tag >= 4 && tag < outside ? -1e9f : 0;
        for (int left = 0; i && left < tagCount; left++) {
          const float score = scores[i - 1][left] + transitions[left][tag];
          if (follows(left, tag) && score > top) top = score, from[i][tag] = left;
        }
        scores[i][tag] = top + (tag == outside ? -recall : names[tag]);
      }
    }
    std::vector<int> path(scores.size());
    path.back() = std::max_element(scores.back().begin(), scores.back().end()) - scores.back().begin();
    for (size_t i = path.size() - 1; i > 0; i--) path[i - 1] = from[i][path[i]];
    return path;
  }

 private:
  float scale = 1;

  Weights sum(const std::vector<uint32_t>& features) const {
    Weights result{};
    for (uint32_t feature : features) result += weights[feature];
    return result * scale;
  }

  // One step up the gradient of a sentence's likelihood: what is there less what the model expects, by forward and backward products,
  // made to sum to 1 at each token.
  void learn(const Sentence& sentence, double step) {
    const size_t count = sentence.features.size();
    std::vector<Row> here(count), before(count), behind(count);
    std::array<Row, tagCount> follow;
    for (int left = 0; left < tagCount; left++)
      for (int tag = 0; tag < tagCount; tag++) follow[left][tag] = std::exp(transitions[left][tag] * scale);
    for (size_t i = 0; i < count; i++) {
      const Weights names = sum(sentence.features[i]);
      float greatest = 0;
      for (int tag = 0; tag < outside; tag++) greatest = std::max(greatest, names[tag]);
      for (int tag = 0; tag < tagCount; tag++) here[i][tag] = std::exp((tag < outside ? names[tag] : 0) - greatest);
      for (int tag = 0; tag < tagCount; tag++) {
        float sum = i ? 0 : 1;
        for (int left = 0; i && left < tagCount; left++) sum += before[i - 1][left] * follow[left][tag];
        before[i][tag] = sum * here[i][tag];
      }
      normalise(before[i]);
    }
    behind[count - 1].fill(1);
    for (size_t i = count - 1; i > 0; i--) {
      for (int tag = 0; tag < tagCount; tag++) {
        behind[i - 1][tag] = 0;
        for (int right = 0; right < tagCount; right++) behind[i - 1][tag] += follow[tag][right] * here[i][right] * behind[i][right];
      }
      normalise(behind[i - 1]);
    }
    for (size_t i = 0; i < count; i++) climb(sentence.features[i], sentence.tags[i], before[i], behind[i], step);
    climb(sentence.tags, here, before, behind, follow, step);
  }

  // The step of one token's features.
  void climb(const std::vector<uint32_t>& features, int tag, const Row& before, const Row& behind, double step) {
    Row expected;
    for (int k = 0; k < tagCount; k++) expected[k] = before[k] * behind[k];
    normalise(expected);
    Weights gradient;
    bool isSure = true;
    for (int k = 0; k < outside; k++) {
      gradient[k] = (k == tag) - expected[k];
      if (std::fabs(gradient[k]) < 1e-3f) gradient[k] = 0;
      isSure = isSure && gradient[k] == 0;
    }
    if (isSure) return;
    gradient *= static_cast<float>(step);
    for (uint32_t feature : features) weights[feature] += gradient;
  }

  // The step of the weights of pairs of tags.
  void climb(const std::vector<int>& tags, const std::vector<Row>& here, const std::vector<Row>& before, const std::vector<Row>& behind,
             const std::array<Row, tagCount>& follow, double step) {
    std::array<Row, tagCount> gradient{};
    for (size_t i = 1; i < tags.size(); i++) {
      std::array<Row, tagCount> expected;
      float total = 0;
      for (int left = 0; left < tagCount; left++)
        for (int tag = 0; tag < tagCount; tag++)
          total += expected[left][tag] = before[i - 1][left] * follow[left][tag] * here[i][tag] * behind[i][tag];
      for (int left = 0; left < tagCount; left++)
        for (int tag = 0; tag < tagCount; tag++) gradient[left][tag] -= expected[left][tag] / total;
      gradient[tags[i - 1]][tags[i]] += 1;
    }
    for (int left = 0; left < tagCount; left++)
      for (int tag = 0; tag < tagCount; tag++) transitions[left][tag] += step * gradient[left][tag];
  }

  void settle() {
    for (Weights& row : weights) row *= scale;
    for (Row& row : transitions)
      for (float& x : row) x *= scale;
    scale = 1;
  }
};

struct Corpus {
  std::vector<Sentence> sentences;
  std::vector<uint64_t> names;  // of the features, by their number here; `peculiar` is set in those that are not printed
  static constexpr uint64_t peculiar = 1ull << 32;

  explicit Corpus(const char* path) {
    std::unordered_map<uint64_t, uint32_t> numbers;
    std::ifstream file(path);
    Sentence sentence;
    for (std::string line; std::getline(file, line);) {
      if (line.empty()) {
        if (!sentence.tags.empty()) sentences.push_back(std::move(sentence));
        sentence = Sentence();
        continue;
      }
      const char* at = std::strchr(line.c_str(), '\t');
      const std::string tag = at ? line.substr(0, at - line.c_str()) : line;
      sentence.tags.push_back(std::find(tags.begin(), tags.end() - 1, tag) - tags.begin());
      std::vector<uint32_t> features;
      for (; at; at = std::strchr(at, '\t')) {
        const char mark = *++at;
        if (mark == '+' || mark == '-') at++;
        const uint64_t name = std::strtoul(at, nullptr, 16) | (mark == '-' ? peculiar : 0);
        const auto [entry, isNew] = numbers.emplace(name, names.size());
        if (isNew) names.push_back(name);
        features.push_back(entry->second);
      }
      sentence.features.push_back(std::move(features));
    }
    if (!sentence.tags.empty()) sentences.push_back(std::move(sentence));
    dropRare();
  }

 private:
  void dropRare() {
    std::vector<int> counts(names.size());
    for (const Sentence& sentence : sentences)
      for (const auto& features : sentence.features)
        for (uint32_t feature : features) counts[feature]++;
    for (Sentence& sentence : sentences)
      for (auto& features : sentence.features) std::erase_if(features, [&](uint32_t feature) { return counts[feature] < rare; });
  }
};

void printHeldOut(const Corpus& corpus, size_t parts) {
  std::vector<std::vector<int>> found(corpus.sentences.size());
  const auto part = [parts](size_t i) { return i / 100 % parts; };
  for (size_t k = 0; k < parts; k++) {
    std::vector<const Sentence*> others;
    for (size_t i = 0; i < found.size(); i++)
      if (part(i) != k) others.push_back(&corpus.sentences[i]);
    const Model model(others, corpus.names.size());
    for (size_t i = 0; i < found.size(); i++)
      if (part(i) == k) found[i] = model.best(corpus.sentences[i]);
  }
  for (const auto& sentence : found) {
    for (int tag : sentence) std::puts(tags[tag].c_str());
    std::puts("");
  }
}

void printModel(const Corpus& corpus) {
  std::vector<const Sentence*> all;
  for (const Sentence& sentence : corpus.sentences) all.push_back(&sentence);
  const Model model(all, corpus.names.size());
  std::puts("# Weights of the sequence model of mentions: tags, scale, for each tag the weights of those that follow, then a line a feature with\n"
            "# those of the tags of names. Made by Training/mentions/crf.cpp; card with origin, licences and figures: Training/mentions/CARD.md.");
  std::printf("tags");
  for (const std::string& tag : tags) std::printf("\t%s", tag.c_str());
  std::printf("\nscale\t%.0f\n", outputScale);
  for (int left = 0; left < tagCount; left++) {
    std::printf("from");
    for (int tag = 0; tag < tagCount; tag++) {
      const long weight = std::lround((model.transitions[left][tag] - (tag == outside ? recall : 0)) * outputScale);
      std::printf("\t%ld", follows(left, tag) ? weight : forbidden);
    }
    std::printf("\n");
  }
  std::map<uint64_t, const Weights*> ordered;
  for (size_t i = 0; i < corpus.names.size(); i++)
    if (corpus.names[i] < Corpus::peculiar) ordered[corpus.names[i]] = &model.weights[i];
  for (const auto& [name, row] : ordered) {
    std::array<long, outside> rounded;
    for (int tag = 0; tag < outside; tag++) rounded[tag] = std::lround((*row)[tag] * outputScale);
    if (std::none_of(rounded.begin(), rounded.end(), [](long x) { return std::labs(x) > least; })) continue;
    std::printf("%08llx", static_cast<unsigned long long>(name));
    for (long x : rounded) std::printf("\t%ld", x);
    std::printf("\n");
  }
}

}  // namespace

int main(int count, char** arguments) {
  const bool isHeldOut = count == 4 && std::strcmp(arguments[2], "--held-out") == 0;
  if (count != 2 && !isHeldOut) {
    std::fputs("usage: crf FEATURES.txt [--held-out K]\n", stderr);
    return 64;
  }
  const Corpus corpus(arguments[1]);
  if (corpus.sentences.empty()) {
    std::fprintf(stderr, "crf: %s: no sentences; give a file that MentionWorkshop features wrote\n", arguments[1]);
    return 66;
  }
  if (isHeldOut)
    printHeldOut(corpus, std::max(2, std::atoi(arguments[3])));
  else
    printModel(corpus);
}
