package ponte.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.consent.Preference.Standing;
import ponte.conversation.Audience;
import ponte.listening.Trend.Direction;

class TrendingTest {

  private static final List<String> SEVERAL = List.of("ada", "ben", "cleo", "dan", "eve");

  private final Village village = new Village().withEverydayTalk();

  /** One conversation of three of them, and what each says by themselves on other days. */
  private void speakOfPulsar(Chat chat, int firstDay, List<String> people) {
    var root = village.says(chat, firstDay, people.getFirst(), needsMemory(0));
    for (int i = 1; i < 3; i++) {
      village.replies(chat, root, i, people.get(i), needsMemory(i));
    }
    mentionPulsar(chat, firstDay + 2, people);
  }

  private void mentionPulsar(Chat chat, int firstDay, List<String> people) {
    for (int i = 0; i < 2 * people.size(); i++) {
      village.says(chat, firstDay + 2 * i, people.get(i % people.size()), needsMemory(3 + i));
    }
  }

  private static String needsMemory(int job) {
    return "The Pulsar cluster needs more memory for the export of job " + job + ".";
  }

  @Test
  void aTopicRisesOfWhichSeveralSpeakWhereNobodyDidBefore() {
    speakOfPulsar(village.dev, 1, SEVERAL);
    village.says(village.ops, 20, "finn", "We moved the Pulsar cluster to the new racks.");

    var rising = village.trending().over(village.everybody(), Village.SPAN, List.of()).getFirst();

    assertThat(rising.topic()).isEqualTo("Pulsar cluster");
    assertThat(rising.direction()).isEqualTo(Direction.RISING);
    assertThat(rising.people()).isEqualTo(6);
    assertThat(rising.channels()).containsExactly(village.dev.channel(), village.ops.channel());
    assertThat(rising.before()).isZero();
    assertThat(rising.evidence()).hasSize(3);
    assertThat(rising.course()).hasSize(8).startsWith(0, 0, 0, 0);
  }

  @Test
  void whatSeveralMentionButNeverWithEachOtherDoesNotRise() {
    mentionPulsar(village.dev, 3, SEVERAL);

    assertThat(village.topics(Direction.RISING)).isEmpty();

    var root = village.says(village.ops, 5, "ada", needsMemory(100));
    village.replies(village.ops, root, 1, "ben", needsMemory(101));

    assertThat(village.topics(Direction.RISING)).isEmpty();

    village.replies(village.ops, root, 2, "cleo", needsMemory(102));

    assertThat(village.topics(Direction.RISING)).containsExactly("Pulsar cluster");
  }

  @Test
  void whatIsSaidInAChannelWithinAnHourIsSaidWithEachOther() {
    mentionPulsar(village.dev, 3, SEVERAL);
    for (var person : SEVERAL) {
      village.says(village.ops, 5, person, needsMemory(100));
    }

    assertThat(village.topics(Direction.RISING)).containsExactly("Pulsar cluster");
  }

