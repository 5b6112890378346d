package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.awaitility.core.ThrowingRunnable;
import ponte.command.Command;
import ponte.nlp.Language;

/**
 * What one person says on all platforms, with what they are shown.
 *
 * @param settled asserts something of what is shown as soon as all of it is
 */
record Conversation(
    Talks console,
    Talks slack,
    Talks teams,
    String person,
    Language language,
    Consumer<ThrowingRunnable> settled) {

  Shown says(String english, String italian) throws Exception {
    var text = language == Language.ITALIAN ? italian : english;
    var before = before();
    for (var talks : List.of(console, slack, teams)) {
      talks.say(person, text, language);
    }
    return alike(text, before);
  }

  /** Presses the first such button of what was shown everywhere. */
  Shown presses(Shown shown, Class<? extends Command> command) throws Exception {
    var before = before();
    for (var talks : List.of(console, slack, teams)) {
      var there =
          talks.shown(person).stream()
              .filter(each -> each.alike().equals(shown.alike()))
              .reduce((_, last) -> last)
              .orElseThrow();
      talks.press(person, there, there.button(command).orElseThrow(), language);
    }
    return alike(command.getSimpleName(), before);
  }

  private Shown alike(String step, Before before) {
    settled.accept(
        () -> {
          assertThat(console.shown(person)).as(step).hasSizeGreaterThan(before.console);
          var answer = console.shown(person).get(before.console).alike();
          assertThat(since(slack, before.slack)).as("%s, in Slack", step).containsOnlyOnce(answer);
          assertThat(since(teams, before.teams)).as("%s, in Teams", step).containsOnlyOnce(answer);
        });
    return console.shown(person).get(before.console);
  }

  private List<String> since(Talks talks, int before) {
    return talks.shown(person).stream().skip(before).map(Shown::alike).toList();
  }

  private Before before() {
    return new Before(
        console.shown(person).size(), slack.shown(person).size(), teams.shown(person).size());
  }

  /** How much was shown before a step. */
  private record Before(int console, int slack, int teams) {}
}
