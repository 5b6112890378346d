package ponte.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ponte.command.Command.Period;
import ponte.nlp.Language;

/** Wishes for the map of people and for that of channels, as people of one language say them. */
final class MapWishes {

  /** Whoever says more tells a story. */
  private static final int MOST_WORDS = 12;

  private final Language language;
  private final Phrasebook book;
  private final Periods periods;

  MapWishes(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
    this.periods = new Periods(language);
  }

  /** What a line wishes for. */
  Optional<Command> of(Written line, LocalDate today) {
    if (line.text().split(" ").length > MOST_WORDS) {
      return Optional.empty();
    }
    if (matches("channel-map", line).findFirst().isPresent()) {
      return Optional.of(new Command.ChannelMap(null));
    }
    return matches("channel-of", line)
        .flatMap(match -> topic(line.cut(match.start("topic"), match.end("topic"))).stream())
        .<Command>map(Command.ChannelMap::new)
        .findFirst()
        .or(
            () ->
                matches("people-map", line)
                    .findFirst()
                    .map(_ -> new Command.PeopleMap(null, null, new Period.Usual())))
        .or(
            () ->
                matches("people-map-of", line)
                    .map(match -> said(line.cut(match.start("topic"), match.end("topic")), today))
                    .findFirst());
  }

  /** What a map is to be of: a channel or a topic, and perhaps a time behind it. */
  private Command said(Written said, LocalDate today) {
    for (var start = 0; start >= 0; start = next(said, start)) {
      var reading = periods.of(said.folded().substring(start), today);
      if (reading.sure()) {
        return said(said.cut(0, start), reading.periods().getFirst());
      }
    }
    return said(said, new Period.Usual());
  }

  private static int next(Written said, int start) {
    var space = said.text().indexOf(' ', start);
    return space < 0 ? -1 : space + 1;
  }

  private Command said(Written what, Period period) {
    var channel = matches("map-channel", what).findFirst();
    if (channel.isPresent()) {
      var name = what.cut(channel.get().start("channel"), channel.get().end("channel")).text();
      return new Command.PeopleMap(name.substring(1), null, period);
    }
    return new Command.PeopleMap(null, topic(what).orElse(null), period);
  }

  private Optional<String> topic(Written words) {
    return words.isEmpty() ? Optional.empty() : Topics.of(words.bare(), language);
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