  @Test
  void aWordThatManyWriteInTheirCodeAllTheTimeIsOfTheTradeAndNoTopic() {
    speakOfCoffee(village.dev, -84);
    speakOfCoffee(village.dev, -56);
    speakOfPulsar(village.dev, 1, SEVERAL);
    for (int week = -12; week < 0; week++) {
      for (var person : SEVERAL.subList(0, 4)) {
        village.codes(village.dev, 7 * week, person, "new Pulsar cluster()");
      }
    }

    assertThat(village.topics(Direction.RISING)).containsExactly("Pulsar cluster");

    village.codes(village.dev, -30, "eve", "new Pulsar cluster()");

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void aTopicIsCountedByAllItsSpellings() {
    speakOf("vdom", 1);

    assertThat(village.topics(Direction.RISING)).containsExactly("vdom");

    village.says(village.dev, 24, "ada", "The vdom, that is the virtual DOM, is a tree.");
    village.says(village.dev, 25, "ben", "A vdom or virtual DOM is a tree.");
    speakOf("virtual DOM", -27);

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  private void speakOf(String thing, int firstDay) {
    var root =
        village.says(village.dev, firstDay, "ada", "The page is slow with the " + thing + ".");
    for (int i = 1; i < 5; i++) {
      village.replies(
          village.dev, root, i, SEVERAL.get(i), "We are fine with the " + thing + " here.");
    }
    for (int i = 0; i < 5; i++) {
      village.says(
          village.dev, firstDay + 2 + i, SEVERAL.get(i), "I read about the " + thing + ".");
    }
  }

  @Test
  void aNameWithAHyphenIsATopicThoughItStandsBeforeOtherWords() {
    speakOf("intake-esm catalog", 1);
    speakOf("intake-esm workflow", 9);
    speakOf("intake-esm", 17);

    assertThat(village.topics(Direction.RISING)).containsExactly("intake-esm");
  }

  @Test
  void whereNothingRisesThatIsToldWhichMostSpokeOfTogether() {
    speakOfPulsar(village.dev, -27, SEVERAL);
    speakOfPulsar(village.dev, 1, SEVERAL);

    assertThat(staying()).containsExactly("Pulsar cluster");

    speakOf("vdom", 15);

    assertThat(staying()).isEmpty();
  }

  private List<String> staying() {
    return village.trending().orElseStaying(village.everybody(), Village.SPAN, List.of()).stream()
        .filter(trend -> trend.direction() == Direction.STAYING)
        .map(Trend::topic)
        .toList();
  }

  @Test
  void aTopicFadesOfWhichNobodySpeaksAnyMore() {
    speakOfPulsar(village.dev, -27, SEVERAL);

    assertThat(village.topics(Direction.FADING)).containsExactly("Pulsar cluster");
    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void whatAFewSayInOneChannelIsNoTrendThoughItIsOneInTwo() {
    speakOfPulsar(village.dev, 1, List.of("ada", "ben", "cleo"));
    speakOfPulsar(village.dev, 8, List.of("ada", "ben", "cleo"));

    assertThat(village.topics(Direction.RISING)).isEmpty();

    village.says(village.ops, 20, "ada", "We moved the Pulsar cluster to the new racks.");

    assertThat(village.topics(Direction.RISING)).containsExactly("Pulsar cluster");
  }

  @Test
  void whatOnePersonSaysAgainAndAgainIsNoTrend() {
    speakOfPulsar(village.dev, 1, List.of("ada", "ada", "ada", "ada", "ada"));

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void whatIsSpokenOfAsMuchAsBeforeDoesNotRise() {
    speakOfPulsar(village.dev, 1, SEVERAL);
    speakOfPulsar(village.dev, -27, SEVERAL);

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void aConstantTopicDoesNotRiseInAChannelThatIsLongerThanItsPortion() {
    for (int i = 0; i < 300; i++) {
      village.withChannel("idle" + i);
    }
    for (int day = -28; day < 28; day++) {
      for (int i = 0; i < 12; i++) {
        var text = i % 2 == 0 ? "The Pulsar cluster is slow." : "The coffee is fine today.";
        village.says(village.ops, day, SEVERAL.get(i % 5), text);
      }
    }
    // Of 1,008 messages 840 are in the busy channel: read whole, for six weeks, for four.
    for (int ofAll : List.of(1_100, 850, 600)) {
      assertThat(
              village
                  .trending(new ListeningRules.Reach(Village.WEEKS, Village.WEEKS, 2_000, ofAll))
                  .over(village.everybody(), Village.SPAN, List.of()))
          .isEmpty();
    }
  }

  @Test
  void whatIdleChannelsLeaveIsReadOfABusyOne() {
    speakOfPulsar(village.ops, 1, SEVERAL);
    for (int i = 0; i < 300; i++) {
      village.withChannel("idle" + i);
    }

    assertThat(
            village
                .trending(new ListeningRules.Reach(Village.WEEKS, Village.WEEKS, 2_000, 400))
                .over(village.everybody(), Village.SPAN, List.of()))
        .extracting(Trend::topic)
        .containsExactly("Pulsar cluster");
  }

  @Test
  void oneDiscussionIsNoTrend() {
    var root = village.says(village.dev, 3, "ada", "The Pulsar cluster is too small.");
    for (int i = 1; i < 20; i++) {
      village.replies(
          village.dev, root, 400 * i, SEVERAL.get(i % 5), "Then the Pulsar cluster must grow.");
    }

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void oneDayAndARemarkBeforeAndAfterAreNoTrend() {
    for (int i = 0; i < 10; i++) {
      village.says(village.dev, 9, SEVERAL.get(i % 5), "The Pulsar cluster needs disk " + i + ".");
    }
    village.says(village.dev, 4, "ada", "The Pulsar cluster is fine.");
    village.says(village.dev, 15, "ada", "The Pulsar cluster is fine again.");

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void codeAndAddressesAreNoWordsForATopic() {
    for (int i = 0; i < 10; i++) {
      village.says(
          village.dev,
          1 + 2 * i,
          SEVERAL.get(i % 5),
          "Look at https://git.example/pulsar-operator/issues/" + i + " when there is time.");
    }

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void whoOptedOutIsNotCounted() {
    speakOfPulsar(village.dev, 1, SEVERAL);
    village.preferences.change(Chat.person("eve"), each -> each.with(Standing.OUT));

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void onlyWhatTheAudienceMaySeeCounts() {
    speakOfPulsar(village.board, 1, SEVERAL);

    assertThat(village.topics(Direction.RISING)).isEmpty();
    assertThat(
            village
                .trending()
                .over(
                    new Audience(Set.of(village.dev.channel(), village.board.channel())),
                    Village.SPAN,
                    List.of()))
        .extracting(Trend::topic)
        .containsExactly("Pulsar cluster");
  }

  private void speakOfCoffee(Chat chat, int firstDay) {
    for (int day = firstDay; day < firstDay + 28; day++) {
      for (var person : SEVERAL) {
        village.says(chat, day, person, "The coffee in the kitchen is fine today.");
      }
    }
  }

  @Test
  void ofWhomHardlyAnythingIsKnownBeforeNothingIsNew() {
    var others = List.of("gus", "hal", "ida", "joe", "kit");
    village.withChannel("C3");
    speakOfPulsar(Chat.in("C3"), 1, others);

    assertThat(village.topics(Direction.RISING)).isEmpty();

    for (int day = -28; day < 0; day++) {
      for (var person : others) {
        village.says(village.ops, day, person, "The coffee in the kitchen is fine today.");
      }
    }

    assertThat(village.topics(Direction.RISING)).containsExactly("Pulsar cluster");
  }

  @Test
  void aWordThatComesUpInRequestsWithNothingInCommonIsNoTopic() {
    var requests =
        List.of(
            "The Pulsar cluster refuses my new password.",
            "Who orders paint for the room behind the Pulsar cluster?",
            "Our visitors from Lyon want a photograph of the Pulsar cluster.",
            "The invoice for the Pulsar cluster has a wrong address.",
            "A bird sits upon the roof above the Pulsar cluster.");
    for (int i = 0; i < 10; i++) {
      village.says(village.dev, 1 + 2 * i, SEVERAL.get(i % 5), requests.get(i % 5));
    }

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void aTopicIsToldWithWhatComesUpWithIt() {
    speakOfPulsar(village.dev, 1, SEVERAL);

    assertThat(village.trending().over(village.everybody(), Village.SPAN, List.of()))
        .extracting(Trend::label)
        .containsExactly("Pulsar cluster (export, memory)");
  }

  @Test
  void whatCameBackEveryFewWeeksIsNoNews() {
    speakOfCoffee(village.dev, -84);
    speakOfCoffee(village.dev, -56);
    speakOfPulsar(village.dev, 1, SEVERAL);

    assertThat(village.topics(Direction.RISING)).containsExactly("Pulsar cluster");

    speakOfPulsar(village.dev, -80, SEVERAL);
    speakOfPulsar(village.dev, -55, SEVERAL);

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void whatOnePersonSaidAllTheTimeDoesNotRiseOnceOthersSayIt() {
    speakOfPulsar(village.dev, 1, SEVERAL);
    for (int i = 0; i < 5; i++) {
      village.says(village.dev, -9, "finn", "The Pulsar cluster needs more memory, says job " + i);
    }

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @Test
  void whatIsSaidInTwoLanguagesIsOneTopic() {
    for (int i = 0; i < 4; i++) {
      var person = SEVERAL.get(i);
      village.says(
          village.dev, 2 + i, person, "We should try Pulsar for the exports of " + i + ".");
      village.says(village.ops, 9 + i, person, "Secondo me con Pulsar non perdiamo più messaggi.");
    }
    var root =
        village.says(
            village.ops, 20, "finn", "Ho provato Pulsar anche per le esportazioni di ieri.");
    for (int i = 1; i < 3; i++) {
      village.replies(village.ops, root, i, SEVERAL.get(i), "Con Pulsar non perdiamo nulla.");
    }

    var rising = village.trending().over(village.everybody(), Village.SPAN, List.of()).getFirst();

    assertThat(rising.topic()).isEqualTo("Pulsar");
    assertThat(rising.people()).isEqualTo(5);
    assertThat(rising.channels()).hasSize(2);
  }

  @Test
  void aColleagueIsNoTopic() {
    village.withColleague("p", "Pulsar Smith");
    for (int i = 0; i < 10; i++) {
      village.says(village.dev, 1 + i, SEVERAL.get(i % 5), "You should ask Pulsar about it.");
    }

    assertThat(village.topics(Direction.RISING)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "La malattia di Giulia ritarda il rilascio numero ",
        "I heard of the Giulia burnout again in meeting ",
        "I heard of the giulia burnout again in meeting ",
        "The Bianchi team is late with the export of job ",
        "The absence of Giulia delays the export of job "
      })
  void nothingOfAColleagueIsATopicOrANewWord(String words) {
    village.withColleague("giulia", "Giulia Bianchi");
    for (int i = 0; i < 10; i++) {
      village.says(
          i % 2 == 0 ? village.dev : village.ops, 1 + 2 * i, SEVERAL.get(i % 5), words + i + ".");
    }

    assertThat(village.topics(Direction.RISING))
        .noneMatch(topic -> topic.matches("(?i).*(giulia|bianchi).*"));
    assertThat(village.ears().newWords(village.everybody(), Village.SPAN, List.of()))
        .noneMatch(word -> word.word().matches("(?i).*(giulia|bianchi).*"));
  }

  @Test
  void isToldByNobodysWordsOfWhoDoesNotTakePart() {
    village.withColleague("giulia", "Giulia Bianchi");
    speakOfPulsar(village.dev, 1, SEVERAL);
    for (int i = 0; i < 5; i++) {
      village.says(
          village.ops, 20, SEVERAL.get(i), "Giulia moved the Pulsar cluster to the new racks.");
    }
    assertThat(evidence()).anyMatch(each -> each.contains("Giulia"));

    village.preferences.change(Chat.person("giulia"), each -> each.with(Standing.OUT));

    assertThat(evidence()).isNotEmpty().noneMatch(each -> each.contains("Giulia"));
  }

  private List<String> evidence() {
    return village
        .trending()
        .over(village.everybody(), Village.SPAN, List.of())
        .getFirst()
        .evidence()
        .stream()
        .map(quote -> quote.text().searchable())
        .toList();
  }

  @Test
  void oneDayIsNoHistory() {
    var young = new Village();
    for (int i = 0; i < 10; i++) {
      young.says(young.dev, 1 + i, SEVERAL.get(i % 5), "The Pulsar cluster is too small.");
    }

    assertThat(young.topics(Direction.RISING)).isEmpty();
  }
}
