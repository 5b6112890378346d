package ponte.app.teams;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Teams, and its settings, which have to be right whether or not they put Ponte there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TeamsProperties.class, TeamsGraphProperties.class})
@Import({TeamsConfiguration.class, TeamsController.class})
public class TeamsModule {}
