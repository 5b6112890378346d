package ponte.app.console;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The console, page by page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
@Import({
  ArchiveController.class,
  AuditController.class,
  ChatController.class,
  ConsoleConfiguration.class,
  DigestController.class,
  Doors.class,
  ErrorPage.class,
  FeedController.class,
  FeedSwitches.class,
  FilesForExports.class,
  Formats.class,
  HomeController.class,
  ImportController.class,
  LettersController.class,
  LocalRequests.class,
  MapController.class,
  Problems.class,
  Readers.class,
  SchedulesController.class,
  ScorecardController.class,
  SeedsController.class,
  SettingsController.class,
  SettingsReport.class,
  SignInController.class,
  StartController.class,
  Starts.class,
  TrendsController.class
})
public class ConsoleModule {}
