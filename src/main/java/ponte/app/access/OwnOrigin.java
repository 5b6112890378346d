package ponte.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nothing be changed but by forms of the console's own pages, as the browser tells it; who
 * tells nothing is refused. The session's cookie does not travel with foreign forms either.
 */
final class OwnOrigin extends OncePerRequestFilter {

  private final String origin;

  /**
   * @param address where browsers reach the console
   */
  OwnOrigin(URI address) {
    this.origin = address.toString();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (OwnPages.isHarmless(request) || OwnPages.sent(request, origin::equalsIgnoreCase)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
