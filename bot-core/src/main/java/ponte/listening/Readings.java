package ponte.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;

/**
 * What was made of what people said in channels, each read once and kept in memory, without a word
 * of it. What is said later is added. A channel is read anew when something was changed, taken back
 * or forgotten there, on whatever replica, and when somebody leaves or comes who takes part. What
 * one channel says is the same for whoever may open it; who that is says who looks.
 */
final class Readings<T extends Reading.Placed> {

  /** A channel is read a little further than is wanted, so that a portion may grow. */
  private static final int MORE = 4;

  /** Kept is what so many looks read at most. */
  private static final int LOOKS = 2;

  /** Who needs more than a page reads so many times as much, instead of the whole portion. */
  private static final int PAGE = 500;

  private static final int GROWTH = 4;

  /** Of several who want the same channel at once one reads. */
  private static final int LOCKS = 64;

  private final Archive archive;
  private final Preferences preferences;
  private final Changes changes;
  private final Making<T> making;
  private final ListeningRules.Reach rules;
  private final List<Object> locks = new ArrayList<>();
  private final Map<ChannelId, Reading<T>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long messages;
  private int generation;
  private volatile boolean stopped;

  /** Makes something of messages. */
  interface Making<T> {

    /**
     * Goes on with what was made.
     *
     * @param place of the first of these messages
     * @param said the oldest first
     * @param absent those who have said nothing
     */
    Made<T> with(Made<T> before, int place, List<Filed> said, Absent absent);
  }

  Readings(
      Archive archive,
      Preferences preferences,
      Changes changes,
      Making<T> making,
      ListeningRules.Reach rules) {
    this.archive = archive;
    this.preferences = preferences;
    this.changes = changes;
    this.making = making;
    this.rules = rules;
    for (int i = 0; i < LOCKS; i++) {
      locks.add(new Object());
    }
  }

  /** What tells of a whole workspace whether what was read is still what there is. */
  private record Standing(Absent absent, Map<ChannelId, Long> changes) {}

  /** What was made of what was said in a span, channel by channel. */
  Portions.Source<Reading.Part<T>> in(TimeSpan span) {
    var standings = new HashMap<WorkspaceId, Standing>();
    return new Portions.Source<>() {

      @Override
      public Optional<Portions.All<Reading.Part<T>>> all(ChannelId channel, int most) {
        var reading = reading(channel, most, most + 1);
        int count = reading.count(span);
        return count > most
            ? Optional.empty()
            : Optional.of(new Portions.All<>(count, reading.all(span)));
      }

      @Override
      public Reading.Part<T> latest(ChannelId channel, int most) {
        return reading(channel, most, most).latest(span, most);
      }

      private Reading<T> reading(ChannelId channel, int portion, int most) {
        var standing = standings.computeIfAbsent(channel.workspace(), Readings.this::standing);
        int further = Math.min(rules.ofChannel(), portion + portion / MORE) + 1;
        synchronized (locks.get(Math.floorMod(channel.hashCode(), LOCKS))) {
          return Readings.this.reading(channel, span, standing, further, most);
        }
      }
    };
  }

  private Standing standing(WorkspaceId workspace) {
    return new Standing(preferences.out(workspace), changes.in(workspace));
  }

  private Reading<T> reading(
      ChannelId channel, TimeSpan span, Standing standing, int further, int most) {
    if (stopped) {
      throw new CancellationException("nothing is read any more");
    }
    Reading<T> known;
    int started;
    synchronized (kept) {
      known = kept.get(channel);
      started = generation;
    }
    var now = state(channel, standing);
    var latest = known == null ? null : upToDate(known, channel, span, now);
    if (latest == null || !latest.reaches(span, most)) {
      latest = read(channel, now, span, known, further);
    }
    // What was said meanwhile may be in what was read, or not.
    if (latest != known && latest.isToTheEnd() && state(channel, standing).equals(now)) {
      keep(channel, latest, started);
    }
    return latest;
  }

  private Reading.State state(ChannelId channel, Standing standing) {
    return new Reading.State(
        archive.extent(Audience.of(channel)),
        standing.changes().getOrDefault(channel, 0L),
        standing.absent());
  }

