package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ponte.archive.Conversations;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;

/** Which texts, each by itself, are followed as questions to the room, and which people marked. */
final class AskedOfRoom {

  private static final WorkspaceId SET = new WorkspaceId("set");
  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

  private AskedOfRoom() {}

  static String of(Path file) throws IOException {
    var set = AskingSet.read(file);
    try (var work = WorkDirectory.create("ponte-nudges");
        var state = MvStoreState.open(work.path().resolve("state.mv"), Clock.systemUTC());
        var archive =
            LuceneArchive.open(
                work.path().resolve("archive"), Nlp.shared(), Conversations.Rules.DEFAULT)) {
      var messages = new ArrayList<Talk.Posted>();
      for (var said : set.said()) {
        messages.add(posted(messages.size(), said.text()));
      }
      archive.apply(messages);
      var questions =
          Trials.digests(
                  archive,
                  new Directory(state.records()),
                  state.records(),
                  Nlp.shared(),
                  Clock.fixed(AT, ZoneOffset.UTC))
              .questions();
      var right = 0;
      var found = 0;
      for (var i = 0; i < messages.size(); i++) {
        var message = messages.get(i).content();
        if (questions.mayAsk(message)
            && questions.of(message.id()) instanceof Questions.State.Open) {
          found++;
          right += set.said().get(i).asks() ? 1 : 0;
        }
      }
      return String.format(
          Locale.ROOT,
          "data: %s, %,d texts, %,d ask; followed %,d, of which %s ask; %.1f %% of those that ask",
          file.getFileName(),
          set.said().size(),
          set.questions().count(),
          found,
          set.complete() ? String.format(Locale.ROOT, "%.1f %%", 100.0 * right / found) : "-",
          100.0 * right / Math.max(1, set.questions().count()));
    }
  }

  private static Talk.Posted posted(int number, String text) {
    var id = new MessageId(new ChannelId(SET, "c" + number), "m");
    return new Talk.Posted(
        new EventId("set:" + number),
        new Message(
            id,
            new PersonId(SET, "somebody"),
            Message.Kind.TALK,
            AT,
            null,
            RichText.plain(text),
            List.of(),
            List.of(),
            AT));
  }
}
