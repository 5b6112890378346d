package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.platform.ChatPlatform;
import ponte.slack.installation.Token;
import ponte.slack.live.Signature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack, as WireMock plays it, and its signed events, as <https://docs.slack.dev/reference/events>
 * describes them; each has a talk of two with Ponte.
 */
final class InSlack implements Town {

  static final String SECRET = "a signing secret";

  private static final JsonMapper JSON = new JsonMapper();

  private final AtomicInteger count = new AtomicInteger();
  private final Posts posts = new Posts();
  private final PlayedSlack script;
  private final Played played;
  private final Signature signature;
  private final Office office;
  private final Clock clock;
  private WayIn way = WayIn::nowhere;

  InSlack(Office office, Clock clock) {
    this.office = office;
    this.clock = clock;
    this.signature = new Signature(new Token(SECRET), clock);
    this.script = new PlayedSlack(office, posts);
    this.played = new Played(script);
  }

  String address() {
    return played.address() + "/";
  }

  void serverAt(int port) {
    way = WayIn.over(port, "/slack/events");
  }

  @Override
  public Office office() {
    return office;
  }

  @Override
  public ChatPlatform join(Core core) {
    var wired = new SlackWired(core, office, played.address(), new Token(SECRET));
    way = wired;
    return wired.platform();
  }

  @Override
  public void say(String person, String text, Language language) throws Exception {
    var ts = ts();
    send(
        event("message", ts)
            .put("channel", talk(person))
            .put("channel_type", "im")
            .put("user", office.person(person).value())
            .put("text", text)
            .put("ts", ts));
  }

  @Override
  public MessageId write(String person, String text) throws Exception {
    return send(person, text, null);
  }

  @Override
  public MessageId reply(String person, MessageId opening, String text) throws Exception {
    return send(person, text, opening);
  }

  private MessageId send(String person, String text, @Nullable MessageId opening) throws Exception {
    var ts = ts();
    var event = message(ts, ts, person, text);
    if (opening != null) {
      event.put("thread_ts", opening.value());
    }
    send(event);
    return new MessageId(office.channel(), ts);
  }

  private ObjectNode message(String told, String ts, String person, String text) {
    return inChannel(told)
        .put("user", office.person(person).value())
        .put("text", text)
        .put("ts", ts);
  }

  private ObjectNode inChannel(String ts) {
    return event("message", ts)
        .put("channel", office.channel().value())
        .put("channel_type", "channel");
  }

  private static ObjectNode event(String type, String ts) {
    return JSON.createObjectNode().put("type", type).put("event_ts", ts);
  }

  @Override
  public void check(String person, MessageId message) throws Exception {
    var event =
        event("reaction_added", ts())
            .put("user", office.person(person).value())
            .put("reaction", "white_check_mark");
    event
        .putObject("item")
        .put("type", "message")
        .put("channel", office.channel().value())
        .put("ts", message.value());
    send(event);
  }

  @Override
  public void edit(String person, MessageId message, String text) throws Exception {
    var ts = ts();
    var event = inChannel(ts).put("subtype", "message_changed").put("hidden", true).put("ts", ts);
    event
        .putObject("message")
        .put("type", "message")
        .put("user", office.person(person).value())
        .put("text", text)
        .put("ts", message.value())
        .putObject("edited")
        .put("user", office.person(person).value())
        .put("ts", ts);
    send(event);
  }

  @Override
  public void delete(String person, MessageId message) throws Exception {
    var ts = ts();
    send(
        inChannel(ts)
            .put("subtype", "message_deleted")
            .put("hidden", true)
            .put("ts", ts)
            .put("deleted_ts", message.value()));
  }

  private void send(ObjectNode event) throws Exception {
    var number = count.incrementAndGet();
    var envelope =
        JSON.createObjectNode()
            .put("type", "event_callback")
            .put("team_id", office.workspace().value())
            .put("event_id", "Ev" + number)
            .put("event_time", clock.instant().getEpochSecond())
            .put("is_ext_shared_channel", false);
    envelope.set("event", event);
    send("application/json", envelope.toString());
  }

