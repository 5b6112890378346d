package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

class TopicsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message KAFKA =
      DEV.says(0, "ada", "kafka rebalancing kafka partitions build");
  private static final Message BACKUP = DEV.says(1, "bruno", "backup bucket restore build");

  private final List<Talk> talks =
      List.of(new Talk(KAFKA.id(), List.of(KAFKA)), new Talk(BACKUP.id(), List.of(BACKUP)));

  @Test
  void tellsAConversationByWhatOthersDoNotTalkAbout() {
    var keyTerms = topics(List.of()).keyTerms(talks.getFirst());

    assertThat(keyTerms).first().isEqualTo("kafka");
    assertThat(keyTerms).last().isEqualTo("build");
  }

  @Test
  void callsATopicNewWhichNobodyRaisedBefore() {
    var topics =
        topics(List.of(DEV.says(-9000, "ada", "the kafka partitions, rebalancing, build")));

    assertThat(topics.novelty(topics.keyTerms(talks.getFirst()))).isZero();
    assertThat(topics.novelty(topics.keyTerms(talks.getLast()))).isGreaterThan(0.5);
  }

  @Test
  void callsNothingNewWhereNothingIsKnown() {
    var topics = topics(List.of());

    assertThat(topics.novelty(topics.keyTerms(talks.getFirst()))).isZero();
  }

  private Topics topics(List<Message> earlier) {
    return new Topics(talks, earlier, new Analyses(Room.NLP), Language.ENGLISH);
  }
}
