package ponte.slack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;

/** What stands in angle brackets: people, channels, groups, dates and addresses. */
final class Bracket {

  /** Kinds of addresses that are safe to follow; others are shown by their label only. */
  private static final Set<String> SCHEMES =
      Set.of("http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "ssh", "slack", "sip");

  private static final String MAIL = "mailto:";
  private static final int LONGEST_SCHEME = 20;

  private Bracket() {}

  /** The span written between two places; null where it is no markup. */
  static @Nullable Span read(
      String text, int from, int until, WorkspaceId workspace, UnaryOperator<String> channelName) {
    if (from >= until) {
      return null;
    }
    var inside = text.substring(from, until);
    int bar = inside.indexOf('|');
    var target = bar < 0 ? inside : inside.substring(0, bar);
    var label = bar < 0 ? "" : Entities.decode(inside.substring(bar + 1));
    return switch (inside.charAt(0)) {
      case '@' ->
          Fields.isId(target.substring(1))
              ? new Span.Mention(new PersonId(workspace, target.substring(1)))
              : null;
      case '#' -> channel(target.substring(1), label, workspace, channelName);
      case '!' -> special(target.substring(1), label);
      default -> link(target, label);
    };
  }

  private static @Nullable Span channel(
      String id, String label, WorkspaceId workspace, UnaryOperator<String> channelName) {
    return Fields.isId(id)
        ? new Span.ChannelLink(
            new ChannelId(workspace, id), label.isBlank() ? channelName.apply(id) : label)
        : null;
  }

  private static @Nullable Span special(String command, String label) {
    var parts = command.split("\\^", -1);
    return switch (parts[0]) {
      case "here", "channel", "everyone" -> new Span.Broadcast(parts[0]);
      case "group" -> new Span.Broadcast("channel");
      case "subteam" -> {
        var name = label.startsWith("@") ? label.substring(1) : label;
        yield name.isBlank() && parts.length < 2
            ? null
            : new Span.Broadcast(name.isBlank() ? parts[1] : name);
      }
      case "date" -> date(parts, label);
      default -> label.isEmpty() ? null : new Span.Plain(label);
    };
  }

  private static @Nullable Span date(String[] parts, String label) {
    var shown = label.isEmpty() && parts.length > 1 ? day(parts[1]) : label;
    if (shown.isEmpty()) {
      return null;
    }
    return parts.length > 3 && link(parts[3], shown) instanceof Span.Link link
        ? link
        : new Span.Plain(shown);
  }

  private static String day(String seconds) {
    return Ts.parse(seconds)
        .map(Ts::instant)
        .map(instant -> instant.truncatedTo(ChronoUnit.DAYS))
        .map(Instant::toString)
        .map(written -> written.substring(0, written.indexOf('T')))
        .orElse("");
  }

  private static @Nullable Span link(String target, String label) {
    int colon = target.indexOf(':');
    if (colon < 1 || !isScheme(target, colon)) {
      return null;
    }
    var url = Entities.decode(target);
    return linked(url, label.isBlank() ? address(url) : label);
  }

  /** A link, or its label alone where the address is not safe to follow. */
  static Span linked(String url, String label) {
    int colon = Math.max(0, url.indexOf(':'));
    return SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT))
        ? new Span.Link(url, label)
        : new Span.Plain(label);
  }

  private static String address(String url) {
    return url.startsWith(MAIL) && url.length() > MAIL.length()
        ? url.substring(MAIL.length())
        : url;
  }

  private static boolean isScheme(String target, int colon) {
    if (colon > LONGEST_SCHEME) {
      return false;
    }
    for (int i = 0; i < colon; i++) {
      char c = target.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'))) {
        return false;
      }
    }
    return true;
  }

  /** What a bracket shows within code; null where it is no markup. */
  static @Nullable String label(String text, int from, int until) {
    if (from >= until) {
      return null;
    }
    int bar = text.indexOf('|', from, until);
    var label = bar < 0 ? "" : Entities.decode(text.substring(bar + 1, until));
    var target = text.substring(from, bar < 0 ? until : bar);
    char sign = target.isEmpty() ? ' ' : target.charAt(0);
    if (sign == '@' || sign == '#') {
      var id = target.substring(1);
      return Fields.isId(id) ? sign + (label.isEmpty() ? id : label) : null;
    }
    if (sign == '!') {
      return special(target.substring(1), label) == null
          ? null
          : label.isEmpty() ? "@" + target.substring(1) : label;
    }
    return link(target, label) == null
        ? null
        : label.isEmpty() ? address(Entities.decode(target)) : label;
  }

  /** Where a bare web address that starts here ends; -1 where none does. */
  static int endOfAddress(String text, int at) {
    int start =
        text.startsWith("https://", at) ? at + 8 : text.startsWith("http://", at) ? at + 7 : -1;
    if (start < 0) {
      return -1;
    }
    int end = start;
    boolean parenthesis = false;
    while (end < text.length() && isAddress(text, end)) {
      parenthesis |= text.charAt(end) == '(';
      end++;
    }
    while (end > start
        && !text.startsWith("&amp;", end - 5)
        && isTrailing(text.charAt(end - 1), parenthesis)) {
      end--;
    }
    return end > start ? end : -1;
  }

  private static boolean isAddress(String text, int at) {
    char c = text.charAt(at);
    return !Character.isWhitespace(c)
        && "<>|`\"".indexOf(c) < 0
        && !(c == '&' && (text.startsWith("&lt;", at) || text.startsWith("&gt;", at)));
  }

  private static boolean isTrailing(char c, boolean parenthesis) {
    return c == ')' ? !parenthesis : ".,;:!?'*_~]}".indexOf(c) >= 0;
  }
}
