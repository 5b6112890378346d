package ponte.app.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Tells how people come to the console. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  Access access(ConsoleProperties properties, Environment environment) {
    if (!SignInIsSet.in(environment)) {
      return new Access.Local();
    }
    var mode = SignInMode.of(properties);
    return new Access.BySignIn(mode.address(), mode.ways());
  }
}
