package ponte.app.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Why somebody is on the page where one signs in. */
public enum Why {
  /** They signed out. */
  SIGNED_OUT(HttpStatus.OK),
  /** They were signed in for too long, or did nothing for too long. */
  ENDED(HttpStatus.UNAUTHORIZED),
  /** They did not want to, over there. */
  DECLINED(HttpStatus.UNAUTHORIZED),
  /** Signing in was not begun in this browser, or too long ago. */
  NOT_EXPECTED(HttpStatus.BAD_REQUEST),
  /** Their workspace or tenant is none that Ponte serves. */
  NOT_SERVED(HttpStatus.FORBIDDEN),
  /** Ponte knows nobody who is in that workspace under this account. */
  UNKNOWN(HttpStatus.FORBIDDEN),
  /** Whether Ponte serves their workspace cannot be known yet. */
  LATER(HttpStatus.SERVICE_UNAVAILABLE),
  /** What came back proves nothing. */
  FAILED(HttpStatus.FORBIDDEN);

  private final HttpStatus status;

  Why(HttpStatus status) {
    this.status = status;
  }

  /** What its key names; none: nothing. */
  public static Optional<Why> of(String key) {
    return Arrays.stream(values()).filter(why -> why.key().equals(key)).findFirst();
  }

  /** Its name in addresses and texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public HttpStatus status() {
    return status;
  }
}
