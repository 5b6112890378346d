package ponte.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;

/** Makes something of the messages of channels in a span, read anew. */
final class Messages<T> implements Portions.Source<T> {

  private final Archive archive;
  private final TimeSpan span;
  private final Making<T> making;

  Messages(Archive archive, TimeSpan span, Making<T> making) {
    this.archive = archive;
    this.span = span;
    this.making = making;
  }

  /** Makes something of what was said in a channel since it was read, the oldest first. */
  interface Making<T> {
    T of(ChannelId channel, Instant since, List<Filed> said);
  }

  @Override
  public Optional<Portions.All<T>> all(ChannelId channel, int most) {
    var said = archive.read(channel, span, most + 1, Audience.of(channel));
    return said.size() > most
        ? Optional.empty()
        : Optional.of(new Portions.All<>(said.size(), making.of(channel, span.from(), said)));
  }

  @Override
  public T latest(ChannelId channel, int most) {
    var said = new ArrayList<>(archive.before(channel, span.until(), most, Audience.of(channel)));
    said.removeIf(each -> !span.contains(each.message().at()));
    var since = said.isEmpty() ? span.from() : said.getFirst().message().at();
    return making.of(channel, since, said);
  }
}
