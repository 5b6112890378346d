package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/** What somebody wishes or said about a topic holds in whatever words it is asked. */
class HiddenTopicsTest {

  private static final double DAY = 24 * 60;
  private static final PersonId BOB = Chat.person("bob");

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "eve", "kim");

  @ParameterizedTest
  @CsvSource({
    "kubernetes, k8s, kubernetes",
    "k8s, kubernetes, k8s",
    "kubernetes, k8s, k8s",
    "k8s, kubernetes, kubernetes",
    "fatture elettroniche, electronic invoices, electronic invoices",
    "invoices, fattura, invoice",
    "electronic invoices, fatture elettroniche, fatture elettroniche",
    "kubernetes, kubernets, kubernetes",
  })
  void namesNobodyForWhatTheyHide(String hidden, String asked, String said) {
    bobAnswersAbout(said);
    assertThat(named(asked)).containsExactly("bob");

    acme.preferences.change(BOB, old -> old.hiding(hidden));

    assertThat(named(asked)).isEmpty();
    assertThat(mayBeNamed(asked)).isFalse();
    assertThat(acme.experts.routing(asked, acme.asker("kim")))
        .extracting(Experts.Ranked::person)
        .doesNotContain(BOB);
  }

  @Test
  void namesThemForEverythingElse() {
    bobAnswersAbout("kubernetes");
    acme.preferences.change(
        BOB, old -> old.hiding("electronic invoices").hiding("kubernetes network policies"));

    assertThat(named("k8s")).containsExactly("bob");
    assertThat(mayBeNamed("k8s")).isTrue();
    assertThat(mayBeNamed("k8s network policies")).isFalse();
  }

  @Test
  void proposesNobodyInOtherWordsToWhoSaidThatTheyAreNotRight() {
    bobAnswersAbout("kubernetes");
    acme.opinions.notRight(Chat.person("kim"), BOB, "kubernetes", null);

    assertThat(named("k8s")).isEmpty();
  }

  @Test
  void findsInOtherWordsWhoSaysThatTheyKnow() {
    acme.preferences.change(Chat.person("eve"), old -> old.knowing("fatture elettroniche"));

    assertThat(acme.experts.on("electronic invoices", acme.asker("kim")).declared())
        .extracting(Person::name)
        .containsExactly("eve");
  }

  private boolean mayBeNamed(String topic) {
    return acme.experts.mayBeNamed(
        BOB, topic, Language.ENGLISH, acme.directory.audienceOf(Chat.person("kim")));
  }

  private void bobAnswersAbout(String topic) {
    for (var day = 0; day < 3; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: who can help with " + topic + "?",
          "bob: with " + topic + " start by reading the manual");
    }
  }

  private List<String> named(String topic) {
    return acme.experts.on(topic, acme.asker("kim")).experts().stream()
        .map(each -> each.person().name())
        .toList();
  }
}
