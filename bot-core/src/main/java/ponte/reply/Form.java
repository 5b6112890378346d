package ponte.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions to be filled in. What was filled in comes back as {@link
 * ponte.conversation.Event.Request.Submitted} under this form's kind.
 *
 * @param kind tells what the form is for; the same for each person and in every language
 * @param submit what the button says that sends it
 */
public record Form(String kind, String title, List<Field> fields, String submit) {

  /** The most options a field has: no platform shows more. */
  public static final int MOST_OPTIONS = 100;

  /** What is filled into a field, and how it is written in the values that come back. */
  public enum Kind {
    /** A line. */
    TEXT,
    /** Some lines. */
    LONG_TEXT,
    /** One of the options, by its value. */
    CHOICE,
    /** Any of the options, by their values. */
    CHOICES,
    /** A time of day: {@code 09:00}. */
    TIME,
    /** A day: {@code 2026-03-29}. */
    DATE
  }

  /** Something to choose. */
  public record Option(String value, String label) {}

  /**
   * A question.
   *
   * @param name names it among the values that come back
   * @param hint says more than the label; may be empty
   * @param values what it is filled with at first: none, one, or several of {@link Kind#CHOICES}
   * @param options what can be chosen; empty for all but the choices
   */
  public record Field(
      String name,
      String label,
      String hint,
      Kind kind,
      List<String> values,
      List<Option> options,
      boolean required) {
    public Field {
      values = List.copyOf(values);
      options = List.copyOf(options);
      var isChoice = kind == Kind.CHOICE || kind == Kind.CHOICES;
      if (isChoice == options.isEmpty() || options.size() > MOST_OPTIONS) {
        throw new IllegalArgumentException(
            "field " + name + " of kind " + kind + " has " + options.size() + " options");
      }
      if (kind != Kind.CHOICES && values.size() > 1) {
        throw new IllegalArgumentException("field " + name + " has " + values.size() + " values");
      }
    }
  }

  public Form {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("form " + kind + " asks nothing");
    }
  }

  /** The same form filled with these values, where there are any for a field. */
  public Form filled(Map<String, List<String>> values) {
    return new Form(
        kind,
        title,
        fields.stream()
            .map(
                field ->
                    Optional.ofNullable(values.get(field.name()))
                        .map(
                            filled ->
                                new Field(
                                    field.name(),
                                    field.label(),
                                    field.hint(),
                                    field.kind(),
                                    filled,
                                    field.options(),
                                    field.required()))
                        .orElse(field))
            .toList(),
        submit);
  }
}
