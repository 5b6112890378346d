package ponte.digest;

import java.util.ArrayList;
import java.util.HashSet;
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
 * @param form how it stands in its message
 */
record Quotable(
    RichText text,
    String plain,
    int words,
    boolean letters,
    double symbols,
    Set<PersonId> spokenTo,
    Form form) {

  /** How a sentence stands in its message. */
  enum Form {
    PROSE,
    /** It belongs to an item of a list, whose title says what it is. */
    LISTED
  }

  /** Between two sentences with others between them. */
  static final String LEFT_OUT = " … ";

  Quotable {
    spokenTo = Set.copyOf(spokenTo);
  }

  boolean hasCode() {
    return text.spans().stream().anyMatch(RichText.Span.Code.class::isInstance);
  }

  boolean hasLink() {
    return !text.links().isEmpty();
  }

  /** This sentence and the next one. */
  Quotable then(Quotable next) {
    return with(text.searchable().matches("(?s).*[.!?…:]") ? " " : ". ", next);
  }

  /** This sentence and one that comes later in its message; what is left out shows. */
  Quotable upTo(Quotable later) {
    return with(LEFT_OUT, later);
  }

  /** This sentence without the first characters of it, which are words alone. */
  Quotable without(int first) {
    if (!(text.spans().getFirst() instanceof RichText.Span.Plain(var words))
        || words.length() < first) {
      return this;
    }
    var rest = new ArrayList<>(text.spans());
    rest.set(0, new RichText.Span.Plain(Cleaner.raised(words.substring(first).stripLeading())));
    return new Quotable(
        new RichText(rest),
        Cleaner.raised(plain.substring(first).stripLeading()),
        this.words - words.substring(0, first).strip().split("\\s+").length,
        letters,
        symbols,
        spokenTo,
        form);
  }

  private Quotable with(String between, Quotable next) {
    var both = new ArrayList<>(text.spans());
    both.add(new RichText.Span.Plain(between));
    both.addAll(next.text.spans());
    var people = new HashSet<>(spokenTo);
    people.addAll(next.spokenTo);
    return new Quotable(
        new RichText(both),
        plain + (between.equals(LEFT_OUT) ? LEFT_OUT : " ") + next.plain,
        words + next.words,
        letters || next.letters,
        Math.max(symbols, next.symbols),
        people,
        form);
  }

  boolean mentions() {
    return !spokenTo.isEmpty() || !text.mentions().isEmpty();
  }
}
