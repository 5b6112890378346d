package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.ConfirmDigest;
import ponte.conversation.Audience;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Reply;
import ponte.schedule.PostedDigests;

/** A digest that came to one reader alone, when what it rests on is taken back or changed. */
class SentDigestsTest {

  private static final String BOTH = "digest #dev #board every day at 8:30";
  private static final String MINE = "my digest every day at 8:30";
  private static final String AT = "2026-03-24T07:30:00Z";

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {BOTH, MINE})
  void losesWhatWasTakenBackAndNothingElse(String wish) {
    var sent = sent(wish);
    var links = links(sent.reply());
    var gone = links.getFirst();

    team.takesBack(gone);
    team.passes(Duration.ofHours(1));

    assertThat(links(team.standing(sent)))
        .doesNotContain(gone)
        .isSubsetOf(links)
        .containsAll(
            links.stream().filter(link -> !link.channel().equals(gone.channel())).toList());
    assertThat(Team.words(team.standing(sent))).contains("every day at 08:30");
    assertThat(corrections(sent)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {BOTH, MINE})
  void quotesWhatWasEditedAsItReadsNow(String wish) {
    var sent = sent(wish);
    var decided =
        links(sent.reply()).stream()
            .filter(link -> text(link).contains("Kafka"))
            .findFirst()
            .orElseThrow();

    team.edits(decided, text(decided).replace("Kafka", "Kafka (the new one)"));
    team.passes(Duration.ofHours(1));

    assertThat(Team.words(team.standing(sent))).contains("Kafka (the new one)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opt out", "forget me"})
  void saysNothingOfWhoIsOut(String wish) {
    var sent = sent(BOTH);
    var by = links(sent.reply()).stream().filter(link -> isBy("bob", link)).toList();
    assertThat(by).isNotEmpty();

    var answer = team.says("bob", wish);
    if (Team.commands(answer).stream().anyMatch(Command.ConfirmForget.class::isInstance)) {
      team.presses("bob", Team.button(answer, Command.ConfirmForget.class));
    }

    assertThat(team.acme.records.contentOf("sent-digests")).doesNotContain("\"T1/bob\"");
    team.passes(Duration.ofHours(1));
    assertThat(links(team.standing(sent))).isNotEmpty().doesNotContainAnyElementsOf(by);
    assertThat(team.standing(sent).toString()).doesNotContain("T1/bob");
  }

  @Test
  void saysSoWhereAllOfItWasTakenBack() {
    var sent = sent(BOTH);

    links(sent.reply()).forEach(team::takesBack);
    team.passes(Duration.ofHours(1));

    assertThat(links(team.standing(sent))).isEmpty();
    assertThat(Team.words(team.standing(sent))).contains("taken back since");
  }

  /** How it reads by now is no business of theirs. */
  @Test
  void doesNotTellHowSomethingReadsByNowInAChannelThatItsReaderHasLeft() {
    var sent = sent(BOTH);
    var closed =
        links(sent.reply()).stream()
            .filter(link -> link.channel().equals(Team.BOARD))
            .findFirst()
            .orElseThrow();
    team.acme.directory.apply(
        List.of(
            new Event.Roster.Left(
                new EventId("ada leaves"),
                Team.BOARD,
                Team.person("ada"),
                team.acme.clock.instant())));

    team.edits(closed, text(closed) + " and nobody else may know");
    team.passes(Duration.ofHours(1));

    assertThat(Team.words(team.standing(sent))).doesNotContain("nobody else may know");
    assertThat(links(team.standing(sent)))
        .isNotEmpty()
        .allMatch(link -> link.channel().equals(Team.DEV));
  }

  @Test
  void isCorrectedOnlyOnceItIsThere() {
    confirms(BOTH);
    talks();
    team.refusal = new Delivery.Later(Instant.parse(AT).plus(Duration.ofMinutes(40)), "too much");
    team.at(AT);
    assertThat(team.written("ada")).isEmpty();

    team.takesBack(Chat.in("dev").id(start()));
    team.passes(Duration.ofHours(2));

    var sent = team.theOnly("ada");
    assertThat(links(team.standing(sent))).isNotEmpty().doesNotContain(Chat.in("dev").id(start()));
    assertThat(team.delivered.getFirst()).isNotBlank();
    assertThat(team.delivered.stream().filter(key -> key.startsWith(sent.key())).findFirst())
        .contains(sent.key());
  }

  @Test
  void isKeptAsLongAsAPostAndNotLonger() {
    sent(BOTH);
    confirms("stop digest #dev #board");
    assertThat(team.acme.records.contentOf("sent-digests")).isNotEmpty();

    team.acme.clock.advance(PostedDigests.KEPT);

    assertThat(team.acme.records.contentOf("sent-digests")).isEmpty();
    assertThat(team.acme.records.contentOf("sent-digests-cite")).isEmpty();
  }

  @Test
  void isForgottenWithItsReader() {
    sent(BOTH);
    assertThat(Team.words(team.says("ada", "export my data")))
        .contains("sentDigests", "a digest of");

    team.presses("ada", new Command.ConfirmForget());
    assertThat(team.acme.records.contentOf("sent-digests")).isEmpty();
    assertThat(team.acme.records.contentOf("sent-digests-cite")).isEmpty();
  }

  @Test
  void isForgottenWithItsWorkspace() {
    sent(BOTH);

    team.ponte.forget(Chat.WORKSPACE);

    assertThat(team.acme.records.contentOf("sent-digests")).isEmpty();
    assertThat(team.acme.records.contentOf("sent-digests-cite")).isEmpty();
  }

  private void confirms(String wish) {
    var reply = team.says("ada", wish);
    if (Team.commands(reply).stream().anyMatch(ConfirmDigest.class::isInstance)) {
      team.presses("ada", Team.button(reply, ConfirmDigest.class));
    }
  }

  private void talks() {
    team.at("2026-03-24T07:15:00Z");
    for (var channel : List.of("dev", "board")) {
      team.talks(channel);
      team.talksOfSomethingElse(channel);
    }
  }

  private static long start() {
    return Duration.between(Chat.START, Instant.parse("2026-03-24T06:15:00Z")).toMinutes();
  }

  private Outgoing sent(String wish) {
    confirms(wish);
    talks();
    team.at(AT);
    return team.theOnly("ada");
  }

  private List<Outgoing> corrections(Outgoing sent) {
    return team.shown.values().stream()
        .filter(
            each ->
                each.to() instanceof Destination.InPlaceOf(var place, var delivery)
                    && place.equals(sent.to())
                    && delivery.equals(sent.key()))
        .toList();
  }

  private String text(MessageId message) {
    return team.acme
        .archive
        .find(message, Audience.of(message.channel()))
        .orElseThrow()
        .message()
        .text()
        .searchable();
  }

  private boolean isBy(String name, MessageId message) {
    return team.acme
        .archive
        .find(message, Audience.of(message.channel()))
        .filter(filed -> filed.message().author().equals(Team.person(name)))
        .isPresent();
  }

  private static List<MessageId> links(Reply reply) {
    return ScheduledDigestsTest.links(reply.blocks());
  }
}
