package ponte.unnamed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * A question whose asker is not told.
 *
 * <p>It has two names, made by chance. What goes to colleagues carries the one, what goes to the
 * asker the other, so that nobody who sees both sides can put them together.
 *
 * @param id its name where colleagues have to do with it
 * @param back its name where the asker has to do with it
 * @param words as colleagues read them; none are kept of what stands in a channel, where they are
 *     changed and end
 * @param place where it stands in a channel, for Ponte to see how it reads and whether it was
 *     answered there; null: in none
 * @param waiting who is yet to be planned to be asked; nobody once that is done
 * @param asked so many are asked
 * @param answers so many answers came
 * @param over whether the asker took it back
 */
record UnnamedQuestion(
    String id,
    String back,
    PersonId asker,
    String words,
    @Nullable MessageId place,
    Instant at,
    List<PersonId> waiting,
    int asked,
    int answers,
    boolean over) {

  UnnamedQuestion {
    waiting = List.copyOf(waiting);
  }

  /** The same in the words in which it stands in its channel. */
  UnnamedQuestion reading(String standing) {
    return new UnnamedQuestion(id, back, asker, standing, place, at, waiting, asked, answers, over);
  }

  /** All who were waiting are planned to be asked. */
  UnnamedQuestion planned() {
    return new UnnamedQuestion(id, back, asker, words, place, at, List.of(), asked, answers, over);
  }

  UnnamedQuestion without(PersonId person) {
    return new UnnamedQuestion(
        id,
        back,
        asker,
        words,
        place,
        at,
        waiting.stream().filter(each -> !each.equals(person)).toList(),
        asked,
        answers,
        over);
  }

  UnnamedQuestion answered() {
    return new UnnamedQuestion(
        id, back, asker, words, place, at, waiting, asked, answers + 1, over);
  }

  UnnamedQuestion takenBack() {
    return new UnnamedQuestion(id, back, asker, words, place, at, waiting, asked, answers, true);
  }

  /** Whether nobody else is to be asked. */
  boolean isSettled() {
    return over || answers > 0;
  }
}
