package ponte.pairing;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ponte.command.Acquaintance.Role;
import ponte.conversation.ChannelId;

/**
 * How well two fit, where nothing forbids that they meet.
 *
 * <p>What one needs and the other knows counts most, in both directions; then that they do not meet
 * anyway: few common channels, another team, no talk with each other of late. The parts of it are
 * chosen by judgement, not fitted to anything; {@code ponte-bench.jar pairing} tells what they do.
 */
public final class Fit {

  /** What those get who have the best of everything. */
  public static final int MOST = 1_000;

  private static final double COMPLEMENT = 0.40;
  private static final double DISTANCE = 0.25;
  private static final double INTEREST = 0.10;
  private static final double TEAM = 0.10;
  private static final double EASE = 0.05;
  private static final double HELD = 0.10;
  private static final double NEAR = 0.50;

  /** So many common half hours a week are as good as more. */
  private static final double ENOUGH = 20;

  /** With each one they teach already, so much less. */
  private static final double LOAD = 0.2;

  private Fit() {}

  /**
   * What speaks for two.
   *
   * @param weight 1 to {@link #MOST}; of those who teach or show around, as much more
   */
  public record Match(Round.Kind kind, int weight) {}

  /** Whether, and for what, two may meet. */
  public static Optional<Match> of(Candidate one, Candidate other) {
    return isPossible(one, other)
        ? mentoring(one, other).or(() -> buddy(one, other)).or(() -> ordinary(one, other))
        : Optional.empty();
  }

  /** What holds whatever they meet for. */
  static boolean isPossible(Candidate one, Candidate other) {
    return !one.person().equals(other.person())
        && !isBarred(one, other)
        && !isBarred(other, one)
        && one.reach().meets(other.reach())
        && speakAlike(one, other)
        && one.free().common(other.free()) > 0;
  }

  private static boolean isBarred(Candidate one, Candidate other) {
    var barred = one.ties().barred();
    return !barred.isEmpty() && !Collections.disjoint(barred, other.reach().accounts());
  }

  private static boolean speakAlike(Candidate one, Candidate other) {
    return one.languages().isEmpty()
        || other.languages().isEmpty()
        || !Collections.disjoint(one.languages(), other.languages());
  }

  /** Whether the first one is the learner, the newcomer. */
  public static boolean isFirst(Candidate one, Candidate other, Round.Kind kind) {
    return switch (kind) {
      case Round.Kind.Mentoring(var topic) ->
          one.part().learns().contains(topic) && other.part().teaches().contains(topic);
      case Round.Kind.Buddy _ -> one.part().isNew() && isBuddy(other);
      case Round.Kind.Company _, Round.Kind.InChannel _ ->
          one.person().compareTo(other.person()) < 0;
    };
  }

  private static Optional<Match> mentoring(Candidate one, Candidate other) {
    return taught(one, other)
        .or(() -> taught(other, one))
        .map(
            topic -> {
              var load = Math.max(one.part().load(), other.part().load());
              return new Match(
                  new Round.Kind.Mentoring(topic),
                  2 * MOST - (int) Math.round(MOST * Math.min(1, LOAD * load)));
            });
  }

  private static Optional<String> taught(Candidate learner, Candidate mentor) {
    return mentor.part().roles().contains(Role.MENTOR)
        ? learner.part().learns().stream().filter(mentor.part().teaches()::contains).findFirst()
        : Optional.empty();
  }

  private static Optional<Match> buddy(Candidate one, Candidate other) {
    if (!(one.part().isNew() && isBuddy(other) || other.part().isNew() && isBuddy(one))) {
      return Optional.empty();
    }
    var near = shared(one.ties().channels(), other.ties().channels());
    var team = isOneTeam(one, other) ? 1 : 0;
    var load = Math.max(one.part().load(), other.part().load());
    var good = 0.6 * Math.sqrt(near) + 0.4 * team - LOAD * load;
    return Optional.of(new Match(new Round.Kind.Buddy(), MOST + scaled(Math.clamp(good, 0, 1))));
  }

  /** Who is new shows nobody around. */
  private static boolean isBuddy(Candidate candidate) {
    return candidate.part().roles().contains(Role.BUDDY) && !candidate.part().isNew();
  }

  private static Optional<Match> ordinary(Candidate one, Candidate other) {
    return kind(one.programmes(), other.programmes())
        .map(kind -> new Match(kind, scaled(likeness(one, other))));
  }

  private static Optional<Round.Kind> kind(Set<String> one, Set<String> other) {
    return one.stream()
        .filter(other::contains)
        .sorted()
        .findFirst()
        .map(
            programme ->
                programme.equals(Candidate.COMPANY)
                    ? new Round.Kind.Company()
                    : new Round.Kind.InChannel(ChannelId.parse(programme)));
  }

  private static double likeness(Candidate one, Candidate other) {
    var given = Math.sqrt(product(one.knowledge().needs(), other.knowledge().knows()));
    var taken = Math.sqrt(product(other.knowledge().needs(), one.knowledge().knows()));
    var common = Math.sqrt(product(one.knowledge().knows(), other.knowledge().knows()));
    var near = Math.max(near(one, other), near(other, one));
    var sum =
        COMPLEMENT * (1 - (1 - given) * (1 - taken))
            + DISTANCE * (1 - shared(one.ties().channels(), other.ties().channels()))
            + INTEREST * common
            + TEAM * (isOneTeam(one, other) ? 0 : 1)
            + EASE * Math.min(1, one.free().common(other.free()) / ENOUGH)
            + HELD * Math.min(one.ties().held(), other.ties().held())
            - NEAR * near;
    return Math.clamp(sum, 0, 1);
  }

  private static double near(Candidate one, Candidate other) {
    return one.ties().near().isEmpty()
        ? 0
        : other.reach().accounts().stream()
            .mapToDouble(account -> one.ties().near().getOrDefault(account, 0.0))
            .max()
            .orElse(0);
  }

  private static boolean isOneTeam(Candidate one, Candidate other) {
    return !one.ties().team().isEmpty() && one.ties().team().equals(other.ties().team());
  }

  /** Jaccard's: which part of the channels of the two both are in. */
  private static double shared(Set<ChannelId> one, Set<ChannelId> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    var both = one.stream().filter(other::contains).count();
    return (double) both / (one.size() + other.size() - both);
  }

  private static double product(Map<String, Double> one, Map<String, Double> other) {
    var fewer = one.size() <= other.size() ? one : other;
    var more = fewer == one ? other : one;
    var sum = 0.0;
    for (var each : fewer.entrySet()) {
      var weight = more.get(each.getKey());
      sum += weight == null ? 0 : weight * each.getValue();
    }
    return Math.clamp(sum, 0, 1);
  }

  private static int scaled(double fit) {
    return 1 + (int) Math.round(fit * (MOST - 1));
  }
}
