package ponte.app.teams;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.access.Bodies;
import ponte.app.access.ThisMachine;
import ponte.teams.live.Acknowledgement;
import ponte.teams.live.Entrance;

/** The one address that Teams sends everything to: activities, and what it waits for. */
@RestController
@Conditional(TeamsIsSet.class)
class TeamsController {

  /** The messaging endpoint, as it is registered with the bot. */
  static final String MESSAGES = "/api/messages";

  private final Entrance entrance;
  private final Bodies bodies;
  private final boolean local;

  TeamsController(Entrance entrance, TeamsMode mode, Clock clock) {
    this.entrance = entrance;
    this.bodies = new Bodies(clock);
    this.local = mode instanceof TeamsMode.Local;
  }

  @PostMapping(MESSAGES)
  ResponseEntity<byte[]> receive(HttpServletRequest request) {
    // What a browser sends for a foreign page never gets here: LocalRequests.
    if (local && !ThisMachine.sent(request)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    return response(
        entrance.receive(request.getHeader(HttpHeaders.AUTHORIZATION), bodies.of(request)));
  }

  private static ResponseEntity<byte[]> response(Acknowledgement acknowledgement) {
    var response = ResponseEntity.status(acknowledgement.status());
    return acknowledgement.json().isEmpty()
        ? response.build()
        : response
            .contentType(MediaType.APPLICATION_JSON)
            .body(acknowledgement.json().getBytes(StandardCharsets.UTF_8));
  }
}
