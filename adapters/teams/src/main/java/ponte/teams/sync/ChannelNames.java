package ponte.teams.sync;

/**
 * What channels are called: with their team's name, since every team has a channel of the same
 * name, and in one word, so that they can be typed.
 */
final class ChannelNames {

  private ChannelNames() {}

  /** The name of the channel that each team has from its beginning: the team's. */
  static String ofTeam(String team) {
    return word(team);
  }

  static String of(String team, String channel) {
    return word(team + "-" + channel);
  }

  private static String word(String text) {
    var word =
        text.replaceAll("[^\\p{L}\\p{N}._-]+", "-")
            .replaceAll("-{2,}", "-")
            .replaceAll("^[._-]+|[._-]+$", "");
    return word.isEmpty() ? "team" : word;
  }
}
