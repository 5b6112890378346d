package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ponte.archive.Conversations;
import ponte.bot.Import;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.reply.InWords;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/**
 * An export with stores of its own, gone when it is closed. People and channels are known from the
 * beginning; what was said is yet to be read in.
 */
final class OpenedExport implements AutoCloseable {

  private final WorkDirectory work;
  private final SlackExport source;
  private final MvStoreState state;
  private final LuceneArchive archive;
  private final Directory directory;
  private final Nlp nlp;

  private OpenedExport(Path export, Nlp nlp, Clock clock) throws IOException {
    this.nlp = nlp;
    this.work = WorkDirectory.create("ponte-bench");
    this.source = SlackExport.open(export, Limits.DEFAULT);
    this.state = MvStoreState.open(work.path().resolve("state.mv"), clock);
    this.archive =
        LuceneArchive.open(work.path().resolve("archive"), nlp, Conversations.Rules.DEFAULT);
    this.directory = new Directory(state.records());
    directory.apply(Import.roster(source));
  }

  static OpenedExport of(Path export) throws IOException {
    return of(export, Nlp.shared(), Clock.systemUTC());
  }

  static OpenedExport of(Path export, Nlp nlp, Clock clock) throws IOException {
    return new OpenedExport(export, nlp, clock);
  }

  /** Reads in all that was said. */
  OpenedExport read() {
    archive.apply(replay().all());
    return this;
  }

  Replay replay() {
    return Replay.of(source);
  }

  SlackExport source() {
    return source;
  }

  MvStoreState state() {
    return state;
  }

  LuceneArchive archive() {
    return archive;
  }

  Directory directory() {
    return directory;
  }

  Nlp nlp() {
    return nlp;
  }

  /** Makes digests by the usual rules. */
  Digests digests(Clock clock) {
    return Trials.digests(archive, directory, state.records(), nlp, clock);
  }

  String name(PersonId person) {
    return directory.person(person).map(Person::name).orElse(person.value());
  }

  String name(ChannelId channel) {
    return "#" + directory.channel(channel).map(Channel::name).orElse(channel.value());
  }

  InWords words() {
    return new InWords(person -> "@" + name(person), emoji -> ":" + emoji + ":");
  }

  /** To which conversation each message belongs, by a table of channel, ts and id with a header. */
  Map<MessageId, String> labels(Path table) throws IOException {
    var ids = source.channels().stream().collect(Collectors.toMap(Channel::name, Channel::id));
    try (var lines = Files.lines(table)) {
      return lines
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(cells -> ids.containsKey(cells[0]))
          .collect(
              Collectors.toMap(
                  cells -> new MessageId(Objects.requireNonNull(ids.get(cells[0])), cells[1]),
                  cells -> cells[2]));
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
    state.close();
    source.close();
    work.close();
  }
}
