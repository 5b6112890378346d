package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.consent.WrittenNames;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.digest.TopicNaming;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.Wordings;

/** Looks at what was said for topics in it. */
final class Looks {

  /** Of a shorter time before nothing can be said. */
  private static final Duration LEAST_HISTORY = Duration.ofDays(14);

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Gists gists;
  private final Nlp nlp;
  private final TopicNaming naming;
  private final Wordings wordings;

  Looks(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Gists gists,
      Nlp nlp,
      TopicNaming naming) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.gists = gists;
    this.nlp = nlp;
    this.naming = naming;
    this.wordings = new Wordings(archive, nlp);
  }

  /**
   * A look at what was said.
   *
   * @param fewest what comes up in fewer messages, now and before, is no topic
   * @param whole the time in which it was said
   * @param from what was said since then is now
   */
  Look at(List<Spoken> spoken, int fewest, TimeSpan whole, Instant from, Audience audience) {
    return new Look(this, spoken, fewest, whole, from, audience);
  }

  /**
   * A look at what was said in a span and in the time before it; empty where too little of that
   * time is known for anything to be said. Of a busy channel the latest messages alone are read: if
   * they reach back for less than two weeks before the span, it is left out, else nothing of any
   * channel counts that was said earlier, so that every rate is of a time that was read.
   */
  Optional<Look> remembering(
      Chatter chatter,
      Collection<ChannelId> channels,
      TimeSpan span,
      int fewest,
      Audience audience) {
    var start = span.from().minus(chatter.history());
    var heard =
        chatter.in(channels, new TimeSpan(start, span.until())).stream()
            .filter(each -> isRemembered(each.since(), span))
            .toList();
    var read = heard.stream().map(Chatter.Heard::since).max(Instant::compareTo).orElse(start);
    var spoken =
        heard.stream()
            .flatMap(each -> each.spoken().stream())
            .filter(each -> !each.at().isBefore(read))
            .toList();
    var first = spoken.stream().map(Spoken::at).min(Instant::compareTo).orElse(span.until());
    var since = first.isAfter(read) ? first : read;
    return !isRemembered(since, span)
        ? Optional.empty()
        : Optional.of(at(spoken, fewest, new TimeSpan(since, span.until()), span.from(), audience));
  }

  private static boolean isRemembered(Instant since, TimeSpan span) {
    return Duration.between(since, span.from()).compareTo(LEAST_HISTORY) >= 0;
  }

  /** A colleague is no topic: the terms of all their names. */
  Set<Integer> names() {
    return directory.people().stream()
        .flatMap(person -> Stream.of(person.name(), person.handle()))
        .distinct()
        .flatMap(
            name -> Stream.of(Language.values()).flatMap(each -> nlp.terms(name, each).stream()))
        .map(Gists::code)
        .collect(Collectors.toSet());
  }

  /** A colleague is no topic, nor is anything of theirs: their names as they are written. */
  WrittenNames people() {
    return WrittenNames.ofEverybody(directory, nlp);
  }

  /** The names of those who do not take part. */
  WrittenNames absent() {
    return WrittenNames.ofAbsent(directory, preferences, nlp);
  }

  Archive archive() {
    return archive;
  }

  Gists gists() {
    return gists;
  }

  TopicNaming naming() {
    return naming;
  }

  Wordings wordings() {
    return wordings;
  }
}
