package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Quote;
import ponte.digest.Retelling;
import ponte.nlp.Language;

/** Finds questions that keep coming back, and what was answered before. */
public final class Recurring {

  private static final int CONVERSATIONS_TO_READ = 12;
  private static final int WAYS = 3;
  private static final Duration ONE_TALK = Duration.ofHours(12);

  private final Chatter chatter;
  private final Retelling retelling;
  private final ListeningRules.Asking rules;

  Recurring(Chatter chatter, Retelling retelling, ListeningRules.Asking rules) {
    this.chatter = chatter;
    this.retelling = retelling;
    this.rules = rules;
  }

  /**
   * The questions that several people asked again in a span, those of most people first.
   *
   * @param audience for whose eyes; of other channels nothing is read
   * @param channels those to look at; none: all of the audience that are not archived
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public List<RecurringQuestion> over(
      Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    var inquiries = chatter.asked(chatter.open(audience, channels), span);
    var recurring = new ArrayList<RecurringQuestion>();
    for (var alike : new Alike(inquiries).groups(rules.likeness())) {
      var group = ofTalksApart(alike);
      if (recurring.size() == rules.shown()) {
        break;
      }
      if (group.size() >= rules.times()
          && Alike.people(group) >= rules.people()
          && apart(group).compareTo(rules.apart()) >= 0) {
        question(group, audience).ifPresent(recurring::add);
      }
    }
    return recurring;
  }

  /**
   * Without those that others asked in the same channel shortly before: who asks back in a talk
   * does not ask it again. In their order.
   */
  private static List<Inquiry> ofTalksApart(List<Inquiry> group) {
    var last = new HashMap<ChannelId, Instant>();
    var apart = new HashSet<Inquiry>();
    group.stream()
        .sorted(Comparator.comparing((Inquiry each) -> each.spoken().at()))
        .forEach(
            each -> {
              var at = each.spoken().at();
              var before = last.put(each.spoken().channel(), at);
              if (before == null || at.isAfter(before.plus(ONE_TALK))) {
                apart.add(each);
              }
            });
    return group.stream().filter(apart::contains).toList();
  }

  private static Duration apart(List<Inquiry> group) {
    return Duration.between(first(group), last(group));
  }

  private static Instant first(List<Inquiry> group) {
    return group.stream().map(each -> each.spoken().at()).min(Instant::compareTo).orElseThrow();
  }

  private static Instant last(List<Inquiry> group) {
    return group.stream().map(each -> each.spoken().at()).max(Instant::compareTo).orElseThrow();
  }

  private Optional<RecurringQuestion> question(List<Inquiry> group, Audience audience) {
    long italian =
        group.stream().filter(each -> each.spoken().language() == Language.ITALIAN).count();
    var told =
        retelling.of(
            group.stream()
                .limit(CONVERSATIONS_TO_READ)
                .map(each -> each.spoken().conversation())
                .toList(),
            2 * italian > group.size() ? Language.ITALIAN : Language.ENGLISH,
            audience);
    var asked =
        told.stream()
            .flatMap(
                each ->
                    each.headline() instanceof Headline.Asked(var opening)
                        ? Optional.of(opening).stream()
                        : Optional.<Quote>empty().stream())
            .toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var answers =
        told.stream()
            .filter(each -> each.outcome() != null)
            .sorted(
                Comparator.comparing(Discussion::solved)
                    .thenComparing(each -> each.people().size())
                    .reversed())
            .limit(rules.answers())
            .toList();
    return Optional.of(
        new RecurringQuestion(
            asked.getFirst(),
            group.size(),
            Alike.people(group),
            (int) group.stream().filter(each -> !each.answered()).count(),
            first(group),
            last(group),
            group.stream().map(each -> each.spoken().channel()).distinct().toList(),
            asked.stream().skip(1).limit(WAYS).toList(),
            answers));
  }
}
