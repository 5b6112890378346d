package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.Message;

class RecurringQuestionsTest {

  private final Town town = new Town();

  RecurringQuestionsTest() {
    town.withEverydayTalk(town.dev, 40, 1);
  }

  private Message asks(int daysAgo, String author, String text) {
    return town.says(town.dev, daysAgo, author, text);
  }

  private List<Proposal> proposed() {
    return new RecurringQuestions(
            town.ears().recurring(), town.acme.archive, town.acme.directory, town.subjects())
        .in(town.scene());
  }

  private static final String FIRST =
      "How do I renew the certificate of the Vega gateway before it expires?";
  private static final String SECOND =
      "Where can I renew the expired certificate for the Vega gateway?";
  private static final String THIRD = "How can I renew a certificate on the Vega gateway?";

  @Test
  void whatThreeAskedInSomeWeeksIsAsked() {
    asks(25, "ada", FIRST);
    asks(14, "ben", SECOND);
    asks(4, "cleo", THIRD);

    assertThat(proposed())
        .singleElement()
        .satisfies(
            each -> assertThat(each.reason()).isInstanceOf(Reason.Circling.class),
            each -> assertThat(each.reason().sources()).hasSize(3));
  }

  @Test
  void whatTwoAskedIsNot() {
    asks(25, "ada", FIRST);
    asks(14, "ben", SECOND);
    asks(4, "ada", THIRD);

    assertThat(proposed()).isEmpty();
  }

  @Test
  void whatOneOfThemAskedLongAgoIsNot() {
    asks(32, "ada", FIRST);
    asks(14, "ben", SECOND);
    asks(4, "cleo", THIRD);

    assertThat(proposed()).isEmpty();
  }

  @Test
  void differentQuestionsOnOneToolAreNot() {
    asks(25, "ada", FIRST);
    asks(14, "ben", "Is there a dark theme for the dashboard of the Vega gateway?");
    asks(4, "cleo", "Who pays the licence of the Vega gateway next year?");

    assertThat(proposed()).isEmpty();
  }

  @Test
  void whatOneOfThemHasAnAnswerToIsNot() {
    asks(25, "ada", FIRST);
    asks(14, "ben", SECOND);
    var asked = asks(4, "cleo", THIRD);
    town.replies(
        town.dev, asked, "dan", "Run the renewal job of the gateway, it writes a new certificate.");
    town.replies(town.dev, asked, "cleo", "That worked, thanks!");

    assertThat(proposed()).isEmpty();
  }
}
