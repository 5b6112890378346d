package ponte.consent;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * Who did what kind of thing when, without anything that anybody wrote, and without names.
 *
 * <p>A person stands in it under a name made by chance, which is kept apart from the lines. Whoever
 * is forgotten loses it: their lines stay, and lead to nobody any more.
 */
public final class Audit {

  private static final Partition LINES = new Partition("audit", "all");
  private static final int NAME_BYTES = 5;
  private static final int SUFFIX_BYTES = 6;

  private final Records records;
  private final Duration keep;
  private final RandomGenerator chance;
  private final Clock clock;

  /**
   * @param keep how long a line is kept
   */
  public Audit(Records records, Duration keep, Clock clock) {
    this(records, keep, new SecureRandom(), clock);
  }

  Audit(Records records, Duration keep, RandomGenerator chance, Clock clock) {
    this.records = records;
    this.keep = keep;
    this.chance = chance;
    this.clock = clock;
  }

  /** As what somebody did something. */
  public enum Role {
    /** For themselves. */
    PERSON,
    MANAGER,
    ADMINISTRATOR,
    /** Ponte did it, by the rules it was given. */
    PONTE;

    /** As what somebody uses what only managers and administrators may. */
    public static Role using(PersonId person, Roles roles, Directory directory) {
      return roles.isManager(person, directory) ? MANAGER : ADMINISTRATOR;
    }
  }

  /** A kind of thing that is done. */
  public enum Deed {
    OPTED_OUT,
    OPTED_IN,
    EXPORTED,
    FORGOTTEN,
    /** Conversations were told not to count for somebody. */
    STRUCK,
    DIGEST_POSTED,
    FEED_ON,
    FEED_OFF,
    /** Something was looked at that only a role may see. */
    ROLE_USED,
    LETTERS_DECIDED,
    WORKSPACE_FORGOTTEN,
    /** Messages were removed that were too old. */
    TOO_OLD_REMOVED,
    /** Messages were removed from a channel in which Ponte does not hear any more. */
    DENIED_REMOVED,
    CHANNELS_CHANGED,
    PARTICIPATION_CHANGED,
    RETENTION_CHANGED,
    ROLES_CHANGED
  }

  /**
   * Something that was done.
   *
   * @param who by the name made by chance; empty: nobody, or not told
   * @param about the id of a channel or workspace, or what was looked at; empty: nothing
   * @param count how many things it was done to; 0 where that says nothing
   */
  public record Line(Instant at, Deed deed, Role role, String who, String about, long count) {}

  private static final Comparator<Line> LATEST_FIRST =
      Comparator.comparing(Line::at)
          .reversed()
          .thenComparing(Line::deed)
          .thenComparing(Line::about);

  /** A page of it. */
  public record Page(List<Line> lines, @Nullable String next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /** Somebody did something for themselves. */
  public void note(Deed deed, PersonId who) {
    note(deed, Role.PERSON, who, "", 0);
  }

  /** Somebody did something about a channel. */
  public void note(Deed deed, PersonId who, ChannelId about) {
    note(deed, Role.PERSON, who, about.toString(), 0);
  }

  /** Ponte did something by its rules. */
  public void note(Deed deed, String about, long count) {
    note(deed, Role.PONTE, null, about, count);
  }

  /**
   * Notes what was done.
   *
   * @param who null: nobody, or it cannot be told
   * @param about no word of anybody: the id of a channel, or what is looked at
   */
  public void note(Deed deed, Role role, @Nullable PersonId who, String about, long count) {
    var at = clock.instant();
    var line = new Line(at, deed, role, who == null ? "" : name(who), about, count);
    while (!records.write(
        Write.create(LINES.key(place(at)), Codec.write(line)).at(at).expiring(at.plus(keep)))) {
      // Somebody noted something in the same millisecond, and chance gave both one name.
    }
  }

  /**
   * What was done, the latest first.
   *
   * @param after where the page before ended; empty: from the latest on
   * @param limit most lines, at least 1
   */
  public Page page(String after, int limit) {
    var documents = records.list(LINES, after, limit);
    return new Page(
        documents.stream().map(Audit::read).toList(),
        documents.size() < limit ? null : documents.getLast().key().id());
  }

  /** All that stands in it of a person, the latest first, of one moment by their kind. */
  public List<Line> of(PersonId person) {
    var name = found(person);
    var own = new ArrayList<Line>();
    if (name.isPresent()) {
      var page = page("", 1_000);
      while (true) {
        page.lines().stream().filter(line -> line.who().equals(name.get())).forEach(own::add);
        var next = page.next();
        if (next == null) {
          break;
        }
        page = page(next, 1_000);
      }
    }
    own.sort(LATEST_FIRST);
    return own;
  }

  /** Lets nothing lead from the lines to a person any more. */
  public void forget(PersonId person) {
    records.remove(key(person));
  }

  /** The same for all people of a workspace. */
  public void forget(WorkspaceId workspace) {
    records.drop(names(workspace));
  }

  private String name(PersonId person) {
    while (true) {
      var known = found(person);
      if (known.isPresent()) {
        return known.get();
      }
      records.write(Write.create(key(person), random(NAME_BYTES)));
    }
  }

  private Optional<String> found(PersonId person) {
    return records.find(key(person)).map(Document::content);
  }

  /** Later lines sort before earlier ones. */
  private String place(Instant at) {
    return "%019d %s".formatted(Long.MAX_VALUE - at.toEpochMilli(), random(SUFFIX_BYTES));
  }

  private String random(int length) {
    var bytes = new byte[length];
    chance.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Line read(Document document) {
    return Codec.read(document.content(), Line.class);
  }

  private static Key key(PersonId person) {
    return names(person.workspace()).key(person.value());
  }

  private static Partition names(WorkspaceId workspace) {
    return new Partition("audit-names", workspace.value());
  }
}
