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
        "Il backup notturno fallisce perché il bucket è pieno.",
        "Is it possible to restore a nightly backup from the bucket?",
        "If the nightly backup fails, look whether it can reach the bucket.",
        "In order to restore the nightly backup, open the bucket.",
        "In order to restore the nightly backup you need the key of the bucket.",
        "In modo da salvare spazio, il backup notturno comprime il bucket.",
        "The nightly backup of this week filled the bucket.",
        "È possibile ripristinare il backup notturno dal bucket?",
        "Questa settimana il backup notturno ha riempito il bucket.",
        "Il backup notturno parla con il bucket del livello interno.",
        "The nightly backup logs \"cannot find that module\" in the bucket.",
        "Trying to restore the nightly backup of the bucket."
      })
  void findsNoFaultWithASentenceThatStandsAlone(String text) {
    assertThat(fit(text)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That makes the nightly backup bucket full again.",
        "We have a nightly backup of the bucket, where would I even start?",
        "Abbiamo un backup notturno del bucket, da dove si comincia?",
        "How can I then restore the nightly backup of the bucket?",
        "Question regarding the nightly backup of the bucket: can I?",
        "Is there a good \"get help\" channel for the nightly backup?",
        "Is there somewhere else I can ask about the nightly backup of the bucket?",
        "Anyone willing to offer some help with the nightly backup?",
        "Come posso allora ripristinare il backup notturno del bucket?",
        "Domanda sul backup notturno del bucket: posso?",
        "C'è un altro canale dove chiedere del backup notturno?",
        "Dove altro posso chiedere del backup notturno del bucket?",
        "Qualcuno è disposto a dare una mano con il backup notturno?",
        "Questo riempie di nuovo il bucket del backup notturno.",
        "Works again",
        "We have it all in there with them and you.",
        "The nightly backup writes to this bucket:",
        "I have a question about the nightly backup bucket.",
        "Ho una domanda sul bucket del backup notturno.",
        "Bucket (backup) (nightly) (full) (again) fails loudly today.",
        "backup = bucket.open(nightly_run) => full_path + suffix",
        "(the nightly backup bucket is nearly full today)",
        "Why does the nightly backup fail in this case?",
        "But the nightly backup of the bucket is fine.",
        "The nightly backup of the bucket is fine though.",
        "The nightly backup is too slow for such basic things.",
        "Ma il backup notturno del bucket va bene.",
        "How do I get it to write the nightly backup?",
        "Restore the nightly backup with that command.",
        "Refers to a nightly backup of the search bucket.",
        "Your example of the nightly backup lacks a bucket.",
        "If the nightly backup writes to the bucket",
        "In order for the nightly backup to write to the bucket",
        "In modo da scrivere il backup notturno nel bucket",
        "Alternatively, restore the nightly backup of the bucket.",
        "The second option restores the nightly backup of the bucket.",
        "La seconda opzione ripristina il backup notturno del bucket.",
        "Better yet, can the nightly backup restore the bucket?",
        "Meglio ancora, il backup notturno si scrive nel bucket.",
        "In alternativa il backup notturno si scrive nel bucket.",
        "The nightly backup of the bucket runs with the",
        "Backup bucket sort of, you know, filled or something, or whatever nightly.",
        "The nightly backup of the of the bucket failed.",
        "The nightly backup writes (to the search bucket",
        "Perché in questo caso il backup notturno fallisce?",
        "Come faccio a farlo scrivere nel bucket notturno?",
        "Ha riempito ieri sera anche bucket e backup notturno.",
        "Il tuo esempio di backup notturno non ha un bucket.",
        "Se il backup notturno del bucket",
        "Il backup notturno del bucket gira con il",
        "Il backup del del bucket notturno fallisce."
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

  @Test
  void letsAYesLeanOnItsQuestionButNotOnAnythingElse() {
    var question = line("Does the nightly backup write to the search bucket?");
    var remark = line("The nightly backup writes to the search bucket.");
    var yes = line("Yes, it writes to the search bucket every nightly backup.");
    var pointing = line("Yes, that command writes the nightly backup to the bucket.");

    assertThat(fitness.below(question, yes)).isZero();
    assertThat(fitness.below(remark, yes)).isNegative();
    assertThat(fitness.below(question, pointing)).isNegative();
  }

  private Line line(String text) {
    return new Reading(new Analyses(Room.NLP), Language.ENGLISH)
        .lines(
            new Talk(
                new MessageId(DEV.channel(), "1"), java.util.List.of(DEV.says(0, "ada", text))))
        .getFirst();
  }

  private double fit(String text) {
    var message = DEV.says(0, "ada", text);
    return new Reading(new Analyses(Room.NLP), Language.ENGLISH)
        .lines(new Talk(new MessageId(DEV.channel(), "1"), java.util.List.of(message))).stream()
            .mapToDouble(fitness::of)
            .sum();
  }
}
