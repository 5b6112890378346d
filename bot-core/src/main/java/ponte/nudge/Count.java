package ponte.nudge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of the nudges of one kind, in numbers alone.
 *
 * @param shown how many were said
 * @param accepted how many were agreed to
 * @param passed how many were declined
 * @param answered how many led to an answer; of introductions: to a meeting
 * @param helped how often it was said that it helped
 * @param notHelped how often it was said that it did not
 * @param answeredWithin how many of those that led to an answer did so within each of {@link
 *     #BOUNDS}, and later, where it is known when
 */
record Count(
    int shown,
    int accepted,
    int passed,
    int answered,
    int helped,
    int notHelped,
    List<Integer> answeredWithin) {

  static final List<Duration> BOUNDS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(3));

  private static final List<Integer> NOT_ANSWERED = Collections.nCopies(BOUNDS.size() + 1, 0);

  static final Count NONE = new Count(0, 0, 0, 0, 0, 0, NOT_ANSWERED);

  /** What was counted before answers were timed has none. */
  Count(
      int shown,
      int accepted,
      int passed,
      int answered,
      int helped,
      int notHelped,
      @Nullable List<Integer> answeredWithin) {
    this.shown = shown;
    this.accepted = accepted;
    this.passed = passed;
    this.answered = answered;
    this.helped = helped;
    this.notHelped = notHelped;
    this.answeredWithin = List.copyOf(Objects.requireNonNullElse(answeredWithin, NOT_ANSWERED));
  }

  Count withShown() {
    return new Count(shown + 1, accepted, passed, answered, helped, notHelped, answeredWithin);
  }

  Count with(Effects.Said said) {
    return switch (said) {
      case ACCEPTED ->
          new Count(shown, accepted + 1, passed, answered, helped, notHelped, answeredWithin);
      case PASSED ->
          new Count(shown, accepted, passed + 1, answered, helped, notHelped, answeredWithin);
      case ANSWERED ->
          new Count(shown, accepted, passed, answered + 1, helped, notHelped, answeredWithin);
      case HELPED ->
          new Count(shown, accepted, passed, answered, helped + 1, notHelped, answeredWithin);
      case NOT_HELPED ->
          new Count(shown, accepted, passed, answered, helped, notHelped + 1, answeredWithin);
    };
  }

  /** The same where an answer is known to have come so long after the nudge. */
  Count within(Duration delay) {
    var bucket = 0;
    while (bucket < BOUNDS.size() && delay.compareTo(BOUNDS.get(bucket)) > 0) {
      bucket++;
    }
    var more = new ArrayList<>(answeredWithin);
    more.set(bucket, more.get(bucket) + 1);
    return new Count(shown, accepted, passed, answered, helped, notHelped, more);
  }

  Count plus(Count other) {
    var sums = new ArrayList<Integer>();
    for (var bucket = 0; bucket < answeredWithin.size(); bucket++) {
      sums.add(answeredWithin.get(bucket) + other.answeredWithin.get(bucket));
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
