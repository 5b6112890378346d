package ponte.app.observation;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What belongs in a trace, where traces go anywhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(ObservationDefaults.TRACES)
class TracesConfiguration {

  /** An address as it was called has channels and people in it; its pattern has not. */
  @Bean
  ServerRequestObservationConvention requests() {
    return new DefaultServerRequestObservationConvention() {
      @Override
      public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
      }
    };
  }

  /** Who asks every few seconds how Ponte is would fill the traces with that. */
  @Bean
  ObservationPredicate notHowItIs() {
    return (_, context) ->
        !(context instanceof ServerRequestObservationContext told
            && told.getCarrier() instanceof HttpServletRequest request
            && request.getRequestURI().startsWith("/actuator/"));
  }
}
