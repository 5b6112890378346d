package ponte.community;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The measures of a scorecard, those first that matter most, each as one number. */
public enum Measure {
  /** {@link Scorecard#byPeers}. */
  PEERS(Unit.SHARE, card -> known(card.byPeers())),
  /** {@link Scorecard#withoutBot}. */
  WITHOUT_BOT(Unit.SHARE, card -> known(card.withoutBot())),
  /** {@link Scorecard#nudgesPerHundred}. */
  NUDGES(Unit.RATE, Measure::nudges),
  /** {@link Scorecard#unanswered}. */
  UNANSWERED(Unit.SHARE, card -> known(card.unanswered())),
  /** {@link Scorecard#waited}, in hours. */
  WAITED(Unit.HOURS, card -> hours(card, card.waited())),
  /** {@link Scorecard#waitedAtWork}, in hours. */
  WAITED_AT_WORK(Unit.HOURS, card -> hours(card, card.waitedAtWork())),
  /** {@link Scorecard#answerers}. */
  ANSWERERS(Unit.COUNT, card -> count(card.answerers())),
  /** {@link Scorecard#concentration}. */
  CONCENTRATION(
      Unit.COEFFICIENT, card -> card.answerers() < Networks.FEWEST ? null : card.concentration()),
  /** {@link Scorecard#mutual}. */
  MUTUAL(Unit.SHARE, card -> known(card.mutual())),
  /** {@link Scorecard#across}. */
  ACROSS(Unit.SHARE, card -> known(card.across())),
  /** {@link Scorecard#newAcross}. */
  NEW_ACROSS(Unit.COUNT, card -> count(card.newAcross())),
  /** {@link Scorecard#newVoices}. */
  NEW_VOICES(Unit.COUNT, card -> count(card.newVoices())),
  /** {@link Scorecard#people}. */
  PEOPLE(Unit.COUNT, card -> count(card.people()));

  private final Unit unit;
  private final Function<Scorecard, @Nullable Double> number;

  /** What a number counts. */
  public enum Unit {
    /** From 0 to 1. */
    SHARE,
    COUNT,
    HOURS,
    /** Of a hundred questions. */
    RATE,
    /** From 0 to 1. */
    COEFFICIENT
  }

  Measure(Unit unit, Function<Scorecard, @Nullable Double> number) {
    this.unit = unit;
    this.number = number;
  }

  public Unit unit() {
    return unit;
  }

  /** The number; null: it is not known, or of too few to be told. */
  public @Nullable Double of(Scorecard card) {
    return number.apply(card);
  }

  private static @Nullable Double known(Share share) {
    return share.isTold() ? share.value() : null;
  }

  private static @Nullable Double count(int of) {
    return of < Networks.FEWEST ? null : (double) of;
  }

  private static @Nullable Double nudges(Scorecard card) {
    var nudges = card.nudges();
    return nudges == null || !nudges.isTold() ? null : card.nudgesPerHundred();
  }

  private static @Nullable Double hours(Scorecard card, @Nullable Duration waited) {
    return waited == null || card.answered() < Networks.FEWEST ? null : waited.toSeconds() / 3600.0;
  }

  /** What a share is of; null: it is none, or of too few. */
  public @Nullable Share share(Scorecard card) {
    var share =
        switch (this) {
          case PEERS -> card.byPeers();
          case WITHOUT_BOT -> card.withoutBot();
          case UNANSWERED -> card.unanswered();
          case MUTUAL -> card.mutual();
          case ACROSS -> card.across();
          case NUDGES,
              WAITED,
              WAITED_AT_WORK,
              ANSWERERS,
              CONCENTRATION,
              NEW_ACROSS,
              NEW_VOICES,
              PEOPLE ->
              null;
        };
    return share == null || !share.isTold() ? null : share;
  }
}
