package ponte.bench.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.app.BesideOthers;
import ponte.app.holidays.JollydayHolidays;
import ponte.archive.Archive;
import ponte.archive.InMemoryArchive;
import ponte.bench.company.Watch.Promise;
import ponte.bot.Ponte;
import ponte.expert.Workspace;
import ponte.nlp.Nlp;
import ponte.nudge.Kind;
import ponte.store.InMemoryState;
import ponte.store.State;

/** Three weeks of a small company in which much is asked. */
@BesideOthers
class CompanyTest {

  private static final int WEEKS = 4;
  private static final Assumptions CURIOUS =
      new Assumptions("curious", 0.8, 0.2, 0.4, 4, 1, 0.4, 0.1, 0.5, 0.2, 0.2, 0.02, 0.5, 0.5);
  private static final House.Storage IN_MEMORY =
      new House.Storage() {
        @Override
        public State state(Clock clock) {
          return new InMemoryState(clock);
        }

        @Override
        public Archive archive(Nlp nlp) {
          return new InMemoryArchive();
        }
      };
  private static final Company COMPANY = Company.of(60, WEEKS, CURIOUS, 1);

  @Test
  void peopleGetFromPonteWhatTheyWerePromised() {
    var lived = live(Policy.PONTE);

    assertThat(lived.watch().broken()).isEmpty();
    assertThat(lived.shown(Kind.HELP)).isPositive();
    assertThat(lived.shown(Kind.INVITATION)).isPositive();
    assertThat(lived.shown(Kind.INTRODUCTION)).isPositive();
    assertThat(lived.repeats()).isZero();
    assertThat(lived.seekers().written()).isPositive();
    assertThat(lived.suggestions().timesPut()).isPositive();
  }

  @Test
  void theWatchSeesWhatAGateLetsThroughThatIsAlwaysOpen() {
    var lived = live(Policy.TOP_AT_ONCE);

    assertThat(lived.watch().broken())
        .containsKeys(
            Promise.ONE_A_DAY,
            Promise.NOT_BY_NIGHT,
            Promise.NOT_AFTER_OPTING_OUT,
            Promise.NOT_WITHOUT_CONSENT);
  }

  private static Figures live(Policy policy) {
    var terms =
        new House.Terms(
            Workspace.NLP, Ponte.Rules.DEFAULT, new JollydayHolidays(), who -> who.site().zone());
    return policy.live(COMPANY, CURIOUS, WEEKS, terms, Duration.ofHours(2), IN_MEMORY);
  }
}
