package ponte.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command.Pace;
import ponte.conversation.PersonId;
import ponte.expert.Workspace;

class NewsTest {

  private static final PersonId KIM = Chat.person("kim");

  private final Workspace acme = new Workspace();
  private final News news = new News(acme.records, acme.clock);

  @Test
  void findsWhatIsNewBehindAllThatWasTold() {
    for (var number = 0; number < 250; number++) {
      var item = asked(number);
      news.add(KIM, item);
      if (number < 249) {
        news.tell(KIM, item, "earlier");
      }
    }

    assertThat(news.open(KIM, Pace.DAILY, "now")).containsExactly(asked(249));
    assertThat(news.all(KIM)).hasSize(250).extracting(News.Item::at).isSorted();
  }

  private News.Item asked(int number) {
    var message = Chat.in("dev").says(number, "ada", "is kafka down?").id();
    return new News.Item(
        message,
        Chat.person("ada"),
        null,
        "kafka",
        Pace.DAILY,
        Chat.START.plus(Duration.ofMinutes(number)),
        null);
  }
}
