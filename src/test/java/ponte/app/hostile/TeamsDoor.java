package ponte.app.hostile;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.app.alike.Core;
import ponte.app.alike.Office;
import ponte.app.alike.TeamsWired;
import ponte.teams.token.Credential;
import ponte.teams.token.TokenCheck;

/** What Teams sends, with a token that is good; nobody listens where Ponte would call Teams. */
final class TeamsDoor extends Reception {

  private @Nullable TeamsWired teams;

  TeamsDoor() {
    super("72f988bf-86f1-41af-91ab-2d7cd011db47");
  }

  @Override
  void open(Core core, Office office) {
    TokenCheck anybody =
        _ -> new TokenCheck.Verdict.Genuine(new Credential(Set.of("msteams"), null));
    teams = new TeamsWired(core, office, "http://127.0.0.1:1", anybody, "app");
  }

  @Override
  int receive(byte[] input, Instant now) {
    return Objects.requireNonNull(teams).send(null, input);
  }
}
