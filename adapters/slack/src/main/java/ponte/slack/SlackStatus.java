package ponte.slack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Away;
import tools.jackson.databind.JsonNode;

/**
 * Tells from the status that somebody set, <https://docs.slack.dev/reference/objects/user-object>,
 * whether they are away for days. Nothing of its words goes further.
 */
final class SlackStatus {

  private static final Map<String, List<String>> LISTS = lists();
  private static final Set<String> EMOJI = new HashSet<>(list("emoji"));
  private static final Pattern AWAY = anyOf(list("away"));
  private static final Pattern NOT_AWAY = anyOf(list("not away"));

  private SlackStatus() {}

  /** The absence that a profile tells of; null where it tells of none. */
  static @Nullable Away away(JsonNode profile) {
    var words =
        Normalizer.normalize(
            Entities.decode(Fields.text(profile, "status_text")), Normalizer.Form.NFC);
    var tells = EMOJI.contains(Fields.text(profile, "status_emoji")) || AWAY.matcher(words).find();
    if (!tells || NOT_AWAY.matcher(words).find()) {
      return null;
    }
    // In seconds; 0 where the status stays until it is taken back.
    var expiration = profile.path("status_expiration").longValue(0);
    return Away.until(expiration > 0 ? Instant.ofEpochSecond(expiration) : null);
  }

  private static Pattern anyOf(List<String> phrases) {
    var alternatives =
        phrases.stream()
            .map(phrase -> Pattern.compile(" ").splitAsStream(phrase).map(Pattern::quote))
            .map(words -> words.collect(Collectors.joining("\\s+")))
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<!\\w)(?:" + alternatives + ")(?!\\w)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static List<String> list(String name) {
    return Objects.requireNonNull(LISTS.get(name), name);
  }

  private static Map<String, List<String>> lists() {
    var lists = new HashMap<String, List<String>>();
    try (var in = Objects.requireNonNull(SlackStatus.class.getResourceAsStream("status.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> list = new ArrayList<>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          list = new ArrayList<>();
          lists.put(line.substring(1, line.length() - 1), list);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          list.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("status.txt", e);
    }
    return lists;
  }
}
