package ponte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Quote;
import ponte.listening.NewWord;
import ponte.listening.RecurringQuestion;
import ponte.listening.Risk;
import ponte.listening.Trend;
import ponte.reply.InWords;
import ponte.store.InMemoryRecords;

class TrendsPagesTest {

  private static final String HOSTILE = "<script>alert('1')</script>\" onmouseover=\"x";

  private final Pages pages = new Pages();
  private final Reader reader =
      Solfalda.reader(Solfalda.ADA, new InMemoryRecords(TestClock.at(Solfalda.MORNING)));
  private final InWords names = new InWords(_ -> HOSTILE, _ -> "");

  private static Quote quote(String text) {
    return new Quote(
        new MessageId(Solfalda.OPEN.id(), "1.5"),
        Solfalda.BRUNO.id(),
        Solfalda.MORNING,
        RichText.plain(text));
  }

  private String trends(String text) {
    return pages.trends(
        new TrendsPage(
            reader,
            names,
            List.of(Solfalda.OPEN),
            Solfalda.OPEN,
            28,
            TimeSpan.before(Solfalda.MORNING, Duration.ofDays(28)),
            List.of(
                new Trend(
                    text,
                    List.of(),
                    Trend.Direction.RISING,
                    2.5,
                    0.5,
                    10,
                    5,
                    4,
                    List.of(Solfalda.OPEN.id()),
                    List.of(0, 1, 1, 0, 2, 3, 1, 4),
                    17,
                    List.of(quote(text)),
                    List.of())),
            List.of(
                new NewWord(
                    text,
                    Solfalda.MORNING,
                    3,
                    List.of(Solfalda.OPEN.id()),
                    List.of(quote(text))))));
  }

  @Test
  void tellsTheWeeksOfATopicToThoseWhoCannotSeeThem() {
    assertThat(trends("Pulsar cluster"))
        .contains(
            "aria-label=\"Mentions of each week, the oldest first: 0, 1, 1, 0, 2, 3, 1, 4\"",
            "<th scope=\"row\">Pulsar cluster",
            ">2.5</td>",
            "<option value=\"" + Solfalda.OPEN.id() + "\" selected>")
        .containsPattern("<rect x=\"56\" y=\"0\" width=\"6\" height=\"24\"");
  }

  @Test
  void showsNoRisksToWhoMayNotSeeThem() {
    var all =
        List.of(
            new Risk(
                "Terraform", Risk.Answered.BY_ONE, 4, 3, 1, Instant.EPOCH, List.of(), List.of()));

    assertThat(pages.questions(new QuestionsPage(reader, names, List.of(), all)))
        .contains("Terraform: who else would like to learn about it?");
    assertThat(pages.questions(new QuestionsPage(reader, names, List.of(), null)))
        .doesNotContain("Knowledge at risk");
  }

  @Test
  void letsNoHostileTextThrough() {
    var question =
        new RecurringQuestion(
            quote(HOSTILE),
            3,
            3,
            1,
            Solfalda.MORNING,
            Solfalda.MORNING,
            List.of(Solfalda.OPEN.id()),
            List.of(),
            List.of());
    var risk =
        new Risk(
            HOSTILE,
            Risk.Answered.BY_NOBODY,
            3,
            3,
            3,
            Instant.EPOCH,
            List.of(),
            List.of(quote(HOSTILE)));

    for (var html :
        List.of(
            trends(HOSTILE),
            pages.questions(new QuestionsPage(reader, names, List.of(question), List.of(risk))))) {
      assertThat(html)
          .contains("&lt;script&gt;alert(")
          .doesNotContain("<script>alert", "\" onmouseover=\"x\"");
    }
  }
}
