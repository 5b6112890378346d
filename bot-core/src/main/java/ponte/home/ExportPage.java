package ponte.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.consent.AuditWords;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.reply.Texts;

/**
 * All that is kept of a person as a page that they can read without Ponte, in their language, with
 * the same as data at its end. It shows nothing from elsewhere and runs nothing.
 */
final class ExportPage {

  private final Directory directory;
  private final Language language;
  private final Texts texts;
  private final ZoneId zone;
  private final StringBuilder html = new StringBuilder();

  ExportPage(Directory directory, Asker asker) {
    this.directory = directory;
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
    var words = new AuditWords(language);
    section(
        "audit", all.own().audit().stream().map(line -> dated(line.at(), words.of(line))).toList());
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
          .append(escaped(message.text().searchable()))
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
                    texts.say(
                        "export.seed.chosen",
                        name(each.room()),
                        each.prompt(),
                        each.option() + 1)));
    return lines;
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
    return "#" + directory.channel(channel).map(Channel::name).orElse(channel.value());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
