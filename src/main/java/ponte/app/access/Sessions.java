package ponte.app.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import ponte.conversation.Person;
import ponte.directory.Directory;

/** Tells, at each request anew, whose session it is. */
final class Sessions {

  private final Directory directory;
  private final Duration longest;
  private final Clock clock;

  /**
   * @param longest how long a session may last
   */
  Sessions(Directory directory, Duration longest, Clock clock) {
    this.directory = directory;
    this.longest = longest;
    this.clock = clock;
  }

  /** Whether it is of somebody who is still there, and not for too long. */
  AuthorizationDecision isSomebodys(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
    return new AuthorizationDecision(person(SignedIn.of(who.get())).isPresent());
  }

  private Optional<Person> person(Optional<SignedIn> session) {
    return session
        .filter(signedIn -> signedIn.since().plus(longest).isAfter(clock.instant()))
        .flatMap(signedIn -> directory.person(signedIn.person()))
        .filter(Person::isActive);
  }

  /** What is said of the state of the server is for those who look after it. */
  AuthorizationDecision fromThisMachine(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
    return new AuthorizationDecision(
        ThisMachine.sent(request.getRequest()) && ThisMachine.isNamed(request.getRequest()));
  }
}
