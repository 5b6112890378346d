package ponte.slack.live;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Slack sends, in the one form that all of it has for Ponte: JSON. Events are JSON already,
 * interactions are JSON in a form's field, commands are a form's fields.
 */
final class Payload {

  /** Four times as deep as anything that Slack sends; whoever goes through it does so by depth. */
  private static final int DEEPEST = 100;

  private static final int LONGEST_NUMBER = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .build();

  private Payload() {}

  /**
   * @throws tools.jackson.core.JacksonException if it is not well formed
   */
  static JsonNode of(String body) {
    if (body.startsWith("{")) {
      return MAPPER.readTree(body);
    }
    var parameters = parameters(body);
    var payload = parameters.get("payload");
    return payload == null ? MAPPER.valueToTree(parameters) : MAPPER.readTree(payload);
  }

  /** The fields of a form; of a field that comes twice the last. What is no form has none. */
  static Map<String, String> parameters(String form) {
    var parameters = new HashMap<String, String>();
    for (var pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A per cent sign that stands for itself.
      return text;
    }
  }
}
