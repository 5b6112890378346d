package ponte.community.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.community.NameTerms;
import ponte.community.map.PeopleMap.Group;
import ponte.consent.Confidentiality;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Accounts;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Names groups by what they talk about and others do not, in the words of the public channels that
 * the map is of. A word of which fewer than {@value #FEWEST} people of the group speak names none.
 */
final class GroupTalk {

  static final int FEWEST = 3;

  private static final int OF_CHANNEL = 600;
  private static final int OF_ALL = 30_000;
  private static final int WORDS = 3;
  private static final int CHANNELS = 2;

  /** Further down a term is no noun, or chance. */
  private static final int CANDIDATES = 15;

  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;

  GroupTalk(Archive archive, Directory directory, Nlp nlp) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
  }

  /**
   * @param members who is in each group, by their first accounts
   * @param channels whose words count
   * @param audience everybody who may see them
   */
  List<Group> name(
      List<List<PersonId>> members, TimeSpan span, List<ChannelId> channels, Audience audience) {
    var said = said(members, span, channels, audience);
    var rarity = new HashMap<String, Integer>();
    said.forEach(
        each ->
            each.speakers().forEach((term, who) -> rarity.merge(term, who.size(), Integer::sum)));
    var people = members.stream().mapToInt(List::size).sum();
    var naming = new WordsForTerms(nlp, NameTerms.of(directory, nlp), first(directory.accounts()));
    return IntStream.range(0, members.size())
        .mapToObj(
            group -> {
              var own = said.get(group);
              var size = members.get(group).size();
              return new Group(
                  naming.of(telling(own, size, rarity, people), own, WORDS),
                  own.mostUsed(CHANNELS),
                  size);
            })
        .toList();
  }

  private List<Said> said(
      List<List<PersonId>> members, TimeSpan span, List<ChannelId> channels, Audience audience) {
    var groupOf = new HashMap<PersonId, Integer>();
    for (var group = 0; group < members.size(); group++) {
      for (var person : members.get(group)) {
        groupOf.put(person, group);
      }
    }
    var said = Stream.generate(Said::new).limit(members.size()).toList();
    var first = first(directory.accounts());
    var left = OF_ALL;
    for (var channel : channels) {
      var lines = archive.before(channel, span.until(), Math.min(OF_CHANNEL, left), audience);
      left = Math.max(1, left - lines.size());
      for (var filed : lines) {
        var message = filed.message();
        var author = first.apply(message.author());
        var group = groupOf.get(author);
        if (group != null && isIn(span, filed)) {
          said.get(group).add(message, author, terms(message));
        }
      }
    }
    return said;
  }

  /** A colleague is one, with however many accounts they speak: the first of them. */
  private static UnaryOperator<PersonId> first(Accounts accounts) {
    return account -> accounts.of(account).iterator().next();
  }

  private static boolean isIn(TimeSpan span, Filed filed) {
    var message = filed.message();
    return message.isTalk()
        && !Confidentiality.isMarked(message.text())
        && !message.at().isBefore(span.from());
  }

  private Set<String> terms(Message message) {
    var text = message.text().searchable();
    return new HashSet<>(nlp.terms(text, nlp.language(text).orElse(Language.ENGLISH)));
  }

  /** What a group said. */
  static final class Said {
    private final Map<String, Set<PersonId>> speakers = new HashMap<>();
    private final Map<String, List<Message>> messages = new HashMap<>();
    private final Map<ChannelId, Integer> channels = new TreeMap<>();

    void add(Message message, PersonId author, Set<String> terms) {
      channels.merge(message.channel(), 1, Integer::sum);
      for (var term : terms) {
        speakers.computeIfAbsent(term, _ -> new HashSet<>()).add(author);
        messages.computeIfAbsent(term, _ -> new ArrayList<>()).add(message);
      }
    }

    Map<String, Set<PersonId>> speakers() {
      return speakers;
    }

    /** The messages that have a term. */
    List<Message> with(String term) {
      return messages.getOrDefault(term, List.of());
    }

    List<ChannelId> mostUsed(int limit) {
      return channels.entrySet().stream()
          .sorted(Comparator.comparingInt(each -> -each.getValue()))
          .limit(limit)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * The terms that set a group apart: how many of it speak of each, times how much more of it do
   * than of everybody else.
   */
  private static List<String> telling(
      Said own, int size, Map<String, Integer> everybody, int people) {
    var scores = new HashMap<String, Double>();
    own.speakers()
        .forEach(
            (term, who) -> {
              if (who.size() >= FEWEST) {
                var others = everybody.getOrDefault(term, 0) - who.size();
                var here = (double) who.size() / size;
                var there = (others + 0.5) / (people - size + 1);
                scores.put(term, who.size() * Math.log(here / there));
              }
            });
    return scores.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
