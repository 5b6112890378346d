package ponte.app.slack;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Slack, and its settings, which have to be right whether or not they put Ponte there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SlackProperties.class, SlackHistoryProperties.class})
@Import({ConsentController.class, SlackConfiguration.class, SlackController.class})
public class SlackModule {}
