package ponte.slack.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ponte.TestClock;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.ChatPlatform;
import ponte.platform.ChatPlatformContract;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.live.ReplyRoutes;
import ponte.store.InMemoryRecords;

class SlackPlatformContractTest extends ChatPlatformContract {

  private static final PersonId ADA = new PersonId(FakeSlack.ACME, "U0ADA");
  private static final PersonId BOB = new PersonId(FakeSlack.ACME, "U0BOB");

  private final TestClock clock = TestClock.at("2025-12-01T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final FakeSlack slack = new FakeSlack();
  private final ReplyRoutes routes = new ReplyRoutes(records, clock);
  private final SlackPlatform platform =
      new SlackPlatform(
          slack.api(clock),
          slack.installations(),
          new Directory(records),
          new SlackPermalinks(slack.installations()),
          routes,
          new Waiting(slack.api(clock), routes, records, clock, System::nanoTime, _ -> {}),
          records,
          clock);

  @BeforeEach
  void start() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answers(Method.CHAT_UPDATE, "{\"ok\":true}");
    slack.answersWhere(
        Method.CHAT_POST_MESSAGE,
        "channel",
        "CNOWHERE",
        "{\"ok\":false,\"error\":\"channel_not_found\"}");
    for (var people : List.of(Set.of(ADA), Set.of(BOB), Set.of(ADA, BOB))) {
      slack.answersWhere(
          Method.CONVERSATIONS_OPEN,
          "users",
          people.stream().map(PersonId::value).sorted().collect(Collectors.joining(",")),
          "{\"ok\":true,\"channel\":{\"id\":\"" + talk(people) + "\"}}");
    }
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private static String talk(Set<PersonId> people) {
    return "D"
        + people.stream()
            .map(PersonId::value)
            .sorted()
            .collect(Collectors.joining())
            .replace("U0", "");
  }

  @Override
  protected ChatPlatform platform() {
    return platform;
  }

  @Override
  protected PersonId ada() {
    return ADA;
  }

  @Override
  protected PersonId bob() {
    return BOB;
  }

  @Override
  protected ChannelId channel() {
    return new ChannelId(FakeSlack.ACME, "C0GENERAL");
  }

  @Override
  protected EventId askedBy(PersonId person) {
    return new EventId("slack:Ev-" + person.value());
  }

  @Override
  protected List<String> shownTo(PersonId person) {
    return posted(talk(Set.of(person)));
  }

  @Override
  protected List<String> shownTogether(Set<PersonId> people) {
    return posted(talk(people));
  }

  @Override
  protected List<String> shownInChannel() {
    return posted("C0GENERAL");
  }

  @Override
  protected List<String> shownUnder(MessageId opening) {
    return slack.calls(Method.CHAT_POST_MESSAGE).stream()
        .filter(call -> opening.value().equals(call.get("thread_ts")))
        .map((Map<String, String> call) -> call.getOrDefault("text", ""))
        .toList();
  }

  @Override
  protected String shownAt(MessageId message) {
    return slack.calls(Method.CHAT_UPDATE).stream()
        .filter(call -> message.channel().value().equals(call.get("channel")))
        .filter(call -> message.value().equals(call.get("ts")))
        .map((Map<String, String> call) -> call.getOrDefault("text", ""))
        .reduce("", (_, later) -> later);
  }

  private List<String> posted(String channel) {
    return slack.calls(Method.CHAT_POST_MESSAGE).stream()
        .filter(call -> channel.equals(call.get("channel")))
        .map((Map<String, String> call) -> call.getOrDefault("text", ""))
        .toList();
  }

  @Override
  protected String standsWith(PersonId person) {
    return slack.calls(Method.CHAT_UPDATE).stream()
        .filter(call -> talk(Set.of(person)).equals(call.get("channel")))
        .map((Map<String, String> call) -> call.getOrDefault("text", ""))
        .reduce("", (_, later) -> later);
  }

  @Override
  protected void waitUntil(Instant moment) {
    clock.set(moment);
  }
}