  private String ts() {
    return ts(clock.instant(), count.incrementAndGet() % 1_000_000);
  }

  private static String ts(Instant at, int micros) {
    return String.format(Locale.ROOT, "%d.%06d", at.getEpochSecond(), micros);
  }

  @Override
  public String name(Instant at) {
    return ts(at, 100);
  }

  /** What was shown in the channel, under any message. */
  List<Shown> inChannel() {
    return posts.shown().stream()
        .filter(post -> post.conversation().equals(office.channel().value()))
        .map(Posts.Post::shown)
        .toList();
  }

  @Override
  public void press(String person, Posts.Post post, int button) throws Exception {
    var press =
        JSON.createObjectNode()
            .put("type", "block_actions")
            .put("trigger_id", "trigger." + count.incrementAndGet());
    press.putObject("user").put("id", office.person(person).value());
    press.putObject("team").put("id", office.workspace().value());
    press
        .putObject("container")
        .put("type", "message")
        .put("message_ts", post.id())
        .put("channel_id", post.conversation())
        .put("is_ephemeral", false);
    press.putObject("channel").put("id", post.conversation());
    press.putObject("message").put("ts", post.id());
    press
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", "ponte-" + (button + 1))
        .put("action_ts", ts())
        .put("value", post.shown().values().get(button));
    send(
        "application/x-www-form-urlencoded",
        "payload=" + URLEncoder.encode(press.toString(), StandardCharsets.UTF_8));
  }

  @Override
  public void fill(
      String person, String form, Map<String, String> chosen, Map<String, String> written)
      throws Exception {
    var sent =
        JSON.createObjectNode()
            .put("type", "view_submission")
            .put("trigger_id", "trigger." + count.incrementAndGet());
    sent.putObject("user")
        .put("id", office.person(person).value())
        .put("team_id", office.workspace().value());
    sent.putObject("team").put("id", office.workspace().value());
    var view =
        sent.putObject("view")
            .put("id", "V" + count.incrementAndGet())
            .put("callback_id", form)
            .put("private_metadata", "{}");
    var values = view.putObject("state").putObject("values");
    chosen.forEach(
        (name, option) ->
            values
                .putObject(name)
                .putObject(name)
                .put("type", "static_select")
                .putObject("selected_option")
                .put("value", option));
    written.forEach(
        (name, text) ->
            values
                .putObject(name)
                .putObject(name)
                .put("type", "plain_text_input")
                .put("value", text));
    send(
        "application/x-www-form-urlencoded",
        "payload=" + URLEncoder.encode(sent.toString(), StandardCharsets.UTF_8));
  }

  private void send(String type, String body) throws Exception {
    var now = String.valueOf(clock.instant().getEpochSecond());
    var headers =
        Map.of(
            "Content-Type",
            type,
            SlackWired.TIME,
            now,
            SlackWired.SIGNATURE,
            signature.of(now, body.getBytes(StandardCharsets.UTF_8)));
    assertThat(way.send(headers, body)).isEqualTo(200);
  }

  private String talk(String person) {
    return "D" + office.person(person).value();
  }

  /** Whether only this person was shown something in the talk of several. */
  boolean isShownAlone(String person) {
    return posts.posted().stream()
        .anyMatch(
            post ->
                isRead(person, post)
                    && !post.conversation().equals(talk(person))
                    && post.raw().path("user").stringValue("").equals(person));
  }

  /** A message for one alone of several is read by that one. */
  @Override
  public boolean isRead(String person, Posts.Post post) {
    return script.isOpenTo(person, post.conversation())
        && post.raw().path("user").stringValue(person).equals(person);
  }

  @Override
  public String address(MessageId message) {
    return "https://acme.slack.com/archives/"
        + message.channel().value()
        + "/p"
        + message.value().replace(".", "");
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
  }
}
