package ponte.slack;

/** Tells whose a message is. */
public interface Authors {

  /** The id of whoever wrote a message; Slack itself where it does not say. */
  String author(SlackMessage message);

  /** Whether the account with this id is known to be a program's. */
  boolean isProgram(String id);
}
