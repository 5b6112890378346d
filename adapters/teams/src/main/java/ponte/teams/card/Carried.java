package ponte.teams.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.platform.ButtonValues;
import tools.jackson.databind.JsonNode;

/**
 * What came back from a card: the {@code data} of its action, with what was filled into its inputs.
 */
public sealed interface Carried {

  /**
   * A button was pressed.
   *
   * @param value what {@link ButtonValues#of} wrote; {@link ButtonValues#action} reads it
   */
  record Button(String value) implements Carried {}

  /**
   * A form was sent.
   *
   * @param form its kind
   * @param values by the name of the field; a field that was left empty is not there
   */
  record Filled(String form, Map<String, List<String>> values) implements Carried {
    public Filled {
      values = Map.copyOf(values);
    }
  }

  /** Nothing that Ponte wrote. */
  record Nothing() implements Carried {}

  /** The member that holds a button's value. */
  String VALUE = "ponte";

  /** The member that holds a form's kind. */
  String FORM = "ponteForm";

  /** What the name of an input begins with; what follows is the field's. */
  String INPUT = "field.";

  /** The same of an input with several values, which come back with a comma between them. */
  String INPUTS = "fields.";

  /**
   * Reads the {@code value} of a message that a card sent, or the {@code data} in that of an
   * invoke.
   */
  static Carried read(JsonNode data) {
    var form = data.path(FORM).stringValue("");
    var value = data.path(VALUE).stringValue("");
    if (!form.isEmpty()) {
      return new Filled(form, filled(data));
    }
    return value.isEmpty() ? new Nothing() : new Button(value);
  }

  private static Map<String, List<String>> filled(JsonNode data) {
    var values = new HashMap<String, List<String>>();
    for (var input : data.properties()) {
      var name = input.getKey();
      var value = input.getValue().stringValue("");
      if (value.isEmpty()) {
        continue;
      }
      if (name.startsWith(INPUT)) {
        values.put(name.substring(INPUT.length()), List.of(value));
      } else if (name.startsWith(INPUTS)) {
        var each = new ArrayList<String>();
        for (var one : value.split(",")) {
          each.add(OptionValues.read(one));
        }
        values.put(name.substring(INPUTS.length()), List.copyOf(each));
      }
    }
    return values;
  }
}
