package ponte.consent;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a failure may be written down where others read it: the program's own words, and not what
 * it quotes, since that may be what somebody wrote.
 */
public final class FailureWords {

  /** Failures quote what they could not handle. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"[^\"]*\"|“[^”]*”|«[^»]*»|(?<!\\p{L})'[^']*'(?!\\p{L})|\\[[^\\[\\]]*]|\\{.*}",
          Pattern.DOTALL);

  private static final int LONGEST = 300;
  private static final int DEEPEST = 8;

  private static final Redaction REDACTION = new Redaction();

  private FailureWords() {}

  /** A reason without what it quotes. */
  public static String of(String reason) {
    var words =
        REDACTION.redact(QUOTED.matcher(reason).replaceAll("“…”").replaceAll("\\s+", " ").strip());
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  /** The same failure, from the same places, in words that may be logged. */
  public static Throwable of(Throwable failure) {
    return new Told(failure, DEEPEST);
  }

  /** A failure as it is told; nobody throws it. */
  private static final class Told extends Exception {

    private static final long serialVersionUID = 1;

    private Told(Throwable failure, int deep) {
      super(words(failure), cause(failure.getCause(), deep), false, true);
      setStackTrace(failure.getStackTrace());
    }

    private static String words(Throwable failure) {
      var message = failure.getMessage();
      var name = failure.getClass().getName();
      return message == null ? name : name + ": " + of(message);
    }

    private static @Nullable Told cause(@Nullable Throwable cause, int deep) {
      return cause == null || deep == 0 ? null : new Told(cause, deep - 1);
    }

    @Override
    public String toString() {
      return String.valueOf(getMessage());
    }
  }
}
