package ponte.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the schema of Adaptive Cards 1.5 says of the elements that Ponte draws,
 * <https://adaptivecards.io/explorer/>, and Teams' own rules beside it. Any other element or
 * property is a fault.
 */
final class CardRules {

  /**
   * A card's limit,
   * <https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference>.
   */
  static final int CARD_BYTES = 28 * 1024;

  private static final Predicate<JsonNode> TEXT =
      node -> node.isString() && !node.stringValue().isBlank();

  /** Where two words are kept apart, a run may be a space alone. */
  private static final Predicate<JsonNode> WORDS =
      node -> node.isString() && !node.stringValue().isEmpty();

  private static final Predicate<JsonNode> YES_NO = JsonNode::isBoolean;
  private static final Predicate<JsonNode> LIST = node -> node.isArray() && !node.isEmpty();
  private static final Predicate<JsonNode> OBJECT = JsonNode::isObject;

  private static final Set<String> ELEMENTS =
      Set.of(
          "TextBlock",
          "RichTextBlock",
          "Container",
          "ColumnSet",
          "ActionSet",
          "Input.Text",
          "Input.ChoiceSet",
          "Input.Date",
          "Input.Time");

  private static final Set<String> ACTIONS = Set.of("Action.Submit", "Action.OpenUrl");

  private static final Pattern MENTION = Pattern.compile("<at>.*?</at>");

  private static final Map<String, Predicate<JsonNode>> OF_ELEMENTS =
      Map.of(
          "type", TEXT,
          "spacing", anyOf("None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"),
          "separator", YES_NO);

  private static final Map<String, Predicate<JsonNode>> OF_INPUTS =
      plus(
          OF_ELEMENTS,
          Map.of("id", TEXT, "label", TEXT, "isRequired", YES_NO, "errorMessage", TEXT));

