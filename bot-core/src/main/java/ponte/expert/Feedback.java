package ponte.expert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Unfit;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Accounts;
import ponte.expert.Opinions.Opinion;

/**
 * What colleagues said about somebody and a topic, and how often that person was asked lately, as
 * it counts in an order of people: each colleague once, with however many accounts, however often
 * they said it, and less as time goes by.
 */
public final class Feedback {

  private final Opinions opinions;
  private final Requests requests;
  private final Preferences preferences;
  private final ExpertRules.Feedback rules;
  private final Clock clock;

  public Feedback(
      Opinions opinions,
      Requests requests,
      Preferences preferences,
      ExpertRules.Feedback rules,
      Clock clock) {
    this.opinions = opinions;
    this.requests = requests;
    this.preferences = preferences;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What counts of a person.
   *
   * @param refused whether the asker said that they are not right for the topic, and that holds
   * @param thankers how many colleagues said that they helped with the topic and count
   * @param doubters how many colleagues said that they are not right for it, for another reason
   *     than want of time
   * @param factor by which it multiplies a score, above 0; 1 where nobody said anything
   * @param asked how often they were asked lately, by each colleague once a day
   * @param busy how many colleagues said that they have no time, the asker among them, of the
   *     others the first one not counted: nobody moves somebody for others alone
   */
  record Said(boolean refused, int thankers, int doubters, double factor, int asked, int busy) {

    /** The place in the order that is left where the load is spread, as a share of the score. */
    double spread(ExpertRules.Feedback rules) {
      var load = asked + busy;
      return 1 - rules.near() * load / (load + 1.0);
    }

    /** The same of somebody who was not asked lately. */
    Said rested() {
      return new Said(refused, thankers, doubters, factor, 0, busy);
    }
  }

  /**
   * @param asker null: nobody in particular
   */
  Said of(PersonId person, Topic about, @Nullable PersonId asker, Accounts accounts) {
    var now = clock.instant();
    var own = accounts.of(person);
    var all =
        own.stream()
            .flatMap(account -> opinions.of(account).stream())
            .filter(opinion -> !own.contains(opinion.by()))
            .filter(opinion -> counts(opinion.by(), asker, accounts))
            .toList();
    var onTopic = all.stream().filter(opinion -> about.isAbout(opinion.topic())).toList();
    var last = lastWords(onTopic, accounts);
    var self = asker == null ? null : accounts.metFrom(null, asker);
    var thanks = counted(last, self, now);
    var doubts =
        last.values().stream()
            .filter(said -> !said.isThanks() && said.why() != Unfit.NO_TIME)
            .toList();
    return new Said(
        self != null && isRefused(last.get(self), now),
        thanks.size(),
        doubts.size(),
        factor(thanks, doubts, now),
        requests.of(own, TimeSpan.before(now.plusMillis(1), rules.lately())).size(),
        withoutTime(all, self, accounts, now));
  }

  /**
   * Whether Ponte lately brought somebody together with a person, or asked that person for them.
   */
  boolean broughtTogether(PersonId by, PersonId person, Accounts accounts) {
    return requests.areOf(
        accounts.metFrom(null, by),
        accounts.of(person),
        TimeSpan.before(clock.instant().plusMillis(1), Requests.MEMORY));
  }

  /**
   * The thanks that count: the asker's own, those of colleagues who had to do with them, and of
   * strangers all but the one that weighs most: nobody moves for others alone somebody whom they
   * never met.
   */
  private List<Opinion> counted(Map<PersonId, Opinion> last, @Nullable PersonId self, Instant now) {
    var counted = new ArrayList<Opinion>();
    var strangers = new ArrayList<Opinion>();
    last.forEach(
        (by, said) -> {
          if (said.isThanks()) {
            (said.stranger() && !by.equals(self) ? strangers : counted).add(said);
          }
        });
    strangers.sort(Comparator.comparingDouble((Opinion said) -> weight(said, now)).reversed());
    counted.addAll(strangers.subList(Math.min(1, strangers.size()), strangers.size()));
    return counted;
  }

  /** Whoever is out counts for nobody but themselves. */
  private boolean counts(PersonId by, @Nullable PersonId asker, Accounts accounts) {
    return accounts.areOne(by, asker) || !preferences.isOut(by);
  }

  /** What each colleague said last. */
  private static Map<PersonId, Opinion> lastWords(List<Opinion> opinions, Accounts accounts) {
    var last = new HashMap<PersonId, Opinion>();
    for (var opinion : opinions) {
      last.merge(
          accounts.metFrom(null, opinion.by()),
          opinion,
          (one, other) -> other.at().isAfter(one.at()) ? other : one);
    }
    return last;
  }

  /** A no holds as long as it is kept, but for want of time, which passes. */
  private boolean isRefused(@Nullable Opinion own, Instant now) {
    return own != null
        && !own.isThanks()
        && (own.why() != Unfit.NO_TIME || isWithin(rules.noTime(), own, now));
  }

  private static boolean isWithin(Duration time, Opinion said, Instant now) {
    return said.at().plus(time).isAfter(now);
  }

  /** By how many colleagues a person was said to have no time, which is not about a topic. */
  private int withoutTime(
      List<Opinion> all, @Nullable PersonId asker, Accounts accounts, Instant now) {
    var sayers =
        all.stream()
            .filter(said -> !said.isThanks() && said.why() == Unfit.NO_TIME)
            .filter(said -> isWithin(rules.noTime(), said, now))
            .map(said -> accounts.metFrom(null, said.by()))
            .collect(Collectors.toSet());
    var own = asker != null && sayers.remove(asker) ? 1 : 0;
    return own + Math.max(0, sayers.size() - 1);
  }

  /** Of those who doubt the one whose doubt weighs most does not count: nobody sinks alone. */
  private double factor(List<Opinion> thanks, List<Opinion> doubts, Instant now) {
    var helped = weights(thanks, now).sum();
    var doubted = weights(doubts, now).sum() - weights(doubts, now).max().orElse(0);
    var people = Math.clamp(doubted - helped, -rules.most(), rules.most());
    return Math.pow(rules.step(), people);
  }

  private DoubleStream weights(List<Opinion> said, Instant now) {
    return said.stream().mapToDouble(each -> weight(each, now));
  }

  private double weight(Opinion said, Instant now) {
    var age = Math.max(0, Duration.between(said.at(), now).toMillis());
    var fresh = Math.pow(2, -(double) age / rules.halfLife().toMillis());
    return said.why() == Unfit.OTHERS_BETTER ? fresh / 2 : fresh;
  }
}
