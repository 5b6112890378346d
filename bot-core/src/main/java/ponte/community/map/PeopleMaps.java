package ponte.community.map;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.community.DeclaredTeams;
import ponte.community.Network;
import ponte.community.Networks;
import ponte.community.map.Surveying.Point;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Nlp;
import ponte.store.Records;

/**
 * Makes maps of people: of public channels alone, and of nobody who does not take part. The last
 * ones are at hand as long as the same people take part and nothing was read anew.
 */
public final class PeopleMaps {

  private static final int CONVERSATIONS = 2000;

  /** Coverage is a sum of numbers with a rounding. */
  private static final double ALL_OF_IT = 0.99;

  private static final int AT_HAND = 8;

  private final Networks networks;
  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final GroupTalk talk;
  private final Places places;
  private final MapRules rules;
  private final Clock clock;
  private final Map<Made, PeopleMap> atHand =
      Collections.synchronizedMap(
          new LinkedHashMap<>(AT_HAND, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Made, PeopleMap> eldest) {
              return size() > AT_HAND;
            }
          });

  /** What makes a map the same. */
  private record Made(
      TimeSpan span, Set<ChannelId> channels, @Nullable String topic, Instant asOf, Network of) {}

  /** What maps are made of. */
  public record Ground(
      Networks networks,
      Archive archive,
      Directory directory,
      Records records,
      Nlp nlp,
      Preferences preferences,
      Clock clock) {}

  public PeopleMaps(Ground ground, MapRules rules) {
    this.networks = ground.networks();
    this.archive = ground.archive();
    this.directory = ground.directory();
    this.preferences = ground.preferences();
    this.talk = new GroupTalk(archive, directory, ground.nlp());
    this.places = new Places(ground.records(), ground.clock());
    this.rules = rules;
    this.clock = ground.clock();
  }

  /**
   * Of what a map is.
   *
   * @param channels those alone; empty: all
   * @param topic only of those who wrote in conversations with all of its words; null: whatever it
   *     was about
   */
  public record Wish(TimeSpan span, Set<ChannelId> channels, @Nullable String topic) {
    public Wish {
      channels = Set.copyOf(channels);
    }
  }

  /** The usual time. */
  public TimeSpan lately() {
    return back(rules.back());
  }

  /** A time up to the end of this hour: within it a map stays the same. */
  public TimeSpan back(Duration length) {
    var until = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    return new TimeSpan(until.minus(length), until);
  }

  /** Groups of fewer are not drawn. */
  public int fewest() {
    return rules.fewest();
  }

  /**
   * The map.
   *
   * @param audience of what it may open, what everybody may counts
   * @return empty where it would be of too few people
   */
  public Optional<PeopleMap> of(Wish wish, Audience audience) {
    var open = open(wish, audience);
    return networks
        .of(wish.span(), Set.copyOf(open), audience)
        .map(network -> about(wish, network, open))
        .filter(network -> network.size() >= rules.fewest())
        .map(network -> at(wish, network, open))
        .filter(map -> !map.nodes().isEmpty());
  }

  private List<ChannelId> open(Wish wish, Audience audience) {
    var everybody = directory.everybody();
    return audience.channels().stream()
        .filter(everybody::maySee)
        .filter(each -> wish.channels().isEmpty() || wish.channels().contains(each))
        .sorted()
        .toList();
  }

  /** Of a topic those alone who wrote in that time in conversations with all of its words. */
  private Network about(Wish wish, Network network, List<ChannelId> open) {
    var topic = wish.topic();
    if (topic == null) {
      return network;
    }
    var accounts = directory.accounts();
    var people = new HashSet<PersonId>();
    for (var found : archive.search(topic, new Audience(Set.copyOf(open)), CONVERSATIONS)) {
      if (found.coverage() > ALL_OF_IT) {
        wroteIn(wish.span(), found)
            .forEach(account -> people.add(accounts.of(account).iterator().next()));
      }
    }
    return network.among(people::contains);
  }

  /** Of who wrote on after the span the conversation is asked whether they wrote in it, too. */
  private Stream<PersonId> wroteIn(TimeSpan span, Found found) {
    return found.parts().stream().anyMatch(part -> !part.last().isBefore(span.until()))
        ? archive.conversation(found.conversation(), Audience.of(found.channel())).stream()
            .map(Filed::message)
            .filter(message -> message.isTalk() && span.contains(message.at()))
            .map(Message::author)
        : found.parts().stream().filter(part -> span.contains(part.last())).map(Found.Part::person);
  }

  private PeopleMap at(Wish wish, Network network, List<ChannelId> open) {
    var made = new Made(wish.span(), Set.copyOf(open), wish.topic(), networks.asOf(), network);
    var known = atHand.get(made);
    if (known != null) {
      return known;
    }
    var workspaces = network.people().stream().map(PersonId::workspace).distinct().toList();
    var everybody = new Audience(Set.copyOf(open));
    var map =
        new Surveying(rules.fewest())
            .of(
                network,
                places.of(workspaces),
                members -> talk.name(members, wish.span(), open, everybody),
                people -> DeclaredTeams.of(people, directory, rules.fewest()));
    if (wish.topic() == null && wish.channels().isEmpty()) {
      places.keep(
          map.nodes().stream()
              .collect(
                  Collectors.toMap(PeopleMap.Node::person, node -> new Point(node.x(), node.y()))),
          absent(workspaces)::contains);
    }
    atHand.put(made, map);
    return map;
  }

  private Set<PersonId> absent(List<WorkspaceId> workspaces) {
    var stood = new HashMap<WorkspaceId, List<PersonId>>();
    places
        .of(workspaces)
        .keySet()
        .forEach(each -> stood.computeIfAbsent(each.workspace(), _ -> new ArrayList<>()).add(each));
    var absent = new HashSet<PersonId>();
    stood.forEach(
        (workspace, people) -> {
          var out = preferences.out(workspace);
          people.stream().filter(out::contains).forEach(absent::add);
        });
    return absent;
  }

  /** Where somebody stood on the last map of everybody, from -1 to 1; empty: on none. */
  public Optional<Place> placeOf(PersonId person) {
    return places.of(person).map(each -> new Place(each.x(), each.y()));
  }

  /** A place on a map. */
  public record Place(double x, double y) {}

  /** Forgets where somebody stood, and the maps they are on. */
  public void forget(PersonId person) {
    places.forget(person);
    atHand.clear();
  }

  /** Forgets where somebody stood with any of their accounts. */
  void withdraw(PersonId person) {
    directory.accounts(person).forEach(places::forget);
    atHand.clear();
  }

  /** Forgets a workspace. */
  public void forget(WorkspaceId workspace) {
    places.forget(workspace);
    atHand.clear();
  }
}
