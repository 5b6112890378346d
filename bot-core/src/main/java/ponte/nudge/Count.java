package ponte.nudge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What became of the nudges of one kind, in numbers alone.
 *
 * @param shown how many were said
 * @param accepted how many were agreed to
 * @param passed how many were declined
 * @param answered how many led to an answer
 * @param helped how often it was said that it helped
 * @param notHelped how often it was said that it did not
 * @param delays how many were first reacted to within each of {@link #BOUNDS}, and later
 */
record Count(
    int shown,
    int accepted,
    int passed,
    int answered,
    int helped,
    int notHelped,
    List<Integer> delays) {

  static final List<Duration> BOUNDS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(3));

  static final Count NONE = new Count(0, 0, 0, 0, 0, 0, Collections.nCopies(BOUNDS.size() + 1, 0));

  Count {
    delays = List.copyOf(delays);
  }

  Count withShown() {
    return new Count(shown + 1, accepted, passed, answered, helped, notHelped, delays);
  }

  Count with(Effects.Said said) {
    return switch (said) {
      case ACCEPTED -> new Count(shown, accepted + 1, passed, answered, helped, notHelped, delays);
      case PASSED -> new Count(shown, accepted, passed + 1, answered, helped, notHelped, delays);
      case ANSWERED -> new Count(shown, accepted, passed, answered + 1, helped, notHelped, delays);
      case HELPED -> new Count(shown, accepted, passed, answered, helped + 1, notHelped, delays);
      case NOT_HELPED ->
          new Count(shown, accepted, passed, answered, helped, notHelped + 1, delays);
    };
  }

  Count after(Duration delay) {
    var bucket = 0;
    while (bucket < BOUNDS.size() && delay.compareTo(BOUNDS.get(bucket)) > 0) {
      bucket++;
    }
    var more = new ArrayList<>(delays);
    more.set(bucket, more.get(bucket) + 1);
    return new Count(shown, accepted, passed, answered, helped, notHelped, more);
  }

  Count plus(Count other) {
    var sums = new ArrayList<Integer>();
    for (var bucket = 0; bucket < delays.size(); bucket++) {
      sums.add(delays.get(bucket) + other.delays.get(bucket));
    }
    return new Count(
        shown + other.shown,
        accepted + other.accepted,
        passed + other.passed,
        answered + other.answered,
        helped + other.helped,
        notHelped + other.notHelped,
        sums);
  }

  /**
   * How many were worth their while: a question was answered at all, an introduction not found to
   * be no help, anything else agreed to.
   */
  int welcomed(Kind kind) {
    return switch (kind) {
      case HELPED -> helped + notHelped;
      case SOUGHT -> shown - notHelped;
      case INVITATION, HOSTING, HELP, INTRODUCTION, NEWS, DIGEST, PREVIEW, NOTICE -> accepted;
    };
  }
}
