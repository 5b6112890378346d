package ponte.app.access;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Tells how people come to the console, and reads what strangers send. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  Bodies bodies(Clock clock) {
    return new Bodies(System::nanoTime, clock);
  }

  @Bean
  Access access(ConsoleProperties properties, Environment environment) {
    if (!SignInIsSet.in(environment)) {
      return new Access.Local();
    }
    var mode = SignInMode.of(properties);
    return new Access.BySignIn(mode.address(), mode.ways());
  }
}
