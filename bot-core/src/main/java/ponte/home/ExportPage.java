package ponte.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.consent.AuditWords;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nudge.Effects;
import ponte.nudge.Followed;
import ponte.pairing.PairingDesk;
import ponte.pairing.Participation;
import ponte.reply.InWords;
import ponte.reply.Texts;

/**
 * All that is kept of a person as a page that they can read without Ponte, in their language, with
 * the same as data at its end. It shows nothing from elsewhere and runs nothing.
 */
final class ExportPage {

  private final Directory directory;
  private final Audience audience;
  private final InWords words;
  private final Language language;
  private final Texts texts;
  private final ZoneId zone;
  private final StringBuilder html = new StringBuilder();

  /**
   * @param audience what they can open: of nothing else it shows the name
   */
  ExportPage(Directory directory, Audience audience, Asker asker) {
    this.directory = directory;
    this.audience = audience;
    this.words = new InWords(this::called, emoji -> ":" + emoji + ":");
    this.language = asker.language();
    this.texts = Texts.in(asker.language());
    this.zone = asker.zone();
  }

  String of(Export.Everything all, String data) {
    html.append("<!doctype html>\n<html lang=\"")
        .append(language.locale().getLanguage())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(escaped(texts.say("data.title")))
        .append("</title>\n<style>body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;")
        .append("padding:0 1rem}q{quotes:none;white-space:pre-wrap}small{color:#555}</style>\n")
        .append("</head>\n<body>\n<h1>")
        .append(escaped(texts.say("data.title")))
        .append("</h1>\n<p>")
        .append(escaped(texts.say("export.lead")))
        .append("</p>\n");
    section("profile", all.profiles().stream().map(this::profile).toList());
    section("channels", all.channels().stream().map(name -> "#" + name).toList());
    section("wishes", wishes(all));
    section("digests", digests(all));
    section(
        "letters",
        all.own().sentDigests().stream()
            .map(each -> dated(each.at(), texts.say("export.letter", each.lines())))
            .toList());
    section("follows", all.own().follows().stream().map(each -> each.topic()).toList());
    section(
        "together",
        all.own().matters().stream().map(each -> dated(each.at(), each.topic())).toList());
    section(
        "invitations",
        all.own().invitations().stream().map(each -> dated(each.at(), each.topic())).toList());
    section(
        "unnamed",
        all.own().unnamed().own().stream().map(each -> dated(each.at(), each.words())).toList());
    section(
        "unnamed.received",
        all.own().unnamed().received().stream()
            .map(each -> dated(each.at(), each.words()))
            .toList());
    section("asked", all.askedForHelp().stream().map(this::day).toList());
    section("said", counted("export.opinions", all.opinionsOfOthers().size()));
    section("news", counted("export.told", all.own().news().size()));
    section("introductions", introductions(all.own().introductions()));
    section("questions", all.own().questions().stream().map(this::question).toList());
    section("nudges", all.own().nudges().stream().map(this::nudge).toList());
    section("posed", all.own().posed().stream().map(MessageId::toString).toList());
    section("deeds", all.own().deeds().stream().map(this::day).toList());
    section(
        "feeds",
        all.own().feeds().stream().map(each -> dated(each.since(), name(each.channel()))).toList());
    section("seeds", seeds(all));
    section(
        "alerts",
        all.own().alerts().stream()
            .map(each -> dated(each.since(), where(each.channel())))
            .toList());
    section(
        "places",
        all.own().places().stream()
            .map(place -> texts.say("export.place", place.x(), place.y()))
            .toList());
    var auditWords = new AuditWords(language);
    section(
        "audit",
        all.own().audit().stream().map(line -> dated(line.at(), auditWords.of(line))).toList());
    section("reactions", reactions(all));
    section("chat", all.own().chat().stream().map(this::said).toList());
    messages(all);
    html.append("<h2>")
        .append(escaped(texts.say("export.data")))
        .append("</h2>\n<p>")
        .append(escaped(texts.say("export.data.lead")))
        .append("</p>\n<script type=\"application/json\" id=\"data\">")
        .append(data.replace("<", "\\u003c"))
        .append("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  private void section(String key, List<String> lines) {
    title(key);
    if (lines.isEmpty()) {
      html.append("<p>").append(escaped(texts.say("export.nothing"))).append("</p>\n");
      return;
    }
    html.append("<ul>\n");
    lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>\n"));
    html.append("</ul>\n");
  }

  private void messages(Export.Everything all) {
    title("messages");
    html.append("<ol>\n");
    for (var message : all.messages()) {
      html.append("<li><small>")
          .append(escaped(dated(message.at(), name(message.channel()))))
          .append("</small><br><q>")
          .append(escaped(words.of(message.text())))
          .append("</q></li>\n");
    }
    html.append("</ol>\n");
  }

  private String where(@Nullable ChannelId channel) {
    return channel == null ? texts.say("listening.everywhere") : name(channel);
  }

  private void title(String key) {
    html.append("<h2>").append(escaped(texts.say("export." + key))).append("</h2>\n");
  }

  private String profile(Person person) {
    var parts = new ArrayList<String>(List.of(person.name(), "@" + person.handle()));
    if (!person.title().isEmpty()) {
      parts.add(person.title());
    }
    if (!person.department().isEmpty()) {
      parts.add(person.department());
    }
    var email = person.email();
    if (email != null) {
      parts.add(email);
    }
    parts.add(person.zone().getId());
    return String.join(", ", parts);
  }

  private List<String> wishes(Export.Everything all) {
    var preference = all.preferences();
    var quiet = preference.quietHours();
    var lines = new ArrayList<String>();
    lines.add(texts.say(preference.isOut() ? "data.out" : "data.in"));
    lines.add(texts.say("export.quiet", quiet.from().toString(), quiet.until().toString()));
    var until = preference.pausedUntil();
    if (until != null) {
      lines.add(texts.say("export.paused", until.toString()));
    }
    preference.known().forEach(topic -> lines.add(texts.say("export.known", topic)));
    preference.hidden().forEach(topic -> lines.add(texts.say("export.hidden", topic)));
    var spoken = preference.language();
    if (spoken != null) {
      lines.add(
          texts.say("export.language", spoken.locale().getDisplayLanguage(language.locale())));
    }
    new TreeMap<>(preference.choices())
        .forEach(
            (offer, choice) ->
                lines.add(
                    texts.say("export.choice." + choice, texts.say("export.offer." + offer))));
    if (!all.own().struck().isEmpty()) {
      lines.add(texts.say("export.struck", all.own().struck().size()));
    }
    return lines;
  }

  private List<String> digests(Export.Everything all) {
    var lines = new ArrayList<String>();
    all.schedules().forEach(schedule -> lines.add(name(schedule.channel())));
    lines.addAll(counted("export.private-digests", all.own().privateDigests().size()));
    return lines;
  }

  private List<String> seeds(Export.Everything all) {
    var lines = new ArrayList<String>();
    all.own()
        .seeds()
        .begun()
        .forEach(
            seed -> lines.add(texts.say("export.seed", name(seed.room()), seed.draft().prompt())));
    all.own()
        .seeds()
        .chosen()
        .forEach(
            each ->
                lines.add(
                    each.option() == null
                        ? texts.say("export.seed.offered", name(each.room()), each.prompt())
                        : texts.say(
                            "export.seed.chosen",
                            name(each.room()),
                            each.prompt(),
                            each.option())));
    return lines;
  }

  private List<String> introductions(PairingDesk.Own own) {
    var lines = new ArrayList<String>();
    own.wishes().forEach(wish -> lines.addAll(wishes(wish)));
    own.meetings()
        .forEach(
            meeting ->
                lines.add(dated(meeting.at(), texts.say("export.met", names(meeting.others())))));
    own.programmes()
        .forEach(
            programme ->
                lines.add(
                    dated(
                        programme.since(),
                        texts.say("export.programme", name(programme.channel())))));
    own.seen().forEach(seen -> lines.add(since(seen.since())));
    return lines;
  }

  private List<String> wishes(Participation wish) {
    var lines = new ArrayList<String>();
    if (wish.company()) {
      lines.add(texts.say("export.meets"));
    }
    wish.channels().forEach(channel -> lines.add(texts.say("export.meets.in", name(channel))));
    wish.roles().forEach(role -> lines.add(texts.say("export.meets." + role)));
    wish.learns().forEach(topic -> lines.add(texts.say("export.learns", topic)));
    if (!wish.notWith().isEmpty()) {
      lines.add(texts.say("export.not-with", names(wish.notWith())));
    }
    return lines;
  }

  private String since(@Nullable Instant seen) {
    return seen == null ? texts.say("export.seen.always") : dated(seen, texts.say("export.seen"));
  }

  private String question(Followed question) {
    return dated(
        question.at(),
        texts.say("export.question", name(question.question().channel()), question.invited()));
  }

  private String nudge(Effects.Shown shown) {
    return dated(shown.at(), texts.say("effects." + shown.kind()));
  }

  /** How often they gave which; to what stands in the data. */
  private List<String> reactions(Export.Everything all) {
    var counts = new TreeMap<String, Integer>();
    all.reactions().forEach(each -> counts.merge(each.emoji(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> texts.say("export.reaction", each.getKey(), each.getValue()))
        .toList();
  }

  private String said(Chronicle.Line line) {
    return dated(line.at(), texts.say("export.said." + line.by(), line.words()));
  }

  private String names(Collection<PersonId> people) {
    return people.stream().map(this::called).sorted().collect(Collectors.joining(", "));
  }

  private String called(PersonId person) {
    return directory.person(person).map(Person::name).orElse(person.value());
  }

  private List<String> counted(String situation, int count) {
    return count == 0 ? List.of() : List.of(texts.say(situation, count));
  }

  private String dated(Instant at, String what) {
    return day(at) + ": " + what;
  }

  private String day(Instant at) {
    return texts.day(at, zone);
  }

  private String name(ChannelId channel) {
    return audience.maySee(channel)
        ? "#" + directory.channel(channel).map(Channel::name).orElse(channel.value())
        : texts.say("listening.closed-to-you");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
