package ponte.expert;

import java.util.List;
import java.util.regex.Pattern;
import ponte.consent.Confidentiality;
import ponte.consent.Redaction;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;

/** A message's words in one line, as long as can be read at a glance. */
public final class Quote {

  private static final Redaction REDACTION = new Redaction();
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Quote() {}

  /**
   * The words of a message without its blocks of code, or of the code where there is nothing else;
   * what is longer ends at a word, with dots. Secrets are hidden before it is cut: half a secret is
   * not known for one. Of what is marked confidential nothing is quoted: its link leads whoever may
   * read it there.
   */
  public static String of(Message message, int most) {
    if (Confidentiality.isMarked(message.text())) {
      return Redaction.MARK;
    }
    var text = REDACTION.redact(message.text());
    var spoken = line(withoutBlocks(text.spans()));
    return shortened(spoken.isEmpty() ? line(text) : spoken, most);
  }

  /** A line of at most so many characters and dots; what is longer ends at a word. */
  public static String shortened(String line, int most) {
    if (line.length() <= most) {
      return line;
    }
    var space = line.lastIndexOf(' ', most);
    var end = space > most / 2 ? space : most;
    return line.substring(0, Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end) + "…";
  }

  private static RichText withoutBlocks(List<Span> spans) {
    return new RichText(spans.stream().filter(span -> !(span instanceof Span.CodeBlock)).toList());
  }

  private static String line(RichText text) {
    return SPACE.matcher(text.searchable()).replaceAll(" ").strip();
  }
}
