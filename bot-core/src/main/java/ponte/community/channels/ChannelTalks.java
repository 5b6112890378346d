package ponte.community.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ponte.archive.Archive;
import ponte.consent.Absent;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Reads what was said of late in channels that somebody may open, and keeps it at hand for some
 * minutes. What one channel said is the same for whoever may open it.
 */
final class ChannelTalks {

  static final Duration BACK = Duration.ofDays(90);

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int OF_CHANNEL = 300;
  private static final int CHANNELS = 300;

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Nlp nlp;
  private final Clock clock;
  private final Map<ChannelId, Read> atHand = new ConcurrentHashMap<>();

  private record Read(Instant at, Spoken spoken) {}

  ChannelTalks(
      Archive archive, Directory directory, Preferences preferences, Nlp nlp, Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.nlp = nlp;
    this.clock = clock;
  }

  /** What was said in each channel in which somebody wrote, without those who do not take part. */
  Map<Channel, Spoken> of(List<Channel> channels, Audience audience) {
    var spoken = new HashMap<Channel, Spoken>();
    for (var channel : latest(channels, audience)) {
      if (audience.maySee(channel.id())) {
        var present = present(read(channel.id(), audience));
        if (!present.writers().isEmpty()) {
          spoken.put(channel, present);
        }
      }
    }
    return spoken;
  }

  /** How many of so many channels are not read. */
  static int leftOut(int channels) {
    return Math.max(0, channels - CHANNELS);
  }

  /** Of too many channels those in which somebody wrote last. */
  private List<Channel> latest(List<Channel> channels, Audience audience) {
    if (channels.size() <= CHANNELS) {
      return channels;
    }
    var last = new HashMap<ChannelId, Instant>();
    var now = clock.instant();
    for (var channel : channels) {
      archive
          .before(channel.id(), now, 1, audience)
          .forEach(each -> last.put(channel.id(), each.message().at()));
    }
    return channels.stream()
        .sorted(
            Comparator.comparing(
                (Channel each) -> last.getOrDefault(each.id(), Instant.MIN),
                Comparator.reverseOrder()))
        .limit(CHANNELS)
        .toList();
  }

  private Spoken present(Spoken all) {
    var workspaces = new HashSet<WorkspaceId>();
    all.writers().keySet().forEach(each -> workspaces.add(each.workspace()));
    var absent = Absent.of(workspaces.stream().map(preferences::out).toList());
    if (all.writers().keySet().stream().noneMatch(absent::contains)) {
      return all;
    }
    var present = Spoken.nothing();
    present.lines().putAll(all.lines());
    all.writers()
        .forEach(
            (writer, count) -> {
              if (!absent.contains(writer)) {
                present.writers().put(writer, count);
              }
            });
    all.speakers()
        .forEach(
            (term, who) -> {
              var said = new HashSet<>(who);
              said.removeIf(absent::contains);
              if (!said.isEmpty()) {
                present.speakers().put(term, said);
              }
            });
    return present;
  }

  private Spoken read(ChannelId channel, Audience audience) {
    var now = clock.instant();
    var known = atHand.get(channel);
    if (known != null && known.at().plus(FRESH).isAfter(now)) {
      return known.spoken();
    }
    var accounts = directory.accounts();
    var spoken = Spoken.nothing();
    for (var filed : archive.before(channel, now, OF_CHANNEL, audience)) {
      var message = filed.message();
      if (message.isTalk()
          && !Confidentiality.isMarked(message.text())
          && message.at().isAfter(now.minus(BACK))) {
        var text = message.text().searchable();
        var language = nlp.language(text).orElse(Language.ENGLISH);
        var writer = accounts.of(message.author()).iterator().next();
        spoken.add(writer, text, new HashSet<>(nlp.terms(text, language)));
      }
    }
    atHand.put(channel, new Read(now, spoken));
    return spoken;
  }

  void letGo() {
    atHand.clear();
  }
}
