package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.nlp.Language;
import ponte.reply.Reply;

/** Nothing that is found for somebody changes with what is said where they may not look. */
class NoLeakTest {

  private static final int WORKSPACES = 25;
  private static final int MINUTES = 60 * 24 * 60;

  private static final List<String> PEOPLE = List.of("ada", "bob", "eve", "kim", "lou", "max");
  private static final List<String> WORDS =
      List.of("kafka", "brokers", "disks", "offsets", "lunch", "invoices", "slow", "again");

  @Test
  void nothingOutsideTheAudienceChangesAReasonANameACountOrAnOrder() {
    var named = 0;
    for (var seed = 0; seed < WORKSPACES; seed++) {
      var random = new Random(seed);
      var acme = new Workspace().people(PEOPLE.toArray(String[]::new)).open("dev", "general");
      acme.closed("board", members(random));
      acme.closed("lab", members(random));
      talk(acme, random, List.of("dev", "general", "board", "lab"), 30);
      var asker = acme.asker(PEOPLE.get(random.nextInt(PEOPLE.size())));
      var hidden =
          List.of("board", "lab").stream()
              .filter(name -> !asker.audience().maySee(Chat.in(name).channel()))
              .toList();
      var before = answers(acme, asker);

      if (!hidden.isEmpty()) {
        talk(acme, random, hidden, 15);
      }

      assertThat(answers(acme, asker)).as("seed " + seed).isEqualTo(before);
      named += hidden.isEmpty() ? 0 : before.size();
    }
    assertThat(named).isPositive();
  }

  private static String[] members(Random random) {
    return PEOPLE.stream().filter(_ -> random.nextBoolean()).toArray(String[]::new);
  }

  private static void talk(Workspace acme, Random random, List<String> channels, int threads) {
    for (var i = 0; i < threads; i++) {
      var said = new ArrayList<String>();
      for (var j = 0; j < 2 + random.nextInt(3); j++) {
        said.add(
            any(PEOPLE, random)
                + ": "
                + String.join(" ", any(WORDS, random), any(WORDS, random), any(WORDS, random)));
      }
      acme.thread(any(channels, random), random.nextInt(MINUTES), said.toArray(String[]::new));
    }
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** All there is to be seen, in private and asked in a channel. */
  private static List<Object> answers(Workspace acme, Asker asker) {
    var answers = new ArrayList<Object>();
    var inDev = asker.in(Chat.in("dev").channel());
    var mail = "I am new here. Why are the disks of all kafka brokers slow again? Regards, Maria";
    for (var topic : List.of("kafka", "kafka brokers", "why are the disks slow again?", mail)) {
      answers.add(acme.experts.on(topic, asker));
      answers.add(acme.experts.on(topic, inDev));
      answers.add(acme.experts.routing(topic, asker));
      answers.add(acme.experts.routing(topic, inDev));
    }
    answers.addAll(replies(acme, asker, inDev));
    answers.add(
        new OwnTopics(acme.archive, acme.directory, acme.experts, Workspace.NLP)
            .of(Objects.requireNonNull(asker.person()), Language.ENGLISH));
    return answers;
  }

  /** What is said of a misspelt topic, and of why somebody is not named. */
  private static List<Reply> replies(Workspace acme, Asker asker, Asker inDev) {
    var rules = ExpertRules.DEFAULT;
    var experts =
        new ExpertAnswers(
            acme.experts, acme.opinions, acme.directory, acme.preferences, rules, acme.clock);
    var explanations =
        new Explanations(
            acme.experts, experts, acme.directory, acme.preferences, rules, acme.clock);
    var replies = new ArrayList<Reply>();
    for (var typed : List.of("kafak", "invocies", "kafka brokesr")) {
      replies.add(experts.whoKnows(new Command.WhoKnows(typed), asker));
      replies.add(experts.whoKnows(new Command.WhoKnows(typed, true), inDev));
    }
    for (var name : PEOPLE) {
      replies.add(
          explanations.whyNot(new Command.WhyNot(new Whom.Called(name), "kafka brokers"), asker));
    }
    return replies;
  }
}
