package ponte.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser is told with every answer, whoever gives it: it may not run, frame or pass on what
 * is not Ponte's own, and comes by an encrypted connection only where there is one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PageHeaders extends OncePerRequestFilter {

  private static final String CONTENT = "Content-Security-Policy";

  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String REFERRER = "Referrer-Policy";

  private final boolean encrypted;

  PageHeaders(Access access, Environment settings) {
    this.encrypted =
        access instanceof Access.BySignIn signIn && signIn.isEncrypted()
            || settings.getProperty("ponte.slack.public-address", "").startsWith("https:");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(CONTENT, PAGES);
    response.setHeader(REFERRER, "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (encrypted || request.isSecure()) {
      response.setHeader(
          "Strict-Transport-Security", "max-age=" + Duration.ofDays(365).toSeconds());
    }
    chain.doFilter(request, response);
  }

  /**
   * Tells more strictly that an answer needs nothing else, and that nobody learns from where a link
   * in it was followed.
   */
  public static void needsNothing(HttpServletResponse response) {
    response.setHeader(CONTENT, NOTHING);
    response.setHeader(REFERRER, "no-referrer");
  }

  /**
   * As {@link #needsNothing} where a page has a style in itself.
   *
   * @param hash of the style, as <https://www.w3.org/TR/CSP3/#grammardef-hash-source> writes it
   */
  public static void needsOnlyItsStyle(HttpServletResponse response, String hash) {
    needsNothing(response);
    response.setHeader(CONTENT, NOTHING + "; style-src '" + hash + "'");
  }
}
