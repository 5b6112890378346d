package ponte.app.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting of Ponte.
 *
 * @param name as it is written in a file, such as {@code ponte.digest.most-days}
 * @param type the full name of its Java type
 * @param usual what holds where nobody sets it; null: nothing
 * @param description what its record's documentation says of it
 * @param record the full name of the record that it is bound to
 */
public record KnownSetting(
    String name, String type, @Nullable String usual, String description, String record) {

  /** What is set for each of several names, which are added to its own. */
  public boolean isMap() {
    return type.startsWith("java.util.Map<");
  }
}
