package ponte.opensearch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to OpenSearch and what it answers: maps, lists and values as JSON. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static JsonNode read(byte[] bytes) {
    return bytes.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
  }

  static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /** An object of names and values by turns. */
  static Map<String, Object> object(Object... namesAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static Map<String, Object> term(String field, Object value) {
    return Map.of("term", Map.of(field, value));
  }

  /** Documents that have any of these values. */
  static Map<String, Object> terms(String field, Collection<?> values) {
    return Map.of("terms", Map.of(field, values.stream().map(Object::toString).toList()));
  }

  static Map<String, Object> exists(String field) {
    return Map.of("exists", Map.of("field", field));
  }

  /** Documents of which all of this is true, without a score. */
  static Map<String, Object> all(Object... queries) {
    return Map.of("bool", Map.of("filter", List.of(queries)));
  }

  /** Documents of which any of this is true. */
  static Map<String, Object> any(List<? extends Object> queries) {
    return Map.of("bool", Map.of("should", queries, "minimum_should_match", 1));
  }

  /**
   * What lies on one side of a value.
   *
   * @param bound {@code lt}, {@code lte}, {@code gt} or {@code gte}
   */
  static Map<String, Object> range(String field, String bound, Object value) {
    return Map.of("range", Map.of(field, Map.of(bound, value)));
  }
}
