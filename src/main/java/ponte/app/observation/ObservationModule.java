package ponte.app.observation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What can be seen from outside. */
@Configuration(proxyBeanMethods = false)
@Import({ObservationConfiguration.class, TracesConfiguration.class})
public class ObservationModule {}
