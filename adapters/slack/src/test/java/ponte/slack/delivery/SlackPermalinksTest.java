package ponte.slack.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.platform.Permalinks;
import ponte.slack.api.FakeSlack;

class SlackPermalinksTest {

  private static final MessageId HERE =
      new MessageId(new ChannelId(FakeSlack.ACME, "C1"), "1772442000.000100");
  private static final MessageId ELSEWHERE =
      new MessageId(new ChannelId(new WorkspaceId("tenant"), "19:a@thread.tacv2"), "1");

  private final FakeSlack slack = new FakeSlack();
  private final SlackPermalinks permalinks = new SlackPermalinks(slack.installations());

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void leaveOutTheDotOfTheTime() {
    assertThat(permalinks.of(HERE).orElseThrow()).endsWith("/archives/C1/p1772442000000100");
  }

  @Test
  void leaveWhatWasWrittenOnAnotherPlatformToIt() {
    Permalinks other = message -> Optional.of("https://elsewhere.example.org/" + message.value());

    assertThat(permalinks.of(ELSEWHERE)).isEmpty();
    assertThat(Permalinks.all(List.of(permalinks, other)).of(ELSEWHERE))
        .contains("https://elsewhere.example.org/1");
    assertThat(Permalinks.all(List.of(permalinks, other)).of(HERE)).isEqualTo(permalinks.of(HERE));
  }
}
