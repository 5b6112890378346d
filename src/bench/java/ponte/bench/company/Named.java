package ponte.bench.company;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ponte.reply.Reply;
import ponte.store.Codec;

/** Finds out whom a reply or a wish names, by their names, addresses and mentions. */
final class Named {

  private static final Pattern PERSON =
      Pattern.compile(
          "(?:[Cc]olleague ?|\"is\":\"Mention\",\"person\":\"[^\"]*[UV])(?<number>\\d+)");

  /** Also by an account. */
  private static final Pattern CALLED = Pattern.compile("(?:Colleague |/[UV])(?<number>\\d+)");

  private Named() {}

  /** Their numbers. */
  static Set<Integer> in(Reply reply) {
    return in(Codec.write(reply), PERSON);
  }

  /** The numbers of those whom a command or somebody's words name. */
  static Set<Integer> by(String words) {
    return in(words, CALLED);
  }

  private static Set<Integer> in(String words, Pattern person) {
    var named = new TreeSet<Integer>();
    var match = person.matcher(words);
    while (match.find()) {
      named.add(Integer.valueOf(Objects.requireNonNull(match.group("number"))));
    }
    return named;
  }
}
