package ponte.reply;

import java.util.Base64;
import java.util.List;
import ponte.conversation.Person;
import ponte.conversation.RichText;

/** A piece of a reply; each platform draws it its own way. */
public sealed interface Block {

  /** A line that says what follows. */
  record Heading(String text) implements Block {}

  /** A paragraph. */
  record Paragraph(RichText text) implements Block {

    public static Paragraph plain(String text) {
      return new Paragraph(RichText.plain(text));
    }
  }

  /** Small print. */
  record Note(RichText text) implements Block {}

  /**
   * A colleague proposed, with why.
   *
   * @param reasons why, most important first, at least one
   * @param evidence messages that show it, each with a link that the reader may open
   */
  record PersonCard(
      Person person, List<RichText> reasons, List<Item> evidence, List<Button> buttons)
      implements Block {
    public PersonCard {
      reasons = List.copyOf(reasons);
      evidence = List.copyOf(evidence);
      buttons = List.copyOf(buttons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("no reason for " + person.id());
      }
    }
  }

  /**
   * A list under a title.
   *
   * @param title empty where the list needs none
   */
  record Listing(String title, List<Item> items) implements Block {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** Buttons in a row. */
  record Buttons(List<Button> buttons) implements Block {
    public Buttons {
      buttons = List.copyOf(buttons);
    }
  }

  /**
   * A form to fill in: drawn in its place where a page has room for it, opened by a button where a
   * platform shows forms in a window of their own.
   *
   * @param opener opens the form, by a command for which {@code Bot.form} gives it
   */
  record FillIn(Form form, Button opener) implements Block {}

  /**
   * A text file for the reader to keep.
   *
   * @param name with its ending
   * @param label what it is, in words
   */
  record File(String name, String label, String content) implements Block {}

  /**
   * A picture.
   *
   * @param name with its ending
   * @param label what it is, in words
   * @param alternative what it shows, for those who cannot see it
   * @param png the picture as PNG, in Base64
   */
  record Picture(String name, String label, String alternative, String png) implements Block {

    /** The picture as PNG. */
    public static Picture of(String name, String label, String alternative, byte[] png) {
      return new Picture(name, label, alternative, Base64.getEncoder().encodeToString(png));
    }

    public byte[] bytes() {
      return Base64.getDecoder().decode(png);
    }
  }

  /**
   * A line of a list.
   *
   * @param lines the first is what catches the eye, the others explain it
   * @param small where it is from: who, when, how many; may be empty
   */
  record Item(List<RichText> lines, RichText small) {
    public Item {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("an item has at least one line");
      }
    }
  }
}
