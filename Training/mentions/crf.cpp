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
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

const std::vector<std::string> tags = {"B-LOC", "B-MISC", "B-ORG", "B-PERS", "I-LOC", "I-MISC", "I-ORG", "I-PERS", "O"};
constexpr int tagCount = 9, outside = 8;
constexpr int rare = 2;               // features of fewer tokens are left out, so that words seen once are learnt by what else is known of them
constexpr int epochs = 14;
constexpr double rate = 0.15;
constexpr double shrinking = 1.0;     // the weight of all squares beside the likelihood of all sentences
constexpr double recall = 0.25;       // taken off the weight of O
constexpr double outputScale = 200;   // what is printed for 1
constexpr int least = 6;              // features whose weights are all below are left out
constexpr int forbidden = -100 * 200; // what is printed for a pair of tags that can't be

using Row = std::array<float, tagCount>;

struct Sentence {
  std::vector<std::vector<uint32_t>> features;
  std::vector<int> tags;
};

bool follows(int left, int right) { return right < 4 || right == outside || left == right || left == right - 4; }

float logSum(const Row& v) {
  const float greatest = *std::max_element(v.begin(), v.end());
  float sum = 0;
  for (float x : v) sum += std::exp(x - greatest);
  return greatest + std::log(sum);
}

class Model {
 public:
  std::vector<Row> weights;
  std::array<Row, tagCount> transitions{};

  Model(const std::vector<const Sentence*>& sentences, size_t features) : weights(features, Row{}) {
    std::vector<const Sentence*> order = sentences;
    std::mt19937 random(7);
    const double decay = shrinking / sentences.size();
    double step = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      std::shuffle(order.begin(), order.end(), random);
      for (const Sentence* sentence : order) {
        const double eta = rate / (1 + decay * rate * step++);
        const std::vector<Row> scores = emissions(*sentence);
        scale *= 1 - eta * decay;
        learn(*sentence, scores, eta / scale);
        if (scale < 1e-3) settle();
      }
    }
    settle();
  }

  std::vector<int> best(const Sentence& sentence) const {
    std::vector<Row> scores = emissions(sentence);
    std::vector<std::array<int, tagCount>> from(scores.size());
    for (Row& row : scores) row[outside] -= recall;
    for (size_t i = 0; i < scores.size(); i++)
      for (int tag = 0; tag < tagCount; tag++) {
        float top = i ? -1e9f : tag >= 4 && tag < outside ? -1e9f : 0;
        for (int left = 0; i && left < tagCount; left++) {
          const float score = scores[i - 1][left] + transitions[left][tag];
          if (follows(left, tag) && score > top) top = score, from[i][tag] = left;
        }
        scores[i][tag] += top;
      }
    std::vector<int> path(scores.size());
    path.back() = std::max_element(scores.back().begin(), scores.back().end()) - scores.back().begin();
    for (size_t i = path.size() - 1; i > 0; i--) path[i - 1] = from[i][path[i]];
    return path;
  }

 private:
  float scale = 1;

  std::vector<Row> emissions(const Sentence& sentence) const {
    std::vector<Row> rows(sentence.features.size(), Row{});
    for (size_t i = 0; i < rows.size(); i++) {
      for (uint32_t feature : sentence.features[i])
        for (int tag = 0; tag < tagCount; tag++) rows[i][tag] += weights[feature][tag];
      for (float& x : rows[i]) x *= scale;
    }
    return rows;
  }

  // One step up the gradient of a sentence's likelihood: what is there less what the model expects, by forward and backward sums.
  void learn(const Sentence& sentence, const std::vector<Row>& scores, double step) {
    const size_t count = scores.size();
    std::vector<Row> before(count), behind(count);
    before[0] = scores[0];
    behind[count - 1].fill(0);
    Row terms;
    for (size_t i = 1; i < count; i++)
      for (int tag = 0; tag < tagCount; tag++) {
        for (int left = 0; left < tagCount; left++) terms[left] = before[i - 1][left] + transitions[left][tag] * scale;
        before[i][tag] = logSum(terms) + scores[i][tag];
      }
    for (size_t i = count - 1; i > 0; i--)
      for (int tag = 0; tag < tagCount; tag++) {
        for (int right = 0; right < tagCount; right++)
          terms[right] = behind[i][right] + scores[i][right] + transitions[tag][right] * scale;
        behind[i - 1][tag] = logSum(terms);
      }
    const float total = logSum(before[count - 1]);
    std::array<Row, tagCount> pairs{};
    for (size_t i = 0; i < count; i++) {
      Row gradient;
      bool isSure = true;
      for (int tag = 0; tag < tagCount; tag++) {
        gradient[tag] = (tag == sentence.tags[i]) - std::exp(before[i][tag] + behind[i][tag] - total);
        if (std::fabs(gradient[tag]) < 1e-3) gradient[tag] = 0;
        isSure = isSure && gradient[tag] == 0;
      }
      if (!isSure)
        for (uint32_t feature : sentence.features[i])
          for (int tag = 0; tag < tagCount; tag++) weights[feature][tag] += step * gradient[tag];
      for (int left = 0; i && left < tagCount; left++)
        for (int tag = 0; tag < tagCount; tag++)
          pairs[left][tag] += (left == sentence.tags[i - 1] && tag == sentence.tags[i]) -
              std::exp(before[i - 1][left] + transitions[left][tag] * scale + scores[i][tag] + behind[i][tag] - total);
    }
    for (int left = 0; left < tagCount; left++)
      for (int tag = 0; tag < tagCount; tag++) transitions[left][tag] += step * pairs[left][tag];
  }

  void settle() {
    for (Row& row : weights)
      for (float& x : row) x *= scale;
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
      std::istringstream fields(line);
      std::string field;
      fields >> field;
      sentence.tags.push_back(std::find(tags.begin(), tags.end() - 1, field) - tags.begin());
      std::vector<uint32_t> features;
      while (fields >> field) {
        const bool isPeculiar = field[0] == '-';
        const uint64_t name = std::stoul(field.substr(isPeculiar), nullptr, 16) | (isPeculiar ? peculiar : 0);
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
  std::puts("# Weights of the sequence model of mentions: tags, scale, for each tag the weights of those that follow, then a line a feature.\n"
            "# Made by Training/mentions/crf.cpp; card with origin, licences and figures: Training/mentions/CARD.md.");
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
  std::map<uint64_t, const Row*> ordered;
  for (size_t i = 0; i < corpus.names.size(); i++)
    if (corpus.names[i] < Corpus::peculiar) ordered[corpus.names[i]] = &model.weights[i];
  for (const auto& [name, row] : ordered) {
    const auto rounded = [](float x) { return std::lround(x * outputScale); };
    if (std::none_of(row->begin(), row->end(), [&](float x) { return std::labs(rounded(x)) > least; })) continue;
    std::printf("%08llx", static_cast<unsigned long long>(name));
    for (float x : *row) std::printf("\t%ld", rounded(x));
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
