package ponte.teams.live;

import tools.jackson.databind.JsonNode;

/**
 * What Teams is told at once.
 *
 * @param status as HTTP numbers it; only after 503 it is worth sending the same again
 * @param json the body, empty where there is none
 */
public record Acknowledgement(int status, String json) {

  /** It is durable. */
  static final Acknowledgement DONE = new Acknowledgement(200, "");

  /** It cannot be made durable now, or nobody can say now whose it is; it may be sent again. */
  static final Acknowledgement LATER = new Acknowledgement(503, "");

  /** It is nothing that Teams sends. */
  static final Acknowledgement NONSENSE = new Acknowledgement(400, "");

  /** It is not from Teams, or not from now. */
  static final Acknowledgement REFUSED = new Acknowledgement(401, "");

  /** It is from Teams and yet not for Ponte: of another tenant, another channel, elsewhere. */
  static final Acknowledgement FORBIDDEN = new Acknowledgement(403, "");

  /** It asks for something that Ponte does not offer. */
  static final Acknowledgement NOT_OFFERED = new Acknowledgement(501, "");

  static Acknowledgement json(JsonNode body) {
    return new Acknowledgement(200, body.toString());
  }
}
