package ponte.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ponte.command.Sowing.Shape;
import ponte.nlp.Language;

/** How people of one language put that they want a discussion begun. */
final class Sowings {

  private final Phrasebook book;

  Sowings(Language language) {
    this.book = Phrasebook.of(language);
  }

  /** What a line wishes for; empty where it wishes for nothing of this kind. */
  Optional<Command> of(Written line) {
    return matches("seeds", line)
        .findFirst()
        .<Sowing>map(_ -> new Sowing.Overview())
        .or(() -> matches("seed", line).findFirst().map(_ -> new Sowing.Propose(null)))
        .or(
            () ->
                matches("seed-in", line)
                    .findFirst()
                    .map(match -> new Sowing.Propose(channel(line, match))))
        .map(Command.Seed::new);
  }

  /** What stands behind "call for help in #ops:", however many sentences it is. */
  Optional<Command> idea(Written line) {
    return idea("seed-rally", Shape.RALLY, line)
        .or(() -> idea("seed-poll", Shape.POLL, line))
        .or(() -> idea("seed-idea", Shape.DISCUSSION, line))
        .map(Command.Seed::new);
  }

  private Optional<Sowing> idea(String section, Shape shape, Written line) {
    return matches(section, line)
        .findFirst()
        .map(
            match ->
                new Sowing.Idea(
                    channel(line, match),
                    shape,
                    line.cut(match.start("topic"), match.end("topic")).text()));
  }

  private static String channel(Written line, Matcher match) {
    var name = line.cut(match.start("channel"), match.end("channel")).text();
    return name.startsWith("#") ? name.substring(1) : name;
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
