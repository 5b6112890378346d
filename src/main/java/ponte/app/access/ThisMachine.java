package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Tells what comes from this very machine. */
public final class ThisMachine {

  /** Tomcat marks so what it changed by the headers of a proxy, which it takes away. */
  private static final String BELIEVED = "org.apache.tomcat.request.forwarded";

  private static final List<String> PASSED_ON =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Via");

  private ThisMachine() {}

  /** Spring's filter hides the headers of a proxy behind a request of its own. */
  private static HttpServletRequest asSent(HttpServletRequest request) {
    var sent = request;
    while (sent instanceof HttpServletRequestWrapper wrapper
        && wrapper.getRequest() instanceof HttpServletRequest within) {
      sent = within;
    }
    return sent;
  }

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

  /**
   * Whether a request was sent here: neither from elsewhere, nor passed on by a proxy here. What a
   * server that believes proxies made of the request is not believed.
   */
  public static boolean sent(HttpServletRequest request) {
    try {
      var sent = asSent(request);
      return InetAddress.getByName(sent.getRemoteAddr()).isLoopbackAddress()
          && sent.getAttribute(BELIEVED) == null
          && PASSED_ON.stream().allMatch(header -> sent.getHeader(header) == null);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
