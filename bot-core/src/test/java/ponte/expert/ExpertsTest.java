package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.expert.Expert.Confidence;
import ponte.expert.Experts.Ranked;
import ponte.nlp.Language;
import ponte.wording.Wording;

class ExpertsTest {

  private static final double DAY = 24 * 60;

  private final Workspace acme =
      new Workspace().open("dev", "general").people("ada", "bob", "eve", "kim", "lou");

  @Test
  void findsThoseWhoAnsweredWithWhatTheySaid() {
    kafkaAnsweredByBob();

    var finding = acme.experts.on("kafka", acme.asker("kim"));

    assertThat(finding.experts()).extracting(each -> each.person().name()).containsExactly("bob");
    var bob = finding.experts().getFirst();
    assertThat(bob.answers()).isOne();
    assertThat(bob.joined()).isOne();
    assertThat(bob.openings()).isZero();
    assertThat(bob.confidence()).isEqualTo(Confidence.FAIR);
    assertThat(bob.last()).isEqualTo(Chat.minute(2));
    assertThat(bob.evidence())
        .extracting(Evidence::quote)
        .containsExactlyInAnyOrder(
            "use the kafka console to reset the offsets", "kafka needs two more brokers for that");
    assertThat(bob.evidence()).extracting(each -> each.channel().name()).containsOnly("dev");
  }

  @Test
  void namesNobodyForOnePieceOfEvidence() {
    acme.thread("dev", 1, "ada: how do I reset kafka offsets?", "bob: use the kafka console");
    acme.thread("dev", DAY, "eve: lunch anybody?", "bob: yes");

    var finding = acme.experts.on("kafka", acme.asker("kim"));

    assertThat(finding.experts()).isEmpty();
    assertThat(finding.related()).hasSize(1);
  }

  @Test
  void showsWhatHasAWordOfTheTopicWhereThereIsNobody() {
    acme.thread(
        "dev",
        1,
        "ada: why does my group rebalance all the time?",
        "bob: lower max.poll.interval.ms to a minute",
        "ada: no rebalance for an hour now, thank you so much for that");

    var finding = acme.experts.on("max.poll.interval.ms", acme.asker("kim"));

    assertThat(finding.experts()).isEmpty();
    assertThat(finding.related())
        .extracting(Evidence::quote)
        .containsExactly("lower max.poll.interval.ms to a minute");
  }

  @Test
  void showsWhatHasATraceOfTheTopicWhereThereIsNobody() {
    for (var day = 0; day < 3; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: the chart of the users is slow", "bob: which image?");
    }
    acme.thread("dev", 9 * DAY, "ada: the label for VoiceOver is done", "bob: good");

    var finding = acme.experts.on("hear VoiceOver", acme.asker("kim"));

    assertThat(finding.experts()).isEmpty();
    assertThat(finding.related())
        .extracting(Evidence::quote)
        .contains("the label for VoiceOver is done");
  }

  @Test
  void namesNobodyForWhatHasButAStemOfTheTopic() {
    for (var day = 0; day < 4; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: why does the app refuse my access token?",
          "bob: the app keeps the old access token for a minute");
    }

