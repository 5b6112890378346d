package ponte.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Period;
import ponte.command.Sounding.Subject;
import ponte.nlp.Language;

/** How people of one language ask what a community talks about. */
final class Soundings {

  private static final Map<String, Function<@Nullable String, Sounding>> PLAIN = plain();
  private static final Map<String, BiFunction<@Nullable String, Period, Sounding>> TIMED = timed();

  private final Phrasebook book;
  private final Periods periods;

  Soundings(Language language) {
    this.book = Phrasebook.of(language);
    this.periods = new Periods(language);
  }

  /** In the order in which they are tried: what is ended before what is begun. */
  private static Map<String, Function<@Nullable String, Sounding>> plain() {
    var plain = new LinkedHashMap<String, Function<@Nullable String, Sounding>>();
    plain.put("my-trend-alerts", _ -> new Sounding.MyAlerts());
    for (var subject : Subject.values()) {
      var name = subject.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-alert";
      plain.put("no-" + name, channel -> new Sounding.NoAlert(subject, channel));
      plain.put(name, channel -> new Sounding.Alert(subject, channel));
    }
    plain.put("recurring-page", Sounding.RecurringPage::new);
    plain.put("recurring", Sounding.Recurring::new);
    plain.put("at-risk", Sounding.AtRisk::new);
    return plain;
  }

  private static Map<String, BiFunction<@Nullable String, Period, Sounding>> timed() {
    var timed = new LinkedHashMap<String, BiFunction<@Nullable String, Period, Sounding>>();
    timed.put("new-words", Sounding.NewWords::new);
    timed.put("trends", Sounding.Trends::new);
    return timed;
  }

  /** What a line wishes for; empty where it wishes for nothing of this kind. */
  Optional<Command> of(Written line, LocalDate today) {
    return PLAIN.entrySet().stream()
        .flatMap(
            each ->
                matches(each.getKey(), line)
                    .map(match -> each.getValue().apply(channel(line, match))))
        .findFirst()
        .or(
            () ->
                TIMED.entrySet().stream()
                    .flatMap(
                        each ->
                            matches(each.getKey(), line)
                                .flatMap(match -> timed(line, match, each.getValue(), today)))
                    .findFirst())
        .map(Command.Sound::new);
  }

  private Stream<Sounding> timed(
      Written line,
      Matcher match,
      BiFunction<@Nullable String, Period, Sounding> sounding,
      LocalDate today) {
    return period(match, today)
        .map(period -> sounding.apply(channel(line, match), period))
        .stream();
  }

  /** Of several readings of a period the first one. */
  private Optional<Period> period(Matcher match, LocalDate today) {
    return match.namedGroups().containsKey("period")
        ? periods.of(match.group("period"), today).periods().stream().findFirst()
        : Optional.of(new Period.Usual());
  }

  private static @Nullable String channel(Written line, Matcher match) {
    if (!match.namedGroups().containsKey("channel")) {
      return null;
    }
    var name = line.text().substring(match.start("channel"), match.end("channel"));
    return name.startsWith("#") ? name.substring(1) : name;
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
