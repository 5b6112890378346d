package ponte.slack.live;

/** Why there is no connection to Slack. */
public sealed interface Trouble {

  /**
   * Slack does not take the app's token, which an administrator must see to.
   *
   * @param error Slack's own word for why, such as {@code invalid_auth}
   */
  record Refused(String error) implements Trouble {}

  /**
   * Slack was not reached, or cannot now.
   *
   * @param why in a word
   */
  record NoAnswer(String why) implements Trouble {}
}
