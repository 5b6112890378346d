package ponte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;
import ponte.platform.Destination;

class CodecTest {

  private static final WorkspaceId TEAM = new WorkspaceId("T1");
  private static final ChannelId CHANNEL = new ChannelId(TEAM, "C1");
  private static final PersonId ADA = new PersonId(TEAM, "U1");

  @Test
  void readsAButtonThatWasDrawnBeforeItCouldCarryMore() {
    assertThat(
            Codec.read(
                """
                {"is":"NotRight","person":"T1/U1","topic":"kafka"}""",
                Command.class))
        .isEqualTo(new Command.NotRight(ADA, "kafka", null));
  }

  @Test
  void readsBackAnEventWithEveryKindOfText() {
    var text =
        RichText.of(
            new Span.Plain("ciao "),
            new Span.Mention(ADA),
            new Span.Broadcast("here"),
            new Span.ChannelLink(CHANNEL, "dev"),
            new Span.Link("https://example.org", "docs"),
            new Span.Code("a < b"),
            new Span.CodeBlock("x\ny"),
            new Span.Emoji("tada"),
            new Span.Quote(List.of(new Span.Plain("said"))),
            new Span.Styled(RichText.Style.BOLD, List.of(new Span.Plain("bold"))));
    var id = new MessageId(CHANNEL, "1.2");
    Event event =
        new Event.Talk.Posted(
            new EventId("e1"),
            new Message(
                id,
                ADA,
                Message.Kind.TALK,
                Instant.EPOCH,
                null,
                text,
                List.of("plan.pdf"),
                List.of(new Message.Reaction("tada", Set.of(ADA))),
                Instant.EPOCH.plusMillis(5)));

    assertThat(Codec.read(Codec.write(event), Event.class)).isEqualTo(event);
  }

  @Test
  void writesIdsAsTheirWrittenForm() {
    assertThat(Codec.write(new Command.Introduce(ADA, "kafka")))
        .isEqualTo("{\"is\":\"Introduce\",\"person\":\"T1/U1\",\"topic\":\"kafka\"}");
  }

  @Test
  void readsBackNestedSealedCases() {
    Command command =
        new Command.Digest(
            "dev", new Command.Period.Dates(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1)));

    assertThat(Codec.read(Codec.write(command), Command.class)).isEqualTo(command);
  }

  @Test
  void readsWhatAVersionBeforeStored() {
    var before = "{\"is\":\"Answer\",\"request\":\"e1\",\"person\":\"T1/U1\"}";

    assertThat(Codec.read(before, Destination.class))
        .isEqualTo(new Destination.Answer(new EventId("e1"), new PersonId(TEAM, "U1"), null, null));
  }

  @Test
  void givesEqualValuesOneStoredForm() {
    var people =
        IntStream.range(0, 20)
            .mapToObj(i -> new PersonId(TEAM, "U" + (char) ('A' + i)))
            .collect(Collectors.toSet());

    assertThat(Codec.write(new Message.Reaction("tada", people)))
        .contains("[\"T1/UA\",\"T1/UB\",\"T1/UC\",\"T1/UD\"");
  }

  @Test
  void refusesWhatIsNoStoredForm() {
    assertThatThrownBy(() -> Codec.read("{\"is\":\"Nonsense\"}", Command.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Command");
  }
}
