package ponte.community;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;

/**
 * Which people are of one team; they and their teams are numbers.
 *
 * <p>Where the profiles of most name a department that enough share, that is a team; else where
 * they say what they do, those of one title. Elsewhere it is those who are at home in the same
 * channel: who write most there, and more than everybody does. One in which everybody writes is
 * nobody's home. Who is in no team is in no count of teams.
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
    return new Teams(
        DeclaredTeams.of(people, directory, Networks.FEWEST)
            .map(declared -> numbers(people, declared))
            .orElseGet(() -> byHome(people.size(), channels)));
  }

  private static int[] numbers(List<PersonId> people, DeclaredTeams declared) {
    return people.stream().mapToInt(person -> declared.of().getOrDefault(person, NONE)).toArray();
  }

  /**
   * A message counts the more, the fewer write where it stands: by the logarithm of everybody over
   * those (Spärck Jones, "A statistical interpretation of term specificity", 1972).
   */
  private static int[] byHome(int people, Map<ChannelId, ChannelTalk> channels) {
    var homes = new int[people];
    var most = new double[people];
    Arrays.fill(homes, NONE);
    var rooms = channels.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    for (int room = 0; room < rooms.size(); room++) {
      var talk = channels.get(rooms.get(room));
      if (talk == null) {
        continue;
      }
      var counts = new int[people];
      talk.messages().in(ALWAYS, (_, writer, _) -> counts[writer]++);
      double writers = Arrays.stream(counts).filter(each -> each > 0).count();
      for (int person = 0; person < people; person++) {
        var weight = counts[person] * Math.log(people / Math.max(1, writers));
        if (weight > most[person]) {
          most[person] = weight;
          homes[person] = room;
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
