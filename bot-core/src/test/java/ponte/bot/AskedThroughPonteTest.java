package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.store.Partition;

/** Who asked, and who answered, where Ponte posted the question. */
class AskedThroughPonteTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @Test
  void namesWhoAnsweredWithHowManyQuestionsAndNotWhoAsked() {
    bobAnswersAdaTwice();

    var answer = Team.words(team.says("kim", "who knows about kafka offsets?"));

    assertThat(answer).contains("bob", "Answered 2 questions about it").doesNotContain("ada");
    assertThat(Team.words(team.says("kim", "why not ada about kafka offsets?")))
        .contains("too little speaks for ada");
    assertThat(Team.words(team.says("ada", "why not me about kafka offsets?")))
        .contains("2 conversations with you about it, none that you did not begin");
  }

  @Test
  void forgetsThatSomebodyAsked() {
    bobAnswersAdaTwice();
    assertThat(team.acme.records.everything("posed", "posed-by")).hasSize(4);

    team.presses("ada", new Command.ConfirmForget());

    assertThat(team.acme.records.everything("posed", "posed-by")).isEmpty();
  }

  @Test
  void forgetsByNightWhatWasLeftWhereNotingItEndedInBetween() {
    bobAnswersAdaTwice();
    team.acme.records.drop(new Partition("posed-by", Chat.person("ada").toString()));
    assertThat(team.acme.records.everything("posed", "posed-by")).hasSize(2);

    team.ponte.planAhead();
    team.passes(Duration.ofHours(17));

    assertThat(team.acme.records.everything("posed", "posed-by")).isEmpty();
  }

  private void bobAnswersAdaTwice() {
    for (var topic : List.of("kafka offsets", "kafka offsets after an upgrade")) {
      var question = posts(topic);
      team.replies("bob", question, "the kafka offsets are reset in the console");
      team.acme.clock.advance(Duration.ofMinutes(1));
      team.replies("ada", question, "thanks, the kafka offsets are fine now");
      team.passes(Duration.ofMinutes(1));
    }
  }

  private MessageId posts(String topic) {
    team.presses("ada", new Command.Post(RANDOM, topic));
    team.passes(Duration.ofMinutes(1));
    var key = team.posted(RANDOM).getLast().key();
    return team.platform.posted(RANDOM, key).orElseThrow();
  }
}
