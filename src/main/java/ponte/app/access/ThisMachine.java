package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Tells what comes from this very machine. */
public final class ThisMachine {

  private ThisMachine() {}

  /** Whether a request calls it by a name that nobody else's can have. */
  public static boolean isNamed(HttpServletRequest request) {
    var host = request.getHeader(HttpHeaders.HOST);
    if (host == null) {
      return false;
    }
    var name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || name.matches("127(\\.\\d{1,3}){3}");
  }

  /** Whether a request was sent here: neither from elsewhere, nor passed on by a proxy here. */
  public static boolean sent(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
          && request.getHeader("X-Forwarded-For") == null
          && request.getHeader("Forwarded") == null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
