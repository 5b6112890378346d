package ponte.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How people call channels: by their name, or by the end of it where it begins with what the
 * channel belongs to, as {@code platform} for {@code delivery-platform}.
 */
public final class ChannelNames {

  private ChannelNames() {}

  /**
   * The names that are meant by what somebody typed: those that are it, else those that end with it
   * after a hyphen; in the order given.
   *
   * @param typed with or without {@code #}, in any case
   */
  public static List<String> meant(String typed, Collection<String> names) {
    var wanted = (typed.startsWith("#") ? typed.substring(1) : typed).toLowerCase(Locale.ROOT);
    var exact = names.stream().filter(name -> lower(name).equals(wanted)).toList();
    return exact.isEmpty()
        ? names.stream().filter(name -> lower(name).endsWith("-" + wanted)).toList()
        : exact;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
