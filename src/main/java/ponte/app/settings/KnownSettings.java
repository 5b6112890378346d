package ponte.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.command.SimilarNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All settings of Ponte, as Spring's processor of annotations wrote them down in the build. */
public final class KnownSettings {

  private static final String FILE = "META-INF/spring-configuration-metadata.json";
  private static final String OURS = "ponte.";
  private static final int MOST_MEANT = 2;

  private final List<KnownSetting> all;

  private KnownSettings(List<KnownSetting> all) {
    this.all = List.copyOf(all);
  }

  /**
   * @throws IllegalStateException if the build wrote none down
   */
  public static KnownSettings read() {
    var all = new ArrayList<KnownSetting>();
    try {
      for (var file : Collections.list(KnownSettings.class.getClassLoader().getResources(FILE))) {
        all.addAll(in(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (all.isEmpty()) {
      throw new IllegalStateException("the build wrote no settings down in " + FILE);
    }
    all.sort(Comparator.comparing(KnownSetting::name));
    return new KnownSettings(all);
  }

  private static List<KnownSetting> in(URL file) throws IOException {
    var settings = new ArrayList<KnownSetting>();
    try (var content = file.openStream()) {
      for (var property : JsonMapper.shared().readTree(content).path("properties")) {
        var name = property.path("name").asString("");
        if (name.startsWith(OURS)) {
          settings.add(
              new KnownSetting(
                  name,
                  property.path("type").asString(""),
                  usual(property.path("defaultValue")),
                  property.path("description").asString(""),
                  property.path("sourceType").asString("")));
        }
      }
    }
    return settings;
  }

  private static @Nullable String usual(JsonNode value) {
    return value.isMissingNode() ? null : value.asString();
  }

  /** In the order of their names. */
  public List<KnownSetting> all() {
    return all;
  }

  /**
   * Whether there is such a setting: {@code ponte.retention.channels.payments} is one, and {@code
   * ponte.redis.nodes[0]}.
   *
   * @param name in the form of files
   */
  public boolean has(String name) {
    return all.stream().anyMatch(known -> isOf(known, name));
  }

  private static boolean isOf(KnownSetting known, String name) {
    return name.equals(known.name())
        || name.startsWith(known.name() + "[")
        || known.isMap() && name.startsWith(known.name() + ".");
  }

  /** What all have in common makes none of them more like another. */
  private static String bare(String name) {
    return name.startsWith(OURS) ? name.substring(OURS.length()) : name;
  }

  /** The names that may have been meant, the likeliest first. */
  public List<String> meant(String name) {
    return SimilarNames.to(
            bare(name), all.stream().map(known -> bare(known.name())).toList(), MOST_MEANT)
        .stream()
        .map(OURS::concat)
        .toList();
  }
}
