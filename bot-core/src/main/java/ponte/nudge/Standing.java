package ponte.nudge;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.introduction.Matter;
import ponte.introduction.Matters;
import ponte.nudge.Followed.Ending;

/**
 * Tells at any moment whether a followed question still wants an answer, from what stands in the
 * archive and the directory then: nothing has to be undone where that changes.
 */
final class Standing {

  private final Questions questions;
  private final Directory directory;
  private final Preferences preferences;
  private final Matters matters;

  Standing(Questions questions, Directory directory, Preferences preferences, Matters matters) {
    this.questions = questions;
    this.directory = directory;
    this.preferences = preferences;
    this.matters = matters;
  }

  /** How a question stands. */
  sealed interface Now {

    /** Nobody is seen to have answered. */
    record Open(Message question, Channel room) implements Now {}

    /**
     * Somebody may have answered, or it is marked as done.
     *
     * @param at when somebody else said what may answer it; null: nobody did, or nobody knows
     */
    record Answered(@Nullable Instant at) implements Now {}

    /** It is not to be followed any more. */
    record Over(Ending ending) implements Now {}
  }

  Now of(Followed followed) {
    var ending = followed.ending();
    if (ending != null) {
      return new Now.Over(ending);
    }
    if (refuses(followed)) {
      return new Now.Over(Ending.REFUSED);
    }
    var room = room(followed);
    if (room.isEmpty()) {
      return new Now.Over(Ending.GONE);
    }
    return ending(followed)
        .<Now>map(Now.Over::new)
        .orElseGet(
            () ->
                switch (questions.of(followed.conversation())) {
                  case Questions.State.Open(var question) -> new Now.Open(question, room.get());
                  case Questions.State.Answered(_, var at) -> new Now.Answered(at);
                  case Questions.State.Nothing _ -> new Now.Over(Ending.GONE);
                });
  }

  /** Who agreed wants it for this question, whatever they say of others. */
  private boolean refuses(Followed followed) {
    var preference = preferences.of(followed.asker());
    return directory.person(followed.asker()).filter(Person::isActive).isEmpty()
        || preference.isOut()
        || (followed.agreed() == null && !preference.takes(Offer.HELP));
  }

  /** The channel, where Ponte still hears what is said in it and the asker can still open it. */
  private Optional<Channel> room(Followed followed) {
    var id = followed.conversation().channel();
    return directory
        .channel(id)
        .filter(channel -> !channel.archived())
        .filter(_ -> directory.audienceOf(followed.asker()).maySee(id))
        .filter(_ -> isHeard(followed, followed.asker()));
  }

  /** Whoever is taken out of a channel is not told any more who is in it. */
  private boolean isHeard(Followed followed, PersonId asker) {
    var members = directory.members(followed.conversation().channel());
    return members.isEmpty()
        ? !followed.membersKnown()
        : !Collections.disjoint(members, directory.accounts(asker));
  }

  /** What was said of it where colleagues were invited to it. */
  private Optional<Ending> ending(Followed followed) {
    return matters
        .find(followed.asker(), Matter.idOf(followed.question()))
        .map(Matter::ending)
        .map(
            ending ->
                switch (ending) {
                  case SOLVED, NOT_SOLVED -> Ending.SOLVED;
                  case TAKEN_BACK -> Ending.GONE;
                });
  }
}
