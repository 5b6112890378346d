package ponte.bench.company;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ponte.reply.Reply;
import ponte.store.Codec;

/** Finds out whom a reply names, by their names, addresses and mentions. */
final class Named {

  private static final Pattern PERSON =
      Pattern.compile(
          "(?:[Cc]olleague ?|\"is\":\"Mention\",\"person\":\"[^\"]*[UV])(?<number>\\d+)");

  private Named() {}

  /** Their numbers. */
  static Set<Integer> in(Reply reply) {
    var named = new TreeSet<Integer>();
    var match = PERSON.matcher(Codec.write(reply));
    while (match.find()) {
      named.add(Integer.valueOf(Objects.requireNonNull(match.group("number"))));
    }
    return named;
  }
}
