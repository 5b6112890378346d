package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.platform.ChatPlatform;
import ponte.teams.token.TestIssuer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Teams, as WireMock plays it, and its activities with tokens that are really signed, as
 * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events>
 * describes them.
 */
final class InTeams implements Town {

  static final String APP = "11111111-2222-3333-4444-555555555555";

  private static final String TEAM = "19:general@thread.tacv2";
  private static final JsonMapper JSON = new JsonMapper();

  private final TestIssuer issuer = new TestIssuer();
  private final AtomicInteger count = new AtomicInteger();
  private final Posts posts = new Posts();
  private final Played played = new Played(new PlayedTeams(posts));
  private final Office office;
  private final Clock clock;
  private WayIn way = WayIn::nowhere;

  InTeams(Office office, Clock clock) {
    this.office = office;
    this.clock = clock;
  }

  String address() {
    return played.address() + "/";
  }

  String keys() {
    return issuer.issuer().metadata().toString();
  }

  void serverAt(int port) {
    way = WayIn.over(port, "/api/messages");
  }

  @Override
  public Office office() {
    return office;
  }

  @Override
  public ChatPlatform join(Core core) {
    var wired = new TeamsWired(core, office, played.address(), issuer.issuer(), APP);
    way = wired;
    return wired.platform();
  }

  @Override
  public void say(String person, String text, Language language) throws Exception {
    send(privately(person, language).put("text", text));
  }

  @Override
  public void press(String person, Posts.Post post, int button) throws Exception {
    var language =
        office.people().stream()
            .filter(each -> each.handle().equals(person))
            .map(each -> each.language() == null ? Language.ENGLISH : each.language())
            .findFirst()
            .orElseThrow();
    var press = privately(person, language).put("replyToId", post.id());
    press.putObject("value").put("ponte", post.shown().values().get(button));
    send(press);
  }

  @Override
  public void fill(
      String person, String form, Map<String, String> chosen, Map<String, String> written)
      throws Exception {
    var sent = privately(person, Language.ENGLISH).put("type", "invoke").put("name", "task/submit");
    var data = sent.putObject("value").putObject("data").put("ponteForm", form);
    chosen.forEach((name, value) -> data.put("field." + name, value));
    written.forEach((name, value) -> data.put("field." + name, value));
    send(sent);
  }

  @Override
  public MessageId write(String person, String text) throws Exception {
    return write(person, text, null);
  }

  @Override
  public MessageId reply(String person, MessageId opening, String text) throws Exception {
    return write(person, text, opening);
  }

  /** Teams names a message by the millisecond in which it was posted. */
  @Override
  public String name(Instant at) {
    return String.valueOf(at.toEpochMilli());
  }

  private MessageId write(String person, String text, @Nullable MessageId opening)
      throws Exception {
    var id = name(clock.instant().plusMillis(count.incrementAndGet() % 1_000));
    var message =
        inChannel("message", id, person, opening == null ? id : opening.value())
            .put("text", text)
            .put("textFormat", "plain");
    send(message);
    return new MessageId(office.channel(), id);
  }

  @Override
  public void check(String person, MessageId message) throws Exception {
    var reaction =
        inChannel("messageReaction", "f:" + count.incrementAndGet(), person, message.value())
            .put("replyToId", message.value());
    reaction.putArray("reactionsAdded").addObject().put("type", "2705_whiteheavycheckmark");
    send(reaction);
  }

  @Override
  public void edit(String person, MessageId message, String text) throws Exception {
    var edited =
        inChannel("messageUpdate", message.value(), person, message.value())
            .put("text", text)
            .put("textFormat", "plain");
    ((ObjectNode) edited.path("channelData")).put("eventType", "editMessage");
    send(edited);
  }

  @Override
  public void delete(String person, MessageId message) throws Exception {
    var deleted = inChannel("messageDelete", message.value(), person, message.value());
    ((ObjectNode) deleted.path("channelData")).put("eventType", "softDeleteMessage");
    send(deleted);
  }

  private ObjectNode inChannel(String type, String id, String person, String root) {
    var activity = activity(type, id, person);
    activity
        .putObject("conversation")
        .put("isGroup", true)
        .put("conversationType", "channel")
        .put("tenantId", office.workspace().value())
        .put("id", office.channel().value() + ";messageid=" + root);
    var data = (ObjectNode) activity.path("channelData");
    data.putObject("channel").put("id", office.channel().value());
    data.putObject("team").put("id", TEAM).put("aadGroupId", "g");
    return activity;
  }

  private ObjectNode privately(String person, Language language) {
    var id = office.person(person).value();
    var locale = language == Language.ITALIAN ? "it-IT" : "en-US";
    var activity = activity("message", "m" + count.incrementAndGet(), person).put("locale", locale);
    activity
        .putObject("conversation")
        .put("conversationType", "personal")
        .put("tenantId", office.workspace().value())
        .put("id", "a:" + id);
    activity
        .putArray("entities")
        .addObject()
        .put("type", "clientInfo")
        .put("locale", locale)
        .put("timezone", "Europe/Rome");
    return activity;
  }

  private ObjectNode activity(String type, String activityId, String person) {
    var id = office.person(person).value();
    var activity =
        JSON.createObjectNode()
            .put("type", type)
            .put("id", activityId)
            .put("timestamp", clock.instant().toString())
            .put("serviceUrl", address())
            .put("channelId", "msteams");
    activity.putObject("from").put("id", "29:" + id).put("name", id).put("aadObjectId", id);
    activity.putObject("recipient").put("id", "28:" + APP).put("name", "Ponte");
    activity.putObject("channelData").putObject("tenant").put("id", office.workspace().value());
    return activity;
  }

  private void send(ObjectNode activity) throws Exception {
    var token = issuer.token(APP, address(), clock.instant());
    var headers = Map.of("Content-Type", "application/json", TeamsWired.TOKEN, "Bearer " + token);
    assertThat(way.send(headers, activity.toString())).isEqualTo(200);
  }

  @Override
  public boolean isRead(String person, Posts.Post post) {
    return post.conversation().equals("a:" + office.person(person).value());
  }

  @Override
  public String address(MessageId message) {
    return "https://teams.microsoft.com/l/message/"
        + message.channel().value().replace(":", "%3A").replace("@", "%40")
        + "/"
        + message.value();
  }

  @Override
  public Posts posts() {
    return posts;
  }

  @Override
  public Played played() {
    return played;
  }

  @Override
  public void close() {
    played.close();
    issuer.close();
  }
}
