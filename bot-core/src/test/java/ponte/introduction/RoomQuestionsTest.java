package ponte.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.buttons;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.consent.Offer;
import ponte.consent.Preference;
import ponte.conversation.MessageId;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.reply.Button;

class RoomQuestionsTest {

  private static final Command.AskRoom KAFKA = new Command.AskRoom("kafka offsets");

  private final Workspace acme =
      new Workspace()
          .open("dev", "generale")
          .people("ada", "bob", "kim")
          .closed("board", "ada", "bob");
  private final Brought brought = new Brought(acme);
  private final RoomQuestions rooms = brought.rooms();

  @BeforeEach
  void bobAnswersAda() {
    acme.thread(
        "dev",
        1,
        "ada: how do I reset the kafka offsets?",
        "bob: you can do that in the console, it is easy");
  }

  @Test
  void showsTheQuestionAndTheChannelBeforeAnythingIsPosted() {
    var reply = rooms.preview(KAFKA, acme.asker("kim"));

    assertThat(buttons(reply))
        .extracting(Button::command)
        .containsExactly(
            new Command.Post(Chat.in("dev").channel(), "kafka offsets"), new Command.Dismiss());
    assertThat(reply.toString()).contains("#dev").contains("kafka offsets").doesNotContain("bob");
  }

  @Test
  void letsTheAskerChooseWhomToInvite() {
    bobAnswersAgain();
    var bob = List.of(Chat.person("bob"));

    var first = rooms.preview(KAFKA, acme.asker("kim"));
    var second = rooms.preview(new Command.AskRoom("kafka offsets", bob), acme.asker("kim"));

    assertThat(buttons(first))
        .extracting(Button::command)
        .contains(
            new Command.AskRoom("kafka offsets", bob),
            new Command.Post(Chat.in("dev").channel(), "kafka offsets"));
    assertThat(buttons(second))
        .extracting(Button::command)
        .contains(
            new Command.AskRoom("kafka offsets"),
            new Command.Post(Chat.in("dev").channel(), "kafka offsets", bob));
  }

  @Test
  void doesNotTellWhoWantsToBeInvitedToNothing() {
    bobAnswersAgain();
    var before = rooms.preview(KAFKA, acme.asker("kim"));
    assertThat(buttons(before))
        .extracting(Button::command)
        .contains(new Command.AskRoom("kafka offsets", List.of(Chat.person("bob"))));

    acme.preferences.change(
        Chat.person("bob"), old -> old.choosing(Offer.INVITATIONS, Preference.Choice.NONE));

    assertThat(rooms.preview(KAFKA, acme.asker("kim"))).isEqualTo(before);
  }

  @Test
  void plansToAskThoseWhoAreInvitedAndWhetherItHelped() {
    var chosen = List.of(Chat.person("bob"), Chat.person("kim"), Chat.person("nobody"));
    var command = new Command.Post(Chat.in("dev").channel(), "kafka offsets", chosen);

    rooms.post(command, acme.asker("kim"), "e1");
    rooms.post(command, acme.asker("kim"), "e1");

    assertThat(brought.planned())
        .extracting(Prompt::key)
        .containsExactly("e1/invite/T1/bob/first", "e1/helped-later");
  }

  private void bobAnswersAgain() {
    acme.thread("dev", 5000, "ada: are the kafka offsets lost?", "bob: kafka offsets stay there");
  }

  @Test
  void asksAgainBeforeItPostsWhatIsMarkedConfidential() {
    var marked = "[confidential] kafka offsets";

    var preview = rooms.preview(new Command.AskRoom(marked), acme.asker("kim"));

    assertThat(preview.toString()).contains("This looks like something confidential");
    assertThat(buttons(preview))
        .filteredOn(button -> button.command() instanceof Command.Post)
        .singleElement()
        .satisfies(button -> assertThat(button.label()).endsWith("anyway"));
    assertThat(rooms.preview(KAFKA, acme.asker("kim")).toString()).doesNotContain("confidential");
  }

