package ponte.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ponte.command.ChannelLists.Split;
import ponte.command.Command.Rhythm;
import ponte.command.Command.Scope;
import ponte.command.Phrases.Time;
import ponte.command.Phrases.Wish;
import ponte.nlp.Language;

/** Wishes for digests as people of one language say them: of which channels, when, how often. */
final class Looks {

  private final Phrasebook book;
  private final Periods periods;
  private final ChannelLists lists;
  private final Rhythms rhythms;

  Looks(Language language) {
    this.book = Phrasebook.of(language);
    this.periods = new Periods(language);
    this.lists = new ChannelLists(language);
    this.rhythms = new Rhythms(language);
  }

  /** A digest of channels that are named, or of all that the asker is in. */
  Optional<Wish> look(Written line, LocalDate today) {
    return mine(line, today)
        .or(() -> one(line, today))
        .or(() -> several(line, today))
        .map(Wish.class::cast);
  }

  private Optional<Wish.Look> mine(Written line, LocalDate today) {
    return matches("digest-mine", line)
        .flatMap(match -> time(match, today).stream())
        .findFirst()
        .map(time -> new Wish.Look(new Scope.Mine(), true, time));
  }

  private Optional<Wish.Look> one(Written line, LocalDate today) {
    return matches("digest", line)
        .flatMap(
            match ->
                time(match, today).stream()
                    .map(time -> new Wish.Look(one(line, match), isSigned(match), time)))
        .findFirst();
  }

  private Optional<Wish.Look> several(Written line, LocalDate today) {
    return Stream.concat(
            matches("digest-several", line)
                .flatMap(match -> splits(line, match))
                .flatMap(
                    split -> time(split.rest(), today).stream().map(time -> several(split, time))),
            matches("digest-several-after", line)
                .flatMap(
                    match ->
                        splits(line, match)
                            .filter(split -> split.rest().isEmpty())
                            .flatMap(
                                split ->
                                    time(match, today).stream().map(time -> several(split, time)))))
        .findFirst();
  }

  private static Wish.Look several(Split split, Time time) {
    return new Wish.Look(new Scope.Named(split.names()), split.signed(), time);
  }

  /** The time that a phrase says; the usual one where it has no place for one. */
  private Optional<Time> time(Matcher phrase, LocalDate today) {
    return phrase.namedGroups().containsKey("period")
        ? time(Written.of(phrase.group("period")), today)
        : Optional.of(Time.usual());
  }

  private Optional<Time> time(Written said, LocalDate today) {
    if (said.isEmpty()) {
      return Optional.of(Time.usual());
    }
    var reading = periods.of(said.folded(), today);
    return reading.periods().isEmpty()
        ? Optional.empty()
        : Optional.of(new Time(reading.periods(), reading.sure(), reading.noDay()));
  }

  /**
   * Whoever names a channel by its sign, or a day that is none, means a digest whatever days they
   * typed: it is asked back.
   */
  Optional<Wish> inDaysThatCannotBeRead(Written line, LocalDate today) {
    var several =
        matches("digest-several", line)
            .flatMap(match -> splits(line, match))
            .filter(split -> !split.rest().isEmpty())
            .map(split -> several(split, unread(split.rest().folded(), today)))
            .reduce((_, longer) -> longer);
    return several
        .or(
            () ->
                matches("digest", line)
                    .filter(match -> match.namedGroups().containsKey("period"))
                    .map(
                        match ->
                            new Wish.Look(
                                one(line, match),
                                isSigned(match),
                                unread(match.group("period"), today)))
                    .findFirst())
        .or(
            () ->
                matches("digest-mine", line)
                    .filter(match -> match.namedGroups().containsKey("period"))
                    .map(
                        match ->
                            new Wish.Look(
                                new Scope.Mine(), true, unread(match.group("period"), today)))
                    .findFirst())
        .filter(look -> look.signed() || look.time().noDay() != null)
        .map(Wish.class::cast);
  }

  private Time unread(String said, LocalDate today) {
    return Time.unread(periods.noDay(said, today));
  }

  /** A digest, or digests again and again, of some channel that is not named. */
  Optional<Wish> somewhere(Written line, LocalDate today) {
    return matches("digest-somewhere", line)
        .flatMap(match -> time(match, today).stream())
        .findFirst()
        .<Wish>map(Wish.SomeChannel::new)
        .or(
            () ->
                matches("schedule-somewhere", line)
                    .flatMap(match -> rhythm(match).stream())
                    .findFirst()
                    .map(Wish.SomeChannelAgain::new));
  }

  /** A digest of some channel on a day on which nobody can have said anything. */
  Optional<Wish> somewhereOnNoDay(Written line, LocalDate today) {
    return matches("digest-somewhere", line)
        .filter(match -> match.namedGroups().containsKey("period"))
        .map(match -> unread(match.group("period"), today))
        .filter(time -> time.noDay() != null)
        .findFirst()
        .map(Wish.SomeChannel::new);
  }

  /** A digest again and again. */
  Optional<Wish> again(Written line) {
    return matches("schedule-mine", line)
        .flatMap(match -> again(new Scope.Mine(), rhythm(match)))
        .findFirst()
        .or(
            () ->
                matches("schedule", line)
                    .flatMap(match -> again(one(line, match), rhythm(match)))
                    .findFirst())
        .or(
            () ->
                matches("schedule-several", line)
                    .flatMap(
                        match ->
                            splits(line, match)
                                .flatMap(
                                    split ->
                                        again(
                                            new Scope.Named(split.names()),
                                            rhythm(match, split.rest().folded()))))
                    .findFirst());
  }

  private static Stream<Wish> again(Scope scope, Optional<Rhythm> rhythm) {
    Function<Rhythm, Wish> wish = each -> new Wish.Again(scope, each);
    return rhythm.map(wish).stream();
  }

  private Optional<Rhythm> rhythm(Matcher phrase) {
    return rhythm(phrase, phrase.namedGroups().containsKey("rhythm") ? phrase.group("rhythm") : "");
  }

  private Optional<Rhythm> rhythm(Matcher phrase, String said) {
    return phrase.namedGroups().containsKey("often")
        ? rhythms.of(phrase.group("often"), said)
        : rhythms.of(said);
  }

  /** No more digests. */
  Optional<Wish> noMore(Written line) {
    return matches("stop-mine", line)
        .findFirst()
        .<Scope>map(_ -> new Scope.Mine())
        .or(() -> matches("stop-schedule", line).findFirst().map(match -> one(line, match)))
        .or(
            () ->
                matches("stop-several", line)
                    .flatMap(match -> splits(line, match))
                    .filter(split -> split.rest().isEmpty())
                    .findFirst()
                    .map(split -> new Scope.Named(split.names())))
        .map(Wish.NoMore::new);
  }

  /** The next digest of a channel. */
  Optional<Wish> preview(Written line) {
    return matches("preview-digest", line)
        .findFirst()
        .map(match -> new Wish.Preview(one(line, match)));
  }

  private static Scope one(Written line, Matcher match) {
    var typed = line.text().substring(match.start("channel"), match.end("channel"));
    return new Scope.Named(List.of(isSigned(match) ? typed.substring(1) : typed));
  }

  private static boolean isSigned(Matcher match) {
    return match.group("channel").startsWith("#");
  }

  private Stream<Split> splits(Written line, Matcher match) {
    return lists.splits(line.cut(match.start("several"), match.end("several"))).stream();
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
