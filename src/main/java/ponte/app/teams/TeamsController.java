package ponte.app.teams;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.access.ThisMachine;
import ponte.teams.live.Acknowledgement;
import ponte.teams.live.Entrance;

/** The one address that Teams sends everything to: activities, and what it waits for. */
@RestController
@Conditional(TeamsIsSet.class)
class TeamsController {

  /** The messaging endpoint, as it is registered with the bot. */
  static final String MESSAGES = "/api/messages";

  /** More than anything Teams sends. */
  private static final int MOST_BYTES = 1024 * 1024;

  private final Entrance entrance;
  private final boolean local;

  TeamsController(Entrance entrance, TeamsMode mode) {
    this.entrance = entrance;
    this.local = mode instanceof TeamsMode.Local;
  }

  @PostMapping(MESSAGES)
  ResponseEntity<byte[]> receive(HttpServletRequest request) throws IOException {
    // What a browser sends for a foreign page never gets here: LocalRequests.
    if (local && !ThisMachine.sent(request)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    return response(entrance.receive(request.getHeader(HttpHeaders.AUTHORIZATION), body));
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
