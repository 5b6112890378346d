package ponte.listening;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command.Period;
import ponte.command.Sounding;
import ponte.consent.Preference.Standing;
import ponte.conversation.Audience;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Texts;

/** Questions that come back, topics without anybody for them, and words that are new. */
class QuestionsHeardTest {

  private final Village village = new Village().withEverydayTalk();

  private List<RecurringQuestion> recurring() {
    return village.ears().recurring().over(village.everybody(), Village.SPAN, List.of());
  }

  private void askAgainAndAgain() {
    var first =
        village.says(village.dev, 1, "ada", "How do I renew the VPN certificate on my laptop?");
    village.replies(
        village.dev, first, 5, "ben", "You renew the VPN certificate in the self-service portal.");
    village.replies(village.dev, first, 9, "ada", "Thanks, that works.");
    var second =
        village.says(village.ops, 12, "cleo", "Where can I renew the VPN certificate of a laptop?");
    village.replies(
        village.ops, second, 5, "ben", "The portal renews the VPN certificate of your laptop.");
    village.says(village.dev, 25, "dan", "Does anybody know how to renew the VPN certificate?");
  }

  @Test
  void aQuestionComesBackThatSeveralAskInTheirOwnWords() {
    askAgainAndAgain();

    var question = recurring().getFirst();

    assertThat(question.times()).isEqualTo(3);
    assertThat(question.people()).isEqualTo(3);
    assertThat(question.unanswered()).isEqualTo(1);
    assertThat(requireNonNull(question.answers().getFirst().outcome()).text().searchable())
        .contains("self-service portal");
  }

  @Test
  void whatWasAskedInOneWeekOnlyDoesNotComeBack() {
    for (var person : List.of("ada", "cleo", "dan")) {
      village.says(village.dev, 3, person, "How do I renew the VPN certificate on my laptop?");
    }

    assertThat(recurring()).isEmpty();
  }

  @Test
  void whoAsksBackInTheSameTalkDoesNotAskItAgain() {
    village.says(village.dev, 1, "ada", "How do I renew the VPN certificate on my laptop?");
    village.says(village.dev, 20, "cleo", "Where can I renew the VPN certificate of a laptop?");
    village.says(village.dev, 20, "dan", "Did you renew the VPN certificate on the laptop itself?");

    assertThat(recurring()).isEmpty();
  }

  @Test
  void whatOneAsksAgainAndAgainDoesNotCount() {
    for (int day : List.of(1, 9, 20)) {
      village.says(village.dev, day, "ada", "How do I renew the VPN certificate on my laptop?");
    }

    assertThat(recurring()).isEmpty();
  }

  @Test
  void questionsOfWhoOptedOutDoNotCount() {
    askAgainAndAgain();
    village.preferences.change(Chat.person("dan"), each -> each.with(Standing.OUT));

    assertThat(recurring()).isEmpty();
  }

  @Test
  void whoOptedOutOrLeftHasAnsweredNevertheless() {
    askAgainAndAgain();
    askAboutTerraform(4);
    for (int day = 1; day < 20; day++) {
      var question = village.says(village.ops, day, "ada", "Where is the room for the meeting?");
      village.replies(village.ops, question, 3, "cleo", "On the second floor.");
    }
    village.preferences.change(Chat.person("ben"), each -> each.with(Standing.OUT));

    assertThat(recurring())
        .filteredOn(each -> each.question().text().searchable().contains("VPN"))
        .extracting(RecurringQuestion::unanswered)
        .containsExactly(1);
    assertThat(risks()).isEmpty();
  }

  @Test
  void questionsOfOtherChannelsDoNotCount() {
    askAgainAndAgain();

    assertThat(
            village
                .ears()
                .recurring()
                .over(new Audience(Set.of(village.dev.channel())), Village.SPAN, List.of()))
        .isEmpty();
  }

  @Test
  void aPageOfThemHasAnswersAndLinksAndNamesNobody() {
    askAgainAndAgain();

    assertThat(page())
        .startsWith("# Frequently asked questions\n\n## ")
        .contains(
            "renew the VPN certificate", "self-service portal", "](<https://chat.example.org/")
        .doesNotContain("ada", "ben", "cleo", "dan");
  }

  private String page() {
    return village
        .desk()
        .faq(
            Texts.in(Language.ENGLISH),
            ZoneOffset.UTC,
            message -> Optional.of("https://chat.example.org/" + message.value()))
        .page(recurring());
  }

  private void askWhoResetsThePassword() {
    village.withColleague("giulia", "Giulia Bianchi");
    int day = 1;
    for (var person : List.of("ada", "ben", "cleo", "dan")) {
      var question =
          village.says(
              village.dev, day, person, "How do I reset the password of the staging database?");
      village.replies(
          village.dev,
          question,
          5,
          "finn",
          "Giulia Bianchi resets the password of the staging database, write to @Giulia Bianchi.");
      village.replies(village.dev, question, 9, person, "Thanks, that works.");
      day += 8;
    }
  }

