package ponte.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.nlp.Language;

/** Several topics in the words of one question, of which somebody is to know any. */
public final class Alternatives {

  /** Whoever asks for more does not tell topics apart. */
  private static final int MOST = 3;

  /** What is longer is a question of its own: whether to take this or that. */
  private static final int WORDS = 3;

  private static final String LETTER = "[\\p{L}\\p{N}]";
  private static final String QUOTED = "\"[^\"]*\"|“[^”“]*[”“]|„[^”“]*[”“]|«[^»]*»|`[^`]*`";

  private static final List<Alternatives> ALL =
      Stream.of(Language.values()).map(Alternatives::new).toList();

  private final Language language;
  private final Pattern or;
  private final Pattern whole;
  private final Pattern beforeFirst;
  private final Pattern beforeOther;
  private final Pattern number;

  private Alternatives(Language language) {
    var book = Phrasebook.of(language);
    this.language = language;
    or = Pattern.compile(book.anyOf("alternatives"));
    whole =
        Pattern.compile(
            "(?<!%s)%s(?!%s)|%s".formatted(LETTER, book.anyOf("no-alternatives"), LETTER, QUOTED));
    beforeFirst = Pattern.compile(book.anyOf("first-alternative") + " ");
    beforeOther = Pattern.compile(book.anyOf("other-alternative") + "(?:(?<=')| )");
    number = Pattern.compile("[\\d.,]+|" + book.anyOf("numbers"));
  }

  /** Each of the topics, in their order; the topic alone where it is one. */
  public static List<String> in(String topic) {
    var words = Written.of(topic);
    return ALL.stream()
        .map(language -> language.of(words))
        .filter(topics -> topics.size() > 1)
        .findFirst()
        .orElse(List.of(topic));
  }

  /** Empty where it is one. */
  private List<String> of(Written words) {
    var separators =
        or.matcher(words.folded()).results().filter(each -> !isInOne(each, words)).toList();
    if (separators.isEmpty() || separators.size() >= MOST) {
      return List.of();
    }
    var topics = new ArrayList<String>();
    var before = beforeFirst;
    for (var part : words.between(separators)) {
      topic(part, before).ifPresent(topics::add);
      before = beforeOther;
    }
    return topics.size() > separators.size() ? topics : List.of();
  }

  /** Whether what would tell topics apart stands in what is said as one. */
  private boolean isInOne(MatchResult separator, Written words) {
    return whole
        .matcher(words.folded())
        .results()
        .anyMatch(one -> one.start() < separator.end() && separator.start() < one.end());
  }

  private Optional<String> topic(Written words, Pattern before) {
    var lead = before.matcher(words.folded());
    var topic = lead.lookingAt() ? words.cut(lead.end(), words.text().length()) : words;
    return Topics.askedFor(topic, language)
        .filter(each -> each.split(" ").length <= WORDS)
        .filter(each -> !number.matcher(each).matches());
  }
}
