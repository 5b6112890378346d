package ponte.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.platform.WrittenSource.ADA;
import static ponte.platform.WrittenSource.BEN;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;

class ShiftedSourceTest {

  private static final ChannelId DEV = WrittenSource.channel("dev");
  private static final Instant ROOT = Instant.parse("2026-02-27T09:00:00.000100Z");
  private static final Instant REPLY = Instant.parse("2026-02-27T09:05:00Z");
  private static final Instant END = Instant.parse("2026-02-27T10:00:00Z");

  private static WrittenSource source() {
    return new WrittenSource(END)
        .say("dev", ADA, ROOT, "Who knows Kafka?")
        .say("dev", BEN, REPLY, ROOT, "I do");
  }

  private static List<Talk> read(Source source) {
    var read = new ArrayList<Talk>();
    source.history(DEV, read::addAll);
    return read;
  }

  @Test
  void movesMessagesByWholeDaysAndKeepsThreadsTogether() {
    var read = read(new ShiftedSource(source(), 3));

    var root = ((Talk.Posted) read.get(0)).content();
    var reply = ((Talk.Posted) read.get(1)).content();
    assertThat(root.at()).isEqualTo("2026-03-02T09:00:00.000100Z");
    assertThat(reply.at()).isEqualTo("2026-03-02T09:05:00Z");
    assertThat(reply.thread()).isEqualTo(root.id());
    assertThat(root.id()).isEqualTo(new MessageId(DEV, ROOT.toString()));
  }

  @Test
  void movesEditsDeletionsAndReactions() {
    var posted = (Talk.Posted) read(source()).getFirst();
    var id = new EventId("e");
    var source =
        new WrittenSource(END)
            .add(DEV, new Talk.Edited(id, posted.content()))
            .add(DEV, new Talk.Deleted(id, posted.message(), END))
            .add(DEV, new Talk.Reacted(id, posted.message(), BEN, "tada", END))
            .add(DEV, new Talk.Unreacted(id, posted.message(), BEN, "tada", END));

    assertThat(read(new ShiftedSource(source, -1)))
        .extracting(Talk::at)
        .containsExactly(
            Instant.parse("2026-02-26T09:00:00.000100Z"),
            Instant.parse("2026-02-26T10:00:00Z"),
            Instant.parse("2026-02-26T10:00:00Z"),
            Instant.parse("2026-02-26T10:00:00Z"));
  }

  @Test
  void leavesEverythingButTimesAlone() {
    var source = source();
    var shifted = new ShiftedSource(source, 10);

    assertThat(shifted.workspace()).isEqualTo(source.workspace());
    assertThat(shifted.people()).isEqualTo(source.people());
    assertThat(shifted.channels()).isEqualTo(source.channels());
    assertThat(shifted.members(DEV)).isEqualTo(source.members(DEV));
    assertThat(shifted.messages()).isEqualTo(2);
    assertThat(read(shifted)).extracting(Talk::id).isEqualTo(ids(source));
  }

  private static List<EventId> ids(Source source) {
    return read(source).stream().map(Talk::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-27T10:00:00Z, 2026-02-27T10:00:00Z",
    "2026-02-27T10:00:01Z, 2026-02-27T10:00:00Z",
    "2026-03-06T09:59:59Z, 2026-02-27T10:00:00Z",
    "2026-03-06T10:00:00Z, 2026-03-06T10:00:00Z",
    "2027-01-01T00:00:00Z, 2026-12-25T10:00:00Z",
    "2026-02-01T00:00:00Z, 2026-01-30T10:00:00Z"
  })
  void endsInTheWeekBeforeNowAndOnTheSameDayOfTheWeek(Instant now, Instant end) {
    var shifted = ShiftedSource.endingBefore(source(), now);

    assertThat(shifted.asOf()).isEqualTo(end);
    assertThat(shifted.asOf().atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
  }
}
