package ponte.teams.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.InMemoryArchive;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.store.InMemoryRecords;
import ponte.teams.graph.ChatMessages;
import ponte.teams.reference.References;
import tools.jackson.databind.json.JsonMapper;

/** One message, told by an activity and read by Microsoft Graph. */
class SameMessageTest {

  private static final String ACTIVITY =
      """
      {
        "type": "message", "id": "1772355600000", "timestamp": "2026-03-01T09:00:00.4Z",
        "serviceUrl": "https://smba.trafficmanager.net/emea/", "channelId": "msteams",
        "from": {"id": "29:anna", "name": "Anna Rossi", "aadObjectId": "8ea0e38b-efb3-4757-924a-5f94061cf8c2"},
        "conversation": {"isGroup": true, "conversationType": "channel", "tenantId": "acme", "id": "19:general@thread.tacv2;messageid=1772352000000"},
        "recipient": {"id": "28:ponte", "name": "Ponte"},
        "text": "<at>Bruno Neri</at> how long may the cable be?",
        "attachments": [{"contentType": "text/html", "content": "<div><div><span itemscope=\\"\\" itemtype=\\"http://schema.skype.com/Mention\\" itemid=\\"0\\">Bruno Neri</span> how long may the cable be?</div></div>"}],
        "entities": [{"type": "mention", "text": "<at>Bruno Neri</at>", "mentioned": {"id": "29:bruno", "name": "Bruno Neri", "aadObjectId": "ef1c916a-3135-4417-ba27-8eb7bd084193"}}],
        "channelData": {"team": {"id": "19:general@thread.tacv2"}, "channel": {"id": "19:general@thread.tacv2"}, "tenant": {"id": "acme"}}
      }
      """;

  private static final String MESSAGE =
      """
      {
        "id": "1772355600000", "replyToId": "1772352000000", "messageType": "message",
        "createdDateTime": "2026-03-01T09:00:00Z", "lastModifiedDateTime": "2026-03-01T09:00:00Z",
        "lastEditedDateTime": null, "deletedDateTime": null, "subject": null,
        "from": {"user": {"id": "8ea0e38b-efb3-4757-924a-5f94061cf8c2", "displayName": "Anna Rossi", "userIdentityType": "aadUser"}},
        "body": {"contentType": "html", "content": "<div><div><at id=\\"0\\">Bruno Neri</at> how long may the cable be?</div></div>"},
        "attachments": [], "reactions": [],
        "mentions": [{"id": 0, "mentionText": "Bruno Neri", "mentioned": {"user": {"id": "ef1c916a-3135-4417-ba27-8eb7bd084193", "displayName": "Bruno Neri", "userIdentityType": "aadUser"}}}]
      }
      """;

  private static final ChannelId GENERAL =
      new ChannelId(new WorkspaceId("acme"), "19:general@thread.tacv2");

  private final InMemoryRecords records = new InMemoryRecords(TestClock.at("2026-03-02T09:00:00Z"));
  private final Directory directory = new Directory(records);

  @Test
  void isOneMessageHoweverItBecomesKnown() throws IOException {
    var told = told();
    var read = read();

    assertThat(read).isEqualTo(told);
  }

  @Test
  void isKeptOnceInWhicheverOrder() throws IOException {
    for (var order : List.of(List.of(told(), read()), List.of(read(), told(), read()))) {
      var archive = new InMemoryArchive();
      order.forEach(event -> archive.apply(List.of(event)));

      var all = new TimeSpan(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"));
      assertThat(archive.read(GENERAL, all, 10, Audience.of(GENERAL)))
          .singleElement()
          .satisfies(
              filed ->
                  assertThat(filed.message().text().searchable())
                      .isEqualTo("how long may the cable be?"));
    }
  }

  private Event.Talk told() throws IOException {
    var activity = Incoming.activity(ACTIVITY.getBytes(StandardCharsets.UTF_8));
    var incoming = Incoming.of(activity, Instant.EPOCH).orElseThrow();
    var wording = new Wording(directory, new References(records));
    return new Talk(wording).posted(incoming).orElseThrow();
  }

  private Event.Talk read() {
    return new ChatMessages(directory)
        .event(GENERAL, new JsonMapper().readTree(MESSAGE))
        .orElseThrow();
  }
}
