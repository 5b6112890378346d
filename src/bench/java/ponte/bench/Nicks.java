package ponte.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;

/**
 * The names of those who speak in a log, found again in what is said: IRC knows no mentions, its
 * programs ring a bell where somebody's name is written.
 *
 * <p>A name at the start or behind {@code @} speaks to its bearer. Inside a line it does where it
 * is more often used to speak to somebody than not: some are called "ubuntu" or "help".
 */
final class Nicks {

  private static final String NAME = "[\\w\\-\\[\\]\\\\`^{}|]+";
  private static final Pattern FIRST = Pattern.compile("\\s*(" + NAME + ")\\s*[:,]");
  private static final Pattern AT = Pattern.compile("@(" + NAME + ")");
  private static final Pattern WORD = Pattern.compile("(?<![\\w/.@-])" + NAME);
  private static final Pattern NO_WORDS = Pattern.compile("\\[<-\\w+->\\]|https?://\\S+");
  private static final int SHORTEST = 3;

  private final Set<String> all = new HashSet<>();
  private final Set<String> plain = new HashSet<>();

  Nicks(List<EntangledLog.Spoken> log) {
    for (var said : log) {
      if (!said.speaker().isEmpty()) {
        all.add(name(said.speaker()));
      }
    }
    var first = new HashMap<String, Integer>();
    var inside = new HashMap<String, Integer>();
    for (var said : log) {
      if (!said.speaker().isEmpty()) {
        count(said.text().toLowerCase(Locale.ROOT), first, inside);
      }
    }
    for (var name : all) {
      if (name.length() >= SHORTEST
          && inside.getOrDefault(name, 0) <= 1 + 2 * first.getOrDefault(name, 0)) {
        plain.add(name);
      }
    }
  }

  private void count(String text, Map<String, Integer> first, Map<String, Integer> inside) {
    var start = FIRST.matcher(text);
    var from = 0;
    if (start.lookingAt() && all.contains(start.group(1))) {
      first.merge(start.group(1), 1, Integer::sum);
      from = start.end();
    }
    var words = WORD.matcher(text);
    while (words.find()) {
      if (words.start() >= from && all.contains(words.group())) {
        inside.merge(words.group(), 1, Integer::sum);
      }
    }
  }

  /** What was said, with mentions of those it speaks to. */
  RichText text(WorkspaceId workspace, String written) {
    var lower = written.toLowerCase(Locale.ROOT);
    var named = new ArrayList<String>();
    var start = FIRST.matcher(lower);
    if (start.lookingAt() && all.contains(start.group(1))) {
      named.add(start.group(1));
    }
    var at = AT.matcher(lower);
    while (at.find()) {
      if (all.contains(at.group(1))) {
        named.add(at.group(1));
      }
    }
    var words = WORD.matcher(lower);
    while (words.find()) {
      if (plain.contains(words.group())) {
        named.add(words.group());
      }
    }
    var spans = new ArrayList<Span>();
    var rest = lower;
    for (var name : named.stream().distinct().toList()) {
      spans.add(new Span.Mention(person(workspace, name)));
      rest = rest.replace(name, " ");
    }
    spans.add(new Span.Plain(NO_WORDS.matcher(rest).replaceAll(" ")));
    return new RichText(spans);
  }

  static PersonId person(WorkspaceId workspace, String nick) {
    return new PersonId(workspace, name(nick));
  }

  private static String name(String nick) {
    return nick.toLowerCase(Locale.ROOT).replace('/', '_');
  }
}
