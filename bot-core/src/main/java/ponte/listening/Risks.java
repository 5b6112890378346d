package ponte.listening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.TimeSpan;
import ponte.listening.Risk.Answered;
import ponte.nlp.Surprise;

/** Finds topics that people ask about and that one person, or nobody, answers for. */
public final class Risks {

  private static final int CANDIDATES = 120;
  private static final int QUOTES = 3;
  private static final int SEVERAL = 2;

  private final Chatter chatter;
  private final Looks looks;
  private final ListeningRules.Risks rules;

  Risks(Chatter chatter, Looks looks, ListeningRules.Risks rules) {
    this.chatter = chatter;
    this.looks = looks;
    this.rules = rules;
  }

  /**
   * The topics of a span for which there is demand and no second one to meet it, those that most
   * people ask about first.
   *
   * @param audience for whose eyes; of other channels nothing is read
   * @param channels those to look at; none: all of the audience that are not archived
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public List<Risk> over(Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    var inquiries = chatter.asked(chatter.open(audience, channels), span);
    var by = new HashMap<MessageId, Inquiry>();
    inquiries.forEach(each -> by.put(each.spoken().id(), each));
    long silent = inquiries.stream().filter(each -> !each.answered()).count();
    var usual = new Usual(inquiries.size(), silent);
    var look =
        looks.at(
            inquiries.stream().map(Inquiry::spoken).toList(),
            rules.questions(),
            span,
            span.from(),
            audience);
    record Candidate(long key, List<Spoken> spoken, int people) {}
    var candidates =
        look.keys()
            .map(key -> new Candidate(key, look.of(key), people(look.of(key))))
            .filter(each -> answered(each.spoken(), by, usual).isPresent())
            .sorted(
                Comparator.comparingInt((Candidate each) -> -each.people())
                    .thenComparing(Candidate::key))
            .limit(CANDIDATES)
            .toList();
    var risks = new ArrayList<Risk>();
    var told = new Told();
    for (var each : candidates) {
      if (risks.size() < rules.shown() && !told.has(each.spoken())) {
        look.named(each.key(), each.spoken())
            .filter(topic -> look.isSpecial(topic.name()))
            .ifPresent(
                topic ->
                    answered(topic.spoken(), by, usual)
                        .filter(_ -> told.add(topic.spoken()))
                        .ifPresent(answered -> risks.add(risk(topic, answered, by, look))));
      }
    }
    return risks;
  }

  /**
   * How many questions there are of any topic, and how many of them nobody answered: where that
   * happens to many, it tells nothing of a topic.
   */
  private record Usual(long questions, long unanswered) {

    /** As a log-likelihood ratio; by chance it is as high once in ten times. */
    private static final double SURPRISE = 2.71;

    boolean isSurpassedBy(long silent, long asked) {
      return silent * (questions - asked) > (unanswered - silent) * asked
          && new Surprise(silent, asked, unanswered - silent, questions - asked).ratio()
              >= SURPRISE;
    }
  }

  private static Risk risk(
      Look.Named topic, Answered answered, Map<MessageId, Inquiry> by, Look look) {
    var side = look.wave(topic.spoken()).now();
    return new Risk(
        topic.name(),
        answered,
        topic.spoken().size(),
        people(topic.spoken()),
        (int) inquiries(topic.spoken(), by).stream().filter(each -> !each.answered()).count(),
        topic.spoken().stream().map(Spoken::at).max(Comparator.naturalOrder()).orElseThrow(),
        side.channels(),
        look.quotes(topic, topic.spoken(), QUOTES));
  }

  private static int people(List<Spoken> spoken) {
    return (int) spoken.stream().map(Spoken::person).distinct().count();
  }

  private static List<Inquiry> inquiries(List<Spoken> spoken, Map<MessageId, Inquiry> by) {
    return spoken.stream().map(each -> by.get(each.id())).toList();
  }

  /**
   * By whom these questions are answered, if by one or by nobody; empty: by several, or too few.
   */
  private Optional<Answered> answered(
      List<Spoken> spoken, Map<MessageId, Inquiry> by, Usual usual) {
    if (spoken.size() < rules.questions() || people(spoken) < rules.people()) {
      return Optional.empty();
    }
    var answers = new HashMap<Integer, Integer>();
    int unanswered = 0;
    for (var inquiry : inquiries(spoken, by)) {
      inquiry.answerers().forEach(person -> answers.merge(person, 1, Integer::sum));
      unanswered += inquiry.answered() ? 0 : 1;
    }
    int answered = spoken.size() - unanswered;
    var times = new ArrayList<>(answers.values());
    times.sort(Collections.reverseOrder());
    int most = times.isEmpty() ? 0 : times.getFirst();
    int next = times.size() < SEVERAL ? 0 : times.get(1);
    if (most < SEVERAL
        && unanswered >= rules.unanswered() * spoken.size()
        && usual.isSurpassedBy(unanswered, spoken.size())) {
      return Optional.of(Answered.BY_NOBODY);
    }
    return most >= rules.questions() && next < SEVERAL && most >= rules.share() * answered
        ? Optional.of(Answered.BY_ONE)
        : Optional.empty();
  }
}
