package ponte.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ponte.nlp.Language;

/**
 * How people put a question into a mail: they greet, say who they are and how they come to ask, and
 * thank. Nothing in it is about what is asked.
 */
final class Mails {

  private static final String QUESTION = "{question}";
  private static final Pattern END = Pattern.compile("(?m)^---$");
  private static final Pattern COMMENT = Pattern.compile("(?m)^#.*\\R");

  private final List<String> mails;

  /** Which of them. */
  enum Which {
    /** Those that were looked at when it was chosen how mails are read. */
    CHOSEN_ON,
    /** The others. */
    HELD_OUT,
    ALL;

    private boolean has(int place) {
      return this == ALL || (place % 2 == 0) == (this == CHOSEN_ON);
    }
  }

  private Mails(List<String> mails) {
    this.mails = mails;
  }

  static Mails in(Language language, Which which) {
    var name = "mails/" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    try (var in = Objects.requireNonNull(Mails.class.getResourceAsStream(name), name)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var all = END.split(COMMENT.matcher(text).replaceAll(""));
      return new Mails(
          IntStream.range(0, all.length).filter(which::has).mapToObj(i -> all[i].strip()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Puts questions into mails, each into the next one. */
  UnaryOperator<String> inTurn() {
    var next = Stream.iterate(0, i -> (i + 1) % mails.size()).iterator();
    return question -> mails.get(next.next()).replace(QUESTION, question.strip());
  }
}
