package ponte.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
   * @param noDay a day they named that cannot be meant; null: there is none
   */
  record NotUnderstood(Language language, List<Command> nearest, @Nullable NoDay noDay)
      implements Understanding {
    public NotUnderstood {
      nearest = List.copyOf(nearest);
    }

    /** Where days are not what is unclear. */
    public NotUnderstood(Language language, List<Command> nearest) {
      this(language, nearest, null);
    }
  }

  /**
   * A day on which nobody can have said anything.
   *
   * @param said as they named it
   */
  record NoDay(String said, Reason reason) {

    /** Why nobody can. */
    public enum Reason {
      /** No calendar has it. */
      IMPOSSIBLE,
      /** The year that is meant has no such day. */
      NOT_THAT_YEAR,
      /** It is still to come. */
      AHEAD
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
