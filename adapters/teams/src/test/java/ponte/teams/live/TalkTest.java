package ponte.teams.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;

/** What is said in channels is kept, what is said in chats never is. */
class TalkTest {

  private static final MessageId ROOT = new MessageId(Stand.INCIDENTS, "1772440200000");
  private static final MessageId REPLY = new MessageId(Stand.INCIDENTS, "1772440260000");

  private final Stand stand = new Stand();

  private List<Event> talk() {
    return stand.heard().stream().filter(Event.Talk.class::isInstance).toList();
  }

  @Test
  void keepsAReplyWithoutAMentionOfPonte() {
    stand.references.heardOf(
        new PersonId(Stand.TENANT, "adele"), "29:1ljv6N86roXr5pjPrCJVIz6xHh5QxjI");

    assertThat(stand.send("message-channel-reply")).isEqualTo(Acknowledgement.DONE);

    var content = ((Event.Talk.Posted) talk().getFirst()).content();
    assertThat(content.id()).isEqualTo(REPLY);
    assertThat(content.author()).isEqualTo(Stand.MEGAN);
    assertThat(content.kind()).isEqualTo(Message.Kind.TALK);
    assertThat(content.thread()).isEqualTo(ROOT);
    assertThat(content.at()).isEqualTo(Instant.ofEpochMilli(1772440260000L));
    assertThat(content.version()).isEqualTo(content.at());
    assertThat(content.files()).containsExactly("plan.docx");
    assertThat(content.text())
        .isEqualTo(
            RichText.of(
                new Span.Mention(new PersonId(Stand.TENANT, "adele")),
                new Span.Plain(" try it again: "),
                new Span.Code("mvn test")));
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void namesWhoIsMentionedByTeamsOwnIdWhereNobodyKnowsTheirOther() {
    stand.send("message-channel-reply");

    var content = ((Event.Talk.Posted) talk().getFirst()).content();
    assertThat(content.text().mentions())
        .containsExactly(new PersonId(Stand.TENANT, "29:1ljv6N86roXr5pjPrCJVIz6xHh5QxjI"));
  }

  @Test
  void keepsTheMessageThatMentionsPonteAndAsksIt() {
    stand.send("message-channel-mention");

    var content = ((Event.Talk.Posted) talk().getFirst()).content();
    assertThat(content.thread()).isNull();
    var asked = (Event.Request.Asked) stand.asked().getFirst();
    assertThat(asked.text()).isEqualTo("who knows about Kafka?");
    assertThat(asked.place().channel()).isEqualTo(Stand.INCIDENTS);
    assertThat(asked.place().thread()).isEqualTo(ROOT);
  }

  @Test
  void takesNoOrdersFromPrograms() {
    stand.send("message-channel-bot");

    assertThat(((Event.Talk.Posted) talk().getFirst()).content().kind())
        .isEqualTo(Message.Kind.BOT);
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void changesDeletesAndBringsBack() {
    stand.send("message-update-edit");
    stand.send("message-delete");
    stand.send("message-update-undelete");

    var events = talk();
    var edited = (Event.Talk.Edited) events.get(0);
    assertThat(edited.message()).isEqualTo(REPLY);
    assertThat(edited.content().at()).isEqualTo(Instant.ofEpochMilli(1772440260000L));
    assertThat(edited.at()).isEqualTo(Instant.parse("2026-03-02T08:40:00Z"));
    assertThat(edited.content().text()).isEqualTo(RichText.plain("try it again, please"));
    assertThat(events.get(1))
        .isEqualTo(
            new Event.Talk.Deleted(
                events.get(1).id(), REPLY, Instant.parse("2026-03-02T08:45:00Z")));
    var back = (Event.Talk.Edited) events.get(2);
    assertThat(back.at()).isAfter(events.get(1).at());
    assertThat(back.content().text()).isEqualTo(RichText.plain("try it again"));
  }

  @Test
  void keepsReactions() {
    stand.send("reactions-added");
    stand.send("reactions-removed");

    assertThat(talk())
        .satisfiesExactly(
            given -> {
              var reacted = (Event.Talk.Reacted) given;
              assertThat(reacted.message()).isEqualTo(REPLY);
              assertThat(reacted.by()).isEqualTo(Stand.MEGAN);
              assertThat(reacted.emoji()).isEqualTo("+1");
            },
            taken -> assertThat(taken).isInstanceOf(Event.Talk.Unreacted.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message-channel-reply",
        "message-delete",
        "reactions-added",
        "message-update-edit"
      })
  void takesInOnceWhatComesTwice(String file) {
    stand.send(file);
    stand.send(file);

    assertThat(talk()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message-personal",
        "message-group",
        "message-group-mention",
        "message-channel-shared"
      })
  void neverKeepsWhatIsSaidInAChatOrAmongOthersThanTheTeam(String file) {
    assertThat(stand.send(file)).isEqualTo(Acknowledgement.DONE);

    assertThat(talk()).isEmpty();
  }

  @Test
  void isSilentInAChannelThatIsSharedWithOthers() {
    stand.send("message-channel-shared");

    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void keepsWhatIsSaidInAPrivateChannelForNobodyWhoIsNotKnownToBeInIt() {
    var board = new ChannelId(Stand.TENANT, "19:private@thread.tacv2");

    stand.send("message-channel-private");

    assertThat(talk()).hasSize(1);
    assertThat(stand.directory.members(board)).isEmpty();
    assertThat(stand.directory.channel(board)).isEmpty();
  }

  @Test
  void keepsNothingOfAnExcludedChannel() {
    var strict = new Stand(Set.of(), Set.of("#payments-incidents"));

    strict.send("message-channel-reply");

    assertThat(strict.heard()).noneMatch(Event.Talk.class::isInstance);
  }

  @Test
  void hasATeamReadWhoseChannelIsNotKnown() {
    stand.send("message-channel-private");

    assertThat(stand.errands())
        .anyMatch(
            errand -> errand.startsWith("look/" + Stand.TENANT + "/" + Stand.GENERAL.value()));
  }

  @Test
  void hasWhoeverIsNotKnownRead() {
    stand.sendBody(
        Stand.payload("message-channel-reply")
            .replace(Stand.MEGAN.value(), Stand.NEWCOMER.value()));

    assertThat(stand.errands()).anyMatch(errand -> errand.startsWith("person/" + Stand.NEWCOMER));
  }

  @Test
  void learnsLanguageAndClockFromTheClient() {
    stand.send("message-personal");

    var profile = (Event.Roster.PersonChanged) stand.heard().getFirst();
    assertThat(profile.person().zone().getId()).isEqualTo("Europe/Rome");
    assertThat(profile.person().language()).isEqualTo(Language.ITALIAN);
    assertThat(profile.person().title()).isEqualTo("Engineer");
  }

  @Test
  void holdsBackWhatIsSaidInAChannelWhoseNameItMustKnowFirst() {
    var careful = new Stand(Set.of(), Set.of("Payments-Secret"));

    careful.sendBody(
        Stand.payload("message-channel-reply")
            .replace(Stand.INCIDENTS.value(), "19:unnamed@thread.tacv2"));

    assertThat(careful.heard()).noneMatch(Event.Talk.class::isInstance);
    careful.clock.advance(Duration.ofSeconds(30));
    assertThat(careful.errands())
        .anyMatch(errand -> errand.startsWith("held/"))
        .anyMatch(errand -> errand.startsWith("look/"));
  }
}
