package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.expert.Workspace;

class QuietRoomsTest {

  private final Town town = new Town();

  /** In #ops people spoke of Pulsar clusters until two months ago. */
  private void opsWasLively(int last) {
    for (int i = 0; i < 24; i++) {
      town.says(
          town.ops,
          last + 24 - i,
          Town.PEOPLE.get(i % 5),
          i % 3 == 0 ? "We moved the Pulsar cluster." : "The lunch of day " + i + " was fine.");
    }
  }

  private void twoTalkOfPulsar(Chat chat) {
    for (int day : List.of(9, 5)) {
      var root =
          town.says(
              chat, day, "ada", "How do we upgrade the Pulsar cluster without losing messages?");
      town.replies(chat, root, "ben", "We upgrade the Pulsar cluster broker by broker.");
      town.replies(chat, root, "cleo", "The Pulsar cluster lost no messages with us.");
    }
  }

  private List<Proposal> proposed() {
    return new QuietRooms(town.acme.directory, Workspace.NLP).in(town.scene());
  }

  @Test
  void whatAQuietChannelWasForIsBroughtBackToIt() {
    opsWasLively(40);
    town.withEverydayTalk(town.dev, 40, 1);
    twoTalkOfPulsar(town.dev);

    assertThat(proposed())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.room().id()).isEqualTo(town.ops.channel());
              assertThat(each.reason().topic()).contains("Pulsar cluster");
            });
  }

  @Test
  void aChannelInWhichPeopleTalkIsNotQuiet() {
    opsWasLively(2);
    town.withEverydayTalk(town.dev, 40, 1);
    twoTalkOfPulsar(town.dev);

    assertThat(proposed()).isEmpty();
  }

  @Test
  void whatBelongsWhereItIsSpokenOfStaysThere() {
    opsWasLively(40);
    town.withEverydayTalk(town.dev, 40, 1);
    for (int i = 0; i < 300; i++) {
      town.says(town.dev, 60 - i / 10, Town.PEOPLE.get(i % 5), "My Pulsar cluster is up, job " + i);
    }
    twoTalkOfPulsar(town.dev);

    assertThat(proposed()).isEmpty();
  }
}