  private static final Map<String, Map<String, Predicate<JsonNode>>> PROPERTIES =
      Map.ofEntries(
          Map.entry(
              "AdaptiveCard",
              Map.of(
                  "type", TEXT,
                  "$schema", TEXT,
                  "version", anyOf("1.5"),
                  "lang", anyOf("en", "it"),
                  "fallbackText", TEXT,
                  "msteams", OBJECT,
                  "body", LIST,
                  "actions", LIST)),
          Map.entry(
              "TextBlock",
              plus(
                  OF_ELEMENTS,
                  Map.of(
                      "text", TEXT,
                      "wrap", YES_NO,
                      "size", anyOf("Small", "Default", "Medium", "Large", "ExtraLarge"),
                      "weight", anyOf("Default", "Lighter", "Bolder"),
                      "isSubtle", YES_NO,
                      "color", anyOf("Default", "Attention"),
                      "style", anyOf("default", "heading")))),
          Map.entry("RichTextBlock", plus(OF_ELEMENTS, Map.of("inlines", LIST))),
          Map.entry(
              "TextRun",
              Map.of(
                  "type", TEXT,
                  "text", WORDS,
                  "size", anyOf("Small", "Default", "Medium", "Large", "ExtraLarge"),
                  "weight", anyOf("Default", "Lighter", "Bolder"),
                  "isSubtle", YES_NO,
                  "italic", YES_NO,
                  "strikethrough", YES_NO,
                  "fontType", anyOf("Default", "Monospace"),
                  "selectAction", OBJECT)),
          Map.entry(
              "Container",
              plus(OF_ELEMENTS, Map.of("items", LIST, "style", anyOf("default", "emphasis")))),
          Map.entry("ColumnSet", plus(OF_ELEMENTS, Map.of("columns", LIST))),
          Map.entry(
              "Column",
              plus(OF_ELEMENTS, Map.of("items", LIST, "width", anyOf("auto", "stretch")))),
          Map.entry("ActionSet", plus(OF_ELEMENTS, Map.of("actions", LIST))),
          Map.entry(
              "Action.Submit",
              Map.of(
                  "type", TEXT,
                  "title", TEXT,
                  "tooltip", TEXT,
                  "data", OBJECT,
                  "style", anyOf("default", "positive", "destructive"),
                  "associatedInputs", anyOf("auto", "none"))),
          Map.entry(
              "Action.OpenUrl",
              Map.of(
                  "type", TEXT,
                  "title", TEXT,
                  "url", TEXT,
                  "style", anyOf("default", "positive", "destructive"))),
          Map.entry(
              "Input.Text",
              plus(
                  OF_INPUTS,
                  Map.of("value", TEXT, "isMultiline", YES_NO, "maxLength", JsonNode::isInt))),
          Map.entry(
              "Input.ChoiceSet",
              plus(
                  OF_INPUTS,
                  Map.of(
                      "value", TEXT,
                      "choices", LIST,
                      "isMultiSelect", YES_NO,
                      "style", anyOf("compact", "expanded"),
                      "wrap", YES_NO))),
          Map.entry(
              "Input.Time",
              plus(OF_INPUTS, Map.of("value", matching("([01]\\d|2[0-3]):[0-5]\\d")))),
          Map.entry(
              "Input.Date", plus(OF_INPUTS, Map.of("value", matching("\\d{4}-\\d\\d-\\d\\d")))));

  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "AdaptiveCard", Set.of("version", "body", "fallbackText", "lang"),
          "TextBlock", Set.of("text", "wrap"),
          "TextRun", Set.of("text"),
          "Action.Submit", Set.of("title", "data"),
          "Action.OpenUrl", Set.of("url"),
          "Input.Text", Set.of("id", "label"),
          "Input.ChoiceSet", Set.of("id", "label", "choices"),
          "Input.Date", Set.of("id", "label"),
          "Input.Time", Set.of("id", "label"));

  private final List<String> texts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private CardRules() {}

  /** Fails where a card is not by the rules. */
  static void hold(JsonNode card) {
    var rules = new CardRules();
    object(card, "AdaptiveCard");
    rules.each(card.path("body"), ELEMENTS);
    rules.actions(card);
    rules.mentions(card.path("msteams"));
    assertThat(card.toString().getBytes(StandardCharsets.UTF_8).length)
        .as("bytes of a card")
        .isLessThanOrEqualTo(CARD_BYTES);
  }

  private void each(JsonNode list, Set<String> types) {
    for (var element : list.values()) {
      var type = element.path("type").stringValue("");
      assertThat(types).contains(type);
      object(element, type);
      switch (type) {
        case "TextBlock" -> texts.add(element.path("text").stringValue(""));
        case "RichTextBlock" -> each(element.path("inlines"), Set.of("TextRun"));
        case "Container", "Column" -> each(element.path("items"), ELEMENTS);
        case "ColumnSet" -> each(element.path("columns"), Set.of("Column"));
        case "ActionSet" -> actions(element);
        case "Input.ChoiceSet" -> choices(element);
        case "TextRun" -> {
          assertThat(element.path("text").stringValue("")).doesNotContain("<at>", "\n");
          if (element.has("selectAction")) {
            link(element.path("selectAction"));
          }
        }
        default -> {}
      }
      if (type.startsWith("Input.")) {
        assertThat(ids.add(element.path("id").stringValue(""))).as("a new id").isTrue();
      }
    }
  }

  private void actions(JsonNode owner) {
    assertThat(owner.path("actions").size()).isLessThanOrEqualTo(6);
    each(owner.path("actions"), ACTIONS);
    for (var action : owner.path("actions").values()) {
      if (action.path("type").stringValue("").equals("Action.OpenUrl")) {
        link(action);
      }
    }
  }

  private void link(JsonNode action) {
    object(action, "Action.OpenUrl");
    assertThat(URI.create(action.path("url").stringValue("")).getScheme())
        .isIn("http", "https", "mailto");
  }

  private static void choices(JsonNode input) {
    var values = new HashSet<String>();
    for (var choice : input.path("choices").values()) {
      assertThat(choice.propertyNames()).containsExactlyInAnyOrder("title", "value");
      assertThat(choice.path("title").stringValue("")).isNotBlank();
      values.add(choice.path("value").stringValue(""));
    }
    var value = input.path("value").stringValue("");
    if (!value.isEmpty()) {
      var chosen =
          input.path("isMultiSelect").booleanValue(false)
              ? List.of(value.split(","))
              : List.of(value);
      assertThat(values).containsAll(chosen);
    }
  }

  /** Every tag has somebody whom it means, and nobody else is called. */
  private void mentions(JsonNode msteams) {
    var tags = new HashSet<String>();
    for (var text : texts) {
      MENTION.matcher(text).results().forEach(found -> tags.add(found.group()));
    }
    var meant = new HashSet<String>();
    for (var entity : msteams.path("entities").values()) {
      assertThat(entity.propertyNames()).containsExactlyInAnyOrder("type", "text", "mentioned");
      assertThat(entity.path("mentioned").path("id").stringValue("")).isNotBlank();
      assertThat(entity.path("mentioned").path("name").stringValue("")).isNotBlank();
      assertThat(meant.add(entity.path("text").stringValue(""))).isTrue();
    }
    assertThat(meant).isEqualTo(tags);
  }

  private static void object(JsonNode object, String type) {
    var properties = PROPERTIES.getOrDefault(type, Map.of());
    assertThat(object.path("type").stringValue("")).isEqualTo(type);
    for (var property : object.properties()) {
      assertThat(properties).as("properties of %s", type).containsKey(property.getKey());
      var rule = properties.getOrDefault(property.getKey(), _ -> false);
      assertThat(rule.test(property.getValue()))
          .as("%s of %s: %s", property.getKey(), type, property.getValue())
          .isTrue();
    }
    assertThat(object.propertyNames()).containsAll(REQUIRED.getOrDefault(type, Set.of()));
  }

  private static Predicate<JsonNode> anyOf(String... words) {
    return node -> node.isString() && Set.of(words).contains(node.stringValue());
  }

  private static Predicate<JsonNode> matching(String pattern) {
    return node -> node.isString() && node.stringValue().matches(pattern);
  }

  private static Map<String, Predicate<JsonNode>> plus(
      Map<String, Predicate<JsonNode>> one, Map<String, Predicate<JsonNode>> other) {
    var all = new HashMap<>(one);
    all.putAll(other);
    return Map.copyOf(all);
  }
}
