package ponte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.conversation.EventId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.home.Chronicle.Line;
import ponte.home.Chronicle.Speaker;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.store.InMemoryRecords;

/** The chat of the console, as it stands in the file of somebody's data. */
class ChatChronicleTest {

  private static final Instant NOW = Instant.parse("2026-03-23T09:00:00Z");
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final Chats chats = new Chats(records, clock);

  @Test
  void isInWordsAndHasNoFileInIt() {
    var ada = Solfalda.ADA.id();
    chats.append(ada, "a", new ChatEntry.Said(new EventId("r"), "export my data", NOW));
    var reply =
        new Reply(
            Language.ENGLISH,
            List.of(
                new Block.Paragraph(
                    RichText.of(new Span.Plain("Ask "), new Span.Mention(Solfalda.BRUNO.id()))),
                new Block.File("my-data.html", "All I keep about you", "<html>of before</html>")));
    chats.append(ada, "b", new ChatEntry.Replied(new EventId("r"), reply, Set.of(), Set.of(), NOW));

    assertThat(new ChatChronicle(chats, new Directory(records)).of(ada))
        .containsExactly(
            new Line(NOW, Speaker.PERSON, "export my data"),
            new Line(
                NOW,
                Speaker.PONTE,
                "Ask @" + Solfalda.BRUNO.id().value() + "\nAll I keep about you"));
    assertThat(new ChatChronicle(chats, new Directory(records)).of(Solfalda.BRUNO.id())).isEmpty();
  }
}
