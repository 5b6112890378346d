package ponte.teams.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.InMemoryArchive;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.Message.Reaction;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.store.InMemoryRecords;
import tools.jackson.databind.node.ObjectNode;

class ChatMessagesTest {

  private static final ChannelId GENERAL = new ChannelId(FakeGraph.ACME, "19:general@thread.tacv2");
  private static final ChannelId BOARD = new ChannelId(FakeGraph.ACME, "19:board@thread.tacv2");
  private static final PersonId ANNA = person("8ea0e38b-efb3-4757-924a-5f94061cf8c2");
  private static final PersonId BRUNO = person("ef1c916a-3135-4417-ba27-8eb7bd084193");
  private static final PersonId DARIO = person("c0ffee00-0000-4000-8000-000000000002");

  private final Directory directory =
      new Directory(new InMemoryRecords(TestClock.at("2026-03-02T09:00:00Z")));
  private final ChatMessages messages = new ChatMessages(directory);

  @Test
  void readsWhatSomebodyWroteWithAllThatIsInIt() {
    directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("e1"),
                new Channel(
                    BOARD, "Field-Service-Board", Channel.Visibility.PRIVATE, "", "", false),
                Instant.EPOCH)));

    var message = posted(FakeGraph.read("message-rich"));

    assertThat(message.author()).isEqualTo(ANNA);
    assertThat(message.at()).isEqualTo("2026-03-01T09:00:00.123Z");
    assertThat(message.version()).isEqualTo("2026-03-01T09:30:00Z");
    assertThat(message.thread()).isEqualTo(new MessageId(GENERAL, "1772352000000"));
    assertThat(message.files()).containsExactly("cable.pdf");
    assertThat(message.text().mentions()).containsExactly(BRUNO);
    assertThat(message.text().spans())
        .contains(
            new Span.Quote(List.of(new Span.Plain("How long may the cable be?"))),
            new Span.ChannelLink(BOARD, "Field-Service-Board"),
            new Span.Broadcast("Field Service"),
            new Span.Code("RS-485"));
    assertThat(message.text().searchable()).startsWith("Inverters");
    assertThat(message.reactions())
        .containsExactly(
            new Reaction("+1", Set.of(BRUNO, DARIO)),
            new Reaction("white_check_mark", Set.of(BRUNO)));
  }

  @Test
  void knowsThatAMessageWasTakenBack() {
    var deleted =
        FakeGraph.read("message-rich")
            .replace("\"deletedDateTime\": null", "\"deletedDateTime\": \"2026-03-01T12:00:00Z\"");

    assertThat(event(deleted))
        .containsInstanceOf(Event.Talk.Deleted.class)
        .map(Event::at)
        .contains(Instant.parse("2026-03-01T12:00:00Z"));
  }

  @Test
  void knowsThatAMessageThatWasTakenBackIsThereAgain() {
    var deleted = Instant.parse("2026-03-01T12:00:00Z");
    var restored =
        FakeGraph.read("message-rich")
            .replace(
                "\"lastModifiedDateTime\": \"2026-03-01T10:00:00Z\"",
                "\"lastModifiedDateTime\": \"2026-03-01T12:30:00Z\"");

    var archive = new InMemoryArchive();
    var name = new MessageId(GENERAL, "1772355600123");
    archive.apply(List.of(new Event.Talk.Deleted(new EventId("deleted"), name, deleted)));
    archive.apply(List.of(event(restored).orElseThrow()));

    assertThat(
            archive.read(GENERAL, new TimeSpan(Instant.EPOCH, deleted), 10, Audience.of(GENERAL)))
        .hasSize(1);
  }

  @Test
  void readsTheWordsOfWhatWasForwardedAndTheNameOfAPieceOfCode() {
    var forwarded =
        attached(
            "forwardedMessageReference",
            "{\"originalMessageContent\":\"<p>Ask the <b>yard</b></p>\"}");
    var code =
        attached(
            "application/vnd.microsoft.card.codesnippet",
            "{\"name\":\"Inverter.java\",\"language\":\"Java\"}");

    assertThat(forwarded.text().spans())
        .contains(
            new Span.Quote(
                List.of(
                    new Span.Plain("Ask the "),
                    new Span.Styled(Style.BOLD, List.of(new Span.Plain("yard"))))));
    assertThat(code.text().spans()).contains(new Span.Code("Inverter.java"));
  }

  @Test
  void showsNobodyWhatWasBlocked() {
    var blocked =
        FakeGraph.read("message-rich")
            .replace(
                "\"subject\"",
                "\"policyViolation\": {\"dlpAction\": \"blockAccess\"}, \"subject\"");

    assertThat(event(blocked)).containsInstanceOf(Event.Talk.Deleted.class);
  }

  @Test
  void takesWhatTeamsItselfTellsForNothing() {
    var notice =
        FakeGraph.read("message-rich")
            .replace("\"messageType\": \"message\"", "\"messageType\": \"systemEventMessage\"");

    assertThat(event(notice)).isEmpty();
  }

  @Test
  void callsAProgramAsTheConnectorDoes() {
    var written =
        FakeGraph.read("message-rich")
            .replaceFirst(
                "\"from\": .*,\n",
                "\"from\": {\"user\": null, \"application\": {\"id\": \"b07\", \"displayName\":"
                    + " \"Bot\", \"applicationIdentityType\": \"bot\"}},\n");

    var message = posted(written);

    assertThat(message.author()).isEqualTo(person("28:b07"));
    assertThat(message.kind()).isEqualTo(Message.Kind.BOT);
  }

  @Test
  void readsNothingOfWhatIsNoMessage() {
    assertThat(event("{}")).isEmpty();
    assertThat(event("{\"id\":\"a/b\",\"messageType\":\"message\"}")).isEmpty();
    assertThat(event("{\"id\":\"x\",\"messageType\":\"message\",\"createdDateTime\":\"soon\"}"))
        .isEmpty();
  }

  private Optional<Event.Talk> event(String json) {
    return messages.event(GENERAL, FakeGraph.json(json));
  }

  private Message attached(String type, String content) {
    var message = (ObjectNode) FakeGraph.json(FakeGraph.read("message-rich"));
    message
        .putArray("attachments")
        .addObject()
        .put("id", "f1")
        .put("contentType", type)
        .put("content", content);
    return posted(message.toString());
  }

  private Message posted(String json) {
    return ((Event.Talk.Posted) event(json).orElseThrow()).content();
  }

  private static PersonId person(String id) {
    return new PersonId(FakeGraph.ACME, id);
  }
}
