package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.slack.live.Stand.ADA;
import static ponte.slack.live.Stand.PAYMENTS;
import static ponte.slack.live.Stand.TEAM;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Event.Place;
import ponte.conversation.Event.Request;
import ponte.conversation.MessageId;
import ponte.reply.Form;
import ponte.slack.live.ReplyRoutes.Container;
import ponte.store.Codec;

/** What people ask in Slack, however they ask it. */
class AskingTest {

  private static final MessageId FIRST = new MessageId(PAYMENTS, "1772442000.000100");
  private static final ChannelId DIRECT = new ChannelId(TEAM, "D123ABC456");
  private static final String HELP = Codec.write(new Command.Help());

  private final Stand slack = new Stand();

  private Request only() {
    var asked = slack.asked();
    assertThat(asked).hasSize(1);
    return (Request) asked.getFirst();
  }

  private ReplyRoutes.Route route(Request request) {
    return slack.routes.find(TEAM, request.id()).orElseThrow();
  }

  private static Place at(@Nullable ChannelId channel, @Nullable MessageId thread) {
    return new Place(channel, thread, null);
  }

  @Test
  void isAskedByACommand() {
    assertThat(slack.send("slash_command.txt")).isEqualTo(Acknowledgement.DONE);

    var asked = (Request.Asked) only();
    assertThat(asked.text()).isEqualTo("who knows about 100% caffè & #payments?");
    assertThat(asked.by()).isEqualTo(ADA);
    assertThat(asked.place()).isEqualTo(at(PAYMENTS, null));
    var route = route(asked);
    assertThat(route.responseUrl())
        .isEqualTo(URI.create("https://hooks.slack.com/commands/T123ABC456/7/abc"));
    assertThat(route.container()).isEqualTo(Container.NONE);
    assertThat(slack.watched).containsExactly(asked);
  }

  @Test
  void isAskedByAMentionWhichArrivesTwice() {
    slack.send("message_mention");
    slack.send("app_mention");
    slack.send("app_mention");

    var asked = (Request.Asked) only();
    assertThat(asked.text()).isEqualTo("who knows about kafka?");
    assertThat(asked.place()).isEqualTo(at(PAYMENTS, null));
    assertThat(asked.at()).isEqualTo(Instant.parse("2026-03-02T09:03:20.000300Z"));
    assertThat(slack.heard()).hasSize(1);
    assertThat(slack.watched).hasSize(1);
  }

