package ponte.digest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;

/**
 * A text in which code, links and names stand as one private character each, so that neither
 * cleaning nor splitting can break them: {@code special?} within code is no question, and the dots
 * of an address end no sentence.
 *
 * <p>What nobody would quote is gone: blocks of code, emoji, words of others, words struck out,
 * calls to the whole channel.
 */
final class Masked {

  /** The private characters of Unicode's first plane; more spans than that are not quoted. */
  private static final char FIRST = '\ue000';

  private static final char LAST = '\uf8ff';

  private static final Pattern PRIVATE = Pattern.compile("[\ue000-\uf8ff]");

  /** What an address says after its host and before what is asked of the page. */
  private static final Pattern PATH = Pattern.compile("^\\w+://[^/?#]+([^?#]*).*$", Pattern.DOTALL);

  private static final int MOST_OF_A_PATH = 32;

  /** Last parts of a path that many pages share: the one before says what the page is. */
  private static final Pattern TELLS_NOTHING =
      Pattern.compile(
          "(?i)(?:latest|stable|current|master|main|trunk|head|docs?|wiki|view|edit"
              + "|(?:index|default|home|readme)(?:\\.\\w+)?|v?\\d[\\w.-]*)");

  /** Stands for an emoji: where a capital follows, a sentence ends there. */
  private static final char PAUSE_MARK = '\u2029';

  /** Stands where a block of code was in the midst of a sentence. */
  static final char AFTER_BLOCK = '\ufdd0';

  private static final Pattern WITHIN_SENTENCE = Pattern.compile("[^\\s.:;?!…][ \\t]*$");

  private static final Pattern PAUSE = Pattern.compile("\u2029");
  private static final Pattern PAUSE_BEFORE_CAPITAL = Pattern.compile("\u2029\\s*(?=\\p{Lu})");

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();

  private Masked() {}

  static Masked of(RichText rich) {
    var masked = new Masked();
    masked.append(rich.spans());
    return masked;
  }

  String text() {
    return PAUSE.matcher(PAUSE_BEFORE_CAPITAL.matcher(text).replaceAll("\n")).replaceAll(" ");
  }

  static boolean isMask(int character) {
    return character >= FIRST && character <= LAST;
  }

  /** The span that a private character stands for. */
  Span span(char mask) {
    return spans.get(mask - FIRST);
  }

  /** A piece of the text with its spans back in their places. */
  RichText unmask(String piece) {
    var whole = new ArrayList<Span>();
    var plain = new StringBuilder();
    for (int i = 0; i < piece.length(); i++) {
      var character = piece.charAt(i);
      if (isMask(character)) {
        flush(plain, whole);
        whole.add(span(character));
      } else {
        plain.append(character);
      }
    }
    flush(plain, whole);
    return new RichText(whole);
  }

  private static void flush(StringBuilder plain, List<Span> into) {
    if (!plain.isEmpty()) {
      into.add(new Span.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  private void append(List<Span> rich) {
    for (var span : rich) {
      switch (span) {
        case Span.Plain(var words) -> text.append(PRIVATE.matcher(words).replaceAll(""));
        case Span.Code(var code) -> {
          if (!code.isBlank()) {
            mask(span);
          }
        }
        case Span.Link link -> mask(shown(link));
        case Span.Mention _, Span.ChannelLink _, Span.MessageLink _ -> mask(span);
        case Span.Styled(var style, var styled) -> {
          if (style == Style.STRIKE) {
            text.append(' ');
          } else {
            append(styled);
          }
        }
        case Span.Emoji _ -> text.append(PAUSE_MARK);
        case Span.Broadcast _ -> text.append(' ');
        case Span.CodeBlock _ -> {
          boolean within = WITHIN_SENTENCE.matcher(text).find();
          text.append('\n');
          if (within) {
            text.append(AFTER_BLOCK);
          }
        }
        case Span.Quote _ -> text.append('\n');
      }
    }
  }

  private void mask(Span span) {
    if (spans.size() <= LAST - FIRST) {
      text.append((char) (FIRST + spans.size()));
      spans.add(span);
    }
  }

  /** Whether a label is nothing but the address itself, or the short form of it. */
  static boolean isAddress(String label, String url) {
    return label.equals(address(url));
  }

  /** A link by its label, or by its short address where the label is the address itself. */
  private static Span.Link shown(Span.Link link) {
    var label = link.label().strip();
    if (label.isEmpty() || label.equals(link.url()) || label.contains("://")) {
      return new Span.Link(link.url(), address(link.url()));
    }
    return link;
  }

  /** The host and the path, where that is short, else the host and the last part of the path. */
  private static String address(String url) {
    var host = host(url);
    if (host.isEmpty()) {
      return url;
    }
    var path = PATH.matcher(url.strip()).replaceFirst("$1").replaceAll("/+$", "");
    if (path.equals(url.strip()) || path.isEmpty()) {
      return host.get();
    }
    if (path.length() <= MOST_OF_A_PATH) {
      return host.get() + path;
    }
    var parts = path.substring(1).split("/+");
    int telling = parts.length - 1;
    while (telling > 0 && TELLS_NOTHING.matcher(parts[telling]).matches()) {
      telling--;
    }
    var last = parts[telling];
    return last.length() < MOST_OF_A_PATH
        ? host.get() + "/…/" + last + (telling < parts.length - 1 ? "/…" : "")
        : host.get();
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost())
          .map(host -> host.startsWith("www.") ? host.substring(4) : host);
    } catch (IllegalArgumentException e) {
      return hostOfMalformed(url);
    }
  }

  /** People paste addresses with characters that no address may have; their host is still there. */
  private static Optional<String> hostOfMalformed(String url) {
    var matcher = Pattern.compile("^\\w+://(?:www\\.)?([^/?#\\s]+)").matcher(url);
    return matcher.find()
        ? Optional.of(Objects.requireNonNull(matcher.group(1)))
        : Optional.empty();
  }
}
