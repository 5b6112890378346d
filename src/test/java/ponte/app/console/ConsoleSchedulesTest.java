package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;

/** Digests that are posted again and again. */
class ConsoleSchedulesTest extends ConsoleServer {

  @Test
  void letsWhoScheduledADigestLookAtItDropALineAndPostItBeforeItsTime() throws Exception {
    talksInTheGreenhouse();
    var later = LocalDate.now(ZoneOffset.UTC).plusDays(2).getDayOfWeek();
    be(AOIFE);
    says("digest #greenhouse every " + later.name().toLowerCase(Locale.ROOT) + " at 9:00");
    presses("Post it like this");
    presses("Preview");
    assertThat(latest()).contains("before it is posted", "sensors", "Only you see this");

    presses("Leave this out");
    assertThat(latest()).contains("One line is left out");
    presses("Cancel this one");
    assertThat(latest()).contains("You cancelled");
    presses("Post it after all");
    presses("Put back what was left out");
    assertThat(latest()).contains("sensors").doesNotContain("left out.");
    be(MARCO);
    says("anteprima riassunto #greenhouse");
    assertThat(latest()).doesNotContain("sensors");
    be(AOIFE);
    presses("Post it now");

    assertThat(latest()).contains("Done: the digest is in #greenhouse");
    pausesAndGoesOn();
    assertThat(get("/digests").body())
        .containsPattern("(?s)#greenhouse</a></h2>\\s*<ul class=\"posted\"");
    says("stop digest #greenhouse");
    assertThat(latest()).contains("No more digests are posted in #greenhouse");
  }

  private void pausesAndGoesOn() throws Exception {
    var greenhouse = Map.of("channel", WORKSPACE + "/C0GREENHOUSE");
    assertThat(get("/schedules").body())
        .contains("#greenhouse</a>", "scheduled by you", "action=\"/schedules/pause\"");

    assertThat(location(post("/schedules/pause", greenhouse))).isEqualTo("/schedules?done=pause");
    assertThat(get("/schedules?done=pause").body())
        .contains("It is paused", "Paused since", "action=\"/schedules/resume\"");
    be(MARCO);
    assertThat(get("/schedules").body())
        .contains("programmato da Aoife", "action=\"/schedules/stop\"")
        .doesNotContain("action=\"/schedules/resume\"");
    assertThat(post("/schedules/resume", greenhouse).statusCode()).isEqualTo(404);
    be(AOIFE);
    assertThat(location(post("/schedules/resume", greenhouse))).isEqualTo("/schedules?done=resume");
    assertThat(post("/schedules/pause", Map.of("channel", "nowhere")).statusCode()).isEqualTo(404);
    says("pause digest #greenhouse until 2099-12-31");
    assertThat(get("/schedules").body()).containsPattern("Paused since .*\\. Next on ");
    says("resume digest #greenhouse");
    assertThat(get("/schedules").body()).doesNotContain("Paused since");
  }

  @Test
  void letsWhoGetsADigestAlonePauseItAndLetItGoOn() throws Exception {
    be(AOIFE);
    says("my digest every friday at 16:00");
    presses("Send it like this");
    var id =
        Pattern.compile("name=\"schedule\" value=\"([^\"]+)\"").matcher(get("/schedules").body());
    assertThat(id.find()).isTrue();
    var mine = Map.of("schedule", id.group(1));

    be(MARCO);
    assertThat(post("/schedules/pause-private", mine).statusCode()).isEqualTo(404);
    be(AOIFE);
    assertThat(location(post("/schedules/pause-private", mine))).isEqualTo("/schedules?done=pause");
    assertThat(get("/schedules").body())
        .contains("Paused since", "action=\"/schedules/resume-private\"");
    assertThat(location(post("/schedules/resume-private", mine)))
        .isEqualTo("/schedules?done=resume");
    assertThat(get("/schedules").body()).doesNotContain("Paused since");
    assertThat(location(post("/schedules/stop-private", mine))).isEqualTo("/schedules?done=stop");
  }

  /** What is worth a digest of a channel of its own, said in the last hours. */
  private void talksInTheGreenhouse() {
    var workspace = new WorkspaceId(WORKSPACE);
    var channel = new ChannelId(workspace, "C0GREENHOUSE");
    var people = Stream.of(AOIFE, MARCO, WORKSPACE + "/U0DEMO05").map(PersonId::parse).toList();
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("greenhouse"),
                new Channel(channel, "greenhouse", Channel.Visibility.PUBLIC, "", "", false),
                now),
            new Event.Roster.MembersListed(
                new EventId("gardeners"), channel, Set.copyOf(people), now)));
    var said =
        List.of(
            "who knows how the humidity sensors are calibrated after the winter?",
            "the humidity sensors calibrate themselves once the greenhouse is warm",
            "I calibrated the humidity sensors by hand in spring and the values were right",
            "thanks, then I will calibrate the humidity sensors this afternoon",
            "please tell the gardeners before you calibrate the sensors",
            "the gardeners ask for a window after six for the calibration",
            "we decided to calibrate the humidity sensors after six in the evening",
            "I will watch the values of the humidity sensors during the calibration",
            "good, the display shows the value of each humidity sensor",
            "the manual of the humidity sensors is in the cupboard now",
            "great, I will read the manual of the sensors before six");
    var opening = new MessageId(channel, "1");
    var events = new ArrayList<Event.Talk>();
    for (int i = 0; i < said.size(); i++) {
      var at = now.minus(Duration.ofHours(2)).plus(Duration.ofMinutes(i));
      events.add(
          new Event.Talk.Posted(
              new EventId("greenhouse " + i),
              new Message(
                  new MessageId(channel, String.valueOf(i + 1)),
                  people.get(i % people.size()),
                  Message.Kind.TALK,
                  at,
                  i == 0 ? null : opening,
                  RichText.plain(said.get(i)),
                  List.of(),
                  List.of(),
                  at)));
    }
    archive.apply(events);
  }

  private void says(String text) throws Exception {
    post("/chat", Map.of("form", form(get("/chat").body()), "text", text));
  }

  private void presses(String label) throws Exception {
    var page = get("/chat").body();
    var entry =
        Pattern.compile("<li id=\"entry-(\\d+)\"(?:(?!<li id=\"entry-).)*", Pattern.DOTALL)
            .matcher(page)
            .results()
            .filter(each -> button(label).matcher(each.group()).find())
            .reduce((_, last) -> last)
            .orElseThrow(() -> new AssertionError("no button " + label));
    var button = button(label).matcher(entry.group());
    assertThat(button.find()).isTrue();
    post("/chat/press", Map.of("entry", entry.group(1), "button", button.group(1)));
  }

  private static Pattern button(String label) {
    return Pattern.compile(
        "<button name=\"button\" value=\"(\\d+)\" class=\"\\w+\">\\s*" + Pattern.quote(label));
  }

  /** What Ponte said last. */
  private String latest() throws Exception {
    var page = get("/chat").body();
    return page.substring(page.lastIndexOf("<li id=\"entry-"));
  }
}
