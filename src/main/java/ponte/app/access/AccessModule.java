package ponte.app.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How people come to the console, and what their browsers are told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
@Import({AccessConfiguration.class, PageHeaders.class, SignInConfiguration.class})
public class AccessModule {}
