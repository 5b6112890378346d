package ponte.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ponte.command.Acquaintance.Cadence;
import ponte.command.Acquaintance.Role;
import ponte.command.Command.Whom;
import ponte.nlp.Language;

/** How people of one language put what they want of being introduced to colleagues. */
final class Acquaintances {

  private static final Map<String, Acquaintance> PLAIN = plain();

  private final Language language;
  private final Phrasebook book;
  private final ComingDays days;
  private final Names names;
  private final Doubt doubt;

  Acquaintances(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
    this.days = new ComingDays(language);
    this.names = Names.in(language);
    this.doubt = Doubt.in(language);
  }

  private static Map<String, Acquaintance> plain() {
    var plain = new LinkedHashMap<String, Acquaintance>();
    plain.put("my-introductions", new Acquaintance.Show());
    plain.put("leave-introductions", new Acquaintance.Leave(null));
    plain.put("resume-introductions", new Acquaintance.Resume());
    plain.put("introductions-weekly", new Acquaintance.Every(Cadence.WEEKLY));
    plain.put("introductions-biweekly", new Acquaintance.Every(Cadence.EVERY_TWO_WEEKS));
    plain.put("introductions-monthly", new Acquaintance.Every(Cadence.MONTHLY));
    plain.put("be-buddy", new Acquaintance.Volunteer(Role.BUDDY));
    plain.put("no-buddy", new Acquaintance.StepDown(Role.BUDDY));
    plain.put("be-mentor", new Acquaintance.Volunteer(Role.MENTOR));
    plain.put("no-mentor", new Acquaintance.StepDown(Role.MENTOR));
    plain.put("join-introductions", new Acquaintance.Join(null));
    return plain;
  }

  /**
   * What a line wishes for; empty where it wishes for nothing of this kind.
   *
   * @param asked whether it ended as a question does
   */
  Optional<Command> of(Written line, boolean asked, LocalDate today) {
    for (var each : PLAIN.entrySet()) {
      if (matches(each.getKey(), line).findFirst().isPresent()) {
        return Optional.of(new Command.Meet(each.getValue()));
      }
    }
    return snooze(line, today)
        .or(() -> ofChannel(line))
        .or(() -> ofColleague(line))
        .or(() -> asked ? Optional.empty() : ofTopic(line))
        .map(Command.Meet::new);
  }

  private Optional<Acquaintance> snooze(Written line, LocalDate today) {
    return matches("snooze-introductions", line)
        .flatMap(match -> days.named(match.group("until"), today))
        // Of several readings of a date the one that comes first.
        .min(Comparator.naturalOrder())
        .<Acquaintance>map(Acquaintance.Snooze::new)
        .or(
            () ->
                snoozeFor("snooze-introductions-weeks", line)
                    .map(today::plusWeeks)
                    .map(Acquaintance.Snooze::new))
        .or(
            () ->
                snoozeFor("snooze-introductions-days", line)
                    .map(today::plusDays)
                    .map(Acquaintance.Snooze::new));
  }

  private Optional<Integer> snoozeFor(String section, Written line) {
    return matches(section, line)
        .flatMap(match -> Numbers.of(match.group("number"), book).stream().boxed())
        .findFirst();
  }

  private Optional<Acquaintance> ofChannel(Written line) {
    return channel("join-introductions-in", line)
        .<Acquaintance>map(Acquaintance.Join::new)
        .or(() -> channel("leave-introductions-in", line).map(Acquaintance.Leave::new))
        .or(() -> channel("stop-introductions", line).map(Acquaintance.Stop::new))
        .or(() -> start("start-introductions-weekly", Cadence.WEEKLY, line))
        .or(() -> start("start-introductions-monthly", Cadence.MONTHLY, line))
        .or(() -> start("start-introductions", Cadence.EVERY_TWO_WEEKS, line));
  }

  private Optional<Acquaintance> start(String section, Cadence cadence, Written line) {
    return channel(section, line).map(name -> new Acquaintance.Start(name, cadence, false));
  }

  private Optional<String> channel(String section, Written line) {
    return matches(section, line)
        .map(match -> line.cut(match.start("channel"), match.end("channel")).text())
        .map(name -> name.startsWith("#") ? name.substring(1) : name)
        .findFirst();
  }

  private Optional<Acquaintance> ofColleague(Written line) {
    return called("not-with", line)
        .<Acquaintance>map(Acquaintance.NotWith::new)
        .or(() -> called("with-again", line).map(Acquaintance.WithAgain::new));
  }

  private Optional<Whom> called(String section, Written line) {
    return matches(section, line)
        .filter(match -> names.isOne(line, match))
        .<Whom>map(
            match -> new Whom.Called(line.text().substring(match.start("name"), match.end("name"))))
        .findFirst();
  }

  private Optional<Acquaintance> ofTopic(Written line) {
    return topic("learn-no-more", line)
        .<Acquaintance>map(Acquaintance.LearnNoMore::new)
        .or(() -> topic("learn", line).map(Acquaintance.Learn::new));
  }

  private Optional<String> topic(String section, Written line) {
    return matches(section, line)
        .map(match -> line.cut(match.start("topic"), match.end("topic")))
        .filter(topic -> !doubt.isNone(topic))
        .flatMap(topic -> Topics.of(topic, language).stream())
        .findFirst();
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