    assertThat(names("accessibility of the app", "kim")).isEmpty();
    assertThat(names("access token", "kim")).containsExactly("bob");
  }

  @Test
  void namesNobodyForAWordThatOneOfSeveralMayMeanInTheOtherLanguage() {
    for (var day = 0; day < 4; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: posso mandare la pratica del cliente in ritardo?",
          "bob: sì, il ritardo della pratica non conta");
    }
    for (var day = 5; day < 14; day++) {
      acme.thread("dev", day * DAY, "ada: is the consumer up?", "ada: the consumer is up");
    }

    assertThat(names("consumer lag", "kim")).isEmpty();
    assertThat(names("lag", "kim")).containsExactly("bob");
  }

  @Test
  void isNotSureOfWhoKnowsAboutOneWordOfTwo() {
    for (var day = 0; day < 6; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: does flutter crash?", "bob: flutter needs an update");
    }
    for (var day = 7; day < 16; day++) {
      acme.thread("dev", day * DAY, "ada: a dark theme?", "eve: the theme is dark enough");
    }

    assertThat(acme.experts.on("flutter", acme.asker("kim")).experts())
        .extracting(Expert::confidence)
        .containsExactly(Confidence.STRONG);
    assertThat(acme.experts.on("flutter theme", acme.asker("kim")).experts())
        .filteredOn(expert -> expert.person().name().equals("bob"))
        .extracting(Expert::confidence)
        .containsExactly(Confidence.SLIGHT);
  }

  @Test
  void namesNobodyWhoOnlyAsks() {
    acme.thread("dev", 1, "ada: how do I reset kafka offsets?", "bob: use the console");
    acme.thread("dev", DAY, "ada: my kafka is slow", "eve: restart it");

    assertThat(acme.experts.on("kafka", acme.asker("kim")).experts()).isEmpty();
  }

  @Test
  void namesWhoTellsAndNotWhoOnlyAsksInWhatOthersTell() {
    for (var day = 0; day < 3; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "lou: kafka brokers need a restart on node %d tonight".formatted(day),
          "bob: which kafka broker is it?");
    }
    acme.thread("dev", 4 * DAY, "eve: is kafka slow?", "lou: kafka waits for its disks");

    var finding = acme.experts.on("kafka", acme.asker("kim"));

    assertThat(finding.experts()).extracting(each -> each.person().name()).containsExactly("lou");
    assertThat(finding.experts().getFirst().evidence())
        .extracting(Evidence::quote)
        .contains("kafka waits for its disks");
  }

  @Test
  void namesTheSpecialistOfACompoundTopicBeforeTheGeneralist() {
    for (var day = 0; day < 12; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: a gdpr form?", "bob: gdpr article %d".formatted(day));
    }
    for (var day = 20; day < 26; day++) {
      acme.thread("dev", day * DAY, "ada: the mobile app?", "kim: mobile app 3.%d".formatted(day));
    }
    for (var day = 13; day < 16; day++) {
      acme.thread(
          "dev",
          day * DAY,
          "ada: gdpr in the mobile app?",
          "eve: gdpr wants the mobile app to ask");
    }
    for (var day = 16; day < 18; day++) {
      acme.thread(
          "dev", day * DAY, "ada: mobile app and gdpr?", "bob: gdpr holds for the mobile app too");
    }

    assertThat(names("GDPR for the mobile app", "lou")).startsWith("eve", "bob");
    assertThat(names("GDPR", "lou")).startsWith("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Good morning everybody! I hope you are all well and had a nice weekend. Who knows Kafka"
            + " offsets? Thanks a lot in advance for your help!",
        "Buongiorno a tutti! Spero che abbiate passato un buon fine settimana. Qualcuno conosce"
            + " Kafka offsets? Vi ringrazio in anticipo e buona giornata!",
      })
  void findsInALongCourteousQuestionTheOneTopicOfIt(String question) {
    for (var day = 0; day < 2; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: may I reset the kafka offsets?",
          "bob: reset the kafka offsets with the console");
    }

    assertThat(names(question, "kim")).containsExactly("bob");
  }

  @Test
  void prefersWhoTellsToWhoOnlyAsksInTheSameConversations() {
    for (var day = 0; day < 3; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka disks", "bob: kafka when?", "eve: kafka now");
    }

    assertThat(acme.experts.ranking("kafka", acme.asker("kim")))
        .extracting(each -> each.person().value())
        .startsWith("eve", "bob");
  }

  @Test
  void putsOfNearEqualsFirstWhoseTitleSaysIt() {
    for (var day = 0; day < 2; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka?", "bob: kafka disks", "eve: kafka disks");
    }
    assertThat(names("kafka", "kim")).containsExactly("eve", "bob");

    acme.titled("bob", "Platform lead, Kafka");

    assertThat(names("kafka", "kim")).containsExactly("bob", "eve");
  }

  @Test
  void getsReadyWithoutLeavingATrace() {
    kafkaAnsweredByBob();
    var before = acme.experts.on("kafka", acme.asker("kim"));

    acme.experts.warmUp();

    assertThat(acme.experts.on("kafka", acme.asker("kim"))).isEqualTo(before);
    assertThat(acme.opinions.of(Chat.person("bob"))).isEmpty();
  }

  @Test
  void namesNobodyWhoWasOnlyThere() {
    kafkaAnsweredByBob();
    acme.thread("dev", 3 * DAY, "ada: kafka brokers", "lou: nice weather", "bob: kafka again");
    acme.thread("dev", 4 * DAY, "ada: kafka offsets", "lou: what is the date?", "bob: kafka");

    assertThat(names("kafka", "kim")).containsExactly("bob");
  }

  @Test
  void neverFindsTheAsker() {
    kafkaAnsweredByBob();

    assertThat(acme.experts.on("kafka", acme.asker("bob")).experts()).isEmpty();
    assertThat(acme.experts.ranking("kafka", acme.asker("bob")))
        .extracting(Ranked::person)
        .doesNotContain(Chat.person("bob"));
  }

  @Test
  void neverFindsProgramsStrangersOrThoseWhoLeft() {
    for (var day = 0; day < 3; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: kafka question",
          "gone: kafka answer",
          "robot: kafka answer",
          "stranger: kafka answer");
    }
    acme.person("gone", Standing.LEFT, null);
    acme.person("robot", Standing.BOT, null);

    assertThat(acme.experts.on("kafka", acme.asker("kim")).experts()).isEmpty();
    assertThat(acme.experts.ranking("kafka", acme.asker("kim")))
        .extracting(each -> each.person().value())
        .containsExactly("ada");
  }

  @Test
  void namesNobodyForATopicThatNobodyKnows() {
    kafkaAnsweredByBob();

    for (var topic :
        List.of("underwater welding", "zymurgy", "kafka zymurgy fermentation", "???", "the")) {
      assertThat(acme.experts.on(topic, acme.asker("kim")).experts()).as(topic).isEmpty();
    }
  }

  @Test
  void usesNothingThatTheAskerMayNotOpen() {
    kafkaAnsweredByBob();
    var before = acme.experts.on("kafka brokers", acme.asker("kim"));
    acme.closed("board", "ada", "bob", "eve");
    for (var day = 0; day < 5; day++) {
      acme.thread(
          "board",
          100_000 + day * DAY,
          "ada: kafka brokers again",
          "eve: kafka brokers cost money",
          "bob: kafka brokers are fine");
    }

    assertThat(acme.experts.on("kafka brokers", acme.asker("kim"))).isEqualTo(before);
    assertThat(acme.experts.on("kafka brokers", acme.nobody()))
        .usingRecursiveComparison()
        .isEqualTo(before);
    assertThat(acme.experts.on("kafka brokers", acme.asker("ada")).experts())
        .extracting(each -> each.person().name())
        .contains("eve");
  }

  @Test
  void findsNothingForAnAudienceOfNothing() {
    kafkaAnsweredByBob();
    var blind = new Asker(Chat.person("kim"), Audience.NOBODY, Language.ENGLISH, ZoneOffset.UTC);

    var finding = acme.experts.on("kafka", blind);

    assertThat(finding.experts()).isEmpty();
    assertThat(finding.related()).isEmpty();
    assertThat(finding.room()).isNull();
    assertThat(finding.searched()).isZero();
  }

  @Test
  void showsNobodyByTheirOwnWordForATopicThatTheyHide() {
    acme.preferences.change(Chat.person("eve"), old -> old.knowing("kafka brokers"));
    assertThat(declared("kafka brokers")).containsExactly("eve");

    acme.preferences.change(Chat.person("eve"), old -> old.hiding("kafka"));

    assertThat(declared("kafka brokers")).isEmpty();
  }

  @Test
  void showsThoseFirstByTheirOwnWordOfWhomColleaguesSayThatTheyHelped() {
    acme.preferences.change(Chat.person("bob"), old -> old.knowing("kafka"));
    acme.preferences.change(Chat.person("eve"), old -> old.knowing("kafka"));
    assertThat(declared("kafka")).containsExactly("bob", "eve");

    acme.opinions.helped(Chat.person("ada"), Chat.person("eve"), "kafka", false);

    assertThat(declared("kafka")).containsExactly("eve", "bob");
  }

  private List<String> declared(String topic) {
    return acme.experts.on(topic, acme.asker("kim")).declared().stream().map(Person::name).toList();
  }

  @Test
  void proposesNobodyAgainToWhoSaidThatTheyAreNotRight() {
    kafkaAnsweredByBobAndEve();
    acme.opinions.notRight(Chat.person("kim"), Chat.person("bob"), "kafka", null);

    assertThat(names("kafka", "kim")).containsExactly("eve");
    assertThat(names("kafka brokers", "kim")).containsExactly("eve");
    assertThat(names("kafka", "lou")).containsExactly("bob", "eve");
    assertThat(names("offsets", "kim")).contains("bob");
  }

  @Test
  void keepsAnObjectionForOneQuestionFromTheWiderTopic() {
    kafkaAnsweredByBobAndEve();
    acme.opinions.notRight(Chat.person("kim"), Chat.person("bob"), "kafka brokers money", null);

    assertThat(names("kafka", "kim")).contains("bob");
  }

  @Test
  void letsSeveralObjectionsWeighALittleForAllAndOneNotAtAll() {
    kafkaAnsweredByBobAndEve();
    var before = score("bob", "lou");

    acme.opinions.notRight(Chat.person("kim"), Chat.person("bob"), "kafka", null);
    acme.opinions.notRight(Chat.person("kim"), Chat.person("bob"), "Kafka", null);
    assertThat(score("bob", "lou")).isEqualTo(before);

    acme.opinions.notRight(Chat.person("ada"), Chat.person("bob"), "kafka", null);
    assertThat(score("bob", "lou")).isLessThan(before).isGreaterThan(before / 2);
  }

  @Test
  void putsTheSpecialistOfATopicBeforeWhoKnowsMuchAboutAPartOfIt() {
    for (var day = 0; day < 20; day++) {
      acme.thread(
          "dev", 1 + day * DAY, "ada: a GDPR question", "bob: the GDPR says so in article 6");
    }
    for (var day = 20; day < 60; day++) {
      acme.thread("general", 1 + day * DAY, "ada: lunch at noon?", "lou: yes");
    }
    for (var day = 20; day < 22; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: the app is slow", "kim: restart the mobile app");
    }
    for (var day = 5; day < 8; day++) {
      acme.thread(
          "general",
          1 + day * DAY,
          "ada: does the mobile app need GDPR consent?",
          "eve: GDPR wants the mobile app to ask first");
    }

    assertThat(names("GDPR mobile app", "ada")).startsWith("eve");
    assertThat(names("GDPR", "ada")).startsWith("bob");
  }

  @Test
  void saysForWhichWordItTookAMisspeltOne() {
    kafkaAnsweredByBob();

    var finding = acme.experts.on("kafak", acme.asker("kim"));

    assertThat(finding.experts()).extracting(each -> each.person().name()).containsExactly("bob");
    assertThat(finding.topic()).isEqualTo("kafka");
    assertThat(finding.wording().corrections())
        .containsExactly(new Wording.Correction("kafak", "kafka"));
    assertThat(names("\"kafak\"", "kim")).isEmpty();
  }

  @Test
  void tellsWhatWasSaidInOtherWordsAsAReason() {
    for (var day = 0; day < 2; day++) {
      acme.thread(
          "dev", 1 + day * DAY, "ada: where is the invoice?", "bob: the invoice is in the drawer");
    }

    var finding = acme.experts.on("fattura", acme.asker("kim"));

    assertThat(finding.experts()).extracting(each -> each.person().name()).containsExactly("bob");
    assertThat(finding.experts().getFirst().evidence())
        .extracting(Evidence::quote)
        .containsOnly("the invoice is in the drawer");
  }

  @Test
  void findsTheChannelWhereTheTopicIsAnswered() {
    acme.thread("general", 1, "ada: kafka is slow today");
    acme.thread("general", DAY, "eve: kafka is slow again");
    kafkaAnsweredByBob();

    assertThat(acme.experts.on("kafka", acme.asker("kim")).room())
        .extracting(Channel::name)
        .isEqualTo("dev");
  }

  @Test
  void findsTheChannelThatIsNamedForATopicOfWhichNobodySpoke() {
    acme.open("marketing");

    assertThat(acme.experts.on("marketing budget", acme.asker("kim")).room())
        .extracting(Channel::name)
        .isEqualTo("marketing");
  }

  @Test
  void sendsNobodyToAChannelThatIsNotInUse() {
    kafkaAnsweredByBob();
    acme.archived("dev");

    assertThat(acme.experts.on("kafka", acme.asker("kim")).room())
        .extracting(Channel::name)
        .isEqualTo("general");
  }

  @Test
  void stopsAtTheLimitAndRefusesMoreThanMayBeShown() {
    for (var day = 0; day < 2; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: kafka?",
          "bob: kafka",
          "eve: kafka",
          "kim: kafka",
          "lou: kafka");
    }

    assertThat(acme.experts.on("kafka", acme.nobody()).experts()).hasSize(3);
    assertThat(acme.experts.on("kafka", acme.nobody(), 4).experts()).hasSize(4);
    assertThatThrownBy(() -> acme.experts.on("kafka", acme.nobody(), 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 5");
  }

  @Test
  void leavesOutThoseFarBehindTheBest() {
    for (var day = 0; day < 12; day++) {
      acme.thread("dev", 1 + (day + 900) * DAY, "ada: kafka?", "bob: kafka is like that");
    }
    acme.thread("dev", 1, "ada: kafka?", "eve: kafka is like that");
    acme.thread("dev", DAY, "ada: kafka?", "eve: kafka is like that");

    assertThat(names("kafka", "kim")).containsExactly("bob");
  }

  @Test
  void isSureOfWhoAnsweredAgainAndAgain() {
    for (var day = 0; day < 4; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka?", "bob: kafka is like that");
    }

    assertThat(acme.experts.on("kafka", acme.nobody()).experts())
        .extracting(Expert::confidence)
        .containsExactly(Confidence.STRONG);
  }

  @Test
  void quotesTheMessageWithMostOfTheTopic() {
    acme.thread(
        "dev",
        1,
        "ada: how do I reset kafka offsets?",
        "bob: hm",
        "bob: reset the kafka offsets with the console",
        "bob: but this is a much longer message about the weather and lunch");
    acme.thread("dev", DAY, "ada: kafka offsets?", "bob: as last time, the kafka offsets");

    assertThat(acme.experts.on("kafka offsets", acme.asker("kim")).experts().getFirst().evidence())
        .extracting(Evidence::quote)
        .contains("reset the kafka offsets with the console");
  }

  @Test
  void prefersWhoAnsweredAgainAndAgainToWhoAnsweredOnceAndAsksALot() {
    kafkaAnsweredByBob();
    acme.thread("dev", 30 * DAY, "lou: any kafka news?", "eve: kafka brokers are fine");
    for (var day = 31; day < 34; day++) {
      acme.thread("dev", day * DAY, "eve: are the kafka brokers up?", "lou: hm");
    }

    assertThat(names("kafka", "kim")).containsExactly("bob", "eve");
  }

  @Test
  void hidesSecretsBeforeItCutsAQuote() {
    var card = "4111 1111 1111 1111";
    for (var day = 1; day < 3; day++) {
      acme.thread(
          "dev",
          day * DAY,
          "ada: kafka invoice?",
          "bob: kafka is paid " + "x".repeat(176) + " " + card + " and then some");
    }

    assertThat(acme.experts.on("kafka", acme.asker("kim")).experts().getFirst().evidence())
        .extracting(Evidence::quote)
        .allSatisfy(quote -> assertThat(quote).contains("kafka").doesNotContain("4111"));
  }

  private void kafkaAnsweredByBob() {
    acme.thread(
        "dev",
        1,
        "ada: how do I reset the offsets in kafka?",
        "bob: use the kafka console to reset the offsets");
    acme.thread(
        "dev", DAY, "eve: kafka brokers are full", "bob: kafka needs two more brokers for that");
    acme.thread("general", 2 * DAY, "kim: lunch at noon?", "lou: fine with me");
  }

  private void kafkaAnsweredByBobAndEve() {
    kafkaAnsweredByBob();
    acme.thread("dev", 3 * DAY, "ada: kafka brokers", "bob: kafka brokers", "eve: kafka brokers");
    acme.thread("dev", 4 * DAY, "ada: kafka money", "bob: kafka offsets", "eve: kafka money");
  }

  private List<String> names(String topic, String asker) {
    return acme.experts.on(topic, acme.asker(asker)).experts().stream()
        .map(each -> each.person().name())
        .toList();
  }

  private double score(String name, String asker) {
    return acme.experts.on("kafka", acme.asker(asker)).experts().stream()
        .filter(each -> each.person().name().equals(name))
        .mapToDouble(Expert::score)
        .sum();
  }
}
