package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** How people come to the console. */
public sealed interface Access {

  /** Only from this machine; they choose as whom they look. */
  record Local() implements Access {}

  /**
   * From wherever the server is reached; they prove who they are.
   *
   * @param address where browsers reach the console, without a slash at its end
   * @param ways how they may, at least one
   */
  record BySignIn(URI address, List<Way> ways) implements Access {
    public BySignIn {
      ways = List.copyOf(ways);
    }

    boolean isEncrypted() {
      return "https".equals(address.getScheme());
    }
  }

  /** With whose account somebody signs in. */
  enum Way {
    SLACK,
    ENTRA;

    /** Its name in addresses and texts. */
    public String key() {
      return this == SLACK ? "slack" : "entra";
    }

    /** Where that begins. */
    public String address() {
      return SignInAddresses.PAGE + "/" + key();
    }
  }

  /** Where the browser reaches the console, without a slash at its end. */
  default String address(HttpServletRequest request) {
    return switch (this) {
      case Local _ -> request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
      case BySignIn(var address, _) -> address.toString();
    };
  }
}