  @Test
  void aColleagueIsSomebodyOnThatPage() {
    askWhoResetsThePassword();

    assertThat(page())
        .contains("somebody resets the password of the staging database, write to somebody.")
        .doesNotContain("Giulia", "Bianchi");
  }

  @Test
  void whatNamesSomebodyWhoOptedOutIsNotOnThatPage() {
    askWhoResetsThePassword();
    village.preferences.change(Chat.person("giulia"), each -> each.with(Standing.OUT));

    assertThat(page())
        .contains("How do I reset the password")
        .contains("No answer that can stand alone")
        .doesNotContain("Giulia", "resets the password");
  }

  private List<Risk> risks() {
    return village.ears().risks().over(village.everybody(), Village.SPAN, List.of());
  }

  private void askAboutTerraform(int answered) {
    var people = List.of("ada", "cleo", "dan", "eve");
    for (int i = 0; i < people.size(); i++) {
      var question =
          village.says(
              village.dev,
              2 + 5 * i,
              people.get(i),
              List.of(
                      "How do I import a bucket into Terraform?",
                      "Can we pin the version of Terraform?",
                      "Why is the plan of Terraform empty?",
                      "Where is the state of Terraform kept?")
                  .get(i));
      if (i < answered) {
        village.replies(village.dev, question, 5, "ben", "Terraform imports it by its id.");
      }
    }
  }

  @Test
  void aTopicIsAtRiskThatOnePersonAnswersFor() {
    askAboutTerraform(4);

    assertThat(risks())
        .singleElement()
        .satisfies(
            risk -> {
              assertThat(risk.topic()).isEqualTo("Terraform");
              assertThat(risk.answered()).isEqualTo(Risk.Answered.BY_ONE);
              assertThat(risk.askers()).isEqualTo(4);
              assertThat(risk.asked())
                  .noneMatch(quote -> quote.author().equals(Chat.person("ben")));
            });
  }

  @Test
  void aTopicIsAtRiskThatNobodyAnswersForWhereOthersAreAnswered() {
    askAboutTerraform(0);
    for (int day = 1; day < 20; day++) {
      var question = village.says(village.ops, day, "ada", "Where is the room for the meeting?");
      village.replies(village.ops, question, 3, "cleo", "On the second floor.");
    }

    assertThat(risks())
        .extracting(Risk::topic, Risk::answered)
        .containsExactly(tuple("Terraform", Risk.Answered.BY_NOBODY));
  }

  @Test
  void aTopicIsNotAtRiskThatSeveralAnswerFor() {
    askAboutTerraform(2);
    for (int day : List.of(8, 15)) {
      var question = village.says(village.dev, day, "finn", "Is Terraform on the build server?");
      village.replies(village.dev, question, 5, "cleo", "Terraform is there since yesterday.");
    }

    assertThat(risks()).isEmpty();
  }

  @Test
  void onlyCommunityManagersSeeWhatIsAtRiskAndNoNameInIt() {
    askAboutTerraform(4);
    village.withColleague("finn", "Finn").withColleague("eve", "Eve");
    var desk = village.desk();

    var manager = desk.take(new Sounding.AtRisk(null), asker("finn")).toString();

    assertThat(manager)
        .contains("Terraform: one colleague answers nearly always")
        .doesNotContain("ben");
    assertThat(desk.take(new Sounding.AtRisk(null), asker("eve")).blocks())
        .noneMatch(Block.Listing.class::isInstance);
  }

  private Asker asker(String name) {
    return new Asker(Chat.person(name), village.everybody(), Language.ENGLISH, ZoneOffset.UTC);
  }

  private List<String> newWords() {
    return village.ears().newWords(village.everybody(), Village.SPAN, List.of()).stream()
        .map(NewWord::word)
        .toList();
  }

  private void useFluxcapper(int day) {
    village.says(village.dev, day, "ada", "The Fluxcapper is down again.");
    village.says(village.ops, day + 1, "ben", "Who has the key of the Fluxcapper?");
    village.says(village.dev, day + 4, "cleo", "I painted the Fluxcapper green.");
  }

  @Test
  void aWordIsNewThatNobodyUsedBefore() {
    useFluxcapper(3);

    assertThat(newWords()).containsExactly("Fluxcapper");
  }

  @Test
  void aWordIsNotNewThatSomebodyUsedLongBefore() {
    useFluxcapper(3);
    village.says(village.dev, -200, "dan", "We bought a Fluxcapper.");

    assertThat(newWords()).isEmpty();
  }

  @Test
  void aSpanThatLiesAheadEndsNow() {
    var desk = village.desk();

    var span = desk.span(new Period.LastDays(7), ZoneOffset.UTC);
    var today =
        desk.span(
            new Period.Dates(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30)), ZoneOffset.UTC);

    assertThat(span.until()).isEqualTo(village.clock.instant());
    assertThat(today.until()).isEqualTo(village.clock.instant());
  }
}
