package ponte.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The package by which Ponte is added to Teams: the manifest of {@code deploy/teams} with what is
 * an administrator's own put in, its Italian texts and its icons. The same words make the same
 * file.
 *
 * @param appId of the app's registration in Entra, which is its bot's too
 * @param organisation who runs Ponte, at most 32 characters
 * @param website where colleagues read who that is, with https
 * @param version of the package; Teams takes a changed package for new if this is higher
 */
record TeamsPackage(UUID appId, String organisation, URI website, String version) {

  private static final int LONGEST_NAME = 32;
  private static final String MANIFEST = "manifest.json";
  private static final List<String> FILES =
      List.of(MANIFEST, "it.json", "color.png", "outline.png");

  /** No time of day changes what is in the package. */
  private static final LocalDateTime WHEN = LocalDateTime.of(2026, 1, 1, 0, 0);

  TeamsPackage {
    if (organisation.isBlank() || organisation.length() > LONGEST_NAME) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.bad-organisation", organisation);
    }
    if (!"https".equals(website.getScheme()) || website.getHost() == null) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.no-https", website.toString());
    }
    if (!version.matches("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}")) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.bad-version", version);
    }
  }

  /** Writes the package; a file that is there is replaced. */
  void writeTo(Path file) {
    try (var out = Files.newOutputStream(file)) {
      write(out);
    } catch (IOException e) {
      throw (Refusal)
          new Refusal(PonteCommand.BAD_CALL, "cli.cannot-write", file.toString(), String.valueOf(e))
              .initCause(e);
    }
  }

  private void write(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var name : FILES) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(WHEN);
        zip.putNextEntry(entry);
        zip.write(name.equals(MANIFEST) ? manifest() : content(name));
        zip.closeEntry();
      }
    }
  }

  private byte[] manifest() throws IOException {
    var manifest = new String(content(MANIFEST), StandardCharsets.UTF_8);
    for (var own : own().entrySet()) {
      manifest = manifest.replace("${" + own.getKey() + "}", escaped(own.getValue()));
    }
    return manifest.getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> own() {
    return Map.of(
        "APP_ID", appId.toString(),
        "ORGANISATION", organisation.strip(),
        "WEBSITE", website.toString(),
        "VERSION", version);
  }

  private static String escaped(String value) {
    var quoted = new JsonMapper().writeValueAsString(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static byte[] content(String name) throws IOException {
    try (InputStream file = TeamsPackage.class.getResourceAsStream("/deploy/teams/" + name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing in the jar");
      }
      return file.readAllBytes();
    }
  }
}
