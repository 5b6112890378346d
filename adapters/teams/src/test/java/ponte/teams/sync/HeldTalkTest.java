package ponte.teams.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.conversation.Channel;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;

class HeldTalkTest extends ReadingTeams {

  @BeforeEach
  void doesNotListenInOneChannel() {
    reading = reading(fake.graph(clock), Set.of("#Field-Service-Secret"));
    var id = new MessageId(PARTNER, "1772355600002");
    var message =
        new Message(
            id,
            ANNA,
            Message.Kind.TALK,
            NOW,
            null,
            RichText.plain("not for everybody"),
            List.of(),
            List.of(),
            NOW);
    new TeamsErrands(queue, references, clock)
        .held(PARTNER, List.of(new Event.Talk.Posted(new EventId("said"), message)));
    later();
    assertThat(messages(PARTNER)).isEmpty();
  }

  @Test
  void keepsWhatWasSaidOnceItIsKnownThatItMayListen() {
    isCalled("Field-Service-Open");
    later();

    assertThat(messages(PARTNER)).containsExactly("1772355600002");
  }

  @Test
  void dropsWhatWasSaidOnceItIsKnownThatItMayNotListen() {
    isCalled("field-service-secret");
    later();

    assertThat(messages(PARTNER)).isEmpty();
    assertThat(workOnce()).as("nothing waits").isFalse();
  }

  @Test
  void dropsAfterADayWhatNobodyNames() {
    clock.advance(Duration.ofDays(1));
    work();
    isCalled("Field-Service-Open");
    later();

    assertThat(messages(PARTNER)).isEmpty();
  }

  private void later() {
    clock.advance(Duration.ofSeconds(30));
    work();
  }

  private void isCalled(String name) {
    directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("named"),
                new Channel(PARTNER, name, Channel.Visibility.PRIVATE, "", "", false),
                clock.instant())));
  }
}
