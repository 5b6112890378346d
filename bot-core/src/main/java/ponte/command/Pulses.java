package ponte.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Period;
import ponte.nlp.Language;

/** How people of one language ask how well people help each other. */
final class Pulses {

  private final Phrasebook book;
  private final Periods periods;

  Pulses(Language language) {
    this.book = Phrasebook.of(language);
    this.periods = new Periods(language);
  }

  /** What a line asks for; empty where it asks for nothing of this kind. */
  Optional<Command> of(Written line, LocalDate today) {
    return matches("pulse", line)
        .flatMap(match -> pulse(null, match, today).stream())
        .findFirst()
        .or(
            () ->
                matches("pulse-of-channel", line)
                    .flatMap(match -> pulse(channel(line, match), match, today).stream())
                    .findFirst())
        .or(
            () ->
                matches("pulse-channel", line)
                    .filter(match -> match.group("channel").startsWith("#"))
                    .flatMap(match -> pulse(channel(line, match), match, today).stream())
                    .findFirst());
  }

  private Optional<Command> pulse(@Nullable String channel, Matcher match, LocalDate today) {
    return period(match, today).map(period -> new Command.Pulse(channel, period));
  }

  /** Of what can be read in several ways the first is taken: it is said with the answer. */
  private Optional<Period> period(Matcher match, LocalDate today) {
    return match.namedGroups().containsKey("period")
        ? periods.of(Written.of(match.group("period")).folded(), today).periods().stream()
            .findFirst()
        : Optional.of(new Period.Usual());
  }

  private static String channel(Written line, Matcher match) {
    var typed = line.text().substring(match.start("channel"), match.end("channel"));
    return typed.startsWith("#") ? typed.substring(1) : typed;
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
