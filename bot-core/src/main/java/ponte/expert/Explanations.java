package ponte.expert;

import java.time.Clock;
import ponte.bot.Asker;
import ponte.colleague.Colleagues;
import ponte.colleague.Meant;
import ponte.colleague.WhichOne;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.reply.Reply;

/**
 * Says why somebody is named for a topic, or is not. Of others it tells nothing that they wish or
 * that was said of them: who is out is not found by name, like somebody who is not there; who was
 * shown and is out now, or hides the topic, is one of whom too little is found.
 */
public final class Explanations {

  private final Experts experts;
  private final Preferences preferences;
  private final ExpertRules rules;
  private final Colleagues colleagues;
  private final ExpertReplies replies;
  private final ExpertAnswers answers;
  private final Availability availability;

  public Explanations(
      Experts experts,
      ExpertAnswers answers,
      Directory directory,
      Preferences preferences,
      ExpertRules rules,
      Clock clock) {
    this.experts = experts;
    this.answers = answers;
    this.preferences = preferences;
    this.rules = rules;
    this.colleagues = Colleagues.toSpeakOf(directory, preferences);
    this.availability = new Availability(directory, preferences, clock);
    this.replies = new ExpertReplies(rules, availability);
  }

  public Reply whyNot(Command.WhyNot command, Asker asker) {
    if (asker.person() == null && command.whom() instanceof Whom.Me) {
      return replies.whoAreYou(asker);
    }
    var topic = command.topic();
    return switch (colleagues.meant(command.whom(), asker)) {
      case Meant.Self(var self) ->
          topic == null ? forWhat("why.topic.me", asker) : whyNotMe(self, topic, asker);
      case Meant.One(var person) ->
          topic == null ? forWhat("why.topic", asker, person.name()) : whyNot(person, topic, asker);
      case Meant.Several several ->
          WhichOne.asked(
              several, asker, person -> new Command.WhyNot(new Whom.Known(person), topic));
      case Meant.Nobody nobody ->
          answers.instead(
              nobody, topic, asker, person -> new Command.WhyNot(new Whom.Known(person), topic));
    };
  }

  private static Reply forWhat(String situation, Asker asker, String... values) {
    return new Telling(asker).say(situation, (Object[]) values).reply();
  }

  private Reply whyNot(Person person, String topic, Asker asker) {
    var told = new Telling(asker);
    var name = person.name();
    if (!person.isActive()) {
      return told.say("why.gone", name).button("why.ask", new Command.WhoKnows(topic)).reply();
    }
    switch (experts.standing(person.id(), topic, asker)) {
      case Standing.Named(var place) -> {
        told.say("why.named", name, topic, place);
        away(person, asker, told);
      }
      case Standing.Declared _ -> {
        told.say("why.declared", name, topic);
        away(person, asker, told);
      }
      case Standing.Refused _ ->
          told.say("why.refused", name, topic)
              .button("why.again", new Command.RightAgain(person.id(), topic), name);
      case Standing.Behind(var rested) -> {
        told.say(rested ? "why.rested" : "why.behind", name, topic, rules.people());
        away(person, asker, told);
      }
      case Standing.Unsought _ -> {
        return told.say("why.unsought", topic).reply();
      }
      case Standing.Unproven _, Standing.Silent _ ->
          told.say("why.unproven", name, topic, rules.evidence().pieces());
    }
    return told.button("why.ask", new Command.WhoKnows(topic)).reply();
  }

  private void away(Person person, Asker asker, Telling told) {
    var texts = told.texts();
    var absence = availability.away(person.id());
    if (absence.isPresent()) {
      var until = absence.get().until();
      if (until == null) {
        told.say("why.away", person.name());
      } else {
        told.say("why.away-until", person.name(), replies.returning(until, asker, texts));
      }
      return;
    }
    availability
        .back(person)
        .ifPresent(
            back -> told.say("why.undisturbed", person.name(), texts.moment(back, asker.zone())));
  }

  private Reply whyNotMe(PersonId self, String topic, Asker asker) {
    var told = new Telling(asker);
    var wishes = preferences.of(self);
    if (preferences.isOut(self)) {
      return told.say("why.me.out").button("data.opt-in", new Command.OptIn()).reply();
    }
    var hidden = experts.hidden(self, topic, asker.language(), asker.audience());
    if (hidden.isPresent()) {
      return told.say("why.me.hidden", hidden.get())
          .button("topics.unhide", new Command.UnhideTopic(hidden.get()), hidden.get())
          .reply();
    }
    var others = new Asker(null, asker.audience(), asker.language(), asker.zone(), asker.channel());
    switch (experts.standing(self, topic, others)) {
      case Standing.Named(var place) -> told.say("why.me.named", topic, place);
      case Standing.Declared _ -> told.say("why.me.declared", topic);
      case Standing.Behind(var rested) ->
          told.say(rested ? "why.me.rested" : "why.me.behind", topic, rules.people());
      case Standing.Unsought _ -> {
        return told.say("why.unsought", topic)
            .button("why.me.topics", new Command.MyTopics())
            .reply();
      }
      case Standing.Unproven(var conversations, var answered) ->
          told.say("why.me.unproven", topic, conversations, answered, rules.evidence().pieces());
      case Standing.Silent silent -> whySilent(silent, topic, told);
      case Standing.Refused _ -> throw new IllegalStateException("nobody in particular refused");
    }
    if (!preferences.struck(self).isEmpty()) {
      told.say("why.me.struck");
    }
    if (experts.isDoubted(self, topic, asker.language())) {
      told.say("topics.doubted");
    }
    if (wishes.known().stream().noneMatch(topic::equalsIgnoreCase)) {
      told.button("why.me.add", new Command.AddTopic(topic), Quote.shortened(topic, 40));
    }
    return told.button("why.me.topics", new Command.MyTopics()).reply();
  }

  /** What they did in what was read, and what it takes; of what was not read nothing is said. */
  private void whySilent(Standing.Silent silent, String topic, Telling told) {
    if (silent.read() < silent.found()) {
      told.say("why.me.read-some", topic, silent.found(), silent.read());
    } else {
      told.say("why.me.read-all", topic, silent.found());
    }
    told.say(
        "why.me.silent",
        silent.asking(),
        silent.beside(),
        silent.opening(),
        silent.answering(),
        rules.evidence().pieces());
  }
}
