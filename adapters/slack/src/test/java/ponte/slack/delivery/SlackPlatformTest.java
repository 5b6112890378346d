package ponte.slack.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.installation.FormerWorkspaces;

class SlackPlatformTest extends InSlack {

  @Test
  void servesTheWorkspacesWhereItIsInstalled() {
    var elsewhere = new ChannelId(new WorkspaceId("T0OTHER"), "C0GENERAL");

    assertThat(platform.serves(new Destination.InChannel(GENERAL))).isTrue();
    assertThat(platform.serves(new Destination.InChannel(elsewhere))).isFalse();
  }

  @Test
  void answersWhatWasAskedInSlackAndNotWhatWasAskedElsewhere() {
    var console = new EventId("console:1");

    assertThat(platform.serves(answer(GENERAL, null))).isTrue();
    assertThat(platform.serves(new Destination.Answer(console, ANNA, GENERAL, null))).isFalse();
  }

  @Test
  void saysWhyItCannotSpeakInAWorkspaceThatItWasTakenOutOf() {
    var gone = new WorkspaceId("T0GONE");
    var there = new Destination.InChannel(new ChannelId(gone, "C0GENERAL"));
    new FormerWorkspaces(records).note(gone);

    assertThat(platform.serves(there)).isTrue();
    assertThat(deliver(there, "News"))
        .isInstanceOfSatisfying(
            Delivery.Impossible.class,
            impossible ->
                assertThat(impossible.reason()).startsWith("not_installed: ").contains("Install"));
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).isEmpty();
  }

  @Test
  void writesToPeopleTogether() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);

    deliver(new Destination.Together(Set.of(BRUNO, ANNA)), "Hello");

    assertThat(slack.calls(Method.CONVERSATIONS_OPEN).getFirst())
        .containsEntry("users", "U0ANNA,U0BRUNO");
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE).getFirst()).containsEntry("channel", "D0ANNA");
  }

  @Test
  void publishesTheHomePage() {
    slack.answers(Method.VIEWS_PUBLISH);

    assertThat(deliver(new Destination.Home(ANNA), "Yours")).isEqualTo(delivered());

    var call = slack.calls(Method.VIEWS_PUBLISH).getFirst();
    assertThat(call).containsEntry("user_id", "U0ANNA");
    assertThat(FakeSlack.json(call.getOrDefault("view", "")).path("type").stringValue(""))
        .isEqualTo("home");
  }

  @Test
  void opensFormsAndSaysWhenItCannot() {
    var form =
        new Form(
            "quiet-hours",
            "Quiet hours",
            List.of(
                new Form.Field(
                    "from", "From", "", Form.Kind.TIME, List.of("18:00"), List.of(), true)),
            "Save");
    var windows = new Windows(slack.api(clock));
    slack.answers(Method.VIEWS_OPEN);

    windows.open(FakeSlack.ACME, "12.34.ab", form, "notes");

    var call = slack.calls(Method.VIEWS_OPEN).getFirst();
    var view = FakeSlack.json(call.getOrDefault("view", ""));
    assertThat(call).containsEntry("trigger_id", "12.34.ab");
    assertThat(view.path("callback_id").stringValue("")).isEqualTo("quiet-hours");
    assertThat(view.path("private_metadata").stringValue("")).isEqualTo("notes");
    slack.refuses(Method.VIEWS_OPEN, "expired_trigger_id");
    assertThatThrownBy(() -> windows.open(FakeSlack.ACME, "12.34.ab", form, "notes"))
        .isInstanceOf(PlatformUnavailableException.class)
        .hasMessageContaining("expired_trigger_id");
  }

  @Test
  void pressesOfButtonsCarryTheirCommand() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    var button = Button.primary("Help", new Command.Help());
    var reply = new Reply(Language.ENGLISH, List.of(new Block.Buttons(List.of(button))));

    platform.deliver(new Outgoing("key", new Destination.InChannel(GENERAL), reply), turn);

    var blocks = slack.calls(Method.CHAT_POST_MESSAGE).getFirst().getOrDefault("blocks", "");
    assertThat(blocks).contains("{\\\"is\\\":\\\"Help\\\"}").contains("\"action_id\":\"ponte-1\"");
  }
}
