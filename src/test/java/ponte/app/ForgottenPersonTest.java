package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.store.Entry;
import ponte.store.Stored;

/** What is left of a person on the disk once they are forgotten. */
class ForgottenPersonTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final WorkspaceId ACME = new WorkspaceId("T1");
  private static final PersonId GONE = new PersonId(ACME, "U77XANTH");
  private static final PersonId STAYS = new PersonId(ACME, "U2");
  private static final ChannelId DEV = new ChannelId(ACME, "C1");

  /** What the person said, wanted or is called. */
  private static final List<String> WORDS =
      List.of("quokkafication", "zorbing", "Xanthippe", "xanthippe@acme.org", "wombatology");

  /** Where the id of somebody who is never to be named stays, and where they are. */
  private static final Set<String> KEEPING_THE_ID =
      Set.of("preferences", "directory-people", "directory-members");

  private final Path data;
  private int messages;

  ForgottenPersonTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void isTheirIdAndThatTheyAreNotNamed() throws InterruptedException {
    try (var ponte = Replica.open(data, Demo.SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC))) {
      lives(ponte);
      assertThat(stored(ponte)).anyMatch(each -> each.contains("zorbing"));
      assertThat(filesWith(data.resolve("archive"), "quokkafication")).isNotEmpty();

      asks(ponte, new Command.ConfirmForget());
      ponte.ponte().sweep().expunge();

      assertThat(stored(ponte))
          .allSatisfy(each -> assertThat(each).doesNotContain(WORDS.toArray(String[]::new)));
      assertThat(kindsWith(ponte, GONE.value())).isSubsetOf(KEEPING_THE_ID);
    }
    for (var word : WORDS) {
      assertThat(filesWith(data.resolve("archive"), word)).as(word).isEmpty();
    }
    assertThat(filesWith(data.resolve("archive"), GONE.value())).isEmpty();
  }

  private void lives(Replica ponte) throws InterruptedException {
    var at = NOW.minus(Duration.ofDays(9));
    var dev = new Channel(DEV, "dev", Visibility.PUBLIC, "", "", false);
    ponte
        .directory()
        .apply(
            List.of(
                person(GONE, "Xanthippe", "xanthippe@acme.org", at),
                person(STAYS, "Bob", "bob@acme.org", at),
                new Event.Roster.ChannelChanged(new EventId("dev"), dev, at),
                new Event.Roster.MembersListed(
                    new EventId("in dev"), DEV, Set.of(GONE, STAYS), at)));
    hear(
        ponte,
        says(STAYS, "how does the quorum of the broker work?", null),
        says(GONE, "the quokkafication of the broker is done by the quorum", "1"),
        says(STAYS, "thanks, the broker works", "1"));
    hear(
        ponte,
        new Event.Talk.Reacted(
            new EventId("liked"), new MessageId(DEV, "1"), GONE, "wombatology", NOW));
    for (var text :
        List.of(
            "add topic zorbing",
            "hide topic wombatology",
            "follow quokkafication",
            "my digest every day at 8:30",
            "quiet hours 19:00-08:00",
            "opt in",
            "who knows about quokkafication?",
            "export my data")) {
      ponte.bot().reply(asker(ponte), text, text);
    }
    asks(ponte, new Command.Strike(new MessageId(DEV, "2")));
    buried(ponte);
  }

  /** Something of theirs that could never be taken in. */
  private static void buried(Replica ponte) {
    var payload = "{\"events\":[{\"by\":\"" + GONE + "\",\"text\":\"quokkafication\"}]}";
    ponte.queue().add(List.of(new Entry("requests", "", "broken", payload, NOW)));
    ponte
        .queue()
        .lease("requests", "broken", Duration.ofMinutes(1))
        .ifPresent(lease -> ponte.queue().bury(lease, "cannot be read"));
    assertThat(ponte.deadLetters().piles()).hasSize(1);
  }

  private static void hear(Replica ponte, Event.Talk... talk) throws InterruptedException {
    ponte.inbox().hear(DEV.toString(), talk[0].id().value(), List.of(talk));
    try (var listening = ponte.listening()) {
      listening.start();
      while (ponte.inbox().backlog() > 0) {
        ponte.pause().pause(Duration.ofMillis(10));
      }
    }
  }

  private Event.Talk says(PersonId author, String text, @Nullable String thread) {
    var id = new MessageId(DEV, String.valueOf(++messages));
    var at = NOW.minus(Duration.ofDays(2)).plusSeconds(60L * messages);
    return new Event.Talk.Posted(
        new EventId("said " + messages),
        new Message(
            id,
            author,
            Message.Kind.TALK,
            at,
            thread == null ? null : new MessageId(DEV, thread),
            RichText.of(new Span.Plain(text)),
            List.of(),
            List.of(),
            at));
  }

  private static Event.Roster person(PersonId id, String name, String email, Instant at) {
    return new Event.Roster.PersonChanged(
        new EventId("is " + name),
        new Person(
            id, name, name, "", email, ZoneOffset.UTC, Language.ENGLISH, Person.Standing.ACTIVE),
        at);
  }

  private static Asker asker(Replica ponte) {
    var audience = ponte.directory().audienceOf(GONE);
    return new Asker(GONE, audience, Language.ENGLISH, ZoneOffset.UTC);
  }

  private static void asks(Replica ponte, Command command) {
    ponte.bot().reply(asker(ponte), command, command.toString());
  }

  private static List<String> stored(Replica ponte) {
    try (var everything = ponte.storage().state().everything()) {
      return everything.map(Object::toString).toList();
    }
  }

  private static List<String> kindsWith(Replica ponte, String id) {
    try (var everything = ponte.storage().state().everything()) {
      return everything
          .filter(each -> each.toString().contains(id))
          .map(
              each ->
                  each instanceof Stored.Kept kept
                      ? kept.document().key().partition().kind()
                      : each.toString())
          .distinct()
          .toList();
    }
  }

  private static List<Path> filesWith(Path directory, String word) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> has(file, word)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(Path file, String word) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
