package ponte.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/**
 * How one person wants to be treated.
 *
 * @param standing whether they may be named at all
 * @param pausedUntil the first day on which they may be written to unasked; null: they did not
 *     pause
 * @param language what they want to read; null: what the platform says
 * @param hidden topics for which they are never named
 * @param known topics that they said they know about
 * @param doNotDisturb when the platform says that they are not to be disturbed; null: it never did
 * @param invitations whether they may be invited to colleagues' questions; null: they never said
 */
public record Preference(
    Standing standing,
    QuietHours quietHours,
    @Nullable LocalDate pausedUntil,
    @Nullable Language language,
    List<String> hidden,
    List<String> known,
    @Nullable DoNotDisturb doNotDisturb,
    @Nullable Invitations invitations) {

  /** Whether a person may be invited to colleagues' questions. */
  public enum Invitations {
    WELCOME,
    NONE
  }

  /**
   * The next time in which a person is not to be disturbed, as their platform last told.
   *
   * @param from inside
   * @param until outside; a time without length: none
   * @param told when the platform told it
   */
  public record DoNotDisturb(Instant from, Instant until, Instant told) {

    boolean contains(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  /** Whether a person takes part. */
  public enum Standing {
    IN,
    /** Never named, counted, quoted or asked. */
    OUT,
    /** Out, and nothing is kept of them, neither what was nor what comes. */
    FORGOTTEN
  }

  /** Who never said anything. */
  public static final Preference DEFAULT =
      new Preference(Standing.IN, QuietHours.DEFAULT, null, null, List.of(), List.of(), null, null);

  /** The most topics of a kind that are kept; the oldest go. */
  private static final int MOST = 50;

  public Preference {
    hidden = List.copyOf(hidden);
    known = List.copyOf(known);
  }

  /** Whether they may be asked to look at a colleague's question. */
  public boolean mayBeInvited() {
    return !isOut() && invitations != Invitations.NONE;
  }

  public boolean isOut() {
    return standing != Standing.IN;
  }

  /** Whether they pause at this moment, on their clock. */
  public boolean paused(Instant now, ZoneId zone) {
    return pausedUntil != null && now.atZone(zone).toLocalDate().isBefore(pausedUntil);
  }

  /**
   * When they may be written to unasked, from a moment on; empty: not at all.
   *
   * @param zone where their clock stands
   */
  public Optional<Instant> freeFrom(Instant moment, ZoneId zone) {
    if (isOut()) {
      return Optional.empty();
    }
    var from =
        pausedUntil != null && paused(moment, zone)
            ? pausedUntil.atStartOfDay(zone).toInstant()
            : moment;
    return Optional.of(undisturbed(quietHours.end(undisturbed(from), zone)));
  }

  /**
   * When a pause or a time without disturbance is over in which this moment lies; empty where it
   * lies in none.
   *
   * @param zone where their clock stands
   */
  public Optional<Instant> back(Instant moment, ZoneId zone) {
    var back =
        undisturbed(
            pausedUntil != null && paused(moment, zone)
                ? pausedUntil.atStartOfDay(zone).toInstant()
                : moment);
    return back.equals(moment) ? Optional.empty() : Optional.of(back);
  }

  private Instant undisturbed(Instant moment) {
    return doNotDisturb != null && doNotDisturb.contains(moment) ? doNotDisturb.until() : moment;
  }

  public Preference with(Standing other) {
    return new Preference(
        other, quietHours, pausedUntil, language, hidden, known, doNotDisturb, invitations);
  }

  public Preference with(QuietHours other) {
    return new Preference(
        standing, other, pausedUntil, language, hidden, known, doNotDisturb, invitations);
  }

  public Preference pausing(LocalDate until) {
    return new Preference(
        standing, quietHours, until, language, hidden, known, doNotDisturb, invitations);
  }

  public Preference resuming() {
    return new Preference(
        standing, quietHours, null, language, hidden, known, doNotDisturb, invitations);
  }

  public Preference with(Language other) {
    return new Preference(
        standing, quietHours, pausedUntil, other, hidden, known, doNotDisturb, invitations);
  }

  /** The platform told when they are not to be disturbed; what it told earlier counts no more. */
  public Preference with(DoNotDisturb other) {
    return doNotDisturb != null && doNotDisturb.told().isAfter(other.told())
        ? this
        : new Preference(
            standing, quietHours, pausedUntil, language, hidden, known, other, invitations);
  }

  public Preference with(Invitations other) {
    return new Preference(
        standing, quietHours, pausedUntil, language, hidden, known, doNotDisturb, other);
  }

  /** A topic is not for them; they do not know about it then, either. */
  public Preference hiding(String topic) {
    return topics(adding(hidden, topic), without(known, topic));
  }

  public Preference unhiding(String topic) {
    return topics(without(hidden, topic), known);
  }

  /** They know about a topic; it is not hidden then. */
  public Preference knowing(String topic) {
    return topics(without(hidden, topic), adding(known, topic));
  }

  public Preference notKnowing(String topic) {
    return topics(hidden, without(known, topic));
  }

  private Preference topics(List<String> nowHidden, List<String> nowKnown) {
    return new Preference(
        standing,
        quietHours,
        pausedUntil,
        language,
        nowHidden,
        nowKnown,
        doNotDisturb,
        invitations);
  }

  private static List<String> adding(List<String> topics, String topic) {
    var more = new ArrayList<>(without(topics, topic));
    more.add(topic);
    return more.subList(Math.max(0, more.size() - MOST), more.size());
  }

  private static List<String> without(List<String> topics, String topic) {
    return topics.stream().filter(each -> !each.equalsIgnoreCase(topic)).toList();
  }
}
