package ponte.teams.delivery;

import java.util.Set;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.teams.Conversations;
import ponte.teams.card.Cards;
import ponte.teams.connector.Connector;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;

/** Speaks in the tenants whose conversations Ponte was heard in. */
public final class TeamsPlatform implements ChatPlatform {

  private final References references;

  public TeamsPlatform(
      Connector connector, Cards cards, References references, ReplyRoutes routes) {
    this.references = references;
  }

  /** What was asked in Teams is answered there, or nowhere. */
  @Override
  public boolean serves(Destination to) {
    return to instanceof Destination.Answer answer
        ? Conversations.isFromTeams(answer.request())
        : references.service(to.workspace()).isPresent();
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.THREADS, Capability.FORMS, Capability.HOME_PAGE);
  }

  @Override
  public Delivery deliver(Outgoing outgoing) {
    throw new UnsupportedOperationException();
  }
}
