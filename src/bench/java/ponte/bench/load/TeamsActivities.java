package ponte.bench.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Locale;

/**
 * Activities as the connector sends them (learn.microsoft.com, "Activity schema"), from a client
 * emulator of this machine: without a token.
 *
 * @param service where Ponte is to answer
 * @param run tells one run's activities from another's
 */
record TeamsActivities(URI service, String run) {

  static final int PEOPLE = 97;

  private static final String TENANT = "b28fdbfd-2b78-4f93-b0f8-8881793f0f8f";

  /** What a person says to Ponte in their chat. */
  HttpRequest.Builder toPonte(URI server, long number, long person, String words) {
    var at = Instant.now();
    return HttpRequest.newBuilder(server)
        .header("Content-Type", "application/json")
        .POST(
            BodyPublishers.ofString(
                String.format(
                    Locale.ROOT,
                    """
                    {"type":"message","id":"%1$s-%2$d","timestamp":"%3$s","serviceUrl":"%4$s",\
                    "channelId":"msteams","from":{"id":"29:%5$s","name":"Person %6$d",\
                    "aadObjectId":"%5$s"},"recipient":{"id":"28:ponte","name":"Ponte"},\
                    "conversation":{"conversationType":"personal","tenantId":"%7$s","id":"%8$s"},\
                    "channelData":{"tenant":{"id":"%7$s"}},"locale":"en-GB","text":"%9$s",\
                    "textFormat":"plain","entities":[{"type":"clientInfo","locale":"en-GB",\
                    "timezone":"Europe/Rome"}]}""",
                    run,
                    number,
                    at,
                    service,
                    account(person),
                    person,
                    TENANT,
                    conversation(person),
                    words)));
  }

  private static String account(long person) {
    return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", person);
  }

  /** The chat of a person with Ponte. */
  static String conversation(long person) {
    return "a:" + account(person);
  }
}
