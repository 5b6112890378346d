package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.slack.installation.OneInstallation;
import ponte.slack.installation.Token;
import ponte.store.DeadLetter;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;

/** Who is let in. */
class EntranceTest {

  private static final byte[] EVENT = Stand.payload("message").getBytes(StandardCharsets.UTF_8);

  private final Stand slack = new Stand();

  private Acknowledgement receive(@Nullable String time, @Nullable String sign, byte[] body) {
    return slack.entrance.receive(slack.signature, time, sign, _ -> body);
  }

  private String in(Duration time) {
    return String.valueOf(slack.clock.instant().plus(time).getEpochSecond());
  }

  /** <https://docs.slack.dev/authentication/verifying-requests-from-slack>, the example. */
  @Test
  void signsAsSlackDoes() {
    var body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
            + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    var documented = new Signature(new Token("8f742231b10e8888abcd99yyyzzz85a5"), slack.clock);

    assertThat(documented.of("1531420618", body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void letsInWhatIsOfThisMoment(long seconds) {
    var time = in(Duration.ofSeconds(seconds));

    assertThat(receive(time, slack.signature.of(time, EVENT), EVENT).status()).isEqualTo(200);
    assertThat(slack.heard()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -86_400, 86_400})
  void refusesWhatIsOfAnotherMoment(long seconds) {
    var time = in(Duration.ofSeconds(seconds));

    assertThat(receive(time, slack.signature.of(time, EVENT), EVENT))
        .isEqualTo(Acknowledgement.REFUSED);
    assertThat(slack.heard()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, -", "1772442000, -", "1772442000, v0=", "1772442000, v0=00", "yesterday, v0=00"})
  void refusesWhatIsNotSigned(@Nullable String time, @Nullable String sign) {
    assertThat(receive(time, sign, EVENT)).isEqualTo(Acknowledgement.REFUSED);
    assertThat(slack.heard()).isEmpty();
  }

  @Test
  void refusesWhatSomebodyElseSigned() {
    var time = in(Duration.ZERO);
    var other = new Signature(new Token("another secret"), slack.clock);

    assertThat(receive(time, other.of(time, EVENT), EVENT)).isEqualTo(Acknowledgement.REFUSED);
  }

  @Test
  void refusesWhatWasChangedOnItsWay() {
    var time = in(Duration.ZERO);
    var sign = slack.signature.of(time, EVENT);
    var changed = EVENT.clone();
    changed[EVENT.length / 2]++;

    assertThat(receive(time, sign, changed)).isEqualTo(Acknowledgement.REFUSED);
    assertThat(receive(in(Duration.ofSeconds(1)), sign, EVENT)).isEqualTo(Acknowledgement.REFUSED);
  }

  @Test
  void answersTheChallengeThatProvesTheAddress() {
    var answer = slack.send("url_verification");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
  }

  /** Deeper than anything goes, as an event, as an interaction, and where nobody looks at it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":",
        "{\"type\":\"event_callback\",\"event\":[",
        "payload={\"type\":\"block_actions\",\"x\":[",
        "payload={\"type\":\"view_submission\",\"view\":{\"state\":["
      })
  void takesInNothingThatIsNestedTooDeep(String start) {
    var time = in(Duration.ZERO);
    for (var depth : new int[] {101, 5_000, 400_000}) {
      var body = (start + "[".repeat(depth)).getBytes(StandardCharsets.UTF_8);
      var closed =
          (start + "[".repeat(depth) + "]".repeat(depth) + "}}").getBytes(StandardCharsets.UTF_8);

      assertThat(receive(time, slack.signature.of(time, body), body))
          .isEqualTo(Acknowledgement.NONSENSE);
      assertThat(receive(time, slack.signature.of(time, closed), closed))
          .isEqualTo(Acknowledgement.NONSENSE);
    }
    assertThat(slack.heard()).isEmpty();
  }

  @Test
  void letsSlackLookAtTheCertificate() {
    var look = "token=XXYYZZ&ssl_check=1".getBytes(StandardCharsets.UTF_8);

    assertThat(receive(null, null, look)).isEqualTo(Acknowledgement.DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "payload=",
        "payload={",
        "payload=%7B%7D",
        "payload=[]",
        "a=b",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":[]}",
        "{\"type\":\"view_submission\",\"team\":{\"id\":\"T123ABC456\"}}",
        "{\"type\":\"something_new\",\"team\":{\"id\":\"T123ABC456\"}}",
        "command=%2Fponte&team_id=T123ABC456"
      })
  void survivesWhatSlackNeverSends(String body) {
    assertThat(slack.sendBody(body).status()).isIn(200, 400);
    assertThat(slack.heard()).isEmpty();
    assertThat(slack.asked()).isEmpty();
  }

  @Test
  void refusesToFallIntoADeepHole() {
    assertThat(slack.sendBody("{\"a\":".repeat(100_000)).status()).isEqualTo(400);
  }

  @Test
  void refusesBytesThatAreNoText() {
    var time = in(Duration.ZERO);
    var bytes = new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'};

    assertThat(receive(time, slack.signature.of(time, bytes), bytes))
        .isEqualTo(Acknowledgement.NONSENSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "app_mention", "user_change", "slash_command.txt"})
  void asksSlackToSendAgainWhatCannotBeKept(String file) {
    var broken = new Stand(Set.of(), new BrokenQueue());

    assertThat(broken.send(file)).isEqualTo(Acknowledgement.LATER);
  }

  @Test
  void asksSlackToSendAgainWhileItIsNotKnownWhoseTheTokenIs() {
    var early = new Stand();
    var unknown = new OneInstallation();
    var reception = early.reception(early.memory, unknown);

    var answer = reception.receive(Payload.of(Stand.payload("message")));

    assertThat(answer).isEqualTo(Acknowledgement.LATER);
  }

  /** A store that cannot be written. */
  private static final class BrokenQueue implements Queue {

    private static StoreUnavailableException broken() {
      return new StoreUnavailableException("the disk is full", null);
    }

    @Override
    public int add(List<Entry> entries) {
      throw broken();
    }

    @Override
    public List<Lease> lease(String topic, int max, Duration time) {
      throw broken();
    }

    @Override
    public Optional<Lease> lease(String topic, String key, Duration time) {
      throw broken();
    }

    @Override
    public boolean extend(Lease lease, Duration time) {
      throw broken();
    }

    @Override
    public void done(Collection<Lease> leases) {
      throw broken();
    }

    @Override
    public boolean retry(Lease lease, Instant due, String reason) {
      throw broken();
    }

    @Override
    public boolean postpone(Lease lease, Instant due, String reason) {
      throw broken();
    }

    @Override
    public void postpone(Collection<Lease> leases, Instant due, String reason) {
      throw broken();
    }

    @Override
    public boolean plan(Lease lease, Instant due, String reason) {
      throw broken();
    }

    @Override
    public boolean bury(Lease lease, String reason) {
      throw broken();
    }

    @Override
    public List<DeadLetter> buried(String topic, int limit) {
      throw broken();
    }

    @Override
    public boolean replay(String topic, String key) {
      throw broken();
    }

    @Override
    public boolean discard(String topic, String key) {
      throw broken();
    }

    @Override
    public int withdraw(String topic, Predicate<Entry> which) {
      throw broken();
    }

    @Override
    public Set<String> unfinished(String topic, Collection<String> keys) {
      throw broken();
    }

    @Override
    public Depth depth(String topic) {
      throw broken();
    }

    @Override
    public void await(String topic, Duration atMost) {
      throw broken();
    }
  }
}
