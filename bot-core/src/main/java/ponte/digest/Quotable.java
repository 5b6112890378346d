package ponte.digest;

import java.util.Set;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;

/**
 * A sentence of a message, cleaned so that it can be quoted.
 *
 * @param text as it is shown, with its code, links and names
 * @param plain the same as words, for reading rules over it; names of people and bare addresses are
 *     left out
 * @param words how many words it shows, names, links and pieces of code counting one each
 * @param letters whether it has words of its own beside names, links and code
 * @param symbols the share of its own characters that are symbols and no punctuation, 0 to 1
 * @param spokenTo those its message spoke to before it began; the names themselves are cut
 */
record Quotable(
    RichText text,
    String plain,
    int words,
    boolean letters,
    double symbols,
    Set<PersonId> spokenTo) {

  Quotable {
    spokenTo = Set.copyOf(spokenTo);
  }

  boolean hasCode() {
    return text.spans().stream().anyMatch(RichText.Span.Code.class::isInstance);
  }

  boolean hasLink() {
    return !text.links().isEmpty();
  }

  boolean mentions() {
    return !spokenTo.isEmpty() || !text.mentions().isEmpty();
  }
}
