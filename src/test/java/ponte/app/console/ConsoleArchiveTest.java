package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was said, for those who may open it. */
class ConsoleArchiveTest extends ConsoleServer {

  @Test
  void showsAPrivateChannelToItsMembersOnlyAndToOthersNothingAtAll() throws Exception {
    be(NIALL);
    var closed =
        Pattern.compile("href=\"(/archive/[^\"]+)\"[^>]*>\\s*<span class=\"sign lock\"")
            .matcher(get("/archive/" + WORKSPACE + "/C0DEMO02").body());
    assertThat(closed.find()).isTrue();
    var address = closed.group(1);
    assertThat(get(address).statusCode()).isEqualTo(200);

    be(AOIFE);
    var hidden = get(address);
    var missing = get("/archive/" + WORKSPACE + "/C0NOWHERE");

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(missing.body());
    assertThat(get("/archive/" + WORKSPACE + "/C0DEMO02").body()).doesNotContain(address);
  }

  @Test
  void showsAMessageInItsChannel() throws Exception {
    be(AOIFE);
    var links =
        Pattern.compile("href=\"(/archive/[^\"]+)#message\"")
            .matcher(get("/archive/" + WORKSPACE + "/C0DEMO02?day=2026-10-07").body());
    assertThat(links.find()).isTrue();

    var page = get(links.group(1));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<article id=\"message\"", "7 October 2026");
  }
}
