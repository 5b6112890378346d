package ponte.bench.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.app.holidays.JollydayHolidays;
import ponte.bench.company.Watch.Promise;
import ponte.bot.Ponte;
import ponte.introduction.IntroductionRules;
import ponte.nlp.Nlp;
import ponte.nudge.Holidays;
import ponte.nudge.Kind;

/** Three weeks of a small company in which much is asked. */
class CompanyTest {

  private static final int WEEKS = 3;
  private static final Nlp NLP = new Nlp();
  private static final Assumptions CURIOUS =
      new Assumptions("curious", 1, 0.5, 4, 1, 1, 0, 0.5, 0.2, 0.2, 0.02, 0.5, 0.5);
  private static final Company COMPANY = Company.of(60, WEEKS, CURIOUS, 1);

  @Test
  void peopleGetFromPonteWhatTheyWerePromised() throws IOException {
    var lived = live(Policy.PONTE, terms(Ponte.Rules.DEFAULT, new JollydayHolidays(), null));

    assertThat(lived.watch().broken()).isEmpty();
    assertThat(lived.shown(Kind.HELP)).isPositive();
    assertThat(lived.shown(Kind.INVITATION)).isPositive();
    assertThat(lived.shown(Kind.INTRODUCTION)).isPositive();
    assertThat(lived.repeats()).isZero();
  }

  @Test
  void theWatchSeesWhatAGateLetsThroughThatCountsNothingAndReadsTheWrongClock() throws IOException {
    var usual = Ponte.Rules.DEFAULT;
    var generous = IntroductionRules.DEFAULT;
    var open =
        new Ponte.Rules(
            usual.experts(),
            usual.digest(),
            new IntroductionRules(
                generous.workingDays(), generous.afterAnswer(), generous.invited(), 99, 99),
            usual.follow(),
            usual.schedules(),
            usual.pairing(),
            usual.politeness(),
            usual.roles(),
            usual.nudges(),
            usual.house());

    var lived = live(Policy.PONTE, terms(open, Holidays.NONE, ZoneId.of("Pacific/Auckland")));

    assertThat(lived.watch().broken()).containsKeys(Promise.ONE_A_DAY, Promise.NOT_BY_NIGHT);
  }

  @Test
  void theWatchSeesWhatNoGateHoldsBack() throws IOException {
    var lived = live(Policy.TOP_AT_ONCE, terms(Ponte.Rules.DEFAULT, new JollydayHolidays(), null));

    assertThat(lived.watch().broken())
        .containsKeys(
            Promise.ONE_A_DAY,
            Promise.THREE_A_WEEK,
            Promise.NOT_BY_NIGHT,
            Promise.NOT_AFTER_OPTING_OUT);
  }

  private static Figures live(Policy policy, House.Terms terms) throws IOException {
    return policy.live(COMPANY, CURIOUS, WEEKS, terms, Duration.ofHours(1));
  }

  private static House.Terms terms(
      Ponte.Rules rules, Holidays holidays, @Nullable ZoneId everywhere) {
    return new House.Terms(
        NLP, rules, holidays, who -> everywhere == null ? who.site().zone() : everywhere);
  }
}
