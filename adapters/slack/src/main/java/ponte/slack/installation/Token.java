package ponte.slack.installation;

/** A token of Slack's, which opens a workspace to whoever holds it, and so is never shown. */
public record Token(String value) {

  public Token {
    if (value.isBlank()) {
      throw new IllegalArgumentException("token is blank");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
