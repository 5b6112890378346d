package ponte.web;

import java.util.List;
import ponte.bot.DeadLetters;
import ponte.bot.LetterWords;

/**
 * The page of what was given up.
 *
 * @param done what has just been done, in the reader's language; empty: nothing
 */
public record LettersPage(Reader reader, List<Shelf> shelves, String done) {

  public LettersPage {
    shelves = List.copyOf(shelves);
  }

  /**
   * A topic with the oldest of its letters.
   *
   * @param pile how many there are in all
   */
  public record Shelf(DeadLetters.Pile pile, List<DeadLetters.Letter> letters) {
    public Shelf {
      letters = List.copyOf(letters);
    }
  }

  /** Letters in the reader's words. */
  public LetterWords words() {
    return new LetterWords(reader.language());
  }
}
