package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.MessageId;
import ponte.nlp.Language;

class FitnessTest {

  private static final Chat DEV = Chat.in("C1");

  private final Fitness fitness = new Fitness(DigestRules.DEFAULT.fit());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The nightly backup fails because the bucket is full.",
        "Il backup notturno fallisce perché il bucket è pieno."
      })
  void findsNoFaultWithASentenceThatStandsAlone(String text) {
    assertThat(fit(text)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That makes the nightly backup bucket full again.",
        "Questo riempie di nuovo il bucket del backup notturno.",
        "Works again",
        "We have it all in there with them and you.",
        "The nightly backup writes to this bucket:",
        "I have a question about the nightly backup bucket.",
        "Ho una domanda sul bucket del backup notturno.",
        "Bucket (backup) (nightly) (full) (again) fails loudly today.",
        "backup = bucket.open(nightly_run) => full_path + suffix",
        "(the nightly backup bucket is nearly full today)"
      })
  void findsFaultWithOneThatDoesNot(String text) {
    assertThat(fit(text)).isNegative();
  }

  @Test
  void likesLongSentencesLessTheLongerTheyAre() {
    var long40 = "the nightly backup bucket is full ".repeat(7);

    assertThat(fit(long40)).isNegative();
    assertThat(fit(long40 + "and so are the disks of the search nodes")).isLessThan(fit(long40));
  }

  private double fit(String text) {
    var message = DEV.says(0, "ada", text);
    return new Reading(Room.NLP, Language.ENGLISH)
        .lines(new Talk(new MessageId(DEV.channel(), "1"), java.util.List.of(message))).stream()
            .mapToDouble(fitness::of)
            .sum();
  }
}
