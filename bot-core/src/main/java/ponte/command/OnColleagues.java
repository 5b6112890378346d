package ponte.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Whom;
import ponte.nlp.Language;

/** What people of one language say about single colleagues: who helped them, why not this one. */
final class OnColleagues {

  private final Language language;
  private final Phrasebook book;

  OnColleagues(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
  }

  /** What a line means; empty where it is about no colleague. */
  Optional<Command> of(Written line) {
    return matches("why-not-me", line)
        .<Command>map(match -> new Command.WhyNot(new Whom.Me(), topic(line, match)))
        .or(
            () ->
                named("why-not", line)
                    .map(match -> new Command.WhyNot(called(line, match), topic(line, match))))
        .or(
            () ->
                named("solved-by", line)
                    .map(match -> new Command.Solved(called(line, match), topic(line, match))))
        .or(
            () ->
                matches("solved", line).map(match -> new Command.Solved(null, topic(line, match))));
  }

  private Optional<Matcher> matches(String section, Written line) {
    return all(section, line).findFirst();
  }

  /** The first phrase with a name in it that can be one. */
  private Optional<Matcher> named(String section, Written line) {
    return all(section, line).filter(match -> !isNoName(match.group("name"))).findFirst();
  }

  private Stream<Matcher> all(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }

  private boolean isNoName(String folded) {
    var first = folded.split("[ ']", 2)[0];
    return book.phrases("no-name").stream().anyMatch(word -> word.matcher(first).matches());
  }

  private static Whom called(Written line, Matcher match) {
    return new Whom.Called(line.text().substring(match.start("name"), match.end("name")));
  }

  private @Nullable String topic(Written line, Matcher match) {
    return match.namedGroups().containsKey("topic")
        ? Topics.of(line.cut(match.start("topic"), match.end("topic")), language).orElse(null)
        : null;
  }
}
