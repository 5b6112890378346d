package ponte.slack;

import org.jspecify.annotations.Nullable;
import ponte.platform.SourceUnreadableException;

/** Why an export is not read, in the words of the texts under {@code import.}. */
final class Refusals {

  private static final int LONGEST_DETAIL = 200;

  private Refusals() {}

  static SourceUnreadableException refusal(String reason, String... details) {
    return refusal(null, reason, details);
  }

  static SourceUnreadableException refusal(
      @Nullable Throwable cause, String reason, String... details) {
    var shown = new String[details.length];
    for (int i = 0; i < details.length; i++) {
      shown[i] = shown(details[i]);
    }
    return new SourceUnreadableException("import." + reason, cause, shown);
  }

  /** A size as people write it, in the largest unit that leaves no fraction. */
  static String size(long bytes) {
    var units = new String[] {"B", "KB", "MB", "GB"};
    int unit = 0;
    long size = bytes;
    while (unit < units.length - 1 && size >= 1024 && size % 1024 == 0) {
      size /= 1024;
      unit++;
    }
    return size + " " + units[unit];
  }

  /** A name out of the archive, harmless to a terminal and short enough to be read. */
  private static String shown(String detail) {
    var text = new StringBuilder(Math.min(detail.length(), LONGEST_DETAIL));
    detail
        .codePoints()
        .limit(LONGEST_DETAIL)
        .map(c -> harmless(c) ? c : '\uFFFD')
        .forEach(text::appendCodePoint);
    return detail.codePointCount(0, detail.length()) > LONGEST_DETAIL
        ? text.append('…').toString()
        : text.toString();
  }

  private static boolean harmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
