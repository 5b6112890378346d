package ponte.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.community.Scorecard.Nudges;
import ponte.community.Share.Turn;
import ponte.conversation.TimeSpan;

class VerdictTest {

  private static Scorecard card(
      Share byPeers, Share withoutBot, Share unanswered, @Nullable Integer nudges) {
    return card(byPeers, withoutBot, unanswered, nudges == null ? null : new Nudges(nudges, 100));
  }

  private static Scorecard card(
      Share byPeers, Share withoutBot, Share unanswered, @Nullable Nudges nudges) {
    return new Scorecard(
        new TimeSpan(Instant.EPOCH, Instant.EPOCH),
        50,
        5,
        500,
        100,
        byPeers,
        withoutBot,
        20,
        0.5,
        Share.NONE,
        Share.NONE,
        0,
        60,
        unanswered,
        null,
        null,
        nudges,
        null);
  }

  private final Scorecard before =
      card(new Share(50, 100), new Share(60, 100), new Share(40, 100), 40);

  @Test
  void saysNothingOfFewAnswers() {
    assertThat(Verdict.of(card(new Share(19, 19), Share.NONE, Share.NONE, (Nudges) null), before))
        .isEqualTo(Verdict.TOO_LITTLE);
  }

  @Test
  void isNeedlessWherePeersAnswerNearlyEverythingByThemselves() {
    var now = card(new Share(90, 100), new Share(95, 100), new Share(10, 100), 0);

    assertThat(Verdict.of(now, null)).isEqualTo(Verdict.NEEDLESS);
  }

  @Test
  void saysNothingOfWhatWasNotMeasured() {
    var young = card(new Share(100, 100), new Share(95, 100), Share.NONE, 0);
    var fewJoined = card(new Share(90, 100), new Share(4, 4), new Share(10, 100), 0);

    assertThat(Verdict.of(young, null)).isEqualTo(Verdict.NO_BEFORE);
    assertThat(Verdict.of(fewJoined, null)).isEqualTo(Verdict.NO_BEFORE);
  }

  @Test
  void goesByNoSignOfFewerThanFive() {
    var noneAlone = card(new Share(50, 100), new Share(60, 100), new Share(0, 4), 40);
    var few = card(new Share(50, 100), new Share(60, 100), new Share(4, 4), (Nudges) null);
    var nudged =
        card(new Share(50, 100), new Share(60, 100), new Share(40, 100), new Nudges(40, 4));

    assertThat(
            Verdict.of(
                noneAlone, card(new Share(50, 100), new Share(60, 100), new Share(90, 100), 40)))
        .isEqualTo(Verdict.SAME);
    assertThat(Verdict.of(before, few)).isEqualTo(Verdict.SAME);
    assertThat(Verdict.of(nudged, before)).isEqualTo(Verdict.SAME);
  }

  @Test
  void needsSomethingToCompareWith() {
    assertThat(Verdict.of(before, null)).isEqualTo(Verdict.NO_BEFORE);
  }

  @Test
  void isTheSameWhereChanceExplainsTheChange() {
    var now = card(new Share(55, 100), new Share(65, 100), new Share(35, 100), 37);

    assertThat(Verdict.of(now, before)).isEqualTo(Verdict.SAME);
  }

  @Test
  void isLessOrMoreWhereSignsPointThatWay() {
    var better = card(new Share(75, 100), new Share(60, 100), new Share(40, 100), 40);
    var fewerNudges = card(new Share(50, 100), new Share(60, 100), new Share(40, 100), 10);
    var worse = card(new Share(50, 100), new Share(60, 100), new Share(60, 100), 40);
    var both = card(new Share(75, 100), new Share(60, 100), new Share(60, 100), 40);

    assertThat(Verdict.of(better, before)).isEqualTo(Verdict.LESS);
    assertThat(Verdict.of(fewerNudges, before)).isEqualTo(Verdict.LESS);
    assertThat(Verdict.of(worse, before)).isEqualTo(Verdict.MORE);
    assertThat(Verdict.of(both, before)).isEqualTo(Verdict.SAME);
  }

  @Test
  void sharesTurnWhereTwoProportionsDiffer() {
    // |0.64 - 0.5| = 0.14 against 1.96 * sqrt(0.57 * 0.43 * 2 / 100) = 0.1372
    assertThat(new Share(64, 100).since(new Share(50, 100))).isEqualTo(Turn.UP);
    assertThat(new Share(63, 100).since(new Share(50, 100))).isEqualTo(Turn.SAME);
    assertThat(new Share(50, 100).since(new Share(64, 100))).isEqualTo(Turn.DOWN);
    assertThat(new Share(1, 1).since(Share.NONE)).isEqualTo(Turn.SAME);
  }

  @Test
  void shapesGoByHelpersAndTeams() {
    assertThat(Shape.of(4.9, 40, 0).kind()).isEqualTo(Shape.Kind.CENTRALISED);
    assertThat(Shape.of(9.9, 200, 0).kind()).isEqualTo(Shape.Kind.CENTRALISED);
    assertThat(Shape.of(12, 200, 0.2).kind()).isEqualTo(Shape.Kind.TRANSVERSAL);
    assertThat(Shape.of(12, 200, 0.8).kind()).isEqualTo(Shape.Kind.DISTRIBUTED);
    assertThat(Shape.of(12, 200, Double.NaN).kind()).isEqualTo(Shape.Kind.DISTRIBUTED);
  }
}
