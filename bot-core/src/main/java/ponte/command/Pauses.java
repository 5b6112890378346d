package ponte.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ponte.command.Command.Scope;
import ponte.command.Phrases.Wish;
import ponte.nlp.Language;

/**
 * How people of one language put that what comes again and again is to rest for a while, and to go
 * on.
 */
final class Pauses {

  private final Phrasebook book;
  private final ChannelLists lists;
  private final ComingDays days;

  Pauses(Language language) {
    this.book = Phrasebook.of(language);
    this.lists = new ChannelLists(language);
    this.days = new ComingDays(language);
  }

  /** What a line wishes for; empty where it wishes for nothing of this kind. */
  Optional<Wish> of(Written line, LocalDate today) {
    return pauseMine(line, today)
        .or(() -> pauseOne(line, today))
        .or(() -> pauseSeveral(line, today))
        .or(() -> resume(line))
        .or(() -> ofDiscussions(line, today));
  }

  private Optional<Wish> pauseMine(Written line, LocalDate today) {
    return matches("pause-mine", line)
        .flatMap(match -> onDigests(new Scope.Mine(), pausing(rest(match), today)))
        .findFirst();
  }

  private Optional<Wish> pauseOne(Written line, LocalDate today) {
    return matches("pause-schedule", line)
        .flatMap(match -> onDigests(one(line, match), pausing(rest(match), today)))
        .findFirst();
  }

  private Optional<Wish> pauseSeveral(Written line, LocalDate today) {
    return matches("pause-several", line)
        .flatMap(match -> splits(line, match))
        .flatMap(
            split ->
                onDigests(new Scope.Named(split.names()), pausing(split.rest().folded(), today)))
        .findFirst();
  }

  private Optional<Wish> resume(Written line) {
    List<Function<Recurring, Command>> resuming = List.of(Command.ResumeSchedule::new);
    return matches("resume-mine", line)
        .flatMap(_ -> onDigests(new Scope.Mine(), resuming))
        .findFirst()
        .or(
            () ->
                matches("resume-schedule", line)
                    .flatMap(match -> onDigests(one(line, match), resuming))
                    .findFirst())
        .or(
            () ->
                matches("resume-several", line)
                    .flatMap(match -> splits(line, match))
                    .filter(split -> split.rest().isEmpty())
                    .flatMap(split -> onDigests(new Scope.Named(split.names()), resuming))
                    .findFirst());
  }

  private Optional<Wish> ofDiscussions(Written line, LocalDate today) {
    return Stream.concat(
            matches("pause-discussions", line)
                .map(
                    match ->
                        pausing(rest(match), today).stream()
                            .map(wish -> wish.apply(discussions(line, match)))
                            .toList()),
            matches("resume-discussions", line)
                .map(
                    match ->
                        List.<Command>of(new Command.ResumeSchedule(discussions(line, match)))))
        .filter(meant -> !meant.isEmpty())
        .<Wish>map(Wish.Own::new)
        .findFirst();
  }

  /** What a pause can mean whose end is put like this; nothing where it is no end. */
  private List<Function<Recurring, Command>> pausing(String rest, LocalDate today) {
    if (rest.isEmpty()) {
      return List.of(what -> new Command.PauseSchedule(what, null));
    }
    var until = days.until(rest, today);
    if (!until.isEmpty()) {
      return until.stream().map(Pauses::pausingUntil).toList();
    }
    return days.isUntil(rest)
        ? List.of(what -> new Command.PauseSchedule(what, null), pausingUntil(today.plusWeeks(1)))
        : List.of();
  }

  private static Function<Recurring, Command> pausingUntil(LocalDate day) {
    return what -> new Command.PauseSchedule(what, day);
  }

  private static Stream<Wish> onDigests(Scope scope, List<Function<Recurring, Command>> wishes) {
    return wishes.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Wish.OnDigests(
                scope,
                wishes.stream()
                    .<Function<Scope, Command>>map(
                        wish -> each -> wish.apply(new Recurring.Digests(each)))
                    .toList()));
  }

  /** What is said behind the channels. */
  private static String rest(Matcher match) {
    return match.namedGroups().containsKey("until") ? match.group("until") : "";
  }

  private static Scope one(Written line, Matcher match) {
    return new Scope.Named(List.of(channel(line, match)));
  }

  private static Recurring discussions(Written line, Matcher match) {
    return new Recurring.Discussions(channel(line, match));
  }

  private static String channel(Written line, Matcher match) {
    var name = line.cut(match.start("channel"), match.end("channel")).text();
    return name.startsWith("#") ? name.substring(1) : name;
  }

  private Stream<ChannelLists.Split> splits(Written line, Matcher match) {
    return lists.splits(line.cut(match.start("several"), match.end("several"))).stream();
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
