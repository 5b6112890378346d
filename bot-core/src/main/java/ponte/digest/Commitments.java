package ponte.digest;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Commitment;

/**
 * Finds what people said they would do. What depends on something, or is only tried, is no promise;
 * one whose object is named elsewhere is shown with what it answers, or not at all; so is one that
 * does not say by when, as nobody could tell whether it was kept. One that was kept is none. What
 * says by when in words of which the day cannot be told is shown without a day: readers see those
 * words.
 */
final class Commitments {

  /** A sentence that cannot stand alone promises nothing to a reader. */
  private static final double LEAST_FIT = -0.9;

  private static final Set<String> TICKS =
      Set.of("white_check_mark", "heavy_check_mark", "ballot_box_with_check");

  /** What somebody answers stands in the few sentences before. */
  private static final int SENTENCES_BEFORE = 6;

  /** Who comes back to a channel later than that may speak of something else. */
  private static final Duration AT_ONCE = Duration.ofHours(2);

  private static final int FEWEST_TERMS = 2;

  /** One that names its day and answers nothing has to say more: the day is one of its terms. */
  private static final int FEWEST_TERMS_ALONE = 3;

  private final Reading reading;
  private final Fitness fitness;
  private final Quoting quoting;
  private final Function<PersonId, ZoneId> zones;

  Commitments(Reading reading, Fitness fitness, Quoting quoting, Function<PersonId, ZoneId> zones) {
    this.reading = reading;
    this.fitness = fitness;
    this.quoting = quoting;
    this.zones = zones;
  }

  /** What somebody promised, with what it answers. */
  private record Promised(Line line, @Nullable Line about, @Nullable LocalDate due) {}

  /**
   * One promise of each person in each conversation, those with a day first, then the latest.
   *
   * @param shown messages whose promise would be said twice
   */
  List<Commitment> in(List<Talk> talks, Set<MessageId> shown) {
    return talks.stream()
        .flatMap(talk -> promised(talk).stream())
        .filter(promised -> !shown.contains(promised.line().message().id()))
        .sorted(
            Comparator.comparing((Promised each) -> each.due() == null)
                .thenComparing(each -> each.line().message(), Message.IN_ORDER.reversed()))
        .map(this::commitment)
        .toList();
  }

  private Commitment commitment(Promised promised) {
    var about = promised.about();
    return new Commitment(
        quoting.headline(promised.line()),
        about == null ? null : quoting.headline(about),
        promised.due());
  }

  private List<Promised> promised(Talk talk) {
    if (talk.messages().stream().noneMatch(this::mayPromise)) {
      return List.of();
    }
    var lines = reading.lines(talk);
    var promised = new ArrayList<Promised>();
    var owners = new HashSet<PersonId>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      var line = lines.get(i);
      if (!owners.contains(line.author())) {
        promise(talk, lines, i)
            .ifPresent(
                each -> {
                  promised.add(each);
                  owners.add(line.author());
                });
      }
    }
    return promised;
  }

  /** A quick look that lets through too much rather than too little. */
  private boolean mayPromise(Message message) {
    return reading.has(message, Cue.PROMISE) || reading.has(message, Cue.PROMISE_DATED);
  }

  private Optional<Promised> promise(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    if (line.asks()
        || line.has(Cue.NO_PROMISE)
        || line.has(Cue.VAGUE_PROMISE)
        || isKept(lines, index)) {
      return Optional.empty();
    }
    var said = line.message().at().atZone(zones.apply(line.author())).toLocalDate();
    var days = DueDays.in(line.language());
    var due = days.in(line.plain(), said).orElse(null);
    boolean dated = due != null || days.isUnclear(line.plain(), said);
    boolean promises = line.starts(Cue.PROMISE) || (dated && line.starts(Cue.PROMISE_DATED));
    if (!promises) {
      return Optional.empty();
    }
    if (!line.has(Cue.PROMISE_LEANING)
        && line.terms().stream().distinct().count() > FEWEST_TERMS
        && fitness.of(line) > LEAST_FIT) {
      var about = about(talk, lines, index).orElse(null);
      return about == null && (!dated || !saysWhat(line))
          ? Optional.empty()
          : Optional.of(new Promised(line, about, due));
    }
    return about(talk, lines, index).map(about -> new Promised(line, about, due));
  }

  /** Whether its author says later in the same conversation that it is done, or ticks it off. */
  private static boolean isKept(List<Line> lines, int index) {
    var promise = lines.get(index);
    return promise.message().reactions().stream()
            .filter(reaction -> TICKS.contains(reaction.emoji()))
            .anyMatch(reaction -> reaction.people().contains(promise.author()))
        || lines.subList(index + 1, lines.size()).stream()
            .filter(said -> said.author().equals(promise.author()))
            .filter(said -> !said.isOfSameMessage(promise))
            .anyMatch(said -> !said.asks() && said.starts(Cue.KEPT));
  }

  /** "I'll check on 5 October": a verb and a day do not say what. */
  private static boolean saysWhat(Line line) {
    return line.terms().stream().distinct().count() > FEWEST_TERMS_ALONE;
  }

  /**
   * What a promise answers: what was asked of everybody or of its author right before it, by
   * somebody else; where it names people, by one of them.
   */
  private Optional<Line> about(Talk talk, List<Line> lines, int index) {
    var promise = lines.get(index);
    var to = promise.message().text().mentions();
    for (int i = index - 1; i >= Math.max(0, index - SENTENCES_BEFORE); i--) {
      var before = lines.get(i);
      if (before.author().equals(promise.author())) {
        continue;
      }
      boolean right =
          talk.isThread()
              || (before.turn() == promise.turn() - 1
                  && before.message().at().plus(AT_ONCE).isAfter(promise.message().at()));
      boolean toIt = to.isEmpty() || to.contains(before.author());
      if (right
          && toIt
          && before.asks()
          && !before.rising()
          && fitness.of(before) > LEAST_FIT / 2) {
        return Optional.of(before);
      }
    }
    return Optional.empty();
  }
}
