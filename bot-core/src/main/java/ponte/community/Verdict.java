package ponte.community;

import org.jspecify.annotations.Nullable;

/** Whether Ponte and the community manager are becoming needless. */
public enum Verdict {
  /** Too few answers to say anything. */
  TOO_LITTLE,
  /** People answer people, and nearly every question. */
  NEEDLESS,
  /** They are needed less than before. */
  LESS,
  /** As much as before, or it cannot be told apart from chance. */
  SAME,
  /** They are needed more than before. */
  MORE,
  /** There is no time before to compare with. */
  NO_BEFORE;

  /** Of fewer answers nothing is said. */
  private static final int ENOUGH = 20;

  /** Nine in ten. The number is ours. */
  private static final double NEARLY_ALL = 0.9;

  private static final double HARDLY_ANY = 0.1;

  /** As many signs must point one way as the other, and one more, each beyond chance. */
  static Verdict of(Scorecard now, @Nullable Scorecard before) {
    if (now.byPeers().whole() < ENOUGH) {
      return TOO_LITTLE;
    }
    if (now.byPeers().value() >= NEARLY_ALL
        && now.withoutBot().isTold()
        && now.withoutBot().value() >= NEARLY_ALL
        && now.unanswered().isTold()
        && now.unanswered().value() <= HARDLY_ANY) {
      return NEEDLESS;
    }
    if (before == null || before.byPeers().whole() < ENOUGH) {
      return NO_BEFORE;
    }
    var signs =
        sign(now.byPeers().since(before.byPeers()))
            + sign(now.withoutBot().since(before.withoutBot()))
            - sign(now.unanswered().since(before.unanswered()))
            - sign(nudges(now, before));
    return signs == 0 ? SAME : signs > 0 ? LESS : MORE;
  }

  private static int sign(Share.Turn turn) {
    return turn.ordinal() - Share.Turn.SAME.ordinal();
  }

  /** How nudges for each question went: two rates of events that come one by one. */
  static Share.Turn nudges(Scorecard now, Scorecard before) {
    var one = now.nudges();
    var other = before.nudges();
    if (one == null || other == null || !one.isTold() || !other.isTold()) {
      return Share.Turn.SAME;
    }
    return Share.turn(
        one.rate() - other.rate(),
        Math.sqrt(one.rate() / one.questions() + other.rate() / other.questions()));
  }
}