  /**
   * Reads a span; where it lasts to the end, no less than was known: who wanted more once may want
   * it again.
   */
  private Reading<T> read(
      ChannelId channel,
      Reading.State now,
      TimeSpan span,
      @Nullable Reading<T> known,
      int further) {
    return known == null || now.goesOnAfter(span) || !known.span().from().isBefore(span.from())
        ? read(channel, now, span, further)
        : read(
            channel,
            now,
            new TimeSpan(known.span().from(), span.until()),
            Math.max(further, known.times().length + 1));
  }

  private Reading<T> read(ChannelId channel, Reading.State now, TimeSpan span, int most) {
    var said = new ArrayList<>(latest(channel, span, most));
    boolean more = said.size() == most && span.contains(said.getFirst().message().at());
    said.removeIf(each -> !span.contains(each.message().at()));
    return Reading.of(now, span, !more, said, making.with(Made.nothing(), 0, said, now.absent()));
  }

  /** The latest messages by the end of a span, at most so many, and few that are older than it. */
  private List<Filed> latest(ChannelId channel, TimeSpan span, int most) {
    for (int page = Math.min(PAGE, most); ; page = Math.min(most, page * GROWTH)) {
      var said = archive.before(channel, span.until(), page, Audience.of(channel));
      if (said.size() < page
          || page == most
          || said.getFirst().message().at().isBefore(span.from())) {
        return said;
      }
    }
  }

  /** What is known with what was said since then; null: it has to be read anew. */
  private @Nullable Reading<T> upToDate(
      Reading<T> known, ChannelId channel, TimeSpan span, Reading.State now) {
    var newest = known.state().newest();
    if (!known.goesBackTo(span.from())) {
      return null;
    }
    if (known.state().equals(now)) {
      return known;
    }
    if (newest == null || !known.state().mayGoOnWith(now)) {
      return null;
    }
    long more = now.extent().messages() - known.state().extent().messages();
    if (known.times().length + more > rules.ofChannel() + rules.ofChannel() / MORE) {
      return null;
    }
    var end = now.end(span.until());
    var since = new TimeSpan(newest.plusNanos(1), end);
    var said = archive.read(channel, since, (int) more + 1, Audience.of(channel));
    if (said.size() != more) {
      return null;
    }
    var made = making.with(known.made(), known.times().length, said, now.absent());
    boolean isOfAnotherLanguage =
        made.tongues().usual() != known.made().tongues().usual() && !known.made().items().isEmpty();
    return isOfAnotherLanguage ? null : known.with(now, end, said, made);
  }

  private void keep(ChannelId channel, Reading<T> reading, int started) {
    synchronized (kept) {
      if (started != generation) {
        return;
      }
      drop(channel);
      kept.put(channel, reading);
      messages += reading.times().length;
      while (messages > (long) LOOKS * rules.ofAll() && kept.size() > 1) {
        drop(kept.keySet().iterator().next());
      }
    }
  }

  private void drop(ChannelId channel) {
    var known = kept.remove(channel);
    messages -= known == null ? 0 : known.times().length;
  }

  /** Whether a whole channel more may be kept. */
  boolean hasRoom() {
    synchronized (kept) {
      return messages + rules.ofChannel() + rules.ofChannel() / MORE
          <= (long) LOOKS * rules.ofAll();
    }
  }

  /** Lets go of what was read of channels in which something was changed or taken back. */
  void heard(List<Talk> talk) {
    synchronized (kept) {
      for (var event : talk) {
        if (Changes.changes(event)) {
          drop(event.message().channel());
          generation++;
        }
      }
    }
  }

  /** Lets go of everything. */
  void forgetAll() {
    synchronized (kept) {
      kept.clear();
      messages = 0;
      generation++;
    }
  }

  /** Reads nothing any more: whoever wants something gets a {@link CancellationException}. */
  void stop() {
    stopped = true;
  }

  /** Of which channels something is kept. */
  List<ChannelId> atHand() {
    synchronized (kept) {
      return List.copyOf(kept.keySet());
    }
  }
}
