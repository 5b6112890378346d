package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.nlp.Language;

class AnalysesTest {

  private static final Chat DEV = Chat.in("C1");

  @Test
  void readsAVersionOfAMessageOnce() {
    var analyses = new Analyses(Room.NLP);
    var message = DEV.says(0, "ada", "The nightly backup failed. Who restarts it?");

    analyses.prepare(message);
    var analysis = analyses.of(message);

    assertThat(analyses.of(message)).isSameAs(analysis);
    assertThat(analysis.sentences(Language.ENGLISH))
        .isSameAs(analyses.of(message).sentences(Language.ENGLISH))
        .extracting(sentence -> sentence.quote().plain())
        .containsExactly("The nightly backup failed.", "Who restarts it?");
  }

  @Test
  void tellsTheSameOfWhatWasReadAhead() {
    var message =
        DEV.says(
            0,
            "ada",
            "Thanks, we decided to move the release to Thursday. Does anyone object? Solved now."
                + " I'll fix the build by tomorrow, and bob promised to help.");
    var ahead = new Analyses(Room.NLP);
    ahead.prepare(message);

    assertThat(cues(ahead.of(message)))
        .isEqualTo(cues(new Analyses(Room.NLP).of(message)))
        .contains("starts PROMISE", "has DECISION");
  }

  private static Set<String> cues(Analysis analysis) {
    var cues = new TreeSet<String>();
    for (var sentence : analysis.sentences(Language.ENGLISH)) {
      for (var cue : Cue.values()) {
        if (sentence.starts(cue)) {
          cues.add("starts " + cue);
        }
        if (sentence.has(cue)) {
          cues.add("has " + cue);
        }
      }
    }
    return cues;
  }

  @Test
  void readsAnEditedMessageAnew() {
    var analyses = new Analyses(Room.NLP);
    var before = DEV.says(0, "ada", "The nightly backup failed.");
    var after = DEV.says(0, "ada", "The nightly backup works.");

    analyses.prepare(before);

    assertThat(analyses.of(after).terms(Language.ENGLISH)).contains("work").doesNotContain("fail");
    assertThat(analyses.size()).isEqualTo(1);
  }

  @Test
  void letsWhatWasUnusedLongestGoFirst() {
    var analyses = new Analyses(Room.NLP, 200);
    var first = DEV.says(0, "ada", "the first message");
    var second = DEV.says(1, "ada", "the second message");
    var kept = analyses.of(first);
    analyses.of(second);
    analyses.of(first);

    analyses.of(DEV.says(2, "ada", "the third message"));

    assertThat(analyses.size()).isEqualTo(2);
    assertThat(analyses.of(first)).isSameAs(kept);
  }

  @Test
  void forgetsWhatItIsToldTo() {
    var analyses = new Analyses(Room.NLP);
    var message = DEV.says(0, "ada", "the first message");
    analyses.prepare(message);
    analyses.prepare(DEV.says(1, "ada", "the second message"));

    analyses.forget(message.id());
    assertThat(analyses.size()).isEqualTo(1);

    analyses.forgetAll();
    assertThat(analyses.size()).isZero();
  }
}
