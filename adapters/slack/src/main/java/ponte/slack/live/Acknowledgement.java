package ponte.slack.live;

/**
 * What Slack is told at once.
 *
 * @param status as HTTP numbers it; only after 200 Slack does not send the same again
 * @param type of the body, empty where there is none
 */
public record Acknowledgement(int status, String type, String body) {

  /** It is durable. */
  static final Acknowledgement DONE = new Acknowledgement(200, "", "");

  /** It cannot be made durable now; Slack will send it again. */
  static final Acknowledgement LATER = new Acknowledgement(503, "", "");

  /** It is nothing that Slack sends. */
  static final Acknowledgement NONSENSE = new Acknowledgement(400, "", "");

  /** It is not from Slack, or not from now. */
  static final Acknowledgement REFUSED = new Acknowledgement(401, "", "");

  static Acknowledgement text(String body) {
    return new Acknowledgement(200, "text/plain", body);
  }

  static Acknowledgement json(String body) {
    return new Acknowledgement(200, "application/json", body);
  }
}
