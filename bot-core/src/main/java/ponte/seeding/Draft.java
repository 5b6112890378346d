package ponte.seeding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.command.Sowing.Shape;
import ponte.conversation.PersonId;

/**
 * What is to be posted.
 *
 * @param prompt what the channel reads first, 1 to {@value #LONGEST_PROMPT} characters; empty where
 *     whoever wrote it took it back
 * @param options what can be voted for; empty for all but a poll
 * @param secret whether nobody sees who voted for what
 * @param host who answers in an "ask me anything"; null: nobody yet, or it is none
 * @param invited colleagues who are asked whether they want to be invited to it
 */
public record Draft(
    Shape shape,
    String prompt,
    List<String> options,
    boolean secret,
    @Nullable PersonId host,
    List<PersonId> invited) {

  public static final int LONGEST_PROMPT = 1_000;
  public static final int FEWEST_OPTIONS = 2;
  public static final int MOST_OPTIONS = 8;
  public static final int LONGEST_OPTION = 75;

  public Draft {
    options = List.copyOf(options);
    invited = List.copyOf(invited);
    if ((prompt.isBlank() && !prompt.isEmpty()) || prompt.length() > LONGEST_PROMPT) {
      throw new IllegalArgumentException("prompt has " + prompt.length() + " characters");
    }
  }

  /** A prompt to be discussed. */
  static Draft discussion(String prompt, List<PersonId> invited) {
    return new Draft(Shape.DISCUSSION, prompt, List.of(), false, null, invited);
  }

  /** The same form, of which nothing is said any more. */
  Draft takenBack() {
    return new Draft(shape, "", List.of(), secret, null, List.of());
  }

  boolean isTakenBack() {
    return prompt.isEmpty();
  }

  /**
   * What stands at a number, from 0; null where nothing does: an offer of help has no options, and
   * whoever takes back a poll takes its options back.
   */
  @Nullable String optionAt(int number) {
    return number < options.size() ? options.get(number) : null;
  }

  Draft inviting(List<PersonId> others) {
    return new Draft(shape, prompt, options, secret, host, others);
  }

  Draft hostedBy(@Nullable PersonId other) {
    return new Draft(
        other == null ? Shape.DISCUSSION : Shape.ASK_ME_ANYTHING,
        prompt,
        options,
        secret,
        other,
        invited);
  }

  /** Whether nothing is missing so that it can be posted. */
  boolean isWhole() {
    return switch (shape) {
      case DISCUSSION, RALLY -> true;
      case POLL -> options.size() >= FEWEST_OPTIONS;
      case ASK_ME_ANYTHING -> host != null;
    };
  }
}
