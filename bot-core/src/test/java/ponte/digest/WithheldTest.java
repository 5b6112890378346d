package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.nlp.Language;

/** What the author of a reply says beside it. */
class WithheldTest {

  private static final Chat DEV = Chat.in("C1");

  @ParameterizedTest
  @CsvSource({
    "You're right., false",
    "Giusto!, false",
    "È vero!, false",
    "It is a plain command., true",
    "That's right for the small vault alone., true"
  })
  void aWordOfAgreementIsNothingSaidBefore(String before, boolean amid) {
    var said = DEV.says(0, "bruno", before + " The vault rotates the keys. They last a week.");
    var lines =
        new Reading(new Analyses(Room.NLP), Language.ENGLISH)
            .lines(new Talk(said.id(), List.of(said)));
    var withheld = new Withheld(lines);

    assertThat(lines).hasSize(3);
    assertThat(withheld.isAmid(0)).isFalse();
    assertThat(withheld.isAmid(1)).isEqualTo(amid);
    assertThat(withheld.isAmid(2)).isTrue();
  }
}