  @Test
  void isAskedInAThread() {
    slack.send("app_mention_thread");

    var asked = (Request.Asked) only();
    assertThat(asked.text()).isEqualTo("riassunto #payments");
    assertThat(asked.place()).isEqualTo(at(PAYMENTS, FIRST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"app_mention_ext_shared", "app_mention_bot", "message_mpim"})
  void doesNotAnswerBeforeOutsidersNorPrograms(String file) {
    slack.send(file);

    assertThat(slack.asked()).isEmpty();
  }

  @Test
  void isAskedInADirectMessage() {
    slack.send("message_im");

    var asked = (Request.Asked) only();
    assertThat(asked.text()).isEqualTo("who knows about #payments & invoices?");
    assertThat(asked.place()).isEqualTo(at(null, null));
    assertThat(route(asked).channel()).isEqualTo(DIRECT);
    assertThat(route(asked).responseUrl()).isNull();
  }

  @Test
  void answersUnderADirectMessageInAThread() {
    slack.send("message_im_thread");

    assertThat(only().place()).isEqualTo(at(null, new MessageId(DIRECT, "1772442000.000100")));
  }

  @Test
  void isAskedByAButtonInAMessageOnlyOnePersonSees() {
    assertThat(slack.press("block_actions_ephemeral")).isEqualTo(Acknowledgement.DONE);

    var pressed = (Request.Pressed) only();
    assertThat(pressed.action()).isEqualTo(HELP);
    assertThat(pressed.place()).isEqualTo(at(PAYMENTS, FIRST));
    assertThat(route(pressed).container()).isEqualTo(Container.EPHEMERAL);
    assertThat(route(pressed).message()).isEqualTo("1772442690.000100");
  }

  @Test
  void isAskedByAButtonInAMessageThatAllSee() {
    slack.press("block_actions_message");

    var pressed = (Request.Pressed) only();
    assertThat(pressed.place()).isEqualTo(at(PAYMENTS, FIRST));
    assertThat(route(pressed).container()).isEqualTo(Container.MESSAGE);
    assertThat(route(pressed).message()).isEqualTo("1772442691.000100");
  }

  @Test
  void isAskedByAMenuInADirectMessage() {
    slack.press("block_actions_select");

    var pressed = (Request.Pressed) only();
    assertThat(pressed.action()).isEqualTo(HELP);
    assertThat(pressed.place()).isEqualTo(at(null, null));
    assertThat(route(pressed).channel()).isEqualTo(DIRECT);
  }

  @Test
  void isAskedByAButtonOnTheHomePage() {
    slack.press("block_actions_home");

    var pressed = (Request.Pressed) only();
    assertThat(Codec.read(pressed.action(), Command.class)).isEqualTo(new Command.OptOut());
    assertThat(pressed.place()).isEqualTo(Place.PAGE);
    assertThat(route(pressed).container()).isEqualTo(Container.HOME);
    assertThat(route(pressed).view()).isEqualTo("V123ABC456");
  }

  @ParameterizedTest
  @ValueSource(strings = {"block_actions_link", "block_actions_foreign", "view_closed"})
  void isNotAskedByWhatCarriesNoCommand(String file) {
    assertThat(slack.press(file)).isEqualTo(Acknowledgement.DONE);

    assertThat(slack.asked()).isEmpty();
  }

  @Test
  void understandsAButtonWhoseCommandWasTooLongForIt() {
    var command = new Command.StopDigest("x".repeat(3000));
    var kept = slack.buttons.of(command);
    var press = Stand.payload("block_actions_message");

    slack.sendBody(form(press.replace("{\\\"is\\\":\\\"Help\\\"}", kept)));

    assertThat(Codec.read(((Request.Pressed) only()).action(), Command.class)).isEqualTo(command);
  }

  @Test
  void helpsWhoeverPressesAButtonWhoseCommandIsGone() {
    var press = Stand.payload("block_actions_message");

    slack.sendBody(form(press.replace("{\\\"is\\\":\\\"Help\\\"}", "ref:gone")));

    assertThat(((Request.Pressed) only()).action()).isEqualTo(HELP);
  }

  @Test
  void answersPrivatelyInAChannelThatOutsidersRead() {
    slack.send("channel_shared");

    slack.send("slash_command.txt");

    assertThat(only().place()).isEqualTo(Place.DIRECT);
  }

  @Test
  void findsWhoKnowsAboutAMessage() {
    assertThat(slack.press("message_action")).isEqualTo(Acknowledgement.DONE);

    var pressed = (Request.Pressed) only();
    assertThat(Codec.read(pressed.action(), Command.class))
        .isEqualTo(new Command.WhoKnows("how do we retry a queue in kafka?"));
    assertThat(pressed.place()).isEqualTo(at(PAYMENTS, FIRST));
    assertThat(route(pressed).responseUrl()).isNotNull();
  }

  @Test
  void takesTheBeginningOfALongMessage() {
    var action = Stand.payload("message_action");

    slack.sendBody(form(action.replace("how do we *retry*", "word ".repeat(200))));

    var command = Codec.read(((Request.Pressed) only()).action(), Command.class);
    assertThat(((Command.WhoKnows) command).topic()).hasSizeLessThan(501).endsWith("word");
  }

  @Test
  void asksForTheQuestionWhenCalledFromAnywhere() {
    assertThat(slack.press("shortcut")).isEqualTo(Acknowledgement.DONE);

    assertThat(slack.opened)
        .containsExactly("T123ABC456 72345.98765.abcd slack-question Chiedi a Ponte {}");
    assertThat(slack.asked()).isEmpty();
  }

  @Test
  void isAskedByTheQuestionThatWasFilledIn() {
    assertThat(slack.press("view_submission_question")).isEqualTo(Acknowledgement.DONE);

    assertThat(((Request.Asked) only()).text()).isEqualTo("chi sa di fatture?");
  }

  @Test
  void opensTheFormThatAButtonWants() {
    slack.forms.put(HELP, anyForm());

    slack.press("block_actions_message");

    assertThat(slack.opened).hasSize(1);
    assertThat(slack.opened.getFirst())
        .startsWith("T123ABC456 22345.98765.abcd digest")
        .contains("T123ABC456/C123ABC456");
    assertThat(slack.asked()).isEmpty();
  }

  @Test
  void answersInChatWhereAFormDoesNotOpen() {
    slack.forms.put(HELP, anyForm());
    slack.windowsOpen = false;

    slack.press("block_actions_message");

    assertThat(((Request.Pressed) only()).action()).isEqualTo(HELP);
  }

  private static Form anyForm() {
    return new Form(
        "digest",
        "A digest",
        List.of(new Form.Field("topic", "Topic", "", Form.Kind.TEXT, List.of(), List.of(), true)),
        "Send");
  }

  @Test
  void takesInAForm() {
    assertThat(slack.press("view_submission")).isEqualTo(Acknowledgement.DONE);
    assertThat(slack.press("view_submission")).isEqualTo(Acknowledgement.DONE);

    var submitted = (Request.Submitted) only();
    assertThat(submitted.form()).isEqualTo("schedule-digest");
    assertThat(submitted.place()).isEqualTo(at(PAYMENTS, null));
    assertThat(submitted.values())
        .isEqualTo(
            Map.of(
                "channel", List.of("payments"),
                "days", List.of("MONDAY", "THURSDAY"),
                "time", List.of("09:00"),
                "from", List.of("2026-03-29"),
                "language", List.of("ITALIAN")));
  }

  @Test
  void showsWhatIsWrongWithAFormBesideTheField() {
    slack.problems.put("channel", "There is no channel \"payments\".");

    var answer = slack.press("view_submission");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("application/json");
    assertThat(answer.body())
        .contains("\"response_action\":\"errors\"")
        .contains("\"channel\":\"There is no channel \\\"payments\\\".\"");
    assertThat(slack.asked()).isEmpty();
  }

  @Test
  void showsTheHomePage() {
    slack.send("app_home_opened");
    slack.send("app_home_opened");

    assertThat(only()).isInstanceOf(Request.Opened.class).extracting(Request::by).isEqualTo(ADA);
  }

  @Test
  void hasAllOptionsInItsMenus() {
    assertThat(slack.press("block_suggestion").body()).isEqualTo("{\"options\":[]}");
  }

  @Test
  void readsWhatButtonsOfEveryKindCarry() {
    var rhythm = new Command.Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0));
    var command = new Command.ConfirmDigest("payments", rhythm);
    var press = Stand.payload("block_actions_message");
    var carried = slack.buttons.of(command).replace("\"", "\\\"");

    slack.sendBody(form(press.replace("{\\\"is\\\":\\\"Help\\\"}", carried)));

    assertThat(Codec.read(((Request.Pressed) only()).action(), Command.class)).isEqualTo(command);
  }

  @Test
  void knowsItsRequestsFromThoseOfOthers() {
    slack.send("slash_command.txt");
    slack.send("app_mention");
    slack.send("message_im");
    slack.send("app_home_opened");
    slack.press("view_submission");

    assertThat(slack.asked()).hasSize(5).extracting(Event::id).allMatch(ReplyRoutes::isFromSlack);
  }

  private static String form(String json) {
    return "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }
}
