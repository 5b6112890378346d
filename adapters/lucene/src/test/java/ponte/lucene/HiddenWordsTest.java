package ponte.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Archive;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.Wordings;

/** For random audiences: no word that they may not see changes what is looked for, or found. */
class HiddenWordsTest {

  private static final Nlp NLP = Nlp.shared();
  private static final int AUDIENCES = 3;
  private static final int MESSAGES = 100;

  private static final List<Chat> CHANNELS =
      Stream.of("a", "b", "c", "d", "e").map(Chat::in).toList();

  /** Words that are near each other in all the ways that are looked for. */
  private static final List<String> WORDS =
      List.of(
          "kubernetes",
          "kubernetis",
          "k8s",
          "keystrokes",
          "database",
          "data",
          "base",
          "data-base",
          "email",
          "e-mail",
          "DPIA (data protection impact assessment)",
          "DPIA",
          "impact",
          "invoice",
          "fattura",
          "la fattura elettronica",
          "il certificato",
          "certificate",
          "architecture",
          "architettura",
          "holiday",
          "ferie",
          "on-call",
          "reperibilità");

  private static final List<String> TOPICS =
      List.of(
          "kuberntes",
          "k8s",
          "kubernetes",
          "data base",
          "database",
          "dpia",
          "DPIA certifcate",
          "data protection impact assessment",
          "invoices",
          "fatture",
          "certificato",
          "e-mail",
          "architettura del database",
          "who is on call for the holidays?",
          "email");

  @Test
  void nothingChangesWithWhatIsHidden(@TempDir Path directory) {
    var random = new Random(1);
    var said = new ArrayList<Talk>();
    for (var i = 0; i < MESSAGES; i++) {
      said.add(CHANNELS.get(random.nextInt(CHANNELS.size())).posts(i * 500, "ada", line(random)));
    }
    try (var whole = filled(directory.resolve("whole"), said)) {
      for (var i = 0; i < AUDIENCES; i++) {
        var visible = new HashSet<ChannelId>();
        CHANNELS.stream()
            .filter(_ -> random.nextInt(5) < 2)
            .forEach(channel -> visible.add(channel.channel()));
        var audience = new Audience(visible);
        var open =
            said.stream().filter(talk -> visible.contains(talk.message().channel())).toList();
        try (var twin = filled(directory.resolve("twin-" + i), open)) {
          for (var topic : TOPICS) {
            assertAlike(topic, whole, twin, audience);
          }
        }
      }
    }
  }

  private static void assertAlike(String topic, Archive whole, Archive twin, Audience audience) {
    var wording = new Wordings(whole, NLP).of(topic, Language.ENGLISH, audience);

    assertThat(wording)
        .as("%s for %s", topic, audience)
        .isEqualTo(new Wordings(twin, NLP).of(topic, Language.ENGLISH, audience));
    assertThat(whole.search(wording.sought(), audience, 50))
        .isEqualTo(twin.search(wording.sought(), audience, 50));
  }

  private static String line(Random random) {
    var words = new StringBuilder(random.nextBoolean() ? "what of the" : "che cosa ne è di");
    for (var i = 0; i < 2 + random.nextInt(3); i++) {
      words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }

  private static Archive filled(Path directory, List<Talk> said) {
    var archive = LuceneArchive.open(directory, NLP, Conversations.Rules.DEFAULT);
    archive.apply(said);
    return archive;
  }
}
