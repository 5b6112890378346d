package ponte.conversation;

import java.util.List;

/** The written form of identifiers: their parts, joined by a slash. */
final class Ids {

  private Ids() {}

  /** Refuses a part that is blank or holds the slash that separates parts. */
  static void requirePart(String what, String value) {
    if (value.isBlank() || value.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          what + " id is '" + value + "', must not be blank or hold a slash");
    }
  }

  /** Takes a written identifier apart into exactly {@code count} parts. */
  static List<String> parts(String written, int count) {
    var parts = List.of(written.split("/", -1));
    if (parts.size() != count) {
      throw new IllegalArgumentException("'" + written + "' is no id of " + count + " parts");
    }
    return parts;
  }
}
