package ponte.slack.installation;

/** What Slack says to a token, or to the wish for one. */
public sealed interface Grant {

  /** It is good for this. */
  record Granted(Installation installation) implements Grant {}

  /**
   * It is good for nothing.
   *
   * @param error Slack's own word for why, such as {@code invalid_auth}
   */
  record Refused(String error) implements Grant {}
}
