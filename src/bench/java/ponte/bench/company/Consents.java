package ponte.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bench.company.Watch.Promise;
import ponte.nudge.Kind;

/** What askers agreed to and seekers wished: without it nobody is to be bothered for their sake. */
final class Consents {

  /** So long a colleague is waited for who is sought. */
  private static final Duration PATIENCE = Duration.ofDays(7);

  private final Set<Integer> agreed = new HashSet<>();
  private final Set<List<Integer>> agreedTo = new HashSet<>();
  private final Set<Integer> refused = new HashSet<>();
  private final Set<Integer> alone = new HashSet<>();
  private final Map<Integer, Wish> wishes = new HashMap<>();

  /** What becomes of what somebody seeks. */
  private static final class Wish {
    private final Seeking seeking;
    private Instant since;
    private @Nullable Boolean promised;
    private boolean withdrawn;
    private @Nullable Instant written;
    private boolean heard;

    private Wish(Seeking seeking) {
      this.seeking = seeking;
      this.since = seeking.at();
    }
  }

  /** The asker has colleagues asked about their question. */
  void agreed(Asked question) {
    agreed.add(question.number());
  }

  /** The asker has this colleague asked. */
  void agreed(Asked question, int colleague) {
    agreedTo.add(List.of(question.number(), colleague));
  }

  /** The asker wants nothing done about it any more. */
  void refused(Asked question) {
    refused.add(question.number());
  }

  /** The asker wants nobody asked whom others suggest. */
  void alone(Asked question) {
    alone.add(question.number());
  }

  void seeks(Seeking seeking) {
    wishes.put(seeking.number(), new Wish(seeking));
  }

  /** Somebody wants to be brought together with a colleague whom they were shown, from now on. */
  void chooses(Seeking seeking, Instant now) {
    wish(seeking).since = now;
  }

  /**
   * Whoever seeks is answered at once.
   *
   * @param promised whether a colleague is to be written to
   */
  void replied(Seeking seeking, boolean promised) {
    wish(seeking).promised = promised;
  }

  /** Whoever seeks hears that a colleague was written to. */
  void heard(Seeking seeking) {
    wish(seeking).heard = true;
  }

  private Wish wish(Seeking seeking) {
    return Objects.requireNonNull(wishes.get(seeking.number()), seeking::toString);
  }

  /** Who opts out waits for nobody. */
  void withdraws(int who) {
    wishes.values().stream()
        .filter(wish -> wish.seeking.who() == who)
        .forEach(wish -> wish.withdrawn = true);
  }

  /** What is broken by showing this, which is taken down. */
  Set<Promise> brokenBy(Shown shown) {
    var broken = EnumSet.noneOf(Promise.class);
    var about = shown.about();
    if (about != null) {
      if (refused.contains(about.number())
          || shown.suggested().isPresent() && alone.contains(about.number())) {
        broken.add(Promise.NOT_AFTER_A_REFUSAL);
      }
      if (shown.kind() == Kind.INVITATION && !isAgreed(about, shown.to())) {
        broken.add(Promise.NOT_WITHOUT_CONSENT);
      }
    }
    var sought = shown.sought();
    if (sought != null && shown.kind() == Kind.SOUGHT) {
      var wish = wish(sought);
      if (!isOpen(wish, shown.at())) {
        broken.add(Promise.NOT_WITHOUT_CONSENT);
      }
      wish.written = shown.at();
    }
    return broken;
  }

  private boolean isAgreed(Asked question, int colleague) {
    return agreed.contains(question.number())
        || agreedTo.contains(List.of(question.number(), colleague));
  }

  private static boolean isOpen(Wish wish, Instant at) {
    return Boolean.TRUE.equals(wish.promised)
        && !wish.withdrawn
        && wish.written == null
        && !at.isAfter(wish.since.plus(PATIENCE));
  }

  /** Those who were told nothing of what they sought, though it was wished, or done, long ago. */
  List<Seeking> untold(Instant now) {
    return wishes.values().stream()
        .filter(wish -> !wish.withdrawn)
        .filter(wish -> isUntold(wish, now.minus(PATIENCE)))
        .map(wish -> wish.seeking)
        .toList();
  }

  private static boolean isUntold(Wish wish, Instant before) {
    var written = wish.written;
    return wish.promised == null
        ? wish.since.isBefore(before)
        : written != null && written.isBefore(before) && !wish.heard;
  }
}
