package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Sowing.Shape;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class SowingsTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());
  private static final List<String> CHANNELS = List.of("ops", "general");

  private static Understanding understood(String text) {
    return GRAMMAR.understand(text, Language.ENGLISH, CHANNELS, LocalDate.of(2026, 3, 11));
  }

  private static Command command(String text) {
    return understood(text) instanceof Understood(var command, _) ? command : new Command.Help();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed",
        "what should we talk about?",
        "propose some discussions",
        "suggest topics",
        "semina",
        "proponi discussioni",
        "di cosa dovremmo parlare?",
        "di che parliamo questa settimana?"
      })
  void whatToTalkAboutIsAskedInManyWays(String text) {
    assertThat(command(text)).isEqualTo(new Command.Seed(new Sowing.Propose(null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed #ops",
        "seed in ops",
        "what should we talk about in #ops?",
        "suggest topics for #ops",
        "semina #ops",
        "proponi discussioni per #ops",
        "di cosa dovremmo parlare in #ops?"
      })
  void whatToTalkAboutInOneChannelIsAskedInManyWays(String text) {
    assertThat(command(text)).isEqualTo(new Command.Seed(new Sowing.Propose("ops")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seeds", "show the seeds", "semine", "quali discussioni sono in programma?"})
  void whatWasBegunIsAsked(String text) {
    assertThat(command(text)).isEqualTo(new Command.Seed(new Sowing.Overview()));
  }

  @ParameterizedTest
  @CsvSource({
    "rally,RALLY",
    "chiamata,RALLY",
    "poll,POLL",
    "sondaggio,POLL",
    "discussion,DISCUSSION",
    "discussione,DISCUSSION"
  })
  void whatIsToBeBegunStandsBehindTheChannelInHoweverManySentences(String word, Shape shape) {
    var text = "The build is red. Who can have a look? Monday / Tuesday";

    assertThat(command(word + " #ops: " + text))
        .isEqualTo(new Command.Seed(new Sowing.Idea("ops", shape, text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how do we seed the database?",
        "urgent question: who knows the payment gateway?",
        "poll results: who has them?"
      })
  void whatOnlySoundsLikeItIsAQuestionForColleagues(String text) {
    assertThat(command(text)).isInstanceOf(Command.WhoKnows.class);
  }

  @Test
  void seedingADatabaseIsNoWishForADiscussion() {
    assertThat(command("seed the database")).isNotInstanceOf(Command.Seed.class);
  }
}
