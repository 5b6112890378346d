package ponte.teams.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
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
import ponte.store.InMemoryRecords;
import ponte.teams.Conversations;
import ponte.teams.card.Cards;
import ponte.teams.card.TeamsButtons;
import ponte.teams.card.TeamsPermalinks;
import ponte.teams.card.TeamsPointers;
import ponte.teams.connector.FakeTeams;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;

class TeamsPlatformContractTest extends ChatPlatformContract {

  private static final PersonId ADA = new PersonId(FakeTeams.ACME, "ada");
  private static final PersonId BOB = new PersonId(FakeTeams.ACME, "bob");
  private static final ChannelId CHANNEL = new ChannelId(FakeTeams.ACME, "19:abc@thread.tacv2");

  private final TestClock clock = TestClock.at("2025-12-01T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final FakeTeams teams = new FakeTeams();
  private final References references = new References(records);
  private final TeamsPlatform platform =
      new TeamsPlatform(
          teams.connector(clock),
          new Cards(
              new TeamsPointers(
                  references,
                  new Directory(records),
                  TeamsButtons.values(records, clock),
                  new TeamsPermalinks(references, UnaryOperator.identity()))),
          references,
          new ReplyRoutes(records, clock),
          new FileOffers(
              teams.connector(clock),
              teams.http(),
              ServiceUrls.ofThisMachine(),
              Duration.ofMinutes(2),
              records,
              clock),
          PrivateReplies.PERSONAL_CHAT,
          records,
          clock);

  @BeforeEach
  void start() {
    references.heardGroup(CHANNEL, teams.service().conversation(CHANNEL.value()));
    teams.opensChats();
    teams.says(
        "POST",
        "v3/conversations/CNOWHERE/activities",
        FakeTeams.refusal(404, "ConversationNotFound"));
  }

  @AfterEach
  void stop() {
    teams.close();
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
    return CHANNEL;
  }

  @Override
  protected EventId askedBy(PersonId person) {
    return new EventId("teams:" + person.value());
  }

  @Override
  protected List<String> shownTo(PersonId person) {
    return posted("a:" + person.value());
  }

  /** Each sees it in their own chat with Ponte. */
  @Override
  protected List<String> shownTogether(Set<PersonId> people) {
    var shown = people.stream().map(this::shownTo).distinct().toList();
    return shown.size() == 1 ? shown.getFirst() : List.of("not the same to each");
  }

  @Override
  protected List<String> shownInChannel() {
    return posted(CHANNEL.value());
  }

  @Override
  protected List<String> shownUnder(MessageId opening) {
    return posted(Conversations.thread(opening));
  }

  @Override
  protected String shownAt(MessageId message) {
    return teams.calls("PUT").stream()
        .filter(call -> call.path().endsWith("/activities/" + message.value()))
        .map(call -> call.body().path("summary").stringValue(""))
        .reduce("", (_, later) -> later);
  }

  private List<String> posted(String conversation) {
    return teams.calls("POST").stream()
        .filter(call -> call.path().endsWith("/activities"))
        .filter(call -> InTeams.conversation(call.path()).equals(conversation))
        .map(call -> call.body().path("summary").stringValue(""))
        .toList();
  }

  @Override
  protected String standsWith(PersonId person) {
    return teams.calls("PUT").stream()
        .filter(call -> InTeams.conversation(call.path()).equals("a:" + person.value()))
        .map(call -> call.body().path("summary").stringValue(""))
        .reduce("", (_, later) -> later);
  }

  @Override
  protected void waitUntil(Instant moment) {
    clock.set(moment);
  }
}
