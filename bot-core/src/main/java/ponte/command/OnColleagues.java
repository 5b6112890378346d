package ponte.command;

import java.util.List;
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
  private final Names names;
  private final Doubt doubt;

  OnColleagues(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
    this.names = Names.in(language);
    this.doubt = Doubt.in(language);
  }

  /**
   * What a line means; empty where it is about no colleague. Who asks does not say that something
   * is solved.
   *
   * @param asked whether it ended as a question does
   */
  Optional<Command> of(Written line, boolean asked) {
    return matches("why-not-me", line)
        .<Command>map(match -> new Command.WhyNot(new Whom.Me(), topic(line, match)))
        .or(
            () ->
                named("why-not", line)
                    .map(match -> new Command.WhyNot(called(line, match), topic(line, match))))
        .or(() -> asked ? Optional.empty() : solved(line));
  }

  /**
   * Where somebody says that one is not right: who is named, each with what says so, and why that
   * one is; none where a line does not say so.
   */
  List<Command> notRight(Written line) {
    return named("not-right", line)
        .filter(match -> isOnTopic(line, match))
        .map(
            match ->
                Topics.of(line.cut(match.start("topic"), match.end("topic")), language).stream()
                    .flatMap(
                        topic ->
                            Stream.<Command>of(
                                new Command.WhoKnows(topic),
                                new Command.WhyNot(called(line, match), topic)))
                    .toList())
        .orElse(List.of());
  }

  private Optional<Command> solved(Written line) {
    return all("solved-by", line)
        .filter(match -> names.isOne(line, match) && isOnTopic(line, match))
        .findFirst()
        .<Command>map(match -> new Command.Solved(called(line, match), topic(line, match)))
        .or(
            () ->
                all("solved", line)
                    .filter(match -> isOnTopic(line, match))
                    .findFirst()
                    .map(match -> new Command.Solved(null, topic(line, match))));
  }

  /** Whether nothing but a topic stands where one is expected. */
  private boolean isOnTopic(Written line, Matcher match) {
    return !match.namedGroups().containsKey("topic")
        || !doubt.isNone(line.cut(match.start("topic"), match.end("topic")));
  }

  private Optional<Matcher> matches(String section, Written line) {
    return all(section, line).findFirst();
  }

  /** The first phrase with a name in it that can be one. */
  private Optional<Matcher> named(String section, Written line) {
    return all(section, line).filter(match -> names.isOne(line, match)).findFirst();
  }

  private Stream<Matcher> all(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
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
