package ponte.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.archive.Extent;
import ponte.conversation.Person;
import ponte.conversation.PersonId;

/**
 * The page that asks who somebody is, and shows what there is.
 *
 * @param search what they look for among the names; empty: everybody
 * @param colleagues those to choose from
 * @param managers those who take care of the community
 * @param more how many others there are
 * @param figures null while nothing has been imported
 * @param loading what is being imported, or what became of it
 * @param givenUp how much was given up
 * @param next where they go when they have said who they are
 */
public record StartPage(
    Reader reader,
    String search,
    List<Person> colleagues,
    Set<PersonId> managers,
    int more,
    @Nullable Figures figures,
    Loading loading,
    long givenUp,
    String next) {

  public StartPage {
    colleagues = List.copyOf(colleagues);
    managers = Set.copyOf(managers);
  }

  /** How much there is, of what everybody may see. */
  public record Figures(int people, int channels, int workspaces, Extent extent) {}

  /** The state of an import. */
  public sealed interface Loading {

    /** None was started. */
    record Idle() implements Loading {}

    /**
     * It goes on.
     *
     * @param channel the name of the one being read; empty before the first
     */
    record Running(long done, long total, String channel) implements Loading {}

    /** It is done. */
    record Finished(long messages, int people, int channels) implements Loading {}

    /**
     * It was given up and nothing was imported.
     *
     * @param reason in the reader's language
     */
    record Failed(String reason) implements Loading {}
  }
}
