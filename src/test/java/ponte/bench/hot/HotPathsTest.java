package ponte.bench.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.app.BesideOthers;
import ponte.command.Understanding.Understood;
import ponte.consent.Redaction;
import ponte.nlp.Language;
import ponte.nudge.Gate;

/** What is measured does what it is measured for. */
@BesideOthers
class HotPathsTest {

  private static final Workspace WORKSPACE = new Workspace();

  @BeforeAll
  static void read() throws IOException {
    WORKSPACE.read();
  }

  @AfterAll
  static void close() throws IOException {
    WORKSPACE.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void understandsEveryLineInItsLanguage(Language language) {
    var understanding = new Understanding();
    var lines =
        switch (language) {
          case ENGLISH -> Understanding.ENGLISH;
          case ITALIAN -> Understanding.ITALIAN;
        };

    assertThat(lines)
        .hasSize(Understanding.LINES)
        .allSatisfy(
            line ->
                assertThat(understanding.understand(line, language))
                    .isInstanceOfSatisfying(
                        Understood.class,
                        understood -> assertThat(understood.language()).isEqualTo(language)));
  }

  @Test
  void readsTheSameWordsFromBothPlatforms() {
    var reading = new Reading();

    assertThat(reading.mrkdwnOfSlack().searchable()).contains("who has done it before?");
    assertThat(reading.htmlOfTeams().searchable()).contains("who has done it before?");
  }

  @Test
  void withholdsOnlyWhatIsSecret() {
    var withholding = new Withholding();

    assertThat(withholding.redactWithSecrets().split(Redaction.MARK, -1)).hasSize(1 + 4);
    assertThat(withholding.redactWithoutSecrets()).doesNotContain(Redaction.MARK);
    assertThat(withholding.confidentialityOfWhatIsMarked()).isTrue();
    assertThat(withholding.confidentialityOfOrdinaryTalk()).isFalse();
  }

  @Test
  void takesEachEventIntoTheQueue() throws IOException {
    var acknowledging = new Acknowledging();
    acknowledging.open();
    try {
      IntStream.range(0, 5).forEach(_ -> acknowledging.takeEvent());

      assertThat(acknowledging.verifySignature()).isTrue();
      assertThat(acknowledging.waiting()).isEqualTo(5);
    } finally {
      acknowledging.close();
    }
  }

  @Test
  void asksWhatPeopleAsked() {
    var asking = new Asking();
    asking.collect(WORKSPACE);

    assertThat(asking.whoKnows(WORKSPACE)).isNotNull();
  }

  @Test
  void filesNewMessages() {
    var filing = new Filing();
    filing.collect(WORKSPACE);
    var archive = WORKSPACE.ponte().archive();
    var before = archive.extent(WORKSPACE.everybody()).messages();

    filing.one(WORKSPACE);
    filing.amongHundred(WORKSPACE);

    assertThat(archive.extent(WORKSPACE.everybody()).messages()).isEqualTo(before + 101);
  }

  @Test
  void mayDisturbByDayAndNotByNight() {
    var politeness = new Politeness();
    politeness.collect(WORKSPACE);

    assertThat(politeness.byDay()).isInstanceOf(Gate.Answer.Open.class);
    assertThat(politeness.byNight()).isInstanceOf(Gate.Answer.Wait.class);
  }
}
