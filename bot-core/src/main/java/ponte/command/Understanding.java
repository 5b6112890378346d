package ponte.command;

import java.util.List;
import ponte.nlp.Language;

/** What became of a person's words. */
public sealed interface Understanding {

  /** The language they were said in, or the person's own where that cannot be told. */
  Language language();

  /** They wish for this. */
  record Understood(Command command, Language language) implements Understanding {}

  /**
   * They wish for something that is not quite clear.
   *
   * @param nearest what they may have meant, the likeliest first; may be empty
   */
  record NotUnderstood(Language language, List<Command> nearest) implements Understanding {
    public NotUnderstood {
      nearest = List.copyOf(nearest);
    }
  }

  /** They greet, or thank. */
  record SmallTalk(Language language, Kind kind) implements Understanding {

    /** What is kindly said without wishing for anything. */
    public enum Kind {
      GREETING,
      THANKS
    }
  }

  /** There is no word in it. */
  record NothingSaid(Language language) implements Understanding {}
}
