package ponte.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of what is set, without secrets. */
public record SettingsPage(Reader reader, List<Group> groups) {

  public SettingsPage {
    groups = List.copyOf(groups);
  }

  /**
   * Settings that belong together.
   *
   * @param prefix what their names begin with, such as {@code ponte.digest}
   */
  public record Group(String prefix, List<Setting> settings) {
    public Group {
      settings = List.copyOf(settings);
    }
  }

  /**
   * A setting.
   *
   * @param name its whole name
   * @param value as it holds; null: it is not set; of a secret nothing
   * @param changed whether somebody set it
   */
  public record Setting(String name, @Nullable String value, boolean secret, boolean changed) {}
}
