package ponte.web.paper;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import ponte.digest.Edition;
import ponte.web.Pages;

/** Writes digests down as files. */
public final class Papers {

  private static final int LONGEST_NAME = 60;

  private final Pages pages;
  private final Pointers pointers;

  public Papers(Pages pages, Pointers pointers) {
    this.pages = pages;
    this.pointers = pointers;
  }

  /**
   * The file, in UTF-8.
   *
   * @param now when it is written
   */
  public byte[] write(Edition edition, Format format, Instant now) {
    return switch (format) {
      case EML -> new MailFile(html(edition), text(edition)).of(edition, now);
      case HTML -> bytes(html(edition));
      case MD -> bytes(new Markdown(pointers).of(edition));
      case JSON -> bytes(new DigestJson(pointers).of(edition));
      case TXT -> bytes(text(edition));
    };
  }

  /** The lines that are read first as HTML without a page around them. */
  String issue(Edition edition) {
    return pages.issue(new LetterPage(edition, pointers));
  }

  private String html(Edition edition) {
    return pages.letter(new LetterPage(edition, pointers));
  }

  private String text(Edition edition) {
    return new PlainText(pointers).of(edition);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A name for the file that every system takes: {@code dev-backend-2026-10-07.md}. */
  public static String fileName(Edition edition, Format format, ZoneId zone) {
    var name =
        Normalizer.normalize(edition.channel().name(), Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    var last = edition.span().until().minusNanos(1).atZone(zone).toLocalDate();
    return (name.isEmpty() ? "digest" : name.substring(0, Math.min(LONGEST_NAME, name.length())))
        + "-"
        + last
        + "."
        + format.ending();
  }
}
