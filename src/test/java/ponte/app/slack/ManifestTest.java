package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import ponte.nlp.Language;
import ponte.reply.Texts;
import ponte.slack.installation.Scopes;

/** The description of the app that Slack is given, and what Ponte makes of it. */
class ManifestTest {

  private static final Path MANIFEST = Path.of("..", "deploy", "slack", "manifest.yaml");

  @Test
  void asksForTheScopesThatTheStartChecks() throws IOException {
    assertThat(at("oauth_config", "scopes", "bot")).isEqualTo(Scopes.NEEDED);
  }

  @Test
  void explainsEachScopeInBothLanguages() {
    for (var language : Language.values()) {
      var texts = Texts.of("ponte.app.slack.texts", language);

      assertThat(Scopes.NEEDED)
          .allSatisfy(
              scope -> assertThat(texts.say("scope." + scope.replace(':', '.'))).isNotBlank());
    }
  }

  @Test
  void namesTheShortcutsThatPonteKnows() throws IOException {
    assertThat(at("features", "shortcuts").toString())
        .contains("callback_id=who_knows_about_this", "callback_id=ask_ponte");
  }

  @Test
  void wantsAnEventForEachPayloadThatPonteIsTestedWith() throws IOException {
    var tested =
        Path.of("..", "adapters", "slack", "src", "test", "resources", "ponte", "slack", "live");
    var events = (List<?>) at("settings", "event_subscriptions", "bot_events");

    for (var event : events) {
      var name = event.toString();
      var file =
          switch (name) {
            case "message.channels" -> "message";
            case "message.groups" -> "message_group";
            case "message.im" -> "message_im";
            default -> name;
          };
      assertThat(tested.resolve(file + ".json")).exists();
    }
  }

  private static Object at(String... path) throws IOException {
    Object node =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(MANIFEST));
    for (var name : path) {
      node = Objects.requireNonNull(((Map<?, ?>) node).get(name), name);
    }
    return node;
  }
}
