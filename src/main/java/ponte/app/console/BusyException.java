package ponte.app.console;

import org.springframework.http.HttpStatus;

/** What somebody wants takes long, and is done for them or for others at this moment. */
final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  BusyException(HttpStatus status) {
    super(status.getReasonPhrase());
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
