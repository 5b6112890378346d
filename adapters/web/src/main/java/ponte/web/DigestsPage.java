package ponte.web;

import java.util.List;
import ponte.conversation.Channel;

/** The channels a reader may open, those that are still open first. */
public record DigestsPage(Reader reader, List<Shelf> shelves) {

  /**
   * A channel and its latest digests.
   *
   * @param posted the latest first; may be empty
   */
  public record Shelf(Channel channel, List<DigestLink> posted) {
    public Shelf {
      posted = List.copyOf(posted);
    }
  }

  public DigestsPage {
    shelves = List.copyOf(shelves);
  }
}
