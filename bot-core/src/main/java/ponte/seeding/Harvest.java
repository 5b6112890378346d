package ponte.seeding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.command.Sowing;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** Counts what became of seeds, and compares it. */
final class Harvest {

  private static final Duration LATELY = Duration.ofDays(180);
  private static final int FEWEST_ALIKE = 3;

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Seeds seeds;
  private final Clock clock;

  Harvest(Archive archive, Directory directory, Preferences preferences, Seeds seeds, Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.seeds = seeds;
    this.clock = clock;
  }

  /**
   * What stands below it by now. Of the conversation that it came into, only what was said after it
   * counts.
   *
   * @param place null: it is not known where it stands, and nothing is known to stand below
   */
  Seed.Outcome of(Seed seed, Seed.Posted posted, @Nullable MessageId place, Ballot all) {
    var chosen = all.of(person -> !preferences.isOut(person));
    var below = place == null ? List.<Message>of() : below(place, posted.at());
    var peers =
        below.stream()
            .filter(message -> message.isTalk() && !isBy(seed, message.author()))
            .toList();
    return new Seed.Outcome(
        peers.size(),
        (int) peers.stream().map(Message::author).map(this::one).distinct().count(),
        below.size() - peers.size(),
        switch (seed.draft().shape()) {
          case POLL -> chosen.counts(seed.draft().options().size());
          case RALLY -> chosen.counts(1);
          case DISCUSSION, ASK_ME_ANYTHING -> List.of();
        });
  }

  private List<Message> below(MessageId place, Instant handedOver) {
    var out = preferences.out(place.channel().workspace());
    var there = Audience.of(place.channel());
    var post = archive.find(place, there);
    var opening = post.map(Filed::conversation).orElse(place);
    var since = post.map(filed -> filed.message().at()).orElse(handedOver);
    return archive.conversation(opening, there).stream()
        .map(Filed::message)
        .filter(message -> !message.id().equals(place) && !out.contains(message.author()))
        .filter(message -> !message.at().isBefore(since))
        .filter(message -> message.kind() != Message.Kind.NOTICE)
        .toList();
  }

  private boolean isBy(Seed seed, PersonId author) {
    var by = seed.by();
    return by != null && directory.accounts().areOne(by, author);
  }

  private PersonId one(PersonId person) {
    return directory.accounts(person).iterator().next();
  }

  /**
   * What became of others like it.
   *
   * @param seeds how many they are
   * @param answers the median of their answers
   * @param people the median of those who wrote them
   * @param peers the median of the shares that were theirs, in percent
   */
  record Others(int seeds, double answers, double people, double peers) {}

  /**
   * Others of the same shape, for the same kind of reason where there are some; empty where there
   * are too few to say anything.
   *
   * @param audience only those in channels that it may open count
   */
  Optional<Others> others(Seed seed, Audience audience) {
    var over =
        seeds.in(seed.room().workspace()).stream()
            .filter(each -> !each.id().equals(seed.id()) && audience.maySee(each.room()))
            .filter(each -> each.draft().shape() == seed.draft().shape())
            .filter(each -> each.due().isAfter(clock.instant().minus(LATELY)))
            .filter(each -> outcome(each).isPresent())
            .toList();
    var alike =
        over.stream()
            .filter(each -> each.reason().getClass().equals(seed.reason().getClass()))
            .toList();
    return Stream.of(alike, over)
        .filter(each -> each.size() >= FEWEST_ALIKE)
        .findFirst()
        .map(
            each ->
                new Others(
                    each.size(),
                    median(each, Seed.Outcome::answers),
                    median(each, Seed.Outcome::people),
                    median(each, Seed.Outcome::peers)));
  }

  private static Optional<Seed.Outcome> outcome(Seed seed) {
    return Optional.ofNullable(seed.posted()).map(Seed.Posted::outcome);
  }

  /** Of an even number the mean of the two in the middle. */
  private static double median(List<Seed> of, ToIntFunction<Seed.Outcome> what) {
    var sorted =
        of.stream().flatMap(seed -> outcome(seed).stream()).mapToInt(what).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
  }

  /** Whether people choose something at it. */
  static boolean hasChoices(Seed seed) {
    return seed.draft().shape() == Sowing.Shape.POLL || seed.draft().shape() == Sowing.Shape.RALLY;
  }
}
