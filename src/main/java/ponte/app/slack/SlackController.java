package ponte.app.slack;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.access.Bodies;
import ponte.slack.installation.Token;
import ponte.slack.live.Acknowledgement;
import ponte.slack.live.Entrance;
import ponte.slack.live.Signature;

/** The one address that Slack sends everything to: events, commands, presses, forms. */
@RestController
@ConditionalOnProperty("ponte.slack.signing-secret")
class SlackController {

  /** The address, as the app's manifest names it. */
  static final String EVENTS = "/slack/events";

  private final Entrance entrance;
  private final Signature signature;
  private final Bodies bodies;

  SlackController(Entrance entrance, SlackProperties properties, Clock clock) {
    this.entrance = entrance;
    this.bodies = new Bodies(clock);
    this.signature = new Signature(secret(properties), clock);
  }

  private static Token secret(SlackProperties properties) {
    var secret = properties.signingSecret();
    if (secret == null) {
      throw new SlackNotSetException("no-way-in");
    }
    return secret;
  }

  @PostMapping(EVENTS)
  ResponseEntity<byte[]> receive(HttpServletRequest request) {
    return response(
        entrance.receive(
            signature,
            request.getHeader("X-Slack-Request-Timestamp"),
            request.getHeader("X-Slack-Signature"),
            bodies.of(request)));
  }

  private static ResponseEntity<byte[]> response(Acknowledgement acknowledgement) {
    var response = ResponseEntity.status(acknowledgement.status());
    if (acknowledgement.type().isEmpty()) {
      return response.build();
    }
    return response
        .contentType(
            new MediaType(MediaType.parseMediaType(acknowledgement.type()), StandardCharsets.UTF_8))
        .body(acknowledgement.body().getBytes(StandardCharsets.UTF_8));
  }
}
