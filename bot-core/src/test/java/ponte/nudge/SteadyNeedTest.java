package ponte.nudge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.Measure;
import ponte.community.Pulse;
import ponte.community.ScorecardWords;
import ponte.community.Share;
import ponte.conversation.TimeSpan;
import ponte.directory.Roles;
import ponte.expert.Workspace;

/** A question and a nudge each day, for ten weeks. */
class SteadyNeedTest {

  private static final int DAY = 24 * 60;

  private final Workspace acme =
      new Workspace().people("ada", "bob", "cleo", "dan", "eve").open("ops");
  private final Effects effects = new Effects(acme.records, EffectRules.DEFAULT, acme.clock);

  private Pulse pulse(Instant now, ZoneId zone) {
    for (var day = 0; day < 70; day++) {
      acme.thread("ops", day * DAY, "ada: how do I do " + day + "?", "bob: so", "cleo: so");
      acme.thread("ops", day * DAY + 30, "dan: it is done", "eve: thanks");
      acme.clock.set(Chat.START.plus(Duration.ofDays(day)));
      var nudge = new Nudge(Chat.person("bob"), "one " + day, Kind.INVITATION, null, Instant.MAX);
      effects.shown(nudge);
      effects.shown(new Nudge(Chat.person("bob"), "host " + day, Kind.HOSTING, null, Instant.MAX));
    }
    acme.clock.set(now);
    return new Community(
            new Community.Ground(
                acme.archive,
                acme.directory,
                acme.preferences,
                Workspace.NLP,
                new Roles(Set.of(), Set.of()),
                effects,
                Runnable::run,
                acme.clock),
            CommunityRules.DEFAULT)
        .scorecards()
        .of(null, TimeSpan.before(now, Duration.ofDays(28)), acme.directory.everybody(), zone)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-11T10:00:00Z, UTC",
    "2026-05-11T05:00:00Z, America/New_York",
    "2026-05-10T22:00:00Z, Europe/Rome",
    "2026-05-07T15:00:00Z, America/Los_Angeles"
  })
  void aSteadyRateIsNoSign(Instant now, ZoneId zone) {
    var pulse = pulse(now, zone);

    assertThat(Measure.NUDGES.of(pulse.now())).isEqualTo(100.0);
    assertThat(Measure.NUDGES.of(requireNonNull(pulse.before()))).isEqualTo(100.0);
    assertThat(ScorecardWords.turn(Measure.NUDGES, pulse)).isEqualTo(Share.Turn.SAME);
    assertThat(pulse.course())
        .isNotEmpty()
        .allMatch(
            point -> Double.valueOf(100).equals(point.card().map(Measure.NUDGES::of).orElse(null)));
  }
}
