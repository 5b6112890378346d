package ponte.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What lies in {@code deploy}, as values. */
final class Yaml {

  static final Path DEPLOY = Path.of("..", "deploy");

  private Yaml() {}

  static List<Map<?, ?>> documents(String text) {
    return StreamSupport.stream(parser().loadAll(text).spliterator(), false)
        .filter(Objects::nonNull)
        .<Map<?, ?>>map(document -> (Map<?, ?>) document)
        .toList();
  }

  static Map<?, ?> file(String name) throws IOException {
    return parser().load(Files.readString(DEPLOY.resolve(name)));
  }

  /** Follows names and places in lists; null where there is nothing. */
  static @Nullable Object find(@Nullable Object node, Object... path) {
    var found = node;
    for (var step : path) {
      found =
          switch (found) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list when step instanceof Integer place && place < list.size() ->
                list.get(place);
            case null, default -> null;
          };
    }
    return found;
  }

  static Object at(Object node, Object... path) {
    return Objects.requireNonNull(find(node, path), () -> "nothing at " + List.of(path));
  }

  private static org.yaml.snakeyaml.Yaml parser() {
    var strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    return new org.yaml.snakeyaml.Yaml(new SafeConstructor(strict));
  }
}
