package ponte.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.feed.Issues.Issue;
import ponte.feed.Issues.Read;
import ponte.nlp.Language;
import ponte.web.Pages;

class AtomFeedTest {

  private static final String SELF = "https://ponte.example/feeds/T1/C1/secret";
  private static final Instant DUE = Instant.parse("2026-03-05T08:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-03-06T09:30:00Z");

  private final AtomFeed atom =
      new AtomFeed(
          new Papers(
              new Pages(),
              new Pointers() {
                @Override
                public String address(MessageId message) {
                  return "https://chat.example/" + message.value();
                }

                @Override
                public String name(PersonId person) {
                  return "Ada & Co";
                }
              }));

  @Test
  void isAtomWithAllThatItsSpecificationAsksFor() throws Exception {
    var feed = parsed(found(new Issue("urn:uuid:1", PapersTest.digest("a < b"), DUE, CHANGED)));

    // RFC 4287, 4.1.1 and 4.1.2: exactly one id, title and updated each; an author; one self link.
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getId()).startsWith("urn:uuid:");
    assertThat(feed.getTitle()).isEqualTo("Riassunti di #dev");
    assertThat(feed.getUpdated()).isEqualTo(Date.from(CHANGED));
    assertThat(feed.getAuthors()).extracting("name").containsExactly("Ponte");
    assertThat(feed.getOtherLinks()).extracting("rel", "href").containsExactly(tuple("self", SELF));
    assertThat(feed.getEntries()).hasSize(1);
    Entry entry = feed.getEntries().getFirst();
    assertThat(entry.getId()).isEqualTo("urn:uuid:1");
    assertThat(entry.getTitle()).isEqualTo("Digest of #dev, perché no");
    assertThat(entry.getPublished()).isEqualTo(Date.from(DUE));
    assertThat(entry.getUpdated()).isEqualTo(Date.from(CHANGED));
    assertThat(entry.getContents())
        .singleElement()
        .satisfies(
            content -> {
              assertThat(content.getType()).isEqualTo("html");
              assertThat(content.getValue())
                  .contains("a &lt; b", "<b>Ada &amp; Co</b>", "href=\"https://chat.example/1.5\"")
                  .doesNotContain("<script", "javascript:", "One more");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x8, 0xB, 0xC, 0x1B, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF})
  void isAFeedThoughSomebodyWroteWhatXmlHasNoPlaceFor(int character) throws Exception {
    var hostile =
        new StringBuilder("a").append((char) character).append("b \uD83C\uDF89").toString();
    var digest = PapersTest.digest(hostile, hostile);

    var feed = parsed(found(new Issue("urn:uuid:1", digest, DUE, CHANGED)));

    Entry entry = feed.getEntries().getFirst();
    assertThat(entry.getTitle()).isEqualTo("a\uFFFDb \uD83C\uDF89");
    assertThat(entry.getContents().getFirst().getValue()).contains("a\uFFFDb \uD83C\uDF89");
  }

  @Test
  void isAFeedWithoutIssues() throws Exception {
    var feed = parsed(found());

    assertThat(feed.getEntries()).isEmpty();
    assertThat(feed.getUpdated()).isEqualTo(Date.from(DUE));
  }

  private Feed parsed(Read.Found found) throws Exception {
    return (Feed) new WireFeedInput().build(new StringReader(atom.of(found, SELF)));
  }

  private static Read.Found found(Issue... issues) {
    return new Read.Found(PapersTest.digest("x").channel(), Language.ITALIAN, DUE, List.of(issues));
  }
}
