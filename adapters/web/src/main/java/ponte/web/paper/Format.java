package ponte.web.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As which kind of file a digest can be had. */
public enum Format {
  /** A message that mail programs open and send on, with the text beside the HTML. */
  EML("message/rfc822"),
  /** A page whose styles stand in it, as mail programs show it. */
  HTML("text/html"),
  /** Text with Markdown's marks (CommonMark). */
  MD("text/markdown"),
  /** For programs, as {@code src/docs/digest.schema.json} describes it. */
  JSON("application/json"),
  /** Text alone, with the addresses in it. */
  TXT("text/plain");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Without a character set: all are UTF-8, and mail says so itself. */
  public String mediaType() {
    return mediaType;
  }

  /** The ending of a file's name, which is also what it is called in an address. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this ending, or of this name: {@code markdown}, {@code text}. */
  public static Optional<Format> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "markdown" -> Optional.of(MD);
      case "text" -> Optional.of(TXT);
      case String other ->
          Arrays.stream(values()).filter(format -> format.ending().equals(other)).findFirst();
    };
  }
}
