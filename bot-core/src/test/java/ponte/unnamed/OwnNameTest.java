package ponte.unnamed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.expert.Workspace;

/** Whether somebody's own name stands in what they ask without it. */
class OwnNameTest {

  private final Workspace acme = new Workspace();

  private boolean isIn(String text, String name) {
    var id = Chat.person("u17");
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(name),
                new Person(
                    id,
                    name,
                    "handle",
                    "",
                    "someone@acme.org",
                    ZoneOffset.UTC,
                    null,
                    Person.Standing.ACTIVE),
                Chat.START)));
    return OwnName.of(id, acme.directory).isIn(text);
  }

  @ParameterizedTest
  @CsvSource({
    "Li Wu, 'Li Wu here: how do we rotate the keys?'",
    "Li Wu, 'how do we rotate the keys? li  wu'",
    "Li Wu, 'how do we rotate the keys? (Li-Wu)'",
    "Nicolò Bo, 'come si ruotano le chiavi? Nicolo'",
    "Nicolo Bo, 'come si ruotano le chiavi? Nicolò'",
    "Søren Ø, 'Soren asks: how do we rotate the keys?'",
    "Jürgen Groß, 'Gross asks: how do we rotate the keys?'",
    "Anna Rossi, 'anna asks: how do we rotate the keys?'",
    "Anna Rossi, 'ask Someone@Acme.org how we rotate the keys'",
    "Anna Rossi, 'HANDLE asks'"
  })
  void isFound(String name, String text) {
    assertThat(isIn(text, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Li Wu, 'how do we list the keys, live with Wunderlist?'",
    "Li Wu, 'who knows what li means there?'",
    "Al, 'chi sa come si accede al portale?'",
    "Anna Rossi, 'how do we plan the annals of the savanna?'"
  })
  void isNotFoundInOtherWords(String name, String text) {
    assertThat(isIn(text, name)).isFalse();
  }
}
