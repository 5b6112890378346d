package ponte.app.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import ponte.web.Door;

/**
 * Takes files for one page only. It is asked before anybody looks at what a request asks for:
 * whoever looks has the server write all of its parts to the disk first, whoever sent them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class FilesForExports extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (bringsFiles(request) && !isForExports(request)) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean bringsFiles(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && type.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  private static boolean isForExports(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getRequestURI().equals(Door.IMPORTS.address());
  }
}
