package ponte.slack;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of Slack's objects as what they should be: a field of another type is as good as
 * none.
 */
public final class Fields {

  /** Slack's own ids are capitals and digits; tools that write exports use a little more. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,99}");

  private static final char REPLACEMENT = '\uFFFD';

  private Fields() {}

  /** The text of a field; empty where there is none. */
  public static String text(JsonNode object, String field) {
    return wellFormed(object.path(field).stringValue(""));
  }

  /** The first of these fields that has a text that is not blank; empty where none has. */
  public static String firstText(JsonNode object, String... fields) {
    for (var field : fields) {
      var text = text(object, field);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /** The id in a field; null where there is none, or something that is no id. */
  public static @Nullable String id(JsonNode object, String field) {
    var id = object.path(field).stringValue("");
    return isId(id) ? id : null;
  }

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  public static boolean isTrue(JsonNode object, String field) {
    return object.path(field).booleanValue(false);
  }

  /** The timestamp in a field. */
  public static Optional<Ts> ts(JsonNode object, String field) {
    return Ts.parse(object.path(field).stringValue(""));
  }

  /** The text with halves of characters, which cannot be stored, made visible. */
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceHalves(text);
      }
    }
    return text;
  }

  private static String replaceHalves(String text) {
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
