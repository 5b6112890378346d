package ponte.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Tokens.Kind;
import ponte.nlp.Tokens.Token;

/** Finds addresses of pages and mailboxes, and reads them. */
final class Addresses {

  private static final String CLOSING = ".,;:!?)]}>\"'\u2019\u201d\u00bb*~";

  private Addresses() {}

  /** The address among these characters, which hold no space; null where there is none. */
  static @Nullable Token find(String text, int start, int end) {
    int from = pageStart(text, start, end);
    if (from < 0) {
      from = mailboxStart(text, start, end);
    }
    if (from < 0) {
      return null;
    }
    int until = end;
    int bar = text.indexOf('|', from, end);
    if (bar > 0) {
      until = bar;
    }
    while (until > from && CLOSING.indexOf(text.charAt(until - 1)) >= 0) {
      until--;
    }
    return until - from < 4 ? null : new Token(from, until, Kind.ADDRESS);
  }

  /** The machine an address is about, {@code github.com}; of a mailbox what is behind the sign. */
  static String host(String address) {
    var rest = withoutScheme(address);
    int end = 0;
    while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    var host = rest.substring(rest.lastIndexOf('@', end) + 1, end).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The words of a page's path; not of its query, and nothing that looks like a key. */
  static List<String> pathWords(String address) {
    var rest = withoutScheme(address);
    int path = rest.indexOf('/');
    if (path < 0) {
      return List.of();
    }
    var words = new ArrayList<String>();
    for (var word : rest.substring(path).split("[?#]", 2)[0].split("[^\\p{L}\\p{N}]+")) {
      boolean key = word.length() > 20 || word.chars().filter(Character::isDigit).count() > 2;
      if (word.length() > 2 && !key) {
        words.add(word);
      }
    }
    return words;
  }

  private static String withoutScheme(String address) {
    int scheme = address.indexOf("://");
    return scheme < 0 ? address : address.substring(scheme + 3);
  }

  private static int pageStart(String text, int start, int end) {
    int scheme = text.indexOf("://", start, end);
    if (scheme > start) {
      int from = scheme;
      while (from > start && Character.isLetter(text.charAt(from - 1))) {
        from--;
      }
      return from < scheme ? from : -1;
    }
    int www = text.indexOf("www.", start, end);
    return www >= 0 && (www == start || !Character.isLetterOrDigit(text.charAt(www - 1)))
        ? www
        : -1;
  }

  private static int mailboxStart(String text, int start, int end) {
    int at = text.indexOf('@', start, end);
    if (at <= start || at + 3 >= end || text.indexOf('.', at, end) < 0) {
      return -1;
    }
    int from = at;
    while (from > start && isMailboxPart(text.charAt(from - 1))) {
      from--;
    }
    return from < at && Character.isLetterOrDigit(text.charAt(at + 1)) ? from : -1;
  }

  private static boolean isMailboxPart(char c) {
    return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
  }
}
