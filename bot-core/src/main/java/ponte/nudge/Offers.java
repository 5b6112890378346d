package ponte.nudge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ponte.nudge.Effects.Said;
import ponte.prompt.Prompt;

/** The offers to have colleagues asked about a question, and what came of them. */
final class Offers {

  private final Effects effects;

  Offers(Effects effects) {
    this.effects = effects;
  }

  /** Whether the asker was asked. */
  boolean isMade(Followed question) {
    return effects.isShown(question.asker(), key(question));
  }

  void said(Followed question, Said said) {
    effects.said(question.asker(), key(question), said);
  }

  /**
   * The question is seen to be answered: where that came after the offer, the offer counts as one
   * that an answer followed, whether or not the asker took it up.
   *
   * @param at when somebody answered; null: nobody did, or nobody knows
   */
  void answered(Followed question, @Nullable Instant at) {
    if (at != null && question.offered() != null) {
      effects.answered(question.asker(), key(question), at);
    }
  }

  private static String key(Followed question) {
    return Prompt.Help.key(question.conversation());
  }
}
