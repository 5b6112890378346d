package ponte.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ponte.command.Command;
import ponte.conversation.RichText;
import ponte.expert.Experts;
import ponte.expert.OwnTopics;
import ponte.follow.Following;
import ponte.home.Export;
import ponte.home.Forgetting;
import ponte.home.Forms;
import ponte.home.HomePage;
import ponte.home.OwnData;
import ponte.home.OwnEvidence;
import ponte.home.OwnPreferences;
import ponte.home.TopicList;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * What is a person's own: their page, their topics, their preferences, their data, and the forms
 * for them.
 */
record Own(
    HomePage page,
    TopicList topics,
    OwnEvidence evidence,
    OwnPreferences preferences,
    OwnData data,
    Forms forms) {

  static Own of(
      Ground ground,
      Experts experts,
      Digesting digesting,
      Following following,
      Nudges nudges,
      CommunityCare care,
      Forgetting forgetting) {
    var ports = ground.ports();
    var archive = ports.archive();
    var directory = ports.directory();
    var clock = ports.clock();
    var kept = ground.kept();
    var preferences = kept.preferences();
    var schedules = digesting.desk().schedules();
    var topics =
        new TopicList(
            new OwnTopics(archive, directory, experts, ports.nlp()), experts, preferences);
    var data =
        new OwnData(
            directory,
            preferences,
            kept.schedules(),
            new Belongings(ground, digesting, nudges, care),
            new Export(archive, directory, kept.opinions(), kept.requests()),
            forgetting);
    var page =
        new HomePage(
            topics,
            data,
            preferences,
            schedules,
            following,
            care.pairing().page(),
            care.listening()::blocks,
            kept.posted(),
            directory,
            ports.progress(),
            clock);
    return new Own(
        page,
        topics,
        new OwnEvidence(archive, preferences),
        new OwnPreferences(preferences, clock),
        data,
        new Forms(
            schedules,
            directory,
            preferences,
            care.seeding().form(),
            nudges.unnamed().answering()::open,
            clock));
  }

  /** A form to fill in, where the asker can. */
  Reply form(Command command, Asker asker) {
    var texts = Texts.in(asker.language());
    return new Reply(
        asker.language(),
        List.of(
            forms
                .of(command, asker)
                .<Block>map(form -> new Block.FillIn(form, Button.primary(form.title(), command)))
                .orElseGet(
                    () ->
                        new Block.Paragraph(
                            RichText.plain(
                                texts.say(
                                    asker.person() == null
                                        ? "home.who-are-you"
                                        : switch (command) {
                                          case Command.Seed _ -> "seed.gone";
                                          case Command.FillIn(var sheet, _)
                                              when sheet == Command.Sheet.ANSWER ->
                                              "form.nothing-to-answer";
                                          default -> "form.no-channel";
                                        }))))));
  }

  /** The form once more, as it was filled in, with what is wrong. */
  Answer again(
      Command opener, Map<String, List<String>> values, Map<String, String> problems, Asker asker) {
    var empty = form(opener, asker);
    var blocks = new ArrayList<Block>();
    for (var block : empty.blocks()) {
      if (block instanceof Block.FillIn(var form, var button)) {
        form.fields().stream()
            .filter(field -> problems.containsKey(field.name()))
            .forEach(
                field ->
                    blocks.add(
                        new Block.Paragraph(
                            RichText.plain(field.label() + ": " + problems.get(field.name())))));
        blocks.add(new Block.FillIn(form.filled(values), button));
      } else {
        blocks.add(block);
      }
    }
    return Answer.nothingFound(new Reply(asker.language(), blocks));
  }
}
