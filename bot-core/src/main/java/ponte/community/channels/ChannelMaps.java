package ponte.community.channels;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.archive.Archive;
import ponte.bot.Asker;
import ponte.community.NameTerms;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Nlp;

/** Makes maps of the channels that somebody may open. */
public final class ChannelMaps {

  private static final int WORDS = 4;
  private static final int OVERLAPPING = 2;
  private static final double OVERLAP = 0.5;
  private static final int SUITING = 3;
  private static final int SHARED = 3;

  /** Who writes with fewer is told of no overlap: somebody could be made out. */
  private static final int SEVERAL = 5;

  private final ChannelTalks talks;
  private final Directory directory;
  private final Nlp nlp;

  ChannelMaps(Archive archive, Directory directory, Preferences preferences, Nlp nlp, Clock clock) {
    this.talks = new ChannelTalks(archive, directory, preferences, nlp, clock);
    this.directory = directory;
    this.nlp = nlp;
  }

  /**
   * What channels are for.
   *
   * @param entries those in which somebody wrote, most writers first
   * @param suiting those that would be new to the asker and speak of what they write about
   * @param leftOut how many channels were not looked at: those in which somebody wrote longest ago
   */
  public record ChannelMap(List<Entry> entries, List<Suiting> suiting, int leftOut) {
    public ChannelMap {
      entries = List.copyOf(entries);
      suiting = List.copyOf(suiting);
    }
  }

  /**
   * A channel.
   *
   * @param writers how many people wrote in it
   * @param words what it talks about and others do not
   * @param overlapping where half or more of its writers also write
   */
  public record Entry(Channel channel, int writers, List<String> words, List<Channel> overlapping) {
    public Entry {
      words = List.copyOf(words);
      overlapping = List.copyOf(overlapping);
    }
  }

  /**
   * A channel that may suit somebody.
   *
   * @param words what both talk about
   */
  public record Suiting(Channel channel, List<String> words) {
    public Suiting {
      words = List.copyOf(words);
    }
  }

  /** The map of what the asker may open. */
  public ChannelMap of(Asker asker) {
    var open =
        directory.channels(asker.audience()).stream().filter(each -> !each.archived()).toList();
    var spoken = talks.of(open, asker.audience());
    var telling = new Telling(nlp, NameTerms.of(directory, nlp), spoken.values());
    var entries =
        spoken.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<Channel, Spoken> each) -> -each.getValue().writers().size())
                    .thenComparing(each -> each.getKey().name())
                    .thenComparing(each -> each.getKey().id()))
            .map(each -> entry(each.getKey(), each.getValue(), spoken, telling))
            .toList();
    var person = asker.person();
    return new ChannelMap(
        entries,
        person == null ? List.of() : suiting(person, spoken, telling),
        ChannelTalks.leftOut(open.size()));
  }

  private static Entry entry(
      Channel channel, Spoken own, Map<Channel, Spoken> all, Telling telling) {
    var overlapping =
        own.writers().size() < SEVERAL
            ? List.<Channel>of()
            : all.entrySet().stream()
                .filter(each -> !each.getKey().id().equals(channel.id()))
                .filter(each -> own.overlap(each.getValue()) >= OVERLAP)
                .sorted(
                    Comparator.comparingDouble(
                            (Map.Entry<Channel, Spoken> each) -> -own.overlap(each.getValue()))
                        .thenComparing(each -> each.getKey().id()))
                .limit(OVERLAPPING)
                .map(Map.Entry::getKey)
                .toList();
    return new Entry(channel, own.writers().size(), telling.words(own, WORDS), overlapping);
  }

  private List<Suiting> suiting(PersonId person, Map<Channel, Spoken> all, Telling telling) {
    var accounts = directory.accounts(person);
    var own = new HashSet<String>();
    all.values()
        .forEach(
            spoken ->
                spoken
                    .speakers()
                    .forEach(
                        (term, who) -> {
                          if (accounts.stream().anyMatch(who::contains)) {
                            own.add(term);
                          }
                        }));
    return all.entrySet().stream()
        .filter(each -> isNew(each.getKey(), each.getValue(), accounts))
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Channel, Spoken> each) -> -fit(each.getValue(), own, telling))
                .thenComparing(each -> each.getKey().id()))
        .map(each -> new Suiting(each.getKey(), telling.words(each.getValue(), own, SHARED)))
        .filter(each -> each.words().size() >= 2)
        .limit(SUITING)
        .toList();
  }

  private boolean isNew(Channel channel, Spoken spoken, Set<PersonId> accounts) {
    var members = directory.members(channel.id());
    return accounts.stream()
        .noneMatch(each -> members.contains(each) || spoken.writers().containsKey(each));
  }

  private static double fit(Spoken spoken, Set<String> own, Telling telling) {
    var shared = own.stream().mapToDouble(term -> telling.weight(spoken, term)).sum();
    return shared / Math.sqrt(spoken.writers().size());
  }

  void letGo() {
    talks.letGo();
  }
}
