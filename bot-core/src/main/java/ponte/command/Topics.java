package ponte.command;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/** What is left of a question once the asking is taken away. */
final class Topics {

  private static final Map<Language, Topics> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new Topics(Phrasebook.of(language)));
    }
  }

  private static final Pattern LAST_WORD = Pattern.compile("[^ ']+'?$");

  private static final String END_OF_WORD = "(?:(?<=') *| +)(?=.)";

  private final Pattern article;
  private final Pattern onlyArticle;
  private final Pattern helper;
  private final Pattern closer;
  private final Pattern nothing;
  private final Pattern afterWho;
  private final Pattern onlyAfterWho;
  private final Pattern noEnd;

  private Topics(Phrasebook book) {
    article = Pattern.compile(book.anyOf("article") + END_OF_WORD);
    onlyArticle = Pattern.compile(book.anyOf("article"));
    helper = Pattern.compile(book.anyOf("helper") + END_OF_WORD);
    closer = Pattern.compile("[ ,;.!?-]+" + book.anyOf("closer") + "[ .!?)]*$");
    nothing = Pattern.compile(book.anyOf("nothing"));
    noEnd = Pattern.compile(book.anyOf("no-end"));
    onlyAfterWho = Pattern.compile(book.anyOf("who-closer"));
    afterWho = Pattern.compile("[ ,;.!?-]+" + book.anyOf("who-closer") + "[ .!?)]*$");
  }

  /** The topic in these words; empty where they are none. */
  static Optional<String> of(Written words, Language language) {
    return Objects.requireNonNull(ALL.get(language)).of(words);
  }

  /**
   * The topic of a question for who knows it, which may tell when, where and how well; with its
   * quotes where it stands in such, as they ask to take it to the letter.
   */
  static Optional<String> askedFor(Written words, Language language) {
    return Objects.requireNonNull(ALL.get(language)).askedFor(words);
  }

  /** These words without what is said behind the topic of a question for who knows it. */
  static Written withoutAsides(Written words, Language language) {
    return Objects.requireNonNull(ALL.get(language)).withoutAsides(words);
  }

  /** These words without what people say after a topic. */
  static Written withoutCloser(Written words, Language language) {
    return Objects.requireNonNull(ALL.get(language)).withoutCloser(words);
  }

  /** Whether these words only lead to a topic that was then not said. */
  static boolean isArticle(Written words, Language language) {
    return Objects.requireNonNull(ALL.get(language)).onlyArticle.matcher(words.folded()).matches();
  }

  private Optional<String> askedFor(Written words) {
    var topic = withoutAsides(words);
    var quoted = topic.inQuotes();
    if (quoted.isPresent()) {
      return quoted.filter(Written::hasWords).map(said -> '"' + cut(said.text()) + '"');
    }
    var bare = topic.bare();
    return onlyAfterWho.matcher(bare.folded()).matches() && !isAcronym(bare.text())
        ? Optional.empty()
        : of(bare);
  }

  private Written withoutAsides(Written words) {
    var topic = words;
    while (topic.inQuotes().isEmpty()) {
      var shorter = cutOff(afterWho, cutOff(closer, topic));
      if (shorter.equals(topic)) {
        return topic;
      }
      topic = shorter;
    }
    return topic;
  }

  private Optional<String> of(Written words) {
    var topic = without(article, without(helper, withoutCloser(words)));
    return topic.hasWords()
            && !(nothing.matcher(topic.folded()).matches() && !isAcronym(topic.text()))
            && !onlyArticle.matcher(topic.folded()).matches()
        ? Optional.of(cut(topic.text()))
        : Optional.empty();
  }

  private static Written without(Pattern lead, Written words) {
    var opening = lead.matcher(words.folded());
    return opening.lookingAt() ? words.cut(opening.end(), words.text().length()).bare() : words;
  }

  private Written withoutCloser(Written words) {
    var topic = words;
    while (true) {
      var shorter = cutOff(closer, topic);
      if (shorter.equals(topic)) {
        return topic.bare();
      }
      topic = shorter;
    }
  }

  private Written cutOff(Pattern end, Written words) {
    var closing = end.matcher(words.folded());
    if (!closing.find() || closing.start() == 0) {
      return words;
    }
    var rest = words.cut(0, closing.start());
    return isCutShort(rest) ? words : rest;
  }

  /** Whether it ends with a word that wants another one behind it. */
  private boolean isCutShort(Written words) {
    var last = LAST_WORD.matcher(words.folded());
    return last.find()
        && noEnd.matcher(last.group()).matches()
        && !isAcronym(words.text().substring(last.start()));
  }

  /** IT and US are no pronouns. */
  static boolean isAcronym(String word) {
    return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
  }

  /**
   * As many sentences as a topic may have characters, in their order; where not all have room,
   * those of the least rank go first, and one that alone is too long ends at a word.
   *
   * @param rank 0 or more, asked only where not all have room
   */
  static String shortened(List<String> sentences, ToIntFunction<String> rank) {
    var all = String.join(" ", sentences);
    if (all.length() <= Command.LONGEST_TOPIC) {
      return all;
    }
    var ranks = sentences.stream().mapToInt(rank).toArray();
    var kept = new TreeMap<Integer, String>();
    var room = Command.LONGEST_TOPIC;
    for (var now : Arrays.stream(ranks).distinct().sorted().toArray()) {
      for (var i = 0; i < ranks.length; i++) {
        var sentence = sentences.get(i);
        if (ranks[i] == now && sentence.length() < room) {
          kept.put(i, sentence);
          room -= sentence.length() + 1;
        }
      }
    }
    if (!kept.isEmpty()) {
      return String.join(" ", kept.values());
    }
    var first = Arrays.stream(ranks).min().orElseThrow();
    return cut(sentences.get(Arrays.stream(ranks).boxed().toList().indexOf(first)));
  }

  /** As much of a sentence as a topic may have characters, to the end of a word. */
  static String cut(String sentence) {
    if (sentence.length() <= Command.LONGEST_TOPIC) {
      return sentence;
    }
    var space = sentence.lastIndexOf(' ', Command.LONGEST_TOPIC);
    var end = space > Command.LONGEST_TOPIC / 2 ? space : Command.LONGEST_TOPIC;
    return sentence.substring(0, Character.isLowSurrogate(sentence.charAt(end)) ? end - 1 : end);
  }
}
