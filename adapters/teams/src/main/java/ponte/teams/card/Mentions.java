package ponte.teams.card;

import java.util.HashMap;
import java.util.Map;
import ponte.conversation.PersonId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls people in a card: by a name between tags, and beside the card whom the name means,
 * <https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards>.
 *
 * <p>Two of the same name are told apart by a number, or the wrong one would be called.
 */
final class Mentions {

  private final Pointers pointers;
  private final Map<String, PersonId> named = new HashMap<>();

  Mentions(Pointers pointers) {
    this.pointers = pointers;
  }

  /** The text that calls a person. */
  String tag(PersonId person) {
    return "<at>" + name(person) + "</at>";
  }

  /** Whom a tag means. */
  ObjectNode entity(PersonId person) {
    var entity = Shapes.object("mention").put("text", tag(person));
    entity.set(
        "mentioned",
        JsonNodeFactory.instance
            .objectNode()
            .put("id", person.value())
            .put("name", Names.bare(person, pointers)));
    return entity;
  }

  private String name(PersonId person) {
    var bare = Neutral.name(Names.bare(person, pointers));
    var name = bare.isEmpty() ? "?" : bare;
    for (int number = 2; !named.computeIfAbsent(name, _ -> person).equals(person); number++) {
      name = bare + " (" + number + ")";
    }
    return name;
  }
}
