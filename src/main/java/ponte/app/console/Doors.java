package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import ponte.directory.Role;
import ponte.web.Door;

/**
 * Opens each page to those only whom it is for; to others it is missing, like what never was. A
 * page that is behind no door is for nobody until somebody says for whom it is.
 *
 * <p>The address that counts is the one that the page is found by, not the one that was sent.
 */
@Configuration(proxyBeanMethods = false)
class Doors implements WebMvcConfigurer, HandlerInterceptor {

  /** What is for everybody: where one begins, what went wrong, and what programs call. */
  private static final List<String> FOR_EVERYBODY =
      List.of(
          "/",
          "/colleagues",
          "/me",
          "/language",
          "/sign-in",
          "/error",
          "/feeds/{workspace}/{channel}/{secret}",
          "/slack/events",
          "/slack/install",
          "/slack/oauth_redirect",
          "/api/messages");

  private final Readers readers;

  Doors(Readers readers) {
    this.readers = readers;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof ResourceHttpRequestHandler) {
      return true;
    }
    var found = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (found == null || !mayEnter(request, found.toString())) {
      throw new MissingException();
    }
    return true;
  }

  private boolean mayEnter(HttpServletRequest request, String page) {
    if (FOR_EVERYBODY.contains(page)) {
      return true;
    }
    var door = Door.of(page);
    return door.isPresent()
        && (isChosenFirst(door.get()) || readers.reader(request).may(door.get()));
  }

  /** Whoever is nobody yet is led to where one says who one is, by the page itself. */
  private static boolean isChosenFirst(Door door) {
    return door.least() == Role.EMPLOYEE;
  }
}
