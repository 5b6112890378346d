package ponte.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/** Several topics in the words of one question, of which somebody is to know any. */
public final class Alternatives {

  /** Whoever asks for more does not tell topics apart. */
  private static final int MOST = 3;

  /** What is longer is a question of its own: whether to take this or that. */
  private static final int WORDS = 3;

  private static final Pattern OR =
      Pattern.compile(
          String.join(
              "|",
              List.of(Language.values()).stream()
                  .map(language -> Phrasebook.of(language).anyOf("alternatives"))
                  .toList()));

  private Alternatives() {}

  /** Each of the topics, in their order; the topic alone where it is one. */
  public static List<String> in(String topic) {
    var words = Written.of(topic);
    var each = new ArrayList<String>();
    var from = 0;
    for (var or : OR.matcher(words.folded()).results().toList()) {
      each.add(words.cut(from, or.start()).text());
      from = or.end();
    }
    each.add(words.cut(from, words.text().length()).text());
    var areTopics =
        each.size() <= MOST && each.stream().allMatch(Alternatives::canBeOne) && !isQuoted(topic);
    return areTopics ? List.copyOf(each) : List.of(topic);
  }

  private static boolean canBeOne(String words) {
    return !words.isEmpty() && words.split(" ").length <= WORDS;
  }

  private static boolean isQuoted(String topic) {
    return topic.startsWith("\"");
  }
}
