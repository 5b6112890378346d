package ponte.teams.card;

import java.util.Optional;
import java.util.function.UnaryOperator;
import ponte.conversation.MessageId;
import ponte.platform.Permalinks;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;

/** Teams' own addresses of the messages of tenants that Ponte was heard in. */
public final class TeamsPermalinks implements Permalinks {

  private final References references;
  private final UnaryOperator<MessageId> roots;

  /**
   * @param roots gives the message that opened the thread of a message: itself, where it stands
   *     alone or nothing is known of it
   */
  public TeamsPermalinks(References references, UnaryOperator<MessageId> roots) {
    this.references = references;
    this.roots = roots;
  }

  @Override
  public Optional<String> of(MessageId message) {
    return references.service(message.channel().workspace()).map(_ -> in(message));
  }

  private String in(MessageId message) {
    var channel = message.channel();
    var group =
        references
            .team(channel)
            .map(Team::group)
            .map(known -> "&groupId=" + Addresses.encoded(known))
            .orElse("");
    return Addresses.TEAMS
        + "message/"
        + Addresses.encoded(channel.value())
        + "/"
        + Addresses.encoded(message.value())
        + "?tenantId="
        + Addresses.encoded(channel.workspace().value())
        + group
        + "&parentMessageId="
        + Addresses.encoded(roots.apply(message).value());
  }
}
