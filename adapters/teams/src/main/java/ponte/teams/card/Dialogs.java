package ponte.teams.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import ponte.nlp.Language;
import ponte.reply.Cut;
import ponte.reply.Form;
import ponte.reply.Texts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forms as dialogs: the whole bodies of answers to {@code task/fetch} and {@code task/submit},
 * <https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots>.
 */
public final class Dialogs {

  private static final int TITLE = 100;
  private static final int LABEL = 200;
  private static final int OPTION_LABEL = 75;
  private static final int SHORTEST_LABEL = 10;

  /** More fields than these do not fit into a dialog of middle height. */
  private static final int FEW = 3;

  /** More options than these are chosen from a list that opens. */
  private static final int OPEN_OPTIONS = 6;

  private Dialogs() {}

  /**
   * Shows a form. What is filled in comes back as {@link Carried.Filled}.
   *
   * @param problems what is wrong with it as it was filled in, by the name of the field; empty when
   *     it is opened
   */
  public static ObjectNode form(Form form, Map<String, String> problems, Language language) {
    var texts = Cards.texts(language);
    int label = OPTION_LABEL;
    var card = card(form, problems, texts, label);
    while (size(card) > Limits.BODY && label > SHORTEST_LABEL) {
      label = label / 2;
      card = card(form, problems, texts, label);
    }
    return shown(form.title(), card, form.fields().size() > FEW ? "large" : "medium");
  }

  /** Shows a card under a title. */
  public static ObjectNode card(String title, ObjectNode card) {
    return shown(title, card, "large");
  }

  /** Shows a sentence and a button that closes it. */
  public static ObjectNode message(String text) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("task").put("type", "message").put("value", text);
    return body;
  }

  private static ObjectNode shown(String title, ObjectNode card, String height) {
    var body = JsonNodeFactory.instance.objectNode();
    var value = body.putObject("task").put("type", "continue").putObject("value");
    value
        .put("title", Shapes.label(title, TITLE))
        .put("width", "medium")
        .put("height", height)
        .putObject("card")
        .put("contentType", Cards.CONTENT_TYPE)
        .set("content", card);
    return body;
  }

  private static ObjectNode card(
      Form form, Map<String, String> problems, Texts texts, int optionLabel) {
    var body = new ArrayList<ObjectNode>();
    for (var field : form.fields()) {
      var problem = problems.get(field.name());
      if (problem != null) {
        body.add(
            Shapes.block(Neutral.text(Shapes.label(problem, LABEL)))
                .put("color", "Attention")
                .put("weight", "Bolder"));
      }
      body.add(
          input(field, texts, optionLabel).put("spacing", problem == null ? "Medium" : "None"));
      if (!field.hint().isBlank()) {
        body.add(Shapes.small(Shapes.label(field.hint(), LABEL)).put("spacing", "Small"));
      }
    }
    var card = Cards.card(body, Shapes.label(form.title(), TITLE), texts.language());
    var submit =
        Shapes.object("Action.Submit")
            .put("title", Shapes.label(form.submit(), Limits.BUTTON_LABEL))
            .put("style", "positive");
    submit.putObject("data").put(Carried.FORM, form.kind());
    card.putArray("actions").add(submit);
    return card;
  }

  private static ObjectNode input(Form.Field field, Texts texts, int optionLabel) {
    var input = element(field, optionLabel);
    var prefix = field.kind() == Form.Kind.CHOICES ? Carried.INPUTS : Carried.INPUT;
    input.put("id", prefix + field.name()).put("label", Shapes.label(field.label(), LABEL));
    return field.required()
        ? input.put("isRequired", true).put("errorMessage", texts.say("required"))
        : input;
  }

  private static ObjectNode element(Form.Field field, int optionLabel) {
    return switch (field.kind()) {
      case TEXT -> filled(Shapes.object("Input.Text").put("maxLength", Limits.TEXT), field);
      case LONG_TEXT ->
          filled(
              Shapes.object("Input.Text").put("isMultiline", true).put("maxLength", Limits.TEXT),
              field);
      case TIME -> filled(Shapes.object("Input.Time"), field);
      case DATE -> filled(Shapes.object("Input.Date"), field);
      case CHOICE, CHOICES -> chosen(options(field, optionLabel), field);
    };
  }

  private static ObjectNode filled(ObjectNode input, Form.Field field) {
    field.values().stream()
        .filter(value -> !value.isBlank())
        .findFirst()
        .ifPresent(value -> input.put("value", Cut.shortened(value, Limits.TEXT)));
    return input;
  }

  private static ObjectNode options(Form.Field field, int optionLabel) {
    var options =
        field.options().stream()
            .map(
                option ->
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("title", Shapes.label(option.label(), optionLabel))
                        .put("value", written(field, option.value())))
            .toList();
    var input = Shapes.object("Input.ChoiceSet");
    input.putArray("choices").addAll(options);
    return input
        .put("isMultiSelect", field.kind() == Form.Kind.CHOICES)
        .put("style", options.size() > OPEN_OPTIONS ? "compact" : "expanded")
        .put("wrap", true);
  }

  private static ObjectNode chosen(ObjectNode input, Form.Field field) {
    var chosen =
        field.options().stream()
            .map(Form.Option::value)
            .filter(field.values()::contains)
            .distinct()
            .map(value -> written(field, value))
            .collect(Collectors.joining(","));
    return chosen.isEmpty() ? input : input.put("value", chosen);
  }

  /** Several values come back with a comma between them. */
  private static String written(Form.Field field, String value) {
    return field.kind() == Form.Kind.CHOICES ? OptionValues.write(value) : value;
  }

  private static int size(ObjectNode card) {
    return card.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
