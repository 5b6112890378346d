package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who somebody is, and in which language they are spoken to. */
class ConsoleStartTest extends ConsoleServer {

  @Test
  void asksWhoSomebodyIs() throws Exception {
    var page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Who are you?", "value=\"" + NIALL + "\"");
    assertThat(get("/?q=streaming").body())
        .contains("Backend lead, data streaming")
        .doesNotContain("value=\"" + NIALL + "\"");
  }

  @Test
  void leadsWhoeverIsNobodyYetToTheStartAndBackToWhereTheyWanted() throws Exception {
    var asked = get("/archive/" + WORKSPACE + "/C0DEMO02");
    assertThat(location(asked)).startsWith("/?next=%2Farchive%2F" + WORKSPACE);

    var chosen =
        post("/me", Map.of("person", AOIFE, "next", "/archive/" + WORKSPACE + "/C0DEMO02"));

    assertThat(location(chosen)).isEqualTo("/archive/" + WORKSPACE + "/C0DEMO02");
    assertThat(get(location(chosen)).body()).contains("#dev-backend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "//example.org", "/me", "/\\example.org"})
  void leadsNobodyAstray(String next) throws Exception {
    assertThat(location(post("/me", Map.of("person", AOIFE, "next", next)))).isEqualTo("/chat");
  }

  @Test
  void speaksThePersonsLanguageUntilAnotherIsChosen() throws Exception {
    be(MARCO);
    assertThat(get("/chat").body()).contains("<html lang=\"it\">");

    post("/language", Map.of("language", "en"));
    assertThat(get("/chat").body()).contains("<html lang=\"en\">");

    be(MARCO);
    assertThat(get("/chat").body()).contains("<html lang=\"it\">");
  }
}
