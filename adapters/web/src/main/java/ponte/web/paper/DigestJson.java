package ponte.web.paper;

import java.util.List;
import ponte.digest.Edition;
import ponte.web.Links;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A digest as JSON. What is there stays; more may come: {@code src/docs/digest.schema.json} says
 * what a program may count on.
 */
final class DigestJson {

  /** Changes with what a program that reads it would have to change for. */
  static final String FORMAT = "ponte-digest/1";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Pointers pointers;
  private final Words words;

  DigestJson(Pointers pointers) {
    this.pointers = pointers;
    this.words = new Words(pointers);
  }

  String of(Edition edition) {
    var root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("language", edition.language().locale().getLanguage());
    root.put("title", edition.title());
    var channel = root.putObject("channel");
    channel.put("workspace", edition.channel().id().workspace().value());
    channel.put("id", edition.channel().id().value());
    channel.put("name", edition.channel().name());
    root.put("from", edition.span().from().toString());
    root.put("until", edition.span().until().toString());
    root.put("messages", edition.messages());
    root.put("people", edition.people());
    root.put("worthReading", edition.worthReading());
    var notes = root.putArray("notes");
    edition.notes().forEach(note -> notes.add(words.of(note)));
    write(edition.first(), root.putArray("lines"));
    write(edition.rest(), root.putArray("more"));
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private void write(List<Edition.Section> sections, ArrayNode into) {
    for (var section : sections) {
      section.lines().forEach(line -> write(section, line, into.addObject()));
    }
  }

  private void write(Edition.Section section, Edition.Line line, ObjectNode into) {
    into.put("kind", line.kind());
    into.put("section", section.title());
    var text = into.putArray("text");
    line.item().lines().forEach(each -> text.add(words.of(each)));
    into.put("about", words.of(line.item().small()));
    into.put("message", line.source().toString());
    into.put("address", pointers.address(line.source()));
    var links = into.putArray("links");
    Words.messages(line.item())
        .forEach(link -> link(links, link.label(), pointers.address(link.message())));
    Words.pages(line.item())
        .forEach(
            page -> Links.harmless(page.url()).ifPresent(url -> link(links, page.label(), url)));
  }

  private static void link(ArrayNode links, String label, String address) {
    links.addObject().put("label", label).put("address", address);
  }
}
