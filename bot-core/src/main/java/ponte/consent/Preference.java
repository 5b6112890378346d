package ponte.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * @param choices what they said to the kinds of messages they can choose; of the others they said
 *     nothing
 */
public record Preference(
    Standing standing,
    QuietHours quietHours,
    @Nullable LocalDate pausedUntil,
    @Nullable Language language,
    List<String> hidden,
    List<String> known,
    Map<Offer, Choice> choices) {

  /** What somebody said to a kind of message. */
  public enum Choice {
    WELCOME,
    NONE
  }

  /** Whether a person takes part. */
  public enum Standing {
    /** They said nothing against it. */
    IN,
    /** They said that they want to. */
    OPTED_IN,
    /** Never named, counted, quoted or asked. */
    OUT,
    /** Out, and nothing is kept of them, neither what was nor what comes. */
    FORGOTTEN
  }

  /** Who never said anything. */
  public static final Preference DEFAULT =
      new Preference(Standing.IN, QuietHours.DEFAULT, null, null, List.of(), List.of(), Map.of());

  /** The most topics that somebody knows about; the oldest go. Of what is hidden nothing does. */
  private static final int MOST_KNOWN = 50;

  public Preference {
    hidden = List.copyOf(hidden);
    known = List.copyOf(known);
    choices = Map.copyOf(choices);
  }

  /** Whether they take messages of this kind: as they said, and else as is usual for it. */
  public boolean takes(Offer offer) {
    return !isOut()
        && choices.getOrDefault(offer, offer.isUsual() ? Choice.WELCOME : Choice.NONE)
            == Choice.WELCOME;
  }

  public boolean isOut() {
    return standing == Standing.OUT || standing == Standing.FORGOTTEN;
  }

  /** Whether they said neither that they want to take part nor that they do not. */
  boolean isUndecided() {
    return standing == Standing.IN;
  }

  /** The same where a kind of message is got by those alone who said that they want it. */
  Preference askingForAll() {
    var more = new EnumMap<Offer, Choice>(Offer.class);
    for (var offer : Offer.values()) {
      more.put(offer, choices.getOrDefault(offer, Choice.NONE));
    }
    return new Preference(standing, quietHours, pausedUntil, language, hidden, known, more);
  }

  /** Whether they pause at this moment, on their clock. */
  public boolean paused(Instant now, ZoneId zone) {
    return pausedUntil != null && now.atZone(zone).toLocalDate().isBefore(pausedUntil);
  }

  /**
   * When a pause or a time without disturbance is over in which this moment lies; empty where it
   * lies in none.
   *
   * @param zone where their clock stands
   * @param undisturbed the times of all their accounts
   */
  public Optional<Instant> back(Instant moment, ZoneId zone, List<DoNotDisturb> undisturbed) {
    var back =
        pausedUntil != null && paused(moment, zone)
            ? pausedUntil.atStartOfDay(zone).toInstant()
            : moment;
    for (var time :
        undisturbed.stream().sorted(Comparator.comparing(DoNotDisturb::from)).toList()) {
      back = time.contains(back) ? time.until() : back;
    }
    return back.equals(moment) ? Optional.empty() : Optional.of(back);
  }

  /**
   * The same where what was refused with another account of theirs is refused, too: kinds of
   * messages, topics, and days.
   */
  Preference refusing(Preference other) {
    var most = new EnumMap<Offer, Choice>(Offer.class);
    most.putAll(other.choices);
    most.putAll(choices);
    other.choices.forEach(
        (offer, choice) -> {
          if (choice == Choice.NONE) {
            most.put(offer, choice);
          }
        });
    var both = this;
    for (var topic : other.hidden) {
      if (hidden.stream().noneMatch(topic::equalsIgnoreCase)) {
        both = both.hiding(topic);
      }
    }
    var paused = pausedUntil;
    var until = other.pausedUntil;
    return new Preference(
        standing,
        quietHours,
        paused == null || until != null && until.isAfter(paused) ? until : paused,
        language,
        both.hidden,
        both.known,
        most);
  }

  /**
   * What they refused altogether: to take part, and kinds of messages. Nothing that they allowed or
   * chose, and neither words nor days of theirs.
   */
  Preference refusals() {
    var refused = new EnumMap<Offer, Choice>(Offer.class);
    choices.forEach(
        (offer, choice) -> {
          if (choice == Choice.NONE) {
            refused.put(offer, choice);
          }
        });
    return new Preference(
        isOut() ? Standing.OUT : Standing.IN,
        QuietHours.DEFAULT,
        null,
        null,
        List.of(),
        List.of(),
        refused);
  }

  /** The same where what was refused with an account that ended is, unless they chose it. */
  Preference takingOver(Preference ended) {
    var refused = ended.refusals();
    var more = new EnumMap<Offer, Choice>(Offer.class);
    more.putAll(refused.choices);
    more.putAll(choices);
    return new Preference(
        isUndecided() ? refused.standing : standing,
        quietHours,
        pausedUntil,
        language,
        hidden,
        known,
        more);
  }

  /** That they are out, where they are, and nothing else. */
  Preference forgotten() {
    return DEFAULT.with(isOut() ? standing : Standing.IN);
  }

  public Preference with(Standing other) {
    return new Preference(other, quietHours, pausedUntil, language, hidden, known, choices);
  }

  public Preference with(QuietHours other) {
    return new Preference(standing, other, pausedUntil, language, hidden, known, choices);
  }

  public Preference pausing(LocalDate until) {
    return new Preference(standing, quietHours, until, language, hidden, known, choices);
  }

  public Preference resuming() {
    return new Preference(standing, quietHours, null, language, hidden, known, choices);
  }

  public Preference with(Language other) {
    return new Preference(standing, quietHours, pausedUntil, other, hidden, known, choices);
  }

  /** They said this to a kind of message. */
  public Preference choosing(Offer offer, Choice choice) {
    var more = new EnumMap<Offer, Choice>(Offer.class);
    more.putAll(choices);
    more.put(offer, choice);
    return new Preference(standing, quietHours, pausedUntil, language, hidden, known, more);
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
    var more = adding(known, topic);
    return topics(
        without(hidden, topic), more.subList(Math.max(0, more.size() - MOST_KNOWN), more.size()));
  }

  public Preference notKnowing(String topic) {
    return topics(hidden, without(known, topic));
  }

  private Preference topics(List<String> nowHidden, List<String> nowKnown) {
    return new Preference(
        standing, quietHours, pausedUntil, language, nowHidden, nowKnown, choices);
  }

  private static List<String> adding(List<String> topics, String topic) {
    var more = new ArrayList<>(without(topics, topic));
    more.add(topic);
    return more;
  }

  private static List<String> without(List<String> topics, String topic) {
    return topics.stream().filter(each -> !each.equalsIgnoreCase(topic)).toList();
  }
}
