package ponte.teams.card;

import tools.jackson.databind.node.ObjectNode;

/**
 * A message of Teams, ready to be posted.
 *
 * @param summary what it says in words alone: in notifications, and where cards are not shown
 * @param card the Adaptive Card
 */
public record Drawn(String summary, ObjectNode card) {}
