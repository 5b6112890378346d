package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.consent.Preference.Standing;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.nlp.Nlp;
import ponte.store.InMemoryRecords;

class WrittenNamesTest {

  private static final Nlp NLP = Nlp.shared();

  private final InMemoryRecords records = new InMemoryRecords(TestClock.at(Chat.START));
  private final Directory directory = new Directory(records);
  private final Preferences preferences = new Preferences(records, directory);

  private WrittenNamesTest with(String id, String name, String handle) {
    directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id),
                new Person(
                    Chat.person(id),
                    name,
                    handle,
                    "",
                    null,
                    ZoneOffset.UTC,
                    null,
                    id.equals("bot") ? Person.Standing.BOT : Person.Standing.ACTIVE),
                Instant.EPOCH)));
    return this;
  }

  private WrittenNames everybody() {
    return WrittenNames.ofEverybody(directory, NLP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "malattia di Giulia",
        "malattia di giulia",
        "Giulia's burnout",
        "team Bianchi",
        "burnout of Will",
        "the review of gbianchi7",
        "the leave of @data"
      })
  void aPartOfANameNames(String text) {
    with("g", "Giulia Bianchi (Finance)", "gbianchi7");
    with("w", "Will Della Testa", "data");

    assertThat(everybody().areIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gestione della rete",
        "test environment",
        "the data will be ready",
        "Finance report",
        "Pulsar cluster"
      })
  void aWordThatIsLikeANameDoesNot(String text) {
    with("g", "Giulia Bianchi (Finance)", "gbianchi7");
    with("w", "Will Della Testa", "data");
    with("bot", "Pulsar", "pulsar");

    assertThat(everybody().areIn(text)).isFalse();
  }

  @Test
  void wholeNamesAndHandlesAreReplaced() {
    with("g", "Giulia Bianchi", "gbianchi7").with("d", "Dan Data", "data");

    assertThat(
            everybody()
                .replaced(
                    "Ask giulia bianchi, @gbianchi7 or @data for the data of Giulia Bianchi.",
                    "somebody"))
        .isEqualTo("Ask somebody, somebody or somebody for the data of somebody.");
  }

  @Test
  void ofThoseWhoAreAbsentThereAreNoOthers() {
    with("g", "Giulia Bianchi", "g").with("d", "Dan Rossi", "d");
    preferences.change(Chat.person("g"), each -> each.with(Standing.OUT));

    var absent = WrittenNames.ofAbsent(directory, preferences, NLP);

    assertThat(absent.areIn("Ask Giulia.")).isTrue();
    assertThat(absent.areIn("Ask Dan Rossi.")).isFalse();
  }
}
