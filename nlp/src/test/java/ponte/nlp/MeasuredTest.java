package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How well real text is understood; the floors lie a little under what was measured. */
class MeasuredTest {

  private static final int ENOUGH_WORDS = 3;

  private final Nlp nlp = Nlp.shared();

  @Test
  void tellsTheLanguageOfLinesOfThreeWordsAndMore() {
    var slack = new ArrayList<>(SharedData.slackLines("slack-exports/racket-2019.zip"));
    slack.addAll(SharedData.slackLines("slack-exports/ncar.zip"));
    var tweets = SharedData.sentences("italian/it_postwita-ud-dev.conllu.gz");
    var dialogues =
        SharedData.objects("italian/jilda.jsonl").stream()
            .flatMap(dialogue -> dialogue.path("turns").valueStream())
            .map(turn -> turn.path("text").asString())
            .toList();

    assertThat(shareTold(slack, ENGLISH)).isGreaterThan(0.975);
    assertThat(shareTold(tweets, ITALIAN)).isGreaterThan(0.98);
    assertThat(shareTold(dialogues, ITALIAN)).isGreaterThan(0.985);
  }

  @Test
  void tellsEnglishQuestionsInChatRooms() {
    var score = new Score();
    for (var row : SharedData.rows("questions/nps-chat.tsv")) {
      score.add(row[5].equals("1"), asks(row[3], ENGLISH));
    }

    assertThat(score.f1()).isGreaterThan(0.87);
  }

  @Test
  void tellsItalianQuestionsWhoseMarkWasTakenAway() {
    var score = new Score();
    for (var row : SharedData.rows("italian/questions-ud-dev.tsv")) {
      if (row[0].equals("ISDT")) {
        score.add(row[2].equals("1"), asks(row[3].replace("?", "").strip(), ITALIAN));
      }
    }

    assertThat(score.recall()).isGreaterThan(0.79);
    assertThat(score.falseAlarms()).isLessThan(0.025);
  }

  @Test
  void seesTheMarkOfItalianQuestions() {
    var score = new Score();
    for (var row : SharedData.rows("italian/questions-ud-dev.tsv")) {
      score.add(row[2].equals("1"), asks(row[3], ITALIAN));
    }

    assertThat(score.recall()).isGreaterThan(0.96);
  }

  @Test
  void cutsItalianSentences() {
    var gold =
        SharedData.sentences("italian/it_isdt-ud-dev.conllu.gz").stream()
            .filter(sentence -> sentence.matches(".*[.?!…][\"»”)']*"))
            .toList();
    var score = new Score();
    for (int i = 0; i < gold.size(); i += 10) {
      var expected = gold.subList(i, Math.min(gold.size(), i + 10));
      score.add(Set.copyOf(expected), nlp.sentences(String.join(" ", expected)));
    }

    assertThat(score.f1()).isGreaterThan(0.93);
  }

  @Test
  void cutsItalianWords() {
    var score = new Score();
    for (var sentence : Treebank.sentences("italian/it_isdt-ud-dev.conllu.gz")) {
      var expected = places(sentence.text(), sentence.words());
      score.add(expected, places(sentence.text(), nlp.words(sentence.text(), ITALIAN)));
    }

    assertThat(score.f1()).isGreaterThan(0.99);
  }

  private double shareTold(List<String> lines, Language language) {
    Predicate<String> hasEnoughWords =
        line ->
            nlp.words(line, ITALIAN).stream()
                    .filter(word -> Character.isLetter(word.codePointAt(0)))
                    .filter(word -> !word.contains("://"))
                    .count()
                >= ENOUGH_WORDS;
    var enough = lines.stream().filter(hasEnoughWords).toList();
    long told =
        enough.stream()
            .filter(line -> nlp.language(line).filter(language::equals).isPresent())
            .count();
    return (double) told / enough.size();
  }

  private boolean asks(String text, Language language) {
    return nlp.sentences(text).stream()
        .anyMatch(sentence -> nlp.question(sentence, language) != QuestionSign.NONE);
  }

  /** Words and where they begin, without those that are only signs. */
  private static Set<String> places(String text, List<String> words) {
    var places = new HashSet<String>();
    int from = 0;
    for (var word : words) {
      int at = text.indexOf(word, from);
      if (at >= 0 && word.codePoints().anyMatch(Character::isLetterOrDigit)) {
        places.add(at + word);
      }
      from = at < 0 ? from : at + word.length();
    }
    return places;
  }
}
