package ponte.app;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ponte.app.rewriting.RewriterProperties;
import ponte.app.storage.ArchiveProperties;
import ponte.app.storage.RedisProperties;

/**
 * The settings, for whoever shows them. {@link Settings} reads all of them at the start, and
 * refuses what is out of range; to read each of them twice would take a tenth of it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  AuditProperties.class,
  ChannelProperties.class,
  CommunityProperties.class,
  DigestProperties.class,
  ExpertProperties.class,
  FollowProperties.class,
  IntroductionProperties.class,
  LimitProperties.class,
  ListeningProperties.class,
  MapProperties.class,
  NudgeProperties.class,
  PairingProperties.class,
  PeopleProperties.class,
  PonteProperties.class,
  RetentionProperties.class,
  RoleProperties.class,
  ScheduleProperties.class,
  SeedingProperties.class,
  RewriterProperties.class,
  ArchiveProperties.class,
  RedisProperties.class
})
class SettingsModule {

  private static final Set<String> READ_AT_THE_START =
      Stream.of(SettingsModule.class.getAnnotation(EnableConfigurationProperties.class).value())
          .map(Class::getName)
          .collect(Collectors.toSet());

  @Bean
  static BeanFactoryPostProcessor readOnceMoreWhenTheyAreShown() {
    return beans ->
        Stream.of(beans.getBeanDefinitionNames())
            .map(beans::getBeanDefinition)
            .filter(each -> READ_AT_THE_START.contains(each.getBeanClassName()))
            .forEach(each -> each.setLazyInit(true));
  }
}