  @Test
  void invitesNobodyToWhatIsMarkedConfidential() {
    bobAnswersAgain();
    var marked = "[confidential] kafka offsets";

    assertThat(buttons(rooms.preview(new Command.AskRoom(marked), acme.asker("kim"))))
        .extracting(Button::command)
        .hasSize(2)
        .noneMatch(Command.AskRoom.class::isInstance);

    var invited = List.of(Chat.person("bob"));
    var post = new Command.Post(Chat.in("dev").channel(), marked, invited);
    assertThat(rooms.post(post, acme.asker("kim"), "e1").others()).hasSize(1);
    assertThat(brought.written()).isEmpty();
  }

  @Test
  void saysThatASecretIsNotPosted() {
    var secret = new Command.AskRoom("kafka offsets with the password: Tr0ub4dor&3");

    assertThat(rooms.preview(secret, acme.asker("kim")).toString()).contains("looks like a secret");
    assertThat(rooms.preview(KAFKA, acme.asker("kim")).toString()).doesNotContain("secret");
  }

  @Test
  void postsInTheAskersNameAndNamesNobodyElse() {
    var outcome = post("dev", "kim", "e1");

    assertThat(outcome.others())
        .extracting(Outgoing::to)
        .containsExactly(new Destination.InChannel(Chat.in("dev").channel()));
    var posted = outcome.others().getFirst().reply();
    assertThat(posted.toString()).contains("kim").contains("kafka offsets").doesNotContain("bob");
  }

  @Test
  void speaksTheLanguageOfTheChannel() {
    acme.thread(
        "generale",
        5000,
        "ada: qualcuno sa quando arriva il nuovo fornitore?",
        "bob: dovrebbe arrivare nella settimana prossima, credo");

    assertThat(post("generale", "kim", "e1").others().getFirst().reply().language())
        .isEqualTo(Language.ITALIAN);
    assertThat(post("dev", "kim", "e2").others().getFirst().reply().language())
        .isEqualTo(Language.ENGLISH);
  }

  @Test
  void postsAQuestionOnce() {
    var first = post("dev", "kim", "e1");

    assertThat(post("dev", "kim", "e1")).isEqualTo(first);
    assertThat(post("dev", "kim", "e2").others()).isEmpty();
    assertThat(post("dev", "ada", "e3").others()).hasSize(1);
  }

  @Test
  void postsAgainWhatCouldNotBePosted() {
    post("dev", "kim", "e1");
    post("dev", "ada", "e2");
    var dev = Chat.in("dev").channel();
    brought.matters.change(
        Chat.person("ada"), "e2", matter -> matter.at(new MessageId(dev, "there")));

    acme.clock.advance(Duration.ofDays(2));

    assertThat(post("dev", "kim", "e3").others()).hasSize(1);
    assertThat(post("dev", "kim", "e4").others()).isEmpty();
    assertThat(post("dev", "ada", "e5").others()).isEmpty();
  }

  @Test
  void postsNothingWhereTheAskerMayNotRead() {
    assertThat(post("board", "kim", "e1").others()).isEmpty();
    assertThat(post("board", "ada", "e2").others()).hasSize(1);
    assertThat(post("nowhere", "ada", "e3").others()).isEmpty();
  }

  @Test
  void postsNothingInAChannelThatIsNotInUse() {
    acme.archived("dev");

    assertThat(post("dev", "kim", "e1").others()).isEmpty();
  }

  @Test
  void asksNobodyWithoutAnAsker() {
    var command = new Command.Post(Chat.in("dev").channel(), "kafka offsets");

    assertThat(rooms.post(command, acme.nobody(), "e1").others()).isEmpty();
    assertThat(buttons(rooms.preview(KAFKA, acme.nobody()))).isEmpty();
  }

  private Outcome post(String channel, String asker, String request) {
    return rooms.post(
        new Command.Post(Chat.in(channel).channel(), "kafka offsets"), acme.asker(asker), request);
  }
}
