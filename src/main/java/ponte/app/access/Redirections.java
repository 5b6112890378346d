package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import ponte.web.Door;

/**
 * Where browsers are led by signing in and out. Addresses are relative: behind a proxy nothing else
 * is known of where they came from.
 */
final class Redirections {

  private static final Logger log = LoggerFactory.getLogger(Redirections.class);

  /** They are signed in: to where they wanted. */
  void signedIn(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    go(response, BegunSignIns.next(request, Door.CHAT.address()));
  }

  /** They are not: the page says why. */
  void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    var why = why(failure);
    log.atInfo().addKeyValue("why", why.key()).addKeyValue("code", code(failure)).log("no sign-in");
    log.atDebug().setCause(failure).log("no sign-in");
    end(request);
    go(response, page(why));
  }

  void signedOut(HttpServletResponse response) {
    go(response, page(Why.SIGNED_OUT));
  }

  /** Who they are is not known, or not any more: to the page where one signs in, and back. */
  void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/actuator")) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    var ended =
        request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()
            || SignedIn.of(request).isPresent();
    end(request);
    var next = request.getMethod().equals("GET") ? request.getRequestURI() : "";
    var page =
        SignInAddresses.PAGE
            + "?next="
            + URLEncoder.encode(next, StandardCharsets.UTF_8)
            + (ended ? "&why=" + Why.ENDED.key() : "");
    if (request.getHeader("HX-Request") == null) {
      go(response, page);
    } else {
      response.setHeader("HX-Redirect", ended ? page(Why.ENDED) : SignInAddresses.PAGE);
      response.setStatus(HttpServletResponse.SC_OK);
    }
  }

  private static Why why(AuthenticationException failure) {
    return switch (code(failure)) {
      case "access_denied" -> Why.DECLINED;
      case "authorization_request_not_found", "invalid_state_parameter" -> Why.NOT_EXPECTED;
      default -> Why.of(code(failure)).or(() -> named(failure)).orElse(Why.FAILED);
    };
  }

  /** What was found out about a token is wrapped into what that means for signing in. */
  private static Optional<Why> named(AuthenticationException failure) {
    return failure.getCause() instanceof JwtValidationException invalid
        ? invalid.getErrors().stream()
            .flatMap(error -> Why.of(error.getErrorCode()).stream())
            .findFirst()
        : Optional.empty();
  }

  private static String code(AuthenticationException failure) {
    return failure instanceof OAuth2AuthenticationException refused
        ? refused.getError().getErrorCode()
        : "";
  }

  private static void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private static String page(Why why) {
    return SignInAddresses.PAGE + "?why=" + why.key();
  }

  private static void go(HttpServletResponse response, String address) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.LOCATION, address);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
