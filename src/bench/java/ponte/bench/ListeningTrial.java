package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import ponte.archive.Conversations;
import ponte.bot.Import;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.follow.Follows;
import ponte.listening.Ears;
import ponte.listening.ListeningRules;
import ponte.listening.NewWord;
import ponte.listening.RecurringQuestion;
import ponte.listening.Risk;
import ponte.listening.Trend;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.reply.InWords;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** Listens to an export as the product does, for those who may see all of it. */
final class ListeningTrial implements AutoCloseable {

  private final WorkDirectory work;
  private final SlackExport source;
  private final MvStoreState state;
  private final LuceneArchive archive;
  private final Directory directory;
  private final Ears ears;
  private final InWords words;

  private ListeningTrial(
      WorkDirectory work, SlackExport source, MvStoreState state, LuceneArchive archive) {
    this.work = work;
    this.source = source;
    this.state = state;
    this.archive = archive;
    this.directory = new Directory(state.records());
    var nlp = new Nlp();
    var preferences = new Preferences(state.records(), directory);
    var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    var digests =
        new Digests(
            archive,
            directory,
            nlp,
            preferences,
            Trials.experts(archive, directory, state.records(), clock),
            new Follows(state.records(), directory),
            DigestRules.DEFAULT,
            clock);
    this.ears = new Ears(archive, directory, preferences, nlp, digests, ListeningRules.DEFAULT);
    this.words =
        new InWords(
            person -> "@" + directory.person(person).map(Person::name).orElse(person.value()),
            emoji -> ":" + emoji + ":");
  }

  static ListeningTrial open(Path export) throws IOException {
    var work = WorkDirectory.create("ponte-listening");
    var source = SlackExport.open(export, Limits.DEFAULT);
    var state = MvStoreState.open(work.path().resolve("state.mv"), Clock.systemUTC());
    var archive =
        LuceneArchive.open(work.path().resolve("archive"), new Nlp(), Conversations.Rules.DEFAULT);
    var trial = new ListeningTrial(work, source, state, archive);
    trial.directory.apply(Import.roster(source));
    archive.apply(Replay.of(source).all());
    return trial;
  }

  private Audience all() {
    return new Audience(
        directory.channels().stream()
            .map(Channel::id)
            .collect(java.util.stream.Collectors.toSet()));
  }

  /** The moment after the last thing that was said. */
  Instant end() {
    var newest = archive.extent(all()).newest();
    return newest == null ? Instant.EPOCH : newest.plusSeconds(1);
  }

  List<Trend> trends(TimeSpan span) {
    return ears.trending().over(all(), span, List.of());
  }

  List<NewWord> newWords(TimeSpan span) {
    return ears.newWords(all(), span, List.of());
  }

  List<RecurringQuestion> recurring(TimeSpan span) {
    return ears.recurring().over(all(), span, List.of());
  }

  List<Risk> risks(TimeSpan span) {
    return ears.risks().over(all(), span, List.of());
  }

  String name(ChannelId channel) {
    return "#" + directory.channel(channel).map(Channel::name).orElse(channel.value());
  }

  String words(RichText text) {
    return words.of(text);
  }

  @Override
  public void close() throws IOException {
    archive.close();
    state.close();
    source.close();
    work.close();
  }
}
