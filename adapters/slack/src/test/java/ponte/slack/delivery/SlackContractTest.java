package ponte.slack.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ponte.TestClock;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.ChatPlatform;
import ponte.platform.ChatPlatformContract;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.live.ReplyRoutes;
import ponte.store.InMemoryRecords;

/** Slack as a chat platform. */
class SlackContractTest extends ChatPlatformContract {

  private static final PersonId ANNA = new PersonId(FakeSlack.ACME, "U0ANNA");
  private static final PersonId BRUNO = new PersonId(FakeSlack.ACME, "U0BRUNO");
  private static final ChannelId GENERAL = new ChannelId(FakeSlack.ACME, "C0GENERAL");

  private static final Map<Set<PersonId>, String> TALKS =
      Map.of(Set.of(ANNA), "D0ANNA", Set.of(BRUNO), "D0BRUNO", Set.of(ANNA, BRUNO), "G0BOTH");

  private final TestClock clock = TestClock.at(Instant.parse("2025-12-01T09:00:00Z"));
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final FakeSlack slack = new FakeSlack();
  private final ReplyRoutes routes = new ReplyRoutes(records, clock);
  private final SlackPlatform platform =
      new SlackPlatform(
          slack.api(clock),
          slack.installations(),
          new Directory(records),
          routes,
          new Waiting(slack.api(clock), routes, records, clock, _ -> {}),
          records,
          clock);
  private int asked;

  @BeforeEach
  void opensTalks() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answersWhere(
        Method.CHAT_POST_MESSAGE,
        "channel",
        "CNOWHERE",
        "{\"ok\":false,\"error\":\"channel_not_found\"}");
    TALKS.forEach(
        (people, channel) ->
            slack.answersWhere(
                Method.CONVERSATIONS_OPEN,
                "users",
                String.join(",", people.stream().map(PersonId::value).sorted().toList()),
                "{\"ok\":true,\"channel\":{\"id\":\"" + channel + "\"}}"));
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Override
  protected ChatPlatform platform() {
    return platform;
  }

  @Override
  protected PersonId ada() {
    return ANNA;
  }

  @Override
  protected PersonId bob() {
    return BRUNO;
  }

  @Override
  protected ChannelId channel() {
    return GENERAL;
  }

  @Override
  protected EventId askedBy(PersonId person) {
    return new EventId("slack:message:" + ++asked);
  }

  @Override
  protected List<String> shownTo(PersonId person) {
    return shownTogether(Set.of(person));
  }

  @Override
  protected List<String> shownTogether(Set<PersonId> people) {
    return said()
        .filter(call -> TALKS.getOrDefault(people, "").equals(call.get("channel")))
        .map(SlackContractTest::text)
        .toList();
  }

  @Override
  protected List<String> shownInChannel() {
    return said()
        .filter(call -> GENERAL.value().equals(call.get("channel")))
        .map(SlackContractTest::text)
        .toList();
  }

  private Stream<Map<String, String>> said() {
    return slack.calls(Method.CHAT_POST_MESSAGE).stream();
  }

  private static String text(Map<String, String> call) {
    return call.getOrDefault("text", "");
  }

  @Override
  protected void waitUntil(Instant moment) {
    clock.set(moment);
  }
}
