package ponte.community;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;

/**
 * Which people are of one team; they and their teams are numbers.
 *
 * <p>Where the profiles of most say what they do, and enough do the same, a team is those of one
 * title. Elsewhere it is those who write most in the same channel; one in which more than half of
 * everybody writes is everybody's and makes no team. Who is in none is in no count of teams.
 */
final class Teams {

  static final int NONE = -1;

  private static final TimeSpan ALWAYS = new TimeSpan(Instant.MIN, Instant.MAX);

  private final int[] teams;

  private Teams(int[] teams) {
    this.teams = teams;
  }

  static Teams of(
      List<PersonId> people, Map<ChannelId, ChannelTalk> channels, Directory directory) {
    var byTitle = byTitle(people, directory);
    var titled = Arrays.stream(byTitle).filter(team -> team != NONE).count();
    return new Teams(2 * titled > people.size() ? byTitle : byHome(people.size(), channels));
  }

  /** A title that fewer than five have is no team's. */
  private static int[] byTitle(List<PersonId> people, Directory directory) {
    var titles = new HashMap<PersonId, String>();
    for (var person : directory.people()) {
      titles.put(person.id(), title(person));
    }
    var counts = new HashMap<String, Integer>();
    for (var person : people) {
      counts.merge(titles.getOrDefault(person, ""), 1, Integer::sum);
    }
    var numbers = new HashMap<String, Integer>();
    return people.stream()
        .map(person -> titles.getOrDefault(person, ""))
        .mapToInt(
            title ->
                title.isEmpty() || counts.getOrDefault(title, 0) < Networks.FEWEST
                    ? NONE
                    : numbers.computeIfAbsent(title, _ -> numbers.size()))
        .toArray();
  }

  private static String title(Person person) {
    return person.title().strip().toLowerCase(Locale.ROOT);
  }

  private static int[] byHome(int people, Map<ChannelId, ChannelTalk> channels) {
    var homes = new int[people];
    var most = new int[people];
    Arrays.fill(homes, NONE);
    var rooms = channels.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    for (int room = 0; room < rooms.size(); room++) {
      var talk = channels.get(rooms.get(room));
      if (talk == null) {
        continue;
      }
      var counts = new int[people];
      Set<Integer> writers = new HashSet<>();
      talk.messages()
          .in(
              ALWAYS,
              (_, writer, _) -> {
                counts[writer]++;
                writers.add(writer);
              });
      if (2 * writers.size() > people) {
        continue;
      }
      for (var writer : writers) {
        if (counts[writer] > most[writer]) {
          most[writer] = counts[writer];
          homes[writer] = room;
        }
      }
    }
    return homes;
  }

  int of(int person) {
    return teams[person];
  }

  /** Whether two are of two teams; false where one of them is of none. */
  boolean areApart(int one, int other) {
    return areInTeams(one, other) && teams[one] != teams[other];
  }

  boolean areInTeams(int one, int other) {
    return teams[one] != NONE && teams[other] != NONE;
  }
}
