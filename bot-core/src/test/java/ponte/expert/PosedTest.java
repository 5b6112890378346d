package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.archive.Found;
import ponte.conversation.PersonId;

class PosedTest {

  private static final PersonId ADA = Chat.person("ada");
  private static final PersonId BOB = Chat.person("bob");

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "eve");
  private final Chat dev = Chat.in("dev");

  @Test
  void opensAConversationForWhoAskedAndNoOtherOne() {
    acme.posed.note(dev.id(1), ADA, Chat.minute(1));
    acme.posed.note(dev.id(1), ADA, Chat.minute(1));

    var mine = opened(found(1, false, part("bob", 2), part("ada", 3)));
    var unsaid = opened(found(1, false, part("bob", 2)));
    var others = found(5, false, part("ada", 6), part("bob", 7));
    var people = found(1, true, part("bob", 2), part("ada", 3));

    assertThat(mine.isOpenedBy(ADA)).isTrue();
    assertThat(mine.parts())
        .containsExactly(
            new Found.Part(ADA, 2, Chat.minute(3), 0, 1),
            new Found.Part(BOB, 1, Chat.minute(2), 0, 0));
    assertThat(unsaid.isOpenedBy(ADA)).isTrue();
    assertThat(unsaid.answers()).extracting(Found.Part::person).containsExactly(BOB);
    assertThat(opened(others)).isEqualTo(others);
    assertThat(opened(people)).isEqualTo(people);
  }

  @Test
  void forgetsWhatIsOlderThanAMomentInAChannel() {
    acme.posed.note(dev.id(1), ADA, Chat.minute(1));
    acme.posed.note(dev.id(5), ADA, Chat.minute(5));
    acme.posed.note(Chat.in("ops").id(1), BOB, Chat.minute(1));

    acme.posed.forget(dev.channel(), Chat.minute(5));

    assertThat(acme.posed.of(ADA)).containsExactly(dev.id(5));
    assertThat(acme.posed.of(BOB)).hasSize(1);
    assertThat(opened(found(1, false, part("bob", 2))).opened()).isFalse();
    assertThat(opened(found(5, false, part("bob", 6))).opened()).isTrue();
  }

  @Test
  void forgetsWhatSomebodyAskedAndNothingOfOthers() {
    acme.posed.note(dev.id(1), ADA, Chat.minute(1));
    acme.posed.note(dev.id(5), BOB, Chat.minute(5));

    acme.posed.forget(ADA);

    assertThat(opened(found(1, false, part("bob", 2))).opened()).isFalse();
    assertThat(opened(found(5, false, part("ada", 6))).isOpenedBy(BOB)).isTrue();
  }

  @Test
  void isForgottenAfterTwoYears() {
    acme.posed.note(dev.id(1), ADA, acme.clock.instant());

    acme.clock.advance(Duration.ofDays(731));

    assertThat(acme.posed.of(ADA)).isEmpty();
    assertThat(opened(found(1, false, part("bob", 2))).opened()).isFalse();
  }

  private Found opened(Found found) {
    return acme.posed.openedByAskers(List.of(found), acme.directory.accounts()).getFirst();
  }

  private Found found(double minute, boolean opened, Found.Part... parts) {
    return new Found(dev.id(minute), 1, 1, opened, List.of(parts));
  }

  private static Found.Part part(String name, double minute) {
    return new Found.Part(Chat.person(name), 1, Chat.minute(minute), 0, 0);
  }
}
