package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chat and what is a person's own. */
class ConsoleChatTest extends ConsoleServer {

  @Test
  void answersAFormWithoutJavaScript() throws Exception {
    be(AOIFE);
    var form = form(get("/chat").body());

    var sent = post("/chat", Map.of("form", form, "text", "who knows about kafka?"));

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).isEqualTo("/chat#latest");
    assertThat(get("/chat").body())
        .contains("<p class=\"text\">who knows about kafka?</p>", "<h3>Dario")
        .contains("action=\"/chat/press\"");
  }

  @Test
  void asksOnceHoweverOftenAFormIsSent() throws Exception {
    be(MARCO);
    var sent = Map.of("form", form(get("/chat").body()), "text", "aiuto");

    post("/chat", sent);
    var before = get("/chat").body();
    post("/chat", sent);

    assertThat(entries(before)).isEqualTo(2);
    assertThat(entries(get("/chat").body())).isEqualTo(2);
  }

  @Test
  void sendsHtmxOnlyWhatIsNew() throws Exception {
    be(WORKSPACE + "/U0DEMO06");

    var first = htmx("/chat", Map.of("form", "a", "text", "help", "after", "0"));
    var second = htmx("/chat", Map.of("form", "b", "text", "help", "after", "2"));

    assertThat(first.body()).contains("id=\"entry-1\"", "id=\"entry-2\"").doesNotContain("<html");
    assertThat(second.body()).contains("id=\"entry-3\"").doesNotContain("id=\"entry-2\"");
    assertThat(get("/chat/news?after=4&waiting=NO").statusCode()).isEqualTo(204);
  }

  @Test
  void pressesAButtonOnceAndShowsIt() throws Exception {
    be(WORKSPACE + "/U0DEMO05");
    post("/chat", Map.of("form", "a", "text", "who knows about kubernetes?"));
    var pressed = Map.of("entry", "2", "button", "1");

    htmx("/chat/press", pressed);
    var before = get("/chat").body();
    var again = htmx("/chat/press", pressed);

    assertThat(before).containsPattern("value=\"1\" class=\"normal\" disabled");
    assertThat(again.body()).contains("id=\"entry-2\" class=\"replied\"");
    assertThat(entries(get("/chat").body())).isEqualTo(entries(before));
    assertThat(htmx("/chat/press", Map.of("entry", "2", "button", "99")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void takesAFormAndShowsOnTheirPageWhatAPersonWants() throws Exception {
    be(WORKSPACE + "/U0DEMO07");
    post("/chat", Map.of("form", "a", "text", "quiet hours"));
    assertThat(get("/chat").body()).contains("action=\"/chat/fill\"", "type=\"time\"");

    var sent =
        post(
            "/chat/fill",
            Map.of(
                "entry", "2",
                "button", "0",
                "field-from", "20:30",
                "field-until", "07:15",
                "field-weekends", "no"));

    assertThat(location(sent)).isEqualTo("/chat#latest");
    assertThat(get("/home").body())
        .contains("Senza che tu me lo chieda non ti scrivo dalle 20:30 alle 07:15, secondo");
  }

  @Test
  void saysInItsPlaceWhatIsWrongWithAForm() throws Exception {
    be(WORKSPACE + "/U0DEMO08");
    post("/chat", Map.of("form", "a", "text", "pause"));

    post("/chat/fill", Map.of("entry", "2", "button", "0", "field-until", "2001-01-01"));

    assertThat(get("/chat").body())
        .contains("This day must be after today.", "value=\"2001-01-01\"");
  }

  @Test
  void givesAPersonTheirDataAsAFileAndNobodyElse() throws Exception {
    be(WORKSPACE + "/U0DEMO09");
    var page = get("/home").body();
    assertThat(page).contains("Esporta i miei dati");

    post(
        "/home/press",
        Map.of("form", "b", "label", "Esporta", "action", "{\"is\":\"ExportMyData\"}"));
    var file = get("/chat/file?entry=2");

    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(file.body()).contains("U0DEMO09", "\"messages\":[");
    assertThat(post("/home/press", Map.of("form", "c", "label", "x", "action", "{}")).statusCode())
        .isEqualTo(400);
    be(WORKSPACE + "/U0DEMO10");
    assertThat(get("/chat/file?entry=2").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesAQuestionThatIsTooLongWithAWord() throws Exception {
    be(AOIFE);

    var refused = post("/chat", Map.of("form", "long", "text", "x".repeat(1_001)));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("1,000 characters at most");
  }
}
