package ponte.web.paper;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import ponte.feed.Issues.Issue;
import ponte.feed.Issues.Read;
import ponte.reply.Texts;

/** A feed as Atom 1.0 (RFC 4287). */
public final class AtomFeed {

  public static final String MEDIA_TYPE = "application/atom+xml";

  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final Papers papers;

  public AtomFeed(Papers papers) {
    this.papers = papers;
  }

  /** When something in it changed last. */
  public static Instant changed(Read.Found found) {
    return found.issues().stream()
        .map(Issue::changed)
        .max(Comparator.naturalOrder())
        .orElse(found.since());
  }

  /**
   * The feed.
   *
   * @param self the address it is read at
   */
  public String of(Read.Found found, String self) {
    var language = found.language().locale().getLanguage();
    var feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(id(found));
    feed.setTitle(
        legal(
            Texts.of("ponte.web.texts", found.language())
                .say("feed.name", found.channel().name())));
    feed.setUpdated(Date.from(changed(found)));
    feed.setLanguage(language);
    feed.setAuthors(List.of(ponte()));
    feed.setOtherLinks(List.of(link("self", self, MEDIA_TYPE)));
    var generator = new Generator();
    generator.setValue("Ponte");
    feed.setGenerator(generator);
    feed.setEntries(found.issues().stream().map(this::entry).toList());
    try {
      return new WireFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("the feed cannot be written", e);
    }
  }

  private Entry entry(Issue issue) {
    var entry = new Entry();
    entry.setId(issue.id());
    entry.setTitle(legal(issue.edition().title()));
    entry.setPublished(Date.from(issue.at()));
    entry.setUpdated(Date.from(issue.changed()));
    var content = new Content();
    content.setType("html");
    content.setValue(legal(papers.issue(issue.edition())));
    entry.setContents(List.of(content));
    return entry;
  }

  /** XML 1.0 has no place for some characters, not even escaped: one would end the whole feed. */
  private static String legal(String text) {
    return ILLEGAL.matcher(text).replaceAll("\uFFFD");
  }

  private static SyndPerson ponte() {
    var person = new Person();
    person.setName("Ponte");
    return person;
  }

  private static Link link(String relation, String address, String type) {
    var link = new Link();
    link.setRel(relation);
    link.setHref(address);
    link.setType(type);
    return link;
  }

  private static String id(Read.Found found) {
    var of = "feed of " + found.channel().id();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }
}
