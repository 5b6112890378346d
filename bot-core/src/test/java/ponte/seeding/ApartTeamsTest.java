package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.expert.Workspace;

class ApartTeamsTest {

  private static final String HERE =
      "How do we upgrade the Pulsar cluster without losing messages of the nightly export?";
  private static final String THERE =
      "Can we upgrade a Pulsar cluster and lose no messages of the nightly export?";

  private final Town town = new Town();

  private Message talk(Chat chat, int day, String text, String... people) {
    var root = town.says(chat, day, people[0], text);
    town.replies(chat, root, people[1], "We upgrade one broker of the Pulsar cluster at a time.");
    town.replies(chat, root, people[0], "Then messages of the export wait in the cluster.");
    return root;
  }

  private List<Proposal> proposed() {
    return new ApartTeams(town.acme.directory, town.networks(), Workspace.NLP).in(town.scene());
  }

  private void otherTalks() {
    for (int i = 0; i < 6; i++) {
      var chat = i % 2 == 0 ? town.dev : town.ops;
      var root = town.says(chat, 30 + i, "gus", "Which room has the painting of floor " + i + "?");
      town.replies(chat, root, "hal", "The painting is in the cellar, behind the door.");
    }
  }

  @Test
  void peopleOfTwoChannelsWhoSpeakOfTheSameAreBroughtTogether() {
    otherTalks();
    var there = talk(town.ops, 9, THERE, "cleo", "dan");
    var here = talk(town.dev, 5, HERE, "ada", "ben");

    assertThat(proposed())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.room().id()).isEqualTo(town.dev.channel());
              assertThat(each.reason().sources()).containsExactly(here.id(), there.id());
            });
  }

  @Test
  void whereOneTookPartInBothTheyKnow() {
    otherTalks();
    talk(town.ops, 9, THERE, "cleo", "ben");
    talk(town.dev, 5, HERE, "ada", "ben");

    assertThat(proposed()).isEmpty();
  }

  @Test
  void whereOneAnsweredAnotherBeforeTheyKnow() {
    otherTalks();
    talk(town.ops, 9, THERE, "cleo", "dan");
    talk(town.dev, 5, HERE, "ada", "ben");
    var lunch = town.says(town.dev, 20, "ada", "Where is lunch served on Friday?");
    town.replies(town.dev, lunch, "cleo", "In the garden, as always.");

    assertThat(proposed()).isEmpty();
  }

  @Test
  void differentMattersOfOneToolAreNot() {
    otherTalks();
    talk(town.dev, 5, HERE, "ada", "ben");
    var root = town.says(town.ops, 9, "cleo", "Who pays the licence of the Pulsar cluster?");
    town.replies(town.ops, root, "dan", "The licence is paid by the second floor.");
    town.replies(town.ops, root, "cleo", "So ask them for the number of the invoice.");

    assertThat(proposed()).isEmpty();
  }
}
