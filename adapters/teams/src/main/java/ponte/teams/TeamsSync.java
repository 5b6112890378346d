package ponte.teams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

/** Has read from Teams what activities do not tell; at once, and durably, it is only asked for. */
public interface TeamsSync {

  /**
   * A team changed, or Ponte was added to it: its channels and its people are read anew.
   *
   * @param team as activities name it
   */
  void team(WorkspaceId tenant, String team);

  /**
   * Somebody added Ponte to a team: they are told whether it hears everything there, or only what
   * mentions it.
   *
   * @param language what they read; null: it is not known
   */
  void added(WorkspaceId tenant, String team, PersonId by, @Nullable Language language);

  /** A channel that nobody knows was heard of: so is the rest of its team, once in a while. */
  void unknown(ChannelId channel);

  /**
   * Something was said in a channel of which nobody can say whether Ponte may listen, since its
   * name is not known: it is held back until then.
   *
   * @param said at least one
   */
  void held(ChannelId channel, List<Event.Talk> said);

  /** Somebody whom nobody knows was heard of. */
  void person(PersonId person);
}
