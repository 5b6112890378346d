package ponte.slack.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.slack.Fields;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was filled into a form,
 * <https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload>.
 */
final class Filled {

  private Filled() {}

  /** What each field holds, by its name; a field that was left empty is not there. */
  static Map<String, List<String>> values(JsonNode view) {
    var values = new HashMap<String, List<String>>();
    for (var block : view.path("state").path("values").properties()) {
      for (var element : block.getValue().values()) {
        var filled = values(Fields.text(element, "type"), element);
        if (!filled.isEmpty()) {
          values.put(block.getKey(), filled);
        }
      }
    }
    return values;
  }

  private static List<String> values(String type, JsonNode element) {
    return switch (type) {
      case "timepicker" -> one(Fields.text(element, "selected_time"));
      case "datepicker" -> one(Fields.text(element, "selected_date"));
      case "checkboxes", "multi_static_select" ->
          element.path("selected_options").values().stream()
              .map(option -> Fields.text(option, "value"))
              .toList();
      case "static_select", "radio_buttons", "overflow" ->
          one(Fields.text(element.path("selected_option"), "value"));
      default -> one(Fields.text(element, "value"));
    };
  }

  /** What a pressed or chosen element carries; empty where it carries nothing. */
  static String carried(JsonNode action) {
    return values(Fields.text(action, "type"), action).stream().findFirst().orElse("");
  }

  private static List<String> one(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
