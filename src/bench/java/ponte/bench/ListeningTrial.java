package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.listening.Ears;
import ponte.listening.ListeningRules;
import ponte.listening.NewWord;
import ponte.listening.RecurringQuestion;
import ponte.listening.Risk;
import ponte.listening.Trend;
import ponte.reply.InWords;

/** Listens to an export as the product does, for those who may see all of it. */
final class ListeningTrial implements AutoCloseable {

  private static final Clock NEVER = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final OpenedExport opened;
  private final Ears ears;
  private final InWords words;

  private ListeningTrial(OpenedExport opened) {
    this.opened = opened;
    this.ears =
        new Ears(
            new Ears.Ground(
                opened.archive(),
                opened.directory(),
                new Preferences(opened.state().records(), opened.directory()),
                opened.state().records(),
                opened.nlp(),
                opened.digests(NEVER),
                Runnable::run,
                NEVER),
            ListeningRules.DEFAULT);
    this.words = opened.words();
  }

  static ListeningTrial open(Path export) throws IOException {
    return new ListeningTrial(OpenedExport.of(export).read());
  }

  private Audience all() {
    return new Audience(
        opened.directory().channels().stream().map(Channel::id).collect(Collectors.toSet()));
  }

  /** The moment after the last thing that was said. */
  Instant end() {
    var newest = opened.archive().extent(all()).newest();
    return newest == null ? Instant.EPOCH : newest.plusSeconds(1);
  }

  List<Trend> trends(TimeSpan span) {
    return ears.trending().orElseStaying(all(), span, List.of());
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
    return opened.name(channel);
  }

  String words(RichText text) {
    return words.of(text);
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
